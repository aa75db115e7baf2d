//! `license renew`: writes the next file of a checkpoint license, or of all licenses whose files
//! end soon.

use std::collections::BTreeSet;

use crate::cli::arguments::Out;
use crate::cli::change::{
    ChangeOutcome, Changed, changed, check_file, execute, execute_on_license, impact_lines,
    write_again,
};
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::{Options, WrittenFiles};
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::name::{Reference, Slug};
use crate::domain::time::Days;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::ops::error::{Failure, Result};
use crate::ops::execute::Execution;
use crate::ops::license::answer::ChangedLicense;
use crate::ops::license::plan::Files;
use crate::ops::license::renew::{RenewDueLicenses, RenewLicense, RenewedBefore};
use crate::ops::license::request::SigningRequest;

/// Write the next file of checkpoint licenses
///
/// Renews one license, or with --due all licenses whose files end soon. The renewal is the next
/// revision. Within a day of the last file, the same file is written again, so that an interrupted
/// run can be repeated.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license renew L-7K3MQ-9X2D9 --out nordwind.lic
  licentia license renew --due --within 7d --out-dir renewed --json")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE", conflicts_with = "due")]
    license: Option<LicenseArgument>,
    /// Renew all licenses whose files end soon
    #[arg(long)]
    due: bool,
    /// Days before the end of a file in which it is renewed [default: 30d]
    #[arg(long, value_name = "DURATION", conflicts_with = "license")]
    within: Option<Days>,
    /// Idempotency reference, such as an order number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE", conflicts_with = "due")]
    reference: Option<Reference>,
    /// Signing key, one for each edition; with --due, only licenses in the edition of the key are
    /// renewed [default: the keys with the editions' names]
    #[arg(long, value_name = "NAME")]
    key: Vec<Slug>,
    /// Purpose of the signatures, for keys limited to purposes [default: issue]
    #[arg(long, value_name = "WORD")]
    purpose: Option<Purpose>,
    #[command(flatten)]
    out: Out,
}

/// The default of `--within`.
const WITHIN: Days = Days(30);

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    if args.due {
        context.run_as_maintenance();
    }
    let mut home = context.home()?;
    let Some(named) = &args.license else {
        if args.due {
            return all(args, context, &mut home);
        }
        return Err(Error::usage("a license or --due is required")
            .hint(
                "`licentia license renew LICENSE`, or `licentia license renew --due --out-dir DIR` \
                 for all licenses with files that end soon",
            )
            .into());
    };
    let serial = find_to_change(context, &home, named)?;
    let request =
        RenewLicense { license: serial, reference: args.reference.clone(), signing: signing(args) };
    let options = Options { out: Some(&args.out), ..Options::default() };
    let done = execute_on_license(context, &mut home, &options, &request)?;
    // A reference can be recorded for an answer without a newer file.
    let done = match done {
        ChangeOutcome::Applied(mut steps) => match steps.pop() {
            Some((step, emitted)) if !step.signs() => {
                ChangeOutcome::Unchanged(Box::new(step.after), emitted)
            }
            last => ChangeOutcome::Applied(last.into_iter().collect()),
        },
        other => other,
    };
    let words =
        super::shared::Words { did: "Renewed", would: "renew", already: "needs no newer file" };
    Ok(super::shared::answer(done, &words, &home, context.format(), |_, after| until(after)))
}

fn signing(args: &Args) -> SigningRequest {
    SigningRequest { key_names: args.key.clone(), purpose: args.purpose.clone() }
}

/// Adds a hint to the error of a missing key: the licenses that the other keys sign can be renewed.
fn with_way_out(error: Failure) -> Failure {
    error.map_rule(|rule_error| match rule_error.code {
        ErrorCode::KeyMissing => rule_error.hint(
            "--key NAME renews only the licenses in the edition of the key: name the keys of \
                 this home",
        ),
        _ => rule_error,
    })
}

/// Returns `: file valid until …`.
fn until(license: &License) -> String {
    let ends: Vec<&str> =
        license.live().filter_map(|it| it.file.as_ref()?.expires_at.as_deref()).collect();
    match ends.as_slice() {
        [] => String::new(),
        [end] => format!(": file valid until {end}"),
        [end, ..] => format!(": {} files valid until {end}", ends.len()),
    }
}

fn all(args: &Args, context: &mut CommandContext<'_>, home: &mut Home) -> Result<Outcome> {
    let out = &args.out;
    if out.out.is_some() {
        return Err(Error::usage("--due writes several files, but --out names one file")
            .hint("use --out-dir DIR")
            .into());
    }
    let within = args.within.unwrap_or(WITHIN);
    let request = RenewDueLicenses { within, signing: signing(args) };
    let options = Options { out: Some(out), ..Options::default() };
    let (execution, written) = execute(context, home, &options, &request).map_err(with_way_out)?;
    let (mut outcome, did, again, tampered) = match execution {
        Execution::DryRun(plan) => {
            let message = format!("Would renew {}", count_of(plan.steps.len(), "license"));
            let outcome =
                impact_lines(&plan).into_iter().fold(Outcome::done(message), Outcome::with_message);
            let again = files_of(plan.repeated, &written);
            (outcome, changed(plan.steps, &written), again, plan.tampered)
        }
        Execution::Applied(plan) => {
            let message = format!("Renewed {}", count_of(plan.steps.len(), "license"));
            let outcome = plan.steps.iter().fold(Outcome::done(message), |outcome, step| {
                outcome.with_message(format!("{}{}", step.after.serial, until(&step.after)))
            });
            let again = files_of(plan.repeated, &written);
            (outcome, changed(plan.steps, &written), again, plan.tampered)
        }
        Execution::Unchanged(RenewedBefore { repeated, tampered }) => {
            let message = if repeated.is_empty() {
                "No change: no file of a checkpoint license is due"
            } else {
                "No change: no file of a checkpoint license must be renewed"
            };
            let again = write_all_again(context, home, repeated, out)?;
            (Outcome::done(message), Vec::new(), again, tampered)
        }
    };
    for difference in tampered {
        outcome = outcome.warn(WarningCode::Tampered, format!("not renewed: {difference}"));
        outcome.exit = ErrorCode::Tampered.exit();
    }
    if !again.is_empty() {
        outcome = outcome.with_message(format!(
            "Not renewed, because the files were signed within the last day: {}",
            count_of(again.len(), "license")
        ));
    }
    let emitted = did.iter().map(|(_, emitted)| emitted).chain(again.iter().map(|(_, it)| it));
    let files: usize = emitted.map(|emitted| emitted.paths().len()).sum();
    let rows = rows(&did, &again, home, context);
    if out.out_dir.is_some() && !rows.is_empty() && !context.is_dry() {
        let again = if did.is_empty() { " again" } else { "" };
        outcome = outcome.with_message(format!("Wrote {}{again}", count_of(files, "file")));
    }
    let places = did.iter().flat_map(|(step, _)| step.after.live());
    let hardware: BTreeSet<String> = places
        .filter_map(|activation| activation.container.as_ref())
        .filter(|place| place.kind.is_hardware())
        .map(|place| place.serial.clone())
        .collect();
    if !hardware.is_empty() && !context.is_dry() {
        outcome = outcome.with_message(format!(
            "Next: `licentia container update CONTAINER --out FILE` writes the update for the \
             customer, for each computer and dongle: {}",
            some_of(&hardware.into_iter().collect::<Vec<_>>())
        ));
    }
    Ok(super::shared::many(outcome, rows, context.format()))
}

/// A license that was not changed, and its files.
type Again = (License, Emitted);

fn files_of(licenses: Vec<License>, written: &WrittenFiles) -> Vec<Again> {
    let with_files = |license: License| {
        let emitted = written.of_license(license.serial.as_str());
        (license, emitted)
    };
    licenses.into_iter().map(with_files).collect()
}

/// Writes the files of licenses that were renewed within a day, if no other license is renewed.
fn write_all_again(
    context: &CommandContext<'_>,
    home: &Home,
    licenses: Vec<License>,
    out: &Out,
) -> Result<Vec<Again>> {
    context.check_out(out, None)?;
    for license in &licenses {
        check_file(context, license, out, &Files::All)?;
    }
    let write = |license: License| {
        let emitted = match context.is_dry() {
            true => Emitted::Nowhere,
            false => write_again(context, home, &license, out, &Files::All)?,
        };
        Ok((license, emitted))
    };
    licenses.into_iter().map(write).collect()
}

/// Returns the licenses for machines.
fn rows(
    did: &[Changed],
    again: &[Again],
    home: &Home,
    context: &CommandContext<'_>,
) -> Vec<ChangedLicense> {
    let shown = |license, emitted| super::shared::shown(license, home, emitted, context.format());
    let did = did.iter().map(|(step, emitted)| {
        let license = shown(&step.after, emitted);
        if context.is_dry() {
            ChangedLicense::planned(license)
        } else {
            ChangedLicense::done(license, false)
        }
    });
    let again =
        again.iter().map(|(license, emitted)| ChangedLicense::done(shown(license, emitted), true));
    did.chain(again).collect()
}
