//! `container unblock`

use crate::cli::change::EntrySigning;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS, some_of};
use crate::domain::WarningCode;
use crate::domain::container::Container;
use crate::domain::name::Name;
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::block::UnblockContainer;
use crate::ops::container::change::ContainerChange;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Unblock a container, or resume a lost container that was found
///
/// The container resumes with the licenses that are still placed in it. Licenses that were
/// recovered into another container remain in that container: a seat is never in two containers.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container unblock K-4T9WX-C0MR7 --reason 'laptop found'"
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
    let unblock = UnblockContainer {
        container,
        reason: args.reason.clone(),
        signing: args.signing.request(),
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &unblock)?;
    Ok(match execution {
        Execution::Unchanged(()) => Outcome::default(),
        Execution::DryRun(plan) => answer("Would unblock", &plan),
        Execution::Applied(plan) => next(answer("Unblocked", &plan), &plan),
    })
}

fn answer(word: &str, plan: &ContainerChange) -> Outcome {
    let (container, serial) = (&plan.after, &plan.after.serial);
    let outcome =
        Outcome::done(format!("{word} container {serial}")).with(ContainerAnswer::of(container));
    let gone: Vec<String> =
        plan.recovered.iter().map(|(license, to)| format!("{license} into {to}")).collect();
    let outcome = if gone.is_empty() {
        outcome
    } else {
        outcome.with_message(format!("No longer in the container (recovered): {}", some_of(&gone)))
    };
    let outcome = outcome.with_message(placed(container));
    let outcome = plan
        .stale
        .iter()
        .fold(outcome, |outcome, stale| outcome.warn(WarningCode::StaleContext, stale.to_string()));
    match &container.suspicion {
        Some(_) => outcome.warn(
            WarningCode::ContainerSuspect,
            format!(
                "container {serial} is still suspect: nothing is issued to the container until \
                 `licentia container resolve {serial} --reason REASON`"
            ),
        ),
        None => outcome,
    }
}

/// Adds the next command: the update, and the status list if the block ended files.
fn next(outcome: Outcome, plan: &ContainerChange) -> Outcome {
    let serial = plan.after.serial.as_str();
    match (plan.before.block.is_some(), plan.after.suspicion.is_some()) {
        (true, false) => outcome.with_message(super::shared::next_update_and_status(serial)),
        (false, false) => outcome.with_message(super::shared::next_update(serial)),
        (true, true) => outcome.with_message(PUBLISH_STATUS),
        (false, true) => outcome,
    }
}

/// Returns the sentence about the licenses that are still placed in the container.
fn placed(container: &Container) -> String {
    match container.licenses.as_slice() {
        [] => "The container has no seats".to_owned(),
        licenses if container.username.is_some() && container.credential.is_none() => format!(
            "Licenses in the container: {}. No credential opens the container: `licentia \
             credential rotate {} --out FILE` creates a credential",
            some_of(licenses),
            container.serial
        ),
        licenses => {
            format!("Licenses in the container, usable again: {}", some_of(licenses))
        }
    }
}
