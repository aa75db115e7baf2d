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
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Rotate(args) => rotate::run(args, command),
            Verb::Revoke(args) => revoke::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Check(args) => check::run(args, command),
        }
    }
}
