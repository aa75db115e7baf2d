//! Credentials of cloud containers. The secret is in the file only; the database stores hashes.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::Random;
use crate::domain::name::Slug;
use crate::domain::serial;
use crate::domain::serial::Serial;

/// A secret: 256 random bits as 43 base64url characters. `Debug` does not show it, and its memory
/// is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Creates a random secret.
    pub fn random(random: &mut Random<'_>) -> Secret {
        let mut bytes = Zeroizing::new([0u8; 32]);
        random("credential secret", &mut bytes[..]);
        Secret(Zeroizing::new(URL_SAFE_NO_PAD.encode(&bytes[..])))
    }

    /// Returns the secret as the file contains it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the SHA-256 that the database stores.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// The number of random characters after the customer code in a user name.
const RANDOM: usize = 8;

/// Creates a user name for the credentials of a container: the customer code in lower case, a dash
/// and eight random characters.
pub fn username(customer: &Slug, random: &mut Random<'_>) -> String {
    let mut bytes = [0u8; RANDOM];
    random("username", &mut bytes);
    let behind: String =
        bytes.iter().map(|byte| serial::character(byte & 31).to_ascii_lowercase()).collect();
    format!("{}-{behind}", customer.as_str().to_lowercase())
}

/// A credential in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// The serial.
    pub serial: Serial,
    /// The serial of the container that it opens.
    pub container: String,
    /// The customer code.
    pub customer: Slug,
    /// The user name.
    pub username: String,
    /// The generation: 1, 2, … A new generation ends the one before.
    pub generation: u32,
    /// The id of the file.
    pub jti: String,
    /// The thumbprint of the key that signed it.
    pub kid: String,
    /// The instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The instant (RFC 3339) and the cause of its end; `None` for an active credential.
    pub ended: Option<(String, End)>,
}

/// The cause of the end of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// A rotation: the next generation replaces it.
    Rotated,
    /// A revocation.
    Revoked,
}

impl End {
    /// Returns the word for the database and JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            End::Rotated => "rotated",
            End::Revoked => "revoked",
        }
    }
}

impl Credential {
    /// Returns the state: `active`, `rotated` or `revoked`.
    pub fn state(&self) -> &'static str {
        self.ended.as_ref().map_or("active", |(_, end)| end.as_str())
    }
}

/// The stored facts of a new credential that its claims do not show: hashes and the place of the
/// file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The claims as JSON, without the secret.
    pub claims: String,
    /// The SHA-256 of the secret.
    pub secret_hash: [u8; 32],
    /// The SHA-256 of the token.
    pub text_hash: [u8; 32],
    /// The SHA-256 of the content of the file, which may be encrypted.
    pub file_hash: [u8; 32],
    /// The file; `None` for standard output, a pipe or a device.
    pub file: Option<KeptFile>,
}

/// The place of a credential's file, and the part of it that is written after the commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// The path of the complete file.
    pub target: String,
    /// The name in the same folder until the file is complete.
    pub staged: String,
    /// The number of bytes of the file under that name.
    pub staged_length: u64,
    /// The last bytes, which complete the file.
    pub missing: Vec<u8>,
}

/// The number of last bytes of an encrypted credential that are written after the commit.
const ENCRYPTED_TAIL: usize = 256;

/// Returns the number of last bytes of a credential file that are written after the commit: the
/// signature of a plain credential, 256 bytes of an encrypted one. The file is useless without
/// them.
pub fn tail_length(content: &[u8], is_encrypted: bool) -> usize {
    let all_but_one = content.len().saturating_sub(1);
    if is_encrypted {
        return ENCRYPTED_TAIL.min(all_but_one);
    }
    content.iter().rev().position(|byte| *byte == b'.').unwrap_or(all_but_one)
}

/// Returns the SHA-256 that the database stores.
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
