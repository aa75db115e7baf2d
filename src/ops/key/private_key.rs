//! The files of private keys in an execution. A new file is prepared before the lock is taken, is
//! written completely before the commit, and is renamed after the commit.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::audit::hex;
use crate::domain::key::Key;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::key::anchor_file::{AnchorFile, NewAnchor};
use crate::signing::Signer;

/// A private key file that must be ready before the lock is taken, because it needs entropy, a
/// passphrase and a key derivation.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyFileNeed {
    /// The file of a generated key.
    Generated {
        /// The name of the key.
        name: Slug,
    },
    /// The file of a key that the user imports.
    Imported {
        /// The name of the key.
        name: Slug,
    },
    /// The file of a known key with another passphrase.
    Relocked(Box<Key>),
}

/// A private key file that is ready.
#[derive(Debug)]
pub struct KeyFile {
    /// The unlocked key.
    pub signer: Signer,
    /// The content.
    pub pem: Zeroizing<String>,
    /// The SHA-256 of the content, in hex.
    pub hash: String,
}

impl KeyFile {
    /// Returns the file of a key with this content.
    pub fn new(signer: Signer, pem: Zeroizing<String>) -> KeyFile {
        let hash = hex(&Sha256::digest(pem.as_bytes()));
        KeyFile { signer, pem, hash }
    }
}

/// The private keys of this home, for use cases that depend on them.
pub trait PrivateKeys {
    /// Returns whether this home has the private key.
    fn has(&self, key: &Key) -> bool;

    /// Returns the place of a private key, for people.
    fn place(&self, key: &Key) -> String;
}

/// The work on private key files that a front end does for an execution.
pub trait PrivateKeyFiles {
    /// Checks the target of a file before any key is unlocked.
    ///
    /// # Errors
    ///
    /// `would_overwrite`; `io` for an imported file that cannot be read.
    fn check(&mut self, need: &KeyFileNeed) -> Result<()>;

    /// Checks the options of a file for a dry run, without a prompt. Returns the key if it opens
    /// without a passphrase.
    ///
    /// # Errors
    ///
    /// `usage`, `corrupt`, `wrong_kind`.
    fn preview(&mut self, need: &KeyFileNeed) -> Result<Option<Signer>>;

    /// Generates or unlocks the key of a file.
    ///
    /// # Errors
    ///
    /// `bad_passphrase`, `needs_answer`, `corrupt`, `wrong_kind`.
    fn open(&mut self, need: &KeyFileNeed) -> Result<Signer>;

    /// Encrypts a key with its new passphrase. Returns the content of its file.
    ///
    /// # Errors
    ///
    /// `usage`, `needs_answer`.
    fn lock(&mut self, need: &KeyFileNeed, signer: &Signer) -> Result<Zeroizing<String>>;

    /// Completes the files of committed changes, and removes the files of changes that were not
    /// committed. The caller holds the write lock, so that no other change is in progress.
    fn settle(&mut self, keys: &[Key]);

    /// Writes a complete file under its pending name and syncs the file and its folder. The file is
    /// renamed after the commit.
    ///
    /// # Errors
    ///
    /// `would_overwrite`, `changed_meanwhile`; the faults of the disk.
    fn stage(&mut self, need: &KeyFileNeed, file: &KeyFile) -> Result<()>;

    /// Reads the anchor file of a key.
    ///
    /// # Errors
    ///
    /// `io` for a file that cannot be read.
    fn anchor(&mut self, key: &Key) -> Result<AnchorFile>;

    /// Warns a person that a key has no anchor file, once for each command.
    fn warn_of_missing_anchor(&mut self, key: &Key);

    /// Replaces the anchor file of a key, after the commit. A file that cannot be written stays as
    /// it is, because an older anchor file is harmless.
    fn write_anchor(&mut self, anchor: &NewAnchor);

    /// Removes the files of a private key, its anchor file included.
    ///
    /// # Errors
    ///
    /// The faults of the disk.
    fn destroy(&mut self, key: &Key) -> Result<()>;
}
