//! `container edit`

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome, check_any_change};
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Name, Username};
use crate::ops::container::answer::ContainerAnswer;
use crate::ops::container::edit::EditContainer;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// Change the label or the user of a container
///
/// Existing credential files are unchanged.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia container edit K-4T9WX-C0MR7 --label 'Hamburg' --user bo"
)]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Label (any text); none clears it
    #[arg(long, value_name = "TEXT")]
    label: Option<OrNone<Name>>,
    /// User of the container (user name at the customer); none clears it
    #[arg(long, value_name = "USERNAME")]
    user: Option<OrNone<Username>>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    check_any_change(args.label.is_some() || args.user.is_some())?;
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let edit = EditContainer { container, label: args.label.clone(), user: args.user.clone() };
    let (execution, _) = context.execute(&mut home, &Options::default(), &edit)?;
    let (before, after) = match execution {
        Execution::Unchanged(container) => (container.clone(), container),
        Execution::DryRun(plan) | Execution::Applied(plan) => (plan.before, plan.after),
    };
    let edited = EditOutcome::of(&ContainerAnswer::of(&before), ContainerAnswer::of(&after));
    Ok(edited.outcome(&format!("container {}", before.serial), context.is_dry()))
}
