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
/// otherwise it is stale. Licenses that the site added are then in this database, and can be ended
/// here. Seats that the site removed become free.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container import hamburg.upd")]
pub struct Args {
    /// Update file; - is standard input
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
