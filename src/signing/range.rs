//! The signatures of ranges of audit entries.

use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::signing::Signer;
use crate::signing::signer::is_signature;

/// Signs a range. `root` is the thumbprint of the home's root key.
pub fn sign(signer: &Signer, range: EntryRange, issuer: &str, root: &str) -> Anchor {
    let signature = signer.sign_bytes(&range.signed_bytes(issuer, root));
    Anchor { range, kid: signer.kid().to_owned(), signature }
}

/// Returns whether the key with a public key (`x`, base64url) signed an anchor.
pub fn is_signed_by(anchor: &Anchor, x: &str, issuer: &str, root: &str) -> bool {
    is_signature(x, &anchor.range.signed_bytes(issuer, root), &anchor.signature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_of_one_key_and_one_range() {
        let signer = Signer::from_secret(&[1; 32]);
        let range = EntryRange { first: 3, last: 5, hash: [2; 32] };
        let anchor = sign(&signer, range, "urn:acme", "root");
        let is_valid = |anchor: &Anchor| is_signed_by(anchor, signer.x(), "urn:acme", "root");
        assert!(is_valid(&anchor));
        type Edit = fn(&mut Anchor);
        let edits: [Edit; 4] = [
            |anchor| anchor.range.first = 2,
            |anchor| anchor.range.last = 6,
            |anchor| anchor.range.hash[0] ^= 1,
            |anchor| anchor.signature[0] ^= 1,
        ];
        for (place, edit) in edits.iter().enumerate() {
            let mut edited = anchor.clone();
            edit(&mut edited);
            assert!(!is_valid(&edited), "edit {place}");
        }
        let other = Signer::from_secret(&[2; 32]);
        assert!(!is_signed_by(&anchor, other.x(), "urn:acme", "root"));
        assert!(!is_signed_by(&anchor, signer.x(), "urn:other", "root"));
        assert!(!is_signed_by(&anchor, signer.x(), "urn:acme", "other"));
        assert!(!is_signed_by(&anchor, "no key", "urn:acme", "root"));
    }
}
