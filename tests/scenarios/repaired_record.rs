//! A record that was edited in the database gets the values of the log, of its signed file and of
//! the key set again. A repair grants nothing that no signed entry states.

use serde_json::{Value, json};

use crate::env::home::HomeWithContainers;

fn home() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    home.issue("PARKED", "--seats 5 --term 1y");
    home.issue("PLACED", "--seats 5 --term 1y --container @K");
    home.issue("NAMED", "--model named --users anna,bo --seats 3 --modules calculator --unbound");
    home.issue("STOPPED", "--seats 5 --term 1y");
    for line in [
        "license suspend ref:STOPPED --reason unpaid",
        "license return ref:PLACED --container @K --seats 2",
        "ticket create --license ref:PARKED --unbound-allowed --reference T",
        "recovery grant ref:PARKED --reason goodwill",
        "recovery policy work-management --any-initial 1",
        "container create --customer nordwind --kind cloud --reference N --label N --out n.cred",
        "container block @N --reason lost",
    ] {
        home.line(line).assert(0);
    }
    home
}

/// Returns the rows of the recorded tables, and of those that belong to them.
fn rows(home: &HomeWithContainers) -> String {
    let connection = rusqlite::Connection::open(home.env.path("licentia.db")).expect("a database");
    let tables = [
        "license",
        "license_module",
        "assignment",
        "activation",
        "file",
        "container",
        "ticket",
        "ticket_license",
        "recovery_grant",
        "product",
        "key",
    ];
    let mut text = String::new();
    for table in tables {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).expect("prepared");
        let names: Vec<String> = rows.column_names().map(str::to_owned).collect();
        // A key that was deleted gets another row id, which nothing refers to.
        let kept = |name: &str| {
            !["changed_at", "created_at", "files_signed"].contains(&name)
                && (table, name) != ("key", "id")
        };
        let mut found = rows.query([]).expect("read");
        let mut lines = Vec::new();
        while let Some(row) = found.next().expect("a row") {
            let cells = names.iter().enumerate().filter(|(_, name)| kept(name));
            let cells = cells.map(|(place, name)| {
                let cell: rusqlite::types::Value = row.get(place).expect("a cell");
                format!("{name}={cell:?}")
            });
            lines.push(format!("{table} {}\n", cells.collect::<Vec<_>>().join(" ")));
        }
        lines.sort();
        text += &lines.concat();
    }
    text
}

/// Edits the database, repairs a subject, and checks that the database is as before.
fn is_repaired(home: &HomeWithContainers, sql: &str, subject: &str) -> Value {
    let before = rows(home);
    let counts = "SELECT group_concat(name || files_signed) FROM (SELECT * FROM key ORDER BY name)";
    let keys = home.env.text(counts);
    home.env.sql_without_triggers(sql);
    let edited = rows(home);
    assert!(edited != before, "{sql}");
    let dry = home.json(&format!("doctor --repair {subject} --dry-run"));
    assert!(dry["repaired"] == json!(true) && rows(home) == edited, "{sql}");
    let answer = home.json(&format!("doctor --repair {subject} --yes"));
    let after = rows(home);
    let changed: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(after == before, "{sql}: {changed:?}");
    assert_eq!(answer["differences"], dry["differences"]);
    assert_ne!(answer["differences"], json!([]), "{sql}");
    assert_eq!(home.env.text(counts), keys);
    let again = home.json(&format!("doctor --repair {subject} --yes"));
    assert_eq!(again["repaired"], json!(false), "{sql}: {again}");
    home.line("audit verify").assert(0);
    answer
}

#[test]
fn a_license_gets_the_values_of_the_log() {
    let home = home();
    let (parked, placed) = (home.serial("PARKED"), home.serial("PLACED"));
    let (named, stopped) = (home.serial("NAMED"), home.serial("STOPPED"));
    for (subject, sql) in [
        (&parked, "UPDATE license SET seats = 500, grace_days = 9 WHERE SERIAL"),
        (&parked, "UPDATE license SET standing = 'revoked', state_since = created_at WHERE SERIAL"),
        (&parked, "UPDATE license SET revision = 9, ends = NULL WHERE SERIAL"),
        (&parked, "UPDATE license SET reference_hash = NULL, reference = 'X' WHERE SERIAL"),
        (
            &stopped,
            "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL WHERE SERIAL",
        ),
        (&named, "DELETE FROM license_module WHERE LICENSE; DELETE FROM assignment"),
        (&named, "UPDATE license_module SET value = 7 WHERE LICENSE"),
        (&named, "UPDATE file SET revision = 7, jti = 'x' WHERE FILE"),
        (
            &placed,
            "UPDATE license SET seats = 500 WHERE SERIAL;
             UPDATE activation SET seats = 500 WHERE LICENSE AND state = 'live'",
        ),
        (
            &placed,
            "UPDATE activation SET state = 'returned', ended_at = '2026-11-21T10:00:00Z'
             WHERE LICENSE AND state = 'live'; UPDATE license SET placed = 0 WHERE SERIAL",
        ),
    ] {
        let license = format!("license_id = (SELECT id FROM license WHERE serial = '{subject}')");
        let file = format!("activation_id IN (SELECT id FROM activation WHERE {license})");
        let sql = sql
            .replace("SERIAL", &format!("serial = '{subject}'"))
            .replace("LICENSE", &license)
            .replace("FILE", &file);
        is_repaired(&home, &sql, subject);
    }
    for line in [
        "license extend ref:PARKED --by 1y",
        "license extend ref:PLACED --by 1y",
        "license edit ref:NAMED --grace 1d",
        "license reinstate ref:STOPPED",
    ] {
        home.line(line).assert(0);
    }
    let entry = &home.json(&format!("audit list --action doctor.repair --subject {parked}"))[0];
    assert_eq!(entry["signed_by"], json!([]));
    assert_eq!(entry["detail"]["differences"][0]["member"], json!("seats"));
    assert_eq!(entry["detail"]["differences"][0]["database"], json!(500));
}

#[test]
fn other_records_get_the_values_of_the_log() {
    let home = home();
    let container = home.serial("N");
    let ticket = home.env.text("SELECT serial FROM ticket");
    for (subject, sql) in [
        (
            container.as_str(),
            "UPDATE container SET blocked = NULL, block_reason = NULL, blocked_at = NULL,
                                  block_enforced_at = NULL, counter = 9 WHERE label = 'N'",
        ),
        (&container, "UPDATE container SET label = 'other' WHERE label = 'N'"),
        (&ticket, "UPDATE ticket SET uses = 9, unbound_allowed = 0"),
        (
            &ticket,
            "UPDATE ticket_license SET license_id = (SELECT id FROM license WHERE reference = 'NAMED')",
        ),
        ("grant:1", "UPDATE recovery_grant SET count = 7, reason = 'x'"),
        (
            "product:work-management",
            "UPDATE product SET recovery = replace(recovery, '1', '9')
             WHERE code = 'work-management'",
        ),
    ] {
        is_repaired(&home, sql, subject);
    }
    home.refused("license activate ref:PARKED --container @N", 1, "blocked");
}

#[test]
fn rows_of_keys_get_the_values_of_the_key_set() {
    let home = home();
    home.line("key create ci --edition commercial --max-seats 5 --purposes issue").assert(0);
    home.line("key create old --edition commercial").assert(0);
    home.line("key revoke old --reason stolen --yes").assert(0);
    for sql in [
        "UPDATE key SET scope = '{}' WHERE name = 'ci'",
        "UPDATE key SET state = 'active' WHERE name = 'old'",
        "UPDATE key SET name = 'nightly' WHERE name = 'ci'",
        "DELETE FROM key WHERE name = 'ci'",
        "INSERT INTO key (name, kid, role, edition, state, scope, x, created_at)
         VALUES ('evil', '8ZOkpvLjpDY5WJZnsXjtiu5R7sMVnmlHxN6qn1mSnJE', 'signing', 'commercial',
                 'active', '{}', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
                 '2026-11-21T10:00:00Z')",
    ] {
        is_repaired(&home, sql, "keys");
    }
    home.line("key publish --out set").assert(0);
}

#[test]
fn an_older_key_set_makes_no_key_active_again() {
    let home = home();
    home.line("key create old --edition commercial").assert(0);
    home.line("key revoke old --reason stolen --yes").assert(0);
    home.env.sql_without_triggers(
        "DELETE FROM keyset WHERE version = (SELECT max(version) FROM keyset)",
    );
    home.refused("doctor --repair keys --yes", 4, "tampered");
    for name in ["root", "commercial", "trial", "old"] {
        std::fs::remove_file(home.env.path(&format!("keys/{name}.anchor"))).ok();
    }
    let message = home.refused("doctor --repair keys --yes", 4, "tampered");
    assert!(message.contains("the audit log states that it is revoked"), "{message}");
}

/// A forged entry is followed by a signed one, so a key is required.
#[test]
fn a_record_with_a_forged_entry_gets_the_last_signed_values_with_a_key() {
    let home = home();
    let serial = home.serial("PARKED");
    let sql = format!("UPDATE license SET seats = 500 WHERE serial = '{serial}'");
    home.env.forge(&sql, "license", &serial, &json!({"seats": 500}));
    std::fs::rename(home.env.path("keys"), home.env.path("away")).expect("moved");
    std::fs::create_dir(home.env.path("keys")).expect("created");
    home.refused(&format!("doctor --repair {serial} --yes"), 5, "key_missing");
    std::fs::remove_dir(home.env.path("keys")).expect("removed");
    std::fs::rename(home.env.path("away"), home.env.path("keys")).expect("moved");
    let answer = home.json(&format!("doctor --repair {serial} --yes"));
    assert_eq!(answer["differences"][0]["database"], json!(500));
    assert_eq!(answer["differences"][0]["stated"], json!(5));
    let entry = &home.json("audit list --action doctor.repair")[0];
    assert_eq!(entry["signed_by"], json!(["commercial"]));
    home.line(&format!("license extend {serial} --by 1y")).assert(0);
}

/// A restriction that follows a forged entry stays.
#[test]
fn a_repair_gives_no_ended_right_back() {
    let home = home();
    let serial = home.serial("PARKED");
    let sql = format!("UPDATE license SET seats = 500 WHERE serial = '{serial}'");
    home.env.forge(&sql, "license", &serial, &json!({"seats": 500}));
    home.line(&format!("license suspend {serial} --reason fraud")).assert(0);
    home.line(&format!("doctor --repair {serial} --yes")).assert(0);
    let license = home.json(&format!("license show {serial}"));
    assert_eq!((&license["seats"], &license["state"]), (&json!(5), &json!("suspended")));
}

#[test]
fn a_value_that_is_nowhere_is_not_restored() {
    let home = home();
    let parked = home.serial("STOPPED");
    // The reason was erased, and then edited: it cannot be compared.
    home.env.sql_without_triggers(
        "UPDATE audit_person SET salt = NULL, value = NULL WHERE value = 'unpaid';
         UPDATE license SET reason = 'x', seats = 6 WHERE reference = 'STOPPED'",
    );
    let answer = home.json(&format!("doctor --repair {parked} --yes"));
    assert!(answer["not_restored"][0].as_str().is_some_and(|text| text.contains("was erased")));
    assert_eq!(home.env.text("SELECT reason FROM license WHERE reference = 'STOPPED'"), "x");
    // The key of a container is in the log as a hash.
    let dongle = home.serial("D");
    home.env.sql_without_triggers(&format!(
        "UPDATE container SET key = '{}' WHERE serial = '{dongle}'",
        "A".repeat(43)
    ));
    let before = home.env.everything();
    let message = home.refused(&format!("doctor --repair {dongle} --yes"), 4, "tampered");
    assert!(message.contains("key is") && message.contains("use a backup"), "{message}");
    assert_eq!(home.env.everything(), before);
    for line in ["doctor --repair key:ci", "doctor --repair commercial", "doctor --repair ''"] {
        home.refused(line, 2, "usage");
    }
    home.refused(&format!("doctor --repair {parked} --accept {parked} --reason x"), 2, "usage");
}
