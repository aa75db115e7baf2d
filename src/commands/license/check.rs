//! `license check`: the online check. Checks that a file is genuine, current and in force, and
//! returns the newest file of the same delivery.

use std::path::PathBuf;

use licentia_runtime::{Kind, MAX_BUNDLE};

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, texts_of};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::license::activation::Activation;
use crate::domain::license::prerequisite::Coverage;
use crate::domain::name::printable;
use crate::domain::{Error, WarningCode};
use crate::host::files::Access;
use crate::ops::error::Result;
use crate::ops::license::answer::CheckedLicense;
use crate::ops::license::online_check::{Checked, check};
use crate::ops::license::prerequisite::missing_prerequisites;

/// Check a license file against the database
///
/// Genuine: this home wrote the file, byte for byte. Current: there is no newer file. In force: the
/// license can be used now. With --out, writes the newest file of the same delivery, or none if the
/// delivery has ended. Exit status 4 unless all three are true. `licentia verify` verifies a file
/// as the application does, without the database.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia license check nordwind.lic\n  licentia license check \
        nordwind.lic --out newest.lic --json"
)]
pub struct Args {
    /// License file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    out: Out,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    context.check_standard_out(&args.out)?;
    let raw = context.read(&args.file, MAX_BUNDLE)?;
    let texts = texts_of(&raw, Kind::License);
    let [text] = texts.as_slice() else {
        return Err(Error::usage(format!(
            "{} contains {}",
            args.file.display(),
            count_of(texts.len(), "license")
        ))
        .hint(if texts.is_empty() {
            format!("`licentia inspect {}` shows the content of the file", args.file.display())
        } else {
            "check each license file separately".to_owned()
        })
        .into());
    };
    let checked = check(home.reader(), text, &home.vendor, home.now)?;
    let mut emitted = Emitted::Nowhere;
    if let (true, Some(newest), Some(license)) =
        (args.out.is_asked(), &checked.newest, &checked.license)
    {
        let place = license
            .live()
            .find(|activation| activation.file.as_ref().is_some_and(|file| file.jti == newest.jti));
        place.map_or(Ok(()), Activation::check_not_suspect)?;
        context.check_out(&args.out, Some(&newest.text))?;
        if !context.is_dry() {
            let (name, text) = (format!("{}.lic", license.serial), newest.text.as_bytes());
            emitted = context.write_file(&args.out, &name, text, Access::Public)?;
        }
    }
    let missing_prerequisites = match &checked.license {
        Some(license) => missing_prerequisites(home.reader(), license, Coverage::Each, home.now)?,
        None => Vec::new(),
    };
    let answer = CheckedLicense::of(&checked, emitted.path(), &missing_prerequisites);
    let exit = if checked.valid() { 0 } else { 4 };
    let path = args.file.display().to_string();
    let outcome = missing_prerequisites.iter().fold(
        Outcome { exit, ..Outcome::default() },
        |outcome, missing| {
            outcome.warn(
                WarningCode::BaseMissing,
                format!(
                    "no usable base license of product {}: {}",
                    missing.product, missing.reason
                ),
            )
        },
    );
    let outcome = match (args.out.is_asked() && !context.is_dry(), &emitted) {
        (true, Emitted::Nowhere) => outcome.warn(
            WarningCode::NoFile,
            "nothing was written: the database has no current file of this delivery",
        ),
        _ => outcome,
    };
    // With the file on standard output, nothing else is printed there.
    Ok(match emitted {
        Emitted::Standard(bytes) => {
            outcome.with_message(sentence(&checked, &path)).with_bytes(bytes)
        }
        _ if args.out.is_standard() => outcome.with_message(sentence(&checked, &path)),
        emitted => {
            let mut text = check_text(&checked, &path);
            if let Some(path) = emitted.path() {
                text += &format!("Wrote {path}\n");
            }
            Outcome { data: Outcome::answer_text(answer, &[], printable(&text)).data, ..outcome }
        }
    })
}

fn sentence(checked: &Checked, path: &str) -> String {
    let code = checked.code.map(|code| format!(" ({code})")).unwrap_or_default();
    format!("{path}: {}: {}{code}", verdict(checked), checked.message)
}

/// Returns the first word of the verdict. Applications accept an older file until its end, so that
/// it is not called invalid.
fn verdict(checked: &Checked) -> &'static str {
    match checked.code {
        _ if checked.valid() => "valid",
        Some("superseded") => "NOT CURRENT",
        _ => "NOT VALID",
    }
}

/// Returns the verdict for people, with the three checks below it.
fn check_text(checked: &Checked, path: &str) -> String {
    let mark = |is: bool| if is { "ok" } else { "NO" };
    let license = checked.license.as_ref();
    let of = license.map(|license| {
        let entitlement = &license.entitlement;
        format!(
            "   license {} of {} for {}",
            license.serial, entitlement.product, entitlement.customer
        )
    });
    let revision = match (checked.revision, license.map(|license| license.revision)) {
        (Some(own), Some(newest)) if own == newest && !checked.current => {
            format!("   revision {own} is the newest, but this delivery has ended")
        }
        (Some(own), Some(newest)) => format!("   revision {own} of {newest}"),
        _ => String::new(),
    };
    format!(
        "{}\n  {:<3} genuine{}\n  {:<3} current{}\n  {:<3} in force\n",
        sentence(checked, path),
        mark(checked.genuine),
        of.unwrap_or_default(),
        mark(checked.current),
        revision,
        mark(checked.in_force)
    )
}
