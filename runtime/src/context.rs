//! Contexts. A container describes itself in a request or a receipt and signs the context with its
//! own key. A vendor describes a cloud container for another site in a state and signs the context
//! with a signing key.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::claims::{CustomerName, Jwk, LicenseClaims, Properties, is_false};
use crate::code::{VerdictCode, VerifyError};
use crate::fingerprint::{self, Device};
use crate::json;
use crate::jws::{self, Compact, Kind, public_key, thumbprint};
use crate::keyset::{KeySet, Trust, check_format, claims, expect};
use crate::license::{License, Policy};
use crate::log::Log;
use crate::signed::{Envelope, check_issued, check_signer};

/// The number of receipt ids that a container stores.
pub const REMEMBERED: usize = 16;
/// The maximum number of characters of an id or a serial.
const LONGEST_ID: usize = 64;
/// The highest counter that is accepted: every JSON reader keeps integers up to this value (RFC
/// 8259, section 6).
pub(crate) const HIGHEST: u64 = 1 << 53;
/// The maximum number of status indexes that a state reserves for files signed elsewhere.
pub const RESERVED: usize = 64;

/// The claims of a context (`licentia-context+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextClaims {
    /// Issuer URI of the vendor; only in a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iss: Option<String>,
    /// Thumbprint of the root key that the container trusts; only in a container's own contexts, in
    /// place of `iss`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// Serial of the container; absent in a first request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub: Option<String>,
    /// Id of the file, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// Version of the format, [`FORMAT`](crate::FORMAT).
    pub fmt: u32,
    /// Present and true in files of a test home or a test folder.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Purpose of the context.
    pub purpose: Purpose,
    /// Counter of the container; 0 before its first update.
    pub counter: u64,
    /// Kind, properties and key of the container.
    pub container: Carrier,
    /// Customer that owns the container; only in a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerName>,
    /// Licenses in the container: file ids in a receipt, tokens in a state.
    #[serde(default)]
    pub licenses: Vec<Held>,
    /// Code of the reason for the block; null if the container is not blocked.
    #[serde(default)]
    pub blocked: Option<String>,
    /// Ids of the last receipts that the container wrote before, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<String>,
    /// Indexes of the home's status list for files that are signed elsewhere for this container;
    /// only in a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Reserved>,
}

impl ContextClaims {
    /// Returns the license files that a receipt lists.
    pub fn held(&self) -> BTreeSet<HeldFile> {
        let files = self.licenses.iter();
        files
            .filter_map(|held| if let Held::File(file) = held { Some(file.clone()) } else { None })
            .collect()
    }
}

impl Envelope for ContextClaims {
    fn envelope(&self) -> (u32, &str, &str, bool) {
        (self.fmt, self.iss.as_deref().unwrap_or_default(), &self.jti, self.test)
    }
}

/// The purpose of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// A container asks the vendor to register it.
    Request,
    /// A vendor describes a cloud container for another site.
    State,
    /// A container reports its contents.
    Receipt,
}

impl Purpose {
    /// Returns `request`, `state` or `receipt`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Purpose::Request => "request",
            Purpose::State => "state",
            Purpose::Receipt => "receipt",
        }
    }
}

/// The kind, properties and key of a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carrier {
    /// Kind of the container: `cloud`, `device` or `dongle`.
    pub kind: String,
    /// Hashes of the properties of a computer.
    #[serde(default, skip_serializing_if = "Properties::is_empty")]
    pub properties: Properties,
    /// Hardware serial of a dongle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware: Option<String>,
    /// Public key of the container.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Jwk>,
}

/// A license in a context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Held {
    /// Token of the license.
    Text(String),
    /// Id of the license file.
    File(HeldFile),
}

/// The file of a license that a container holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct HeldFile {
    /// Serial of the license.
    pub serial: String,
    /// Revision of the license.
    pub revision: u32,
    /// Generation of the activation in this container.
    pub generation: u32,
    /// Id of the file.
    pub jti: String,
}

impl HeldFile {
    /// Returns the identification of the file with these claims.
    pub fn of_claims(claims: &LicenseClaims) -> HeldFile {
        HeldFile {
            serial: claims.sub.clone(),
            revision: claims.revision,
            generation: claims.container.as_ref().map_or(0, |container| container.generation),
            jti: claims.jti.clone(),
        }
    }
}

/// The indexes of a status list that are reserved for one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// URI of the list.
    pub uri: String,
    /// Reserved indexes.
    pub idx: Vec<u32>,
}

/// A context that passed every check.
#[derive(Clone, Debug)]
pub struct Context {
    claims: ContextClaims,
    licenses: Vec<License>,
}

/// The vendor's values that a container's own context is compared with.
#[derive(Clone, Debug)]
pub struct Vendor<'a> {
    /// Thumbprints of the vendor's root keys, the first one first.
    pub roots: &'a [String],
    /// True if the vendor is a test vendor.
    pub test: bool,
    /// Time of the check, in seconds since 1970.
    pub now: i64,
}

impl Context {
    /// Returns the claims of the context.
    pub fn claims(&self) -> &ContextClaims {
        &self.claims
    }

    /// Returns the verified licenses of a state. A license can start later or can have expired.
    pub fn licenses(&self) -> &[License] {
        &self.licenses
    }

    /// Returns the license files that a receipt lists.
    pub fn held(&self) -> BTreeSet<HeldFile> {
        self.claims.held()
    }

    /// Returns the computer or dongle that the context describes, for comparison with licenses.
    pub fn device(&self) -> Device {
        let carrier = &self.claims.container;
        Device {
            properties: carrier.properties.clone(),
            hardware: carrier.hardware.clone(),
            key: carrier.key.as_ref().map(|key| thumbprint(&key.x)),
        }
    }

    /// Verifies a request with the key that the request carries.
    ///
    /// # Errors
    ///
    /// The first check that fails: `wrong_type` for another context, `unknown_key` for a key other
    /// than the carried one, `bad_signature`, `wrong_issuer` for a context that trusts another root
    /// key, `test_file`, `not_yet_valid`, `malformed`.
    pub fn request(raw: &[u8], vendor: &Vendor<'_>) -> Result<Context, VerifyError> {
        let text = jws::clean(raw)?;
        let (_, key) = purpose_of(&jws::read(&text)?, Some(Purpose::Request))?;
        Context::read_own(
            &text,
            key.as_ref(),
            vendor.roots,
            vendor.now,
            |_| Some(vendor.test),
            &mut Log::off(),
        )
    }

    /// Verifies a receipt with the `x` of the container's key, which the vendor knows.
    ///
    /// # Errors
    ///
    /// The refusals of [`Context::request`]; `unknown_key` for a key other than the container's.
    pub fn receipt(raw: &[u8], key: &str, vendor: &Vendor<'_>) -> Result<Context, VerifyError> {
        let text = jws::clean(raw)?;
        purpose_of(&jws::read(&text)?, Some(Purpose::Receipt))?;
        let key = Jwk::ed25519(key);
        Context::read_own(
            &text,
            Some(&key),
            vendor.roots,
            vendor.now,
            |_| Some(vendor.test),
            &mut Log::off(),
        )
    }

    /// Returns the purpose and the container's serial of an unverified context, so that the caller
    /// can find the container's key.
    ///
    /// # Errors
    ///
    /// `wrong_type`, `malformed`.
    pub fn claimed(raw: &[u8]) -> Result<(Purpose, Option<String>), VerifyError> {
        #[derive(Deserialize)]
        struct Claimed {
            #[serde(default)]
            sub: Option<String>,
        }
        let text = jws::clean(raw)?;
        let compact = jws::read(&text)?;
        let (purpose, _) = purpose_of(&compact, None)?;
        Ok((purpose, claims::<Claimed>(&compact.payload, "the context")?.sub))
    }

    /// Verifies any context and logs each check. A receipt is refused, because only the vendor's
    /// database has its key.
    pub(crate) fn read(
        text: &str,
        keys: Option<&KeySet>,
        trust: &Trust<'_>,
        log: &mut Log,
    ) -> Result<Context, VerifyError> {
        let compact = log.step("shape", jws::read(text), |_| {
            "three canonical base64url parts, a supported header".into()
        })?;
        log.step("type", expect(Kind::from_typ(&compact.header.typ), Kind::Context), |()| {
            Kind::Context.noun().into()
        })?;
        let (purpose, key) =
            purpose_of(&compact, None).map_err(|error| log.fail("claims", error))?;
        match (purpose, keys) {
            (Purpose::State, Some(keys)) => keys.read_state(text, trust.now(), log),
            (Purpose::State, None) => Err(log.fail(
                "key",
                VerifyError::new(
                    VerdictCode::UnknownKey,
                    "a key set is required for the check of the signature",
                ),
            )),
            (Purpose::Receipt, _) => {
                let message = "a receipt is signed with the key of its container, and only the \
                    database of the vendor contains the public key";
                Err(log.fail("key", VerifyError::new(VerdictCode::UnknownKey, message)))
            }
            (Purpose::Request, keys) => {
                let roots = keys.map_or_else(|| vec![trust.root().to_owned()], KeySet::roots);
                // Without a key set, the expected kind of vendor is unknown.
                let test = |test: bool| {
                    keys.map(|keys| keys.claims().test)
                        .or((!test || !trust.takes_test()).then_some(false))
                };
                Context::read_own(text, key.as_ref(), &roots, trust.now(), test, log)
            }
        }
    }

    fn read_own(
        text: &str,
        key: Option<&Jwk>,
        roots: &[String],
        now: i64,
        test: impl Fn(bool) -> Option<bool>,
        log: &mut Log,
    ) -> Result<Context, VerifyError> {
        let compact = jws::read(text)?;
        let known =
            log.step("key", own_key(&compact, key), |_| "the key of the container".into())?;
        log.step("signature", compact.check(&known), |()| "valid".into())?;
        let claims = log.step("claims", own_claims(&compact, roots), |claims| {
            let of = claims
                .sub
                .as_ref()
                .map(|serial| format!(" of container {serial}"))
                .unwrap_or_default();
            format!("a {}{of}", claims.purpose.as_str())
        })?;
        if let Some(serial) = &claims.sub {
            log.about(serial, None);
        }
        // A receipt carries its key too: its properties must belong to the container with this key.
        if claims
            .container
            .key
            .as_ref()
            .is_none_or(|carried| thumbprint(&carried.x) != compact.header.kid)
        {
            let purpose = claims.purpose.as_str();
            let message =
                format!("the {purpose} does not contain the key that signed the {purpose}");
            return Err(log.fail("key", VerifyError::new(VerdictCode::UnknownKey, message)));
        }
        let kind = match test(claims.test) {
            Some(expected) if expected != claims.test => {
                let (file, vendor) = if claims.test { ("test", "live") } else { ("live", "test") };
                let message = format!(
                    "the {} is from a {file} container, and the vendor's home is a {vendor} home",
                    claims.purpose.as_str()
                );
                Err(VerifyError::new(VerdictCode::TestFile, message))
            }
            _ => Ok(()),
        };
        log.step("test mark", kind, |()| "as expected".into())?;
        log.step("times", check_issued(claims.iat, now), |()| "not issued in the future".into())?;
        Ok(Context { claims, licenses: Vec::new() })
    }
}

impl KeySet {
    /// Verifies a vendor's description of a cloud container, for another site. `now` is in seconds
    /// since 1970.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of `docs/reference/formats.md`; also for each
    /// license in the state.
    pub fn state(&self, raw: &[u8], now: i64) -> Result<Context, VerifyError> {
        let text = jws::clean(raw)?;
        purpose_of(&jws::read(&text)?, Some(Purpose::State))?;
        self.read_state(&text, now, &mut Log::off())
    }

    fn read_state(&self, text: &str, now: i64, log: &mut Log) -> Result<Context, VerifyError> {
        let (compact, record) = self.open_signed(text, Kind::Context, log)?;
        let claims = log.step("claims", self.state_claims(&compact.payload), |claims| {
            format!(
                "context of container {}, counter {}",
                claims.sub.as_deref().unwrap_or_default(),
                claims.counter
            )
        })?;
        let serial = claims.sub.clone().unwrap_or_default();
        log.about(&serial, None);
        check_signer(record, Kind::Context, claims.iat, None, log)?;
        log.step("times", check_issued(claims.iat, now), |()| "not issued in the future".into())?;
        let texts = claims.licenses.iter().filter_map(|held| {
            if let Held::Text(text) = held { Some(text.as_str()) } else { None }
        });
        let licenses =
            log.step("licenses", self.read_licenses(texts, &serial, now), |licenses| {
                format!("{} verified separately", licenses.len())
            })?;
        Ok(Context { claims, licenses })
    }

    fn state_claims(&self, payload: &[u8]) -> Result<ContextClaims, VerifyError> {
        let claims: ContextClaims = self.claims_of(payload, "context")?;
        let malformed =
            |why: &str| Err(VerifyError::new(VerdictCode::Malformed, format!("the context {why}")));
        if claims.purpose != Purpose::State {
            return malformed("does not have the purpose state");
        }
        if claims.sub.as_deref().is_none_or(str::is_empty)
            || !(1..=HIGHEST).contains(&claims.counter)
            || claims.container.kind != "cloud"
        {
            return malformed("has no cloud container or no counter");
        }
        if claims.licenses.iter().any(|held| matches!(held, Held::File(_))) {
            return malformed("names a license without its token");
        }
        let distinct = |reserved: &Reserved| {
            reserved.idx.iter().collect::<BTreeSet<_>>().len() == reserved.idx.len()
        };
        if claims
            .status
            .as_ref()
            .is_none_or(|reserved| reserved.idx.len() > RESERVED || !distinct(reserved))
        {
            return malformed(&format!(
                "reserves no entry of a status list, more than {RESERVED}, or an entry twice"
            ));
        }
        Ok(claims)
    }

    /// Verifies the licenses of one container. Each license can occur once, and can start later or
    /// can have expired.
    pub(crate) fn read_licenses<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        container: &str,
        now: i64,
    ) -> Result<Vec<License>, VerifyError> {
        let texts: Vec<&str> = texts.collect();
        let mut licenses: Vec<License> = Vec::with_capacity(texts.len());
        for (place, text) in texts.iter().enumerate() {
            let license = self
                .license(text.as_bytes(), &Policy::of_update(container, now))
                .map_err(|error| {
                    let place = place.saturating_add(1);
                    VerifyError::new(
                        error.code,
                        format!("license {place} of {}: {}", texts.len(), error.message),
                    )
                })?;
            if licenses.iter().any(|other| other.claims().sub == license.claims().sub) {
                return Err(VerifyError::new(
                    VerdictCode::Malformed,
                    format!("license {} occurs twice", license.claims().sub),
                ));
            }
            licenses.push(license);
        }
        Ok(licenses)
    }
}

/// Returns the purpose of an unverified context and the key that it carries. A file of another kind
/// or purpose than the expected one is refused.
fn purpose_of(
    compact: &Compact<'_>,
    expected: Option<Purpose>,
) -> Result<(Purpose, Option<Jwk>), VerifyError> {
    #[derive(Deserialize)]
    struct Stated {
        purpose: Purpose,
        container: Key,
    }
    #[derive(Deserialize)]
    struct Key {
        #[serde(default)]
        key: Option<Jwk>,
    }
    match (Kind::from_typ(&compact.header.typ), expected) {
        (Some(Kind::Context), _) => {}
        (found, None) => expect(found, Kind::Context)?,
        (found, Some(expected)) => {
            return Err(other_file(found.map_or("not a file of licentia", Kind::noun), expected));
        }
    }
    json::unique(&compact.payload, "the payload")?;
    let stated: Stated = claims(&compact.payload, "the context")?;
    match expected.filter(|expected| *expected != stated.purpose) {
        Some(expected) => Err(other_file(purpose_noun(stated.purpose), expected)),
        None => Ok((stated.purpose, stated.container.key)),
    }
}

/// Returns the name of a purpose for messages, with an article.
const fn purpose_noun(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Request => "a request",
        Purpose::Receipt => "a receipt",
        Purpose::State => "a context of a cloud container",
    }
}

fn other_file(found: &str, expected: Purpose) -> VerifyError {
    let message = format!("the file is {found}; {} is required", purpose_noun(expected));
    VerifyError::new(VerdictCode::WrongType, message)
}

/// Returns the container's key, which the header must name.
fn own_key(
    compact: &Compact<'_>,
    key: Option<&Jwk>,
) -> Result<ed25519_dalek::VerifyingKey, VerifyError> {
    let Some(key) = key.filter(|key| key.kty == "OKP" && key.crv == "Ed25519") else {
        return Err(VerifyError::new(
            VerdictCode::Malformed,
            "the file has no Ed25519 key of a container",
        ));
    };
    let kid = thumbprint(&key.x);
    if compact.header.kid != kid {
        let message = format!(
            "the file is signed with key {}; the key of the container is {kid}",
            compact.header.kid
        );
        return Err(VerifyError::new(VerdictCode::UnknownKey, message));
    }
    public_key(&key.x)
}

fn own_claims(compact: &Compact<'_>, roots: &[String]) -> Result<ContextClaims, VerifyError> {
    let claims: ContextClaims = claims(&compact.payload, "the context")?;
    check_format(claims.fmt, &claims.jti)?;
    let malformed = |why: String| {
        Err(VerifyError::new(
            VerdictCode::Malformed,
            format!("the {} {why}", claims.purpose.as_str()),
        ))
    };
    let trusted = claims.root.as_deref().unwrap_or_default();
    if claims.iss.is_some() {
        let purpose = claims.purpose.as_str();
        let message = format!("the {purpose} has an issuer; only files of a vendor have an issuer");
        return Err(VerifyError::new(VerdictCode::WrongIssuer, message));
    }
    // Fingerprints are salted with the first root key. With another root key of the vendor the
    // hashes of a computer would differ.
    let is_trusted = match claims.purpose {
        Purpose::Request => roots.first().is_some_and(|root| root == trusted),
        _ => roots.iter().any(|root| root == trusted),
    };
    if !is_trusted {
        let first = roots.first().map(String::as_str).unwrap_or_default();
        let message = format!(
            "the container trusts root key {trusted:?}; the first root key of the vendor is {first}"
        );
        return Err(VerifyError::new(VerdictCode::WrongIssuer, message));
    }
    let ids = claims.previous.iter().chain([&claims.jti]).chain(claims.licenses.iter().filter_map(
        |held| match held {
            Held::File(file) => Some(&file.jti),
            Held::Text(_) => None,
        },
    ));
    if ids
        .chain(&claims.sub)
        .any(|id| id.len() > LONGEST_ID || !id.bytes().all(|byte| byte.is_ascii_graphic()))
    {
        return malformed("has an invalid id or serial".to_owned());
    }
    if let Some(why) = fingerprint::refuses(&claims.container.properties) {
        return malformed(format!("has invalid computer properties: {why}"));
    }
    let (kind, is_bare) = (claims.container.kind.as_str(), claims.container.properties.is_empty());
    // The vendor decides later whether the properties in a receipt still match the computer.
    let is_known =
        claims.purpose == Purpose::Receipt || fingerprint::is_own(&claims.container.properties);
    match (kind, &claims.container.hardware) {
        ("device", None) if is_known => {}
        ("device", None) => {
            return malformed("has no property that identifies the computer".to_owned());
        }
        ("dongle", Some(hardware)) if is_bare && !hardware.is_empty() => {}
        _ => {
            return malformed(format!(
                "has a container of kind {kind:?}, with missing or unexpected properties or serial"
            ));
        }
    }
    if claims.status.is_some() || claims.licenses.iter().any(|held| matches!(held, Held::Text(_))) {
        return malformed(
            "has licenses or reserves entries of a status list, as only a file of a vendor can"
                .to_owned(),
        );
    }
    if claims.purpose == Purpose::Receipt
        && (claims.sub.as_deref().is_none_or(str::is_empty) || claims.counter == 0)
    {
        return malformed("has no serial of a container or no counter".to_owned());
    }
    if claims.counter > HIGHEST {
        return malformed(format!("has a counter above {HIGHEST}"));
    }
    if claims.previous.len() > REMEMBERED {
        return malformed(format!("names more than {REMEMBERED} earlier receipts"));
    }
    Ok(claims)
}
