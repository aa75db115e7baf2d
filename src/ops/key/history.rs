//! The history of a private key in the audit log. It is found by the thumbprint, because the name
//! of a key may have been different.

use crate::domain::audit::Entry;
use crate::domain::audit::key::TO_BE_DESTROYED;
use crate::domain::key::Key;
use crate::ops::error::Result;
use crate::store::Reader;

/// The action of an export.
pub const EXPORT: &str = "key.export";
/// The action of a retirement.
pub const RETIRE: &str = "key.retire";
/// The action of a destruction.
pub const DESTROY: &str = "key.destroy";

/// The target of an export to standard output.
pub const STANDARD: &str = "-";

/// An export of a private key in the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The path of the copy; `None` for standard output.
    pub to: Option<String>,
    /// The instant, RFC 3339.
    pub at: String,
    /// The actor.
    pub actor: String,
}

impl Export {
    fn of(entry: &Entry) -> Export {
        let to = entry.detail["to"].as_str().filter(|to| *to != STANDARD);
        Export { to: to.map(str::to_owned), at: entry.at.clone(), actor: entry.actor.clone() }
    }
}

/// Returns the exports of a private key, oldest first.
///
/// # Errors
///
/// The faults of the database.
pub fn exports(reader: Reader<'_>, key: &Key) -> Result<Vec<Export>> {
    let entries = reader.list_private_key_entries(&key.kid)?;
    Ok(entries.iter().filter(|entry| entry.action == EXPORT).map(Export::of).collect())
}

/// Returns whether the audit log announces the destruction of a private key without recording it.
///
/// # Errors
///
/// The faults of the database.
pub fn is_destruction_open(reader: Reader<'_>, key: &Key) -> Result<bool> {
    let entries = reader.list_private_key_entries(&key.kid)?;
    let promises =
        |entry: &Entry| entry.action == RETIRE && entry.detail["private_part"] == TO_BE_DESTROYED;
    Ok(entries.iter().any(promises) && entries.iter().all(|entry| entry.action != DESTROY))
}
