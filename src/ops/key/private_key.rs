//! The files of private keys, as an execution sees them: a new file is prepared before the lock is
//! taken, is complete on the disk before the commit, and gets its name after it.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::audit::hex;
use crate::domain::key::Key;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::signing::Signer;

/// A private key file that must be ready before the lock is taken: it takes entropy, a passphrase
/// and a key derivation.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyFileNeed {
    /// The file of a generated key.
    Generated {
        /// The name of the key.
        name: Slug,
    },
    /// The file of a key that the user brings.
    Imported {
        /// The name of the key.
        name: Slug,
    },
    /// The file of a key that is here, under another passphrase.
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

/// The private keys that are here, for a use case that decides by them.
pub trait PrivateKeys {
    /// Returns whether the private key is here.
    fn has(&self, key: &Key) -> bool;

    /// Returns the place of a private key, for people.
    fn place(&self, key: &Key) -> String;
}

/// The work on the files of private keys that an execution asks of a front end.
pub trait PrivateKeyFiles {
    /// Checks the target of a file, before anything is unlocked.
    ///
    /// # Errors
    ///
    /// `would_overwrite`; `io` for an imported file that cannot be read.
    fn check(&mut self, need: &KeyFileNeed) -> Result<()>;

    /// Checks the options of a file for a dry run, which asks nobody. Returns the key where it
    /// opens without a passphrase.
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

    /// Locks a key with its new passphrase. Returns the content of its file.
    ///
    /// # Errors
    ///
    /// `usage`, `needs_answer`.
    fn lock(&mut self, need: &KeyFileNeed, signer: &Signer) -> Result<Zeroizing<String>>;

    /// Completes the files of committed changes, and removes those of changes that were never
    /// committed. The caller holds the write lock, so that no change is under way.
    fn settle(&mut self, keys: &[Key]);

    /// Writes a file completely under its pending name and syncs it with its folder. It gets its
    /// name after the commit.
    ///
    /// # Errors
    ///
    /// `would_overwrite`, `changed_meanwhile`; the faults of the disk.
    fn stage(&mut self, need: &KeyFileNeed, file: &KeyFile) -> Result<()>;

    /// Removes the files of a private key.
    ///
    /// # Errors
    ///
    /// The faults of the disk.
    fn destroy(&mut self, key: &Key) -> Result<()>;
}
