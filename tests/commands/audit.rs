use insta::assert_snapshot;
use sha2::{Digest as _, Sha256};

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
    SEQ  AT                    ACTOR   ACTION       SUBJECT         SIGNED BY  DETAIL
    9    2026-11-21T10:00:00Z  tester  company.add  nordwind/north  -          customer=nordwind code=north name=North
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

/// Returns the sequence numbers of a list.
fn listed(env: &TestEnvironment, options: &str) -> Vec<i64> {
    let list = env.json(&format!("audit list {options}"));
    let entries = list.as_array().expect("a list");
    entries.iter().map(|entry| entry["seq"].as_i64().expect("a number")).collect()
}

#[test]
fn a_list_has_the_newest_entries_or_the_oldest() {
    let env = TestEnvironment::with_catalogue();
    for (options, expected) in [
        ("--last 3", vec![9, 10, 11]),
        ("--last 3 --reverse", vec![11, 10, 9]),
        ("--reverse --limit 2", vec![11, 10]),
        ("--reverse --limit 2 --after 10", vec![9, 8]),
        ("--reverse --after 1", vec![]),
        ("--limit 2", vec![1, 2]),
        ("--limit 2 --after 2", vec![3, 4]),
        ("--last 2 --action module.add", vec![5, 7]),
        ("--last 2 --action module.add --reverse", vec![7, 5]),
        ("--last 1 --subject NORDWIND/anna", vec![10]),
        ("--last 2 --actor tester --process licentia", vec![10, 11]),
        ("--last 100", (1..=11).collect()),
        ("--last 0", vec![]),
    ] {
        assert_eq!(listed(&env, options), expected, "{options}");
    }
    for options in ["--last 1 --limit 1", "--last 1 --after 1"] {
        env.refused(&format!("audit list {options}"), 2, "usage");
    }
    // The whole log is not read: an entry that cannot be read is before the last ones.
    env.sql_without_triggers("UPDATE audit SET entry = json_set(entry, '$.x', 1) WHERE seq = 7");
    assert_eq!(listed(&env, "--last 4"), [8, 9, 10, 11]);
    assert_eq!(listed(&env, "--reverse --limit 4"), [11, 10, 9, 8]);
    env.line("audit list").assert(5);
}

#[test]
fn a_period_has_dates_or_instants() {
    let env = TestEnvironment::with_home();
    for (code, at) in [
        ("a", "2026-11-30T23:59:59Z"),
        ("b", "2026-12-01T00:00:00Z"),
        ("c", "2026-12-02T12:00:00Z"),
        // The clock is set back.
        ("d", "2026-11-30T08:00:00Z"),
    ] {
        env.at(at);
        env.line(&format!("customer add {code} --name {code}")).assert(0);
    }
    for (options, expected) in [
        ("--since 2026-12-01", vec![3, 4]),
        ("--until 2026-12-01", vec![1, 2, 5]),
        ("--since 2026-11-30 --until 2026-12-01", vec![2, 5]),
        ("--since 2026-12-01T00:00:01Z", vec![4]),
        ("--until 2026-12-02T12:00:00Z", vec![1, 2, 3, 5]),
        ("--until 2026-12-01 --last 2", vec![2, 5]),
        ("--until 2026-12-01 --reverse", vec![5, 2, 1]),
        ("--since 2026-12-01 --last 1", vec![4]),
        ("--since 2027-01-01", vec![]),
        ("--until 2026-01-01 --reverse", vec![]),
    ] {
        assert_eq!(listed(&env, options), expected, "{options}");
    }
    assert_snapshot!(env.refused("audit list --since yesterday", 2, "usage"), @r#"--since: "yesterday" is neither a date nor an instant | write a date like 2026-11-21, or an instant like 2026-11-21T09:30:00Z"#);
    assert_snapshot!(env.refused("audit list --until 2026-02-30", 2, "usage"), @"--until: 2026-02-30 is not a day of the calendar | write a date as YYYY-MM-DD, like 2027-03-31");
}

#[test]
fn an_entry_names_the_process() {
    let env = TestEnvironment::with_catalogue();
    let newest = || env.json("audit list --last 1")[0]["process"].clone();
    assert_eq!(newest(), "licentia");
    let issue = "license issue --customer nordwind --product other --term 1y --checkpoint 10d \
                 --unbound";
    env.line(issue).assert(0);
    env.at("2026-11-30T10:00:00Z");
    env.line("license renew --due --out-dir first").assert(0);
    assert_eq!(newest(), "license-maintenance");
    env.line("customer add sued --name Sued").assert(0);
    assert_eq!(newest(), "licentia");
    env.set_var("LICENTIA_PROCESS", "portal");
    env.line("customer add nord --name Nord").assert(0);
    assert_eq!(newest(), "portal");
    env.at("2026-12-09T10:00:00Z");
    env.line("license renew --due --out-dir second").assert(0);
    assert_eq!(newest(), "portal");
    assert_eq!(listed(&env, "--process portal").len(), 2);
    assert_eq!(listed(&env, "--process license-maintenance").len(), 1);
    for name in ["licentia", "license-maintenance", "LICENTIA"] {
        env.set_var("LICENTIA_PROCESS", name);
        let refused = env.refused("customer add west --name West", 2, "usage");
        assert!(refused.contains("is a reserved name"), "{refused}");
    }
    env.set_var("LICENTIA_PROCESS", "two words");
    assert_snapshot!(env.refused("customer add west --name West", 2, "usage"), @r#"LICENTIA_PROCESS: "two words" is not a code | a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management"#);
    env.set_var("LICENTIA_PROCESS", "");
    env.line("customer add west --name West").assert(0);
    assert_eq!(newest(), "licentia");
}

#[test]
fn the_hash_chain_is_verified() {
    let env = TestEnvironment::with_home();
    assert_snapshot!(env.line("audit verify"), @"
    exit 0
    --- out
    valid: 1 entry, 0 anchors, head 9e4e60f7d56a83ce41d91ab84ecb84fc0f2a6d590b8edb5cc78d77f832c2f904
    ");
    assert_eq!(env.json("audit verify")["valid"], true);
    assert_eq!(env.json("audit list")[0]["hash"], env.json("audit verify")["head"]);
}

#[test]
fn a_signed_file_is_found_in_the_log() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --unbound --out one.lic").assert(0);
    env.line("license issue --customer nordwind --product other --unbound --out two.lic").assert(0);
    assert_snapshot!(env.line("audit verify --file one.lic"), @"
    exit 0
    --- out
    recorded: the license file 01a1fd8c-6900-7bff-a811-a9c9ef626782 of 2026-11-21T10:00:00Z is in entry 12 of the audit log
    ");
    env.input(env.read("two.lic").as_bytes());
    let recorded = env.json("audit verify --file -");
    assert_eq!((&recorded["result"], &recorded["path"]), (&"recorded".into(), &"-".into()));
    assert_eq!(recorded["seq"], recorded["entries"]);

    env.sql_without_triggers(
        "DELETE FROM audit_anchor WHERE last_seq = (SELECT max(seq) FROM audit);
         DELETE FROM audit_person WHERE seq = (SELECT max(seq) FROM audit);
         DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
    );
    let cut = env.line("audit verify --file two.lic --json").assert(4).json();
    assert_eq!(cut["result"], "cut");
    env.ticks(60);
    env.line("customer add west --name West").assert(0);
    assert_snapshot!(env.line("audit verify --file two.lic"), @"
    exit 4
    --- out
    rewritten: the 13 entries of the log do not include that of the license file 01a1fd8c-6900-722b-9136-088862b42011 of 2026-11-21T10:00:00Z: the log was rewritten, or another person has the key
      Next: compare the database with a backup
    ");
    assert_eq!(env.json("audit verify --file one.lic")["result"], "recorded");

    env.write("changed.lic", env.read("one.lic").replace('.', ".A"));
    env.refused("audit verify --file changed.lic", 4, "malformed");
    env.refused("audit verify --file missing.lic", 5, "io");
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
    assert_snapshot!(env.refused("audit verify", 4, "tampered"), @"index activation_is_live_once of the database was changed by another program | compare the database with a backup; the chain of its 11 entries is unbroken, head 8f000098e795794db00758788016f84937f7632e7eb691b9e9a78475429f3460");
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

/// Returns the lines of an export.
fn exported(env: &TestEnvironment) -> Vec<serde_json::Value> {
    let text = env.line("audit export").assert(0).text();
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn an_export_has_the_hashed_texts_and_their_hashes() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --unbound").assert(0);
    let lines = exported(&env);
    let root = env.json("key show root")["kid"].clone();
    assert_eq!(lines[0]["licentia_audit_export"], 1);
    assert_eq!(
        (&lines[0]["iss"], &lines[0]["root"]),
        (&"https://acme.example/licensing".into(), &root)
    );
    assert_eq!(lines[0]["keyset"], env.json("key publish")["text"]);
    let entries: Vec<_> = lines.iter().filter(|line| line["entry"].is_string()).collect();
    assert_eq!(entries.len(), 12);
    for (place, line) in entries.iter().enumerate() {
        let seq = place + 1;
        let text = env.text(&format!("SELECT entry FROM audit WHERE seq = {seq}"));
        let hash = env.text(&format!("SELECT lower(hex(hash)) FROM audit WHERE seq = {seq}"));
        assert_eq!((&line["entry"], &line["hash"]), (&text.into(), &hash.into()));
    }
    let verified = env.json("audit verify");
    let head = verified["head"].clone();
    assert_eq!(entries.last().expect("an entry")["hash"], head);
    let anchors: Vec<_> = lines.iter().filter(|line| line["signature"].is_string()).collect();
    assert_eq!((anchors.len(), &verified["anchors"]), (1, &1.into()));
    assert_eq!((&anchors[0]["first_seq"], &anchors[0]["last_seq"]), (&12.into(), &12.into()));
    assert_eq!(anchors[0]["hash"], head);
    assert_eq!(anchors[0]["kid"], env.json("key show commercial")["kid"]);

    let answer = env.json("audit export --out log.jsonl");
    assert_eq!((&answer["path"], &answer["entries"]), (&"log.jsonl".into(), &12.into()));
    assert_eq!((&answer["anchors"], &answer["head"]), (&1.into(), &head));
    assert_eq!(env.read("log.jsonl"), env.line("audit export").text());
    env.refused("audit export --out log.jsonl", 5, "would_overwrite");
    env.line("audit export --out log.jsonl --force").assert(0);
    for line in ["audit export", "audit export --out -"] {
        env.refused(line, 2, "usage");
    }
    env.refused("audit export --out licentia.db --force", 5, "would_overwrite");
    assert_eq!(env.json("audit export --out other.jsonl --dry-run")["entries"], 12);
    assert!(!env.path("other.jsonl").exists());
}

#[test]
fn an_export_shows_a_changed_log_as_it_is() {
    let env = TestEnvironment::with_catalogue();
    env.sql("DROP TRIGGER audit_delete_forbidden; DELETE FROM audit WHERE seq = 5");
    env.refused("customer list", 4, "tampered");
    assert_eq!(exported(&env).len(), 11);
}

/// Creates a home in which personal values of each kind are typed.
fn with_personal_values() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    for line in [
        "customer edit nordwind --email office@nordwind.example",
        "user edit nordwind anna --name Anna-Ek --email anna@nordwind.example",
        "user edit nordwind anna --username annika",
        "container create --customer nordwind --kind dongle --hardware 3-1 --label Reception --reference K",
        "license issue --customer nordwind --product other --model named --seats 2 --users annika,bo \
         --reference L --unbound",
        "recovery grant ref:L --reason ticket-of-annika",
        "license issue --customer nordwind --product other --seats 1 --reference S --unbound",
        "session start ref:S --user annika --host laptop-of-annika",
        "license revoke ref:S --reason annika-left --yes",
        "key create nightly --edition trial",
        "key export nightly --private --out annika.pem",
    ] {
        env.line(line).assert(0);
    }
    env
}

const ERASE: &str = "UPDATE audit_person SET salt = NULL, value = NULL WHERE value LIKE '%anni%'";

#[test]
fn personal_values_are_hashed_and_can_be_erased() {
    let env = with_personal_values();
    let all = env.json("audit list").to_string();
    let stored = env.text("SELECT group_concat(entry) FROM audit");
    for value in [
        "tester",
        "Anna-Ek",
        "anna@nordwind.example",
        "office@nordwind.example",
        "annika",
        "Reception",
        "laptop-of-annika",
        "ticket-of-annika",
        "annika-left",
        "annika.pem",
    ] {
        assert!(all.contains(value), "{value} is printed");
        assert!(!stored.contains(value), "{value} is hashed");
    }
    let verified = env.json("audit verify");
    assert_eq!(verified["erased"], 0);
    let erased = env.count("SELECT count(*) FROM audit_person WHERE value LIKE '%anni%'");
    env.sql(ERASE);
    let deleted = env.count("SELECT count(*) FROM audit_person WHERE value = 'tester'");
    env.sql("DELETE FROM audit_person WHERE value = 'tester'");
    let after = env.json("audit verify");
    assert_eq!(after["erased"], erased + deleted);
    assert_eq!((&after["head"], &after["valid"]), (&verified["head"], &true.into()));
    let text = env.line("audit verify").assert(0).text();
    assert!(text.contains(&format!("{} personal values erased", erased + deleted)), "{text}");
    let grant = &env.json("audit list --action recovery.grant")[0];
    assert_eq!((&grant["actor"], &grant["detail"]["reason"]), (&"erased".into(), &"erased".into()));
    assert_eq!(grant["detail"]["record"]["recovery_grant"][0]["reason"], "erased");
    for format in ["json", "csv", "table"] {
        let list = env.line(&format!("audit list --format {format}")).assert(0).text();
        assert!(list.contains("erased") && !list.contains("tester"), "{list}");
    }
    assert_eq!(env.json("audit list --actor tester").as_array().map(Vec::len), Some(0));
    // Other commands that read the log work with the erased values.
    env.line("key retire nightly --yes").assert(0);
    env.line("license show ref:L").assert(0);
    env.line("status publish --out-dir status").assert(0);
    env.line("check").assert(0);
}

#[test]
fn a_changed_personal_value_is_found() {
    for edit in [
        "UPDATE audit_person SET value = 'mallory' WHERE seq = 3",
        "UPDATE audit_person SET salt = zeroblob(16) WHERE seq = 3",
        "UPDATE audit_person SET number = number + 9 WHERE seq = 3",
        "INSERT INTO audit_person VALUES (3, 9, zeroblob(16), 'x')",
        "INSERT INTO audit_person VALUES (99, 1, zeroblob(16), 'x')",
    ] {
        let env = TestEnvironment::with_catalogue();
        env.sql_without_triggers(edit);
        env.refused("audit verify", 4, "tampered");
    }
}

#[test]
fn two_equal_changes_have_different_entries() {
    let env = TestEnvironment::with_catalogue();
    for name in ["Ostsee", "Nordwind", "Ostsee"] {
        env.line(&format!("customer edit nordwind --name {name}")).assert(0);
    }
    let distinct = |member: &str| {
        env.count(&format!(
            "SELECT count(DISTINCT entry -> '{member}') FROM audit WHERE action = 'customer.edit'"
        ))
    };
    assert_eq!((distinct("$.nonce"), distinct("$.actor")), (3, 3));
    let names = distinct("$.detail.name.to");
    assert_eq!(names, 3, "the same name has another salt in each entry");
}

#[test]
fn a_user_is_found_by_the_current_name() {
    let env = TestEnvironment::with_catalogue();
    env.line("user edit nordwind anna --username annika").assert(0);
    assert_eq!(
        env.text("SELECT group_concat(subject) FROM audit WHERE action LIKE 'user.%'"),
        "nordwind/user:1,nordwind/user:2,nordwind/user:1"
    );
    let subjects = |subject: &str| -> Vec<String> {
        let entries = env.json(&format!("audit list --subject {subject}"));
        let entries = entries.as_array().expect("a list").iter();
        entries.map(|entry| entry["subject"].as_str().expect("a text").to_owned()).collect()
    };
    assert_eq!(subjects("NORDWIND/Annika"), ["nordwind/annika", "nordwind/annika"]);
    assert_eq!(subjects("nordwind/user:1").len(), 2);
    assert_eq!(subjects("nordwind/anna"), [""; 0]);
    assert_eq!(subjects("nordwind/north"), ["nordwind/north"]);
    env.line("user remove nordwind bo --yes").assert(0);
    env.line("user add nordwind bo").assert(0);
    assert_eq!(subjects("nordwind/bo"), ["nordwind/bo"], "the new user has an id of their own");
    assert_eq!(subjects("nordwind/user:2"), ["nordwind/user:2", "nordwind/user:2"]);
}

/// Cuts the audit log before an entry.
fn cut(env: &TestEnvironment, seq: i64) {
    env.sql_without_triggers(&format!(
        "DELETE FROM audit_anchor WHERE last_seq >= {seq}; DELETE FROM audit_record WHERE seq >= {seq};
         DELETE FROM audit_person WHERE seq >= {seq};
         DELETE FROM audit WHERE seq >= {seq}"
    ));
}

/// Changes the text of an entry and hashes it and all later entries again, without their anchors.
fn rewrite(env: &TestEnvironment, seq: i64, from: &str, to: &str) {
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let mut rows = connection.prepare("SELECT seq, entry FROM audit ORDER BY seq").expect("read");
    let entries: Vec<(i64, String)> = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("read")
        .collect::<rusqlite::Result<_>>()
        .expect("read");
    let mut sql = "DELETE FROM audit_anchor".to_owned();
    let mut hash = [0; 32];
    for (place, text) in entries {
        let text = if place == seq { text.replace(from, to) } else { text };
        hash = Sha256::new().chain_update(hash).chain_update(&text).finalize().into();
        let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = text.replace('\'', "''");
        sql +=
            &format!("; UPDATE audit SET entry = '{text}', hash = x'{digits}' WHERE seq = {place}");
    }
    env.sql_without_triggers(&sql);
}

#[test]
fn an_anchor_file_states_the_entry_that_records_it() {
    let env = TestEnvironment::with_catalogue();
    env.line("audit anchor --out dry.anchor --dry-run").assert(0);
    assert!(listed(&env, "--last 1") == [11] && !env.path("dry.anchor").exists());
    assert_snapshot!(env.line("audit anchor --out november.anchor"), @"
    exit 0
    --- err
    Signed the head of the audit log: entry 12, e260cd12334f0ee8020b2a6edd55f459ebb1d5a4f0e191828967032aa922fb72
    Wrote november.anchor
    ");
    let head = env.json("audit verify")["head"].clone();
    let claims = env.claims("november.anchor");
    assert_eq!((&claims["log"]["seq"], &claims["log"]["hash"]), (&12.into(), &head));
    assert_eq!(claims["root"], env.json("key show root")["kid"]);
    assert_eq!(claims["keyset"]["version"], env.json("key publish")["version"]);
    let kid = env.json("key show commercial")["kid"].clone();
    let entry = env.json("audit list --last 1")[0].clone();
    assert_eq!((&entry["action"], &entry["detail"]["kid"]), (&"audit.anchor".into(), &kid));
    env.refused("audit anchor --out november.anchor", 5, "would_overwrite");
    assert_eq!(listed(&env, "--last 1"), [12]);
    // The same as JSON, and on standard output.
    let answer = env.json("audit anchor");
    assert_eq!((&answer["seq"], &answer["kid"], &answer["path"]), (&13.into(), &kid, &().into()));
    env.write("json.anchor", answer["text"].as_str().expect("a text"));
    env.write("out.anchor", env.line("audit anchor").assert(0).out);
    assert_eq!(env.claims("out.anchor")["log"]["seq"], 14);
    assert_eq!(env.json("key show commercial")["files_signed"], 3);
    // Each of them is continued by the log.
    env.line("customer add sued --name Sued").assert(0);
    for (file, seq) in [("november.anchor", 12), ("json.anchor", 13), ("out.anchor", 14)] {
        let verified = env.json(&format!("audit verify --anchor {file}"));
        let anchor = &verified["anchor"];
        assert_eq!((&anchor["seq"], &anchor["kid"]), (&seq.into(), &kid), "{file}");
        assert_eq!(anchor["at"], "2026-11-21T10:00:00Z");
    }
    env.input(env.read("out.anchor").as_bytes());
    assert_snapshot!(env.line("audit verify --anchor -"), @"
    exit 0
    --- out
    valid: 15 entries, 3 anchors, head c624da44c2f205f473d3f9703f62bbd13429019ab3b4d6727990c652837277a9
    the log continues entry 14 of 2026-11-21T10:00:00Z, which key commercial signed
    ");
    env.refused("audit verify --anchor missing.anchor", 5, "io");
}

#[test]
fn a_log_that_does_not_continue_an_anchor_is_detected() {
    let anchored = || {
        let env = TestEnvironment::with_catalogue();
        env.at("2026-11-30T08:00:00Z");
        env.line("audit anchor --out november.anchor").assert(0);
        env.at("2026-12-24T08:00:00Z");
        env.line("customer add sued --name Sued").assert(0);
        env
    };
    let env = anchored();
    cut(&env, 12);
    env.line("audit verify").assert(0);
    assert_snapshot!(env.refused("audit verify --anchor november.anchor", 4, "tampered"), @"november.anchor: the database is not the one whose audit log key commercial signed at 2026-11-30T08:00:00Z, and was changed or replaced since: its audit log ends at entry 11, before entry 12 | compare the database with a backup that is newer than this instant");
    // Later entries do not hide the cut.
    for code in ["a", "b", "c"] {
        env.line(&format!("customer add {code} --name {code}")).assert(0);
    }
    assert_snapshot!(env.refused("audit verify --anchor november.anchor", 4, "tampered"), @"november.anchor: the database is not the one whose audit log key commercial signed at 2026-11-30T08:00:00Z, and was changed or replaced since: entry 12 of its audit log is another one | compare the database with a backup that is newer than this instant");
    let env = anchored();
    rewrite(&env, 8, "nordwind", "nordwand");
    env.line("audit verify").assert(0);
    let refused = env.refused("audit verify --anchor november.anchor", 4, "tampered");
    assert!(refused.contains("signed at 2026-11-30T08:00:00Z"), "{refused}");
    // A change after the anchor is not the business of the anchor.
    let env = anchored();
    rewrite(&env, 13, "sued", "nord");
    env.line("audit verify --anchor november.anchor").assert(0);
    env.sql_without_triggers("DELETE FROM audit WHERE seq = 5");
    let refused = env.refused("audit verify --anchor november.anchor", 4, "tampered");
    assert!(refused.contains("entry 4 is followed by entry 6"), "{refused}");
}

#[test]
fn only_a_valid_anchor_is_compared() {
    let env = TestEnvironment::with_catalogue();
    env.line("key create seller --edition commercial --kinds anchor --no-passphrase").assert(0);
    env.line("key create cloud --edition commercial --kinds license --no-passphrase").assert(0);
    env.refused("audit anchor --key cloud", 1, "out_of_scope");
    env.refused("audit anchor --key trial", 1, "edition_mismatch");
    env.refused("audit anchor --key root", 1, "out_of_scope");
    env.refused("audit anchor --key unknown", 3, "not_found");
    env.line("audit anchor --key seller --out seller.anchor").assert(0);
    env.line("audit verify --anchor seller.anchor").assert(0);
    let text = env.read("seller.anchor");
    let (signed, signature) = text.rsplit_once('.').expect("a token");
    let flipped = if signature.starts_with('A') { "B" } else { "A" };
    env.write("changed.anchor", format!("{signed}.{flipped}{}", &signature[1..]));
    env.write("cut.anchor", &text[..text.len() / 2]);
    env.write("empty.anchor", "");
    env.line("license issue --customer nordwind --product other --unbound --out a.lic").assert(0);
    let other = TestEnvironment::seeded(7).and_home();
    other.line("audit anchor --out other.anchor").assert(0);
    env.write("other.anchor", other.read("other.anchor"));
    for (file, says) in [
        ("changed.anchor", "its signature does not match"),
        ("cut.anchor", "the anchor is not valid"),
        ("empty.anchor", "the anchor is not valid"),
        ("a.lic", "it is not an anchor"),
        ("other.anchor", "the newest key set has no key that signed it"),
    ] {
        let refused = env.refused(&format!("audit verify --anchor {file}"), 4, "tampered");
        assert!(refused.contains(says), "{file}: {refused}");
    }
    env.at("2026-11-22T10:00:00Z");
    env.line("key retire seller --yes").assert(0);
    env.line("audit verify --anchor seller.anchor").assert(0);
    env.refused("audit anchor --key seller", 1, "wrong_state");
    env.line("key create second --edition commercial --kinds anchor --no-passphrase").assert(0);
    env.line("audit anchor --key second --out second.anchor").assert(0);
    env.line("key revoke second --reason stolen --yes").assert(0);
    let refused = env.refused("audit verify --anchor second.anchor", 4, "tampered");
    assert!(refused.contains("key second was revoked"), "{refused}");
}
