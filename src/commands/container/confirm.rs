//! `container confirm`: somebody's word where nothing can sign.

use std::cell::RefCell;

use anyhow::Result;

use crate::cli::change::{Way, carry_out};
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::container::{Arrival, emptied, with_way_out};
use crate::domain::name::Name;
use crate::ops::license::placement::{Emptied, confirm};

/// Take somebody's word that a dongle took its newest update
///
/// A dongle that never had a key can't sign a receipt. What left it with that update is free then, and what was to go to
/// another container arrives there. The log marks it as unproven.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container confirm K-2PZDP-41QNX --reason 'Anna read the display to me'"
)]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    /// Whose word it is, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: Name,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let way = Way { keys: &args.arrival.key, ..Way::default() };
    let confirmed: RefCell<Option<Emptied>> = RefCell::default();
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let (emptied, plan) = confirm(reader, &serial, &args.reason, !args.arrival.strand, now)?;
        confirmed.replace(Some(emptied));
        Ok(plan.into())
    })
    .map_err(with_way_out)?;
    let Some(confirmed) = confirmed.into_inner() else { return Ok(Outcome::default()) };
    let at = confirmed.container.confirmed.unwrap_or_default();
    let sentence = |word: &str| format!("{word} container {serial} at {at}, on somebody's word");
    emptied(sentence, ("Would confirm", "Confirmed"), confirmed, done, &home)
}
