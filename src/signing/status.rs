//! Status lists: which files were ended or suspended.

use licentia_runtime::{Entries, FORMAT, Kind, StatusClaims};

use crate::domain::vendor::Vendor;
use crate::signing::Signer;

/// Signs a list under its URI; good for so many seconds, to be looked for again after `ttl`.
pub fn sign(
    signer: &Signer,
    vendor: &Vendor,
    uri: &str,
    entries: &Entries,
    jti: &str,
    iat: i64,
    (exp, ttl): (i64, u64),
) -> String {
    let claims = StatusClaims {
        iss: vendor.issuer.to_string(),
        sub: uri.to_owned(),
        jti: jti.to_owned(),
        iat,
        exp: Some(exp),
        ttl: Some(ttl),
        fmt: FORMAT,
        test: vendor.test,
        status_list: entries.pack(),
    };
    signer.sign(Kind::StatusList, &claims)
}
