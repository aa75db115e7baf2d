//! `credential revoke`: closes the door.

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::{brief, find_to_change};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, check_same, some_of};
use crate::commands::credential::object;
use crate::domain::audit::Change;
use crate::domain::credential::End;
use crate::domain::{Code as Why, Refusal};
use crate::ops::credential::{end, opened};

/// End the credential of a cloud container without another
///
/// Nothing opens the container then, and the licenses in it are not usable, until `licentia credential rotate` makes another.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential revoke K-4T9WX-C0MR7")]
pub struct Args {
    /// The container's serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let shown = opened(home.reader(), &serial)?;
    let none = || {
        Refusal::new(Why::WrongState, format!("container {serial} has no credential in force"))
            .hint(format!(
                "`licentia credential list --container {serial} --all` shows those it had"
            ))
    };
    let Some((generation, at)) = &shown.credential else { return Err(none().into()) };
    let mut hit = vec![
        format!("container {serial}: {}", brief(&shown)),
        format!("credential generation {generation}, of {at}"),
    ];
    if !shown.licenses.is_empty() {
        hit.push(format!("not usable then: {}", some_of(&shown.licenses)));
    }
    command.confirm(&hit, &format!("revoke the credential of container {serial}"))?;
    let work = command.begin(&mut home)?;
    let container = opened(work.tx.reader(), &serial)?;
    check_same(
        &format!("container {serial}"),
        command.globals.yes
            || (container.credential == shown.credential && brief(&container) == brief(&shown)),
    )?;
    let Some(ended) = end(&work.tx, &container, End::Revoked, work.now)? else {
        return Err(none().into());
    };
    let detail = json!({"container": serial.as_str(), "generation": ended.generation});
    work.commit(&Change::new("credential.revoke", ended.serial.as_str(), detail))?;
    let word = if command.is_dry() { "Would revoke" } else { "Revoked" };
    Ok(Outcome::done(format!(
        "{word} credential {}: nothing opens container {serial}",
        ended.serial
    ))
    .say("Applications learn of it with the next published status list")
    .with(object(&ended, None)))
}
