//! The check of the clock before a signature: the database knows an instant that has passed.

use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::store::Reader;

/// The tolerance for a clock that is behind the newest audit entry, in seconds.
const CLOCK_LEEWAY: i64 = 300;

/// Refuses to sign in a home that is not a test home if the clock is behind its database. A file
/// with an earlier date could outlive its revocation.
///
/// # Errors
///
/// `clock_behind`.
pub fn check_clock(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<()> {
    if vendor.test {
        return Ok(());
    }
    let newest = reader.find_newest_entry()?.map(|at| parse_instant(&at)).transpose()?;
    let behind = newest.filter(|newest| now.as_second() + CLOCK_LEEWAY < newest.as_second());
    behind.map_or(Ok(()), |newest| {
        let message =
            format!("the clock shows {now}, but the database was last changed at {newest}");
        Err(Error::new(ErrorCode::ClockBehind, message)
            .advice("set the clock of this computer; no file is signed while the clock is behind")
            .into())
    })
}
