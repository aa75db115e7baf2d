//! Arguments and rendering that the verbs of `credential` share.

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::license::{Of, serial_of};
use crate::domain::credential::Credential;
use crate::ops::lookup;
use crate::store::Reader;

/// A credential, as somebody names it: a serial, or a beginning of one.
pub(super) type Named = Of<'F'>;

/// The credential that was named.
pub(super) fn find(reader: Reader<'_>, Of(wanted): &Named) -> Result<Credential> {
    lookup::credential(
        reader,
        &serial_of(wanted, |beginning| reader.list_credential_serials(beginning))?,
    )
}

/// A credential for machines; `path` is where its file went just now.
pub(super) fn object(credential: &Credential, path: Option<&str>) -> Value {
    json!({
        "serial": credential.serial.as_str(), "container": credential.container,
        "customer": credential.customer.as_str(),
        "username": credential.username, "generation": credential.generation,
        "state": credential.state(),
        "issued_at": credential.issued_at, "ended_at": credential.ended.as_ref().map(|(at, _)| at),
        "file": {"path": path, "jti": credential.jti, "kid": credential.kid},
    })
}

/// The columns of a credential in a spreadsheet.
pub(super) const CSV: &[&str] = &[
    "serial",
    "container",
    "customer",
    "username",
    "generation",
    "state",
    "issued-at",
    "ended-at",
];
