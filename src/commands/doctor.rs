//! `doctor`: finishes what was interrupted. A credential's file is complete before its row is in the books, and lacks only its
//! name: where the program was killed in between, the name is given here.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::Change;
use crate::domain::credential::hash;
use crate::host::files;
use crate::store::CredentialFile;

/// Look for what was interrupted, and finish it
///
/// Credential files that were complete when the program was killed get their names, and so do key
/// files; of a credential that was ended since, what is left is removed. Nothing is overwritten.
/// Exit status 1 where something stays open.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia doctor\n  licentia doctor --dry-run --json")]
pub struct Args {}

/// The most bytes of a credential's file.
const MOST: usize = 4 << 20;

/// What becomes of a file that was interrupted.
enum Cure {
    /// It gets its name.
    Finish,
    /// It is there under its name too, or opens nothing any more.
    Remove,
    /// Something else has its name.
    Leave,
}

pub fn run(_: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.damaged_home()?;
    let damage = home.reader().check_triggers().err();
    let mut interrupted: Vec<(CredentialFile, Cure)> = Vec::new();
    home.reader().list_credential_files(
        &mut |file: CredentialFile| -> Result<(), crate::store::Fault> {
            interrupted.extend(cure(&file).map(|cure| (file, cure)));
            Ok(())
        },
    )?;
    let (mut finished, mut removed, mut open): (Vec<Value>, Vec<Value>, Vec<Value>) =
        Default::default();
    let mut outcome = Outcome::default();
    for (file, cure) in interrupted {
        let CredentialFile { serial, target, staged, .. } = &file;
        let fact = json!({"credential": serial, "path": target, "staged": staged});
        match cure {
            Cure::Leave => {
                outcome = outcome.warn(format!(
                    "credential {serial} is complete at {staged}, and something else is at {target}: move it yourself, or rotate it"
                ));
                open.push(fact);
            }
            Cure::Finish => {
                carry_out(
                    command,
                    &mut home,
                    damage.is_some(),
                    &file,
                    "credential.finish",
                    files::rename,
                )?;
                outcome = outcome.say(format!(
                    "{} credential {serial}: {target}",
                    if command.is_dry() { "Would finish" } else { "Finished" }
                ));
                finished.push(fact);
            }
            Cure::Remove => {
                carry_out(
                    command,
                    &mut home,
                    damage.is_some(),
                    &file,
                    "credential.clear",
                    |from, _| files::remove(from),
                )?;
                let word = if command.is_dry() { "Would remove" } else { "Removed" };
                outcome = outcome.say(format!(
                    "{word} {staged}: credential {serial} has its file, or was ended since"
                ));
                removed.push(fact);
            }
        }
    }
    for key in home.reader().list_keys()? {
        let Some(pending) = home.key_files.pending(&key) else { continue };
        let path = home.key_file(&key);
        let (name, shown) = (key.name.as_str(), path.display());
        let staged = pending.display().to_string();
        let fact = json!({"key": name, "path": shown.to_string(), "staged": staged});
        if !command.is_dry() && home.key_files.complete(&key) != path {
            outcome = outcome.warn(format!(
                "key {name} is complete at {}, and cannot get its name {shown}",
                pending.display()
            ));
            open.push(fact);
            continue;
        }
        let word = if command.is_dry() { "Would finish" } else { "Finished" };
        outcome = outcome.say(format!("{word} key {name}: {shown}"));
        finished.push(fact);
    }
    if let Some(fault) = &damage {
        outcome = outcome.warn(format!("{fault}; compare the books with a backup"));
        open.push(json!({"damage": fault.to_string()}));
    }
    if finished.is_empty() && removed.is_empty() && open.is_empty() {
        outcome = outcome.say("Nothing was interrupted");
    } else if !open.is_empty() {
        outcome = outcome.say(format!("{} open", count_of(open.len(), "thing")));
    }
    let exit = u8::from(!open.is_empty());
    Ok(Outcome {
        exit,
        ..outcome.with(json!({"finished": finished, "removed": removed, "open": open}))
    })
}

/// What a file needs; nothing where it has its name, or is not there.
fn cure(file: &CredentialFile) -> Option<Cure> {
    let staged = Path::new(&file.staged);
    let is_ours = files::is_file(staged)
        && files::read(staged, MOST).is_ok_and(|bytes| hash(&bytes) == file.hash);
    if !is_ours {
        return None;
    }
    let target = Path::new(&file.target);
    let is_there = || files::read(target, MOST).is_ok_and(|bytes| hash(&bytes) == file.hash);
    Some(match (file.in_force, files::exists(target)) {
        (true, false) => Cure::Finish,
        (true, true) if !is_there() => Cure::Leave,
        _ => Cure::Remove,
    })
}

/// Does it while the books are locked, so that two of us do it once, and writes it down. Damaged books are not written to.
fn carry_out(
    command: &mut CommandContext<'_>,
    home: &mut Home,
    damaged: bool,
    file: &CredentialFile,
    action: &'static str,
    act: impl Fn(&Path, &Path) -> files::Result<()>,
) -> Result<()> {
    let (staged, target) = (Path::new(&file.staged), Path::new(&file.target));
    if command.is_dry() {
        return Ok(());
    }
    if damaged {
        return Ok(act(staged, target)?);
    }
    let work = command.begin(home)?;
    if !files::is_file(staged) {
        return Ok(());
    }
    act(staged, target)?;
    work.commit(&Change::new(action, file.serial.as_str(), json!({"path": file.target})))
}
