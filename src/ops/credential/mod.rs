//! Credentials of cloud containers: issue, rotate, revoke, finish, check.

pub mod answer;
pub mod check;
pub mod finish;
pub mod issue;
pub mod revoke;
pub mod rotate;
#[cfg(test)]
mod tests;

use crate::domain::container::Container;
use crate::domain::credential::{Credential, End};
use crate::domain::product::ContainerKind;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// Returns a cloud container that may have a credential.
///
/// # Errors
///
/// `wrong_kind` for hardware, `wrong_state` for a retired container, `blocked`.
pub fn find_opened(reader: Reader<'_>, serial: &Serial) -> Result<Container> {
    let container = lookup::container(reader, serial)?;
    if container.kind != ContainerKind::Cloud {
        let message =
            format!("container {serial} is {} and has no credential", container.kind.called());
        return Err(Error::new(ErrorCode::WrongKind, message)
            .advice("only cloud containers have credentials")
            .into());
    }
    container.check_own()?;
    container.check_kept("opened")?;
    Ok(container)
}

/// Returns the credential in force of a container.
///
/// # Errors
///
/// The faults of the database.
pub fn find_in_force(reader: Reader<'_>, container: &Container) -> Result<Option<Credential>> {
    let serial = reader.find_credential_in_force(&container.serial)?;
    serial.map(|serial| lookup::credential(reader, &serial.parse()?)).transpose()
}

/// Returns a credential after its end.
pub fn ended(credential: &Credential, end: End, now: Timestamp) -> Credential {
    Credential { ended: Some((now.to_string(), end)), ..credential.clone() }
}
