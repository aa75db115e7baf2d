//! `container resolve`

use crate::cli::change::EntrySigning;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::name::Name;
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::resolve::ResolveContainer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Resume a container whose receipts contradicted the database
///
/// The next update of the container has a counter above every known counter, so that the container
/// accepts the update in any state.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container resolve K-4T9WX-C0MR7 --reason 'restored from the \
        backup of Monday'"
)]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Reason (recorded in the audit log)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    #[command(flatten)]
    signing: EntrySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let resolve = ResolveContainer {
        container,
        reason: args.reason.clone(),
        signing: args.signing.request(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &resolve)?;
    let (word, plan) = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(plan) => ("Would resolve", plan),
        Execution::Applied(plan) => ("Resolved", plan),
    };
    let container = plan.after;
    let message =
        format!("{word} container {}: the next counter is {}", container.serial, container.counter);
    let outcome = Outcome::done(message).with(ContainerAnswer::of(&container));
    Ok(if context.is_dry() {
        outcome
    } else {
        outcome.with_message(super::shared::next_update(container.serial.as_str()))
    })
}
