//! `product retire`: no license of the product is issued any more. Its licenses are unchanged.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::WarningCode;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::product::answer::{ProductAnswer, ProductUses, RetiredProduct};
use crate::ops::product::retire::RetireProduct;

/// Stop sales of a product
///
/// No new license of the product can be issued, and lists omit it. Licenses that were issued are
/// unchanged.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia product retire work-management")]
pub struct Args {
    /// Product code
    code: Slug,
    /// Resume sales of the product
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let retire = RetireProduct { code: args.code.clone(), undo: args.undo };
    let (execution, _) = context.execute(&mut home, &Options::default(), &retire)?;
    let (plan, is_dry) = match execution {
        Execution::Unchanged(never) => match never {},
        Execution::DryRun(plan) => (plan, true),
        Execution::Applied(plan) => (plan, false),
    };
    let (code, running, required_by) = (&plan.after.code, plan.running, &plan.required_by);
    let done = match (args.undo, is_dry) {
        (false, false) => format!("Retired product {code}"),
        (false, true) => format!("Would retire product {code}"),
        (true, false) => format!("Resumed sales of product {code}"),
        (true, true) => format!("Would resume sales of product {code}"),
    };
    let uses =
        ProductUses { licenses: plan.licenses, running, required_by: plan.required_by.clone() };
    let answer = RetiredProduct { product: ProductAnswer::of(&plan.after), hit: uses };
    let outcome = Outcome::done(done).with(answer);
    if args.undo {
        return Ok(outcome);
    }
    let licenses = count_of(plan.licenses, "license");
    let outcome = outcome.with_message(format!("{licenses}, {running} in force: unchanged"));
    if required_by.is_empty() {
        return Ok(outcome);
    }
    let products = some_of(required_by);
    Ok(outcome.warn(
        WarningCode::ProductRequired,
        format!("each commercial license of {products} requires a license of product {code}"),
    ))
}
