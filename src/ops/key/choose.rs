//! The choice of the key that signs: the named key, else the only one that may.

use licentia_runtime::Edition;

use crate::domain::Error;
use crate::domain::key::{self, Key, Purpose, ROOT, within_scope_of_file};
use crate::domain::name::Slug;
use crate::domain::time::Timestamp;

/// A key that must sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyNeed {
    /// The root, which signs key sets.
    Root,
    /// A signing key.
    Signing {
        /// The edition of the key.
        edition: Edition,
        /// The kind of token: `license`, `update`, `credential`, `context`, `status`.
        kind: &'static str,
        /// The purpose, for a key that signs for a purpose only.
        purpose: Purpose,
        /// The keys that the user named.
        named: NamedKeys,
    },
}

/// The keys that the user named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedKeys {
    /// The names.
    pub names: Vec<Slug>,
    /// Whether the default key signs where none of the names fits. Otherwise the first name is
    /// taken, and refused with a reason.
    pub or_default: bool,
}

impl NamedKeys {
    /// Returns names of which one must sign.
    pub fn exactly(names: &[Slug]) -> NamedKeys {
        NamedKeys { names: names.to_vec(), or_default: false }
    }

    /// Returns names of which one signs where it may.
    pub fn or_default(names: &[Slug]) -> NamedKeys {
        NamedKeys { names: names.to_vec(), or_default: true }
    }

    fn fitting(&self, keys: &[Key], edition: Edition, kind: &str) -> Option<&Slug> {
        let fits = |name: &&Slug| {
            key::find(keys, name).is_ok_and(|key| {
                key.edition == Some(edition)
                    && (kind == LICENSE || key.limits.scope.allows_kind(kind))
            })
        };
        let first = self.names.first().filter(|_| !self.or_default);
        self.names.iter().find(fits).or(first)
    }
}

/// The kind of a license's token. Its scope is checked with the license's terms.
pub const LICENSE: &str = "license";

/// Chooses the key for a need. `is_here` tells whether a private key can be used.
///
/// # Errors
///
/// `key_missing`, `not_found`, `wrong_state`, `edition_mismatch`, `out_of_scope`; `usage` with the
/// list where several fit.
pub fn choose<'k>(
    keys: &'k [Key],
    need: &KeyNeed,
    now: Timestamp,
    is_here: &dyn Fn(&Key) -> bool,
) -> Result<&'k Key, Error> {
    let KeyNeed::Signing { edition, kind, purpose, named } = need else {
        return root(keys);
    };
    let name = named.fitting(keys, *edition, kind);
    let key = key::choose(keys, *edition, kind, name, now.as_second(), is_here)?;
    if *kind != LICENSE {
        within_scope_of_file(key, kind, purpose)?;
    }
    Ok(key)
}

/// Returns the root key.
///
/// # Errors
///
/// `key_missing` in a home without one.
pub fn root(keys: &[Key]) -> Result<&Key, Error> {
    keys.iter()
        .find(|key| key.name.as_str() == ROOT)
        .ok_or_else(|| Error::new(crate::domain::ErrorCode::KeyMissing, "this home has no root"))
}
