//! The files of a container's folder: read whole, and written so that there is the old one or the
//! new one, whatever stops it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The name of the private key's file: a JWK (RFC 8037) that only its owner may read.
pub const KEY: &str = "key.jwk";
/// The name of the file that holds the container's state.
pub const STATE: &str = "container.json";

/// A lock on a folder, for as long as it is kept.
#[derive(Debug)]
pub struct Lock(
    #[expect(dead_code, reason = "the lock is held as long as the file is open")] Option<File>,
);

/// Where files are. Each call is one step, so that a test can stop before any of them.
pub trait Disk {
    /// Reads a file, or as much of it as shows that it has more than `most` bytes.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;
    /// Makes a folder, and those above it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that is not there, or over one that was left half written; a private one is
    /// for its owner alone.
    fn write(&self, path: &Path, bytes: &[u8], private: bool) -> io::Result<()>;
    /// Waits until a file, or the folder's list of names, is on the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Gives a file its name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Writes a file for somebody to send: one that is there only where that was forced, what is no
    /// file straight through.
    fn put(&self, path: &Path, bytes: &[u8], force: bool) -> io::Result<()>;
    /// Waits until nobody else writes in the folder.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// Replaces a file whole: beside it, on the disk, renamed, and the name on the disk.
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

/// Creates a file that does not exist. The mode counts on unix; elsewhere the folder decides who
/// may read the file.
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

/// The disk of the computer.
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
        // Each that was not there lasts once the one above it is on the disk.
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
        // Only unix opens a folder like a file.
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
                // Under a name that nobody else has, and not over what has it all the same.
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
            // Some network drives have no locks; two administrators at one folder at once are rare
            // there.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock(None)),
            Err(error) => Err(error),
        }
    }
}
