//! Founding a home's books: the vendor, the keys and the first key set, signed in the same transaction.

use anyhow::Result;
use licentia_runtime::{Edition, Scope};
use serde_json::json;

use crate::domain::Random;
use crate::domain::audit::{Author, Change};
use crate::domain::key::{Key, Limits, ROOT};
use crate::domain::name::Code as KeyName;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::key::key_set::certify;
use crate::signing::Signer;
use crate::store::Store;

/// The keys of a new home. Their files are on the disk before the books name them.
#[derive(Debug)]
pub struct Keys {
    /// Certifies the others.
    pub root: Signer,
    /// Signs what is sold.
    pub commercial: Signer,
    /// Signs what is tried; licenses only.
    pub trial: Signer,
}

impl Keys {
    /// Makes three new ones.
    pub fn generate(random: &mut Random<'_>) -> Keys {
        Keys {
            root: Signer::generate(random),
            commercial: Signer::generate(random),
            trial: Signer::generate(random),
        }
    }

    /// Each with the name of its file.
    pub fn named(&self) -> [(&'static str, &Signer); 3] {
        [
            (ROOT, &self.root),
            (Edition::Commercial.as_str(), &self.commercial),
            (Edition::Trial.as_str(), &self.trial),
        ]
    }
}

/// Writes the books of a new home.
pub fn found(
    store: &mut Store,
    vendor: &Vendor,
    keys: &Keys,
    random: &mut Random<'_>,
    author: &Author,
    now: Timestamp,
) -> Result<()> {
    let record = |name: &str, signer: &Signer, edition: Option<Edition>, scope: Scope| {
        let name = KeyName::stored(name.to_owned());
        Key::new(
            name,
            signer.kid(),
            signer.x(),
            edition,
            Limits { scope, ..Limits::default() },
            &vendor.created_at,
        )
    };
    let licenses_only = Scope { kinds: Some(vec!["license".into()]), ..Scope::default() };
    let records = [
        record(ROOT, &keys.root, None, Scope::default()),
        record("commercial", &keys.commercial, Some(Edition::Commercial), Scope::default()),
        record("trial", &keys.trial, Some(Edition::Trial), licenses_only),
    ];
    let tx = store.begin()?;
    tx.insert_vendor(vendor)?;
    for key in &records {
        tx.insert_key(key)?;
    }
    let version = certify(&tx, vendor, &keys.root, random, now)?;
    let kids = json!({"root": keys.root.kid(), "commercial": keys.commercial.kid(), "trial": keys.trial.kid()});
    let detail = json!({"issuer": vendor.issuer.as_str(), "status_uri": vendor.status_uri.as_str(), "test": vendor.test, "keys": kids, "keyset": version});
    tx.append(&Change::new("vendor.init", vendor.name.as_str(), detail), author, &now.to_string())?;
    tx.commit()?;
    Ok(())
}
