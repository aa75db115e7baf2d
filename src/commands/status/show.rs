//! `status show`: shows the entries of a license's files, of a credential, or of the contents of a
//! container.

use std::str::FromStr;

use crate::cli::context::CommandContext;
use crate::cli::license::{Of, find, serial_of};
use crate::cli::outcome::{Outcome, Row};
use crate::cli::{container, license};
use crate::domain::Error;
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::status::answer::StatusEntryAnswer;
use crate::ops::status::{Shown, show};

/// Show the status list entries of a license, a credential or a container
///
/// For each file: the entry by the current database (now), the published entry, and the instant of
/// that publication (as of). With --at, the entries at that instant: for a future instant, the
/// entries of a list that is published then; for a past instant, the entries that were published.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia status show L-7K3MQ-9X2D9\n  licentia status show \
        K-4T9WX-C0MR7 --at 2026-12-24T00:00:00Z --json")]
pub struct Args {
    /// License, credential or container serial
    #[arg(value_name = "SERIAL")]
    of: StatusSubjectArgument,
    /// Instant of the entries [default: now]
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    at: Option<Timestamp>,
}

#[derive(Clone, Debug)]
enum StatusSubjectArgument {
    License(license::LicenseArgument),
    Credential(Of<'F'>),
    Container(container::ContainerArgument),
}

impl FromStr for StatusSubjectArgument {
    type Err = Error;
    fn from_str(text: &str) -> Result<StatusSubjectArgument, Error> {
        match text.trim_start().chars().next() {
            Some('F' | 'f') => text.parse().map(StatusSubjectArgument::Credential),
            Some('K' | 'k') => text.parse().map(StatusSubjectArgument::Container),
            _ => text.parse().map(StatusSubjectArgument::License),
        }
    }
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let reader = home.reader();
    let serial: Serial = match &args.of {
        StatusSubjectArgument::License(named) => find(reader, named, home.now)?.serial,
        StatusSubjectArgument::Container(named) => container::find(reader, named)?.serial,
        StatusSubjectArgument::Credential(Of(wanted)) => {
            let serial = serial_of(wanted, |beginning| reader.list_credential_serials(beginning))?;
            lookup::credential(reader, &serial)?.serial
        }
    };
    let shown = show(reader, &home.vendor, reader.list_subjects(&serial)?, (args.at, home.now))?;
    let columns =
        &["serial", "container", "revision", "list", "index", "now", "published", "as of"];
    let things = shown.iter().map(thing).collect();
    Ok(Outcome::many(columns, StatusEntryAnswer::COLUMNS, "no signed files", things))
}

fn thing(shown: &Shown) -> Row<StatusEntryAnswer> {
    let answer = StatusEntryAnswer::of(shown);
    let optional = |value: Option<&str>| value.unwrap_or("-").to_owned();
    let row = vec![
        answer.serial.clone(),
        optional(answer.container.as_deref()),
        answer.revision.to_string(),
        if answer.list > 0 { answer.list.to_string() } else { "another home".to_owned() },
        answer.idx.to_string(),
        optional(answer.status),
        optional(answer.published),
        optional(answer.published_at.as_deref()),
    ];
    (answer, row)
}
