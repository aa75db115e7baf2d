//! The answers about users.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::customer::User;
use crate::domain::license::License;
use crate::domain::name::Username;
use crate::domain::time::{Timestamp, last_day};
use crate::ops::answer::{AffectedLicenseAnswer, Answer, Columns, Edited, WrittenFile};

/// A user: a person at a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "User")]
pub struct UserAnswer {
    /// Code of the customer.
    pub customer: String,
    /// User name, unique in the customer.
    pub username: String,
    /// Name of the person, or `null`.
    pub name: Option<String>,
    /// E-mail address, or `null`.
    pub email: Option<String>,
    /// Code of the company that the user belongs to, or `null`.
    pub company: Option<String>,
    /// `true` for an administrator, who can start sessions even while a required base license is
    /// missing.
    pub admin: bool,
    /// Instant at which the user was added (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for UserAnswer {}

impl Columns for UserAnswer {
    const COLUMNS: &'static [&'static str] =
        &["customer", "username", "name", "email", "company", "admin"];
}

impl UserAnswer {
    /// Returns the answer about a user.
    pub fn of(user: &User) -> UserAnswer {
        UserAnswer {
            customer: user.customer.to_string(),
            username: user.username.to_string(),
            name: user.name.as_ref().map(ToString::to_string),
            email: user.email.as_ref().map(ToString::to_string),
            company: user.company.as_ref().map(ToString::to_string),
            admin: user.admin,
            created_at: user.created_at.clone(),
        }
    }
}

/// A user with the licenses that the user may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UserDetails {
    /// The user.
    #[serde(flatten)]
    pub user: UserAnswer,
    /// Licenses that are assigned to the user, or open to all users of the customer.
    pub licenses: Vec<UsableLicense>,
}

impl Answer for UserDetails {}

/// A license that a user may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UsableLicense {
    /// Serial.
    pub serial: String,
    /// Code of the product.
    pub product: String,
    /// Model: `named`, `floating` or `device`.
    pub model: &'static str,
    /// Number of seats.
    pub seats: u32,
    /// Number of assigned users.
    pub assigned: usize,
    /// Number of live sessions.
    pub sessions: u32,
    /// Number of available seats: unassigned ones of a named license, idle ones of a floating
    /// license, unallocated ones of a device license.
    pub free: u32,
    /// `true` if the license is assigned to the user, `false` if it is open to all users.
    pub registered: bool,
    /// Last full day (`YYYY-MM-DD`, UTC); `null` for a license without an end.
    pub last_day: Option<String>,
    /// State, such as `active` or `expired`.
    pub state: &'static str,
}

impl UsableLicense {
    /// Returns a license that a user may use. Its state is that of the instant.
    pub fn of(license: &License, user: &Username, now: Timestamp) -> UsableLicense {
        let entitlement = &license.entitlement;
        UsableLicense {
            serial: license.serial.to_string(),
            product: entitlement.product.to_string(),
            model: entitlement.model.as_str(),
            seats: entitlement.seats,
            assigned: entitlement.users.len(),
            sessions: license.sessions,
            free: license.free(),
            registered: entitlement.users.contains(user),
            last_day: entitlement.ends.and_then(last_day).map(|day| day.to_string()),
            state: license.state(now).as_str(),
        }
    }
}

/// A user who was edited. The members `licenses` and `sessions` are missing if the edit changed
/// nothing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "EditedUser")]
pub struct EditedUserAnswer {
    /// The user after the edit.
    #[serde(flatten)]
    pub record: Edited<UserAnswer>,
    /// The changes of licenses that follow from the edit.
    #[serde(flatten)]
    pub changes: Option<LicenseChanges>,
}

impl Answer for EditedUserAnswer {}

/// The changes of licenses that follow from the edit of a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LicenseChanges {
    /// Licenses with another revision, because they state the user name.
    pub licenses: Vec<RevisedLicense>,
    /// Serials of the sessions that ended.
    pub sessions: Vec<String>,
}

/// A license with another revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RevisedLicense {
    /// Serial.
    pub serial: String,
    /// Revision after the change.
    pub revision: u32,
    /// File of the license; `null` if none was written.
    pub file: Option<WrittenFile>,
}

/// A user who was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RemovedUser {
    /// The user.
    #[serde(flatten)]
    pub user: UserAnswer,
    /// Licenses that lose an assignment or a session of the user.
    pub hit: Vec<AffectedLicenseAnswer>,
}

impl Answer for RemovedUser {}
