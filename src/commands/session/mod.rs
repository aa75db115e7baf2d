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
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Start(args) => start::run(args, command),
            Verb::Touch(args) => touch::run(args, command),
            Verb::End(args) => end::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Prune(args) => prune::run(args, command),
        }
    }
}
