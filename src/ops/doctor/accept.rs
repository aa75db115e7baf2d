//! The acceptance of a database that was put back on purpose, and differs from the anchor file of a
//! key.

use std::str::FromStr;

use crate::domain::Error;
use crate::domain::anchor::{AnchorClaims, AnchorDifference};
use crate::domain::audit::NewEntry;
use crate::domain::audit::doctor::{ACCEPT, AcceptedAnchorFile};
use crate::domain::key::{Key, Role, find_any};
use crate::domain::name::{Name, Slug};
use crate::domain::time::Timestamp;
use crate::ops::doctor::examine::{FORMS, Subject};
use crate::ops::error::Result;
use crate::ops::execute::{Basis, Decision, Needs, Plan, UnitOfWork, UseCase};
use crate::ops::key::anchor::AnchoredDatabase;
use crate::ops::key::anchor_file::AnchorFile;
use crate::ops::key::choose::KeyNeed;
use crate::signing;
use crate::store::Reader;

/// The subject of an acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AcceptedSubject {
    /// The anchor file of a key: `key:NAME`.
    Key(Slug),
    /// A record.
    Record(Subject),
}

impl FromStr for AcceptedSubject {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            Some(("key", name)) => Ok(AcceptedSubject::Key(name.parse()?)),
            _ => match text.parse() {
                Ok(subject) => Ok(AcceptedSubject::Record(subject)),
                Err(_) => {
                    let message = format!("{text:?} is not a subject that can be accepted");
                    Err(Error::usage(message).advice(format!(
                        "a subject is {FORMS}, or key:NAME for the anchor file of a key"
                    )))
                }
            },
        }
    }
}

/// A request to accept the database although it differs from the anchor file of a key. Unchanged
/// without a difference.
#[derive(Clone, Debug)]
pub struct AcceptDatabase {
    /// The key.
    pub key: Key,
    /// The anchor file.
    pub file: AnchorFile,
    /// The reason.
    pub reason: Name,
}

impl UseCase for AcceptDatabase {
    type Plan = AcceptedDatabase;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<AcceptedDatabase, ()>> {
        let Some(content) = &self.file.content else { return Ok(Decision::Unchanged(())) };
        let vendor = reader.find_vendor()?;
        let key = find_any(&reader.list_keys()?, &self.key.kid)?.clone();
        let database = AnchoredDatabase { reader, vendor: &vendor, now };
        let (anchor, state, difference) = match signing::anchor::open(content, &key.x) {
            Ok(anchor) => {
                let (state, difference) = database.compare(&anchor, None)?;
                let Some(difference) = difference else { return Ok(Decision::Unchanged(())) };
                (Ok(anchor), state, Some(difference))
            }
            Err(fault) => (Err(fault.to_string()), database.state()?, None),
        };
        let reason = self.reason.clone();
        Ok(Decision::Change(AcceptedDatabase { key, anchor, database: state, difference, reason }))
    }

    fn basis(&self, plan: &AcceptedDatabase) -> Basis {
        let AnchorClaims { root, keyset, .. } = &plan.database;
        let facts = vec![root.clone(), keyset.version.to_string(), keyset.hash.clone()];
        Basis { name: "the key set", facts }
    }
}

/// A plan that accepts a database.
#[derive(Clone, Debug)]
pub struct AcceptedDatabase {
    /// The key.
    pub key: Key,
    /// The state in the anchor file, or the reason why the file is not valid.
    pub anchor: Result<AnchorClaims, String>,
    /// The state of the database before the acceptance.
    pub database: AnchorClaims,
    /// The first difference; `None` for an anchor file that is not valid.
    pub difference: Option<AnchorDifference>,
    /// The reason.
    pub reason: Name,
}

impl Plan for AcceptedDatabase {
    fn needs(&self) -> Needs {
        let need = match self.key.role {
            Role::Root => KeyNeed::Root,
            Role::Signing => KeyNeed::Exact { kid: self.key.kid.clone() },
        };
        let accepted_anchor = Some(self.key.kid.clone());
        Needs { keys: vec![need], accepted_anchor, ..Needs::default() }
    }

    fn write(&mut self, _unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = AcceptedAnchorFile {
            kid: &self.key.kid,
            anchor: self.anchor.as_ref().ok().map(Into::into),
            database: (&self.database).into(),
            reason: &self.reason,
        };
        vec![NewEntry::of(ACCEPT, format!("key:{}", self.key.name), &detail)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ErrorCode;

    #[test]
    fn an_unknown_subject_is_refused_with_the_possible_ones() {
        assert_eq!("key:ci".parse(), Ok(AcceptedSubject::Key(Slug::stored("ci".into()))));
        assert_eq!("grant:3".parse(), Ok(AcceptedSubject::Record(Subject::Grant(3))));
        for text in ["ci", "license:L-1", "key:", ":", ""] {
            let error = text.parse::<AcceptedSubject>().expect_err(text);
            assert_eq!(error.code, ErrorCode::Usage, "{text}");
        }
    }
}
