//! The answers about keys and key sets.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::key::{Key, Purpose};
use crate::domain::time::instant_of;
use crate::ops::answer::{Answer, Columns, WrittenFile};
use crate::store::SignedFiles;

/// A key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Key")]
pub struct KeyAnswer {
    /// Name, unique in the home. The private key file is `keys/NAME.pem`.
    pub name: String,
    /// Thumbprint (RFC 7638, base64url); `null` in a dry run that would create the key.
    pub kid: Option<String>,
    /// Role: `root` (certifies the signing keys) or `signing`.
    pub role: &'static str,
    /// Edition: `commercial` or `trial`; `null` for the root key.
    pub edition: Option<&'static str>,
    /// State: `active`, `retired` or `revoked`.
    pub state: &'static str,
    /// Limits of the key. A member that is missing sets no limit.
    pub scope: KeyScope,
    /// Last instant at which the signatures of the key are valid (RFC 3339, UTC), or `null`.
    pub not_after: Option<String>,
    /// Instant until which the signatures of a retired key are valid (RFC 3339, UTC), or `null`.
    pub retired_at: Option<String>,
    /// Instant before which the signatures of a revoked key are valid (RFC 3339, UTC); `null` for a
    /// key that is not revoked, or whose signatures are all refused.
    pub revoked_at: Option<String>,
    /// Number of files that the key signed.
    pub files_signed: u64,
    /// `true` if the private key file is in this home.
    pub private_key_present: bool,
    /// Instant at which the key was created (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for KeyAnswer {}

impl Columns for KeyAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "kid",
        "role",
        "edition",
        "state",
        "scope",
        "not_after",
        "files_signed",
        "private_key_present",
    ];
}

/// The limits of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeyScope {
    /// Kinds of files that the key may sign, such as `license`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub kinds: Option<Vec<String>>,
    /// Codes of the products whose licenses the key may sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub products: Option<Vec<String>>,
    /// Longest validity of a file in days of 86,400 seconds from its signature, grace included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub max_term_days: Option<u32>,
    /// Largest number of seats of a license.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u32")]
    pub max_seats: Option<u32>,
    /// Purposes for which this home signs with the key, such as `issue` or `recovery`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub purposes: Option<Vec<String>>,
    /// Largest number of files that this home signs with the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub max_files: Option<u64>,
}

impl KeyAnswer {
    /// Returns the answer about a key. `is_present` states whether the private key file is in this
    /// home.
    pub fn of(key: &Key, is_present: bool) -> KeyAnswer {
        let limits = &key.limits;
        let words = |purposes: &Vec<Purpose>| purposes.iter().map(Purpose::to_string).collect();
        KeyAnswer {
            name: key.name.to_string(),
            kid: Some(key.kid.clone()),
            role: key.role.as_str(),
            edition: key.edition.map(|edition| edition.as_str()),
            state: key.state.as_str(),
            scope: KeyScope {
                kinds: limits.scope.kinds.clone(),
                products: limits.scope.products.clone(),
                max_term_days: limits.scope.max_term_days,
                max_seats: limits.scope.max_seats,
                purposes: limits.purposes.as_ref().map(words),
                max_files: limits.max_files,
            },
            not_after: limits.not_after.and_then(instant_of),
            retired_at: key.retired_at.and_then(instant_of),
            revoked_at: key.revoked_at.and_then(instant_of),
            files_signed: key.files_signed,
            private_key_present: is_present,
            created_at: key.created_at.clone(),
        }
    }
}

/// A key that was created, or that existed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Key")]
pub struct CreatedKey {
    /// The key.
    #[serde(flatten)]
    pub key: KeyAnswer,
    /// Version of the key set that publishes the key; missing if no key was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub keyset: Option<u64>,
}

impl Answer for CreatedKey {}

/// A private key that was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportedKey {
    /// The key.
    #[serde(flatten)]
    pub key: KeyAnswer,
    /// `true` if the key is new in this home, `false` if its private key returned.
    pub created: bool,
    /// Version of the key set that publishes the key; missing if its private key returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub keyset: Option<u64>,
}

impl Answer for ImportedKey {}

/// A private key that a dry run would import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedImport {
    /// Name of the key in this home.
    pub name: String,
    /// Edition: `commercial` or `trial`.
    pub edition: &'static str,
    /// Always `false`.
    pub created: bool,
}

impl Answer for PlannedImport {}

/// A key that was retired, or whose private key was destroyed later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RetiredKey")]
pub struct RetiredKeyAnswer {
    /// The key.
    #[serde(flatten)]
    pub key: KeyAnswer,
    /// Files that the key signed, which stay valid. Missing if only the private key was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "SignedFilesAnswer")]
    pub hit: Option<SignedFilesAnswer>,
    /// Exports of the private key, for people: target, instant and actor. Missing if only the
    /// private key was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub exports: Option<Vec<String>>,
    /// Version of the key set that publishes the retirement; missing in a dry run, and if only the
    /// private key was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub keyset: Option<u64>,
}

impl Answer for RetiredKeyAnswer {}

/// A key that was revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RevokedKey")]
pub struct RevokedKeyAnswer {
    /// The key.
    #[serde(flatten)]
    pub key: KeyAnswer,
    /// Files that the key signed.
    pub hit: SignedFilesAnswer,
    /// Version of the key set that publishes the revocation; missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub keyset: Option<u64>,
}

impl Answer for RevokedKeyAnswer {}

/// The files that a key signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SignedFiles")]
pub struct SignedFilesAnswer {
    /// Number of files.
    pub files: u64,
    /// Serials of their licenses, oldest first.
    pub licenses: Vec<String>,
    /// Codes of the customers, oldest first.
    pub customers: Vec<String>,
    /// Serials of the cloud containers whose current credential the key signed.
    pub containers: Vec<String>,
}

impl SignedFilesAnswer {
    /// Returns the answer about the files that a key signed.
    pub fn of(signed: &SignedFiles) -> SignedFilesAnswer {
        SignedFilesAnswer {
            files: signed.files,
            licenses: signed.licenses.clone(),
            customers: signed.customers.clone(),
            containers: signed.containers.clone(),
        }
    }
}

/// A key set of the first home that a second site accepted, or had already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AcceptedKeySet")]
pub struct AcceptedKeySetAnswer {
    /// Version of the key set.
    pub version: u64,
    /// Version before.
    pub was: u64,
    /// `true` if the key set is new here. A dry run answers `true` for a key set that it would
    /// accept.
    pub accepted: bool,
}

impl Answer for AcceptedKeySetAnswer {}

/// A key that was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExportedKey {
    /// Name of the key.
    pub name: String,
    /// Thumbprint (RFC 7638, base64url).
    pub kid: String,
    /// `true` for the private key, `false` for the public key.
    pub private: bool,
    /// Form: `pem` or `jwk`.
    #[serde(rename = "as")]
    pub form: &'static str,
    /// File.
    pub file: WrittenFile,
    /// Public key in that form; missing for a private key and in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub text: Option<String>,
}

impl Answer for ExportedKey {}

/// The line of source code that pins the root key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RootPin {
    /// Thumbprint of the root key (RFC 7638, base64url).
    pub root: String,
    /// Source code in the requested language.
    pub text: String,
}

impl Answer for RootPin {}

/// The key set that applications trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublishedKeySet {
    /// Version, 1 for the first key set.
    pub version: u64,
    /// Thumbprint of the root key that signed it (RFC 7638, base64url).
    pub root: String,
    /// Id of the token (UUID, version 7).
    pub jti: String,
    /// Instant of the signature (RFC 3339, UTC).
    pub issued_at: String,
    /// Signed text (JWS, compact serialization).
    pub text: String,
    /// File; missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "WrittenFile")]
    pub file: Option<WrittenFile>,
}

impl Answer for PublishedKeySet {}

/// The public keys as a JWK set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublishedJwks {
    /// JWK set.
    pub jwks: JwkSet,
    /// File; missing in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "WrittenFile")]
    pub file: Option<WrittenFile>,
}

impl Answer for PublishedJwks {}

/// A JWK set (RFC 7517).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JwkSet {
    /// Public keys.
    pub keys: Vec<Jwk>,
}

/// A public key as a JWK (RFC 8037).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Jwk {
    /// Key type: `OKP`.
    pub kty: &'static str,
    /// Curve: `Ed25519`.
    pub crv: &'static str,
    /// Public key (32 bytes, base64url).
    pub x: String,
    /// Thumbprint (RFC 7638, base64url).
    pub kid: String,
}

impl Jwk {
    /// Returns the public key of a key.
    pub fn of(key: &Key) -> Jwk {
        Jwk { kty: "OKP", crv: "Ed25519", x: key.x.clone(), kid: key.kid.clone() }
    }
}
