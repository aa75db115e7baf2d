//! The answer about the man pages.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::{Answer, WrittenFile};

/// The man pages that were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ManPages {
    /// Number of pages.
    pub pages: usize,
    /// Folder of the pages.
    pub folder: WrittenFile,
}

impl Answer for ManPages {}
