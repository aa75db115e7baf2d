//! The audit details of `doctor`.

use serde::Serialize;
use serde_json::Value;

use crate::domain::anchor::AnchorClaims;
use crate::domain::audit::personal::all_personal;
use crate::domain::audit::statement::MemberDifference;
use crate::domain::name::Name;
use crate::domain::time::instant_of;

/// The action of a difference that a person accepts.
pub const ACCEPT: &str = "doctor.accept";

/// The action of a record that gets the values of the log again.
pub const REPAIR: &str = "doctor.repair";

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

/// The detail of `doctor.accept` for a record that is no license.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptedRow<'a> {
    /// The number of the grant, for a grant of recoveries.
    pub grant: Option<i64>,
    /// The differences that the person accepted; empty if only the signature was missing.
    pub differences: Vec<DifferenceNote>,
    /// The reason.
    pub reason: &'a Name,
}

/// The detail of `doctor.repair`.
#[derive(Clone, Debug, Serialize)]
pub struct RepairedRow {
    /// The number of the grant, for a grant of recoveries.
    pub grant: Option<i64>,
    /// The thumbprint of the key, for a key.
    pub kid: Option<String>,
    /// The members that got other values.
    pub differences: Vec<DifferenceNote>,
}

/// A difference of a record from the log or from a signed file. All texts of the values are hashed,
/// because a row that was edited can contain any text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DifferenceNote {
    record: String,
    member: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jti: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keyset: Option<u64>,
    database: Value,
    stated: Value,
}

/// The source of a stated value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The entry of the log with this sequence number.
    Entry(i64),
    /// The signed file with this id.
    File(String),
    /// The key set with this version.
    KeySet(u64),
}

impl Source {
    /// Returns the sequence number, the id of the file, or the version, for a member of each.
    pub fn parts(&self) -> (Option<i64>, Option<&str>, Option<u64>) {
        match self {
            Source::Entry(seq) => (Some(*seq), None, None),
            Source::File(jti) => (None, Some(jti), None),
            Source::KeySet(version) => (None, None, Some(*version)),
        }
    }
}

impl DifferenceNote {
    /// Returns the note of a difference of a record from its source.
    pub fn of(record: &str, difference: &MemberDifference, source: &Source) -> DifferenceNote {
        let (entry, jti, keyset) = source.parts();
        DifferenceNote {
            record: record.to_owned(),
            member: difference.member.clone(),
            entry,
            jti: jti.map(str::to_owned),
            keyset,
            database: all_personal(&difference.stored),
            stated: all_personal(&difference.stated),
        }
    }
}
