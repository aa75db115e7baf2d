//! The audit detail of a status list.

use serde::Serialize;

/// A signed status list.
#[derive(Debug, Serialize)]
pub struct PublishDetail<'a> {
    /// The number of the list.
    pub list: i64,
    /// The instant of the signature, RFC 3339.
    pub issued_at: &'a str,
    /// The instant from which applications call the list stale, RFC 3339.
    pub expires_at: &'a str,
    /// The number of invalid entries.
    pub invalid: usize,
    /// The number of suspended entries.
    pub suspended: usize,
    /// The number of entries that differ from the previous list.
    pub changed: usize,
    /// The id of the token.
    pub jti: &'a str,
    /// The id of the key.
    pub kid: &'a str,
}
