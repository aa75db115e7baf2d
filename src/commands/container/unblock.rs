//! `container unblock`

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, some_of};
use crate::domain::WarningCode;
use crate::domain::container::Container;
use crate::domain::name::Name;
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::block::UnblockContainer;
use crate::ops::container::change::ContainerChange;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Unblock a container, or resume one that was lost and is found
///
/// The container resumes with the licenses that are still placed in it. Licenses that were
/// recovered into another container stay there: a seat is never in two live containers.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container unblock K-4T9WX-C0MR7 --reason 'it was found'"
)]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Reason (recorded in the audit log)
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let container = find_to_change(command, &home, &args.container)?;
    let unblock = UnblockContainer { container, reason: args.reason.clone() };
    let (execution, _) = command.execute(&mut home, &Options::default(), &unblock)?;
    Ok(match execution {
        Execution::Unchanged(()) => Outcome::default(),
        Execution::DryRun(plan) => answer("Would unblock", &plan),
        Execution::Applied(plan) => answer("Unblocked", &plan),
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
        outcome.say(format!("Recovered elsewhere, and not in it any more: {}", some_of(&gone)))
    };
    let outcome = outcome.say(placed(container));
    let outcome = plan
        .stale
        .iter()
        .fold(outcome, |outcome, stale| outcome.warn(WarningCode::StaleContext, stale.to_string()));
    let outcome =
        if plan.before.block.is_some() { outcome.say(super::shared::LEARN) } else { outcome };
    match &container.suspicion {
        Some(_) => outcome.warn(
            WarningCode::ContainerSuspect,
            format!(
                "it is suspect still: nothing is issued to it until `licentia container \
                resolve {serial} --reason …`"
            ),
        ),
        None => outcome.say(super::shared::next(serial.as_str())),
    }
}

/// Returns the sentence about the licenses that are still placed in the container.
fn placed(container: &Container) -> String {
    match container.licenses.as_slice() {
        [] => "The container holds no seats any more".to_owned(),
        licenses if container.username.is_some() && container.credential.is_none() => format!(
            "{} still in the container, and no credential opens it: `licentia credential rotate {}` makes \
             one",
            some_of(licenses),
            container.serial
        ),
        licenses => {
            format!("These licenses in the container are usable again: {}", some_of(licenses))
        }
    }
}
