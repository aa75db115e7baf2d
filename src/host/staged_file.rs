//! Private files that are on the disk before the transaction commits, because their secret is
//! nowhere else. Until the commit a staged file lacks its last bytes, its tail, and is not valid.

use std::fs;
use std::io::{self, Read as _, Seek as _};
use std::path::{Path, PathBuf};

use tempfile::{PersistError, TempPath};
use zeroize::Zeroizing;

use crate::host::files::{self, Access, Result, folder_of};
use crate::host::output_files::OutputTarget;
use crate::host::temporary_file::{self, TemporaryFile};

/// A locked private file under a temporary name. It has its head, and lacks its tail.
#[derive(Debug)]
pub struct StagedFile {
    file: TemporaryFile,
    target: OutputTarget,
    /// The path of the target with its links followed.
    path: PathBuf,
    head_length: u64,
}

/// The outcome of opening a staged file that another process left.
#[derive(Debug)]
pub enum Reopened {
    /// The file, locked. Dropping it keeps it.
    File(StagedFile),
    /// Another process holds the lock and will finish or remove the file.
    Locked,
    /// There is no regular file at the path, or it is shorter than its head.
    Missing,
}

impl StagedFile {
    /// Creates a file for a target in the target's folder, writes its head, and syncs the file and
    /// the folder. The target's `access` is ignored: the file is private. Dropping the file removes
    /// it. `tag` is a part of the temporary name and consists of letters, digits and `-`.
    ///
    /// # Errors
    ///
    /// The target exists and must be kept, or is a stream; the disk is full or not writable.
    pub fn create(target: OutputTarget, head: &[u8], tag: &str) -> Result<StagedFile> {
        files::check(&target.path, None, target.existing)?;
        let failed = || files::failed("write", &target.path);
        if target.is_stream() {
            return Err(failed()(io::ErrorKind::Unsupported.into()));
        }
        let path = target.followed();
        let mut file = temporary_file::create(folder_of(&path), &prefix(tag), Access::Private)
            .map_err(failed())?;
        temporary_file::write_from(file.as_file_mut(), 0, head).map_err(failed())?;
        files::sync_folder_of(&path)?;
        Ok(StagedFile { file, target, path, head_length: head.len() as u64 })
    }

    /// Opens and locks a file that a killed process left. It may have a part of its tail already.
    /// Nothing is written until [`StagedFile::finish`].
    ///
    /// # Errors
    ///
    /// The file cannot be opened.
    pub fn reopen(staged: &Path, target: OutputTarget, head_length: u64) -> Result<Reopened> {
        let is_file = |found: fs::Metadata| found.is_file() && found.len() >= head_length;
        if !fs::symlink_metadata(staged).is_ok_and(is_file) {
            return Ok(Reopened::Missing);
        }
        let file = match files::open_existing(staged) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Reopened::Missing),
            file => file.map_err(files::failed("read", staged))?,
        };
        if !temporary_file::lock(&file) {
            return Ok(Reopened::Locked);
        }
        // Its process may have finished or removed it before the lock was taken.
        if !temporary_file::is_at(staged, &file) {
            return Ok(Reopened::Missing);
        }
        let name = TempPath::try_from_path(staged).map_err(files::failed("read", staged))?;
        let path = target.followed();
        let mut file =
            StagedFile { file: TemporaryFile::from_parts(file, name), target, path, head_length };
        file.keep();
        Ok(Reopened::File(file))
    }

    /// Returns the temporary path.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Returns the final path, with its links followed.
    pub fn target(&self) -> &Path {
        &self.path
    }

    /// Returns the content without the tail.
    pub fn head(&self) -> Result<Zeroizing<Vec<u8>>> {
        self.read(self.head_length).map_err(files::failed("read", self.path()))
    }

    /// Keeps the file on the disk when it is dropped. Called as soon as the transaction has
    /// committed: from then on the record depends on the file.
    pub fn keep(&mut self) {
        self.file.disable_cleanup(true);
    }

    /// Writes the tail, syncs, renames, and syncs the folder.
    ///
    /// # Errors
    ///
    /// The tail cannot be written or the rename is refused. The file then stays on the disk under
    /// its temporary name, without the tail.
    pub fn finish(mut self, tail: &[u8]) -> Result<()> {
        self.keep();
        if let Err(error) =
            temporary_file::write_from(self.file.as_file_mut(), self.head_length, tail)
        {
            self.remove_tail();
            return Err(files::failed("write", &self.target.path)(error));
        }
        let StagedFile { file, target, path, head_length } = self;
        let Err(refused) = temporary_file::rename(file, &path, target.existing) else {
            return files::sync_folder_of(&path);
        };
        let PersistError { error, file } = refused;
        let this = StagedFile { file, target, path, head_length };
        if this.is_finished(tail) {
            files::set_private(&this.path)?;
            return this.remove();
        }
        this.remove_tail();
        Err(temporary_file::refused(error, &this.target.path))
    }

    /// Removes the file and syncs the folder.
    pub fn remove(self) -> Result<()> {
        let failed = files::failed("remove", self.path());
        match self.file.close() {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
            _ => files::sync_folder_of(&self.path),
        }
    }

    /// Shortens the file to its head. The caller reports the error that made this necessary.
    fn remove_tail(&self) {
        let file = self.file.as_file();
        let _ = file.set_len(self.head_length).and_then(|()| file.sync_all());
    }

    /// Returns true if the target has the content of this file with its tail.
    fn is_finished(&self, tail: &[u8]) -> bool {
        let content = self.read(self.head_length + tail.len() as u64);
        content.is_ok_and(|content| files::has_content(&self.path, &content).unwrap_or(false))
    }

    fn read(&self, length: u64) -> io::Result<Zeroizing<Vec<u8>>> {
        let mut file = self.file.as_file();
        let mut content = Zeroizing::new(Vec::new());
        file.rewind()?;
        file.take(length).read_to_end(&mut content)?;
        Ok(content)
    }
}

/// Returns the beginning of the temporary names of a tag.
fn prefix(tag: &str) -> String {
    format!("{}credential-{tag}-", files::TEMPORARY)
}

/// Removes the staged files of a tag that killed processes left in a folder, and returns their
/// number. Files that a process holds locked are kept. `is_recorded` is asked while the file is
/// locked, so that its answer counts every transaction that could have recorded the file.
pub fn remove_staged_leftovers(
    folder: &Path,
    tag: &str,
    is_recorded: &mut dyn FnMut(&Path) -> bool,
) -> usize {
    temporary_file::remove_unlocked(folder, &prefix(tag), is_recorded)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::host::files::{Existing, Fault};

    const HEAD: &[u8] = b"the head";

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn target(folder: &tempfile::TempDir, existing: Existing) -> OutputTarget {
        OutputTarget { path: folder.path().join("a.cred"), access: Access::Public, existing }
    }

    fn create(folder: &tempfile::TempDir, existing: Existing) -> StagedFile {
        StagedFile::create(target(folder, existing), HEAD, "home").expect("created")
    }

    fn put(path: &Path, content: &[u8]) {
        crate::host::output_files::write(path, content, Access::Public, Existing::Replace)
            .expect("put");
    }

    fn get(path: &Path) -> Vec<u8> {
        files::read(path, 999).expect("read")
    }

    fn count(folder: &tempfile::TempDir) -> usize {
        fs::read_dir(folder.path()).expect("listed").count()
    }

    /// Leaves a staged file as a killed process does: nothing locks it.
    fn leave(folder: &tempfile::TempDir, content: &[u8]) -> PathBuf {
        let path = folder.path().join(".licentia-credential-home-abc123");
        put(&path, content);
        path
    }

    fn reopen(staged: &Path, target: OutputTarget) -> StagedFile {
        match StagedFile::reopen(staged, target, HEAD.len() as u64).expect("opened") {
            Reopened::File(file) => file,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_staged_file_has_its_head_until_it_is_finished() {
        let folder = folder();
        let file = create(&folder, Existing::Keep);
        let staged = file.path().to_owned();
        let name = staged.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.starts_with(".licentia-credential-home-"), "{name}");
        assert_eq!(get(&staged), HEAD);
        assert!(!files::is_open_to_others(&staged).expect("found"), "it is private");
        assert_eq!(*file.head().expect("read"), HEAD);
        assert_eq!((file.target(), count(&folder)), (folder.path().join("a.cred").as_path(), 1));
        file.finish(b", the tail").expect("finished");
        assert_eq!(get(&folder.path().join("a.cred")), b"the head, the tail");
        assert_eq!(count(&folder), 1);
    }

    #[test]
    fn a_dropped_file_is_removed_unless_it_is_kept() {
        let folder = folder();
        drop(create(&folder, Existing::Keep));
        assert_eq!(count(&folder), 0);
        let mut file = create(&folder, Existing::Keep);
        file.keep();
        let staged = file.path().to_owned();
        drop(file);
        assert_eq!(get(&staged), HEAD);
        drop(reopen(&leave(&folder, HEAD), target(&folder, Existing::Keep)));
        assert_eq!(count(&folder), 2, "a file of another process is kept");
    }

    #[test]
    fn an_existing_target_is_kept_or_replaced() {
        let folder = folder();
        let path = folder.path().join("a.cred");
        let file = create(&folder, Existing::Keep);
        put(&path, b"other");
        let staged = file.path().to_owned();
        assert!(matches!(file.finish(b", the tail"), Err(Fault::Exists(found)) if found == path));
        assert_eq!((get(&staged), get(&path)), (HEAD.to_vec(), b"other".to_vec()));
        let refused = StagedFile::create(target(&folder, Existing::Keep), HEAD, "home");
        assert!(matches!(refused, Err(Fault::Exists(_))));
        create(&folder, Existing::Replace).finish(b", the tail").expect("finished");
        assert_eq!(get(&path), b"the head, the tail");
        // A link that appears is neither followed nor replaced.
        let file = create(&folder, Existing::Replace);
        files::remove(&path).expect("removed");
        std::os::unix::fs::symlink("/dev/null", &path).expect("linked");
        assert!(matches!(file.finish(b", the tail"), Err(Fault::Exists(_))));
        assert!(fs::symlink_metadata(&path).expect("found").is_symlink());
    }

    #[test]
    fn a_link_is_followed_and_a_stream_is_refused() {
        let folder = folder();
        put(&folder.path().join("file"), b"before");
        std::os::unix::fs::symlink("file", folder.path().join("a.cred")).expect("linked");
        create(&folder, Existing::Replace).finish(b", the tail").expect("finished");
        assert_eq!(get(&folder.path().join("file")), b"the head, the tail");
        let stream =
            OutputTarget { path: "/dev/null".into(), ..target(&folder, Existing::Replace) };
        assert!(StagedFile::create(stream, HEAD, "home").is_err());
    }

    #[test]
    fn a_file_that_was_left_is_finished() {
        let folder = folder();
        let path = folder.path().join("a.cred");
        for content in ["the head", "the head, th", "the head, the tail", "the head, and more text"]
        {
            let staged = leave(&folder, content.as_bytes());
            let file = reopen(&staged, target(&folder, Existing::Keep));
            assert_eq!(*file.head().expect("read"), HEAD);
            assert_eq!((file.path(), get(&staged)), (staged.as_path(), content.into()));
            file.finish(b", the tail").expect("finished");
            assert_eq!((get(&path), count(&folder)), (b"the head, the tail".to_vec(), 1));
            files::remove(&path).expect("removed");
        }
    }

    #[test]
    fn a_file_that_was_left_is_finished_only_if_its_target_is_free() {
        let folder = folder();
        let path = folder.path().join("a.cred");
        put(&path, b"other");
        let staged = leave(&folder, b"the head, the");
        let refused = reopen(&staged, target(&folder, Existing::Keep)).finish(b", the tail");
        assert!(matches!(refused, Err(Fault::Exists(_))));
        assert_eq!((get(&staged), get(&path)), (HEAD.to_vec(), b"other".to_vec()));
        // A target that is complete already is no hindrance, also as a second name of the file.
        put(&path, b"the head, the tail");
        reopen(&staged, target(&folder, Existing::Keep)).finish(b", the tail").expect("finished");
        assert_eq!(count(&folder), 1);
        assert!(!files::is_open_to_others(&path).expect("found"));
        fs::hard_link(&path, &staged).expect("linked");
        reopen(&staged, target(&folder, Existing::Keep)).finish(b", the tail").expect("finished");
        assert_eq!((get(&path), count(&folder)), (b"the head, the tail".to_vec(), 1));
    }

    #[test]
    fn a_file_that_is_locked_or_missing_is_not_opened() {
        let folder = folder();
        let file = create(&folder, Existing::Keep);
        let reopen = |path: &Path| {
            StagedFile::reopen(path, target(&folder, Existing::Keep), HEAD.len() as u64)
        };
        assert!(matches!(reopen(file.path()), Ok(Reopened::Locked)));
        let short = leave(&folder, b"the");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(file.path(), &link).expect("linked");
        for path in [&short, &link, folder.path(), &folder.path().join("missing")] {
            assert!(matches!(reopen(path), Ok(Reopened::Missing)), "{}", path.display());
        }
        assert_eq!(get(&short), b"the");
    }

    #[test]
    fn a_removed_file_is_gone() {
        let folder = folder();
        let file = reopen(&leave(&folder, HEAD), target(&folder, Existing::Keep));
        file.remove().expect("removed");
        assert_eq!(count(&folder), 0);
    }

    #[test]
    fn leftovers_are_removed_unless_they_are_recorded_or_locked_or_of_another_tag() {
        let folder = folder();
        let locked = create(&folder, Existing::Keep);
        let (left, name) = (leave(&folder, HEAD), |name: &str| folder.path().join(name));
        // A write removes the leftovers that are there, and so the ordinary one comes last.
        for other in [".licentia-credential-second-home-abc123", ".licentia-abc123"] {
            put(&name(other), HEAD);
        }
        let mut asked = Vec::new();
        let count_removed = remove_staged_leftovers(folder.path(), "home", &mut |path| {
            asked.push(path.to_owned());
            true
        });
        assert_eq!((count_removed, asked), (0, vec![left.clone()]));
        assert_eq!(remove_staged_leftovers(folder.path(), "home", &mut |_| false), 1);
        assert!(!left.exists() && locked.path().exists());
        assert_eq!(count(&folder), 3);
        assert_eq!(crate::host::output_files::remove_leftovers(folder.path()), 1);
    }
}
