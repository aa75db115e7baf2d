//! `audit verify`: verifies the hash chain of the audit log.

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::hex;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::ops::audit::answer::VerifiedAudit;
use crate::ops::error::Result;

/// Verify that no entry was changed, removed or inserted
///
/// The hash of each entry covers the entry before. A log that was cut at its end, or written anew,
/// is detected by comparing the printed head with a head that was recorded elsewhere.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia audit verify")]
pub struct Args {}

pub fn run(_: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = command.damaged_home()?;
    let walk = home.reader().walk_audit()?.map_err(|broken| {
        Error::new(ErrorCode::Tampered, broken.why).hint(format!(
            "the {} entries before it are as they were written; compare with a backup",
            broken.good
        ))
    })?;
    let head = hex(&walk.hash);
    let text = format!("{} entries, each as it was written; head {head}\n", walk.seq);
    let answer = VerifiedAudit { valid: true, entries: walk.seq, head };
    let outcome = Outcome::told(answer, &[], text);
    Ok(match home.reader().check_triggers() {
        Ok(()) => outcome,
        Err(fault) => outcome.warn(WarningCode::Unprotected, fault.to_string()),
    })
}
