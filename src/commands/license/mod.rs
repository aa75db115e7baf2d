//! Licenses: issue, deliver, change and end them.

mod activate;
mod check;
mod delete;
mod edit;
mod export;
mod extend;
mod issue;
mod list;
mod r#move;
mod reinstate;
mod renew;
mod replace;
mod r#return;
mod revoke;
mod shared;
mod show;
mod suspend;
mod switch;
mod withdraw;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(alias = "add")]
    Issue(Box<issue::Args>),
    List(list::Args),
    Show(show::Args),
    Export(export::Args),
    Check(check::Args),
    Edit(Box<edit::Args>),
    Extend(extend::Args),
    Renew(renew::Args),
    Activate(activate::Args),
    Return(r#return::Args),
    Move(r#move::Args),
    Switch(Box<switch::Args>),
    Replace(Box<replace::Args>),
    Suspend(suspend::Args),
    Reinstate(reinstate::Args),
    Withdraw(withdraw::Args),
    Revoke(revoke::Args),
    Delete(delete::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Issue(args) => issue::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Check(args) => check::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Extend(args) => extend::run(args, command),
            Verb::Renew(args) => renew::run(args, command),
            Verb::Activate(args) => activate::run(args, command),
            Verb::Return(args) => r#return::run(args, command),
            Verb::Move(args) => r#move::run(args, command),
            Verb::Switch(args) => switch::run(args, command),
            Verb::Replace(args) => replace::run(args, command),
            Verb::Suspend(args) => suspend::run(args, command),
            Verb::Reinstate(args) => reinstate::run(args, command),
            Verb::Withdraw(args) => withdraw::run(args, command),
            Verb::Revoke(args) => revoke::run(args, command),
            Verb::Delete(args) => delete::run(args, command),
        }
    }
}
