//! `container import`: what another desk did with a container of this home's.

use std::cell::RefCell;
use std::path::PathBuf;

use anyhow::Result;

use crate::cli::change::{Way, carry_out};
use crate::cli::container::read_update;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::container::came;
use crate::ops::container::adopt::{Imported, import};

/// Take what another desk signed for a cloud container of this home
///
/// The update has to build on a context that was written here, of the container as it still is; else it is stale. What the desk put
/// in is in these books then, and can be ended here; what it took out is free.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container import hamburg.upd")]
pub struct Args {
    /// The update's file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (update, text) = read_update(command, &home, &args.file)?;
    let vendor = home.vendor.clone();
    let found: RefCell<Option<Imported>> = RefCell::default();
    let done = carry_out(command, &mut home, &Way::default(), &|reader, now| {
        let (imported, plan) = import(reader, &vendor, &update, &text, now)?;
        found.replace(Some(imported));
        Ok(plan.into())
    })?;
    let Some(found) = found.into_inner() else { return Ok(Outcome::default()) };
    came(("Would import into", "Imported into"), &found, done, &home)
}
