//! What was checked, in order, with what outcome: the same code path as the silent one, with a pen.

use crate::code::{Code, Refusal, Warning, printable};
use crate::jws::{self, Kind};
use crate::keyset::{KeySet, Trust};
use crate::license::{License, Policy};

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

/// A file that was verified.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Document {
    /// A key set.
    KeySet(KeySet),
    /// A license.
    License(License),
}

impl Document {
    /// What to know about the file although it is good.
    pub fn warnings(&self) -> &[Warning] {
        match self {
            Document::KeySet(set) => set.warnings(),
            Document::License(license) => license.warnings(),
        }
    }
}

/// A file's verdict, with every check up to the first that failed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The kind that the header claims, if it could be read.
    pub kind: Option<Kind>,
    /// The checks in the order in which they were made.
    pub checks: Vec<Check>,
    /// What the file is about (a license's serial), known once its signature and claims passed.
    pub subject: Option<String>,
    /// The file's `exp`, known once its signature and claims passed.
    pub expires: Option<i64>,
    /// The verified file, or the first refusal.
    pub verdict: Result<Document, Refusal>,
}

/// Checks a file of any kind and tells each step. `trust` is for key sets; other files need the key set.
pub fn examine(raw: &[u8], keys: Option<&KeySet>, trust: &Trust<'_>, policy: &Policy<'_>) -> Report {
    let mut log = Log { notes: Some(Notes::default()) };
    let mut kind = None;
    let verdict = (|| {
        let text = log.step("size", jws::clean(raw), |text| format!("{} bytes", text.len()))?;
        let header = jws::read(&text).map_err(|refusal| log.fail("shape", refusal))?.header;
        kind = Kind::from_typ(&header.typ);
        match (kind, keys) {
            (Some(Kind::KeySet), _) => KeySet::read(&text, trust, &mut log).map(Document::KeySet),
            (Some(Kind::License), Some(keys)) => keys.read_license(&text, policy, &mut log).map(Document::License),
            (Some(Kind::License), None) => {
                Err(log.fail("key", Refusal::new(Code::UnknownKey, "there is no key set to check it against")))
            }
            _ => {
                let message = format!("files of type {:?} cannot be checked by this version", header.typ);
                Err(log.fail("type", Refusal::new(Code::Unsupported, message)))
            }
        }
    })();
    let Notes { checks, subject, expires } = log.notes.unwrap_or_default();
    Report { kind, checks, subject, expires, verdict }
}

/// Notes the checks of one reading, or nothing.
pub(crate) struct Log {
    notes: Option<Notes>,
}

#[derive(Default)]
struct Notes {
    checks: Vec<Check>,
    subject: Option<String>,
    expires: Option<i64>,
}

impl Log {
    /// A log that keeps nothing.
    pub(crate) fn off() -> Log {
        Log { notes: None }
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
    fn fail(&mut self, name: &'static str, refusal: Refusal) -> Refusal {
        self.note(name, Some(false), || refusal.message.clone());
        refusal
    }

    /// Notes a check that was not made.
    pub(crate) fn skip(&mut self, name: &'static str, why: impl FnOnce() -> String) {
        self.note(name, None, why);
    }
}
