//! Sessions against the books: seats are counted within the transaction that takes one.

use anyhow::Result;

use crate::domain::customer::User;
use crate::domain::name::{Name, Username};
use crate::domain::serial::{Kind, Serial};
use crate::domain::session::{Session, Ttl, check_room, check_usable};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::{base, known};
use crate::store::Tx;

/// Takes a seat of a license for a user.
///
/// # Errors
///
/// What [`check_usable`] and [`check_room`] refuse.
pub fn start(
    tx: &Tx<'_>,
    license: &Serial,
    user: &Username,
    host: Option<&Name>,
    ttl: Ttl,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Session> {
    let books = tx.books();
    let license = known::license(books, license, now)?;
    let user = known::user(books, &license.right.customer, user)?;
    check_usable(&license, &user, &base::lacks(books, &license, now)?, now)?;
    check_room(&license, &user.username, host, &books.list_live(&license.serial, now)?, now)?;
    let serial = loop {
        let serial = Serial::random(Kind::Session, random);
        if books.find_session(serial.as_str())?.is_none() {
            break serial;
        }
    };
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

/// Gives a session another span of its time to live, if its license still carries it.
pub fn touch(tx: &Tx<'_>, serial: &Serial, now: Timestamp) -> Result<Session> {
    let books = tx.books();
    let mut session = find(tx, serial)?;
    session.touch(now)?;
    let license = known::license(books, &session.license.parse()?, now)?;
    let user: User = known::user(books, &session.customer, &session.user)?;
    check_usable(&license, &user, &base::lacks(books, &license, now)?, now)?;
    tx.set_session(&session)?;
    Ok(session)
}

/// The session with this serial.
pub fn find(tx: &Tx<'_>, serial: &Serial) -> Result<Session> {
    Ok(tx.books().find_session(serial.as_str())?.ok_or_else(|| {
        Refusal::new(Why::NotFound, format!("there is no session {serial}")).hint("`licentia session list` shows the sessions")
    })?)
}
