//! Modules: the features of a product, in a tree.

mod add;
mod edit;
mod list;
mod remove;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::module::PlacedModule;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    List(list::Args),
    Show(show::Args),
    Remove(remove::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Remove(args) => remove::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
        }
    }
}

/// Returns a module for JSON.
fn object(placed: &PlacedModule) -> Value {
    serde_json::to_value(placed).unwrap_or_default()
}
