//! An anchor: the state of the database that a key signed last. An older state, another history or
//! another root is found by the comparison of the database with it.

use serde::{Deserialize, Serialize};

/// The claims of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchorClaims {
    /// The issuer of the home.
    pub iss: String,
    /// The instant of the signature, in seconds since 1970.
    pub iat: i64,
    /// The version of the format.
    pub fmt: u32,
    /// The mark of a test home.
    #[serde(default)]
    pub test: bool,
    /// The thumbprint of the root key.
    pub root: String,
    /// The newest key set.
    pub keyset: AnchoredKeySet,
    /// The newest entry of the audit log.
    pub log: AnchoredHead,
}

/// The newest key set at the instant of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchoredKeySet {
    /// The version.
    pub version: u64,
    /// The SHA-256 of the token, in base64url.
    pub hash: String,
}

/// The newest entry of the audit log at the instant of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnchoredHead {
    /// The sequence number.
    pub seq: i64,
    /// The hash of the chain at this entry, in hexadecimal digits as `audit verify` prints it.
    pub hash: String,
    /// The instant of the entry, in seconds since 1970.
    pub at: i64,
}
