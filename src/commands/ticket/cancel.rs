//! `ticket cancel`

use anyhow::Result;
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::ticket::{Named, brief, find_to_change, object};
use crate::domain::audit::Change;
use crate::ops::lookup;

/// Cancel a ticket: its code is worth nothing any more
///
/// What was activated by it stays.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket cancel T-3WZ7K-0P9AY")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "TICKET")]
    ticket: Named,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.ticket)?;
    let work = command.begin(&mut home)?;
    let now = work.now;
    let ticket = lookup::ticket(work.tx.reader(), &serial)?.cancel(now)?;
    work.tx.set_ticket(&ticket)?;
    work.commit(&Change::new(
        "ticket.cancel",
        serial.as_str(),
        json!({"cancelled_at": ticket.cancelled_at}),
    ))?;
    let done = if command.is_dry() { "Would cancel" } else { "Cancelled" };
    Ok(Outcome::done(format!("{done} ticket {serial}: {}", brief(&ticket)))
        .with(object(&ticket, now)))
}
