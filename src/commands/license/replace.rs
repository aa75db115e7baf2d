//! `license replace`: a successor that takes over all that its predecessor had.

use anyhow::Result;

use super::super::args::TermsArgs;
use super::super::change::{Signing, Way, carry_out};
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find_to_change};
use super::{Succession, succeeded};
use crate::domain::name::Reference;
use crate::domain::terms::Terms;
use crate::ops::succeed::{Heir, succeed};

/// Sell another license in the place of one
///
/// The successor takes over users, deliveries and sessions. What is not said is as it was, the first day too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license replace ref:ORDER-123 --seats 20 --reference ORDER-124 --out nordwind.lic")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE")]
    license: Named,
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
        edition: None,
        lay: &lay,
        typed: (args.terms.terms()?, args.terms.inherited()),
        reference: args.reference.as_ref(),
    };
    let keys: Vec<_> = args.signing.key.iter().cloned().collect();
    let way = Way { keys: &keys, purpose: args.signing.purpose.as_ref(), out: Some(&args.signing.out), ..Way::default() };
    let done = carry_out(desk, &mut home, &way, &|books, now| succeed(books, &serial, &heir, &settings, now))?;
    let told = Succession { did: "Replaced", would: "replace", end_is_said: true };
    succeeded(done, &told, &home, desk.format())
}
