//! The facts that all threads of a comparison use, and the progress.

use std::sync::Arc;

use licentia_runtime::KeySet;

use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::health::comparison::difference::Differences;

/// The facts that all threads use.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The instant.
    pub now: Timestamp,
    /// The newest key set.
    pub keys: &'a Arc<KeySet>,
    /// The latest instant of the log, RFC 3339.
    pub newest: &'a str,
    /// The differences.
    pub differences: &'a Differences,
}

/// A part of a comparison, for the progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The audit log.
    Log,
    /// The licenses.
    Licenses,
    /// The other records.
    Records,
    /// The pages and indexes of the database file.
    Pages,
}

/// The progress of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The current part.
    pub part: Part,
    /// The number of compared rows of the part.
    pub done: u64,
    /// The number of rows of the part; 0 if it is unknown.
    pub total: u64,
}

/// A function that shows the progress.
pub type Show<'a> = &'a mut dyn FnMut(Progress);

/// A counter of the compared rows of a part, which shows the progress.
pub struct Meter<'a> {
    show: Show<'a>,
    progress: Progress,
}

/// The number of rows after which the progress is shown again.
const STEP: u64 = 1_000;

impl<'a> Meter<'a> {
    /// Begins a part.
    pub fn begin(show: Show<'a>, part: Part, total: u64) -> Meter<'a> {
        let progress = Progress { part, done: 0, total };
        show(progress);
        Meter { show, progress }
    }

    /// Counts a row.
    pub fn count(&mut self) {
        self.progress.done += 1;
        if self.progress.done.is_multiple_of(STEP) {
            (self.show)(self.progress);
        }
    }
}
