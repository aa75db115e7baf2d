//! Key sets: the keys that an application trusts. A key set is the only file that is verified with
//! a key in the file itself. Its root key must therefore be the one that is compiled into the
//! application, or be reached from that key through root changes that both root keys signed.

use std::collections::BTreeMap;

use ed25519_dalek::VerifyingKey;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::claims::{FORMAT, Jwk, KeyRecord, KeySetClaims, KeyState, RootChange, Transition};
use crate::code::{VerdictCode, VerifyError, Warning};
use crate::json;
use crate::jws::{self, Compact, Kind, public_key, thumbprint};
use crate::log::Log;

/// The maximum time in seconds by which the issuer's clock can be ahead.
pub(crate) const LEEWAY_IAT: i64 = 86_400;

/// The values that a key set is verified with.
#[derive(Clone, Debug)]
pub struct Trust<'a> {
    root: &'a str,
    now: i64,
    allow_test: bool,
    seen: Option<Seen>,
}

impl<'a> Trust<'a> {
    /// Trusts the root key with this RFC 7638 thumbprint (43 base64url characters). `now` is in
    /// seconds since 1970.
    pub fn new(root: &'a str, now: i64) -> Trust<'a> {
        Trust { root, now, allow_test: false, seen: None }
    }

    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    pub(crate) fn root(&self) -> &str {
        self.root
    }

    pub(crate) fn takes_test(&self) -> bool {
        self.allow_test
    }

    pub(crate) fn seen(&self) -> Option<Seen> {
        self.seen
    }

    /// Returns a copy without the newest key set seen.
    pub(crate) fn anew(&self) -> Trust<'a> {
        Trust { seen: None, ..self.clone() }
    }

    /// Accepts test key sets also. Must not be used in a release.
    #[must_use]
    pub fn allow_test(mut self) -> Self {
        self.allow_test = true;
        self
    }

    /// Refuses a key set with a lower version than this one, or with the same version and other
    /// bytes (`rolled_back`).
    #[must_use]
    pub fn not_older_than(mut self, seen: Seen) -> Self {
        self.seen = Some(seen);
        self
    }
}

/// The version and digest of the newest key set seen, which an application stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Version of the key set.
    pub version: u64,
    /// SHA-256 of the token.
    pub digest: [u8; 32],
}

/// A key set that was verified with a pin.
#[derive(Clone, Debug)]
pub struct KeySet {
    claims: KeySetClaims,
    keys: BTreeMap<String, (VerifyingKey, KeyRecord)>,
    seen: Seen,
    warnings: Vec<Warning>,
}

impl KeySet {
    /// Verifies a key set with the pin.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`: `too_large`,
    /// `malformed`, `unsupported`, `wrong_type`, `unknown_key` (another root key), `bad_signature`,
    /// `test_file`, `not_yet_valid`, `rolled_back`.
    pub fn open(raw: &[u8], trust: &Trust<'_>) -> Result<KeySet, VerifyError> {
        let text = jws::clean(raw)?;
        KeySet::read(&text, trust, &mut Log::off())
    }

    /// Returns the claims of the key set.
    pub fn claims(&self) -> &KeySetClaims {
        &self.claims
    }

    /// Returns the version and digest to store, so that an older key set is refused next time.
    pub fn seen(&self) -> Seen {
        self.seen
    }

    /// Returns `stale_keyset`, or no warning.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Returns the thumbprints of the vendor's root keys: the first one, which salts fingerprints,
    /// and its successors.
    pub fn roots(&self) -> Vec<String> {
        let olds =
            self.claims.transitions.iter().filter_map(|transition| {
                Some(read_transition(transition, &self.claims.iss).ok()?.old)
            });
        let mut roots: Vec<String> = olds.map(|root| thumbprint(&root.x)).collect();
        roots.push(thumbprint(&self.claims.root.x));
        roots
    }

    /// Returns the thumbprint of the first root key that an unverified key set names, for a caller
    /// that trusts the source of the file.
    ///
    /// # Errors
    ///
    /// `wrong_type`, `malformed`.
    pub fn first_root(raw: &[u8]) -> Result<String, VerifyError> {
        #[derive(Deserialize)]
        struct Roots {
            iss: String,
            root: Jwk,
            #[serde(default)]
            transitions: Vec<Transition>,
        }
        let text = jws::clean(raw)?;
        let compact = jws::read(&text)?;
        expect(Kind::from_typ(&compact.header.typ), Kind::KeySet)?;
        json::unique(&compact.payload, "the payload")?;
        let found: Roots = claims(&compact.payload, "the key set")?;
        let first = found
            .transitions
            .first()
            .map(|first| read_transition(first, &found.iss))
            .transpose()?;
        Ok(thumbprint(&first.map_or(found.root.x, |change| change.old.x)))
    }

    pub(crate) fn key(&self, kid: &str) -> Option<&(VerifyingKey, KeyRecord)> {
        self.keys.get(kid)
    }

    pub(crate) fn read(
        text: &str,
        trust: &Trust<'_>,
        log: &mut Log,
    ) -> Result<KeySet, VerifyError> {
        let compact = log.step("shape", jws::read(text), |found| {
            format!("three canonical base64url parts, key {}", found.header.kid)
        })?;
        let kind = Kind::from_typ(&compact.header.typ);
        log.step("type", expect(kind, Kind::KeySet), |()| "a key set".into())?;
        let root = log.step("key", find_root(&compact, trust), |_| {
            "the root key is the pinned key or its successor".into()
        })?;
        log.step("signature", compact.check(&root), |()| "valid".into())?;
        log.step("claims", KeySet::from_payload(text, &compact.payload, trust), |set| {
            let keys = match set.keys.len() {
                1 => "1 key".to_owned(),
                number => format!("{number} keys"),
            };
            format!("version {} of {}, {keys}", set.claims.version, set.claims.iss)
        })
    }

    fn from_payload(text: &str, payload: &[u8], trust: &Trust<'_>) -> Result<KeySet, VerifyError> {
        let claims: KeySetClaims = claims(payload, "the key set")?;
        check_envelope(claims.fmt, &claims.iss, &claims.jti)?;
        if claims.version == 0 || claims.root.kty != "OKP" || claims.root.crv != "Ed25519" {
            return Err(VerifyError::new(
                VerdictCode::Malformed,
                "the key set has no version, or a root key that is not an Ed25519 key",
            ));
        }
        if claims.test && !trust.allow_test {
            return Err(VerifyError::new(
                VerdictCode::TestFile,
                "the key set is a test file; a live key set is required",
            ));
        }
        let root = thumbprint(&claims.root.x);
        let mut keys = BTreeMap::new();
        for record in &claims.keys {
            let malformed = |why: &str| {
                VerifyError::new(
                    VerdictCode::Malformed,
                    format!("key {:?} of the key set {why}", record.name),
                )
            };
            if record.kty != "OKP" || record.crv != "Ed25519" {
                return Err(malformed("is not an Ed25519 key"));
            }
            if thumbprint(&record.x) != record.kid {
                return Err(malformed("has a kid that is not its thumbprint"));
            }
            if record.kid == root {
                return Err(malformed("is the root key"));
            }
            if record.state == KeyState::Retired && record.retired_at.is_none() {
                return Err(malformed("is retired and has no time of retirement"));
            }
            if keys.insert(record.kid.clone(), (public_key(&record.x)?, record.clone())).is_some() {
                return Err(malformed("occurs twice"));
            }
        }
        if claims.iat.saturating_sub(LEEWAY_IAT) > trust.now {
            return Err(VerifyError::new(
                VerdictCode::NotYetValid,
                "the key set was issued in the future; check the clock of this computer",
            ));
        }
        let seen = Seen { version: claims.version, digest: Sha256::digest(text.as_bytes()).into() };
        if let Some(newest) = trust.seen.filter(|newest| {
            newest.version > seen.version
                || (newest.version == seen.version && newest.digest != seen.digest)
        }) {
            let message = if newest.version > seen.version {
                format!(
                    "the key set has version {}; version {} was used before",
                    seen.version, newest.version
                )
            } else {
                format!("the key set differs from version {} that was used before", seen.version)
            };
            return Err(VerifyError::new(VerdictCode::RolledBack, message));
        }
        let stale = claims.exp.is_some_and(|exp| exp <= trust.now);
        let warnings = stale.then(|| {
            VerifyError::new(
                VerdictCode::StaleKeyset,
                "the key set is past its end; get a newer key set",
            )
            .into()
        });
        Ok(KeySet { claims, keys, seen, warnings: warnings.into_iter().collect() })
    }
}

/// Refuses a file that is not of the expected kind.
pub(crate) fn expect(found: Option<Kind>, expected: Kind) -> Result<(), VerifyError> {
    if found == Some(expected) {
        return Ok(());
    }
    let found = found.map_or("not a file of licentia", Kind::noun);
    Err(VerifyError::new(
        VerdictCode::WrongType,
        format!("the file is {found}; {} is required", expected.noun()),
    ))
}

/// Parses a payload that passed [`json::unique`]. An unreadable payload with a higher `fmt` is
/// `unsupported`.
pub(crate) fn claims<T: DeserializeOwned>(payload: &[u8], object: &str) -> Result<T, VerifyError> {
    #[derive(Deserialize)]
    struct Format {
        fmt: u32,
    }
    json::typed(payload, object).map_err(|error| match json::typed::<Format>(payload, object) {
        Ok(Format { fmt }) if fmt > FORMAT => later(fmt),
        _ => error,
    })
}

/// Checks the members that every file of a vendor has: the format, the issuer and the id.
pub(crate) fn check_envelope(fmt: u32, iss: &str, jti: &str) -> Result<(), VerifyError> {
    check_format(fmt, jti)?;
    if iss.is_empty() {
        Err(VerifyError::new(VerdictCode::Malformed, "the payload has no iss"))
    } else {
        Ok(())
    }
}

/// Checks the members that every file has: the format and the id.
pub(crate) fn check_format(fmt: u32, jti: &str) -> Result<(), VerifyError> {
    if fmt > FORMAT {
        return Err(later(fmt));
    }
    if fmt == 0 || jti.is_empty() {
        return Err(VerifyError::new(VerdictCode::Malformed, "the payload has no fmt or no jti"));
    }
    Ok(())
}

fn later(fmt: u32) -> VerifyError {
    VerifyError::new(
        VerdictCode::Unsupported,
        format!("the file has format {fmt}; this version supports formats up to {FORMAT}"),
    )
}

/// Returns the root key, if its thumbprint is the pin or is reached from the pin.
fn find_root(compact: &Compact<'_>, trust: &Trust<'_>) -> Result<VerifyingKey, VerifyError> {
    #[derive(Deserialize)]
    struct Roots {
        iss: String,
        version: u64,
        root: Jwk,
        #[serde(default)]
        transitions: Vec<Transition>,
    }
    json::unique(&compact.payload, "the payload")?;
    let found: Roots = claims(&compact.payload, "the key set")?;
    let root = thumbprint(&found.root.x);
    let unknown = |reason: String| VerifyError::new(VerdictCode::UnknownKey, reason);
    if compact.header.kid != root {
        return Err(unknown(format!(
            "the header names key {}; the root key of the key set is {root}",
            compact.header.kid
        )));
    }
    let mut reached = trust.root.to_owned();
    for transition in &found.transitions {
        let change = read_transition(transition, &found.iss)?;
        if thumbprint(&change.old.x) == reached && change.from_version <= found.version {
            reached = thumbprint(&change.new.x);
        }
    }
    if root != reached {
        return Err(unknown(format!(
            "the root key of the key set is {root}; the trusted root key is {reached}"
        )));
    }
    public_key(&found.root.x)
}

/// Verifies a root change: one payload, signed by the old and by the new root key.
fn read_transition(transition: &Transition, iss: &str) -> Result<RootChange, VerifyError> {
    let (by_old, by_new) = (jws::read(&transition.by_old)?, jws::read(&transition.by_new)?);
    for text in [&by_old, &by_new] {
        expect(Kind::from_typ(&text.header.typ), Kind::RootChange)?;
    }
    if by_old.payload != by_new.payload {
        return Err(VerifyError::new(
            VerdictCode::Malformed,
            "the two tokens of a root change have different payloads",
        ));
    }
    json::unique(&by_old.payload, "the payload")?;
    let change: RootChange = claims(&by_old.payload, "the root change")?;
    check_envelope(change.fmt, &change.iss, &change.jti)?;
    if change.iss != iss {
        return Err(VerifyError::new(
            VerdictCode::WrongIssuer,
            format!(
                "a root change has the issuer {:?}; the issuer of the key set is {iss:?}",
                change.iss
            ),
        ));
    }
    for (text, jwk) in [(&by_old, &change.old), (&by_new, &change.new)] {
        if text.header.kid != thumbprint(&jwk.x) {
            return Err(VerifyError::new(
                VerdictCode::UnknownKey,
                "a root change is signed with a key that the root change does not name",
            ));
        }
        text.check(&public_key(&jwk.x)?)?;
    }
    Ok(change)
}
