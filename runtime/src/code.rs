//! The stable codes of errors and warnings about files. Scripts and applications match on the
//! codes, so codes are added but never renamed.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The reason why a file was refused, or a warning about a file that was accepted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum VerdictCode { $($(#[$doc])* $name,)* }

        impl VerdictCode {
            /// All codes.
            pub const ALL: &'static [VerdictCode] = &[$(VerdictCode::$name,)*];

            /// Returns the code as used in JSON and in scripts, such as `bad_signature`.
            pub const fn as_str(self) -> &'static str {
                match self { $(VerdictCode::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The token is larger than 1 MiB, or the bundle is larger than 64 MiB.
    TooLarge = "too_large",
    /// The token does not have three canonical base64url parts, the JSON is not the expected one,
    /// or a member contradicts another member.
    Malformed = "malformed",
    /// The kind of the file is not the kind that the caller requires.
    WrongType = "wrong_type",
    /// The algorithm, a header member or the format version is not supported.
    Unsupported = "unsupported",
    /// The key set has no key with this `kid`, or the root key of a key set is not the pinned one.
    UnknownKey = "unknown_key",
    /// The signature does not match the bytes.
    BadSignature = "bad_signature",
    /// The `iss` is not the `iss` of the key set.
    WrongIssuer = "wrong_issuer",
    /// The file is a test file and live files are expected, or the reverse.
    TestFile = "test_file",
    /// The file was signed with a key that was revoked.
    RevokedKey = "revoked_key",
    /// The file was signed after its key was retired.
    RetiredKey = "retired_key",
    /// The file was signed outside the period of validity of its key.
    KeyExpired = "key_expired",
    /// The file is a trial file signed with a commercial key, or the reverse.
    EditionMismatch = "edition_mismatch",
    /// The file is outside the scope of its key.
    OutOfScope = "out_of_scope",
    /// The first day of the file is in the future, or the file was issued in the future.
    NotYetValid = "not_yet_valid",
    /// The hard end of the file has passed.
    Expired = "expired",
    /// The file is bound to another container.
    WrongContainer = "wrong_container",
    /// The license is for another product.
    WrongProduct = "wrong_product",
    /// The license is not assigned to the user.
    NotAssigned = "not_assigned",
    /// The license is for a cloud container, and no credential of the container is present.
    NoCredential = "no_credential",
    /// The vendor ended the file, as the status list states.
    Revoked = "revoked",
    /// The vendor suspended the file, as the status list states.
    Suspended = "suspended",
    /// The vendor blocked the container.
    Blocked = "blocked",
    /// The index of the file is beyond the end of its status list.
    OutOfRange = "out_of_range",
    /// The key set is older than one already seen, or has the same version and other bytes.
    RolledBack = "rolled_back",
    /// Warning: the end day has passed, and the days of grace have not.
    Grace = "grace",
    /// Warning: the status list is past its `exp`.
    StaleStatus = "stale_status",
    /// Warning: the key set is past its `exp`.
    StaleKeyset = "stale_keyset",
    /// Warning: the counter of the container is equal to or higher than that of the update.
    AlreadyApplied = "already_applied",
}

impl VerdictCode {
    /// Returns a hint for a recipient of a refused file, if there is a hint that applies to all
    /// files with this code.
    pub const fn hint(self) -> Option<&'static str> {
        match self {
            VerdictCode::Malformed | VerdictCode::BadSignature => Some(
                "the file was cut, changed or forged; ask the sender for the file as an attachment",
            ),
            VerdictCode::WrongType => Some("ask the sender for a file of the required kind"),
            VerdictCode::UnknownKey => Some(
                "get the newest key set of the vendor; if the key is still unknown, the file \
                 belongs to another vendor or home",
            ),
            VerdictCode::WrongIssuer => Some(
                "the file belongs to another vendor or home, or was written for another vendor",
            ),
            VerdictCode::TestFile => Some(
                "use only test files or only live files; `licentia-container request` creates a \
                 live container in a new folder, and with --test a test container",
            ),
            VerdictCode::WrongContainer => {
                Some("use the file that the vendor wrote for this container")
            }
            VerdictCode::RevokedKey | VerdictCode::RetiredKey | VerdictCode::KeyExpired => {
                Some("ask the vendor for a file that is signed with a valid key")
            }
            VerdictCode::RolledBack => {
                Some("keep the key set that is in use, and ask the vendor for a newer file")
            }
            _ => None,
        }
    }
}

impl fmt::Display for VerdictCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The refusal of a file: a stable code and a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyError {
    /// Stable code.
    pub code: VerdictCode,
    /// Message with the problem and the value that caused it, in lower case without a full stop.
    pub message: String,
}

impl VerifyError {
    pub(crate) fn new(code: VerdictCode, message: impl Into<String>) -> Self {
        VerifyError { code, message: printable(message.into()) }
    }
}

/// Returns true if a character moves the cursor, changes the reading direction, or is invisible.
///
/// The joiners U+200C and U+200D are not included, because Persian and Indic names need them.
///
/// Used for text that is shown on a terminal and comes from a file of another author, verified or
/// not.
pub fn is_unprintable(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    c.is_control() || unseen || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Replaces unprintable characters, because a message can quote a file of another author.
pub(crate) fn printable(text: String) -> String {
    if text.contains(is_unprintable) { text.replace(is_unprintable, "\u{fffd}") } else { text }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for VerifyError {}

/// A warning about a file that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// Code: `grace`, `stale_keyset`, `stale_status`, or a refusal that the license's `enforcement`
    /// turns into a warning (`expired`).
    pub code: VerdictCode,
    /// Message with the problem and the value that caused it, in lower case without a full stop.
    pub message: String,
}

impl From<VerifyError> for Warning {
    fn from(error: VerifyError) -> Self {
        Warning { code: error.code, message: error.message }
    }
}
