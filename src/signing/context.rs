//! Contexts: the signed state of a cloud container, for another site of the vendor.

use licentia_runtime::{
    Carrier, ContextClaims, CustomerName, FORMAT, Held, Kind, Purpose, Reserved,
};

use crate::domain::container::Container;
use crate::domain::customer::Customer;
use crate::domain::vendor::Vendor;
use crate::signing::TokenSigner;

/// Signs the state of a container: the tokens of its licenses, and the status indexes reserved for
/// the container.
pub fn sign(
    signer: TokenSigner<'_>,
    vendor: &Vendor,
    (container, customer): (&Container, &Customer),
    licenses: Vec<String>,
    status: Reserved,
    jti: &str,
    iat: i64,
) -> String {
    let carrier = Carrier {
        kind: container.kind.as_str().to_owned(),
        properties: Default::default(),
        hardware: None,
        key: None,
    };
    let claims = ContextClaims {
        iss: Some(vendor.issuer.to_string()),
        root: None,
        sub: Some(container.serial.to_string()),
        jti: jti.to_owned(),
        iat,
        fmt: FORMAT,
        test: vendor.test,
        purpose: Purpose::State,
        counter: container.counter,
        container: carrier,
        customer: Some(CustomerName {
            code: customer.code.to_string(),
            name: customer.name.to_string(),
        }),
        licenses: licenses.into_iter().map(Held::Text).collect(),
        blocked: container.block.as_ref().map(|block| block.code.clone()),
        previous: Vec::new(),
        status: Some(status),
    };
    signer.sign(Kind::Context, &claims)
}
