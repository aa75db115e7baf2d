//! Errors of the rules. Each error has a stable code, a message and a remedy. Scripts match on the
//! code; each code has one exit status.

use std::borrow::Cow;
use std::fmt;

use crate::domain::remedy::Remedy;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $exit:literal;)*) => {
        /// The stable code of an error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            /// All codes.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$name,)*];

            /// Returns the code for JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(ErrorCode::$name => $text,)* }
            }

            /// Returns the exit status: 1 a rule, 2 usage, 3 not found, 4 not valid, 5 a file, a
            /// disk or a passphrase, 70 a defect.
            pub const fn exit(self) -> u8 {
                match self { $(ErrorCode::$name => $exit,)* }
            }
        }
    };
}

codes! {
    /// An argument or setting that cannot be read.
    Usage = "usage", 2;
    /// A required answer without a terminal.
    NeedsAnswer = "needs_answer", 2;
    /// A record that does not exist.
    NotFound = "not_found", 3;
    /// A name or prefix that fits several records.
    Ambiguous = "ambiguous", 2;
    /// A record that already exists.
    Exists = "exists", 1;
    /// A record that cannot be deleted because other records refer to it.
    InUse = "in_use", 1;
    /// A confirmation that was declined.
    Declined = "declined", 1;
    /// The reference of an earlier, different request.
    Conflict = "conflict", 1;
    /// The reference of a license that was ended.
    ReferenceEnded = "reference_ended", 1;
    /// A change of the affected records between the plan and its execution.
    ChangedMeanwhile = "changed_meanwhile", 1;
    /// A state that forbids the action.
    WrongState = "wrong_state", 1;
    /// A product or container of the wrong kind.
    WrongKind = "wrong_kind", 1;
    /// A record of another customer.
    WrongCustomer = "wrong_customer", 1;
    /// A license without a free seat.
    NoSeat = "no_seat", 1;
    /// A license that is not placed or delivered.
    NotPlaced = "not_placed", 1;
    /// A blocked container.
    Blocked = "blocked", 1;
    /// A container whose receipts contradict the database.
    Suspect = "suspect", 1;
    /// A file that builds on an old context of a container.
    StaleContext = "stale_context", 4;
    /// An exhausted quota.
    NoQuota = "no_quota", 1;
    /// A user who is not assigned to the license.
    NotAssigned = "not_assigned", 1;
    /// A missing base license.
    BaseMissing = "base_missing", 1;
    /// A user who works at as many computers as the license allows.
    HostLimit = "host_limit", 1;
    /// A file outside the scope of the key.
    OutOfScope = "out_of_scope", 1;
    /// A key of the other edition.
    EditionMismatch = "edition_mismatch", 1;
    /// A clock that is behind the newest instant in the database.
    ClockBehind = "clock_behind", 1;
    /// A private key file that is missing or contains another key.
    KeyMissing = "key_missing", 5;
    /// A passphrase that does not unlock the key.
    BadPassphrase = "bad_passphrase", 5;
    /// A folder that is not a home.
    NotAHome = "not_a_home", 5;
    /// A database that a newer version created.
    NewerDatabase = "newer_database", 5;
    /// A file of the home with invalid content.
    Corrupt = "corrupt", 5;
    /// A published test key in place of a secret key.
    TestFile = "test_file", 4;
    /// A database that was changed without this program.
    Tampered = "tampered", 4;
    /// A target file that already exists.
    WouldOverwrite = "would_overwrite", 5;
    /// A database that another process has locked.
    Busy = "busy", 5;
    /// A fault of a file: a permission, a full disk.
    Io = "io", 5;
    /// A defect of this program.
    Defect = "defect", 70;
}

/// An error of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// The stable code.
    pub code: ErrorCode,
    /// The problem and the value that caused it: lower case, no full stop.
    pub message: String,
    /// The suggested correction.
    pub remedy: Option<Box<Remedy>>,
    /// Further JSON members of the error.
    pub more: Vec<(&'static str, serde_json::Value)>,
    /// The diagnostics of a file that was read as input.
    pub diagnostics: Vec<Diagnostic>,
}

/// One mistake in a file that is read as input.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The line, from 1.
    pub line: usize,
    /// The path of the value (`product.work-management.terms.grace`), or the name of a CSV column.
    pub key: String,
    /// The problem and its remedy.
    pub error: Error,
}

impl Error {
    /// Creates an error without a remedy.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Error {
        let (more, diagnostics) = (Vec::new(), Vec::new());
        Error { code, message: message.into(), remedy: None, more, diagnostics }
    }

    /// Creates an error for an argument that cannot be read.
    pub fn usage(message: impl Into<String>) -> Error {
        Error::new(ErrorCode::Usage, message)
    }

    /// Adds a remedy.
    #[must_use]
    pub fn remedy(mut self, remedy: Remedy) -> Error {
        self.remedy = Some(Box::new(remedy));
        self
    }

    /// Adds a remedy that is a sentence without a command and a flag.
    #[must_use]
    pub fn advice(self, text: impl Into<Cow<'static, str>>) -> Error {
        self.remedy(Remedy::Advice(text.into()))
    }

    /// Adds a remedy that is a sentence with command lines. Only `cli` and `commands` may call this
    /// function (`tests/dependencies.rs`).
    #[must_use]
    pub fn hint(self, text: impl Into<Cow<'static, str>>) -> Error {
        self.remedy(Remedy::CommandLine(text.into()))
    }

    /// Adds a JSON member.
    #[must_use]
    pub fn with(mut self, member: &'static str, value: serde_json::Value) -> Error {
        self.more.push((member, value));
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
