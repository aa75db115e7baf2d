//! `inspect`: prints the content of a file without verifying it.

use std::fmt::Write as _;
use std::path::PathBuf;

use licentia_runtime::inspect::{Unverified, find, unverified};
use licentia_runtime::{MAX_BUNDLE, VerifyError};
use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::printable;
use crate::ops::error::{Context as _, Result};
use crate::ops::inspect::answer::{InspectedText, Problem};

/// Show the content of a file without verifying it
///
/// Accepts a file of any kind, a bundle, or an e-mail with a file in its text or as an attachment.
/// Needs no home. The output is the claims of the file; `licentia verify` checks them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia inspect nordwind.lic")]
pub struct Args {
    /// Files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// The text in place of a credential's secret.
const HIDDEN: &str = "(not shown)";

/// Splits a text into its parts. The secret of a credential is for the application only.
fn read(text: &str) -> Result<Unverified, VerifyError> {
    let mut found = unverified(text)?;
    hide(&mut found.claims);
    hide(&mut found.header);
    Ok(found)
}

fn hide(members: &mut serde_json::Map<String, Value>) {
    for (name, value) in members {
        match value {
            _ if name.eq_ignore_ascii_case("secret") => *value = HIDDEN.into(),
            Value::Object(members) => hide(members),
            Value::Array(items) => items.iter_mut().filter_map(Value::as_object_mut).for_each(hide),
            _ => {}
        }
    }
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let (mut answers, mut output, mut exit) = (Vec::new(), String::new(), 0);
    for file in &args.files {
        let shown = file.display().to_string();
        let raw = context.read(file, MAX_BUNDLE)?;
        match find(&raw) {
            // A single file without a signed text is an error; among several files it is one of the
            // answers.
            Err(error) if args.files.len() == 1 => return Err(error).context(shown),
            Err(error) => exit = exit.max(one(&shown, Err(error), &mut answers, &mut output)),
            Ok(texts) => {
                let many = texts.len() > 1;
                for (place, text) in texts.iter().enumerate() {
                    let path = if many { format!("{shown}#{}", place + 1) } else { shown.clone() };
                    exit = exit.max(one(&path, read(text), &mut answers, &mut output));
                }
            }
        }
    }
    Ok(Outcome { exit, ..Outcome::answers_text(answers, &[], printable(&output)) })
}

/// Prints one text. Returns the exit status for it.
fn one(
    path: &str,
    found: Result<Unverified, VerifyError>,
    answers: &mut Vec<InspectedText>,
    output: &mut String,
) -> u8 {
    match found {
        Ok(found) => {
            describe(path, &found, output);
            answers.push(answer(path, found));
            0
        }
        Err(error) => {
            let _ = writeln!(output, "{path}: cannot be read: {error}");
            answers.push(InspectedText::unreadable(path, &error));
            INVALID
        }
    }
}

/// The exit status for a file without a readable text.
const INVALID: u8 = 4;

fn answer(path: &str, found: Unverified) -> InspectedText {
    InspectedText {
        path: path.to_owned(),
        verified: false,
        kind: found.kind.map(|kind| kind.name()),
        header: Some(found.header),
        claims: Some(found.claims),
        problem: found.readable.as_ref().err().map(Problem::of),
    }
}

fn describe(path: &str, found: &Unverified, out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
    let kind = found.kind.map_or("a token of an unknown kind".to_owned(), |kind| {
        format!("a file of kind {}", kind.name())
    });
    let _ = writeln!(out, "{path}: {kind}, NOT VERIFIED");
    if let Err(error) = &found.readable {
        let _ = writeln!(out, "  verifiers refuse the file: {error}");
    }
    for (member, value) in &found.claims {
        member_lines(member, value, 1, out);
    }
    for (member, value) in &found.header {
        member_lines(&format!("header {member}"), value, 1, out);
    }
}

fn member_lines(member: &str, value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(members) if !members.is_empty() => {
            let _ = writeln!(out, "{indent}{}", printable(member));
            members.iter().for_each(|(member, value)| member_lines(member, value, depth + 1, out));
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let _ = writeln!(out, "{indent}{}", printable(member));
            items.iter().for_each(|item| {
                let _ = writeln!(out, "{indent}  - {}", printable(&item.to_string()));
            });
        }
        Value::Number(seconds)
            if matches!(
                member,
                "iat" | "nbf" | "exp" | "not_before" | "not_after" | "retired_at" | "revoked_at"
            ) =>
        {
            let instant = seconds
                .as_i64()
                .and_then(|seconds| crate::domain::time::Timestamp::from_second(seconds).ok());
            let _ = writeln!(
                out,
                "{indent}{member}: {}",
                instant.map_or_else(|| seconds.to_string(), |instant| instant.to_string())
            );
        }
        Value::String(text) => {
            let _ = writeln!(out, "{indent}{}: {}", printable(member), printable(text));
        }
        other => {
            let _ =
                writeln!(out, "{indent}{}: {}", printable(member), printable(&other.to_string()));
        }
    }
}
