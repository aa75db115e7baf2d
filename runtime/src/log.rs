//! The log of the checks of one file. A disabled log stores no check.

use crate::code::{VerifyError, printable};

/// A check of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// Name of the check: `shape`, `signature`, `scope`, …
    pub name: &'static str,
    /// True if the check passed; `None` if it was skipped.
    pub ok: Option<bool>,
    /// Values that the check found.
    pub detail: String,
}

/// A log of the checks of one file.
pub(crate) struct Log {
    notes: Option<Notes>,
}

/// The entries of a log.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) checks: Vec<Check>,
    pub(crate) subject: Option<String>,
    pub(crate) expires: Option<i64>,
}

impl Log {
    /// Returns a disabled log.
    pub(crate) fn off() -> Log {
        Log { notes: None }
    }

    /// Returns an enabled log.
    pub(crate) fn on() -> Log {
        Log { notes: Some(Notes::default()) }
    }

    /// Returns the entries.
    pub(crate) fn into_notes(self) -> Notes {
        self.notes.unwrap_or_default()
    }

    fn note(&mut self, name: &'static str, ok: Option<bool>, detail: impl FnOnce() -> String) {
        if let Some(notes) = &mut self.notes {
            notes.checks.push(Check { name, ok, detail: printable(detail()) });
        }
    }

    /// Logs a check and returns its outcome.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        outcome: Result<T, VerifyError>,
        detail: impl FnOnce(&T) -> String,
    ) -> Result<T, VerifyError> {
        match outcome {
            Ok(found) => {
                self.note(name, Some(true), || detail(&found));
                Ok(found)
            }
            Err(error) => Err(self.fail(name, error)),
        }
    }

    /// Logs the subject and the end of the file, once its signature and claims passed.
    pub(crate) fn about(&mut self, subject: &str, expires: Option<i64>) {
        if let Some(notes) = &mut self.notes {
            (notes.subject, notes.expires) = (Some(subject.to_owned()), expires);
        }
    }

    /// Logs a check that failed.
    pub(crate) fn fail(&mut self, name: &'static str, error: VerifyError) -> VerifyError {
        self.note(name, Some(false), || error.message.clone());
        error
    }

    /// Logs a check that was skipped.
    pub(crate) fn skip(&mut self, name: &'static str, reason: impl FnOnce() -> String) {
        self.note(name, None, reason);
    }
}
