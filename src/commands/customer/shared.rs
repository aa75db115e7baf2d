//! Arguments and rendering that the verbs of `customer` share.

use serde_json::Value;

use crate::domain::customer::Customer;

/// Returns a customer for JSON.
pub(super) fn object(customer: &Customer) -> Value {
    serde_json::to_value(customer).unwrap_or_default()
}
