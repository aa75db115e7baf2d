//! The answer of a search.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ops::answer::{Answer, Columns};

/// A record that matches a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FoundRecord {
    /// Noun: `customer`, `company`, `user`, `product`, `module`, `ticket`, `reference`, `container`
    /// or `license`.
    pub kind: &'static str,
    /// Code, user name, serial or reference; of a module the codes of product and module, such as
    /// `work-management/reports`.
    pub id: String,
    /// Code of the customer, or `null`.
    pub customer: Option<String>,
    /// Facts for people.
    pub label: String,
}

impl Answer for FoundRecord {}

impl Columns for FoundRecord {
    const COLUMNS: &'static [&'static str] = &["kind", "id", "customer", "label"];
}
