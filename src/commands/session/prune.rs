//! `session prune`: ends the sessions that nobody touched in time. Their seats are free already; this writes it down.

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::render::Format;
use crate::domain::audit::Change;

/// End the sessions whose time to live has passed
///
/// Their seats were free from that time on; pruned they are out of the lists.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia session prune")]
pub struct Args {}

pub fn run(_: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let work = command.begin(&mut home)?;
    let now = work.now;
    let stale = work.tx.reader().list_stale(now)?;
    let (mut changes, mut objects): (Vec<Change>, Vec<Value>) = (Vec::new(), Vec::new());
    let said: Vec<String> = stale.iter().map(crate::domain::session::Session::brief).collect();
    for mut session in stale {
        session.prune();
        work.tx.set_session(&session)?;
        let facts = json!({"license": session.license, "user": session.user.as_str(), "last_seen": session.last_seen.to_string()});
        changes.push(Change::new("session.prune", session.serial.as_str(), facts));
        objects.push(session.facts(now));
    }
    if !changes.is_empty() {
        work.commit_all(&changes)?;
    }
    let word = if command.is_dry() { "Would prune" } else { "Pruned" };
    let outcome = said.into_iter().fold(
        Outcome::done(format!("{word} {}", count_of(changes.len(), "session"))),
        Outcome::say,
    );
    Ok(match command.format() {
        Format::Table => outcome,
        Format::Json | Format::Csv => outcome.with_many(crate::commands::session::CSV, objects),
    })
}
