//! `container context`: writes the state of a cloud container for another site.

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

/// Write the state of a cloud container for another site of the vendor
///
/// The other site (`licentia init --join`) adopts the container and adds or removes licenses, and
/// this home imports the update of the site. Any change of the container in this home makes that
/// update stale. If nothing has changed since the last context, the same file is written again, and
/// no key is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container context K-4T9WX-C0MR7 --out hamburg.ctx")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Commercial signing key [default: the key named commercial, else the only key without limits
    /// that may sign]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    #[command(flatten)]
    out: OneOut,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let out =
        args.out.out(if context.format() == Format::Json { Format::Json } else { Format::Table });
    let context_file = WriteContext { container, key: args.key.clone() };
    let (outcome, execution) = write(context, &mut home, &context_file, FileKind::Context, &out)?;
    let Execution::Applied(plan) = execution else { return Ok(outcome) };
    let outcome = outcome.with_message(format!(
        "Next: `licentia container adopt FILE --customer {}` at the other site",
        plan.container.customer
    ));
    Ok(plan.left_out.iter().fold(outcome, |outcome, license| {
        outcome.warn(
            WarningCode::LicenseLeftOut,
            format!(
                "license {license} is not in the context: the key that signed its file was revoked"
            ),
        )
    }))
}
