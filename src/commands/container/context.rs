//! `container context`: the state of a cloud container, for another desk.

use crate::cli::arguments::OneOut;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::container_file::write;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::WarningCode;
use crate::domain::name::Slug;
use crate::ops::container::context::WriteContext;
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};

/// Write the state of a cloud container, for another desk of yours
///
/// The desk (`init --join`) adopts it, puts licenses in or takes some out, and its update is
/// imported here. Until then nothing of the container may change here, or the update is stale.
/// Without a change since the last one it is the same file again, and no key is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container context K-4T9WX-C0MR7 --out hamburg.ctx")]
pub struct Args {
    /// Its serial; a unique beginning of it on a terminal
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// The commercial key that signs [default: the one named commercial, else the only one that
    /// may]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let container = find_to_change(command, &home, &args.container)?;
    let out =
        args.out.out(if command.format() == Format::Json { Format::Json } else { Format::Table });
    let context = WriteContext { container, key: args.key.clone() };
    let (outcome, execution) = write(command, &mut home, &context, FileKind::Context, &out)?;
    let Execution::Applied(plan) = execution else { return Ok(outcome) };
    Ok(plan.left_out.iter().fold(outcome, |outcome, license| {
        outcome.warn(
            WarningCode::LicenseLeftOut,
            format!(
                "license {license} is left out: its file was signed by a key that was revoked since"
            ),
        )
    }))
}
