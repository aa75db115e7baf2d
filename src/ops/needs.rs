//! The resources that an execution prepares before it takes the lock: keys, an envelope, a private
//! key file.

use licentia_runtime::thumbprint;

use crate::domain::key::Key;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Context as _, Result};
use crate::ops::front_end::FrontEnd;
use crate::ops::key::choose::{self, KeyNeed};
use crate::ops::key::key_set::{NewestKeySet, check_chosen};
use crate::ops::key::private_key::KeyFileNeed;
use crate::signing::Signer;
use crate::store::Reader;

/// The resources that must be ready before the lock is taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs {
    /// The keys that sign.
    pub keys: Vec<KeyNeed>,
    /// True if the change emits a credential, whose file may be encrypted.
    pub envelope: bool,
    /// The private key file that the change writes.
    pub key_file: Option<KeyFileNeed>,
    /// The thumbprint of the key whose anchor the change replaces.
    pub accepted_anchor: Option<String>,
}

impl Needs {
    /// Returns whether the change uses a private key. Such a change requires a clock that is not
    /// behind, because an earlier date would be signed.
    pub(super) fn uses_private_key(&self) -> bool {
        !self.keys.is_empty() || self.key_file.is_some()
    }

    /// Returns whether a key must be chosen.
    pub(super) fn require_keys(&self) -> bool {
        !self.keys.is_empty()
    }
}

/// The database of a home at an instant.
#[derive(Clone, Copy)]
pub struct HomeSnapshot<'a> {
    /// The database.
    pub reader: Reader<'a>,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The instant.
    pub now: Timestamp,
}

/// The chosen key of each need.
#[derive(Clone, Debug, Default)]
pub struct ChosenKeys {
    keys: Vec<(KeyNeed, Key)>,
    /// The key set that the keys were compared with. Its signature is verified once.
    compared_with: Option<NewestKeySet>,
}

impl ChosenKeys {
    /// Chooses a key for each need.
    ///
    /// # Errors
    ///
    /// The errors of the choice; `tampered` if a chosen key is not that of the newest key set.
    pub(super) fn choose(
        home: HomeSnapshot<'_>,
        needs: &Needs,
        front_end: &dyn FrontEnd,
        is_dry: bool,
    ) -> Result<ChosenKeys> {
        let (keys, now) = (home.reader.list_keys()?, home.now);
        let is_here = |key: &Key| front_end.has_key(key);
        let chosen = needs.keys.iter().map(|need| {
            let key = match choose::choose(&keys, need, now, &is_here) {
                // A dry run needs no private key, but it uses the key of the real run if there is
                // one.
                Err(error) if is_dry && error.code == ErrorCode::KeyMissing => {
                    choose::choose(&keys, need, now, &|_| true)?
                }
                chosen => chosen?,
            };
            Ok((need.clone(), key.clone()))
        });
        ChosenKeys::compared(chosen.collect::<Result<_>>()?, &keys, home, None)
    }

    /// Compares the chosen keys with the newest key set. `known` is a key set that was verified
    /// before.
    fn compared(
        chosen: Vec<(KeyNeed, Key)>,
        keys: &[Key],
        home: HomeSnapshot<'_>,
        known: Option<&NewestKeySet>,
    ) -> Result<ChosenKeys> {
        let root = choose::root(keys)?;
        let set = match known {
            Some(known) if known.is_newest(home.reader, &root.kid)? => known.clone(),
            _ => NewestKeySet::open(home.reader, home.vendor, &root.kid, home.now)?,
        };
        let used: Vec<Key> = chosen.iter().map(|(_, key)| key.clone()).collect();
        check_chosen(&used, keys, &set.claims)?;
        Ok(ChosenKeys { keys: chosen, compared_with: Some(set) })
    }

    /// Returns whether a key is chosen for each need.
    pub(super) fn has_all(&self, needs: &Needs) -> bool {
        needs.keys.iter().all(|need| self.get(need).is_some())
    }

    /// Returns the key set that the keys were compared with.
    pub(super) fn compared_with(&self) -> Option<&NewestKeySet> {
        self.compared_with.as_ref()
    }

    /// Returns the keys.
    pub fn keys(&self) -> Vec<Key> {
        self.keys.iter().map(|(_, key)| key.clone()).collect()
    }

    /// Returns the key for a need.
    pub fn get(&self, need: &KeyNeed) -> Option<&Key> {
        self.keys.iter().find(|(own, _)| own == need).map(|(_, key)| key)
    }

    /// Chooses the same keys again under the lock, with the current counts of their files.
    ///
    /// # Errors
    ///
    /// `changed_meanwhile` if the choice is another key; `tampered` if a chosen key is not that of
    /// the newest key set.
    pub(super) fn choose_again(&self, home: HomeSnapshot<'_>, needs: &Needs) -> Result<ChosenKeys> {
        if !needs.require_keys() {
            return Ok(ChosenKeys::default());
        }
        let (keys, now) = (home.reader.list_keys()?, home.now);
        let is_chosen = |key: &Key| self.keys.iter().any(|(_, own)| own.kid == key.kid);
        let chosen = needs.keys.iter().map(|need| {
            let before = self.get(need).context("a key that was not chosen")?;
            match choose::choose(&keys, need, now, &is_chosen) {
                Ok(key) if key.kid == before.kid => Ok((need.clone(), key.clone())),
                _ => Err(changed_meanwhile(&format!("key {}", before.name)).into()),
            }
        });
        let known = self.compared_with.as_ref();
        ChosenKeys::compared(chosen.collect::<Result<_>>()?, &keys, home, known)
    }
}

/// The unlocked key of each need.
#[derive(Default)]
pub struct Signers {
    keys: Vec<(KeyNeed, Signer)>,
    /// The thumbprint of the root key of the key set with which the keys were compared.
    root: Option<String>,
}

impl Signers {
    /// Returns the unlocked key for a need.
    ///
    /// # Errors
    ///
    /// `key_missing` if the key was not unlocked. Nothing is recorded without its token.
    pub fn get(&self, need: &KeyNeed) -> Result<&Signer, Error> {
        self.keys.iter().find(|(own, _)| own == need).map(|(_, signer)| signer).ok_or_else(|| {
            Error::new(ErrorCode::KeyMissing, "the key that signs the file is not unlocked")
        })
    }

    /// Returns the unlocked signing keys, each once.
    pub(super) fn signing_keys(&self) -> Vec<&Signer> {
        let mut keys: Vec<&Signer> = Vec::new();
        for (need, signer) in &self.keys {
            if *need != KeyNeed::Root && keys.iter().all(|key| key.kid() != signer.kid()) {
                keys.push(signer);
            }
        }
        keys
    }

    /// Returns the thumbprint of the root key of the home.
    pub(super) fn root(&self) -> Result<&str> {
        self.root.as_deref().context("keys that were not compared with a key set")
    }

    /// Returns the unlocked keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Signer> {
        self.keys.iter().map(|(_, signer)| signer)
    }

    /// Returns whether the key for a need is unlocked.
    pub(super) fn has(&self, need: &KeyNeed) -> bool {
        self.keys.iter().any(|(own, _)| own == need)
    }

    /// Unlocks the chosen keys that are still locked, and drops the keys that are no longer chosen.
    pub(super) fn unlock(
        &mut self,
        needs: &Needs,
        chosen: &ChosenKeys,
        front_end: &mut dyn FrontEnd,
    ) -> Result<()> {
        self.root = chosen.compared_with.as_ref().map(|set| thumbprint(&set.claims.root.x));
        self.keys
            .retain(|(need, signer)| chosen.get(need).is_some_and(|key| key.kid == signer.kid()));
        for (need, key) in &chosen.keys {
            if needs.keys.contains(need) && !self.has(need) {
                self.keys.push((need.clone(), front_end.signer(key)?));
            }
        }
        Ok(())
    }
}

/// Returns the error for facts that changed between the plan and the lock.
pub fn changed_meanwhile(object: &str) -> Error {
    Error::new(ErrorCode::ChangedMeanwhile, format!("{object} changed while the command ran"))
        .advice("no change was made; repeat the command")
}
