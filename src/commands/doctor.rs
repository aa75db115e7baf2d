//! `doctor`: finishes what was interrupted. A credential's file is complete before its row is in the books, and lacks only its
//! name: where the program was killed in between, the name is given here.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use super::desk::Desk;
use super::outcome::{Outcome, count_of};
use crate::domain::audit::Change;
use crate::domain::credential::hash;
use crate::host::files;
use crate::store::gather;

/// Look for what was interrupted, and finish it
///
/// Credential files that were complete when the program was killed get their names. Nothing is overwritten. Exit status 1
/// where something stays open.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia doctor\n  licentia doctor --dry-run --json")]
pub struct Args {}

/// The most bytes of a credential's file.
const MOST: usize = 4 << 20;

pub fn run(_: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let interrupted: Vec<(String, PathBuf, PathBuf)> = gather(|take| home.books().list_credential_files(take))?
        .into_iter()
        .map(|(serial, target, staged, hash)| (serial, PathBuf::from(target), PathBuf::from(staged), hash))
        .filter(|(_, _, staged, content)| is_complete(staged, content))
        .map(|(serial, target, staged, _)| (serial, target, staged))
        .collect();
    if interrupted.is_empty() {
        return Ok(Outcome::done("Nothing was interrupted").with(json!({"finished": [], "open": []})));
    }
    // Whoever is just finishing his own has the lock no more, but the name is given once only.
    let (mut finished, mut open): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    let mut outcome = Outcome::default();
    for (serial, target, staged) in interrupted {
        let fact = json!({"credential": serial, "path": target.display().to_string(), "staged": staged.display().to_string()});
        if files::exists(&target) {
            outcome = outcome.warn(format!(
                "credential {serial} is complete at {}, and {} exists: move it yourself, or rotate it",
                staged.display(),
                target.display()
            ));
            open.push(fact);
            continue;
        }
        if !desk.is_dry() {
            files::rename(&staged, &target)?;
            let work = desk.begin(&mut home)?;
            work.commit(&Change::new("credential.finish", serial.as_str(), json!({"path": target.display().to_string()})))?;
        }
        let word = if desk.is_dry() { "Would finish" } else { "Finished" };
        outcome = outcome.say(format!("{word} credential {serial}: {}", target.display()));
        finished.push(fact);
    }
    let outcome = if open.is_empty() { outcome } else { outcome.say(format!("{} open", count_of(open.len(), "thing"))) };
    let exit = u8::from(!open.is_empty());
    Ok(Outcome { exit, ..outcome.with(json!({"finished": finished, "open": open})) })
}

/// Whether the file is there under the name that it has until its row is written, with the content that the books know.
fn is_complete(staged: &Path, content: &[u8; 32]) -> bool {
    files::is_file(staged) && files::read(staged, MOST).is_ok_and(|bytes| hash(&bytes) == *content)
}
