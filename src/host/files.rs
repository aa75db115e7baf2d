//! Files: read whole, written whole or not at all. A new file is complete and synced under a temporary name before it gets
//! its own; what is not a regular file (a pipe, a device) is written straight through and never replaced.

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

/// Reads at most `most` bytes and one more, so that the caller sees what is too large without reading all of it.
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

/// Removes a file, and what it leads to where it is a link; syncs the folders so that both stay away.
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

/// Removes files that were staged in a folder by a process that was killed. The caller knows that nobody is writing there.
pub fn sweep(folder: &Path) {
    for path in temporary_files(folder, TEMPORARY) {
        // One that cannot be removed is met again the next time.
        let _ = unlink(&path);
    }
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

/// Removes folders that this command made, if they are empty; whatever hinders that is not worth a word.
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

/// Looks, before any work is done, whether [`write()`] would be refused for what is there. Bytes that are there already are
/// no hindrance.
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

/// A file that is complete on the disk under a temporary name, or as good as written. Dropped, it was never there.
#[derive(Debug)]
pub struct Pending {
    path: PathBuf,
    existing: Existing,
    bytes: Zeroizing<Vec<u8>>,
    access: Access,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// The same bytes are there already; of a secret, for others too perhaps.
    Same(Access),
    /// Not a regular file: opened and written at the end, because a pipe waits for its reader.
    Through,
    /// Complete and synced.
    Renamed(tempfile::NamedTempFile<File>),
}

/// Writes a file whole under a temporary name and syncs it, so that only a rename is left to do. A link is followed.
pub fn prepare(path: &Path, bytes: &[u8], access: Access, existing: Existing) -> Result<Pending> {
    check(path, Some(bytes), existing)?;
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let way = match fs::metadata(&path) {
        Ok(found) if !found.is_file() => Way::Through,
        Ok(_) if read(&path, bytes.len())? == bytes => Way::Same(access),
        _ => Way::Renamed(stage_file(&path, bytes, access)?),
    };
    Ok(Pending { path, existing, bytes: Zeroizing::new(bytes.to_owned()), access, way })
}

fn stage_file(path: &Path, bytes: &[u8], access: Access) -> Result<tempfile::NamedTempFile<File>> {
    let mut new = tempfile::Builder::new()
        .prefix(TEMPORARY)
        .rand_bytes(RANDOM)
        .make_in(folder_of(path), |name| create_new(name, access))
        .map_err(failed("write", path))?;
    // The lock keeps other processes from removing the file as a leftover.
    let _ = new.as_file().try_lock();
    new.write_all(bytes).and_then(|()| new.as_file().sync_all()).map_err(failed("write", path))?;
    Ok(new)
}

impl Pending {
    /// Its name, and the one under which it is complete on the disk already; nothing where it is written at the end.
    pub fn names(&self) -> Option<(&Path, &Path)> {
        match &self.way {
            Way::Renamed(new) => Some((&self.path, new.path())),
            Way::Same(_) | Way::Through => None,
        }
    }

    /// Whether it is written at the end, to what is no regular file.
    pub fn is_through(&self) -> bool {
        matches!(self.way, Way::Through)
    }

    /// Gives the file its name and syncs the folder. One for its owner alone that does not get it stays as it is: it may hold
    /// what is nowhere else.
    pub fn finish(self) -> Result<()> {
        finish_all([self])
    }

    /// Gives the file its name. Returns it where that lasts only once its folder is synced.
    fn name(self) -> Result<Option<PathBuf>> {
        let Pending { path, existing, bytes, access, way } = self;
        let new = match way {
            Way::Same(Access::Public) => return Ok(None),
            Way::Same(Access::Private) => return set_private(&path).map(|()| None),
            Way::Through => return write_through(&path, &bytes).map(|()| None),
            Way::Renamed(new) => new,
        };
        let renamed = match existing {
            Existing::Replace => new.persist(&path),
            // Somebody may have made the file since we looked.
            Existing::Keep => new.persist_noclobber(&path),
        };
        if let Err(error) = renamed {
            // Somebody who found it complete may have given it its name for us.
            let is_there = || read(&path, bytes.len()).is_ok_and(|there| there == *bytes);
            let tempfile::PersistError { error, file } = error;
            let refused = match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists if is_there() => None,
                io::ErrorKind::AlreadyExists => Some(Fault::Exists(path.clone())),
                _ => Some(failed("write", &path)(error)),
            };
            if let Some(refused) = refused {
                if access == Access::Private {
                    // Whatever hinders that too is told with what hindered the name.
                    let _ = file.keep();
                }
                return Err(refused);
            }
        }
        Ok(Some(path))
    }
}

/// Gives several files their names, one after the other, and syncs each folder once. The first that gets none ends it; those before it
/// have theirs.
pub fn finish_all(all: impl IntoIterator<Item = Pending>) -> Result<()> {
    let mut named: Vec<PathBuf> = Vec::new();
    let mut take = |pending: Pending| {
        let path = pending.name()?;
        named.extend(
            path.filter(|path| !named.iter().any(|known| folder_of(known) == folder_of(path))),
        );
        Ok(())
    };
    let done = all.into_iter().try_for_each(&mut take);
    named.iter().try_for_each(|path| sync_folder_of(path))?;
    done
}

/// Writes a file whole: temporary file, sync, rename, sync of the folder. A target that already holds the same bytes
/// counts as written; one that is not a regular file is written straight through and never replaced.
pub fn write(path: &Path, bytes: &[u8], access: Access, existing: Existing) -> Result<()> {
    prepare(path, bytes, access, existing)?.finish()
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

    #[test]
    fn of_several_files_the_first_without_a_name_ends_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a", "b", "c"].map(|name| folder.path().join(name));
        let all = paths
            .each_ref()
            .map(|path| prepare(path, b"new", Access::Public, Existing::Keep).expect("prepared"));
        write(&paths[1], b"somebody else's", Access::Public, Existing::Keep).expect("written");
        assert!(matches!(finish_all(all), Err(Fault::Exists(path)) if path.ends_with("b")));
        let names = || {
            std::fs::read_dir(folder.path())
                .expect("a folder")
                .map(|entry| entry.expect("a file").file_name())
        };
        assert_eq!(names().count(), 2, "{:?}", names().collect::<Vec<_>>());
        assert_eq!(read(&paths[0], 9).expect("read"), b"new");
        let rest = [prepare(&paths[2], b"new", Access::Public, Existing::Keep).expect("prepared")];
        assert!(finish_all(rest).is_ok() && paths[2].exists());
    }

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
    fn a_file_that_is_not_finished_was_never_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.lic");
        drop(prepare(&path, b"one", Access::Public, Existing::Keep).expect("prepared"));
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 0);
        assert!(prepare(Path::new("/proc/a.lic"), b"one", Access::Public, Existing::Keep).is_err());
        assert!(
            check_folder(&folder.path().join("x/y")).is_ok()
                && check_folder(Path::new("/dev/null/x")).is_err()
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
        sweep(folder.path());
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
