//! The retirement of a key: it signs no more files, and its signatures stay valid.

use licentia_runtime::{Edition, KeyState};

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::{RetiredKey, TO_BE_DESTROYED};
use crate::domain::key::Key;
use crate::domain::time::{Timestamp, instant_of};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::impact::{Affected, AffectedKey, Impact, KeyChange, PrivateKeyFate};
use crate::ops::key::choose::{KeyNeed, root};
use crate::ops::key::create::{next_key_set, sign_key_set};
use crate::ops::key::history::{Export, RETIRE, exports};
use crate::ops::key::key_set::{KeySetChange, KeySetIds};
use crate::ops::key::private_key::PrivateKeys;
use crate::ops::key::unchanged;
use crate::store::{Reader, SignedFiles};

/// A request to retire a key.
pub struct RetireKey<'a> {
    /// The key in the state that the user saw.
    pub key: Key,
    /// The files that the key signed. They are counted before the lock is taken, because this takes
    /// too long under the lock.
    pub signed: SignedFiles,
    /// True to keep the private key.
    pub keep_private: bool,
    /// The private keys of this home.
    pub private_keys: &'a dyn PrivateKeys,
}

impl UseCase for RetireKey<'_> {
    type Plan = RetirePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RetirePlan, ()>> {
        let mut key = unchanged(reader, &self.key)?;
        let newest = reader.find_newest_of(&key.kid)?.and_then(|at| at.parse::<Timestamp>().ok());
        key.retire(now.as_second(), newest.map(Timestamp::as_second))?;
        let keys = reader.list_keys()?;
        root(&keys)?;
        let private_key = match (self.private_keys.has(&key), self.keep_private) {
            (true, false) => PrivateKeyFate::Destroyed { place: self.private_keys.place(&key) },
            (true, true) => PrivateKeyFate::Kept,
            (false, _) => PrivateKeyFate::Away,
        };
        Ok(Decision::Change(RetirePlan {
            exports: exports(reader, &key)?,
            last_of: key.edition.filter(|edition| is_last(&keys, &key, *edition)),
            signed: self.signed.clone(),
            keyset: KeySetIds::default(),
            private_key,
            key,
        }))
    }
}

/// Returns whether no other key of the edition signs without limits.
fn is_last(keys: &[Key], key: &Key, edition: Edition) -> bool {
    let is_other = |other: &&Key| other.edition == Some(edition) && other.kid != key.kid;
    let signs = |other: &Key| other.is_without_limits() && other.state == KeyState::Active;
    key.is_without_limits() && !keys.iter().filter(is_other).any(signs)
}

/// A plan that retires a key.
#[derive(Clone, Debug)]
pub struct RetirePlan {
    /// The retired key.
    pub key: Key,
    /// The files that the key signed.
    pub signed: SignedFiles,
    /// The exports of the private key.
    pub exports: Vec<Export>,
    /// The fate of the private key.
    pub private_key: PrivateKeyFate,
    /// The key set that publishes the retirement; empty until the plan is applied.
    pub keyset: KeySetIds,
    last_of: Option<Edition>,
}

impl Plan for RetirePlan {
    fn impact(&self) -> Impact {
        let change = KeyChange::Retired {
            private_key: self.private_key.clone(),
            exports: self.exports.clone(),
            last_of: self.last_of,
        };
        let (kid, signed) = (self.key.kid.clone(), self.signed.clone());
        Impact::of(Affected::Key(Box::new(AffectedKey { kid, signed, change })))
    }

    fn needs(&self) -> Needs {
        Needs { keys: vec![KeyNeed::Root], ..Needs::default() }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.keyset = next_key_set(unit)?;
        Ok(unit.tx.set_key_state(&self.key)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let private_part = match self.private_key {
            PrivateKeyFate::Destroyed { .. } => TO_BE_DESTROYED,
            PrivateKeyFate::Kept => "kept",
            PrivateKeyFate::Away => "away",
        };
        let retired_at = self.key.retired_at.and_then(instant_of);
        let (kid, keyset) = (self.key.kid.as_str(), self.keyset.version);
        let file = self.keyset.note();
        let detail = RetiredKey { kid, retired_at, keyset, file, private_part };
        vec![NewEntry::of(RETIRE, self.key.name.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        sign_key_set(signing, &self.keyset, KeySetChange::Ended(&self.key))
    }
}
