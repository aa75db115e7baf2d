//! `product retire`: a product that is sold no more. Its licenses stay as they are.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::audit::Change;
use crate::domain::name::Code;
use crate::domain::retirement::retire;
use crate::domain::time::day_of;
use crate::ops::lookup;

/// Sell a product no more
///
/// No license of it is issued from then on, and lists leave it out. Licenses that were issued stay as they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia product retire work-management")]
pub struct Args {
    /// Its code
    code: Code,
    /// Sell it again
    #[arg(long)]
    undo: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let now = home.now;
    let work = command.begin(&mut home)?;
    let reader = work.tx.reader();
    let before = lookup::product(reader, &args.code)?;
    let mut after = before.clone();
    retire(
        &format!("product {}", before.code),
        &mut after.retired_at,
        &now.to_string(),
        args.undo,
    )?;
    let requiring = reader.list_requiring(&before.code)?;
    let (all, running) =
        reader.count_licenses(Some(&before.code), None, &day_of(now).to_string())?;
    work.tx.set_product(&before, &after)?;
    let mut object = crate::commands::product::object(&after);
    object["hit"] =
        serde_json::json!({"licenses": all, "running": running, "required_by": requiring});
    let action = if args.undo { "product.unretire" } else { "product.retire" };
    work.commit(&Change::new(
        action,
        after.code.as_str(),
        serde_json::json!({"retired_at": after.retired_at}),
    ))?;
    let done = match (args.undo, command.is_dry()) {
        (false, false) => format!("Retired product {}", after.code),
        (false, true) => format!("Would retire product {}", after.code),
        (true, false) => format!("Product {} is sold again", after.code),
        (true, true) => format!("Would sell product {} again", after.code),
    };
    let mut outcome = Outcome::done(done).with(object);
    if !args.undo {
        outcome = outcome.say(format!(
            "{} of it, {running} not run out: nothing changes for them",
            count_of(all, "license")
        ));
        if !requiring.is_empty() {
            outcome = outcome.warn(format!(
                "it is required by {}, which needs a license of it beside",
                some_of(&requiring)
            ));
        }
    }
    Ok(outcome)
}
