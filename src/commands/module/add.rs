//! `module add`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::module::ModuleInTree;
use crate::domain::name::{Name, Slug};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::module::AddModule;
use crate::ops::module::answer::ModuleAnswer;

/// Add a module to a product
///
/// A module with a parent can be used only if the parent is granted too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia module add work-management calculator.pro --parent \
        calculator --name 'Calculator Pro'")]
pub struct Args {
    /// Product code
    product: Slug,
    /// Module code, unique for the product
    code: Slug,
    /// Code of the parent module
    #[arg(long, value_name = "CODE")]
    parent: Option<Slug>,
    /// Module name, for people [default: the code]
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// Succeed without a change if the product has a module with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let add = AddModule {
        product: args.product.clone(),
        code: args.code.clone(),
        parent: args.parent.clone(),
        name: args.name.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let object = format!("module {} of product {}", found.module.code, found.product);
            Ok(Outcome::already_exists(&object, ModuleAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(placed: &ModuleInTree, is_dry: bool) -> Outcome {
    let ModuleInTree { product, module, .. } = placed;
    let parent = module.parent.as_ref();
    let under = parent.map(|parent| format!(" under {parent}")).unwrap_or_default();
    let object = format!("module {} to product {product}{under}", module.code);
    Outcome::added(&object, ModuleAnswer::of(placed), is_dry)
}
