//! Output files of a change. Their space is reserved before the transaction commits, and their
//! content is written after it. A killed process therefore leaves no content that is not recorded.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::host::files::{self, Access, Existing, Fault, Result, TEMPORARY, folder_of};
use crate::host::temporary_file::{self, TemporaryFile};

/// The path of an output file, its readers, and the treatment of an existing file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputTarget {
    /// The path. Links are followed.
    pub path: PathBuf,
    /// The users who may read the file.
    pub access: Access,
    /// The treatment of an existing file with another content.
    pub existing: Existing,
}

impl OutputTarget {
    /// Returns true if the path leads to a pipe, a device or another thing that is not a regular
    /// file. Such a target is written directly, after the commit, and never replaced.
    pub fn is_stream(&self) -> bool {
        is_stream(&self.path)
    }

    /// Returns the path with its links followed.
    pub(super) fn followed(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }
}

fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file())
}

/// Files that are written one after the other once a transaction has committed. Dropping them
/// removes the reserved files.
#[derive(Default)]
pub struct OutputFiles {
    files: Vec<OutputFile>,
    spaces: Vec<Space>,
}

/// A failure to write all output files.
#[derive(Debug, thiserror::Error)]
#[error("{fault}")]
pub struct WriteError {
    /// The cause.
    pub fault: Fault,
    /// The target that could not be written. `None` if all files have their names and the folder
    /// that `fault` names could not be synced.
    pub failed: Option<PathBuf>,
    /// The targets that were written, in their order.
    pub written: Vec<PathBuf>,
}

/// One file of a change.
struct OutputFile {
    target: OutputTarget,
    /// The path with its links followed.
    path: PathBuf,
    content: Zeroizing<Vec<u8>>,
    reservation: Reservation,
}

/// The space that is reserved for a file.
enum Reservation {
    /// No space.
    Absent,
    /// A file of the length of the content, which will get the content and the name.
    Own(TemporaryFile),
    /// A part of the space file with this index.
    Shared(usize),
}

/// A file that reserves the space for many files of a folder.
struct Space {
    folder: PathBuf,
    file: TemporaryFile,
    length: u64,
    block: u64,
}

/// The maximum number of reserved files. Each has an open handle because of its lock.
const MOST_HANDLES: usize = 64;

impl OutputFiles {
    /// Returns an empty list.
    pub fn new() -> OutputFiles {
        OutputFiles::default()
    }

    /// Returns true if there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Adds a file with its content.
    ///
    /// # Errors
    ///
    /// The target exists and must be kept, is a folder, or is in a folder that does not exist.
    pub fn add(&mut self, target: OutputTarget, content: Zeroizing<Vec<u8>>) -> Result<()> {
        files::check(&target.path, Some(&content), target.existing)?;
        let path = target.followed();
        self.files.push(OutputFile { target, path, content, reservation: Reservation::Absent });
        Ok(())
    }

    /// Reserves the space of all files that were added, and removes leftovers in their folders.
    /// Nothing of the content reaches the disk. Can be called again after further files were added.
    ///
    /// # Errors
    ///
    /// The disk is full, or a folder cannot be written to.
    pub fn reserve(&mut self) -> Result<()> {
        let mut waiting = Vec::new();
        for file in &mut self.files {
            if file.needs_space()? {
                waiting.push(file);
            }
        }
        let folders: BTreeSet<&Path> = waiting.iter().map(|file| folder_of(&file.path)).collect();
        for folder in folders {
            remove_leftovers(folder);
        }
        self.spaces.clear();
        if waiting.len() > MOST_HANDLES {
            self.spaces = reserve_together(waiting)?;
            return Ok(());
        }
        waiting.into_iter().try_for_each(OutputFile::reserve)
    }

    /// Writes, syncs and renames the files in the order in which they were added, and syncs each
    /// folder once.
    ///
    /// # Errors
    ///
    /// A file cannot be written. Files before it are written, and files after it are not.
    pub fn write(self) -> std::result::Result<(), WriteError> {
        self.write_observed(&mut |_| ())
    }

    /// Writes the files. `unnamed` is called with each complete file before it is renamed.
    fn write_observed(self, unnamed: &mut dyn FnMut(&Path)) -> std::result::Result<(), WriteError> {
        let OutputFiles { files, mut spaces } = self;
        let (mut written, mut folders) = (Vec::new(), BTreeSet::new());
        let mut failure = None;
        for file in files {
            let (target, folder) = (file.target.path.clone(), folder_of(&file.path).to_owned());
            match file.write(&mut spaces, unnamed) {
                Ok(is_renamed) => {
                    written.push(target);
                    folders.extend(is_renamed.then_some(folder));
                }
                Err(fault) => {
                    failure = Some((fault, Some(target)));
                    break;
                }
            }
        }
        drop(spaces);
        for folder in folders {
            if let Err(fault) = files::sync_folder(&folder) {
                failure.get_or_insert((fault, None));
            }
        }
        match failure {
            Some((fault, failed)) => Err(WriteError { fault, failed, written }),
            None => Ok(()),
        }
    }
}

impl OutputFile {
    /// Returns true if the file will be created: the target is a regular file or missing, and does
    /// not have the content yet.
    fn needs_space(&self) -> Result<bool> {
        Ok(!is_stream(&self.path) && !files::has_content(&self.path, &self.content)?)
    }

    /// Creates the file with its length, unless this was done before.
    fn reserve(&mut self) -> Result<()> {
        if matches!(self.reservation, Reservation::Own(_)) {
            return Ok(());
        }
        let mut file = self.create()?;
        temporary_file::allocate(file.as_file_mut(), self.content.len() as u64)
            .map_err(files::failed("write", &self.target.path))?;
        self.reservation = Reservation::Own(file);
        Ok(())
    }

    fn create(&self) -> Result<TemporaryFile> {
        temporary_file::create(folder_of(&self.path), TEMPORARY, self.target.access)
            .map_err(files::failed("write", &self.target.path))
    }

    /// Writes the file. Returns true if it was renamed and its folder must be synced.
    fn write(mut self, spaces: &mut [Space], unnamed: &mut dyn FnMut(&Path)) -> Result<bool> {
        // The target may have changed since the space was reserved.
        if is_stream(&self.path) {
            return files::write_through(&self.path, &self.content).map(|()| false);
        }
        if self.is_written() {
            return self.set_access().map(|()| false);
        }
        let mut file = match std::mem::replace(&mut self.reservation, Reservation::Absent) {
            Reservation::Own(file) => file,
            Reservation::Absent => self.create()?,
            Reservation::Shared(index) => {
                let length = self.content.len() as u64;
                spaces.get_mut(index).map_or(Ok(()), |space| space.release(length))?;
                self.create()?
            }
        };
        temporary_file::write_from(file.as_file_mut(), 0, &self.content)
            .map_err(files::failed("write", &self.target.path))?;
        unnamed(file.path());
        self.rename(file).map(|()| true)
    }

    fn rename(&self, file: TemporaryFile) -> Result<()> {
        match temporary_file::rename(file, &self.path, self.target.existing) {
            Ok(()) => Ok(()),
            // Another process may have written the same file.
            Err(_) if self.is_written() => self.set_access(),
            Err(refused) => Err(temporary_file::refused(refused.error, &self.target.path)),
        }
    }

    /// Returns true if the target has the content. An unreadable target counts as different.
    fn is_written(&self) -> bool {
        files::has_content(&self.path, &self.content).unwrap_or(false)
    }

    fn set_access(&self) -> Result<()> {
        match self.target.access {
            Access::Public => Ok(()),
            Access::Private => files::set_private(&self.path),
        }
    }
}

/// Reserves the space for many files with one file for each folder. Folders after the first
/// [`MOST_HANDLES`] share the last space file.
fn reserve_together(waiting: Vec<&mut OutputFile>) -> Result<Vec<Space>> {
    let mut spaces: Vec<Space> = Vec::new();
    for file in waiting {
        let folder = folder_of(&file.path);
        let known = spaces.iter().position(|space| space.folder == folder);
        if known.is_none() && spaces.len() < MOST_HANDLES {
            spaces.push(Space::create(folder)?);
        }
        let index = known.unwrap_or(spaces.len() - 1);
        let space = &mut spaces[index];
        space.length += space.rounded(file.content.len() as u64);
        file.reservation = Reservation::Shared(index);
    }
    spaces.iter_mut().try_for_each(Space::allocate)?;
    Ok(spaces)
}

impl Space {
    /// Creates an empty space file.
    fn create(folder: &Path) -> Result<Space> {
        let file = temporary_file::create(folder, TEMPORARY, Access::Private)
            .map_err(files::failed("reserve space in", folder))?;
        let block = block_size(&file);
        Ok(Space { folder: folder.to_owned(), file, length: 0, block })
    }

    /// Returns the space that a file of a length needs: a file occupies whole blocks.
    fn rounded(&self, length: u64) -> u64 {
        length.next_multiple_of(self.block)
    }

    fn allocate(&mut self) -> Result<()> {
        temporary_file::allocate(self.file.as_file_mut(), self.length)
            .map_err(files::failed("reserve space in", &self.folder))
    }

    /// Gives back the space that a file of a length needs.
    fn release(&mut self, length: u64) -> Result<()> {
        self.length = self.length.saturating_sub(self.rounded(length));
        self.file
            .as_file()
            .set_len(self.length)
            .map_err(files::failed("reserve space in", &self.folder))
    }
}

/// Returns the block size of the file system of a file, or a usual size if the block size is
/// unknown.
fn block_size(file: &TemporaryFile) -> u64 {
    const USUAL: u64 = 4096;
    known_block_size(file).filter(|size| *size > 0).unwrap_or(USUAL)
}

#[cfg(unix)]
fn known_block_size(file: &TemporaryFile) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    file.as_file().metadata().ok().map(|found| found.blksize())
}

#[cfg(not(unix))]
fn known_block_size(_: &TemporaryFile) -> Option<u64> {
    None
}

/// Writes one file at once: reserved, written, synced and renamed. A target with the same content
/// counts as written.
///
/// # Errors
///
/// The target exists and must be kept; the disk is full or not writable.
pub fn write(path: &Path, content: &[u8], access: Access, existing: Existing) -> Result<()> {
    let mut files = OutputFiles::new();
    let target = OutputTarget { path: path.to_owned(), access, existing };
    files.add(target, Zeroizing::new(content.to_vec()))?;
    files.reserve()?;
    files.write().map_err(|error| error.fault)
}

/// Replaces a small private file as a whole without syncing it. After a power cut the file has the
/// old content, the new content, or none. A link is followed.
///
/// # Errors
///
/// The disk is full or not writable.
pub fn replace_unsynced(path: &Path, content: &[u8]) -> Result<()> {
    let path = files::resolved(path);
    let file = temporary_file::create(folder_of(&path), TEMPORARY, Access::Private);
    let mut file = file.map_err(files::failed("write", &path))?;
    file.as_file_mut().write_all(content).map_err(files::failed("write", &path))?;
    temporary_file::rename(file, &path, Existing::Replace)
        .map_err(|refused| temporary_file::refused(refused.error, &path))
}

/// Removes the reserved files that killed processes left in a folder, and returns their number.
/// Files that a process holds locked are kept.
pub fn remove_leftovers(folder: &Path) -> usize {
    temporary_file::remove_unlocked(folder, TEMPORARY, &mut |_| false)
}

#[cfg(test)]
#[cfg(target_os = "linux")] // The tests read /proc and write to /dev/full.
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;

    use super::*;

    /// A folder, and short forms of the functions under test.
    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Folder {
            Folder(tempfile::tempdir().expect("a folder"))
        }

        fn at(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn target(&self, name: &str, existing: Existing) -> OutputTarget {
            OutputTarget { path: self.at(name), access: Access::Public, existing }
        }

        fn put(&self, name: &str, content: &str) {
            let bytes = content.as_bytes();
            write(&self.at(name), bytes, Access::Public, Existing::Replace).expect("put");
        }

        fn get(&self, name: &str) -> String {
            let content = files::read(&self.at(name), 1 << 20).expect("read");
            String::from_utf8(content).expect("a text")
        }

        /// The names in the folder. A temporary name is shortened to its prefix.
        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.0.path()).expect("listed");
            let mut names: Vec<String> = entries
                .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
                .map(|name| if is_temporary(&name) { TEMPORARY.to_owned() } else { name })
                .collect();
            names.sort();
            names
        }

        fn temporary(&self) -> Vec<PathBuf> {
            files::temporary_files(self.0.path(), TEMPORARY)
        }

        /// The open handles of this process on files of the folder.
        fn handles(&self) -> usize {
            let handles = fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
            let paths = handles.filter_map(|handle| fs::read_link(handle.path()).ok());
            paths.filter(|path| path.starts_with(self.0.path())).count()
        }
    }

    fn is_temporary(name: &str) -> bool {
        name.starts_with(TEMPORARY)
    }

    fn bytes(content: &str) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(content.as_bytes().to_vec())
    }

    fn output(targets: impl IntoIterator<Item = OutputTarget>, content: &str) -> OutputFiles {
        let mut output = OutputFiles::new();
        for target in targets {
            output.add(target, bytes(content)).expect("added");
        }
        output
    }

    fn reserved(targets: impl IntoIterator<Item = OutputTarget>, content: &str) -> OutputFiles {
        let mut output = output(targets, content);
        output.reserve().expect("reserved");
        output
    }

    #[test]
    fn a_reserved_file_has_the_length_of_its_content_and_none_of_its_bytes() {
        let folder = Folder::new();
        let private =
            OutputTarget { access: Access::Private, ..folder.target("private", Existing::Keep) };
        let output = reserved([folder.target("a", Existing::Keep), private], "content");
        assert_eq!(folder.names(), [TEMPORARY, TEMPORARY]);
        let mut modes = Vec::new();
        for path in folder.temporary() {
            assert_eq!(files::read(&path, 99).expect("read"), [0; 7]);
            modes.push(fs::metadata(&path).expect("found").permissions().mode() & 0o077);
        }
        assert!(modes.contains(&0) && folder.handles() == 2, "{modes:?}");
        output.write().expect("written");
        assert_eq!(folder.names(), ["a", "private"]);
        assert_eq!((folder.get("a"), folder.get("private")), ("content".into(), "content".into()));
        assert!(!files::is_open_to_others(&folder.at("private")).expect("found"));
        assert_eq!(folder.handles(), 0);
    }

    #[test]
    fn dropped_files_leave_nothing() {
        let folder = Folder::new();
        for count in [1, 65] {
            let targets = (0..count).map(|n| folder.target(&n.to_string(), Existing::Keep));
            let output = reserved(targets, "content");
            assert_eq!(folder.names(), [TEMPORARY]);
            drop(output);
            assert_eq!(folder.names(), [""; 0]);
        }
    }

    #[test]
    fn an_existing_file_is_replaced_by_its_rename_only() {
        let folder = Folder::new();
        folder.put("a", "before");
        assert!(matches!(
            OutputFiles::new().add(folder.target("a", Existing::Keep), bytes("after")),
            Err(Fault::Exists(path)) if path == folder.at("a")
        ));
        let output = reserved([folder.target("a", Existing::Replace)], "after");
        assert_eq!(folder.get("a"), "before");
        let mut count = 0;
        let written = output.write_observed(&mut |unnamed| {
            assert_eq!(files::read(unnamed, 99).expect("read"), b"after");
            assert_eq!(folder.get("a"), "before");
            assert_eq!(remove_leftovers(folder.0.path()), 0, "it is locked until its rename");
            count += 1;
        });
        written.expect("written");
        assert_eq!((count, folder.get("a"), folder.names()), (1, "after".into(), vec!["a".into()]));
    }

    #[test]
    fn a_file_that_appears_is_not_replaced_and_later_files_are_not_written() {
        let folder = Folder::new();
        let targets = ["a", "b", "c"].map(|name| folder.target(name, Existing::Keep));
        let output = reserved(targets.clone(), "content");
        folder.put("b", "other");
        let error = output.write().expect_err("refused");
        assert!(matches!(&error.fault, Fault::Exists(path) if *path == folder.at("b")));
        assert_eq!(error.failed, Some(folder.at("b")));
        assert_eq!(error.written, [folder.at("a")]);
        assert_eq!(error.to_string(), error.fault.to_string());
        assert_eq!(folder.names(), ["a", "b"]);
        assert_eq!((folder.get("a"), folder.get("b")), ("content".into(), "other".into()));
        // The same, while the file is written.
        let output = reserved([folder.target("c", Existing::Keep)], "content");
        let error = output.write_observed(&mut |_| folder.put("c", "other")).expect_err("refused");
        assert!(matches!(error.fault, Fault::Exists(_)) && error.written.is_empty());
        assert_eq!((folder.get("c"), folder.names().len()), ("other".into(), 3));
    }

    #[test]
    fn the_same_content_counts_as_written_whenever_it_appears() {
        let folder = Folder::new();
        let private =
            |name| OutputTarget { access: Access::Private, ..folder.target(name, Existing::Keep) };
        let is_open = |name| files::is_open_to_others(&folder.at(name)).expect("found");
        folder.put("before", "content");
        let output = reserved(["before", "between", "during"].map(private), "content");
        assert_eq!(folder.names(), [TEMPORARY, TEMPORARY, "before"]);
        folder.put("between", "content");
        let mut count = 0;
        let during = &mut |_: &Path| {
            count += 1;
            folder.put("during", "content");
        };
        assert!(is_open("before") && is_open("between"));
        output.write_observed(during).expect("written");
        assert_eq!(
            (count, folder.names()),
            (1, ["before", "between", "during"].map(String::from).to_vec())
        );
        assert!(!is_open("before") && !is_open("between") && !is_open("during"));
        // A file that loses its content again is written.
        let output = reserved([folder.target("before", Existing::Replace)], "content");
        folder.put("before", "other");
        output.write().expect("written");
        assert_eq!(folder.get("before"), "content");
    }

    #[test]
    fn a_link_is_followed() {
        let folder = Folder::new();
        folder.put("file", "before");
        symlink("file", folder.at("link")).expect("linked");
        symlink("missing", folder.at("nowhere")).expect("linked");
        reserved([folder.target("link", Existing::Replace)], "after").write().expect("written");
        assert_eq!((folder.get("file"), folder.names().len()), ("after".into(), 3));
        assert!(fs::symlink_metadata(folder.at("link")).expect("found").is_symlink());
        let nowhere = folder.target("nowhere", Existing::Replace);
        assert!(OutputFiles::new().add(nowhere, bytes("after")).is_err());
    }

    #[test]
    fn a_pipe_is_written_directly_and_not_replaced() {
        let folder = Folder::new();
        let pipe = folder.at("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o600.into()).expect("a pipe");
        let target = folder.target("pipe", Existing::Keep);
        assert!(target.is_stream() && !folder.target("a", Existing::Keep).is_stream());
        let output = reserved([target, folder.target("a", Existing::Keep)], "content");
        assert_eq!(folder.names(), [TEMPORARY, "pipe"], "the pipe reserves nothing");
        let reader = std::thread::spawn(move || files::read(&pipe, 99).expect("read"));
        output.write().expect("written");
        assert_eq!(reader.join().expect("ended"), b"content");
        assert_eq!(folder.names(), ["a", "pipe"]);
        // A pipe that appears after the reservation is written directly, too.
        let output = reserved([folder.target("late", Existing::Replace)], "content");
        let late = folder.at("late");
        rustix::fs::mkfifoat(rustix::fs::CWD, &late, 0o600.into()).expect("a pipe");
        let reader = std::thread::spawn(move || files::read(&late, 99).expect("read"));
        output.write().expect("written");
        assert_eq!(reader.join().expect("ended"), b"content");
        assert_eq!(folder.names(), ["a", "late", "pipe"]);
    }

    #[test]
    fn a_device_is_written_directly_and_its_error_is_returned() {
        let target = |path: &str| OutputTarget {
            path: path.into(),
            access: Access::Private,
            existing: Existing::Keep,
        };
        reserved([target("/dev/null"), target("/dev/null")], "content").write().expect("written");
        assert!(!fs::metadata("/dev/null").expect("found").is_file());
        let folder = Folder::new();
        let targets =
            [target("/dev/null"), target("/dev/full"), folder.target("a", Existing::Keep)];
        let error = reserved(targets, "content").write().expect_err("full");
        assert_eq!(error.to_string(), "cannot write /dev/full: the disk is full");
        assert_eq!(error.failed.as_deref(), Some(Path::new("/dev/full")));
        assert_eq!(error.written, [Path::new("/dev/null")]);
        assert_eq!(folder.names(), [""; 0]);
    }

    #[test]
    fn at_most_64_handles_are_open_and_more_files_share_their_space() {
        let folder = Folder::new();
        let targets = |count: usize| {
            (0..count)
                .map(|n| folder.target(&format!("{n:03}"), Existing::Keep))
                .collect::<Vec<_>>()
        };
        let block = fs::metadata(folder.0.path()).expect("found");
        let block = std::os::unix::fs::MetadataExt::blksize(&block);
        let length = |path: &Path| fs::metadata(path).expect("found").len();
        let mut output = reserved(targets(MOST_HANDLES), "content");
        assert_eq!((folder.handles(), folder.temporary().len()), (64, 64));
        for n in MOST_HANDLES..300 {
            output
                .add(folder.target(&format!("{n:03}"), Existing::Keep), bytes("content"))
                .expect("added");
        }
        output.reserve().expect("reserved");
        let space = folder.temporary();
        assert_eq!((folder.handles(), space.len()), (1, 1));
        assert_eq!(length(&space[0]), 300 * block);
        let mut written = 0;
        output
            .write_observed(&mut |_| {
                written += 1;
                assert_eq!((folder.handles(), folder.temporary().len()), (2, 2));
                assert_eq!(length(&space[0]), (300 - written) * block);
            })
            .expect("written");
        assert_eq!((folder.names().len(), written), (300, 300));
        assert_eq!((folder.get("000"), folder.get("299")), ("content".into(), "content".into()));
    }

    #[test]
    fn handles_stay_few_in_many_folders() {
        let folder = Folder::new();
        let targets: Vec<OutputTarget> = (0..100)
            .map(|n| {
                files::make_folder(&folder.at(&n.to_string())).expect("made");
                folder.target(&format!("{n}/a"), Existing::Keep)
            })
            .collect();
        let output = reserved(targets, "content");
        assert_eq!(folder.handles(), MOST_HANDLES);
        output.write().expect("written");
        assert_eq!((folder.get("0/a"), folder.get("99/a")), ("content".into(), "content".into()));
        let count = |n: usize| fs::read_dir(folder.at(&n.to_string())).expect("listed").count();
        assert!((0..100).all(|n| count(n) == 1));
    }

    /// Runs itself again with a small tmpfs at the folder that the variable names. Where no tmpfs
    /// can be mounted, nothing is tested.
    #[test]
    fn a_full_disk_is_an_error_of_the_reservation() {
        const FOLDER: &str = "LICENTIA_TEST_SMALL_DISK";
        #[expect(clippy::disallowed_methods, reason = "a test that runs itself again")]
        let mounted = std::env::var_os(FOLDER);
        if let Some(mounted) = mounted {
            return use_small_disk(Path::new(&mounted));
        }
        let unmounted = Folder::new();
        let module = module_path!().trim_start_matches("licentia::");
        let test = format!("{module}::a_full_disk_is_an_error_of_the_reservation");
        let mount = format!("mount -t tmpfs -o size=1m none \"${FOLDER}\" || exit 77");
        let script = format!("{mount}; exec \"$0\" --exact {test}");
        let ran = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", &script])
            .arg(std::env::current_exe().expect("the test program"))
            .env(FOLDER, unmounted.0.path())
            .output();
        let Ok(ran) = ran else { return };
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(said.is_empty() || said.contains("1 passed"), "{said}");
    }

    /// Reserves more than a disk of 1 MiB holds, and writes to a disk that is full by then.
    fn use_small_disk(path: &Path) {
        let folder = Folder(tempfile::tempdir_in(path).expect("a folder"));
        let targets = |count: usize| {
            (0..count).map(|n| folder.target(&n.to_string(), Existing::Keep)).collect::<Vec<_>>()
        };
        let large = "x".repeat(100_000);
        for (count, content, place) in
            [(11, large.as_str(), "write"), (300, "x", "reserve space in")]
        {
            let mut output = output(targets(count), content);
            let error = output.reserve().expect_err("full").to_string();
            assert!(error.starts_with(&format!("cannot {place} /")), "{error}");
            assert!(error.ends_with(": the disk is full"), "{error}");
            drop(output);
            assert_eq!(folder.names(), [""; 0]);
        }
        for count in [10, 100] {
            let output = reserved(targets(count), if count == 10 { &large } else { "x" });
            let filler = tempfile::tempfile_in(path).expect("a file");
            let copied = std::io::copy(&mut std::io::repeat(1), &mut &filler);
            assert_eq!(copied.expect_err("full").kind(), std::io::ErrorKind::StorageFull);
            output.write().expect("written");
            assert_eq!(folder.names().len(), count);
            for n in 0..count {
                files::unlink(&folder.at(&n.to_string())).expect("removed");
            }
        }
    }

    #[test]
    fn a_reservation_removes_leftovers_and_keeps_the_files_of_other_processes() {
        let folder = Folder::new();
        folder.put(".licentia-abcdef", "left");
        let other = reserved([folder.target("other", Existing::Keep)], "other");
        assert_eq!(folder.names(), [TEMPORARY], "the leftover is removed");
        let output = reserved([folder.target("a", Existing::Keep)], "content");
        assert_eq!(folder.names(), [TEMPORARY, TEMPORARY]);
        other.write().expect("written");
        output.write().expect("written");
        assert_eq!(folder.names(), ["a", "other"]);
    }

    #[test]
    fn files_are_written_without_a_reservation_too() {
        let folder = Folder::new();
        assert!(OutputFiles::new().is_empty() && OutputFiles::new().write().is_ok());
        output([folder.target("a", Existing::Keep)], "content").write().expect("written");
        assert_eq!((folder.get("a"), folder.names().len()), ("content".into(), 1));
        output([folder.target("empty", Existing::Keep)], "").write().expect("written");
        assert_eq!(folder.get("empty"), "");
        let unwritable =
            OutputTarget { path: "/proc/a".into(), ..folder.target("", Existing::Keep) };
        assert!(output([unwritable], "content").reserve().is_err());
    }
}
