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
/// For a second site (`licentia init --join`). The site can then issue licenses into the container
/// and return them. `licentia container update` writes the new content of the container, and the
/// first home imports the update: one update for each context. The licensed products must be in the
/// catalogue of the site, with the same codes. After the import, the first home manages the
/// licenses that the site issued.
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

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    if !home.vendor.joined {
        let message = "this home is not a second site and cannot adopt a container";
        let hint = "`licentia init DIR --join FILE --vendor NAME` creates a second site";
        return Err(Error::new(ErrorCode::WrongState, message).hint(hint).into());
    }
    let (context_file, text) = read_state(context, &home, &args.file)?;
    let request = AdoptContainer { customer: args.customer.clone(), context: context_file, text };
    let (execution, _) = execute(context, &mut home, &Options::default(), &request)?;
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
