//! `container block`

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, some_of};
use crate::domain::WarningCode;
use crate::domain::name::Name;
use crate::domain::time::Days;
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::block::BlockContainer;
use crate::ops::container::change::ContainerChange;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Block a container
///
/// No license can be placed in the container or removed from it. The next update of the container
/// contains the block, and the status list ends its files. The customer sees a code, never the
/// reason.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container block K-4T9WX-C0MR7 --reason 'laptop stolen in \
        Oslo' --enforce-after 14d"
)]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Reason (recorded in the audit log and shown by `container show`)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// Days until the status list ends the files of the container [default: 0d, at once]
    #[arg(long, value_name = "DURATION")]
    enforce_after: Option<Days>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let block = BlockContainer {
        container,
        reason: args.reason.clone(),
        enforce_after: args.enforce_after,
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &block)?;
    Ok(match execution {
        Execution::Unchanged(()) => Outcome::default(),
        Execution::DryRun(plan) => answer("Would block", &plan, args),
        Execution::Applied(plan) => next(answer("Blocked", &plan, args), &plan, args),
    })
}

fn answer(word: &str, plan: &ContainerChange, args: &Args) -> Outcome {
    let (container, block) = (&plan.after, plan.after.block.as_ref());
    let outcome = Outcome::done(format!("{word} container {}", container.serial))
        .with(ContainerAnswer::of(container));
    let outcome = if container.licenses.is_empty() {
        outcome
    } else {
        outcome.with_message(format!("Licenses in the container: {}", some_of(&container.licenses)))
    };
    let outcome = if args.enforce_after.is_some() {
        outcome.with_message(format!(
            "From {} on, status lists mark the files of the container as invalid",
            block.map(|block| block.enforced_at.as_str()).unwrap_or_default()
        ))
    } else {
        outcome
    };
    plan.stale
        .iter()
        .fold(outcome, |outcome, stale| outcome.warn(WarningCode::StaleContext, stale.to_string()))
}

/// Adds the next command: the update, and the status list if it ends the files of the container at
/// once.
fn next(outcome: Outcome, plan: &ContainerChange, args: &Args) -> Outcome {
    let serial = plan.after.serial.as_str();
    outcome.with_message(match args.enforce_after {
        Some(_) => super::shared::next_update(serial),
        None => super::shared::next_update_and_status(serial),
    })
}
