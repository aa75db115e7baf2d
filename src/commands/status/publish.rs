//! `status publish`

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::credential::{check_still, choose};
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::render::Format;
use crate::commands::status::file_name;
use crate::domain::Refusal;
use crate::domain::audit::Change;
use crate::domain::name::Code as KeyName;
use crate::host::files::Access;
use crate::ops::status::{Published, Stand, publish, stands};

/// Sign the status lists as the books are now
///
/// Computed from the books each time: what was ended is invalid, what is suspended is suspended, and all else is valid. Applications learn
/// of it with the file, wherever they get it from: beside the licenses, in an update, or in their next release. Publish daily, so that
/// no list grows stale.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia status publish --out 1.status --force\n  licentia status publish --out-dir lists --force"
)]
pub struct Args {
    /// The commercial key that signs [default: the one named commercial, else the only one that may]
    #[arg(long, value_name = "NAME")]
    key: Option<KeyName>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let to_standard = !args.out.is_asked() && command.format() == Format::Table;
    let out = if to_standard {
        Out { out: Some("-".into()), ..Out::default() }
    } else {
        args.out.clone()
    };
    let numbers = home.reader().list_lists()?;
    check_one(numbers.len(), &out)?;
    command.check_out(&out, None)?;
    numbers
        .iter()
        .try_for_each(|(list, _)| command.check_in_folder(&out, &file_name(*list), None))?;
    let key = choose(command, &home, "status", args.key.as_ref())?;
    if command.is_dry() {
        home.check_clock()?;
        return Ok(would(&stands(home.reader(), &home.vendor, home.now)?));
    }
    let signer = command.unlock(&home, &key)?;
    let vendor = home.vendor.clone();
    let work = command.begin(&mut home)?;
    check_still(&work, &key, "status")?;
    let lists = publish(&work.tx, &vendor, &signer, &mut *command.host.entropy, work.now)?;
    check_one(lists.len(), &out)?;
    let mut files = Vec::new();
    for list in &lists {
        files.push(command.prepare(
            &out,
            &file_name(list.token.list),
            &list.token.text,
            Access::Public,
        )?);
    }
    let changes: Vec<Change> = lists.iter().map(entry).collect();
    work.commit_all(&changes)?;
    let (mut outcome, mut objects) = (Outcome::default(), Vec::new());
    for (list, file) in lists.iter().zip(files) {
        let emitted = file.finish().with_context(|| {
            format!(
                "status list {} is in the books, but its file could not be written: publish again",
                list.uri
            )
        })?;
        outcome = outcome.say(format!(
            "Published {}: {} invalid, {} suspended; {} since the last",
            list.uri,
            list.counts.0,
            list.counts.1,
            count_of(list.changed, "change")
        ));
        let mut object = object(list);
        object["file"] =
            json!({"path": emitted.path(), "jti": list.token.jti, "kid": list.token.kid});
        objects.push(object);
        match emitted {
            Emitted::Standard(bytes) => return Ok(Outcome::default().with_bytes(bytes)),
            other => {
                outcome = other
                    .paths()
                    .iter()
                    .fold(outcome, |outcome, path| outcome.say(format!("Wrote {path}")))
            }
        }
    }
    Ok(outcome.with_many(CSV, objects))
}

const CSV: &[&str] = &["list", "uri", "issued-at", "expires-at", "invalid", "suspended", "changed"];

/// One name is for one list.
fn check_one(lists: usize, out: &Out) -> Result<(), Refusal> {
    if lists <= 1 || out.out.is_none() {
        return Ok(());
    }
    Err(Refusal::usage(format!("there are {lists} status lists, and --out names one file"))
        .hint("name a folder: --out-dir DIR"))
}

fn entry(list: &Published) -> Change {
    let detail = json!({
        "list": list.token.list, "issued_at": list.token.issued_at, "expires_at": list.token.expires_at, "invalid": list.counts.0,
        "suspended": list.counts.1, "changed": list.changed, "jti": list.token.jti, "kid": list.token.kid,
    });
    Change::new("status.publish", list.uri.as_str(), detail)
}

fn object(list: &Published) -> Value {
    json!({
        "list": list.token.list, "uri": list.uri, "issued_at": list.token.issued_at, "expires_at": list.token.expires_at,
        "invalid": list.counts.0, "suspended": list.counts.1, "changed": list.changed, "text": list.token.text,
    })
}

fn would(lists: &[Stand]) -> Outcome {
    let line = |stand: &Stand| {
        let (invalid, suspended) = stand.counts;
        let changes = count_of(stand.unpublished, "change");
        format!(
            "Would publish {}: {invalid} invalid, {suspended} suspended; {changes} since the last",
            stand.uri
        )
    };
    let object = |stand: &Stand| {
        let (invalid, suspended) = stand.counts;
        json!({"list": stand.list, "uri": stand.uri, "invalid": invalid, "suspended": suspended, "changed": stand.unpublished, "dry_run": true})
    };
    let outcome = if lists.is_empty() {
        Outcome::done("Would publish the first status list, of nothing")
    } else {
        Outcome::default()
    };
    let outcome = lists.iter().map(line).fold(outcome, Outcome::say);
    outcome.with_many(CSV, lists.iter().map(object).collect())
}
