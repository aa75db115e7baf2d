//! The answers about assignments.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::license::License;
use crate::domain::time::Timestamp;
use crate::ops::answer::{Answer, Columns};
use crate::store;

/// A user who is assigned to a license.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Assignment {
    /// Serial of the license.
    pub license: String,
    /// Code of the customer.
    pub customer: String,
    /// Login name of the user.
    pub user: String,
    /// Code of the product.
    pub product: String,
    /// Model of the license.
    pub model: String,
    /// State of the license.
    pub state: String,
    /// Instant of the assignment.
    pub created_at: String,
}

impl Answer for Assignment {}

impl Columns for Assignment {
    const COLUMNS: &'static [&'static str] =
        &["license", "customer", "user", "product", "model", "state", "created-at"];
}

impl Assignment {
    /// Returns the answer about an assignment of a license.
    pub fn of(assignment: store::Assignment, license: &License, now: Timestamp) -> Assignment {
        let store::Assignment { license: serial, customer, user, created_at } = assignment;
        let entitlement = &license.entitlement;
        Assignment {
            license: serial,
            customer,
            user,
            product: entitlement.product.to_string(),
            model: entitlement.model.as_str().to_owned(),
            state: license.state(now).as_str().to_owned(),
            created_at,
        }
    }
}
