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
/// Its next update blocks it on the hardware, no license can be placed in it or removed from it,
/// and its files end in the status list. The customer sees a code, never the reason.
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
    /// Days before its files end in the status list [default: 0d, at once]
    #[arg(long, value_name = "DAYS")]
    enforce_after: Option<Days>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let container = find_to_change(command, &home, &args.container)?;
    let block = BlockContainer {
        container,
        reason: args.reason.clone(),
        enforce_after: args.enforce_after,
    };
    let (execution, _) = command.execute(&mut home, &Options::default(), &block)?;
    Ok(match execution {
        Execution::Unchanged(()) => Outcome::default(),
        Execution::DryRun(plan) => answer("Would block", &plan, args),
        Execution::Applied(plan) => answer("Blocked", &plan, args),
    })
}

fn answer(word: &str, plan: &ContainerChange, args: &Args) -> Outcome {
    let (container, block) = (&plan.after, plan.after.block.as_ref());
    let outcome = Outcome::done(format!("{word} container {}", container.serial))
        .with(ContainerAnswer::of(container));
    let outcome = if container.licenses.is_empty() {
        outcome
    } else {
        outcome.say(format!("It carries {}", some_of(&container.licenses)))
    };
    let outcome = outcome.say(match args.enforce_after {
        Some(_) => format!(
            "Applications learn of it with the status lists published from {} on",
            block.map(|block| block.enforced_at.as_str()).unwrap_or_default()
        ),
        None => super::shared::LEARN.to_owned(),
    });
    let outcome = outcome.say(super::shared::next(container.serial.as_str()));
    plan.stale
        .iter()
        .fold(outcome, |outcome, stale| outcome.warn(WarningCode::StaleContext, stale.to_string()))
}
