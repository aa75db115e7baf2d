//! The revocation of a cloud container's credential, without a new one.

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::RevokeDetail;
use crate::domain::container::Container;
use crate::domain::credential::{Credential, End};
use crate::domain::name::some_of;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::credential::{ended, find_in_force, find_opened};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::impact::{Affected, AffectedRecord, Impact};
use crate::store::Reader;

/// A request to end the credential of a container.
#[derive(Clone, Debug)]
pub struct RevokeCredential {
    /// The container's serial.
    pub container: Serial,
}

/// The effects of a revocation.
#[derive(Clone, Debug, PartialEq)]
pub struct RevokePlan {
    /// The container.
    pub container: Container,
    /// The credential after the change.
    pub credential: Credential,
}

impl UseCase for RevokeCredential {
    type Plan = RevokePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RevokePlan, ()>> {
        let container = find_opened(reader, &self.container)?;
        let Some(credential) = find_in_force(reader, &container)? else {
            let serial = &container.serial;
            let message = format!("container {serial} has no credential in force");
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(Remedy::ListCredentials { container: serial.to_string() })
                .into());
        };
        let credential = ended(&credential, End::Revoked, now);
        Ok(Decision::Change(RevokePlan { container, credential }))
    }
}

impl Plan for RevokePlan {
    fn impact(&self) -> Impact {
        let (container, credential) = (&self.container, &self.credential);
        let mut facts = vec![
            format!("container {}: {}", container.serial, container.summary()),
            format!(
                "credential generation {}, issued at {}",
                credential.generation, credential.issued_at
            ),
        ];
        if !container.licenses.is_empty() {
            facts.push(format!("licenses that become unusable: {}", some_of(&container.licenses)));
        }
        let id = container.serial.to_string();
        Impact::of(Affected::RemovedRecord(AffectedRecord { noun: "container", id, facts }))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(unit.tx.set_credential_ended(&self.credential)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let credential = &self.credential;
        let detail = RevokeDetail {
            container: &credential.container,
            generation: Some(credential.generation),
        };
        vec![NewEntry::of("credential.revoke", credential.serial.as_str(), &detail)]
    }
}
