//! Secret codes that let their holders activate licenses.

mod cancel;
mod create;
mod list;
mod redeem;
mod reissue;
mod shared;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Redeem(redeem::Args),
    Cancel(cancel::Args),
    Reissue(reissue::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Redeem(args) => redeem::run(args, context),
            Verb::Cancel(args) => cancel::run(args, context),
            Verb::Reissue(args) => reissue::run(args, context),
        }
    }
}
