//! The argument and the answer of CSV imports.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::change::hit;
use crate::cli::context::{CommandContext, called};
use crate::cli::outcome::{Edited, Outcome, count_of, logged, some_of};
use crate::ops::csv_import::{Import, RecordChange};
use crate::ops::execute::{Execution, UseCase};
use crate::ops::record::{Insert, Update};

/// The argument with the CSV file.
#[derive(Clone, Debug, Args)]
pub struct File {
    /// The spreadsheet, as CSV; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// The largest size of a CSV file, in bytes.
const MAX_BYTES: usize = 256 << 20;

impl File {
    /// Returns the name for people.
    pub fn name(&self) -> String {
        called(&self.file)
    }

    /// Reads the file.
    ///
    /// # Errors
    ///
    /// `io`, `usage` for a file that is too large.
    pub fn read(&self, command: &mut CommandContext<'_>) -> Result<Vec<u8>> {
        command.read_whole(&self.file, MAX_BYTES)
    }
}

/// Returns the answer of an import. A dry run shows each record; `what` names one: `customer
/// nordwind`.
pub fn answer<T, U>(
    noun: &str,
    file: &str,
    what: &dyn Fn(&T) -> String,
    execution: &Execution<U>,
) -> Outcome
where
    T: Insert + Update,
    U: UseCase<Plan = Import<T>, Unchanged = usize>,
{
    let (import, is_dry) = match execution {
        Execution::Unchanged(rows) => return unchanged(noun, file, *rows),
        Execution::DryRun(import) => (import, true),
        Execution::Applied(import) => (import, false),
    };
    let added = import.changes.iter().filter(|change| change.before.is_none()).count();
    let (changed, unchanged) = (import.changes.len() - added, import.unchanged);
    let done = if is_dry { "Would import" } else { "Imported" };
    let mut outcome = Outcome::default();
    if is_dry {
        outcome.said = import.changes.iter().flat_map(|change| lines(change, what)).collect();
    }
    let outcome = outcome.say(format!(
        "{done} {file}: {} added, {changed} changed, {unchanged} as they are",
        count_of(added, noun)
    ));
    let changes: Vec<Value> = import.changes.iter().map(|change| logged(&change.entry())).collect();
    let object =
        json!({"added": added, "changed": changed, "unchanged": unchanged, "changes": changes});
    let sessions = import.changes.iter().flat_map(RecordChange::sessions);
    let sessions: Vec<String> = sessions.map(ToString::to_string).collect();
    if sessions.is_empty() {
        return outcome.with(object);
    }
    let outcome = outcome.say(format!("Sessions that end: {}", some_of(&sessions)));
    let mut object = object;
    object["sessions"] = sessions.into();
    outcome.with(object)
}

/// Returns the answer of an import that changes nothing.
fn unchanged(noun: &str, file: &str, rows: usize) -> Outcome {
    let said = format!("Nothing to do: {} of {file} are in the books", count_of(rows, noun));
    Outcome::done(said).with(json!({"added": 0, "changed": 0, "unchanged": rows, "changes": []}))
}

/// Returns the lines of a record: `+` is added, `~` is changed.
fn lines<T: Serialize>(change: &RecordChange<T>, what: &dyn Fn(&T) -> String) -> Vec<String> {
    let object = |record: &T| serde_json::to_value(record).unwrap_or_default();
    let (what, after) = (what(&change.after), object(&change.after));
    let Some(before) = &change.before else {
        let name = after["name"].as_str().map(|name| format!(" ({name})")).unwrap_or_default();
        return vec![format!("+ {what}{name}")];
    };
    let members = Edited::of(&object(before), after).lines().join("; ");
    let licenses = change.licenses.iter().flat_map(hit).map(|line| format!("    {line}"));
    std::iter::once(format!("~ {what}: {members}")).chain(licenses).collect()
}
