//! `ticket reissue`: replaces the code of a ticket. The previous code becomes invalid.

use super::shared::{TicketArgument, brief, find_to_change, with_code};
use crate::cli::change::EntrySigning;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::ticket::ReissueTicket;
use crate::ops::ticket::answer::TicketCode;

/// Create another code for a ticket
///
/// The previous code becomes invalid. Uses and expiry are unchanged.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia ticket reissue T-3WZ7K-0P9AY")]
pub struct Args {
    /// Ticket serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "TICKET")]
    ticket: TicketArgument,
    #[command(flatten)]
    signing: EntrySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.ticket)?;
    let reissue = ReissueTicket { serial, signing: args.signing.request() };
    let (execution, _) = context.execute(&mut home, &Options::default(), &reissue)?;
    let (plan, done) = match execution {
        Execution::DryRun(plan) => (plan, "Would create"),
        Execution::Applied(plan) => (plan, "Created"),
    };
    let (ticket, code) = (&plan.ticket, plan.code.as_ref());
    let sentence = format!("{done} another code for ticket {}: {}", ticket.serial, brief(ticket));
    Ok(with_code(Outcome::done(sentence), ticket, TicketCode::of(ticket, code, home.now), code))
}
