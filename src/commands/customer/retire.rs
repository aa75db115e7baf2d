//! `customer retire`: nothing more is sold to the customer. Its licenses stay.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::name::Slug;
use crate::ops::customer::RetireCustomer;
use crate::ops::customer::answer::{CustomerAnswer, CustomerLicenses, RetiredCustomer};
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Sell a customer nothing more
///
/// No license is issued to the customer from then on, and lists leave it out. Licenses that were
/// issued stay as they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer retire nordwind")]
pub struct Args {
    /// The code
    code: Slug,
    /// Sell to the customer again
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let retire = RetireCustomer { code: args.code.clone(), undo: args.undo };
    let (execution, _) = command.execute(&mut home, &Options::default(), &retire)?;
    let (plan, is_dry) = match execution {
        Execution::Unchanged(never) => match never {},
        Execution::DryRun(plan) => (plan, true),
        Execution::Applied(plan) => (plan, false),
    };
    let code = &plan.after.code;
    let done = match (args.undo, is_dry) {
        (false, false) => format!("Retired customer {code}"),
        (false, true) => format!("Would retire customer {code}"),
        (true, false) => format!("Customer {code} can buy again"),
        (true, true) => format!("Would let customer {code} buy again"),
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
    Ok(outcome.say(format!("{licenses}, {running} not run out: nothing changes for them")))
}
