//! Pending removals of a container: the licenses whose removal is proven, and the seats that then
//! arrive in another container.

use crate::domain::audit::NewEntry;
use crate::domain::audit::license::{ArrivalNote, ArrivedNote};
use crate::domain::container::Container;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, ActivationState, pairs};
use crate::domain::product::Product;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Failure, Result};
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{Taking, open, put, taken_from};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::lookup;
use crate::store::Reader;

/// Seats that could not arrive in another container: they are unallocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// The serial of the license.
    pub license: String,
    /// The container to which they were to move.
    pub to: String,
    /// The number of seats.
    pub seats: u32,
    /// The reason.
    pub reason: String,
}

/// A container from which licenses were removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Emptied {
    /// The container after the change.
    pub container: Container,
    /// The seats that could not arrive in another container.
    pub stranded: Vec<Stranded>,
}

/// The known counter of a container.
pub(crate) struct Proof {
    /// The counter of the container; `None` if the vendor has the container, so that all its
    /// licenses are returned.
    pub(crate) counter: Option<u64>,
    /// True if seats arrive in the containers to which they move.
    pub(crate) arrives: bool,
    /// True for a proof, false for the statement of a person.
    pub(crate) is_proven: bool,
}

/// The licenses whose seats left a container.
#[derive(Default)]
pub(crate) struct Settled {
    steps: Vec<Step>,
    stranded: Vec<Stranded>,
}

impl Settled {
    /// Returns the serials of the licenses.
    pub(crate) fn licenses(&self) -> Vec<&str> {
        self.steps.iter().map(|step| step.after.serial.as_str()).collect()
    }

    /// Returns the plan for a container.
    pub(crate) fn plan(self, container: Container, entries: Vec<NewEntry>) -> LicensePlan<Emptied> {
        let plan = LicensePlan {
            container: Some(container.clone()),
            entries,
            ..LicensePlan::of(self.steps)
        };
        plan.with(Emptied { container, stranded: self.stranded })
    }
}

/// Ends the activations that were removed from a container, and places their seats in the
/// containers to which they move.
///
/// # Errors
///
/// The faults of the database.
pub(crate) fn settle(
    reader: Reader<'_>,
    container: &Serial,
    proof: &Proof,
    now: Timestamp,
) -> Result<Settled> {
    let mut parties_reader = PartiesReader::new(reader);
    let mut settled = Settled::default();
    for serial in reader.list_held_in(container)? {
        let before = lookup::license(reader, &serial.parse()?, now)?;
        let mut after = before.clone();
        let moves = after.settle(container.as_str(), proof.counter, now);
        if after == before {
            continue;
        }
        let parties = parties_reader.find(&before.entitlement)?;
        let mut arrived = Vec::new();
        for (seats, to) in moves {
            let mut license_with_seats = after.clone();
            let arrival = match proof.arrives {
                true => arrive(reader, &mut license_with_seats, seats, &to, &parties.product),
                false => Err(nothing_arrives().into()),
            };
            match arrival {
                Ok(()) => {
                    after = license_with_seats;
                    arrived.push(ArrivedNote { container: to, seats });
                }
                // A rule can refuse the arrival of seats. A fault of the database is an error.
                Err(error @ (Failure::Rule(_) | Failure::Recorded(_))) => {
                    let (license, reason) = (serial.clone(), error.to_string());
                    settled.stranded.push(Stranded { license, to, seats, reason });
                }
                Err(error) => return Err(error),
            }
        }
        let action = action(&before, &after, &arrived);
        let taking = Taking { action, reason: "returned", parties };
        let arrived = Some(arrived).filter(|arrived| !arrived.is_empty());
        settled.steps.push(taken_from(reader, taking, before, after, now)?.noting(|note| {
            note.from = Some(container.to_string());
            note.proven = Some(proof.is_proven);
            note.to = arrived.map(ArrivalNote::Containers);
        }));
    }
    Ok(settled)
}

/// Places seats in the container to which they move.
fn arrive(
    reader: Reader<'_>,
    license: &mut License,
    seats: u32,
    to: &str,
    product: &Product,
) -> Result<()> {
    let container = open(reader, &to.parse()?, "move")?;
    put(reader, license, Some(&container), Some(seats), product)
}

fn nothing_arrives() -> Error {
    Error::new(ErrorCode::NotPlaced, "the request does not complete the move")
}

/// Returns the audit action of a license whose seats left a container.
fn action(before: &License, after: &License, arrived: &[ArrivedNote]) -> &'static str {
    let is_withdrawn = pairs(&before.activations, &after.activations).any(|pair| {
        pair.after.state == ActivationState::Withdrawn
            && pair.before.is_some_and(Activation::is_held)
    });
    match (arrived.is_empty(), is_withdrawn) {
        (false, _) => "license.move",
        (true, true) => "license.withdraw",
        (true, false) => "license.return",
    }
}
