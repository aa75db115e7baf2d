//! `container retire`

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::{brief, find_to_change, object};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, check_same};
use crate::domain::audit::Change;
use crate::domain::credential::End;
use crate::ops::container::may_hold;
use crate::ops::{credential, lookup};

/// Retire a container that carries nothing any more
///
/// It never takes a license again, and its credential opens nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container retire K-4T9WX-C0MR7")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let shown = lookup::container(home.reader(), &serial)?;
    let reader = home.reader();
    shown.clone().retire(
        &reader.list_held_in(&serial)?,
        &reader.list_coming_to(&serial)?,
        may_hold(reader, &shown)?,
        home.now,
    )?;
    command.confirm(
        &[format!("container {serial}: {}", brief(&shown))],
        &format!("retire container {serial} for ever"),
    )?;
    let work = command.begin(&mut home)?;
    let now = work.now;
    let mut container = lookup::container(work.tx.reader(), &serial)?;
    check_same(
        &format!("container {serial}"),
        command.globals.yes || brief(&container) == brief(&shown),
    )?;
    let reader = work.tx.reader();
    container.retire(
        &reader.list_held_in(&serial)?,
        &reader.list_coming_to(&serial)?,
        may_hold(reader, &container)?,
        now,
    )?;
    let mut changes = vec![Change::new(
        "container.retire",
        serial.as_str(),
        json!({"retired_at": container.retired_at}),
    )];
    let ended = credential::end(&work.tx, &container, End::Revoked, now)?;
    changes.extend(ended.iter().map(|it| {
        Change::new("credential.revoke", it.serial.as_str(), json!({"container": it.container}))
    }));
    work.tx.set_container(&container)?;
    container.credential = None;
    work.commit_all(&changes)?;
    let word = if command.is_dry() { "Would retire" } else { "Retired" };
    let outcome = Outcome::done(format!("{word} container {serial}")).with(object(&container));
    Ok(match ended {
        Some(ended) => outcome
            .say(format!("Its credential {} opens nothing any more", ended.serial))
            .say(crate::commands::container::LEARN),
        None => outcome,
    })
}
