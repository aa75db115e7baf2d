//! The use cases that change the life cycle of licenses: suspend and reinstate, withdraw, revoke,
//! delete. The sessions of a license end with it.

use licentia_runtime::Edition;

use crate::domain::audit::personal::Personal;
use crate::domain::license::state::{LicenseAction, LifecycleStatus};
use crate::domain::name::Slug;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute;
use crate::ops::execute::UseCase;
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to change the life cycle status of a license. Unchanged if the license already has the
/// status.
#[derive(Clone, Debug)]
pub struct SetLifecycleStatus {
    /// The serial.
    pub license: Serial,
    /// The status.
    pub status: LifecycleStatus,
    /// The reason.
    pub reason: Option<String>,
    /// The signing of the entry, for a license that becomes open.
    pub signing: SigningRequest,
}

impl UseCase for SetLifecycleStatus {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let (action, verb) = match self.status {
            LifecycleStatus::Open => ("license.reinstate", LicenseAction::Reinstate),
            LifecycleStatus::Suspended => ("license.suspend", LicenseAction::Suspend),
            LifecycleStatus::Withdrawn => ("license.withdraw", LicenseAction::Withdraw),
            LifecycleStatus::Replaced => ("license.replace", LicenseAction::Replace),
            LifecycleStatus::Revoked => ("license.revoke", LicenseAction::Revoke),
            LifecycleStatus::Deleted => ("license.delete", LicenseAction::Delete),
        };
        let before = lookup::license(reader, &self.license, now)?;
        before.check(verb, now)?;
        if before.status == self.status {
            return Ok(before.into());
        }
        let reason = self.reason.as_deref();
        let after = before.stand(self.status, reason, now);
        let sessions = match self.status {
            LifecycleStatus::Open => Vec::new(),
            _ => reader.list_live(&self.license, now)?,
        };
        let why = self.status.as_str();
        let sessions = sessions.into_iter().map(|session| session.because(why)).collect();
        let parties = Parties::of(reader, &before.entitlement)?;
        let step = Step::of(action, before, after, parties, now).ending(sessions);
        let step = step.noting(|note| note.reason = reason.map(str::to_owned).map(Personal));
        let plan = self.signing.apply(LicensePlan::of(vec![step]));
        let is_granted = self.status == LifecycleStatus::Open;
        Ok(if is_granted { plan.granting() } else { plan }.into())
    }
}

/// A request to delete all licenses of an edition that a customer has.
#[derive(Clone, Debug)]
pub struct DeleteLicenses {
    /// The customer's code.
    pub customer: Slug,
    /// The edition.
    pub edition: Edition,
}

/// The code of a customer without a license that can be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingToDelete(pub Slug);

impl UseCase for DeleteLicenses {
    type Plan = LicensePlan<Slug>;
    type Unchanged = NothingToDelete;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<execute::Decision<LicensePlan<Slug>, NothingToDelete>> {
        let customer = lookup::customer(reader, &self.customer)?.code;
        let mut steps = Vec::new();
        for serial in reader.list_of_edition(&customer, self.edition.as_str())? {
            let status = LifecycleStatus::Deleted;
            let (license, signing) = (serial.parse()?, SigningRequest::default());
            let one = SetLifecycleStatus { license, status, reason: None, signing };
            if let Decision::Change(plan) = one.plan(reader, now)? {
                steps.extend(plan.steps);
            }
        }
        Ok(if steps.is_empty() {
            execute::Decision::Unchanged(NothingToDelete(customer))
        } else {
            execute::Decision::Change(LicensePlan::of(steps).with(customer))
        })
    }
}
