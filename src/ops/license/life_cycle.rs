//! Ends, and what can be taken back: suspend and reinstate, withdraw, revoke, delete. Sessions end with the license that
//! carries them.

use anyhow::Result;
use licentia_runtime::Edition;

use crate::domain::license::state::{Standing, Verb};
use crate::domain::name::Code;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::license::plan::{Decision, Plan, Step};
use crate::ops::lookup;
use crate::store::Reader;

/// Brings a license into another standing.
pub fn stand(
    reader: Reader<'_>,
    serial: &Serial,
    standing: Standing,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<Decision> {
    let (action, verb) = match standing {
        Standing::Open => ("license.reinstate", Verb::Reinstate),
        Standing::Suspended => ("license.suspend", Verb::Suspend),
        Standing::Withdrawn => ("license.withdraw", Verb::Withdraw),
        Standing::Replaced => ("license.replace", Verb::Replace),
        Standing::Revoked => ("license.revoke", Verb::Revoke),
        Standing::Deleted => ("license.delete", Verb::Delete),
    };
    let before = lookup::license(reader, serial, now)?;
    before.check(verb, now)?;
    if before.standing == standing {
        return Ok(Decision::Unchanged(Box::new(before)));
    }
    let after = before.stand(standing, reason, now);
    let sessions =
        if standing == Standing::Open { Vec::new() } else { reader.list_live(serial, now)? };
    let sessions = sessions.into_iter().map(|session| session.because(standing.as_str())).collect();
    let step = Step::of(reader, action, before, after, now)?.ending(sessions);
    let step = if let Some(reason) = reason { step.noting("reason", reason) } else { step };
    Ok(Plan::of(vec![step]).into())
}

/// Deletes all licenses of an edition that a customer has.
pub fn delete_all(
    reader: Reader<'_>,
    customer: &Code,
    edition: Edition,
    now: Timestamp,
) -> Result<Plan> {
    let mut steps = Vec::new();
    for serial in reader.list_of_edition(customer, edition.as_str())? {
        if let Decision::Change(plan) =
            stand(reader, &serial.parse()?, Standing::Deleted, None, now)?
        {
            steps.extend(plan.steps);
        }
    }
    Ok(Plan::of(steps))
}
