//! The answers about products and their catalogue file.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::domain::license::terms::{TERMS, Terms};
use crate::domain::product::Product;
use crate::domain::recovery::Member;
use crate::ops::answer::{Answer, ChangedRecord, Columns};

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Product")]
pub struct ProductAnswer {
    /// Code, unique in the home.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// Kind: `base` (other products may require it) or `application`.
    pub kind: &'static str,
    /// `true` if a license of the product lets users log in.
    pub allow_login: bool,
    /// Codes of the base products that a commercial license of the product requires.
    pub requires: Vec<String>,
    /// Kinds of containers that licenses of the product may be placed in: `cloud`, `device`,
    /// `dongle`.
    pub containers: Vec<&'static str>,
    /// Address of the web page for renewals, or `null`.
    pub renew_url: Option<String>,
    /// Default terms of its licenses, as they are typed. A term that the product does not state is
    /// missing.
    #[schemars(schema_with = "terms_schema")]
    pub terms: Terms,
    /// Recovery policy, as it is typed. A value that the product does not state is missing.
    #[schemars(schema_with = "policy_schema")]
    pub recovery: BTreeMap<String, String>,
    /// Instant of the retirement (RFC 3339, UTC); `null` for a product that is sold.
    pub retired_at: Option<String>,
    /// Instant at which the product was added (RFC 3339, UTC).
    pub created_at: String,
}

impl Answer for ProductAnswer {}

impl Columns for ProductAnswer {
    const COLUMNS: &'static [&'static str] = &[
        "code",
        "name",
        "kind",
        "allow-login",
        "requires",
        "containers",
        "renew-url",
        "terms",
        "retired_at",
    ];
}

impl ProductAnswer {
    /// Returns the answer about a product.
    pub fn of(product: &Product) -> ProductAnswer {
        ProductAnswer {
            code: product.code.to_string(),
            name: product.name.to_string(),
            kind: product.kind.as_str(),
            allow_login: product.allow_login,
            requires: product.requires.iter().map(ToString::to_string).collect(),
            containers: product.containers.iter().map(|kind| kind.as_str()).collect(),
            renew_url: product.renew_url.as_ref().map(ToString::to_string),
            terms: product.terms.clone(),
            recovery: product.recovery.clone().into(),
            retired_at: product.retired_at.clone(),
            created_at: product.created_at.clone(),
        }
    }
}

/// Returns the schema of the default terms: each term of the table as it is typed.
fn terms_schema(_: &mut SchemaGenerator) -> Schema {
    let settings = json_schema!({
        "description": "Attributes for the application, each a key with its value.",
        "type": "object",
        "additionalProperties": { "type": "string" },
    });
    let settings = ("set".to_owned(), settings.to_value());
    let terms = TERMS.iter().map(|term| (term.name.to_owned(), text_schema(term.words)));
    let properties: Map<String, Value> = terms.chain([settings]).collect();
    json_schema!({ "type": "object", "properties": properties })
}

/// Returns the schema of a recovery policy.
fn policy_schema(_: &mut SchemaGenerator) -> Schema {
    let members = Member::ALL.iter().map(|member| (member.as_str().to_owned(), text_schema(&[])));
    let properties: Map<String, Value> = members.collect();
    json_schema!({ "type": "object", "properties": properties })
}

/// Returns the schema of a text: one of a few words, or any text for an empty list.
fn text_schema(words: &[&str]) -> Value {
    if words.is_empty() {
        return json_schema!({ "type": "string" }).to_value();
    }
    json_schema!({ "type": "string", "enum": words }).to_value()
}

/// A product with the number of its modules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProductDetails {
    /// The product.
    #[serde(flatten)]
    pub product: ProductAnswer,
    /// Number of modules.
    pub modules: usize,
}

impl Answer for ProductDetails {}

/// A product that was retired, or that is sold again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RetiredProduct {
    /// The product.
    #[serde(flatten)]
    pub product: ProductAnswer,
    /// Records that refer to the product, which do not change.
    pub hit: ProductUses,
}

impl Answer for RetiredProduct {}

/// The records that refer to a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProductUses {
    /// Number of licenses.
    pub licenses: usize,
    /// Number of licenses that have not ended.
    pub running: usize,
    /// Codes of the products that require the product.
    pub required_by: Vec<String>,
}

/// The changes that a catalogue file made.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct AppliedCatalogue {
    /// `true` if a record changed; `false` in a dry run.
    pub changed: bool,
    /// Changes, in the order in which they are recorded.
    pub changes: Vec<ChangedRecord>,
}

impl Answer for AppliedCatalogue {}

/// A catalogue that was written to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExportedCatalogue {
    /// Path of the file, as it was typed.
    pub path: String,
    /// Number of products.
    pub products: usize,
    /// Number of modules.
    pub modules: usize,
}

impl Answer for ExportedCatalogue {}
