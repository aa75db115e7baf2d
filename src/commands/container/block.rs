//! `container block`

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::{find_to_change, object};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, some_of};
use crate::commands::container::next;
use crate::domain::audit::Change;
use crate::domain::container::BLOCKED;
use crate::domain::name::Name;
use crate::domain::time::Days;
use crate::ops::container::stale::made_stale;
use crate::ops::lookup;

/// Stop a container
///
/// Its next update tells it so, nothing goes into it or comes out of it, and the status list ends its files. The customer is
/// told a code, never the reason.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container block K-4T9WX-C0MR7 --reason 'laptop stolen in Oslo' --enforce-after 14d"
)]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// Why, for the audit log and for whoever looks at it here
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// The status list ends its files only after so many days [default: at once]
    #[arg(long, value_name = "DAYS")]
    enforce_after: Option<Days>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let work = command.begin(&mut home)?;
    let mut container = lookup::container(work.tx.reader(), &serial)?;
    container.block(BLOCKED, &args.reason, args.enforce_after, work.now)?;
    work.tx.set_container(&container)?;
    let stale = made_stale(work.tx.reader(), &serial)?;
    let block = container.block.as_ref();
    let detail = json!({
        "reason": args.reason.as_str(), "blocked": BLOCKED, "block_enforced_at": block.map(|block| &block.enforced_at),
        "licenses": container.licenses,
    });
    work.commit(&Change::new("container.block", serial.as_str(), detail))?;
    let word = if command.is_dry() { "Would block" } else { "Blocked" };
    let outcome = Outcome::done(format!("{word} container {serial}")).with(object(&container));
    let outcome = if container.licenses.is_empty() {
        outcome
    } else {
        outcome.say(format!("It carries {}", some_of(&container.licenses)))
    };
    let outcome = outcome.say(match args.enforce_after {
        Some(_) => format!(
            "Applications learn of it with the status lists published from {} on",
            block.map(|block| block.enforced_at.as_str()).unwrap_or_default()
        ),
        None => crate::commands::container::LEARN.to_owned(),
    });
    Ok(stale.into_iter().fold(outcome.say(next(serial.as_str())), Outcome::warn))
}
