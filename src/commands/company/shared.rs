//! Arguments and rendering that the verbs of `company` share.

use serde_json::Value;

use crate::domain::customer::Company;

/// Returns a company for JSON.
pub(super) fn object(company: &Company) -> Value {
    serde_json::to_value(company).unwrap_or_default()
}
