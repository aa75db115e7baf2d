//! Files under a temporary name, until they are renamed. A process locks each of its temporary
//! files, so that another process can tell them from the files of a killed process and remove
//! these.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use tempfile::{NamedTempFile, PersistError};

use crate::host::files::{self, Access, Existing, Fault, RANDOM};

/// A file with a temporary name. Dropping it removes it and then releases its lock.
pub(super) type TemporaryFile = NamedTempFile<File>;

/// The maximum number of times that a new file may be removed before its lock is taken. A process
/// that does nothing but remove leftovers can win the race dozens of times.
const MOST_LOSSES: usize = 1000;

/// Creates and locks a file in a folder. Its name is `prefix` and random characters.
pub(super) fn create(folder: &Path, prefix: &str, access: Access) -> io::Result<TemporaryFile> {
    create_observed(folder, prefix, access, &mut |_| ())
}

/// Creates a file. `unlocked` is called with its path before the lock is taken.
fn create_observed(
    folder: &Path,
    prefix: &str,
    access: Access,
    unlocked: &mut dyn FnMut(&Path),
) -> io::Result<TemporaryFile> {
    let mut losses = 0;
    tempfile::Builder::new().prefix(prefix).rand_bytes(RANDOM).make_in(folder, |path| {
        let file = files::create_new(path, access)?;
        unlocked(path);
        // Another process may have taken the file for a leftover before the lock was there.
        if lock(&file) && is_at(path, &file) {
            return Ok(file);
        }
        losses += 1;
        // `AlreadyExists` makes tempfile try another name.
        let is_last = losses == MOST_LOSSES;
        Err(if is_last { io::ErrorKind::NotFound } else { io::ErrorKind::AlreadyExists }.into())
    })
}

/// Locks a file. Returns false if another process holds its lock. A file system without locks
/// counts as success: no process can find out there that a file is a leftover.
pub(super) fn lock(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Returns true if a path still leads to an open file, and not through a link.
#[cfg(unix)]
pub(super) fn is_at(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(named), Ok(open)) = (fs::symlink_metadata(path), file.metadata()) else {
        return false;
    };
    named.dev() == open.dev() && named.ino() == open.ino()
}

/// Returns true if a path still leads to a file. The standard library cannot compare files here.
#[cfg(not(unix))]
pub(super) fn is_at(path: &Path, _: &File) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// Sets the length of an empty file and reserves the space on the disk.
pub(super) fn allocate(file: &mut File, length: u64) -> io::Result<()> {
    if length > 0 && !allocate_blocks(file, length)? {
        write_zeros(file, length)?;
    }
    Ok(())
}

/// Allocates the blocks without writing them. Returns false if the file system cannot do this.
#[cfg(target_os = "linux")]
fn allocate_blocks(file: &File, length: u64) -> io::Result<bool> {
    use rustix::fs::{FallocateFlags, fallocate};
    use rustix::io::{Errno, retry_on_intr};
    match retry_on_intr(|| fallocate(file, FallocateFlags::empty(), 0, length)) {
        Err(Errno::OPNOTSUPP | Errno::INVAL | Errno::NOSYS) => Ok(false),
        allocated => Ok(allocated.map(|()| true)?),
    }
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "Linux can fail")]
fn allocate_blocks(_: &File, _: u64) -> io::Result<bool> {
    Ok(false)
}

fn write_zeros(file: &mut File, length: u64) -> io::Result<()> {
    file.rewind()?;
    io::copy(&mut io::repeat(0).take(length), file)?;
    Ok(())
}

/// Writes and syncs the content of a file from an offset, where the file then ends.
pub(super) fn write_from(file: &mut File, offset: u64, content: &[u8]) -> io::Result<()> {
    file.seek(io::SeekFrom::Start(offset))?;
    file.write_all(content)?;
    file.set_len(offset + content.len() as u64)?;
    file.sync_all()
}

/// Renames a file and keeps its lock until then. Only a regular file is replaced, and only if
/// `existing` says so.
pub(super) fn rename(
    file: TemporaryFile,
    path: &Path,
    existing: Existing,
) -> Result<(), PersistError> {
    let is_replaceable = || fs::symlink_metadata(path).map_or(true, |found| found.is_file());
    let renamed = match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace if is_replaceable() => file.persist(path),
        Existing::Replace => Err(PersistError { error: io::ErrorKind::AlreadyExists.into(), file }),
    };
    renamed.map(drop)
}

/// Returns the fault for the error of a refused [`rename`].
pub(super) fn refused(error: io::Error, path: &Path) -> Fault {
    match error.kind() {
        io::ErrorKind::AlreadyExists => Fault::Exists(path.to_owned()),
        _ => files::failed("write", path)(error),
    }
}

/// Removes the temporary files of a folder that no process holds locked, and returns their number.
/// `is_kept` is asked while the file is locked: the process that created the file has ended then.
pub(super) fn remove_unlocked(
    folder: &Path,
    prefix: &str,
    is_kept: &mut dyn FnMut(&Path) -> bool,
) -> usize {
    let mut count = 0;
    for path in files::temporary_files(folder, prefix) {
        let Ok(file) = files::open_existing(&path) else { continue };
        if file.try_lock().is_ok() && is_at(&path, &file) && !is_kept(&path) {
            count += usize::from(files::unlink(&path).is_ok());
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::files::TEMPORARY;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).expect("listed").count()
    }

    fn new(folder: &Path) -> TemporaryFile {
        create(folder, TEMPORARY, Access::Public).expect("created")
    }

    fn remove(folder: &Path) -> usize {
        remove_unlocked(folder, TEMPORARY, &mut |_| false)
    }

    #[test]
    fn unlocked_temporary_files_are_removed_and_locked_ones_are_kept() {
        let folder = folder();
        let locked = new(folder.path());
        let left = folder.path().join(".licentia-abc123");
        files::create_new(&left, Access::Public).expect("created");
        assert_eq!(remove(folder.path()), 1);
        assert!(locked.path().exists() && !left.exists());
        drop(locked);
        assert_eq!(count(folder.path()), 0);
        assert_eq!(remove(&left), 0, "a folder that is missing");
    }

    #[test]
    fn only_regular_files_with_a_temporary_name_are_removed() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        for name in ["licentia-abcdef", ".licentia-abcde", ".licentia-abcdefg", ".licentia-abc.ef"]
        {
            files::create_new(&at(name), Access::Public).expect("created");
        }
        files::make_folder(&at(".licentia-folder")).expect("made");
        #[cfg(unix)]
        std::os::unix::fs::symlink("licentia-abcdef", at(".licentia-symbol")).expect("linked");
        let before = count(folder.path());
        assert_eq!(remove(folder.path()), 0);
        assert_eq!(count(folder.path()), before);
        let kept = at(".licentia-abc123");
        files::create_new(&kept, Access::Public).expect("created");
        assert_eq!(remove_unlocked(folder.path(), TEMPORARY, &mut |path| path == kept), 0);
        assert_eq!(remove(folder.path()), 1);
    }

    #[test]
    fn a_file_that_is_removed_before_it_is_locked_gets_another_name() {
        let folder = folder();
        let mut names = Vec::new();
        let file = create_observed(folder.path(), TEMPORARY, Access::Public, &mut |path| {
            names.push(path.to_owned());
            if names.len() < 3 {
                assert_eq!(remove(folder.path()), 1);
            }
        })
        .expect("created");
        assert_eq!((names.len(), count(folder.path())), (3, 1));
        assert_eq!(names.last().map(|path| path.as_path()), Some(file.path()));
        assert_eq!(remove(folder.path()), 0, "the new file is locked");
    }

    #[test]
    fn a_file_that_another_process_locks_first_is_left_to_that_process() {
        let folder = folder();
        let mut locked = Vec::new();
        let file = create_observed(folder.path(), TEMPORARY, Access::Public, &mut |path| {
            if locked.is_empty() {
                let other = files::open_existing(path).expect("opened");
                assert!(lock(&other));
                locked.push(other);
            }
        });
        assert!(file.expect("created").path().exists());
        assert_eq!(count(folder.path()), 1, "the file of the other process is not removed");
    }

    #[test]
    fn a_file_that_is_removed_each_time_is_an_error() {
        let folder = folder();
        let mut count = 0;
        let created = create_observed(folder.path(), TEMPORARY, Access::Public, &mut |path| {
            count += 1;
            files::unlink(path).expect("removed");
        });
        assert_eq!(created.expect_err("refused").kind(), io::ErrorKind::NotFound);
        assert_eq!(count, MOST_LOSSES);
    }

    #[test]
    fn creating_and_removing_at_the_same_time_never_removes_a_locked_file() {
        let folder = folder();
        std::thread::scope(|scope| {
            let creator = scope.spawn(|| {
                for _ in 0..1000 {
                    assert!(new(folder.path()).path().exists());
                }
            });
            while !creator.is_finished() {
                remove(folder.path());
            }
        });
        // A process that another test starts can have a copy of a handle for a moment.
        while count(folder.path()) > 0 {
            remove(folder.path());
        }
    }

    #[test]
    fn allocated_files_have_their_length_and_contain_zeros() {
        let folder = folder();
        for length in [0, 1, 4096, 20_001] {
            let (mut blocks, mut zeros) = (new(folder.path()), new(folder.path()));
            allocate(blocks.as_file_mut(), length).expect("allocated");
            write_zeros(zeros.as_file_mut(), length).expect("written");
            for file in [blocks, zeros] {
                let content = files::read(file.path(), 1 << 20).expect("read");
                assert_eq!(content.len() as u64, length);
                assert!(content.iter().all(|byte| *byte == 0));
            }
        }
    }

    /// A tmpfs refuses at once to allocate more than its size.
    #[test]
    #[cfg(target_os = "linux")]
    fn allocating_more_than_the_disk_holds_is_an_error() {
        let memory = Path::new("/dev/shm");
        let Ok(folder) = tempfile::tempdir_in(memory) else { return };
        let found = rustix::fs::statfs(memory).expect("a file system");
        const TMPFS: u64 = 0x0102_1994;
        if u64::try_from(found.f_type) != Ok(TMPFS) || found.f_blocks == 0 {
            return;
        }
        let mut file = new(folder.path());
        let error = allocate(file.as_file_mut(), 1 << 50).expect_err("full");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn a_file_ends_where_its_content_ends() {
        let folder = folder();
        let mut file = new(folder.path());
        allocate(file.as_file_mut(), 99).expect("allocated");
        write_from(file.as_file_mut(), 0, b"abcdef").expect("written");
        assert_eq!(files::read(file.path(), 99).expect("read"), b"abcdef");
        write_from(file.as_file_mut(), 2, b"x").expect("written");
        assert_eq!(files::read(file.path(), 99).expect("read"), b"abx");
    }

    #[test]
    #[cfg(unix)]
    fn a_rename_replaces_only_regular_files() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        std::os::unix::fs::symlink("file", at("link")).expect("linked");
        files::create_new(&at("file"), Access::Public).expect("created");
        for (name, existing) in
            [("link", Existing::Replace), ("link", Existing::Keep), ("file", Existing::Keep)]
        {
            let error = rename(new(folder.path()), &at(name), existing).expect_err("refused").error;
            assert!(matches!(refused(error, &at(name)), Fault::Exists(path) if path == at(name)));
        }
        assert_eq!(count(folder.path()), 2);
        rename(new(folder.path()), &at("file"), Existing::Replace).expect("replaced");
        rename(new(folder.path()), &at("new"), Existing::Replace).expect("renamed");
        assert!(fs::symlink_metadata(at("link")).expect("there").is_symlink());
        assert_eq!(count(folder.path()), 3);
    }
}
