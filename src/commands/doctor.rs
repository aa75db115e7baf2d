//! `doctor`: finishes the work of killed processes, accepts a difference that a person has
//! examined, and repairs a record that was edited. The file of a credential is on the disk, without
//! its last bytes, before its row is in the database; `doctor` completes the file of a credential
//! in force and removes other leftovers.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::anchors::{OTHER_KEY_SET, check_anchors};
use crate::cli::context::{CommandContext, Home};
use crate::cli::front_end::Options;
use crate::cli::outcome::{Outcome, count_of};
use crate::cli::private_output::remove_left;
use crate::cli::progress::with_progress;
use crate::domain::anchor::AnchorClaims;
use crate::domain::credential::hash;
use crate::domain::key::{Key, find};
use crate::domain::name::{Name, Slug};
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::host::files::{self, Access, Existing};
use crate::host::output_files::{OutputTarget, remove_leftovers};
use crate::host::staged_file::{Reopened, StagedFile};
use crate::ops::credential::finish::FinishCredential;
use crate::ops::doctor::accept::{AcceptDatabase, AcceptedDatabase, AcceptedSubject};
use crate::ops::doctor::accept_record::{AcceptLicense, AcceptRow, AcceptedRecord};
use crate::ops::doctor::answer::{
    AcceptedDifference, AcceptedRecordAnswer, DoctorReport, InterruptedWork, RepairedRecordAnswer,
};
use crate::ops::doctor::examine::{Examination, Subject};
use crate::ops::doctor::repair::{RepairRecord, RepairedRecord, RepairedSubject};
use crate::ops::doctor::repair_keys::{RepairKeys, RepairedKeys};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Execution, UseCase, changed_meanwhile};
use crate::ops::health::Item;
use crate::ops::health::comparison::compare;
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;
use crate::store::{CredentialFile, Fault};

/// Complete interrupted work and remove leftover files
///
/// Completes the credential files and key files of commands that were killed. Removes the leftover
/// file of a credential that has ended, and empty leftover files from the folders of
/// credentials and from DIR. Overwrites nothing.
///
/// Then compares the whole database as `check` does, and reports each difference as an open
/// problem. Exit status 4 if there is a difference, and 1 while another problem remains.
///
/// With --accept, accepts a record that differs from the audit log or from its signed file. The
/// command shows both values and asks. A commercial key without limits then signs an entry that
/// records the row: the row is valid from then on, as if a key holder had granted it. The values of
/// a license become its next revision, and its delivered files are signed again. product:CODE is
/// the recovery policy of a product, and grant:N a grant of recoveries. Rows of keys are never
/// accepted.
///
/// With --repair, writes the values of the audit log, of the signed file and of the key set back to
/// a record that was edited in the database. `keys` are the rows of all keys. The command shows
/// both values and asks. It changes the stored values only: no file is signed, and nothing is
/// granted that no signed entry states. A key is required only if a forged entry is in the log: a
/// key without limits then signs the restored values. Values that were erased in the log stay as
/// they are. The key and the fingerprint of a container, and rows that were added or deleted,
/// cannot be restored: use a backup.
///
/// With --accept key:NAME, accepts a database that differs from the anchor file of this key, which
/// states the newest state that the key knows. Accept only a database that was put back on purpose:
/// an older database has no later changes, such as the revocation of a key. The command shows both
/// states, asks, and unlocks the key.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia doctor\n  licentia doctor --dry-run --json\n  licentia \
        doctor --accept L-7K3MQ-9X2D9 --reason 'seats corrected by the administrator'\n  licentia \
        doctor --repair L-7K3MQ-9X2D9\n  licentia doctor --repair keys --dry-run\n  licentia doctor \
        --accept key:commercial --reason 'backup of Monday restored'"
)]
pub struct Args {
    /// Folders to remove leftover files from [default: current folder]
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// Subject whose difference is accepted: serial of a license, container or ticket,
    /// product:CODE, grant:N or key:NAME
    #[arg(long, value_name = "SUBJECT", requires = "reason", conflicts_with = "folders")]
    accept: Option<AcceptedSubject>,
    /// Reason (recorded in the audit log)
    #[arg(long, value_name = "REASON", requires = "accept")]
    reason: Option<Name>,
    /// Subject whose values are written back: serial of a license, container or ticket,
    /// product:CODE, grant:N or keys
    #[arg(long, value_name = "SUBJECT", conflicts_with_all = ["folders", "accept"])]
    repair: Option<RepairedSubject>,
    /// Signing key of the record, one for each edition [default: the key with the edition's name,
    /// else the only key without limits that may sign]
    #[arg(long, value_name = "NAME", conflicts_with = "folders")]
    key: Vec<Slug>,
}

/// The largest size of a credential file, in bytes.
const MOST: usize = 4 << 20;

/// The work on a file that a killed process left.
#[derive(Clone, Copy, PartialEq)]
enum Cure {
    /// The file is completed.
    Finish,
    /// The file is removed: the target has the whole content, or the credential was ended.
    Remove,
    /// Another file is at the target.
    Leave,
}

/// The results.
#[derive(Default)]
struct Report {
    outcome: Outcome,
    answer: DoctorReport,
    has_difference: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    if let Some(subject) = &args.repair {
        return repair(subject, &args.key, context);
    }
    match (&args.accept, &args.reason) {
        (Some(AcceptedSubject::Key(name)), Some(reason)) => return accept(name, reason, context),
        (Some(AcceptedSubject::Record(subject)), Some(reason)) => {
            return accept_record(subject, reason, &args.key, context);
        }
        _ => {}
    }
    let mut home = context.damaged_home()?;
    let folders = folders(args, context)?;
    let damage = home.reader().check_schema().err();
    let mut files: Vec<CredentialFile> = Vec::new();
    let mut targets: BTreeSet<PathBuf> = folders;
    home.reader().list_credential_files(&mut |file: CredentialFile| -> Result<(), Fault> {
        targets.extend(Path::new(&file.target).parent().map(Path::to_owned));
        if files::is_file(&staged_path(&file)) {
            files.push(file);
        }
        Ok(())
    })?;
    let mut report = Report::default();
    for file in files {
        let Some((left, cure)) = examine(&file) else { continue };
        report.treat(context, &mut home, damage.is_some(), (file, left, cure))?;
    }
    for key in home.reader().list_keys()? {
        report.complete_key(context, &home, &key);
    }
    if let Some(fault) = &damage {
        let warning = format!("{fault}; compare the database with a backup");
        report.outcome = report.outcome.warn(WarningCode::Unprotected, warning);
        report.answer.open.push(InterruptedWork::Damage { damage: fault.to_string() });
    } else {
        if !context.is_dry() {
            report.sweep(&home, &targets);
        }
        report.compare(context, &mut home)?;
    }
    Ok(report.answer())
}

/// Accepts the database although it differs from the anchor file of a key.
fn accept(name: &Slug, reason: &Name, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let key = find(&home.reader().list_keys()?, name)?.clone();
    let (file, subject) = (home.key_files.anchor(&key)?, format!("key:{}", key.name));
    let place = file.place.clone();
    let request = AcceptDatabase { key, file, reason: reason.clone() };
    let Decision::Change(plan) = request.plan(home.reader(), home.now)? else {
        let done = format!("No change: the database does not differ from the anchor file {place}");
        return Ok(Outcome::done(done).with(AcceptedDifference::of(subject, None)));
    };
    let states = states(&plan, &place);
    context.confirm(&states, &format!("accept the database for key {}", plan.key.name))?;
    let (execution, _) = context.execute(&mut home, &Options::default(), &request)?;
    let (plan, word) = match execution {
        Execution::DryRun(plan) => (plan, "Would accept"),
        Execution::Applied(plan) => (plan, "Accepted"),
        Execution::Unchanged(()) => {
            return Err(changed_meanwhile("the database").into());
        }
    };
    let done = Outcome::done(format!("{word} the database for key {}", plan.key.name));
    let states = if is_shown(context) { Vec::new() } else { states };
    let answer = AcceptedDifference::of(subject, Some(&plan));
    Ok(states.into_iter().fold(done, Outcome::with_message).with(answer))
}

/// Accepts a record that differs from the log or from its signed file.
fn accept_record(
    subject: &Subject,
    reason: &Name,
    key_names: &[Slug],
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let (reason, signing) = (reason.clone(), SigningRequest::with_keys(key_names));
    if let Subject::License(license) = subject {
        let request = AcceptLicense { license: license.clone(), reason, signing };
        let examination = |plan: &LicensePlan<Examination>| plan.payload.clone();
        let outcome = accept_with(subject, &request, &examination, context)?;
        return Ok(outcome);
    }
    let request = AcceptRow { subject: subject.clone(), reason, signing };
    accept_with(subject, &request, &|plan: &AcceptedRecord| plan.examination.clone(), context)
}

/// Writes the values of the log, of signed files or of the key set back.
fn repair(
    subject: &RepairedSubject,
    key_names: &[Slug],
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    match subject {
        RepairedSubject::Keys => {
            // An older database has an older key set.
            let home = context.home()?;
            check_anchors(&home, &home.reader().list_keys()?, &OTHER_KEY_SET)?;
            let examination = |plan: &RepairedKeys| plan.examination.clone();
            repair_with(("keys", "the rows of keys"), &RepairKeys, &examination, context)
        }
        RepairedSubject::Record(subject) => {
            let signing = SigningRequest::with_keys(key_names);
            let request = RepairRecord { subject: subject.clone(), signing };
            let examination = |plan: &RepairedRecord| plan.examination.clone();
            let names = (&*subject.to_string(), &*subject.called());
            repair_with(names, &request, &examination, context)
        }
    }
}

/// Repairs a record with a request. `examination` returns the faults that a plan repairs.
fn repair_with<U: UseCase<Unchanged = ()>>(
    (subject, called): (&str, &str),
    request: &U,
    examination: &dyn Fn(&U::Plan) -> Examination,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let mut home = context.home()?;
    let plan = match request.plan(home.reader(), home.now)? {
        Decision::Change(plan) => plan,
        Decision::Unchanged(()) => {
            let done = Outcome::done(format!("No change: {called} has the stated values"));
            return Ok(done.with(RepairedRecordAnswer::of(subject.to_owned(), None)));
        }
    };
    let lines = examination(&plan).lines();
    context.confirm(&lines, &format!("write the stated values back to {called}"))?;
    let (execution, _) = context.execute(&mut home, &Options::default(), request)?;
    let (plan, word) = match execution {
        Execution::DryRun(plan) => (plan, "Would repair"),
        Execution::Applied(plan) => (plan, "Repaired"),
        Execution::Unchanged(()) => return Err(changed_meanwhile(called).into()),
    };
    let answer = RepairedRecordAnswer::of(subject.to_owned(), Some(&examination(&plan)));
    let done = Outcome::done(format!("{word} {called}"));
    let lines = if is_shown(context) { Vec::new() } else { lines };
    Ok(lines.into_iter().fold(done, Outcome::with_message).with(answer))
}

/// Accepts a record with a request. `examination` returns the faults that a plan accepts.
fn accept_with<U: UseCase<Unchanged = ()>>(
    subject: &Subject,
    request: &U,
    examination: &dyn Fn(&U::Plan) -> Examination,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let mut home = context.home()?;
    let called = subject.called();
    let plan = match request.plan(home.reader(), home.now)? {
        Decision::Change(plan) => plan,
        Decision::Unchanged(()) => {
            let done = Outcome::done(format!(
                "No change: {called} does not differ from the audit log and its signed file"
            ));
            return Ok(done.with(AcceptedRecordAnswer::of(subject.to_string(), None)));
        }
    };
    let lines = examination(&plan).lines();
    context.confirm(&lines, &format!("accept {called} as it is in the database"))?;
    let (execution, _) = context.execute(&mut home, &Options::default(), request)?;
    let (plan, word) = match execution {
        Execution::DryRun(plan) => (plan, "Would accept"),
        Execution::Applied(plan) => (plan, "Accepted"),
        Execution::Unchanged(()) => return Err(changed_meanwhile(&called).into()),
    };
    let answer = AcceptedRecordAnswer::of(subject.to_string(), Some(&examination(&plan)));
    let done = Outcome::done(format!("{word} {called} as it is in the database"));
    let lines = if is_shown(context) { Vec::new() } else { lines };
    Ok(lines.into_iter().fold(done, Outcome::with_message).with(answer))
}

/// Returns whether a person has already seen the lines of a confirmation.
fn is_shown(context: &mut CommandContext<'_>) -> bool {
    context.person().is_some() && !context.globals.yes && !context.is_dry()
}

/// Returns the state in the anchor file and the state of the database, one line each.
fn states(plan: &AcceptedDatabase, place: &str) -> Vec<String> {
    let anchor = match &plan.anchor {
        Ok(claims) => state(claims),
        Err(reason) => format!("not valid: {reason}"),
    };
    vec![format!("anchor file {place}: {anchor}"), format!("database: {}", state(&plan.database))]
}

fn state(claims: &AnchorClaims) -> String {
    let AnchorClaims { root, keyset, log, .. } = claims;
    format!(
        "root key {root}, key set {} ({}), audit entry {} of {} ({})",
        keyset.version,
        keyset.hash,
        log.seq,
        claims.since(),
        log.hash
    )
}

/// Returns the folders to remove leftover files from.
fn folders(args: &Args, context: &CommandContext<'_>) -> Result<BTreeSet<PathBuf>, Error> {
    if args.folders.is_empty() {
        return Ok([context.host.path(Path::new(""))].into());
    }
    let folder = |typed: &PathBuf| {
        let path = context.host.path(typed);
        if path.is_dir() {
            return Ok(path);
        }
        Err(Error::usage(format!("{} is not a folder", typed.display())))
    };
    args.folders.iter().map(folder).collect()
}

/// Returns the path of a file until it is complete.
fn staged_path(file: &CredentialFile) -> PathBuf {
    Path::new(&file.target).with_file_name(&file.staged)
}

/// Locks the file of a credential, and returns it with its cure; `None` for a file that is
/// complete, missing, changed, or of a process that still runs.
fn examine(file: &CredentialFile) -> Option<(StagedFile, Cure)> {
    let path = PathBuf::from(&file.target);
    let target =
        OutputTarget { path: path.clone(), access: Access::Private, existing: Existing::Keep };
    let Ok(Reopened::File(left)) =
        StagedFile::reopen(&staged_path(file), target, file.staged_length)
    else {
        return None;
    };
    let mut content = left.head().ok()?;
    content.extend_from_slice(&file.missing);
    if hash(&content) != file.hash {
        return None;
    }
    let is_there = || files::read(&path, MOST).is_ok_and(|bytes| hash(&bytes) == file.hash);
    Some(match (file.in_force, files::exists(&path)) {
        (true, false) => (left, Cure::Finish),
        (true, true) if !is_there() => (left, Cure::Leave),
        _ => (left, Cure::Remove),
    })
}

impl Report {
    /// Gives the file of a key its name, where a killed process left it under its pending name.
    fn complete_key(&mut self, context: &CommandContext<'_>, home: &Home, key: &Key) {
        let Some(pending) = home.key_files.pending(key) else { return };
        let path = home.key_file(key);
        let (name, shown) = (key.name.as_str(), path.display());
        let staged = pending.display().to_string();
        let fact = InterruptedWork::Key {
            key: name.to_owned(),
            path: shown.to_string(),
            staged: staged.clone(),
        };
        let outcome = std::mem::take(&mut self.outcome);
        if !context.is_dry() && home.key_files.complete(key) != path {
            self.outcome = outcome.warn(
                WarningCode::KeyFileUnfinished,
                format!(
                    "the file of key {name} is complete in {staged}, but cannot be renamed to \
                     {shown}"
                ),
            );
            self.answer.open.push(fact);
            return;
        }
        let word = if context.is_dry() { "Would complete" } else { "Completed" };
        self.outcome = outcome.with_message(format!("{word} the file of key {name}: {shown}"));
        self.answer.finished.push(fact);
    }

    /// Finishes a file, and records that in the audit log. A damaged database is not written to.
    fn treat(
        &mut self,
        context: &mut CommandContext<'_>,
        home: &mut Home,
        is_damaged: bool,
        (file, left, cure): (CredentialFile, StagedFile, Cure),
    ) -> Result<()> {
        if cure == Cure::Leave {
            self.leave(&file);
            return Ok(());
        }
        let is_removed = if is_damaged {
            if !context.is_dry() {
                match cure {
                    Cure::Finish => left.finish(&file.missing)?,
                    Cure::Remove | Cure::Leave => left.remove()?,
                }
            }
            cure == Cure::Remove
        } else {
            let has_copy = cure == Cure::Remove && file.in_force;
            let finish = FinishCredential { file: file.clone(), has_copy };
            match context.execute_on_left_file(home, left, &finish)? {
                Execution::DryRun(plan) | Execution::Applied(plan) => plan.is_removed,
                Execution::Unchanged(()) => return Ok(()),
            }
        };
        self.note(&file, is_removed, context.is_dry());
        Ok(())
    }

    fn leave(&mut self, file: &CredentialFile) {
        let CredentialFile { serial, target, .. } = file;
        let staged = staged_path(file);
        let outcome = std::mem::take(&mut self.outcome);
        self.outcome = outcome.warn(
            WarningCode::CredentialFileUnfinished,
            format!(
                "the file of credential {serial} is incomplete in {}, and {target} is a different \
                 file: rename {target} and repeat `licentia doctor`, or rotate the credential",
                staged.display()
            ),
        );
        self.answer.open.push(fact(file));
    }

    fn note(&mut self, file: &CredentialFile, is_removed: bool, is_dry: bool) {
        let CredentialFile { serial, target, .. } = file;
        let (message, facts) = if is_removed {
            let word = if is_dry { "Would remove" } else { "Removed" };
            let staged = staged_path(file);
            let message = format!(
                "{word} {}: credential {serial} already has a complete file, or has ended",
                staged.display()
            );
            (message, &mut self.answer.removed)
        } else {
            let word = if is_dry { "Would complete" } else { "Completed" };
            (format!("{word} the file of credential {serial}: {target}"), &mut self.answer.finished)
        };
        facts.push(fact(file));
        self.outcome = std::mem::take(&mut self.outcome).with_message(message);
    }

    /// Removes the files that killed processes left in folders: files without content, and
    /// credentials that are not recorded.
    fn sweep(&mut self, home: &Home, folders: &BTreeSet<PathBuf>) {
        let (tag, reader) = (home.staging_tag(), home.reader());
        let is_recorded = |name: &str| reader.has_staged_file(name).unwrap_or(true);
        let remove =
            |folder: &PathBuf| remove_left(folder, &tag, &is_recorded) + remove_leftovers(folder);
        let count: usize = folders.iter().map(remove).sum();
        if count > 0 {
            let message = format!("Removed {}", count_of(count, "leftover file"));
            self.outcome = std::mem::take(&mut self.outcome).with_message(message);
        }
    }

    /// Compares the whole database, and reports each difference.
    fn compare(&mut self, context: &mut CommandContext<'_>, home: &mut Home) -> Result<()> {
        let (vendor, now) = (home.vendor.clone(), home.now);
        let snapshot = home.store.snapshot()?;
        let reader = snapshot.reader();
        let findings = with_progress(context, |show| compare(reader, &vendor, now, show))?;
        self.has_difference = findings.has_difference();
        let mut outcome = std::mem::take(&mut self.outcome);
        for Item { kind, subject, problem: difference, .. } in findings.items {
            outcome = outcome.with_message(format!("{kind} {subject}: {difference}"));
            self.answer.open.push(InterruptedWork::Difference { kind, subject, difference });
        }
        if findings.further > 0 {
            outcome = outcome.with_message(format!("Further differences: {}", findings.further));
        }
        self.outcome = outcome;
        Ok(())
    }

    fn answer(self) -> Outcome {
        let Report { mut outcome, answer, has_difference } = self;
        if !answer.open.is_empty() {
            outcome = outcome
                .with_message(format!("Unresolved: {}", count_of(answer.open.len(), "problem")));
        } else if outcome.messages.is_empty() {
            outcome = outcome.with_message("Found no interrupted work");
        }
        let exit = match has_difference {
            true => ErrorCode::Tampered.exit(),
            false => u8::from(!answer.open.is_empty()),
        };
        Outcome { exit, ..outcome.with(answer) }
    }
}

/// Returns the work on the file of a credential.
fn fact(file: &CredentialFile) -> InterruptedWork {
    InterruptedWork::Credential {
        credential: file.serial.to_string(),
        path: file.target.clone(),
        staged: staged_path(file).display().to_string(),
    }
}
