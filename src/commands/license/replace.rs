//! `license replace`: sells a successor that takes over everything that its predecessor had.

use super::shared::{Succession, Successor};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::ops::error::Result;

/// Replace a license with a successor of the same edition
///
/// The successor takes over users, deliveries and sessions. Omitted terms are those of the
/// predecessor, including the first day.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia license replace ref:ORDER-123 --seats 20 --reference \
        ORDER-124 --out nordwind.lic"
)]
pub struct Args {
    #[command(flatten)]
    successor: Successor,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let lines = Succession { did: "Replaced", would: "replace", end_is_said: true };
    args.successor.sell(None, &lines, context)
}
