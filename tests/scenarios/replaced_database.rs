//! A person without a private key replaces the database file by an older copy, by a copy with
//! another history, or by the database of another vendor. The anchor file of each key finds this
//! when the key is unlocked.

use std::path::Path;
use std::process::Stdio;

use crate::env::TestEnvironment;
use crate::env::program::ProgramHome;

const ISSUE: &str = "license issue --customer nordwind --product other --unbound";

/// Returns the database as one file.
fn database(env: &TestEnvironment) -> Vec<u8> {
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .expect("a file without a log");
    drop(connection);
    std::fs::read(env.path("licentia.db")).expect("read")
}

/// Replaces the database by another file.
fn replace(env: &TestEnvironment, database: &[u8]) {
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(env.path(&format!("licentia.db{ending}")));
    }
    env.write("licentia.db", database);
}

/// Checks that a command ends with `tampered` and changes nothing. Returns the message.
fn tampered(env: &TestEnvironment, line: &str) -> String {
    let before = env.everything();
    let message = env.refused(line, 4, "tampered");
    assert_eq!(env.everything(), before, "{line}");
    message
}

/// Returns a home whose database was replaced by an older copy: license `B` was issued at
/// 2026-11-22T10:00:00Z, after the copy.
fn replaced() -> (TestEnvironment, Vec<u8>) {
    let env = TestEnvironment::with_catalogue();
    env.line(&format!("{ISSUE} --reference A")).assert(0);
    let old = database(&env);
    env.at("2026-11-22T10:00:00Z");
    env.line(&format!("{ISSUE} --reference B")).assert(0);
    let new = database(&env);
    replace(&env, &old);
    env.at("2026-11-23T10:00:00Z");
    (env, new)
}

#[test]
fn an_older_copy_of_the_database_is_found_at_the_next_unlock() {
    let (env, new) = replaced();
    insta::assert_snapshot!(tampered(&env, ISSUE), @"the database is not the one that key commercial used at 2026-11-22T10:00:00Z, and was changed or replaced since: its audit log ends at entry 12, before entry 13 ([DIR]/keys/commercial.anchor) | restore the newer database; if this database was put back on purpose, `licentia doctor --accept key:commercial --reason REASON` accepts it");
    tampered(&env, "license edit ref:A --grace 3d");
    tampered(&env, "key export commercial --private --as jwk --out k.jwk");
    tampered(&env, "key passphrase commercial --no-passphrase");
    // Nothing is unlocked: a dry run, an earlier reference, and operations without a key.
    env.line(&format!("{ISSUE} --dry-run")).assert(0);
    env.line(&format!("{ISSUE} --reference A")).assert(0);
    env.line("customer edit nordwind --name New").assert(0);
    // The other keys did not take part in the lost change.
    env.line(&format!("{ISSUE} --edition trial")).assert(0);
    replace(&env, &new);
    let message = tampered(&env, &format!("{ISSUE} --edition trial"));
    assert!(message.contains("its audit log ends at entry 13, before entry 14"), "{message}");
    env.line(ISSUE).assert(0);
}

#[test]
fn a_database_that_was_put_back_is_accepted() {
    let (env, _) = replaced();
    let shown = env.line("doctor --accept key:commercial --reason restored --dry-run").assert(0);
    assert!(shown.err.contains("Would accept the database for key commercial"), "{shown}");
    for text in ["audit entry 13 of 2026-11-22T10:00:00Z", "audit entry 12 of 2026-11-21T10:00:00Z"]
    {
        assert!(shown.err.contains(text), "{shown}");
    }
    let message = env.refused("doctor --accept key:commercial --reason r", 2, "needs_answer");
    assert!(message.contains("accept the database for key commercial"), "{message}");
    env.types(&["no"]);
    assert!(env.line("doctor --accept key:commercial --reason restored").status != 0);
    let done = env.line("doctor --accept key:commercial --reason restored --yes --json").assert(0);
    let done = done.json();
    assert_eq!(
        (&done["accepted"], &done["difference"]),
        (&serde_json::json!(true), &serde_json::json!("cut_log"))
    );
    let entry = &env.json("audit list --action doctor.accept")[0];
    assert_eq!(entry["subject"], "key:commercial");
    assert_eq!(entry["detail"]["anchor"]["at"], "2026-11-22T10:00:00Z");
    assert_eq!(entry["detail"]["database"]["at"], "2026-11-21T10:00:00Z");
    env.line(ISSUE).assert(0);
    let again = env.json("doctor --accept key:commercial --reason restored");
    assert_eq!(again["accepted"], false);
    for (line, status, code) in [
        ("doctor --accept key:unknown --reason r", 3, "not_found"),
        ("doctor --accept license:L-1 --reason r", 2, "usage"),
        ("doctor --accept key:commercial", 2, "usage"),
    ] {
        env.refused(line, status, code);
    }
}

#[test]
fn an_edited_log_is_found_by_the_key_that_knows_the_entry() {
    let home = TestEnvironment::with_catalogue();
    home.line(ISSUE).assert(0);
    let home = home.copy();
    for (sql, difference) in [
        ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", "ends at entry"),
        (
            "UPDATE audit SET hash = zeroblob(32) WHERE seq = (SELECT max(seq) FROM audit)",
            "of its audit log is another one",
        ),
        ("UPDATE vendor SET issuer = 'urn:other'", "the key set that is stored"),
    ] {
        let env = TestEnvironment::copied(&home);
        env.sql_without_triggers(sql);
        let message = tampered(&env, ISSUE);
        assert!(message.contains(difference), "{sql}: {message}");
    }
}

#[test]
fn an_anchor_file_that_is_not_valid_is_refused_until_it_is_accepted() {
    let home = TestEnvironment::with_catalogue().copy();
    let trial = TestEnvironment::copied(&home).read("keys/trial.anchor");
    for content in ["garbage", trial.as_str(), &trial[..trial.len() / 2]] {
        let env = TestEnvironment::copied(&home);
        env.write("keys/commercial.anchor", content);
        let message = tampered(&env, ISSUE);
        assert!(message.contains("the anchor file of key commercial is not valid"), "{message}");
        assert!(message.contains("licentia doctor --accept key:commercial"), "{message}");
        tampered(&env, "key pin");
        tampered(&env, "key publish");
        env.line(&format!("{ISSUE} --dry-run")).assert(0);
        env.line("doctor --accept key:commercial --reason damaged --yes").assert(0);
        env.line(ISSUE).assert(0);
        env.line("key pin").assert(0);
    }
}

#[test]
fn a_key_without_an_anchor_file_trusts_the_database_once_and_says_so() {
    let env = TestEnvironment::with_catalogue();
    let path = env.path("keys/commercial.anchor");
    for content in [None, Some("\0\0\0\0"), Some("")] {
        std::fs::remove_file(&path).expect("removed");
        if let Some(content) = content {
            env.write("keys/commercial.anchor", content);
        }
        env.line(&format!("{ISSUE} --dry-run")).assert(0);
        let ran = env.line(&format!("{ISSUE} --json")).assert(0);
        assert_eq!(ran.json()["warnings"][0]["code"], "anchor_missing", "{ran}");
        assert_eq!(ran.err.matches("has no anchor file").count(), 1, "{ran}");
        assert!(env.line(ISSUE).assert(0).err.find("anchor").is_none());
    }
}

#[test]
fn an_older_anchor_file_is_harmless() {
    let env = TestEnvironment::with_catalogue();
    let old = env.read("keys/commercial.anchor");
    env.line(ISSUE).assert(0);
    env.line("key create ci --edition commercial").assert(0);
    env.line(ISSUE).assert(0);
    assert_ne!(env.read("keys/commercial.anchor"), old);
    env.write("keys/commercial.anchor", &old);
    env.line(ISSUE).assert(0);
}

#[cfg(unix)]
#[test]
fn each_key_has_an_anchor_file_for_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let env = TestEnvironment::with_catalogue();
    env.line("key create ci --edition commercial").assert(0);
    env.line(ISSUE).assert(0);
    let mode = |name: &str| {
        let found = std::fs::metadata(env.path(name)).expect("a file");
        found.permissions().mode() & 0o777
    };
    for name in ["root", "commercial", "trial", "ci"] {
        assert_eq!(mode(&format!("keys/{name}.anchor")), 0o600, "{name}");
    }
    let claims = env.claims("keys/commercial.anchor");
    assert_eq!(claims["log"]["seq"], env.count("SELECT max(seq) FROM audit"));
    assert_eq!(claims["keyset"]["version"], 2);
    assert_eq!(claims["root"], env.text("SELECT kid FROM key WHERE name = 'root'"));
    // The file ends with the key.
    env.line("key retire ci --yes").assert(0);
    assert!(!env.path("keys/ci.anchor").exists());
}

/// A folder that cannot be written: the file is a link to a place where nothing can be created.
#[cfg(target_os = "linux")]
#[test]
fn an_anchor_file_that_cannot_be_written_fails_no_command() {
    let env = TestEnvironment::with_catalogue();
    let path = env.path("keys/commercial.anchor");
    std::fs::remove_file(&path).expect("removed");
    std::os::unix::fs::symlink("/proc/1/licentia/commercial.anchor", &path).expect("linked");
    let ran = env.line(&format!("{ISSUE} --verbose")).assert(0);
    assert!(ran.err.contains("detail: the anchor file stays as it is"), "{ran}");
    assert!(env.line(ISSUE).assert(0).err.contains("has no anchor file"));
}

#[test]
fn the_anchor_of_a_root_key_elsewhere_is_beside_it() {
    let env = TestEnvironment::with_catalogue();
    std::fs::create_dir(env.path("stick")).expect("made");
    std::fs::rename(env.path("keys/root.pem"), env.path("stick/root.pem")).expect("moved");
    let old = database(&env);
    let ran = env.line("key create a --edition trial --root-key stick/root.pem").assert(0);
    assert!(ran.err.contains("stick/root.anchor"), "{ran}");
    env.line("key create b --edition trial --root-key stick/root.pem").assert(0);
    env.refused(
        "key publish --out stick/root.anchor --root-key stick/root.pem --force",
        5,
        "would_overwrite",
    );
    replace(&env, &old);
    let message = tampered(&env, "key retire trial --yes --root-key stick/root.pem");
    assert!(message.contains("version 1, not version 3"), "{message}");
    let message = tampered(&env, "key publish --root-key stick/root.pem");
    assert!(message.contains("version 1, not version 2 ([DIR]/keys/a.anchor)"), "{message}");
    env.line("key pin --root-key stick/root.pem").assert(0);
}

#[test]
fn a_pin_and_a_key_set_of_another_root_are_not_published() {
    let env = TestEnvironment::with_catalogue();
    let own = database(&env);
    let pin = env.line("key pin").assert(0).text();
    // The database of another vendor, with keys of the same names and of other names.
    let other = TestEnvironment::seeded(7).and_home();
    other.line("key create own --edition commercial").assert(0);
    replace(&env, &database(&other));
    tampered(&env, "key pin");
    tampered(&env, "key publish");
    tampered(&env, "key publish --jwks");
    for name in ["root", "trial", "commercial"] {
        let anchor = env.read(&format!("keys/{name}.anchor"));
        std::fs::remove_file(env.path(&format!("keys/{name}.anchor"))).expect("removed");
        env.write("keys/away.anchor", anchor);
    }
    let message = tampered(&env, "key pin");
    assert!(message.contains("that key away used"), "{message}");
    assert!(message.ends_with("remove the anchor file"), "{message}");
    assert!(message.contains("its root key is"), "{message}");
    replace(&env, &own);
    assert_eq!(env.line("key pin").assert(0).text(), pin);
}

#[test]
fn a_second_site_has_anchor_files_too() {
    let first = TestEnvironment::with_catalogue();
    first.line("key publish --out acme.keyset").assert(0);
    let site = TestEnvironment::seeded(9);
    let copy = |from: &Path, to: &str| {
        std::fs::copy(from, site.path(to)).expect("copied");
    };
    copy(&first.path("acme.keyset"), "acme.keyset");
    copy(&first.path("keys/commercial.pem"), "commercial.pem");
    for line in [
        "init --vendor Acme --join acme.keyset --no-passphrase",
        "key import commercial commercial.pem --edition commercial --no-passphrase",
        "product add other --name Other",
        "customer add nordwind --name Nordwind",
    ] {
        let ran = site.line(line).assert(0);
        assert!(!ran.err.contains("anchor"), "{ran}");
    }
    assert!(site.path("keys/commercial.anchor").is_file());
    let old = database(&site);
    first.line("key create ci --edition trial").assert(0);
    first.line("key publish --out acme.keyset --force").assert(0);
    copy(&first.path("acme.keyset"), "acme.keyset");
    for line in ["key accept acme.keyset", ISSUE, "key pin", "doctor"] {
        site.line(line).assert(0);
    }
    replace(&site, &old);
    let message = tampered(&site, ISSUE);
    assert!(message.contains("version 1, not version 2"), "{message}");
    site.line("doctor --accept key:commercial --reason restored --yes").assert(0);
    site.line(ISSUE).assert(0);
}

#[test]
fn parallel_processes_find_no_difference() {
    let home = ProgramHome::new();
    const LINES: [&[&str]; 4] = [
        &["license", "issue", "--customer", "c", "--product", "p", "--unbound"],
        &[
            "license",
            "issue",
            "--customer",
            "c",
            "--product",
            "p",
            "--unbound",
            "--edition",
            "trial",
        ],
        &["key", "publish"],
        &["customer", "edit", "c", "--email", "none"],
    ];
    for round in 0..4 {
        let name = format!("key-{round}");
        let create = ["key", "create", &name, "--edition", "trial", "--kinds", "license"];
        let lines = LINES.iter().chain(&LINES).copied().chain([&create[..]]);
        let children: Vec<_> = lines
            .map(|line| {
                let mut command = home.command(line);
                let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
                (line, command.spawn().expect("started"))
            })
            .collect();
        for (line, child) in children {
            let output = child.wait_with_output().expect("ended");
            let message = String::from_utf8_lossy(&output.stderr);
            assert!(!message.contains("anchor"), "{line:?}: {message}");
            let may_fail = message.contains("changed while the command ran");
            assert!(output.status.success() || may_fail, "{line:?}: {message}");
        }
    }
}
