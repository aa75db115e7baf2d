//! Sessions against the books: seats are counted within the transaction that takes one.

use anyhow::Result;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::license::prerequisite::Beside;
use crate::domain::name::{Name, Username};
use crate::domain::serial::{Kind, Serial};
use crate::domain::session::{Session, Ttl, check_room, check_usable};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::ids::unused;
use crate::ops::license::prerequisite;
use crate::ops::lookup;
use crate::store::{Reader, Transaction};

/// Takes a seat of a license for a user.
///
/// # Errors
///
/// What [`check_usable`] and [`check_room`] refuse.
pub fn start(
    tx: &Transaction<'_>,
    license: &Serial,
    user: &Username,
    host: Option<&Name>,
    ttl: Ttl,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Session> {
    let reader = tx.reader();
    let license = lookup::license(reader, license, now)?;
    let user = lookup::user(reader, &license.right.customer, user)?;
    check_usable(&license, &user, &prerequisite::lacks(reader, &license, Beside::One, now)?, now)?;
    check_room(&license, &user.username, host, &reader.list_live(&license.serial, now)?, now)?;
    let serial = unused(Kind::Session, random, |serial| {
        Ok(reader.find_session(serial.as_str())?.is_some())
    })?;
    let session = Session {
        serial,
        license: license.serial.to_string(),
        customer: user.customer.clone(),
        user: user.username.clone(),
        host: host.cloned(),
        started_at: now,
        last_seen: now,
        ttl,
        expires_at: ttl.after(now),
        ended_at: None,
        reason: None,
    };
    tx.insert_session(&session)?;
    Ok(session)
}

/// Gives a session another span of its time to live, if its license still carries it and it has its seat: where a clock went
/// back, or a limit came later, the sessions that began first have theirs.
///
/// # Errors
///
/// `wrong_state` where it is over, with the reason; what a start refuses too.
pub fn touch(tx: &Transaction<'_>, serial: &Serial, now: Timestamp) -> Result<Session> {
    let reader = tx.reader();
    let mut session = lookup::session(reader, serial)?;
    session.touch(now)?;
    let license = lookup::license(reader, &session.license.parse()?, now)?;
    let refused = |refusal: Refusal| {
        let reason = refusal.code.as_str();
        refusal.with("reason", reason.into())
    };
    let user = reader.find_user(&session.customer, &session.user)?.ok_or_else(|| {
        let message = format!("session {serial} is over: user {} was removed", session.user);
        Refusal::new(Why::WrongState, message)
            .hint("start a session of another user")
            .with("reason", "removed".into())
    })?;
    check_usable(&license, &user, &prerequisite::lacks(reader, &license, Beside::One, now)?, now)
        .map_err(refused)?;
    let mut earlier = reader.list_live(&license.serial, now)?;
    earlier.truncate(
        earlier.iter().position(|other| other.serial == session.serial).unwrap_or(earlier.len()),
    );
    check_room(&license, &user.username, session.host.as_ref(), &earlier, now).map_err(refused)?;
    tx.set_session(&session)?;
    Ok(session)
}

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
