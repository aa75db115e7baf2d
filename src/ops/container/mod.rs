//! Containers: create, edit, block, retire, and the files with their contents.

pub mod adopt;
pub mod answer;
pub mod block;
pub mod change;
pub mod confirm;
mod contents;
pub mod context;
pub mod create;
pub mod edit;
pub mod file;
pub mod import;
mod imported_file;
pub mod receive;
pub mod recycle;
pub mod resolve;
pub mod retire;
#[cfg(test)]
mod second_site_tests;
pub mod settle;
pub mod stale;
#[cfg(test)]
mod tests;
pub mod update;

use licentia_runtime::{KeyState, Properties};

use crate::domain::container::Container;
use crate::domain::key::Key;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::store::{Carried, Reader};

/// The first request of a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The public key of the container, base64url.
    pub key: String,
    /// The properties that identify a computer.
    pub properties: Properties,
}

/// Returns the licenses that belong in a container, and the serials of the omitted ones. A file
/// whose key was revoked is omitted, because one such file makes the whole update invalid. A
/// suspect container gets no licenses.
///
/// # Errors
///
/// The faults of the database.
pub fn carried(reader: Reader<'_>, container: &Container) -> Result<(Vec<Carried>, Vec<String>)> {
    carried_by(reader, &reader.list_keys()?, container)
}

/// Returns the result of [`carried`] for keys that were already read.
fn carried_by(
    reader: Reader<'_>,
    keys: &[Key],
    container: &Container,
) -> Result<(Vec<Carried>, Vec<String>)> {
    if container.suspicion.is_some() {
        return Ok((Vec::new(), Vec::new()));
    }
    let all = reader.list_carried(&container.serial)?;
    let (refused, carried): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| is_refused(keys, &it.kid, &it.issued_at));
    Ok((carried, refused.into_iter().map(|carried| carried.license).collect()))
}

/// Returns whether applications refuse a signature of a key at an instant: the key was revoked, or
/// was retired before. A second site can sign with a retired key until it accepts the key set.
pub fn is_refused(keys: &[Key], kid: &str, issued_at: &str) -> bool {
    let retired_at = keys.iter().find(|key| key.kid == kid).and_then(|key| key.retired_at);
    let issued_at = issued_at.parse::<Timestamp>().map(Timestamp::as_second);
    is_revoked(keys, kid)
        || retired_at
            .is_some_and(|retired_at| issued_at.is_ok_and(|issued_at| issued_at > retired_at))
}

/// Returns whether a key was revoked, so that applications refuse its signatures.
pub fn is_revoked(keys: &[Key], kid: &str) -> bool {
    keys.iter().any(|key| key.kid == kid && key.state == KeyState::Revoked)
}
