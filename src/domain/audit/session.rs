//! The audit details of sessions.

use serde::Serialize;

use crate::domain::name::Username;

/// The detail of `session.end` for a session that ends with a change of its license or its user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndDetail<'a> {
    /// The license's serial.
    pub license: &'a str,
    /// The user.
    pub user: &'a Username,
    /// The reason that the next touch of the session returns.
    pub reason: Option<&'a str>,
}
