//! Contexts: what a container says of itself (a first request, receipts), signed with its own key,
//! and what a vendor says of a cloud container for another desk of his (a state), signed like every
//! file of his.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::claims::{CustomerName, Jwk, LicenseClaims, Properties, is_false};
use crate::code::{Code, Refusal};
use crate::fingerprint::{self, Device};
use crate::json;
use crate::jws::{self, Compact, Kind, public_key, thumbprint};
use crate::keyset::{KeySet, Trust, check_format, claims, expect};
use crate::license::{License, Policy};
use crate::log::Log;
use crate::signed::{Envelope, check_issued, check_signer};

/// How many receipts a container remembers having written.
pub const REMEMBERED: usize = 16;
/// The most characters of an id or a serial.
const LONGEST_ID: usize = 64;
/// The highest counter that is believed: the whole numbers that every JSON reader keeps (RFC 8259,
/// section 6).
pub(crate) const HIGHEST: u64 = 1 << 53;
/// Status indexes that a state reserves for files signed elsewhere.
pub const RESERVED: usize = 64;

/// The claims of a context (`licentia-context+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextClaims {
    /// The vendor's issuer URI; only of a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iss: Option<String>,
    /// The thumbprint of the root that the container trusts; only of its own contexts, in place of
    /// `iss`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// The container's serial; absent in a first request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub: Option<String>,
    /// The file's own id.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// The format's version.
    pub fmt: u32,
    /// Present and true in files of a test home or a test folder.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// What it is for.
    pub purpose: Purpose,
    /// The state that the container is at; 0 before its first update.
    pub counter: u64,
    /// What the container is.
    pub container: Carrier,
    /// Whose it is; only of a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerName>,
    /// What it holds: of a receipt which files, of a state their texts.
    #[serde(default)]
    pub licenses: Vec<Held>,
    /// Why it is blocked, as a code.
    #[serde(default)]
    pub blocked: Option<String>,
    /// The ids of the last receipts that it wrote before, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<String>,
    /// Indexes of the home's status list, for files signed elsewhere for this container; only of a
    /// state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Reserved>,
}

impl ContextClaims {
    /// Of a receipt which files the container holds.
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

/// What a context is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// A container asks to be known.
    Request,
    /// A vendor tells another desk of his what a cloud container is.
    State,
    /// A container tells what it holds.
    Receipt,
}

impl Purpose {
    /// `request`, `state` or `receipt`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Purpose::Request => "request",
            Purpose::State => "state",
            Purpose::Receipt => "receipt",
        }
    }
}

/// What a container is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carrier {
    /// `cloud`, `device` or `dongle`.
    pub kind: String,
    /// A computer's properties.
    #[serde(default, skip_serializing_if = "Properties::is_empty")]
    pub properties: Properties,
    /// A dongle's hardware serial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware: Option<String>,
    /// The container's public key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Jwk>,
}

/// A license in a context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Held {
    /// Its whole text.
    Text(String),
    /// Which of its files.
    File(HeldFile),
}

/// Which file of a license a container holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct HeldFile {
    /// The license's serial.
    pub serial: String,
    /// Its revision.
    pub revision: u32,
    /// Of its activations in this container.
    pub generation: u32,
    /// The file's id.
    pub jti: String,
}

impl HeldFile {
    /// The file that says this of a license.
    pub fn of_claims(claims: &LicenseClaims) -> HeldFile {
        HeldFile {
            serial: claims.sub.clone(),
            revision: claims.revision,
            generation: claims.container.as_ref().map_or(0, |container| container.generation),
            jti: claims.jti.clone(),
        }
    }
}

/// Indexes of a status list that nobody else takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// The list's URI.
    pub uri: String,
    /// The indexes.
    pub idx: Vec<u32>,
}

/// A context that passed every check.
#[derive(Clone, Debug)]
pub struct Context {
    claims: ContextClaims,
    licenses: Vec<License>,
}

/// What a container's own context is checked against.
#[derive(Clone, Debug)]
pub struct Vendor<'a> {
    /// The thumbprints of the vendor's roots, the first one among them.
    pub roots: &'a [String],
    /// Whether it is a test vendor.
    pub test: bool,
    /// Seconds since 1970.
    pub now: i64,
}

impl Context {
    /// What the context says.
    pub fn claims(&self) -> &ContextClaims {
        &self.claims
    }

    /// Of a state the licenses in it, each verified; some may begin later or have run out.
    pub fn licenses(&self) -> &[License] {
        &self.licenses
    }

    /// Of a receipt which files the container holds.
    pub fn held(&self) -> BTreeSet<HeldFile> {
        self.claims.held()
    }

    /// The computer or dongle that it is of, as licenses are compared with it.
    pub fn device(&self) -> Device {
        let carrier = &self.claims.container;
        Device {
            properties: carrier.properties.clone(),
            hardware: carrier.hardware.clone(),
            key: carrier.key.as_ref().map(|key| thumbprint(&key.x)),
        }
    }

    /// Reads a request: signed by the key that it carries.
    ///
    /// # Errors
    ///
    /// The first check that fails: `wrong_type` for another context, `unknown_key` for a key that
    /// is not the one it carries, `bad_signature`, `wrong_issuer` for one that trusts another root,
    /// `test_file`, `not_yet_valid`, `malformed`.
    pub fn request(raw: &[u8], vendor: &Vendor<'_>) -> Result<Context, Refusal> {
        let text = jws::clean(raw)?;
        let (purpose, key) = purpose_of(&jws::read(&text)?)?;
        check_purpose(purpose, Purpose::Request)?;
        Context::read_own(
            &text,
            key.as_ref(),
            vendor.roots,
            vendor.now,
            |_| Some(vendor.test),
            &mut Log::off(),
        )
    }

    /// Reads a receipt: signed by the key of the container that it names, whose `x` the vendor
    /// knows.
    ///
    /// # Errors
    ///
    /// As [`Context::request`]; `unknown_key` for another key than the container's.
    pub fn receipt(raw: &[u8], key: &str, vendor: &Vendor<'_>) -> Result<Context, Refusal> {
        let text = jws::clean(raw)?;
        check_purpose(purpose_of(&jws::read(&text)?)?.0, Purpose::Receipt)?;
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

    /// The container that a context claims to be of, before anything was checked: whose key is to
    /// be looked for.
    ///
    /// # Errors
    ///
    /// `wrong_type`, `malformed`.
    pub fn claimed(raw: &[u8]) -> Result<(Purpose, Option<String>), Refusal> {
        #[derive(Deserialize)]
        struct Claimed {
            #[serde(default)]
            sub: Option<String>,
        }
        let text = jws::clean(raw)?;
        let compact = jws::read(&text)?;
        let (purpose, _) = purpose_of(&compact)?;
        Ok((purpose, claims::<Claimed>(&compact.payload, "the context")?.sub))
    }

    /// Reads any context, telling each check. A receipt's key is in the vendor's books alone.
    pub(crate) fn read(
        text: &str,
        keys: Option<&KeySet>,
        trust: &Trust<'_>,
        log: &mut Log,
    ) -> Result<Context, Refusal> {
        let compact =
            log.step("shape", jws::read(text), |_| "three canonical parts, a plain header".into())?;
        log.step("type", expect(Kind::from_typ(&compact.header.typ), Kind::Context), |()| {
            "a context".into()
        })?;
        let (purpose, key) = purpose_of(&compact).map_err(|refusal| log.fail("claims", refusal))?;
        match (purpose, keys) {
            (Purpose::State, Some(keys)) => keys.read_state(text, trust.now(), log),
            (Purpose::State, None) => Err(log.fail(
                "key",
                Refusal::new(Code::UnknownKey, "there is no key set to check it against"),
            )),
            (Purpose::Receipt, _) => {
                let message = "a receipt is signed with the key of a container, which only the \
                    vendor's books know";
                Err(log.fail("key", Refusal::new(Code::UnknownKey, message)))
            }
            (Purpose::Request, keys) => {
                let roots = keys.map_or_else(|| vec![trust.root().to_owned()], KeySet::roots);
                // Without a key set nobody says which kind is expected.
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
    ) -> Result<Context, Refusal> {
        let compact = jws::read(text)?;
        let known = log.step("key", own_key(&compact, key), |_| "the container's own".into())?;
        log.step("signature", compact.check(&known), |()| "fits, strictly".into())?;
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
        // A receipt carries its key too: what it says of itself is of the container whose key was
        // asked for.
        if claims
            .container
            .key
            .as_ref()
            .is_none_or(|carried| thumbprint(&carried.x) != compact.header.kid)
        {
            let refusal = Refusal::new(
                Code::UnknownKey,
                "it carries another key than the one that signed it, or none",
            );
            return Err(log.fail("key", refusal));
        }
        let kind = match test(claims.test) {
            Some(expected) if expected != claims.test => {
                let (file, vendor) = if claims.test { ("test", "live") } else { ("live", "test") };
                Err(Refusal::new(
                    Code::TestFile,
                    format!("a context of a {file} folder for a {vendor} vendor"),
                ))
            }
            _ => Ok(()),
        };
        log.step("test mark", kind, |()| "of the same kind".into())?;
        log.step("times", check_issued(claims.iat, now), |()| "issued by now".into())?;
        Ok(Context { claims, licenses: Vec::new() })
    }
}

impl KeySet {
    /// Reads a vendor's word on a cloud container, for another desk of his. `now` in seconds since
    /// 1970.
    ///
    /// # Errors
    ///
    /// The first check that fails, in the order of the formats' page; of each license in it too.
    pub fn state(&self, raw: &[u8], now: i64) -> Result<Context, Refusal> {
        let text = jws::clean(raw)?;
        check_purpose(purpose_of(&jws::read(&text)?)?.0, Purpose::State)?;
        self.read_state(&text, now, &mut Log::off())
    }

    fn read_state(&self, text: &str, now: i64, log: &mut Log) -> Result<Context, Refusal> {
        let (compact, record) = self.open_signed(text, Kind::Context, log)?;
        let claims = log.step("claims", self.state_claims(&compact.payload), |claims| {
            format!(
                "state {} of container {}",
                claims.counter,
                claims.sub.as_deref().unwrap_or_default()
            )
        })?;
        let serial = claims.sub.clone().unwrap_or_default();
        log.about(&serial, None);
        check_signer(record, Kind::Context, claims.iat, None, log)?;
        log.step("times", check_issued(claims.iat, now), |()| "issued by now".into())?;
        let texts = claims.licenses.iter().filter_map(|held| {
            if let Held::Text(text) = held { Some(text.as_str()) } else { None }
        });
        let licenses =
            log.step("licenses", self.read_licenses(texts, &serial, now), |licenses| {
                format!("{} verified, each by itself", licenses.len())
            })?;
        Ok(Context { claims, licenses })
    }

    fn state_claims(&self, payload: &[u8]) -> Result<ContextClaims, Refusal> {
        let claims: ContextClaims = self.claims_of(payload, "context")?;
        let malformed = |why: &str| Err(Refusal::new(Code::Malformed, format!("the state {why}")));
        if claims.purpose != Purpose::State {
            return malformed("is none");
        }
        if claims.sub.as_deref().is_none_or(str::is_empty)
            || !(1..=HIGHEST).contains(&claims.counter)
            || claims.container.kind != "cloud"
        {
            return malformed("has no cloud container or no counter");
        }
        if claims.licenses.iter().any(|held| matches!(held, Held::File(_))) {
            return malformed("names a license without its text");
        }
        let distinct = |reserved: &Reserved| {
            reserved.idx.iter().collect::<BTreeSet<_>>().len() == reserved.idx.len()
        };
        if claims
            .status
            .as_ref()
            .is_none_or(|reserved| reserved.idx.len() > RESERVED || !distinct(reserved))
        {
            return malformed("reserves no status indexes, too many, or one twice");
        }
        Ok(claims)
    }

    /// Licenses of one container, each verified by itself and there once; some may begin later or
    /// have run out.
    pub(crate) fn read_licenses<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        container: &str,
        now: i64,
    ) -> Result<Vec<License>, Refusal> {
        let texts: Vec<&str> = texts.collect();
        let mut licenses: Vec<License> = Vec::with_capacity(texts.len());
        for (place, text) in texts.iter().enumerate() {
            let license = self
                .license(text.as_bytes(), &Policy::of_update(container, now))
                .map_err(|refusal| {
                    let place = place.saturating_add(1);
                    Refusal::new(
                        refusal.code,
                        format!("license {place} of {}: {}", texts.len(), refusal.message),
                    )
                })?;
            if licenses.iter().any(|other| other.claims().sub == license.claims().sub) {
                return Err(Refusal::new(
                    Code::Malformed,
                    format!("license {} stands in it twice", license.claims().sub),
                ));
            }
            licenses.push(license);
        }
        Ok(licenses)
    }
}

/// What a context says it is for, and the key that it carries.
fn purpose_of(compact: &Compact<'_>) -> Result<(Purpose, Option<Jwk>), Refusal> {
    #[derive(Deserialize)]
    struct Said {
        purpose: Purpose,
        container: Key,
    }
    #[derive(Deserialize)]
    struct Key {
        #[serde(default)]
        key: Option<Jwk>,
    }
    expect(Kind::from_typ(&compact.header.typ), Kind::Context)?;
    json::unique(&compact.payload, "the payload")?;
    let said: Said = claims(&compact.payload, "the context")?;
    Ok((said.purpose, said.container.key))
}

fn check_purpose(found: Purpose, expected: Purpose) -> Result<(), Refusal> {
    let message = || format!("a {} where a {} is expected", found.as_str(), expected.as_str());
    (found == expected).then_some(()).ok_or_else(|| Refusal::new(Code::WrongType, message()))
}

/// The container's key, which the header has to name.
fn own_key(
    compact: &Compact<'_>,
    key: Option<&Jwk>,
) -> Result<ed25519_dalek::VerifyingKey, Refusal> {
    let Some(key) = key.filter(|key| key.kty == "OKP" && key.crv == "Ed25519") else {
        return Err(Refusal::new(Code::Malformed, "the context has no Ed25519 key of a container"));
    };
    let kid = thumbprint(&key.x);
    if compact.header.kid != kid {
        let message =
            format!("signed by key {} where the container's is {kid}", compact.header.kid);
        return Err(Refusal::new(Code::UnknownKey, message));
    }
    public_key(&key.x)
}

fn own_claims(compact: &Compact<'_>, roots: &[String]) -> Result<ContextClaims, Refusal> {
    let claims: ContextClaims = claims(&compact.payload, "the context")?;
    check_format(claims.fmt, &claims.jti)?;
    let malformed = |why: String| {
        Err(Refusal::new(Code::Malformed, format!("the {} {why}", claims.purpose.as_str())))
    };
    let trusted = claims.root.as_deref().unwrap_or_default();
    if claims.iss.is_some() {
        return Err(Refusal::new(
            Code::WrongIssuer,
            "it names an issuer, which only a vendor's own files do",
        ));
    }
    // The first root salts what computers are known by: another of the vendor's would make them
    // strangers.
    let is_trusted = match claims.purpose {
        Purpose::Request => roots.first().is_some_and(|root| root == trusted),
        _ => roots.iter().any(|root| root == trusted),
    };
    if !is_trusted {
        let message = format!(
            "the container trusts the root {trusted:?}, which is not this vendor's first one"
        );
        return Err(Refusal::new(Code::WrongIssuer, message));
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
        return malformed("has an id that is none".to_owned());
    }
    if let Some(why) = fingerprint::refuses(&claims.container.properties) {
        return malformed(format!("is of no computer: {why}"));
    }
    let (kind, is_bare) = (claims.container.kind.as_str(), claims.container.properties.is_empty());
    // Of a receipt the vendor judges for himself whether the computer is still the same.
    let is_known =
        claims.purpose == Purpose::Receipt || fingerprint::is_own(&claims.container.properties);
    match (kind, &claims.container.hardware) {
        ("device", None) if is_known => {}
        ("device", None) => {
            return malformed("has no property by which a computer is told from others".to_owned());
        }
        ("dongle", Some(hardware)) if is_bare && !hardware.is_empty() => {}
        _ => {
            return malformed(format!(
                "is of a container of kind {kind:?}, with or without what that is known by"
            ));
        }
    }
    if claims.status.is_some() || claims.licenses.iter().any(|held| matches!(held, Held::Text(_))) {
        return malformed("has what only a vendor's state has".to_owned());
    }
    if claims.purpose == Purpose::Receipt
        && (claims.sub.as_deref().is_none_or(str::is_empty) || claims.counter == 0)
    {
        return malformed("has no container or no counter".to_owned());
    }
    if claims.counter > HIGHEST {
        return malformed(format!("has a counter above {HIGHEST}"));
    }
    if claims.previous.len() > REMEMBERED {
        return malformed(format!("names more than {REMEMBERED} receipts before it"));
    }
    Ok(claims)
}
