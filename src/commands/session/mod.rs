//! Users who hold a seat of a license right now.

mod end;
mod list;
mod prune;
mod show;
mod start;
mod touch;

use anyhow::Result;
use clap::Subcommand;

use crate::cli::context::{Desk, Home};
use crate::cli::license::{Of, check_whole, confirm_named, serial_of};
use crate::cli::outcome::Outcome;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::ops::lookup;
use crate::store::Books;

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
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Start(args) => start::run(args, desk),
            Verb::Touch(args) => touch::run(args, desk),
            Verb::End(args) => end::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
            Verb::Prune(args) => prune::run(args, desk),
        }
    }
}

/// A session, as somebody names it: a serial, or a beginning of one.
type Named = Of<'S'>;

/// The session that was named, for a verb that only reads.
fn find(books: Books<'_>, Of(wanted): &Named) -> Result<Session> {
    lookup::session(books, &serial_of(wanted, |beginning| books.list_session_serials(beginning))?)
}

/// The session that was named, for a verb that changes it.
fn find_to_change(desk: &mut Desk<'_>, home: &Home, named: &Named) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(desk, wanted)?;
    let session = find(home.books(), named)?;
    confirm_named(
        desk,
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
