//! Containers that hold licenses: cloud containers, devices and dongles.

mod adopt;
mod attempts;
mod block;
mod confirm;
mod context;
mod create;
mod edit;
mod import;
mod list;
mod receive;
mod recycle;
mod resolve;
mod retire;
mod shared;
mod show;
mod unblock;
mod update;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Edit(edit::Args),
    Update(update::Args),
    Receive(receive::Args),
    Context(context::Args),
    Adopt(adopt::Args),
    Import(import::Args),
    Confirm(confirm::Args),
    Resolve(resolve::Args),
    Block(block::Args),
    Unblock(unblock::Args),
    Attempts(attempts::Args),
    Recycle(recycle::Args),
    Retire(retire::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Update(args) => update::run(args, command),
            Verb::Receive(args) => receive::run(args, command),
            Verb::Context(args) => context::run(args, command),
            Verb::Adopt(args) => adopt::run(args, command),
            Verb::Import(args) => import::run(args, command),
            Verb::Confirm(args) => confirm::run(args, command),
            Verb::Resolve(args) => resolve::run(args, command),
            Verb::Block(args) => block::run(args, command),
            Verb::Unblock(args) => unblock::run(args, command),
            Verb::Attempts(args) => attempts::run(args, command),
            Verb::Recycle(args) => recycle::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
        }
    }
}
