use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn keys_are_listed_and_shown() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --edition trial --unbound")
        .assert(0);
    std::fs::remove_file(env.path("keys/root.pem")).expect("removed");
    assert_snapshot!(env.line("key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS          SIGNED  PRIVATE  KID
    root        -           active  key sets       1       away     C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
    commercial  commercial  active  all files      0       here     _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    trial       trial       active  license files  1       here     N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M
    ");
    assert_snapshot!(env.line("key show trial"), @"
    exit 0
    --- out
    name          trial
    kid           N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M
    role          signing
    edition       trial
    state         active
    signs         license files
    valid until   -
    files signed  1
    private key   [DIR]/keys/trial.pem
    created       2026-11-21T10:00:00Z
    ");
    let keys = env.json("key list");
    let present: Vec<_> = keys
        .as_array()
        .expect("a list")
        .iter()
        .map(|key| key["private_key_present"].as_bool())
        .collect();
    assert_eq!(present, [Some(false), Some(true), Some(true)]);
    assert_snapshot!(format!("{:#}", keys[2]), @r#"
    {
      "name": "trial",
      "kid": "N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M",
      "role": "signing",
      "edition": "trial",
      "state": "active",
      "scope": {
        "kinds": [
          "license"
        ]
      },
      "not_after": null,
      "retired_at": null,
      "revoked_at": null,
      "files_signed": 1,
      "private_key_present": true,
      "created_at": "2026-11-21T10:00:00Z"
    }
    "#);
    assert_snapshot!(env.refused("key show unknown", 3, "not_found"), @"there is no key unknown | \
        `licentia key list` shows the keys");
}

#[test]
fn the_published_key_set_is_the_signed_token() {
    let env = TestEnvironment::with_home();
    let text = env.line("key publish").assert(0).text();
    assert!(text.starts_with("eyJ") && !text.ends_with('\n'), "exactly the token");
    assert_snapshot!(env.line("key publish --out acme.keyset"), @"
    exit 0
    --- err
    Wrote version 1 of the key set to acme.keyset
    ");
    assert_eq!(env.read("acme.keyset"), text);
    env.line("key publish --out acme.keyset").assert(0);
    env.write("acme.keyset", "other");
    env.refused("key publish --out acme.keyset", 5, "would_overwrite");
    env.line("key publish --out acme.keyset --force").assert(0);
    assert_eq!(env.read("acme.keyset"), text);
    assert_eq!(env.json("key publish")["text"], text);
    assert_eq!(env.json("key publish --out again.keyset")["file"]["path"], "again.keyset");
    env.refused("key publish --out -", 2, "usage");
    env.line("key publish --out dry.keyset --dry-run").assert(0);
    assert!(!env.path("dry.keyset").exists());
}

#[test]
fn a_plain_jwk_set_is_exported_for_other_programs() {
    let env = TestEnvironment::with_home();
    let set: serde_json::Value = env.line("key publish --jwks").assert(0).json();
    let commercial = env.json("key show commercial");
    assert_eq!(set["keys"].as_array().map(Vec::len), Some(1));
    let members: Vec<_> = set["keys"][0].as_object().expect("a key").keys().cloned().collect();
    assert_eq!(members, ["kty", "crv", "x", "kid"]);
    assert_eq!(set["keys"][0]["kid"], commercial["kid"]);
    let trial: serde_json::Value = env.line("key publish --jwks --edition trial").assert(0).json();
    assert_eq!(trial["keys"][0]["kid"], env.json("key show trial")["kid"]);
}

#[test]
fn damaged_and_unprotected_key_files_are_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --unbound";
    let good = env.read("keys/commercial.pem");
    let before = env.everything();
    env.write("keys/commercial.pem", &good[..good.len() / 2]);
    assert_snapshot!(env.refused(issue, 5, "corrupt"), @"[DIR]/keys/commercial.pem: the file is not a private key file, or is truncated | restore the file of the key from a backup");
    env.write("keys/commercial.pem", env.read("keys/trial.pem"));
    assert!(env.refused(issue, 5, "key_missing").contains("not key commercial"));
    env.write("keys/commercial.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIHAHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwdH\n-----END PRIVATE KEY-----\n");
    assert!(env.refused(issue, 5, "key_missing").contains("not an Ed25519 key"));
    env.write("keys/commercial.pem", [0xff; 100]);
    env.refused(issue, 5, "corrupt");
    env.write("keys/commercial.pem", &good);
    assert_eq!(env.everything(), before, "nothing was issued");
    std::fs::set_permissions(
        env.path("keys/commercial.pem"),
        std::fs::Permissions::from_mode(0o644),
    )
    .expect("changed");
    assert!(
        env.line(issue).assert(0).err.contains(
            "warning: [DIR]/keys/commercial.pem can be read by other users; run `chmod 600 "
        ) || env.line(issue).err.contains("can be read by other users")
    );
    std::fs::remove_file(env.path("keys/commercial.pem")).expect("removed");
    assert_snapshot!(env.refused(issue, 5, "key_missing"), @"private key commercial is not in this home | put the private key file at keys/commercial.pem in the home; `licentia key list` shows the private keys in this home");
    assert!(
        env.refused(&format!("{issue} --key commercial"), 5, "key_missing")
            .contains("private key commercial is not in this home")
    );
    env.line(&format!("{issue} --dry-run")).assert(0);
    env.line("license list").assert(0);
}

/// Creates a live home with a passphrase for each key.
fn live() -> TestEnvironment {
    let env = TestEnvironment::new();
    env.write("pass", "one\ntwo\nthree\n");
    env.ok(&[
        "init",
        "--vendor",
        "Acme AB",
        "--issuer",
        "https://acme.example/licensing",
        "--new-passphrase-file",
        "pass",
    ]);
    env.line("product add work-management --name Work").assert(0);
    env.line("customer add nordwind --name Nordwind").assert(0);
    env
}

/// Returns the entry of a key in the newest key set.
fn published(env: &TestEnvironment, name: &str) -> serde_json::Value {
    let text = env.line("key publish").assert(0).text();
    env.write("now.keyset", &text);
    let claims = env.json("inspect now.keyset")[0]["claims"].clone();
    claims["keys"]
        .as_array()
        .expect("keys")
        .iter()
        .find(|key| key["name"] == name)
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_key_with_limits_signs_within_them() {
    let env = live();
    env.write("ci", "four\n");
    let create = "key create ci --edition trial --products WORK-management --max-term 14d \
        --max-seats 5 --max-files 2 --purposes nightly";
    assert_snapshot!(env.line(&format!("{create} --dry-run")), @"
    exit 0
    --- err
    Would add trial key ci (signs license files; products work-management; at most 14 days; at most 5 seats; at most 2 files; purposes nightly)
    ");
    assert_snapshot!(env.line(&format!("{create} --passphrase-file pass --new-passphrase-file ci")), @"
    exit 0
    --- err
    Added trial key ci (signs license files; products work-management; at most 14 days; at most 5 seats; at most 2 files; purposes nightly)
    Signed version 2 of the key set. Next: `licentia key publish --out FILE` writes the key set for applications
    ");
    assert_snapshot!(env.json("key show ci")["scope"], @r#"{"kinds":["license"],"products":["work-management"],"max_term_days":14,"max_seats":5,"purposes":["nightly"],"max_files":2}"#);
    assert_snapshot!(published(&env, "ci")["scope"], @r#"{"kinds":["license"],"products":["work-management"],"max_term_days":14,"max_seats":5}"#);
    let pem = env.read("keys/ci.pem");
    assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"), "{pem}");
    let issue = "license issue --customer nordwind --product work-management --key ci --unbound \
        --passphrase-file ci";
    for (line, says) in [
        ("--term 10d", "the key signs for the purpose nightly only, not for issue"),
        ("--purpose nightly --term 15d", "is valid for more than 14 days"),
        ("--purpose nightly", "the file has no end; the key allows at most 14 days"),
        (
            "--purpose nightly --term 10d --seats 6",
            "the license has 6 seats; the key allows at most 5",
        ),
        ("--purpose nightly --term 10d --enforcement warn", "requires block"),
    ] {
        let message = env.refused(&format!("{issue} {line}"), 1, "out_of_scope");
        assert!(message.contains(says), "{line}: {message}");
        env.refused(&format!("{issue} {line} --dry-run"), 1, "out_of_scope");
    }
    env.refused(&format!("{issue} --purpose nightly --edition commercial"), 1, "edition_mismatch");
    env.refused(&format!("{issue} --purpose Night"), 2, "usage");
    env.line(&format!("{issue} --purpose nightly --term 10d --reference R")).assert(0);
    env.line(&format!("{issue} --purpose nightly --term 10d --reference R")).assert(0);
    env.line(&format!("{issue} --purpose nightly --term 10d")).assert(0);
    assert_snapshot!(env.refused(&format!("{issue} --purpose nightly --term 10d"), 1, "out_of_scope"), @"the file is out of the scope of key ci: the maximum number of signed files (2) is reached | `licentia key show ci` shows the scope of the key");
    assert!(
        env.refused(&format!("{issue} --term 10d --reference R"), 1, "conflict")
            .contains("(different values: purpose)")
    );
    assert_eq!(env.json("key show CI")["files_signed"], 2);
    // A key with a purpose signs only if the command names it, and its limits never change.
    let message = env.refused(
        "license issue --customer nordwind --product work-management --edition trial --unbound \
         --passphrase-file ci",
        5,
        "bad_passphrase",
    );
    assert!(message.contains("keys/trial.pem"), "{message}");
    let database = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    for change in [
        "scope = '{}'",
        "max_files = NULL",
        "purposes = NULL",
        "edition = 'commercial'",
        "not_after = '2030-01-01T00:00:00Z'",
        "files_signed = 3",
    ] {
        assert!(
            database.execute(&format!("UPDATE key SET {change} WHERE name = 'ci'"), []).is_err(),
            "{change}"
        );
    }
}

#[test]
fn two_processes_do_not_share_the_last_file_of_a_key() {
    let env = live();
    env.line("key create ci --edition trial --max-files 1 --no-passphrase --passphrase-file pass")
        .assert(0);
    env.line(
        "key create slow --edition trial --max-files 1 --passphrase-file pass \
        --new-passphrase-file pass",
    )
    .assert(0);
    let path = env.path("licentia.db");
    env.person(move |_| {
        let other = rusqlite::Connection::open(&path).expect("opened");
        other
            .execute_batch("UPDATE key SET files_signed = 1 WHERE name = 'slow'")
            .expect("changed");
        "one".into()
    });
    let issue = "license issue --customer nordwind --product work-management --unbound";
    assert!(
        env.refused(&format!("{issue} --key slow"), 1, "out_of_scope").contains("signed files (1)")
    );
    assert_eq!(env.count("SELECT count(*) FROM license"), 0);
    env.line(&format!("{issue} --key ci")).assert(0);
    env.refused(&format!("{issue} --key ci"), 1, "out_of_scope");
}

#[test]
fn invalid_keys_are_not_created() {
    let env = live();
    for (line, status, code) in [
        ("key create trial --edition trial", 1, "exists"),
        ("key create ROOT --edition trial", 1, "exists"),
        ("key create x --edition gold", 2, "usage"),
        ("key create x", 2, "usage"),
        ("key create x/y --edition trial", 2, "usage"),
        ("key create x --edition trial --kinds license,credential", 1, "edition_mismatch"),
        ("key create x --edition commercial --kinds keyset", 2, "usage"),
        ("key create x --edition commercial --products nothing", 3, "not_found"),
        ("key create x --edition commercial --max-term 0d", 2, "usage"),
        ("key create x --edition commercial --max-term 1y", 2, "usage"),
        ("key create x --edition commercial --max-files 0", 2, "usage"),
        ("key create x --edition commercial --not-after 2026-11-20", 2, "usage"),
        (
            "key create x --edition commercial --no-passphrase --new-passphrase-file pass \
             --passphrase-file pass",
            2,
            "usage",
        ),
        ("key create x --edition commercial --no-input", 2, "needs_answer"),
        ("key create trial --edition commercial --if-missing", 1, "conflict"),
    ] {
        let before = env.everything();
        env.refused(line, status, code);
        assert_eq!(env.everything(), before, "{line}");
    }
    env.write("keys/x.pem", "another file");
    env.refused("key create x --edition commercial", 5, "would_overwrite");
    assert_eq!(env.read("keys/x.pem"), "another file");
    std::fs::remove_file(env.path("keys/x.pem")).expect("removed");
    // The root key is on a USB drive.
    std::fs::rename(env.path("keys/root.pem"), env.path("usb.pem")).expect("moved");
    let create = "key create x --edition commercial --not-after 2026-11-21 --passphrase-file pass \
        --no-passphrase";
    env.refused(create, 5, "key_missing");
    assert!(!env.path("keys/x.pem").exists(), "no file without a record");
    env.refused(&format!("{create} --root-key nowhere.pem"), 5, "key_missing");
    env.refused(&format!("{create} --root-key keys/trial.pem"), 5, "key_missing");
    env.line(&format!("{create} --root-key usb.pem")).assert(0);
    assert_eq!(env.json("key show x")["not_after"], "2026-11-21T23:59:59Z");
    assert_eq!(
        env.json("key create x --edition commercial --not-after 2026-11-21 --if-missing")["created"],
        false
    );
    let issue = "license issue --customer nordwind --product work-management --key x --unbound";
    env.line(issue).assert(0);
    env.at("2026-11-22T00:00:00Z");
    env.refused(issue, 1, "wrong_state");
}

#[test]
fn a_new_passphrase_is_typed_twice() {
    let env = live();
    env.types(&["new", "other", "new", "new", "one"]);
    let ran = env.line("key create x --edition commercial").assert(0);
    assert!(ran.err.contains("the two passphrases differ"), "{ran}");
    assert!(env.read("keys/x.pem").contains("ENCRYPTED"));
    let plain = TestEnvironment::with_home();
    plain.line("key create x --edition commercial").assert(0);
    assert!(plain.read("keys/x.pem").starts_with("-----BEGIN PRIVATE KEY-----"));
    plain.types(&["new", "new"]);
    plain.line("key passphrase x").assert(0);
    assert!(plain.read("keys/x.pem").contains("ENCRYPTED"));
}

#[test]
fn a_key_gets_another_passphrase() {
    let env = live();
    env.write("new", "changed\n");
    let before = env.read("keys/commercial.pem");
    env.refused(
        "key passphrase commercial --passphrase-file new --new-passphrase-file new",
        5,
        "bad_passphrase",
    );
    env.line("key passphrase commercial --new-passphrase-file new --dry-run").assert(0);
    assert_eq!(env.read("keys/commercial.pem"), before);
    assert_snapshot!(env.line("key passphrase commercial --passphrase-file pass --new-passphrase-file new"), @"
    exit 0
    --- err
    Changed the passphrase of key commercial
    ");
    let issue = "license issue --customer nordwind --product work-management --unbound";
    env.refused(&format!("{issue} --passphrase-file pass"), 5, "bad_passphrase");
    env.line(&format!("{issue} --passphrase-file new")).assert(0);
    env.line("key passphrase commercial --passphrase-file new --no-passphrase").assert(0);
    env.line(issue).assert(0);
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(env.path("keys/commercial.pem")).expect("there").permissions(),
    );
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(env.json("audit list --action key.passphrase").as_array().map(Vec::len), Some(2));
    let entries = env.line("audit list --json").text();
    assert!(!entries.contains("changed"), "no passphrase is in the log");
}

#[test]
fn a_key_of_openssl_is_imported() {
    let env = live();
    let made = |name: &str| {
        std::fs::read_to_string(
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/openssl").join(name),
        )
        .expect("read")
    };
    for name in ["plain.pem", "locked.pem", "other.pem", "old.pem", "sha1.pem"] {
        env.write(name, made(name));
    }
    env.write("both", "one\ntheirs\n");
    env.write("mine", "mine\n");
    let import = "--passphrase-file both --new-passphrase-file mine";
    env.line(&format!(
        "key import partner plain.pem --edition commercial --products \
            work-management {import} --dry-run"
    ))
    .assert(0);
    let ran = env
        .line(&format!(
            "key import partner plain.pem --edition commercial --products work-management {import}"
        ))
        .assert(0);
    assert!(ran.err.starts_with("Imported plain.pem as key partner ("), "{ran}");
    env.line(&format!("key import demo locked.pem --edition trial {import}")).assert(0);
    for (name, public) in [("partner", "plain.pub.pem"), ("demo", "locked.pub.pem")] {
        assert!(env.read(&format!("keys/{name}.pem")).contains("ENCRYPTED"), "{name}");
        assert_eq!(
            env.line(&format!("key export {name}")).assert(0).text(),
            made(public),
            "the same key"
        );
    }
    let issue = "license issue --customer nordwind --product work-management --passphrase-file \
        mine --key partner --out a.lic";
    env.line(issue).assert(0);
    env.line("verify a.lic").assert(0);
    for (line, status, code) in [
        (format!("key import again plain.pem --edition trial {import}"), 1, "exists"),
        (format!("key import partner locked.pem --edition trial {import}"), 1, "exists"),
        (format!("key import again other.pem --edition trial {import}"), 1, "wrong_kind"),
        (format!("key import again old.pem --edition trial {import}"), 5, "corrupt"),
        (format!("key import again sha1.pem --edition trial {import}"), 5, "corrupt"),
        (format!("key import again nowhere.pem --edition trial {import}"), 5, "io"),
        (
            "key import again locked.pem --edition trial --passphrase-file mine \
             --new-passphrase-file mine"
                .into(),
            5,
            "bad_passphrase",
        ),
        (format!("key import again pass --edition trial {import}"), 5, "corrupt"),
    ] {
        env.refused(&line, status, code);
    }
    // A lost private key returns. Another key is refused.
    std::fs::rename(env.path("keys/partner.pem"), env.path("usb.pem")).expect("moved");
    env.write("usb", "mine\n");
    let back = "--passphrase-file usb --new-passphrase-file mine";
    env.refused(
        &format!("key import partner locked.pem --edition commercial {import}"),
        5,
        "key_missing",
    );
    env.refused(
        &format!("key import partner usb.pem --edition trial {back}"),
        1,
        "edition_mismatch",
    );
    let version = env.json("key publish")["version"].clone();
    assert_eq!(
        env.json(&format!("key import partner usb.pem --edition commercial {back}"))["created"],
        false
    );
    assert_eq!(env.json("key publish")["version"], version, "the key set has not changed");
    assert_eq!(env.json("key show partner")["private_key_present"], true);
}

#[test]
fn a_live_home_refuses_the_published_test_keys() {
    let env = live();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("keys");
    for name in ["test-root", "test-commercial", "test-trial"] {
        let file = folder.join(format!("{name}.pem"));
        let message = env.refused(
            &format!("key import x {} --edition commercial --no-passphrase", file.display()),
            4,
            "test_file",
        );
        assert!(message.contains("with which everyone can sign"), "{message}");
    }
    assert!(!env.path("keys/x.pem").exists());
    let test = TestEnvironment::with_home();
    test.line(&format!(
        "key import x {} --edition commercial",
        folder.join("test-commercial.pem").display()
    ))
    .assert(0);
}

#[test]
fn a_key_is_exported_for_other_programs() {
    let env = live();
    assert_snapshot!(env.line("key export commercial"), @"
    exit 0
    --- out
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAfWx7zBSIHssHOGMycn3Te0Szs5+/lBiYmNwK43caNXs=
    -----END PUBLIC KEY-----
    ");
    assert_snapshot!(env.line("key export commercial --as jwk"), @r#"
    exit 0
    --- out
    {
      "kty": "OKP",
      "crv": "Ed25519",
      "x": "fWx7zBSIHssHOGMycn3Te0Szs5-_lBiYmNwK43caNXs",
      "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY"
    }
    "#);
    let private = env.read("keys/commercial.pem");
    env.line("key export commercial --private --dry-run --out copy.pem").assert(0);
    assert!(!env.path("copy.pem").exists());
    assert_snapshot!(env.line("key export commercial --private --out copy.pem"), @"
    exit 0
    --- err
    Wrote private key commercial to copy.pem
    ");
    assert_eq!(env.read("copy.pem"), private, "encrypted, as it is kept");
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(env.path("copy.pem")).expect("there").permissions(),
    );
    assert_eq!(mode & 0o777, 0o600);
    env.refused("key export commercial --private --as jwk --out copy.jwk", 2, "needs_answer");
    env.line("key export commercial --private --as jwk --out copy.jwk --passphrase-file pass")
        .assert(0);
    let jwk: serde_json::Value = serde_json::from_str(&env.read("copy.jwk")).expect("JSON");
    assert_eq!(
        (jwk["kid"].clone(), jwk["d"].as_str().map(str::len)),
        (env.json("key show commercial")["kid"].clone(), Some(43))
    );
    env.refused(
        "key export commercial --private --as jwk --out copy.pem --passphrase-file pass",
        5,
        "would_overwrite",
    );
    assert_eq!(
        env.line("key export commercial --private").assert(0).text(),
        private,
        "into a pipe"
    );
    env.refused("key export commercial --private", 2, "usage");
    env.width(80);
    assert!(
        env.line("key export commercial --private")
            .assert(2)
            .err
            .contains("--private requires an output file")
    );
    env.line("key export commercial --private --out -").assert(0);
    std::fs::remove_file(env.path("keys/trial.pem")).expect("removed");
    env.refused("key export trial --private --out x.pem", 5, "key_missing");
}

#[test]
fn a_retired_key_signs_no_more_and_its_files_stay_good() {
    let env = live();
    let issue =
        "license issue --customer nordwind --product work-management --passphrase-file pass";
    env.line(&format!("{issue} --out old.lic")).assert(0);
    env.line("key export commercial --private --out copy.pem").assert(0);
    env.at("2026-11-21T11:00:00Z");
    assert_snapshot!(env.line("key retire commercial --dry-run"), @"
    exit 0
    --- err
    Would retire key commercial
    The key has signed 1 file of 1 license: L-XY9KB-PT3MW
    1 customer: nordwind
    These files remain valid; the key no longer signs
    The private key, [DIR]/keys/commercial.pem, is destroyed
    The private key was exported to [DIR]/copy.pem at 2026-11-21T10:00:00Z by tester: destroy the exported file, or revoke the key instead
    No other commercial key without limits is active
    ");
    assert_snapshot!(env.line("key retire commercial --passphrase-file pass"), @"
    exit 2
    --- err
    error: cannot retire key commercial: a confirmation is required, and there is no terminal
    hint: --yes confirms the change; --dry-run shows the affected records
    ");
    env.person(|prompt| {
        if prompt.starts_with("Retire") { "n" } else { panic!("asked {prompt}") }.into()
    });
    env.refused("key retire commercial --passphrase-file pass", 1, "declined");
    assert!(env.path("keys/commercial.pem").exists());
    assert_snapshot!(env.line("key retire commercial --passphrase-file pass --yes"), @"
    exit 0
    --- err
    Retired key commercial
    Signed version 2 of the key set. Next: `licentia key publish --out FILE` writes the key set for applications
    warning: private key commercial was exported to [DIR]/copy.pem at 2026-11-21T10:00:00Z by tester: destroy the exported file, or revoke the key instead
    ");
    assert!(!env.path("keys/commercial.pem").exists(), "the private key is destroyed");
    assert_eq!(published(&env, "commercial")["state"], "retired");
    env.line("verify old.lic").assert(0);
    env.refused(&format!("{issue} --unbound"), 5, "key_missing");
    env.refused(&format!("{issue} --unbound --key commercial"), 1, "wrong_state");
    env.refused("key retire commercial --yes", 1, "wrong_state");
    env.refused("key retire root --yes", 1, "wrong_kind");
    assert!(!env.line("key list").text().contains("commercial"));
    assert!(env.line("key list --all").text().contains("retired"));
    env.line("key retire trial --keep-private --yes --passphrase-file pass").assert(0);
    assert!(env.path("keys/trial.pem").exists());
}

#[test]
fn the_files_of_a_revoked_key_are_refused() {
    let env = live();
    env.line("key create ci --edition trial --max-term 14d --no-passphrase --passphrase-file pass")
        .assert(0);
    let issue = "license issue --customer nordwind --product work-management --key ci --term 10d";
    env.line(&format!("{issue} --out before.lic")).assert(0);
    env.at("2026-11-22T10:00:00Z");
    env.line(&format!("{issue} --out after.lic --starts 2026-11-21")).assert(0);
    env.line(
        "license issue --customer nordwind --product work-management --out sold.lic \
        --passphrase-file pass",
    )
    .assert(0);
    for (line, status, code) in [
        ("key revoke ci --yes", 2, "usage"),
        ("key revoke ci --reason stolen", 2, "needs_answer"),
        ("key revoke unknown --reason stolen --yes", 3, "not_found"),
        ("key revoke root --reason stolen --yes", 1, "wrong_kind"),
        (
            "key revoke commercial --reason stolen --since 2026-11-22T00:00:00Z --yes",
            1,
            "wrong_kind",
        ),
        ("key revoke ci --reason stolen --since 2026-11-23T00:00:00Z --yes", 2, "usage"),
        ("key revoke ci --reason stolen --since yesterday --yes", 2, "usage"),
    ] {
        env.refused(line, status, code);
    }
    assert_snapshot!(env.line("key revoke ci --reason stolen --since 2026-11-22T00:00:00Z --dry-run"), @"
    exit 0
    --- err
    Would revoke key ci
    The key has signed 2 files of 2 licenses: L-XY9KB-PT3MW, L-A3MVS-A9VF2
    1 customer: nordwind
    Applications refuse the files signed at 2026-11-22T00:00:00Z or later when they have the next key set
    ");
    let object = env.json(
        "key revoke ci --reason stolen --since 2026-11-22T00:00:00Z --yes --passphrase-file pass",
    );
    assert_eq!(
        (object["state"].clone(), object["hit"]["files"].clone(), object["keyset"].clone()),
        ("revoked".into(), 2.into(), 3.into())
    );
    env.line("verify before.lic").assert(0);
    assert_eq!(env.line("verify after.lic --json").assert(4).json()[0]["code"], "revoked_key");
    env.refused(
        "key revoke ci --reason stolen --since 2026-11-22T00:00:00Z --yes",
        1,
        "wrong_state",
    );
    // The key was stolen earlier than was known. The new date can be earlier, never later.
    env.line("key revoke ci --reason stolen --yes --passphrase-file pass").assert(0);
    assert_eq!(env.line("verify before.lic --json").assert(4).json()[0]["code"], "revoked_key");
    env.refused("key revoke ci --reason stolen --yes", 1, "wrong_state");
    env.refused(&format!("{issue} --unbound"), 1, "wrong_state");
    let kid = env.json("key show commercial")["kid"].as_str().expect("a kid").to_owned();
    env.line(&format!("key revoke {kid} --reason published --yes --passphrase-file pass"))
        .assert(0);
    assert_eq!(env.line("verify sold.lic --json").assert(4).json()[0]["code"], "revoked_key");
    let entry = &env.json("audit list --action key.revoke")[2];
    assert_eq!(
        (entry["subject"].clone(), entry["detail"]["reason"].clone()),
        ("commercial".into(), "published".into())
    );
}

#[test]
fn a_key_that_signs_during_the_confirmation_is_not_revoked() {
    let env = TestEnvironment::with_catalogue();
    let home = env.path("");
    env.line("license issue --customer nordwind --product other --unbound").assert(0);
    env.person(move |_| {
        let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
        other.args([
            "license",
            "issue",
            "--customer",
            "nordwind",
            "--product",
            "other",
            "--unbound",
            "--quiet",
        ]);
        assert!(other.current_dir(&home).env_clear().status().expect("started").success());
        "y".into()
    });
    env.refused("key revoke commercial --reason stolen", 1, "changed_meanwhile");
    assert_eq!(env.json("key show commercial")["state"], "active");
}

#[test]
fn the_pin_is_a_line_of_source_in_six_languages() {
    let env = TestEnvironment::with_home();
    let root = env.json("key show root")["kid"].as_str().expect("a kid").to_owned();
    assert_snapshot!(env.line("key pin"), @r#"
    exit 0
    --- out
    /// Root of the licentia test home of Acme AB (RFC 7638 thumbprint)
    pub const LICENTIA_ROOT: &str = "C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw";
    "#);
    let pin = |lang: &str| env.line(&format!("key pin --lang {lang}")).assert(0).text();
    let compile = |file: &str, text: &str, tool: &str, args: &[&str]| {
        env.write(file, text);
        let ran = std::process::Command::new(tool)
            .args(args)
            .arg(file)
            .current_dir(env.path(""))
            .output();
        ran.map(|ran| {
            assert!(
                ran.status.success(),
                "{tool}: {text}\n{}",
                String::from_utf8_lossy(&ran.stderr)
            );
        })
    };
    for lang in ["rust", "c", "csharp", "java", "python", "js"] {
        assert_eq!(pin(lang).matches(&format!("\"{root}\"")).count(), 1, "{lang}");
    }
    // `rustc` and `cc` are present, because the build of this program needs them.
    compile("pin.rs", &pin("rust"), "rustc", &["--crate-type", "lib", "--emit", "metadata"])
        .expect("rustc");
    compile(
        "pin.c",
        &pin("c"),
        "cc",
        &[
            "-fsyntax-only",
            "-Wall",
            "-Werror",
            "-Wno-unused-const-variable",
            "-Wno-unused-variable",
        ],
    )
    .expect("cc");
    // The other compilers may be missing. `interop/run` requires python3 and node.
    let others = [
        ("pin.py", "python", "python3", &["-m", "py_compile"][..]),
        ("pin.mjs", "js", "node", &["--check"]),
        ("LicentiaRoot.java", "java", "javac", &["-d", "."]),
        ("pin.cs", "csharp", "mcs", &["-target:library"]),
    ];
    for (file, lang, tool, args) in others {
        if let Err(error) = compile(file, &pin(lang), tool, args) {
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{tool}");
        }
    }
    env.refused("key pin --lang cobol", 2, "usage");
    assert_eq!(env.json("key pin --lang c")["root"], root.as_str());
}

#[test]
fn an_import_refuses_changed_limits() {
    let env = TestEnvironment::with_catalogue();
    std::fs::rename(env.path("keys/commercial.pem"), env.path("c.pem")).expect("moved");
    env.refused(
        "key import commercial c.pem --edition commercial --products other --max-seats 1",
        1,
        "conflict",
    );
    env.line("key import commercial c.pem --edition commercial").assert(0);
    // The private key of a retired key cannot be imported.
    env.line("key export trial --private --out t.pem").assert(0);
    env.line("key retire trial --yes").assert(0);
    env.refused("key import trial t.pem --edition trial", 1, "wrong_state");
    assert!(!env.path("keys/trial.pem").exists());
}

#[test]
fn a_key_that_is_retired_during_a_prompt_stays_retired() {
    for line in [
        "key passphrase trial",
        "key import trial t.pem --edition trial",
        "key export trial --private --as jwk --out x.jwk",
    ] {
        let env = TestEnvironment::with_catalogue();
        env.write("pass", "old\n");
        env.line("key passphrase trial --new-passphrase-file pass").assert(0);
        std::fs::copy(env.path("keys/trial.pem"), env.path("t.pem")).expect("copied");
        if line.contains("import") {
            std::fs::remove_file(env.path("keys/trial.pem")).expect("removed");
        }
        let (home, mut retired) = (env.path(""), false);
        env.person(move |_| {
            if !std::mem::replace(&mut retired, true) {
                let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
                let ran = other
                    .args(["key", "retire", "trial", "--yes", "--quiet"])
                    .current_dir(&home)
                    .env_clear()
                    .status();
                assert!(ran.expect("started").success());
            }
            "old".into()
        });
        env.refused(line, 1, "changed_meanwhile");
        assert!(!env.path("keys/trial.pem").exists() && !env.path("x.jwk").exists(), "{line}");
        env.line("audit verify").assert(0);
    }
}

#[test]
fn an_incomplete_destruction_is_completed_later() {
    let env = TestEnvironment::with_catalogue();
    std::fs::rename(env.path("keys/trial.pem"), env.path("usb.pem")).expect("moved");
    std::os::unix::fs::symlink(env.path("usb.pem"), env.path("keys/trial.pem")).expect("linked");
    env.write("keys/.licentia-killed", "half a key");
    env.line("key retire trial --yes --keep-private").assert(0);
    assert!(!env.path("keys/.licentia-killed").exists(), "the file of a killed process is removed");
    env.refused("key retire trial --yes --keep-private", 1, "wrong_state");
    env.line("key retire trial --dry-run").assert(0);
    assert!(env.path("usb.pem").exists());
    env.refused("key retire trial", 2, "needs_answer");
    assert_snapshot!(env.line("key retire trial --yes"), @"
    exit 0
    --- err
    Destroyed private key trial
    ");
    assert!(!env.path("usb.pem").exists(), "the target of the link is removed, too");
    env.refused("key retire trial --yes", 1, "wrong_state");
    let actions: Vec<_> = env
        .json("audit list --subject trial")
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["action"].clone())
        .collect();
    assert_eq!(actions, ["key.retire", "key.destroy"]);
}

#[test]
fn a_key_file_without_a_record_can_be_imported() {
    let env = live();
    env.write("both", "one\ntwo\n");
    // The state after a process was killed between writing the file and adding the row.
    let other = TestEnvironment::seeded(1);
    other.write("pass", "two\n");
    other.ok(&["init", "--vendor", "Other", "--new-passphrase-file", "pass"]);
    other
        .line("key create x --edition trial --passphrase-file pass --new-passphrase-file pass")
        .assert(0);
    env.write(
        "keys/o.pem",
        format!("\u{feff}{}\n\n", other.read("keys/x.pem").replace('\n', " \r\n")),
    );
    let message = env.refused(
        "key create o --edition commercial --passphrase-file both --new-passphrase-file both",
        5,
        "would_overwrite",
    );
    assert!(
        message.contains(
            "`licentia key import o [DIR]/keys/o.pem --edition EDITION` imports the file"
        ),
        "{message}"
    );
    env.refused(
        "key import o keys/o.pem --edition commercial --passphrase-file pass \
        --new-passphrase-file both --root-key keys/trial.pem",
        5,
        "key_missing",
    );
    assert!(env.path("keys/o.pem").exists(), "the file stays");
    env.line(
        "key import o keys/o.pem --edition commercial --passphrase-file both \
        --new-passphrase-file both",
    )
    .assert(0);
    assert_eq!(env.json("key show o")["private_key_present"], true);
}

#[test]
fn creating_an_existing_key_can_be_a_success() {
    let env = TestEnvironment::with_catalogue();
    let create = "key create y --edition trial --not-after 2026-12-31 --products \
        other,work-management --purposes b,a --if-missing";
    assert_eq!(env.json(create)["created"], true);
    env.at("2027-02-01T00:00:00Z");
    assert_eq!(
        env.json(
            &create.replace("other,work-management", "work-management,other").replace("b,a", "a,b")
        )["created"],
        false
    );
    env.refused("key create z --edition trial --not-after 2026-12-31 --if-missing", 2, "usage");
    let kid = env.json("key show trial")["kid"].as_str().expect("a kid").to_owned();
    assert_eq!(env.json(&format!("key show {kid}"))["name"], "trial");
    if kid.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        env.refused(&format!("key create {kid} --edition trial"), 2, "usage");
    }
}

#[test]
fn dry_runs_of_key_verbs_have_the_real_exit_status() {
    let env = live();
    env.at("2026-11-20T10:00:00Z");
    for line in [
        "key create x --edition trial",
        "key import x keys/trial.pem --edition trial",
        "key retire trial",
        "key revoke trial --reason stolen",
        "key passphrase trial",
        "key export trial --private --as jwk --out x.jwk",
    ] {
        env.refused(&format!("{line} --dry-run"), 1, "clock_behind");
    }
    for line in
        ["key create x --edition trial", "key passphrase trial", "init elsewhere --vendor X"]
    {
        env.refused(&format!("{line} --dry-run --new-passphrase-file nowhere"), 5, "io");
        env.refused(
            &format!("{line} --dry-run --new-passphrase-file pass --no-passphrase"),
            2,
            "usage",
        );
    }
    env.at("2026-11-21T10:00:00Z");
    env.write("x.pem", "there");
    env.refused("key export trial --out x.pem --dry-run", 5, "would_overwrite");
    assert_eq!(env.json("key export trial --out y.pem --dry-run")["dry_run"], true);
    // Several keys are suitable, but only one private key is present.
    let plain = TestEnvironment::with_catalogue();
    for line in [
        "key create a --edition commercial",
        "key create b --edition commercial",
        "key retire commercial --yes",
    ] {
        plain.line(line).assert(0);
    }
    plain.refused(
        "license issue --customer nordwind --product other --unbound --dry-run",
        2,
        "usage",
    );
    std::fs::remove_file(plain.path("keys/b.pem")).expect("removed");
    plain.line("license issue --customer nordwind --product other --unbound --dry-run").assert(0);
    plain.line("license issue --customer nordwind --product other --unbound").assert(0);
}

#[test]
fn standard_input_is_read_for_one_value_only() {
    let env = live();
    env.input(b"one\n");
    env.refused(
        "key create x --edition trial --passphrase-file - --new-passphrase-file -",
        2,
        "usage",
    );
    env.input(b"three\none\n");
    env.line("key create x --edition trial --no-passphrase --passphrase-file -").assert(0);
}

#[test]
fn output_never_overwrites_a_part_of_a_home() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --unbound --reference R").assert(0);
    let before = env.everything();
    std::os::unix::fs::symlink("keys/trial.pem", env.path("link.pem")).expect("linked");
    for line in [
        "key export trial --out keys/trial.pem --force",
        "key export trial --private --out keys/other.pem",
        "key export trial --out link.pem --force",
        "license export ref:R --out keys/commercial.pem --force",
        "license export ref:R --out-dir keys",
        "license export ref:R --out licentia.toml --force",
        "license issue --customer nordwind --product other --out licentia.db --force",
        "key publish --out licentia.db-wal --force",
    ] {
        for dry in ["", "--dry-run"] {
            let message = env.refused(&format!("{line} {dry}"), 5, "would_overwrite");
            assert!(message.contains("is a file of a home"), "{line}: {message}");
        }
    }
    std::fs::remove_file(env.path("link.pem")).expect("removed");
    assert_eq!(env.everything(), before);
    // A folder named `keys` outside a home is not protected.
    std::fs::create_dir_all(env.path("elsewhere/keys")).expect("made");
    env.line("key export trial --out elsewhere/keys/trial.pem").assert(0);
}

#[test]
fn an_unrecorded_destruction_is_recorded_later() {
    let env = TestEnvironment::with_catalogue();
    env.line("key retire trial --yes").assert(0);
    // The state after the disk became full between the removal and its audit entry.
    env.sql("DROP TRIGGER audit_delete_forbidden");
    env.sql(
        "DELETE FROM audit_person
         WHERE seq = (SELECT seq FROM audit WHERE action = 'key.destroy');
         DELETE FROM audit WHERE action = 'key.destroy'",
    );
    env.sql(
        "CREATE TRIGGER audit_delete_forbidden BEFORE DELETE ON audit\nBEGIN SELECT RAISE(ABORT, 'the \
            audit log is append-only'); END",
    );
    env.line("key retire trial --yes").assert(0);
    assert_eq!(env.json("audit list --action key.destroy").as_array().map(Vec::len), Some(1));
    env.refused("key retire trial --yes", 1, "wrong_state");
    env.line("audit verify").assert(0);
}

#[test]
fn a_private_key_that_returns_during_the_confirmation_is_destroyed() {
    let env = TestEnvironment::with_catalogue();
    std::fs::rename(env.path("keys/trial.pem"), env.path("usb.pem")).expect("moved");
    let home = env.path("");
    env.person(move |_| {
        let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
        other.args(["key", "import", "trial", "usb.pem", "--edition", "trial", "--quiet"]);
        assert!(other.current_dir(&home).env_clear().status().expect("started").success());
        "y".into()
    });
    env.line("key retire trial").assert(0);
    assert!(!env.path("keys/trial.pem").exists());
    assert_eq!(env.json("audit list --action key.destroy").as_array().map(Vec::len), Some(1));
}

#[test]
fn exports_belong_to_the_exported_key() {
    let env = TestEnvironment::with_catalogue();
    env.line("key export trial --private --out copy.pem").assert(0);
    env.line("key create demo --edition trial").assert(0);
    let would = |name: &str| env.json(&format!("key retire {name} --dry-run"))["exports"].clone();
    assert_eq!(
        (would("trial").as_array().map(Vec::len), would("demo")),
        (Some(1), serde_json::json!([]))
    );
    env.line("key retire trial --yes").assert(0);
    env.refused("key retire trial --yes", 1, "wrong_state");
}

#[test]
fn dry_runs_of_key_verbs_take_no_lock() {
    let env = TestEnvironment::with_catalogue();
    let site = TestEnvironment::seeded(1);
    env.line("key publish --out acme.keyset").assert(0);
    site.write("acme.keyset", env.read("acme.keyset"));
    site.ok(&["init", "--vendor", "Acme AB", "--join", "acme.keyset", "--no-passphrase"]);
    env.line("key create ci --edition trial").assert(0);
    env.line("key publish --out next.keyset").assert(0);
    site.write("next.keyset", env.read("next.keyset"));
    env.line("key retire ci --yes --keep-private").assert(0);
    std::fs::rename(env.path("keys/commercial.pem"), env.path("c.pem")).expect("moved");
    let other = TestEnvironment::seeded(2).and_home();
    env.write("own.pem", other.read("keys/trial.pem"));
    let lines = [
        "key create x --edition trial",
        "key import own own.pem --edition trial",
        "key import commercial c.pem --edition commercial",
        "key retire trial",
        "key retire ci",
        "key revoke trial --reason stolen",
        "key passphrase trial --no-passphrase",
        "key export trial --private --out x.pem",
        "key export trial --private --as jwk --out x.jwk",
    ];
    let lines = lines.map(|line| (&env, line)).into_iter();
    for (env, line) in lines.chain([(&site, "key accept next.keyset")]) {
        let before = env.everything();
        let writer = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
        writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
        let started = std::time::Instant::now();
        env.line(&format!("{line} --dry-run")).assert(0);
        assert!(started.elapsed().as_secs() < 5, "{line} waited for the lock");
        writer.execute_batch("ROLLBACK").expect("unlocked");
        assert_eq!(env.everything(), before, "{line}");
    }
}
