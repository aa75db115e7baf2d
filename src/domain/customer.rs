//! Customers, their companies (parts that hold licenses of their own) and their users.

use serde::Serialize;

use crate::domain::name::{Email, Name, Reference, Slug, Username};

/// Who bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Customer {
    /// Its code.
    pub code: Slug,
    /// For people.
    pub name: Name,
    /// Where to write to.
    pub email: Option<Email>,
    /// Its number in another system.
    pub reference: Option<Reference>,
    /// Since when nothing new is sold to it, RFC 3339.
    pub retired_at: Option<String>,
    /// When it was added, RFC 3339.
    pub created_at: String,
}

/// A part of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Company {
    /// The customer's code.
    pub customer: Slug,
    /// Unique in the customer.
    pub code: Slug,
    /// For people.
    pub name: Name,
    /// When it was added, RFC 3339.
    pub created_at: String,
}

/// A person at a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct User {
    /// The customer's code.
    pub customer: Slug,
    /// Unique in the customer.
    pub username: Username,
    /// For people.
    pub name: Option<Name>,
    /// Where to write to.
    pub email: Option<Email>,
    /// The company's code.
    pub company: Option<Slug>,
    /// Whether the person manages the customer's licenses.
    pub admin: bool,
    /// When it was added, RFC 3339.
    pub created_at: String,
}
