//! `ticket show`: all but its code, which nobody has but its holder.

use super::shared::{TicketArgument, find};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;
use crate::ops::ticket::answer::TicketAnswer;

/// Show a ticket
///
/// Its code is nowhere to be shown: `licentia ticket reissue` makes another.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket show T-3WZ7K")]
pub struct Args {
    /// Its serial, or a unique beginning of it
    #[arg(value_name = "TICKET")]
    ticket: TicketArgument,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = command.home()?;
    let ticket = find(home.reader(), &args.ticket)?;
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let mut fields = vec![
        ("serial", ticket.serial.to_string()),
        ("state", ticket.state(home.now).as_str().to_owned()),
        ("customer", ticket.customer.to_string()),
        ("licenses", ticket.licenses.join(", ")),
        ("used", format!("{} of {}", ticket.used, ticket.uses)),
        (
            "unbound",
            if ticket.unbound_allowed { "allowed" } else { "into containers only" }.to_owned(),
        ),
        ("expires", optional(ticket.expires_at.clone())),
        ("reference", optional(ticket.reference.as_ref().map(ToString::to_string))),
        ("created", ticket.created_at.clone()),
    ];
    if let Some(at) = &ticket.cancelled_at {
        fields.push(("cancelled", at.clone()));
    }
    Ok(Outcome::one(TicketAnswer::of(&ticket, home.now), fields))
}
