//! The argument and the answer of CSV imports.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::change::impact_lines;
use crate::cli::context::{CommandContext, called};
use crate::cli::outcome::{Outcome, count_of, difference_lines, some_of};
use crate::domain::audit::Difference;
use crate::domain::audit::personal::in_clear;
use crate::ops::answer::{ChangedRecord, ImportedRecords};
use crate::ops::csv_import::{Import, RecordChange};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, UseCase};
use crate::ops::record::{Addable, Editable};

/// The argument with the CSV file.
#[derive(Clone, Debug, Args)]
pub struct File {
    /// CSV file; - is standard input
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
    pub fn read(&self, context: &mut CommandContext<'_>) -> Result<Vec<u8>> {
        context.read_whole(&self.file, MAX_BYTES)
    }
}

/// Returns the answer of an import. A dry run shows each record; `object` names one: `customer
/// nordwind`.
pub fn answer<T, U>(
    noun: &str,
    file: &str,
    object: &dyn Fn(&T) -> String,
    execution: &Execution<U>,
) -> Outcome
where
    T: Addable + Editable,
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
        outcome.messages = import.changes.iter().flat_map(|change| lines(change, object)).collect();
    }
    let outcome = outcome.with_message(format!(
        "{done} {file}: {} added, {changed} changed, {unchanged} unchanged",
        count_of(added, noun)
    ));
    let changes = import.changes.iter().map(|change| ChangedRecord::of(&change.entry())).collect();
    let sessions = import.changes.iter().flat_map(RecordChange::sessions);
    let sessions: Vec<String> = sessions.map(ToString::to_string).collect();
    let outcome = if sessions.is_empty() {
        outcome
    } else {
        outcome.with_message(format!("Sessions that end: {}", some_of(&sessions)))
    };
    let sessions = Some(sessions).filter(|sessions| !sessions.is_empty());
    outcome.with(ImportedRecords { added, changed, unchanged, changes, sessions })
}

/// Returns the answer of an import that changes nothing.
fn unchanged(noun: &str, file: &str, rows: usize) -> Outcome {
    let message = format!("No change: the database already has {} of {file}", count_of(rows, noun));
    Outcome::done(message).with(ImportedRecords { unchanged: rows, ..ImportedRecords::default() })
}

/// Returns the lines of a record: `+` is added, `~` is changed.
fn lines<T: Serialize>(change: &RecordChange<T>, object: &dyn Fn(&T) -> String) -> Vec<String> {
    let after = in_clear(&serde_json::to_value(&change.after).unwrap_or_default());
    let object = object(&change.after);
    let Some(before) = &change.before else {
        let name = after["name"].as_str().map(|name| format!(" ({name})")).unwrap_or_default();
        return vec![format!("+ {object}{name}")];
    };
    let members = difference_lines(&Difference::between(before, &change.after)).join("; ");
    let licenses = change.licenses.iter().flat_map(impact_lines).map(|line| format!("    {line}"));
    std::iter::once(format!("~ {object}: {members}")).chain(licenses).collect()
}
