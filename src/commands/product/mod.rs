//! What is sold.

mod add;
mod apply;
mod edit;
mod export;
mod list;
mod retire;
mod show;

use anyhow::Result;
use clap::Subcommand;
use licentia_runtime::ProductKind;
use serde_json::{Value, json};

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Code;
use crate::domain::product::{Product, needs};
use crate::domain::{Code as Why, Refusal};
use crate::store::Reader;

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

/// The base products that a product shall require, as the catalogue writes them.
/// What it requires already (`before`) may be retired since.
fn requires(reader: Reader<'_>, own: &Code, codes: &[Code], before: &[Code]) -> Result<Vec<Code>> {
    let mut requires = Vec::new();
    let all = reader.list_products(None, true, None)?;
    let of = |code: &Code| {
        all.iter().find(|product| product.code.is(code)).map(|product| product.requires.as_slice())
    };
    for code in codes {
        let base = all.iter().find(|product| product.code.is(code)).ok_or_else(|| {
            Refusal::new(Why::NotFound, format!("there is no product {code} to require"))
                .hint("add it first, with --kind base")
        })?;
        if base.kind != ProductKind::Base {
            let why = format!(
                "product {} is an application, and only base products can be required",
                base.code
            );
            return Err(Refusal::new(Why::WrongKind, why).into());
        }
        if base.retired_at.is_some() && !before.contains(&base.code) {
            let hint = format!("`licentia product retire {} --undo` takes that back", base.code);
            return Err(Refusal::new(Why::WrongState, format!("product {} is retired", base.code))
                .hint(hint)
                .into());
        }
        if requires.contains(&base.code) {
            return Err(Refusal::usage(format!("product {} is required twice", base.code)).into());
        }
        if needs(of, &base.code, own) {
            return Err(Refusal::usage(format!(
                "product {own} would need itself beside it, through {}",
                base.code
            ))
            .into());
        }
        requires.push(base.code.clone());
    }
    // In the order of the books, so that another order is no change.
    requires.sort_by_key(|code| all.iter().position(|product| product.code == *code));
    Ok(requires)
}

/// A product in a spreadsheet: the flags of `product add`.
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

/// A product for machines.
fn object(product: &Product) -> Value {
    let containers: Vec<&str> = product.containers.iter().map(|kind| kind.as_str()).collect();
    let requires: Vec<&str> = product.requires.iter().map(|code| code.as_str()).collect();
    json!({
        "code": product.code.as_str(), "name": product.name.as_str(), "kind": product.kind.as_str(), "allow_login": product.allow_login,
        "requires": requires, "containers": containers, "renew_url": product.renew_url.as_ref().map(|uri| uri.as_str()),
        "terms": product.terms, "recovery": product.recovery, "retired_at": product.retired_at, "created_at": product.created_at,
    })
}
