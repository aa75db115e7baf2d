//! Placing licenses: activate, return, move, take out of one container, and what is proven to have left hardware. What is tried
//! with a blocked container is told from other refusals, because it is written down.

use anyhow::Result;
use serde_json::{Value, json};

use crate::domain::audit::Change;
use crate::domain::audit::container::AttemptDetail;
use crate::domain::container::{Container, spent};
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, Place, State, pairs};
use crate::domain::license::placement::Leave;
use crate::domain::license::state::Verb;
use crate::domain::name::{Name, Reference};
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::execute::RecordedError;
use crate::ops::license::plan::{Decision, Plan, Step};
use crate::ops::lookup;
use crate::ops::reference::{Asked, find};
use crate::store::Reader;

/// Where seats go, or come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// In a file that is bound to nothing.
    Unbound,
    /// In a container.
    Container(Serial),
}

impl Target {
    /// The container's serial.
    pub fn container(&self) -> Option<&str> {
        match self {
            Target::Unbound => None,
            Target::Container(serial) => Some(serial.as_str()),
        }
    }

    /// As a request under a reference states it.
    fn asked(&self, license: &Serial, seats: Option<u32>) -> Value {
        match self {
            Target::Unbound => json!({"license": license.as_str(), "unbound": true}),
            Target::Container(container) => {
                let mut asked =
                    json!({"license": license.as_str(), "container": container.as_str()});
                if let Some(seats) = seats {
                    asked["seats"] = seats.into();
                }
                asked
            }
        }
    }

    /// Refuses a blocked container, also where the same was asked of it before.
    ///
    /// # Errors
    ///
    /// [`RecordedError`]; `wrong_state` where it is retired.
    pub fn check_open(&self, reader: Reader<'_>, action: &'static str) -> Result<()> {
        match self {
            Target::Unbound => Ok(()),
            Target::Container(serial) => open(reader, serial, action).map(drop),
        }
    }

    /// Whether a license has something live there.
    pub fn holds(&self, license: &License) -> bool {
        license.live().any(|activation| activation.container() == self.container())
    }
}

/// A container that licenses shall go into, or come out of.
///
/// # Errors
///
/// [`RecordedError`] where it is blocked, `wrong_state` where it is retired.
pub(crate) fn open(reader: Reader<'_>, serial: &Serial, action: &'static str) -> Result<Container> {
    let container = lookup::container(reader, serial)?;
    container.check_kept("used")?;
    container.check_found("used")?;
    container.check_unblocked().map_err(|refusal| attempt(reader, &container, action, refusal))?;
    Ok(container)
}

/// Returns the error for an attempt to use a blocked container, which is recorded in the audit log. It has the update that
/// tells the container of the block.
fn attempt(
    reader: Reader<'_>,
    container: &Container,
    action: &'static str,
    refusal: Refusal,
) -> RecordedError {
    let serial = &container.serial;
    let update = reader.find_update(serial, Some(container.counter)).ok().flatten();
    let told = update.map(|update| json!({"counter": update.counter, "text": update.text}));
    let error = refusal
        .with("container", serial.as_str().into())
        .with("update", told.unwrap_or(Value::Null));
    let detail = AttemptDetail {
        action,
        customer: container.customer.as_str(),
        blocked: container.block.as_ref().map(|block| block.code.as_str()),
    };
    let entry = Change::of("container.attempt", serial.as_str(), &detail);
    RecordedError { entry, error }
}

/// As it stands in a placement.
pub(crate) fn place_of(container: &Container) -> Place {
    Place {
        serial: container.serial.to_string(),
        kind: container.kind,
        hardware: container.hardware.as_ref().map(ToString::to_string),
        blocked: container.block.is_some(),
        suspect: container.suspicion.is_some(),
        context: container.context.clone(),
        key: container.kid(),
        properties: container.properties.clone(),
    }
}

/// Puts seats of a license somewhere: all free ones where none are said.
///
/// # Errors
///
/// [`RecordedError`]; `wrong_customer`, `wrong_kind`, `no_seat`.
pub fn put(
    reader: Reader<'_>,
    license: &mut License,
    to: &Target,
    seats: Option<u32>,
    action: &'static str,
) -> Result<()> {
    let Target::Container(serial) = to else { return Ok(license.deliver()?) };
    let container = open(reader, serial, action)?;
    container.check_believed()?;
    let product = lookup::product(reader, &license.right.product)?;
    container.check_takes(&license.called(), &license.right.customer, &product)?;
    if let Some(context) = &container.context {
        license.give_away(container.serial.as_str(), seats)?;
        if reader.find_reserved(context)?.is_none() {
            return Err(spent(container.serial.as_str()).into());
        }
    }
    license.place(&place_of(&container), seats)?;
    Ok(())
}

/// Places seats of a license, or delivers all of them in a file bound to nothing.
pub fn activate(
    reader: Reader<'_>,
    serial: &Serial,
    to: &Target,
    seats: Option<u32>,
    reference: Option<&Reference>,
    now: Timestamp,
) -> Result<Decision> {
    to.check_open(reader, "activate")?;
    let asked = Asked::of("activate", reference, &to.asked(serial, seats))?;
    if let Some(license) = find(asked.as_ref(), reader, now)? {
        if let (Some(asked), false) = (&asked, to.holds(&license)) {
            return Err(asked.conflict("it was returned since", serial.as_str()).into());
        }
        return Ok(Decision::Unchanged(Box::new(license)));
    }
    Ok(Plan::of(vec![placed(reader, serial, to, seats, Verb::Activate, now)?]).under(asked).into())
}

/// A license whose seats are placed, by one verb or another.
///
/// # Errors
///
/// What [`put`] refuses, `wrong_state`.
pub fn placed(
    reader: Reader<'_>,
    serial: &Serial,
    to: &Target,
    seats: Option<u32>,
    verb: Verb,
    now: Timestamp,
) -> Result<Step> {
    let before = lookup::license(reader, serial, now)?;
    before.check(verb, now)?;
    let mut after = before.clone();
    put(reader, &mut after, to, seats, if verb == Verb::Redeem { "redeem" } else { "activate" })?;
    Ok(noting(moved(reader, "license.activate", before, after, now)?, to))
}

/// A step in which seats come or go and the terms stay: only the places whose seats are other get a fresh file.
fn moved(
    reader: Reader<'_>,
    action: &'static str,
    before: License,
    after: License,
    now: Timestamp,
) -> Result<Step> {
    let placed = json!({"from": before.seats_placed(), "to": after.seats_placed()});
    Ok(Step { moves: true, ..Step::of(reader, action, before, after, now)? }
        .noting("seats_placed", placed))
}

/// The same where seats go: older files that state more end at once, and with the last place the sessions.
pub(crate) fn taken(
    reader: Reader<'_>,
    action: &'static str,
    before: License,
    mut after: License,
    reason: &'static str,
    now: Timestamp,
) -> Result<Step> {
    // Seats that leave one container and arrive in another are one change, so one revision.
    if after.revision > before.revision {
        after.revision = before.revision;
        after.next_revision();
    }
    let ends = if after.live().next().is_none() {
        reader.list_live(&before.serial, now)?
    } else {
        Vec::new()
    };
    let sessions = ends.into_iter().map(|session| session.because(reason)).collect();
    let step = moved(reader, action, before, after, now)?.ending(sessions);
    Ok(Step { old_files_end: step.has_fewer_seats().then_some(now), ..step })
}

/// How seats leave a container, whose proof may have to be waited for.
fn way_out<'a>(container: &Container, ends_as: State, moves_to: Option<&'a str>) -> Leave<'a> {
    Leave { ends_as, gone_at: container.needs_proof().then_some(container.counter + 1), moves_to }
}

/// The customer gives seats back: the unbound delivery, or what is in a container.
///
/// # Errors
///
/// [`RecordedError`]; `not_placed` where there is nothing to give back, `no_seat` for more than there is.
pub fn give_back(
    reader: Reader<'_>,
    serial: &Serial,
    from: &Target,
    seats: Option<u32>,
    now: Timestamp,
) -> Result<Decision> {
    from.check_open(reader, "return")?;
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Return, now)?;
    let mut after = before.clone();
    match from {
        Target::Unbound => after.take_back(now)?,
        Target::Container(container) => {
            let container = open(reader, container, "return")?;
            after.leave(
                container.serial.as_str(),
                seats,
                &way_out(&container, State::Returned, None),
                now,
            )?;
        }
    }
    let step = taken(reader, "license.return", before, after, "returned", now)?;
    Ok(Plan::of(vec![noting(step, from)]).into())
}

/// The vendor takes one placement back. A block is no hindrance.
///
/// # Errors
///
/// `not_placed`
pub fn withdraw_from(
    reader: Reader<'_>,
    serial: &Serial,
    from: &Serial,
    reason: &Name,
    now: Timestamp,
) -> Result<Decision> {
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Withdraw, now)?;
    let container = lookup::container(reader, from)?;
    let mut after = before.clone();
    after.leave(from.as_str(), None, &way_out(&container, State::Withdrawn, None), now)?;
    let step = taken(reader, "license.withdraw", before, after, "withdrawn", now)?
        .noting("reason", reason.as_str());
    Ok(Plan::of(vec![step.noting("container", from.as_str())]).into())
}

fn noting(step: Step, target: &Target) -> Step {
    match target.container() {
        Some(container) => step.noting("container", container),
        None => step,
    }
}

/// Takes seats from one container to another. What leaves hardware arrives once it is proven gone.
///
/// # Errors
///
/// [`RecordedError`]; `wrong_customer`, `wrong_kind`, `not_placed`, `no_seat`.
pub fn relocate(
    reader: Reader<'_>,
    serial: &Serial,
    from: &Serial,
    to: &Serial,
    seats: Option<u32>,
    now: Timestamp,
) -> Result<Decision> {
    if from == to {
        return Err(Refusal::usage(format!("container {from} is named twice"))
            .hint("--from and --to are two containers")
            .into());
    }
    let (source, target) = (open(reader, from, "move")?, open(reader, to, "move")?);
    target.check_believed()?;
    if target.context.is_some() {
        let message = format!("container {to} is kept by another home: nothing is moved into it");
        return Err(Refusal::new(Why::WrongState, message)
            .hint("issue a license there: `licentia license issue --container K-…`")
            .into());
    }
    let before = lookup::license(reader, serial, now)?;
    before.check(Verb::Move, now)?;
    let product = lookup::product(reader, &before.right.product)?;
    target.check_takes(&before.called(), &before.right.customer, &product)?;
    let mut after = before.clone();
    let count = after.leave(
        from.as_str(),
        seats,
        &way_out(&source, State::Returned, Some(to.as_str())),
        now,
    )?;
    // Whether they could arrive is looked at before they leave.
    let mut arrived = after.clone();
    arrived.settle(from.as_str(), Some(source.counter + 1), now);
    arrived.place(&place_of(&target), Some(count))?;
    if !source.needs_proof() {
        after = arrived;
    }
    let step = taken(reader, "license.move", before, after, "moved", now)?;
    let step = step.noting("from", from.as_str()).noting("to", to.as_str()).noting("seats", count);
    Ok(Plan::of(vec![step]).into())
}

/// Seats that could not arrive where they were to go: they are free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// The license's serial.
    pub license: String,
    /// The container's.
    pub to: String,
    /// How many.
    pub seats: u32,
    /// Why.
    pub why: String,
}

/// What becomes of licenses when it is proven what a container holds.
pub(crate) struct Settled {
    /// A license each.
    pub(crate) steps: Vec<Step>,
    /// What could not arrive.
    pub(crate) stranded: Vec<Stranded>,
}

/// Ends what is proven to have left a container that is at a counter, and lets arrive what was to go elsewhere. `None`: the
/// vendor holds the container, and everything in it is returned. Nothing arrives elsewhere unless `arrives`. `proven` is false
/// where it is only somebody's word.
pub(crate) fn settle(
    reader: Reader<'_>,
    container: &Serial,
    counter: Option<u64>,
    (arrives, proven): (bool, bool),
    now: Timestamp,
) -> Result<Settled> {
    let mut settled = Settled { steps: Vec::new(), stranded: Vec::new() };
    for serial in reader.list_held_in(container)? {
        let before = lookup::license(reader, &serial.parse()?, now)?;
        let mut after = before.clone();
        let moves = after.settle(container.as_str(), counter, now);
        if after == before {
            continue;
        }
        let mut arrived = Vec::new();
        for (seats, to) in moves {
            let mut there = after.clone();
            let put = match arrives {
                true => {
                    put(reader, &mut there, &Target::Container(to.parse()?), Some(seats), "move")
                }
                false => {
                    Err(Refusal::new(Why::NotPlaced, "nothing was to arrive elsewhere").into())
                }
            };
            match put {
                Ok(()) => {
                    after = there;
                    arrived.push(json!({"container": to, "seats": seats}));
                }
                // What is no answer of a rule is no reason to free anything.
                Err(error) if !error.is::<Refusal>() && !error.is::<RecordedError>() => {
                    return Err(error);
                }
                Err(error) => {
                    settled.stranded.push(Stranded {
                        license: serial.clone(),
                        to,
                        seats,
                        why: error.to_string(),
                    });
                }
            }
        }
        let is_withdrawn = pairs(&before.activations, &after.activations).any(|pair| {
            pair.after.state == State::Withdrawn && pair.before.is_some_and(Activation::is_held)
        });
        let action = match (arrived.is_empty(), is_withdrawn) {
            (false, _) => "license.move",
            (true, true) => "license.withdraw",
            (true, false) => "license.return",
        };
        let step = taken(reader, action, before, after, "returned", now)?;
        let step = step.noting("from", container.as_str()).noting("proven", proven);
        settled.steps.push(if arrived.is_empty() {
            step
        } else {
            step.noting("to", json!(arrived))
        });
    }
    Ok(settled)
}

/// What was decided about a container and the licenses in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Emptied {
    /// The container as it is then.
    pub container: Container,
    /// What could not arrive where it was to go.
    pub stranded: Vec<Stranded>,
}

/// Takes somebody's word that a dongle without a key holds what its newest update says.
///
/// # Errors
///
/// `wrong_kind`, `wrong_state`
pub fn confirm(
    reader: Reader<'_>,
    serial: &Serial,
    reason: &Name,
    arrives: bool,
    now: Timestamp,
) -> Result<(Emptied, Plan)> {
    let before = lookup::container(reader, serial)?;
    let mut container = before.clone();
    container.confirm()?;
    let settled = settle(reader, serial, container.confirmed, (arrives, false), now)?;
    let detail = json!({
        "confirmed_counter": {"from": before.confirmed, "to": container.confirmed}, "reason": reason.as_str(), "proven": false,
    });
    Ok(emptied(container, settled, vec![Change::new("container.confirm", serial.as_str(), detail)]))
}

/// The vendor holds a dongle: everything on it is returned, and it can be given to somebody else.
///
/// # Errors
///
/// `wrong_kind` for what is no dongle, `wrong_state`, `in_use` where others are on their way to it
pub fn recycle(
    reader: Reader<'_>,
    serial: &Serial,
    arrives: bool,
    now: Timestamp,
) -> Result<(Emptied, Plan)> {
    let mut container = lookup::container(reader, serial)?;
    container.check_kept("recycled")?;
    if container.kind != ContainerKind::Dongle {
        let message = format!(
            "container {serial} is {}, which does not come back by post",
            container.kind.called()
        );
        return Err(Refusal::new(Why::WrongKind, message)
            .hint(format!("`licentia container retire {serial}` ends it"))
            .into());
    }
    container.check_not_awaited(&reader.list_coming_to(serial)?)?;
    let settled = settle(reader, serial, None, (arrives, true), now)?;
    let licenses: Vec<&str> = settled.steps.iter().map(|step| step.after.serial.as_str()).collect();
    let hardware = container.hardware.as_ref().map(Name::as_str);
    let detail = json!({"hardware": hardware, "licenses": licenses, "state": {"from": container.state().as_str(), "to": "retired"}});
    let entry = Change::new("container.recycle", serial.as_str(), detail);
    container.retired_at = Some(now.to_string());
    Ok(emptied(container, settled, vec![entry]))
}

pub(crate) fn emptied(
    container: Container,
    settled: Settled,
    entries: Vec<Change>,
) -> (Emptied, Plan) {
    let plan = Plan { container: Some(container.clone()), entries, ..Plan::of(settled.steps) };
    (Emptied { container, stranded: settled.stranded }, plan)
}
