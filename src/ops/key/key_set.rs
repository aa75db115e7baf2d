//! The key set: the root key signs its next version in the transaction that changes the keys. The
//! next version consists of the last signed version and the change that the command states. It is
//! never derived from the table, which a person with write access to the file can change.

use licentia_runtime::inspect::unverified;
use licentia_runtime::{
    FORMAT, Jwk, KeySet, KeySetClaims, Trust, VerdictCode, VerifyError, thumbprint,
};
use serde_json::{Map, Value};

use crate::domain::Random;
use crate::domain::audit::license::FileNote;
use crate::domain::key::{Key, Role};
use crate::domain::key_set::{check, differences, differences_of, record, tampered};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::error::{Context as _, Result};
use crate::ops::ids::jti;
use crate::ops::key::choose;
use crate::signing;
use crate::signing::TokenSigner;
use crate::store::{Reader, SignedKeySet, Transaction};

/// The ids of a new key set, which the audit entry of the change names.
#[derive(Clone, Debug, Default)]
pub struct KeySetIds {
    /// The version.
    pub version: u64,
    /// The id of the token.
    pub jti: String,
    /// The thumbprint of the root key that signs it.
    pub kid: String,
}

impl KeySetIds {
    /// Generates the ids of the next key set, which the root key with this thumbprint signs.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn next(
        reader: Reader<'_>,
        root: &str,
        now: Timestamp,
        random: &mut Random<'_>,
    ) -> Result<KeySetIds> {
        let version = reader.find_keyset()?.map_or(1, |newest| newest.version + 1);
        Ok(KeySetIds { version, jti: jti(now, random), kid: root.to_owned() })
    }

    /// Returns the note of the key set in the audit entry.
    pub fn note(&self) -> FileNote<'_> {
        FileNote { jti: &self.jti, kid: &self.kid }
    }
}

/// Returns the trust in the root key with this thumbprint. A test home accepts test key sets.
pub fn trust<'a>(vendor: &Vendor, root: &'a str, now: Timestamp) -> Trust<'a> {
    let trust = Trust::new(root, now.as_second());
    if vendor.test { trust.allow_test() } else { trust }
}

/// Returns the newest key set of the home.
///
/// # Errors
///
/// `tampered` if there is none, because `init` signs the first one.
fn newest(reader: Reader<'_>) -> Result<SignedKeySet> {
    let missing = || tampered("the database was changed: the key set is missing");
    Ok(reader.find_keyset()?.ok_or_else(missing)?)
}

/// Verifies a stored key set with a root key. The home signed the key set, so a clock behind its
/// instant is no fault of the key set.
fn open(
    stored: &SignedKeySet,
    vendor: &Vendor,
    root: &str,
    now: Timestamp,
) -> Result<KeySet, VerifyError> {
    let issued = stored.issued_at.parse::<Timestamp>().unwrap_or(now);
    KeySet::open(stored.text.as_bytes(), &trust(vendor, root, now.max(issued)))
}

/// Returns the newest key set of the home, verified with the root key of the database, as in an
/// application.
///
/// # Errors
///
/// The verdict on the key set; `tampered` if there is none.
pub fn verified_keys(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<KeySet> {
    let keys = reader.list_keys()?;
    Ok(open(&newest(reader)?, vendor, &choose::root(&keys)?.kid, now)?)
}

/// The newest key set of the home, verified with a root key.
#[derive(Clone, Debug)]
pub struct NewestKeySet {
    /// The stored key set.
    pub stored: SignedKeySet,
    /// The claims.
    pub claims: KeySetClaims,
}

impl NewestKeySet {
    /// Verifies the newest key set of the home with the root key of this thumbprint.
    ///
    /// # Errors
    ///
    /// `tampered` if the root key did not sign the key set, or the key set is of another home.
    pub fn open(
        reader: Reader<'_>,
        vendor: &Vendor,
        root: &str,
        now: Timestamp,
    ) -> Result<NewestKeySet> {
        let stored = newest(reader)?;
        let set = match open(&stored, vendor, root, now) {
            Ok(set) => set,
            Err(verdict) if verdict.code == VerdictCode::NotYetValid => return Err(verdict.into()),
            Err(verdict) => {
                let message = format!(
                    "the database was changed: version {} of the key set is not from root key \
                     {root}: {verdict}",
                    stored.version
                );
                return Err(tampered(message).into());
            }
        };
        let claims = set.claims().clone();
        if claims.test != vendor.test {
            let word = |test: bool| if test { "test" } else { "live" };
            let message = format!(
                "the database was changed: it is the database of a {} home, but its key set is a \
                 {} key set",
                word(vendor.test),
                word(claims.test)
            );
            return Err(tampered(message).into());
        }
        if claims.version != stored.version || claims.iss != vendor.issuer.as_str() {
            let message = format!(
                "the database was changed: the key set that is stored as version {} of issuer {} \
                 is version {} of issuer {}",
                stored.version, vendor.issuer, claims.version, claims.iss
            );
            return Err(tampered(message).into());
        }
        Ok(NewestKeySet { stored, claims })
    }

    /// Returns whether this is the newest key set of the home, and is from the root key of this
    /// thumbprint. The key set was verified when it was opened.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn is_newest(&self, reader: Reader<'_>, root: &str) -> Result<bool> {
        let is_same = reader.find_keyset()?.is_some_and(|newest| newest.text == self.stored.text);
        Ok(is_same && thumbprint(&self.claims.root.x) == root)
    }
}

/// Returns whether the root changes in the newest key set lead from a root key to the root key that
/// signed it. The caller has verified the key set with the root key of the database.
///
/// # Errors
///
/// The faults of the database; `tampered` if there is no key set.
pub fn leads_from(reader: Reader<'_>, vendor: &Vendor, root: &str, now: Timestamp) -> Result<bool> {
    Ok(open(&newest(reader)?, vendor, root, now).is_ok())
}

/// Compares all keys in the database with the newest signed key set, and returns the key set.
///
/// # Errors
///
/// `tampered` with the differences.
pub fn check_keys(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<SignedKeySet> {
    let keys = reader.list_keys()?;
    let set = NewestKeySet::open(reader, vendor, &choose::root(&keys)?.kid, now)?;
    check(&differences(&keys, &set.claims), set.claims.version)?;
    Ok(set.stored)
}

/// Compares the keys that sign with a signed key set. The root key signs for all keys, so for it
/// all keys are compared.
///
/// # Errors
///
/// `tampered` with the differences.
pub fn check_chosen(chosen: &[Key], keys: &[Key], set: &KeySetClaims) -> Result<()> {
    let found = if chosen.iter().any(|key| key.role == Role::Root) {
        differences(keys, set)
    } else {
        chosen.iter().flat_map(|key| differences_of(key, set)).collect()
    };
    Ok(check(&found, set.version)?)
}

/// The change of a key set that a command states.
#[derive(Clone, Copy, Debug)]
pub enum KeySetChange<'a> {
    /// A new key.
    Added(&'a Key),
    /// A key that was retired or revoked.
    Ended(&'a Key),
}

impl KeySetChange<'_> {
    /// Applies the change to the records of a key set. Members of other versions of the format stay
    /// as they are.
    fn apply(self, records: &mut Vec<Value>) -> Result<()> {
        match self {
            KeySetChange::Added(key) => {
                let added = record(key).context("a signing key has an edition")?;
                records.push(serde_json::to_value(added)?);
            }
            KeySetChange::Ended(key) => {
                let ended = serde_json::to_value(record(key))?;
                let found = records
                    .iter_mut()
                    .filter_map(Value::as_object_mut)
                    .find(|found| found.get("kid").and_then(Value::as_str) == Some(&key.kid))
                    .context("a key of the key set")?;
                for member in ["state", "retired_at", "revoked_at"] {
                    match ended.get(member) {
                        Some(value) => drop(found.insert(member.to_owned(), value.clone())),
                        None => drop(found.remove(member)),
                    }
                }
            }
        }
        Ok(())
    }
}

/// The signature of the next key set.
pub struct Certification<'a> {
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The unlocked root key, with the hash that the token carries.
    pub root: TokenSigner<'a>,
    /// The ids of the key set.
    pub ids: &'a KeySetIds,
    /// The instant of the signature.
    pub now: Timestamp,
}

impl Certification<'_> {
    /// Signs the first key set, with the keys of a new home, and stores the token.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn sign_first(&self, tx: &Transaction<'_>, keys: &[Key]) -> Result<()> {
        let claims = KeySetClaims {
            iss: self.vendor.issuer.to_string(),
            jti: self.ids.jti.clone(),
            iat: self.now.as_second(),
            exp: None,
            fmt: FORMAT,
            test: self.vendor.test,
            version: self.ids.version,
            root: Jwk::ed25519(self.root.x()),
            transitions: Vec::new(),
            keys: keys.iter().filter_map(record).collect(),
        };
        self.store(tx, signing::keyset::sign(self.root, &claims))
    }

    /// Signs the last key set with a stated change as the next version, and stores the token. The
    /// last key set is verified with the unlocked root key. Members that are unknown to this
    /// version of the format are carried over.
    ///
    /// # Errors
    ///
    /// `tampered` if the keys in the database are not those of the next key set.
    pub fn sign_next(&self, tx: &Transaction<'_>, change: KeySetChange<'_>) -> Result<()> {
        let reader = tx.reader();
        let last = NewestKeySet::open(reader, self.vendor, self.root.kid(), self.now)?;
        let mut claims = unverified(&last.stored.text)?.claims;
        // The new token gets a hash of its own.
        claims.shift_remove("log");
        claims.insert("jti".to_owned(), self.ids.jti.clone().into());
        claims.insert("iat".to_owned(), self.now.as_second().into());
        claims.insert("version".to_owned(), self.ids.version.into());
        let records = claims.get_mut("keys").and_then(Value::as_array_mut);
        change.apply(records.context("the keys of a key set")?)?;
        self.check(&reader.list_keys()?, &claims)?;
        self.store(tx, signing::keyset::sign(self.root, &claims))
    }

    /// Compares the keys in the database with the claims that are to be signed.
    fn check(&self, keys: &[Key], claims: &Map<String, Value>) -> Result<()> {
        let claims: KeySetClaims = serde_json::from_value(Value::Object(claims.clone()))?;
        Ok(check(&differences(keys, &claims), self.ids.version)?)
    }

    fn store(&self, tx: &Transaction<'_>, text: String) -> Result<()> {
        let (kid, issued_at) = (self.root.kid().to_owned(), self.now.to_string());
        let KeySetIds { version, jti, .. } = self.ids.clone();
        Ok(tx.insert_keyset(&SignedKeySet { version, kid, jti, issued_at, text })?)
    }
}
