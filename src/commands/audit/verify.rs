//! `audit verify`: verifies the hash chain of the audit log.

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::audit::hex;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::answer::VerifiedAudit;
use crate::ops::error::Result;

/// Verify that no entry was changed, removed or inserted
///
/// The hash of each entry covers the entry before. Compare the printed head with a head that was
/// recorded elsewhere, to detect a log that was truncated or rewritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia audit verify")]
pub struct Args {}

pub fn run(_: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.damaged_home()?;
    let walk = home.reader().walk_audit()?.map_err(|broken| {
        Error::new(ErrorCode::Tampered, broken.reason).hint(match broken.good {
            0 => "compare the log with a backup".to_owned(),
            good => format!("compare the log with a backup; entries 1 to {good} are unchanged"),
        })
    })?;
    let head = hex(&walk.hash);
    let entries = count_of(usize::try_from(walk.seq).unwrap_or_default(), "entry");
    if let Err(fault) = home.reader().check_schema() {
        let hint = format!(
            "compare the database with a backup; the chain of its {entries} is unbroken, head {head}"
        );
        return Err(Error::new(ErrorCode::Tampered, fault.to_string()).hint(hint).into());
    }
    let text = format!("valid: {entries}, head {head}\n");
    let answer = VerifiedAudit { valid: true, entries: walk.seq, head };
    Ok(Outcome::answer_text(answer, &[], text))
}
