//! The import of a private key from elsewhere: as a new key, or as the missing private key of a
//! known key.

use licentia_runtime::{Edition, KeyState};

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::ReturnedKey;
use crate::domain::key::{Key, check_private};
use crate::domain::name::Slug;
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::key::create::NewKey;
use crate::ops::key::key_set::KeySetIds;
use crate::ops::key::limits::{RequestedLimits, check_days};
use crate::ops::key::private_key::{KeyFileNeed, PrivateKeys};
use crate::ops::key::{check_name, unchanged};
use crate::store::Reader;

/// A request to import a private key.
pub struct ImportKey<'a> {
    /// The name here.
    pub name: Slug,
    /// The edition.
    pub edition: Edition,
    /// The limits.
    pub limits: RequestedLimits,
    /// The file, as the user named it.
    pub source: String,
    /// The key of this name in the state that the user saw. The private key of a key that was
    /// retired since must not return.
    pub known: Option<Key>,
    /// The private keys of this home.
    pub private_keys: &'a dyn PrivateKeys,
}

impl UseCase for ImportKey<'_> {
    type Plan = ImportPlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ImportPlan, ()>> {
        let limits = self.limits.settled(reader, self.edition)?;
        let keys = reader.list_keys()?;
        let is_away = |key: &&Key| key.name.is(&self.name) && !self.private_keys.has(key);
        let import = if let Some(key) = keys.iter().find(is_away) {
            if let Some(known) = &self.known {
                unchanged(reader, known)?;
            }
            self.check_returned(key, key.is_like(self.edition, &limits))?;
            Import::Returned(key.clone())
        } else {
            check_name(&keys, &self.name)?;
            check_days(&limits, now)?;
            let (name, at) = (self.name.clone(), now.to_string());
            let need = KeyFileNeed::Imported { name: name.clone() };
            let key = Key::new(name, "", "", Some(self.edition), limits, &at);
            Import::New(NewKey { key, keyset: KeySetIds::default(), action: "key.import", need })
        };
        let is_test = reader.find_vendor()?.test;
        let (name, source) = (self.name.clone(), self.source.clone());
        Ok(Decision::Change(ImportPlan { import, name, source, keys, is_test }))
    }
}

impl ImportKey<'_> {
    /// Refuses a request that contradicts the known key whose private key returns.
    fn check_returned(&self, key: &Key, is_like: bool) -> Result<(), Error> {
        if key.edition != Some(self.edition) {
            let message = match key.edition {
                None => format!("key {} is the root key", key.name),
                Some(edition) => format!(
                    "key {} has the edition {}, not {}",
                    key.name,
                    edition.as_str(),
                    self.edition.as_str()
                ),
            };
            return Err(Error::new(ErrorCode::EditionMismatch, message)
                .advice("the edition of a key cannot be changed"));
        }
        if key.state != KeyState::Active {
            let state = key.state.as_str();
            let message =
                format!("key {} is {state}; its private key cannot be imported", key.name);
            return Err(Error::new(ErrorCode::WrongState, message)
                .advice("a retired or revoked key never signs again"));
        }
        if self.limits.is_any() && !is_like {
            let message = format!("key {} has different limits, which cannot be changed", key.name);
            let remedy = Remedy::KeepLimits { key: key.name.to_string() };
            return Err(Error::new(ErrorCode::Conflict, message).remedy(remedy));
        }
        Ok(())
    }
}

/// A plan that imports a private key.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The effect.
    pub import: Import,
    name: Slug,
    source: String,
    keys: Vec<Key>,
    is_test: bool,
}

/// The effect of an import.
#[derive(Clone, Debug)]
pub enum Import {
    /// A new key.
    New(NewKey),
    /// The private key of a known key; nothing else changes.
    Returned(Key),
}

impl Plan for ImportPlan {
    fn needs(&self) -> Needs {
        match &self.import {
            Import::New(new) => new.needs(),
            Import::Returned(_) => {
                let key_file = Some(KeyFileNeed::Imported { name: self.name.clone() });
                Needs { key_file, ..Needs::default() }
            }
        }
    }

    fn check_key(&self, kid: &str) -> Result<()> {
        if !self.is_test {
            check_private(kid)?;
        }
        let known = self.keys.iter().find(|key| key.kid == kid);
        match (&self.import, known) {
            (Import::Returned(key), _) if key.kid != kid => {
                let message =
                    format!("{} does not contain the private key of key {}", self.source, key.name);
                let hint = format!("key {} has the thumbprint {}", key.name, key.kid);
                Err(Error::new(ErrorCode::KeyMissing, message).advice(hint).into())
            }
            (Import::New(_), Some(key)) => {
                let message = format!("this key already exists with the name {}", key.name);
                Err(Error::new(ErrorCode::Exists, message).into())
            }
            _ => Ok(()),
        }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        match &mut self.import {
            Import::New(new) => new.write(unit),
            Import::Returned(key) => {
                key.file_hash = Some(unit.key_file()?.hash.clone());
                Ok(unit.tx.set_key_file(key)?)
            }
        }
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        match &self.import {
            Import::New(new) => new.entries(now),
            Import::Returned(key) => {
                vec![NewEntry::of("key.import", key.name.as_str(), &ReturnedKey::of(key))]
            }
        }
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        match &mut self.import {
            Import::New(new) => new.sign(signing),
            Import::Returned(_) => Ok(()),
        }
    }
}
