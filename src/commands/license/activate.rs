//! `license activate`: delivers a parked license.

use anyhow::Result;

use super::super::change::{Signing, carry_out};
use super::super::desk::Desk;
use super::super::outcome::{Outcome, count_of};
use super::super::record::{Named, find_to_change};
use super::{Words, answer};
use crate::domain::name::Reference;
use crate::ops::end::activate;

/// Deliver a parked license
///
/// All its seats, in a file that is bound to nothing but the customer.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license activate L-7K3MQ-9X2D9 --unbound --out nordwind.lic")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// In a file bound to no container
    #[arg(long, required = true)]
    unbound: bool,
    /// Where it comes from (an order number): the same call again delivers nothing new
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: Signing,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let way = args.signing.way();
    let done = carry_out(desk, &mut home, &way, &|books, now| activate(books, &serial, args.reference.as_ref(), now))?;
    let words = Words { did: "Activated", would: "activate", already: "was activated for that reference already" };
    Ok(answer(done, &words, &home, desk.format(), |_, after| {
        format!(" ({} delivered unbound)", count_of(after.right.seats as usize, "seat"))
    }))
}
