//! `product edit`: licenses that were issued keep their terms.

use licentia_runtime::ProductKind;

use crate::cli::arguments::{TermsArgs, product_kind, yes_or_no};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome, check_any_change};
use crate::domain::Error;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Name, Slug, Url};
use crate::domain::product::ContainerKind;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::product::answer::ProductAnswer;
use crate::ops::product::edit::EditProduct;

/// Change a product
///
/// Licenses that were issued are unchanged. For a term, none means that licenses do not have it,
/// and inherit removes the value of the product, so that licentia.toml and the defaults apply.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia product edit work-management --name 'Work Management 2' --grace 30d
  licentia product edit work-management --renew-url none --term inherit --set support=inherit")]
pub struct Args {
    /// Product code
    code: Slug,
    /// Product name, for people
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// Kind: base (other products can require it) or application
    #[arg(long, value_name = "KIND", value_parser = product_kind)]
    kind: Option<ProductKind>,
    /// Permission for applications to use a license of this product as the log-in of a user (claim
    /// allow_login) [yes, no]
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    allow_login: Option<bool>,
    /// Codes of the base products that a commercial license requires; none clears them
    #[arg(long, value_name = "CODE,…", value_delimiter = ',')]
    requires: Vec<OrNone<Slug>>,
    /// Kinds of containers that can hold its licenses
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    containers: Vec<ContainerKind>,
    /// URL at which a customer renews; none clears it
    #[arg(long, value_name = "URL")]
    renew_url: Option<OrNone<Url>>,
    #[command(flatten)]
    terms: TermsArgs,
}

impl Args {
    /// Returns whether a change was typed.
    fn is_change(&self) -> bool {
        self.name.is_some()
            || self.kind.is_some()
            || self.allow_login.is_some()
            || self.renew_url.is_some()
            || !self.requires.is_empty()
            || !self.containers.is_empty()
            || self.terms.is_given()
    }

    /// Returns the codes of `--requires`: none for the word `none`, `None` without the option.
    fn required(&self) -> Result<Option<Vec<Slug>>, Error> {
        let codes: Vec<Slug> = self.requires.iter().cloned().filter_map(OrNone::value).collect();
        if codes.len() < self.requires.len() && self.requires.len() > 1 {
            return Err(Error::usage("--requires has both none and a product code")
                .hint("use --requires none alone, or give product codes only"));
        }
        Ok((!self.requires.is_empty()).then_some(codes))
    }
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check_any_change(args.is_change())?;
    let edit = EditProduct {
        code: args.code.clone(),
        name: args.name.clone(),
        kind: args.kind,
        allow_login: args.allow_login,
        requires: args.required()?,
        containers: args.containers.clone(),
        renew_url: args.renew_url.clone(),
        terms: args.terms.terms_edit()?,
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(product) => (product.clone(), product),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let edited = EditOutcome::of(&ProductAnswer::of(&before), ProductAnswer::of(&after));
    Ok(edited.outcome(&format!("product {}", before.code), context.is_dry()))
}
