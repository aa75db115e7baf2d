//! The answers about work that was interrupted, and about a difference that was accepted.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::domain::anchor::AnchorClaims;
use crate::domain::time::instant_of;
use crate::ops::answer::Answer;
use crate::ops::doctor::accept::AcceptedDatabase;
use crate::ops::doctor::examine::{Examination, RecordDifference};

/// The interrupted work, and the outcome. A dry run lists the planned work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DoctorReport {
    /// Files that were completed.
    pub finished: Vec<InterruptedWork>,
    /// Files that were removed, because the target is complete or the credential was ended.
    pub removed: Vec<InterruptedWork>,
    /// Work that stays open, and differences of the database. At most 1,000 differences are listed.
    pub open: Vec<InterruptedWork>,
}

impl Answer for DoctorReport {}

/// An interrupted work: the file of a credential or key, or damage of the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum InterruptedWork {
    /// The file of a credential.
    Credential {
        /// Serial of the credential.
        credential: String,
        /// Path of the file.
        path: String,
        /// Path of the file until it is complete.
        staged: String,
    },
    /// The private key file of a key.
    Key {
        /// Name of the key.
        key: String,
        /// Path of the file.
        path: String,
        /// Path of the file until it gets its name.
        staged: String,
    },
    /// Damage of the database.
    Damage {
        /// Description for people.
        damage: String,
    },
    /// Difference between a record and its signed files or the audit log.
    Difference {
        /// Noun of the record, as in the answer of `check`.
        kind: &'static str,
        /// Serial, code, name or number of the record.
        subject: String,
        /// Description for people, with both values.
        difference: String,
    },
}

/// The acceptance of a database that differs from the anchor file of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AcceptedDifference {
    /// Subject: `key:NAME`.
    pub subject: String,
    /// `true` if the database was accepted; `false` if it does not differ from the anchor file.
    pub accepted: bool,
    /// First difference: `issuer`, `root`, `older_keyset`, `other_keyset`, `cut_log` or
    /// `other_log`; `null` for an anchor file that is not valid, and without a difference.
    pub difference: Option<&'static str>,
    /// State in the anchor file; `null` for an anchor file that is not valid, and without a
    /// difference.
    pub anchor: Option<DatabaseState>,
    /// State of the database before the acceptance; `null` without a difference.
    pub database: Option<DatabaseState>,
}

impl Answer for AcceptedDifference {}

impl AcceptedDifference {
    /// Returns the answer for a plan; `None` without a difference.
    pub fn of(subject: String, plan: Option<&AcceptedDatabase>) -> AcceptedDifference {
        AcceptedDifference {
            subject,
            accepted: plan.is_some(),
            difference: plan.and_then(|plan| plan.difference).map(|found| found.as_str()),
            anchor: plan.and_then(|plan| plan.anchor.as_ref().ok()).map(DatabaseState::of),
            database: plan.map(|plan| DatabaseState::of(&plan.database)),
        }
    }
}

/// The state of a database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatabaseState {
    /// Thumbprint of the root key.
    pub root: String,
    /// Version of the newest key set.
    pub keyset: u64,
    /// SHA-256 of the token of the newest key set (base64url).
    pub keyset_hash: String,
    /// Sequence number of the newest audit entry.
    pub seq: i64,
    /// Hash of the audit chain at this entry (hexadecimal).
    pub hash: String,
    /// Instant of this entry (RFC 3339, UTC).
    pub at: Option<String>,
}

impl DatabaseState {
    fn of(claims: &AnchorClaims) -> DatabaseState {
        DatabaseState {
            root: claims.root.clone(),
            keyset: claims.keyset.version,
            keyset_hash: claims.keyset.hash.clone(),
            seq: claims.log.seq,
            hash: claims.log.hash.clone(),
            at: instant_of(claims.log.at),
        }
    }
}

/// The acceptance of a record that differs from the log or from its signed file.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "AcceptedRecord")]
pub struct AcceptedRecordAnswer {
    /// Subject: a serial, `product:CODE` or `grant:N`.
    pub subject: String,
    /// `true` if the record was accepted; `false` for a record without a difference.
    pub accepted: bool,
    /// Fault with which commands refused the record; `null` without a difference.
    pub problem: Option<String>,
    /// Members that differed; empty if only the signature was missing.
    pub differences: Vec<DifferenceAnswer>,
}

impl Answer for AcceptedRecordAnswer {}

impl AcceptedRecordAnswer {
    /// Returns the answer about an examination; `None` without a difference.
    pub fn of(subject: String, examination: Option<&Examination>) -> AcceptedRecordAnswer {
        AcceptedRecordAnswer {
            subject,
            accepted: examination.is_some(),
            problem: examination.map(|it| it.problem.clone()),
            differences: differences(examination),
        }
    }
}

/// The repair of a record, or of the rows of keys.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "RepairedRecord")]
pub struct RepairedRecordAnswer {
    /// Subject: a serial, `product:CODE`, `grant:N` or `keys`.
    pub subject: String,
    /// `true` if values were written back; `false` for a record without a difference.
    pub repaired: bool,
    /// Fault with which commands refused the record; `null` without a difference.
    pub problem: Option<String>,
    /// Members that got other values.
    pub differences: Vec<DifferenceAnswer>,
    /// Values that cannot be restored, for people.
    pub not_restored: Vec<String>,
}

impl Answer for RepairedRecordAnswer {}

impl RepairedRecordAnswer {
    /// Returns the answer about a repair; `None` without a difference.
    pub fn of(subject: String, repair: Option<&Examination>) -> RepairedRecordAnswer {
        RepairedRecordAnswer {
            subject,
            repaired: repair.is_some(),
            problem: repair.map(|repair| repair.problem.clone()),
            differences: differences(repair),
            not_restored: repair.map(|repair| repair.not_restored.clone()).unwrap_or_default(),
        }
    }
}

/// A member of a record that differs.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "RecordDifference")]
pub struct DifferenceAnswer {
    /// Record, for people: `license L-…`.
    pub record: String,
    /// Member.
    pub member: String,
    /// Value in the database; `null` for an absent one.
    #[schemars(extend("additionalProperties" = true))]
    pub database: Value,
    /// Value in the log or in the signed file; `null` for an absent one.
    #[schemars(extend("additionalProperties" = true))]
    pub stated: Value,
    /// Sequence number of the audit entry that states the value.
    pub seq: Option<i64>,
    /// Id of the signed file that states the value.
    pub jti: Option<String>,
    /// Version of the key set that states the value.
    pub keyset: Option<u64>,
}

fn differences(examination: Option<&Examination>) -> Vec<DifferenceAnswer> {
    let all = examination.into_iter().flat_map(|examination| &examination.differences);
    all.map(DifferenceAnswer::of).collect()
}

impl DifferenceAnswer {
    fn of(found: &RecordDifference) -> DifferenceAnswer {
        let (seq, jti, keyset) = found.source.parts();
        DifferenceAnswer {
            record: found.record.clone(),
            member: found.difference.member.clone(),
            database: found.difference.stored.clone(),
            stated: found.difference.stated.clone(),
            seq,
            jti: jti.map(str::to_owned),
            keyset,
        }
    }
}
