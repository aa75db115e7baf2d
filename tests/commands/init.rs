use std::os::unix::fs::PermissionsExt as _;

use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_test_home_has_keys_and_a_key_set() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.ok(&["init", "vendor", "--vendor", "Acme AB", "--test", "--no-passphrase"]), @"
    exit 0
    --- err
    Created a test home for Acme AB in vendor
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: pin this thumbprint in your applications
    ");
    assert_snapshot!(env.line("--home vendor key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS          SIGNED  PRIVATE  KID
    root        -           active  key sets       1       here     C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
    commercial  commercial  active  all files      0       here     _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    trial       trial       active  license files  0       here     N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M
    ");
    for name in ["root", "commercial", "trial"] {
        let mode = std::fs::metadata(env.path(&format!("vendor/keys/{name}.pem")))
            .expect("a key file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let mode = std::fs::metadata(env.path("vendor/keys")).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    let set = env.json("--home vendor key publish");
    assert_eq!(set["version"], 1);
    let left: Vec<String> = std::fs::read_dir(env.path("vendor"))
        .expect("listed")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.')), "{left:?}");
}

#[test]
fn the_json_of_a_new_home() {
    let env = TestEnvironment::new();
    let home = env
        .ok(&[
            "init",
            "--vendor",
            "Acme AB",
            "--issuer",
            "https://acme.example/l/",
            "--test",
            "--no-passphrase",
            "--json",
        ])
        .json();
    assert_eq!(
        (home["issuer"].as_str(), home["status_uri"].as_str()),
        (Some("https://acme.example/l"), Some("https://acme.example/l/status"))
    );
    assert_eq!((home["test"].as_bool(), home["vendor"].as_str()), (Some(true), Some("Acme AB")));
    assert_eq!(home["root"], home["keys"][0]["kid"]);
}

#[test]
fn a_live_home_asks_for_a_passphrase_twice() {
    let env = TestEnvironment::new();
    env.types(&["", "one", "two", "one", "one", "two", "two", "three", "three"]);
    assert_snapshot!(env.run(&["init", "--vendor", "Acme AB"]), @"
    exit 0
    --- err
    warning: the passphrase is empty; --no-passphrase stores the key unencrypted
    warning: the two passphrases differ; try again
    Created a home for Acme AB in .
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: pin this thumbprint in your applications
    ");
    env.line("customer add c --name C").assert(0);
    env.line("product add p --name P").assert(0);
    env.types(&["wrong", "two"]);
    assert_snapshot!(env.line("license issue --customer c --product p --unbound").err, @"
    warning: wrong passphrase; try again
    Issued license L-XY9KB-PT3MW for customer c: p, commercial, 1 seat, no end
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the license file
    ");
    env.types(&["one", "one", "one"]);
    assert!(
        env.refused("license issue --customer c --product p --unbound", 5, "bad_passphrase")
            .contains("the passphrase does not decrypt the private key file")
    );
    // The entry of a license that is not delivered is signed. A dry run asks for no passphrase.
    env.types(&["two"]);
    env.line("license issue --customer c --product p").assert(0);
    env.line("license issue --customer c --product p --dry-run").assert(0);
}

#[test]
fn passphrases_come_from_a_file_or_the_environment() {
    let env = TestEnvironment::new();
    env.write("new", "root pass\ncommercial pass\n");
    let made = env.run(&["init", "--vendor", "Acme AB", "--new-passphrase-file", "new"]).assert(0);
    assert!(
        made.err.contains("warning: not every key has a new passphrase: key trial gets the"),
        "{made}"
    );
    env.line("customer add c --name C").assert(0);
    env.line("product add p --name P").assert(0);
    let issue = "license issue --customer c --product p --unbound";
    env.line(&format!("{issue} --passphrase-file new")).assert(0);
    env.set_var("LICENTIA_PASSPHRASE_FILE", "new");
    env.line(issue).assert(0);
    env.set_var("LICENTIA_PASSPHRASE", "root pass");
    env.refused(issue, 5, "bad_passphrase");
    env.set_var("LICENTIA_PASSPHRASE", "commercial pass");
    env.line(&format!("{issue} --edition trial")).assert(0);
    env.unset("LICENTIA_PASSPHRASE");
    env.unset("LICENTIA_PASSPHRASE_FILE");
    assert!(env.refused(issue, 2, "needs_answer").contains("--passphrase-file"));
    env.types(&[]);
    env.refused(&format!("{issue} --no-input"), 2, "needs_answer");
    // An empty line is a missing passphrase. Standard input is accepted in place of a file.
    env.input(b"root pass\n\nlast pass\n");
    let made =
        env.run(&["init", "second", "--vendor", "B", "--new-passphrase-file", "-"]).assert(0);
    assert!(
        made.err.contains("warning: not every key has a new passphrase: key commercial gets the"),
        "{made}"
    );
    for line in ["customer add c --name C", "product add p --name P"] {
        env.line(&format!("--home second {line}")).assert(0);
    }
    env.write("root-only", "root pass\n");
    env.line(&format!("--home second {issue} --passphrase-file root-only")).assert(0);
    env.refused(
        &format!("--home second {issue} --edition trial --passphrase-file root-only"),
        5,
        "bad_passphrase",
    );
    env.input(b"\nsecond\n");
    env.refused("init third --vendor B --new-passphrase-file -", 2, "usage");
    env.write("empty", "\n");
    env.refused(&format!("{issue} --passphrase-file empty"), 2, "usage");
    env.refused(&format!("{issue} --passphrase-file none"), 5, "io");
    env.write("binary", [0xff, 0xfe]);
    env.refused(&format!("{issue} --passphrase-file binary"), 2, "usage");
}

#[test]
fn init_without_a_passphrase_creates_nothing() {
    let env = TestEnvironment::new();
    assert!(env.refused("init --vendor A", 2, "needs_answer").contains("--no-passphrase"));
    assert!(!env.path("keys").exists() && !env.path("licentia.toml").exists());
    env.refused("init new/home --vendor A", 2, "needs_answer");
    env.set_var("LICENTIA_NOW", "2026-01-01T00:00:00Z");
    env.refused("init new/home --vendor A --no-passphrase", 2, "usage");
    assert!(!env.path("new").exists());
}

#[test]
fn init_never_overwrites_a_home() {
    let env = TestEnvironment::with_home();
    let before = env.everything();
    assert_snapshot!(env.refused("init --vendor B --no-passphrase", 1, "exists"), @". already contains licentia.toml | choose another folder; init never overwrites a home");
    assert_eq!(env.everything(), before);
    let env = TestEnvironment::new();
    std::fs::create_dir(env.path("keys")).expect("made");
    env.refused("init --vendor B --no-passphrase", 1, "exists");
}

#[test]
fn init_refuses_unusable_folders() {
    let env = TestEnvironment::new();
    env.refused("init /proc/nowhere --vendor B --no-passphrase", 5, "io");
    env.write("file", "");
    env.refused("init file --vendor B --no-passphrase", 5, "io");
    env.refused("init --vendor B --no-passphrase --issuer acme", 2, "usage");
    env.refused("init", 2, "usage");
    assert!(
        env.run(&["init", "--vendor", "株式会社", "--no-passphrase"])
            .assert(2)
            .err
            .contains("--issuer")
    );
    env.set_var("LICENTIA_NOW", "2026-01-01T00:00:00Z");
    assert!(env.refused("init --vendor B --no-passphrase", 2, "usage").contains("LICENTIA_NOW"));
    env.set_var("LICENTIA_NOW", "yesterday");
    env.refused("init --vendor B --no-passphrase --test", 2, "usage");
    assert!(!env.path("keys").exists() && !env.path("licentia.toml").exists());
}

#[test]
fn a_dry_run_creates_nothing() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.run(&["init", "new", "--vendor", "Acme AB", "--dry-run"]), @"
    exit 0
    --- err
    Would create a home for Acme AB in new
    ");
    assert!(!env.path("new").exists());
}
