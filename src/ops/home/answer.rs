//! The answers about a new home.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::vendor::Vendor;
use crate::ops::answer::Answer;

/// A home that was made: the first home of a vendor, or a second site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewHome {
    /// Path of the folder, as it was typed.
    pub home: String,
    /// Name of the vendor.
    pub vendor: String,
    /// Issuer: the URI that every file of the vendor states.
    pub issuer: String,
    /// URI below which the status lists are; missing in a dry run that would make a first home.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub status_uri: Option<String>,
    /// `true` for a home whose files are marked as a test.
    pub test: bool,
    /// `true` for a second site; missing for a first home.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub joined: Option<bool>,
    /// Thumbprint of the root key (RFC 7638, base64url); missing in a dry run that would make a
    /// first home.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub root: Option<String>,
    /// Version of the key set that the second site joined with; missing for a first home.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub keyset: Option<u64>,
    /// Keys; missing in a dry run that would make a first home.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<NamedKey>")]
    pub keys: Option<Vec<NamedKey>>,
}

impl Answer for NewHome {}

impl NewHome {
    /// Returns the members that are known before the home is made. `folder` is the path as it was
    /// typed.
    pub fn of(folder: &Path, vendor: &Vendor) -> NewHome {
        NewHome {
            home: folder.display().to_string(),
            vendor: vendor.name.to_string(),
            issuer: vendor.issuer.to_string(),
            status_uri: None,
            test: vendor.test,
            joined: None,
            root: None,
            keyset: None,
            keys: None,
        }
    }
}

/// A key of a new home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamedKey {
    /// Name.
    pub name: String,
    /// Thumbprint (RFC 7638, base64url).
    pub kid: String,
}

impl NamedKey {
    /// Returns a key by its name and thumbprint.
    pub fn of(name: &str, kid: &str) -> NamedKey {
        NamedKey { name: name.to_owned(), kid: kid.to_owned() }
    }
}
