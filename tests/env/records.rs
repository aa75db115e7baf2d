//! The comparison of the database with its audit log. Each row of a recorded table is compared with
//! its newest record. Every test environment makes the comparison at its end, so that every test of
//! the program proves that its verbs record their changes.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use licentia_runtime::thumbprint;
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// A recorded table. Each column that is not listed here is a member with the name of the column.
struct Table {
    /// The member of `record`, which is the name of the table.
    name: &'static str,
    /// The members that identify a row.
    key: &'static [&'static str],
    /// The columns whose member has another name or value: column, member, expression.
    mapped: &'static [(&'static str, &'static str, &'static str)],
    /// The members that are kept in other tables: member, expression.
    further: &'static [(&'static str, &'static str)],
    /// The columns that are not recorded, with the reason.
    left_out: &'static [(&'static str, &'static str)],
}

const ROW_ID: (&str, &str) = ("id", "a row is named by its key, never by its row id");
const WHEN_SIGNED: &str = "known only when the token is signed, after the audit entry is written";
const CUSTOMER: (&str, &str, &str) =
    ("customer_id", "customer", "(SELECT code FROM customer WHERE id = this.customer_id)");
const LICENSE: (&str, &str, &str) =
    ("license_id", "license", "(SELECT serial FROM license WHERE id = this.license_id)");
const CONTAINER: (&str, &str, &str) =
    ("container_id", "container", "(SELECT serial FROM container WHERE id = this.container_id)");

const TABLES: &[Table] = &[
    Table {
        name: "license",
        key: &["serial"],
        mapped: &[
            ("product_id", "product", "(SELECT code FROM product WHERE id = this.product_id)"),
            CUSTOMER,
            ("company_id", "company", "(SELECT code FROM company WHERE id = this.company_id)"),
        ],
        further: &[
            (
                "modules",
                "(SELECT coalesce(json_group_array(code || coalesce('=' || value, '') || coalesce('@' || ends, '')), '[]')
                  FROM (SELECT code, value, ends FROM license_module JOIN module ON module.id = module_id
                        WHERE license_id = this.id ORDER BY place))",
            ),
            (
                "users",
                "(SELECT coalesce(json_group_array(username), '[]')
                  FROM (SELECT username FROM assignment JOIN customer_user ON customer_user.id = user_id
                        WHERE license_id = this.id ORDER BY username COLLATE BINARY))",
            ),
        ],
        left_out: &[
            ROW_ID,
            ("changed_at", "the instant of the newest entry that has the license or an activation"),
            ("placed", "computed by triggers from the activations"),
            ("in_hardware", "computed by triggers from the activations"),
            ("stage", "computed from other columns"),
        ],
    },
    Table {
        name: "activation",
        key: &["license", "container", "generation"],
        mapped: &[
            LICENSE,
            CONTAINER,
            ("moves_to", "moves_to", "(SELECT serial FROM container WHERE id = this.moves_to)"),
        ],
        further: &[],
        left_out: &[
            ROW_ID,
            ("customer_id", "the customer of the license"),
            ("created_at", "the instant of the entry that first names it"),
        ],
    },
    Table {
        name: "container",
        key: &["serial"],
        mapped: &[
            CUSTOMER,
            ("user_id", "user", "(SELECT username FROM customer_user WHERE id = this.user_id)"),
        ],
        further: &[],
        left_out: &[ROW_ID],
    },
    Table {
        name: "key",
        key: &["kid"],
        mapped: &[],
        further: &[],
        left_out: &[ROW_ID, ("files_signed", "rises with each signature, after the audit entry")],
    },
    Table {
        name: "credential",
        key: &["serial"],
        mapped: &[CONTAINER],
        further: &[],
        left_out: &[
            ROW_ID,
            ("claims", WHEN_SIGNED),
            ("secret_hash", "a hash of a secret"),
            ("text_hash", "a hash of a token"),
            ("file_hash", "a hash of a token"),
            ("target", WHEN_SIGNED),
            ("staged", WHEN_SIGNED),
            ("staged_length", WHEN_SIGNED),
            ("missing", "a part of a token"),
            ("status_list", WHEN_SIGNED),
            ("status_idx", WHEN_SIGNED),
        ],
    },
    Table {
        name: "reference",
        key: &["family", "reference"],
        mapped: &[],
        further: &[],
        left_out: &[ROW_ID],
    },
    Table {
        name: "recovery_grant",
        key: &["license", "created_at"],
        mapped: &[LICENSE],
        further: &[],
        left_out: &[ROW_ID],
    },
    Table {
        name: "recovery",
        key: &["serial"],
        mapped: &[
            CUSTOMER,
            ("from_id", "\"from\"", "(SELECT serial FROM container WHERE id = this.from_id)"),
            ("to_id", "\"to\"", "(SELECT serial FROM container WHERE id = this.to_id)"),
        ],
        further: &[(
            "licenses",
            "(SELECT json_group_array(json_patch('{}', json_object('license', serial, 'scope', scope, 'seats', seats, 'jti', jti)))
              FROM (SELECT license.serial, scope, recovery_license.seats, jti FROM recovery_license
                    JOIN license ON license.id = license_id WHERE recovery_id = this.id ORDER BY place))",
        )],
        left_out: &[ROW_ID],
    },
    Table {
        name: "ticket",
        key: &["serial"],
        mapped: &[CUSTOMER],
        further: &[(
            "licenses",
            "(SELECT json_group_array(serial) FROM (SELECT license.serial FROM ticket_license
              JOIN license ON license.id = license_id WHERE ticket_id = this.id ORDER BY place))",
        )],
        left_out: &[ROW_ID, ("code_hash", "a hash of a secret")],
    },
];

/// Rows by table and key. A key has several rows only if the rows are recorded together.
type Rows = BTreeMap<(String, String), Vec<Value>>;

/// Compares a database with its audit log. Returns the number of rows of each recorded table.
///
/// # Panics
///
/// Panics if a row has no record, or differs from its newest record.
pub fn check(database: &Connection) -> BTreeMap<String, usize> {
    let recorded = recorded(database);
    let mut counts = BTreeMap::new();
    for table in TABLES {
        let mut stored = Rows::new();
        for row in rows(database, table) {
            *counts.entry(table.name.to_owned()).or_insert(0) += 1;
            stored.entry((table.name.to_owned(), key_of(table.key, &row))).or_default().push(row);
        }
        for (key, rows) in stored {
            let records = recorded.get(&key).unwrap_or_else(|| panic!("no record of {key:?}"));
            assert_eq!(sorted(&rows), sorted(records), "the newest record of {key:?}");
        }
    }
    let mut products = database.prepare("SELECT code, recovery FROM product").expect("prepared");
    let products = products.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("read");
    for product in products {
        let (code, policy): (String, String) = product.expect("a product");
        *counts.entry("policy".to_owned()).or_insert(0) += 1;
        let policy: Value = serde_json::from_str(&policy).expect("a policy is JSON");
        let key = ("policy".to_owned(), code.clone());
        let records = recorded.get(&key).unwrap_or_else(|| panic!("no policy of {code}"));
        assert_eq!(records, &[json!({"product": code, "recovery": policy})]);
    }
    check_hashes(database);
    check_personal(database);
    check_stops(database);
    counts
}

/// Checks that each entry which ends or suspends files of its subject is found as such: the column
/// `stops` lists the actions, and the next status list depends on it.
fn check_stops(database: &Connection) {
    let mut entries = database
        .prepare("SELECT seq, action, subject, stops, detail -> '$.record' FROM audit WHERE detail -> '$.record' IS NOT NULL ORDER BY seq")
        .expect("prepared");
    let entries = entries
        .query_map([], |row| {
            let (seq, action, subject): (i64, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok((seq, action, subject, row.get::<_, Option<bool>>(3)?, row.get::<_, String>(4)?))
        })
        .expect("read");
    let mut before: BTreeMap<(String, String), u64> = BTreeMap::new();
    for entry in entries {
        let (seq, action, subject, stops, record) = entry.expect("an entry");
        let record: Value = serde_json::from_str(&record).expect("a record is JSON");
        let mut now: BTreeMap<(String, String), u64> = BTreeMap::new();
        let rows = |table: &str| record[table].as_array().cloned().unwrap_or_default();
        for (table, key) in [
            ("license", &["serial"][..]),
            ("activation", &["license", "container", "generation"]),
            ("container", &["serial"]),
            ("credential", &["serial", "container"]),
        ] {
            for row in rows(table) {
                let stopped = match table {
                    "license" => u64::from(row["standing"] != "open"),
                    "container" => u64::from(!row["blocked"].is_null()),
                    "activation" if !row["ended_at"].is_null() => {
                        row["seats"].as_u64().expect("a number")
                    }
                    _ => u64::from(!row["ended_at"].is_null()),
                };
                *now.entry((table.to_owned(), key_of(key, &row))).or_default() += stopped;
            }
        }
        for ((table, key), stopped) in now {
            let is_more = stopped > before.get(&(table.clone(), key.clone())).copied().unwrap_or(0);
            if is_more {
                assert_eq!(stops, Some(true), "entry {seq} {action} ends {table} {key}");
                // A new credential ends the others of its container.
                let other = database
                    .query_row(
                        "SELECT container.serial FROM container
                         JOIN credential ON container_id = container.id WHERE credential.serial = ?",
                        [&subject],
                        |row| row.get::<_, String>(0),
                    )
                    .unwrap_or_default();
                let is_named = key.split(' ').any(|word| word == subject || word == other);
                assert!(is_named, "{seq} {action}: {key}");
            }
            before.insert((table, key), stopped);
        }
    }
}

/// The personal values of the database.
const PERSONAL: &str = "
    SELECT value AS text FROM audit_person
    UNION SELECT name FROM customer UNION SELECT email FROM customer UNION SELECT name FROM company
    UNION SELECT username FROM customer_user UNION SELECT name FROM customer_user
    UNION SELECT email FROM customer_user
    UNION SELECT label FROM container UNION SELECT username FROM container
    UNION SELECT block_reason FROM container
    UNION SELECT reason FROM license
    UNION SELECT username FROM session UNION SELECT host FROM session UNION SELECT reason FROM session
    UNION SELECT note FROM recovery UNION SELECT reversed_why FROM recovery
    UNION SELECT reason FROM recovery_grant
    UNION SELECT request FROM reference";

/// Checks that no entry of the log contains a personal value in clear: no member of an entry is
/// such a value, and no member contains one that has a length by which it is recognized.
fn check_personal(database: &Connection) {
    let text = |sql: &str| -> BTreeSet<String> {
        let mut rows = database.prepare(sql).expect(sql);
        let rows = rows.query_map([], |row| row.get::<_, Option<String>>(0)).expect(sql);
        rows.filter_map(|text| text.expect("a text")).collect()
    };
    let public = text(
        "SELECT code AS text FROM customer UNION SELECT code FROM company UNION SELECT code FROM product
         UNION SELECT code FROM module UNION SELECT name FROM module UNION SELECT name FROM product
         UNION SELECT name FROM vendor UNION SELECT name FROM key UNION SELECT reference FROM reference
         UNION SELECT hardware FROM container UNION SELECT reference FROM license
         UNION SELECT action FROM audit UNION SELECT process FROM audit",
    );
    // A test may use a word of the schema, such as `revoked`, as a reason or as a name.
    let public: BTreeSet<String> = public
        .into_iter()
        .chain(include_str!("../../schema.sql").split('\'').map(str::to_owned))
        .collect();
    let personal = text(PERSONAL);
    let personal = PersonalTexts::of(personal.difference(&public).map(String::as_str));
    for entry in text("SELECT entry FROM audit") {
        let value: Value = serde_json::from_str(&entry).expect("an entry is JSON");
        let mut texts = Vec::new();
        collect_texts(&value, &mut texts);
        for (name, found) in texts {
            // A word of the program may be equal to a user name or a reason of a test.
            let is_word =
                ["action", "process", "state", "standing", "kind", "ends_as", "old_files"];
            if is_word.contains(&name.as_str()) {
                continue;
            }
            let personal = personal.in_clear(&found);
            assert!(
                personal.is_none(),
                "{name} has the personal value {personal:?} in clear: {entry}"
            );
        }
    }
}

/// The number of characters from which a personal value is recognized inside of another text.
const RECOGNIZED: usize = 8;

/// The personal values of a database. A test may have tens of thousands, so they are looked up.
struct PersonalTexts<'a> {
    all: BTreeSet<&'a str>,
    /// The values that are recognized inside of another text, by their first bytes.
    recognized: BTreeMap<&'a [u8], Vec<&'a str>>,
}

impl<'a> PersonalTexts<'a> {
    fn of(texts: impl Iterator<Item = &'a str>) -> PersonalTexts<'a> {
        let all: BTreeSet<&str> = texts.collect();
        let mut recognized: BTreeMap<&[u8], Vec<&str>> = BTreeMap::new();
        for text in all.iter().filter(|text| text.chars().count() >= RECOGNIZED) {
            recognized.entry(&text.as_bytes()[..RECOGNIZED]).or_default().push(text);
        }
        PersonalTexts { all, recognized }
    }

    /// Returns the value that a text is or contains.
    fn in_clear(&self, found: &str) -> Option<&'a str> {
        let inside = |(place, start): (usize, &[u8])| {
            let values = self.recognized.get(start)?;
            values.iter().find(|value| found.as_bytes()[place..].starts_with(value.as_bytes()))
        };
        let starts = found.as_bytes().windows(RECOGNIZED).enumerate();
        self.all.get(found).or_else(|| starts.filter_map(inside).next()).copied()
    }
}

/// Adds the texts of a JSON value with the names of their members.
fn collect_texts(value: &Value, texts: &mut Vec<(String, String)>) {
    fn collect(name: &str, value: &Value, texts: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => texts.push((name.to_owned(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(name, item, texts)),
            Value::Object(members) => {
                members.iter().for_each(|(name, member)| collect(name, member, texts));
            }
            _ => {}
        }
    }
    collect("", value, texts);
}

/// Returns a part of an entry with its personal values in clear. `None` for a value that was
/// erased.
fn resolved(database: &Connection, seq: i64, part: &Value) -> Value {
    let mut rows = database
        .prepare_cached("SELECT salt, value FROM audit_person WHERE seq = ? AND value IS NOT NULL")
        .expect("prepared");
    let rows = rows
        .query_map([seq], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?)))
        .expect("read");
    let values: BTreeMap<String, String> = rows
        .map(|row| {
            let (salt, text) = row.expect("a value");
            let hash = Sha256::digest([salt.as_slice(), text.as_bytes()].concat());
            (BASE64URL_NOPAD.encode(&hash), text)
        })
        .collect();
    in_clear(&values, part)
}

fn in_clear(values: &BTreeMap<String, String>, part: &Value) -> Value {
    match part {
        Value::Array(items) => items.iter().map(|item| in_clear(values, item)).collect(),
        Value::Object(members) => match members.get("$sha256").and_then(Value::as_str) {
            Some(hash) => {
                values.get(hash).unwrap_or_else(|| panic!("no value of {hash}")).as_str().into()
            }
            None => Value::Object(
                members
                    .iter()
                    .map(|(name, member)| (name.clone(), in_clear(values, member)))
                    .collect(),
            ),
        },
        other => other.clone(),
    }
}

/// Checks that no entry of the log contains the SHA-256 of a token or of a secret.
fn check_hashes(database: &Connection) {
    let text = |sql: &str| -> Vec<String> {
        let mut rows = database.prepare(sql).expect(sql);
        let rows = rows.query_map([], |row| row.get(0)).expect(sql);
        rows.map(|text| text.expect("a text")).collect()
    };
    let tokens = text(
        "SELECT text FROM file UNION ALL SELECT text FROM keyset UNION ALL SELECT text FROM status_token
         UNION ALL SELECT text FROM container_update UNION ALL SELECT text FROM container_context",
    );
    let hashes = text(
        "SELECT lower(hex(text_hash)) FROM credential UNION ALL SELECT lower(hex(secret_hash)) FROM credential
         UNION ALL SELECT lower(hex(file_hash)) FROM credential UNION ALL SELECT lower(hex(code_hash)) FROM ticket",
    );
    let of_tokens = tokens.iter().map(|token| HEXLOWER.encode(&Sha256::digest(token)));
    let hashes: BTreeSet<String> = of_tokens.chain(hashes).collect();
    for entry in text("SELECT entry FROM audit") {
        let words = entry.split(|c: char| !c.is_ascii_hexdigit()).filter(|word| word.len() == 64);
        for word in words {
            assert!(!hashes.contains(word), "a hash of a token or of a secret is in {entry}");
        }
    }
}

fn sorted(rows: &[Value]) -> Vec<String> {
    let mut rows: Vec<String> = rows.iter().map(canonical).collect();
    rows.sort();
    rows
}

/// Returns a row as text whose members are in one order.
fn canonical(row: &Value) -> String {
    let members: BTreeMap<&String, &Value> = row.as_object().expect("a row").iter().collect();
    serde_json::to_string(&members).expect("text")
}

fn key_of(members: &[&str], row: &Value) -> String {
    let words = members.iter().map(|member| row[*member].to_string().replace('"', ""));
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the newest records of the audit log.
fn recorded(database: &Connection) -> Rows {
    let keys: BTreeMap<&str, &[&str]> = TABLES
        .iter()
        .map(|table| (table.name, table.key))
        .chain([("policy", &["product"][..])])
        .collect();
    let mut entries = database
        .prepare("SELECT seq, detail -> '$.record' FROM audit WHERE detail -> '$.record' IS NOT NULL ORDER BY seq")
        .expect("prepared");
    let entries = entries
        .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .expect("read");
    let mut newest = Rows::new();
    for entry in entries {
        let (seq, record) = entry.expect("an entry");
        let record: Value = serde_json::from_str(&record).expect("a record is JSON");
        let record = resolved(database, seq, &record);
        let record: Map<String, Value> = record.as_object().expect("a record is an object").clone();
        let mut named = Rows::new();
        for (table, rows) in record {
            let key = keys.get(table.as_str()).unwrap_or_else(|| panic!("{seq}: table {table}"));
            for row in rows.as_array().expect("rows are a list") {
                named.entry((table.clone(), key_of(key, row))).or_default().push(row.clone());
            }
        }
        // Grants of one license at one instant are separate rows.
        for (key, rows) in named {
            if key.0 == "recovery_grant" {
                newest.entry(key).or_default().extend(rows);
            } else {
                newest.insert(key, rows);
            }
        }
    }
    newest
}

/// Returns the rows of a table as they are recorded.
fn rows(database: &Connection, table: &Table) -> Vec<Value> {
    let mut columns =
        database.prepare(&format!("PRAGMA table_xinfo({})", table.name)).expect("prepared");
    let columns: BTreeSet<String> = columns
        .query_map([], |row| row.get("name"))
        .expect("read")
        .map(|name| name.expect("a name"))
        .collect();
    let own = columns.iter().filter(|column| {
        let is_named = |name: &str| name == column.as_str();
        !table.left_out.iter().any(|(name, _)| is_named(name))
            && !table.mapped.iter().any(|(name, ..)| is_named(name))
    });
    let listed = table.mapped.iter().map(|(name, ..)| *name);
    let listed: Vec<&str> = listed.chain(table.left_out.iter().map(|(name, _)| *name)).collect();
    assert!(
        listed.iter().all(|name| columns.contains(*name)),
        "a column of {} is gone",
        table.name
    );
    let expressions: Vec<String> = own
        .map(|column| format!("this.{column} AS {column}"))
        .chain(table.mapped.iter().map(|(_, member, value)| format!("{value} AS {member}")))
        .chain(table.further.iter().map(|(member, value)| format!("{value} AS {member}")))
        .collect();
    let sql = format!("SELECT {} FROM {} AS this", expressions.join(", "), table.name);
    let mut statement = database.prepare(&sql).expect(&sql);
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let rows = statement.query_map([], |row| {
        let cells = names.iter().enumerate().map(|(place, name)| {
            let cell: Cell = row.get(place)?;
            Ok(member(table.name, name, cell).map(|value| (name.clone(), value)))
        });
        let cells: Vec<Option<(String, Value)>> = cells.collect::<rusqlite::Result<_>>()?;
        Ok(Value::Object(cells.into_iter().flatten().collect()))
    });
    rows.expect("read").map(|row| row.expect("a row")).collect()
}

/// Returns a stored value as it is recorded, or `None` for a value that is left out.
fn member(table: &str, name: &str, cell: Cell) -> Option<Value> {
    let is_list = |name: &str| {
        matches!(
            name,
            "modules"
                | "users"
                | "licenses"
                | "attributes"
                | "recovery"
                | "scope"
                | "purposes"
                | "suspicion"
        )
    };
    Some(match (table, name, cell) {
        (_, _, Cell::Null) => return None,
        ("container", "key", Cell::Text(x)) => thumbprint(&x).into(),
        ("container", "properties", Cell::Text(text)) => {
            HEXLOWER.encode(&Sha256::digest(text)).into()
        }
        (
            "license" | "container" | "ticket" | "recovery",
            "adopted" | "resync" | "unbound_allowed" | "returned",
            Cell::Integer(flag),
        ) => (flag == 1).into(),
        // The scope of a grant is a word.
        ("recovery_grant", "scope", Cell::Text(text)) => text.into(),
        (_, name, Cell::Text(text)) if is_list(name) => {
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{table}.{name}: {error}"))
        }
        (_, _, Cell::Text(text)) => text.into(),
        (_, _, Cell::Integer(number)) => number.into(),
        (_, _, other) => panic!("{table}.{name} is {other:?}"),
    })
}

#[test]
fn a_personal_value_is_found_alone_and_inside_of_a_text() {
    let personal = PersonalTexts::of(["bo", "müller ag", "müller ab"].into_iter());
    for (text, found) in [
        ("bo", Some("bo")),
        ("boat", None),
        ("müller ab", Some("müller ab")),
        ("the name is müller ag, it seems", Some("müller ag")),
        ("müller a", None),
        ("", None),
    ] {
        assert_eq!(personal.in_clear(text), found, "{text}");
    }
}
