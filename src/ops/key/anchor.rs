//! The anchors of the unlocked keys. Each key signs the newest state that it knows, after each
//! change in which it took part, and a database that does not contain this state is not used with
//! the key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use licentia_runtime::FORMAT;
use sha2::{Digest as _, Sha256};

use crate::domain::anchor::{
    AnchorClaims, AnchorDifference, AnchoredHead, AnchoredKeySet, ComparedDatabase, NamedAnchor,
    of_unknown_key, replaced, unusable,
};
use crate::domain::audit::hex;
use crate::domain::key::Key;
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::vendor::Vendor;
use crate::ops::error::{Context as _, Result};
use crate::ops::key::anchor_file::{AnchorFile, NewAnchor};
use crate::ops::key::choose;
use crate::ops::key::key_set::{NewestKeySet, leads_from};
use crate::ops::key::private_key::PrivateKeyFiles;
use crate::signing::{self, Signer};
use crate::store::Reader;

/// A database that anchors are compared with.
#[derive(Clone, Copy)]
pub struct AnchoredDatabase<'a> {
    /// The database.
    pub reader: Reader<'a>,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The instant of the comparison, or of the signature.
    pub now: Timestamp,
}

impl AnchoredDatabase<'_> {
    /// Returns the claims of an anchor of the newest state. The caller has verified the key set.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn state(&self) -> Result<AnchorClaims> {
        let reader = self.reader;
        let root = choose::root(&reader.list_keys()?)?.kid.clone();
        let set = reader.find_keyset()?.context("the key set of a home")?;
        let (seq, hash) = reader.audit_head()?;
        let newest = reader.find_link(seq)?.context("the newest audit entry")?;
        Ok(AnchorClaims {
            iss: self.vendor.issuer.to_string(),
            iat: self.now.as_second(),
            fmt: FORMAT,
            test: self.vendor.test,
            root,
            keyset: AnchoredKeySet {
                version: set.version,
                hash: URL_SAFE_NO_PAD.encode(Sha256::digest(set.text.as_bytes())),
            },
            log: AnchoredHead { seq, hash: hex(&hash), at: parse_instant(&newest.at)?.as_second() },
        })
    }

    /// Compares an anchor with the database, and returns the state of the database with the first
    /// difference. `set` is the newest key set, if it was verified before.
    ///
    /// # Errors
    ///
    /// `tampered` for a key set that the root key of the database did not sign.
    pub fn compare(
        &self,
        anchor: &AnchorClaims,
        set: Option<&NewestKeySet>,
    ) -> Result<(AnchorClaims, Option<AnchorDifference>)> {
        let state = self.state()?;
        let is_known = match set {
            Some(set) => set.is_newest(self.reader, &state.root)?,
            None => false,
        };
        if !is_known {
            NewestKeySet::open(self.reader, self.vendor, &state.root, self.now)?;
        }
        let is_root_reached = state.root == anchor.root
            || leads_from(self.reader, self.vendor, &anchor.root, self.now)?;
        let entry = self.reader.find_link(anchor.log.seq)?.map(|link| hex(&link.hash));
        let database = ComparedDatabase { state, entry, is_root_reached };
        let difference = anchor.difference(&database);
        Ok((database.state, difference))
    }

    /// Refuses a database that differs from an anchor.
    ///
    /// # Errors
    ///
    /// `tampered`
    pub fn check(
        &self,
        anchor: &AnchorClaims,
        named: NamedAnchor<'_>,
        set: Option<&NewestKeySet>,
    ) -> Result<()> {
        let (state, difference) = self.compare(anchor, set)?;
        difference.map_or(Ok(()), |found| Err(replaced(named, anchor, found, &state).into()))
    }

    /// Refuses a database that differs from an anchor in one of these ways, for a verb that unlocks
    /// no key. `key` is the key of the file, if the database has a key of its name. Without the
    /// key, the signature cannot be verified, but a difference is refused nevertheless.
    ///
    /// # Errors
    ///
    /// `tampered`
    pub fn check_without_key(
        &self,
        file: &AnchorFile,
        (name, key): (&str, Option<&Key>),
        refused: &[AnchorDifference],
    ) -> Result<()> {
        let named = NamedAnchor { key: name, place: &file.place };
        let claims = match (key, &file.content) {
            (_, None) => return Ok(()),
            (Some(key), Some(_)) => file.open(key)?.context("the claims of an anchor")?,
            (None, Some(content)) => signing::anchor::unverified(content)
                .map_err(|fault| of_unknown_key(unusable(named, &fault.to_string())))?,
        };
        let (state, found) = self.compare(&claims, None)?;
        match found.filter(|found| refused.contains(found)) {
            Some(found) => {
                let error = replaced(named, &claims, found, &state);
                Err(if key.is_some() { error } else { of_unknown_key(error) }.into())
            }
            None => Ok(()),
        }
    }
}

/// The anchors of the keys that a change uses.
#[derive(Default)]
pub struct Anchors(Vec<KeyAnchor>);

/// The anchor of a key, verified; `None` without a file.
struct KeyAnchor {
    key: Key,
    place: String,
    claims: Option<AnchorClaims>,
}

impl Anchors {
    /// Reads and verifies the anchor of an unlocked key, unless this was done before. The file is
    /// read before the lock is taken and before the database is compared with it. A process writes
    /// the file after its commit, so that the database is at least as new as the file.
    ///
    /// # Errors
    ///
    /// `tampered` for a file that is not an anchor of the key.
    pub fn open(&mut self, key: &Key, files: &mut dyn PrivateKeyFiles) -> Result<()> {
        if self.0.iter().any(|known| known.key.kid == key.kid) {
            return Ok(());
        }
        let file = files.anchor(key)?;
        let claims = file.open(key)?;
        if claims.is_none() {
            files.warn_of_missing_anchor(key);
        }
        self.0.push(KeyAnchor { key: key.clone(), place: file.place, claims });
        Ok(())
    }

    /// Trusts the database with a key whose anchor a person replaces.
    pub fn trust(&mut self, key: &Key) {
        self.0.push(KeyAnchor { key: key.clone(), place: String::new(), claims: None });
    }

    /// Compares the database with all anchors.
    ///
    /// # Errors
    ///
    /// `tampered`
    pub fn check(&self, database: AnchoredDatabase<'_>, set: Option<&NewestKeySet>) -> Result<()> {
        self.0.iter().try_for_each(|KeyAnchor { key, place, claims }| {
            let named = NamedAnchor { key: key.name.as_str(), place };
            claims.as_ref().map_or(Ok(()), |claims| database.check(claims, named, set))
        })
    }
}

/// Signs the anchors of the state that a transaction is about to commit, one for each key.
///
/// # Errors
///
/// The faults of the database.
pub fn sign<'s>(
    database: AnchoredDatabase<'_>,
    signers: impl Iterator<Item = &'s Signer>,
) -> Result<Vec<NewAnchor>> {
    let mut signers = signers.peekable();
    if signers.peek().is_none() {
        return Ok(Vec::new());
    }
    let (state, keys) = (database.state()?, database.reader.list_keys()?);
    let mut anchors: Vec<NewAnchor> = Vec::new();
    for signer in signers {
        let is_signed = |anchor: &NewAnchor| anchor.key.kid == signer.kid();
        if let Some(key) = keys.iter().find(|key| key.kid == signer.kid())
            && !anchors.iter().any(is_signed)
        {
            let token = signing::anchor::sign(signer, &state);
            anchors.push(NewAnchor { key: key.clone(), token });
        }
    }
    Ok(anchors)
}
