//! The answers about companies.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::customer::Company;
use crate::ops::answer::{Answer, Columns};

/// A company: a part of a customer that can hold licenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Company")]
pub struct CompanyAnswer {
    /// Code of the customer.
    pub customer: String,
    /// Code, unique in the customer.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Instant at which the company was added (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for CompanyAnswer {}

impl Columns for CompanyAnswer {
    const COLUMNS: &'static [&'static str] = &["customer", "code", "name"];
}

impl CompanyAnswer {
    /// Returns the answer about a company.
    pub fn of(company: &Company) -> CompanyAnswer {
        CompanyAnswer {
            customer: company.customer.to_string(),
            code: company.code.to_string(),
            name: company.name.to_string(),
            created_at: company.created_at.clone(),
        }
    }
}
