//! The use case `license return`: the customer returns a delivered file, or seats in a container.

use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LicenseAction;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{PlacementTarget, noting_container, taken, way_out};
use crate::ops::license::plan::{Decision, LicensePlan, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to take back seats of a license.
#[derive(Clone, Debug)]
pub struct ReturnLicense {
    /// The serial.
    pub license: Serial,
    /// The place from which the seats are removed.
    pub source: PlacementTarget,
    /// The number of seats; `None` for all seats in that place.
    pub seats: Option<u32>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for ReturnLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let container = self.source.open(reader, "return")?;
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Return, now)?;
        let mut after = before.clone();
        match &container {
            None => after.take_back(now)?,
            Some(container) => {
                let way = way_out(container, ActivationState::Returned, None);
                after.leave(container.serial.as_str(), self.seats, &way, now)?;
            }
        }
        let parties = &mut PartiesReader::new(reader);
        let step = taken(parties, "license.return", before, after, "returned", now)?;
        let step = noting_container(step, self.source.container());
        Ok(self.signing.apply(LicensePlan::of(vec![step])).into())
    }
}
