//! Placements: the target of seats, seats that are placed or removed, and pending removals from
//! hardware. An attempt to use a blocked container has its own error, because it is recorded.

use serde_json::{Value, json};

use crate::domain::Error;
use crate::domain::audit::NewEntry;
use crate::domain::audit::container::AttemptDetail;
use crate::domain::audit::difference::Values;
use crate::domain::container::{Container, spent};
use crate::domain::license::License;
use crate::domain::license::activation::{ActivationState, Place};
use crate::domain::license::placement::Leave;
use crate::domain::product::Product;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::RecordedError;
use crate::ops::error::Result;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::plan::{Files, Parties, Step};
use crate::ops::lookup;
use crate::store::Reader;

/// The place to which seats go, or from which they are removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlacementTarget {
    /// A file that is bound to no container.
    Unbound,
    /// The container with this serial.
    Container(Serial),
}

impl PlacementTarget {
    /// Returns the serial of the container.
    pub fn container(&self) -> Option<&str> {
        match self {
            PlacementTarget::Unbound => None,
            PlacementTarget::Container(serial) => Some(serial.as_str()),
        }
    }

    /// Returns the target in the form that is compared under a reference.
    pub(crate) fn request(&self, license: &Serial, seats: Option<u32>) -> Value {
        match self {
            PlacementTarget::Unbound => json!({"license": license.as_str(), "unbound": true}),
            PlacementTarget::Container(container) => {
                let mut request =
                    json!({"license": license.as_str(), "container": container.as_str()});
                if let Some(seats) = seats {
                    request["seats"] = seats.into();
                }
                request
            }
        }
    }

    /// Returns the files of a license that are for this target.
    pub fn files(&self) -> Files {
        Files::Of(self.container().map(str::to_owned))
    }

    /// Returns the usable container; `None` for an unbound file.
    ///
    /// # Errors
    ///
    /// [`RecordedError`] if the container is blocked, `wrong_state` if it is retired.
    pub(crate) fn open(
        &self,
        reader: Reader<'_>,
        action: &'static str,
    ) -> Result<Option<Container>> {
        match self {
            PlacementTarget::Unbound => Ok(None),
            PlacementTarget::Container(serial) => open(reader, serial, action).map(Some),
        }
    }

    /// Returns whether a license has a live activation in this place.
    pub fn holds(&self, license: &License) -> bool {
        license.live().any(|activation| activation.container() == self.container())
    }
}

/// Returns a container that can receive or release licenses.
///
/// # Errors
///
/// [`RecordedError`] if the container is blocked, `wrong_state` if it is retired.
pub(crate) fn open(reader: Reader<'_>, serial: &Serial, action: &'static str) -> Result<Container> {
    let container = lookup::container(reader, serial)?;
    container.check_kept("used")?;
    container.check_found("used")?;
    container.check_unblocked().map_err(|error| attempt(reader, &container, action, error))?;
    Ok(container)
}

/// Returns the error for an attempt to use a blocked container, which is recorded in the audit log.
/// Its remedy is the update that contains the block.
fn attempt(
    reader: Reader<'_>,
    container: &Container,
    action: &'static str,
    cause: Error,
) -> RecordedError {
    let serial = &container.serial;
    let update = reader.find_update(serial, Some(container.counter)).ok().flatten();
    let update_members =
        update.map(|update| json!({"counter": update.counter, "text": update.text}));
    let error = cause
        .with("container", serial.as_str().into())
        .with("update", update_members.unwrap_or(Value::Null));
    let detail = AttemptDetail {
        action,
        customer: container.customer.as_str(),
        blocked: container.block.as_ref().map(|block| block.code.as_str()),
    };
    let entry = NewEntry::of("container.attempt", serial.as_str(), &detail);
    RecordedError { entry, error }
}

/// Returns the facts of a container that a placement contains.
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

/// Places seats of a license in an open container, or delivers all of them in an unbound file.
/// Without a number, all unallocated seats are placed.
///
/// # Errors
///
/// `wrong_customer`, `wrong_kind`, `no_seat`.
pub(crate) fn put(
    reader: Reader<'_>,
    license: &mut License,
    container: Option<&Container>,
    seats: Option<u32>,
    product: &Product,
) -> Result<()> {
    let Some(container) = container else { return Ok(license.deliver()?) };
    container.check_not_suspect()?;
    container.check_takes(&license.called(), &license.entitlement.customer, product)?;
    if let Some(context) = &container.context {
        license.give_away(container.serial.as_str(), seats)?;
        if reader.find_reserved(context)?.is_none() {
            return Err(spent(container.serial.as_str()).into());
        }
    }
    license.place(&place_of(container), seats)?;
    Ok(())
}

/// Returns the step that places seats of a license.
///
/// # Errors
///
/// The errors of [`put`].
pub(crate) fn placed(
    reader: Reader<'_>,
    before: License,
    container: Option<&Container>,
    seats: Option<u32>,
    now: Timestamp,
) -> Result<Step> {
    let parties = Parties::of(reader, &before.entitlement)?;
    let mut after = before.clone();
    put(reader, &mut after, container, seats, &parties.product)?;
    let step = moved("license.activate", before, after, parties, now);
    Ok(noting_container(step, container.map(|container| container.serial.as_str())))
}

/// Adds the container to the audit entry of a step.
pub(crate) fn noting_container(step: Step, container: Option<&str>) -> Step {
    step.noting(|note| note.container = container.map(str::to_owned))
}

/// Returns a step that changes the places of seats and not the terms. Only activations with another
/// number of seats get a new file.
fn moved(
    action: &'static str,
    before: License,
    after: License,
    parties: Parties,
    now: Timestamp,
) -> Step {
    let placed = Values { from: before.seats_placed(), to: after.seats_placed() };
    Step { moves: true, ..Step::of(action, before, after, parties, now) }
        .noting(|note| note.seats_placed = Some(placed))
}

/// Returns a step that removes seats from a place. Looks up the product and the customer of the
/// license.
///
/// # Errors
///
/// The faults of the database.
pub(crate) fn taken(
    parties: &mut PartiesReader<'_>,
    action: &'static str,
    before: License,
    after: License,
    reason: &'static str,
    now: Timestamp,
) -> Result<Step> {
    let taking = Taking { action, reason, parties: parties.find(&before.entitlement)? };
    taken_from(parties.reader, taking, before, after, now)
}

/// The facts of a step that removes seats from a place.
pub(crate) struct Taking {
    /// The audit action.
    pub(crate) action: &'static str,
    /// The reason for the sessions that end with the last place.
    pub(crate) reason: &'static str,
    /// The product and the customer.
    pub(crate) parties: Parties,
}

/// Returns a step that removes seats from a place. Older files with more seats end at once. The
/// sessions end with the last place.
///
/// # Errors
///
/// The faults of the database.
pub(crate) fn taken_from(
    reader: Reader<'_>,
    taking: Taking,
    before: License,
    mut after: License,
    now: Timestamp,
) -> Result<Step> {
    // Seats that are removed from one container and arrive in another are one change, so one
    // revision.
    if after.revision > before.revision {
        after.revision = before.revision;
        after.next_revision();
    }
    let Taking { action, reason, parties } = taking;
    let ends = if after.live().next().is_none() {
        reader.list_live(&before.serial, now)?
    } else {
        Vec::new()
    };
    let sessions = ends.into_iter().map(|session| session.because(reason)).collect();
    let step = moved(action, before, after, parties, now).ending(sessions);
    Ok(Step { old_files_end: step.has_fewer_seats().then_some(now), ..step })
}

/// Returns the removal of seats from a container, which may require a proof.
pub(crate) fn way_out<'a>(
    container: &Container,
    ends_as: ActivationState,
    moves_to: Option<&'a str>,
) -> Leave<'a> {
    Leave { ends_as, gone_at: container.needs_proof().then_some(container.counter + 1), moves_to }
}
