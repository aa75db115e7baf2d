//! Users who hold a seat of a license right now.

mod end;
mod list;
mod prune;
mod show;
mod start;
mod touch;

use anyhow::Result;
use clap::Subcommand;

use crate::cli::context::{CommandContext, Home};
use crate::cli::license::{Of, check_whole, confirm_named, serial_of};
use crate::cli::outcome::Outcome;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::ops::lookup;
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Start(start::Args),
    Touch(touch::Args),
    End(end::Args),
    List(list::Args),
    Show(show::Args),
    Prune(prune::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Start(args) => start::run(args, command),
            Verb::Touch(args) => touch::run(args, command),
            Verb::End(args) => end::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Prune(args) => prune::run(args, command),
        }
    }
}

/// A session, as somebody names it: a serial, or a beginning of one.
type Named = Of<'S'>;

/// The session that was named, for a verb that only reads.
fn find(reader: Reader<'_>, Of(wanted): &Named) -> Result<Session> {
    lookup::session(reader, &serial_of(wanted, |beginning| reader.list_session_serials(beginning))?)
}

/// The session that was named, for a verb that changes it.
fn find_to_change(command: &mut CommandContext<'_>, home: &Home, named: &Named) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(command, wanted)?;
    let session = find(home.reader(), named)?;
    confirm_named(
        command,
        wanted,
        &format!("session {}", session.brief()),
        &format!("session {}", session.serial),
    )?;
    Ok(session.serial)
}

/// A session for a table.
fn row(session: &Session, now: Timestamp) -> Vec<String> {
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

/// The columns of a session in a spreadsheet.
const CSV: &[&str] = &[
    "serial",
    "license",
    "customer",
    "user",
    "host",
    "started-at",
    "last-seen",
    "expires-at",
    "state",
    "ended-at",
    "reason",
];
