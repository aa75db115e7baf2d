//! `audit verify`: verifies the hash chain and the anchors of the audit log.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use licentia_runtime::MAX_BUNDLE;

use crate::cli::context::{CommandContext, Home, called};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::hex;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::anchor::ComparedAnchor;
use crate::ops::audit::answer::{ContinuedAnchor, VerifiedAudit, VerifiedFile};
use crate::ops::audit::file::{FileInLog, SignedFile, compare};
use crate::ops::audit::{VerifiedLog, anchor, verify};
use crate::ops::error::{Context as _, Result};
use crate::ops::key::anchor::AnchoredDatabase;

/// Verify that no entry was changed, removed or inserted
///
/// The hash of each entry covers the entry before, and an anchor is the signature of a key over the
/// entries that it wrote. A personal value that was erased is counted; its hash stays in the entry.
/// Compare the printed head with a head that was recorded elsewhere, to detect a log that was
/// truncated or rewritten, or give an anchor file with --anchor.
///
/// Each signed file carries the hash of an entry. --file finds this entry for a license,
/// credential, update, context, status list or key set. The result is "recorded", "cut" (the file
/// is later than the newest entry), "rewritten" (the log has other entries in its place),
/// "other_site" (another site of the vendor signed the file) or "before_restore" (the entry was
/// lost when a backup was restored). Exit status 4 for "cut" and "rewritten".
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia audit verify\n  licentia audit verify --anchor \
                  2026-11.anchor\n  licentia audit verify --file nordwind.lic")]
pub struct Args {
    /// Signed file to find in the log; - is standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Anchor file that the log must continue; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    anchor: Option<PathBuf>,
}

/// The largest size of an anchor file, in bytes.
const MOST: usize = 1 << 20;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let raw = args.file.as_ref().map(|path| context.read(path, MAX_BUNDLE)).transpose()?;
    let home = context.damaged_home()?;
    let found = match (&args.file, raw) {
        (Some(path), Some(raw)) => {
            let (reader, path) = (home.reader(), path.display().to_string());
            let file = SignedFile::open(&raw, reader, &home.vendor, home.now)
                .with_context(|| path.clone())?;
            Some((compare(&file, reader, &home.vendor, home.now)?, file, path))
        }
        _ => None,
    };
    let log = match &found {
        Some(((_, log), ..)) => log.clone(),
        None => verify(home.reader(), &home.vendor, home.now)?,
    };
    let head = hex(&log.head.hash);
    let entries = count_of(usize::try_from(log.head.seq).unwrap_or_default(), "entry");
    let anchors = count_of(usize::try_from(log.anchors).unwrap_or_default(), "anchor");
    if let Err(fault) = home.reader().check_schema() {
        let hint = format!(
            "compare the database with a backup; the chain of its {entries} is unbroken, head {head}"
        );
        return Err(Error::new(ErrorCode::Tampered, fault.to_string()).hint(hint).into());
    }
    if let Some(((found, log), file, path)) = found {
        let text = describe(&file, found, &log);
        let answer = VerifiedFile::of(path, file, found, &log);
        let exit = if found.is_tampering() { 4 } else { 0 };
        return Ok(Outcome { exit, ..Outcome::answer_text(answer, &[], text) });
    }
    let erased = match log.head.erased {
        0 => String::new(),
        number => {
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            format!(", {} erased", count_of(number, "personal value"))
        }
    };
    let mut text = format!("valid: {entries}, {anchors}{erased}, head {head}\n");
    let anchor = args.anchor.as_deref().map(|path| compared(path, context, &home)).transpose()?;
    if let Some(ComparedAnchor { claims, key, .. }) = &anchor {
        let (seq, at) = (claims.log.seq, claims.since());
        let _ = writeln!(text, "the log continues entry {seq} of {at}, which key {key} signed");
    }
    let answer = VerifiedAudit {
        valid: true,
        entries: log.head.seq,
        anchors: log.anchors,
        erased: log.head.erased,
        head,
        anchor: anchor.as_ref().map(ContinuedAnchor::from),
    };
    Ok(Outcome::answer_text(answer, &[], text))
}

/// Returns the result of a comparison as a text for people.
fn describe(file: &SignedFile, found: FileInLog, log: &VerifiedLog) -> String {
    let subject = format!("the {} file {} of {}", file.kind.name(), file.jti, file.iat);
    let entries = count_of(usize::try_from(log.head.seq).unwrap_or_default(), "entry");
    let fact = match found {
        FileInLog::Recorded { seq } => format!("{subject} is in entry {seq} of the audit log"),
        FileInLog::Cut => format!(
            "{subject} is later than the newest of the {entries}: the end of the log is missing, or \
             another person has the key\n  Next: compare the database with a backup"
        ),
        FileInLog::Rewritten => format!(
            "the {entries} of the log do not include that of {subject}: the log was rewritten, or \
             another person has the key\n  Next: compare the database with a backup"
        ),
        FileInLog::OtherSite => format!("another site of the vendor signed {subject}"),
        FileInLog::BeforeRestore => {
            format!("the entry of {subject} was lost when a backup was restored")
        }
    };
    format!("{}: {fact}\n", found.as_str())
}

/// Reads an anchor file and compares the database with it.
fn compared(path: &Path, context: &mut CommandContext<'_>, home: &Home) -> Result<ComparedAnchor> {
    let text = context.read_whole(path, MOST)?;
    let database = AnchoredDatabase { reader: home.reader(), vendor: &home.vendor, now: home.now };
    anchor::compare(database, &String::from_utf8_lossy(&text)).context(called(path))
}
