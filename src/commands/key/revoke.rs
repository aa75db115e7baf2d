//! `key revoke`: revokes a compromised key. The next key set makes applications refuse its files.

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::impact;
use crate::cli::outcome::Outcome;
use crate::domain::key::find_any;
use crate::domain::name::Name;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, Plan as _};
use crate::ops::key::answer::{RevokedKeyAnswer, SignedFilesAnswer};
use crate::ops::key::revoke::RevokeKey;

/// Revoke a compromised key, so that its files are refused
///
/// The date of a file does not count, because a thief can choose it. With --since, files that a key
/// with --max-term signed before the instant stay valid, because they end soon anyway. The root
/// signs the key set again; applications refuse the files from that key set on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia key revoke ci --since 2026-11-20T00:00:00Z --reason 'the build host was broken into'
  licentia key revoke 8ZOkpvLjpDY5WJZnsXjtiu5R7sMVnmlHxN6qn1mSnJE --reason 'found in a public repository'")]
pub struct Args {
    /// Key name or thumbprint
    #[arg(value_name = "NAME|KID")]
    name: String,
    /// Reason (recorded in the audit log)
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// Instant before which signed files stay valid; only for a key with --max-term
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    since: Option<Timestamp>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let key = find_any(&home.reader().list_keys()?, &args.name)?.clone();
    let signed = home.reader().find_signed_files(&key.kid)?;
    let options = Options {
        action: Some(format!("revoke key {} permanently", key.name)),
        ..Options::default()
    };
    let revoke = RevokeKey { key, signed, reason: args.reason.clone(), since: args.since };
    let (execution, _) = context.execute(&mut home, &options, &revoke)?;
    let (plan, done) = match execution {
        Execution::Unchanged(()) => return Ok(Outcome::default()),
        Execution::DryRun(plan) => {
            let done = format!("Would revoke key {}", plan.key.name);
            (plan, done)
        }
        Execution::Applied(plan) => {
            let done = format!("Revoked key {}", plan.key.name);
            (plan, done)
        }
    };
    let answer = RevokedKeyAnswer {
        key: super::shared::answer(&plan.key, &home),
        hit: SignedFilesAnswer::of(plan.signed()),
        keyset: (!context.is_dry()).then_some(plan.keyset.version),
    };
    let lines = impact::lines(&plan.impact());
    let outcome = lines.into_iter().fold(Outcome::done(done), Outcome::with_message);
    if context.is_dry() {
        return Ok(outcome.with(answer));
    }
    Ok(outcome.with(answer).with_message(super::shared::published(plan.keyset.version)))
}
