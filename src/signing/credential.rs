//! Credential files, the only tokens that are not stored. The database stores the claims without
//! the secret, and hashes.

use licentia_runtime::{
    ContainerName, CredentialClaims, CustomerName, FORMAT, Kind, Secret as SecretClaim,
};
use zeroize::{Zeroize as _, Zeroizing};

use crate::domain::container::Container;
use crate::domain::credential::{Credential, Secret};
use crate::domain::customer::Customer;
use crate::domain::vendor::{Listed, Vendor};
use crate::signing::TokenSigner;
use crate::signing::license::listed;

/// The records that a credential file describes.
#[derive(Clone, Copy, Debug)]
pub struct CredentialRecords<'a> {
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The customer of the container.
    pub customer: &'a Customer,
    /// The container.
    pub container: &'a Container,
}

/// Signs a credential file. Returns its text, and its claims without the secret, as JSON.
pub fn sign(
    signer: TokenSigner<'_>,
    credential: &Credential,
    records: CredentialRecords<'_>,
    secret: &Secret,
    iat: i64,
    status: &Listed,
) -> (Zeroizing<String>, String) {
    let mut claims = claims(credential, records, iat, status);
    let mut kept = serde_json::to_value(signer.logged(&claims))
        .expect("claims are plain data, which is always JSON");
    if let Some(members) = kept.as_object_mut() {
        members.remove("secret");
    }
    claims.secret = SecretClaim(secret.as_str().to_owned());
    let text = Zeroizing::new(signer.sign(Kind::Credential, &claims));
    claims.secret.0.zeroize();
    (text, kept.to_string())
}

fn claims(
    credential: &Credential,
    records: CredentialRecords<'_>,
    iat: i64,
    status: &Listed,
) -> CredentialClaims {
    let CredentialRecords { vendor, customer, container } = records;
    CredentialClaims {
        iss: vendor.issuer.to_string(),
        sub: credential.username.clone(),
        jti: credential.jti.clone(),
        iat,
        exp: None,
        fmt: FORMAT,
        test: vendor.test,
        serial: credential.serial.to_string(),
        generation: credential.generation,
        container: ContainerName {
            serial: container.serial.to_string(),
            kind: container.kind.as_str().to_owned(),
        },
        customer: CustomerName { code: customer.code.to_string(), name: customer.name.to_string() },
        label: container.label.as_ref().map(ToString::to_string),
        secret: SecretClaim(String::new()),
        status: Some(listed(status)),
    }
}
