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
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Import(args) => import::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Passphrase(args) => passphrase::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
            Verb::Revoke(args) => revoke::run(args, command),
            Verb::Publish(args) => publish::run(args, command),
            Verb::Accept(args) => accept::run(args, command),
            Verb::Pin(args) => pin::run(args, command),
        }
    }
}
