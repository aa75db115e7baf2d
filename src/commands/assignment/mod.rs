//! Assignments of users to licenses.

mod add;
mod list;
mod r#move;
mod remove;
mod shared;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(add::Args),
    Remove(remove::Args),
    Move(r#move::Args),
    List(list::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, context),
            Verb::Remove(args) => remove::run(args, context),
            Verb::Move(args) => r#move::run(args, context),
            Verb::List(args) => list::run(args, context),
        }
    }
}
