//! Use cases of sessions, and the sessions that a license does not allow any more.

pub mod end;
mod seat;
pub mod start;
pub mod touch;

use anyhow::Result;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::session::{Session, check_usable};
use crate::domain::time::Timestamp;
use crate::store::Reader;

/// The live sessions that a license carries no more, each with the reason: because it is over or not begun, or not open to
/// the user. What it lacks beside it keeps nobody's seat: the next touch is refused, until there is a base again.
pub fn stranded(reader: Reader<'_>, after: &License, now: Timestamp) -> Result<Vec<Session>> {
    let mut out = Vec::new();
    for session in reader.list_live(&after.serial, now)? {
        // Whose user was removed is over, also where a clock went back behind that.
        match reader.find_user(&session.customer, &session.user)? {
            None => out.push(session.because("removed")),
            Some(user) => {
                out.extend(unusable(after, &user, now).map(|reason| session.because(reason)))
            }
        }
    }
    Ok(out)
}

/// Why a license carries no session of a user, as a touch is told; `None` where it does.
pub fn unusable(license: &License, user: &User, now: Timestamp) -> Option<&'static str> {
    check_usable(license, user, &[], now).err()?;
    Some(if license.is_open_to(user) { "not in force" } else { "unassigned" })
}
