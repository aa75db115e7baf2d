//! `container update`: writes the file with the content of a container.

use crate::cli::arguments::Out;
use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::container_file::write;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::WarningCode;
use crate::domain::container::Container;
use crate::domain::name::Slug;
use crate::ops::container::update::UpdateContainer;
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};

/// Write the update file of a container
///
/// The file states the complete content of the container: its licenses, its block, and the key set.
/// If nothing has changed since the last update, the same file is written again, and no key is
/// needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container update K-4T9WX-C0MR7 --out press.upd")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    /// Include the vendor's time, for a computer whose clock was in the future and has been
    /// corrected
    #[arg(long)]
    time: bool,
    /// Commercial signing key [default: the key named commercial, else the only key without limits
    /// that may sign]
    #[arg(long, value_name = "NAME")]
    key: Option<Slug>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let to_standard = !args.out.is_asked() && context.format() == Format::Table;
    let out = if to_standard {
        Out { out: Some("-".into()), ..Out::default() }
    } else {
        args.out.clone()
    };
    let update = UpdateContainer { container, time: args.time, key: args.key.clone() };
    let (outcome, execution) = write(context, &mut home, &update, FileKind::Update, &out)?;
    Ok(match execution {
        Execution::Unchanged(newest) if !context.is_dry() => {
            left_out(outcome, &newest.container, &newest.left_out)
        }
        Execution::Unchanged(_) | Execution::DryRun(_) => outcome,
        Execution::Applied(plan) => {
            let stale = plan.stale.iter();
            let outcome = stale.fold(outcome, |outcome, stale| {
                outcome.warn(WarningCode::StaleContext, stale.to_string())
            });
            let outcome = left_out(outcome, &plan.container, &plan.left_out);
            let next = super::shared::confirmation(&plan.container);
            next.into_iter()
                .fold(outcome, |outcome, next| outcome.with_message(format!("Next: {next}")))
        }
    })
}

/// Warns of the licenses that are not in an update, with the correction.
fn left_out(outcome: Outcome, container: &Container, licenses: &[String]) -> Outcome {
    licenses.iter().fold(outcome, |outcome, license| {
        let helps = match &container.context {
            None => "extend, edit or renew the license to sign it with another key".to_owned(),
            Some(_) => format!(
                "`licentia license return {license} --container {}` and issue another license, or \
                 change the license at the first home",
                container.serial
            ),
        };
        outcome.warn(
            WarningCode::LicenseLeftOut,
            format!(
                "license {license} is not in the update: applications refuse its file, because \
                 the key that signed it was revoked, or was retired before; {helps}"
            ),
        )
    })
}
