//! Use cases of keys.

pub mod accept;
pub mod anchor;
pub mod anchor_file;
pub mod answer;
pub mod choose;
pub mod create;
pub mod destroy;
pub mod export;
pub mod history;
pub mod import;
pub mod key_set;
pub mod limits;
pub mod passphrase;
pub mod private_key;
pub mod retire;
pub mod revoke;
#[cfg(test)]
mod tests;

use crate::domain::key::{Key, find_any};
use crate::domain::name::Slug;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::store::Reader;

/// Refuses a name that is taken.
///
/// # Errors
///
/// `exists`; `usage` for the thumbprint of another key.
fn check_name(keys: &[Key], name: &Slug) -> Result<(), Error> {
    if keys.iter().any(|key| key.name.is(name)) {
        return Err(Error::new(ErrorCode::Exists, format!("key {name} already exists"))
            .advice("choose another name; the edition and the limits of a key cannot be changed"));
    }
    if keys.iter().any(|key| key.kid.eq_ignore_ascii_case(name.as_str())) {
        return Err(Error::usage(format!("{name} is the thumbprint of another key"))
            .advice("choose a name that is not the thumbprint of a key"));
    }
    Ok(())
}

/// Returns the current record of the key.
///
/// # Errors
///
/// `changed_meanwhile` if the key was retired or revoked since the user saw it.
fn unchanged(reader: Reader<'_>, key: &Key) -> Result<Key> {
    let keys = reader.list_keys()?;
    let now = find_any(&keys, &key.kid)?;
    if now.state == key.state && now.revoked_at == key.revoked_at {
        return Ok(now.clone());
    }
    Err(changed(key).into())
}

/// Returns the error for a key that another command changed.
pub fn changed(key: &Key) -> Error {
    let message = format!("key {} changed while the command ran", key.name);
    Error::new(ErrorCode::ChangedMeanwhile, message)
        .advice("no change was made; repeat the command")
}
