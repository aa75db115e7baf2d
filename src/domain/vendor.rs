//! The one company a home works for. These facts stand in signed files and never change.

use crate::domain::name::{Name, Uri};
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// Indexes of a status list.
pub const LIST_SIZE: u32 = 1 << 20;

/// A file's place in a status list, which no other file ever has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The list's number in these books; below 0 of another home's.
    pub list: i64,
    /// The index in it, 0 to 1,048,575.
    pub idx: u32,
    /// The list's URI.
    pub uri: String,
}

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
    /// Whether this is a second desk of the vendor: keys are made and certified at another home.
    pub joined: bool,
    /// When the home was made, RFC 3339.
    pub created_at: String,
}

impl Vendor {
    /// The URI of a status list of this home's.
    pub fn list_uri(&self, number: i64) -> String {
        format!("{}/{number}", self.status_uri)
    }

    /// The number of a status list of this home's with this URI.
    pub fn list_of(&self, uri: &str) -> Option<i64> {
        let number: i64 =
            uri.strip_prefix(self.status_uri.as_str())?.strip_prefix('/')?.parse().ok()?;
        (number > 0 && self.list_uri(number) == uri).then_some(number)
    }

    /// Refuses what only the home can do that has the root.
    ///
    /// # Errors
    ///
    /// `key_missing`
    pub fn check_root(&self) -> Result<(), Error> {
        if !self.joined {
            return Ok(());
        }
        let message = "this home is a second desk: the root, which certifies keys, is at the \
            vendor's first one";
        Err(Error::new(ErrorCode::KeyMissing, message).remedy(Remedy::PublishKeySet))
    }
}
