//! `license move`: moves seats from one container to another.

use super::shared::Further;
use crate::cli::change::{Signing, execute_on_license};
use crate::cli::container;
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::license::terms::Count;
use crate::ops::error::Result;
use crate::ops::license::answer::base_missing;
use crate::ops::license::r#move::MoveLicense;

/// Move a license from one container to another
///
/// Seats of a cloud container move at once. Seats of a device or a dongle move after a receipt or a
/// confirmation that they are removed. A move of some of the seats is the next revision of both
/// files.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia license move L-7K3MQ-9X2D9 --from K-4T9WX-C0MR7 --to \
        K-2PZDP-41QNX --seats 3"
)]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Serial of the container to move from
    #[arg(long, value_name = "CONTAINER")]
    from: container::ContainerArgument,
    /// Serial of the container to move to
    #[arg(long, value_name = "CONTAINER")]
    to: container::ContainerArgument,
    /// Number of seats to move [default: all seats in the container]
    #[arg(long, value_name = "N")]
    seats: Option<Count>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.license)?;
    let (from, to) = (
        container::find_to_change(context, &home, &args.from)?,
        container::find_to_change(context, &home, &args.to)?,
    );
    let request = MoveLicense {
        license: serial,
        from: from.clone(),
        to,
        seats: args.seats.map(|seats| seats.0),
        signing: args.signing.request(),
    };
    let done = execute_on_license(context, &mut home, &args.signing.options(), &request)?;
    let missing_prerequisites = super::shared::find_missing_prerequisites(&done, &home)?;
    let further =
        Further { base_missing: Some(base_missing(&missing_prerequisites)), ..Further::default() };
    let words = super::shared::Words { did: "Moved", would: "move", already: "" };
    let now = home.now;
    let lines = super::shared::pending_removal_message(&done, Some(from.as_str()));
    let outcome =
        super::shared::answer_with(done, &words, (&home, context.format()), further, |_, after| {
            super::shared::whereabouts(after, now)
        });
    Ok(super::shared::warn_of_missing_prerequisites(
        lines.into_iter().fold(outcome, Outcome::with_message),
        &missing_prerequisites,
    ))
}
