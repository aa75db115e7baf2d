//! The comparison of the log with itself: its chain, its personal values, its anchors, and the
//! index of its entries by rows.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, PoisonError};

use licentia_runtime::KeySetClaims;

use crate::domain::audit::anchor::Anchor;
use crate::domain::audit::statement::{GRANT, REFERENCE, Row, recorded_rows};
use crate::domain::audit::{Hash, HashedEntry, START, Walk};
use crate::ops::audit::check_anchor;
use crate::ops::error::Result;
use crate::ops::health::comparison::difference::{Compared, Differences, Place};
use crate::ops::health::comparison::history::ValidLog;
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::shared::{Meter, Part, Shared, Show};
use crate::store::{EntryRow, Reader, RecordLine};

/// The noun of the differences in the log.
const KIND: &str = "audit";

/// The number of entries of a job.
const ENTRIES: usize = 32;

/// A sum of the hashes of rows. Two sets of rows are equal if their sums are equal. The hashes have
/// random keys, so that no other set can be made with the same sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowSum {
    rows: u64,
    sums: [u64; 2],
}

/// The random keys of the sums.
#[derive(Debug, Default)]
pub struct SumKeys([RandomState; 2]);

impl SumKeys {
    /// Adds a row to a sum.
    pub fn add(&self, sum: &mut RowSum, row: &impl std::hash::Hash) {
        sum.rows += 1;
        for (sum, key) in sum.sums.iter_mut().zip(&self.0) {
            *sum = sum.wrapping_add(key.hash_one(row));
        }
    }
}

impl RowSum {
    fn join(&mut self, other: RowSum) {
        self.rows += other.rows;
        for (sum, other) in self.sums.iter_mut().zip(other.sums) {
            *sum = sum.wrapping_add(other);
        }
    }
}

/// The sums of the rows that the entries of the log state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatedSums {
    /// The lines of the index of the log.
    pub lines: RowSum,
    /// The idempotency references: the family and the reference.
    pub references: RowSum,
    /// The grants of recoveries: the license and the instant.
    pub grants: RowSum,
}

/// The result of the comparison of the log.
#[derive(Debug, Default)]
pub struct ComparedLog {
    /// The valid parts.
    pub valid: ValidLog,
    /// The sums of the stated rows.
    pub sums: StatedSums,
}

/// Compares the log with itself. Without a key set, the anchors are not verified.
///
/// # Errors
///
/// The faults of the database.
pub fn compare_log(
    reader: Reader<'_>,
    shared: Shared<'_>,
    keys: &SumKeys,
    show: Show<'_>,
) -> Result<ComparedLog> {
    let total = reader.count_compared()?.0;
    let mut meter = Meter::begin(show, Part::Log, total);
    let log = Mutex::new(ComparedLog::default());
    Pool::scope(|pool| {
        compare_entries(reader, shared, &Sink { log: &log, keys }, pool, &mut meter)
    })?;
    Pool::scope(|pool| compare_anchors(reader, shared, &log, pool))?;
    let mut log = log.into_inner().unwrap_or_else(PoisonError::into_inner);
    log.valid.breaks.sort_unstable();
    compare_lines(reader, shared.differences, keys, log.sums.lines)?;
    Ok(log)
}

/// The results of the threads.
#[derive(Clone, Copy)]
struct Sink<'a> {
    log: &'a Mutex<ComparedLog>,
    keys: &'a SumKeys,
}

/// Entries of the log in their order, with the place and the hash before them.
struct Entries {
    before: (i64, Hash),
    rows: Vec<EntryRow>,
    place: Place,
}

fn compare_entries<'a>(
    reader: Reader<'_>,
    shared: Shared<'a>,
    sink: &Sink<'a>,
    pool: &Pool<'a, '_>,
    meter: &mut Meter<'_>,
) -> Result<()> {
    let (sink, mut before, mut rows) = (*sink, (0, START), Vec::with_capacity(ENTRIES));
    let pass = |rows: &mut Vec<EntryRow>, before: (i64, Hash)| {
        let rows = std::mem::replace(rows, Vec::with_capacity(ENTRIES));
        let entries = Entries { before, rows, place: shared.differences.next_place() };
        pool.run(move || entries.compare(shared.differences, sink));
    };
    let foreign = reader.list_entry_rows(&mut |row| -> Result<()> {
        meter.count();
        match row {
            Ok(row) => rows.push(row),
            Err(fault) => shared.differences.add_next(KIND, "log", fault.to_string()),
        }
        if rows.len() == ENTRIES {
            let last = rows.last().map_or(before, |row| (row.seq, row.hash));
            pass(&mut rows, before);
            before = last;
        }
        Ok(())
    })?;
    pass(&mut rows, before);
    for seq in foreign {
        let problem = format!("the log has no entry {seq}, but personal values of it");
        shared.differences.add_next(KIND, &seq.to_string(), problem);
    }
    Ok(())
}

impl Entries {
    fn compare(self, differences: &Differences, sink: Sink<'_>) {
        let (seq, hash) = self.before;
        let mut walk = Walk { seq, hash, erased: 0 };
        let (mut sums, mut breaks) = (StatedSums::default(), Vec::new());
        for row in self.rows {
            let subject = row.seq.to_string();
            let compared = Compared { kind: KIND, subject: &subject, place: self.place };
            match walk.step(row.seq, &row.text, &row.hash) {
                Ok(entry) => {
                    if let Err(reason) = walk.check_personal(&entry, &row.personal) {
                        differences.add(compared, reason);
                    }
                    sums.add(&entry, sink.keys);
                }
                Err(reason) => {
                    differences.add(compared, reason);
                    breaks.push(row.seq);
                    (walk.seq, walk.hash) = (row.seq, row.hash);
                    if let Ok(entry) = serde_json::from_str(&row.text) {
                        sums.add(&entry, sink.keys);
                    }
                }
            }
        }
        let mut log = sink.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.sums.join(sums);
        log.valid.breaks.extend(breaks);
    }
}

impl StatedSums {
    fn add(&mut self, entry: &HashedEntry, keys: &SumKeys) {
        for (table, subject) in recorded_subjects(entry) {
            keys.add(&mut self.lines, &(table, subject, entry.seq));
        }
        for (table, _, row) in recorded_rows(entry) {
            let text = |member: &str| row_text(row, member);
            if *table == REFERENCE {
                keys.add(&mut self.references, &(text("family"), text("reference")));
            } else if *table == GRANT {
                keys.add(&mut self.grants, &(text("license"), text("created_at")));
            }
        }
    }

    fn join(&mut self, other: StatedSums) {
        self.lines.join(other.lines);
        self.references.join(other.references);
        self.grants.join(other.grants);
    }
}

/// Returns a text of a recorded row; an empty one for a missing member.
pub fn row_text<'a>(row: &'a Row, member: &str) -> &'a str {
    row.get(member).and_then(serde_json::Value::as_str).unwrap_or_default()
}

/// Returns the tables and subjects of the records of an entry, each once.
fn recorded_subjects(entry: &HashedEntry) -> Vec<(&'static str, &str)> {
    let mut subjects: Vec<(&str, &str)> = Vec::new();
    for (table, subject, _) in recorded_rows(entry) {
        if !subjects.contains(&(table.name, subject)) {
            subjects.push((table.name, subject));
        }
    }
    subjects
}

fn compare_anchors<'a>(
    reader: Reader<'_>,
    shared: Shared<'a>,
    log: &'a Mutex<ComparedLog>,
    pool: &Pool<'a, '_>,
) -> Result<()> {
    reader.list_anchors_and_hashes(&mut |row| -> Result<()> {
        let place = shared.differences.next_place();
        match row {
            Ok((anchor, hash)) => pool.run(move || {
                let claims = shared.keys.claims();
                let Err(reason) = check_stored(&anchor, hash, claims, shared) else { return };
                let subject = anchor.range.last.to_string();
                shared.differences.add(Compared { kind: KIND, subject: &subject, place }, reason);
                let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
                log.valid.invalid.insert((anchor.range.last, anchor.kid));
            }),
            Err(fault) => shared.differences.add_next(KIND, "anchor", fault.to_string()),
        }
        Ok(())
    })
}

/// Checks an anchor against the stored hash of its last entry. Returns a description of the
/// mistake.
fn check_stored(
    anchor: &Anchor,
    hash: Option<Vec<u8>>,
    claims: &KeySetClaims,
    shared: Shared<'_>,
) -> Result<(), String> {
    let hash = hash.and_then(|hash| Hash::try_from(hash).ok());
    let walk = Walk { seq: anchor.range.last, hash: hash.unwrap_or(START), erased: 0 };
    check_anchor(anchor, &walk, claims, shared.vendor)
}

/// Compares the index of the log with the records of its entries.
fn compare_lines(
    reader: Reader<'_>,
    differences: &Differences,
    keys: &SumKeys,
    stated: RowSum,
) -> Result<()> {
    let mut stored = RowSum::default();
    reader.list_record_lines(&mut |line| -> Result<()> {
        match line {
            Ok(RecordLine { table, subject, seq }) => {
                keys.add(&mut stored, &(table.as_str(), subject.as_str(), seq));
            }
            Err(fault) => differences.add_next(KIND, "index", fault.to_string()),
        }
        Ok(())
    })?;
    if stored == stated {
        return Ok(());
    }
    find_missing_lines(reader, differences)?;
    find_extra_lines(reader, differences)
}

fn find_missing_lines(reader: Reader<'_>, differences: &Differences) -> Result<()> {
    reader.list_entry_rows(&mut |row| -> Result<()> {
        let Ok(row) = row else { return Ok(()) };
        let Ok(entry) = serde_json::from_str::<HashedEntry>(&row.text) else { return Ok(()) };
        for (table, subject) in recorded_subjects(&entry) {
            if !reader.has_record_line(table, subject, row.seq)? {
                let problem = format!(
                    "entry {} records {table} {subject}, but the index of the log does not have it",
                    row.seq
                );
                differences.add_next(KIND, &row.seq.to_string(), problem);
            }
        }
        Ok(())
    })?;
    Ok(())
}

fn find_extra_lines(reader: Reader<'_>, differences: &Differences) -> Result<()> {
    reader.list_record_lines(&mut |line| -> Result<()> {
        let Ok(RecordLine { table, subject, seq }) = line else { return Ok(()) };
        let text = reader.find_entry_text(seq)?;
        let entry = text.and_then(|text| serde_json::from_str::<HashedEntry>(&text).ok());
        let is_stated = entry.as_ref().is_some_and(|entry| {
            recorded_subjects(entry).contains(&(table.as_str(), subject.as_str()))
        });
        if !is_stated {
            let problem = format!(
                "the index of the log states that entry {seq} records {table} {subject}, but the \
                 entry does not"
            );
            differences.add_next(KIND, &seq.to_string(), problem);
        }
        Ok(())
    })
}
