//! A person without a private key edits the database file, and drops and restores the triggers that
//! forbid the edit. No honest command signs or publishes the result.

use crate::env::TestEnvironment;

/// A home with the limited key `ci`, and with the key `old`, which was revoked.
fn home() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env.line("key create ci --edition commercial --kinds license --max-seats 5 --max-term 30d")
        .assert(0);
    env.line("key create old --edition commercial").assert(0);
    env.line("key revoke old --reason stolen --yes").assert(0);
    env
}

/// Runs SQL without the triggers of the table `key`, and restores them.
fn edit(env: &TestEnvironment, sql: &str) {
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let triggers: Vec<(String, String)> = connection
        .prepare(
            "SELECT name, sql FROM sqlite_schema
             WHERE type = 'trigger' AND tbl_name IN ('key', 'keyset')",
        )
        .expect("prepared")
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("read")
        .collect::<rusqlite::Result<_>>()
        .expect("read");
    assert!(triggers.len() >= 5, "{triggers:?}");
    let dropped: String =
        triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};")).collect();
    let restored: String = triggers.iter().map(|(_, trigger)| format!("{trigger};")).collect();
    env.sql(&format!("PRAGMA foreign_keys = OFF; {dropped} {sql}; {restored}"));
}

/// Checks that commands end with `tampered`, name the difference and change nothing.
fn is_tampered(env: &TestEnvironment, lines: &[&str], difference: &str) {
    let before = env.everything();
    for line in lines {
        let message = env.refused(line, 4, "tampered");
        assert!(message.contains(difference), "{line}: {message}");
        assert_eq!(env.everything(), before, "{line}");
    }
}

/// The commands that sign the key set or publish it.
const KEY_SET: [&str; 5] = [
    "key create new --edition trial",
    "key retire trial --yes",
    "key revoke trial --reason x --yes",
    "key publish --out set",
    "key publish --jwks --out jwks",
];

const ATTACKER: &str = "INSERT INTO key (name, kid, role, edition, state, scope, x, created_at)
     VALUES ('evil', '8ZOkpvLjpDY5WJZnsXjtiu5R7sMVnmlHxN6qn1mSnJE', 'signing', 'commercial',
             'active', '{}', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
             '2026-11-21T10:00:00Z')";

#[test]
fn an_inserted_key_is_never_certified() {
    let env = home();
    edit(&env, ATTACKER);
    is_tampered(&env, &KEY_SET, "key evil is not in the key set");
    // The other keys sign as before.
    env.line("license issue --customer nordwind --product other --unbound").assert(0);
}

#[test]
fn each_difference_is_listed() {
    let env = home();
    edit(&env, ATTACKER);
    edit(&env, "UPDATE key SET name = 'nightly' WHERE name = 'ci'");
    edit(&env, "DELETE FROM key WHERE name = 'trial'");
    insta::assert_snapshot!(env.refused("key publish", 4, "tampered"), @r#"
    the database was changed: 3 differences from version 4 of the key set, which the root key signed:
      key nightly has name "nightly" in the database, but "ci" in the key set
      key evil is not in the key set
      key trial is not in the database | no file was signed or published; compare the database with a backup
    "#);
}

#[test]
fn an_edited_key_signs_nothing() {
    const ISSUE: &str = "license issue --customer nordwind --product other --term 10d --unbound";
    for (sql, key, difference) in [
        ("scope = '{}' WHERE name = 'ci'", "ci", "has scope {} in the database"),
        ("not_after = '2030-01-01T00:00:00Z' WHERE name = 'ci'", "ci", "has not_after"),
        (
            "state = 'active', revoked_at = NULL WHERE name = 'old'",
            "old",
            "has state \"active\" in the database, but \"revoked\" in the key set",
        ),
        ("edition = 'commercial' WHERE name = 'trial'", "trial", "has edition \"commercial\""),
        ("name = 'pro' WHERE name = 'ci'", "pro", "has name \"pro\" in the database"),
    ] {
        let env = home();
        std::fs::copy(env.path("keys/ci.pem"), env.path("keys/pro.pem")).expect("copied");
        edit(&env, &format!("UPDATE key SET {sql}"));
        is_tampered(&env, &KEY_SET, difference);
        let issue = format!("{ISSUE} --key {key}");
        is_tampered(&env, &[&issue, &format!("{issue} --dry-run")], difference);
        env.line("license issue --customer nordwind --product other --unbound --key commercial")
            .assert(0);
    }
}

#[test]
fn another_root_and_its_key_set_are_not_used() {
    let env = home();
    let other = TestEnvironment::seeded(7).and_home();
    let (x, kid, text) = (
        other.text("SELECT x FROM key WHERE name = 'root'"),
        other.text("SELECT kid FROM key WHERE name = 'root'"),
        other.text("SELECT text FROM keyset WHERE version = 1"),
    );
    // The set of another root key, under the own root key.
    let insert = format!(
        "INSERT INTO keyset (version, kid, jti, issued_at, text)
         SELECT 9, kid, 'x', issued_at, '{text}' FROM keyset WHERE version = 1"
    );
    edit(&env, &insert);
    let issue = "license issue --customer nordwind --product other --unbound";
    is_tampered(&env, &KEY_SET, "is not from root key");
    is_tampered(&env, &[issue], "is not from root key");
    // The root key is replaced, too: its private key is another one.
    edit(&env, &format!("UPDATE key SET x = '{x}', kid = '{kid}' WHERE name = 'root'"));
    is_tampered(&env, &KEY_SET[3..], "the key set");
    is_tampered(&env, &[issue], "the key set");
}
