//! What a verb answers: a sentence about what was done, and data, once for machines and once for
//! people.

use std::fmt;

use serde_json::Value;

use crate::domain::audit::Difference;
use crate::domain::audit::difference::ChangedMember;
pub use crate::domain::name::{count_of, some_of};
use crate::domain::{Error, ErrorCode, Warning, WarningCode};
use crate::ops::answer::{self, Added, Answer};
use crate::ops::error::Result;

/// An answer for machines, which is made of a typed answer only.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(pub(in crate::cli) Value);

impl Json {
    /// Returns a typed answer as JSON.
    pub fn of(answer: impl Answer) -> Json {
        Json(serde_json::to_value(answer).expect("the members of an answer have names"))
    }
}

/// The answer of a verb that did what it should.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was done, for standard error; --quiet keeps it back.
    pub said: Vec<String>,
    /// The warnings that are shown with the answer, on standard error and in JSON.
    pub warned: Vec<Warning>,
    /// The warnings that were shown during the execution, which JSON repeats.
    pub warned_before: Vec<Warning>,
    /// What was found, for standard output.
    pub data: Data,
    /// The exit status: 0, or what a verb that judges found.
    pub exit: u8,
    /// What helps where the data did not reach anybody, of data that is shown once.
    pub lost: Option<String>,
    /// The mark of a dry run in JSON.
    pub dry_run: Option<bool>,
}

/// What goes to standard output.
#[derive(Debug, Default)]
pub enum Data {
    /// Nothing.
    #[default]
    Nothing,
    /// One thing. A verb that changes it shows it to machines only.
    One {
        /// For machines.
        object: Json,
        /// For people: labels and values.
        fields: Vec<(&'static str, String)>,
    },
    /// Several things, one after the other.
    Many {
        /// The things, which are looked up while they are printed.
        things: Things,
        /// For spreadsheets: the columns' heads, each a member of the objects (a dash where the
        /// member has an underscore).
        csv: &'static [&'static str],
        /// For people: the columns' heads; none for what only machines are shown.
        columns: &'static [&'static str],
        /// For people, where there is none.
        empty: &'static str,
    },
    /// The same bytes for everybody: an emitted file.
    Bytes(Vec<u8>),
    /// Text for people beside an object for machines.
    Told {
        /// For machines.
        object: Json,
        /// For spreadsheets, as above; empty for all members.
        csv: &'static [&'static str],
        /// For people.
        text: String,
    },
    /// Text for people beside a list for machines.
    ToldMany {
        /// For machines.
        objects: Vec<Json>,
        /// For spreadsheets, as above; empty for all members.
        csv: &'static [&'static str],
        /// For people.
        text: String,
    },
}

/// A thing of a list: for machines, and for people as a row.
pub type Thing<A> = (A, Vec<String>);

/// Takes a thing of a list; what it refuses ends the list.
pub type Take<'a, A> = &'a mut dyn FnMut(Thing<A>) -> Result<()>;

/// The things of a list. However many there are, one at a time is in memory.
pub struct Things(pub Box<Lookup>);

/// A function that gives the things of a list one after the other.
pub type Lookup = dyn FnOnce(Take<'_, Json>) -> Result<()>;

impl Things {
    fn of<A: Answer>(things: impl FnOnce(Take<'_, A>) -> Result<()> + 'static) -> Things {
        Things(Box::new(move |take| things(&mut |(answer, row)| take((Json::of(answer), row)))))
    }

    /// Things for machines, which are at hand.
    pub fn at_hand(objects: Vec<Json>) -> Things {
        Things(Box::new(move |take| {
            objects.into_iter().map(|object| (object, Vec::new())).try_for_each(take)
        }))
    }
}

impl fmt::Debug for Things {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Things")
    }
}

impl Outcome {
    /// Something was done.
    pub fn done(sentence: impl Into<String>) -> Outcome {
        Outcome { said: vec![sentence.into()], ..Outcome::default() }
    }

    /// What `add` adds, or would add in a dry run.
    pub fn added(what: &str, record: impl Answer, dry: bool) -> Outcome {
        Outcome::done(format!("{} {what}", if dry { "Would add" } else { "Added" }))
            .with(Added { record, created: !dry })
    }

    /// What `add` finds there already: refused, or with `--if-missing` a success.
    pub fn there_already(
        what: &str,
        record: impl Answer,
        if_missing: bool,
    ) -> Result<Outcome, Error> {
        if !if_missing {
            return Err(Error::new(ErrorCode::Exists, format!("there is {what} already"))
                .hint("--if-missing makes that a success"));
        }
        Ok(Outcome::done(format!("There is {what} already")).with(Added { record, created: false }))
    }

    /// Marks what a dry run would have done, for machines.
    #[must_use]
    pub fn dry(mut self) -> Outcome {
        let is_marked = matches!(self.data, Data::One { .. } | Data::Told { .. } | Data::Nothing);
        if is_marked && !self.said.is_empty() {
            self.dry_run = Some(true);
        }
        self
    }

    /// One thing is shown.
    pub fn one(answer: impl Answer, fields: Vec<(&'static str, String)>) -> Outcome {
        Outcome { data: Data::One { object: Json::of(answer), fields }, ..Outcome::default() }
    }

    /// Several things are shown, which are at hand.
    pub fn many<A: Answer + 'static>(
        columns: &'static [&'static str],
        csv: &'static [&'static str],
        empty: &'static str,
        things: Vec<Thing<A>>,
    ) -> Outcome {
        Outcome::list(columns, csv, empty, move |take| things.into_iter().try_for_each(take))
    }

    /// Several things are shown, which are looked up while they are printed.
    pub fn list<A: Answer>(
        columns: &'static [&'static str],
        csv: &'static [&'static str],
        empty: &'static str,
        things: impl FnOnce(Take<'_, A>) -> Result<()> + 'static,
    ) -> Outcome {
        Outcome {
            data: Data::Many { things: Things::of(things), csv, columns, empty },
            ..Outcome::default()
        }
    }

    /// Several things that machines are shown, of a verb that told people what it did.
    #[must_use]
    pub fn with_many(mut self, csv: &'static [&'static str], answers: Vec<impl Answer>) -> Outcome {
        let things = Things::at_hand(answers.into_iter().map(Json::of).collect());
        self.data = Data::Many { things, csv, columns: &[], empty: "" };
        self
    }

    /// Text for people that machines get as it is.
    pub fn text(text: String) -> Outcome {
        Outcome { data: Data::Bytes(text.into_bytes()), ..Outcome::default() }
    }

    /// The object for machines, of a verb that did something.
    #[must_use]
    pub fn with(mut self, answer: impl Answer) -> Outcome {
        self.data = Data::One { object: Json::of(answer), fields: Vec::new() };
        self
    }

    /// Bytes for standard output, of a verb that did something.
    #[must_use]
    pub fn with_bytes(mut self, bytes: Vec<u8>) -> Outcome {
        self.data = Data::Bytes(bytes);
        self
    }

    /// Text for people beside an answer for machines.
    pub fn told(answer: impl Answer, csv: &'static [&'static str], text: String) -> Outcome {
        Outcome { data: Data::Told { object: Json::of(answer), csv, text }, ..Outcome::default() }
    }

    /// Text for people beside a list for machines.
    pub fn told_many(
        answers: Vec<impl Answer>,
        csv: &'static [&'static str],
        text: String,
    ) -> Outcome {
        let objects = answers.into_iter().map(Json::of).collect();
        Outcome { data: Data::ToldMany { objects, csv, text }, ..Outcome::default() }
    }

    /// Adds a warning: lower case, no full stop.
    #[must_use]
    pub fn warn(mut self, code: WarningCode, message: impl Into<String>) -> Outcome {
        self.warned.push(Warning::new(code, message));
        self
    }

    /// One more sentence.
    #[must_use]
    pub fn say(mut self, sentence: impl Into<String>) -> Outcome {
        self.said.push(sentence.into());
        self
    }
}

/// The answer of an edit: the record after it, and the members that changed.
#[derive(Debug)]
pub struct Edited<T> {
    after: T,
    difference: Difference,
}

impl<T: Answer> Edited<T> {
    /// Compares the record before and after the edit.
    pub fn of(before: &T, after: T) -> Edited<T> {
        let difference = Difference::between(&Json::of(before).0, &Json::of(&after).0);
        Edited { difference, after }
    }

    /// Returns whether no member changed.
    pub fn is_nothing(&self) -> bool {
        self.difference.is_empty()
    }

    /// What `edit` says.
    pub fn outcome(self, what: &str, dry: bool) -> Outcome {
        self.outcome_with(what, dry, |record| record)
    }

    /// Returns what `edit` says, with an answer that has further members.
    pub fn outcome_with<A: Answer>(
        self,
        what: &str,
        dry: bool,
        answer: impl FnOnce(answer::Edited<T>) -> A,
    ) -> Outcome {
        let done = if self.is_nothing() {
            Outcome::done(format!("Nothing to change: {what} is so already"))
        } else {
            let done =
                Outcome::done(format!("{} {what}", if dry { "Would change" } else { "Changed" }));
            difference_lines(&self.difference).into_iter().fold(done, Outcome::say)
        };
        let changed = !dry && !self.is_nothing();
        done.with(answer(answer::Edited { record: self.after, changed }))
    }
}

/// Returns the members that changed, one line each.
pub fn difference_lines(difference: &Difference) -> Vec<String> {
    let line = |member: &ChangedMember| {
        let name = member.name.replace('_', " ");
        format!("{name}: {} → {}", said(&member.from), said(&member.to))
    };
    difference.members.iter().map(line).collect()
}

/// Returns a value for people.
pub fn said(value: &Value) -> String {
    let words =
        |words: Vec<String>| if words.is_empty() { "none".to_owned() } else { words.join(", ") };
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        Value::String(text) if text.is_empty() => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => words(items.iter().map(said).collect()),
        Value::Object(members) => {
            words(members.iter().map(|(name, value)| format!("{name} {}", said(value))).collect())
        }
    }
}

/// Refuses an edit that names nothing to edit.
pub fn check_named(is_named: bool) -> Result<(), Error> {
    if is_named {
        Ok(())
    } else {
        Err(Error::usage("no change is named")
            .hint("`--help` behind the verb shows what can be changed"))
    }
}
