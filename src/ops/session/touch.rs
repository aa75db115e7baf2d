//! The touch of a session. The audit log does not contain it, because applications send it every
//! few minutes and it changes no entitlement.

use crate::domain::Error;
use crate::domain::ErrorCode;
use crate::domain::customer::User;
use crate::domain::license::prerequisite::Coverage;
use crate::domain::serial::Serial;
use crate::domain::session::{SeatRequest, Session, check_usable};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::Executor;
use crate::ops::license::prerequisite;
use crate::ops::lookup;
use crate::ops::session::seat::find_lack_of_room;
use crate::store::Reader;

/// Extends a session by its time to live, if the license still allows the session. If the clock was
/// set back or a limit was added later, the oldest sessions keep their seats.
///
/// # Errors
///
/// `wrong_state` with the reason if the session has ended; the errors of a start.
pub fn touch(executor: &mut Executor<'_>, serial: &Serial) -> Result<Session> {
    executor
        .touch(|reader, now| plan(reader, serial, now), |tx, session| Ok(tx.set_session(session)?))
}

fn plan(reader: Reader<'_>, serial: &Serial, now: Timestamp) -> Result<Session> {
    let mut session = lookup::session(reader, serial)?;
    session.touch(now)?;
    let license = lookup::license(reader, &session.license.parse()?, now)?;
    let user = find_user(reader, &session)?;
    let missing_prerequisites =
        prerequisite::missing_prerequisites(reader, &license, Coverage::One, now)?;
    check_usable(&license, &user, &missing_prerequisites, now).map_err(with_reason)?;
    let request = SeatRequest {
        license: &license,
        user: &user.username,
        host: session.host.as_ref(),
        session: Some(&session.serial),
    };
    if let Some(no_room) = find_lack_of_room(reader, &request, now)? {
        return Err(with_reason(no_room).into());
    }
    Ok(session)
}

/// Returns the user of a session.
///
/// # Errors
///
/// `wrong_state` if the user was removed.
fn find_user(reader: Reader<'_>, session: &Session) -> Result<User> {
    let found = reader.find_user(&session.customer, &session.user)?;
    Ok(found.ok_or_else(|| {
        let (serial, user) = (&session.serial, &session.user);
        let message = format!("session {serial} has ended: user {user} was removed");
        Error::new(ErrorCode::WrongState, message)
            .advice("start a session as another user")
            .with("reason", "removed".into())
    })?)
}

/// Adds the code of an error as the reason of the log-out.
fn with_reason(error: Error) -> Error {
    let reason = error.code.as_str();
    error.with("reason", reason.into())
}
