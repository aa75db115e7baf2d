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
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, context),
            Verb::Edit(args) => edit::run(args, context),
            Verb::Apply(args) => apply::run(args, context),
            Verb::Export(args) => export::run(args, context),
            Verb::Retire(args) => retire::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
        }
    }
}
