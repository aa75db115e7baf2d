//! The use case `license move`: seats move from one container to another. Seats from hardware
//! arrive after the proof of their removal.

use crate::domain::audit::license::ArrivalNote;
use crate::domain::container::Container;
use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LicenseAction;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::placement::{Taking, open, place_of, taken_from, way_out};
use crate::ops::license::plan::{Decision, LicensePlan, Parties, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to move seats of a license from one container to another.
#[derive(Clone, Debug)]
pub struct MoveLicense {
    /// The serial.
    pub license: Serial,
    /// The container that the seats leave.
    pub from: Serial,
    /// The container in which they arrive.
    pub to: Serial,
    /// The number of seats; `None` for all seats in the first container.
    pub seats: Option<u32>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for MoveLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let (source, target) = self.containers(reader)?;
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Move, now)?;
        let parties = Parties::of(reader, &before.entitlement)?;
        target.check_takes(&before.called(), &before.entitlement.customer, &parties.product)?;
        let (from, to) = (self.from.as_str(), self.to.as_str());
        let mut after = before.clone();
        let way = way_out(&source, ActivationState::Returned, Some(to));
        let count = after.leave(from, self.seats, &way, now)?;
        // Seats are removed only if they can arrive.
        let mut arrived = after.clone();
        arrived.settle(from, Some(source.counter + 1), now);
        arrived.place(&place_of(&target), Some(count))?;
        if !source.needs_proof() {
            after = arrived;
        }
        let taking = Taking { action: "license.move", reason: "moved", parties };
        let step = taken_from(reader, taking, before, after, now)?;
        let step = step.noting(|note| {
            note.from = Some(from.to_owned());
            note.to = Some(ArrivalNote::Container(to.to_owned()));
            note.seats = Some(count);
        });
        Ok(self.signing.apply(LicensePlan::of(vec![step])).into())
    }
}

impl MoveLicense {
    /// Returns the two containers, which are usable.
    fn containers(&self, reader: Reader<'_>) -> Result<(Container, Container)> {
        let MoveLicense { from, to, .. } = self;
        if from == to {
            return Err(Error::usage(format!(
                "container {from} is both the source and the target"
            ))
            .remedy(Remedy::TwoContainers)
            .into());
        }
        let (source, target) = (open(reader, from, "move")?, open(reader, to, "move")?);
        target.check_not_suspect()?;
        if target.context.is_some() {
            let message = format!(
                "container {to} belongs to another home; licenses cannot be moved to the container"
            );
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(Remedy::IssueThere {
                    customer: target.customer.to_string(),
                    container: to.to_string(),
                })
                .into());
        }
        Ok((source, target))
    }
}
