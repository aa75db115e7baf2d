//! The comparison of the whole database with itself, with the signed texts and with the log. One
//! thread reads the rows of one state of the database; the others verify signatures and compare.
//! Each difference is a finding, so that one changed row hides no other.

mod catalogue;
mod counters;
pub mod difference;
mod history;
mod licenses;
mod log;
mod pool;
mod rows;
pub mod shared;
mod tokens;

use std::sync::Arc;

use licentia_runtime::KeySet;

use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::health::Findings;
use crate::ops::health::comparison::catalogue::Catalogue;
use crate::ops::health::comparison::counters::{compare_counters, compare_pages};
use crate::ops::health::comparison::difference::Differences;
use crate::ops::health::comparison::licenses::compare_licenses;
use crate::ops::health::comparison::log::{SumKeys, compare_log};
use crate::ops::health::comparison::pool::Pool;
use crate::ops::health::comparison::rows::Rows;
use crate::ops::health::comparison::shared::{Meter, Part, Progress, Shared, Show};
use crate::ops::health::comparison::tokens::compare_tokens;
use crate::ops::key::choose;
use crate::ops::key::key_set::{NewestKeySet, verified_keys};
use crate::store::Reader;

/// Compares a database. Returns the differences in the order of the rows, at most a thousand.
///
/// # Errors
///
/// The faults of the database.
pub fn compare(
    reader: Reader<'_>,
    vendor: &Vendor,
    now: Timestamp,
    show: Show<'_>,
) -> Result<Findings> {
    let differences = Differences::default();
    match newest_keys(reader, vendor, now) {
        Ok(keys) => {
            let (keys, newest) = (Arc::new(keys), reader.find_newest_entry()?.unwrap_or_default());
            let differences = &differences;
            let shared = Shared { vendor, now, keys: &keys, newest: &newest, differences };
            compare_signed(reader, shared, show)?;
        }
        Err(error) => differences.add_next("keyset", "newest", error.text()),
    }
    compare_counters(reader, &differences)?;
    show(Progress { part: Part::Pages, done: 0, total: 0 });
    compare_pages(reader, &differences)?;
    let (items, further) = differences.into_items();
    Ok(Findings { items, further, compared: true })
}

/// Returns the newest key set, which is of the vendor and verified with the root key.
fn newest_keys(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<KeySet> {
    NewestKeySet::open(reader, vendor, &choose::root(&reader.list_keys()?)?.kid, now)?;
    verified_keys(reader, vendor, now)
}

/// Compares the rows with the log and the signed texts.
fn compare_signed(reader: Reader<'_>, shared: Shared<'_>, show: Show<'_>) -> Result<()> {
    let keys = SumKeys::default();
    let log = compare_log(reader, shared, &keys, show)?;
    let total = reader.count_compared()?.1;
    let mut meter = Meter::begin(show, Part::Licenses, total);
    Pool::scope(|pool| compare_licenses(reader, shared, &log.valid, pool, &mut meter))?;
    let mut meter = Meter::begin(show, Part::Records, 0);
    let rows = Rows { reader, shared, log: &log, keys: &keys };
    Pool::scope(|pool| {
        rows.compare(pool, &mut meter)?;
        Catalogue { reader, shared, pool }.compare(&mut meter)?;
        compare_tokens(reader, shared, pool, &mut meter)
    })
}
