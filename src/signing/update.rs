//! Update files: the whole desired state of one container.

use licentia_runtime::{FORMAT, Kind, UpdateClaims};

use crate::domain::container::Container;
use crate::domain::vendor::Vendor;
use crate::signing::Signer;

/// What an update says beside what its container is.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The texts of the licenses that it shall hold.
    pub licenses: Vec<String>,
    /// The text of the newest key set.
    pub keyset: String,
    /// Whether it brings the vendor's instant.
    pub time: bool,
    /// The texts of the status lists that the licenses name.
    pub status: Vec<String>,
}

/// Signs an update file.
pub fn sign(
    signer: &Signer,
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
