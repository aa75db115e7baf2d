//! The one company a home works for. These facts stand in signed files and never change.

use super::name::{Name, Uri};

/// The vendor of this home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vendor {
    /// For people.
    pub name: Name,
    /// `iss` of every file.
    pub issuer: Uri,
    /// The base of the status lists' URIs.
    pub status_uri: Uri,
    /// Whether every file is marked as a test.
    pub test: bool,
    /// Whether new keys are kept without a passphrase.
    pub plain_keys: bool,
    /// When the home was made, RFC 3339.
    pub created_at: String,
}
