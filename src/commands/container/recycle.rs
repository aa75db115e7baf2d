//! `container recycle`: takes a dongle back.

use super::shared::{Arrival, Removal};
use crate::cli::change::execute;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::ops::container::recycle::RecycleContainer;
use crate::ops::container::settle::Emptied;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;

/// Take back a dongle that was returned to the vendor
///
/// All licenses of the container are returned without a proof of removal, and the container is
/// retired permanently. The same hardware can then be used for another container.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container recycle K-2PZDP-41QNX")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.container)?;
    let request = RecycleContainer {
        container: serial.clone(),
        arrives: !args.arrival.strand,
        signing: SigningRequest::with_keys(&args.arrival.key),
    };
    let action = Some(format!("recycle container {serial} permanently"));
    let options = Options { action, ..Options::default() };
    let (execution, _) =
        execute(context, &mut home, &options, &request).map_err(super::shared::with_way_out)?;
    let message = |word: &str, plan: &LicensePlan<Emptied>| {
        let hardware = plan.payload.container.hardware.as_ref();
        let hardware =
            hardware.map(|it| format!(": hardware {it} can be used for another container"));
        format!("{word} container {serial}{}", hardware.unwrap_or_default())
    };
    Ok(super::shared::emptied(match execution {
        Execution::DryRun(plan) => Removal::planned(message("Would recycle", &plan), plan),
        Execution::Applied(plan) => Removal::applied(message("Recycled", &plan), plan, &home)?,
        Execution::Unchanged(never) => match never {},
    }))
}
