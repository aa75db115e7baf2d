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
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Issue(args) => issue::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Export(args) => export::run(args, context),
            Verb::Check(args) => check::run(args, context),
            Verb::Edit(args) => edit::run(args, context),
            Verb::Extend(args) => extend::run(args, context),
            Verb::Renew(args) => renew::run(args, context),
            Verb::Activate(args) => activate::run(args, context),
            Verb::Return(args) => r#return::run(args, context),
            Verb::Move(args) => r#move::run(args, context),
            Verb::Switch(args) => switch::run(args, context),
            Verb::Replace(args) => replace::run(args, context),
            Verb::Suspend(args) => suspend::run(args, context),
            Verb::Reinstate(args) => reinstate::run(args, context),
            Verb::Withdraw(args) => withdraw::run(args, context),
            Verb::Revoke(args) => revoke::run(args, context),
            Verb::Delete(args) => delete::run(args, context),
        }
    }
}
