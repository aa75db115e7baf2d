//! Update files: the complete content of one container.

use licentia_runtime::{FORMAT, Kind, UpdateClaims};

use crate::domain::container::Container;
use crate::domain::vendor::Vendor;
use crate::signing::TokenSigner;

/// The contents of an update file besides the facts of its container.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The tokens of the licenses that belong in the container.
    pub licenses: Vec<String>,
    /// The token of the newest key set.
    pub keyset: String,
    /// True if the file contains the vendor's time.
    pub time: bool,
    /// The tokens of the status lists to which the licenses refer.
    pub status: Vec<String>,
}

/// Signs an update file.
pub fn sign(
    signer: TokenSigner<'_>,
    vendor: &Vendor,
    container: &Container,
    contents: Contents,
    jti: &str,
    iat: i64,
) -> String {
    let claims = UpdateClaims {
        iss: vendor.issuer.to_string(),
        sub: container.serial.to_string(),
        jti: jti.to_owned(),
        iat,
        fmt: FORMAT,
        test: vendor.test,
        key: container.kid(),
        counter: container.counter,
        licenses: contents.licenses,
        blocked: container.block.as_ref().map(|block| block.code.clone()),
        time: contents.time.then_some(iat),
        keyset: Some(contents.keyset),
        status: contents.status,
        context: container.context.clone(),
    };
    signer.sign(Kind::Update, &claims)
}
