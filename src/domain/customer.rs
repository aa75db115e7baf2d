//! Customers, their companies (parts that hold licenses of their own) and their users.

use serde::Serialize;

use crate::domain::name::{Email, Name, Reference, Slug, Username};

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Customer {
    /// The code.
    pub code: Slug,
    /// The name for people.
    pub name: Name,
    /// The e-mail address.
    pub email: Option<Email>,
    /// The number in another system.
    pub reference: Option<Reference>,
    /// The instant of the retirement, RFC 3339. A retired customer gets no new license.
    pub retired_at: Option<String>,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// A part of a customer that can hold licenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Company {
    /// The customer code.
    pub customer: Slug,
    /// The code, unique in the customer.
    pub code: Slug,
    /// The name for people.
    pub name: Name,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// A user: a person at a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct User {
    /// The id of the row, which identifies the user in the audit log and is never reused; `None`
    /// before the user is added.
    #[serde(skip)]
    pub id: Option<i64>,
    /// The customer code.
    pub customer: Slug,
    /// The user name, unique in the customer.
    pub username: Username,
    /// The name for people.
    pub name: Option<Name>,
    /// The e-mail address.
    pub email: Option<Email>,
    /// The company code.
    pub company: Option<Slug>,
    /// The permission to start sessions while a required base license is missing.
    pub admin: bool,
    /// The instant of creation, RFC 3339.
    pub created_at: String,
}

/// The word before the id of a user in the subject of an audit entry: `nordwind/user:17`.
const ID: &str = "user:";

impl User {
    /// Returns the subject of the user in audit entries: the customer code and the id of the user.
    /// A user name identifies a person, and can change.
    pub fn subject(&self) -> String {
        format!("{}/{ID}{}", self.customer, self.id.unwrap_or_default())
    }
}

/// Returns the customer code and the id of a user from the subject of an audit entry.
pub fn user_of_subject(subject: &str) -> Option<(&str, i64)> {
    let (customer, user) = subject.split_once('/')?;
    Some((customer, user.strip_prefix(ID)?.parse().ok()?))
}
