//! `customer add`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::Customer;
use crate::domain::name::{Email, Name, Reference, Slug};
use crate::ops::customer::AddCustomer;
use crate::ops::customer::answer::CustomerAnswer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Add a customer
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer add nordwind --name 'Nordwind AB' --email \
        it@nordwind.example")]
pub struct Args {
    /// Customer code
    code: Slug,
    /// Customer name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// E-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Email>,
    /// Customer number in another system
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Succeed without a change if there is a customer with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let add = AddCustomer {
        code: args.code.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        reference: args.reference.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let object = format!("customer {} ({})", found.code, found.name);
            Ok(Outcome::already_exists(&object, CustomerAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(customer: &Customer, is_dry: bool) -> Outcome {
    let object = format!("customer {} ({})", customer.code, customer.name);
    Outcome::added(&object, CustomerAnswer::of(customer), is_dry)
}
