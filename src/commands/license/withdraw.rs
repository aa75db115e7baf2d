//! `license withdraw`: withdraws the seats in one container, or the license permanently.

use crate::cli::change::execute_on_license;
use crate::cli::container;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::Name;
use crate::ops::error::Result;
use crate::ops::license::withdraw::WithdrawFromContainer;

/// Withdraw a license permanently, or the seats in one container
///
/// The sessions of the license end, and the status list marks its files as invalid. With
/// --container, only the seats in that container are withdrawn, and they can be placed again. Seats
/// of a device or a dongle can be placed again after a receipt or a confirmation of their removal.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license withdraw L-7K3MQ-9X2D9 --reason 'contract ended'
  licentia license withdraw L-7K3MQ-9X2D9 --container K-4T9WX-C0MR7 --reason 'unpaid'")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Serial of the container to withdraw the seats from
    #[arg(long, value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
    /// Reason (recorded in the audit log and shown by `license show`)
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    if let Some(container) = &args.container {
        return from(args, container, context);
    }
    let words = super::shared::Words {
        did: "Withdrew",
        would: "withdraw",
        already: "is already withdrawn",
    };
    let change =
        super::shared::StatusChange::taking(LifecycleStatus::Withdrawn, Some(&args.reason));
    super::shared::set_status(context, &args.license, change, &words)
}

fn from(
    args: &Args,
    container: &container::ContainerArgument,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.license)?;
    let container = container::find_to_change(context, &home, container)?;
    let action = Some(format!("withdraw license {serial} from container {container}"));
    let options = Options { action, ..Options::default() };
    let request = WithdrawFromContainer {
        license: serial,
        container: container.clone(),
        reason: args.reason.clone(),
    };
    let done = execute_on_license(context, &mut home, &options, &request)?;
    let words = super::shared::Words { did: "Withdrew", would: "withdraw", already: "" };
    let now = home.now;
    let lines = super::shared::pending_removal_message(&done, Some(container.as_str()));
    Ok(lines.into_iter().fold(
        super::shared::answer(done, &words, &home, context.format(), |_, after| {
            super::shared::whereabouts(after, now)
        }),
        Outcome::with_message,
    ))
}
