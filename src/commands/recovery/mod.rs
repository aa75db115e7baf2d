//! Lost licenses: how many recoveries are left, and issuing licenses again in another container.

mod export;
mod grant;
mod issue;
mod list;
mod policy;
mod quota;
mod reverse;
mod show;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand};
use licentia_runtime::Edition;
use serde_json::{Value, json};

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home, Prepared, UnitOfWork};
use crate::cli::credential::{check_still_for, choose_for};
use crate::cli::license::{Of, serial_of};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::container::Container;
use crate::domain::key;
use crate::domain::key::{Key, Purpose};
use crate::domain::license::state::Standing;
use crate::domain::name::{Code as KeyName, Name, Reference};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Old, Recovered, Recovery, Scope};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::host::files::Access;
use crate::ops::license::apply::file_name;
use crate::ops::license::plan::{Plan, Step};
use crate::ops::lookup;
use crate::ops::recovery::issue::{Done, Quota};
use crate::signing::Signer;
use crate::store::Reader;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Issue(Box<issue::Args>),
    List(list::Args),
    Show(show::Args),
    Export(export::Args),
    Reverse(reverse::Args),
    Quota(quota::Args),
    Grant(grant::Args),
    Policy(Box<policy::Args>),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Issue(args) => issue::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Export(args) => export::run(args, command),
            Verb::Reverse(args) => reverse::run(args, command),
            Verb::Quota(args) => quota::run(args, command),
            Verb::Grant(args) => grant::run(args, command),
            Verb::Policy(args) => policy::run(args, command),
        }
    }
}

/// A recovery, as somebody names it: a serial, or a beginning of one.
type Named = Of<'R'>;

/// The recovery that was named.
fn find(reader: Reader<'_>, Of(wanted): &Named) -> Result<Recovery> {
    lookup::recovery(
        reader,
        &serial_of(wanted, |beginning| reader.list_recovery_serials(beginning))?,
    )
}

/// Which keys sign, and where the files go.
#[derive(Clone, Debug, Default, Args)]
struct Signing {
    /// A key that signs, one for each edition [default: the one named like the edition, else the only one that may]
    #[arg(long, value_name = "NAME")]
    key: Vec<KeyName>,
    /// Write the files into this folder, under their serials; made if missing
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
}

/// The signers of licenses by edition, and that of updates.
type Unlocked = (Vec<(Edition, Signer)>, Option<Signer>);

/// Who signs what.
#[derive(Clone, Default)]
struct Keys {
    licenses: Vec<Key>,
    updates: Option<Key>,
}

/// The key for each edition in which something is signed, or for which one was named.
fn choose(
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
            Err(refusal) if dry && refusal.code == crate::domain::Code::KeyMissing => {
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

impl Signing {
    fn out(&self) -> Out {
        Out { out: None, out_dir: self.out_dir.clone(), force: self.force }
    }

    /// The commercial one of the keys that were named, where it signs files of a kind: a key with limits may sign licenses only.
    fn named_for(&self, home: &Home, kind: &str) -> Result<Option<KeyName>> {
        let keys = home.reader().list_keys()?;
        let signs = |name: &&KeyName| {
            let is_able = |key: &Key| {
                key.edition == Some(Edition::Commercial) && key.limits.scope.allows_kind(kind)
            };
            key::find(&keys, name).is_ok_and(is_able)
        };
        Ok(self.key.iter().find(signs).cloned())
    }

    /// The keys that a plan needs, and whether their scopes let them sign it.
    fn choose(
        &self,
        command: &CommandContext<'_>,
        home: &Home,
        plan: &Plan,
        told: bool,
    ) -> Result<Keys> {
        let licenses =
            choose(&home.reader().list_keys()?, plan, &self.key, home, command.is_dry())?;
        plan.check_scope_of(&home.vendor, &licenses, home.now)?;
        let named = self.named_for(home, "update")?;
        let updates = told
            .then(|| choose_for(command, home, "update", named.as_ref(), &Purpose::recovery()))
            .transpose()?;
        Ok(Keys { licenses, updates })
    }
}

impl Keys {
    /// Unlocks them, each key once (`CommandContext::unlocked`).
    fn unlock(&self, command: &mut CommandContext<'_>, home: &Home) -> Result<Unlocked> {
        let mut licenses = Vec::new();
        for key in &self.licenses {
            licenses.push((key.edition.unwrap_or(Edition::Commercial), command.unlock(home, key)?));
        }
        let updates = self.updates.as_ref().map(|key| command.unlock(home, key)).transpose()?;
        Ok((licenses, updates))
    }

    /// The keys that were unlocked may still sign, once the lock is held.
    fn check_still(
        &self,
        work: &UnitOfWork<'_>,
        plan: &Plan,
        vendor: &crate::domain::vendor::Vendor,
    ) -> Result<()> {
        let keys = work.tx.reader().list_keys()?;
        let fresh: Vec<Key> = keys
            .into_iter()
            .filter(|key| self.licenses.iter().any(|own| own.kid == key.kid))
            .collect();
        let is_same = |key: &Key| {
            self.licenses.iter().any(|own| own.kid == key.kid && own.state == key.state)
        };
        if let Some(other) = fresh.iter().find(|key| !is_same(key)) {
            return Err(key_changed(other).into());
        }
        plan.check_scope_of(vendor, &fresh, work.now)?;
        self.updates
            .as_ref()
            .map_or(Ok(()), |key| check_still_for(work, key, "update", &Purpose::recovery()))
    }
}

fn key_changed(key: &Key) -> crate::domain::Refusal {
    crate::domain::Refusal::new(
        crate::domain::Code::ChangedMeanwhile,
        format!("key {} was changed meanwhile", key.name),
    )
    .hint("nothing was done; look again, then try again")
}

/// A file of a recovery that lacks its name.
struct Ready {
    kind: &'static str,
    serial: String,
    file: Prepared,
}

/// Prepares the files of what was done: of each license those for these containers, but of one that is suspended, and the updates.
/// Returns what is not handed out too.
fn prepare(
    command: &CommandContext<'_>,
    done: &Done,
    containers: &[&str],
    out: &Out,
) -> Result<(Vec<Ready>, Vec<String>)> {
    let (mut ready, mut held_back) = (Vec::new(), Vec::new());
    for step in &done.steps {
        for activation in step.fresh() {
            let license = &step.after;
            let Some(file) = activation
                .file
                .as_ref()
                .filter(|_| containers.iter().any(|it| activation.is_in(it)))
            else {
                continue;
            };
            if license.standing == Standing::Suspended {
                held_back.push(license.serial.to_string());
                continue;
            }
            let name = file_name(license, activation, license.live().count() == 1);
            let file = command.prepare(out, &name, &file.text, Access::Public)?;
            ready.push(Ready { kind: "license", serial: license.serial.to_string(), file });
        }
    }
    for (container, update) in &done.updates {
        let file = command.prepare(
            out,
            &format!("{}.upd", container.serial),
            &update.text,
            Access::Public,
        )?;
        ready.push(Ready { kind: "update", serial: container.serial.to_string(), file });
    }
    Ok((ready, held_back))
}

/// How the files of a recovery are had.
fn again(recovery: &Serial) -> String {
    format!("`licentia recovery export {recovery} --out-dir DIR` writes its files")
}

/// Gives the files their names. Where one has none, it is said how they are had.
fn finish(ready: Vec<Ready>, recovery: &Serial, again: &str) -> Result<Vec<Value>> {
    let (named, files): (Vec<_>, Vec<_>) =
        ready.into_iter().map(|it| ((it.kind, it.serial), it.file)).unzip();
    let emitted = Prepared::finish_all(files).with_context(|| {
        format!("recovery {recovery} is in the books, but a file could not be written ({again})")
    })?;
    let written =
        named.into_iter().zip(emitted).filter_map(|((kind, serial), emitted)| match emitted {
            Emitted::File(path) => {
                Some(json!({"path": path.display().to_string(), "kind": kind, "serial": serial}))
            }
            _ => None,
        });
    Ok(written.collect())
}

/// Whether a container was made by a recovery, with a credential, which is not given again.
fn has_credential(recovery: &Recovery, to: &Container) -> bool {
    to.kind == ContainerKind::Cloud && to.created_at == recovery.created_at
}

/// Says which files there are, or how they are had.
fn tell_files(mut outcome: Outcome, files: &[Value], again: &str) -> Outcome {
    for file in files {
        outcome = outcome.say(format!("Wrote {}", file["path"].as_str().unwrap_or_default()));
    }
    if files.iter().any(|file| file["kind"] != "credential") {
        return outcome;
    }
    outcome.say(again)
}

/// A recovery for machines.
fn object(recovery: &Recovery, files: &[Value]) -> Value {
    let licenses: Vec<Value> = recovery.licenses.iter().map(license_object).collect();
    let reversed = recovery.reversed.as_ref();
    json!({
        "serial": recovery.serial.as_str(), "customer": recovery.customer.as_str(), "from": recovery.from, "to": recovery.to,
        "reason": recovery.reason, "note": recovery.note.as_ref().map(Name::as_str), "returned": recovery.returned, "licenses": licenses,
        "old_action": recovery.old, "reference": recovery.reference.as_ref().map(Reference::as_str), "created_at": recovery.created_at,
        "reversed_at": reversed.map(|(at, _)| at), "reversed_reason": reversed.map(|(_, why)| why), "files": files,
    })
}

fn license_object(license: &Recovered) -> Value {
    json!({"serial": license.license, "scope": license.scope, "seats": license.seats})
}

/// A recovery in a spreadsheet.
const CSV: &[&str] = &[
    "serial",
    "customer",
    "from",
    "to",
    "reason",
    "licenses",
    "old-action",
    "reference",
    "created-at",
    "reversed-at",
];

/// `any container`, `the same computer`, `nothing: the hardware came back`
fn called(scope: Option<Scope>) -> &'static str {
    match scope {
        Some(Scope::Any) => "any container",
        Some(Scope::Same) => "the same computer",
        None => "nothing: the hardware came back",
    }
}

/// What becomes of the old container, in words.
fn old_words(old: Old, kind: ContainerKind, container: &str) -> String {
    let what = match (old, kind.is_hardware()) {
        (Old::Block, true) => {
            "blocked; its update carries the block, who tries to use it is refused and written down"
        }
        (Old::Block, false) => "blocked; who tries to use it is refused and written down",
        (Old::Withdraw, true) => "what is recovered is withdrawn by its next update",
        (Old::Withdraw, false) => "what is recovered is withdrawn from it",
        (Old::Nothing, _) => "lost; no update is written for it",
    };
    format!("Old container {container}: {what}, and the status list ends its old files")
}

/// What is left of both quotas of a license, for machines.
fn quota_object(quota: &Quota, now: Timestamp) -> Value {
    let scope = |scope: Scope| {
        let (allowed, balance) = (quota.rules.allowance(scope), quota.balance(scope, now));
        json!({
            "initial": allowed.initial, "every": allowed.every.map(|every| every.to_string()), "cap": allowed.cap,
            "earned": balance.earned, "granted": balance.granted, "used": balance.used, "lost": balance.lost,
            "available": balance.available(), "next_at": balance.next_at.map(|at| at.to_string()),
        })
    };
    json!({"license": quota.license.serial.as_str(), "scopes": {"any": scope(Scope::Any), "same": scope(Scope::Same)}})
}

/// The licenses that a license or a container stands for.
#[derive(Clone, Debug)]
enum Target {
    License(crate::cli::license::Named),
    Container(crate::cli::container::Named),
}

impl std::str::FromStr for Target {
    type Err = crate::domain::Refusal;
    fn from_str(text: &str) -> Result<Target, Self::Err> {
        let is_container = text.trim_start().starts_with(['K', 'k']);
        if is_container {
            text.parse().map(Target::Container)
        } else {
            text.parse().map(Target::License)
        }
    }
}

/// `2 licenses`
fn licenses(count: usize) -> String {
    count_of(count, "license")
}

/// The steps of licenses that go from one container to another.
fn moving<'a>(
    steps: &'a [Step],
    licenses: &'a [Recovered],
) -> impl Iterator<Item = (&'a Step, &'a Recovered)> {
    licenses.iter().filter_map(|license| {
        Some((steps.iter().find(|step| step.after.serial.as_str() == license.license)?, license))
    })
}
