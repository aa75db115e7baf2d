//! `container import`: what another desk did with a container of this home's.

use std::path::PathBuf;

use crate::cli::change::execute;
use crate::cli::container::read_update;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::ops::container::import::ImportUpdate;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::lookup;

/// Take what another desk signed for a cloud container of this home
///
/// The update has to build on a context that was written here, of the container as it still is;
/// else it is stale. What the desk put in is in these books then, and can be ended here; what it
/// took out is free.
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
    let request = ImportUpdate { vendor: home.vendor.clone(), update, text };
    let (execution, _) = execute(command, &mut home, &Options::default(), &request)?;
    Ok(match execution {
        Execution::DryRun(plan) => {
            super::shared::came(WOULD, &plan.payload.container, &plan.payload, &plan.steps)
        }
        Execution::Applied(plan) => {
            let now = lookup::container(home.reader(), &plan.payload.container.serial)?;
            super::shared::came(DID, &now, &plan.payload, &plan.steps)
        }
        Execution::Unchanged(found) => {
            let word = if command.is_dry() { WOULD } else { DID };
            super::shared::came(word, &found.container, &found, &[])
        }
    })
}

const WOULD: &str = "Would import into";
const DID: &str = "Imported into";
