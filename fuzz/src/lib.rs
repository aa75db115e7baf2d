//! What the targets share: the vectors' key set and the published test keys.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use licentia_runtime::{KeySet, Trust, thumbprint};

/// 2026-11-22T00:00:00Z
pub const NOW: i64 = 1_795_305_600;

fn key(pem: &str) -> SigningKey {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(body).expect("base64");
    SigningKey::from_bytes(der[der.len() - 32..].try_into().expect("32 bytes"))
}

/// The published test root.
pub fn root() -> SigningKey {
    key(include_str!("../../keys/test-root.pem"))
}

/// The published commercial test key.
pub fn commercial() -> SigningKey {
    key(include_str!("../../keys/test-commercial.pem"))
}

/// A key's thumbprint.
pub fn kid(key: &SigningKey) -> String {
    thumbprint(&URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()))
}

/// The vectors' key set.
pub fn keys() -> KeySet {
    let set = include_bytes!("../../runtime/tests/vectors/demo.keyset");
    KeySet::open(set, &Trust::new(&kid(&root()), NOW).allow_test()).expect("the vectors' key set")
}

/// A payload under a good signature.
pub fn sign(key: &SigningKey, typ: &str, payload: &[u8]) -> String {
    let header = format!(r#"{{"alg":"EdDSA","kid":"{}","typ":"{typ}"}}"#, kid(key));
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = key.sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}
