//! Shared code of the targets: the key set of the vectors, the published test keys, and the check
//! of a container's own context.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use licentia_runtime::{
    ContextClaims, Held, KeySet, Purpose, REMEMBERED, Trust, Vendor, thumbprint,
};

/// 2026-11-22T00:00:00Z
pub const NOW: i64 = 1_795_305_600;

fn key(pem: &str) -> SigningKey {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(body).expect("base64");
    SigningKey::from_bytes(der[der.len() - 32..].try_into().expect("32 bytes"))
}

/// Returns the published test root key.
pub fn root() -> SigningKey {
    key(include_str!("../../keys/test-root.pem"))
}

/// Returns the published commercial test key.
pub fn commercial() -> SigningKey {
    key(include_str!("../../keys/test-commercial.pem"))
}

/// Returns the key of the vectors' container.
pub fn container() -> SigningKey {
    SigningKey::from_bytes(&[3; 32])
}

/// Returns the public key as in a JWK.
pub fn x(key: &SigningKey) -> String {
    URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes())
}

/// Returns the thumbprint of a key.
pub fn kid(key: &SigningKey) -> String {
    thumbprint(&x(key))
}

/// Returns the key set of the vectors.
pub fn keys() -> KeySet {
    let set = include_bytes!("../../runtime/tests/vectors/demo.keyset");
    KeySet::open(set, &Trust::new(&kid(&root()), NOW).allow_test()).expect("the vectors' key set")
}

/// Returns a token with this payload and a valid signature.
pub fn sign(key: &SigningKey, typ: &str, payload: &[u8]) -> String {
    let header = format!(r#"{{"alg":"EdDSA","kid":"{}","typ":"{typ}"}}"#, kid(key));
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = key.sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// Asserts that a container can have written an accepted context for this vendor.
pub fn check_own(claims: &ContextClaims, vendor: &Vendor<'_>) {
    let is_ours = claims.root.as_ref().is_some_and(|root| vendor.roots.contains(root));
    assert!(
        is_ours && claims.iss.is_none() && claims.status.is_none() && claims.test == vendor.test
    );
    assert!(claims.fmt == 1 && !claims.jti.is_empty() && claims.iat <= vendor.now + 86_400);
    assert!(claims.counter <= 1 << 53 && claims.previous.len() <= REMEMBERED);
    assert!(claims.licenses.iter().all(|held| matches!(held, Held::File(_))));
    let (carrier, most) = (&claims.container, 1..=32);
    match (carrier.kind.as_str(), &carrier.hardware) {
        ("device", None) => {
            // A receipt may lack properties, so that a computer without readable properties can
            // still return its licenses.
            let least = usize::from(claims.purpose == Purpose::Request);
            assert!((least..=32).contains(&carrier.properties.len()));
            for hashes in carrier.properties.values() {
                assert!(
                    most.contains(&hashes.0.len()) && hashes.0.iter().all(|hash| hash.len() == 22)
                );
            }
        }
        ("dongle", Some(hardware)) => {
            assert!(carrier.properties.is_empty() && !hardware.is_empty())
        }
        _ => panic!("neither a computer nor a dongle: {carrier:?}"),
    }
}
