//! Recovering lost licenses: which go, out of which quota, what becomes of the container that they leave, and taking it back. The
//! balance is counted inside the transaction that uses it.

use anyhow::{Context as _, Result};
use licentia_runtime::Edition;
use serde_json::{Value, json};

use crate::domain::audit::Change;
use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::license::activation::State as Activation;
use crate::domain::license::state::Verb;
use crate::domain::name::{Name, Reference, count_of, some_of};
use crate::domain::recovery::quota::{Balance, Event};
use crate::domain::recovery::{Grant, Ledger, Old, Reason, Recovered, Recovery, Rules, Scope};
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::{Days, Timestamp};
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::container::update::{Next, next, sign_update};
use crate::ops::ids::unused;
use crate::ops::license::placement::{open, place_of, taken};
use crate::ops::license::plan::{Plan, Step};
use crate::ops::lookup;
use crate::ops::materials::Materials;
use crate::ops::reference::Asked;
use crate::signing::Signer;
use crate::store::{Reader, RecoveryFilter, SignedUpdate, Transaction, gather};

/// A recovery as it is asked for; where the licenses go is said beside it.
#[derive(Clone, Debug)]
pub struct Order {
    /// The container that is lost.
    pub from: Serial,
    /// Why.
    pub reason: Reason,
    /// What somebody wrote down about it.
    pub note: Option<Name>,
    /// Only these licenses; all where none is named.
    pub only: Vec<Serial>,
    /// Those that have a recovery left, where others have none.
    pub partial: bool,
    /// The hardware came back: it costs nothing.
    pub returned: bool,
    /// Stop the old container, whatever the policy says.
    pub block: bool,
    /// Where it comes from.
    pub reference: Option<Reference>,
}

impl Order {
    /// The request as it is compared, with where the licenses go.
    pub fn asked(&self, to: &Value) -> Result<Option<Asked>> {
        let mut only: Vec<&str> = self.only.iter().map(Serial::as_str).collect();
        only.sort_unstable();
        let request = json!({
            "from": self.from.as_str(), "to": to, "reason": self.reason, "note": self.note.as_ref().map(Name::as_str), "only": only,
            "partial": self.partial, "returned": self.returned, "block": self.block,
        });
        Asked::of("recovery issue", self.reference.as_ref(), &request)
    }
}

/// The policy of a license: its own over its product's.
pub fn rules_of(reader: Reader<'_>, license: &License) -> Result<Rules> {
    Ok(license.recovery.over(&lookup::product(reader, &license.right.product)?.recovery))
}

/// What a license has left in both scopes.
#[derive(Clone, Debug)]
pub struct Quota {
    /// The license.
    pub license: License,
    /// Its policy.
    pub rules: Rules,
    ledger: Ledger,
}

impl Quota {
    /// Of a license.
    pub fn of(reader: Reader<'_>, license: License) -> Result<Quota> {
        Ok(Quota {
            rules: rules_of(reader, &license)?,
            ledger: reader.find_ledger(&license.serial)?,
            license,
        })
    }

    /// Adds a grant to the ledger.
    pub fn add_grant(&mut self, grant: &Grant, at: Timestamp) {
        self.ledger.events.push((at, grant.scope, Event::Grant(grant.count)));
    }

    /// What is left in a scope.
    pub fn balance(&self, scope: Scope, now: Timestamp) -> Balance {
        self.ledger.balance(&self.rules, scope, now)
    }
}

/// A recovery, decided.
pub struct Draft {
    /// What becomes of the licenses and of the old container.
    pub plan: Plan,
    /// The licenses that go, each with the quota that it uses.
    pub licenses: Vec<Recovered>,
    /// Those that stay, because nothing is left for them.
    pub kept: Vec<String>,
    /// What is lost in seats that were on their way back: they are free.
    pub freed: Vec<String>,
    /// What becomes of the old container.
    pub old: Old,
    /// Whether the policy says otherwise, and something is left in it.
    pub softened: bool,
}

/// The container that licenses are recovered out of.
///
/// # Errors
///
/// an attempt where a person stopped it, or a recovery did and nothing is in it any more; `suspect`; `wrong_state` for one that is
/// retired, lost, or kept elsewhere; `wrong_kind` for something in the cloud that came back by post.
pub fn source(reader: Reader<'_>, order: &Order) -> Result<Container> {
    let from = lookup::container(reader, &order.from)?;
    from.check_own()?;
    from.check_kept("recovered from")?;
    if from.is_stopped_by_hand() || from.block.is_some() && from.licenses.is_empty() {
        open(reader, &order.from, "recover")?;
    }
    from.check_found("recovered from")?;
    from.check_believed()?;
    if order.returned && !from.kind.is_hardware() {
        let message = format!(
            "container {} is {}, which does not come back by post",
            from.serial,
            from.kind.called()
        );
        return Err(Refusal::new(Why::WrongKind, message).hint("leave --returned out").into());
    }
    if from.licenses.is_empty() {
        let message = format!("container {} holds no license that could be recovered", from.serial);
        return Err(Refusal::new(Why::NotPlaced, message).hint(gone_to(reader, &from)?).into());
    }
    Ok(from)
}

/// Where the licenses have gone that were in a container.
fn gone_to(reader: Reader<'_>, from: &Container) -> Result<String> {
    let gone = reader.list_recovered_from(&from.serial)?;
    Ok(match gone.last() {
        Some((license, to)) => format!(
            "license {license} was recovered into {to}; `licentia recovery list --container {}` shows the rest",
            from.serial
        ),
        None => format!(
            "`licentia container show {}` shows what it holds, and what is on its way back from it",
            from.serial
        ),
    })
}

/// Refuses a container that takes nothing, or that is the wrong one.
///
/// # Errors
///
/// an attempt; `wrong_state`, `suspect`, `wrong_customer`, `usage` for the lost one itself.
pub fn check_target(reader: Reader<'_>, from: &Container, to: &Serial) -> Result<Container> {
    if *to == from.serial {
        let message = format!("container {to} is the lost one");
        return Err(Refusal::usage(message)
            .hint("name the container that the licenses shall go to")
            .into());
    }
    let to = open(reader, to, "recover")?;
    to.check_own()?;
    to.check_believed()?;
    if !to.customer.is(&from.customer) {
        let message = format!(
            "container {} is {}'s, and {} is {}'s",
            to.serial, to.customer, from.serial, from.customer
        );
        return Err(Refusal::new(Why::WrongCustomer, message)
            .hint(format!(
                "`licentia container list --customer {}` shows that customer's containers",
                from.customer
            ))
            .into());
    }
    Ok(to)
}

/// Decides which licenses go into a container of the books, and what becomes of the one that they leave.
///
/// # Errors
///
/// What [`source`] and [`check_target`] refuse; `no_quota` where nothing is left for a license, or for any; `not_placed` for one that
/// is not there; `wrong_state`, `wrong_kind`, `no_seat` for one that cannot be there.
pub fn decide(
    reader: Reader<'_>,
    order: &Order,
    (to, is_new): (&Serial, bool),
    now: Timestamp,
) -> Result<Draft> {
    let from = source(reader, order)?;
    let to = check_target(reader, &from, to)?;
    let wanted = wanted(order, &from)?;
    let (mut going, mut lacking) = (Vec::new(), Vec::new());
    for serial in &wanted {
        let license = lookup::license(reader, serial, now)?;
        license.check(Verb::Recover, now)?;
        let product = lookup::product(reader, &license.right.product)?;
        if is_new {
            // A serial that nobody has seen yet would help nobody.
            product.check_kind(to.kind, "the new container")?;
        }
        to.check_takes(&license.called(), &license.right.customer, &product)?;
        let quota = Quota::of(reader, license)?;
        let scope = (!order.returned).then(|| quota.rules.scope(&from.properties, &to.properties));
        match scope
            .map(|scope| (scope, quota.balance(scope, now)))
            .filter(|(_, balance)| balance.available() == 0)
        {
            Some((scope, balance)) => {
                lacking.push((quota.license.serial.to_string(), scope, balance))
            }
            None => going.push((quota, scope)),
        }
    }
    if !lacking.is_empty() && (!order.partial || going.is_empty()) {
        return Err(no_quota(&lacking, going.len()).into());
    }
    let (mut steps, mut licenses) = (Vec::new(), Vec::new());
    for (quota, scope) in &going {
        let mut after = quota.license.clone();
        let seats = after.recover(from.serial.as_str(), now);
        after.place(&place_of(&to), Some(seats))?;
        let step =
            taken(reader, "license.recover", quota.license.clone(), after, "recovered", now)?;
        let step = step
            .noting("from", from.serial.as_str())
            .noting("to", to.serial.as_str())
            .noting("seats", seats);
        steps.push(step.noting("scope", json!(scope)));
        licenses.push(Recovered {
            license: quota.license.serial.to_string(),
            scope: *scope,
            seats,
            jti: None,
        });
    }
    let (kept, freed) = (
        lacking.iter().map(|(license, ..)| license.clone()).collect(),
        freed(reader, order, &from, (&mut steps, &licenses), now)?,
    );
    let left = from
        .licenses
        .iter()
        .filter(|serial| !licenses.iter().any(|it| it.license == **serial))
        .count();
    let (old, softened, quiet) = old_action(order, &going, &from, left);
    let counted = steps.iter().any(|step| step.touched().contains(from.serial.as_str()));
    let mut container = from.clone();
    match old {
        Old::Block if from.block.is_none() => {
            container.stop(format!("recovered: {}", order.reason), quiet, counted, now)
        }
        Old::Nothing => container.lost_at = Some(now.to_string()),
        Old::Block | Old::Withdraw => {}
    }
    let plan = Plan { container: Some(container), purpose: Purpose::recovery(), ..Plan::of(steps) };
    Ok(Draft { plan, licenses, kept, freed, old, softened })
}

/// The licenses that are asked for, oldest first.
fn wanted(order: &Order, from: &Container) -> Result<Vec<Serial>> {
    if let Some(foreign) =
        order.only.iter().find(|serial| !from.licenses.iter().any(|own| own == serial.as_str()))
    {
        let message = format!("license {foreign} is not in container {}", from.serial);
        return Err(Refusal::new(Why::NotPlaced, message)
            .hint(format!("it holds {}", some_of(&from.licenses)))
            .into());
    }
    let is_asked = |serial: &&String| {
        order.only.is_empty() || order.only.iter().any(|only| only.as_str() == serial.as_str())
    };
    from.licenses.iter().filter(is_asked).map(|serial| Ok(serial.parse()?)).collect()
}

/// Ends what was on its way back from the old container, where all of it is given up; of a license that is recovered itself that is done.
fn freed(
    reader: Reader<'_>,
    order: &Order,
    from: &Container,
    (steps, going): (&mut Vec<Step>, &[Recovered]),
    now: Timestamp,
) -> Result<Vec<String>> {
    let mut freed = Vec::new();
    for serial in reader.list_held_in(&from.serial)? {
        let is_leaving = |step: &Step| {
            let mut leaving = step.before.iter().flat_map(|before| &before.activations);
            step.after.serial.as_str() == serial
                && leaving
                    .any(|it| it.state == Activation::Returning && it.is_in(from.serial.as_str()))
        };
        if going.iter().any(|it| it.license == serial) && steps.iter().any(is_leaving) {
            freed.push(serial);
            continue;
        }
        if !order.only.is_empty() || from.licenses.contains(&serial) {
            continue;
        }
        let before = lookup::license(reader, &serial.parse()?, now)?;
        let mut after = before.clone();
        after.recover(from.serial.as_str(), now);
        let step = taken(reader, "license.return", before, after, "returned", now)?;
        steps.push(
            step.noting("from", from.serial.as_str()).noting("proven", false).noting("lost", true),
        );
        freed.push(serial);
    }
    Ok(freed)
}

/// What becomes of the old container, whether something that is left in it keeps it from what the policy says, and for how long the
/// status list says nothing of a block.
fn old_action(
    order: &Order,
    going: &[(Quota, Option<Scope>)],
    from: &Container,
    left: usize,
) -> (Old, bool, Days) {
    let rules = || going.iter().map(|(quota, _)| &quota.rules);
    let says = |old: Old| rules().any(|rules| rules.old == old);
    // Of several policies the strictest counts; and none is told earlier than it says.
    let asked = if says(Old::Block) {
        Old::Block
    } else if says(Old::Withdraw) {
        Old::Withdraw
    } else {
        Old::Nothing
    };
    let quiet = rules()
        .filter(|rules| order.block || rules.old == Old::Block)
        .map(|rules| rules.enforce_after)
        .max()
        .unwrap_or(Days(0));
    if order.block || from.block.is_some() {
        return (Old::Block, false, quiet);
    }
    if left > 0 && asked != Old::Withdraw {
        (Old::Withdraw, true, quiet)
    } else {
        (asked, false, quiet)
    }
}

/// Nothing is left for some licenses: names each, when it has the next one, and what allows one now.
fn no_quota(lacking: &[(String, Scope, Balance)], others: usize) -> Refusal {
    let told = |(license, scope, balance): &(String, Scope, Balance)| {
        let used = match (balance.used, balance.next_at) {
            (0, None) => "its policy allows none".to_owned(),
            (0, Some(_)) => "none is earned yet".to_owned(),
            (used, _) => format!("{used} of {used} recoveries used"),
        };
        let next = balance.next_at.map_or("no other is due".to_owned(), |at| {
            format!("the next one is due {}", crate::domain::time::day_of(at))
        });
        let on = if *scope == Scope::Same { " on the same computer" } else { "" };
        format!("license {license} has no recovery left{on}: {used}, {next}")
    };
    let message = lacking.iter().map(told).collect::<Vec<_>>().join("; ");
    let grants: Vec<String> = lacking
        .iter()
        .map(|(license, scope, _)| {
            let scope = if *scope == Scope::Same { " --scope same" } else { "" };
            format!("`licentia recovery grant {license}{scope} --reason …`")
        })
        .collect();
    let mut hint = match grants.as_slice() {
        [one] => format!("{one} allows one now"),
        many => format!("{} allow one each now", some_of(many)),
    };
    if others > 0 {
        hint += &format!("; --partial recovers the {} that can be", count_of(others, "other"));
    }
    let licenses: Vec<Value> = lacking
        .iter()
        .map(|(license, scope, balance)| {
            json!({"license": license, "scope": scope, "used": balance.used, "available": 0, "next_at": balance.next_at.map(|at| at.to_string())})
        })
        .collect();
    Refusal::new(Why::NoQuota, message).hint(hint).with("licenses", licenses.into())
}

/// What was done.
pub struct Done {
    /// The recovery, as it is kept.
    pub recovery: Recovery,
    /// The licenses, with their files.
    pub steps: Vec<Step>,
    /// The updates that were signed, each with its container.
    pub updates: Vec<(Container, SignedUpdate)>,
}

/// Who signs: the licenses by edition, the updates.
pub struct Signers<'a> {
    /// Of licenses.
    pub licenses: &'a [(Edition, Signer)],
    /// Of updates; nobody where none is due.
    pub updates: Option<&'a Signer>,
}

/// Carries a recovery out: the licenses, the containers, the updates that tell them, and its row.
pub fn carry_out(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    (order, to): (&Order, &Serial),
    draft: Draft,
    signers: &Signers<'_>,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<(Done, Vec<Change>)> {
    let from = &order.from;
    let before = lookup::container(tx.reader(), from)?;
    let steps = draft.plan.carry_out(tx, vendor, signers.licenses, random, now)?;
    let told = told(draft.old, before.kind.is_hardware());
    let updates = updates(tx, vendor, (told.then_some(from), to), signers.updates, random, now)?;
    let counter_of = |serial: &Serial| {
        updates.iter().find(|(it, _)| it.serial == *serial).map(|(_, update)| update.counter)
    };
    let licenses = draft.licenses.into_iter().map(|license| {
        let file = steps
            .iter()
            .find(|step| step.after.serial.as_str() == license.license)
            .and_then(|step| fresh_in(step, to));
        Recovered { jti: file, ..license }
    });
    let recovery = Recovery {
        serial: unused(Kind::Recovery, random, |serial| {
            Ok(tx.reader().find_recovery(serial.as_str())?.is_some())
        })?,
        customer: before.customer.clone(),
        from: from.to_string(),
        to: to.to_string(),
        reason: order.reason,
        note: order.note.clone(),
        returned: order.returned,
        licenses: licenses.collect(),
        old: draft.old,
        to_counter: lookup::container(tx.reader(), to)?.counter,
        updates: (counter_of(from), counter_of(to)),
        reference: order.reference.clone(),
        created_at: now.to_string(),
        reversed: None,
    };
    tx.insert_recovery(&recovery)?;
    let after = lookup::container(tx.reader(), from)?;
    let detail = json!({
        "from": recovery.from, "to": recovery.to, "reason": recovery.reason, "note": recovery.note.as_ref().map(Name::as_str),
        "returned": recovery.returned, "old_action": recovery.old,
        "licenses": recovery.licenses.iter().map(|it| json!({"serial": it.license, "scope": it.scope})).collect::<Vec<_>>(),
        "kept": draft.kept, "freed": draft.freed, "reference": recovery.reference.as_ref().map(Reference::as_str),
        "updates": updates.iter().map(|(container, update)| json!({"container": container.serial.as_str(), "counter": update.counter, "jti": update.jti, "kid": update.kid})).collect::<Vec<_>>(),
    });
    let mut entries = vec![Change::new("recovery.issue", recovery.serial.as_str(), detail)];
    if before.state() != after.state() {
        let action = if after.block.is_some() { "container.block" } else { "container.lose" };
        let block = after.block.as_ref();
        let detail = json!({
            "recovery": recovery.serial.as_str(), "blocked": block.map(|it| &it.code), "block_enforced_at": block.map(|it| &it.enforced_at),
            "state": {"from": before.state().as_str(), "to": after.state().as_str()},
        });
        entries.push(Change::new(action, from.as_str(), detail));
    }
    Ok((Done { recovery, steps, updates }, entries))
}

/// Whether an update tells the old container; of what is in the cloud it applies at once.
pub fn told(old: Old, is_hardware: bool) -> bool {
    is_hardware && old != Old::Nothing
}

/// The id of the file that a step wrote for a container.
fn fresh_in(step: &Step, container: &Serial) -> Option<String> {
    step.fresh()
        .into_iter()
        .find(|it| it.is_in(container.as_str()))
        .and_then(|it| it.file.as_ref())
        .map(|file| file.jti.clone())
}

/// Signs what hardware is to be told.
fn updates(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    (from, to): (Option<&Serial>, &Serial),
    signer: Option<&Signer>,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<Vec<(Container, SignedUpdate)>> {
    let mut signed = Vec::new();
    for serial in from.into_iter().chain([to]) {
        let container = lookup::container(tx.reader(), serial)?;
        if !container.kind.is_hardware() {
            continue;
        }
        let update = match next(tx.reader(), &container, false)? {
            Next::Same(update) => update,
            Next::New(counter) => {
                let signer = signer.context("an update without a key to sign it")?;
                let materials = Materials { tx, vendor, signer, now };
                sign_update(&materials, &container, counter, random)?
            }
        };
        signed.push((lookup::container(tx.reader(), serial)?, update));
    }
    Ok(signed)
}

/// Decides how a recovery is undone: its licenses go back into the old container, which goes on.
///
/// # Errors
///
/// `wrong_state` where it was reversed already, where the new container has proven that it has them, where one of them is not there any
/// more, or where the old container is stopped or lost for another reason; an attempt where a person stopped it.
pub fn undo(reader: Reader<'_>, recovery: &Recovery, now: Timestamp) -> Result<Plan> {
    let serial = &recovery.serial;
    if let Some((at, _)) = &recovery.reversed {
        let message = format!("recovery {serial} was reversed at {at} already");
        return Err(Refusal::new(Why::WrongState, message)
            .hint(format!("`licentia recovery show {serial}` shows it"))
            .into());
    }
    let (from, to): (Serial, Serial) = (recovery.from.parse()?, recovery.to.parse()?);
    let (from, to) = (lookup::container(reader, &from)?, lookup::container(reader, &to)?);
    if to.kind.is_hardware()
        && to.confirmed.is_some_and(|confirmed| confirmed >= recovery.to_counter)
    {
        let message = format!(
            "container {} has confirmed that it holds what recovery {serial} brought: that cannot be undone",
            to.serial
        );
        return Err(Refusal::new(Why::WrongState, message)
            .hint(format!(
                "`licentia license move L-… --from {} --to {}` moves a license back, once that is proven gone{}",
                to.serial,
                from.serial,
                if from.block.is_some() { " and the old container is unblocked" } else { "" }
            ))
            .into());
    }
    if to.is_stopped_by_hand() {
        open(reader, &to.serial, "recover")?;
    }
    from.check_kept("given its licenses back")?;
    from.check_believed()?;
    if from.is_stopped_by_hand() {
        open(reader, &from.serial, "recover")?;
    }
    if let Some(other) = stopped_by(reader, &from)?.filter(|other| other.serial != *serial) {
        let state = from.state().as_str();
        let message =
            format!("container {} is {state} by another recovery, {}", from.serial, other.serial);
        return Err(Refusal::new(Why::WrongState, message)
            .hint(format!(
                "`licentia recovery show {}` shows it: reverse that one first",
                other.serial
            ))
            .into());
    }
    let mut steps = Vec::new();
    for recovered in &recovery.licenses {
        let before = lookup::license(reader, &recovered.license.parse()?, now)?;
        before.check(Verb::Recover, now)?;
        let mut after = before.clone();
        // What came there otherwise stays there.
        let seats = after.take_out(to.serial.as_str(), recovered.seats, now)?;
        after.place(&place_of(&from), Some(seats))?;
        let step = taken(reader, "license.recover", before, after, "recovered", now)?;
        let step = step
            .noting("from", to.serial.as_str())
            .noting("to", from.serial.as_str())
            .noting("seats", seats);
        steps.push(step.noting("reverses", serial.as_str()));
    }
    let mut container = from;
    let counted = steps.iter().any(|step| step.touched().contains(container.serial.as_str()));
    if container.block.is_some() || container.lost_at.is_some() {
        let counter = container.counter;
        container.unblock()?;
        if counted {
            container.counter = counter;
        }
    }
    Ok(Plan { container: Some(container), purpose: Purpose::recovery(), ..Plan::of(steps) })
}

/// The recovery that stopped a container, or by which it is lost: the first since it is so.
fn stopped_by(reader: Reader<'_>, container: &Container) -> Result<Option<Recovery>> {
    let since = match (&container.block, &container.lost_at) {
        (Some(block), _) => (block.at.as_str(), Old::Block),
        (None, Some(at)) => (at.as_str(), Old::Nothing),
        (None, None) => return Ok(None),
    };
    let filter = RecoveryFilter {
        container: Some(container.serial.to_string()),
        ..RecoveryFilter::default()
    };
    let all = gather(|take| reader.list_recoveries(&filter, take))?;
    let is_one = |it: &Recovery| {
        it.from == container.serial.as_str()
            && it.reversed.is_none()
            && it.old == since.1
            && it.created_at.as_str() >= since.0
    };
    Ok(all.into_iter().find(is_one))
}

/// Undoes a recovery.
pub fn carry_undo(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    recovery: &Recovery,
    (plan, reason): (Plan, &Name),
    signers: &Signers<'_>,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<(Done, Vec<Change>)> {
    let (from, to): (Serial, Serial) = (recovery.from.parse()?, recovery.to.parse()?);
    let steps = plan.carry_out(tx, vendor, signers.licenses, random, now)?;
    let updates = updates(tx, vendor, (Some(&from), &to), signers.updates, random, now)?;
    tx.set_recovery_reversed(&recovery.serial, &now.to_string(), reason.as_str())?;
    let licenses: Vec<&str> = recovery.licenses.iter().map(|it| it.license.as_str()).collect();
    let detail = json!({"from": recovery.from, "to": recovery.to, "reason": reason.as_str(), "licenses": licenses});
    let entries = vec![Change::new("recovery.reverse", recovery.serial.as_str(), detail)];
    let recovery =
        Recovery { reversed: Some((now.to_string(), reason.to_string())), ..recovery.clone() };
    Ok((Done { recovery, steps, updates }, entries))
}

/// The editions and the updates that have to be signed for a plan that touches two containers.
pub fn needs(
    reader: Reader<'_>,
    plan: &Plan,
    containers: &[&Container],
) -> Result<(Vec<Edition>, bool)> {
    let is_told = |container: &&Container| -> Result<bool> {
        if !container.kind.is_hardware() {
            return Ok(false);
        }
        let is_touched =
            plan.steps.iter().any(|step| step.touched().contains(container.serial.as_str()));
        let is_other = plan
            .container
            .as_ref()
            .is_some_and(|after| after.serial == container.serial && after != *container);
        Ok(is_touched || is_other || matches!(next(reader, container, false)?, Next::New(_)))
    };
    let told = containers.iter().map(is_told).collect::<Result<Vec<_>>>()?;
    Ok((plan.signs(), told.contains(&true)))
}

/// A recovery that the same request led to before.
///
/// # Errors
///
/// `conflict` where it was another request, `reference_ended` where that recovery was reversed since.
pub fn earlier(reader: Reader<'_>, asked: Option<&Asked>) -> Result<Option<Recovery>> {
    let Some(asked) = asked else { return Ok(None) };
    let Some(serial) = asked.subject(reader)? else { return Ok(None) };
    let recovery = lookup::recovery(reader, &serial.parse()?)?;
    if let Some((at, _)) = &recovery.reversed {
        let message = format!(
            "reference {} led to recovery {serial}, which was reversed at {at}",
            asked.reference()
        );
        return Err(Refusal::new(Why::ReferenceEnded, message)
            .hint("take another reference for another recovery")
            .into());
    }
    Ok(Some(recovery))
}
