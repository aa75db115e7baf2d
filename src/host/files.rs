//! Files: read whole, written whole or not at all. A new file is complete and synced under a
//! temporary name before it gets its own; what is not a regular file (a pipe, a device) is written
//! straight through and never replaced.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

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

/// Makes a fault of a system error. `doing` completes "cannot …".
pub(super) fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Fault + use<> {
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

/// Reads at most `most` bytes and one more, so that the caller sees what is too large without
/// reading all of it.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads files")]
    let file = File::open(path).map_err(failed("read", path))?;
    read_from(file, most).map_err(failed("read", path))
}

/// Whether there is a regular file at this path, perhaps behind a link.
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
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

/// Returns whether the mode of the file lets other users read or write it. Systems without modes
/// answer that it does not.
pub fn is_open_to_others(path: &Path) -> Result<bool> {
    let found = fs::metadata(path).map_err(failed("look at", path))?;
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
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only unix sets a mode"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    #[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
    builder.create(path).map_err(failed("make folder", path))
}

/// Creates a file and opens it to read and write. The mode of a public one is the system's default.
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

/// Opens an existing file to read and write, and leaves its content as it is.
pub(super) fn open_existing(path: &Path) -> io::Result<File> {
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    OpenOptions::new().read(true).write(true).open(path)
}

/// Makes a folder and those above it; tells which of them were missing, the deepest first.
pub fn make_folder(path: &Path) -> Result<Vec<PathBuf>> {
    let missing = path.ancestors().take_while(|above| !exists(above)).map(Path::to_owned).collect();
    #[expect(clippy::disallowed_methods, reason = "the one place that makes folders")]
    fs::create_dir_all(path).map_err(failed("make folder", path))?;
    Ok(missing)
}

/// Removes a file, and what it leads to where it is a link; syncs the folders so that both stay
/// away.
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

/// Returns whether a regular file with exactly these bytes is at a path.
pub(super) fn has_content(path: &Path, content: &[u8]) -> Result<bool> {
    Ok(is_file(path) && *Zeroizing::new(read(path, content.len())?) == content)
}

/// Where a path leads, also where its last part is still missing.
pub fn resolved(path: &Path) -> PathBuf {
    let of_folder = || {
        let folder = fs::canonicalize(folder_of(path)).ok()?;
        Some(folder.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(of_folder).unwrap_or_else(|| path.to_owned())
}

/// Whether two paths lead to the same file.
pub fn is_same(a: &Path, b: &Path) -> bool {
    fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// Removes folders that this command made, if they are empty; whatever hinders that is not worth a
/// word.
pub fn unmake_folders(made: &[PathBuf]) {
    for path in made {
        #[expect(clippy::disallowed_methods, reason = "the one place that removes folders")]
        let _ = fs::remove_dir(path);
    }
}

/// How the name of a folder from [`stage`] begins.
const STAGE: &str = ".licentia-stage-";

/// Folders that a [`stage`] left behind because its process was killed.
pub fn abandoned(inside: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(inside).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(STAGE))
        .map(|entry| entry.path())
        .collect()
}

/// A folder inside another that vanishes with all that is in it unless its content is moved away.
pub fn stage(inside: &Path) -> Result<tempfile::TempDir> {
    tempfile::Builder::new()
        .prefix(STAGE)
        .tempdir_in(inside)
        .map_err(failed("make a folder in", inside))
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

/// Checks, before any work is done, whether a file may be written here. A file that has the same
/// bytes already is accepted.
pub fn check(path: &Path, bytes: Option<&[u8]>, existing: Existing) -> Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            Err(failed("write", path)(io::Error::from(io::ErrorKind::IsADirectory)))
        }
        Ok(found) if found.is_file() && existing == Existing::Keep => {
            let same = bytes
                .is_some_and(|bytes| read(path, bytes.len()).is_ok_and(|there| there == bytes));
            if same { Ok(()) } else { Err(Fault::Exists(path.to_owned())) }
        }
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !exists(path) => {
            if folder_of(path).is_dir() { Ok(()) } else { Err(failed("write", path)(error)) }
        }
        Err(error) => Err(failed("write", path)(error)),
    }
}

/// Looks, before any work is done, whether [`make_folder`] would find a file in its way.
pub fn check_folder(path: &Path) -> Result<()> {
    let there = path.ancestors().find(|above| exists(above));
    if there.is_none_or(Path::is_dir) {
        Ok(())
    } else {
        Err(failed("make folder", path)(io::Error::from(io::ErrorKind::NotADirectory)))
    }
}

/// Opens a pipe or a device and writes to it. A pipe waits for its reader.
pub(super) fn write_through(path: &Path, bytes: &[u8]) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    let stream = OpenOptions::new().write(true).open(path);
    let mut stream = stream.map_err(failed("write", path))?;
    // A regular file that has taken the place of the pipe must not be overwritten.
    if stream.metadata().is_ok_and(|found| found.is_file()) {
        return Err(Fault::Exists(path.to_owned()));
    }
    stream.write_all(bytes).and_then(|()| stream.flush()).map_err(failed("write", path))
}

/// Returns the folder that the last part of a path is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A rename lasts only when its folder is on the disk too.
pub(super) fn sync_folder_of(path: &Path) -> Result<()> {
    sync_folder(folder_of(path))
}

/// Syncs the entries of a folder, so that a rename lasts. Does nothing on a system or file system
/// that cannot do it.
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

/// Syncs the entries of a folder, so that a rename lasts. Does nothing on a system or file system
/// that cannot do it.
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
    fn what_is_removed_is_gone_behind_a_link_too() {
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
