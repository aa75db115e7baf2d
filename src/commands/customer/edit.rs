//! `customer edit`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome, check_any_change};
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Email, Name, Reference, Slug};
use crate::ops::customer::EditCustomer;
use crate::ops::customer::answer::CustomerAnswer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Change a customer
///
/// Delivered files keep the customer name with which they were signed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia customer edit nordwind --name 'Nordwind Holding AB' --email \
        none"
)]
pub struct Args {
    /// Customer code
    code: Slug,
    /// Customer name, for people
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// E-mail address; none clears it
    #[arg(long, value_name = "ADDRESS")]
    email: Option<OrNone<Email>>,
    /// Customer number in another system; none clears it
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<OrNone<Reference>>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    check_any_change(args.name.is_some() || args.email.is_some() || args.reference.is_some())?;
    let edit = EditCustomer {
        code: args.code.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        reference: args.reference.clone(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(customer) => (customer.clone(), customer),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let edited = EditOutcome::of(&CustomerAnswer::of(&before), CustomerAnswer::of(&after));
    Ok(edited.outcome(&format!("customer {}", before.code), context.is_dry()))
}
