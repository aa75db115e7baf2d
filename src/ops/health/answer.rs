//! The answer of the health report.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::Answer;
use crate::ops::health::Item;

/// The health report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HealthReport {
    /// Findings.
    pub items: Vec<OpenItem>,
}

impl Answer for HealthReport {}

impl HealthReport {
    /// Returns the answer about findings. `message` writes the problem and the remedy.
    pub fn of(items: &[Item], message: impl Fn(&Item) -> String) -> HealthReport {
        let item = |item: &Item| OpenItem {
            kind: item.kind,
            code: item.code.as_str(),
            subject: item.subject.clone(),
            due_at: item.due_at.clone(),
            message: message(item),
        };
        HealthReport { items: items.iter().map(item).collect() }
    }
}

/// A finding: a problem that needs an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenItem {
    /// Noun: `status`, `container` or `license`.
    pub kind: &'static str,
    /// Code: `unpublished`, `revoked_key`, `stale_status`, `suspect` or `ends_soon`.
    pub code: &'static str,
    /// Serial of the license or container, or URI of the status list.
    pub subject: String,
    /// Instant until which the action is due (RFC 3339, UTC), or `null`.
    pub due_at: Option<String>,
    /// Message for people: the problem, and the command that helps.
    pub message: String,
}
