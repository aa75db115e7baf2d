//! The answers about modules.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::module::ModuleInTree;
use crate::ops::answer::{Answer, Columns};

/// A module: a feature of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Module")]
pub struct ModuleAnswer {
    /// Code of the product.
    pub product: String,
    /// Code, unique in the product.
    pub code: String,
    /// Name for people; the code of a module without a name.
    pub name: String,
    /// Code of the parent; `null` for a module at the top of the tree.
    pub parent: Option<String>,
    /// Depth in the tree of modules; 0 at the top.
    pub depth: usize,
    /// Instant at which the module was added (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for ModuleAnswer {}

impl Columns for ModuleAnswer {
    const COLUMNS: &'static [&'static str] = &["product", "code", "name", "parent"];
}

impl ModuleAnswer {
    /// Returns the answer about a module.
    pub fn of(placed: &ModuleInTree) -> ModuleAnswer {
        let ModuleInTree { product, module, depth } = placed;
        ModuleAnswer {
            product: product.to_string(),
            code: module.code.to_string(),
            name: module.shown_name().to_owned(),
            parent: module.parent.as_ref().map(ToString::to_string),
            depth: *depth,
            created_at: module.created_at.clone(),
        }
    }
}

/// A module with its children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModuleDetails {
    /// The module.
    #[serde(flatten)]
    pub module: ModuleAnswer,
    /// Codes of the modules directly below it.
    pub children: Vec<String>,
}

impl Answer for ModuleDetails {}
