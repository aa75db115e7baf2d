//! The audit details of `doctor`.

use serde::Serialize;

use crate::domain::anchor::AnchorClaims;
use crate::domain::name::Name;
use crate::domain::time::instant_of;

/// The action of a difference that a person accepts.
pub const ACCEPT: &str = "doctor.accept";

/// The detail of `doctor.accept` for the anchor file of a key. A chain hash identifies an entry; a
/// key set is identified by its version.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptedAnchorFile<'a> {
    /// The thumbprint of the key.
    pub kid: &'a str,
    /// The state in the anchor file; absent for a file that is not valid.
    pub anchor: Option<RecordedState>,
    /// The state of the database before this entry.
    pub database: RecordedState,
    /// The reason.
    pub reason: &'a Name,
}

/// The state of a database.
#[derive(Clone, Debug, Serialize)]
pub struct RecordedState {
    root: String,
    keyset: u64,
    seq: i64,
    hash: String,
    at: Option<String>,
}

impl From<&AnchorClaims> for RecordedState {
    fn from(claims: &AnchorClaims) -> RecordedState {
        RecordedState {
            root: claims.root.clone(),
            keyset: claims.keyset.version,
            seq: claims.log.seq,
            hash: claims.log.hash.clone(),
            at: instant_of(claims.log.at),
        }
    }
}
