//! What a reader notes of the checks it makes, for whoever wants to be told; the silent reader
//! notes nothing.

use crate::code::{Refusal, printable};

/// One check of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// Which check: `shape`, `signature`, `scope`, …
    pub name: &'static str,
    /// Whether it passed; `None` where it was skipped.
    pub ok: Option<bool>,
    /// What was found.
    pub detail: String,
}

/// Notes the checks of one reading, or nothing.
pub(crate) struct Log {
    notes: Option<Notes>,
}

/// What was noted.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) checks: Vec<Check>,
    pub(crate) subject: Option<String>,
    pub(crate) expires: Option<i64>,
}

impl Log {
    /// A log that keeps nothing.
    pub(crate) fn off() -> Log {
        Log { notes: None }
    }

    /// A log that keeps everything.
    pub(crate) fn on() -> Log {
        Log { notes: Some(Notes::default()) }
    }

    /// What was kept.
    pub(crate) fn into_notes(self) -> Notes {
        self.notes.unwrap_or_default()
    }

    fn note(&mut self, name: &'static str, ok: Option<bool>, detail: impl FnOnce() -> String) {
        if let Some(notes) = &mut self.notes {
            notes.checks.push(Check { name, ok, detail: printable(detail()) });
        }
    }

    /// Notes a check and hands its outcome on.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        outcome: Result<T, Refusal>,
        detail: impl FnOnce(&T) -> String,
    ) -> Result<T, Refusal> {
        match outcome {
            Ok(found) => {
                self.note(name, Some(true), || detail(&found));
                Ok(found)
            }
            Err(refusal) => Err(self.fail(name, refusal)),
        }
    }

    /// Notes what the file is about, once its signature and claims passed.
    pub(crate) fn about(&mut self, subject: &str, expires: Option<i64>) {
        if let Some(notes) = &mut self.notes {
            (notes.subject, notes.expires) = (Some(subject.to_owned()), expires);
        }
    }

    /// Notes a check that failed.
    pub(crate) fn fail(&mut self, name: &'static str, refusal: Refusal) -> Refusal {
        self.note(name, Some(false), || refusal.message.clone());
        refusal
    }

    /// Notes a check that was not made.
    pub(crate) fn skip(&mut self, name: &'static str, why: impl FnOnce() -> String) {
        self.note(name, None, why);
    }
}
