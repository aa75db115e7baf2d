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

/// List what changed, oldest first
///
/// --actor NAME lists what this actor did. The table shows the beginning of each entry's facts, --json all of them.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia audit list --subject L-7K3MQ-9X2D9 --json\n  licentia \
        audit list --since 2026-11-01T00:00:00Z --action license.issue"
)]
pub struct Args {
    /// At this instant or later
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    since: Option<Timestamp>,
    /// Before this instant
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    until: Option<Timestamp>,
    /// As this process
    #[arg(long, value_name = "NAME")]
    process: Option<String>,
    /// Only this action, like license.issue
    #[arg(long, value_name = "NOUN.VERB")]
    action: Option<String>,
    /// Only about this: a serial, a code, a name, ref: and a reference; of a license its whole
    /// story
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,
    /// Show at most so many
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Begin after this sequence number
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    after: i64,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    // --actor is a global option: who acts. In a list nobody acts, so here it asks who acted.
    let actor = command.globals.actor.clone();
    let home = command.home()?;
    // A serial is a serial however it is typed; a license may be named by its reference.
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
    Ok(Outcome::list(
        &["seq", "at", "actor", "action", "subject", "detail"],
        AuditEntryAnswer::COLUMNS,
        "no entries",
        move |take| home.reader().list_audit(&filter, &mut |entry| take(thing(entry))),
    ))
}

/// The most characters of an entry's facts in a table; `--json` has them all.
const MOST: usize = 60;

/// The facts of an entry on one line.
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
    match facts.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &facts[..end]),
        None => facts,
    }
}
