//! The files of a container's folder. A file is read as a whole and replaced atomically, so that an
//! interrupted write leaves the old file or the new one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The name of the private key's file: a JWK (RFC 8037) that only its owner may read.
pub const KEY: &str = "key.jwk";
/// The name of the file that holds the container's state.
pub const STATE: &str = "container.json";

/// A lock on a folder. Dropping the value releases the lock.
#[derive(Debug)]
pub struct Lock(
    #[expect(dead_code, reason = "the lock is held as long as the file is open")] Option<File>,
);

/// The file system. Each call is one step, so that a test can stop before any of them.
pub trait Disk {
    /// Reads a file, or the first `most` + 1 bytes of a larger file.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;
    /// Creates a folder and its missing parents.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a new file, or replaces an incomplete one. Only the owner can read a private file.
    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()>;
    /// Waits until a file, or the directory entries of a folder, are on the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Renames a file.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Writes an output file. Replaces an existing file only with `force`; writes to a device or a
    /// pipe directly.
    fn put(&self, path: &Path, bytes: &[u8], force: bool) -> io::Result<()>;
    /// Waits until no other process writes in the folder.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// Replaces a file: writes a temporary file, syncs the file, renames it, and syncs the folder.
pub(super) fn replace(
    disk: &dyn Disk,
    folder: &Path,
    name: &str,
    bytes: &[u8],
    private: bool,
) -> io::Result<()> {
    let (new, path) = (folder.join(format!("{name}.new")), folder.join(name));
    disk.write(&new, bytes, private)?;
    disk.sync(&new)?;
    disk.rename(&new, &path)?;
    disk.sync(folder)
}

/// Creates a file that does not exist. The mode applies on Unix; on other systems the folder
/// decides who may read the file.
fn create_new(path: &Path, mode: u32) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    #[expect(clippy::disallowed_methods, reason = "the one place that creates a container's files")]
    options.open(path)
}

/// The file system of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads and writes a container's files"
)]
impl Disk for System {
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        // A new folder is permanent when its parent is synced.
        let new: Vec<&Path> = path
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .collect();
        fs::create_dir_all(path)?;
        new.iter().filter_map(|path| path.parent()).try_for_each(|above| {
            let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
            self.sync(above)
        })
    }

    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mode = if private { 0o600 } else { 0o644 };
        create_new(path, mode)?.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Only Unix can open a folder as a file.
        if cfg!(not(unix)) && path.is_dir() {
            return Ok(());
        }
        File::open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn put(&self, path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
        match fs::metadata(path) {
            Ok(there) if !there.is_file() => {
                OpenOptions::new().write(true).open(path)?.write_all(bytes)
            }
            Ok(_) if !force => Err(io::ErrorKind::AlreadyExists.into()),
            _ => {
                // A temporary name with the process id, so that two processes do not write the same
                // file.
                let folder = path
                    .parent()
                    .filter(|above| !above.as_os_str().is_empty())
                    .unwrap_or(Path::new("."));
                let new = folder.join(format!(".licentia-container-{}.new", std::process::id()));
                let mut file = create_new(&new, 0o644)?;
                let written = file
                    .write_all(bytes)
                    .and_then(|()| file.sync_all())
                    .and_then(|()| fs::rename(&new, path));
                if let Err(error) = written {
                    let _ = fs::remove_file(&new);
                    return Err(error);
                }
                self.sync(folder)
            }
        }
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let file = File::open(path)?;
        match file.lock() {
            Ok(()) => Ok(Lock(Some(file))),
            // Some network drives have no locks. Two administrators rarely use one folder at the
            // same time there.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock(None)),
            Err(error) => Err(error),
        }
    }
}
