//! How a verb changes licenses: decide, ask, choose keys, unlock them, decide again under the lock, write, sign, hand out the
//! files. The verbs say what is to be decided and what to tell.

use anyhow::{Context as _, Result};
use clap::Args;
use serde_json::Value;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home, Prepared};
use crate::cli::front_end::Options;
use crate::cli::impact;
use crate::cli::outcome::{Edited, Outcome, some_of};
use crate::domain::Refusal;
use crate::domain::audit::license::LicenseTerms;
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::name::Code as KeyName;
use crate::domain::time::Timestamp;
use crate::host::files::Access;
use crate::ops::execute::{self, Basis, Execution, UseCase};
use crate::ops::license::apply::{file_name, no_file};
use crate::ops::license::placement::Target;
use crate::ops::license::plan::{Decision, Files, Plan, Step};
use crate::store::Reader;

/// Which key signs, and where the file goes.
#[derive(Clone, Debug, Default, Args)]
pub struct Signing {
    /// The key that signs [default: the one named like the edition, else the only one that may]
    #[arg(long, value_name = "NAME")]
    pub key: Option<KeyName>,
    /// What it is signed for, where the key is kept for a purpose [default: issue]
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<Purpose>,
    #[command(flatten)]
    pub out: Out,
}

impl Signing {
    /// The way of a change that signs so.
    pub fn way(&self) -> Way<'_> {
        Way {
            keys: self.key.as_slice(),
            purpose: self.purpose.as_ref(),
            out: Some(&self.out),
            ..Way::default()
        }
    }
}

/// The same where several files may be written, of both editions.
#[derive(Clone, Debug, Default, Args)]
pub struct SigningMany {
    /// A key that signs, one for each edition [default: the one named like the edition, else the only one that may]
    #[arg(long, value_name = "NAME")]
    pub key: Vec<KeyName>,
    /// What they are signed for, where a key is kept for a purpose [default: issue]
    #[arg(long, value_name = "WORD")]
    pub purpose: Option<Purpose>,
    /// Write the files into this folder, under their serials; made if missing
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<std::path::PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
}

impl SigningMany {
    /// The way of a change that signs so.
    pub fn way<'a>(&'a self, out: &'a Out) -> Way<'a> {
        Way { keys: &self.key, purpose: self.purpose.as_ref(), out: Some(out), ..Way::default() }
    }

    /// Where the files go.
    pub fn out(&self) -> Out {
        Out { out: None, out_dir: self.out_dir.clone(), force: self.force }
    }
}

/// How a change is carried out.
#[derive(Default)]
pub struct Way<'a> {
    /// The keys that were named.
    pub keys: &'a [KeyName],
    /// What the files are signed for, where it was said.
    pub purpose: Option<&'a Purpose>,
    /// Where the files go.
    pub out: Option<&'a Out>,
    /// Whose file alone is handed out, of a license that is in several places.
    pub only: Option<&'a Target>,
    /// What has to be confirmed, as an act; what is hit is shown.
    pub act: Option<String>,
    /// What has to be as it was at first once the lock is held, although nobody was shown it.
    pub exact: Option<&'static str>,
}

/// What became of a change.
pub enum Done<P = ()> {
    /// A dry run: what would change.
    Would(Box<Plan<P>>),
    /// It was so already.
    Repeated(Box<License>, Emitted),
    /// What was changed, a license each, and the facts for the answer.
    Did(Vec<(Step, Emitted)>, P),
}

/// A request that a function decides.
struct Decided<'a, P> {
    decide: Decide<'a, P>,
    way: &'a Way<'a>,
}

/// Decides what shall change, from one state of the database at an instant.
pub type Decide<'a, P = ()> = &'a dyn Fn(Reader<'_>, Timestamp) -> Result<Decision<P>>;

impl<P> UseCase for Decided<'_, P> {
    type Plan = Plan<P>;
    type Unchanged = Box<License>;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<P>> {
        Ok(match (self.decide)(reader, now)? {
            Decision::Change(mut plan) => {
                plan.key_names = self.way.keys.to_vec();
                if let Some(purpose) = self.way.purpose {
                    plan.purpose = purpose.clone();
                }
                if let Some(only) = self.way.only {
                    plan.only = Files::Of(only.container().map(str::to_owned));
                }
                Decision::Change(plan)
            }
            unchanged => unchanged,
        })
    }

    fn basis(&self, plan: &Plan<P>) -> Basis {
        let Some(name) = self.way.exact else { return Basis::default() };
        let facts = plan.steps.iter().map(|step| format!("{:?} {:?}", step.product, step.customer));
        Basis { name, facts: facts.collect() }
    }
}

/// Carries a change out, or shows in a dry run what it would be.
pub fn carry_out<P>(
    command: &mut CommandContext<'_>,
    home: &mut Home,
    way: &Way<'_>,
    decide: Decide<'_, P>,
) -> Result<Done<P>> {
    let none = Out::default();
    let out = way.out.unwrap_or(&none);
    let options = Options { action: way.act.clone(), out: way.out, ..Options::default() };
    let (execution, written) = command.execute(home, &options, &Decided { decide, way })?;
    Ok(match execution {
        Execution::DryRun(plan) => Done::Would(Box::new(plan)),
        Execution::Unchanged(license) => {
            let emitted = repeated(command, &license, out, way.only)?;
            Done::Repeated(license, emitted)
        }
        Execution::Applied(plan) => {
            plan.stale.iter().for_each(|warning| command.warn(warning));
            let emitted = |step: Step| {
                let emitted = written.of_license(step.after.serial.as_str());
                (step, emitted)
            };
            Done::Did(plan.steps.into_iter().map(emitted).collect(), plan.payload)
        }
    })
}

fn repeated(
    command: &mut CommandContext<'_>,
    license: &License,
    out: &Out,
    only: Option<&Target>,
) -> Result<Emitted> {
    if out.is_asked() && license.live().next().is_none() {
        return Err(no_file(license).into());
    }
    check_file(command, license, out, only)?;
    if command.is_dry() {
        return Ok(Emitted::Nowhere);
    }
    finish(prepare(command, license, out, only)?, license)
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
fn handed<'a>(license: &'a License, only: Option<&Target>) -> Vec<OutputFile<'a>> {
    let is_alone = license.live().count() == 1;
    let is_asked = |it: &&Activation| only.is_none_or(|only| only.container() == it.container());
    let file = |it| OutputFile { activation: it, name: file_name(license, it, is_alone) };
    license.live().filter(is_asked).map(file).collect()
}

/// One name is for one file.
fn check_one(license: &License, files: usize, out: &Out) -> Result<(), Refusal> {
    if out.out.is_none() || files <= 1 {
        return Ok(());
    }
    let message = format!(
        "license {} has {files} files, one for each container, and --out names one",
        license.serial
    );
    Err(Refusal::usage(message).hint("name a folder: --out-dir DIR"))
}

/// Looks whether the newest files of a license could be written where they shall go.
pub fn check_file(
    command: &CommandContext<'_>,
    license: &License,
    out: &Out,
    only: Option<&Target>,
) -> Result<()> {
    let handed = handed(license, only);
    check_one(license, handed.len(), out)?;
    if out.out.is_some() {
        handed.iter().try_for_each(|it| it.activation.check_believed())?;
    }
    command.check_out(out, handed.first().and_then(OutputFile::text))?;
    handed.iter().try_for_each(|it| command.check_in_folder(out, &it.name, it.text()))
}

/// A license's files, complete but for their names; each with the container that it is for.
pub type PreparedFiles = Vec<(Option<String>, Prepared)>;

/// The newest files of a license, complete but for their names.
pub fn prepare(
    command: &CommandContext<'_>,
    license: &License,
    out: &Out,
    only: Option<&Target>,
) -> Result<PreparedFiles> {
    prepare_all(command, out, handed(license, only))
}

fn prepare_all(
    command: &CommandContext<'_>,
    out: &Out,
    handed: Vec<OutputFile<'_>>,
) -> Result<PreparedFiles> {
    let mut files = Vec::new();
    for OutputFile { activation, name } in handed {
        let Some(file) = activation.file.as_ref().filter(|_| activation.check_believed().is_ok())
        else {
            continue;
        };
        let container = activation.container().map(str::to_owned);
        files.push((container, command.prepare(out, &name, &file.text, Access::Public)?));
    }
    Ok(files)
}

/// Gives a license's files their names.
pub fn finish(files: PreparedFiles, license: &License) -> Result<Emitted> {
    let mut written = Vec::with_capacity(files.len());
    for (container, file) in files {
        let emitted = file.finish().with_context(|| {
            let serial = &license.serial;
            format!("license {serial} is in the books, but its file could not be written (`licentia license export {serial}` writes it again)")
        })?;
        match emitted {
            Emitted::File(path) => written.push((container, path)),
            other => return Ok(other),
        }
    }
    Ok(match written.as_mut_slice() {
        [] => Emitted::Nowhere,
        [(None, path)] => Emitted::File(std::mem::take(path)),
        _ => Emitted::Files(written),
    })
}

/// Who and what is hit, for a person who is asked.
pub fn hit<P>(plan: &Plan<P>) -> Vec<String> {
    impact::lines(&execute::Plan::impact(plan))
}

/// The same for machines.
pub fn hit_object<P>(plan: &Plan<P>) -> Value {
    impact::licenses(&execute::Plan::impact(plan))
}

/// What became of a license, a line a term.
pub fn lines(step: &Step, now: Timestamp) -> Vec<String> {
    let before = step.before.as_ref().unwrap_or(&step.after);
    let terms = |license| serde_json::to_value(LicenseTerms::of(license, now)).unwrap_or_default();
    Edited::of(&terms(before), terms(&step.after)).lines()
}

/// Names the sessions that end.
pub fn tell_sessions<'a>(outcome: Outcome, steps: impl IntoIterator<Item = &'a Step>) -> Outcome {
    let ended: Vec<String> = steps
        .into_iter()
        .flat_map(|step| &step.sessions)
        .map(|session| session.serial.to_string())
        .collect();
    if ended.is_empty() {
        outcome
    } else {
        outcome.say(format!("Sessions that end: {}", some_of(&ended)))
    }
}

/// What is said of the files that were written, and of those that end.
pub fn tell_files(mut outcome: Outcome, step: &Step, emitted: &Emitted) -> Outcome {
    // Where seats went, that is at once, and said already.
    if let Some(at) = step.old_files_end.filter(|_| !step.moves) {
        outcome = outcome.say(format!(
            "Older files end on {} in the next published status list",
            crate::domain::time::day_of(at)
        ));
    }
    match emitted {
        Emitted::File(_) | Emitted::Files(_) => emitted
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.say(format!("Wrote {path}"))),
        Emitted::Nowhere if step.signs() => {
            let serial = &step.after.serial;
            outcome.say(match step.after.live().count() {
                0 | 1 => format!("`licentia license export {serial}` writes its new file"),
                _ => format!("`licentia license export {serial} --out-dir DIR` writes its files"),
            })
        }
        Emitted::Nowhere | Emitted::Standard(_) => outcome,
    }
}
