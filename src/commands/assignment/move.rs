//! `assignment move`

use crate::cli::change::Signing;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::name::Username;
use crate::ops::assignment::AssignmentChange;
use crate::ops::error::Result;

/// Replace an assigned user with another user
///
/// No unassigned seat is needed. The sessions of the first user end.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia assignment move L-7K3MQ-9X2D9 bo cleo --out nordwind.lic"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// User name to remove
    #[arg(value_name = "FROM")]
    from: Username,
    /// User name to assign instead
    #[arg(value_name = "TO")]
    to: Username,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let change = AssignmentChange::Move { from: args.from.clone(), to: args.to.clone() };
    super::shared::change(context, &args.license, &args.signing, change)
}
