//! The state of a database that an anchor states, and the comparison of a database with an anchor.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use licentia_runtime::FORMAT;
use sha2::{Digest as _, Sha256};

use crate::domain::anchor::{
    AnchorClaims, AnchorDifference, AnchoredHead, AnchoredKeySet, ComparedDatabase,
};
use crate::domain::audit::hex;
use crate::domain::time::{Timestamp, parse_instant};
use crate::domain::vendor::Vendor;
use crate::ops::error::{Context as _, Result};
use crate::ops::key::choose;
use crate::ops::key::key_set::{NewestKeySet, leads_from};
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
}
