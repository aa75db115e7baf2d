//! `customer retire`: a customer who buys no more. What was bought stays.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::Change;
use crate::domain::name::Code;
use crate::domain::retirement::retire;
use crate::domain::time::day_of;
use crate::ops::lookup;

/// Sell a customer nothing more
///
/// No license is issued to the customer from then on, and lists leave it out. Licenses that were issued stay as they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer retire nordwind")]
pub struct Args {
    /// The code
    code: Code,
    /// Sell to the customer again
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let now = home.now;
    let work = command.begin(&mut home)?;
    let mut customer = lookup::customer(work.tx.reader(), &args.code)?;
    retire(
        &format!("customer {}", customer.code),
        &mut customer.retired_at,
        &now.to_string(),
        args.undo,
    )?;
    let (all, running) =
        work.tx.reader().count_licenses(None, Some(&customer.code), &day_of(now).to_string())?;
    work.tx.set_customer(&customer)?;
    let mut object = crate::commands::customer::object(&customer);
    object["hit"] = serde_json::json!({"licenses": all, "running": running});
    let action = if args.undo { "customer.unretire" } else { "customer.retire" };
    work.commit(&Change::new(
        action,
        customer.code.as_str(),
        serde_json::json!({"retired_at": customer.retired_at}),
    ))?;
    let done = match (args.undo, command.is_dry()) {
        (false, false) => format!("Retired customer {}", customer.code),
        (false, true) => format!("Would retire customer {}", customer.code),
        (true, false) => format!("Customer {} can buy again", customer.code),
        (true, true) => format!("Would let customer {} buy again", customer.code),
    };
    let outcome = Outcome::done(done).with(object);
    if args.undo {
        return Ok(outcome);
    }
    Ok(outcome.say(format!(
        "{}, {running} not run out: nothing changes for them",
        count_of(all, "license")
    )))
}
