//! The audit log.

mod list;
mod verify;

use anyhow::Result;
use clap::Subcommand;

use crate::cli::context::Desk;
use crate::cli::outcome::Outcome;

#[derive(Debug, Subcommand)]
pub enum Verb {
    List(list::Args),
    Verify(verify::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::List(args) => list::run(args, desk),
            Verb::Verify(args) => verify::run(args, desk),
        }
    }
}
