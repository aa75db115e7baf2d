//! Sessions: seats of licenses that are in use.

mod end;
mod list;
mod prune;
mod shared;
mod show;
mod start;
mod touch;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Start(start::Args),
    Touch(touch::Args),
    End(end::Args),
    List(list::Args),
    Show(show::Args),
    Prune(prune::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Start(args) => start::run(args, context),
            Verb::Touch(args) => touch::run(args, context),
            Verb::End(args) => end::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Prune(args) => prune::run(args, context),
        }
    }
}
