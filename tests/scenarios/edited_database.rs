//! A person without a private key edits the database file, and drops and restores the triggers that
//! forbid the edit. No honest command signs or publishes the result.

use crate::env::TestEnvironment;
use crate::env::computer::Computer;
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update};

/// A home with the limited key `ci`, and with the key `old`, which was revoked.
fn home() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env.line("key create ci --edition commercial --kinds license --max-seats 5 --max-term 30d")
        .assert(0);
    env.line("key create old --edition commercial").assert(0);
    env.line("key revoke old --reason stolen --yes").assert(0);
    env
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
    env.sql_without_triggers(ATTACKER);
    is_tampered(&env, &KEY_SET, "key evil is not in the key set");
    // The other keys sign as before.
    env.line("license issue --customer nordwind --product other --unbound").assert(0);
}

#[test]
fn each_difference_is_listed() {
    let env = home();
    env.sql_without_triggers(ATTACKER);
    env.sql_without_triggers("UPDATE key SET name = 'nightly' WHERE name = 'ci'");
    env.sql_without_triggers("DELETE FROM key WHERE name = 'trial'");
    insta::assert_snapshot!(env.refused("key publish", 4, "tampered"), @r#"
    the database was changed: 3 differences from version 4 of the key set, which the root key signed:
      key nightly has name "nightly" in the database, but "ci" in the key set
      key evil is not in the key set
      key trial is not in the database | no change was made; `licentia doctor --repair keys --dry-run` shows the differences, and without --dry-run the stated values are written back
    "#);
}

#[test]
fn an_edited_key_signs_nothing() {
    const ISSUE: &str = "license issue --customer nordwind --product other --term 10d --unbound";
    let home = home().copy();
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
        let env = TestEnvironment::copied(&home);
        std::fs::copy(env.path("keys/ci.pem"), env.path("keys/pro.pem")).expect("copied");
        env.sql_without_triggers(&format!("UPDATE key SET {sql}"));
        is_tampered(&env, &KEY_SET, difference);
        let issue = format!("{ISSUE} --key {key}");
        is_tampered(&env, &[&issue, &format!("{issue} --dry-run")], difference);
        env.line("license issue --customer nordwind --product other --unbound --key commercial")
            .assert(0);
    }
}

#[test]
fn a_home_without_its_key_set_signs_nothing() {
    let env = home();
    env.sql_without_triggers("DELETE FROM keyset");
    let issue = "license issue --customer nordwind --product other --unbound";
    is_tampered(&env, &KEY_SET, "the key set is missing");
    is_tampered(&env, &[issue], "the key set is missing");
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
    env.sql_without_triggers(&insert);
    let issue = "license issue --customer nordwind --product other --unbound";
    is_tampered(&env, &KEY_SET, "is not from root key");
    is_tampered(&env, &[issue], "is not from root key");
    // The root key is replaced, too: its private key is another one.
    env.sql_without_triggers(&format!(
        "UPDATE key SET x = '{x}', kid = '{kid}' WHERE name = 'root'"
    ));
    is_tampered(&env, &KEY_SET[3..], "the key set");
    is_tampered(&env, &[issue], "the key set");
}

/// A home with a named license for a year in a file, and a license in a cloud container.
fn sold() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product work-management --model named --users anna \
         --seats 5 --term 1y --modules calculator --offline-days 3 --set a=b --reference A \
         --unbound --out a.lic",
    )
    .assert(0);
    env.line(
        "container create --customer nordwind --kind cloud --reference K --label K --out k.cred",
    )
    .assert(0);
    let container = env.text("SELECT serial FROM container");
    env.line(&format!(
        "license issue --customer nordwind --product other --term 1y --checkpoint 30d --reference B \
         --seats 2 --container {container}"
    ))
    .assert(0);
    env
}

/// Edits license A, its activation or its file: `LICENSE`, `ACTIVATION` and `FILE` stand for the
/// condition.
fn edit_a(env: &TestEnvironment, sql: &str) {
    let license = "(SELECT id FROM license WHERE reference = 'A')";
    let activation = format!("(SELECT id FROM activation WHERE license_id = {license})");
    let sql = sql
        .replace("LICENSE", &format!("id = {license}"))
        .replace("MODULE", &format!("license_id = {license}"))
        .replace("ACTIVATION", &format!("id = {activation}"))
        .replace("FILE", &format!("activation_id = {activation}"));
    env.sql_without_triggers(&sql);
}

#[test]
fn an_edited_license_is_neither_signed_nor_handed_out() {
    let sold = sold().copy();
    let serial = |env: &TestEnvironment| env.json("license show ref:A")["serial"].clone();
    let commands = |serial: &str| {
        [
            format!("license edit {serial} --last-day 2030-01-01"),
            format!("license edit {serial} --grace 3d"),
            format!("license edit {serial} --grace 3d --out new.lic"),
            format!("license replace {serial} --grace 9d"),
            format!("license switch {serial} --edition trial --out-dir out"),
            format!("license export {serial} --out again.lic"),
            format!("bundle --license {serial} --out a.licentia"),
        ]
    };
    for (sql, difference) in [
        (
            "UPDATE license SET seats = 500 WHERE LICENSE;
             UPDATE activation SET seats = 500 WHERE ACTIVATION",
            "seats is 500, but the signed file has 5",
        ),
        ("UPDATE license SET ends = '2099-01-01' WHERE LICENSE", "term is"),
        ("UPDATE license SET ends = NULL WHERE LICENSE", "term is"),
        ("UPDATE license SET starts = '2020-01-01' WHERE LICENSE", "term is"),
        ("UPDATE license SET grace_days = 900 WHERE LICENSE", "term is"),
        ("UPDATE license SET checkpoint_days = 9 WHERE LICENSE", "term is"),
        ("UPDATE license SET model = 'floating' WHERE LICENSE", "model is"),
        ("UPDATE license SET enforcement = 'log' WHERE LICENSE", "enforcement is"),
        ("UPDATE license SET offline_days = 900 WHERE LICENSE", "offline is"),
        ("UPDATE license SET offline_starts = 900 WHERE LICENSE", "offline is"),
        ("UPDATE license SET attributes = '{\"a\":\"c\"}' WHERE LICENSE", "attributes is"),
        ("UPDATE license_module SET value = 900 WHERE MODULE", "modules is"),
        ("DELETE FROM license_module WHERE MODULE", "modules is"),
        ("DELETE FROM assignment", "users is"),
        (
            "UPDATE license SET product_id = (SELECT id FROM product WHERE code = 'other')
             WHERE LICENSE; DELETE FROM license_module WHERE MODULE",
            "product is",
        ),
        ("UPDATE file SET revision = 9 WHERE FILE", "the database has file"),
        ("UPDATE file SET jti = 'another' WHERE FILE", "the database has file"),
        (
            "UPDATE file SET kid = (SELECT kid FROM key WHERE name = 'trial') WHERE FILE",
            "the database has file",
        ),
        ("UPDATE file SET text = text || 'A' WHERE FILE", "the stored file of license"),
        (
            "UPDATE file SET text = (SELECT text FROM file ORDER BY id DESC LIMIT 1) WHERE FILE",
            "the database has file",
        ),
    ] {
        let env = TestEnvironment::copied(&sold);
        let serial = serial(&env);
        edit_a(&env, sql);
        let commands = commands(serial.as_str().expect("a serial"));
        let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
        is_tampered(&env, &commands, difference);
        // Another license is signed as before.
        env.line("license extend ref:B --by 1y").assert(0);
    }
}

#[test]
fn a_delivered_license_without_its_file_is_not_signed() {
    let env = sold();
    edit_a(
        &env,
        "DELETE FROM file WHERE FILE; UPDATE license SET seats = 500 WHERE LICENSE;
         UPDATE activation SET seats = 500 WHERE ACTIVATION",
    );
    let lines = ["license edit ref:A --grace 3d", "license edit ref:A --grace 3d --out new.lic"];
    is_tampered(&env, &lines, "its file is missing");
}

#[test]
fn an_edited_file_enters_no_update_and_no_bundle() {
    let env = sold();
    let container = env.text("SELECT serial FROM container");
    env.sql_without_triggers("UPDATE file SET text = (SELECT text FROM file ORDER BY id LIMIT 1)");
    let commands = [
        format!("bundle --container {container} --out k.licentia"),
        format!("container update {container} --out k.upd"),
        format!("container context {container} --out k.ctx"),
    ];
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    is_tampered(&env, &commands, "was changed: it is the file of license");
}

#[test]
fn an_edited_license_is_not_renewed() {
    let env = sold();
    env.sql_without_triggers("UPDATE license SET seats = 20; UPDATE activation SET seats = 20");
    env.line("license issue --customer nordwind --product other --checkpoint 30d --reference C --unbound")
        .assert(0);
    env.at("2026-12-15T10:00:00Z");
    let license = |reference: &str| env.json(&format!("license show ref:{reference}"));
    let (edited, other) = (license("B"), license("C"));
    // The other license is renewed.
    let ran = env.line("license renew --due --within 20d --out-dir out").assert(4);
    assert!(ran.err.contains("seats is 20, but the signed file has 2"), "{ran}");
    assert_eq!(license("B"), edited);
    assert_ne!(license("C")["revision"], other["revision"]);
    let ran = env.line("license renew --due --within 20d --out-dir again --json").assert(4);
    let file = env.path(&format!("again/{}.lic", edited["serial"].as_str().expect("a serial")));
    assert!(!file.exists(), "{ran}");
}

/// Changes that need no new file, or change the order of records, are no tampering.
#[test]
fn an_unedited_license_is_signed_again() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 3 --container @M");
    deliver_update(&home, &computer);
    home.line("user add nordwind zoe").assert(0);
    home.env
        .line(
            "license issue --customer nordwind --product work-management --model named --seats 3 \
             --users zoe,anna --reference B --unbound --modules calculator.pro=5,calculator",
        )
        .assert(0);
    for line in [
        "recovery policy work-management --match-required cpu_model --match-minimum 2",
        "license edit ref:A --grace 1d",
        "recovery policy work-management --match-required none --match-minimum 3",
        "recovery policy ref:A --match-minimum 1",
        "license edit ref:A --grace 2d",
        "container edit @M --label New",
        "product edit work-management --name New --allow-login=yes",
        "customer edit nordwind --name New",
        "license edit ref:A --last-day 2031-01-01",
        "license edit ref:B --grace 1d",
        "assignment remove ref:B anna",
        "assignment add ref:B bo anna",
        "user edit nordwind zoe --username ada",
        "module edit work-management calculator --name New",
        "license edit ref:B --grace 2d",
        "license suspend ref:B --reason unpaid",
        "user edit nordwind ada --username eve",
        "user remove nordwind bo --yes",
        "license reinstate ref:B",
        "license edit ref:B --grace 3d",
        "license export ref:B --out-dir out",
        "license edit ref:B --last-day 2026-12-01",
    ] {
        home.line(line).assert(0);
    }
    // The license has expired when its user is renamed.
    home.env.at("2027-01-10T10:00:00Z");
    for line in [
        "user edit nordwind eve --username ivy",
        "license extend ref:B --last-day 2028-01-01",
        "license switch ref:B --edition trial --reference C --out-dir out",
    ] {
        home.line(line).assert(0);
    }
}

/// Checks that a command refuses a row that was changed alone, and the same row with a forged entry
/// that has a correct chain.
struct Forgery<'a> {
    sql: &'a str,
    table: &'a str,
    reference: &'a str,
    members: serde_json::Value,
    commands: &'a [&'a str],
}

impl Forgery<'_> {
    fn is_refused(&self, home: impl Fn() -> HomeWithContainers) {
        for with_entry in [false, true] {
            let home = home();
            let subject = home.serial(self.reference);
            let sql = self.sql.replace("@@", &subject);
            if with_entry {
                home.env.forge(&sql, self.table, &subject, &self.members);
            } else {
                home.env.sql_without_triggers(&sql);
            }
            let before = home.env.everything();
            for line in self.commands {
                let message = home.refused(line, 4, "tampered");
                assert!(message.contains(&subject), "{line}: {message}");
                assert_eq!(home.env.everything(), before, "{line}");
            }
        }
    }
}

/// Returns a home with a license that is not delivered, a suspended license, a license in a
/// container, and a blocked container.
fn with_licenses() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    home.issue("PARKED", "--seats 5 --term 1y");
    home.issue("STOPPED", "--seats 5 --term 1y");
    home.issue("PLACED", "--seats 5 --term 1y --container @K");
    for line in [
        "license return ref:PLACED --container @K --seats 2",
        "license suspend ref:STOPPED --reason unpaid",
        "container create --customer nordwind --kind cloud --reference N --out n.cred",
        "container block @N --reason lost",
    ] {
        home.line(line).assert(0);
    }
    home
}

#[test]
fn an_edited_license_that_is_not_delivered_is_never_granted() {
    let commands = [
        "license extend ref:PARKED --by 1y",
        "license edit ref:PARKED --grace 9d",
        "license activate ref:PARKED --unbound",
        "license activate ref:PARKED --container @K",
        "license replace ref:PARKED --term 2y",
        "license switch ref:PARKED --edition trial --term 30d",
        "ticket create --license ref:PARKED",
        "recovery grant ref:PARKED --reason r",
    ];
    for (set, members) in [
        ("seats = 500", serde_json::json!({"seats": 500})),
        ("ends = '2040-01-01'", serde_json::json!({"ends": "2040-01-01"})),
        ("grace_days = 99", serde_json::json!({"grace_days": 99})),
        ("enforcement = 'log'", serde_json::json!({"enforcement": "log"})),
    ] {
        let sql = format!("UPDATE license SET {set} WHERE serial = '@@'");
        let forgery = Forgery {
            sql: &sql,
            table: "license",
            reference: "PARKED",
            members,
            commands: &commands,
        };
        forgery.is_refused(with_licenses);
    }
}

#[test]
fn seats_that_are_in_no_file_are_not_enlarged() {
    let forgery = Forgery {
        sql: "UPDATE license SET seats = 500 WHERE serial = '@@'",
        table: "license",
        reference: "PLACED",
        members: serde_json::json!({"seats": 500}),
        commands: &[
            "license activate ref:PLACED --container @K",
            "license extend ref:PLACED --by 1y",
        ],
    };
    forgery.is_refused(with_licenses);
}

/// The index of the log by records is not signed. Without its newest line, a row of an older entry
/// seems to be the newest one.
#[test]
fn a_row_is_not_put_back_by_a_change_of_the_index_of_the_log() {
    let home = with_licenses();
    for (table, reference, set, command) in [
        (
            "license",
            "STOPPED",
            "standing = 'open', reason = NULL, state_since = NULL",
            "license extend ref:STOPPED --by 1y",
        ),
        (
            "container",
            "N",
            "blocked = NULL, blocked_at = NULL, block_enforced_at = NULL, block_reason = NULL",
            "license activate ref:PARKED --container @N",
        ),
    ] {
        let subject = home.serial(reference);
        home.env.sql_without_triggers(&format!(
            "UPDATE {table} SET {set} WHERE serial = '{subject}';
             DELETE FROM audit_record WHERE kind = '{table}' AND subject = '{subject}'
               AND seq = (SELECT max(seq) FROM audit_record WHERE subject = '{subject}')"
        ));
        let message = home.refused(command, 4, "tampered");
        assert!(message.contains("is missing in the log or in its index"), "{message}");
    }
}

#[test]
fn the_seats_of_a_removed_activation_are_not_sold_again() {
    let home = with_licenses();
    home.env.sql_without_triggers(
        "DELETE FROM file WHERE activation_id IN
           (SELECT activation.id FROM activation JOIN license ON license.id = license_id
            WHERE license.reference = 'PLACED');
         DELETE FROM activation WHERE license_id =
           (SELECT id FROM license WHERE reference = 'PLACED')",
    );
    for line in ["license activate ref:PLACED --unbound", "license extend ref:PLACED --by 1y"] {
        let message = home.refused(line, 4, "tampered");
        assert!(message.contains("records is missing"), "{line}: {message}");
    }
}

#[test]
fn a_suspended_license_is_not_opened_in_the_database() {
    let forgery = Forgery {
        sql: "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
              WHERE serial = '@@'",
        table: "license",
        reference: "STOPPED",
        members: serde_json::json!({"standing": "open", "reason": null, "state_since": null}),
        commands: &[
            "license activate ref:STOPPED --unbound",
            "license extend ref:STOPPED --by 1y",
            "ticket create --license ref:STOPPED",
        ],
    };
    forgery.is_refused(with_licenses);
}

#[test]
fn a_container_is_not_unblocked_in_the_database() {
    let forgery = Forgery {
        sql: "UPDATE container SET blocked = NULL, block_reason = NULL, blocked_at = NULL,
                                   block_enforced_at = NULL
              WHERE serial = '@@'",
        table: "container",
        reference: "N",
        members: serde_json::json!({
            "blocked": null, "block_reason": null, "blocked_at": null, "block_enforced_at": null,
        }),
        commands: &["license activate ref:PARKED --container @N"],
    };
    forgery.is_refused(with_licenses);
}

#[test]
fn a_returned_activation_without_its_entry_is_found() {
    let home = with_licenses();
    home.env.sql_without_triggers(
        "UPDATE activation SET state = 'returned', ended_at = '2026-11-21T10:00:00Z'
         WHERE state = 'live' AND license_id = (SELECT id FROM license WHERE reference = 'PLACED')",
    );
    home.refused("license activate ref:PLACED --container @K", 4, "tampered");
}

#[test]
fn a_license_whose_entry_no_key_signed_is_never_granted() {
    for sql in [
        "DELETE FROM audit_anchor",
        "UPDATE audit_anchor SET signature = zeroblob(64)",
        "UPDATE audit_anchor SET kid = (SELECT kid FROM key WHERE name = 'trial')",
        "UPDATE audit_anchor SET first_seq = last_seq + 1 WHERE 0; DELETE FROM audit_record",
    ] {
        let home = with_licenses();
        home.env.sql_without_triggers(sql);
        for line in ["license activate ref:PARKED --unbound", "license edit ref:PARKED --seats 6"] {
            home.refused(line, 4, "tampered");
        }
    }
}

#[test]
fn a_ticket_is_not_enlarged_in_the_database() {
    let home = with_licenses();
    let code = home.json("ticket create --license ref:PARKED --unbound-allowed --reference T");
    let code = code["code"].as_str().expect("a code").to_owned();
    home.env.sql_without_triggers("UPDATE ticket SET uses = 99, used = 0");
    home.refused(&format!("ticket redeem {code} --unbound"), 4, "tampered");
}

#[test]
fn an_edited_license_stops_no_other_renewal() {
    let home = HomeWithContainers::new();
    for reference in ["ONE", "TWO"] {
        home.issue(reference, "--seats 5 --checkpoint 30d --container @K");
        home.line(&format!("license return ref:{reference} --container @K --seats 2")).assert(0);
    }
    let serial = home.serial("ONE");
    let sql = format!("UPDATE license SET seats = 500 WHERE serial = '{serial}'");
    home.env.forge(&sql, "license", &serial, &serde_json::json!({"seats": 500}));
    home.env.at("2026-12-18T10:00:00Z");
    let renewed = home.line("license renew --due --within 30d");
    assert_eq!(renewed.status, 4, "{renewed}");
    assert!(
        renewed.err.contains(&serial) && renewed.err.contains("Renewed 1 license"),
        "{renewed}"
    );
}

/// Returns a home with a license in a device that has one recovery, and a recovery of another
/// license.
fn with_recoveries() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    for line in [
        "recovery policy work-management --any-initial 1 --any-every 2y --any-cap 3",
        "container create --customer nordwind --kind dongle --hardware 1 --reference F",
    ] {
        home.line(line).assert(0);
    }
    home.issue("USED", "--seats 5 --term 9y --container @D");
    home.line("recovery grant ref:USED --reason lost").assert(0);
    home.line("recovery issue --from @D --to @F --reason lost").assert(0);
    home
}

#[test]
fn the_facts_of_a_quota_are_not_edited() {
    let copy = with_recoveries().env.copy();
    for (sql, difference) in [
        (
            "UPDATE product SET recovery = '{\"any-initial\":\"9\"}'
             WHERE code = 'work-management'",
            "policy work-management",
        ),
        ("UPDATE recovery_grant SET count = 99", "the grants of license"),
        (
            "INSERT INTO recovery_grant (license_id, scope, count, reason, created_at)
             SELECT license_id, scope, 50, 'x', created_at FROM recovery_grant",
            "the grants of license",
        ),
        ("DELETE FROM recovery_license; DELETE FROM recovery", "it has 0, but the audit log has 1"),
        (
            "UPDATE recovery SET reversed_at = created_at, reversed_why = 'x'",
            "was changed in the database: reversed_",
        ),
        ("UPDATE recovery SET returned = 1", "returned is true"),
        ("UPDATE recovery_license SET scope = NULL", "was changed in the database: licenses"),
        (
            "UPDATE activation SET created_at = '2019-01-01T00:00:00Z'",
            "the first activation of license",
        ),
        (
            "UPDATE license SET recovery = '{\"any-initial\":\"9\"}' WHERE reference = 'USED'",
            "recovery is",
        ),
    ] {
        let home = HomeWithContainers { env: TestEnvironment::copied(&copy) };
        home.env.sql_without_triggers(sql);
        let before = home.env.everything();
        for line in [
            "recovery issue --from @F --to @E --reason lost",
            "recovery grant ref:USED --reason again",
        ] {
            let message = home.refused(line, 4, "tampered");
            assert!(message.contains(difference), "{sql}: {message}");
            assert_eq!(home.env.everything(), before, "{line}");
        }
    }
    let home = HomeWithContainers { env: TestEnvironment::copied(&copy) };
    home.line("recovery issue --from @F --to @E --reason lost").assert(0);
}

#[test]
fn a_forged_entry_grants_no_recovery() {
    let copy = with_recoveries().env.copy();
    for (sql, table, members) in [
        (
            "UPDATE product SET recovery = '{\"any-initial\":\"9\"}'
             WHERE code = 'work-management'",
            "policy",
            serde_json::json!({"recovery": {"any-initial": "9"}}),
        ),
        (
            "INSERT INTO recovery_grant (license_id, scope, count, reason, created_at)
             SELECT license_id, scope, 50, reason, created_at FROM recovery_grant",
            "recovery_grant",
            serde_json::json!({"count": 50}),
        ),
        (
            "UPDATE recovery SET reversed_at = created_at, reversed_why = 'x'",
            "recovery",
            serde_json::json!({"reversed_at": "2026-11-21T10:00:00Z", "reversed_why": "x"}),
        ),
    ] {
        let home = HomeWithContainers { env: TestEnvironment::copied(&copy) };
        let subject = match table {
            "policy" => "work-management".to_owned(),
            "recovery" => home.env.text("SELECT serial FROM recovery"),
            _ => home.serial("USED"),
        };
        home.env.forge(sql, table, &subject, &members);
        home.refused("recovery issue --from @F --to @E --reason lost", 4, "tampered");
    }
}

/// The signature of an update vouches for its container and its licenses.
#[test]
fn an_update_does_not_vouch_for_an_edited_row() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1").assert(0);
    home.issue("A", "--seats 5 --term 1y --container @D");
    home.issue("B", "--seats 5 --term 1y --container @K");
    home.line("license return ref:A --container @D").assert(0);
    home.line("container block @E --reason lost").assert(0);
    let copy = home.env.copy();
    for (sql, command) in [
        (
            "UPDATE container SET blocked = NULL, blocked_at = NULL, block_enforced_at = NULL,
             block_reason = NULL WHERE serial = '@E'",
            "container update @E --out e.upd",
        ),
        (
            "UPDATE activation SET state = 'live', ended_at = NULL, ends_as = NULL, gone_at = NULL
             WHERE container_id = (SELECT id FROM container WHERE serial = '@D')",
            "container update @D --out d.upd",
        ),
        // The new container of a recovery has another license.
        (
            "UPDATE activation SET state = 'live', ended_at = NULL, ends_as = NULL, gone_at = NULL
             WHERE container_id = (SELECT id FROM container WHERE serial = '@D')",
            "recovery issue --from @K --to @D --reason lost --out-dir out",
        ),
        (
            "UPDATE container SET counter = counter + 7 WHERE serial = '@K'",
            "license move ref:B --from @K --to @D",
        ),
        (
            "UPDATE container SET counter = counter + 7 WHERE serial = '@K'",
            "container context @K --out k.ctx",
        ),
    ] {
        let home = HomeWithContainers { env: TestEnvironment::copied(&copy) };
        let sql = ["D", "E", "K"]
            .into_iter()
            .fold(sql.to_owned(), |sql, name| sql.replace(&format!("@{name}"), &home.serial(name)));
        home.env.sql_without_triggers(&sql);
        let before = home.env.everything();
        home.refused(command, 4, "tampered");
        assert_eq!(home.env.everything(), before, "{command}");
    }
}
