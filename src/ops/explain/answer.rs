//! The answer about a code.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::Answer;

/// The subject of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Subject {
    /// The error of a command.
    Error,
    /// The verdict of the verifier on a file that it refuses.
    Verdict,
    /// The warning of the verifier about a file that it accepts.
    Warning,
    /// A finding of the health report.
    Finding,
}

impl Subject {
    /// Returns the word of a heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Subject::Error => "Error",
            Subject::Verdict => "Verdict",
            Subject::Warning => "Warning",
            Subject::Finding => "Finding",
        }
    }
}

/// The explanation of a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplainedCode {
    /// Subject of the code: `error`, `verdict`, `warning` or `finding`.
    #[serde(rename = "kind")]
    pub subject: Subject,
    /// Code.
    pub code: &'static str,
    /// Exit status of a command that ends with the code; 0 for a warning.
    pub exit_status: u8,
    /// Meaning, in sentences.
    pub meaning: &'static str,
    /// Usual causes, each a sentence.
    pub causes: &'static [&'static str],
    /// Action to take, in sentences.
    pub action: &'static str,
}

impl Answer for ExplainedCode {}
