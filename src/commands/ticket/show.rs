//! `ticket show`: shows a ticket without its code, which only its holder has.

use super::shared::{TicketArgument, find};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;
use crate::ops::ticket::answer::TicketAnswer;

/// Show a ticket
///
/// The code cannot be shown; `licentia ticket reissue` creates another code.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket show T-3WZ7K")]
pub struct Args {
    /// Ticket serial or a unique prefix
    #[arg(value_name = "TICKET")]
    ticket: TicketArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let ticket = find(home.reader(), &args.ticket)?;
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let mut fields = vec![
        ("serial", ticket.serial.to_string()),
        ("state", ticket.state(home.now).as_str().to_owned()),
        ("customer", ticket.customer.to_string()),
        ("licenses", ticket.licenses.join(", ")),
        ("used", format!("{} of {}", ticket.used, ticket.uses)),
        ("unbound", if ticket.unbound_allowed { "allowed" } else { "not allowed" }.to_owned()),
        ("expires", optional(ticket.expires_at.clone())),
        ("reference", optional(ticket.reference.as_ref().map(ToString::to_string))),
        ("created", ticket.created_at.clone()),
    ];
    if let Some(at) = &ticket.cancelled_at {
        fields.push(("cancelled", at.clone()));
    }
    Ok(Outcome::one(TicketAnswer::of(&ticket, home.now), fields))
}
