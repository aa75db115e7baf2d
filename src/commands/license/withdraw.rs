//! `license withdraw`: the vendor takes one placement of a license back, or all of it for ever.

use crate::cli::change::carry_out;
use crate::cli::container;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::Name;
use crate::ops::error::Result;
use crate::ops::license::withdraw::WithdrawFromContainer;

/// Take a license back: all of it for ever, or out of one container
///
/// Its sessions end, and its files end in the status list. With --container it comes out of that
/// one only and can be placed again; out of a dongle once it is confirmed that the dongle has it no
/// more.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license withdraw L-7K3MQ-9X2D9 --reason 'contract ended'
  licentia license withdraw L-7K3MQ-9X2D9 --container K-4T9WX-C0MR7 --reason 'unpaid'")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Out of this container only
    #[arg(long, value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
    /// Why, for the audit log and for whoever looks at it
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    if let Some(container) = &args.container {
        return from(args, container, command);
    }
    let words = super::shared::Words {
        did: "Withdrew",
        would: "withdraw",
        already: "is withdrawn already",
    };
    super::shared::set_standing(
        command,
        &args.license,
        LifecycleStatus::Withdrawn,
        Some(args.reason.as_str()),
        &words,
    )
}

fn from(
    args: &Args,
    container: &container::ContainerArgument,
    command: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let mut home = command.home()?;
    let serial = find_to_change(command, &home, &args.license)?;
    let container = container::find_to_change(command, &home, container)?;
    let action = Some(format!("withdraw license {serial} from container {container}"));
    let options = Options { action, ..Options::default() };
    let request = WithdrawFromContainer {
        license: serial,
        container: container.clone(),
        reason: args.reason.clone(),
    };
    let done = carry_out(command, &mut home, &options, &request)?;
    let words = super::shared::Words { did: "Withdrew", would: "withdraw", already: "" };
    let now = home.now;
    let told = super::shared::tell_returning(&done, Some(container.as_str()));
    Ok(told.into_iter().fold(
        super::shared::answer(done, &words, &home, command.format(), |_, after| {
            super::shared::whereabouts(after, now)
        }),
        Outcome::say,
    ))
}
