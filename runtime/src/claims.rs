//! What the files say: defined once, for the issuer who writes and the application that reads.
//! Members are written in the order in which they stand here; unknown ones are ignored when read.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::date::Date;

/// The version of the formats that this crate reads and writes: the claim `fmt`.
pub const FORMAT: u32 = 1;

/// Commercial and trial never mix: a key signs one of them for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// Sold.
    Commercial,
    /// To try.
    Trial,
}

impl Edition {
    /// `commercial` or `trial`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Edition::Commercial => "commercial",
            Edition::Trial => "trial",
        }
    }
}

/// What a seat is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    /// A user registered to the license.
    Named,
    /// A user working right now.
    Floating,
    /// A device or a dongle.
    Device,
}

impl Model {
    /// `named`, `floating` or `device`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Model::Named => "named",
            Model::Floating => "floating",
            Model::Device => "device",
        }
    }
}

/// What an application does about a license that has run out and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Enforcement {
    /// Stop.
    Block,
    /// Tell the user and go on.
    Warn,
    /// Write it to the log and go on.
    Log,
}

impl Enforcement {
    /// `block`, `warn` or `log`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Enforcement::Block => "block",
            Enforcement::Warn => "warn",
            Enforcement::Log => "log",
        }
    }
}

/// A product that others need, or one that does the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProductKind {
    /// Opens the system; others may require it.
    Base,
    /// Works beside the base products that it requires.
    Application,
}

impl ProductKind {
    /// `base` or `application`.
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
    /// The vendor's issuer URI.
    pub iss: String,
    /// The license's serial, `L-…`.
    pub sub: String,
    /// The file's own id, a UUID of version 7.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// 00:00 UTC of the first day.
    pub nbf: i64,
    /// The hard end: the earlier of end day plus grace, and issue plus checkpoint. Absent where
    /// there is neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// The format's version, [`FORMAT`].
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// Commercial or trial; that of the key.
    pub edition: Edition,
    /// Rises with every change of terms.
    pub revision: u32,
    /// What a seat is.
    pub model: Model,
    /// Seats in this file, at least 1.
    pub seats: u32,
    /// What is licensed.
    pub product: Product,
    /// The features granted.
    #[serde(default)]
    pub modules: Vec<Module>,
    /// To whom.
    pub customer: Customer,
    /// The usernames it is assigned to; only in named licenses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<String>>,
    /// What it is bound to; absent in an unbound file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container: Option<Container>,
    /// Days from and to.
    pub term: Term,
    /// How long it may be used without a newer file; absent: as long as it is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offline: Option<Offline>,
    /// What an application does when the license has run out.
    pub enforcement: Enforcement,
    /// Free settings of the application.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Where the status list tells whether this file was ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// What is licensed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// The product's code.
    pub code: String,
    /// Its name, for people.
    pub name: String,
    /// Base or application.
    pub kind: ProductKind,
    /// Whether a license of it lets users log in.
    #[serde(default)]
    pub allow_login: bool,
    /// Codes of the base products it needs beside it.
    #[serde(default)]
    pub requires: Vec<String>,
}

/// A feature granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// The module's code, unique in the product.
    pub code: String,
    /// A limit, in the module's own unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<u64>,
    /// Its own end day; usable until 00:00 UTC of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
}

/// Who bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// The customer's code.
    pub code: String,
    /// The customer's name.
    pub name: String,
    /// The code of the part of the customer that holds the license.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
}

/// What a file is bound to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Container {
    /// The container's serial, `K-…`.
    pub serial: String,
    /// `cloud`, `device` or `dongle`.
    pub kind: String,
    /// Counts the activations of this license in this container.
    #[serde(default)]
    pub generation: u32,
    /// What the application compares with the hardware that it finds; absent for a cloud container.
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    pub matching: Option<Match>,
}

/// How a computer or a dongle is known again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// A computer's properties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<Properties>,
    /// The names of those that have to fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    /// How many have to fit in all, at least 1.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
    /// A dongle's hardware serial, as the maker writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware: Option<String>,
    /// The thumbprint of the container's key; absent for a dongle that has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// The hashes of one property: one, or one for each card of several. Written as a text or as an
/// array.
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

/// The hashes of a computer's properties, by name: `machine_id`, `board_serial`, `mac`, …
pub type Properties = BTreeMap<String, Hashes>;

/// The days of a license.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Usable from 00:00 UTC of this day.
    pub starts: Date,
    /// Usable until 00:00 UTC of this day; absent: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Each file ends this many days of 86,400 s after `iat`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkpoint_days: Option<u32>,
    /// Days after the end in which the application still works, and says so.
    #[serde(default)]
    pub grace_days: u32,
}

/// How long a license may be used without a newer proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offline {
    /// Days of 86,400 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_days: Option<u32>,
    /// Starts of the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_starts: Option<u32>,
}

/// The file's place in a status list (draft-ietf-oauth-status-list).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The only mechanism that licentia uses.
    pub status_list: StatusList,
}

/// An index in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusList {
    /// 0 to 1,048,575.
    pub idx: u32,
    /// The list's URI, its `sub`.
    pub uri: String,
}

/// The claims of a credential file (`licentia-credential+jwt`): what opens a cloud container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialClaims {
    /// The vendor's issuer URI.
    pub iss: String,
    /// The user name, which was made with the container.
    pub sub: String,
    /// The file's own id.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// From then on it opens nothing; absent: until it is ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// The format's version.
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// The credential's serial, `F-…`.
    pub serial: String,
    /// 1, 2, …: each ends the one before.
    pub generation: u32,
    /// What it opens.
    pub container: ContainerName,
    /// Whose it is.
    pub customer: CustomerName,
    /// What the container is called, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// 256 random bits as 43 base64url characters.
    pub secret: Secret,
    /// Where the status list tells whether it was ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// A text that no Debug shows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// A container, named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerName {
    /// Its serial, `K-…`.
    pub serial: String,
    /// `cloud`, `device` or `dongle`.
    pub kind: String,
}

/// A customer, named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerName {
    /// The customer's code.
    pub code: String,
    /// The customer's name.
    pub name: String,
}

/// The claims of an update file (`licentia-update+jwt`): the whole desired state of one container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateClaims {
    /// The vendor's issuer URI.
    pub iss: String,
    /// The container's serial, `K-…`.
    pub sub: String,
    /// The file's own id.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// The format's version.
    pub fmt: u32,
    /// Present and true in files of a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// The thumbprint of the container's key; absent for a cloud container, or a dongle without
    /// one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Rises with every change of what the container shall hold.
    pub counter: u64,
    /// The texts of all licenses that it shall hold.
    pub licenses: Vec<String>,
    /// Why the container is blocked, as a code; null where it is not.
    pub blocked: Option<String>,
    /// The vendor's instant, which heals a clock that was once in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<i64>,
    /// The text of the newest key set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyset: Option<String>,
    /// The texts of the status lists that its licenses name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<String>,
    /// The id of the context that it builds on; only of an adopted cloud container.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
}

/// The claims of a key set (`licentia-keyset+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySetClaims {
    /// The vendor's issuer URI: every file under this key set names the same.
    pub iss: String,
    /// The file's own id.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// Past it the key set is stale, which warns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// The format's version.
    pub fmt: u32,
    /// Present and true in a test home.
    #[serde(default, skip_serializing_if = "is_false")]
    pub test: bool,
    /// 1, 2, …
    pub version: u64,
    /// The key that signed this set.
    pub root: Jwk,
    /// The changes of root, oldest first, that lead to `root`.
    #[serde(default)]
    pub transitions: Vec<Transition>,
    /// The signing keys.
    pub keys: Vec<KeyRecord>,
}

/// An Ed25519 public key (RFC 8037).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jwk {
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// The public key, base64url, 43 characters.
    pub x: String,
}

impl Jwk {
    /// The key with this `x`.
    pub fn ed25519(x: impl Into<String>) -> Jwk {
        Jwk { kty: "OKP".into(), crv: "Ed25519".into(), x: x.into() }
    }
}

/// One change of root: the same payload signed twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// The text signed by the old root.
    pub by_old: String,
    /// The text signed by the new root, over the same payload.
    pub by_new: String,
}

/// The claims of a root change (`licentia-root+jwt`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootChange {
    /// The vendor's issuer URI.
    pub iss: String,
    /// The text's own id.
    pub jti: String,
    /// Signed at.
    pub iat: i64,
    /// The format's version.
    pub fmt: u32,
    /// The root until then.
    pub old: Jwk,
    /// The root from then on.
    pub new: Jwk,
    /// The first version of the key set that only the new root may sign.
    pub from_version: u64,
}

/// A signing key as applications know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// The thumbprint of `x`.
    pub kid: String,
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// The public key, base64url.
    pub x: String,
    /// Its name in the vendor's home.
    pub name: String,
    /// What it signs, for ever.
    pub edition: Edition,
    /// Whether its files are good.
    pub state: KeyState,
    /// Files signed before are refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<i64>,
    /// Files signed later are refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<i64>,
    /// Of a retired key: files signed later are refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_at: Option<i64>,
    /// Of a revoked key with `max_term_days`: files signed before are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<i64>,
    /// What it may sign.
    #[serde(default)]
    pub scope: Scope,
}

/// Whether a key's files are good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyState {
    /// Signs.
    Active,
    /// Signs no more; what it signed until then is good.
    Retired,
    /// Its files are refused.
    Revoked,
}

impl KeyState {
    /// `active`, `retired` or `revoked`.
    pub const fn as_str(self) -> &'static str {
        match self {
            KeyState::Active => "active",
            KeyState::Retired => "retired",
            KeyState::Revoked => "revoked",
        }
    }
}

/// What a key may sign; an absent member is unlimited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Kinds of files, such as `license`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<String>>,
    /// Codes of products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<Vec<String>>,
    /// The longest a file may be good, in days of 86,400 s from `iat`, grace included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_term_days: Option<u32>,
    /// The most seats in a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_seats: Option<u32>,
}

impl Scope {
    /// Whether nothing but perhaps `kinds` is limited.
    pub fn is_without_limits(&self) -> bool {
        self.products.is_none() && self.max_term_days.is_none() && self.max_seats.is_none()
    }

    /// Whether this kind of file is allowed.
    pub fn allows_kind(&self, kind: &str) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|allowed| allowed == kind))
    }

    /// Why a file that is no license does not fit, in words; `None` where it does. `kind` as in
    /// `kinds`.
    pub fn refuses_file(&self, kind: &str, iat: i64, exp: Option<i64>) -> Option<String> {
        if !self.allows_kind(kind) {
            return Some(format!("the key signs no files of kind {kind}"));
        }
        self.refuses_term(iat, exp)
    }

    fn refuses_term(&self, iat: i64, exp: Option<i64>) -> Option<String> {
        let days = self.max_term_days?;
        let Some(exp) = exp else {
            return Some(format!("no end where the key allows {days} days"));
        };
        (exp.saturating_sub(iat) > i64::from(days).saturating_mul(86_400)).then(|| {
            format!("ends more than {days} days after it was signed, which is all the key allows")
        })
    }

    /// Why a license does not fit, in words; `None` where it does.
    ///
    /// The issuer asks before it signs what every verifier asks again.
    pub fn refuses(&self, license: &LicenseClaims) -> Option<String> {
        if !self.allows_kind("license") {
            return Some("the key signs no licenses".into());
        }
        if let Some(products) =
            self.products.as_ref().filter(|codes| !codes.contains(&license.product.code))
        {
            return Some(format!(
                "the key signs for {} only, not for {}",
                products.join(", "),
                license.product.code
            ));
        }
        if let Some(most) = self.max_seats.filter(|most| license.seats > *most) {
            return Some(format!("{} seats where the key allows {most}", license.seats));
        }
        self.max_term_days?;
        if let Some(why) = self.refuses_term(license.iat, license.exp) {
            return Some(why);
        }
        (license.enforcement != Enforcement::Block).then(|| {
            format!(
                "enforcement {} where a key with a longest term needs block",
                license.enforcement.as_str()
            )
        })
    }
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
