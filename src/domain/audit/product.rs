//! The audit detail of a catalogue file. The entries of the products and modules that it changes
//! are those of their verbs.

use serde::Serialize;

/// The detail of `product.apply`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApplyDetail<'a> {
    /// The number of products that changed.
    pub products: usize,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: &'a str,
    /// Whether products and modules that the file does not name were retired and removed.
    pub prune: bool,
}
