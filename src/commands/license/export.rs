//! `license export`: the stored text again, the same bytes each time. It needs no key.

use anyhow::Result;

use super::super::args::Out;
use super::super::desk::{Desk, Emitted};
use super::super::outcome::Outcome;
use super::super::show::Format;
use super::Named;
use crate::domain::{Code, Refusal};
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
    let license = super::find(home.books(), &args.license)?;
    let Some(file) = license.file() else {
        return Err(Refusal::new(Code::NotPlaced, format!("license {} is parked: it has no file", license.serial))
            .hint("a license has a file when it is issued with --unbound, or placed in a container")
            .into());
    };
    desk.check_out(&args.out, Some(&file.text))?;
    if desk.is_dry() {
        return Ok(Outcome::done(format!("Would write the file of license {}", license.serial)));
    }
    let to_standard = !args.out.is_asked() && desk.format() == Format::Table;
    let out = if to_standard { Out { out: Some("-".into()), ..Out::default() } } else { args.out.clone() };
    let emitted = desk.prepare(&out, &format!("{}.lic", license.serial), &file.text, Access::Public)?.finish()?;
    let mut object = super::object(&license, home.now, &emitted);
    object["text"] = file.text.clone().into();
    Ok(match emitted {
        Emitted::Standard(bytes) => Outcome::default().with_bytes(bytes),
        Emitted::File(path) => Outcome::done(format!("Wrote {}", path.display())).with(object),
        Emitted::Nowhere => Outcome::default().with(object),
    })
}
