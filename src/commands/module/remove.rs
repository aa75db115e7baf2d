//! `module remove`: a module that no license grants. A module that a license grants stays
//! permanently.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::module::RemoveModule;
use crate::ops::module::answer::ModuleAnswer;

/// Remove a module that no license grants
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module remove work-management reports")]
pub struct Args {
    /// Product code
    product: Slug,
    /// Module code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let remove = RemoveModule { product: args.product.clone(), code: args.code.clone() };
    let action = format!("remove module {} of product {}", args.code, args.product);
    let options = Options { action: Some(action), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &remove)?;
    let (placed, done) = match execution {
        Execution::Unchanged(never) => match never {},
        Execution::DryRun(plan) => (plan.record, "Would remove"),
        Execution::Applied(plan) => (plan.record, "Removed"),
    };
    let sentence = format!("{done} module {} of product {}", placed.module.code, placed.product);
    Ok(Outcome::done(sentence).with(ModuleAnswer::of(&placed)))
}
