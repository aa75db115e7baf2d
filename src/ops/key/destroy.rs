//! The destruction of the private key of a retired key. The file is removed before the commit, so
//! that the audit log never records the destruction of an existing file.

use licentia_runtime::KeyState;

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::DestroyedKey;
use crate::domain::key::{Key, find_any};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::impact::{Affected, AffectedKey, Impact, KeyChange};
use crate::ops::key::history::{DESTROY, is_destruction_open};
use crate::ops::key::private_key::PrivateKeys;
use crate::store::{Reader, SignedFiles};

/// A request to destroy the private key of a retired key.
pub struct DestroyPrivateKey<'a> {
    /// The key.
    pub key: Key,
    /// The private keys of this home.
    pub private_keys: &'a dyn PrivateKeys,
}

impl UseCase for DestroyPrivateKey<'_> {
    type Plan = DestroyPlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<DestroyPlan, ()>> {
        let keys = reader.list_keys()?;
        let key = find_any(&keys, &self.key.kid)?.clone();
        let place = self.private_keys.place(&key);
        Ok(Decision::Change(DestroyPlan { key, place }))
    }
}

/// A plan that destroys a private key.
#[derive(Clone, Debug)]
pub struct DestroyPlan {
    /// The key.
    pub key: Key,
    place: String,
}

impl Plan for DestroyPlan {
    fn impact(&self) -> Impact {
        let change =
            KeyChange::Destroyed { name: self.key.name.clone(), place: self.place.clone() };
        let (kid, signed) = (self.key.kid.clone(), SignedFiles::default());
        Impact::of(Affected::Key(Box::new(AffectedKey { kid, signed, change })))
    }

    fn write(&mut self, _unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = DestroyedKey { kid: &self.key.kid };
        vec![NewEntry::of(DESTROY, self.key.name.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        signing.private_keys()?.destroy(&self.key)
    }
}

/// Returns whether the private key of a retired key must be destroyed: it still exists, or the
/// audit log announces its destruction without recording it.
///
/// # Errors
///
/// The faults of the database.
pub fn is_due(reader: Reader<'_>, key: &Key, private_keys: &dyn PrivateKeys) -> Result<bool> {
    let is_retired = key.state == KeyState::Retired;
    Ok(is_retired && (private_keys.has(key) || is_destruction_open(reader, key)?))
}
