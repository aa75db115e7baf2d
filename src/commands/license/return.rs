//! `license return`: takes back seats that the customer returns.

use crate::cli::change::{Signing, execute_on_license};
use crate::cli::container::Destination;
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::domain::license::terms::Count;
use crate::ops::error::Result;
use crate::ops::license::r#return::ReturnLicense;

/// Return seats of a license from a container or a file
///
/// Seats of a cloud container are unallocated at once. Seats of a device or a dongle are
/// unallocated after a receipt or a confirmation that they are removed. A return of some of the
/// seats is the next revision, with a new file. A license without seats in a container or a file is
/// not delivered (state parked), and its sessions end.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license return L-7K3MQ-9X2D9 --container K-4T9WX-C0MR7 --seats 3
  licentia license return L-7K3MQ-9X2D9 --unbound")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    #[command(flatten)]
    from: Destination,
    /// Number of seats to return from the container [default: all seats in the container]
    #[arg(long, value_name = "N", conflicts_with = "unbound")]
    seats: Option<Count>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.license)?;
    let from = args.from.target(context, &home)?;
    let request = ReturnLicense {
        license: serial,
        source: from.clone(),
        seats: args.seats.map(|seats| seats.0),
        signing: args.signing.request(),
    };
    let done = execute_on_license(context, &mut home, &args.signing.options(), &request)?;
    let words = super::shared::Words { did: "Returned", would: "return", already: "" };
    let now = home.now;
    let lines = super::shared::pending_removal_message(&done, from.container());
    Ok(lines.into_iter().fold(
        super::shared::answer(done, &words, &home, context.format(), |_, after| {
            super::shared::whereabouts(after, now)
        }),
        Outcome::with_message,
    ))
}
