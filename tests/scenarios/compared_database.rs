//! Edits of the database that `licentia check` finds. Each edit is made alone in a copy of one
//! home, with the triggers dropped and put back. Edits that grant something are made again together
//! with a forged entry that has a correct chain.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::env::TestEnvironment;
use crate::env::computer::Computer;
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update};
use crate::env::home_copy::HomeCopy;

/// Returns a home with records of each kind.
fn sold() -> HomeWithContainers {
    static COPY: OnceLock<HomeCopy> = OnceLock::new();
    let env = TestEnvironment::copied(COPY.get_or_init(|| sell().env.copy()));
    env.at("2026-11-22T10:00:00Z");
    HomeWithContainers { env }
}

fn sell() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    {
        let computer = Computer::new(&home.env, 1);
        create_device_container(&home, &computer);
        home.issue("M1", "--seats 3 --term 1y --container @M");
        deliver_update(&home, &computer);
    }
    home.issue(
        "A",
        "--seats 5 --term 1y --modules calculator --offline-days 3 --set a=b --unbound",
    );
    home.issue("PARKED", "--seats 5 --term 1y");
    home.issue("STOPPED", "--seats 5 --term 1y");
    home.issue("ENDED", "--seats 5 --term 1y --unbound");
    home.issue("DONGLE", "--seats 4 --term 1y --container @D");
    for line in [
        "license issue --customer nordwind --product work-management --model named --users anna \
         --seats 5 --term 1y --reference NAMED --container @K",
        "license edit ref:A --grace 3d",
        "license suspend ref:STOPPED --reason unpaid",
        "license revoke ref:ENDED --reason stolen --yes",
        "container update @D --out d.upd",
        "license return ref:DONGLE --container @D --seats 2",
        "container create --customer nordwind --kind cloud --reference N --out n.cred",
        "container block @N --reason lost",
        "ticket create --license ref:PARKED --uses 3 --reference T",
        "recovery policy work-management --any-initial 2",
        "recovery grant ref:PARKED --reason case --count 2 --reference G",
        "container context @K --out k.ctx",
        "key create ci --edition commercial --products other --no-passphrase",
        "status publish --out 1.status",
        "user edit nordwind bo --email bo@nordwind.example",
        "customer edit nordwind --email it@nordwind.example",
    ] {
        home.line(line).assert(0);
    }
    home
}

/// Returns the differences that `check` lists: the kind, the subject and the message.
fn differences(env: &TestEnvironment) -> Vec<(String, String, String)> {
    let ran = env.line("check --json");
    let items = ran.json()["items"].as_array().expect("items").clone();
    let text = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
    let found: Vec<_> = items
        .iter()
        .filter(|item| item["code"] == "tampered")
        .map(|item| (text(item, "kind"), text(item, "subject"), text(item, "message")))
        .collect();
    assert_eq!(ran.status == 4, !found.is_empty(), "{ran}");
    found
}

/// Checks that `check` finds a difference of a record. An empty subject stands for any.
fn is_found(env: &TestEnvironment, edit: &str, kind: &str, subject: &str) {
    let found = differences(env);
    let is_it = |(own, of, _): &(String, String, String)| {
        own == kind && (subject.is_empty() || of == subject)
    };
    assert!(found.iter().any(is_it), "{edit}: {kind} {subject} is not in {found:?}");
}

/// The edits: the statement, and the kind and the reference (or the subject) of the difference.
/// `@@` stands for the serial of the license or the container with the reference.
const EDITS: &[(&str, &str, &str)] = &[
    // Terms of licenses.
    ("UPDATE license SET seats = 500 WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET seats = 500 WHERE serial = '@@'", "license", "@A"),
    ("UPDATE license SET ends = '2099-01-01' WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET starts = '2020-01-01' WHERE serial = '@@'", "license", "@A"),
    ("UPDATE license SET checkpoint_days = 90 WHERE serial = '@@'", "license", "@A"),
    ("UPDATE license SET grace_days = 90 WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET offline_days = 90 WHERE serial = '@@'", "license", "@A"),
    ("UPDATE license SET offline_starts = 90 WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET hosts_per_user = 9 WHERE serial = '@@'", "license", "@NAMED"),
    ("UPDATE license SET enforcement = 'log' WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET model = 'named' WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET edition = 'trial' WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET attributes = '{\"a\":\"c\"}' WHERE serial = '@@'", "license", "@A"),
    (
        "UPDATE license SET product_id = (SELECT id FROM product WHERE code = 'other')
         WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    (
        "UPDATE license SET company_id = (SELECT id FROM company) WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    ("DELETE FROM license_module", "license", "@A"),
    ("UPDATE license_module SET value = 900", "license", "@A"),
    ("UPDATE license_module SET ends = '2030-01-01'", "license", "@A"),
    ("DELETE FROM assignment", "license", "@NAMED"),
    (
        "INSERT INTO assignment SELECT license.id, customer_user.id, license.customer_id, '2026-11-21T10:00:00Z'
         FROM license JOIN customer_user ON username = 'bo' WHERE serial = '@@'",
        "license",
        "@NAMED",
    ),
    // The life cycle and the computed columns of licenses.
    (
        "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
         WHERE serial = '@@'",
        "license",
        "@STOPPED",
    ),
    (
        "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
         WHERE serial = '@@'",
        "license",
        "@ENDED",
    ),
    ("UPDATE license SET reason = 'paid' WHERE serial = '@@'", "license", "@STOPPED"),
    (
        "UPDATE license SET state_since = '2025-01-01T00:00:00Z' WHERE serial = '@@'",
        "license",
        "@STOPPED",
    ),
    ("UPDATE license SET revision = 9 WHERE serial = '@@'", "license", "@PARKED"),
    ("UPDATE license SET reference = 'X' WHERE serial = '@@'", "license", "@PARKED"),
    (
        "UPDATE license SET replaces = (SELECT serial FROM license WHERE reference = 'A')
         WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    ("UPDATE license SET adopted = 1 WHERE serial = '@@'", "license", "@PARKED"),
    (
        "UPDATE license SET recovery = '{\"any-initial\":\"99\"}' WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    (
        "UPDATE license SET created_at = '2020-01-01T00:00:00Z' WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    (
        "UPDATE license SET changed_at = '2090-01-01T00:00:00Z' WHERE serial = '@@'",
        "license",
        "@PARKED",
    ),
    ("UPDATE license SET placed = 0 WHERE serial = '@@'", "license", "@A"),
    ("UPDATE license SET in_hardware = 0 WHERE serial = '@@'", "license", "@DONGLE"),
    ("DELETE FROM license WHERE serial = '@@'", "license", "@PARKED"),
    (
        "INSERT INTO license (serial, product_id, customer_id, edition, model, seats, starts, grace_days,
                              enforcement, attributes, revision, standing, created_at, changed_at)
         SELECT 'L-00000-00000', product_id, customer_id, edition, model, 900, starts, grace_days,
                enforcement, attributes, 1, 'open', created_at, changed_at
         FROM license WHERE reference = 'PARKED'",
        "license",
        "L-00000-00000",
    ),
    // Activations.
    (
        "UPDATE activation SET seats = 500
         WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
        "license",
        "@A",
    ),
    (
        "UPDATE activation SET state = 'returned', ended_at = '2026-11-21T10:00:00Z'
         WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
        "license",
        "@NAMED",
    ),
    (
        "UPDATE activation SET state = 'returned', ended_at = '2026-11-21T10:00:00Z', ends_as = NULL,
                               gone_at = NULL
         WHERE state = 'returning'",
        "license",
        "@DONGLE",
    ),
    ("UPDATE activation SET generation = 2", "license", "@A"),
    ("UPDATE activation SET gone_at = 1 WHERE state = 'returning'", "license", "@DONGLE"),
    (
        "UPDATE activation SET container_id = (SELECT id FROM container WHERE reference = 'N')
         WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
        "license",
        "@NAMED",
    ),
    ("UPDATE activation SET created_at = '2020-01-01T00:00:00Z'", "license", "@A"),
    (
        "DELETE FROM file WHERE activation_id IN
           (SELECT activation.id FROM activation JOIN license ON license.id = license_id
            WHERE serial = '@@');
         DELETE FROM activation WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
        "license",
        "@ENDED",
    ),
    // License files.
    ("UPDATE file SET revision = revision + 7", "license", "@A"),
    ("UPDATE file SET jti = jti || 'x'", "license", "@A"),
    ("UPDATE file SET kid = (SELECT kid FROM key WHERE name = 'trial')", "license", "@A"),
    ("UPDATE file SET status_idx = (status_idx + 7) % 1048576", "license", "@A"),
    ("UPDATE file SET issued_at = '2020-01-01T00:00:00Z'", "license", "@A"),
    ("UPDATE file SET expires_at = '2090-01-01T00:00:00Z'", "license", "@A"),
    ("UPDATE file SET text = text || 'A'", "license", "@A"),
    (
        "UPDATE file SET text = (SELECT text FROM file ORDER BY id DESC LIMIT 1)",
        "license",
        "@A",
    ),
    ("DELETE FROM file", "license", "@A"),
    // Containers.
    (
        "UPDATE container SET blocked = NULL, block_reason = NULL, blocked_at = NULL,
                              block_enforced_at = NULL
         WHERE serial = '@@'",
        "container",
        "@N",
    ),
    (
        "UPDATE container SET block_enforced_at = '2090-01-01T00:00:00Z' WHERE serial = '@@'",
        "container",
        "@N",
    ),
    ("UPDATE container SET counter = counter + 1 WHERE serial = '@@'", "container", "@K"),
    ("UPDATE container SET confirmed_counter = 1 WHERE serial = '@@'", "container", "@M"),
    ("UPDATE container SET hardware = '3-99' WHERE serial = '@@'", "container", "@D"),
    ("UPDATE container SET label = 'X' WHERE serial = '@@'", "container", "@K"),
    ("UPDATE container SET username = 'x' WHERE serial = '@@'", "container", "@K"),
    ("UPDATE container SET properties = '{\"machine_id\":\"x\"}' WHERE serial = '@@'", "container", "@M"),
    ("UPDATE container SET key = 'x' WHERE serial = '@@'", "container", "@M"),
    (
        "UPDATE container SET user_id = (SELECT id FROM customer_user WHERE username = 'bo')
         WHERE serial = '@@'",
        "container",
        "@K",
    ),
    (
        "UPDATE container SET customer_id = (SELECT id FROM customer WHERE code = 'sued')
         WHERE serial = '@@'",
        "container",
        "@D",
    ),
    ("UPDATE container SET retired_at = '2026-11-21T10:00:00Z' WHERE serial = '@@'", "container", "@E"),
    ("UPDATE container SET lost_at = '2026-11-21T10:00:00Z' WHERE serial = '@@'", "container", "@E"),
    ("UPDATE container SET resync = 1 WHERE serial = '@@'", "container", "@M"),
    ("DELETE FROM container WHERE serial = '@@'", "container", "@E"),
    (
        "UPDATE container_property SET hash = hash || 'x'",
        "container",
        "@M",
    ),
    ("DELETE FROM container_property", "container", "@M"),
    // Signed texts of containers.
    ("UPDATE container_receipt SET text = text || 'A' WHERE text IS NOT NULL", "container", "@M"),
    ("UPDATE container_receipt SET counter = 9 WHERE text IS NOT NULL", "container", "@M"),
    ("UPDATE container_update SET text = text || 'A'", "container", "@D"),
    ("UPDATE container_update SET counter = counter + 1", "container", "@D"),
    ("UPDATE container_update SET container_id = (SELECT id FROM container WHERE reference = 'E')
         WHERE container_id = (SELECT id FROM container WHERE reference = 'D')", "container", "@E"),
    ("UPDATE container_context SET text = text || 'A'", "container", "@K"),
    ("UPDATE container_context SET jti = 'x'", "container", "@K"),
    // Credentials.
    ("UPDATE credential SET generation = 7", "credential", ""),
    ("UPDATE credential SET ended_at = '2026-11-21T10:00:00Z', ended_as = 'revoked'", "credential", ""),
    ("UPDATE credential SET kid = (SELECT kid FROM key WHERE name = 'trial')", "credential", ""),
    ("UPDATE credential SET status_idx = (status_idx + 7) % 1048576", "credential", ""),
    ("UPDATE credential SET claims = json_set(claims, '$.sub', 'x')", "credential", ""),
    ("DELETE FROM credential WHERE id = (SELECT max(id) FROM credential)", "credential", ""),
    // Tickets, references, grants and policies.
    ("UPDATE ticket SET uses = 99", "ticket", ""),
    ("UPDATE ticket SET used = 2", "ticket", ""),
    ("UPDATE ticket SET expires_at = '2090-01-01T00:00:00Z'", "ticket", ""),
    ("UPDATE ticket SET unbound_allowed = 1", "ticket", ""),
    (
        "UPDATE ticket_license SET license_id = (SELECT id FROM license WHERE reference = 'A')",
        "ticket",
        "",
    ),
    ("DELETE FROM ticket_license; DELETE FROM ticket", "ticket", ""),
    ("UPDATE reference SET request = '{}' WHERE reference = 'A'", "reference", "A"),
    (
        "UPDATE reference SET subject = (SELECT serial FROM license WHERE reference = 'PARKED')
         WHERE reference = 'A'",
        "reference",
        "A",
    ),
    ("DELETE FROM reference WHERE reference = 'A'", "reference", ""),
    ("UPDATE recovery_grant SET count = 99", "license", "@PARKED"),
    ("UPDATE recovery_grant SET created_at = '2025-01-01T00:00:00Z'", "license", "@PARKED"),
    ("DELETE FROM recovery_grant", "license", "@PARKED"),
    (
        "UPDATE product SET recovery = '{\"any-initial\":\"99\"}' WHERE code = 'work-management'",
        "product",
        "work-management",
    ),
    // Keys and key sets.
    ("UPDATE key SET scope = '{}' WHERE name = 'ci'", "key", "ci"),
    ("UPDATE key SET max_files = 9000 WHERE name = 'ci'", "key", "ci"),
    ("UPDATE key SET not_after = '2090-01-01T00:00:00Z' WHERE name = 'ci'", "key", "ci"),
    ("UPDATE key SET purposes = '[\"recovery\"]' WHERE name = 'ci'", "key", "ci"),
    ("UPDATE key SET name = 'pro' WHERE name = 'ci'", "key", "pro"),
    ("UPDATE key SET created_at = '2020-01-01T00:00:00Z' WHERE name = 'ci'", "key", "ci"),
    ("UPDATE key SET files_signed = 0 WHERE name = 'commercial'", "key", "commercial"),
    ("DELETE FROM key WHERE name = 'ci'", "key", "ci"),
    ("UPDATE keyset SET text = text || 'A' WHERE version = 1", "keyset", "1"),
    ("UPDATE keyset SET issued_at = '2020-01-01T00:00:00Z' WHERE version = 1", "keyset", "1"),
    ("DELETE FROM keyset WHERE version = (SELECT max(version) FROM keyset)", "key", "ci"),
    ("DELETE FROM keyset", "keyset", "newest"),
    // Status lists.
    ("UPDATE status_token SET text = text || 'A'", "status", ""),
    ("UPDATE status_token SET expires_at = '2090-01-01T00:00:00Z'", "status", ""),
    ("UPDATE status_list SET taken = 1", "status", "1"),
    // Products, modules and customers.
    ("UPDATE product SET name = 'X' WHERE code = 'other'", "product", "other"),
    ("UPDATE product SET allow_login = 1 - allow_login WHERE code = 'other'", "product", "other"),
    ("UPDATE product SET retired_at = '2026-11-21T10:00:00Z' WHERE code = 'other'", "product", "other"),
    ("UPDATE module SET name = 'X' WHERE code = 'calculator'", "module", "work-management/calculator"),
    ("UPDATE customer SET name = 'X' WHERE code = 'nordwind'", "customer", "nordwind"),
    ("UPDATE customer SET email = NULL WHERE code = 'nordwind'", "customer", "nordwind"),
    ("UPDATE company SET name = 'X'", "company", "nordwind/north"),
    ("UPDATE customer_user SET admin = 1 WHERE username = 'bo'", "user", "nordwind/user:2"),
    ("UPDATE customer_user SET username = 'eve' WHERE username = 'bo'", "user", "nordwind/user:2"),
    // The audit log.
    (
        "UPDATE audit SET entry = json_set(entry, '$.action', 'license.edit') WHERE seq = 9",
        "audit",
        "9",
    ),
    ("DELETE FROM audit_record WHERE seq = 20", "audit", "20"),
    ("INSERT INTO audit_record VALUES ('license', 'L-1', 9)", "audit", "9"),
    ("UPDATE audit_anchor SET signature = zeroblob(64)", "audit", ""),
    ("UPDATE audit_anchor SET first_seq = 1", "audit", ""),
    ("DELETE FROM audit_anchor", "license", "@PARKED"),
    ("UPDATE audit_person SET value = 'x' WHERE number = 1 AND seq = 9", "audit", "9"),
    (
        "INSERT INTO audit_person VALUES (9000, 1, zeroblob(16), 'x')",
        "audit",
        "9000",
    ),
    // References between tables, and the pages of the file.
    ("UPDATE session SET license_id = 9000; UPDATE license_module SET module_id = 9000", "database", ""),
];

#[test]
fn each_edit_is_found() {
    let home = sold();
    assert_eq!(differences(&home.env), []);
    assert!(EDITS.len() >= 100, "{} edits", EDITS.len());
    for (sql, kind, subject) in EDITS {
        let home = sold();
        let subject = match subject.strip_prefix('@') {
            Some(reference) => home.serial(reference),
            None => (*subject).to_owned(),
        };
        home.env.sql_without_triggers(&sql.replace("@@", &subject));
        is_found(&home.env, sql, kind, &subject);
    }
}

/// Edits that grant something, together with an entry that has a correct chain and no signature:
/// the statement, the recorded table, the reference, and the members of the forged record.
type Forgery = (&'static str, &'static str, &'static str, fn() -> Value);

const FORGERIES: &[Forgery] = &[
    (
        "UPDATE license SET seats = 500 WHERE serial = '@@'",
        "license",
        "PARKED",
        || json!({"seats": 500}),
    ),
    (
        "UPDATE license SET ends = '2099-01-01' WHERE serial = '@@'",
        "license",
        "PARKED",
        || json!({"ends": "2099-01-01"}),
    ),
    (
        "UPDATE license SET seats = 500 WHERE serial = '@@'",
        "license",
        "A",
        || json!({"seats": 500}),
    ),
    (
        "UPDATE license SET enforcement = 'log' WHERE serial = '@@'",
        "license",
        "PARKED",
        || json!({"enforcement": "log"}),
    ),
    (
        "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
         WHERE serial = '@@'",
        "license",
        "STOPPED",
        || json!({"standing": "open", "reason": null, "state_since": null}),
    ),
    (
        "UPDATE license SET standing = 'open', reason = NULL, state_since = NULL
         WHERE serial = '@@'",
        "license",
        "ENDED",
        || json!({"standing": "open", "reason": null, "state_since": null}),
    ),
    (
        "UPDATE activation SET seats = 500
         WHERE license_id = (SELECT id FROM license WHERE serial = '@@')",
        "activation",
        "A",
        || json!({"seats": 500}),
    ),
    (
        "UPDATE container SET blocked = NULL, block_reason = NULL, blocked_at = NULL,
                              block_enforced_at = NULL
         WHERE serial = '@@'",
        "container",
        "N",
        || {
            json!({
                "blocked": null, "block_reason": null, "blocked_at": null,
                "block_enforced_at": null,
            })
        },
    ),
    (
        "UPDATE container SET customer_id = (SELECT id FROM customer WHERE code = 'sued')
         WHERE serial = '@@'",
        "container",
        "D",
        || json!({"customer": "sued"}),
    ),
];

#[test]
fn each_edit_with_a_forged_entry_is_found() {
    for (sql, table, reference, members) in FORGERIES {
        let home = sold();
        let subject = home.serial(reference);
        home.env.forge(&sql.replace("@@", &subject), table, &subject, &members());
        let kind = if *table == "container" { "container" } else { "license" };
        is_found(&home.env, sql, kind, &subject);
    }
    let home = sold();
    let ticket = home.env.text("SELECT serial FROM ticket");
    home.env.forge("UPDATE ticket SET uses = 99", "ticket", &ticket, &json!({"uses": 99}));
    is_found(&home.env, "uses", "ticket", &ticket);
    let home = sold();
    let forged = json!({"scope": {}});
    home.env.forge("UPDATE key SET scope = '{}' WHERE name = 'ci'", "key", "ci", &forged);
    is_found(&home.env, "scope", "key", "ci");
}

/// One edited row hides no other, and no line is listed after the first thousand differences.
#[test]
fn all_edits_are_listed_up_to_a_limit() {
    let home = sold();
    let edited = ["A", "PARKED", "NAMED"].map(|reference| home.serial(reference));
    home.env.sql_without_triggers(
        "UPDATE license SET grace_days = 77 WHERE reference IN ('A', 'PARKED', 'NAMED');
         UPDATE ticket SET uses = 99",
    );
    let found = differences(&home.env);
    let mut subjects: Vec<&String> = found.iter().map(|(_, subject, _)| subject).collect();
    subjects.dedup();
    let ticket = home.env.text("SELECT serial FROM ticket");
    for subject in edited.iter().chain([&ticket]) {
        assert!(subjects.contains(&subject), "{subject} is not in {found:?}");
    }
    home.env.sql_without_triggers(
        "WITH RECURSIVE number (n) AS (SELECT 9000 UNION ALL SELECT n + 1 FROM number LIMIT 1100)
         INSERT INTO audit_record SELECT 'license', 'L-' || n, n FROM number",
    );
    let report = home.env.line("check --json").json();
    assert_eq!(report["items"].as_array().expect("items").len(), 1000);
    assert!(report["further"].as_u64().expect("a number") > 1_000, "{}", report["further"]);
    assert!(home.env.line("check").text().contains("further differences: "));
}

/// A quick report compares nothing.
#[test]
fn a_quick_report_omits_the_comparison() {
    let home = sold();
    home.env.sql_without_triggers("UPDATE license SET seats = 500");
    let report = home.env.line("check --quick --json");
    assert!(report.status <= 1, "{report}");
    assert_eq!(report.json()["compared"], false);
}

/// `doctor` reports the same differences as `check`, and changes nothing.
#[test]
fn doctor_reports_the_differences() {
    let home = sold();
    assert_eq!(home.env.json("doctor")["open"], json!([]));
    let license = home.serial("PARKED");
    home.env.sql_without_triggers("UPDATE license SET seats = 500 WHERE reference = 'PARKED'");
    let before = home.env.everything();
    let ran = home.env.line("doctor --json");
    assert_eq!((ran.status, ran.json()["open"][0]["subject"].as_str()), (4, Some(&*license)));
    assert_eq!(home.env.everything(), before);
    assert!(home.env.line("doctor").err.contains("seats is 500"));
}
