//! License files: the claims of a license.

use licentia_runtime::{
    Container as ContainerClaim, Customer as CustomerClaim, FORMAT, Kind, LicenseClaims, Match,
    Model, Module, Offline, Product as ProductClaim, Status, StatusList, Term,
};

use crate::domain::container::fingerprint::Rule;
use crate::domain::customer::Customer;
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::license::entitlement::hard_end;
use crate::domain::product::{ContainerKind, Product};
use crate::domain::vendor::{Listed, Vendor};
use crate::signing::TokenSigner;

/// The records that a license file refers to.
#[derive(Clone, Copy, Debug)]
pub struct LicenseRecords<'a> {
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The product of the license.
    pub product: &'a Product,
    /// The customer of the license.
    pub customer: &'a Customer,
}

/// Returns the claims of the file of an activation; without an activation, of an unbound file with
/// all seats.
pub fn claims(
    license: &License,
    activation: Option<&Activation>,
    records: LicenseRecords<'_>,
    jti: &str,
    iat: i64,
    status: &Listed,
) -> LicenseClaims {
    let LicenseRecords { vendor, product, customer } = records;
    let entitlement = &license.entitlement;
    let offline =
        Offline { max_days: entitlement.offline_days, max_starts: entitlement.offline_starts };
    LicenseClaims {
        iss: vendor.issuer.to_string(),
        sub: license.serial.to_string(),
        jti: jti.to_owned(),
        iat,
        nbf: entitlement.starts.midnight(),
        exp: hard_end(entitlement, iat),
        fmt: FORMAT,
        test: vendor.test,
        edition: entitlement.edition,
        revision: license.revision,
        model: entitlement.model,
        seats: activation.map_or(entitlement.seats, |activation| activation.seats),
        product: ProductClaim {
            code: product.code.to_string(),
            name: product.name.to_string(),
            kind: product.kind,
            allow_login: product.allow_login,
            requires: product.requires.iter().map(ToString::to_string).collect(),
        },
        modules: entitlement
            .modules
            .iter()
            .map(|grant| Module {
                code: grant.code.to_string(),
                value: grant.value,
                ends: grant.ends,
            })
            .collect(),
        customer: CustomerClaim {
            code: customer.code.to_string(),
            name: customer.name.to_string(),
            company: entitlement.company.as_ref().map(ToString::to_string),
        },
        users: (entitlement.model == Model::Named)
            .then(|| entitlement.users.iter().map(ToString::to_string).collect()),
        container: activation.and_then(|activation| {
            container(activation, &license.recovery.over(&product.recovery).matching)
        }),
        term: Term {
            starts: entitlement.starts,
            ends: entitlement.ends,
            checkpoint_days: entitlement.checkpoint_days,
            grace_days: entitlement.grace_days,
        },
        offline: (offline.max_days.is_some() || offline.max_starts.is_some()).then_some(offline),
        enforcement: entitlement.enforcement,
        attributes: entitlement.attributes.clone(),
        status: Some(listed(status)),
        reference_hash: license.reference_hash.clone(),
    }
}

fn container(activation: &Activation, rule: &Rule) -> Option<ContainerClaim> {
    let place = activation.container.as_ref()?;
    let matching = match place.kind {
        ContainerKind::Cloud => None,
        ContainerKind::Device => Some(rule.of(&place.properties, place.key.clone())),
        ContainerKind::Dongle => Some(Match {
            hardware: place.hardware.clone(),
            key: place.key.clone(),
            ..Match::default()
        }),
    };
    let kind = place.kind.as_str().to_owned();
    Some(ContainerClaim {
        serial: place.serial.clone(),
        kind,
        generation: activation.generation,
        matching,
    })
}

/// Returns the `status` claim of a file.
pub(crate) fn listed(status: &Listed) -> Status {
    Status { status_list: StatusList { idx: status.idx, uri: status.uri.clone() } }
}

/// Signs a license file.
pub fn sign(signer: TokenSigner<'_>, claims: &LicenseClaims) -> String {
    signer.sign(Kind::License, claims)
}
