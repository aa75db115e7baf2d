//! `container adopt`: adopts a cloud container of another home.

use std::path::PathBuf;

use crate::cli::change::execute;
use crate::cli::container::read_state;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::adopt::AdoptContainer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::lookup;

/// Adopt a cloud container of the vendor's first home at this site
///
/// For a second site (`init --join`). Licenses can then be issued into the container and returned
/// from it here. `container update` writes the new content of the container, which the home
/// imports: one update for each context. A licensed product must be in the catalogue of this site
/// too, with the same codes. A license that this site put into the container is managed by the home
/// after the import.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container adopt hamburg.ctx --customer nordwind")]
pub struct Args {
    /// Context file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Customer code of the container
    #[arg(long, value_name = "CODE")]
    customer: Slug,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    if !home.vendor.joined {
        let message = "this home keeps its containers itself";
        let hint = "a second site adopts them: `licentia init DIR --join FILE` makes one";
        return Err(Error::new(ErrorCode::WrongState, message).hint(hint).into());
    }
    let (context, text) = read_state(command, &home, &args.file)?;
    let request = AdoptContainer { customer: args.customer.clone(), context, text };
    let (execution, _) = execute(command, &mut home, &Options::default(), &request)?;
    Ok(match execution {
        Execution::DryRun(plan) => {
            super::shared::came("Would adopt", &plan.payload.container, &plan.payload, &plan.steps)
        }
        Execution::Applied(plan) => {
            let now = lookup::container(home.reader(), &plan.payload.container.serial)?;
            super::shared::came("Adopted", &now, &plan.payload, &plan.steps)
        }
        Execution::Unchanged(never) => match never {},
    })
}
