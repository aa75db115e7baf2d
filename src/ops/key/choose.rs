//! The choice of the signing key: the named key, otherwise the only usable one.

use licentia_runtime::Edition;

use crate::domain::Error;
use crate::domain::key::{self, ENTRY, Key, LICENSE, Purpose, ROOT, within_scope_of_file};
use crate::domain::name::Slug;
use crate::domain::time::Timestamp;

/// The need of a key that signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyNeed {
    /// The root key, which signs key sets.
    Root,
    /// A signing key.
    Signing {
        /// The edition of the key.
        edition: Edition,
        /// The kind of token: `license`, `update`, `credential`, `context`, `status`; `anchor` for
        /// an entry of the audit log.
        kind: &'static str,
        /// The purpose, for a key that signs for a purpose only.
        purpose: Purpose,
        /// The keys that the user named.
        named: NamedKeys,
    },
    /// One key in any state, which signs an audit entry and its own anchor.
    Exact {
        /// The thumbprint.
        kid: String,
    },
}

/// The keys that the user named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedKeys {
    /// The names.
    pub names: Vec<Slug>,
    /// True if the default key signs when no named key fits. If false, the first named key is
    /// chosen, and its use is refused with a reason.
    pub or_default: bool,
}

impl NamedKeys {
    /// Returns names of keys, one of which must sign.
    pub fn exactly(names: &[Slug]) -> NamedKeys {
        NamedKeys { names: names.to_vec(), or_default: false }
    }

    /// Returns names of keys, one of which signs if it fits.
    pub fn or_default(names: &[Slug]) -> NamedKeys {
        NamedKeys { names: names.to_vec(), or_default: true }
    }

    fn fitting(&self, keys: &[Key], edition: Edition, kind: &str) -> Option<&Slug> {
        let fits = |name: &&Slug| {
            key::find(keys, name).is_ok_and(|key| {
                key.edition == Some(edition) && (kind == LICENSE || key.allows_kind(kind))
            })
        };
        let first = self.names.first().filter(|_| !self.or_default);
        self.names.iter().find(fits).or(first)
    }
}

/// Chooses the key for a need. `is_here` returns whether a private key can be used.
///
/// # Errors
///
/// `key_missing`, `not_found`, `wrong_state`, `edition_mismatch`, `out_of_scope`; `usage` with a
/// list if several keys fit.
pub fn choose<'k>(
    keys: &'k [Key],
    need: &KeyNeed,
    now: Timestamp,
    is_here: &dyn Fn(&Key) -> bool,
) -> Result<&'k Key, Error> {
    let (edition, kind, purpose, named) = match need {
        KeyNeed::Root => return root(keys),
        KeyNeed::Exact { kid } => return exact(keys, kid, is_here),
        KeyNeed::Signing { edition, kind, purpose, named } => (edition, kind, purpose, named),
    };
    let name = named.fitting(keys, *edition, kind);
    let key = key::choose(keys, *edition, kind, name, now.as_second(), is_here)?;
    // The scope for a license or an entry is checked with the license's terms.
    if *kind != LICENSE && *kind != ENTRY {
        within_scope_of_file(key, kind, purpose)?;
    }
    Ok(key)
}

/// Returns the key with a thumbprint.
fn exact<'k>(keys: &'k [Key], kid: &str, is_here: &dyn Fn(&Key) -> bool) -> Result<&'k Key, Error> {
    let key = key::find_any(keys, kid)?;
    if is_here(key) { Ok(key) } else { Err(key::away(key)) }
}

/// Returns the root key.
///
/// # Errors
///
/// `key_missing` in a home without a root key.
pub fn root(keys: &[Key]) -> Result<&Key, Error> {
    keys.iter().find(|key| key.name.as_str() == ROOT).ok_or_else(|| {
        Error::new(crate::domain::ErrorCode::KeyMissing, "this home has no root key")
    })
}
