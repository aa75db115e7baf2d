//! Use cases of sessions, and the sessions that a license no longer allows.

pub mod answer;
pub mod end;
mod seat;
pub mod start;
#[cfg(test)]
mod tests;
pub mod touch;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::session::{Session, check_usable};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::store::Reader;

/// Returns the live sessions that a license no longer allows, each with the reason: the license has
/// ended or has not begun, or the user may not use it. A missing base license ends no session: the
/// next touch is refused until there is a base license again.
///
/// # Errors
///
/// The faults of the database.
pub fn stranded(reader: Reader<'_>, after: &License, now: Timestamp) -> Result<Vec<Session>> {
    let mut out = Vec::new();
    for session in reader.list_live(&after.serial, now)? {
        // The session of a removed user has ended, even if the clock was set back before the
        // removal.
        match reader.find_user(&session.customer, &session.user)? {
            None => out.push(session.because("removed")),
            Some(user) => {
                out.extend(unusable(after, &user, now).map(|reason| session.because(reason)));
            }
        }
    }
    Ok(out)
}

/// Returns the reason for which a license allows a user no session, as a touch reports it; `None`
/// if the license allows one.
pub fn unusable(license: &License, user: &User, now: Timestamp) -> Option<&'static str> {
    check_usable(license, user, &[], now).err()?;
    Some(if license.is_open_to(user) { "not in force" } else { "unassigned" })
}
