//! The use case `license withdraw --container`: the vendor removes a license from one container.

use crate::domain::audit::personal::Personal;
use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{taken, way_out};
use crate::ops::license::plan::{Decision, LicensePlan, UnchangedLicense};
use crate::ops::lookup;
use crate::store::Reader;

/// A request to withdraw a license from one container, which may be blocked.
#[derive(Clone, Debug)]
pub struct WithdrawFromContainer {
    /// The serial.
    pub license: Serial,
    /// The serial of the container.
    pub container: Serial,
    /// The reason.
    pub reason: Name,
}

impl UseCase for WithdrawFromContainer {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let before = lookup::license(reader, &self.license, now)?;
        before.check(LicenseAction::Withdraw, now)?;
        let container = lookup::container(reader, &self.container)?;
        let mut after = before.clone();
        let way = way_out(&container, ActivationState::Withdrawn, None);
        after.leave(container.serial.as_str(), None, &way, now)?;
        let parties = &mut PartiesReader::new(reader);
        let step =
            taken(parties, "license.withdraw", before, after, "withdrawn", now)?.noting(|note| {
                note.reason = Some(Personal(self.reason.to_string()));
                note.container = Some(container.serial.to_string());
            });
        Ok(LicensePlan::of(vec![step]).into())
    }
}
