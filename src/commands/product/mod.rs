//! Products that are sold.

mod add;
mod apply;
mod edit;
mod export;
mod list;
mod retire;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(Box<add::Args>),
    Edit(Box<edit::Args>),
    List(list::Args),
    Show(show::Args),
    Retire(retire::Args),
    Apply(apply::Args),
    Export(export::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Apply(args) => apply::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
        }
    }
}
