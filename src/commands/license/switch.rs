//! `license switch`: sells a successor in the other edition.

use licentia_runtime::Edition;

use super::shared::{Succession, Successor};
use crate::cli::arguments::edition;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

/// Switch a license to the other edition
///
/// The successor takes over users, deliveries and sessions, so that the setup of the customer is
/// unchanged. Omitted terms are those of the predecessor, including the end; only the first day is
/// today, unless --starts is given.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia license switch L-7K3MQ-9X2D9 --edition commercial --term 1y \
        --out nordwind.lic"
)]
pub struct Args {
    /// New edition: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Edition,
    #[command(flatten)]
    successor: Successor,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let lines = Succession {
        did: "Switched",
        would: "switch",
        end_is_said: args.successor.terms.0.has_end(),
    };
    args.successor.sell(Some(args.edition), &lines, context)
}
