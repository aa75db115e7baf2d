//! Founding a home's books: the vendor, the keys and the first key set, signed in the same transaction.

use anyhow::Result;
use licentia_runtime::{Edition, KeyState, Scope};
use serde_json::json;

use crate::domain::Random;
use crate::domain::audit::{Author, Change};
use crate::domain::key::{Key, ROOT, Role};
use crate::domain::name::Code as KeyName;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::issue::jti;
use crate::seal::{self, Signer};
use crate::store::{SignedKeySet, Store};

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
        Keys { root: Signer::generate(random), commercial: Signer::generate(random), trial: Signer::generate(random) }
    }

    /// Each with the name of its file.
    pub fn named(&self) -> [(&'static str, &Signer); 3] {
        [(ROOT, &self.root), (Edition::Commercial.as_str(), &self.commercial), (Edition::Trial.as_str(), &self.trial)]
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
    let record = |name: &str, signer: &Signer, edition: Option<Edition>, scope: Scope| Key {
        name: KeyName::stored(name.to_owned()),
        kid: signer.kid().to_owned(),
        role: if edition.is_some() { Role::Signing } else { Role::Root },
        edition,
        state: KeyState::Active,
        scope,
        x: signer.x().to_owned(),
        not_after: None,
        retired_at: None,
        revoked_at: None,
        files_signed: 0,
        created_at: vendor.created_at.clone(),
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
    let (version, jti) = (1, jti(now, random));
    let text = seal::keyset::sign(&keys.root, vendor, &records, version, &jti, now.as_second());
    tx.insert_keyset(&SignedKeySet { version, kid: keys.root.kid().to_owned(), jti, issued_at: now.to_string(), text })?;
    let kids = json!({"root": keys.root.kid(), "commercial": keys.commercial.kid(), "trial": keys.trial.kid()});
    let detail = json!({"issuer": vendor.issuer.as_str(), "status_uri": vendor.status_uri.as_str(), "test": vendor.test, "keys": kids, "keyset": version});
    tx.commit(&Change::new("vendor.init", vendor.name.as_str(), detail), author, &now.to_string())?;
    Ok(())
}
