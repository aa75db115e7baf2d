//! The answer of an inspection of files. Its contents are not verified.

use licentia_runtime::VerifyError;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::ops::answer::Answer;

/// The content of a token, not verified.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct InspectedText {
    /// Path of the file, as it was typed; with `#` and a number for one of several tokens in a
    /// file.
    pub path: String,
    /// Always `false`: the content is only claimed.
    pub verified: bool,
    /// Kind that the header claims, such as `license`; `null` for another kind, or if the token
    /// cannot be read.
    pub kind: Option<&'static str>,
    /// Header of the token, unchanged; `null` if it cannot be read.
    pub header: Option<Map<String, Value>>,
    /// Claims of the token, unchanged except for the removed secret of a credential; `null` if they
    /// cannot be read.
    pub claims: Option<Map<String, Value>>,
    /// Reason for which no application reads the token, or `null`.
    pub problem: Option<Problem>,
}

impl Answer for InspectedText {}

impl InspectedText {
    /// Returns the answer about a token that cannot be read.
    pub fn unreadable(path: &str, error: &VerifyError) -> InspectedText {
        InspectedText {
            path: path.to_owned(),
            verified: false,
            kind: None,
            header: None,
            claims: None,
            problem: Some(Problem::of(error)),
        }
    }
}

/// The reason for which a token cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// Code, such as `malformed`.
    pub code: &'static str,
    /// Message for people.
    pub message: String,
}

impl Problem {
    /// Returns the reason of an error.
    pub fn of(error: &VerifyError) -> Problem {
        Problem { code: error.code.as_str(), message: error.message.clone() }
    }
}
