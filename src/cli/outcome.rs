//! The outcome of a verb: its sentences, its warnings, and its answer for people and for JSON.

use std::fmt;
use std::io::Write;

use serde_json::Value;

use crate::domain::audit::Difference;
use crate::domain::audit::difference::ChangedMember;
use crate::domain::audit::personal::in_clear;
pub use crate::domain::name::{count_of, some_of};
use crate::domain::{Error, ErrorCode, Warning, WarningCode};
use crate::ops::answer::{self, Added, Answer};
use crate::ops::error::Result;

/// The next command after a change that applications see only with the status list.
pub const PUBLISH_STATUS: &str = "Next: `licentia status publish --out-dir DIR --force` publishes the change to \
     applications";

/// A JSON answer, which is always made of a typed answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(pub(in crate::cli) Value);

impl Json {
    /// Returns a typed answer as JSON.
    pub fn of(answer: impl Answer) -> Json {
        Json(serde_json::to_value(answer).expect("the members of an answer have names"))
    }
}

/// The outcome of a verb that succeeded.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The sentences about the change, for standard error; `--quiet` suppresses them.
    pub messages: Vec<String>,
    /// The warnings that are shown with the answer, on standard error and in JSON.
    pub warned: Vec<Warning>,
    /// The warnings that were shown during the execution, which JSON repeats.
    pub warned_before: Vec<Warning>,
    /// The data, for standard output.
    pub data: Data,
    /// The exit status: 0, or the status of a verb that judges.
    pub exit: u8,
    /// The correction for data that is shown only once and did not reach its reader.
    pub hint_if_lost: Option<String>,
    /// The mark of a dry run in JSON.
    pub dry_run: Option<bool>,
}

/// The data for standard output.
#[derive(Debug, Default)]
pub enum Data {
    /// Nothing.
    #[default]
    Nothing,
    /// One record. A verb that changes the record prints it only as JSON.
    One {
        /// The record for JSON.
        json: Json,
        /// The labels and values for people.
        fields: Vec<(&'static str, String)>,
    },
    /// A list of records.
    Many {
        /// The records, which are read while they are printed.
        rows: Rows,
        /// The columns of CSV. Each is a member of the objects, with a dash in place of an
        /// underscore.
        csv: &'static [&'static str],
        /// The headings of the table; empty for a list without a table.
        columns: &'static [&'static str],
        /// The text of an empty table.
        empty: &'static str,
    },
    /// An emitted file: the same bytes in every format.
    Bytes(Vec<u8>),
    /// Lines that are read while they are printed: the same in every format.
    Lines(Lines),
    /// A text for people, and an object for JSON.
    Text {
        /// The object for JSON.
        json: Json,
        /// The columns of CSV, as above; empty for all members.
        csv: &'static [&'static str],
        /// The text for people.
        text: String,
    },
    /// A text for people, and a list for JSON.
    Texts {
        /// The objects for JSON.
        json: Vec<Json>,
        /// The columns of CSV, as above; empty for all members.
        csv: &'static [&'static str],
        /// The text for people.
        text: String,
    },
}

/// Lines of a text. Only one line at a time is in memory.
pub struct Lines(pub Box<LineSource>);

/// A function that writes lines one after the other.
pub type LineSource = dyn FnOnce(&mut dyn Write) -> Result<()>;

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lines")
    }
}

/// A record of a list: the JSON answer, and the row of the table.
pub type Row<A> = (A, Vec<String>);

/// A function that takes a record of a list. An error ends the list.
pub type TakeRow<'a, A> = &'a mut dyn FnMut(Row<A>) -> Result<()>;

/// The records of a list. Only one record at a time is in memory.
pub struct Rows(pub Box<RowSource>);

/// A function that returns the records of a list one after the other.
pub type RowSource = dyn FnOnce(TakeRow<'_, Json>) -> Result<()>;

impl Rows {
    fn of<A: Answer>(rows: impl FnOnce(TakeRow<'_, A>) -> Result<()> + 'static) -> Rows {
        Rows(Box::new(move |take| rows(&mut |(answer, row)| take((Json::of(answer), row)))))
    }

    /// Returns a list of objects that are already in memory.
    pub fn in_memory(objects: Vec<Json>) -> Rows {
        Rows(Box::new(move |take| {
            objects.into_iter().map(|object| (object, Vec::new())).try_for_each(take)
        }))
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

impl Outcome {
    /// Returns the outcome with a sentence about the change.
    pub fn done(sentence: impl Into<String>) -> Outcome {
        Outcome { messages: vec![sentence.into()], ..Outcome::default() }
    }

    /// Returns the outcome of `add`: the record that was added, or that a dry run would add.
    /// `object` is the object of the sentence: `company north (North) to customer nordwind`.
    pub fn added(object: &str, record: impl Answer, dry: bool) -> Outcome {
        Outcome::done(format!("{} {object}", if dry { "Would add" } else { "Added" }))
            .with(Added { record, created: !dry })
    }

    /// Returns the outcome of `add` for a record that exists: an error, or a success with
    /// `--if-missing`.
    pub fn already_exists(
        object: &str,
        record: impl Answer,
        if_missing: bool,
    ) -> Result<Outcome, Error> {
        if !if_missing {
            return Err(Error::new(ErrorCode::Exists, format!("{object} already exists"))
                .hint("with --if-missing, the command succeeds if the record exists"));
        }
        Ok(Outcome::done(format!("No change: {object} already exists"))
            .with(Added { record, created: false }))
    }

    /// Marks the JSON answer as that of a dry run.
    #[must_use]
    pub fn dry(mut self) -> Outcome {
        let is_marked = matches!(self.data, Data::One { .. } | Data::Text { .. } | Data::Nothing);
        if is_marked && !self.messages.is_empty() {
            self.dry_run = Some(true);
        }
        self
    }

    /// Returns the outcome with one record.
    pub fn one(answer: impl Answer, fields: Vec<(&'static str, String)>) -> Outcome {
        Outcome { data: Data::One { json: Json::of(answer), fields }, ..Outcome::default() }
    }

    /// Returns the outcome with a list of records that are in memory.
    pub fn many<A: Answer + 'static>(
        columns: &'static [&'static str],
        csv: &'static [&'static str],
        empty: &'static str,
        rows: Vec<Row<A>>,
    ) -> Outcome {
        Outcome::list(columns, csv, empty, move |take| rows.into_iter().try_for_each(take))
    }

    /// Returns the outcome with a list of records that are read while they are printed.
    pub fn list<A: Answer>(
        columns: &'static [&'static str],
        csv: &'static [&'static str],
        empty: &'static str,
        rows: impl FnOnce(TakeRow<'_, A>) -> Result<()> + 'static,
    ) -> Outcome {
        Outcome {
            data: Data::Many { rows: Rows::of(rows), csv, columns, empty },
            ..Outcome::default()
        }
    }

    /// Returns the outcome with lines that every format prints unchanged.
    pub fn lines(write: impl FnOnce(&mut dyn Write) -> Result<()> + 'static) -> Outcome {
        Outcome { data: Data::Lines(Lines(Box::new(write))), ..Outcome::default() }
    }

    /// Adds a list for JSON and CSV to the outcome of a change.
    #[must_use]
    pub fn with_many(mut self, csv: &'static [&'static str], answers: Vec<impl Answer>) -> Outcome {
        let rows = Rows::in_memory(answers.into_iter().map(Json::of).collect());
        self.data = Data::Many { rows, csv, columns: &[], empty: "" };
        self
    }

    /// Returns the outcome with a text that every format prints unchanged.
    pub fn plain_text(text: String) -> Outcome {
        Outcome { data: Data::Bytes(text.into_bytes()), ..Outcome::default() }
    }

    /// Adds the object for JSON to the outcome of a change.
    #[must_use]
    pub fn with(mut self, answer: impl Answer) -> Outcome {
        self.data = Data::One { json: Json::of(answer), fields: Vec::new() };
        self
    }

    /// Adds bytes for standard output to the outcome of a change.
    #[must_use]
    pub fn with_bytes(mut self, bytes: Vec<u8>) -> Outcome {
        self.data = Data::Bytes(bytes);
        self
    }

    /// Returns the outcome with a text for people and an object for JSON.
    pub fn answer_text(answer: impl Answer, csv: &'static [&'static str], text: String) -> Outcome {
        Outcome { data: Data::Text { json: Json::of(answer), csv, text }, ..Outcome::default() }
    }

    /// Returns the outcome with a text for people and a list for JSON.
    pub fn answers_text(
        answers: Vec<impl Answer>,
        csv: &'static [&'static str],
        text: String,
    ) -> Outcome {
        let objects = answers.into_iter().map(Json::of).collect();
        Outcome { data: Data::Texts { json: objects, csv, text }, ..Outcome::default() }
    }

    /// Adds a warning: lower case, no full stop.
    #[must_use]
    pub fn warn(mut self, code: WarningCode, message: impl Into<String>) -> Outcome {
        self.warned.push(Warning::new(code, message));
        self
    }

    /// Adds a sentence.
    #[must_use]
    pub fn with_message(mut self, sentence: impl Into<String>) -> Outcome {
        self.messages.push(sentence.into());
        self
    }
}

/// The answer of an edit: the record after it, and the members that changed.
#[derive(Debug)]
pub struct EditOutcome<T> {
    after: T,
    difference: Difference,
}

impl<T: Answer> EditOutcome<T> {
    /// Compares the record before and after the edit.
    pub fn of(before: &T, after: T) -> EditOutcome<T> {
        let difference = Difference::between(&Json::of(before).0, &Json::of(&after).0);
        EditOutcome { difference, after }
    }

    /// Returns whether no member changed.
    pub fn is_empty(&self) -> bool {
        self.difference.is_empty()
    }

    /// Returns the outcome of `edit`.
    pub fn outcome(self, object: &str, dry: bool) -> Outcome {
        self.outcome_with(object, dry, |record| record)
    }

    /// Returns the outcome of `edit`, with an answer that has further members.
    pub fn outcome_with<A: Answer>(
        self,
        object: &str,
        dry: bool,
        answer: impl FnOnce(answer::Edited<T>) -> A,
    ) -> Outcome {
        let done = if self.is_empty() {
            Outcome::done(format!("No change: {object} already has these values"))
        } else {
            let done =
                Outcome::done(format!("{} {object}", if dry { "Would change" } else { "Changed" }));
            difference_lines(&self.difference).into_iter().fold(done, Outcome::with_message)
        };
        let changed = !dry && !self.is_empty();
        done.with(answer(answer::Edited { record: self.after, changed }))
    }
}

/// Returns the members that changed, one line each.
pub fn difference_lines(difference: &Difference) -> Vec<String> {
    let line = |member: &ChangedMember| {
        let name = member.name.replace('_', " ");
        let shown = |value: &Value| display_value(&in_clear(value));
        format!("{name}: {} → {}", shown(&member.from), shown(&member.to))
    };
    difference.members.iter().map(line).collect()
}

/// Returns a value for people.
pub fn display_value(value: &Value) -> String {
    let words =
        |words: Vec<String>| if words.is_empty() { "none".to_owned() } else { words.join(", ") };
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        Value::String(text) if text.is_empty() => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => words(items.iter().map(display_value).collect()),
        Value::Object(members) => words(
            members
                .iter()
                .map(|(name, value)| format!("{name} {}", display_value(value)))
                .collect(),
        ),
    }
}

/// Refuses an edit that names nothing to edit.
pub fn check_any_change(is_named: bool) -> Result<(), Error> {
    if is_named {
        Ok(())
    } else {
        Err(Error::usage("no value to change is given")
            .hint("name a value to change; `--help` after the verb lists the options"))
    }
}
