//! JSON Schemas of answers. A published schema allows members that it does not state, so that a
//! later version can add one; the closed form, which the tests use, allows none.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::Warning;
use crate::ops::answer::{Answer, Columns};

/// An answer that is an object, with the members of every answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{T}")]
pub struct Answered<T> {
    /// The answer of the verb.
    #[serde(flatten)]
    pub answer: T,
    /// True in a dry run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub dry_run: Option<bool>,
    /// The warnings that standard error shows as text.
    pub warnings: Vec<Warning>,
}

/// The form of the answer of a verb.
#[derive(Clone, Copy)]
pub enum Form {
    /// An object, with the members of every answer.
    Object(SchemaOf),
    /// An array of objects.
    List(SchemaOf),
    /// An array of objects that are listed as a CSV file too, with the columns of the file.
    Table(SchemaOf, CsvRow),
    /// No JSON: the verb prints a file or a text.
    Text,
}

/// The name of a schema, and the schema.
pub type SchemaOf = fn() -> (String, Schema);

/// The columns of a CSV file, and the schema of its lines where they are not the answer.
#[derive(Clone, Copy)]
pub struct CsvRow {
    #[cfg(test)]
    schema: SchemaOf,
    columns: &'static [&'static str],
}

/// A verb and the form of its answer.
#[derive(Clone, Copy)]
pub struct VerbAnswer {
    /// The words of the verb: `license issue`.
    pub verb: &'static str,
    /// The form of its answer.
    pub form: Form,
}

/// Returns a verb whose answer is an object.
pub const fn object<T: Answer>(verb: &'static str) -> VerbAnswer {
    VerbAnswer { verb, form: Form::Object(schema_of::<Answered<T>>) }
}

/// Returns a verb whose answer is a list that is no CSV file, or one with all members.
pub const fn list<T: Answer>(verb: &'static str) -> VerbAnswer {
    VerbAnswer { verb, form: Form::List(schema_of::<T>) }
}

/// Returns a verb whose answer is a list, as a CSV file too.
pub const fn table<T: Columns>(verb: &'static str) -> VerbAnswer {
    table_with::<T, T>(verb)
}

/// Returns a verb whose answer is a list, with other members in its CSV file.
pub const fn table_with<T: Answer, R: Columns>(verb: &'static str) -> VerbAnswer {
    let row = CsvRow {
        #[cfg(test)]
        schema: schema_of::<R>,
        columns: R::COLUMNS,
    };
    VerbAnswer { verb, form: Form::Table(schema_of::<T>, row) }
}

/// Returns the form of a failed command, whose answer has none of the members of every answer.
pub const fn error<T: Answer>() -> VerbAnswer {
    VerbAnswer { verb: "error", form: Form::Object(schema_of::<T>) }
}

/// Returns a verb that prints a file or a text.
pub const fn text(verb: &'static str) -> VerbAnswer {
    VerbAnswer { verb, form: Form::Text }
}

fn schema_of<T: JsonSchema>() -> (String, Schema) {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    (file_name(&T::schema_name()), generator.into_root_schema_for::<T>())
}

/// Returns the name of a file for a type: `license-list` for `LicenseList`.
fn file_name(name: &str) -> String {
    let mut file = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !file.is_empty() {
            file.push('-');
        }
        file.extend(letter.to_lowercase());
    }
    file
}

impl VerbAnswer {
    /// Returns the name of the schema and the schema; `None` without a JSON answer.
    pub fn schema(&self) -> Option<(String, Value)> {
        match self.form {
            Form::Object(schema_of) => {
                let (name, schema) = schema_of();
                Some((name, schema.to_value()))
            }
            Form::List(schema_of) | Form::Table(schema_of, _) => {
                let (name, schema) = schema_of();
                Some((format!("{name}-list"), list_schema(schema)))
            }
            Form::Text => None,
        }
    }

    /// Returns the columns of the CSV file.
    pub fn columns(&self) -> Option<&'static [&'static str]> {
        match self.form {
            Form::Table(_, row) => Some(row.columns),
            _ => None,
        }
    }

    /// Returns the columns of the CSV file that the schema of its lines does not have.
    #[cfg(test)]
    pub fn unknown_columns(&self) -> Vec<&'static str> {
        let Form::Table(_, CsvRow { schema, columns }) = self.form else { return Vec::new() };
        let schema = schema().1.to_value();
        let is_known = |column: &str| {
            let members = &schema["properties"];
            members.get(column).or_else(|| members.get(column.replace('-', "_"))).is_some()
        };
        columns.iter().copied().filter(|column| !is_known(column)).collect()
    }
}

/// Returns the schema of a list of answers.
fn list_schema(element: Schema) -> Value {
    let mut element = element.to_value();
    let Some(members) = element.as_object_mut() else { return element };
    let title = members.remove("title");
    let dialect = members.remove("$schema");
    let definitions = members.remove("$defs");
    let title = title.as_ref().and_then(Value::as_str).unwrap_or_default();
    let mut list = json!({
        "$schema": dialect,
        "title": format!("{title}List"),
        "type": "array",
        "items": element,
    });
    if let Some(definitions) = definitions {
        list["$defs"] = definitions;
    }
    list
}

/// Returns the closed form of a schema: an object has no member that the schema does not state.
pub fn closed(mut schema: Value) -> Value {
    close(&mut schema, true);
    schema
}

/// Closes the places of values. A part that describes the same value as its parent (`anyOf`, a
/// definition) stays open: the parent closes it.
fn close(schema: &mut Value, is_place: bool) {
    let Some(members) = schema.as_object_mut() else { return };
    for name in ["properties", "patternProperties", "$defs"] {
        let parts = members.get_mut(name).and_then(Value::as_object_mut);
        parts.into_iter().flatten().for_each(|(_, part)| close(part, name != "$defs"));
    }
    for name in ["items", "additionalProperties"] {
        if let Some(part) = members.get_mut(name) {
            close(part, true);
        }
    }
    for (name, is_place) in
        [("prefixItems", true), ("anyOf", false), ("oneOf", false), ("allOf", false)]
    {
        let parts = members.get_mut(name).and_then(Value::as_array_mut);
        parts.into_iter().flatten().for_each(|part| close(part, is_place));
    }
    if is_place {
        members.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
    }
}

/// Returns the published schemas by name.
///
/// # Panics
///
/// Two answers that share a name must have one schema.
pub fn published<'a>(answers: impl Iterator<Item = &'a VerbAnswer>) -> BTreeMap<String, Value> {
    let mut schemas = BTreeMap::new();
    for (name, schema) in answers.filter_map(VerbAnswer::schema) {
        let before = schemas.insert(name.clone(), schema.clone());
        assert!(before.is_none_or(|before| before == schema), "two schemas have the name {name}");
    }
    schemas
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_have_dashes() {
        assert_eq!(file_name("AddedCustomer"), "added-customer");
    }

    #[test]
    fn the_closed_form_closes_places_of_values() {
        let open = json!({
            "type": "object",
            "properties": {"a": {"$ref": "#/$defs/A"}, "free": true},
            "anyOf": [{"properties": {"b": {"type": "object"}}}],
            "$defs": {"A": {"type": "object", "properties": {"c": {}}}},
        });
        let shut = closed(open);
        let is_closed =
            |path: &str| shut.pointer(path).expect("a part").get("unevaluatedProperties").is_some();
        for path in ["", "/properties/a", "/anyOf/0/properties/b", "/$defs/A/properties/c"] {
            assert!(is_closed(path), "{path}");
        }
        for path in ["/$defs/A", "/anyOf/0", "/properties/free"] {
            assert!(!is_closed(path), "{path}");
        }
    }
}
