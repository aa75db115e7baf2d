//! Arguments and rendering that the verbs of `product` share.

use serde_json::Value;

use crate::domain::product::Product;

/// The columns of a product in CSV: the options of `product add`.
pub(super) const CSV: &[&str] = &[
    "code",
    "name",
    "kind",
    "allow-login",
    "requires",
    "containers",
    "renew-url",
    "terms",
    "retired_at",
];

/// Returns a product for JSON.
pub(super) fn object(product: &Product) -> Value {
    serde_json::to_value(product).unwrap_or_default()
}
