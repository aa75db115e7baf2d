//! `container adopt`: a cloud container that another home keeps.

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

/// Take a cloud container of another home of yours to work on it here
///
/// At a second desk (`init --join`). Licenses are issued into it and returned from it here;
/// `container update` writes what it shall hold then, and the home imports that, one update for
/// each context. What is licensed has to be in the catalogue here too, in the same spelling. A
/// license that was put into it is the home's from then on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container adopt hamburg.ctx --customer nordwind")]
pub struct Args {
    /// The context's file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose container it is
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
