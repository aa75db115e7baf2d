//! The creation of a signing key, which the root key certifies.

use licentia_runtime::Edition;

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::CertifiedKey;
use crate::domain::key::Key;
use crate::domain::name::Slug;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::key::check_name;
use crate::ops::key::choose::{KeyNeed, root};
use crate::ops::key::key_set::{Certification, KeySetChange, KeySetIds};
use crate::ops::key::limits::{RequestedLimits, check_days};
use crate::ops::key::private_key::KeyFileNeed;
use crate::store::Reader;

/// A request to create a signing key. Unchanged if there is a key with this name.
#[derive(Clone, Debug)]
pub struct CreateKey {
    /// The name.
    pub name: Slug,
    /// The edition.
    pub edition: Edition,
    /// The limits.
    pub limits: RequestedLimits,
}

/// A key that has the requested name.
#[derive(Clone, Debug)]
pub struct ExistingKey {
    /// The key.
    pub key: Key,
    /// True if the key has the requested edition and limits.
    pub is_like: bool,
}

impl UseCase for CreateKey {
    type Plan = NewKey;
    type Unchanged = ExistingKey;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<NewKey, ExistingKey>> {
        let limits = self.limits.settled(reader, self.edition)?;
        let keys = reader.list_keys()?;
        if let Some(key) = keys.iter().find(|key| key.name.is(&self.name)) {
            let is_like = key.is_like(self.edition, &limits);
            return Ok(Decision::Unchanged(ExistingKey { key: key.clone(), is_like }));
        }
        check_days(&limits, now)?;
        check_name(&keys, &self.name)?;
        root(&keys)?;
        let (name, at) = (self.name.clone(), now.to_string());
        let need = KeyFileNeed::Generated { name: name.clone() };
        let key = Key::new(name, "", "", Some(self.edition), limits, &at);
        Ok(Decision::Change(NewKey {
            key,
            keyset: KeySetIds::default(),
            action: "key.create",
            need,
        }))
    }
}

/// A plan that inserts a key and certifies it.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// The key; without a thumbprint until the plan is applied.
    pub key: Key,
    /// The key set that certifies it; empty until the plan is applied.
    pub keyset: KeySetIds,
    /// The audit action.
    pub action: &'static str,
    /// The private key file.
    pub need: KeyFileNeed,
}

impl Plan for NewKey {
    fn needs(&self) -> Needs {
        let key_file = Some(self.need.clone());
        Needs { keys: vec![KeyNeed::Root], key_file, ..Needs::default() }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let file = unit.key_file()?;
        self.key.kid = file.signer.kid().to_owned();
        self.key.x = file.signer.x().to_owned();
        self.key.file_hash = Some(file.hash.clone());
        self.keyset = next_key_set(unit)?;
        Ok(unit.tx.insert_key(&self.key)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let detail = CertifiedKey::of(&self.key, self.keyset.version, self.keyset.note());
        vec![NewEntry::of(self.action, self.key.name.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        sign_key_set(signing, &self.keyset, KeySetChange::Added(&self.key))
    }
}

/// Generates the ids of the next version of the key set, which the unlocked root key signs.
///
/// # Errors
///
/// The faults of the database, `key_missing`.
pub fn next_key_set(unit: &mut UnitOfWork<'_>) -> Result<KeySetIds> {
    let root = unit.signers.get(&KeyNeed::Root)?.kid();
    KeySetIds::next(unit.tx.reader(), root, unit.now, unit.random)
}

/// Signs the next version of the key set with the unlocked root key.
///
/// # Errors
///
/// `tampered` if the keys in the database are not those of the last key set and the change.
pub fn sign_key_set(
    signing: &mut SigningPhase<'_>,
    ids: &KeySetIds,
    change: KeySetChange<'_>,
) -> Result<()> {
    let root = signing.signer(&KeyNeed::Root)?;
    let certification = Certification { vendor: signing.vendor, root, ids, now: signing.now };
    certification.sign_next(signing.tx, change)
}
