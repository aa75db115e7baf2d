//! `audit list`

use serde_json::Value;

use crate::cli::context::CommandContext;
use crate::cli::license::find;
use crate::cli::outcome::Outcome;
use crate::domain::audit::{Entry, Hash};
use crate::domain::name::{Slug, Username};
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, last_day, parse_day, parse_instant_or_day};
use crate::ops::answer::Columns as _;
use crate::ops::audit::answer::AuditEntryAnswer;
use crate::ops::error::Result;
use crate::store::{AuditFilter, AuditOrder, Reader};

/// List the changes
///
/// The oldest entry is printed first, or with --reverse the newest. --actor NAME lists the changes
/// by one actor. The column `signed by` has the keys that signed the entry (`audit verify` checks
/// the signatures). The table shows the beginning of the details of each entry, and the end of a
/// license as its last day; --json shows all details. A date is 00:00 UTC of its day: --since
/// includes the day, and --until does not.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia audit list --last 20
  licentia audit list --since 2026-11-01 --until 2026-12-01 --action license.issue
  licentia audit list --subject L-7K3MQ-9X2D9 --json")]
pub struct Args {
    /// Start of the period (instant or date, inclusive)
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant_or_day)]
    since: Option<Timestamp>,
    /// End of the period (instant or date, exclusive: 2026-12-01 lists the entries before 1
    /// December)
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant_or_day)]
    until: Option<Timestamp>,
    /// Process name: licentia, license-maintenance (the daily check) or a value of LICENTIA_PROCESS
    #[arg(long, value_name = "NAME")]
    process: Option<String>,
    /// Action, such as license.issue
    #[arg(long, value_name = "NOUN.VERB")]
    action: Option<String>,
    /// Serial, code, name or ref:REFERENCE of a record; a user is CUSTOMER/USER with the current
    /// name
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,
    /// Print the newest entry first
    #[arg(long)]
    reverse: bool,
    /// Number of the newest entries to list
    #[arg(long, value_name = "N", conflicts_with_all = ["limit", "after"])]
    last: Option<u32>,
    /// Maximum number of entries: the oldest, or with --reverse the newest
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Sequence number of the last entry of the previous page
    #[arg(long, value_name = "SEQ")]
    after: Option<i64>,
}

impl Args {
    fn order(&self) -> AuditOrder {
        match (self.reverse, self.last) {
            (true, _) => AuditOrder::NewestFirst,
            (false, Some(_)) => AuditOrder::NewestLast,
            (false, None) => AuditOrder::OldestFirst,
        }
    }
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
        Some(text) => Some(subject_of(home.reader(), text)?),
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
        limit: args.last.or(args.limit),
        order: args.order(),
    };
    let thing = |reader: Reader<'_>, (mut entry, hash): (Entry, Hash)| -> Result<_> {
        if let Some(shown) = reader.find_shown_subject(&entry.subject)? {
            entry.subject = shown;
        }
        let signed_by = reader.list_signers_of(entry.seq)?;
        let row = vec![
            entry.seq.to_string(),
            entry.at.clone(),
            entry.actor.clone(),
            entry.action.clone(),
            entry.subject.clone(),
            if signed_by.is_empty() { "-".to_owned() } else { signed_by.join(", ") },
            brief(&entry.detail),
        ];
        Ok((AuditEntryAnswer::of(entry, signed_by, &hash), row))
    };
    let empty = match &args.action {
        Some(_) => "no audit entries with this action; `licentia audit list` shows the actions",
        None => "no audit entries",
    };
    Ok(Outcome::list(
        &["seq", "at", "actor", "action", "subject", "signed by", "detail"],
        AuditEntryAnswer::COLUMNS,
        empty,
        move |take| {
            let reader = home.reader();
            reader.list_audit(&filter, &mut |entry| take(thing(reader, entry)?))
        },
    ))
}

/// Returns the subject of entries as it is recorded. A serial has several spellings, and a user is
/// recorded with their id.
fn subject_of(reader: Reader<'_>, text: &str) -> Result<String> {
    if let Ok(serial) = text.parse::<Serial>() {
        return Ok(serial.to_string());
    }
    let user = text.split_once('/').map(|(customer, username)| {
        let (customer, username) = (customer.to_owned(), username.to_owned());
        reader.find_user(&Slug::stored(customer), &Username::stored(username))
    });
    let user = user.transpose()?.flatten();
    Ok(user.map_or_else(|| text.to_owned(), |user| user.subject()))
}

/// The maximum length of an entry's facts in a table, in characters.
const MAX_CHARACTERS: usize = 60;

/// Returns the facts of an entry on one line.
fn brief(detail: &Value) -> String {
    let facts = match detail {
        Value::Object(members) => {
            let is_shown = |name: &str| {
                name != "created_at" && (name != "ends" || !members.contains_key("last_day"))
            };
            let words: Vec<String> = members
                .iter()
                .filter(|(name, _)| is_shown(name))
                .filter_map(|(name, value)| fact(name, value))
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

/// Returns one fact of an entry; `None` for a list or an object. The end of a license is shown as
/// its last day, as in all messages.
fn fact(name: &str, value: &Value) -> Option<String> {
    let (from, to) = (value.get("from"), value.get("to"));
    let day = |value: &Value| last_day(parse_day(value.as_str()?).ok()?).map(|day| day.to_string());
    let last_day = |value: &Value| day(value).unwrap_or_else(|| word(value));
    match (name, from, to, value) {
        ("ends", Some(from), Some(to), _) => {
            Some(format!("last_day={}→{}", last_day(from), last_day(to)))
        }
        ("ends", .., Value::String(_)) => Some(
            day(value)
                .map_or_else(|| format!("ends={}", word(value)), |day| format!("last_day={day}")),
        ),
        (_, Some(from), Some(to), _) => Some(format!("{name}={}→{}", word(from), word(to))),
        (.., Value::Object(_) | Value::Array(_)) => None,
        _ => Some(format!("{name}={}", word(value))),
    }
}

/// Returns a value without quotation marks.
fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
