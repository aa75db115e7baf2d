//! The statements of the verified log about one subject, in memory.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::domain::audit::personal::PersonalValues;
use crate::domain::audit::statement::Table;
use crate::ops::audit::source::{StatedEntry, StatementSource};
use crate::ops::error::Result;
use crate::store::{RecordedEntries, RecordedEntry};

/// The parts of a log that were found valid.
#[derive(Clone, Debug, Default)]
pub struct ValidLog {
    /// The entries that do not continue the entry before, in their order.
    pub breaks: Vec<i64>,
    /// The anchors that are not valid: the last entry, and the thumbprint of the key.
    pub invalid: BTreeSet<(i64, String)>,
}

impl ValidLog {
    /// Returns whether an anchor signs an entry: the anchor is valid, and the chain leads from the
    /// entry to the hash that was signed.
    fn is_signed(&self, seq: i64, anchor: &Anchor) -> bool {
        let last = anchor.range.last;
        let next = self.breaks.partition_point(|place| *place < seq);
        let is_unbroken = self.breaks.get(next).is_none_or(|place| *place > last);
        is_unbroken && !self.invalid.contains(&(last, anchor.kid.clone()))
    }

    /// Removes the anchors that sign nothing from the entries of a subject.
    pub fn keep_valid(&self, recorded: &mut RecordedEntries) {
        for entry in &mut recorded.entries {
            entry.anchors.retain(|anchor| self.is_signed(entry.seq, anchor));
        }
    }
}

/// The statements about one subject.
#[derive(Debug)]
pub struct History {
    records: Vec<(&'static str, i64)>,
    entries: Vec<(i64, Rc<StatedEntry>, Vec<Anchor>)>,
}

impl History {
    /// Parses the entries of a subject. An entry that cannot be read states nothing.
    pub fn of(recorded: RecordedEntries) -> History {
        let parse = |RecordedEntry { seq, text, values, anchors }: RecordedEntry| {
            let entry = serde_json::from_str(&text).ok()?;
            Some((seq, Rc::new((entry, PersonalValues::of(values))), anchors))
        };
        let entries = recorded.entries.into_iter().filter_map(parse).collect();
        History { records: recorded.records, entries }
    }

    /// Returns the entries with records of the rows of a table, newest first.
    pub fn entries_of(&self, table: &Table) -> impl Iterator<Item = &StatedEntry> {
        let records = self.records.iter().filter(|(name, _)| *name == table.name);
        records.filter_map(|(_, seq)| self.find(*seq)).map(|(_, entry, _)| &**entry)
    }

    fn find(&self, seq: i64) -> Option<&(i64, Rc<StatedEntry>, Vec<Anchor>)> {
        self.entries.iter().find(|(own, ..)| *own == seq)
    }
}

impl StatementSource for &History {
    fn recorded(&self, table: &Table, _: &str) -> Result<Vec<i64>> {
        let records = self.records.iter().filter(|(name, _)| *name == table.name);
        Ok(records.map(|(_, seq)| *seq).collect())
    }

    fn statement(&self, seq: i64) -> Result<Option<Rc<StatedEntry>>> {
        Ok(self.find(seq).map(|(_, entry, _)| entry.clone()))
    }

    fn anchors_of(&self, seq: i64) -> Result<Vec<Anchor>> {
        Ok(self.find(seq).map(|(_, _, anchors)| anchors.clone()).unwrap_or_default())
    }

    /// The anchors of the entries are valid.
    fn is_proven(&self, _: i64, _: &EntryRange, _: &dyn Fn() -> bool) -> Result<bool> {
        Ok(true)
    }
}
