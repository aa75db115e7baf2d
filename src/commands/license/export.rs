//! `license export`: writes the stored file, always the same bytes. No key is needed.

use crate::cli::arguments::Out;
use crate::cli::container;
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::license::{LicenseArgument, answer, find};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::cli::render::Format;
use crate::domain::license::activation::{Activation, File};
use crate::domain::license::state::{DisplayState, LicenseAction};
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::host::files::Access;
use crate::ops::error::Result;
use crate::ops::license::answer::{ExportedLicense, LicenseText};
use crate::ops::license::apply::{file_name, no_file};
use crate::ops::license::signed_file;
use crate::ops::lookup;

/// Write the file of a license again
///
/// The database has the signed file, so that the bytes are always the same and no key is needed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia license export ref:ORDER-123 --out nordwind.lic")]
pub struct Args {
    /// License serial, a unique prefix, or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Container serial, for a license in several containers
    #[arg(long, value_name = "CONTAINER")]
    container: Option<container::ContainerArgument>,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let license = find(home.reader(), &args.license, home.now)?;
    license.check(LicenseAction::Export, home.now)?;
    // The last file of an ended license is history, and can be read.
    let last = || {
        license
            .activations
            .iter()
            .rev()
            .find(|it| it.file.is_some())
            .filter(|_| license.status.is_final())
    };
    let container =
        args.container.as_ref().map(|named| container::find(home.reader(), named)).transpose()?;
    let live: Vec<&Activation> = match &container {
        None => license.live().chain(last()).collect(),
        Some(container) => {
            license.live().filter(|it| it.is_in(container.serial.as_str())).collect()
        }
    };
    let (is_alone, to_folder) = (license.live().count() <= 1, args.out.out_dir.is_some());
    let files: Vec<(&Activation, &File)> =
        live.into_iter().filter_map(|it| Some((it, it.file.as_ref()?))).collect();
    let file = match (files.as_slice(), &container) {
        ([], Some(container)) => {
            let message = format!(
                "license {} has no seats in container {}",
                license.serial, container.serial
            );
            return Err(Error::new(ErrorCode::NotPlaced, message)
                .hint(format!(
                    "`licentia license show {}` shows the containers of the license",
                    license.serial
                ))
                .into());
        }
        ([], None) => return Err(no_file(&license).into()),
        ([(_, file)], _) => Some(*file),
        (several, _) if !to_folder => {
            let places: Vec<String> =
                several.iter().filter_map(|(it, _)| it.container()).map(str::to_owned).collect();
            let message = format!(
                "license {} has {} files, for containers {}",
                license.serial,
                several.len(),
                some_of(&places)
            );
            return Err(Error::usage(message)
                .hint("--container K-… writes one file, --out-dir DIR writes all files")
                .into());
        }
        _ => None,
    };
    files.iter().try_for_each(|(activation, _)| activation.check_not_suspect())?;
    signed_file::check_stored(home.reader(), &license, &home.vendor, home.now)?;
    context.check_out(&args.out, file.map(|file| file.text.as_str()))?;
    if context.is_dry() {
        return Ok(Outcome::done(format!(
            "Would write {} of license {}",
            count_of(files.len(), "file"),
            license.serial
        )));
    }
    let to_standard = !args.out.is_asked() && context.format() == Format::Table;
    let out = if to_standard {
        Out { out: Some("-".into()), ..Out::default() }
    } else {
        args.out.clone()
    };
    let mut written = Vec::with_capacity(files.len());
    let mut emitted = None;
    for (activation, file) in &files {
        let name = file_name(&license, activation, is_alone);
        match context.write_file(&out, &name, file.text.as_bytes(), Access::Public)? {
            Emitted::File(path) => written.push((activation.container().map(str::to_owned), path)),
            other => emitted = Some(other),
        }
    }
    let emitted = emitted.unwrap_or_else(|| Emitted::of(written));
    let text = |(it, file): &(&Activation, &File)| LicenseText {
        container: it.container().map(str::to_owned),
        text: file.text.clone(),
    };
    let exported = ExportedLicense {
        license: answer(&license, home.now, &emitted),
        text: file.map(|file| file.text.clone()),
        texts: file.is_none().then(|| files.iter().map(text).collect()),
    };
    let outcome = match license.state(home.now) {
        state if state.is_final() || state == DisplayState::Suspended => {
            let code = match state {
                DisplayState::Suspended => WarningCode::LicenseSuspended,
                _ => WarningCode::LicenseEnded,
            };
            let message = format!("license {} is {}", license.serial, state.as_str());
            Outcome::default().warn(code, message)
        }
        _ => Outcome::default(),
    };
    let mut blocked = Vec::new();
    for (activation, _) in &files {
        let Some(container) = activation.container() else { continue };
        blocked.extend(
            lookup::container(home.reader(), &container.parse()?)?.block.map(|_| container),
        );
    }
    let outcome = blocked.iter().fold(outcome, |outcome, it| {
        outcome.warn(WarningCode::ContainerBlocked, format!("container {it} is blocked"))
    });
    Ok(match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.with_message(format!("Wrote {path}")))
            .with(exported),
    })
}
