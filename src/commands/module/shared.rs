//! Arguments and rendering that the verbs of `module` share.

use serde_json::Value;

use crate::domain::module::PlacedModule;

/// Returns a module for JSON.
pub(super) fn object(placed: &PlacedModule) -> Value {
    serde_json::to_value(placed).unwrap_or_default()
}
