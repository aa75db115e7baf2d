//! Suspect containers. A receipt contradicts the database, and nothing is issued to the container
//! until an administrator resolves the contradiction. This file imports no other rule of
//! containers, so that licenses can use it too.

use serde::{Deserialize, Serialize};

use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// The contradiction that makes a container suspect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspicion {
    /// The kind of contradiction: `set_back`, `never_issued` or `other_content`.
    pub why: String,
    /// The highest counter that a contradicting receipt states.
    pub seen: u64,
    /// The instant of the first contradicting receipt, RFC 3339.
    pub at: String,
}

impl Suspicion {
    /// Describes the contradiction in a sentence.
    pub fn description(&self) -> String {
        let seen = self.seen;
        match self.why.as_str() {
            "set_back" => format!(
                "the receipt states counter {seen}, which is lower than the confirmed counter: the \
                 folder was restored from a backup or copied"
            ),
            "never_issued" => format!(
                "the receipt states counter {seen}, for which this home has no update: the database \
                 may have been restored from a backup"
            ),
            _ => format!(
                "the receipt states a content at counter {seen} that differs from the update: the \
                 folder or the database may have been restored from a backup"
            ),
        }
    }
}

/// Returns the error for a suspect container. `reason` is the predicate of the message.
pub fn suspect(serial: &str, why: &str) -> Error {
    Error::new(ErrorCode::Suspect, format!("container {serial} {why}"))
        .remedy(Remedy::Resolve { container: serial.to_owned() })
}
