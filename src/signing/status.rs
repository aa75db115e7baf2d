//! Status lists: the files that were ended or suspended.

use licentia_runtime::{Entries, FORMAT, Kind, StatusClaims};

use crate::domain::vendor::Vendor;
use crate::signing::TokenSigner;

/// Signs a status list under its URI. `exp` is in seconds since 1970; `ttl` is the time in seconds
/// after which an application fetches the list again.
pub fn sign(
    signer: TokenSigner<'_>,
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
