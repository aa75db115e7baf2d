//! The vendor of a home. Signed files state these facts, so they never change.

use crate::domain::name::{Name, Uri};
use crate::domain::remedy::Remedy;
use crate::domain::{Error, ErrorCode};

/// The number of indexes of a status list.
pub const LIST_SIZE: u32 = 1 << 20;

/// The place of a file in a status list. No two files have the same place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The number of the list in the database; negative for a list of another home.
    pub list: i64,
    /// The index in the list, 0 to 1,048,575.
    pub idx: u32,
    /// The URI of the list.
    pub uri: String,
}

/// The vendor of this home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vendor {
    /// The name for people.
    pub name: Name,
    /// The claim `iss` of every file.
    pub issuer: Uri,
    /// The base of the URIs of the status lists.
    pub status_uri: Uri,
    /// The mark of test files: every file of this home has it.
    pub test: bool,
    /// The permission to store new keys without a passphrase.
    pub plain_keys: bool,
    /// The mark of a second site of the vendor, whose keys are created and certified at another
    /// home.
    pub joined: bool,
    /// The instant of the creation of the home, RFC 3339.
    pub created_at: String,
}

impl Vendor {
    /// Returns the URI of a status list of this home.
    pub fn list_uri(&self, number: i64) -> String {
        format!("{}/{number}", self.status_uri)
    }

    /// Returns the number of the status list of this home that has a URI.
    pub fn list_of(&self, uri: &str) -> Option<i64> {
        let number: i64 =
            uri.strip_prefix(self.status_uri.as_str())?.strip_prefix('/')?.parse().ok()?;
        (number > 0 && self.list_uri(number) == uri).then_some(number)
    }

    /// Refuses an action that needs the root key at a second site.
    ///
    /// # Errors
    ///
    /// `key_missing`
    pub fn check_root(&self) -> Result<(), Error> {
        if !self.joined {
            return Ok(());
        }
        let message = "this home is a second site; the root key is at the first home";
        Err(Error::new(ErrorCode::KeyMissing, message).remedy(Remedy::PublishKeySet))
    }
}
