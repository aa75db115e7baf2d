//! The source of statements about rows: the log in the database, or a part of it that was read and
//! verified before.

use std::rc::Rc;

use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::domain::audit::personal::PersonalValues;
use crate::domain::audit::statement::Table;
use crate::domain::audit::{HashedEntry, link};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::store::Reader;

/// An entry with its personal values.
pub type StatedEntry = (HashedEntry, PersonalValues);

/// A source of statements.
pub trait StatementSource {
    /// Returns the entries with records of a subject in a table, newest first.
    ///
    /// # Errors
    ///
    /// `tampered` for an entry that is missing in the index; the faults of the database.
    fn recorded(&self, table: &Table, subject: &str) -> Result<Vec<i64>>;

    /// Returns an entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn statement(&self, seq: i64) -> Result<Option<Rc<StatedEntry>>>;

    /// Returns the anchors whose ranges contain an entry.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn anchors_of(&self, seq: i64) -> Result<Vec<Anchor>>;

    /// Returns whether an anchor signs an entry in its range. `is_valid` verifies the signature.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn is_proven(&self, seq: i64, range: &EntryRange, is_valid: &dyn Fn() -> bool) -> Result<bool>;
}

impl StatementSource for Reader<'_> {
    /// The index of the records is not signed, so it must have the newest entry of the subject
    /// itself.
    fn recorded(&self, table: &Table, subject: &str) -> Result<Vec<i64>> {
        let recorded = self.list_recorded(table.name, subject)?;
        match self.find_newest_record(table.name, subject)? {
            Some(newest) if recorded.first().is_none_or(|first| *first < newest) => {
                Err(missing(table, subject, newest).into())
            }
            _ => Ok(recorded),
        }
    }

    fn statement(&self, seq: i64) -> Result<Option<Rc<StatedEntry>>> {
        Ok(self.find_statement(seq)?.map(Rc::new))
    }

    fn anchors_of(&self, seq: i64) -> Result<Vec<Anchor>> {
        Ok(self.list_anchors_of(seq)?)
    }

    fn is_proven(&self, seq: i64, range: &EntryRange, is_valid: &dyn Fn() -> bool) -> Result<bool> {
        Ok(is_valid() && leads_to(*self, seq, range)?)
    }
}

/// Returns whether the chain from an entry on leads to the hash that was signed.
fn leads_to(reader: Reader<'_>, seq: i64, range: &EntryRange) -> Result<bool> {
    let Some((mut hash, texts)) = reader.find_chain(seq, range.last)? else {
        return Ok(false);
    };
    for text in &texts {
        hash = link(&hash, text);
    }
    Ok(hash == range.hash)
}

/// Returns the error for an entry that is missing in the log or in the index of its records.
pub fn missing(table: &Table, subject: &str, seq: i64) -> Error {
    tampered(format!(
        "the database was changed: entry {seq} of the audit log, which records {} {subject}, is \
         missing in the log or in its index",
        table.name
    ))
}

/// Returns the error for a row that differs from the log.
pub fn tampered(message: String) -> Error {
    Error::new(ErrorCode::Tampered, message)
        .advice("no change was made; compare the database with a backup")
}
