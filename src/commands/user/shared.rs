//! Arguments and rendering that the verbs of `user` share.

use serde_json::Value;

use crate::domain::customer::User;

/// Returns a user for JSON.
pub(super) fn object(user: &User) -> Value {
    serde_json::to_value(user).unwrap_or_default()
}
