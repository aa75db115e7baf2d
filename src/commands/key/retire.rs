//! `key retire`: a key that signs no more. What it signed stays good, so its private part must be nowhere.

use anyhow::Result;
use licentia_runtime::KeyState;
use serde_json::json;

use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::Outcome;
use crate::domain::audit::{Change, Entry};
use crate::domain::key::{Key, find_any};
use crate::domain::{Code as Why, Refusal};
use crate::host::files;
use crate::ops::key::key_set::certify;
use crate::store::{AuditFilter, Reader, gather};

/// Retire a key: it signs no more, and what it signed stays good
///
/// The key set is signed anew by the root. The private part is destroyed here, because whoever has it could go on dating
/// files back; exports of it that the audit log knows are named. Where one can't be destroyed, revoke the key instead.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia key retire commercial-1")]
pub struct Args {
    /// Its name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
    /// Keep the private part here
    #[arg(long)]
    keep_private: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let now = home.now;
    let keys = home.reader().list_keys()?;
    let key = find_any(&keys, &args.name)?.clone();
    let present = home.has_key(&key);
    if key.state == KeyState::Retired
        && !args.keep_private
        && (present || is_unnoted(home.reader(), &key)?)
    {
        return destroy_later(&key, command, &mut home);
    }
    let mut after = key.clone();
    after.retire(
        now.as_second(),
        crate::commands::key::second(home.reader().find_newest_of(&key.kid)?.as_deref()),
    )?;
    let signed = home.reader().find_signed_files(&key.kid)?;
    let exported = exports(home.reader(), &key)?;
    let mut lines = crate::commands::key::hit_lines(&signed);
    let stays = if signed.files > 0 {
        "All of that stays good; the key signs nothing more"
    } else {
        "The key signs nothing more"
    };
    lines.push(stays.into());
    lines.push(match (present, args.keep_private) {
        (true, false) => {
            format!("Its private part, {}, is destroyed", home.key_file(&key).display())
        }
        (true, true) => {
            "Its private part stays here: whoever gets it can sign files that are dated back".into()
        }
        (false, _) => "Its private part is not here: destroy it where it is".into(),
    });
    lines.extend(exported.iter().map(|export| {
        format!("It was exported {export}: destroy that, or revoke the key instead")
    }));
    let others = |other: &&Key| {
        other.edition == key.edition && other.kid != key.kid && other.is_without_limits()
    };
    let last = !keys.iter().filter(others).any(|other| other.state == KeyState::Active);
    if last && key.is_without_limits() {
        lines.push(format!(
            "No other {} key without limits is active",
            key.edition.map_or("", |edition| edition.as_str())
        ));
    }
    let mut object = crate::commands::key::object(&after, &home);
    (object["hit"], object["exports"]) =
        (crate::commands::key::hit_object(&signed), json!(exported));
    if command.is_dry() {
        home.check_clock()?;
        return Ok(lines
            .into_iter()
            .fold(Outcome::done(format!("Would retire key {}", key.name)), Outcome::say)
            .with(object));
    }
    command.confirm(&lines, &format!("retire key {}", key.name))?;
    let root = command.unlock(&home, crate::commands::key::root(&keys)?)?;

    let (vendor, folder, path) = (home.vendor.clone(), home.keys(), home.key_file(&key));
    let work = command.begin(&mut home)?;
    files::sweep(&folder);
    // Somebody may have brought it back while this was confirmed.
    let present = files::is_file(&path);
    let reader = work.tx.reader();
    let mut after = crate::commands::key::unchanged(reader, &key)?;
    let exported = exports(reader, &key)?;
    after.retire(
        now.as_second(),
        crate::commands::key::second(reader.find_newest_of(&key.kid)?.as_deref()),
    )?;
    work.tx.set_key_state(&after)?;
    let version = certify(&work.tx, &vendor, &root, &mut *command.host.entropy, now)?;
    let private = match (present, args.keep_private) {
        (true, false) => PROMISED,
        (true, true) => "kept",
        (false, _) => "away",
    };
    let retired_at = crate::commands::key::instant(after.retired_at);
    let detail = json!({"kid": after.kid, "retired_at": retired_at, "keyset": version, "private_part": private});
    work.commit(&Change::new("key.retire", after.name.as_str(), detail))?;
    let unnoted =
        if present && !args.keep_private { destroy(&after, command, &mut home)? } else { None };
    let mut object = crate::commands::key::object(&after, &home);
    (object["hit"], object["exports"], object["keyset"]) =
        (crate::commands::key::hit_object(&signed), json!(exported), version.into());
    let outcome = exported.iter().fold(
        Outcome::done(format!("Retired key {}", after.name)).with(object),
        |outcome, export| {
            outcome
                .warn(format!("it was exported {export}: destroy that, or revoke the key instead"))
        },
    );
    Ok(unnoted
        .into_iter()
        .fold(outcome.say(crate::commands::key::published(version)), Outcome::warn))
}

/// Destroys the private part of a key that was retired before: it was kept, or the removal or its note failed.
fn destroy_later(key: &Key, command: &mut CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let line = format!(
        "Key {} is retired; its private part, {}, is destroyed",
        key.name,
        home.key_file(key).display()
    );
    if command.is_dry() {
        let done = format!("Would destroy the private part of key {}", key.name);
        return Ok(Outcome::done(done).with(crate::commands::key::object(key, home)));
    }
    command.confirm(&[line], &format!("destroy the private part of key {}", key.name))?;
    let unnoted = destroy(key, command, home)?;
    let done = Outcome::done(format!("Destroyed the private part of key {}", key.name))
        .with(crate::commands::key::object(key, home));
    Ok(unnoted.into_iter().fold(done, Outcome::warn))
}

/// Removes a key's file, and writes it to the log once it is gone; a note that could not be written is a warning. The key is
/// retired by then, and every failure says so.
fn destroy(key: &Key, command: &CommandContext<'_>, home: &mut Home) -> Result<Option<String>> {
    let path = home.key_file(key);
    let still_here = |why: String| {
        Refusal::new(
            Why::Io,
            format!("key {} is retired, but its private part is still here: {why}", key.name),
        )
        .hint(format!("`licentia key retire {}` destroys it once it can be removed", key.name))
    };
    let work = command.begin(home).map_err(|error| still_here(format!("{error:#}")))?;
    if files::exists(&path) {
        files::remove(&path).map_err(|fault| still_here(fault.to_string()))?;
    }
    let noted = work.commit(&Change::new(DESTROY, key.name.as_str(), json!({"kid": key.kid})));
    Ok(noted.err().map(|error| {
        format!("the log does not say yet that it is destroyed ({error:#}): `licentia key retire {}` writes it", key.name)
    }))
}

const DESTROY: &str = "key.destroy";

/// Whether the log says of a key that its private part is to be destroyed, and not yet that it is.
fn is_unnoted(reader: Reader<'_>, key: &Key) -> Result<bool> {
    let promised = entries(reader, key, "key.retire")?
        .iter()
        .any(|entry| entry.detail["private_part"] == PROMISED);
    Ok(promised && entries(reader, key, DESTROY)?.is_empty())
}

const PROMISED: &str = "to be destroyed";

/// When and where to the private part was exported, as the log knows it.
fn exports(reader: Reader<'_>, key: &Key) -> Result<Vec<String>> {
    let export = |entry: &Entry| match entry.detail["to"].as_str() {
        None | Some("-") => format!("to standard output at {} by {}", entry.at, entry.actor),
        Some(path) => format!("to {path} at {} by {}", entry.at, entry.actor),
    };
    Ok(entries(reader, key, "key.export")?.iter().map(export).collect())
}

/// What the log says was done to a key.
fn entries(reader: Reader<'_>, key: &Key, action: &str) -> Result<Vec<Entry>> {
    let filter = AuditFilter {
        action: Some(action.into()),
        subject: Some(key.name.to_string()),
        ..AuditFilter::default()
    };
    let entries =
        gather(|take| reader.list_audit(&filter, take))?.into_iter().map(|(entry, _)| entry);
    Ok(entries.filter(|entry| entry.detail["kid"] == key.kid.as_str()).collect())
}
