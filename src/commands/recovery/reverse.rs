//! `recovery reverse`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license::{Of, check_whole, confirm_named};
use crate::cli::outcome::{Outcome, some_of};
use crate::domain::WarningCode;
use crate::domain::container::Container;
use crate::domain::name::Name;
use crate::domain::recovery::Recovery;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::license::plan::Step;
use crate::ops::recovery::answer::RecoveryAnswer;
use crate::ops::recovery::reverse::{ReversePlan, ReverseRecovery};

use super::shared::{RecoveryArgument, RecoverySigning, find, licenses, with_files, written_files};

/// Reverse a mistaken recovery
///
/// Possible until a receipt confirms the new container. The licenses are in the old container
/// again, which becomes active, and the used recoveries are restored.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia recovery reverse R-8ZK2P-Q41MN --reason 'found in another \
        bag' --out-dir out"
)]
pub struct Args {
    /// Recovery serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "RECOVERY")]
    recovery: RecoveryArgument,
    /// Reason (recorded in the audit log and shown by `recovery show`)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    #[command(flatten)]
    signing: RecoverySigning,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let Of(wanted) = &args.recovery;
    check_whole(context, wanted)?;
    let recovery = find(home.reader(), &args.recovery)?;
    let (serial, count) = (&recovery.serial, licenses(recovery.licenses.len()));
    let record = format!("recovery {serial}: {count} from {} into {}", recovery.from, recovery.to);
    confirm_named(context, wanted, &record, &format!("recovery {serial}"))?;
    let request = ReverseRecovery {
        recovery: serial.clone(),
        reason: args.reason.clone(),
        key_names: args.signing.key.clone(),
    };
    let out = args.signing.out();
    let options = Options { out: Some(&out), ..Options::default() };
    let (execution, written) = context.execute(&mut home, &options, &request)?;
    let (plan, word, is_dry) = match execution {
        Execution::DryRun(plan) => (plan, "Would reverse", true),
        Execution::Applied(plan) => (plan, "Reversed", false),
        Execution::Unchanged(()) => return Ok(Outcome::default()),
    };
    let old = &plan.from.serial;
    let outcome =
        Outcome::done(format!("{word} recovery {serial}: {count} in container {old} again"));
    let outcome = with_details(outcome, &plan.recovery);
    if is_dry {
        return Ok(outcome.with(RecoveryAnswer::of(&plan.recovery, Vec::new())));
    }
    plan.licenses.stale.iter().for_each(|warning| context.warn(WarningCode::StaleContext, warning));
    let outcome = still_in(&plan).iter().fold(outcome, |outcome, license| {
        outcome.with_message(format!(
            "Container {} still contains seats of license {license}, and needs the new file",
            plan.to.serial
        ))
    });
    let files = written_files(&written);
    let outcome = with_files(outcome, &plan.recovery, &files, &again(&plan.recovery, &plan.from));
    Ok(outcome.with(RecoveryAnswer::of(&plan.reversed(home.now), files)))
}

/// Returns the licenses of which the new container had seats before the recovery; those seats stay.
fn still_in(plan: &ReversePlan) -> Vec<String> {
    let stays = |step: &&Step| step.after.live().any(|it| it.is_in(plan.to.serial.as_str()));
    plan.licenses.steps.iter().filter(stays).map(|step| step.after.serial.to_string()).collect()
}

/// Returns the commands that write the files for the old container.
fn again(recovery: &Recovery, old: &Container) -> String {
    if old.kind.is_hardware() {
        return format!(
            "Next: `licentia container update {} --out FILE` writes the update for the container",
            old.serial
        );
    }
    let exports: Vec<String> = recovery
        .licenses
        .iter()
        .map(|it| {
            format!(
                "`licentia license export {} --container {} --out FILE`",
                it.license, old.serial
            )
        })
        .collect();
    format!("Next: {}", some_of(&exports))
}

fn with_details(outcome: Outcome, recovery: &Recovery) -> Outcome {
    outcome
        .with_message(format!(
            "The files of container {} become invalid with the next status list (`licentia status \
             publish --out-dir DIR --force`)",
            recovery.to
        ))
        .with_message(format!("Container {} is active again and needs new files", recovery.from))
}
