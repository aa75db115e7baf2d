//! Credentials: what opens a cloud container. The secret is in its file and nowhere else; the books
//! keep hashes.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::Random;
use crate::domain::name::Slug;
use crate::domain::serial;
use crate::domain::serial::Serial;

/// A secret: 256 random bits as 43 base64url characters. No Debug shows it, and it is wiped when
/// dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Makes a new one.
    pub fn random(random: &mut Random<'_>) -> Secret {
        let mut bytes = Zeroizing::new([0u8; 32]);
        random("credential secret", &mut bytes[..]);
        Secret(Zeroizing::new(URL_SAFE_NO_PAD.encode(&bytes[..])))
    }

    /// As it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the books keep.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Random characters behind the customer's code in a user name.
const RANDOM: usize = 8;

/// A user name for the credentials of a container: the customer's code, a dash and eight random
/// characters.
pub fn username(customer: &Slug, random: &mut Random<'_>) -> String {
    let mut bytes = [0u8; RANDOM];
    random("username", &mut bytes);
    let behind: String =
        bytes.iter().map(|byte| serial::character(byte & 31).to_ascii_lowercase()).collect();
    format!("{}-{behind}", customer.as_str().to_lowercase())
}

/// A credential as the books keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Its serial.
    pub serial: Serial,
    /// The serial of the container that it opens.
    pub container: String,
    /// The customer's code.
    pub customer: Slug,
    /// The user name in it.
    pub username: String,
    /// 1, 2, …: each ends the one before.
    pub generation: u32,
    /// The file's own id.
    pub jti: String,
    /// The key that signed it.
    pub kid: String,
    /// When, RFC 3339.
    pub issued_at: String,
    /// Since when and why it opens nothing.
    pub ended: Option<(String, End)>,
}

/// What ended a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The next generation took its place.
    Rotated,
    /// The door was closed.
    Revoked,
}

impl End {
    /// As it is stored, and stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            End::Rotated => "rotated",
            End::Revoked => "revoked",
        }
    }
}

impl Credential {
    /// `active`, `rotated` or `revoked`.
    pub fn state(&self) -> &'static str {
        self.ended.as_ref().map_or("active", |(_, end)| end.as_str())
    }
}

/// What the books keep of a new credential beside what it says: hashes, and where its file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The claims as JSON, without the secret.
    pub claims: String,
    /// Of the secret.
    pub secret_hash: [u8; 32],
    /// Of the signed text.
    pub text_hash: [u8; 32],
    /// Of what the file holds, which may be encrypted.
    pub file_hash: [u8; 32],
    /// The file; `None` for standard output, a pipe or a device.
    pub file: Option<KeptFile>,
}

/// The place of a credential's file, and the part of it that is written after the commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// The path.
    pub target: String,
    /// The name in the same folder until the file is complete.
    pub staged: String,
    /// The number of bytes that the file has under that name.
    pub staged_length: u64,
    /// The last bytes of the file.
    pub missing: Vec<u8>,
}

/// The number of last bytes of an encrypted credential that are written after the commit.
const ENCRYPTED_TAIL: usize = 256;

/// Returns the number of last bytes of a credential's file that are written after the commit: the
/// signature of a plain credential, 256 bytes of an encrypted one. Without them the file opens
/// nothing.
pub fn tail_length(content: &[u8], is_encrypted: bool) -> usize {
    let all_but_one = content.len().saturating_sub(1);
    if is_encrypted {
        return ENCRYPTED_TAIL.min(all_but_one);
    }
    content.iter().rev().position(|byte| *byte == b'.').unwrap_or(all_but_one)
}

/// SHA-256, as the books keep it.
pub fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_the_signature_or_256_bytes() {
        assert_eq!(tail_length(b"header.claims.signature", false), 9);
        assert_eq!(tail_length(&[b'x'; 1000], true), 256);
        assert_eq!((tail_length(&[b'x'; 200], true), tail_length(b"abc", false)), (199, 2));
        assert_eq!((tail_length(b"", true), tail_length(b"", false)), (0, 0));
    }
}
