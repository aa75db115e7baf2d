//! The answer about a bundle.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::{Answer, WrittenFile};

/// A bundle: several tokens in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Bundle")]
pub struct BundleAnswer {
    /// Number of tokens (signed texts).
    pub texts: usize,
    /// Serials of the licenses.
    pub licenses: Vec<String>,
    /// Serial of the container of the licenses; `null` for licenses that were named.
    pub container: Option<String>,
    /// `true` if the credential of the container is included.
    pub credential: bool,
    /// File; `null` in a dry run.
    pub file: Option<WrittenFile>,
}

impl Answer for BundleAnswer {}
