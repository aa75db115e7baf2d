//! The audit detail of a catalogue file. The entries of the products and modules that it changes
//! are those of their verbs.

use serde::Serialize;

use crate::domain::audit::personal::Personal;

/// The detail of `product.apply`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApplyDetail<'a> {
    /// The path of the file.
    pub file: Personal<&'a str>,
    /// The number of products that changed.
    pub products: usize,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: &'a str,
    /// The option `--prune`: true if products and modules that are absent from the file were
    /// retired and removed.
    pub prune: bool,
}
