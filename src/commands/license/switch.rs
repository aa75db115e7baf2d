//! `license switch`: a successor that takes over all that its predecessor had.

use anyhow::Result;
use licentia_runtime::Edition;

use super::super::args::{TermsArgs, edition};
use super::super::change::{Signing, Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Succession, succeeded};
use crate::domain::name::Reference;
use crate::domain::terms::Terms;
use crate::ops::succeed::{Heir, succeed};

/// Sell a license in the other edition
///
/// The successor takes over users, deliveries and sessions, so that nothing is lost that the customer set up; it begins today.
/// What is not said is as it was, the end too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license switch L-7K3MQ-9X2D9 --edition commercial --term 1y --out nordwind.lic")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
    /// The other edition: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition)]
    edition: Edition,
    /// Where it comes from (an order number): the same call again changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: Signing,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let serial = find_to_change(desk, &home, &args.license)?;
    let settings = home.settings.license.clone();
    let lay = |terms: Terms| args.terms.edit(terms);
    let heir = Heir {
        edition: Some(args.edition),
        lay: &lay,
        typed: (args.terms.terms()?, args.terms.inherited()),
        reference: args.reference.as_ref(),
    };
    let keys: Vec<_> = args.signing.key.iter().cloned().collect();
    let way = Way { keys: &keys, purpose: args.signing.purpose.as_ref(), out: Some(&args.signing.out), ..Way::default() };
    let done = carry_out(desk, &mut home, &way, &|books, now| succeed(books, &serial, &heir, &settings, now))?;
    let told = Succession { did: "Switched", would: "switch", end_is_said: args.terms.has_end() };
    succeeded(done, &told, &home, desk.format())
}
