//! Customers: buyers of licenses.

mod add;
mod edit;
mod import;
mod list;
mod retire;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    List(list::Args),
    Import(import::Args),
    Show(show::Args),
    Retire(retire::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, context),
            Verb::Edit(args) => edit::run(args, context),
            Verb::Retire(args) => retire::run(args, context),
            Verb::Import(args) => import::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
        }
    }
}
