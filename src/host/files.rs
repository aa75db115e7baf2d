//! Files: read whole, written whole or not at all. A new file is complete and synced under a temporary name before it gets
//! its own; what is not a regular file (a pipe, a device) is written straight through and never replaced.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It is there, with other bytes.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// Anything else the system said.
    #[error("cannot {doing} {}: {}", .path.display(), reason(.why))]
    Failed {
        /// What was tried.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// The system's word.
        why: io::Error,
    },
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".into(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_lowercase()
        }
    }
}

/// The outcome of an access to a file.
pub type Result<T> = std::result::Result<T, Fault>;

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Fault {
    let path = path.to_owned();
    move |why| Fault::Failed { doing, path, why }
}

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever the system lets by default.
    Public,
    /// The owner only: keys and other secrets.
    Private,
}

/// What to do where the target exists with other bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Refuse.
    Keep,
    /// Put the new one in its place.
    Replace,
}

/// Reads at most `most` bytes and one more, so that the caller sees what is too large without reading all of it.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads files")]
    let file = File::open(path).map_err(failed("read", path))?;
    read_from(file, most).map_err(failed("read", path))
}

/// The same from an open stream.
pub fn read_from(stream: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether there is something at this path.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether anybody but the owner may read or write the file.
pub fn is_open_to_others(path: &Path) -> Result<bool> {
    let mode = fs::metadata(path).map_err(failed("look at", path))?.permissions().mode();
    Ok(mode & 0o077 != 0)
}

/// Whether a folder is missing or holds nothing.
pub fn is_empty(path: &Path) -> Result<bool> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(failed("look into", path)(error)),
    }
}

/// Makes a folder that only its owner may look into. The one above it must be there.
pub fn make_private_folder(path: &Path) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
    fs::DirBuilder::new().mode(0o700).create(path).map_err(failed("make folder", path))
}

/// Makes a folder and those above it; says whether it was missing.
#[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
pub fn make_folder(path: &Path) -> Result<bool> {
    let missing = !exists(path);
    fs::create_dir_all(path).map_err(failed("make folder", path))?;
    Ok(missing)
}

/// Removes an empty folder that this command made; whatever hinders that is not worth a word.
#[expect(clippy::disallowed_methods, reason = "the one place that removes folders")]
pub fn unmake_folder(path: &Path) {
    let _ = fs::remove_dir(path);
}

/// A folder inside another that vanishes with all that is in it unless its content is moved away.
pub fn stage(inside: &Path) -> Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix(".licentia-").tempdir_in(inside).map_err(failed("make a folder in", inside))
}

/// Gives a file or folder its final name. Nothing may be there.
#[expect(clippy::disallowed_methods, reason = "the one place that renames files")]
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    if exists(to) {
        return Err(Fault::Exists(to.to_owned()));
    }
    fs::rename(from, to).map_err(failed("write", to))?;
    sync_folder_of(to)
}

/// Checks before any work whether [`write()`] would be refused for what is there.
pub fn check(path: &Path, existing: Existing) -> Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Err(failed("write", path)(io::Error::from(io::ErrorKind::IsADirectory))),
        Ok(_) if existing == Existing::Keep && fs::metadata(path).is_ok_and(|found| found.is_file()) => {
            Err(Fault::Exists(path.to_owned()))
        }
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = folder_of(path);
            if above.is_dir() { Ok(()) } else { Err(failed("write", path)(io::Error::from(io::ErrorKind::NotFound))) }
        }
        Err(error) => Err(failed("write", path)(error)),
    }
}

/// Writes a file whole: temporary file, sync, rename, sync of the folder. A target that already holds the same bytes
/// counts as written. A link is followed; a target that is not a regular file is written straight through.
pub fn write(path: &Path, bytes: &[u8], access: Access, existing: Existing) -> Result<()> {
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {
            if read(path, bytes.len())? == bytes {
                return Ok(());
            }
            if existing == Existing::Keep {
                return Err(Fault::Exists(path.to_owned()));
            }
        }
        Ok(_) => {
            #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
            let through = OpenOptions::new().write(true).open(path);
            let mut stream = through.map_err(failed("write", path))?;
            return stream.write_all(bytes).and_then(|()| stream.flush()).map_err(failed("write", path));
        }
        Err(_) => {}
    }
    let above = folder_of(path);
    let mode = if access == Access::Private { 0o600 } else { 0o666 };
    let mut new = tempfile::Builder::new()
        .prefix(".licentia-")
        .make_in(above, |name| {
            #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
            OpenOptions::new().write(true).create_new(true).mode(mode).open(name)
        })
        .map_err(failed("write", path))?;
    new.write_all(bytes).and_then(|()| new.as_file().sync_all()).map_err(failed("write", path))?;
    let renamed = match existing {
        Existing::Replace => new.persist(path),
        // Somebody may have made the file since we looked.
        Existing::Keep => new.persist_noclobber(path),
    };
    renamed.map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Fault::Exists(path.to_owned()),
        _ => failed("write", path)(error.error),
    })?;
    sync_folder_of(path)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A rename lasts only when its folder is on the disk too.
fn sync_folder_of(path: &Path) -> Result<()> {
    let above = folder_of(path);
    #[expect(clippy::disallowed_methods, reason = "the one place that opens files")]
    File::open(above).and_then(|folder| folder.sync_all()).map_err(failed("sync", above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_unless_told_otherwise_and_the_same_bytes_count_as_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.lic");
        assert!(write(&path, b"one", Access::Public, Existing::Keep).is_ok());
        assert!(write(&path, b"one", Access::Public, Existing::Keep).is_ok());
        assert!(matches!(write(&path, b"two", Access::Public, Existing::Keep), Err(Fault::Exists(_))));
        assert!(matches!(check(&path, Existing::Keep), Err(Fault::Exists(_))));
        assert_eq!(read(&path, 99).expect("read"), b"one");
        assert!(write(&path, b"two", Access::Public, Existing::Replace).is_ok());
        assert_eq!(read(&path, 99).expect("read"), b"two");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1, "no temporary file is left");
        let missing = folder.path().join("none/a.lic");
        assert!(write(&missing, b"one", Access::Public, Existing::Keep).is_err());
        assert!(check(&missing, Existing::Keep).is_err() && check(folder.path(), Existing::Replace).is_err());
    }

    #[test]
    fn a_secret_is_for_its_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("root.pem");
        write(&path, b"key", Access::Private, Existing::Keep).expect("written");
        assert!(!is_open_to_others(&path).expect("looked at"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("changed");
        assert!(is_open_to_others(&path).expect("looked at"));
    }

    #[test]
    fn a_link_is_followed_and_a_device_never_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        write(&path, b"one", Access::Public, Existing::Keep).expect("written");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        write(&link, b"two", Access::Public, Existing::Replace).expect("written");
        assert_eq!(read(&path, 9).expect("read"), b"two");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        for _ in 0..2 {
            write(Path::new("/dev/null"), b"one", Access::Public, Existing::Keep).expect("written");
        }
        let full = write(Path::new("/dev/full"), b"one", Access::Public, Existing::Keep).expect_err("full");
        assert!(full.to_string().contains("the disk is full"), "{full}");
        assert!(!fs::metadata("/dev/null").expect("there").is_file());
    }
}
