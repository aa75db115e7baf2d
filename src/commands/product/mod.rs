//! What is sold.

mod add;
mod list;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use super::desk::Desk;
use super::outcome::Outcome;
use crate::domain::product::Product;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(Box<add::Args>),
    List(list::Args),
    Show(show::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
        }
    }
}

/// A product for machines.
fn object(product: &Product) -> Value {
    let containers: Vec<&str> = product.containers.iter().map(|kind| kind.as_str()).collect();
    let requires: Vec<&str> = product.requires.iter().map(|code| code.as_str()).collect();
    json!({
        "code": product.code.as_str(), "name": product.name.as_str(), "kind": product.kind.as_str(), "allow_login": product.allow_login,
        "requires": requires, "containers": containers, "renew_url": product.renew_url.as_ref().map(|uri| uri.as_str()),
        "terms": product.terms, "created_at": product.created_at,
    })
}
