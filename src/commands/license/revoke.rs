//! `license revoke`: ends a license that should not exist.

use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::Name;
use crate::ops::error::Result;

/// Revoke a license permanently
///
/// For a license that should not exist. Its sessions end, and the status list marks its files as
/// invalid.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia license revoke L-7K3MQ-9X2D9 --reason 'paid with a stolen \
        card'"
)]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Reason (recorded in the audit log and shown by `license show`)
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let words =
        super::shared::Words { did: "Revoked", would: "revoke", already: "is already revoked" };
    let change = super::shared::StatusChange::taking(LifecycleStatus::Revoked, Some(&args.reason));
    super::shared::set_status(context, &args.license, change, &words)
}
