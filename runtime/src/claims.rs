//! The claims of all file kinds, shared by the issuer and the application. Members are written in
//! the order of the fields. Unknown members are ignored when a file is read, and so is the claim
//! `log` of every file, by which the vendor finds the file in their audit log.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::date::Date;

/// The version of the formats that this crate reads and writes: the value of the claim `fmt`.
pub const FORMAT: u32 = 1;

/// The edition of a key and of the licenses that the key signs. A key never changes its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// A license that was sold.
    Commercial,
    /// A license for evaluation.
    Trial,
}

impl Edition {
    /// Returns `commercial` or `trial`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Edition::Commercial => "commercial",
            Edition::Trial => "trial",
        }
    }
}

/// The license model: the meaning of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    /// A seat is a user who is assigned to the license.
    Named,
    /// A seat is a session of a user.
    Floating,
    /// A seat is a device or a dongle.
    Device,
}

impl Model {
    /// Returns `named`, `floating` or `device`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Model::Named => "named",
            Model::Floating => "floating",
            Model::Device => "device",
        }
    }
}

/// The reaction of an application to a license that has expired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Enforcement {
    /// The application stops.
    Block,
    /// The application warns the user and continues.
    Warn,
    /// The application writes a log entry and continues.
    Log,
}

impl Enforcement {
    /// Returns `block`, `warn` or `log`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Enforcement::Block => "block",
            Enforcement::Warn => "warn",
            Enforcement::Log => "log",
        }
    }
}

/// The kind of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProductKind {
    /// A base product: applications can require a license of it.
    Base,
    /// A product that can require licenses of base products.
    Application,
}

impl ProductKind {
    /// Returns `base` or `application`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ProductKind::Base => "base",
            ProductKind::Application => "application",
        }
    }
}

/// The claims of a license file (`licentia-license+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseClaims {
    /// Issuer URI of the vendor.
    pub iss: String,
    /// Serial of the license, `L-…`.
    pub sub: String,
    /// Id of the file, a UUID of version 7 (RFC 9562).
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// 00:00 UTC of the first day, in seconds since 1970.
    pub nbf: i64,
    /// Hard end, in seconds since 1970: the earlier of the end day plus grace and `iat` plus
    /// checkpoint. Absent in a license without an end day and without a checkpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Version of the format, [`FORMAT`].
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Edition of the license, the same as that of the key.
    pub edition: Edition,
    /// Revision of the license. Each change of terms increases the revision by one.
    pub revision: u32,
    /// License model: the meaning of a seat.
    pub model: Model,
    /// Number of seats in this file, at least 1.
    pub seats: u32,
    /// Licensed product.
    pub product: Product,
    /// Granted modules.
    #[serde(default)]
    pub modules: Vec<Module>,
    /// Customer that holds the license.
    pub customer: Customer,
    /// User names of the assigned users; only in named licenses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<String>>,
    /// Container to which the file is bound; absent in an unbound file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container: Option<Container>,
    /// First day, end day, checkpoint and grace.
    pub term: Term,
    /// Limits of use without a newer file; absent if there are no limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offline: Option<Offline>,
    /// Reaction of an application to the expired license.
    pub enforcement: Enforcement,
    /// Settings for the application, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Entry of this file in a status list, which states whether the file was revoked or suspended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Hash of the vendor's reference for the order, 16 bytes in base64url. An informing claim: a
    /// value that is no text is read as absent.
    #[serde(default, deserialize_with = "text_if_any", skip_serializing_if = "Option::is_none")]
    pub reference_hash: Option<String>,
}

/// A licensed product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Code of the product.
    pub code: String,
    /// Display name of the product.
    pub name: String,
    /// Base product or application.
    pub kind: ProductKind,
    /// True if a license of this product lets users log in.
    #[serde(default)]
    pub allow_login: bool,
    /// Codes of the base products that a license of this product requires.
    #[serde(default)]
    pub requires: Vec<String>,
}

/// A granted module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// Code of the module, unique in the product.
    pub code: String,
    /// Limit, in the unit of the module.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u64>,
    /// End day of the grant: the module is usable until 00:00 UTC of this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
}

/// The customer that holds a license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Code of the customer.
    pub code: String,
    /// Name of the customer.
    pub name: String,
    /// Code of the company, a part of the customer, that holds the license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
}

/// The container to which a file is bound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    /// Serial of the container, `K-…`.
    pub serial: String,
    /// Kind of the container: `cloud`, `device` or `dongle`.
    pub kind: String,
    /// Number of the activation of this license in this container.
    #[serde(default)]
    pub generation: u32,
    /// Properties that the application compares with the hardware; absent for a cloud container.
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    pub matching: Option<Match>,
}

/// The properties by which an application recognizes a computer or a dongle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Hashes of the properties of the computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<Properties>,
    /// Names of the properties that must match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    /// Minimum number of properties that must match, at least 1.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
    /// Hardware serial of the dongle, as its manufacturer writes the serial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware: Option<String>,
    /// Thumbprint of the container's key (RFC 7638); absent for a dongle without a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// The hashes of one property: one hash, or one hash for each of several cards. Serialized as a
/// string or as an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashes(pub Vec<String>);

impl Serialize for Hashes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => serializer.serialize_str(one),
            many => serializer.collect_seq(many),
        }
    }
}

impl<'de> Deserialize<'de> for Hashes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            One(String),
            Many(Vec<String>),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::One(one) => Hashes(vec![one]),
            Either::Many(many) => Hashes(many),
        })
    }
}

/// The hashes of the properties of a computer, by name: `machine_id`, `board_serial`, `mac`, …
pub type Properties = BTreeMap<String, Hashes>;

/// The first day, end day, checkpoint and grace of a license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// First day: the license is usable from 00:00 UTC of this day.
    pub starts: Date,
    /// End day: the license is usable until 00:00 UTC of this day. Absent in a permanent license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Number of days of 86,400 s from `iat` to the end of each file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkpoint_days: Option<u32>,
    /// Number of days after the end day in which the application still works and reports `grace`.
    #[serde(default)]
    pub grace_days: u32,
}

/// The limits of use without a newer file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offline {
    /// Maximum number of days of 86,400 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_days: Option<u32>,
    /// Maximum number of starts of the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_starts: Option<u32>,
}

/// The reference from a file to its entry in a status list (draft-ietf-oauth-status-list).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// Reference to a status list, the only mechanism that licentia uses.
    pub status_list: StatusList,
}

/// The URI of a status list and an index in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusList {
    /// Index of the entry, 0 to 1,048,575.
    pub idx: u32,
    /// URI of the list: the claim `sub` of the status list.
    pub uri: String,
}

/// The claims of a credential file (`licentia-credential+jwt`), which opens a cloud container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialClaims {
    /// Issuer URI of the vendor.
    pub iss: String,
    /// User name, generated with the container.
    pub sub: String,
    /// Id of the file, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// End of the credential, in seconds since 1970; absent in a credential without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Version of the format, [`FORMAT`].
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Serial of the credential, `F-…`.
    pub serial: String,
    /// Generation of the credential: 1, 2, … Each generation ends the previous one.
    pub generation: u32,
    /// Container that the credential opens.
    pub container: ContainerName,
    /// Customer that owns the container.
    pub customer: CustomerName,
    /// Display name of the container.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Secret: 256 random bits as 43 base64url characters.
    pub secret: Secret,
    /// Entry of this file in a status list, which states whether the credential was ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// A string that `Debug` does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// The serial and kind of a container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerName {
    /// Serial of the container, `K-…`.
    pub serial: String,
    /// Kind of the container: `cloud`, `device` or `dongle`.
    pub kind: String,
}

/// The code and name of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerName {
    /// Code of the customer.
    pub code: String,
    /// Name of the customer.
    pub name: String,
}

/// The claims of an update file (`licentia-update+jwt`): the complete desired state of one
/// container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateClaims {
    /// Issuer URI of the vendor.
    pub iss: String,
    /// Serial of the container, `K-…`.
    pub sub: String,
    /// Id of the file, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// Version of the format, [`FORMAT`].
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Thumbprint of the container's key; absent for a cloud container, or for a dongle without a
    /// key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Counter of the container: each change of the desired state increases the counter.
    pub counter: u64,
    /// Tokens of all licenses that the container must hold.
    pub licenses: Vec<String>,
    /// Code of the reason for the block; null if the container is not blocked.
    pub blocked: Option<String>,
    /// Time of the vendor, in seconds since 1970. Corrects a computer whose clock was in the
    /// future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
    /// Token of the newest key set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyset: Option<String>,
    /// Tokens of the status lists that the licenses name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<String>,
    /// Id of the context on which the update is based; only for an adopted cloud container.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
}

/// The claims of a key set (`licentia-keyset+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySetClaims {
    /// Issuer URI of the vendor. Every file under this key set has the same issuer.
    pub iss: String,
    /// Id of the file, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// End of the key set, in seconds since 1970. A later use causes the warning `stale_keyset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Version of the format, [`FORMAT`].
    pub fmt: u32,
    /// Present and true in a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Version of the key set: 1, 2, …
    pub version: u64,
    /// Root key that signed this key set.
    pub root: Jwk,
    /// Root changes that lead to `root`, in order of time.
    #[serde(default)]
    pub transitions: Vec<Transition>,
    /// Signing keys.
    pub keys: Vec<KeyRecord>,
}

/// An Ed25519 public key (RFC 8037).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jwk {
    /// Key type: `OKP`.
    pub kty: String,
    /// Curve: `Ed25519`.
    pub crv: String,
    /// Public key as 43 base64url characters.
    pub x: String,
}

impl Jwk {
    /// Returns the Ed25519 key with this `x`.
    pub fn ed25519(x: impl Into<String>) -> Jwk {
        Jwk { kty: "OKP".into(), crv: "Ed25519".into(), x: x.into() }
    }
}

/// A change of the root key: one payload with two signatures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// Token signed by the old root key.
    pub by_old: String,
    /// Token signed by the new root key, with the same payload.
    pub by_new: String,
}

/// The claims of a root change (`licentia-root+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootChange {
    /// Issuer URI of the vendor.
    pub iss: String,
    /// Id of the token, a UUID of version 7.
    pub jti: String,
    /// Time of the signature, in seconds since 1970.
    pub iat: i64,
    /// Version of the format, [`FORMAT`].
    pub fmt: u32,
    /// Root key before the change.
    pub old: Jwk,
    /// Root key after the change.
    pub new: Jwk,
    /// First version of the key set that only the new root key may sign.
    pub from_version: u64,
}

/// A signing key in a key set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Thumbprint of `x` (RFC 7638).
    pub kid: String,
    /// Key type: `OKP`.
    pub kty: String,
    /// Curve: `Ed25519`.
    pub crv: String,
    /// Public key as 43 base64url characters.
    pub x: String,
    /// Name of the key in the vendor's home.
    pub name: String,
    /// Edition of the files that the key signs; never changes.
    pub edition: Edition,
    /// State of the key.
    pub state: KeyState,
    /// Earliest `iat` that is accepted, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<i64>,
    /// Latest `iat` that is accepted, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<i64>,
    /// Time of retirement, in seconds since 1970: files with a later `iat` are refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_at: Option<i64>,
    /// Time of revocation, in seconds since 1970: files with an earlier `iat` stay valid if the
    /// scope has `max_term_days`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<i64>,
    /// Limits of the files that the key may sign.
    #[serde(default)]
    pub scope: Scope,
}

/// The state of a signing key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyState {
    /// The key signs files.
    Active,
    /// The key signs no more files. Files that were signed before the retirement stay valid.
    Retired,
    /// Files of the key are refused.
    Revoked,
}

impl KeyState {
    /// Returns `active`, `retired` or `revoked`.
    pub const fn as_str(self) -> &'static str {
        match self {
            KeyState::Active => "active",
            KeyState::Retired => "retired",
            KeyState::Revoked => "revoked",
        }
    }
}

/// The limits of the files that a key may sign. An absent member is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Kinds of files, such as `license`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<String>>,
    /// Codes of products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<Vec<String>>,
    /// Maximum validity of a file in days of 86,400 s from `iat`, including grace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_term_days: Option<u32>,
    /// Maximum number of seats in a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_seats: Option<u32>,
}

impl Scope {
    /// Returns true if the scope has no limit other than `kinds`.
    pub fn is_without_limits(&self) -> bool {
        self.products.is_none() && self.max_term_days.is_none() && self.max_seats.is_none()
    }

    /// Returns true if the key may sign files of this kind.
    pub fn allows_kind(&self, kind: &str) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|allowed| allowed == kind))
    }

    /// Returns the reason why a file other than a license is out of scope, or `None`. `kind` is a
    /// name as in `kinds`.
    pub fn refuses_file(&self, kind: &str, iat: i64, exp: Option<i64>) -> Option<String> {
        if !self.allows_kind(kind) {
            return Some(format!("the key does not sign files of kind {kind}"));
        }
        self.refuses_term(iat, exp)
    }

    fn refuses_term(&self, iat: i64, exp: Option<i64>) -> Option<String> {
        let days = self.max_term_days?;
        let Some(exp) = exp else {
            return Some(format!("the file has no end; the key allows at most {days} days"));
        };
        (exp.saturating_sub(iat) > i64::from(days).saturating_mul(86_400)).then(|| {
            format!("the file is valid for more than {days} days, the maximum term of the key")
        })
    }

    /// Returns the reason why a license is out of scope, or `None`.
    ///
    /// The issuer calls this function before signing, and each verifier calls it again.
    pub fn refuses(&self, license: &LicenseClaims) -> Option<String> {
        if !self.allows_kind("license") {
            return Some("the key does not sign licenses".into());
        }
        if let Some(products) =
            self.products.as_ref().filter(|codes| !codes.contains(&license.product.code))
        {
            return Some(format!(
                "the key signs licenses for {} only; the license is for {}",
                products.join(", "),
                license.product.code
            ));
        }
        if let Some(most) = self.max_seats.filter(|most| license.seats > *most) {
            return Some(format!(
                "the license has {} seats; the key allows at most {most}",
                license.seats
            ));
        }
        self.max_term_days?;
        if let Some(reason) = self.refuses_term(license.iat, license.exp) {
            return Some(reason);
        }
        (license.enforcement != Enforcement::Block).then(|| {
            format!(
                "the license has enforcement {}; a key with a maximum term requires block",
                license.enforcement.as_str()
            )
        })
    }
}

/// Reads an informing claim, which never makes a file malformed.
fn text_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Any {
        Text(String),
        Other(serde::de::IgnoredAny),
    }
    Ok(match Any::deserialize(deserializer)? {
        Any::Text(text) => Some(text),
        Any::Other(_) => None,
    })
}

pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

fn is_zero(value: &u32) -> bool {
    *value == 0
}

#[cfg(test)]
mod tests {
    use super::Hashes;

    #[test]
    fn hashes_are_written_as_a_text_or_an_array() {
        let text = |hashes: &[&str]| {
            serde_json::to_string(&Hashes(hashes.iter().map(|hash| (*hash).to_owned()).collect()))
                .expect("JSON")
        };
        assert_eq!((text(&["a"]).as_str(), text(&["a", "b"]).as_str()), ("\"a\"", "[\"a\",\"b\"]"));
        assert_eq!(
            serde_json::from_str::<Hashes>("[\"a\"]").expect("read"),
            serde_json::from_str::<Hashes>("\"a\"").expect("read")
        );
    }
}
