//! Who bought.

mod add;
mod edit;
mod import;
mod list;
mod retire;
mod show;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::context::Desk;
use crate::cli::outcome::Outcome;
use crate::domain::customer::Customer;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    List(list::Args),
    Import(import::Args),
    Show(show::Args),
    Retire(retire::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Add(args) => add::run(args, desk),
            Verb::Edit(args) => edit::run(args, desk),
            Verb::Retire(args) => retire::run(args, desk),
            Verb::Import(args) => import::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
        }
    }
}

/// A customer for machines.
fn object(customer: &Customer) -> Value {
    json!({
        "code": customer.code.as_str(), "name": customer.name.as_str(), "email": customer.email.as_ref().map(|email| email.as_str()),
        "reference": customer.reference.as_ref().map(|reference| reference.as_str()), "retired_at": customer.retired_at, "created_at": customer.created_at,
    })
}
