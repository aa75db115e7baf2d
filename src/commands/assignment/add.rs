//! `assignment add`

use crate::cli::change::Signing;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::name::Username;
use crate::ops::assignment::AssignmentChange;
use crate::ops::error::Result;

/// Assign users to a license
///
/// A named license needs a seat for each user. The change creates the next revision of the license,
/// and a new file if the license is delivered. Any number of users share the seats of a floating
/// license; a floating license without assigned users is open to all users of the customer.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia assignment add L-7K3MQ-9X2D9 anna bo --out nordwind.lic"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// User names
    #[arg(value_name = "USERNAME", required = true)]
    users: Vec<Username>,
    /// Succeed if some of the users are already assigned
    #[arg(long)]
    if_missing: bool,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let (users, if_missing) = (args.users.clone(), args.if_missing);
    let change = AssignmentChange::Add { users, if_missing };
    super::shared::change(context, &args.license, &args.signing, change)
}
