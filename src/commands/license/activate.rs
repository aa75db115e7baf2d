//! `license activate`: places a license in a container, or delivers it in a file.

use super::shared::Further;
use crate::cli::change::{Signing, execute_on_license};
use crate::cli::container::Destination;
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::license::License;
use crate::domain::license::terms::Count;
use crate::domain::name::Reference;
use crate::ops::error::Result;
use crate::ops::license::activate::ActivateLicense;
use crate::ops::license::answer::base_missing;
use crate::ops::license::placement::PlacementTarget;

/// Place a license in a container, or deliver it in a file
///
/// With --container, all unallocated seats are placed in the container, or the number of --seats;
/// more seats in the same container are the next revision of its file. With --unbound, all seats
/// are delivered in a file that is bound only to the customer.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license activate L-7K3MQ-9X2D9 --container K-4T9WX-C0MR7 --seats 3
  licentia license activate L-7K3MQ-9X2D9 --unbound --out nordwind.lic")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    #[command(flatten)]
    to: Destination,
    /// Number of seats to place in the container [default: all unallocated seats]
    #[arg(long, value_name = "N", conflicts_with = "unbound")]
    seats: Option<Count>,
    /// Idempotency reference, such as an order number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.license)?;
    let to = args.to.target(context, &home)?;
    let request = ActivateLicense {
        license: serial,
        target: to.clone(),
        seats: args.seats.map(|seats| seats.0),
        reference: args.reference.clone(),
        signing: args.signing.request(),
    };
    let done = execute_on_license(context, &mut home, &args.signing.options(), &request)?;
    let missing_prerequisites = super::shared::find_missing_prerequisites(&done, &home)?;
    let further =
        Further { base_missing: Some(base_missing(&missing_prerequisites)), ..Further::default() };
    let words = super::shared::Words {
        did: "Activated",
        would: "activate",
        already: &super::shared::repeated("activated", args.reference.as_ref()),
    };
    let outcome = super::shared::answer_with(
        done,
        &words,
        (&home, context.format()),
        further,
        |before, after| match &to {
            PlacementTarget::Unbound => {
                format!(
                    " ({} delivered unbound)",
                    count_of(after.entitlement.seats as usize, "seat")
                )
            }
            PlacementTarget::Container(container) => {
                let seats_in_target = |license: &License| -> u32 {
                    license
                        .live()
                        .filter(|it| it.is_in(container.as_str()))
                        .map(|it| it.seats)
                        .sum()
                };
                let (before, all) = (seats_in_target(before), seats_in_target(after));
                let placed = count_of((all - before) as usize, "seat");
                let beside =
                    if before > 0 { format!(", which now has {all}") } else { String::new() };
                let free = crate::ops::license::answer::seats_free(after);
                format!(
                    " ({placed} allocated to container {container}{beside}; {free} unallocated)"
                )
            }
        },
    );
    Ok(super::shared::warn_of_missing_prerequisites(outcome, &missing_prerequisites))
}
