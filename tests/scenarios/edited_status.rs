//! A person without a private key edits the states of licenses, containers and files in the
//! database. No published status list takes back an entry that a published list or the log states.

use licentia_runtime::{Entry, KeySet, Trust};
use serde_json::{Value, json};

use crate::env::home::{HomeWithContainers, root};

/// A home with a list in which these are not valid: a suspended license, a revoked license, a
/// returned license, a license in a blocked container, a credential that was rotated, and an older
/// file that granted more.
fn published() -> HomeWithContainers {
    let home = with_licenses();
    stop(&home);
    home.env.at("2027-02-01T10:00:00Z");
    home.line("status publish --out-dir lists").assert(0);
    home.env.at("2027-02-02T10:00:00Z");
    home
}

fn with_licenses() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    for name in ["SUSPENDED", "REVOKED", "RETURNED", "REDUCED", "VALID"] {
        home.issue(name, "--seats 5 --term 3y --unbound");
    }
    home.issue("BLOCKED", "--seats 5 --term 3y --container @K");
    home.issue("DONGLE", "--seats 5 --term 3y --container @D");
    home
}

fn stop(home: &HomeWithContainers) {
    for line in [
        "license suspend ref:SUSPENDED --reason unpaid",
        "license revoke ref:REVOKED --reason x --yes",
        "license return ref:RETURNED --unbound",
        "container block @K --reason stolen",
        "license edit ref:REDUCED --seats 2 --yes",
        "credential rotate @S --out s2.cred",
    ] {
        home.line(line).assert(0);
    }
}

/// The edits that make a file valid in the rows: the record, its table, and the members of a forged
/// entry of the log.
fn edits() -> Vec<(&'static str, &'static str, &'static str, Value)> {
    vec![
        (
            "SUSPENDED",
            "license",
            "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
             WHERE serial = '@@'",
            json!({"standing": "open", "reason": null, "state_since": null}),
        ),
        (
            "REVOKED",
            "license",
            "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
             WHERE serial = '@@';
             UPDATE activation SET state = 'live', ended_at = NULL
             WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
            json!({"standing": "open", "reason": null, "state_since": null}),
        ),
        (
            "RETURNED",
            "activation",
            "UPDATE activation SET state = 'live', ended_at = NULL
             WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
            json!({"state": "live", "ended_at": null}),
        ),
        (
            "K",
            "container",
            "UPDATE container SET blocked = NULL, blocked_at = NULL, block_enforced_at = NULL,
             block_reason = NULL WHERE serial = '@@'",
            json!({"blocked": null, "blocked_at": null, "block_enforced_at": null,
                   "block_reason": null}),
        ),
        (
            "K",
            "container",
            "UPDATE container SET block_enforced_at = '2040-01-01T00:00:00Z' WHERE serial = '@@'",
            json!({"block_enforced_at": "2040-01-01T00:00:00Z"}),
        ),
    ]
}

/// Returns the values of the newest published list by index.
fn values(home: &HomeWithContainers, file: &str) -> Vec<u8> {
    let keyset = home.line("key publish").text();
    let (pin, now) = (root(home), 1_900_000_000);
    let keys = KeySet::open(keyset.trim().as_bytes(), &Trust::new(&pin, now).allow_test())
        .expect("a key set");
    let list = keys.status_list(home.env.read(file).as_bytes(), now).expect("a list");
    let entries = list.entries();
    (0..1_048_576).map(|idx| entries.get(idx).expect("an entry")).collect()
}

/// Returns the number of files that are not valid in a list.
fn stopped(home: &HomeWithContainers, file: &str) -> usize {
    values(home, file).into_iter().filter(|value| Entry::of(*value) != Entry::Valid).count()
}

/// Publishes after an edit. Returns the tampered subjects.
fn publish_tampered(home: &HomeWithContainers, folder: &str) -> Vec<String> {
    let ran = home.line(&format!("status publish --out-dir {folder} --json")).assert(4);
    assert!(ran.err.contains("tampered"), "{ran}");
    let rows = ran.json()[0]["tampered"].as_array().expect("a list").clone();
    rows.iter().map(|row| row["subject"].as_str().expect("a serial").to_owned()).collect()
}

#[test]
fn an_entry_of_the_last_list_is_not_taken_back_by_an_edit() {
    let copy = published().env.copy();
    for with_entry in [false, true] {
        for (reference, table, sql, members) in edits() {
            let home = HomeWithContainers { env: crate::env::TestEnvironment::copied(&copy) };
            home.env.at("2027-02-02T10:00:00Z");
            let before = values(&home, "lists/1.status");
            let subject = home.serial(reference);
            let sql = sql.replace("@@", &subject);
            if with_entry {
                home.env.forge(&sql, table, &subject, &members);
            } else {
                home.env.sql_without_triggers(&sql);
            }
            let tampered = publish_tampered(&home, "next");
            assert_eq!(values(&home, "next/1.status"), before, "{sql} {with_entry}");
            // The list names the license of the file, or the credential of the container.
            let is_named = tampered
                .iter()
                .any(|it| it.starts_with(if reference == "K" { "L-" } else { &subject }));
            assert!(is_named, "{subject}: {tampered:?}");
            // The next list states the same.
            publish_tampered(&home, "third");
            assert_eq!(values(&home, "third/1.status"), before, "{sql} {with_entry}");
        }
    }
}

#[test]
fn a_stop_in_the_log_is_published_whatever_the_row_says() {
    let home = with_licenses();
    home.line("status publish --out-dir lists").assert(0);
    stop(&home);
    let copy = home.env.copy();
    home.env.at("2027-02-01T10:00:00Z");
    home.line("status publish --out-dir expected").assert(0);
    let expected = values(&home, "expected/1.status");
    for with_entry in [false, true] {
        for (reference, table, sql, members) in edits() {
            let home = HomeWithContainers { env: crate::env::TestEnvironment::copied(&copy) };
            let subject = home.serial(reference);
            let sql = sql.replace("@@", &subject);
            if with_entry {
                home.env.forge(&sql, table, &subject, &members);
            } else {
                home.env.sql_without_triggers(&sql);
            }
            home.env.at("2027-02-01T10:00:00Z");
            publish_tampered(&home, "next");
            assert_eq!(values(&home, "next/1.status"), expected, "{sql} {with_entry}");
        }
    }
}

#[test]
fn an_edited_file_does_not_escape_the_list() {
    let copy = with_licenses().env.copy();
    let file = "activation_id = (SELECT activation.id FROM activation
                  JOIN license ON license.id = license_id WHERE reference = 'REVOKED')";
    for sql in [
        format!("UPDATE file SET status_idx = (status_idx + 7) % 1048576 WHERE {file}"),
        // The indexes of two files are exchanged.
        format!(
            "CREATE TEMP TABLE own AS SELECT id, status_idx FROM file WHERE {file};
             CREATE TEMP TABLE other AS
             SELECT id, status_idx FROM file WHERE id NOT IN (SELECT id FROM own) LIMIT 1;
             UPDATE file SET status_idx = 1 WHERE id IN (SELECT id FROM own);
             UPDATE file SET status_idx = (SELECT status_idx FROM own)
             WHERE id IN (SELECT id FROM other);
             UPDATE file SET status_idx = (SELECT status_idx FROM other)
             WHERE id IN (SELECT id FROM own)"
        ),
        format!(
            "UPDATE file SET status_idx = (status_idx + 7) % 1048576,
             text = substr(text, 1, length(text) - 4) || 'AAAA' WHERE {file}"
        ),
        format!(
            "UPDATE file SET text = (SELECT text FROM file ORDER BY id DESC LIMIT 1) WHERE {file}"
        ),
    ] {
        let home = HomeWithContainers { env: crate::env::TestEnvironment::copied(&copy) };
        let subject = home.serial("REVOKED");
        let idx: u32 = home
            .env
            .text(&format!("SELECT CAST(status_idx AS TEXT) FROM file WHERE {file}"))
            .parse()
            .expect("an index");
        home.line("status publish --out-dir lists").assert(0);
        home.env.sql_without_triggers(&sql);
        home.line("license revoke ref:REVOKED --reason x --yes").assert(0);
        let tampered = publish_tampered(&home, "next");
        assert!(tampered.contains(&subject), "{sql}: {tampered:?}");
        // A file whose signature is valid states its own index.
        if !sql.contains("text =") {
            assert_eq!(Entry::of(values(&home, "next/1.status")[idx as usize]), Entry::Invalid);
        }
    }
}

#[test]
fn a_file_of_a_deleted_row_stays_in_the_list() {
    let home = published();
    let before = values(&home, "lists/1.status");
    home.env.sql_without_triggers("DELETE FROM file");
    assert_eq!(publish_tampered(&home, "next"), ["https://acme.example/licensing/status/1"; 5]);
    assert_eq!(values(&home, "next/1.status"), before);
}

#[test]
fn an_older_file_that_grants_more_stays_ended() {
    let home = published();
    let before = values(&home, "lists/1.status");
    home.env.sql_without_triggers("UPDATE file SET ends_at = NULL WHERE ends_at IS NOT NULL");
    assert_eq!(publish_tampered(&home, "next"), [home.serial("REDUCED")]);
    assert_eq!(values(&home, "next/1.status"), before);
    // A signed entry about the license lifts no end of a file.
    home.line("license edit ref:REDUCED --grace 3d").assert(0);
    publish_tampered(&home, "third");
    assert_eq!(values(&home, "third/1.status"), before);
}

#[test]
fn an_edited_list_is_no_basis_of_the_next_one() {
    let copy = published().env.copy();
    for sql in [
        "UPDATE status_token SET text = 'x'",
        "UPDATE status_token SET text = (SELECT text FROM status_token ORDER BY id LIMIT 1)
         WHERE id = (SELECT max(id) FROM status_token)",
        "UPDATE status_token SET issued_at = '9999-12-31T23:59:59Z'
         WHERE id = (SELECT max(id) FROM status_token)",
        "UPDATE status_token SET jti = jti || 'x'",
        "DELETE FROM status_token WHERE id = (SELECT max(id) FROM status_token)",
    ] {
        let home = HomeWithContainers { env: crate::env::TestEnvironment::copied(&copy) };
        home.env.at("2027-02-02T10:00:00Z");
        home.line("license suspend ref:VALID --reason unpaid").assert(0);
        home.line("status publish --out-dir second").assert(0);
        let before = values(&home, "second/1.status");
        home.env.at("2027-02-03T10:00:00Z");
        home.env.sql_without_triggers(sql);
        // The rows are edited, too.
        home.env.sql_without_triggers(
            "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL",
        );
        let message = home.refused("container update @D --out d.upd", 4, "tampered");
        assert!(message.contains("status list 1"), "{message}");
        publish_tampered(&home, "next");
        assert_eq!(values(&home, "next/1.status"), before, "{sql}");
        home.line("container update @D --out d.upd").assert(0);
    }
}

#[test]
fn a_signed_change_makes_a_file_valid_again() {
    let home = published();
    let count = stopped(&home, "lists/1.status");
    for (line, fewer) in [
        ("license reinstate ref:SUSPENDED", 1),
        // The license and the credential of the container.
        ("container unblock @K --reason found", 2),
    ] {
        home.line(line).assert(0);
        home.line("status publish --out-dir next --force").assert(0);
        let now = stopped(&home, "next/1.status");
        assert!(now <= count - fewer, "{line}: {now} of {count}");
    }
    home.line("license suspend ref:SUSPENDED --reason unpaid").assert(0);
    home.line("license reinstate ref:SUSPENDED").assert(0);
    home.line("status publish --out-dir next --force").assert(0);
    assert_eq!(stopped(&home, "next/1.status"), count - 3);
}

#[test]
fn a_row_that_only_the_database_stops_is_listed() {
    let home = published();
    let serial = home.serial("VALID");
    home.env.sql_without_triggers(
        "UPDATE license SET standing = 'suspended', state_since = created_at
         WHERE reference = 'VALID'",
    );
    assert_eq!(publish_tampered(&home, "next"), [serial]);
}
