//! `assignment remove`

use crate::cli::change::Signing;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::name::Username;
use crate::ops::assignment::AssignmentChange;
use crate::ops::error::Result;

/// Remove users from a license
///
/// The sessions of the users on the license end. For a named license, the change creates the next
/// revision, and the older files end after 30 days.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia assignment remove L-7K3MQ-9X2D9 bo --out nordwind.lic"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// User names
    #[arg(value_name = "USERNAME", required = true)]
    users: Vec<Username>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let change = AssignmentChange::Remove { users: args.users.clone() };
    super::shared::change(context, &args.license, &args.signing, change)
}
