//! Shared code of the verbs that change licenses: the arguments of signing, the execution, emitted
//! files, and the sentences about files and sessions.

use clap::Args;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::{Options, WrittenFiles};
use crate::cli::impact;
use crate::cli::outcome::{Outcome, difference_lines, some_of};
use crate::domain::audit::Difference;
use crate::domain::audit::license::LicenseTerms;
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, Place};
use crate::domain::name::{Slug, count_of};
use crate::domain::time::Timestamp;
use crate::domain::{Error, WarningCode};
use crate::host::files::Access;
use crate::ops::answer::AffectedLicenseAnswer;
use crate::ops::error::Result;
use crate::ops::execute::{self, Execution, UseCase};
use crate::ops::license::apply::{file_name, no_file};
use crate::ops::license::plan::{Files, LicensePlan, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::signed_file;

/// The signing key, and the target of the file.
#[derive(Clone, Debug, Default, Args)]
pub struct Signing {
    /// Signing key [default: the key with the edition's name, else the only key without limits that
    /// may sign]
    #[arg(long, value_name = "NAME")]
    pub key: Option<Slug>,
    /// Purpose of the signature, for keys limited to purposes [default: issue]
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<Purpose>,
    #[command(flatten)]
    pub out: Out,
}

impl Signing {
    /// Returns the signing of a request.
    pub fn request(&self) -> SigningRequest {
        SigningRequest {
            key_names: self.key.iter().cloned().collect(),
            purpose: self.purpose.clone(),
        }
    }

    /// Returns the options of a change without a confirmation.
    pub fn options(&self) -> Options<'_> {
        Options { out: Some(&self.out), ..Options::default() }
    }
}

/// The signing keys of an audit entry that grants rights and writes no file.
#[derive(Clone, Debug, Default, Args)]
pub struct EntrySigning {
    /// Signing key of the audit entry, one for each edition [default: the key with the edition's
    /// name, else the only key without limits that may sign]
    #[arg(long, value_name = "NAME")]
    pub key: Vec<Slug>,
    /// Purpose of the signature, for keys limited to purposes [default: issue]
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<Purpose>,
}

impl EntrySigning {
    /// Returns the signing of a request.
    pub fn request(&self) -> SigningRequest {
        SigningRequest { key_names: self.key.clone(), purpose: self.purpose.clone() }
    }
}

/// The signing keys of both editions, and the target of several files.
#[derive(Clone, Debug, Default, Args)]
pub struct SigningMany {
    /// Signing key, one for each edition [default: the key with the edition's name, else the only
    /// key that may sign]
    #[arg(long, value_name = "NAME")]
    pub key: Vec<Slug>,
    /// Purpose of the signatures, for keys limited to purposes [default: issue]
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<Purpose>,
    /// Output folder, created if missing; each file is named after its serial
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<std::path::PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
}

impl SigningMany {
    /// Returns the signing of a request.
    pub fn request(&self) -> SigningRequest {
        SigningRequest { key_names: self.key.clone(), purpose: self.purpose.clone() }
    }

    /// Returns the target of the files.
    pub fn out(&self) -> Out {
        Out { out: None, out_dir: self.out_dir.clone(), force: self.force }
    }
}

/// The outcome of a change of licenses.
pub enum ChangeOutcome {
    /// The plan of a dry run.
    DryRun(Box<LicensePlan>),
    /// A license that the request did not change, with the file that was written again.
    Unchanged(Box<License>, Emitted),
    /// The changed licenses with their files.
    Applied(Vec<Changed>),
}

impl ChangeOutcome {
    /// Returns the steps of the change; none for a license that did not change.
    pub fn steps(&self) -> Vec<&Step> {
        match self {
            ChangeOutcome::DryRun(plan) => plan.steps.iter().collect(),
            ChangeOutcome::Applied(changed) => changed.iter().map(|(step, _)| step).collect(),
            ChangeOutcome::Unchanged(..) => Vec::new(),
        }
    }
}

/// A changed license with its files.
pub type Changed = (Step, Emitted);

/// Executes a request that changes licenses, and warns of the contexts that the change made stale.
pub fn execute<P, U: UseCase<Plan = LicensePlan<P>>>(
    context: &mut CommandContext<'_>,
    home: &mut Home,
    options: &Options<'_>,
    request: &U,
) -> Result<(Execution<U>, WrittenFiles)> {
    let (execution, written) = context.execute(home, options, request)?;
    if let Execution::Applied(plan) = &execution {
        plan.stale.iter().for_each(|warning| context.warn(WarningCode::StaleContext, warning));
    }
    Ok((execution, written))
}

/// Executes a request about one license. If the request changes nothing, the files of the license
/// are written again.
pub fn execute_on_license<U: UseCase<Plan = LicensePlan, Unchanged = UnchangedLicense>>(
    context: &mut CommandContext<'_>,
    home: &mut Home,
    options: &Options<'_>,
    request: &U,
) -> Result<ChangeOutcome> {
    let (execution, written) = execute(context, home, options, request)?;
    Ok(match execution {
        Execution::DryRun(plan) => ChangeOutcome::DryRun(Box::new(plan)),
        Execution::Unchanged(UnchangedLicense { license, files }) => {
            let emitted = match options.out {
                Some(out) => repeated(context, home, &license, out, &files)?,
                None => Emitted::Nowhere,
            };
            ChangeOutcome::Unchanged(Box::new(license), emitted)
        }
        Execution::Applied(plan) => ChangeOutcome::Applied(changed(plan.steps, &written)),
    })
}

/// Returns the changed licenses of an applied plan, each with its files.
pub fn changed(steps: Vec<Step>, written: &WrittenFiles) -> Vec<Changed> {
    let with_files = |step: Step| {
        let emitted = written.of_license(step.after.serial.as_str());
        (step, emitted)
    };
    steps.into_iter().map(with_files).collect()
}

fn repeated(
    context: &mut CommandContext<'_>,
    home: &Home,
    license: &License,
    out: &Out,
    files: &Files,
) -> Result<Emitted> {
    if out.is_asked() && license.live().next().is_none() {
        return Err(no_file(license).into());
    }
    check_file(context, license, out, files)?;
    if context.is_dry() {
        return Ok(Emitted::Nowhere);
    }
    write_again(context, home, license, out, files)
}

/// An activation whose file is handed out, and the name of the file in a folder.
struct OutputFile<'a> {
    activation: &'a Activation,
    name: String,
}

impl<'a> OutputFile<'a> {
    fn text(&self) -> Option<&'a str> {
        self.activation.file.as_ref().map(|file| file.text.as_str())
    }
}

/// Returns the activations of a license whose files are handed out.
fn handed<'a>(license: &'a License, files: &Files) -> Vec<OutputFile<'a>> {
    let is_alone = license.live().count() == 1;
    let file = |it| OutputFile { activation: it, name: file_name(license, it, is_alone) };
    license.live().filter(|it| files.includes(it)).map(file).collect()
}

/// Refuses a file name for more than one file.
fn check_one(license: &License, files: usize, out: &Out) -> Result<(), Error> {
    if out.out.is_none() || files <= 1 {
        return Ok(());
    }
    let message = format!(
        "license {} has {files} files, one for each container, and --out names one file",
        license.serial
    );
    Err(Error::usage(message).hint("name a folder with --out-dir DIR"))
}

/// Checks that the newest files of a license can be written to the target.
pub fn check_file(
    context: &CommandContext<'_>,
    license: &License,
    out: &Out,
    files: &Files,
) -> Result<()> {
    let handed = handed(license, files);
    check_one(license, handed.len(), out)?;
    if out.out.is_some() {
        handed.iter().try_for_each(|it| it.activation.check_not_suspect())?;
    }
    context.check_out(out, handed.first().and_then(OutputFile::text))?;
    handed.iter().try_for_each(|it| context.check_in_folder(out, &it.name, it.text()))
}

/// Writes the newest files of a license.
///
/// # Errors
///
/// `tampered` if the license differs from its signed files.
pub fn write_again(
    context: &CommandContext<'_>,
    home: &Home,
    license: &License,
    out: &Out,
    files: &Files,
) -> Result<Emitted> {
    signed_file::check_stored(home.reader(), license, &home.vendor, home.now)?;
    let mut written = Vec::new();
    for OutputFile { activation, name } in handed(license, files) {
        let Some(file) =
            activation.file.as_ref().filter(|_| activation.check_not_suspect().is_ok())
        else {
            continue;
        };
        match context.write_file(out, &name, file.text.as_bytes(), Access::Public)? {
            Emitted::File(path) => written.push((activation.container().map(str::to_owned), path)),
            other => return Ok(other),
        }
    }
    Ok(Emitted::of(written))
}

/// Returns the impact of a plan as the lines that a confirmation shows.
pub fn impact_lines<P>(plan: &LicensePlan<P>) -> Vec<String> {
    impact::lines(&execute::Plan::impact(plan))
}

/// Returns the affected licenses of a plan for JSON.
pub fn affected_licenses<P>(plan: &LicensePlan<P>) -> Vec<AffectedLicenseAnswer> {
    AffectedLicenseAnswer::all(&execute::Plan::impact(plan))
}

/// Returns the changed terms of a license, one line for each term.
pub fn lines(step: &Step, now: Timestamp) -> Vec<String> {
    let before = step.before.as_ref().unwrap_or(&step.after);
    let terms = |license| LicenseTerms::of(license, now);
    difference_lines(&Difference::between(&terms(before), &terms(&step.after)))
}

/// Adds the sentences about the sessions that end.
pub fn with_sessions<'a>(outcome: Outcome, steps: impl IntoIterator<Item = &'a Step>) -> Outcome {
    let ended: Vec<String> = steps
        .into_iter()
        .flat_map(|step| &step.sessions)
        .map(|session| session.serial.to_string())
        .collect();
    if ended.is_empty() {
        outcome
    } else {
        outcome.with_message(format!("Sessions that end: {}", some_of(&ended)))
    }
}

/// Adds the sentences about the files that were written and about the older files that end.
pub fn with_files(mut outcome: Outcome, step: &Step, emitted: &Emitted) -> Outcome {
    // If seats moved, the older files end at once, and an earlier sentence states that.
    // A license without a delivery has no older files.
    let had_files = step.before.as_ref().is_some_and(|before| before.held().next().is_some());
    if let Some(at) = step.old_files_end.filter(|_| !step.moves && had_files) {
        outcome = outcome.with_message(format!(
            "Status lists that are published on {} or later mark the older files as invalid",
            crate::domain::time::day_of(at)
        ));
    }
    let serial = &step.after.serial;
    let live = step.after.live().map(|activation| activation.container.as_ref());
    let (hardware, others): (Vec<_>, Vec<_>) =
        live.partition(|place| place.is_some_and(|place| place.kind.is_hardware()));
    let outcome = match emitted {
        Emitted::Standard(_) => return outcome,
        Emitted::File(_) | Emitted::Files(_) => emitted
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.with_message(format!("Wrote {path}"))),
        Emitted::Nowhere if !step.signs() || others.is_empty() => outcome,
        Emitted::Nowhere if hardware.is_empty() && others.len() == 1 => outcome.with_message(
            format!("Next: `licentia license export {serial} --out FILE` writes the new file"),
        ),
        Emitted::Nowhere => outcome.with_message(format!(
            "Next: `licentia license export {serial} --out-dir DIR` writes the new files"
        )),
    };
    let places = hardware.into_iter().flatten();
    // Several licenses can be in the same computer.
    next_updates(step, places).into_iter().fold(outcome, |outcome, next| {
        if outcome.messages.contains(&next) { outcome } else { outcome.with_message(next) }
    })
}

/// The maximum number of updates that an answer names.
const NAMED_UPDATES: usize = 3;

/// Returns the next commands for the computers and dongles of a license whose files were signed.
fn next_updates<'a>(step: &Step, hardware: impl Iterator<Item = &'a Place>) -> Vec<String> {
    if !step.signs() {
        return Vec::new();
    }
    let changed = step.changed_containers();
    // The proof of a pending removal begins with the same update, and is stated later.
    let is_stated_later = |place: &Place| {
        step.pairs().any(|pair| {
            let is_new = pair.before.is_none_or(Activation::is_live);
            let is_leaving = !pair.after.is_live() && pair.after.is_held();
            is_new && is_leaving && pair.after.is_in(place.serial.as_str())
        })
    };
    let places: Vec<&Place> = hardware
        .filter(|place| changed.contains(place.serial.as_str()) && !is_stated_later(place))
        .collect();
    let update = |place: &&Place| {
        format!(
            "Next: `licentia container update {} --out FILE` writes the update for the customer",
            place.serial
        )
    };
    let mut next: Vec<String> = places.iter().take(NAMED_UPDATES).map(update).collect();
    if let Some(more) = places.len().checked_sub(NAMED_UPDATES).filter(|more| *more > 0) {
        next.push(format!(
            "Next: the updates of {} more; `licentia license show {}` shows the containers",
            count_of(more, "container"),
            step.after.serial
        ));
    }
    next
}
