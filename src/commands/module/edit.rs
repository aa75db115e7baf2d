//! `module edit`: changes the name or the parent. A move that would leave a license with a child
//! without its parent is refused.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome, check_any_change};
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Name, Slug};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::module::EditModule;
use crate::ops::module::answer::ModuleAnswer;

/// Change a module
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module edit work-management calculator.pro --name \
        'Calculator Professional' --parent none")]
pub struct Args {
    /// Product code
    product: Slug,
    /// Module code
    code: Slug,
    /// Code of the parent module; none clears it
    #[arg(long, value_name = "CODE")]
    parent: Option<OrNone<Slug>>,
    /// Module name, for people; none clears it
    #[arg(long, value_name = "NAME")]
    name: Option<OrNone<Name>>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check_any_change(args.parent.is_some() || args.name.is_some())?;
    let edit = EditModule {
        product: args.product.clone(),
        code: args.code.clone(),
        parent: args.parent.clone(),
        name: args.name.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(placed) => (placed.clone(), placed),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let object = format!("module {} of product {}", before.module.code, before.product);
    let edited = EditOutcome::of(&ModuleAnswer::of(&before), ModuleAnswer::of(&after));
    Ok(edited.outcome(&object, context.is_dry()))
}
