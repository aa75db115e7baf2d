//! `ticket cancel`

use super::shared::{TicketArgument, brief, find_to_change};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::ticket::answer::TicketAnswer;
use crate::ops::ticket::{CancelTicket, CancelledTicket};

/// Cancel a ticket, so that its code is no longer valid
///
/// Licenses that were activated with the ticket are unchanged.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket cancel T-3WZ7K-0P9AY")]
pub struct Args {
    /// Ticket serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "TICKET")]
    ticket: TicketArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.ticket)?;
    let cancel = CancelTicket { serial };
    let (execution, _) = context.execute(&mut home, &Options::default(), &cancel)?;
    let (CancelledTicket(ticket), done) = match execution {
        Execution::DryRun(plan) => (plan, "Would cancel"),
        Execution::Applied(plan) => (plan, "Cancelled"),
    };
    let sentence = format!("{done} ticket {}: {}", ticket.serial, brief(&ticket));
    Ok(Outcome::done(sentence).with(TicketAnswer::of(&ticket, home.now)))
}
