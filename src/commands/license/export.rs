//! `license export`: the stored text again, the same bytes each time. It needs no key.

use anyhow::Result;

use super::super::args::Out;
use super::super::change::no_file;
use super::super::desk::{Desk, Emitted};
use super::super::outcome::Outcome;
use super::super::record::{Named, find, object};
use super::super::show::Format;
use crate::domain::state::{State, Verb};
use crate::host::files::Access;

/// Write a license's file again
///
/// The text was kept when it was signed, so these are the same bytes each time, and no key is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license export ref:ORDER-123 --out nordwind.lic")]
pub struct Args {
    /// Its serial, a unique beginning of it, or ref: and its reference
    #[arg(value_name = "LICENSE")]
    license: Named,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let license = find(home.books(), &args.license, home.now)?;
    license.check(Verb::Export, home.now)?;
    // Of a license that was ended its last file is history, and can be looked at.
    let last = || license.activations.last().filter(|_| license.standing.is_final()).and_then(|last| last.file.as_ref());
    let Some(file) = license.file().or_else(last) else { return Err(no_file(&license).into()) };
    desk.check_out(&args.out, Some(&file.text))?;
    if desk.is_dry() {
        return Ok(Outcome::done(format!("Would write the file of license {}", license.serial)));
    }
    let to_standard = !args.out.is_asked() && desk.format() == Format::Table;
    let out = if to_standard { Out { out: Some("-".into()), ..Out::default() } } else { args.out.clone() };
    let emitted = desk.prepare(&out, &format!("{}.lic", license.serial), &file.text, Access::Public)?.finish()?;
    let mut object = object(&license, home.now, &emitted);
    object["text"] = file.text.clone().into();
    let outcome = match license.state(home.now) {
        state if state.is_final() || state == State::Suspended => {
            Outcome::default().warn(format!("license {} is {}", license.serial, state.as_str()))
        }
        _ => Outcome::default(),
    };
    Ok(match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        Emitted::File(path) => outcome.say(format!("Wrote {}", path.display())).with(object),
        Emitted::Nowhere => outcome.with(object),
    })
}
