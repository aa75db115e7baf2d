//! Recovery of the licenses of lost containers: quotas, policies and new files.

mod export;
mod grant;
mod issue;
mod list;
mod policy;
mod quota;
mod reverse;
mod shared;
mod show;

use clap::Subcommand;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Issue(Box<issue::Args>),
    List(list::Args),
    Show(show::Args),
    Export(export::Args),
    Reverse(reverse::Args),
    Quota(quota::Args),
    Grant(grant::Args),
    Policy(Box<policy::Args>),
}

impl Verb {
    pub fn run(&self, context: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Issue(args) => issue::run(args, context),
            Verb::List(args) => list::run(args, context),
            Verb::Show(args) => show::run(args, context),
            Verb::Export(args) => export::run(args, context),
            Verb::Reverse(args) => reverse::run(args, context),
            Verb::Quota(args) => quota::run(args, context),
            Verb::Grant(args) => grant::run(args, context),
            Verb::Policy(args) => policy::run(args, context),
        }
    }
}
