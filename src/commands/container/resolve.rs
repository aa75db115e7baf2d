//! `container resolve`

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::{find_to_change, object};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::container::next;
use crate::domain::audit::Change;
use crate::domain::name::Name;
use crate::ops::lookup;

/// Let a container go on whose receipts contradicted the books
///
/// Its next update is above every counter that was named, so that it takes it wherever it is.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container resolve K-4T9WX-C0MR7 --reason 'restored from the backup of Monday'"
)]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// Why, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let work = command.begin(&mut home)?;
    let mut container = lookup::container(work.tx.reader(), &serial)?;
    let before = container.clone();
    container.resolve()?;
    work.tx.set_container(&container)?;
    let detail = json!({
        "reason": args.reason.as_str(), "suspicion": before.suspicion,
        "counter": {"from": before.counter, "to": container.counter},
    });
    work.commit(&Change::new("container.resolve", serial.as_str(), detail))?;
    let word = if command.is_dry() { "Would resolve" } else { "Resolved" };
    let outcome = Outcome::done(format!(
        "{word} container {serial}: its next state is {}",
        container.counter
    ));
    Ok(outcome.with(object(&container)).say(next(serial.as_str())))
}
