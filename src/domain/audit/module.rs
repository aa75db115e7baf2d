//! The audit detail of a module.

use serde::Serialize;

use crate::domain::name::Slug;

/// The detail of `module.add` and `module.remove`. The detail of `module.edit` has its changed
/// members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModuleDetail<'a> {
    /// The product code.
    pub product: &'a Slug,
    /// The module code.
    pub code: &'a Slug,
    /// The name, or the code of a module without a name.
    pub name: &'a str,
    /// The code of the parent.
    pub parent: Option<&'a Slug>,
    /// The depth in the tree; 0 without a parent.
    pub depth: usize,
    /// The instant of creation, RFC 3339.
    pub created_at: &'a str,
}
