//! The retirement of a container without licenses.

use licentia_runtime::inspect;

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::RevokeDetail;
use crate::domain::audit::retirement::RetirementDetail;
use crate::domain::container::Container;
use crate::domain::credential::{Credential, End};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::credential::{ended, find_in_force};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::impact::{Affected, AffectedRecord, Impact};
use crate::ops::lookup;
use crate::store::Reader;

/// A request to retire a container.
#[derive(Clone, Debug)]
pub struct RetireContainer {
    /// The serial.
    pub container: Serial,
}

/// The effects of a retirement.
#[derive(Clone, Debug, PartialEq)]
pub struct RetirePlan {
    /// The container after the change.
    pub container: Container,
    /// The credential of the container after the change.
    pub credential: Option<Credential>,
    summary: String,
}

impl UseCase for RetireContainer {
    type Plan = RetirePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RetirePlan, ()>> {
        let mut container = lookup::container(reader, &self.container)?;
        let summary = container.summary();
        let (held, coming) =
            (reader.list_held_in(&container.serial)?, reader.list_coming_to(&container.serial)?);
        let may_hold = may_hold(reader, &container)?;
        container.retire(&held, &coming, may_hold, now)?;
        let credential = find_in_force(reader, &container)?;
        let credential = credential.map(|credential| ended(&credential, End::Revoked, now));
        container.credential = None;
        Ok(Decision::Change(RetirePlan { container, credential, summary }))
    }
}

impl Plan for RetirePlan {
    fn impact(&self) -> Impact {
        let serial = &self.container.serial;
        let facts = vec![format!("container {serial}: {}", self.summary)];
        let record = AffectedRecord { noun: "container", id: serial.to_string(), facts };
        Impact::of(Affected::RemovedRecord(record))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        if let Some(credential) = &self.credential {
            unit.tx.set_credential_ended(credential)?;
        }
        Ok(unit.tx.set_container(&self.container)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let container = &self.container;
        let retired = RetirementDetail { retired_at: container.retired_at.as_deref() };
        let retired = NewEntry::of("container.retire", container.serial.as_str(), &retired);
        let revoked = self.credential.iter().map(|credential| {
            let detail = RevokeDetail { container: &credential.container, generation: None };
            NewEntry::of("credential.revoke", credential.serial.as_str(), &detail)
        });
        std::iter::once(retired).chain(revoked).collect()
    }
}

/// Returns whether hardware may still hold licenses, according to the last confirmed update and all
/// later ones.
fn may_hold(reader: Reader<'_>, container: &Container) -> Result<bool> {
    let since = reader.list_updates(&container.serial, container.confirmed.unwrap_or(0))?;
    let holds = |text: &String| {
        let licenses = inspect::unverified(text)
            .ok()
            .and_then(|found| found.claims.get("licenses").cloned())
            .unwrap_or_default();
        licenses.as_array().is_some_and(|licenses| !licenses.is_empty())
    };
    Ok(container.kind.is_hardware() && since.iter().any(holds))
}
