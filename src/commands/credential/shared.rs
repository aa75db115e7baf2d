//! Arguments and rendering that the verbs of `credential` share.

use crate::cli::license::{Of, serial_of};
use crate::domain::credential::Credential;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// A credential argument: a serial, or a prefix of one.
pub(super) type CredentialArgument = Of<'F'>;

/// Returns the credential that an argument names.
pub(super) fn find(reader: Reader<'_>, Of(wanted): &CredentialArgument) -> Result<Credential> {
    lookup::credential(
        reader,
        &serial_of(wanted, |beginning| reader.list_credential_serials(beginning))?,
    )
}
