//! The audit log.

mod anchor;
mod export;
mod list;
mod verify;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    List(list::Args),
    Verify(verify::Args),
    Anchor(anchor::Args),
    Export(export::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::List(args) => list::run(args, context),
            Verb::Verify(args) => verify::run(args, context),
            Verb::Anchor(args) => anchor::run(args, context),
            Verb::Export(args) => export::run(args, context),
        }
    }
}
