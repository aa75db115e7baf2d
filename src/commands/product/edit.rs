//! `product edit`: what is sold from now on. Licenses that were issued keep what they say.

use anyhow::Result;
use licentia_runtime::ProductKind;

use crate::cli::arguments::{TermsArgs, product_kind, yes_or_no};
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Edited, Outcome, check_named, some_of};
use crate::domain::audit::Change;
use crate::domain::license::terms::Clear;
use crate::domain::name::{Code, Name, Url};
use crate::domain::product::ContainerKind;
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;

/// Change a product
///
/// Licenses that were issued keep what they say. For the terms, none means that licenses have no such term, and inherit
/// drops what the product says, so that licentia.toml and the defaults count again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia product edit work-management --name 'Work Management 2' --grace 30d
  licentia product edit work-management --renew-url none --term inherit --set support=inherit")]
pub struct Args {
    /// Its code
    code: Code,
    /// Its name, for people
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// base: others may require it; application: does the work
    #[arg(long, value_name = "KIND", value_parser = product_kind)]
    kind: Option<ProductKind>,
    /// Whether a license of it lets users log in [yes, no]
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    allow_login: Option<bool>,
    /// The base products that a commercial license of it needs beside it, or none
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    requires: Vec<Clear<Code>>,
    /// The kinds of containers it may be placed in
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    containers: Vec<ContainerKind>,
    /// Where a customer renews, or none
    #[arg(long, value_name = "URL")]
    renew_url: Option<Clear<Url>>,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let named = args.name.is_some()
        || args.kind.is_some()
        || args.allow_login.is_some()
        || args.renew_url.is_some();
    check_named(
        named || !args.requires.is_empty() || !args.containers.is_empty() || args.terms.is_given(),
    )?;
    let work = command.begin(&mut home)?;
    let reader = work.tx.reader();
    let before = lookup::product(reader, &args.code)?;
    let mut after = before.clone();
    after.name = args.name.clone().unwrap_or(after.name);
    after.kind = args.kind.unwrap_or(after.kind);
    after.allow_login = args.allow_login.unwrap_or(after.allow_login);
    if !args.containers.is_empty() {
        after.containers =
            ContainerKind::ALL.into_iter().filter(|kind| args.containers.contains(kind)).collect();
    }
    if let Some(url) = &args.renew_url {
        after.renew_url = url.clone().value();
    }
    if !args.requires.is_empty() {
        after.requires = crate::commands::product::requires(
            reader,
            &before.code,
            &codes(&args.requires)?,
            &before.requires,
        )?;
    }
    after.terms = args.terms.edit(after.terms)?;
    after.terms.check()?;
    after.terms.fit_modules(&before.code, &reader.list_modules(&before.code)?)?;
    let requiring = reader.list_requiring(&before.code)?;
    if after.kind != ProductKind::Base && !requiring.is_empty() {
        let why = format!(
            "product {} stays a base product: {} require it",
            before.code,
            some_of(&requiring)
        );
        return Err(Refusal::new(Why::InUse, why)
            .hint("take it out of their --requires first")
            .into());
    }
    let edited = Edited::of(
        &crate::commands::product::object(&before),
        crate::commands::product::object(&after),
    );
    if !edited.is_nothing() {
        work.tx.set_product(&before, &after)?;
        work.commit(&Change::new("product.edit", before.code.as_str(), edited.detail()))?;
    }
    Ok(edited.outcome(&format!("product {}", before.code), command.is_dry()))
}

/// `A,B`, or `none` alone.
fn codes(given: &[Clear<Code>]) -> Result<Vec<Code>, Refusal> {
    let codes: Vec<Code> = given.iter().cloned().filter_map(Clear::value).collect();
    if codes.len() < given.len() && given.len() > 1 {
        return Err(
            Refusal::usage("--requires has none beside a product").hint("none stands alone")
        );
    }
    Ok(codes)
}
