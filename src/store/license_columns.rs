//! The test that compares the table of terms with the columns of the table `license`, with the
//! statements that write and read a license, and with the trigger that protects ended licenses.

use std::collections::BTreeSet;

use rusqlite::Connection;
use syn::visit::Visit;

use crate::domain::license::terms::TERMS;

const SCHEMA: &str = include_str!("../../schema.sql");
const STATEMENTS: &str = include_str!("license.rs");

/// The term whose values are the rows of another table.
const IN_OTHER_TABLE: &str = "modules";

/// The column of the attributes for the application, which are no row of the table of terms.
const ATTRIBUTES: &str = "attributes";

/// The columns of `license` that are no terms.
const REST: &[&str] = &[
    // The identity, which never changes.
    "id",
    "serial",
    "product_id",
    "customer_id",
    "edition",
    "reference",
    "reference_hash",
    "replaces",
    "created_at",
    // The holder and the override of the recovery policy.
    "company_id",
    "recovery",
    // The life cycle.
    "revision",
    "standing",
    "reason",
    "state_since",
    "changed_at",
    "adopted",
    // Derived by triggers and generated columns.
    "placed",
    "in_hardware",
    "stage",
];

/// Returns the columns of the terms.
fn term_columns() -> BTreeSet<&'static str> {
    let terms = TERMS.iter().map(|term| term.column).filter(|column| *column != IN_OTHER_TABLE);
    terms.chain([ATTRIBUTES]).collect()
}

/// Returns the columns that SQL text names, each as a word of its own.
fn named_in(sql: &str) -> BTreeSet<&str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words: BTreeSet<&str> = sql.split(|c| !is_part(c)).collect();
    term_columns().into_iter().filter(|column| words.contains(column)).collect()
}

/// Returns the text between two others.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).expect(from);
    rest.split_once(to).expect(to).0
}

/// Returns the one statement of `store/license.rs` that begins with `beginning` and contains a
/// part.
fn statement(beginning: &str, part: &str) -> String {
    struct Statements(Vec<String>);
    impl<'a> Visit<'a> for Statements {
        fn visit_lit_str(&mut self, literal: &'a syn::LitStr) {
            self.0.push(literal.value());
        }
        fn visit_macro(&mut self, _: &'a syn::Macro) {}
    }
    let mut statements = Statements(Vec::new());
    statements.visit_file(&syn::parse_file(STATEMENTS).expect("the file is Rust"));
    let is_meant = |sql: &String| sql.starts_with(beginning) && sql.contains(part);
    let mut found = statements.0.into_iter().filter(is_meant);
    let statement = found.next().expect(beginning);
    assert_eq!(found.next(), None, "two statements begin with {beginning:?}");
    statement
}

#[test]
fn the_table_of_terms_agrees_with_the_schema_and_the_statements() {
    let database = Connection::open_in_memory().expect("opened");
    database.execute_batch(SCHEMA).expect("the schema runs");
    let mut columns = database.prepare("PRAGMA table_xinfo(license)");
    let columns: BTreeSet<String> = columns
        .as_mut()
        .expect("prepared")
        .query_map([], |row| row.get("name"))
        .expect("read")
        .map(|name| name.expect("a name"))
        .collect();
    let terms = term_columns();
    let unknown: Vec<&String> = columns
        .iter()
        .filter(|column| !terms.contains(column.as_str()) && !REST.contains(&column.as_str()))
        .collect();
    assert!(
        unknown.is_empty(),
        "columns of license that are neither terms nor in REST: {unknown:?}"
    );
    let declared: BTreeSet<String> =
        terms.iter().chain(REST).map(|column| (*column).to_owned()).collect();
    assert_eq!(columns, declared, "a term or an entry of REST has no column");

    let insert = statement("INSERT INTO license (", "");
    let inserted = between(&insert, "INSERT INTO license (", ")");
    assert_eq!(named_in(inserted), terms, "the INSERT lacks a term");
    let selected = statement("SELECT license.id, serial", "attributes");
    assert_eq!(named_in(between(&selected, "SELECT", "FROM license JOIN")), terms, "the SELECT");
    let update = statement("UPDATE license", "company_id");
    let assigned = between(&update, "SET", "WHERE serial = :serial");
    let assigned: String =
        assigned.split(',').filter_map(|it| it.split('=').next()).collect::<Vec<_>>().join(" ");
    assert_eq!(named_in(&assigned), terms, "the UPDATE lacks a term");

    let rule = "RAISE(ABORT, 'a license that was ended keeps its terms')";
    let mut triggers = SCHEMA.split("CREATE TRIGGER ");
    let trigger = triggers.find(|trigger| trigger.contains(rule)).expect(rule);
    let (trigger, _) = trigger.split_once(rule).expect(rule);
    assert_eq!(
        named_in(between(trigger, "UPDATE OF", "ON license")),
        terms,
        "the trigger lacks a term"
    );
}
