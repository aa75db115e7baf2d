//! Features of a product, in a tree.

mod add;
mod edit;
mod list;
mod remove;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::license::module_object;
use crate::cli::outcome::Outcome;
use crate::domain::module::{Module, tree};
use crate::domain::name::Code;
use crate::domain::product::Product;

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

/// How deep in the tree a module is.
fn depth(modules: &[Module], code: &Code) -> usize {
    tree(modules).iter().find(|(_, module)| module.code == *code).map_or(0, |(depth, _)| *depth)
}

/// A module for machines.
fn object(product: &Product, module: &Module, depth: usize) -> Value {
    module_object(&product.code, module, depth)
}

/// A module's name, or its code.
fn name(module: &Module) -> &str {
    module.name.as_ref().map_or(module.code.as_str(), |name| name.as_str())
}
