//! Every "no": a stable code, what is wrong and with what, and what would help. Scripts match on
//! the code; each code has one exit status.

use std::borrow::Cow;
use std::fmt;

use crate::domain::remedy::Remedy;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $exit:literal;)*) => {
        /// The stable code of a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            /// The code as it stands in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(ErrorCode::$name => $text,)* }
            }

            /// The exit status: 1 a rule, 2 usage, 3 not found, 4 not valid, 5 the outside world,
            /// 70 a defect.
            pub const fn exit(self) -> u8 {
                match self { $(ErrorCode::$name => $exit,)* }
            }
        }
    };
}

codes! {
    /// An argument or setting that can't be read.
    Usage = "usage", 2;
    /// A question without a terminal to ask it on.
    NeedsAnswer = "needs_answer", 2;
    /// No such record.
    NotFound = "not_found", 3;
    /// More than one record fits.
    Ambiguous = "ambiguous", 2;
    /// The record is there already.
    Exists = "exists", 1;
    /// Something refers to the record, so it can't vanish.
    InUse = "in_use", 1;
    /// The person said no.
    Declined = "declined", 1;
    /// The same reference with another request.
    Conflict = "conflict", 1;
    /// The reference belongs to a license that was ended.
    ReferenceEnded = "reference_ended", 1;
    /// What a command would hit changed since it was decided.
    ChangedMeanwhile = "changed_meanwhile", 1;
    /// The record's state forbids it.
    WrongState = "wrong_state", 1;
    /// A product or container of another kind than is needed.
    WrongKind = "wrong_kind", 1;
    /// It belongs to another customer.
    WrongCustomer = "wrong_customer", 1;
    /// No seat is free.
    NoSeat = "no_seat", 1;
    /// Nothing is placed or delivered.
    NotPlaced = "not_placed", 1;
    /// The container is stopped.
    Blocked = "blocked", 1;
    /// The container's receipts contradict the books.
    Suspect = "suspect", 1;
    /// The container was changed since the context that a file builds on.
    StaleContext = "stale_context", 4;
    /// Nothing is left of what is allotted.
    NoQuota = "no_quota", 1;
    /// The user is not registered to the license.
    NotAssigned = "not_assigned", 1;
    /// A base license is lacking.
    BaseMissing = "base_missing", 1;
    /// The user works at as many computers as the license allows.
    HostLimit = "host_limit", 1;
    /// Beyond the scope of the key.
    OutOfScope = "out_of_scope", 1;
    /// A key of the other edition.
    EditionMismatch = "edition_mismatch", 1;
    /// The clock is behind the books.
    ClockBehind = "clock_behind", 1;
    /// A private key's file is not there, or holds another key.
    KeyMissing = "key_missing", 5;
    /// The passphrase does not open the key.
    BadPassphrase = "bad_passphrase", 5;
    /// The folder is no home.
    NotAHome = "not_a_home", 5;
    /// The database was made by a newer version.
    NewerDatabase = "newer_database", 5;
    /// A file of the home that can't be read as what it should be.
    Corrupt = "corrupt", 5;
    /// A published test key where only a secret one will do.
    TestFile = "test_file", 4;
    /// The books were changed behind the tool's back.
    Tampered = "tampered", 4;
    /// The target exists.
    WouldOverwrite = "would_overwrite", 5;
    /// Another process holds the books.
    Busy = "busy", 5;
    /// A file, a permission, a full disk.
    Io = "io", 5;
    /// A fault of this program.
    Defect = "defect", 70;
}

/// A refusal, as an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// The stable code.
    pub code: ErrorCode,
    /// What is wrong, with what: lower case, no full stop.
    pub message: String,
    /// The suggested correction.
    pub remedy: Option<Box<Remedy>>,
    /// Further members of the error for machines.
    pub more: Vec<(&'static str, serde_json::Value)>,
    /// The diagnostics of a file that was read as input.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The line, from 1.
    pub line: usize,
    /// The way to the value: `product.work-management.terms.grace`, or a column of a spreadsheet.
    pub key: String,
    /// What is wrong, and what would help.
    pub refusal: Error,
}

impl Error {
    /// A refusal without a remedy.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Error {
        let (more, diagnostics) = (Vec::new(), Vec::new());
        Error { code, message: message.into(), remedy: None, more, diagnostics }
    }

    /// An argument that can't be read.
    pub fn usage(message: impl Into<String>) -> Error {
        Error::new(ErrorCode::Usage, message)
    }

    /// Suggests a correction.
    #[must_use]
    pub fn remedy(mut self, remedy: Remedy) -> Error {
        self.remedy = Some(Box::new(remedy));
        self
    }

    /// Suggests a correction in a sentence that names no command and no flag.
    #[must_use]
    pub fn advice(self, text: impl Into<Cow<'static, str>>) -> Error {
        self.remedy(Remedy::Advice(text.into()))
    }

    /// Suggests a correction in a sentence with command lines. Only the command line may write one
    /// (`tests/dependencies.rs`).
    #[must_use]
    pub fn hint(self, text: impl Into<Cow<'static, str>>) -> Error {
        self.remedy(Remedy::CommandLine(text.into()))
    }

    /// Adds a member to the error for machines.
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
