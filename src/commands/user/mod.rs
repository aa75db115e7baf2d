//! Users: persons at a customer.

mod add;
mod edit;
mod import;
mod list;
mod remove;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    List(list::Args),
    Import(import::Args),
    Show(show::Args),
    Remove(remove::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Remove(args) => remove::run(args, command),
            Verb::Import(args) => import::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
        }
    }
}

/// Returns a user for JSON.
fn object(user: &User) -> Value {
    serde_json::to_value(user).unwrap_or_default()
}
