//! The answer about work that was interrupted.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::Answer;

/// The interrupted work, and the outcome. A dry run lists the planned work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DoctorReport {
    /// Files that were completed.
    pub finished: Vec<InterruptedWork>,
    /// Files that were removed, because the target is complete or the credential was ended.
    pub removed: Vec<InterruptedWork>,
    /// Work that stays open.
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
}
