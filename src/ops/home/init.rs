//! A new home: the vendor, the keys, and the first key set.

use licentia_runtime::{Edition, Scope};

use crate::domain::Random;
use crate::domain::audit::vendor::{InitialKeys, InitializedVendor};
use crate::domain::audit::{LogHash, NewEntry};
use crate::domain::key::{Key, Limits, ROOT};
use crate::domain::name::Slug;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::execute::{InitialPlan, Plan, UnitOfWork};
use crate::ops::key::key_set::{Certification, KeySetIds};
use crate::signing::Signer;

/// The keys of a new home. Their files are written before the database contains the keys.
#[derive(Debug)]
pub struct Keys {
    /// The root key, which certifies the other keys.
    pub root: Signer,
    /// The commercial key.
    pub commercial: Signer,
    /// The trial key, which signs licenses only.
    pub trial: Signer,
}

impl Keys {
    /// Generates three keys.
    pub fn generate(random: &mut Random<'_>) -> Keys {
        Keys {
            root: Signer::generate(random),
            commercial: Signer::generate(random),
            trial: Signer::generate(random),
        }
    }

    /// Returns the keys, each with the name of its file.
    pub fn named(&self) -> [(&'static str, &Signer); 3] {
        [
            (ROOT, &self.root),
            (Edition::Commercial.as_str(), &self.commercial),
            (Edition::Trial.as_str(), &self.trial),
        ]
    }

    /// Returns the records of the keys.
    fn records(&self, at: &str) -> [Key; 3] {
        let record = |name: &str, signer: &Signer, edition: Option<Edition>, scope: Scope| {
            let limits = Limits { scope, ..Limits::default() };
            let name = Slug::stored(name.to_owned());
            Key::new(name, signer.kid(), signer.x(), edition, limits, at)
        };
        let licenses_only = Scope { kinds: Some(vec!["license".into()]), ..Scope::default() };
        [
            record(ROOT, &self.root, None, Scope::default()),
            record("commercial", &self.commercial, Some(Edition::Commercial), Scope::default()),
            record("trial", &self.trial, Some(Edition::Trial), licenses_only),
        ]
    }
}

/// A plan that fills the database of a new home.
#[derive(Debug)]
pub struct InitHome {
    /// The vendor.
    pub vendor: Vendor,
    /// The keys.
    pub keys: Keys,
    /// The key set; empty until the plan is applied.
    pub keyset: KeySetIds,
}

impl InitHome {
    /// Returns the plan for a vendor with its new keys.
    pub fn new(vendor: Vendor, keys: Keys) -> InitHome {
        InitHome { vendor, keys, keyset: KeySetIds::default() }
    }
}

impl Plan for InitHome {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.vendor.created_at = unit.now.to_string();
        unit.tx.insert_vendor(&self.vendor)?;
        let keys = self.keys.records(&self.vendor.created_at);
        for key in &keys {
            unit.tx.insert_key(key)?;
        }
        self.keyset =
            KeySetIds::next(unit.tx.reader(), self.keys.root.kid(), unit.now, unit.random)?;
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let Keys { root, commercial, trial } = &self.keys;
        let kids =
            InitialKeys { root: root.kid(), commercial: commercial.kid(), trial: trial.kid() };
        let detail =
            InitializedVendor::of(&self.vendor, kids, self.keyset.version, self.keyset.note());
        vec![NewEntry::of("vendor.init", self.vendor.name.as_str(), &detail)]
    }
}

impl InitialPlan for InitHome {
    fn certify(&self, unit: &UnitOfWork<'_>, log: LogHash) -> Result<()> {
        let keys = self.keys.records(&self.vendor.created_at);
        let (vendor, root) = (&self.vendor, self.keys.root.with_log(log));
        let first = Certification { vendor, root, ids: &self.keyset, now: unit.now };
        first.sign_first(unit.tx, &keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::Author;
    use crate::domain::name::{Name, Uri};
    use crate::ops::execute::{Creation, create};
    use crate::store::{AuditFilter, Store, gather};

    #[test]
    fn a_new_home_has_one_instant() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("licentia.db")).expect("a database");
        let vendor = Vendor {
            name: Name::stored("Acme".into()),
            issuer: Uri::stored("urn:acme".into()),
            status_uri: Uri::stored("urn:acme/status".into()),
            test: true,
            plain_keys: true,
            joined: false,
            created_at: String::new(),
        };
        let mut next = 0u8;
        let mut random = move |_: &'static str, bytes: &mut [u8]| {
            next += 1;
            bytes.fill(next);
        };
        let now: Timestamp = "2026-11-21T10:00:00Z".parse().expect("an instant");
        let author = Author { actor: "a".into(), os_user: "a".into(), process: "test".into() };
        let keys = Keys::generate(&mut random);
        let plan = InitHome::new(vendor.clone(), keys);
        let creation = Creation {
            store: &mut store,
            vendor: &vendor,
            author: &author,
            random: &mut random,
            now,
        };
        assert_eq!(create(creation, plan).expect("created").keyset.version, 1);
        let reader = store.reader();
        let entries =
            gather(|take| reader.list_audit(&AuditFilter::default(), take)).expect("entries");
        let at = &entries[0].0.at;
        assert_eq!((at.as_str(), entries.len()), ("2026-11-21T10:00:00Z", 1));
        assert_eq!(reader.find_vendor().expect("a vendor").created_at, *at);
        let keys = reader.list_keys().expect("keys");
        assert!(keys.iter().all(|key| key.created_at == *at));
        assert_eq!(reader.find_keyset().expect("read").expect("a key set").issued_at, *at);
    }
}
