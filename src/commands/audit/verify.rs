//! `audit verify`: verifies the hash chain and the anchors of the audit log.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::context::{CommandContext, Home, called};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::hex;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::anchor::ComparedAnchor;
use crate::ops::audit::answer::{ContinuedAnchor, VerifiedAudit};
use crate::ops::audit::{anchor, verify};
use crate::ops::error::{Context as _, Result};
use crate::ops::key::anchor::AnchoredDatabase;

/// Verify that no entry was changed, removed or inserted
///
/// The hash of each entry covers the entry before, and an anchor is the signature of a key over the
/// entries that it wrote. A personal value that was erased is counted; its hash stays in the entry.
/// Compare the printed head with a head that was recorded elsewhere, to detect a log that was
/// truncated or rewritten, or give an anchor file with --anchor.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia audit verify\n  licentia audit verify --anchor \
                  2026-11.anchor")]
pub struct Args {
    /// Anchor file that the log must continue; - is standard input
    #[arg(long, value_name = "FILE")]
    anchor: Option<PathBuf>,
}

/// The largest size of an anchor file, in bytes.
const MOST: usize = 1 << 20;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.damaged_home()?;
    let log = verify(home.reader(), &home.vendor, home.now)?;
    let head = hex(&log.head.hash);
    let entries = count_of(usize::try_from(log.head.seq).unwrap_or_default(), "entry");
    let anchors = count_of(usize::try_from(log.anchors).unwrap_or_default(), "anchor");
    if let Err(fault) = home.reader().check_schema() {
        let hint = format!(
            "compare the database with a backup; the chain of its {entries} is unbroken, head {head}"
        );
        return Err(Error::new(ErrorCode::Tampered, fault.to_string()).hint(hint).into());
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

/// Reads an anchor file and compares the database with it.
fn compared(path: &Path, context: &mut CommandContext<'_>, home: &Home) -> Result<ComparedAnchor> {
    let text = context.read_whole(path, MOST)?;
    let database = AnchoredDatabase { reader: home.reader(), vendor: &home.vendor, now: home.now };
    anchor::compare(database, &String::from_utf8_lossy(&text)).context(called(path))
}
