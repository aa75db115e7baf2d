//! `license reinstate`: lets a suspended license go on.

use anyhow::Result;

use super::super::change::{Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Words, answer};
use crate::domain::state::Standing;
use crate::ops::end::stand;

/// Let a suspended license go on
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license reinstate L-7K3MQ-9X2D9")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let done = carry_out(desk, &mut home, &Way::default(), &|books, now| stand(books, &serial, Standing::Open, None, now))?;
    let words = Words { did: "Reinstated", would: "reinstate", already: "" };
    let now = home.now;
    Ok(answer(done, &words, &home, desk.format(), |_, after| format!(": it is {} again", after.state(now).as_str())))
}
