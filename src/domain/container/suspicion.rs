//! Suspect containers: a receipt contradicts the records, and nothing is issued to the container
//! until an administrator resolves that. The file names no other rule of a container, so that
//! licenses can refuse one too.

use serde::{Deserialize, Serialize};

use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// The receipt that made a container suspect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspicion {
    /// `set_back`, `never_issued` or `other_content`.
    pub why: String,
    /// The highest counter that such a receipt named.
    pub seen: u64,
    /// Since when, RFC 3339.
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

/// Returns the error for a container whose receipts contradict the records.
pub fn suspect(serial: &str, why: &str) -> Error {
    Error::new(ErrorCode::Suspect, format!("container {serial} is suspect{why}"))
        .remedy(Remedy::Resolve { container: serial.to_owned() })
}
