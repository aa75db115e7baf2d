//! What imports of spreadsheets have in common: how one is read, refused with all that is wrong with it, and told.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use crate::cli::context::{CommandContext, called};
use crate::cli::outcome::{Edited, Outcome, count_of, logged, some_of};
use crate::domain::audit::Change;
use crate::domain::csv_import::Sheet;
use crate::domain::diagnostic::refuse;

/// The spreadsheet.
#[derive(Clone, Debug, Args)]
pub struct File {
    /// The spreadsheet, as CSV; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// The most bytes of a spreadsheet.
const MOST: usize = 256 << 20;

impl File {
    /// Its name, for people.
    pub fn name(&self) -> String {
        called(&self.file)
    }

    /// Reads it. What is wrong is noted in it.
    pub fn read(
        &self,
        command: &mut CommandContext<'_>,
        columns: &'static [&'static str],
        needed: usize,
    ) -> Result<Sheet> {
        Ok(Sheet::read(&command.read_whole(&self.file, MOST)?, columns, needed))
    }

    /// Refuses a spreadsheet with which something is wrong.
    pub fn check(&self, sheet: Sheet) -> Result<()> {
        if sheet.mistakes.is_empty() {
            return Ok(());
        }
        Err(refuse(&self.name(), sheet.mistakes).into())
    }
}

/// What becomes of the records of a spreadsheet.
#[derive(Default)]
pub struct Told {
    noun: &'static str,
    /// The sessions that end with it.
    pub sessions: Vec<String>,
    /// The entries of the audit log.
    pub entries: Vec<Change>,
    lines: Vec<String>,
    objects: Vec<Value>,
    added: usize,
    unchanged: usize,
}

impl Told {
    /// Of customers, or of users.
    pub fn of(noun: &'static str) -> Told {
        Told { noun, ..Told::default() }
    }

    /// A record as it was and as it shall be; `what` is like `customer nordwind`. Says whether anything becomes of it.
    pub fn tell(
        &mut self,
        actions: [&'static str; 2],
        subject: &str,
        what: &str,
        before: Option<&Value>,
        after: &Value,
    ) -> bool {
        let [add, edit] = actions;
        let (action, detail) = match before {
            None => {
                self.added += 1;
                let name =
                    after["name"].as_str().map(|name| format!(" ({name})")).unwrap_or_default();
                self.lines.push(format!("+ {what}{name}"));
                (add, after.clone())
            }
            Some(before) => {
                let edited = Edited::of(before, after.clone());
                if edited.is_nothing() {
                    self.unchanged += 1;
                    return false;
                }
                self.lines.push(format!("~ {what}: {}", edited.lines().join("; ")));
                (edit, edited.detail())
            }
        };
        let entry = Change::new(action, subject, detail);
        self.objects.push(logged(&entry));
        self.entries.push(entry);
        true
    }

    /// One more line for people.
    pub fn say(&mut self, line: String) {
        self.lines.push(line);
    }

    /// The answer. A dry run shows each record.
    pub fn outcome(self, file: &str, dry: bool) -> Outcome {
        let (added, unchanged) = (self.added, self.unchanged);
        let changed = self.objects.len() - added;
        let noun = self.noun;
        let count =
            format!("{} added, {changed} changed, {unchanged} as they are", count_of(added, noun));
        let said = match (dry, self.objects.is_empty()) {
            (_, true) => {
                format!("Nothing to do: {} of {file} are in the books", count_of(unchanged, noun))
            }
            (true, _) => format!("Would import {file}: {count}"),
            (false, _) => format!("Imported {file}: {count}"),
        };
        let outcome = if dry {
            Outcome { said: self.lines, ..Outcome::default() }
        } else {
            Outcome::default()
        };
        let mut object = json!({"added": added, "changed": changed, "unchanged": unchanged, "changes": self.objects});
        let mut outcome = outcome.say(said);
        if !self.sessions.is_empty() {
            outcome = outcome.say(format!("Sessions that end: {}", some_of(&self.sessions)));
            object["sessions"] = self.sessions.into();
        }
        outcome.with(object)
    }
}
