//! `key revoke`: a key that may be in other hands. Its files are refused from the next key set on.

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

/// Revoke a key that may be in other hands: its files are refused
///
/// Whatever date a file bears: a thief writes the date himself. Of a key with --max-term the files
/// signed before --since stay good, because they end soon anyway. The key set is signed anew by the
/// root; applications refuse the files once they have it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia key revoke ci --since 2026-11-20T00:00:00Z --reason 'the build host was broken into'
  licentia key revoke 8ZOkpvLjpDY5WJZnsXjtiu5R7sMVnmlHxN6qn1mSnJE --reason 'found in a public repository'")]
pub struct Args {
    /// Its name or thumbprint
    #[arg(value_name = "NAME|KID")]
    name: String,
    /// Why, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: Name,
    /// What it signed before this instant stays good; only of a key with a longest term
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    since: Option<Timestamp>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let key = find_any(&home.reader().list_keys()?, &args.name)?.clone();
    let signed = home.reader().find_signed_files(&key.kid)?;
    let options = Options {
        action: Some(format!("revoke key {} permanently", key.name)),
        ..Options::default()
    };
    let revoke = RevokeKey { key, signed, reason: args.reason.clone(), since: args.since };
    let (execution, _) = command.execute(&mut home, &options, &revoke)?;
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
        keyset: (!command.is_dry()).then_some(plan.keyset),
    };
    let lines = impact::lines(&plan.impact());
    let outcome = lines.into_iter().fold(Outcome::done(done), Outcome::say);
    if command.is_dry() {
        return Ok(outcome.with(answer));
    }
    Ok(outcome.with(answer).say(super::shared::published(plan.keyset)))
}
