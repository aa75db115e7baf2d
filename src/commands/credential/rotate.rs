//! `credential rotate`: creates the next credential and ends the one before.

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::credential;
use crate::cli::credential::CredentialFileOptions;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS};
use crate::ops::credential::answer::{CredentialAnswer, PlannedCredential};
use crate::ops::credential::rotate::{RotateCredential, RotatePlan};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind};

/// Create the next credential of a cloud container
///
/// The previous credential no longer opens the container; its licenses are unchanged. The secret is
/// in the new file only, which is written to the current folder unless an option names a target.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential rotate K-4T9WX-C0MR7 --out nordwind.cred")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
    #[command(flatten)]
    emission: CredentialFileOptions,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let rotate = RotateCredential {
        container: find_to_change(context, &home, &args.container)?,
        key: args.emission.key.clone(),
        purpose: args.emission.purpose(),
    };
    let options = Options { emission: Some(&args.emission), ..Options::default() };
    let (execution, written) = context.execute(&mut home, &options, &rotate)?;
    Ok(match execution {
        Execution::Unchanged(()) => Outcome::default(),
        Execution::DryRun(plan) => would_rotate(&plan),
        Execution::Applied(plan) => rotated(&plan, written.of_kind(FileKind::Credential)),
    })
}

fn would_rotate(plan: &RotatePlan) -> Outcome {
    let (serial, generation) = (&plan.container.serial, plan.new.credential.generation);
    let outcome = Outcome::done(format!(
        "Would create credential generation {generation} of container {serial}"
    ));
    let ends = plan.before.as_ref().map(|before| before.serial.as_str());
    let outcome = ends
        .iter()
        .map(|ends| format!("Credential {ends} would no longer open the container"))
        .fold(outcome, Outcome::with_message);
    outcome.with(PlannedCredential {
        container: serial.to_string(),
        generation,
        ends: ends.map(str::to_owned),
        licenses: plan.container.licenses.clone(),
    })
}

fn rotated(plan: &RotatePlan, emitted: Emitted) -> Outcome {
    let credential = &plan.new.credential;
    let message = format!(
        "Created credential {} of container {}, generation {}",
        credential.serial, credential.container, credential.generation
    );
    let outcome = Outcome::done(message).with(CredentialAnswer::of(credential, emitted.path()));
    let outcome = match &plan.before {
        Some(before) => outcome
            .with_message(format!("Credential {} no longer opens the container", before.serial))
            .with_message(PUBLISH_STATUS),
        None => outcome,
    };
    credential::with_credential(outcome, credential, emitted)
}
