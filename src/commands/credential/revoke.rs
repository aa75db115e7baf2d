//! `credential revoke`: ends a credential without a successor.

use crate::cli::container;
use crate::cli::container::find_to_change;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS};
use crate::ops::credential::answer::CredentialAnswer;
use crate::ops::credential::revoke::RevokeCredential;
use crate::ops::error::Result;
use crate::ops::execute::Execution;

/// End the credential of a cloud container without a successor
///
/// The container cannot be opened and its licenses cannot be used until `licentia credential
/// rotate` creates another credential.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia credential revoke K-4T9WX-C0MR7")]
pub struct Args {
    /// Container serial (a unique prefix is enough on a terminal)
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let container = find_to_change(context, &home, &args.container)?;
    let action = format!("revoke the credential of container {container}");
    let options = Options { action: Some(action), ..Options::default() };
    let (execution, _) = context.execute(&mut home, &options, &RevokeCredential { container })?;
    let (word, opens, plan) = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(plan) => ("Would revoke", "would open", plan),
        Execution::Applied(plan) => ("Revoked", "opens", plan),
    };
    let credential = &plan.credential;
    let (serial, container) = (&credential.serial, &credential.container);
    let message =
        format!("{word} credential {serial}: no credential {opens} container {container}");
    let outcome = Outcome::done(message).with(CredentialAnswer::of(credential, None));
    Ok(if context.is_dry() { outcome } else { outcome.with_message(PUBLISH_STATUS) })
}
