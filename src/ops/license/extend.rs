//! The use case `license extend`: a later end.

use serde_json::{Value, json};

use crate::domain::license::Until;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::Reference;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::reference::{IdempotencyReference, find};
use crate::store::Reader;

/// A request to give a license a later end. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct ExtendLicense {
    /// The serial.
    pub license: Serial,
    /// The new end.
    pub until: Until,
    /// The idempotency reference.
    pub reference: Option<Reference>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for ExtendLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let request = json!({"license": self.license.as_str(), "terms": as_compared(self.until)});
        let idempotency = IdempotencyReference::of("extend", self.reference.as_ref(), &request)?;
        if let Some(license) = find(idempotency.as_ref(), reader, now)? {
            return Ok(license.into());
        }
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Extend, now)?;
        let after = before.extend(self.until, now)?;
        let parties = Parties::of(reader, &before.entitlement)?;
        let step = Step::ending_sessions(reader, "license.extend", before, after, parties, now)?;
        let plan = LicensePlan::of(vec![step]).under(idempotency);
        Ok(self.signing.apply(plan).granting().into())
    }
}

/// Returns the form of the new end that is compared under a reference. A day is equal in each of
/// its spellings. Durations are equal if they count from the same day.
fn as_compared(until: Until) -> Value {
    match until {
        Until::Day(day) => json!({"ends": day}),
        Until::By(span, from) => {
            json!({"by": span.to_string(), "from": from.map(|from| from.as_str())})
        }
    }
}
