//! The revocation of a key: applications with the next key set refuse its files.

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::RevokedKey;
use crate::domain::key::Key;
use crate::domain::name::Name;
use crate::domain::time::{Timestamp, instant_of};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::impact::{Affected, AffectedKey, Impact, KeyChange};
use crate::ops::key::choose::{KeyNeed, root};
use crate::ops::key::create::{next_key_set, sign_key_set};
use crate::ops::key::key_set::{KeySetChange, KeySetIds};
use crate::ops::key::unchanged;
use crate::store::{Reader, SignedFiles};

/// A request to revoke a key.
#[derive(Clone, Debug)]
pub struct RevokeKey {
    /// The key in the state that the user saw.
    pub key: Key,
    /// The files that the key signed. They are counted before the lock is taken, because this takes
    /// too long under the lock.
    pub signed: SignedFiles,
    /// The reason.
    pub reason: Name,
    /// The instant before which the signatures of the key stay valid.
    pub since: Option<Timestamp>,
}

impl UseCase for RevokeKey {
    type Plan = RevokePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RevokePlan, ()>> {
        let mut key = unchanged(reader, &self.key)?;
        key.revoke(now.as_second(), self.since)?;
        if key.files_signed != self.key.files_signed {
            let message = format!("key {} signed more files while the command ran", key.name);
            return Err(Error::new(ErrorCode::ChangedMeanwhile, message)
                .advice("no change was made; repeat the command")
                .into());
        }
        root(&reader.list_keys()?)?;
        let request = self.clone();
        Ok(Decision::Change(RevokePlan { key, keyset: KeySetIds::default(), request }))
    }
}

/// A plan that revokes a key.
#[derive(Clone, Debug)]
pub struct RevokePlan {
    /// The revoked key.
    pub key: Key,
    /// The version of the key set that publishes the revocation; 0 until the plan is applied.
    pub keyset: KeySetIds,
    request: RevokeKey,
}

impl RevokePlan {
    /// Returns the files that the key signed.
    pub fn signed(&self) -> &SignedFiles {
        &self.request.signed
    }
}

impl Plan for RevokePlan {
    fn impact(&self) -> Impact {
        let change = KeyChange::Revoked { since: self.request.since };
        let (kid, signed) = (self.key.kid.clone(), self.signed().clone());
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
        let detail = RevokedKey {
            kid: &self.key.kid,
            reason: &self.request.reason,
            revoked_at: self.key.revoked_at.and_then(instant_of),
            keyset: self.keyset.version,
            file: self.keyset.note(),
            files: self.signed().files,
        };
        vec![NewEntry::of("key.revoke", self.key.name.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        sign_key_set(signing, &self.keyset, KeySetChange::Ended(&self.key))
    }
}
