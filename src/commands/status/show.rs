//! `status show`: what the lists say of a license's files, of a credential, or of what is in a
//! container.

use std::str::FromStr;

use anyhow::Result;
use serde_json::json;

use crate::cli::context::CommandContext;
use crate::cli::license::{Of, find, serial_of};
use crate::cli::outcome::Outcome;
use crate::cli::{container, license};
use crate::domain::Refusal;
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::lookup;
use crate::ops::status::{Shown, show};

/// Show what the status lists say of files
///
/// Of a license, a credential, or all that was written for a container: the entry by the books of
/// now, and the one that was published. With --at as of another instant: what will be ended by
/// then, or what applications could know then.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia status show L-7K3MQ-9X2D9\n  licentia status show \
        K-4T9WX-C0MR7 --at 2026-12-24T00:00:00Z --json")]
pub struct Args {
    /// A license, a credential, or a container
    #[arg(value_name = "SERIAL")]
    of: Named,
    /// As of this instant instead of now
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    at: Option<Timestamp>,
}

#[derive(Clone, Debug)]
enum Named {
    License(license::Named),
    Credential(Of<'F'>),
    Container(container::Named),
}

impl FromStr for Named {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Named, Refusal> {
        match text.trim_start().chars().next() {
            Some('F' | 'f') => text.parse().map(Named::Credential),
            Some('K' | 'k') => text.parse().map(Named::Container),
            _ => text.parse().map(Named::License),
        }
    }
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = command.home()?;
    let reader = home.reader();
    let serial: Serial = match &args.of {
        Named::License(named) => find(reader, named, home.now)?.serial,
        Named::Container(named) => container::find(reader, named)?.serial,
        Named::Credential(Of(wanted)) => {
            let serial = serial_of(wanted, |beginning| reader.list_credential_serials(beginning))?;
            lookup::credential(reader, &serial)?.serial
        }
    };
    let shown = show(reader, &home.vendor, reader.list_subjects(&serial)?, (args.at, home.now))?;
    let columns =
        &["serial", "container", "revision", "list", "index", "status", "published", "at"];
    let csv = &[
        "serial",
        "container",
        "revision",
        "list",
        "idx",
        "uri",
        "status",
        "published",
        "published-at",
        "jti",
        "issued-at",
    ];
    Ok(Outcome::many(columns, csv, "no file of it was signed", shown.iter().map(thing).collect()))
}

fn thing(shown: &Shown) -> (serde_json::Value, Vec<String>) {
    let (subject, (list, idx)) = (&shown.subject, shown.subject.listed);
    let published = shown.published.as_ref();
    // Another home keeps that list: what it says is known there.
    let status = shown.uri.as_ref().map(|_| shown.entry.as_str());
    let object = json!({
        "serial": subject.serial.as_str(), "container": subject.container,
        "revision": subject.revision, "list": list, "idx": idx,
        "uri": shown.uri, "status": status, "published": published.map(|(entry, _)| entry.as_str()),
        "published_at": published.map(|(_, at)| at),
        "jti": subject.jti, "issued_at": subject.issued_at,
    });
    let optional = |value: Option<&str>| value.unwrap_or("-").to_owned();
    let row = vec![
        subject.serial.to_string(),
        optional(subject.container.as_deref()),
        subject.revision.to_string(),
        if list > 0 { list.to_string() } else { "another home's".to_owned() },
        idx.to_string(),
        optional(status),
        optional(published.map(|(entry, _)| entry.as_str())),
        optional(published.map(|(_, at)| at.as_str())),
    ];
    (object, row)
}
