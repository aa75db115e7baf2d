//! The differences that a comparison finds. Several threads add them. They are listed in the order
//! of the compared rows, at most a thousand.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::domain::ErrorCode;
use crate::domain::finding::FindingCode;
use crate::domain::remedy::Remedy;
use crate::ops::error::Failure;
use crate::ops::health::Item;

/// The maximum number of listed differences.
const LISTED: usize = 1_000;

/// The place of a compared row in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u64);

/// A record that is compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The noun, such as `license`.
    pub kind: &'static str,
    /// The serial, code or number.
    pub subject: &'a str,
    /// The place in the report.
    pub place: Place,
}

/// The differences of a comparison.
#[derive(Debug, Default)]
pub struct Differences {
    places: AtomicU64,
    found: Mutex<Found>,
}

#[derive(Debug, Default)]
struct Found {
    listed: Vec<(Place, Item)>,
    count: u64,
}

impl Differences {
    /// Returns the place of the next compared row.
    pub fn next_place(&self) -> Place {
        Place(self.places.fetch_add(1, Ordering::Relaxed))
    }

    /// Adds a difference.
    pub fn add(&self, compared: Compared<'_>, problem: impl Into<String>) {
        let Compared { kind, subject, place } = compared;
        let item = Item {
            kind,
            code: FindingCode::Tampered,
            subject: subject.to_owned(),
            due_at: None,
            problem: problem.into(),
            remedy: Remedy::advice("compare the database with a backup"),
        };
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.count += 1;
        found.listed.push((place, item));
        if found.listed.len() > 2 * LISTED {
            found.shorten();
        }
    }

    /// Adds a difference of a row that is found out of the order of the rows.
    pub fn add_next(&self, kind: &'static str, subject: &str, problem: impl Into<String>) {
        self.add(Compared { kind, subject, place: self.next_place() }, problem);
    }

    /// Adds the error of a comparison. A right that only a revoked key signed is no difference: the
    /// row has the values that the key signed.
    pub fn add_error(&self, compared: Compared<'_>, error: &Failure) {
        match error.rule() {
            Some(rule_error) if rule_error.code == ErrorCode::WrongState => {}
            Some(rule_error) => self.add(compared, rule_error.message.clone()),
            None => self.add(compared, error.text()),
        }
    }

    /// Returns the listed differences in their order, and the number of further ones.
    pub fn into_items(self) -> (Vec<Item>, u64) {
        let mut found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        found.shorten();
        let items: Vec<Item> = found.listed.into_iter().map(|(_, item)| item).collect();
        let further = found.count.saturating_sub(items.len() as u64);
        (items, further)
    }
}

impl Found {
    fn shorten(&mut self) {
        self.listed.sort_by_key(|(place, _)| *place);
        self.listed.truncate(LISTED);
    }
}
