//! How a verb changes licenses: decide, ask, choose keys, unlock them, decide again under the lock, write, sign, hand out the
//! files. The verbs say what is to be decided and what to tell.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use clap::Args;
use licentia_runtime::{Edition, Model};
use serde_json::{Value, json};

use crate::cli::arguments::Out;
use crate::cli::container::noting;
use crate::cli::context::{CommandContext, Emitted, Home, Prepared, UnitOfWork};
use crate::cli::outcome::{Edited, Outcome, count_of, some_of};
use crate::domain::audit::Change;
use crate::domain::key;
use crate::domain::key::{Key, Purpose};
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::module::Grants;
use crate::domain::name::{Code as KeyName, Username};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Refusal};
use crate::host::files::Access;
use crate::ops::container::adopt::made_stale;
use crate::ops::license::placement::Target;
use crate::ops::license::plan::{Decision, Plan, Step, UserChange};
use crate::signing::Signer;
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
pub enum Done {
    /// A dry run: what would change.
    Would(Box<Plan>),
    /// It was so already.
    Repeated(Box<License>, Emitted),
    /// What was changed, a license each.
    Did(Vec<(Step, Emitted)>),
}

/// Decides what shall change, from the books at an instant.
pub type Decide<'a> = &'a dyn Fn(Reader<'_>, Timestamp) -> Result<Decision>;

/// How often it is decided anew, where the books ask for another key than was unlocked.
const TRIES: usize = 5;

/// Carries a change out, or shows in a dry run what it would be. Something tried with a blocked container is written down.
pub fn carry_out(
    command: &mut CommandContext<'_>,
    home: &mut Home,
    way: &Way<'_>,
    decide: Decide<'_>,
) -> Result<Done> {
    let done = carried_out(command, home, way, decide);
    noting(command, home, done)
}

/// Carries a change out.
///
/// What is decided under the lock counts: nobody is refused because somebody else was a little faster, unless he confirmed
/// what is not so any more.
fn carried_out(
    command: &mut CommandContext<'_>,
    home: &mut Home,
    way: &Way<'_>,
    decide: Decide<'_>,
) -> Result<Done> {
    let none = Out::default();
    let out = way.out.unwrap_or(&none);
    let decide = |reader: Reader<'_>, now: Timestamp| -> Result<Decision> {
        let mut decision = decide(reader, now)?;
        if let (Decision::New(plan), Some(purpose)) = (&mut decision, way.purpose) {
            plan.purpose = purpose.clone();
        }
        Ok(decision)
    };
    command.check_standard_out(out)?;
    let first = home.now;
    let plan = match decide(home.reader(), first)? {
        Decision::Repeated(license) => return repeated(command, &license, out, way.only),
        Decision::New(plan) => plan,
    };
    check_files(&plan, out)?;
    // What is signed is other than what stands there; what is only written again may be the same.
    let mut same = None;
    for step in plan.steps.iter().filter(|step| !step.after.standing.is_final()) {
        let fresh = step.fresh_ids();
        let handed = handed_by(step, way.only);
        check_one(&step.after, handed.len(), out)?;
        for file in handed {
            let is_fresh = fresh.contains(&file.activation.id);
            if let Err(refusal) = file.activation.check_believed() {
                if out.out.is_some() {
                    return Err(refusal.into());
                }
                if out.out_dir.is_some() {
                    command.warn(&format!(
                        "the file of license {} is not written: {refusal}",
                        step.after.serial
                    ));
                }
                continue;
            }
            let text = file.text().filter(|_| !is_fresh);
            same = same.or(text);
            // In a folder each file has a name that is known, but that of a new license.
            if step.before.is_some() && (text.is_some() || is_fresh) {
                command.check_in_folder(out, &file.name, text)?;
            }
        }
    }
    command.check_out(out, same)?;
    let lines = hit(&plan);
    if let Some(act) = &way.act {
        command.confirm(&lines, act)?;
    }
    let mut chosen = choose(&home.reader().list_keys()?, &plan, way.keys, home, command.is_dry())?;
    plan.check_scope(&home.vendor, &chosen, first)?;
    if command.is_dry() {
        if !plan.signs().is_empty() {
            home.check_clock()?;
        }
        return Ok(Done::Would(plan));
    }
    let (vendor, is_confirmed) = (home.vendor.clone(), way.act.is_some() && !command.globals.yes);
    let (mut signers, mut wanted): (Vec<(Edition, Signer)>, _) = (Vec::new(), plan.signs());
    for _ in 0..TRIES {
        signers.retain(|(_, signer)| chosen.iter().any(|key| key.kid == signer.kid()));
        for key in &chosen {
            let edition = key.edition.unwrap_or(Edition::Commercial);
            if wanted.contains(&edition)
                && !signers.iter().any(|(unlocked, _)| *unlocked == edition)
            {
                signers.push((edition, command.unlock(home, key)?));
            }
        }
        // Decided again under the lock: what was looked up may have changed while somebody typed a passphrase.
        let work = command.begin(home)?;
        let (reader, now) = (work.tx.reader(), work.now);
        let again = match decide(reader, now)? {
            Decision::New(again) => again,
            Decision::Repeated(license) => {
                drop(work);
                return repeated(command, &license, out, way.only);
            }
        };
        // That less is hit than was shown is no reason to ask again.
        if is_confirmed {
            check_unchanged(
                "what would be hit",
                hit(&again).iter().all(|line| lines.contains(line)),
            )?;
        }
        if let Some(what) = way.exact {
            check_unchanged(
                what,
                matches!(decide(reader, first)?, Decision::New(same) if same == plan),
            )?;
        }
        let lacks = |edition: &Edition| !signers.iter().any(|(unlocked, _)| unlocked == edition);
        if again.signs().iter().any(lacks) {
            drop(work);
            wanted = again.signs();
            chosen = choose(&home.reader().list_keys()?, &again, way.keys, home, false)?;
            continue;
        }
        let keys = reader.list_keys()?;
        check_keys(&keys, &chosen, way.keys, now)?;
        // Another process may have taken the last of a key's files.
        let fresh: Vec<Key> = keys
            .into_iter()
            .filter(|key| chosen.iter().any(|chosen| chosen.kid == key.kid))
            .collect();
        again.check_scope(&vendor, &fresh, now)?;
        return write(command, work, *again, &vendor, &signers, (out, way.only));
    }
    Err(unchanged_refusal("the license").into())
}

/// Writes a plan, with its files and its entries.
fn write(
    command: &mut CommandContext<'_>,
    work: UnitOfWork<'_>,
    plan: Plan,
    vendor: &Vendor,
    signers: &[(Edition, Signer)],
    (out, only): (&Out, Option<&Target>),
) -> Result<Done> {
    if plan.is_nothing() {
        return Ok(Done::Did(Vec::new()));
    }
    let (now, mut changes) = (work.now, plan.entries.clone());
    // Where a user is changed a folder gets what is new; else what was asked for is written, new or not.
    let is_asked = plan.user.is_none();
    let steps = plan.carry_out(&work.tx, vendor, signers, &mut *command.host.entropy, now)?;
    let mut stale = Vec::new();
    for container in steps.iter().flat_map(Step::touched).collect::<BTreeSet<_>>() {
        stale.extend(made_stale(work.tx.reader(), &container.parse()?)?);
    }
    let mut files = Vec::with_capacity(steps.len());
    for step in &steps {
        let is_written = !step.after.standing.is_final() && (is_asked || step.signs());
        let handed = if is_written { handed_by(step, only) } else { Vec::new() };
        files.push(prepare_all(command, out, handed)?);
    }
    changes.extend(steps.iter().flat_map(|step| entries(step, now)));
    work.commit_all(&changes)?;
    stale.iter().for_each(|warning| command.warn(warning));
    let done = steps.into_iter().zip(files).map(|(step, files)| {
        let emitted = finish(files, &step.after)?;
        Ok((step, emitted))
    });
    Ok(Done::Did(done.collect::<Result<_>>()?))
}

/// The keys that were unlocked are still those that would be chosen.
fn check_keys(
    keys: &[Key],
    chosen: &[Key],
    names: &[KeyName],
    now: Timestamp,
) -> Result<(), Refusal> {
    for key in chosen {
        let edition = key.edition.unwrap_or(Edition::Commercial);
        let here = |other: &Key| chosen.iter().any(|chosen| chosen.kid == other.kid);
        let still = key::choose(
            keys,
            edition,
            "license",
            named(keys, edition, names),
            now.as_second(),
            here,
        );
        check_unchanged(
            &format!("key {}", key.name),
            still.is_ok_and(|still| still.kid == key.kid),
        )?;
    }
    Ok(())
}

fn check_unchanged(what: &str, is_unchanged: bool) -> Result<(), Refusal> {
    if is_unchanged {
        return Ok(());
    }
    Err(unchanged_refusal(what))
}

fn unchanged_refusal(what: &str) -> Refusal {
    Refusal::new(Why::ChangedMeanwhile, format!("{what} was changed meanwhile"))
        .hint("nothing was done; look again, then try again")
}

/// The key for each edition in which something is signed, or for which one was named.
pub fn choose(
    keys: &[Key],
    plan: &Plan,
    names: &[KeyName],
    home: &Home,
    dry: bool,
) -> Result<Vec<Key>> {
    let mut editions = plan.signs();
    if !names.is_empty() {
        editions.extend(plan.steps.iter().map(|step| step.after.right.edition));
        editions.sort();
        editions.dedup();
    }
    let chosen = editions.into_iter().map(|edition| {
        let choose = |present: &dyn Fn(&Key) -> bool| {
            key::choose(
                keys,
                edition,
                "license",
                named(keys, edition, names),
                home.now.as_second(),
                present,
            )
        };
        match choose(&|key| home.has_key(key)) {
            // A dry run needs no key, but it takes the real run's where that would find one.
            Err(refusal) if dry && refusal.code == Why::KeyMissing => {
                Ok(choose(&|_| true)?.clone())
            }
            chosen => Ok(chosen?.clone()),
        }
    });
    chosen.collect()
}

/// Of the keys that were named, the one for an edition; one that does not fit is refused where it is used.
fn named<'a>(keys: &[Key], edition: Edition, names: &'a [KeyName]) -> Option<&'a KeyName> {
    let fits =
        |name: &&KeyName| key::find(keys, name).is_ok_and(|key| key.edition == Some(edition));
    names.iter().find(fits).or(names.first())
}

/// A file that is asked for has to be there.
fn check_files(plan: &Plan, out: &Out) -> Result<(), Refusal> {
    let has_file = |step: &Step| step.after.live().next().is_some();
    // A folder takes as many files as there are: of a user that may be none.
    if plan.user.is_some() {
        return Ok(());
    }
    match plan.steps.first() {
        Some(first)
            if out.is_asked() && plan.steps.iter().all(|step| step.moves && !step.signs()) =>
        {
            let message = format!("license {} gets no new file by this", first.after.serial);
            Err(Refusal::new(Why::NotPlaced, message).hint("leave --out and --out-dir out"))
        }
        Some(first) if out.is_asked() && !plan.steps.iter().any(has_file) => {
            Err(no_file(&first.after))
        }
        _ => Ok(()),
    }
}

/// There is nothing to write.
pub fn no_file(license: &License) -> Refusal {
    let (serial, is_final) = (&license.serial, license.standing.is_final());
    let state = if is_final { license.standing.as_str() } else { "parked" };
    let refusal =
        Refusal::new(Why::NotPlaced, format!("license {serial} is {state}: it has no file"));
    match license.held().find(|activation| activation.container.is_some()) {
        _ if is_final => refusal,
        Some(held) => refusal.hint(format!("it is on its way back: {}", held.proof())),
        None => refusal.hint(format!("`licentia license activate {serial} --unbound` delivers it")),
    }
}

fn repeated(
    command: &mut CommandContext<'_>,
    license: &License,
    out: &Out,
    only: Option<&Target>,
) -> Result<Done> {
    if out.is_asked() && license.live().next().is_none() {
        return Err(no_file(license).into());
    }
    check_file(command, license, out, only)?;
    let emitted = if command.is_dry() {
        Emitted::Nowhere
    } else {
        finish(prepare(command, license, out, only)?, license)?
    };
    Ok(Done::Repeated(Box::new(license.clone()), emitted))
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

/// Returns the same for a step. If seats come and go, only fresh files are handed out.
fn handed_by<'a>(step: &'a Step, only: Option<&Target>) -> Vec<OutputFile<'a>> {
    if !step.moves {
        return handed(&step.after, only);
    }
    let fresh = step.fresh_ids();
    handed(&step.after, None).into_iter().filter(|it| fresh.contains(&it.activation.id)).collect()
}

/// `L-….lic`, and where a license has several files `L-…@K-….lic`.
pub fn file_name(license: &License, activation: &Activation, is_alone: bool) -> String {
    match activation.container().filter(|_| !is_alone) {
        Some(container) => format!("{}@{container}.lic", license.serial),
        None => format!("{}.lic", license.serial),
    }
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
pub type Files = Vec<(Option<String>, Prepared)>;

/// The newest files of a license, complete but for their names.
pub fn prepare(
    command: &CommandContext<'_>,
    license: &License,
    out: &Out,
    only: Option<&Target>,
) -> Result<Files> {
    prepare_all(command, out, handed(license, only))
}

fn prepare_all(
    command: &CommandContext<'_>,
    out: &Out,
    handed: Vec<OutputFile<'_>>,
) -> Result<Files> {
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
pub fn finish(files: Files, license: &License) -> Result<Emitted> {
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
pub fn hit(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(UserChange::Removed(user)) = &plan.user {
        let name = user.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
        lines.push(format!(
            "user {} of {}{name}, added {}",
            user.username, user.customer, user.created_at
        ));
    }
    for step in &plan.steps {
        let license = step.before.as_ref().unwrap_or(&step.after);
        let right = &license.right;
        let mut containers: Vec<String> =
            license.held().filter_map(|it| it.container()).map(str::to_owned).collect();
        containers.dedup();
        let files = match (license.held().next(), containers.is_empty()) {
            (Some(_), false) => format!(", in {}", some_of(&containers)),
            (Some(_), true) => ", delivered".to_owned(),
            (None, _) => String::new(),
        };
        lines.push(format!(
            "license {}: {} for {}, {}{files}",
            license.serial,
            right.product,
            right.customer,
            count_of(right.seats as usize, &format!("{} seat", right.model.as_str()))
        ));
        let is_renamed = |user: &Username| matches!(&plan.user, Some(UserChange::Edited(from, _)) if from == user);
        let gone = right
            .users
            .iter()
            .filter(|user| !step.after.right.users.contains(user) && !is_renamed(user));
        let gone: Vec<String> = gone.map(ToString::to_string).collect();
        if !gone.is_empty() {
            lines.push(format!("  assigned no more: {}", some_of(&gone)));
        } else if !right.users.is_empty() && step.after.standing.is_final() {
            let users: Vec<String> = right.users.iter().map(ToString::to_string).collect();
            lines.push(format!("  assigned to {}", some_of(&users)));
        }
        if right.model == Model::Floating
            && !right.users.is_empty()
            && step.after.right.users.is_empty()
            && !step.after.standing.is_final()
        {
            lines.push(format!("  nobody is assigned any more: open to all of {}", right.customer));
        }
        lines.extend(
            step.sessions.iter().map(|session| format!("  ends session {}", session.brief())),
        );
    }
    lines
}

/// The same for machines.
pub fn hit_object(plan: &Plan) -> Value {
    let of = |step: &Step| {
        let license = step.before.as_ref().unwrap_or(&step.after);
        let sessions: Vec<&str> =
            step.sessions.iter().map(|session| session.serial.as_str()).collect();
        let users: Vec<&str> = license.right.users.iter().map(|user| user.as_str()).collect();
        json!({"license": license.serial.as_str(), "customer": license.right.customer.as_str(), "users": users, "sessions": sessions})
    };
    plan.steps.iter().filter(|step| step.before.is_some()).map(of).collect()
}

/// The entries of the audit log for a step: the license's, and one for each session that ended.
pub fn entries(step: &Step, now: Timestamp) -> Vec<Change> {
    let mut changes = Vec::new();
    let license = &step.after;
    let (mut detail, is_same) = match &step.before {
        None => (crate::cli::license::object(license, now, &Emitted::Nowhere), false),
        Some(before) => {
            let edited = Edited::of(&facts(before, now), facts(license, now));
            (edited.detail(), edited.is_nothing())
        }
    };
    for (name, value) in &step.note {
        detail[name.as_str()] = value.clone();
    }
    let is_new = |jti: &str| {
        step.before.as_ref().is_none_or(|before| {
            before.activations.iter().all(|old| old.file.as_ref().is_none_or(|old| old.jti != jti))
        })
    };
    let files: Vec<Value> = license
        .activations
        .iter()
        .filter_map(|it| it.file.as_ref())
        .filter(|file| is_new(&file.jti))
        .map(|file| json!({"jti": file.jti, "kid": file.kid}))
        .collect();
    if !files.is_empty() && step.before.is_some() {
        detail["files"] = json!(files);
    }
    if let Some(at) = step.old_files_end {
        detail["old_files_end"] = at.to_string().into();
    }
    if !step.taken_over.is_empty() {
        detail["sessions"] = step.taken_over.iter().map(|serial| serial.as_str()).collect();
    }
    // A step may be there for its sessions alone.
    if !is_same || !step.note.is_empty() || !files.is_empty() {
        changes.push(Change::new(step.action, license.serial.as_str(), detail));
    }
    changes.extend(step.taken_over.iter().map(|session| {
        Change::new(
            "session.move",
            session.as_str(),
            json!({"license": license.serial.as_str(), "from": license.replaces}),
        )
    }));
    changes.extend(step.sessions.iter().map(|session| {
        let facts = json!({"license": session.license, "user": session.user.as_str(), "reason": session.reason});
        Change::new("session.end", session.serial.as_str(), facts)
    }));
    changes
}

/// What became of a license, a line a term.
pub fn lines(step: &Step, now: Timestamp) -> Vec<String> {
    let before = step.before.as_ref().unwrap_or(&step.after);
    Edited::of(&facts(before, now), facts(&step.after, now)).lines()
}

/// What of a license the log follows: its terms and its state, not what is computed from them.
fn facts(license: &License, now: Timestamp) -> Value {
    let mut facts = crate::cli::license::object(license, now, &Emitted::Nowhere);
    if let Some(members) = facts.as_object_mut() {
        for computed in [
            "activations",
            "file",
            "seats_placed",
            "seats_free",
            "free",
            "sessions",
            "assigned",
            "last_day",
            "state_since",
        ] {
            members.remove(computed);
        }
    }
    facts["modules"] = Grants(license.right.modules.clone()).to_string().into();
    facts
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
