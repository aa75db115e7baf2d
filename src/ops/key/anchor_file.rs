//! The anchor file of a key, `keys/NAME.anchor`, which is beside its private key file.

use crate::domain::anchor::{AnchorClaims, NamedAnchor, unusable};
use crate::domain::key::Key;
use crate::ops::error::Result;
use crate::signing;

/// The anchor file of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorFile {
    /// The path, for people.
    pub place: String,
    /// The content; `None` without a file.
    pub content: Option<String>,
}

impl AnchorFile {
    /// Returns the file with its content. A file without a visible character counts as missing: a
    /// power cut can leave it, because the file is not synced.
    pub fn of(place: String, bytes: Option<&[u8]>) -> AnchorFile {
        let is_blank = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
        let bytes = bytes.filter(|bytes| !bytes.iter().all(is_blank));
        let content = bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        AnchorFile { place, content }
    }

    /// Verifies the file with the public key of its key. Returns `None` without a file.
    ///
    /// # Errors
    ///
    /// `tampered` for a file that is not an anchor of the key.
    pub fn open(&self, key: &Key) -> Result<Option<AnchorClaims>> {
        let Some(content) = &self.content else { return Ok(None) };
        let opened = signing::anchor::open(content, &key.x);
        let named = NamedAnchor { key: key.name.as_str(), place: &self.place };
        Ok(Some(opened.map_err(|fault| unusable(named, &fault.to_string()))?))
    }
}

/// A signed anchor that is written after the commit.
#[derive(Debug)]
pub struct NewAnchor {
    /// The key.
    pub key: Key,
    /// The token.
    pub token: String,
}
