//! `customer retire`: ends the sales to a customer. Its licenses are unchanged.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::name::Slug;
use crate::ops::customer::RetireCustomer;
use crate::ops::customer::answer::{CustomerAnswer, CustomerLicenses, RetiredCustomer};
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Stop sales to a customer
///
/// No new license can be issued to the customer, and lists omit the customer. Licenses that were
/// issued are unchanged.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer retire nordwind")]
pub struct Args {
    /// Customer code
    code: Slug,
    /// Resume sales to the customer
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let retire = RetireCustomer { code: args.code.clone(), undo: args.undo };
    let (execution, _) = context.execute(&mut home, &Options::default(), &retire)?;
    let (plan, is_dry) = match execution {
        Execution::Unchanged(never) => match never {},
        Execution::DryRun(plan) => (plan, true),
        Execution::Applied(plan) => (plan, false),
    };
    let code = &plan.after.code;
    let done = match (args.undo, is_dry) {
        (false, false) => format!("Retired customer {code}"),
        (false, true) => format!("Would retire customer {code}"),
        (true, false) => format!("Resumed sales to customer {code}"),
        (true, true) => format!("Would resume sales to customer {code}"),
    };
    let answer = RetiredCustomer {
        customer: CustomerAnswer::of(&plan.after),
        hit: CustomerLicenses { licenses: plan.licenses, running: plan.running },
    };
    let outcome = Outcome::done(done).with(answer);
    if args.undo {
        return Ok(outcome);
    }
    let (licenses, running) = (count_of(plan.licenses, "license"), plan.running);
    Ok(outcome.with_message(format!("{licenses}, {running} in force: unchanged")))
}
