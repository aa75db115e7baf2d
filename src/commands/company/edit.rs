//! `company edit`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome};
use crate::domain::name::{Name, Slug};
use crate::ops::company::EditCompany;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Change the name of a company
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia company edit nordwind north --name 'Nordwind Norr AB'"
)]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// Company code
    code: Slug,
    /// Company name
    #[arg(long, value_name = "NAME")]
    name: Name,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let edit = EditCompany {
        customer: args.customer.clone(),
        code: args.code.clone(),
        name: args.name.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(company) => (company.clone(), company),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let object = format!("company {} of customer {}", before.code, before.customer);
    Ok(EditOutcome::of(&CompanyAnswer::of(&before), CompanyAnswer::of(&after))
        .outcome(&object, context.is_dry()))
}
