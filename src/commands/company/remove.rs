//! `company remove`: a company with licenses or users cannot be removed.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::company::RemoveCompany;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Remove a company that has no licenses and no users
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company remove nordwind north")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// Company code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let remove = RemoveCompany { customer: args.customer.clone(), code: args.code.clone() };
    let action = format!("remove company {} of customer {}", args.code, args.customer);
    let options = Options { action: Some(action), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &remove)?;
    let (company, done) = match execution {
        Execution::DryRun(plan) => (plan.record, "Would remove"),
        Execution::Applied(plan) => (plan.record, "Removed"),
        Execution::Unchanged(never) => match never {},
    };
    let sentence = format!("{done} company {} of customer {}", company.code, company.customer);
    Ok(Outcome::done(sentence).with(CompanyAnswer::of(&company)))
}
