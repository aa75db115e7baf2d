//! Products that are sold.

mod add;
mod apply;
mod edit;
mod export;
mod list;
mod retire;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::product::Product;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(Box<add::Args>),
    Edit(Box<edit::Args>),
    List(list::Args),
    Show(show::Args),
    Retire(retire::Args),
    Apply(apply::Args),
    Export(export::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Apply(args) => apply::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
        }
    }
}

/// The columns of a product in CSV: the options of `product add`.
const CSV: &[&str] = &[
    "code",
    "name",
    "kind",
    "allow-login",
    "requires",
    "containers",
    "renew-url",
    "terms",
    "retired_at",
];

/// Returns a product for JSON.
fn object(product: &Product) -> Value {
    serde_json::to_value(product).unwrap_or_default()
}
