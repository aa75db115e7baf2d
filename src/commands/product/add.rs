//! `product add`

use anyhow::Result;
use licentia_runtime::ProductKind;

use crate::cli::arguments::{TermsArgs, product_kind};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::Refusal;
use crate::domain::audit::Change;
use crate::domain::name::{Code, Name, Url};
use crate::domain::product::{ContainerKind, Product};

/// Add a product
///
/// Terms given here are the defaults of its licenses.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia product add work-management --name 'Work Management' --term 1y --grace 14d"
)]
pub struct Args {
    /// Its code, for machines
    code: Code,
    /// Its name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// base: others may require it; application: does the work
    #[arg(long, value_name = "KIND", value_parser = product_kind, default_value = "application")]
    kind: ProductKind,
    /// A license of it lets users log in
    #[arg(long)]
    allow_login: bool,
    /// The base products that a commercial license of it needs beside it
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    requires: Vec<Code>,
    /// The kinds of containers it may be placed in [default: cloud,device,dongle]
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    containers: Vec<ContainerKind>,
    /// Where a customer renews
    #[arg(long, value_name = "URL")]
    renew_url: Option<Url>,
    /// Succeed without a change if there is a product with this code
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let terms = args.terms.terms()?;
    terms.check()?;
    if terms.modules.is_some() {
        return Err(Refusal::usage(format!("product {} has no modules yet", args.code))
            .hint("add the product, then its modules with `licentia module add`")
            .into());
    }
    let containers = ContainerKind::ALL
        .into_iter()
        .filter(|kind| args.containers.is_empty() || args.containers.contains(kind))
        .collect();
    let created_at = home.now.to_string();
    let work = command.begin(&mut home)?;
    if let Some(found) = work.tx.reader().find_product(&args.code)? {
        return Ok(Outcome::there_already(
            &format!("a product {}", found.code),
            crate::commands::product::object(&found),
            args.if_missing,
        )?);
    }
    let requires =
        crate::commands::product::requires(work.tx.reader(), &args.code, &args.requires, &[])?;
    let product = Product {
        recovery: Default::default(),
        code: args.code.clone(),
        name: args.name.clone(),
        kind: args.kind,
        allow_login: args.allow_login,
        requires,
        containers,
        renew_url: args.renew_url.clone(),
        terms,
        retired_at: None,
        created_at,
    };
    work.tx.insert_product(&product)?;
    let object = crate::commands::product::object(&product);
    work.commit(&Change::new("product.add", product.code.as_str(), object.clone()))?;
    Ok(Outcome::added(
        &format!("product {} ({})", product.code, product.name),
        object,
        command.is_dry(),
    ))
}
