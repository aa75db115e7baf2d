//! Reading and writing of whole files. A new file is written and synced under a temporary name
//! before it gets its own name. Pipes, devices and other special files are written directly and
//! never replaced.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The target exists and must be kept.
    #[error("{} already exists", .0.display())]
    Exists(PathBuf),
    /// The system reported another error.
    #[error("cannot {doing} {}: {}", .path.display(), reason(.why))]
    Failed {
        /// Verb that completes "cannot …".
        doing: &'static str,
        /// Path of the file or folder.
        path: PathBuf,
        /// Error of the system.
        why: io::Error,
    },
}

impl Fault {
    /// Returns true if there is no file.
    pub fn is_missing(&self) -> bool {
        matches!(self, Fault::Failed { why, .. } if why.kind() == io::ErrorKind::NotFound)
    }
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

/// The result of an access to a file.
pub type Result<T> = std::result::Result<T, Fault>;

/// Returns a function that makes a fault of a system error. `doing` completes "cannot …".
pub fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Fault + use<> {
    let path = path.to_owned();
    move |why| Fault::Failed { doing, path, why }
}

/// The users who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// All users whom the default mode of the system allows.
    Public,
    /// Only the owner, for keys and other secrets.
    Private,
}

/// The treatment of an existing target with another content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Keep the existing file and report an error.
    Keep,
    /// Replace the existing file.
    Replace,
}

/// Reads at most `most` + 1 bytes, so that the caller detects a file that is too large without
/// reading all of it.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads files")]
    let file = File::open(path).map_err(failed("read", path))?;
    read_from(file, most).map_err(failed("read", path))
}

/// Returns true if a regular file is at this path, with links followed.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
}

/// Reads at most `most` + 1 bytes from an open stream.
pub fn read_from(stream: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns true if the path exists. A link is not followed.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Returns true if the mode of the file lets other users read or write it. Returns false on systems
/// without modes.
pub fn is_open_to_others(path: &Path) -> Result<bool> {
    let found = fs::metadata(path).map_err(failed("read the permissions of", path))?;
    Ok(is_mode_open_to_others(&found))
}

#[cfg(unix)]
fn is_mode_open_to_others(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    found.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn is_mode_open_to_others(_: &fs::Metadata) -> bool {
    false
}

/// Lets only the owner read and write the file. Does nothing on systems without modes.
#[cfg(unix)]
pub(super) fn set_private(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(failed("write", path))
}

/// Lets only the owner read and write the file. Does nothing on systems without modes.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "unix can fail")]
pub(super) fn set_private(_: &Path) -> Result<()> {
    Ok(())
}

/// Returns true if a folder is missing or empty.
pub fn is_empty(path: &Path) -> Result<bool> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(failed("list", path)(error)),
    }
}

/// Creates a folder that only its owner may access. The parent must exist.
pub fn make_private_folder(path: &Path) -> Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix sets a mode"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    #[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
    builder.create(path).map_err(failed("create folder", path))
}

/// Creates a file and opens it to read and write. A public file gets the default mode of the
/// system.
pub(super) fn create_new(path: &Path, access: Access) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    if access == Access::Private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = access;
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    options.open(path)
}

/// Opens an existing file to read and write without changing its content.
pub(super) fn open_existing(path: &Path) -> io::Result<File> {
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    OpenOptions::new().read(true).write(true).open(path)
}

/// Creates a folder and its missing parents. Returns the created folders, the deepest first.
pub fn make_folder(path: &Path) -> Result<Vec<PathBuf>> {
    let missing = path.ancestors().take_while(|above| !exists(above)).map(Path::to_owned).collect();
    #[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
    fs::create_dir_all(path).map_err(failed("create folder", path))?;
    Ok(missing)
}

/// Removes a file, and the target of a link, and syncs the folders.
pub fn remove(path: &Path) -> Result<()> {
    let target = fs::canonicalize(path).map_err(failed("remove", path))?;
    for path in [target.as_path()]
        .into_iter()
        .chain(fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()).then_some(path))
    {
        unlink(path).map_err(failed("remove", path))?;
        sync_folder_of(path)?;
    }
    Ok(())
}

/// Removes the name of a file. Neither follows a link nor syncs the folder.
pub(super) fn unlink(path: &Path) -> io::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the one place that removes files")]
    fs::remove_file(path)
}

/// The beginning of a temporary file's name. [`RANDOM`] letters and digits follow.
pub(super) const TEMPORARY: &str = ".licentia-";
/// The number of random characters in a temporary file's name.
pub(super) const RANDOM: usize = 6;

/// Returns the regular files of a folder whose name is `prefix` and [`RANDOM`] letters and digits.
pub(super) fn temporary_files(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_temporary = |name: &OsStr| {
        let random = name.to_str().and_then(|name| name.strip_prefix(prefix)).unwrap_or_default();
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    entries
        .filter(|entry| is_temporary(&entry.file_name()))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .collect()
}

/// Returns the regular files of a folder with an ending, each with its name without the ending.
/// Links are followed.
pub fn with_ending(folder: &Path, ending: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let name = name.strip_suffix(ending)?.strip_suffix('.')?.to_owned();
        is_file(&entry.path()).then(|| (name, entry.path()))
    });
    named.collect()
}

/// Returns true if a regular file with exactly these bytes is at a path.
pub(super) fn has_content(path: &Path, content: &[u8]) -> Result<bool> {
    Ok(is_file(path) && *Zeroizing::new(read(path, content.len())?) == content)
}

/// Returns the path with links followed. The last component of the path can be missing.
pub fn resolved(path: &Path) -> PathBuf {
    let of_folder = || {
        let folder = fs::canonicalize(folder_of(path)).ok()?;
        Some(folder.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(of_folder).unwrap_or_else(|| path.to_owned())
}

/// Returns true if two paths lead to the same file.
pub fn is_same(a: &Path, b: &Path) -> bool {
    fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// Removes folders that this command created, if they are empty. Errors are ignored, because an
/// empty folder is harmless.
pub fn unmake_folders(made: &[PathBuf]) {
    for path in made {
        #[expect(clippy::disallowed_methods, reason = "the one place that removes folders")]
        let _ = fs::remove_dir(path);
    }
}

/// The beginning of the name of a folder from [`stage`].
const STAGE: &str = ".licentia-stage-";

/// Returns the folders from [`stage`] that killed processes left.
pub fn abandoned(inside: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(inside).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(STAGE))
        .map(|entry| entry.path())
        .collect()
}

/// Creates a folder that is removed with its content when it is dropped. The caller moves the
/// content away before.
pub fn stage(inside: &Path) -> Result<tempfile::TempDir> {
    tempfile::Builder::new()
        .prefix(STAGE)
        .tempdir_in(inside)
        .map_err(failed("create a folder in", inside))
}

/// Renames a file or folder to a path that must not exist, and syncs the folder.
#[expect(clippy::disallowed_methods, reason = "the one place that renames files")]
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    if exists(to) {
        return Err(Fault::Exists(to.to_owned()));
    }
    fs::rename(from, to).map_err(failed("write", to))?;
    sync_folder_of(to)
}

/// Checks, before any change, that a file may be written to a path. An existing file with the same
/// bytes is accepted.
pub fn check(path: &Path, bytes: Option<&[u8]>, existing: Existing) -> Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            Err(failed("write", path)(io::Error::from(io::ErrorKind::IsADirectory)))
        }
        Ok(found) if found.is_file() && existing == Existing::Keep => {
            let same = bytes
                .is_some_and(|bytes| read(path, bytes.len()).is_ok_and(|content| content == bytes));
            if same { Ok(()) } else { Err(Fault::Exists(path.to_owned())) }
        }
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !exists(path) => {
            if folder_of(path).is_dir() { Ok(()) } else { Err(failed("write", path)(error)) }
        }
        Err(error) => Err(failed("write", path)(error)),
    }
}

/// Checks, before any change, that no file prevents [`make_folder`].
pub fn check_folder(path: &Path) -> Result<()> {
    let found = path.ancestors().find(|above| exists(above));
    if found.is_none_or(Path::is_dir) {
        Ok(())
    } else {
        Err(failed("create folder", path)(io::Error::from(io::ErrorKind::NotADirectory)))
    }
}

/// Opens a pipe or a device and writes to it. A pipe waits for its reader.
pub(super) fn write_through(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut stream = open_stream(path)?;
    stream.write_all(bytes).and_then(|()| stream.flush()).map_err(failed("write", path))
}

/// Opens a pipe or a device to write to it.
pub(super) fn open_stream(path: &Path) -> Result<File> {
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    let stream = OpenOptions::new().write(true).open(path);
    let stream = stream.map_err(failed("write", path))?;
    // A regular file that has taken the place of the pipe must not be overwritten.
    if stream.metadata().is_ok_and(|found| found.is_file()) {
        return Err(Fault::Exists(path.to_owned()));
    }
    Ok(stream)
}

/// Returns the folder that the last part of a path is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Syncs the folder of a path, so that a rename is permanent.
pub(super) fn sync_folder_of(path: &Path) -> Result<()> {
    sync_folder(folder_of(path))
}

/// Syncs the entries of a folder, so that a rename is permanent. Does nothing on a system or file
/// system that cannot sync a folder.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    use io::ErrorKind::{InvalidInput, Unsupported};
    #[expect(clippy::disallowed_methods, reason = "the one place that opens files")]
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if !matches!(error.kind(), InvalidInput | Unsupported) => {
            Err(failed("sync", folder)(error))
        }
        _ => Ok(()),
    }
}

/// Does nothing, because the system cannot sync a folder.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "unix can fail")]
pub(super) fn sync_folder(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::host::output_files::{remove_leftovers, write};

    #[test]
    fn a_file_is_kept_unless_told_otherwise_and_the_same_bytes_count_as_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.lic");
        assert!(write(&path, b"one", Access::Public, Existing::Keep).is_ok());
        assert!(write(&path, b"one", Access::Public, Existing::Keep).is_ok());
        assert!(matches!(
            write(&path, b"two", Access::Public, Existing::Keep),
            Err(Fault::Exists(_))
        ));
        assert!(matches!(check(&path, None, Existing::Keep), Err(Fault::Exists(_))));
        assert!(check(&path, Some(b"one"), Existing::Keep).is_ok());
        assert_eq!(read(&path, 99).expect("read"), b"one");
        assert!(write(&path, b"two", Access::Public, Existing::Replace).is_ok());
        assert_eq!(read(&path, 99).expect("read"), b"two");
        assert_eq!(
            fs::read_dir(folder.path()).expect("listed").count(),
            1,
            "no temporary file is left"
        );
        let missing = folder.path().join("none/a.lic");
        assert!(write(&missing, b"one", Access::Public, Existing::Keep).is_err());
        assert!(
            check(&missing, None, Existing::Keep).is_err()
                && check(folder.path(), None, Existing::Replace).is_err()
        );
    }

    #[test]
    fn a_secret_is_for_its_owner() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("root.pem");
        write(&path, b"key", Access::Private, Existing::Keep).expect("written");
        assert!(!is_open_to_others(&path).expect("looked at"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("changed");
        assert!(is_open_to_others(&path).expect("looked at"));
        write(&path, b"key", Access::Private, Existing::Keep).expect("the same bytes");
        assert!(!is_open_to_others(&path).expect("looked at"));
    }

    #[test]
    fn a_removed_file_is_gone_behind_a_link_too() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("stick.pem"), folder.path().join("link.pem"));
        write(&path, b"key", Access::Private, Existing::Keep).expect("written");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        assert!(is_same(&path, &link));
        remove(&link).expect("removed");
        assert!(!exists(&path) && !exists(&link) && remove(&link).is_err());
        write(
            &folder.path().join(".licentia-abc123"),
            b"half a key",
            Access::Private,
            Existing::Keep,
        )
        .expect("written");
        write(&path, b"key", Access::Private, Existing::Keep).expect("written");
        write(
            &folder.path().join(".licentia-backup-of-root.pem"),
            b"key",
            Access::Private,
            Existing::Keep,
        )
        .expect("written");
        remove_leftovers(folder.path());
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2);
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
        let nowhere = folder.path().join("c");
        std::os::unix::fs::symlink("nothing", &nowhere).expect("linked");
        assert!(write(&nowhere, b"one", Access::Public, Existing::Keep).is_err());
        for _ in 0..2 {
            write(Path::new("/dev/null"), b"one", Access::Public, Existing::Keep).expect("written");
        }
        let full = write(Path::new("/dev/full"), b"one", Access::Public, Existing::Keep)
            .expect_err("full");
        assert!(full.to_string().contains("the disk is full"), "{full}");
        assert!(!fs::metadata("/dev/null").expect("there").is_file());
    }
}
