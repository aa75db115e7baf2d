//! Ends, and what can be taken back: activate and return, suspend and reinstate, withdraw, revoke, delete. Sessions end with
//! the license that carries them.

use anyhow::Result;
use licentia_runtime::Edition;
use serde_json::json;

use crate::domain::activation;
use crate::domain::name::{Code, Reference};
use crate::domain::serial::Serial;
use crate::domain::state::{Standing, Verb};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::change::{Decision, Plan, Step};
use crate::ops::known;
use crate::ops::repeat::{Asked, find};
use crate::store::Books;

/// Delivers a parked license in a file bound to nothing.
pub fn activate(books: Books<'_>, serial: &Serial, reference: Option<&Reference>, now: Timestamp) -> Result<Decision> {
    let asked = Asked::of("activate", reference, &json!({"license": serial.as_str(), "unbound": true}))?;
    if let Some(license) = find(asked.as_ref(), books, now)? {
        if let (Some(asked), true) = (&asked, license.live().next().is_none()) {
            return Err(asked.conflict("it was returned since", serial.as_str()).into());
        }
        return Ok(Decision::Repeated(Box::new(license)));
    }
    Ok(Plan::of(vec![delivered(books, serial, Verb::Activate, now)?]).under(asked).into())
}

/// A license whose seats are all delivered in a file bound to nothing, by one verb or another.
///
/// # Errors
///
/// `no_seat` where they are already.
pub fn delivered(books: Books<'_>, serial: &Serial, verb: Verb, now: Timestamp) -> Result<Step> {
    let before = known::license(books, serial, now)?;
    before.check(verb, now)?;
    let mut after = before.clone();
    after.deliver()?;
    let placed = json!({"from": before.seats_placed(), "to": after.seats_placed()});
    Ok(Step::of(books, "license.activate", before, after, now)?.noting("seats_placed", placed))
}

/// The customer gives the unbound delivery back: the license is parked.
///
/// # Errors
///
/// `not_placed` where there is nothing to give back.
pub fn give_back(books: Books<'_>, serial: &Serial, now: Timestamp) -> Result<Decision> {
    let before = known::license(books, serial, now)?;
    before.check(Verb::Return, now)?;
    if before.live().next().is_none() {
        return Err(Refusal::new(Why::NotPlaced, format!("license {serial} is delivered nowhere: nothing can be returned"))
            .hint(format!("`licentia license show {serial}` shows where it was"))
            .into());
    }
    let mut after = before.clone();
    after.end_placements(activation::State::Returned, now);
    let sessions = books.list_live(serial, now)?.into_iter().map(|session| session.because("returned")).collect();
    let placed = json!({"from": before.seats_placed(), "to": after.seats_placed()});
    let step = Step::of(books, "license.return", before, after, now)?.ending(sessions).noting("seats_placed", placed);
    Ok(Plan::of(vec![step]).into())
}

/// Brings a license into another standing.
pub fn stand(books: Books<'_>, serial: &Serial, standing: Standing, reason: Option<&str>, now: Timestamp) -> Result<Decision> {
    let (action, verb) = match standing {
        Standing::Open => ("license.reinstate", Verb::Reinstate),
        Standing::Suspended => ("license.suspend", Verb::Suspend),
        Standing::Withdrawn => ("license.withdraw", Verb::Withdraw),
        Standing::Replaced => ("license.replace", Verb::Replace),
        Standing::Revoked => ("license.revoke", Verb::Revoke),
        Standing::Deleted => ("license.delete", Verb::Delete),
    };
    let before = known::license(books, serial, now)?;
    before.check(verb, now)?;
    if before.standing == standing {
        return Ok(Decision::Repeated(Box::new(before)));
    }
    let after = before.stand(standing, reason, now);
    let sessions = if standing == Standing::Open { Vec::new() } else { books.list_live(serial, now)? };
    let sessions = sessions.into_iter().map(|session| session.because(standing.as_str())).collect();
    let step = Step::of(books, action, before, after, now)?.ending(sessions);
    let step = if let Some(reason) = reason { step.noting("reason", reason) } else { step };
    Ok(Plan::of(vec![step]).into())
}

/// Deletes all licenses of an edition that a customer has.
pub fn delete_all(books: Books<'_>, customer: &Code, edition: Edition, now: Timestamp) -> Result<Plan> {
    let mut steps = Vec::new();
    for serial in books.list_of_edition(customer, edition.as_str())? {
        if let Decision::New(plan) = stand(books, &serial.parse()?, Standing::Deleted, None, now)? {
            steps.extend(plan.steps);
        }
    }
    Ok(Plan::of(steps))
}
