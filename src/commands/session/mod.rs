//! Users who hold a seat of a license right now.

mod end;
mod list;
mod prune;
mod show;
mod start;
mod touch;

use std::str::FromStr;

use anyhow::Result;
use clap::Subcommand;

use super::desk::{Desk, Home};
use super::outcome::Outcome;
use super::record::{check_whole, confirm_named, one_of};
use crate::domain::serial::{Kind, Serial, Wanted};
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::known;
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
#[derive(Clone, Debug)]
struct Named(Wanted);

impl FromStr for Named {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Named, Refusal> {
        let wanted: Wanted = text.parse()?;
        match wanted.kind() {
            Kind::Session => Ok(Named(wanted)),
            other => Err(Refusal::usage(format!("{text} names a {}, not a session", other.noun()))
                .hint("a session's serial begins with S")),
        }
    }
}

/// The session that was named, for a verb that only reads.
fn find(books: Books<'_>, Named(wanted): &Named) -> Result<Session> {
    match wanted {
        Wanted::Whole(serial) => known::session(books, serial),
        Wanted::Beginning { text, .. } => match one_of(books.list_session_serials(text)?, text)? {
            Some(serial) => known::session(books, &serial.parse()?),
            None => Err(Refusal::new(Why::NotFound, format!("there is no session whose serial begins with {text}"))
                .hint("`licentia session list` shows the sessions")
                .into()),
        },
    }
}

/// The session that was named, for a verb that changes it.
fn find_to_change(desk: &mut Desk<'_>, home: &Home, named: &Named) -> Result<Serial> {
    let Named(wanted) = named;
    check_whole(desk, wanted)?;
    let session = find(home.books(), named)?;
    confirm_named(desk, wanted, &format!("session {}", session.brief()), &format!("session {}", session.serial))?;
    Ok(session.serial)
}

/// A session for a table.
fn row(session: &Session, now: Timestamp) -> Vec<String> {
    let host = session.host.as_ref().map_or("-", |host| host.as_str());
    let until = session.ended_at.unwrap_or(session.expires_at).min(session.expires_at);
    let row = [
        session.serial.as_str(),
        &session.license,
        session.user.as_str(),
        host,
        &session.started_at.to_string(),
        &session.last_seen.to_string(),
        &until.to_string(),
        session.state(now).as_str(),
    ];
    row.map(str::to_owned).to_vec()
}

/// The columns of a session in a spreadsheet.
const CSV: &[&str] =
    &["serial", "license", "customer", "user", "host", "started-at", "last-seen", "expires-at", "state", "ended-at", "reason"];
