//! `license withdraw`: the vendor takes all of a license back, for ever.

use anyhow::Result;

use super::super::change::{Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Words, answer};
use crate::domain::name::Name;
use crate::domain::state::Standing;
use crate::ops::end::stand;

/// Take all of a license back, for ever
///
/// Its sessions end, and its files end in the status list.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license withdraw L-7K3MQ-9X2D9 --reason 'contract ended'")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// Why, for the audit log and for whoever looks at it
    #[arg(long, value_name = "REASON")]
    reason: Name,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let reason = Some(args.reason.as_str());
    let way = Way { act: Some(format!("withdraw license {serial} for ever")), ..Way::default() };
    let done = carry_out(desk, &mut home, &way, &|books, now| stand(books, &serial, Standing::Withdrawn, reason, now))?;
    let words = Words { did: "Withdrew", would: "withdraw", already: "is withdrawn already" };
    Ok(answer(done, &words, &home, desk.format(), |_, _| String::new()))
}
