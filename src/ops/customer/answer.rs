//! The answers about customers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::customer::Customer;
use crate::ops::answer::{Answer, Columns};

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Customer")]
pub struct CustomerAnswer {
    /// Code, unique in the home.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// E-mail address, or `null`.
    pub email: Option<String>,
    /// Number of the customer in another system, or `null`.
    pub reference: Option<String>,
    /// Instant of the retirement (RFC 3339, UTC); `null` for a customer that can buy.
    pub retired_at: Option<String>,
    /// Instant at which the customer was added (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for CustomerAnswer {}

impl Columns for CustomerAnswer {
    const COLUMNS: &'static [&'static str] = &["code", "name", "email", "reference"];
}

impl CustomerAnswer {
    /// Returns the answer about a customer.
    pub fn of(customer: &Customer) -> CustomerAnswer {
        CustomerAnswer {
            code: customer.code.to_string(),
            name: customer.name.to_string(),
            email: customer.email.as_ref().map(ToString::to_string),
            reference: customer.reference.as_ref().map(ToString::to_string),
            retired_at: customer.retired_at.clone(),
            created_at: customer.created_at.clone(),
        }
    }
}

/// A customer with the records that belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CustomerDetails {
    /// The customer.
    #[serde(flatten)]
    pub customer: CustomerAnswer,
    /// Codes of the customer's companies, in the order in which they were added.
    pub companies: Vec<String>,
    /// Number of users.
    pub users: u64,
}

impl Answer for CustomerDetails {}

/// A customer that was retired, or that can buy again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RetiredCustomer {
    /// The customer.
    #[serde(flatten)]
    pub customer: CustomerAnswer,
    /// Licenses of the customer, which do not change.
    pub hit: CustomerLicenses,
}

impl Answer for RetiredCustomer {}

/// The numbers of a customer's licenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CustomerLicenses {
    /// Number of all licenses.
    pub licenses: usize,
    /// Number of the licenses that have not ended.
    pub running: usize,
}
