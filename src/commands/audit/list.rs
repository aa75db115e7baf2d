//! `audit list`

use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::license::find;
use crate::cli::outcome::Outcome;
use crate::domain::audit::{Entry, Hash};
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::answer::Columns as _;
use crate::ops::audit::answer::AuditEntryAnswer;
use crate::ops::error::Result;
use crate::store::AuditFilter;

/// List the changes, oldest first
///
/// --actor NAME lists the changes by one actor. The table shows the beginning of the details of
/// each entry; --json shows all details.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia audit list --subject L-7K3MQ-9X2D9 --json\n  licentia \
        audit list --since 2026-11-01T00:00:00Z --action license.issue"
)]
pub struct Args {
    /// Start of the period (instant, inclusive)
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    since: Option<Timestamp>,
    /// End of the period (instant, exclusive)
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    until: Option<Timestamp>,
    /// Process name
    #[arg(long, value_name = "NAME")]
    process: Option<String>,
    /// Action, such as license.issue
    #[arg(long, value_name = "NOUN.VERB")]
    action: Option<String>,
    /// Serial, code, name or ref:REFERENCE of a record
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,
    /// Maximum number of entries
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Sequence number of the last entry of the previous page
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    after: i64,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    // The global option --actor names the author of a change. A list changes nothing, so here the
    // option filters by author.
    let actor = context.globals.actor.clone();
    let home = context.home()?;
    // A serial has several spellings; a license can be named by its reference.
    let subject = match args.subject.as_deref() {
        Some(text) if text.starts_with("ref:") => {
            Some(find(home.reader(), &text.parse()?, home.now)?.serial.to_string())
        }
        Some(text) => Some(
            text.parse::<Serial>().map_or_else(|_| text.to_owned(), |serial| serial.to_string()),
        ),
        None => None,
    };
    let filter = AuditFilter {
        since: args.since.map(|instant| instant.to_string()),
        until: args.until.map(|instant| instant.to_string()),
        actor,
        process: args.process.clone(),
        action: args.action.clone(),
        subject,
        after: args.after,
        limit: args.limit,
    };
    let thing = |(entry, hash): (Entry, Hash)| {
        let row = vec![
            entry.seq.to_string(),
            entry.at.clone(),
            entry.actor.clone(),
            entry.action.clone(),
            entry.subject.clone(),
            brief(&entry.detail),
        ];
        (AuditEntryAnswer::of(entry, &hash), row)
    };
    let empty = match &args.action {
        Some(_) => "no audit entries with this action; `licentia audit list` shows the actions",
        None => "no audit entries",
    };
    Ok(Outcome::list(
        &["seq", "at", "actor", "action", "subject", "detail"],
        AuditEntryAnswer::COLUMNS,
        empty,
        move |take| home.reader().list_audit(&filter, &mut |entry| take(thing(entry))),
    ))
}

/// The maximum length of an entry's facts in a table, in characters.
const MAX_CHARACTERS: usize = 60;

/// Returns the facts of an entry on one line.
fn brief(detail: &Value) -> String {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let facts = match detail {
        Value::Object(members) => {
            let words: Vec<String> = members
                .iter()
                .filter(|(name, _)| *name != "created_at")
                .filter_map(|(name, value)| match (value.get("from"), value.get("to"), value) {
                    (Some(from), Some(to), _) => {
                        Some(format!("{name}={}→{}", word(from), word(to)))
                    }
                    (.., Value::Object(_) | Value::Array(_)) => None,
                    _ => Some(format!("{name}={}", word(value))),
                })
                .collect();
            words.join(" ")
        }
        Value::Null => String::new(),
        other => word(other),
    };
    match facts.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => format!("{}…", &facts[..end]),
        None => facts,
    }
}
