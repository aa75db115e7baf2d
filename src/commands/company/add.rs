//! `company add`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::Company;
use crate::domain::name::{Name, Slug};
use crate::ops::company::AddCompany;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Add a company to a customer
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company add nordwind north --name 'Nordwind North'")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// Company code, unique for the customer
    code: Slug,
    /// Company name
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// Succeed without a change if the customer has a company with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let add = AddCompany {
        customer: args.customer.clone(),
        code: args.code.clone(),
        name: args.name.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let object = format!("company {} of customer {}", found.code, found.customer);
            Ok(Outcome::already_exists(&object, CompanyAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(company: &Company, is_dry: bool) -> Outcome {
    let object =
        format!("company {} ({}) to customer {}", company.code, company.name, company.customer);
    Outcome::added(&object, CompanyAnswer::of(company), is_dry)
}
