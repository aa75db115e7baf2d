//! Answers of use cases as JSON: structs whose schemas are generated. The answers of a noun are in
//! `ops/<noun>/answer.rs`; this file contains what they share.

use schemars::JsonSchema;
use serde::Serialize;

/// An answer of a verb as JSON, or an element of such an answer. The name of its schema is
/// `JsonSchema::schema_name`.
pub trait Answer: Serialize + JsonSchema {}

impl<T: Answer> Answer for &T {}

// Until every noun has its structs.
impl Answer for serde_json::Value {}

/// An answer that is listed as a CSV file too.
pub trait Columns: Answer {
    /// The columns of the CSV file. Each is a member of the answer; a dash in the column is an
    /// underscore in the member.
    const COLUMNS: &'static [&'static str];
}

/// The answer of `add`: the record, and whether it was created.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Added{T}")]
pub struct Added<T> {
    /// The record.
    #[serde(flatten)]
    pub record: T,
    /// Whether this command created the record: false in a dry run, and for a record that existed.
    pub created: bool,
}

impl<T: Answer> Answer for Added<T> {}

/// The answer of `edit`: the record after the edit, and whether it changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Edited{T}")]
pub struct Edited<T> {
    /// The record after the edit.
    #[serde(flatten)]
    pub record: T,
    /// Whether this command changed the record: false in a dry run.
    pub changed: bool,
}

impl<T: Answer> Answer for Edited<T> {}

/// An answer without a member of its own.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Done")]
pub struct Empty {}

impl Answer for Empty {}
