//! `key retire`: ends the signing with a key. Its files stay valid, so that its private key must be
//! destroyed.

use crate::cli::context::{CommandContext, Home};
use crate::cli::front_end::Options;
use crate::cli::impact;
use crate::cli::outcome::Outcome;
use crate::domain::key::{Key, find_any};
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::ops::error::{Failure, Result};
use crate::ops::execute::{Execution, Plan as _};
use crate::ops::impact::PrivateKeyFate;
use crate::ops::key::answer::{RetiredKeyAnswer, SignedFilesAnswer};
use crate::ops::key::destroy::{DestroyPrivateKey, is_due};
use crate::ops::key::retire::{RetireKey, RetirePlan};

/// Retire a key, so that it no longer signs; existing files stay valid
///
/// The root signs the key set again. The private key in this home is destroyed, because a person
/// with a copy of the key could sign files with an earlier date; exports that the audit log records
/// are listed. If a
/// copy cannot be destroyed, revoke the key instead.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key retire commercial-1")]
pub struct Args {
    /// Key name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
    /// Keep the private key in this home
    #[arg(long)]
    keep_private: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let key = find_any(&home.reader().list_keys()?, &args.name)?.clone();
    if !args.keep_private && is_due(home.reader(), &key, &home.key_files)? {
        return destroy_later(&key, context, &mut home);
    }
    let signed = home.reader().find_signed_files(&key.kid)?;
    let options =
        Options { action: Some(format!("retire key {}", key.name)), ..Options::default() };
    let key_files = home.key_files.clone();
    let retire =
        RetireKey { key, signed, keep_private: args.keep_private, private_keys: &key_files };
    let (execution, _) = context.execute(&mut home, &options, &retire)?;
    match execution {
        Execution::Unchanged(()) => Ok(Outcome::default()),
        Execution::DryRun(plan) => {
            let done = Outcome::done(format!("Would retire key {}", plan.key.name));
            let lines = impact::lines(&plan.impact());
            Ok(lines.into_iter().fold(done, Outcome::with_message).with(answer(&plan, None, &home)))
        }
        Execution::Applied(plan) => retired(&plan, context, &mut home),
    }
}

/// Destroys the private key where the plan says so. Returns the answer.
fn retired(
    plan: &RetirePlan,
    context: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<Outcome> {
    let mut unrecorded = None;
    if matches!(plan.private_key, PrivateKeyFate::Destroyed { .. }) {
        unrecorded = destroy(&plan.key, &Options::default(), context, home)?;
    }
    let answer = answer(plan, Some(plan.keyset.version), home);
    let mut outcome = Outcome::done(format!("Retired key {}", plan.key.name)).with(answer);
    for export in &plan.exports {
        outcome = outcome.warn(
            WarningCode::KeyExported,
            format!("private key {} was exported {}", plan.key.name, impact::still_there(export)),
        );
    }
    Ok(unrecorded
        .into_iter()
        .fold(outcome.with_message(super::shared::published(plan.keyset.version)), warn_unrecorded))
}

fn answer(plan: &RetirePlan, keyset: Option<u64>, home: &Home) -> RetiredKeyAnswer {
    RetiredKeyAnswer {
        key: super::shared::answer(&plan.key, home),
        hit: Some(SignedFilesAnswer::of(&plan.signed)),
        exports: Some(plan.exports.iter().map(impact::export).collect()),
        keyset,
    }
}

fn warn_unrecorded(outcome: Outcome, warning: String) -> Outcome {
    outcome.warn(WarningCode::Unrecorded, warning)
}

/// Destroys the private key of a retired key that still has it: it was kept, or its removal or the
/// entry of that failed.
fn destroy_later(key: &Key, context: &mut CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let action = format!("destroy private key {}", key.name);
    let options = Options { action: Some(action), ..Options::default() };
    let unrecorded = destroy(key, &options, context, home)?;
    let done = if context.is_dry() { "Would destroy" } else { "Destroyed" };
    let done = Outcome::done(format!("{done} private key {}", key.name)).with(RetiredKeyAnswer {
        key: super::shared::answer(key, home),
        hit: None,
        exports: None,
        keyset: None,
    });
    Ok(unrecorded.into_iter().fold(done, warn_unrecorded))
}

/// Destroys the private key of a retired key. Returns a warning if the file is gone but the audit
/// log has no entry.
fn destroy(
    key: &Key,
    options: &Options<'_>,
    context: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<Option<String>> {
    let key_files = home.key_files.clone();
    let request = DestroyPrivateKey { key: key.clone(), private_keys: &key_files };
    let Err(error) = context.execute(home, options, &request) else { return Ok(None) };
    let name = &key.name;
    if is_declined(&error) {
        return Err(error);
    }
    if key_files.has(key) {
        let message = format!(
            "key {name} is retired, but its private key is not destroyed: {}",
            error.text()
        );
        return Err(Error::new(ErrorCode::Io, message)
            .hint(format!(
                "`licentia key retire {name}` destroys the private key when its file can be removed"
            ))
            .into());
    }
    Ok(Some(format!(
        "private key {name} is destroyed, but the audit log has no entry for the destruction ({}): \
         `licentia key retire {name}` writes the entry",
        error.text()
    )))
}

/// Returns whether the destruction was not confirmed.
fn is_declined(error: &Failure) -> bool {
    let code = error.rule().map(|rule| rule.code);
    matches!(code, Some(ErrorCode::Declined | ErrorCode::NeedsAnswer))
}
