//! The use case `license activate`: seats are placed in a container, or delivered in an unbound
//! file.

use crate::domain::license::state::LicenseAction;
use crate::domain::name::Reference;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::placement::{PlacementTarget, placed};
use crate::ops::license::plan::{Decision, LicensePlan, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::reference::{IdempotencyReference, find};
use crate::store::Reader;

/// A request to place seats of a license. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct ActivateLicense {
    /// The serial.
    pub license: Serial,
    /// The target of the seats.
    pub target: PlacementTarget,
    /// The number of seats; `None` for all unallocated seats.
    pub seats: Option<u32>,
    /// The idempotency reference.
    pub reference: Option<Reference>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for ActivateLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let ActivateLicense { license: serial, target, seats, .. } = self;
        // A blocked container is refused, even if an earlier request was equal.
        let container = target.open(reader, "activate")?;
        let request = target.request(serial, *seats);
        let idempotency = IdempotencyReference::of("activate", self.reference.as_ref(), &request)?;
        if let Some(license) = find(idempotency.as_ref(), reader, now)? {
            if let (Some(idempotency), false) = (&idempotency, target.holds(&license)) {
                let why = "the license was returned later";
                return Err(idempotency.conflict(why, serial.as_str()).into());
            }
            return Ok(Decision::Unchanged(UnchangedLicense { license, files: target.files() }));
        }
        let before = lookup::license(reader, serial, now)?;
        before.check(LicenseAction::Activate, now)?;
        let step = placed(reader, before, container.as_ref(), *seats, now)?;
        let plan = LicensePlan {
            idempotency,
            selected_files: target.files(),
            ..LicensePlan::of(vec![step])
        };
        Ok(self.signing.apply(plan).into())
    }
}
