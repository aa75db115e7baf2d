//! `assignment add`

use crate::cli::change::Signing;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::name::Username;
use crate::ops::assignment::AssignmentChange;
use crate::ops::error::Result;

/// Register users to a license
///
/// A named license has a seat for each; it is the next revision, with a fresh file where one was
/// delivered. A floating license takes any number of users, who share its seats; without any it is
/// open to all of the customer.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia assignment add L-7K3MQ-9X2D9 anna bo --out nordwind.lic"
)]
pub struct Args {
    /// The license's serial, or ref: and its reference
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// What the users log in with
    #[arg(value_name = "USERNAME", required = true)]
    users: Vec<Username>,
    /// Succeed where some are registered already
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let (users, if_missing) = (args.users.clone(), args.if_missing);
    let change = AssignmentChange::Add { users, if_missing };
    super::shared::change(command, &args.license, &args.signing, change)
}
