//! `container adopt`: a cloud container that another home keeps.

use std::cell::RefCell;
use std::path::PathBuf;

use anyhow::Result;

use crate::cli::change::{Way, carry_out};
use crate::cli::container::read_state;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::container::came;
use crate::domain::name::Code;
use crate::domain::{Code as Why, Refusal};
use crate::ops::container::adopt::{Imported, adopt};

/// Take a cloud container of another home of yours to work on it here
///
/// At a second desk (`init --join`). Licenses are issued into it and returned from it here; `container update` writes what it shall hold
/// then, and the home imports that, one update for each context. What is licensed has to be in the catalogue here too, in the same
/// spelling. A license that was put into it is the home's from then on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container adopt hamburg.ctx --customer nordwind")]
pub struct Args {
    /// The context's file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose container it is
    #[arg(long, value_name = "CODE")]
    customer: Code,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    if !home.vendor.joined {
        let message = "this home keeps its containers itself";
        let hint = "another desk adopts them: `licentia init DIR --join FILE` makes one";
        return Err(Refusal::new(Why::WrongState, message).hint(hint).into());
    }
    let (context, text) = read_state(command, &home, &args.file)?;
    let found: RefCell<Option<Imported>> = RefCell::default();
    let done = carry_out(command, &mut home, &Way::default(), &|reader, now| {
        let (imported, plan) = adopt(reader, &args.customer, (&context, &text), now)?;
        found.replace(Some(imported));
        Ok(plan.into())
    })?;
    let Some(found) = found.into_inner() else { return Ok(Outcome::default()) };
    came(("Would adopt", "Adopted"), &found, done, &home)
}
