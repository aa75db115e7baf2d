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
    pub fn told(&self) -> String {
        let seen = self.seen;
        match self.why.as_str() {
            "set_back" => format!(
                "its receipt says it is at {seen}, and it was known to be further: manipulation \
                 detected"
            ),
            "never_issued" => format!(
                "its receipt says it is at {seen}, which was never issued: manipulation detected"
            ),
            _ => format!(
                "its receipt says it holds something else at {seen} than was issued: manipulation \
                 detected"
            ),
        }
    }
}

/// Returns the error for a suspect container.
pub fn suspect(serial: &str, why: &str) -> Error {
    Error::new(ErrorCode::Suspect, format!("container {serial} is suspect{why}"))
        .remedy(Remedy::Resolve { container: serial.to_owned() })
}
