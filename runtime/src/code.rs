//! The stable codes with which a file is refused or warned about. Scripts and applications match on
//! them, so a code is added now and then and never renamed.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// Why a file was refused, or what an application should know about one that was accepted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as it stands in JSON and in scripts, such as `bad_signature`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The text is larger than 1 MiB, or the bundle than 64 MiB.
    TooLarge = "too_large",
    /// Not three canonical base64url parts, not the JSON expected, or a member that contradicts
    /// another.
    Malformed = "malformed",
    /// Another kind of file than the caller asked for.
    WrongType = "wrong_type",
    /// An algorithm, header member or format version that this reader does not know.
    Unsupported = "unsupported",
    /// The `kid` names no key of the key set, or a key set's root is not the pinned one.
    UnknownKey = "unknown_key",
    /// The signature does not fit the bytes.
    BadSignature = "bad_signature",
    /// `iss` is not the key set's.
    WrongIssuer = "wrong_issuer",
    /// A test file where live ones are expected, or the other way round.
    TestFile = "test_file",
    /// Signed by a key that was revoked.
    RevokedKey = "revoked_key",
    /// Signed after its key was retired.
    RetiredKey = "retired_key",
    /// Signed outside the days for which its key is good.
    KeyExpired = "key_expired",
    /// A trial file under a commercial key, or the other way round.
    EditionMismatch = "edition_mismatch",
    /// Beyond what the scope of its key allows.
    OutOfScope = "out_of_scope",
    /// Its first day is still to come, or it was issued in the future.
    NotYetValid = "not_yet_valid",
    /// Past its hard end.
    Expired = "expired",
    /// Bound to another container.
    WrongContainer = "wrong_container",
    /// For another product.
    WrongProduct = "wrong_product",
    /// The user is not among those it is assigned to.
    NotAssigned = "not_assigned",
    /// A cloud license without a credential of its container.
    NoCredential = "no_credential",
    /// Ended by the vendor, as his status list says.
    Revoked = "revoked",
    /// Stopped by the vendor for a while, as his status list says.
    Suspended = "suspended",
    /// The vendor stopped the container.
    Blocked = "blocked",
    /// Its index is beyond its status list.
    OutOfRange = "out_of_range",
    /// A key set older than one already seen, or equally old with other bytes.
    RolledBack = "rolled_back",
    /// Warning: past its end day, within the days of grace.
    Grace = "grace",
    /// Warning: the status list is past its own `exp`.
    StaleStatus = "stale_status",
    /// Warning: the key set is past its own `exp`.
    StaleKeyset = "stale_keyset",
    /// Warning: the container is at the update's counter already, or at a higher one.
    AlreadyApplied = "already_applied",
}

impl Code {
    /// What helps whoever was sent a file that is refused so, where that can be said of all such
    /// files.
    pub const fn hint(self) -> Option<&'static str> {
        match self {
            Code::Malformed | Code::BadSignature => Some(
                "have it sent again, as an attachment: it was cut or changed on its way, or forged",
            ),
            Code::WrongType => Some("`licentia inspect FILE` shows what it is"),
            Code::UnknownKey => Some("it is newer than the key set here, or somebody else's"),
            Code::WrongIssuer => Some("it is another vendor's, or for another vendor"),
            Code::TestFile => {
                Some("test files are for test homes and test folders, live ones for live ones")
            }
            Code::WrongContainer => Some("each container takes its own files alone"),
            Code::RevokedKey | Code::RetiredKey | Code::KeyExpired => {
                Some("have it signed again, with a key that is good")
            }
            Code::RolledBack => Some("what is here is newer: nothing is to be done"),
            _ => None,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The answer "no": a stable code, and a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The stable code.
    pub code: Code,
    /// What is wrong, with what: lower case, no full stop.
    pub message: String,
}

impl Refusal {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Refusal { code, message: printable(message.into()) }
    }
}

/// Whether a character moves the cursor, turns the reading direction, or is not seen at all.
///
/// The joiners U+200C and U+200D are none of these: Persian and Indic names need them.
///
/// For whoever shows a stranger's words on a terminal: those of a file that was not verified, or
/// names out of one that was.
pub fn is_unprintable(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    c.is_control() || unseen || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A sentence without what would move a terminal's cursor: a stranger's file may be quoted in it.
pub(crate) fn printable(text: String) -> String {
    if text.contains(is_unprintable) { text.replace(is_unprintable, "\u{fffd}") } else { text }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}

impl std::error::Error for Refusal {}

/// Something an application should know about a file that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// `grace`, `stale_keyset`, `stale_status`, or a refusal that the license's `enforcement`
    /// softens (`expired`).
    pub code: Code,
    /// What it is about: lower case, no full stop.
    pub message: String,
}

impl From<Refusal> for Warning {
    fn from(refusal: Refusal) -> Self {
        Warning { code: refusal.code, message: refusal.message }
    }
}
