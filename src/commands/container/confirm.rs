//! `container confirm`: a confirmation for hardware that cannot sign a receipt.

use super::shared::{Arrival, Removal};
use crate::cli::change::execute;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Name;
use crate::ops::container::confirm::ConfirmContainer;
use crate::ops::container::settle::Emptied;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;

/// Confirm that a dongle has its newest update
///
/// For a dongle without a key, which cannot sign a receipt. Seats that the update removed from the
/// dongle become unallocated, and seats that move to another container are placed in that
/// container. The audit log marks the confirmation as unproven.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container confirm K-2PZDP-41QNX --reason 'Anna read the \
        display to me'"
)]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Source of the confirmation (recorded in the audit log)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.container)?;
    let request = ConfirmContainer {
        container: serial.clone(),
        reason: args.reason.clone(),
        arrives: !args.arrival.strand,
        signing: SigningRequest::with_keys(&args.arrival.key),
    };
    let (execution, _) = execute(context, &mut home, &Options::default(), &request)?;
    let message = |word: &str, plan: &LicensePlan<Emptied>| {
        let at = plan.payload.container.confirmed.unwrap_or_default();
        format!("{word} update {at} of container {serial} (not proven by a receipt)")
    };
    Ok(super::shared::emptied(match execution {
        Execution::DryRun(plan) => Removal::planned(message("Would confirm", &plan), plan),
        Execution::Applied(plan) => Removal::applied(message("Confirmed", &plan), plan, &home)?,
        Execution::Unchanged(never) => match never {},
    }))
}
