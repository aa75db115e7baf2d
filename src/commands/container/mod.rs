//! Containers for seats: cloud containers, devices and dongles.

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
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Edit(args) => edit::run(args, context),
            Verb::Update(args) => update::run(args, context),
            Verb::Receive(args) => receive::run(args, context),
            Verb::Context(args) => context::run(args, context),
            Verb::Adopt(args) => adopt::run(args, context),
            Verb::Import(args) => import::run(args, context),
            Verb::Confirm(args) => confirm::run(args, context),
            Verb::Resolve(args) => resolve::run(args, context),
            Verb::Block(args) => block::run(args, context),
            Verb::Unblock(args) => unblock::run(args, context),
            Verb::Attempts(args) => attempts::run(args, context),
            Verb::Recycle(args) => recycle::run(args, context),
            Verb::Retire(args) => retire::run(args, context),
        }
    }
}
