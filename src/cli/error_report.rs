//! Conversion of an error to its report: message, hint, code and exit status. This module alone
//! knows all kinds of errors.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde::Serialize;
use serde_json::Value;

use crate::cli::remedy;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::name::most_similar;
use crate::domain::redaction::hidden;
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Failure;
use crate::{signing, store};

/// The report of an error.
#[derive(Debug)]
pub struct ErrorReport {
    /// The error code, which is stable.
    pub code: &'static str,
    /// The problem.
    pub message: String,
    /// The correction.
    pub hint: Option<String>,
    /// The exit status.
    pub exit: u8,
    /// Further members of the JSON answer.
    pub more: Vec<(&'static str, Value)>,
}

/// The exit status of a file that is not valid.
const INVALID: u8 = 4;

/// The largest number of diagnostics that a person sees.
const SHOWN: usize = 50;

/// The member with the update of a blocked container, which answers an attempt to change it.
const UPDATE: &str = "update";

/// Returns the report of an error. Secrets that were typed in the wrong place are removed.
pub fn report(error: &Failure) -> ErrorReport {
    let report = read(error);
    let more = report
        .more
        .into_iter()
        .map(|(member, value)| {
            // The update is for the customer: it is shown complete.
            let shown = if member == UPDATE { value } else { without_secrets(value) };
            (member, shown)
        })
        .collect();
    ErrorReport {
        message: hidden(&report.message),
        hint: report.hint.as_deref().map(hidden),
        more,
        ..report
    }
}

/// Removes secrets from a member of the JSON answer.
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

fn read(error: &Failure) -> ErrorReport {
    let message = error.text();
    match error.root() {
        Failure::Rule(error) => of_refusal(error, message),
        Failure::Recorded(recorded) => of_refusal(&recorded.error, message),
        // The verdict on a file has a code of the file formats.
        Failure::File(verdict) => ErrorReport {
            code: verdict.code.as_str(),
            message,
            hint: verdict.code.hint().map(str::to_owned),
            exit: INVALID,
            more: Vec::new(),
        },
        Failure::Database(fault) => coded(of_database(fault), message),
        Failure::PrivateKey(fault) => coded(of_key(fault), message),
        Failure::Stream(_) => coded((ErrorCode::Io, None), message),
        Failure::Defect(_) | Failure::Context(..) => coded(DEFECT, message),
    }
}

/// Returns the report of a rule that refuses the request.
fn of_refusal(error: &Error, message: String) -> ErrorReport {
    let mut more = error.more.clone();
    if !error.diagnostics.is_empty() {
        more.push(("errors", objects(&error.diagnostics)));
    }
    ErrorReport {
        code: error.code.as_str(),
        message: message + &lines(&error.diagnostics),
        hint: hint(error),
        exit: error.code.exit(),
        more,
    }
}

/// A code, and the correction on the command line.
type Coded = (ErrorCode, Option<&'static str>);

/// The code of an error that no user can cause.
const DEFECT: Coded = (ErrorCode::Defect, Some("report this defect with the complete message"));

/// Returns the report of an error without further members.
fn coded((code, hint): Coded, message: String) -> ErrorReport {
    let message = match code {
        ErrorCode::Defect => format!("a defect of licentia: {message}"),
        _ => message,
    };
    ErrorReport {
        code: code.as_str(),
        message,
        hint: hint.map(str::to_owned),
        exit: code.exit(),
        more: Vec::new(),
    }
}

/// Returns the text of the suggested correction.
fn hint(error: &Error) -> Option<String> {
    error.remedy.as_deref().map(remedy::render)
}

/// Returns the diagnostics of a file, a line each.
fn lines(diagnostics: &[Diagnostic]) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut lines: String = diagnostics
        .iter()
        .take(SHOWN)
        .map(|Diagnostic { line, key, error }| {
            let key = if key.is_empty() { String::new() } else { format!("{key}: ") };
            let hint = hint(error).map(|hint| format!(" ({hint})")).unwrap_or_default();
            format!("\n  line {line}: {key}{}{hint}", error.message)
        })
        .collect();
    if let Some(more) = diagnostics.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines += &format!("\n  … and {more} more; --json lists all of them");
    }
    format!(":{lines}")
}

/// A diagnostic as a member of an error in JSON.
#[derive(Serialize)]
struct DiagnosticObject<'a> {
    line: usize,
    key: Option<&'a str>,
    code: &'static str,
    message: &'a str,
    hint: Option<String>,
}

/// Returns the diagnostics of a file, an object each.
fn objects(diagnostics: &[Diagnostic]) -> Value {
    let object = |Diagnostic { line, key, error }: &Diagnostic| {
        let (line, key) = (*line, Some(key.as_str()).filter(|key| !key.is_empty()));
        let (code, message) = (error.code.as_str(), error.message.as_str());
        let object = DiagnosticObject { line, key, code, message, hint: hint(error) };
        serde_json::to_value(object).unwrap_or_default()
    };
    diagnostics.iter().map(object).collect()
}

/// Returns the code and the correction of a fault of the database.
fn of_database(fault: &store::Fault) -> Coded {
    use store::Fault;
    match fault {
        Fault::Busy => (
            ErrorCode::Busy,
            Some("nothing was changed; repeat the command when the other command has ended"),
        ),
        Fault::Foreign => {
            (ErrorCode::Corrupt, Some("is this the right folder? --home DIR names another home"))
        }
        Fault::Corrupt(_) => (
            ErrorCode::Corrupt,
            Some("restore the home from a backup; the damaged file is not changed"),
        ),
        Fault::Newer { .. } => (
            ErrorCode::NewerDatabase,
            Some("use the version of licentia that wrote the database, or a newer version"),
        ),
        Fault::Unprotected(_) => (
            ErrorCode::Tampered,
            Some("`licentia audit verify` shows which part of the audit log is unchanged"),
        ),
        Fault::Full => (ErrorCode::Io, Some("free some disk space and repeat the command")),
        Fault::Io(_) => (
            ErrorCode::Io,
            Some(
                "the disk may be full or read-only, or the home may belong to another user; SQLite \
                 also writes files next to the database",
            ),
        ),
        Fault::Statement(_) | Fault::Unaudited | Fault::AuditedLate => DEFECT,
    }
}

/// Returns the code and the correction of a private key that cannot be unlocked.
fn of_key(fault: &signing::Fault) -> Coded {
    use signing::Fault;
    match fault {
        Fault::WrongPassphrase => (
            ErrorCode::BadPassphrase,
            Some(
                "each key has its own passphrase; --passphrase-file FILE can contain several \
                 passphrases, one per line",
            ),
        ),
        Fault::Unreadable | Fault::TooCostly | Fault::OtherEncryption => {
            (ErrorCode::Corrupt, Some("restore the file of the key from a backup"))
        }
        Fault::OtherAlgorithm => {
            (ErrorCode::KeyMissing, Some("restore the file of the key from a backup"))
        }
    }
}

/// The least likeness of a suggested option or verb. `--reason` and `--version` have 0.78,
/// `lisence` and `license` 0.85.
const SIMILAR: f64 = 0.8;

/// Returns the error for arguments that clap refused.
pub fn usage(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    // "Usage: licentia user <VERB>": the words before the first one that is not a plain word.
    let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let is_word = |word: &&str| {
        word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.starts_with('-')
    };
    let path: Vec<&str> = usage.split_whitespace().skip(1).take_while(is_word).collect();
    let help = if path.len() > 1 {
        format!("`{} --help` lists the options", path.join(" "))
    } else {
        "`licentia NOUN VERB --help` lists the options of a command".to_owned()
    };
    // clap also suggests words that are not similar.
    let suggested = |typed: &str| {
        let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
        let near: Vec<String> = kinds.into_iter().find_map(|kind| match error.get(kind)? {
            ContextValue::String(text) => Some(vec![text.clone()]),
            ContextValue::Strings(texts) => Some(texts.clone()),
            _ => None,
        })?;
        let plain = |word: &str| word.trim_start_matches('-').to_owned();
        let words: Vec<String> = near.iter().map(|word| plain(word)).collect();
        let words = words.iter().map(String::as_str);
        let best = most_similar(&plain(flag(typed)), words, SIMILAR)?.to_owned();
        near.into_iter().find(|word| plain(word) == best)
    };
    let error = match error.kind() {
        ErrorKind::ValueValidation => {
            let inner = error.source().and_then(|source| source.downcast_ref::<Error>());
            let is_reason = flag(&argument) == "--reason"
                && inner.is_some_and(|error| named(&error.message, "--reason") != error.message);
            let why = match (inner, error.source()) {
                (Some(error), _) => named(&error.message, flag(&argument)),
                (None, Some(source)) if source.is::<std::num::ParseIntError>() => {
                    format!("{value:?} is not a whole number")
                }
                (None, source) => source.map_or(value, ToString::to_string),
            };
            let error = Error::usage(format!("{}: {why}", flag(&argument)));
            match inner.and_then(|inner| inner.remedy.as_deref()) {
                _ if is_reason => {
                    error.hint("state the reason in a few words; it is recorded in the audit log")
                }
                Some(remedy) => error.remedy(Remedy::clone(remedy)),
                None => error.hint(help),
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            Error::usage(format!("{} needs a value", flag(&argument))).hint(help)
        }
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue).unwrap_or_default();
            Error::usage(format!("{}: {value:?} is not a valid value", flag(&argument)))
                .hint(format!("choose one of {valid}"))
        }
        ErrorKind::MissingRequiredArgument => {
            Error::usage(format!("missing: {}", alternatives(&argument))).hint(help)
        }
        ErrorKind::UnknownArgument if ["yes", "no"].contains(&argument.as_str()) => {
            Error::usage(format!("unknown argument {argument}"))
                .hint(format!("write yes or no after an equals sign: --admin={argument}"))
        }
        ErrorKind::UnknownArgument if is_negative(&argument) => {
            Error::usage(format!("unknown argument {argument}: a negative value is not valid"))
                .hint("write a number or a duration without a dash, such as 5 or 1y")
        }
        ErrorKind::UnknownArgument => {
            let error = Error::usage(format!("unknown argument {argument}"));
            match suggested(&argument) {
                Some(near) => error.hint(format!("did you mean {near}?")),
                None if flag(&argument) == "--users" && path.get(1) == Some(&"license") => error
                    .hint("`licentia assignment add LICENSE USERNAME` assigns users to a license"),
                None => error.hint(help),
            }
        }
        ErrorKind::InvalidSubcommand => {
            let typed = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            let lists = if path.len() > 1 {
                format!("`{}` lists the verbs", path.join(" "))
            } else {
                "a command is a noun and a verb, like `licentia license list`; `licentia --help` \
                 lists the commands"
                    .into()
            };
            let near = suggested(&typed).map_or(lists, |near| format!("did you mean {near}?"));
            Error::usage(format!("unknown command {typed:?}")).hint(near)
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg)
                .filter(|other| !other.is_empty() && *other != argument);
            match other {
                Some(other) => Error::usage(format!(
                    "{} and {} cannot be used together",
                    flag(&argument),
                    flag(&other)
                ))
                .hint("omit one of the options"),
                None => Error::usage(format!("{} is used more than once", flag(&argument)))
                    .hint("use the option only once"),
            }
        }
        ErrorKind::InvalidUtf8 => Error::usage("an argument is not UTF-8 text"),
        _ => {
            let text = error.render().to_string();
            Error::usage(
                text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
            )
            .hint(help)
        }
    };
    error.into()
}

/// Returns missing arguments for people: `--by <DURATION> or --ends <DATE>` for the alternatives
/// `<--by <DURATION>|--ends <DATE>>`, and `--reason <REASON>, and one of --to or --to-cloud` for
/// alternatives beside another argument.
fn alternatives(arguments: &str) -> String {
    let (mut plain, mut groups) = (Vec::new(), Vec::new());
    for word in arguments.split(", ") {
        let group = word.strip_prefix('<').filter(|group| group.starts_with("--"));
        match group.and_then(|group| group.strip_suffix('>')) {
            Some(group) => groups.push(group),
            None => plain.push(word.to_owned()),
        }
    }
    let is_alone = plain.is_empty() && groups.len() == 1;
    let several = groups.into_iter().map(|group| {
        let list = match group.rsplit_once('|') {
            Some((first, last)) => format!("{} or {last}", first.replace('|', ", ")),
            None => group.to_owned(),
        };
        if is_alone { list } else { format!("one of {list}") }
    });
    let several: Vec<String> = several.collect();
    let words = [plain.join(", "), several.join(", and ")];
    words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", and ")
}

/// Returns the message of a name for the option whose value it is: `the reason is empty`.
fn named(message: &str, flag: &str) -> String {
    const OPTIONS: [&str; 3] = ["reason", "note", "label"];
    let option = flag.trim_start_matches('-');
    if !OPTIONS.contains(&option) {
        return message.to_owned();
    }
    match (message.strip_prefix("the name "), message.strip_suffix("is not a name")) {
        (Some(rest), _) => format!("the {option} {rest}"),
        (_, Some(start)) => format!("{start}is not a {option}"),
        (None, None) => message.to_owned(),
    }
}

/// Returns whether an unknown argument is a negative number or duration, of which clap names the
/// beginning: `-1` of `-1y`.
fn is_negative(argument: &str) -> bool {
    argument.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns `--seats` of `--seats <N>`.
fn flag(argument: &str) -> &str {
    if argument.starts_with('-') {
        argument.split([' ', '=']).next().unwrap_or(argument)
    } else {
        argument
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::error::Context as _;

    #[test]
    fn missing_arguments_are_listed_with_their_alternatives() {
        let cases = [
            ("--customer <CODE>, --product <CODE>", "--customer <CODE>, --product <CODE>"),
            ("<--by <DURATION>|--ends <DATE>>", "--by <DURATION> or --ends <DATE>"),
            (
                "--reason <REASON>, <--to <CONTAINER>|--to-request <FILE>|--to-cloud>",
                "--reason <REASON>, and one of --to <CONTAINER>, --to-request <FILE> or --to-cloud",
            ),
        ];
        for (arguments, expected) in cases {
            assert_eq!(alternatives(arguments), expected);
        }
    }

    #[test]
    fn only_similar_words_are_suggested() {
        let definition = crate::definition();
        let hint = |line: &str| {
            let parsed = definition.clone().try_get_matches_from(line.split(' '));
            report(&usage(&parsed.expect_err("an error"))).hint.unwrap_or_default()
        };
        assert_eq!(hint("licentia license isue"), "did you mean issue?");
        assert_eq!(hint("licentia lisence"), "did you mean license?");
        assert_eq!(hint("licentia license issue --prodct x"), "did you mean --product?");
        for line in ["licentia license reinstate --reason x", "licentia ticket create --customer x"]
        {
            assert!(hint(line).ends_with("lists the options"), "{line}");
        }
    }

    #[test]
    fn each_kind_of_error_has_its_code_and_exit_status() {
        let refused = Error::new(ErrorCode::NotFound, "there is no license L-1");
        let verdict = licentia_runtime::inspect::unverified("cut off").expect_err("a verdict");
        let stream = std::io::Error::other("closed");
        let json = serde_json::from_str::<u8>("x").expect_err("an error");
        let cases: [(Failure, &str, u8); 9] = [
            (refused.into(), "not_found", 3),
            (verdict.into(), "malformed", 4),
            (store::Fault::Busy.into(), "busy", 5),
            (store::Fault::Unaudited.into(), "defect", 70),
            (store::Fault::AuditedLate.into(), "defect", 70),
            (signing::Fault::WrongPassphrase.into(), "bad_passphrase", 5),
            (signing::Fault::TooCostly.into(), "corrupt", 5),
            (stream.into(), "io", 5),
            (json.into(), "defect", 70),
        ];
        for (error, code, exit) in cases {
            let with_context = Err::<(), _>(error).context("file.lic").expect_err("an error");
            let report = report(&with_context);
            assert_eq!((report.code, report.exit), (code, exit), "{}", report.message);
            let is_defect = report.message.starts_with("a defect of licentia: file.lic: ");
            assert_eq!(is_defect, code == "defect", "{}", report.message);
            assert!(report.message.contains("file.lic: "), "{}", report.message);
        }
    }
}
