//! `container import`: imports the changes that another site made to a cloud container.

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

/// Import the update of a cloud container that another site signed
///
/// The update must build on a context of this home and on the current state of the container;
/// otherwise it is stale. The database then contains the licenses that the other site added, and
/// this home can end them. Seats that the other site removed become unallocated.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container import hamburg.upd")]
pub struct Args {
    /// Update file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let (update, text) = read_update(context, &home, &args.file)?;
    let request = ImportUpdate { vendor: home.vendor.clone(), update, text };
    let (execution, _) = execute(context, &mut home, &Options::default(), &request)?;
    Ok(match execution {
        Execution::DryRun(plan) => super::shared::came(
            "Would import the update of",
            &plan.payload.container,
            &plan.payload,
            &plan.steps,
        ),
        Execution::Applied(plan) => {
            let now = lookup::container(home.reader(), &plan.payload.container.serial)?;
            super::shared::came("Imported the update of", &now, &plan.payload, &plan.steps)
        }
        Execution::Unchanged(found) => super::shared::came(
            "Nothing to import from the update of",
            &found.container,
            &found,
            &[],
        ),
    })
}
