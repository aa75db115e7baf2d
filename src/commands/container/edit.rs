//! `container edit`

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Edited, Outcome, check_named};
use crate::domain::license::terms::Clear;
use crate::domain::name::{Name, Username};
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::edit::EditContainer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Change what a container is called, or whose it is
///
/// A credential that was written keeps what it says.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container edit K-4T9WX-C0MR7 --label 'Hamburg' --user bo"
)]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// What people call it; none clears it
    #[arg(long, value_name = "TEXT")]
    label: Option<Clear<Name>>,
    /// Whose it is at the customer; none clears it
    #[arg(long, value_name = "USERNAME")]
    user: Option<Clear<Username>>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    check_named(args.label.is_some() || args.user.is_some())?;
    let mut home = command.home()?;
    let container = find_to_change(command, &home, &args.container)?;
    let edit = EditContainer { container, label: args.label.clone(), user: args.user.clone() };
    let (execution, _) = command.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(container) => (container.clone(), container),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let edited = Edited::of(&ContainerAnswer::of(&before), ContainerAnswer::of(&after));
    Ok(edited.outcome(&format!("container {}", before.serial), command.is_dry()))
}
