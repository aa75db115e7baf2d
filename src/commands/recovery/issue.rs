//! `recovery issue`: decided once to know what it needs, unlocked, and decided again under the lock, where the balance is counted.

use std::path::PathBuf;

use anyhow::Result;
use licentia_runtime::{Context, Edition};
use serde_json::{Value, json};

use crate::cli::arguments::Out;
use crate::cli::container;
use crate::cli::container::{find_to_change, noting};
use crate::cli::context::{CommandContext, Home, UnitOfWork};
use crate::cli::credential;
use crate::cli::credential::Emission;
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::commands::recovery::{
    Signing, again, called, finish, has_credential, licenses, moving, object, old_words, prepare,
    tell_files,
};
use crate::domain::audit::Change;
use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::name::{Code as KeyName, Name, Reference, Username};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Old, Reason, Recovered, Recovery};
use crate::domain::serial::Serial;
use crate::domain::{Code as Why, Refusal};
use crate::ops::container::create::{Order as NewContainer, create};
use crate::ops::license::plan::Step;
use crate::ops::lookup;
use crate::ops::recovery::issue::{
    Draft, Order, Quota, Signers, carry_out, decide, earlier, needs, source, told,
};
use crate::signing::Signer;

/// Issue the licenses of a lost container again in another one
///
/// All of them or none, unless --only or --partial says otherwise; each uses one recovery of its quota: that for the same computer
/// where the request fits the old one, else that for any container. The old container is then blocked, or what was recovered is
/// withdrawn from it, or it is written off, as the policy says; the status list ends its files in every case. Hardware that came back
/// by post costs no recovery.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia recovery issue --from K-4T9WX-C0MR7 --to-request new.ctx --reason stolen --out-dir out
  licentia recovery issue --from K-4T9WX-C0MR7 --to-cloud --user anna --reason lost --reference CASE-7 --out-dir out
  licentia recovery issue --from K-4T9WX-C0MR7 --to K-3Q1ZB-2M8XW --reason reinstalled --dry-run")]
pub struct Args {
    /// The container that is lost
    #[arg(long, value_name = "CONTAINER")]
    from: container::Named,
    #[command(flatten)]
    target: Target,
    /// Whose the new cloud container is [default: who had the old one]
    #[arg(long, value_name = "USERNAME")]
    user: Option<Username>,
    /// Why: lost, stolen, destroyed, defective, broken, invalid, reinstalled
    #[arg(long, value_name = "REASON")]
    reason: Reason,
    /// What is to be remembered about it, for the vendor alone
    #[arg(long, value_name = "TEXT")]
    note: Option<Name>,
    /// Only these licenses; may be repeated
    #[arg(long, value_name = "LICENSE")]
    only: Vec<license::Named>,
    /// Recover those that have a recovery left, where others have none
    #[arg(long)]
    partial: bool,
    /// The hardware came back by post: it costs no recovery
    #[arg(long)]
    returned: bool,
    /// Block the old container, whatever the policy says and whatever is left in it
    #[arg(long)]
    block: bool,
    /// Where it comes from (a case number): the same call again recovers nothing twice
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Encrypt the credential to this X25519 recipient of age (age1…); can be given several times
    #[arg(long, value_name = "RECIPIENT", conflicts_with_all = ["encrypt", "encrypt_passphrase_file"])]
    encrypt_to: Vec<String>,
    /// Encrypt the credential to the passphrase in this file's first line, for age; never the vendor's own
    #[arg(long, value_name = "FILE", conflicts_with = "encrypt")]
    encrypt_passphrase_file: Option<PathBuf>,
    /// Encrypt the credential to a passphrase that is asked for
    #[arg(long)]
    encrypt: bool,
    #[command(flatten)]
    signing: Signing,
}

/// Where the licenses go: one of the three.
#[derive(Clone, Debug, clap::Args)]
#[group(id = "target", required = true, multiple = false)]
struct Target {
    /// Into this container
    #[arg(long, value_name = "CONTAINER")]
    to: Option<container::Named>,
    /// Into a new container of the device or dongle that this request is of; - is standard input
    #[arg(long, value_name = "FILE")]
    to_request: Option<PathBuf>,
    /// Into a new cloud container, with a credential
    #[arg(long)]
    to_cloud: bool,
}

/// The same, looked up.
enum To {
    There(Serial),
    New(Box<NewContainer>),
}

impl To {
    /// As it is compared where a reference stands for it.
    fn asked(&self, args: &Args) -> Value {
        match self {
            To::There(serial) => json!({"container": serial.as_str()}),
            To::New(order) => match &order.request {
                Some(request) => json!({"key": request.key}),
                None => {
                    json!({"cloud": args.user.as_ref().map(|user| user.as_str().to_lowercase())})
                }
            },
        }
    }

    fn is_new(&self) -> bool {
        matches!(self, To::New(_))
    }

    fn is_cloud(&self) -> bool {
        matches!(self, To::New(order) if order.kind == ContainerKind::Cloud)
    }

    /// The container, made where it is new.
    fn made(&self, command: &mut CommandContext<'_>, work: &UnitOfWork<'_>) -> Result<Container> {
        match self {
            To::There(serial) => lookup::container(work.tx.reader(), serial),
            To::New(order) => create(&work.tx, order, &mut *command.host.entropy, work.now),
        }
    }
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let is_sealed =
        args.encrypt || args.encrypt_passphrase_file.is_some() || !args.encrypt_to.is_empty();
    if !args.target.to_cloud && (args.user.is_some() || is_sealed) {
        let message = "--user and --encrypt-… are for a new cloud container and its credential";
        return Err(Refusal::usage(message)
            .hint("leave them out, or recover with --to-cloud")
            .into());
    }
    let from = find_to_change(command, &home, &args.from)?;
    let only = args
        .only
        .iter()
        .map(|named| license::find_to_change(command, &home, named))
        .collect::<Result<_>>()?;
    let order = Order {
        from,
        reason: args.reason,
        note: args.note.clone(),
        only,
        partial: args.partial,
        returned: args.returned,
        block: args.block,
        reference: args.reference.clone(),
    };
    let done = recovered(args, &order, command, &mut home);
    noting(command, &mut home, done)
}

fn recovered(
    args: &Args,
    order: &Order,
    command: &mut CommandContext<'_>,
    home: &mut Home,
) -> Result<Outcome> {
    let out = args.signing.out();
    command.check_out(&out, None)?;
    let old = lookup::container(home.reader(), &order.from)?;
    let to = target(args, command, home, &old)?;
    let asked = order.asked(&to.asked(args))?;
    if let Some(recovery) = earlier(home.reader(), asked.as_ref())? {
        return repeated(home, &recovery);
    }
    let old = source(home.reader(), order)?;
    if let To::New(new) = &to {
        check_new(home, &old, new)?;
    }
    let emission = emission(args, home, &out)?;
    // Decided with a container that is there for as long as it takes to decide.
    let work = command.begin(home)?;
    let container = to.made(command, &work)?;
    let draft = decide(work.tx.reader(), order, (&container.serial, to.is_new()), work.now)?;
    let sources: Vec<&Container> = if told(draft.old, old.kind.is_hardware()) {
        vec![&old, &container]
    } else {
        vec![&container]
    };
    let (_, is_told) = needs(work.tx.reader(), &draft.plan, &sources)?;
    drop(work);
    check_names(command, &out, &draft, &[&old, &container], !to.is_new())?;
    let mut keys = args.signing.choose(command, home, &draft.plan, is_told)?;
    if to.is_cloud() {
        emission.check(command, home)?;
    }
    if command.is_dry() {
        home.check_clock()?;
        return would(home, order, &to, &draft, (&old, &container));
    }
    for _ in 0..TRIES {
        let (licenses, updates) = keys.unlock(command, home)?;
        let ready = to.is_cloud().then(|| emission.ready(command, home)).transpose()?;
        let vendor = home.vendor.clone();
        let work = command.begin(home)?;
        if earlier(work.tx.reader(), asked.as_ref())?.is_some() {
            drop(work);
            return recovered(args, order, command, home);
        }
        let mut container = to.made(command, &work)?;
        let mut changes = Vec::new();
        if let To::New(_) = &to {
            changes.push(Change::new(
                "container.create",
                container.serial.as_str(),
                container::object(&container),
            ));
        }
        let draft = decide(work.tx.reader(), order, (&container.serial, to.is_new()), work.now)?;
        let sources: Vec<&Container> = if told(draft.old, old.kind.is_hardware()) {
            vec![&old, &container]
        } else {
            vec![&container]
        };
        let (editions, is_told) = needs(work.tx.reader(), &draft.plan, &sources)?;
        if lacks(&licenses, &editions) || is_told && updates.is_none() {
            drop(work);
            keys = args.signing.choose(command, home, &draft.plan, is_told)?;
            continue;
        }
        keys.check_still(&work, &draft.plan, &vendor)?;
        let written =
            ready.map(|ready| ready.write(command, &work, &vendor, &container)).transpose()?;
        if let Some(written) = &written {
            let credential = &written.credential;
            container.credential = Some((credential.generation, credential.issued_at.clone()));
            changes.push(Change::new(
                "credential.issue",
                credential.serial.as_str(),
                credential::facts(credential),
            ));
        }
        let signers = Signers { licenses: &licenses, updates: updates.as_ref() };
        let told =
            Told { kept: draft.kept.clone(), freed: draft.freed.clone(), softened: draft.softened };
        let (done, entries) = carry_out(
            &work.tx,
            &vendor,
            (order, &container.serial),
            draft,
            &signers,
            &mut *command.host.entropy,
            work.now,
        )?;
        if let Some(asked) = &asked {
            asked.keep(&work.tx, done.recovery.serial.as_str(), work.now)?;
        }
        changes.extend(
            done.steps.iter().flat_map(|step| crate::ops::license::apply::entries(step, work.now)),
        );
        changes.extend(entries);
        let stale = stale(&work, &[&order.from, &container.serial])?;
        let (ready, held_back) = prepare(command, &done, &[container.serial.as_str()], &out)?;
        work.commit_all(&changes)?;
        stale.iter().for_each(|warning| command.warn(warning));
        let mut files = finish(ready, &done.recovery.serial, &again(&done.recovery.serial))?;
        let mut credential = None;
        if let Some(written) = written {
            let (made, emitted) = written.finish(command)?;
            let path = emitted.path();
            files.push(json!({"path": path, "kind": "credential", "serial": made.serial.as_str()}));
            credential = Some(made);
        }
        let mut object = object(&done.recovery, &files);
        object["created"] = true.into();
        object["kept"] = json!(told.kept);
        object["credential"] = credential.as_ref().map(|made| made.serial.as_str()).into();
        let recovery = &done.recovery;
        let said = format!(
            "Recovered {} of container {} into {} (recovery {})",
            licenses_of(&recovery.licenses),
            recovery.from,
            recovery.to,
            recovery.serial
        );
        let after = lookup::container(home.reader(), &old.serial)?;
        let outcome = tell(
            Outcome::done(said),
            (&done.steps, &recovery.licenses),
            &told,
            (recovery.old, &after),
        );
        let outcome = held_back.iter().fold(outcome, |outcome, license| {
            outcome.say(format!(
                "License {license} is suspended: its file is not handed out (`licentia license reinstate {license}`)"
            ))
        });
        let outcome = match &credential {
            Some(made) => outcome
                .say(format!("Credential {} opens it, user name {}", made.serial, made.username)),
            None => outcome,
        };
        return Ok(tell_files(outcome, &files, &again(&recovery.serial)).with(object));
    }
    Err(Refusal::new(
        Why::ChangedMeanwhile,
        format!("container {} was changed meanwhile", order.from),
    )
    .hint("nothing was done; look again, then try again")
    .into())
}

/// The answer where the same request was made before. A secret is not given again.
fn repeated(home: &Home, recovery: &Recovery) -> Result<Outcome> {
    let to = lookup::container(home.reader(), &recovery.to.parse()?)?;
    let is_sealed = has_credential(recovery, &to);
    let files = if is_sealed {
        vec![json!({"path": null, "kind": "credential", "serial": null})]
    } else {
        Vec::new()
    };
    let mut object = object(recovery, &files);
    object["created"] = false.into();
    let reference = recovery.reference.as_ref().map_or("", Reference::as_str);
    let outcome =
        Outcome::done(format!("Recovery {} was issued for {reference} already", recovery.serial))
            .say(format!(
                "`licentia recovery export {} --out-dir DIR` writes its files again",
                recovery.serial
            ));
    if !is_sealed {
        return Ok(outcome.with(object));
    }
    let hint = format!(
        "`licentia credential rotate {}` makes another credential, a secret is not given again",
        to.serial
    );
    object["hint"] = hint.clone().into();
    Ok(outcome.say(hint).with(object))
}

/// How often it is decided anew, where the books ask for another key than was unlocked.
const TRIES: usize = 5;

/// What is said beside the recovery itself.
struct Told {
    kept: Vec<String>,
    freed: Vec<String>,
    softened: bool,
}

fn lacks(unlocked: &[(Edition, Signer)], editions: &[Edition]) -> bool {
    editions.iter().any(|edition| !unlocked.iter().any(|(own, _)| own == edition))
}

/// What another desk may have that is stale now.
fn stale(work: &UnitOfWork<'_>, containers: &[&Serial]) -> Result<Vec<String>> {
    let warnings = containers
        .iter()
        .map(|serial| crate::ops::container::stale::made_stale(work.tx.reader(), serial));
    Ok(warnings.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn target(
    args: &Args,
    command: &mut CommandContext<'_>,
    home: &Home,
    old: &Container,
) -> Result<To> {
    if let Some(named) = &args.target.to {
        return Ok(To::There(find_to_change(command, home, named)?));
    }
    let new = |kind, user, request: Option<&Context>| {
        let hardware = request
            .and_then(|request| request.claims().container.hardware.as_deref())
            .map(str::parse)
            .transpose()?;
        Ok::<_, Refusal>(NewContainer {
            customer: old.customer.clone(),
            kind,
            user,
            label: old.label.clone(),
            hardware,
            request: request.and_then(container::request_of),
            reference: None,
        })
    };
    let Some(file) = &args.target.to_request else {
        return Ok(To::New(Box::new(new(
            ContainerKind::Cloud,
            args.user.clone().or_else(|| old.user.clone()),
            None,
        )?)));
    };
    let request = container::read_request(command, home, file)?;
    let kind: ContainerKind = request.claims().container.kind.parse()?;
    Ok(To::New(Box::new(new(kind, old.user.clone(), Some(&request))?)))
}

/// A key that is known is a container already, and perhaps the lost one, which is then not lost.
fn check_new(home: &Home, old: &Container, new: &NewContainer) -> Result<()> {
    let Some(request) = &new.request else { return Ok(()) };
    let Some((serial, owner)) = home.reader().find_container_key(&request.key)? else {
        return Ok(());
    };
    let there = lookup::container(home.reader(), &serial.parse()?)?;
    let (message, hint) = if there.serial == old.serial {
        let message = format!(
            "the request is of container {serial} itself: its folder is there, with its key"
        );
        (
            message,
            format!(
                "`licentia container update {serial} --out FILE` writes what it shall hold again: nothing is to be recovered"
            ),
        )
    } else if there.customer.is(&old.customer) && there.retired_at.is_none() {
        (
            format!("the request is of container {serial} of {owner}, which is there already"),
            format!("name it: --to {serial}"),
        )
    } else {
        return Ok(());
    };
    Err(Refusal::new(Why::Exists, message).hint(hint).into())
}

fn emission(args: &Args, home: &Home, out: &Out) -> Result<Emission> {
    let key: Option<KeyName> = args.signing.named_for(home, "credential")?;
    Ok(Emission {
        key,
        encrypt_to: args.encrypt_to.clone(),
        encrypt_passphrase_file: args.encrypt_passphrase_file.clone(),
        encrypt: args.encrypt,
        out: out.clone(),
        purpose: Some(Purpose::recovery()),
    })
}

/// Looks whether the files could be written, as far as their names are known.
fn check_names(
    command: &CommandContext<'_>,
    out: &Out,
    draft: &Draft,
    containers: &[&Container],
    is_known: bool,
) -> Result<()> {
    for (step, license) in moving(&draft.plan.steps, &draft.licenses) {
        let is_alone = step.after.live().count() == 1;
        let name = if is_alone {
            format!("{}.lic", license.license)
        } else {
            format!("{}@{}.lic", license.license, containers[1].serial)
        };
        if is_alone || is_known {
            command.check_in_folder(out, &name, None)?;
        }
    }
    let told =
        containers.iter().take(if is_known { 2 } else { 1 }).filter(|it| it.kind.is_hardware());
    told.into_iter().try_for_each(|container| {
        command.check_in_folder(out, &format!("{}.upd", container.serial), None)
    })
}

/// `3 licenses`, or the one.
fn licenses_of(recovered: &[Recovered]) -> String {
    match recovered {
        [one] => format!("license {}", one.license),
        many => licenses(many.len()),
    }
}

/// What happens to whom: a license each, what stays, what becomes of the old container.
fn tell(
    mut outcome: Outcome,
    (steps, recovered): (&[Step], &[Recovered]),
    told: &Told,
    (action, old): (Old, &Container),
) -> Outcome {
    for (step, license) in moving(steps, recovered) {
        let right = &step.after.right;
        let seats = count_of(license.seats as usize, "seat");
        outcome = outcome.say(format!(
            "  license {}: {} for {}, {seats}, out of the quota for {}",
            license.license,
            right.product,
            right.customer,
            called(license.scope)
        ));
    }
    for license in &told.kept {
        outcome = outcome
            .say(format!("  license {license} stays in {}: it has no recovery left", old.serial));
    }
    if !told.freed.is_empty() {
        outcome = outcome.say(format!(
            "Seats that were on their way back from it are free: {}",
            some_of(&told.freed)
        ));
    }
    if told.softened {
        outcome = outcome.say(format!(
            "Old container {} holds other licenses still: only what is recovered is withdrawn from it (--block insists)",
            old.serial
        ));
    } else {
        outcome = outcome.say(old_words(action, old.kind, old.serial.as_str()));
    }
    let later = old
        .block
        .as_ref()
        .filter(|block| block.enforced_at > block.at)
        .map(|block| block.enforced_at.clone());
    outcome.say(match later {
        Some(at) => {
            format!("Applications learn of it with the status lists published from {at} on")
        }
        None => "Applications learn of it with the next published status list".to_owned(),
    })
}

/// What would happen, to whom.
fn would(
    home: &Home,
    order: &Order,
    to: &To,
    draft: &Draft,
    (old, container): (&Container, &Container),
) -> Result<Outcome> {
    let place = match to {
        To::There(serial) => format!("container {serial}"),
        To::New(_) => format!("a new container ({})", container.summary()),
    };
    let said = format!(
        "Would recover {} of container {} into {place}",
        licenses_of(&draft.licenses),
        order.from
    );
    let told =
        Told { kept: draft.kept.clone(), freed: draft.freed.clone(), softened: draft.softened };
    let after = draft.plan.container.as_ref().unwrap_or(old);
    let outcome =
        tell(Outcome::done(said), (&draft.plan.steps, &draft.licenses), &told, (draft.old, after));
    let mut quotas = Vec::new();
    for license in &draft.licenses {
        let license = lookup::license(home.reader(), &license.license.parse()?, home.now)?;
        quotas.push(crate::commands::recovery::quota_object(
            &Quota::of(home.reader(), license)?,
            home.now,
        ));
    }
    let serial = (!to.is_new()).then(|| container.serial.to_string());
    let licenses: Vec<Value> =
        draft.licenses.iter().map(crate::commands::recovery::license_object).collect();
    Ok(outcome.with(json!({
        "serial": null, "customer": old.customer.as_str(), "from": order.from.as_str(), "to": serial, "reason": order.reason,
        "note": order.note.as_ref().map(Name::as_str), "returned": order.returned, "licenses": licenses, "old_action": draft.old,
        "reference": order.reference.as_ref().map(Reference::as_str), "created_at": null, "reversed_at": null, "reversed_reason": null,
        "files": [], "created": false, "kept": draft.kept, "quotas": quotas,
    })))
}
