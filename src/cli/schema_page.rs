//! The reference page of the answers in JSON, made from their schemas.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

/// The facts that hold for all answers.
const INTRODUCTION: &str = "\
# Answers in JSON

With `--json` (or `--format json`) a command prints one JSON document on standard output: an object
for one record, an array for a list. [schema/](schema/) has a JSON Schema (draft 2020-12) of each
answer, and [schema/index.json](schema/index.json) names the schemas of each command.

- Later versions may add members. No member is renamed or removed.
- Instants are RFC 3339 in UTC, days are `YYYY-MM-DD`. An absent value is `null`.
- An answer that is an object has the member `warnings`, an array of [Warning](#warning). In a dry
  run it has `dry_run` with the value `true`. An array has neither. The tables below omit both.
- A failed command prints [error](#error) as the last line of standard error.
- `--format csv` prints a list as CSV: a header line, then a line for each record.

In the tables, `?` after a name marks a member that can be missing.
";

/// The members of every answer, which the introduction describes.
const COMMON: [&str; 2] = ["warnings", "dry_run"];

/// Returns the page. `index` is the content of `index.json`.
pub fn page(schemas: &BTreeMap<String, Value>, index: &Value) -> String {
    let mut page = INTRODUCTION.to_owned();
    commands(index, &mut page);
    page += "\n## Answers\n";
    for (name, schema) in schemas {
        answer(name, schema, schemas, &verbs_of(name, index), &mut page);
    }
    page += "\n## Types\n";
    let definitions: BTreeMap<&str, &Value> = schemas
        .values()
        .filter_map(|schema| schema.get("$defs")?.as_object())
        .flatten()
        .map(|(name, definition)| (name.as_str(), definition))
        .collect();
    for (name, definition) in definitions {
        let _ = write!(page, "\n### {name}\n\n{}\n", description(definition));
        match definition.get("oneOf").and_then(Value::as_array) {
            Some(values) => words(values, &mut page),
            None => members(definition, &mut page),
        }
    }
    page
}

/// Returns the commands that have an answer.
fn verbs_of<'a>(name: &str, index: &'a Value) -> Vec<&'a str> {
    let file = format!("{name}.json");
    let has = |facts: &Value| {
        facts["schemas"].as_array().is_some_and(|it| it.contains(&file.as_str().into()))
    };
    let verbs = index.as_object().into_iter().flatten().filter(|(_, facts)| has(facts));
    verbs.map(|(verb, _)| verb.as_str()).filter(|verb| *verb != "error").collect()
}

/// Writes a line for each command: its answers, and the columns of its CSV file.
fn commands(index: &Value, page: &mut String) {
    page.push_str("\n## Commands\n\n| command | answer | CSV columns |\n|---|---|---|\n");
    for (verb, facts) in index.as_object().into_iter().flatten() {
        let names = |member: &str| -> Vec<&str> {
            facts[member].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
        };
        let answers: BTreeSet<&str> =
            names("schemas").into_iter().map(|name| name.trim_end_matches(".json")).collect();
        let answers: Vec<String> =
            answers.into_iter().map(|name| format!("[{name}](#{name})")).collect();
        let answers = if answers.is_empty() { "text".to_owned() } else { answers.join(" or ") };
        let columns: Vec<String> = names("csv").iter().map(|name| format!("`{name}`")).collect();
        let columns = if columns.is_empty() { "–".to_owned() } else { columns.join(", ") };
        let verb =
            if verb == "error" { "a failed command".to_owned() } else { format!("`{verb}`") };
        let _ = writeln!(page, "| {verb} | {answers} | {columns} |");
    }
}

/// Writes the members of an answer.
fn answer(
    name: &str,
    schema: &Value,
    schemas: &BTreeMap<String, Value>,
    verbs: &[&str],
    page: &mut String,
) {
    let verbs: Vec<String> = verbs.iter().map(|verb| format!("`{verb}`")).collect();
    let _ = write!(page, "\n### {name}\n\n");
    match verbs.as_slice() {
        [] => page.push_str("Answer of a failed command.\n"),
        verbs => {
            let _ = writeln!(page, "Answer of {}.", verbs.join(", "));
        }
    }
    let Some(items) = schema.get("items") else {
        return members(schema, page);
    };
    let single = name.trim_end_matches("-list");
    if schemas.get(single).is_some_and(|other| own(other) == own(items)) {
        let _ = writeln!(page, "An array of objects with the members of [{single}](#{single}).");
    } else {
        let _ = writeln!(page, "An array of objects.");
        members(items, page);
    }
}

/// Returns the members of an object without those of every answer.
fn own(schema: &Value) -> BTreeMap<&str, &Value> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let members = properties.into_iter().flatten().map(|(name, member)| (name.as_str(), member));
    members.filter(|(name, _)| !COMMON.contains(name)).collect()
}

/// Writes a table of the members of an object.
fn members(schema: &Value, page: &mut String) {
    let mut rows = String::new();
    member_rows(schema, "", &mut rows);
    if !rows.is_empty() {
        let _ = write!(page, "\n| member | type | meaning |\n|---|---|---|\n{rows}");
    }
}

fn member_rows(schema: &Value, prefix: &str, rows: &mut String) {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    // The order of the schema is that of the answer.
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        if prefix.is_empty() && COMMON.contains(&name.as_str()) {
            continue;
        }
        let mark = if required.contains(&name.as_str()) { "" } else { "?" };
        let path = format!("{prefix}{name}");
        let (shape, meaning) = (type_of(member), description(member));
        let _ = writeln!(rows, "| `{path}`{mark} | {shape} | {meaning} |");
        member_rows(member, &format!("{path}."), rows);
        if let Some(items) = member.get("items") {
            member_rows(items, &format!("{path}[]."), rows);
        }
    }
}

/// Writes a table of words with their meanings.
fn words(values: &[Value], page: &mut String) {
    page.push_str("\n| value | meaning |\n|---|---|\n");
    for value in values {
        let word = value["const"].as_str().unwrap_or_default();
        let _ = writeln!(page, "| `{word}` | {} |", description(value));
    }
}

/// Returns the type of a value in words.
fn type_of(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    for (member, separator) in [("anyOf", " or "), ("oneOf", " or ")] {
        if let Some(parts) = schema[member].as_array() {
            return parts.iter().map(type_of).collect::<Vec<_>>().join(separator);
        }
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("`{word}`");
    }
    if let Some(words) = schema["enum"].as_array() {
        let words = words.iter().map(|word| match word {
            Value::String(word) => format!("`{word}`"),
            other => other.to_string(),
        });
        return words.collect::<Vec<_>>().join(" or ");
    }
    let names: Vec<&str> = match &schema["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => vec!["any value"],
    };
    let parts = names.into_iter().map(|name| match name {
        "array" => match schema.get("items") {
            Some(items) => format!("array of {}", type_of(items)),
            None => "array".to_owned(),
        },
        "object" => match schema.get("additionalProperties").filter(|it| it.is_object()) {
            Some(values) => format!("object, each value {}", type_of(values)),
            None => "object".to_owned(),
        },
        "null" => "`null`".to_owned(),
        other => other.to_owned(),
    });
    parts.collect::<Vec<_>>().join(" or ")
}

/// Returns a description on one line, for a cell of a table.
fn description(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_are_named_in_words() {
        for (schema, words) in [
            (json!({"type": ["string", "null"]}), "string or `null`"),
            (json!({"type": "array", "items": {"$ref": "#/$defs/Key"}}), "array of [Key](#key)"),
            (json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}), "[A](#a) or `null`"),
            (json!({"enum": ["a", "b"], "type": "string"}), "`a` or `b`"),
            (
                json!({"type": "object", "additionalProperties": {"type": "string"}}),
                "object, each value string",
            ),
            (json!(true), "any value"),
        ] {
            assert_eq!(type_of(&schema), words);
        }
    }

    #[test]
    fn members_of_inner_objects_have_their_path() {
        let schema = json!({
            "properties": {
                "warnings": {},
                "terms": {
                    "type": "object",
                    "description": "Terms.",
                    "properties": {"seats": {"type": "integer", "description": "Seats."}},
                },
            },
            "required": ["terms"],
        });
        let mut page = String::new();
        members(&schema, &mut page);
        assert!(
            page.ends_with(
                "| `terms` | object | Terms. |\n| `terms.seats`? | integer | Seats. |\n"
            )
        );
    }
}
