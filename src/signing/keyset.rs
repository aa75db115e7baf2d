//! The key set: the keys that applications trust, signed by the root key.

use licentia_runtime::{FORMAT, Jwk, KeyRecord, KeySetClaims, Kind, thumbprint};

use crate::domain::key::{Key, Role};
use crate::domain::vendor::Vendor;
use crate::signing::Signer;

/// Signs a version of the key set, which contains every signing key in every state.
pub fn sign(
    root: &Signer,
    vendor: &Vendor,
    keys: &[Key],
    version: u64,
    jti: &str,
    iat: i64,
) -> String {
    let claims = KeySetClaims {
        iss: vendor.issuer.to_string(),
        jti: jti.to_owned(),
        iat,
        exp: None,
        fmt: FORMAT,
        test: vendor.test,
        version,
        root: Jwk::ed25519(root.x()),
        transitions: Vec::new(),
        keys: keys.iter().filter(|key| key.role == Role::Signing).filter_map(record).collect(),
    };
    root.sign(Kind::KeySet, &claims)
}

fn record(key: &Key) -> Option<KeyRecord> {
    let jwk = Jwk::ed25519(&key.x);
    Some(KeyRecord {
        kid: thumbprint(&key.x),
        kty: jwk.kty,
        crv: jwk.crv,
        x: jwk.x,
        name: key.name.to_string(),
        edition: key.edition?,
        state: key.state,
        not_before: None,
        not_after: key.limits.not_after,
        retired_at: key.retired_at,
        revoked_at: key.revoked_at,
        scope: key.limits.scope.clone(),
    })
}
