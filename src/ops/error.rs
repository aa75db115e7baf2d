//! The errors of the use cases. Callers match on the enum: no error is recovered from an untyped
//! one (`tests/dependencies.rs`).

use std::error::Error as _;
use std::io;

use crate::domain::Error;
use crate::domain::audit::NewEntry;
use crate::signing::{self, envelope};
use crate::store;

/// The result of a use case.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// A failure of a use case or of its front end.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An error of a rule that refuses the request. A front end reports the faults of its files and
    /// settings in this form too.
    #[error(transparent)]
    Rule(#[from] Error),
    /// An error of a rule that is recorded in the audit log.
    #[error("{}", .0.error)]
    Recorded(Box<RecordedError>),
    /// A fault of the database.
    #[error(transparent)]
    Database(#[from] store::Fault),
    /// A private key that cannot be unlocked.
    #[error(transparent)]
    PrivateKey(#[from] signing::Fault),
    /// A signed file that is not valid.
    #[error(transparent)]
    File(#[from] licentia_runtime::VerifyError),
    /// A fault of a stream of the front end, such as standard output.
    #[error(transparent)]
    Stream(#[from] io::Error),
    /// A defect of this program. No caller distinguishes the causes.
    #[error(transparent)]
    Defect(anyhow::Error),
    /// An error with the name of the thing that it concerns, such as a path.
    #[error("{0}")]
    Context(String, #[source] Box<Failure>),
}

/// An error that is recorded in the audit log: an attempt to use a blocked container, an invalid
/// ticket code.
#[derive(Debug)]
pub struct RecordedError {
    /// The audit entry.
    pub entry: NewEntry,
    /// The error.
    pub error: Error,
}

impl Failure {
    /// Returns the error without its contexts.
    pub fn root(&self) -> &Failure {
        match self {
            Failure::Context(_, inner) => inner.root(),
            error => error,
        }
    }

    /// Returns the rule that refuses the request; `None` for other errors.
    pub fn rule(&self) -> Option<&Error> {
        match self.root() {
            Failure::Rule(rule_error) => Some(rule_error),
            Failure::Recorded(recorded) => Some(&recorded.error),
            _ => None,
        }
    }

    /// Names the thing that the error concerns, such as a path.
    #[must_use]
    pub fn within(self, text: impl Into<String>) -> Failure {
        Failure::Context(text.into(), Box::new(self))
    }

    /// Replaces the error of a rule, for example to suggest another correction. Other errors do not
    /// change.
    #[must_use]
    pub fn map_rule(self, replace: impl FnOnce(Error) -> Error) -> Failure {
        match self {
            Failure::Rule(rule_error) => Failure::Rule(replace(rule_error)),
            Failure::Context(text, inner) => inner.map_rule(replace).within(text),
            error => error,
        }
    }

    /// Returns the error with its contexts and causes in one line: `keys/ci.pem: cut off`. The
    /// verdict on a file is included without its code, which [`Failure::root`] contains.
    pub fn text(&self) -> String {
        match self {
            Failure::Context(text, inner) => format!("{text}: {}", inner.text()),
            Failure::File(verdict) => verdict.message.clone(),
            error => {
                let (mut text, mut cause) = (error.to_string(), error.source());
                while let Some(error) = cause {
                    text += &format!(": {error}");
                    cause = error.source();
                }
                text
            }
        }
    }
}

impl From<RecordedError> for Failure {
    fn from(error: RecordedError) -> Failure {
        Failure::Recorded(Box::new(error))
    }
}

/// Errors that only a defect of this program can cause at the places where `?` converts them.
macro_rules! defects {
    ($($error:ty),*) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Failure {
                Failure::Defect(error.into())
            }
        })*
    };
}

defects!(serde_json::Error, jiff::Error, envelope::Fault);

/// The context of an error, or the defect of a missing value.
pub trait Context<T> {
    /// Names the thing that the error concerns. A missing value is a defect.
    ///
    /// # Errors
    ///
    /// The error with its context.
    fn context(self, text: impl Into<String>) -> Result<T>;

    /// Names the thing that the error concerns. The text is created only for an error.
    ///
    /// # Errors
    ///
    /// The error with its context.
    fn with_context(self, text: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: Into<Failure>> Context<T> for std::result::Result<T, E> {
    fn context(self, text: impl Into<String>) -> Result<T> {
        self.map_err(|error| error.into().within(text))
    }

    fn with_context(self, text: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| error.into().within(text()))
    }
}

impl<T> Context<T> for Option<T> {
    fn context(self, text: impl Into<String>) -> Result<T> {
        self.ok_or_else(|| Failure::Defect(anyhow::Error::msg(text.into())))
    }

    fn with_context(self, text: impl FnOnce() -> String) -> Result<T> {
        self.ok_or_else(|| Failure::Defect(anyhow::Error::msg(text())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ErrorCode;

    fn refused() -> Error {
        Error::new(ErrorCode::NotFound, "there is no license L-1")
    }

    #[test]
    fn a_context_hides_no_error() {
        let error = Err::<(), _>(refused()).context("line 2").with_context(|| "a.csv".into());
        let error = error.expect_err("an error");
        assert_eq!(error.text(), "a.csv: line 2: there is no license L-1");
        assert_eq!(error.rule(), Some(&refused()));
        let replaced = error.map_rule(|rule_error| rule_error.advice("add it"));
        assert_eq!(replaced.text(), "a.csv: line 2: there is no license L-1");
        assert_eq!(replaced.rule(), Some(&refused().advice("add it")));
    }

    #[test]
    fn a_missing_value_is_a_defect_with_its_name() {
        let error = None::<u8>.context("a key that was not chosen").expect_err("an error");
        assert!(matches!(error, Failure::Defect(_)), "{error:?}");
        assert_eq!(error.text(), "a key that was not chosen");
        assert!(error.rule().is_none());
        let error = error.map_rule(|_| refused());
        assert!(matches!(error, Failure::Defect(_)), "{error:?}");
    }

    #[test]
    fn the_text_has_the_causes_of_a_fault_and_not_the_code_of_a_verdict() {
        let cause = rusqlite::Error::InvalidQuery;
        let error = Failure::from(store::Fault::Statement(cause));
        assert_eq!(error.text(), "a database statement failed: Query is not read-only");
        let verdict = licentia_runtime::inspect::unverified("cut off").expect_err("a verdict");
        let message = verdict.message.clone();
        let error = Err::<(), _>(verdict).context("a.lic").expect_err("an error");
        assert_eq!(error.text(), format!("a.lic: {message}"));
        assert!(matches!(error.root(), Failure::File(_)), "{error:?}");
    }
}
