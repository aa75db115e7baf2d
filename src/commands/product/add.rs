//! `product add`

use licentia_runtime::ProductKind;

use crate::cli::arguments::{TermsArgs, product_kind};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::product::{ContainerKind, Product};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::product::add::AddProduct;
use crate::ops::product::answer::ProductAnswer;

/// Add a product
///
/// The terms are the defaults of new licenses of the product.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia product add work-management --name 'Work Management' --term \
        1y --grace 14d"
)]
pub struct Args {
    /// Product code
    code: Slug,
    /// Product name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// Kind: base (other products can require it) or application
    #[arg(long, value_name = "KIND", value_parser = product_kind, default_value = "application")]
    kind: ProductKind,
    /// Allow applications to use a license of this product as the log-in of a user (claim
    /// allow_login)
    #[arg(long)]
    allow_login: bool,
    /// Codes of the base products that a commercial license requires
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    requires: Vec<Slug>,
    /// Kinds of containers that can hold its licenses [default: cloud,device,dongle]
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    containers: Vec<ContainerKind>,
    /// URL at which a customer renews
    #[arg(long, value_name = "URL")]
    renew_url: Option<Url>,
    /// Succeed without a change if there is a product with this code
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let add = AddProduct {
        code: args.code.clone(),
        name: args.name.clone(),
        kind: args.kind,
        allow_login: args.allow_login,
        requires: args.requires.clone(),
        containers: args.containers.clone(),
        renew_url: args.renew_url.clone(),
        terms: args.terms.terms()?,
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let object = format!("product {}", found.code);
            Ok(Outcome::already_exists(&object, ProductAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(product: &Product, is_dry: bool) -> Outcome {
    let object = format!("product {} ({})", product.code, product.name);
    Outcome::added(&object, ProductAnswer::of(product), is_dry)
}
