//! `license suspend`: suspends a license until it is reinstated.

use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::Name;
use crate::ops::error::Result;

/// Suspend a license until it is reinstated
///
/// The sessions of the license end, and the status list marks its files as suspended.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia license suspend L-7K3MQ-9X2D9 --reason 'invoice 4711 is \
        overdue'"
)]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Reason (recorded in the audit log and shown by `license show`)
    #[arg(long, value_name = "REASON")]
    reason: Option<Name>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let words = super::shared::Words {
        did: "Suspended",
        would: "suspend",
        already: "is already suspended",
    };
    let change =
        super::shared::StatusChange::taking(LifecycleStatus::Suspended, args.reason.as_ref());
    super::shared::set_status(context, &args.license, change, &words)
}
