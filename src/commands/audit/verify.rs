//! `audit verify`: verifies the hash chain and the anchors of the audit log.

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::hex;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::answer::VerifiedAudit;
use crate::ops::audit::verify;
use crate::ops::error::Result;

/// Verify that no entry was changed, removed or inserted
///
/// The hash of each entry covers the entry before, and an anchor is the signature of a key over the
/// entries that it wrote. A personal value that was erased is counted; its hash stays in the entry.
/// Compare the printed head with a head that was recorded elsewhere, to
/// detect a log that was truncated or rewritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia audit verify")]
pub struct Args {}

pub fn run(_: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
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
    let text = format!("valid: {entries}, {anchors}{erased}, head {head}\n");
    let answer = VerifiedAudit {
        valid: true,
        entries: log.head.seq,
        anchors: log.anchors,
        erased: log.head.erased,
        head,
    };
    Ok(Outcome::answer_text(answer, &[], text))
}
