//! Answers of use cases as JSON: structs whose schemas are generated. The answers of a noun are in
//! `ops/<noun>/answer.rs`; this file contains the structs that nouns share.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::audit::NewEntry;
use crate::ops::impact::{AffectedLicense, Impact};

/// An answer of a verb as JSON, or an element of such an answer. The name of its schema is
/// `JsonSchema::schema_name`.
pub trait Answer: Serialize + JsonSchema {}

impl<T: Answer> Answer for &T {}

/// An answer that is listed as a CSV file too.
pub trait Columns: Answer {
    /// The columns of the CSV file. Each is a member of the answer; a dash in the column is an
    /// underscore in the member.
    const COLUMNS: &'static [&'static str];
}

/// The answer of `add`: the record, and the creation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Added{T}")]
pub struct Added<T> {
    /// The record.
    #[serde(flatten)]
    pub record: T,
    /// `true` if this command created the record; `false` in a dry run, and for a record that
    /// existed.
    pub created: bool,
}

impl<T: Answer> Answer for Added<T> {}

/// The answer of `edit`: the record after the edit, and the change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Edited{T}")]
pub struct Edited<T> {
    /// The record after the edit.
    #[serde(flatten)]
    pub record: T,
    /// `true` if this command changed the record; `false` in a dry run.
    pub changed: bool,
}

impl<T: Answer> Answer for Edited<T> {}

/// The answer of a command that failed, as one line on standard error.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Error")]
pub struct ErrorAnswer {
    /// The error.
    pub error: ErrorObject,
}

impl Answer for ErrorAnswer {}

/// An error.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ErrorObject {
    /// Stable code.
    pub code: &'static str,
    /// The problem, with the value that caused it.
    pub message: String,
    /// Suggested correction.
    pub hint: Option<String>,
    /// Facts of the error; the members depend on the code.
    #[serde(flatten)]
    pub facts: Map<String, Value>,
}

/// An answer without a member of its own.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Done")]
pub struct Empty {}

impl Answer for Empty {}

/// A file or folder that was written. The front end adds the path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WrittenFile {
    /// Path, as it was typed; `null` if nothing was written to a path.
    pub path: Option<String>,
}

/// A signed file. The front end adds the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignedFile {
    /// Path, as it was typed; `null` if nothing was written to a path.
    pub path: Option<String>,
    /// Id of the token (UUID, version 7).
    pub jti: String,
    /// Thumbprint of the key that signed the file (RFC 7638, base64url).
    pub kid: String,
}

/// A record that a file changed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ChangedRecord {
    /// Action: `noun.verb`, such as `product.edit`.
    pub action: &'static str,
    /// Code or name of the record.
    pub id: String,
    /// Facts of the change, as the audit log has them. The members depend on the action: those of a
    /// new or removed record, else each changed member with `from` and `to`.
    pub detail: Map<String, Value>,
}

impl ChangedRecord {
    /// Returns the record of an audit entry.
    pub fn of(entry: &NewEntry) -> ChangedRecord {
        let detail = match &entry.detail {
            Value::Object(members) => members.clone(),
            _ => Map::new(),
        };
        ChangedRecord { action: entry.action, id: entry.subject.clone(), detail }
    }
}

/// The records that a CSV file added and changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ImportedRecords {
    /// Number of new records.
    pub added: usize,
    /// Number of records that changed.
    pub changed: usize,
    /// Number of records that the file does not change.
    pub unchanged: usize,
    /// New and changed records, in the order of the file.
    pub changes: Vec<ChangedRecord>,
    /// Serials of the sessions that end; missing if none ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub sessions: Option<Vec<String>>,
}

impl Answer for ImportedRecords {}

/// A license that a change affects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AffectedLicense")]
pub struct AffectedLicenseAnswer {
    /// Serial of the license.
    pub license: String,
    /// Code of the customer.
    pub customer: String,
    /// User names of the assigned users before the change.
    pub users: Vec<String>,
    /// Serials of the sessions that end.
    pub sessions: Vec<String>,
}

impl AffectedLicenseAnswer {
    /// Returns the licenses that a change affects. New licenses are left out.
    pub fn all(impact: &Impact) -> Vec<AffectedLicenseAnswer> {
        let answer = |license: &AffectedLicense| AffectedLicenseAnswer {
            license: license.serial.clone(),
            customer: license.customer.to_string(),
            users: license.users.iter().map(ToString::to_string).collect(),
            sessions: license.sessions.iter().map(|session| session.serial.to_string()).collect(),
        };
        impact.licenses().filter(|license| !license.is_new).map(answer).collect()
    }
}
