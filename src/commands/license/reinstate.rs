//! `license reinstate`: resumes a suspended license.

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
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let words = super::shared::Words { did: "Reinstated", would: "reinstate", already: "" };
    super::shared::set_standing(context, &args.license, LifecycleStatus::Open, None, &words)
}
