//! `container unblock`

use anyhow::Result;
use serde_json::json;

use crate::cli::container;
use crate::cli::container::{find_to_change, object};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, some_of};
use crate::commands::container::next;
use crate::domain::audit::Change;
use crate::domain::name::Name;
use crate::ops::container::stale::made_stale;
use crate::ops::lookup;

/// Let a blocked container go on, or one that was lost and is found
///
/// With what is still placed in it. What was recovered into another container stays there: there are never two living copies.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container unblock K-4T9WX-C0MR7 --reason 'it was found'"
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
    let (was, lost) = (container.block.clone(), container.lost_at.clone());
    container.unblock()?;
    work.tx.set_container(&container)?;
    let stale = made_stale(work.tx.reader(), &serial)?;
    let gone_to = work.tx.reader().list_recovered_from(&serial)?;
    let since = was.as_ref().map(|block| &block.at);
    let detail = json!({"reason": args.reason.as_str(), "blocked_at": since, "lost_at": lost, "licenses": container.licenses});
    work.commit(&Change::new("container.unblock", serial.as_str(), detail))?;
    let word = if command.is_dry() { "Would unblock" } else { "Unblocked" };
    let outcome = Outcome::done(format!("{word} container {serial}")).with(object(&container));
    let gone: Vec<String> =
        gone_to.iter().map(|(license, to)| format!("{license} into {to}")).collect();
    let outcome = if gone.is_empty() {
        outcome
    } else {
        outcome.say(format!("Recovered elsewhere, and not in it any more: {}", some_of(&gone)))
    };
    let outcome = outcome.say(match container.licenses.as_slice() {
        [] => "Nothing is placed in it any more".to_owned(),
        licenses if container.username.is_some() && container.credential.is_none() => format!(
            "{} still placed in it; no credential opens it: `licentia credential rotate {serial}` makes one",
            some_of(licenses)
        ),
        licenses => format!("What is still placed in it works again: {}", some_of(licenses)),
    });
    let outcome = stale.into_iter().fold(outcome, Outcome::warn);
    let outcome = match was {
        Some(_) => outcome.say(crate::commands::container::LEARN),
        None => outcome,
    };
    Ok(match &container.suspicion {
        Some(_) => outcome
            .warn(format!("it is suspect still: nothing is issued to it until `licentia container resolve {serial} --reason …`")),
        None => outcome.say(next(serial.as_str())),
    })
}
