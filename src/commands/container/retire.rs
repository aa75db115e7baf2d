//! `container retire`

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS};
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::retire::RetireContainer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Retire a container that has no licenses
///
/// No license can be placed in the container again, and its credential no longer opens it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container retire K-4T9WX-C0MR7")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let action = format!("retire container {container} permanently");
    let options = Options { action: Some(action), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &RetireContainer { container })?;
    let (word, plan) = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(plan) => ("Would retire", plan),
        Execution::Applied(plan) => ("Retired", plan),
    };
    let message = format!("{word} container {}", plan.container.serial);
    let outcome = Outcome::done(message).with(ContainerAnswer::of(&plan.container));
    let Some(credential) = plan.credential else { return Ok(outcome) };
    Ok(if context.is_dry() {
        outcome.with_message(format!(
            "Credential {} would no longer open the container",
            credential.serial
        ))
    } else {
        outcome
            .with_message(format!("Credential {} no longer opens the container", credential.serial))
            .with_message(PUBLISH_STATUS)
    })
}
