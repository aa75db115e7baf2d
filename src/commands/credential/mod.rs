//! Credentials, which open cloud containers.

mod check;
mod list;
mod revoke;
mod rotate;
mod shared;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Rotate(rotate::Args),
    Revoke(revoke::Args),
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Rotate(args) => rotate::run(args, context),
            Verb::Revoke(args) => revoke::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Check(args) => check::run(args, context),
        }
    }
}
