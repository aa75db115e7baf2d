//! `license suspend`: stops a license until it is reinstated.

use anyhow::Result;

use super::super::change::{Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Words, answer};
use crate::domain::name::Name;
use crate::domain::state::Standing;
use crate::ops::end::stand;

/// Stop a license until it is reinstated
///
/// Its sessions end, and its files are suspended in the status list.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license suspend L-7K3MQ-9X2D9 --reason 'invoice 4711 is overdue'")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// Why, for the audit log and for whoever looks at it
    #[arg(long, value_name = "REASON")]
    reason: Option<Name>,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let reason = args.reason.as_ref().map(Name::as_str);
    let way = Way::default();
    let done = carry_out(desk, &mut home, &way, &|books, now| stand(books, &serial, Standing::Suspended, reason, now))?;
    let words = Words { did: "Suspended", would: "suspend", already: "is suspended already" };
    Ok(answer(done, &words, &home, desk.format(), |_, _| String::new()))
}
