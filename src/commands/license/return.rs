//! `license return`: the customer gives a delivery back, and the license is parked.

use anyhow::Result;

use super::super::change::{Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Words, answer};
use crate::ops::end::give_back;

/// Take back what a customer returns
///
/// All seats of an unbound delivery. The license is parked, and can be activated again; its sessions end.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license return L-7K3MQ-9X2D9 --unbound")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// What was delivered in a file bound to no container
    #[arg(long, required = true)]
    unbound: bool,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let done = carry_out(desk, &mut home, &Way::default(), &|books, now| give_back(books, &serial, now))?;
    let words = Words { did: "Returned", would: "return", already: "" };
    Ok(answer(done, &words, &home, desk.format(), |_, _| ": it is parked".into()))
}
