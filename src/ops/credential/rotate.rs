//! The rotation of a cloud container's credential: a new credential ends the previous one.

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::RotateDetail;
use crate::domain::audit::difference::Values;
use crate::domain::container::Container;
use crate::domain::credential::{Credential, End};
use crate::domain::key::Purpose;
use crate::domain::name::Slug;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::credential::issue::{NewCredential, key_need};
use crate::ops::credential::{ended, find_in_force, find_opened};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::lookup;
use crate::store::Reader;

/// A request for the next credential of a container.
#[derive(Clone, Debug)]
pub struct RotateCredential {
    /// The container's serial.
    pub container: Serial,
    /// The key that the user named.
    pub key: Option<Slug>,
    /// The purpose of the signature.
    pub purpose: Purpose,
}

/// The effects of a rotation.
#[derive(Clone, Debug, PartialEq)]
pub struct RotatePlan {
    /// The container.
    pub container: Container,
    /// The credential in force, which ends.
    pub before: Option<Credential>,
    /// The next credential.
    pub new: NewCredential,
}

impl UseCase for RotateCredential {
    type Plan = RotatePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<RotatePlan, ()>> {
        let container = find_opened(reader, &self.container)?;
        container.check_unblocked()?;
        let customer = lookup::customer(reader, &container.customer)?;
        let generation = reader.find_newest_generation(&container.serial)? + 1;
        let need = key_need(self.key.as_ref(), self.purpose.clone());
        let before = find_in_force(reader, &container)?;
        let new = NewCredential::plan(&container, customer, generation, &need);
        Ok(Decision::Change(RotatePlan { container, before, new }))
    }
}

impl Plan for RotatePlan {
    fn needs(&self) -> Needs {
        self.new.needs()
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        if let Some(before) = &self.before {
            unit.tx.set_credential_ended(&ended(before, End::Rotated, unit.now))?;
        }
        self.new.write(unit, &self.container)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let (new, before) = (&self.new.credential, self.before.as_ref());
        let detail = RotateDetail {
            container: &new.container,
            generation: Values {
                from: before.map(|before| before.generation),
                to: Some(new.generation),
            },
            ends: before.map(|before| before.serial.as_str()),
            jti: &new.jti,
            kid: &new.kid,
        };
        vec![NewEntry::of("credential.rotate", new.serial.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.new.sign(signing, &self.container)
    }
}
