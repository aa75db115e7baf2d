//! The answer of the health report.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::Answer;
use crate::ops::health::{Findings, Item};

/// The health report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HealthReport {
    /// Findings. At most 1,000 differences (`tampered`) are listed.
    pub items: Vec<OpenItem>,
    /// Number of differences that are not listed.
    pub further: u64,
    /// `true` if the database was compared with its signed texts and with the audit log; `false`
    /// with `--quick`.
    pub compared: bool,
}

impl Answer for HealthReport {}

impl HealthReport {
    /// Returns the answer about findings. `message` writes the problem and the remedy.
    pub fn of(findings: &Findings, message: impl Fn(&Item) -> String) -> HealthReport {
        let item = |item: &Item| OpenItem {
            kind: item.kind,
            code: item.code.as_str(),
            subject: item.subject.clone(),
            due_at: item.due_at.clone(),
            message: message(item),
        };
        HealthReport {
            items: findings.items.iter().map(item).collect(),
            further: findings.further,
            compared: findings.compared,
        }
    }
}

/// A finding: a problem that needs an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenItem {
    /// Noun: `status`, `container` or `license`; for a difference also the noun of another record,
    /// `keyset`, `audit` (a sequence number of the log), `reference` or `database`.
    pub kind: &'static str,
    /// Code: `tampered`, `unpublished`, `revoked_key`, `stale_status`, `suspect` or `ends_soon`.
    pub code: &'static str,
    /// Serial, code, name or number of the record, or URI of the status list.
    pub subject: String,
    /// Instant until which the action is due (RFC 3339, UTC), or `null`.
    pub due_at: Option<String>,
    /// Message for people: the problem, and the command that helps.
    pub message: String,
}
