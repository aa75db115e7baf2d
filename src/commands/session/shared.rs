//! Arguments and rendering that the verbs of `session` share.

use crate::cli::context::{CommandContext, Home};
use crate::cli::license::{Of, check_whole, confirm_named, serial_of};
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// A session argument: a serial, or a prefix of one.
pub(super) type SessionArgument = Of<'S'>;

/// Returns the session that an argument names, for a verb that only reads.
pub(super) fn find(reader: Reader<'_>, Of(wanted): &SessionArgument) -> Result<Session> {
    lookup::session(reader, &serial_of(wanted, |beginning| reader.list_session_serials(beginning))?)
}

/// Returns the session that an argument names, for a verb that changes the session.
pub(super) fn find_to_change(
    context: &mut CommandContext<'_>,
    home: &Home,
    named: &SessionArgument,
) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(context, wanted)?;
    let session = find(home.reader(), named)?;
    confirm_named(
        context,
        wanted,
        &format!("session {}", session.brief()),
        &format!("session {}", session.serial),
    )?;
    Ok(session.serial)
}

/// Returns the row of a session in a table.
pub(super) fn row(session: &Session, now: Timestamp) -> Vec<String> {
    let host = session.host.as_ref().map_or("-", |host| host.as_str());
    let row = [
        session.serial.as_str(),
        &session.license,
        session.user.as_str(),
        host,
        &session.started_at.to_string(),
        &session.last_seen.to_string(),
        &session.until().to_string(),
        session.state(now).as_str(),
    ];
    row.map(str::to_owned).to_vec()
}
