use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn every_change_is_an_entry() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --reference R-1 --unbound")
        .assert(0);
    let log = env.json("audit list");
    let actions: Vec<_> = log
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| entry["action"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        actions,
        [
            "vendor.init",
            "product.add",
            "module.add",
            "module.add",
            "module.add",
            "product.add",
            "module.add",
            "customer.add",
            "company.add",
            "user.add",
            "user.add",
            "license.issue",
        ]
    );
    assert_snapshot!(env.line("audit list --action company.add"), @"
    exit 0
    --- out
    SEQ  AT                    ACTOR   ACTION       SUBJECT         DETAIL
    9    2026-11-21T10:00:00Z  tester  company.add  nordwind/north  customer=nordwind code=north name=North
    ");
    assert_eq!(env.json("audit list --subject nordwind/anna").as_array().map(Vec::len), Some(1));
    assert_eq!(
        env.json("audit list --since 2026-11-21T10:00:01Z").as_array().map(Vec::len),
        Some(0)
    );
    assert_eq!(
        env.json("audit list --until 2026-11-21T10:00:01Z --limit 3 --after 2")[0]["seq"],
        3
    );
    assert_eq!(env.json("audit list --actor unknown").as_array().map(Vec::len), Some(0));
    assert_eq!(
        env.json("audit list --process licentia --limit 1").as_array().map(Vec::len),
        Some(1)
    );
    let text = log.to_string();
    assert!(!text.contains("eyJ"), "the log has no signed text in it");
}

#[test]
fn the_hash_chain_is_verified() {
    let env = TestEnvironment::with_home();
    assert_snapshot!(env.line("audit verify"), @"
    exit 0
    --- out
    valid: 1 entry, head 2d3c92e207a5555bda4dc282add265160d9b6b6173b99a2b902f55665d94faa1
    ");
    assert_eq!(env.json("audit verify")["valid"], true);
    assert_eq!(env.json("audit list")[0]["hash"], env.json("audit verify")["head"]);
}

#[test]
fn a_changed_audit_log_is_detected() {
    for (damage, says) in [
        (
            "UPDATE audit SET entry = replace(entry, 'nordwind', 'nordwand') WHERE seq = 8",
            "entry 8 does not match its hash",
        ),
        ("DELETE FROM audit WHERE seq = 5", "entry 4 is followed by entry 6"),
        ("DELETE FROM audit WHERE seq = 1", "entry 0 is followed by entry 2"),
        ("UPDATE audit SET hash = zeroblob(32) WHERE seq = 3", "entry 3 does not match its hash"),
        (
            "INSERT INTO audit (seq, entry, hash) SELECT seq + 1, replace(entry, '\"seq\":' || \
             seq, '\"seq\":' || (seq + 1)), hash FROM audit ORDER BY seq DESC LIMIT 1",
            "does not match its hash",
        ),
    ] {
        let env = TestEnvironment::with_catalogue();
        env.sql(&format!(
            "DROP TRIGGER audit_update_forbidden; DROP TRIGGER audit_delete_forbidden; {damage}"
        ));
        let refusal = env.refused("audit verify", 4, "tampered");
        assert!(refusal.contains(says), "{damage}: {refusal}");
        env.refused("customer list", 4, "tampered");
    }
}

#[test]
fn a_changed_schema_is_tampering() {
    let env = TestEnvironment::with_catalogue();
    env.sql("DROP TRIGGER audit_delete_forbidden; DROP INDEX activation_is_live_once");
    assert_snapshot!(env.refused("audit verify", 4, "tampered"), @"index activation_is_live_once of the database was changed by another program | compare the database with a backup; the chain of its 11 entries is unbroken, head 0c6083788f16110aad1ede4a08816c89108bae9635be489c6bcb0f809972f2a7");
    env.refused("license list", 4, "tampered");
}

#[test]
fn the_database_refuses_changes_of_the_audit_log() {
    let env = TestEnvironment::with_catalogue();
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    connection.pragma_update(None, "recursive_triggers", 1).expect("set");
    for damage in [
        "UPDATE audit SET hash = zeroblob(32)",
        "DELETE FROM audit",
        "REPLACE INTO audit (seq, entry, hash) SELECT seq, entry, zeroblob(32) FROM audit WHERE \
         seq = 2",
        "INSERT INTO audit (seq, entry, hash) VALUES (99, '{\"seq\":99}', zeroblob(32))",
        "INSERT INTO audit (seq, entry, hash) VALUES (12, '{\"seq\":13}', zeroblob(32))",
        "INSERT INTO audit (entry, hash) VALUES ('{}', zeroblob(32))",
        "UPDATE vendor SET test = 0",
        "DELETE FROM vendor",
        "UPDATE key SET scope = '{}'",
        "UPDATE key SET edition = 'commercial' WHERE name = 'trial'",
        "DELETE FROM key WHERE name = 'trial'",
        "UPDATE keyset SET text = 'x'",
        "DELETE FROM keyset",
        "REPLACE INTO keyset (version, kid, jti, issued_at, text) SELECT version, kid, jti, \
         issued_at, 'x' FROM keyset",
    ] {
        assert!(connection.execute_batch(damage).is_err(), "{damage}");
    }
    env.line("audit verify").assert(0);
}

#[test]
fn a_narrow_terminal_does_not_wrap_instants_and_serials() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product work-management --unbound").assert(0);
    for columns in [90, 110, 140] {
        env.width(columns);
        env.set_var("NO_COLOR", "1");
        let text = env.line("audit list").assert(0).text();
        assert!(text.lines().all(|line| line.chars().count() <= usize::from(columns)), "{text}");
        let serial = env.json("license list")[0]["serial"].as_str().expect("a serial").to_owned();
        assert!(
            text.contains(&serial) && text.matches("2026-11-21T10:00:00Z").count() == 12,
            "{text}"
        );
    }
}

#[test]
fn the_audit_log_records_every_row_as_stored() {
    let env = TestEnvironment::with_catalogue();
    for line in [
        "recovery policy other --any-initial 1 --any-every none",
        "container create --customer nordwind --kind cloud --user anna --reference K --out k.cred",
        "container create --customer nordwind --kind dongle --hardware 3-1 --label Press",
        "license issue --customer nordwind --product other --seats 5 --term 1y --grace 9d --reference L \
         --users anna,bo --modules export=5@2027-01-01",
        "license edit ref:L --offline-starts 3 --set support=gold --company north",
        "license activate ref:L --unbound",
        "ticket create --license ref:L --reference T",
        "recovery grant ref:L --reason asked",
        "user edit nordwind anna --username annika",
        "key create nightly --edition trial --max-files 9",
        "key retire nightly --yes",
    ] {
        env.line(line).assert(0);
    }
    let counts = env.check_records();
    let tables: Vec<&str> = counts.keys().map(String::as_str).collect();
    assert_eq!(
        tables,
        [
            "activation",
            "container",
            "credential",
            "key",
            "license",
            "policy",
            "recovery_grant",
            "reference",
            "ticket",
        ]
    );
    // The comparison finds a row that is changed directly in the database.
    env.sql("UPDATE container SET label = 'Stolen' WHERE hardware = '3-1'");
    let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| env.check_records()));
    assert!(found.is_err(), "the changed label is not seen");
}
