//! What a verb answers: a sentence about what was done, and data, once for machines and once for people.

use serde_json::Value;

use crate::domain::{Code, Refusal};

/// The answer of a verb that did what it should.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was done, for standard error; --quiet keeps it back.
    pub said: Vec<String>,
    /// What somebody should know although it was done, for standard error.
    pub warned: Vec<String>,
    /// What was found, for standard output.
    pub data: Data,
    /// The exit status: 0, or what a verb that judges found.
    pub exit: u8,
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
        object: Value,
        /// For people: labels and values.
        fields: Vec<(&'static str, String)>,
    },
    /// Several things.
    Many {
        /// For machines.
        objects: Vec<Value>,
        /// For people: the columns' heads.
        columns: &'static [&'static str],
        /// For people: a row a thing.
        rows: Vec<Vec<String>>,
        /// For people, where there is none.
        empty: &'static str,
    },
    /// The same bytes for everybody: an emitted file.
    Bytes(Vec<u8>),
    /// Text for people beside an object for machines.
    Told {
        /// For machines.
        object: Value,
        /// For people.
        text: String,
    },
}

impl Outcome {
    /// Something was done.
    pub fn done(sentence: impl Into<String>) -> Outcome {
        Outcome { said: vec![sentence.into()], ..Outcome::default() }
    }

    /// What `add` adds, or would add in a dry run.
    pub fn added(what: &str, mut object: Value, dry: bool) -> Outcome {
        object["created"] = (!dry).into();
        Outcome::done(format!("{} {what}", if dry { "Would add" } else { "Added" })).with(object)
    }

    /// What `add` finds there already: refused, or with `--if-missing` a success.
    pub fn there_already(what: &str, mut object: Value, if_missing: bool) -> Result<Outcome, Refusal> {
        if !if_missing {
            return Err(Refusal::new(Code::Exists, format!("there is {what} already")).hint("--if-missing makes that a success"));
        }
        object["created"] = false.into();
        Ok(Outcome::done(format!("There is {what} already")).with(object))
    }

    /// One thing is shown.
    pub fn one(object: Value, fields: Vec<(&'static str, String)>) -> Outcome {
        Outcome { data: Data::One { object, fields }, ..Outcome::default() }
    }

    /// Several things are shown.
    pub fn many(columns: &'static [&'static str], empty: &'static str, things: Vec<(Value, Vec<String>)>) -> Outcome {
        let (objects, rows) = things.into_iter().unzip();
        Outcome { data: Data::Many { objects, columns, rows, empty }, ..Outcome::default() }
    }

    /// Text for people that machines get as it is.
    pub fn text(text: String) -> Outcome {
        Outcome { data: Data::Bytes(text.into_bytes()), ..Outcome::default() }
    }

    /// The object for machines, of a verb that did something.
    #[must_use]
    pub fn with(mut self, object: Value) -> Outcome {
        self.data = Data::One { object, fields: Vec::new() };
        self
    }

    /// Bytes for standard output, of a verb that did something.
    #[must_use]
    pub fn with_bytes(mut self, bytes: Vec<u8>) -> Outcome {
        self.data = Data::Bytes(bytes);
        self
    }

    /// A warning: lower case, no full stop.
    #[must_use]
    pub fn warn(mut self, warning: impl Into<String>) -> Outcome {
        self.warned.push(warning.into());
        self
    }

    /// One more sentence.
    #[must_use]
    pub fn say(mut self, sentence: impl Into<String>) -> Outcome {
        self.said.push(sentence.into());
        self
    }
}
