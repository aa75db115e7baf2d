//! Private files that are complete on the disk before they are renamed. Until then the name is the
//! final name and the beginning of the SHA-256 of the content, so that a name never has two
//! contents and another process can complete the file.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::host::files::{
    Access, Existing, Fault, Result, create_new, exists, failed, is_file, resolved, sync_folder_of,
};

/// The number of characters of the hash in a pending name.
const DIGITS: usize = 16;

/// The end of a pending name.
const END: &str = ".new";

/// Returns the pending name of a file, in the same folder: `ci.pem.0123456789abcdef.new`. A link is
/// followed.
pub fn path(path: &Path, hash: &str) -> PathBuf {
    let mut name = resolved(path).into_os_string();
    name.push(format!(".{}{END}", digits(hash)));
    name.into()
}

fn digits(hash: &str) -> &str {
    hash.get(..DIGITS).unwrap_or(hash)
}

/// Writes a private file under its pending name and syncs it and its folder. A failed write leaves
/// no file.
///
/// # Errors
///
/// The fault of the file system.
pub fn write(pending: &Path, bytes: &[u8]) -> Result<()> {
    let written = write_private(pending, bytes)
        .map_err(failed("write", pending))
        .and_then(|()| sync_folder_of(pending));
    written.inspect_err(|_| remove(pending))
}

fn write_private(pending: &Path, bytes: &[u8]) -> io::Result<()> {
    // A killed process can have left a part of this file.
    remove(pending);
    let mut file = create_new(pending, Access::Private)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Renames a pending file to its final name and syncs the folder. A link is followed. A pending
/// file that another process has renamed is not an error.
///
/// # Errors
///
/// [`Fault::Exists`] for another file of this name that must be kept; the fault of the file system.
pub fn finish(pending: &Path, path: &Path, existing: Existing) -> Result<()> {
    let path = resolved(path);
    if existing == Existing::Keep && exists(&path) {
        return if exists(pending) { Err(Fault::Exists(path)) } else { Ok(()) };
    }
    #[expect(clippy::disallowed_methods, reason = "private files that get their names")]
    let renamed = fs::rename(pending, &path);
    match renamed {
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_file(&path) => Ok(()),
        Err(error) => Err(failed("write", &path)(error)),
        Ok(()) => sync_folder_of(&path),
    }
}

/// Removes a pending file. The next command finds a file that could not be removed.
pub fn remove(pending: &Path) {
    #[expect(clippy::disallowed_methods, reason = "private files that nothing refers to")]
    let _ = fs::remove_file(pending);
}

/// Returns the pending files in a folder whose names begin with a prefix.
pub fn list(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let is_pending = |name: &str| {
        let hash = name.strip_suffix(END).and_then(|name| name.rsplit_once('.'));
        let is_hash =
            |hash: &str| hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        name.starts_with(prefix) && hash.is_some_and(|(_, hash)| is_hash(hash))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_pending))
        .map(|entry| entry.path())
        .collect()
}

/// Returns true if a pending file has the content with this hash.
pub fn is_of(pending: &Path, hash: &str) -> bool {
    let end = format!(".{}{END}", digits(hash));
    pending.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(&end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn a_pending_file_gets_its_name_once_and_keeps_what_must_be_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("ci.pem");
        let pending = path(&target, HASH);
        assert!(pending.ends_with("ci.pem.0123456789abcdef.new") && is_of(&pending, HASH));
        write(&pending, b"new").expect("written");
        assert_eq!(list(folder.path(), "ci.pem."), std::slice::from_ref(&pending));
        assert!(list(folder.path(), "other.pem.").is_empty());
        assert!(finish(&pending, &target, Existing::Keep).is_ok());
        assert!(finish(&pending, &target, Existing::Keep).is_ok(), "another process was faster");
        assert!(finish(&pending, &target, Existing::Replace).is_ok());
        write(&pending, b"newer").expect("written");
        let kept = finish(&pending, &target, Existing::Keep);
        assert!(matches!(kept, Err(Fault::Exists(_))), "{kept:?}");
        assert!(finish(&pending, &target, Existing::Replace).is_ok());
        assert_eq!(crate::host::files::read(&target, 9).expect("read"), b"newer");
        assert!(list(folder.path(), "").is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn the_target_of_a_link_is_replaced_and_the_link_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (target, link) = (folder.path().join("stick.pem"), folder.path().join("root.pem"));
        write(&target, b"old").expect("written");
        std::os::unix::fs::symlink(&target, &link).expect("linked");
        let pending = path(&link, HASH);
        write(&pending, b"new").expect("written");
        finish(&pending, &link, Existing::Replace).expect("named");
        let found = fs::symlink_metadata(&link).expect("there");
        assert!(found.is_symlink());
        assert_eq!(crate::host::files::read(&target, 9).expect("read"), b"new");
    }
}
