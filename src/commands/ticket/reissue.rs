//! `ticket reissue`: another code for the same ticket. The one before is worth nothing from then on.

use anyhow::Result;
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::commands::ticket::{Named, brief, find_to_change, told, with_code, without_code};
use crate::domain::audit::Change;
use crate::ops::ticket::reissue;

/// Make another code for a ticket
///
/// The code before it is worth nothing from then on. Uses and expiry stay as they are.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket reissue T-3WZ7K-0P9AY")]
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
    let (ticket, code) = reissue(&work.tx, &serial, &mut *command.host.entropy, now)?;
    work.commit(&Change::new(
        "ticket.reissue",
        serial.as_str(),
        json!({"used": ticket.used, "uses": ticket.uses}),
    ))?;
    if command.is_dry() {
        let said = format!("Would make another code for ticket {serial}: {}", brief(&ticket));
        return Ok(without_code(Outcome::done(said), with_code(&ticket, None, now)));
    }
    Ok(told(
        format!("Made another code for ticket {serial}: {}", brief(&ticket)),
        &ticket,
        with_code(&ticket, Some(&code), now),
        &code,
    ))
}
