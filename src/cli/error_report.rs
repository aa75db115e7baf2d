//! From an error to what a person and a script see of it: a message, a hint, a code, an exit
//! status. The one place that knows all kinds of errors.

use std::error::Error as _;

use anyhow::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde::Serialize;
use serde_json::Value;

use crate::cli::remedy;
use crate::domain::diagnostic::Mistake;
use crate::domain::redaction::hidden;
use crate::domain::remedy::Remedy;
use crate::domain::{Code, Refusal};
use crate::host::{files, settings};
use crate::{signing, store};

/// An error, told.
#[derive(Debug)]
pub struct Told {
    /// The stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What would help.
    pub hint: Option<String>,
    /// The exit status.
    pub exit: u8,
    /// Further members for machines.
    pub more: Vec<(&'static str, Value)>,
}

/// The exit status of a file that is not valid.
const INVALID: u8 = 4;

/// The largest number of diagnostics that a person sees.
const SHOWN: usize = 50;

/// The member with which a try at a blocked container is answered.
const UPDATE: &str = "update";

/// Turns an error into what is shown of it. Whoever types a secret in the wrong place does not read
/// it there.
pub fn tell(error: &Error) -> Told {
    let told = read(error);
    let more = told
        .more
        .into_iter()
        .map(|(member, value)| {
            // An update is what the customer gets: it is shown whole.
            let shown = if member == UPDATE { value } else { without_secrets(value) };
            (member, shown)
        })
        .collect();
    Told { message: hidden(&told.message), hint: told.hint.as_deref().map(hidden), more, ..told }
}

/// The same of whatever else is told to machines.
fn without_secrets(value: Value) -> Value {
    match value {
        Value::String(text) => hidden(&text).into(),
        Value::Array(items) => items.into_iter().map(without_secrets).collect(),
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(name, value)| (name, without_secrets(value))).collect(),
        ),
        other => other,
    }
}

fn read(error: &Error) -> Told {
    let message = format!("{error:#}");
    for cause in error.chain() {
        if let Some(refusal) = cause.downcast_ref::<Refusal>() {
            let mut more = refusal.more.clone();
            if !refusal.mistakes.is_empty() {
                more.push(("errors", objects(&refusal.mistakes)));
            }
            return Told {
                code: refusal.code.as_str(),
                message: message + &lines(&refusal.mistakes),
                hint: hint(refusal),
                exit: refusal.code.exit(),
                more,
            };
        }
        // A file's own verdict has a code of the formats' page.
        if let Some(refusal) = cause.downcast_ref::<licentia_runtime::Refusal>() {
            return Told {
                code: refusal.code.as_str(),
                message: message_of(error),
                hint: refusal.code.hint().map(str::to_owned),
                exit: INVALID,
                more: Vec::new(),
            };
        }
        let coded = of_books(cause.downcast_ref())
            .or_else(|| of_file(cause.downcast_ref()))
            .or_else(|| of_settings(cause.downcast_ref()))
            .or_else(|| of_key(cause.downcast_ref()))
            .or_else(|| cause.downcast_ref::<std::io::Error>().map(|_| (Code::Io, None)));
        if let Some((code, hint)) = coded {
            return Told {
                code: code.as_str(),
                message,
                hint: hint.map(str::to_owned),
                exit: code.exit(),
                more: Vec::new(),
            };
        }
    }
    let hint = Some("please report it with this line".into());
    Told {
        code: Code::Defect.as_str(),
        message: format!("a defect of licentia: {message}"),
        hint,
        exit: Code::Defect.exit(),
        more: Vec::new(),
    }
}

/// Returns the text of the suggested correction.
fn hint(refusal: &Refusal) -> Option<String> {
    refusal.remedy.as_deref().map(remedy::render)
}

/// Returns the diagnostics of a file, a line each.
fn lines(mistakes: &[Mistake]) -> String {
    if mistakes.is_empty() {
        return String::new();
    }
    let mut lines: String = mistakes
        .iter()
        .take(SHOWN)
        .map(|Mistake { line, key, refusal }| {
            let key = if key.is_empty() { String::new() } else { format!("{key}: ") };
            let hint = hint(refusal).map(|hint| format!(" ({hint})")).unwrap_or_default();
            format!("\n  line {line}: {key}{}{hint}", refusal.message)
        })
        .collect();
    if let Some(more) = mistakes.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines += &format!("\n  … and {more} more; --json has them all");
    }
    format!(":{lines}")
}

/// A mistake as a member of an error in JSON.
#[derive(Serialize)]
struct MistakeObject<'a> {
    line: usize,
    key: Option<&'a str>,
    code: &'static str,
    message: &'a str,
    hint: Option<String>,
}

/// Returns the diagnostics of a file, an object each.
fn objects(mistakes: &[Mistake]) -> Value {
    let object = |Mistake { line, key, refusal }: &Mistake| {
        let (line, key) = (*line, Some(key.as_str()).filter(|key| !key.is_empty()));
        let (code, message) = (refusal.code.as_str(), refusal.message.as_str());
        let object = MistakeObject { line, key, code, message, hint: hint(refusal) };
        serde_json::to_value(object).unwrap_or_default()
    };
    mistakes.iter().map(object).collect()
}

/// The chain of messages; a runtime's refusal without the code that it shows behind its own.
fn message_of(error: &Error) -> String {
    let words: Vec<String> = error
        .chain()
        .map(|cause| {
            cause
                .downcast_ref::<licentia_runtime::Refusal>()
                .map_or_else(|| cause.to_string(), |refusal| refusal.message.clone())
        })
        .collect();
    words.join(": ")
}

type Coded = Option<(Code, Option<&'static str>)>;

fn of_books(fault: Option<&store::Fault>) -> Coded {
    use store::Fault;
    Some(match fault? {
        Fault::Busy => {
            (Code::Busy, Some("nothing was changed; try again when the other command has ended"))
        }
        Fault::Foreign => (Code::Corrupt, Some("is this the right folder? --home names another")),
        Fault::Corrupt(_) => (
            Code::Corrupt,
            Some("restore the home from a backup; the broken file is left as it is"),
        ),
        Fault::Newer { .. } => {
            (Code::NewerDatabase, Some("use the version of licentia that made it, or a newer one"))
        }
        Fault::Unprotected(_) => {
            (Code::Tampered, Some("`licentia audit verify` says how far the log can be trusted"))
        }
        Fault::Full => (Code::Io, Some("make room and try again")),
        Fault::Io(_) => (
            Code::Io,
            Some(
                "is the disk full or read-only, or the home somebody else's? SQLite keeps its log \
                 beside the database",
            ),
        ),
        Fault::Statement(_) | Fault::Unaudited => return None,
    })
}

fn of_file(fault: Option<&files::Fault>) -> Coded {
    Some(match fault? {
        files::Fault::Exists(_) => (Code::WouldOverwrite, Some("--force overwrites it")),
        files::Fault::Failed { .. } => (Code::Io, None),
    })
}

fn of_settings(fault: Option<&settings::Fault>) -> Coded {
    Some(match fault? {
        settings::Fault::File(_) => (Code::Io, None),
        settings::Fault::Syntax { .. } => {
            (Code::Usage, Some("correct the line, or take it out; every setting has a default"))
        }
    })
}

fn of_key(fault: Option<&signing::Fault>) -> Coded {
    use signing::Fault;
    Some(match fault? {
        Fault::WrongPassphrase => (
            Code::BadPassphrase,
            Some(
                "each key has a passphrase of its own; --passphrase-file may hold several, one a \
                 line",
            ),
        ),
        Fault::Unreadable | Fault::TooCostly | Fault::OtherEncryption => {
            (Code::Corrupt, Some("put the key's own file back from a backup"))
        }
        Fault::OtherAlgorithm => {
            (Code::KeyMissing, Some("put the key's own file back from a backup"))
        }
    })
}

/// What clap says about arguments, in our words.
pub fn usage(error: &clap::Error) -> Error {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let help = "`--help` behind the verb shows what it takes";
    let suggested = || {
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(context)
    };
    let refusal = match error.kind() {
        ErrorKind::ValueValidation => {
            let inner = error.source().and_then(|source| source.downcast_ref::<Refusal>());
            let why = match (inner, error.source()) {
                (Some(refusal), _) => refusal.message.clone(),
                (None, Some(source)) if source.is::<std::num::ParseIntError>() => {
                    format!("{value:?} is not a whole number")
                }
                (None, source) => source.map_or(value, ToString::to_string),
            };
            let refusal = Refusal::usage(format!("{}: {why}", flag(&argument)));
            match inner.and_then(|inner| inner.remedy.as_deref()) {
                Some(remedy) => refusal.remedy(Remedy::clone(remedy)),
                None => refusal.hint(help),
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Refusal::usage(format!("{} needs a value", flag(&argument))).hint(help)
        }
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue).unwrap_or_default();
            Refusal::usage(format!("{}: {value:?} is not taken", flag(&argument)))
                .hint(format!("one of {valid}"))
        }
        ErrorKind::MissingRequiredArgument => {
            Refusal::usage(format!("missing: {argument}")).hint(help)
        }
        ErrorKind::UnknownArgument if ["yes", "no"].contains(&argument.as_str()) => {
            Refusal::usage(format!("there is no argument {argument} here"))
                .hint(format!("a yes or no goes behind an equals sign: --admin={argument}"))
        }
        ErrorKind::UnknownArgument => match suggested() {
            Some(near) => Refusal::usage(format!("there is no argument {argument}"))
                .hint(format!("did you mean {near}?")),
            None => Refusal::usage(format!("there is no argument {argument} here")).hint(help),
        },
        ErrorKind::InvalidSubcommand => {
            let typed = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            // "Usage: licentia user <COMMAND>": the words up to the first that is not one.
            let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
            let is_word = |word: &&str| {
                word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-')
            };
            let path: Vec<&str> = usage.split_whitespace().skip(1).take_while(is_word).collect();
            let lists = if path.len() > 1 {
                format!("`{}` lists its verbs", path.join(" "))
            } else {
                "`licentia --help` lists the commands".into()
            };
            let near = suggested().map_or(lists, |near| format!("did you mean {near}?"));
            Refusal::usage(format!("there is no command {typed:?}")).hint(near)
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg)
                .filter(|other| !other.is_empty() && *other != argument);
            match other {
                Some(other) => {
                    Refusal::usage(format!("{} does not go with {}", flag(&argument), flag(&other)))
                        .hint("give one of them")
                }
                None => Refusal::usage(format!("{} is given more than once", flag(&argument)))
                    .hint("give it once"),
            }
        }
        ErrorKind::InvalidUtf8 => Refusal::usage("an argument is not UTF-8 text"),
        _ => {
            let text = error.render().to_string();
            Refusal::usage(
                text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
            )
            .hint(help)
        }
    };
    refusal.into()
}

/// `--seats` of `--seats <N>`.
fn flag(argument: &str) -> &str {
    if argument.starts_with('-') {
        argument.split([' ', '=']).next().unwrap_or(argument)
    } else {
        argument
    }
}
