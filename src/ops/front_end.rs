//! The front end of an execution: the person, the private keys, the clock, entropy, and files.

use crate::domain::audit::Author;
use crate::domain::key::Key;
use crate::domain::time::Timestamp;
use crate::domain::{Error, Random};
use crate::ops::error::Result;
use crate::ops::impact::Impact;
use crate::ops::key::private_key::PrivateKeyFiles;
use crate::ops::private_file::{LeftFile, PrivateFile, StagedPath};
use crate::signing::Signer;
use crate::signing::envelope::Envelope;

/// The kind of an emitted file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A license.
    License,
    /// The update of a container.
    Update,
    /// The context of a cloud container, for another site.
    Context,
    /// A status list.
    StatusList,
    /// An anchor of the audit log.
    Anchor,
    /// A credential, which is written while the change is applied.
    Credential,
}

impl FileKind {
    /// Returns the noun of the file in JSON and in messages.
    pub fn noun(self) -> &'static str {
        match self {
            FileKind::License => "license",
            FileKind::Update => "update",
            FileKind::Context => "context",
            FileKind::StatusList => "status list",
            FileKind::Anchor => "anchor",
            FileKind::Credential => "credential",
        }
    }
}

/// A file that a change emits, by kind and subject.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedFile {
    /// The kind.
    pub kind: FileKind,
    /// The serial of the file's record; `None` while the record is new.
    pub subject: Option<String>,
    /// The container of a license's file.
    pub container: Option<String>,
    /// The name of the file in a folder, such as `L-7K3MQ-9X2D9.lic`; `None` while it is unknown.
    pub name: Option<String>,
    /// The content; `None` before the token is signed.
    pub content: Option<Vec<u8>>,
    /// The reason for withholding the file.
    pub withheld: Option<Error>,
}

/// The parts of a front end that an execution uses: the person, the private keys, the clock,
/// entropy and files.
pub trait FrontEnd {
    /// Returns the current instant in whole seconds.
    ///
    /// # Errors
    ///
    /// `usage` for a clock that must not be replaced here.
    fn now(&self) -> Result<Timestamp>;

    /// Returns the milliseconds since an arbitrary instant, which limit the length of a
    /// transaction.
    #[cfg(feature = "fill")]
    fn milliseconds(&self) -> i64;

    /// Returns the author of the audit entries.
    fn author(&self) -> &Author;

    /// Returns the source of entropy.
    fn entropy(&mut self) -> &mut Random<'static>;

    /// Returns whether the user asked for files.
    fn wants_files(&self) -> bool;

    /// Checks the paths of the files, before a confirmation.
    ///
    /// # Errors
    ///
    /// `would_overwrite`, `usage`, `not_placed`.
    fn check_files(&mut self, files: &[PlannedFile]) -> Result<()>;

    /// Shows the impact to a person and asks for confirmation. Returns whether a person confirmed
    /// it. The result is false for a change that needs no confirmation or was confirmed in advance.
    ///
    /// # Errors
    ///
    /// `declined`, `needs_answer`.
    fn confirm(&mut self, impact: &Impact) -> Result<bool>;

    /// Returns whether this home has the private key.
    fn has_key(&self, key: &Key) -> bool;

    /// Unlocks a private key, once for each command.
    ///
    /// # Errors
    ///
    /// `key_missing`, `bad_passphrase`, `needs_answer`.
    fn signer(&mut self, key: &Key) -> Result<Signer>;

    /// Prepares the encryption of a credential's file; `None` for a plain file. The passphrases of
    /// the home's own keys are not allowed.
    ///
    /// # Errors
    ///
    /// `usage` for a recipient or a passphrase that is not allowed.
    fn envelope(&mut self, keys: &[Key]) -> Result<Option<Envelope>>;

    /// Returns the files of the private keys; `None` in a front end that has none.
    fn private_keys(&mut self) -> Option<&mut dyn PrivateKeyFiles> {
        None
    }

    /// Writes a private file without its last bytes and syncs the file and its folder. Returns its
    /// paths; `None` for a pipe, a device or standard output, which are written after the commit.
    /// Removes the files that killed processes left in the folder, except those for whose names
    /// `is_recorded` returns true.
    ///
    /// # Errors
    ///
    /// The faults of the disk.
    fn stage(
        &mut self,
        file: PrivateFile,
        is_recorded: &dyn Fn(&str) -> bool,
    ) -> Result<Option<StagedPath>>;

    /// Completes the private file that a killed process left, or removes the file. This work has
    /// its own record, so it is done before the commit.
    ///
    /// # Errors
    ///
    /// The faults of the disk.
    fn finish_left(&mut self, left: LeftFile<'_>) -> Result<()>;

    /// Reserves the space of the files before the commit.
    ///
    /// # Errors
    ///
    /// The faults of the disk.
    fn reserve(&mut self, files: Vec<PlannedFile>) -> Result<()>;

    /// Writes the files after the commit.
    ///
    /// # Errors
    ///
    /// `io`. The change stays recorded.
    fn write(&mut self) -> Result<()>;

    /// Marks a point at which a test may kill the process.
    fn point(&self, name: &str);
}
