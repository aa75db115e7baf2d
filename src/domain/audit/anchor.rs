//! The anchors of the audit log. Each key that a command unlocked signs the range of entries that
//! the command wrote. The hash of the last entry covers all entries up to it, so an anchor states
//! that the earlier entries existed. It vouches for the entries of its range only.

use serde::Serialize;

use crate::domain::audit::Hash;

/// The entries that one command wrote, in the chain of all entries before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryRange {
    /// The sequence number of the first entry.
    pub first: i64,
    /// The sequence number of the last entry.
    pub last: i64,
    /// The hash of the last entry.
    pub hash: Hash,
}

impl EntryRange {
    /// Returns the signed bytes: `licentia-audit-anchor-1`, 0, the issuer, 0, the thumbprint of the
    /// root key, 0, the first and the last sequence number (8 bytes each, big-endian), the hash.
    /// They are no JWS, so no verifier of files accepts the signature.
    pub fn signed_bytes(&self, issuer: &str, root: &str) -> Vec<u8> {
        let texts = ["licentia-audit-anchor-1", issuer, root];
        let mut bytes: Vec<u8> =
            texts.iter().flat_map(|text| text.bytes().chain(std::iter::once(0))).collect();
        bytes.extend(self.first.to_be_bytes());
        bytes.extend(self.last.to_be_bytes());
        bytes.extend(self.hash);
        bytes
    }
}

/// A range with the signature of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The range.
    pub range: EntryRange,
    /// The thumbprint of the key.
    pub kid: String,
    /// The Ed25519 signature over [`EntryRange::signed_bytes`].
    pub signature: [u8; 64],
}

/// The audit detail of an anchor file. The file states the entry with this detail.
#[derive(Debug, Serialize)]
pub struct AnchorDetail<'a> {
    /// The version of the newest key set, which the file states.
    pub keyset: u64,
    /// The id of the key.
    pub kid: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signed_bytes_separate_their_parts() {
        let range = EntryRange { first: 1, last: 0x0102, hash: [7; 32] };
        let bytes = range.signed_bytes("urn:acme", "root");
        let (text, rest) = bytes.split_at(24 + 9 + 5);
        assert_eq!(text, b"licentia-audit-anchor-1\0urn:acme\0root\0");
        assert_eq!(rest[..16], [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2]);
        assert_eq!(rest[16..], [7; 32]);
    }
}
