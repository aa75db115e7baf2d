//! The answer of a verification of files.

use licentia_runtime::{Check, Kind, VerdictCode};
use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::Answer;

/// The verdict on a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Path of the file, as it was typed; with `#` and a number for one of several tokens in a
    /// file. `null` for a token that was read without a path.
    pub path: Option<String>,
    /// Kind of the file, such as `license`; `null` if it cannot be read.
    pub kind: Option<&'static str>,
    /// `true` if an application accepts the token.
    pub valid: bool,
    /// Code of the error or warning, such as `bad_signature`; `null` for a valid token without a
    /// warning.
    pub code: Option<&'static str>,
    /// Message for people.
    pub message: String,
    /// Serial or other subject of the token; `null` until its signature is checked.
    pub serial: Option<String>,
    /// Instant at which the token expires (RFC 3339, UTC), or `null`.
    pub expires_at: Option<String>,
    /// Checks, in the order in which they were made.
    pub checks: Vec<CheckResult>,
}

impl Answer for Verdict {}

impl Verdict {
    /// Returns the verdict on a token that failed its only check.
    pub fn failed(
        path: Option<String>,
        kind: Option<Kind>,
        check: &str,
        code: VerdictCode,
        message: &str,
    ) -> Verdict {
        let failed =
            CheckResult { name: check.to_owned(), ok: Some(false), detail: message.to_owned() };
        Verdict {
            path,
            kind: kind.map(Kind::name),
            valid: false,
            code: Some(code.as_str()),
            message: message.to_owned(),
            serial: None,
            expires_at: None,
            checks: vec![failed],
        }
    }
}

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckResult {
    /// Name, such as `signature`.
    pub name: String,
    /// `true` if the token passed, `false` if it failed, `null` if the check was skipped.
    pub ok: Option<bool>,
    /// Details for people.
    pub detail: String,
}

impl CheckResult {
    /// Returns the result of a check of the runtime.
    pub fn of(check: &Check) -> CheckResult {
        CheckResult { name: check.name.to_owned(), ok: check.ok, detail: check.detail.clone() }
    }
}
