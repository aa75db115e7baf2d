//! `key revoke`: a key that may be in other hands. Its files are refused from the next key set on.

use anyhow::Result;
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::key::find_any;
use crate::domain::name::Name;
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::{Code as Why, Refusal};
use crate::ops::key::key_set::certify;

/// Revoke a key that may be in other hands: its files are refused
///
/// Whatever date a file bears: a thief writes the date himself. Of a key with --max-term the files signed before --since
/// stay good, because they end soon anyway. The key set is signed anew by the root; applications refuse the files once they
/// have it.
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
    let now = home.now;
    let since = args.since;
    let keys = home.reader().list_keys()?;
    let key = find_any(&keys, &args.name)?.clone();
    let mut after = key.clone();
    after.revoke(now.as_second(), since)?;
    let signed = home.reader().find_signed_files(&key.kid)?;
    let mut lines = crate::commands::key::hit_lines(&signed);
    if signed.files > 0 {
        lines.push(match since {
            Some(since) => format!("Applications refuse those signed at {since} or later, once they have the next key set"),
            None => "Applications refuse all of them, once they have the next key set".into(),
        });
    }
    if command.is_dry() {
        home.check_clock()?;
        let mut object = crate::commands::key::object(&after, &home);
        object["hit"] = crate::commands::key::hit_object(&signed);
        return Ok(lines
            .into_iter()
            .fold(Outcome::done(format!("Would revoke key {}", key.name)), Outcome::say)
            .with(object));
    }
    command.confirm(&lines, &format!("revoke key {} for ever", key.name))?;
    let root = command.unlock(&home, crate::commands::key::root(&keys)?)?;

    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    let mut after = crate::commands::key::unchanged(work.tx.reader(), &key)?;
    after.revoke(now.as_second(), since)?;
    if after.files_signed != key.files_signed {
        return Err(Refusal::new(
            Why::ChangedMeanwhile,
            format!("key {} has signed more files meanwhile", key.name),
        )
        .hint("nothing was changed; look again, then try again")
        .into());
    }
    work.tx.set_key_state(&after)?;
    let version = certify(&work.tx, &vendor, &root, &mut *command.host.entropy, now)?;
    let detail = json!({
        "kid": after.kid, "reason": args.reason.as_str(), "revoked_at": crate::commands::key::instant(after.revoked_at), "keyset": version,
        "files": signed.files,
    });
    work.commit(&Change::new("key.revoke", after.name.as_str(), detail))?;
    let mut object = crate::commands::key::object(&after, &home);
    (object["hit"], object["keyset"]) = (crate::commands::key::hit_object(&signed), version.into());
    let done = format!("Revoked key {}", after.name);
    Ok(lines
        .into_iter()
        .fold(Outcome::done(done), Outcome::say)
        .with(object)
        .say(crate::commands::key::published(version)))
}
