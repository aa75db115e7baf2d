//! The key set: the keys that applications trust, signed by the root key.

use licentia_runtime::Kind;
use serde::Serialize;

use crate::signing::TokenSigner;

/// Signs the claims of a key set (`licentia_runtime::KeySetClaims`, or these with further members,
/// but without `log`).
pub fn sign(root: TokenSigner<'_>, claims: &impl Serialize) -> String {
    root.sign(Kind::KeySet, claims)
}
