//! `assignment remove`

use crate::cli::change::Signing;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::name::Username;
use crate::ops::assignment::AssignmentChange;
use crate::ops::error::Result;

/// Register users to a license no more
///
/// Their sessions of it end. Of a named license it is the next revision, and the older files end 30
/// days from now.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia assignment remove L-7K3MQ-9X2D9 bo --out nordwind.lic"
)]
pub struct Args {
    /// The license's serial, or ref: and its reference
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// What the users log in with
    #[arg(value_name = "USERNAME", required = true)]
    users: Vec<Username>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let change = AssignmentChange::Remove { users: args.users.clone() };
    super::shared::change(command, &args.license, &args.signing, change)
}
