//! The audit details of a key: its certification, its private key file, and its end.

use licentia_runtime::Scope;
use serde::Serialize;

use crate::domain::audit::license::FileNote;
use crate::domain::audit::personal::Personal;
use crate::domain::key::{Key, Purpose};
use crate::domain::name::Name;
use crate::domain::time::instant_of;

/// The detail of `key.create`, and of `key.import` for a key that is new here.
#[derive(Debug, Serialize)]
pub struct CertifiedKey<'a> {
    kid: &'a str,
    edition: Option<&'static str>,
    scope: &'a Scope,
    purposes: Option<&'a [Purpose]>,
    max_files: Option<u64>,
    not_after: Option<String>,
    keyset: u64,
    file: FileNote<'a>,
}

impl CertifiedKey<'_> {
    /// Returns the detail of a key that a version of the key set certifies. `file` is the token of
    /// the key set.
    pub fn of<'a>(key: &'a Key, keyset: u64, file: FileNote<'a>) -> CertifiedKey<'a> {
        CertifiedKey {
            kid: &key.kid,
            edition: key.edition.map(|edition| edition.as_str()),
            scope: &key.limits.scope,
            purposes: key.limits.purposes.as_deref(),
            max_files: key.limits.max_files,
            not_after: key.limits.not_after.and_then(instant_of),
            keyset,
            file,
        }
    }
}

/// The detail of `key.import` for the missing private key of a known key.
#[derive(Debug, Serialize)]
pub struct ReturnedKey<'a> {
    kid: &'a str,
    private_part: &'static str,
}

impl ReturnedKey<'_> {
    /// Returns the detail of a key.
    pub fn of(key: &Key) -> ReturnedKey<'_> {
        ReturnedKey { kid: &key.kid, private_part: "back" }
    }
}

/// The detail of `key.passphrase`.
#[derive(Debug, Serialize)]
pub struct KeyPassphrase<'a> {
    /// The thumbprint.
    pub kid: &'a str,
    /// The form of the file: `encrypted` or `plain`.
    pub kept: &'static str,
}

/// The detail of `key.export`.
#[derive(Debug, Serialize)]
pub struct KeyExport<'a> {
    /// The thumbprint.
    pub kid: &'a str,
    /// The path; `-` for standard output.
    pub to: Personal<&'a str>,
}

/// The detail of `key.retire`.
#[derive(Debug, Serialize)]
pub struct RetiredKey<'a> {
    /// The thumbprint.
    pub kid: &'a str,
    /// The last instant of its valid signatures, RFC 3339.
    pub retired_at: Option<String>,
    /// The version of the key set that says so.
    pub keyset: u64,
    /// The token of the key set.
    pub file: FileNote<'a>,
    /// The fate of the private key: [`TO_BE_DESTROYED`], `kept` or `away`.
    pub private_part: &'static str,
}

/// The fate of a private key that is destroyed after its retirement.
pub const TO_BE_DESTROYED: &str = "to be destroyed";

/// The detail of `key.destroy`.
#[derive(Debug, Serialize)]
pub struct DestroyedKey<'a> {
    /// The thumbprint.
    pub kid: &'a str,
}

/// The detail of `key.revoke`.
#[derive(Debug, Serialize)]
pub struct RevokedKey<'a> {
    /// The thumbprint.
    pub kid: &'a str,
    /// The reason.
    pub reason: &'a Name,
    /// The instant before which its signatures are valid, RFC 3339.
    pub revoked_at: Option<String>,
    /// The version of the key set that says so.
    pub keyset: u64,
    /// The token of the key set.
    pub file: FileNote<'a>,
    /// The number of files that it signed.
    pub files: u64,
}

/// The detail of `key.accept`.
#[derive(Debug, Serialize)]
pub struct AcceptedKeySet<'a> {
    /// The version.
    pub version: u64,
    /// The names of the keys that are new here.
    pub made: &'a [String],
    /// The names of the keys that sign no more.
    pub ended: &'a [String],
}
