//! `audit verify`: is the log what was written, from the first entry to the last?

use anyhow::Result;
use serde_json::json;

use super::super::desk::Desk;
use super::super::outcome::{Data, Outcome};
use crate::domain::audit::hex;

/// Check that no entry was changed, dropped or put in
///
/// Every entry's hash covers the one before. A log that was cut at its end, or rewritten whole, is found by comparing the
/// head printed here with one written down elsewhere.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.damaged_home()?;
    let (object, text, exit) = match home.books().walk_audit()? {
        Ok(walk) => {
            let head = hex(&walk.hash);
            let text = format!("{} entries, each as it was written; head {head}\n", walk.seq);
            (json!({"valid": true, "entries": walk.seq, "head": head, "code": null, "message": null}), text, 0)
        }
        Err(broken) => {
            let text =
                format!("NOT VALID: {} (tampered); the {} entries before are as they were written\n", broken.why, broken.good);
            (json!({"valid": false, "entries": broken.good, "head": null, "code": "tampered", "message": broken.why}), text, 4)
        }
    };
    Ok(Outcome { data: Data::Told { object, text }, exit, ..Outcome::default() })
}
