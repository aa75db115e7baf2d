//! The change of the passphrase of a private key.

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::KeyPassphrase;
use crate::domain::key::Key;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Needs, Plan, UnitOfWork, UseCase};
use crate::ops::key::private_key::KeyFileNeed;
use crate::ops::key::unchanged;
use crate::signing;
use crate::store::Reader;

/// A request to encrypt a private key file with another passphrase, or to remove the encryption.
#[derive(Clone, Debug)]
pub struct ChangePassphrase {
    /// The key in the state that the user saw. The private key of a key that was retired since must
    /// not return.
    pub key: Key,
}

impl UseCase for ChangePassphrase {
    type Plan = PassphrasePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<PassphrasePlan, ()>> {
        let key = unchanged(reader, &self.key)?;
        Ok(Decision::Change(PassphrasePlan { key, is_encrypted: false }))
    }
}

/// A plan that replaces a private key file.
#[derive(Clone, Debug)]
pub struct PassphrasePlan {
    /// The key.
    pub key: Key,
    /// True if the new file is encrypted; false until the plan is applied.
    pub is_encrypted: bool,
}

impl Plan for PassphrasePlan {
    fn needs(&self) -> Needs {
        let key_file = Some(KeyFileNeed::Relocked(Box::new(self.key.clone())));
        Needs { key_file, ..Needs::default() }
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let file = unit.key_file()?;
        self.is_encrypted = signing::is_encrypted(&file.pem)?;
        self.key.file_hash = Some(file.hash.clone());
        Ok(unit.tx.set_key_file(&self.key)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let kept = if self.is_encrypted { "encrypted" } else { "plain" };
        let detail = KeyPassphrase { kid: &self.key.kid, kept };
        vec![NewEntry::of("key.passphrase", self.key.name.as_str(), &detail)]
    }
}
