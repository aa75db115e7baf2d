//! The entries of a status list according to the rows of the database.

use crate::domain::status::{Entries, Entry};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::store::Reader;

/// Returns the entries of a list at an instant, and the numbers of invalid and of suspended
/// entries.
pub fn compute(reader: Reader<'_>, list: i64, now: Timestamp) -> Result<(Entries, (usize, usize))> {
    let mut entries = Entries::valid();
    let (mut invalid, mut suspended) = (0usize, 0usize);
    reader.list_entries(list, now, &mut |idx, entry| {
        // An entry that ends a file follows an entry that suspends it, and an index may occur
        // again.
        let before = entries.get(idx).map(Entry::of);
        if before == Some(entry) {
            return;
        }
        suspended += usize::from(entry == Entry::Suspended);
        suspended -= usize::from(before == Some(Entry::Suspended));
        invalid += usize::from(entry == Entry::Invalid);
        entries.set(idx, entry);
    })?;
    Ok((entries, (invalid, suspended)))
}

/// Returns the numbers of invalid and of suspended entries.
pub fn counts_of(entries: &Entries) -> (usize, usize) {
    entries.not_valid().fold((0, 0), |(invalid, suspended), (_, entry)| match entry {
        Entry::Invalid => (invalid + 1, suspended),
        Entry::Suspended => (invalid, suspended + 1),
        Entry::Valid => (invalid, suspended),
    })
}
