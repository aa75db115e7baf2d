//! Signing keys and the key set.

mod accept;
mod create;
mod export;
mod import;
mod list;
mod passphrase;
mod pin;
mod publish;
mod retire;
mod revoke;
mod shared;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Import(Box<import::Args>),
    Export(export::Args),
    Passphrase(passphrase::Args),
    Retire(retire::Args),
    Revoke(revoke::Args),
    Publish(publish::Args),
    Accept(accept::Args),
    Pin(pin::Args),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Import(args) => import::run(args, context),
            Verb::Export(args) => export::run(args, context),
            Verb::Passphrase(args) => passphrase::run(args, context),
            Verb::Retire(args) => retire::run(args, context),
            Verb::Revoke(args) => revoke::run(args, context),
            Verb::Publish(args) => publish::run(args, context),
            Verb::Accept(args) => accept::run(args, context),
            Verb::Pin(args) => pin::run(args, context),
        }
    }
}
