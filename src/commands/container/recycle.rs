//! `container recycle`: a dongle that came back.

use std::cell::RefCell;

use anyhow::Result;

use crate::cli::change::{Way, carry_out};
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::container::{Arrival, emptied, with_way_out};
use crate::ops::license::placement::{Emptied, recycle};

/// Take a dongle back that is in your hands
///
/// Everything on it is returned, without any proof, and its hardware can be another container's. The container itself is
/// retired for ever.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container recycle K-2PZDP-41QNX")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::Named,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.container)?;
    let way = Way {
        keys: &args.arrival.key,
        act: Some(format!("recycle container {serial} for ever")),
        ..Way::default()
    };
    let recycled: RefCell<Option<Emptied>> = RefCell::default();
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let (emptied, plan) = recycle(reader, &serial, !args.arrival.strand, now)?;
        recycled.replace(Some(emptied));
        Ok(plan.into())
    })
    .map_err(with_way_out)?;
    let Some(recycled) = recycled.into_inner() else { return Ok(Outcome::default()) };
    let hardware = recycled
        .container
        .hardware
        .as_ref()
        .map(|hardware| format!(": hardware {hardware} can be another's"));
    let sentence = |word: &str| {
        format!("{word} container {serial}{}", hardware.as_deref().unwrap_or_default())
    };
    emptied(sentence, ("Would recycle", "Recycled"), recycled, done, &home)
}
