//! The files of a home's private keys, and the private key file of an execution.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::domain::key::{Key, Role};
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::host::files::Existing;
use crate::host::output_files;
use crate::host::{files, pending};
use crate::ops::error::Result;
use crate::ops::key::anchor_file::AnchorFile;
use crate::ops::key::private_key::PrivateKeys;

/// The files of a home's private keys: `keys/NAME.pem`. The file of a committed change whose
/// process was killed still has its pending name; it counts as if it had its final name.
#[derive(Clone, Debug)]
pub struct KeyFiles {
    folder: PathBuf,
    root: Option<PathBuf>,
}

impl KeyFiles {
    /// Returns the key files of a folder. `root` is the path of the root key that `--root-key`
    /// names.
    pub fn new(folder: PathBuf, root: Option<PathBuf>) -> KeyFiles {
        KeyFiles { folder, root }
    }

    /// Returns the path of a private key: `keys/NAME.pem`, for the root the path of `--root-key`.
    pub fn path(&self, key: &Key) -> PathBuf {
        match &self.root {
            Some(path) if key.role == Role::Root => path.clone(),
            _ => self.path_of(&key.name),
        }
    }

    /// Returns the path of a private key that is no root.
    pub(super) fn path_of(&self, name: &Slug) -> PathBuf {
        self.folder.join(format!("{name}.pem"))
    }

    /// Returns whether a private key is here.
    pub fn has(&self, key: &Key) -> bool {
        files::is_file(&self.path(key)) || self.pending(key).is_some()
    }

    /// Returns the path from which a private key is read.
    pub fn readable(&self, key: &Key) -> PathBuf {
        self.pending(key).unwrap_or_else(|| self.path(key))
    }

    /// Returns the path of the anchor file of a key, beside its private key file: `ci.anchor` for
    /// `ci.pem`.
    pub fn anchor_path(&self, key: &Key) -> PathBuf {
        anchor_path(&self.path(key))
    }

    /// Reads the anchor file of a key.
    ///
    /// # Errors
    ///
    /// The file exists and cannot be read.
    pub fn anchor(&self, key: &Key) -> Result<AnchorFile> {
        read_anchor(&self.anchor_path(key))
    }

    /// Returns the anchor files that are here, each with the name of its key. A file that this user
    /// may not read is left out.
    pub fn anchors(&self, keys: &[Key]) -> Vec<(String, AnchorFile)> {
        let mut paths = files::with_ending(&self.folder, ANCHOR);
        paths.extend(keys.iter().map(|key| (key.name.to_string(), self.anchor_path(key))));
        paths.sort();
        paths.dedup();
        let read = |(name, path): (String, PathBuf)| Some((name, read_anchor(&path).ok()?));
        paths.into_iter().filter_map(read).filter(|(_, file)| file.content.is_some()).collect()
    }

    /// Returns the pending file of a key, if there is one. The database has its hash, so its change
    /// was committed.
    pub fn pending(&self, key: &Key) -> Option<PathBuf> {
        let path = pending::path(&self.path(key), key.file_hash.as_ref()?);
        files::is_file(&path).then_some(path)
    }

    /// Gives the pending file of a key its name. Returns the path from which the key is read: on a
    /// disk that cannot be written the pending file stays.
    pub fn complete(&self, key: &Key) -> PathBuf {
        if let Some(pending) = self.pending(key)
            && pending::finish(&pending, &self.path(key), Existing::Replace).is_err()
        {
            return self.readable(key);
        }
        self.path(key)
    }

    /// Returns the pending files of a key, committed or not. The file of a key may be behind a
    /// link.
    pub(super) fn all_pending(&self, key: &Key) -> Vec<PathBuf> {
        let path = files::resolved(&self.path(key));
        match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) => {
                pending::list(folder, &format!("{}.", name.to_string_lossy()))
            }
            _ => Vec::new(),
        }
    }

    /// Removes the pending files that no key has: their changes were not committed. The caller
    /// holds the write lock.
    pub(super) fn sweep(&self, keys: &[Key]) {
        output_files::remove_leftovers(&self.folder);
        let mut left = pending::list(&self.folder, "");
        left.extend(keys.iter().flat_map(|key| self.all_pending(key)));
        for path in left.iter().filter(|path| !is_known(path, keys)) {
            pending::remove(path);
        }
    }
}

/// The ending of an anchor file.
const ANCHOR: &str = "anchor";

/// The largest size of an anchor file, in bytes.
const MOST_ANCHOR: usize = 64 << 10;

/// Returns the path of the anchor file beside a private key file. Other endings than `.pem` stay a
/// part of the name.
pub fn anchor_path(key: &Path) -> PathBuf {
    if key.extension().is_some_and(|ending| ending == "pem") {
        return key.with_extension(ANCHOR);
    }
    let mut name = key.as_os_str().to_owned();
    name.push(format!(".{ANCHOR}"));
    name.into()
}

/// Reads an anchor file. A file that is too large is cut and therefore not valid.
fn read_anchor(path: &Path) -> Result<AnchorFile> {
    let bytes = match files::read(path, MOST_ANCHOR) {
        Ok(bytes) => Some(bytes),
        Err(fault) if fault.is_missing() => None,
        Err(fault) => return Err(fault.into()),
    };
    Ok(AnchorFile::of(path.display().to_string(), bytes.as_deref()))
}

/// Returns whether a pending file is that of a key.
fn is_known(path: &Path, keys: &[Key]) -> bool {
    let mut hashes = keys.iter().filter_map(|key| key.file_hash.as_deref());
    hashes.any(|hash| pending::is_of(path, hash))
}

impl PrivateKeys for KeyFiles {
    fn has(&self, key: &Key) -> bool {
        KeyFiles::has(self, key)
    }

    fn place(&self, key: &Key) -> String {
        self.path(key).display().to_string()
    }
}

/// The options of a verb that writes a private key file.
#[derive(Clone, Copy, Debug)]
pub struct KeyFileOptions<'a> {
    /// The file to import.
    pub file: Option<&'a Path>,
    /// Keep the file without a passphrase.
    pub no_passphrase: bool,
}

/// The private key file of an execution.
#[derive(Debug, Default)]
pub struct KeyFileWork {
    /// The content of the imported file. Standard input can be read once.
    pub(super) imported: Option<Zeroizing<String>>,
    /// The content of the file that is locked with another passphrase.
    pub(super) before: Option<Zeroizing<String>>,
    /// The file that is complete and has no name yet.
    pub(super) staged: Option<StagedKey>,
}

/// A private key file that is complete and has no name yet.
#[derive(Debug)]
pub(super) struct StagedKey {
    /// The name of the key.
    pub(super) name: Slug,
    /// The pending path.
    pub(super) pending: PathBuf,
    /// The final path.
    pub(super) path: PathBuf,
    /// The treatment of an existing file.
    pub(super) existing: Existing,
}

impl KeyFileWork {
    /// Gives the file its final name, after the commit.
    ///
    /// # Errors
    ///
    /// `io`; the change is recorded, and the next command that uses the key completes the file.
    pub fn finish(&mut self) -> Result<()> {
        let Some(StagedKey { name, pending, path, existing }) = self.staged.take() else {
            return Ok(());
        };
        pending::finish(&pending, &path, existing).map_err(|fault| {
            let message =
                format!("key {name} is recorded, but its file could not be renamed: {fault}");
            let hint = format!(
                "the complete file is {}; `licentia doctor` renames the file when the cause is \
                 removed",
                pending.display()
            );
            Error::new(ErrorCode::Io, message).hint(hint).into()
        })
    }

    /// Removes the file of a change that failed, unless one of these keys has it: a commit that
    /// reports an error may still be durable.
    pub fn discard(&mut self, keys: &[Key]) {
        if let Some(staged) = self.staged.take()
            && !is_known(&staged.pending, keys)
        {
            pending::remove(&staged.pending);
        }
    }
}
