//! `license reinstate`: resumes a suspended license.

use crate::cli::change::EntrySigning;
use crate::cli::context::CommandContext;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::Outcome;
use crate::domain::license::state::LifecycleStatus;
use crate::ops::error::Result;

/// Resume a suspended license
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license reinstate L-7K3MQ-9X2D9")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    #[command(flatten)]
    signing: EntrySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let words = super::shared::Words { did: "Reinstated", would: "reinstate", already: "" };
    let change = super::shared::StatusChange {
        status: LifecycleStatus::Open,
        reason: None,
        signing: args.signing.request(),
    };
    super::shared::set_status(context, &args.license, change, &words)
}
