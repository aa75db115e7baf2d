use std::os::unix::fs::PermissionsExt as _;

use insta::assert_snapshot;

use crate::env::World;

#[test]
fn a_test_home_has_keys_and_a_key_set() {
    let world = World::new();
    assert_snapshot!(world.ok(&["init", "vendor", "--vendor", "Acme AB", "--test", "--no-passphrase"]), @"
    exit 0
    --- err
    Created a test home for Acme AB in vendor
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: pin this thumbprint in your applications
    ");
    assert_snapshot!(world.line("--home vendor key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS          SIGNED  PRIVATE  KID
    root        -           active  key sets       1       here     C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
    commercial  commercial  active  all files      0       here     _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    trial       trial       active  license files  0       here     N_prPNmmsmt2PJHeOVjFHpqsVLxeCJFK8aGJMU2q7-M
    ");
    for name in ["root", "commercial", "trial"] {
        let mode = std::fs::metadata(world.path(&format!("vendor/keys/{name}.pem")))
            .expect("a key file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let mode = std::fs::metadata(world.path("vendor/keys")).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    let set = world.json("--home vendor key publish");
    assert_eq!(set["version"], 1);
    let left: Vec<String> = std::fs::read_dir(world.path("vendor"))
        .expect("listed")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.')), "{left:?}");
}

#[test]
fn the_json_of_a_new_home() {
    let world = World::new();
    let home = world
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
    let world = World::new();
    world.types(&["", "one", "two", "one", "one", "two", "two", "three", "three"]);
    assert_snapshot!(world.run(&["init", "--vendor", "Acme AB"]), @"
    exit 0
    --- err
    warning: the passphrase is empty; --no-passphrase stores the key unencrypted
    warning: the two passphrases differ; try again
    Created a home for Acme AB in .
    Root key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw: pin this thumbprint in your applications
    ");
    world.line("customer add c --name C").assert(0);
    world.line("product add p --name P").assert(0);
    world.types(&["wrong", "two"]);
    assert_snapshot!(world.line("license issue --customer c --product p --unbound").err, @"
    warning: wrong passphrase; try again
    Issued license L-XY9KB-PT3MW for customer c: p, commercial, 1 seat, no end
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the license file
    ");
    world.types(&["one", "one", "one"]);
    assert!(
        world
            .refused("license issue --customer c --product p --unbound", 5, "bad_passphrase")
            .contains("the passphrase does not decrypt the private key file")
    );
    // A license that is not delivered needs no signature, so that no passphrase is asked for.
    world.line("license issue --customer c --product p").assert(0);
}

#[test]
fn passphrases_come_from_a_file_or_the_environment() {
    let world = World::new();
    world.write("new", "root pass\ncommercial pass\n");
    let made =
        world.run(&["init", "--vendor", "Acme AB", "--new-passphrase-file", "new"]).assert(0);
    assert!(
        made.err.contains("warning: no new passphrase is given for key trial: the key gets"),
        "{made}"
    );
    world.line("customer add c --name C").assert(0);
    world.line("product add p --name P").assert(0);
    let issue = "license issue --customer c --product p --unbound";
    world.line(&format!("{issue} --passphrase-file new")).assert(0);
    world.env("LICENTIA_PASSPHRASE_FILE", "new");
    world.line(issue).assert(0);
    world.env("LICENTIA_PASSPHRASE", "root pass");
    world.refused(issue, 5, "bad_passphrase");
    world.env("LICENTIA_PASSPHRASE", "commercial pass");
    world.line(&format!("{issue} --edition trial")).assert(0);
    world.unset("LICENTIA_PASSPHRASE");
    world.unset("LICENTIA_PASSPHRASE_FILE");
    assert!(world.refused(issue, 2, "needs_answer").contains("--passphrase-file"));
    world.types(&[]);
    world.refused(&format!("{issue} --no-input"), 2, "needs_answer");
    // An empty line is a missing passphrase. Standard input is accepted in place of a file.
    world.input(b"root pass\n\nlast pass\n");
    let made =
        world.run(&["init", "second", "--vendor", "B", "--new-passphrase-file", "-"]).assert(0);
    assert!(
        made.err.contains("warning: no new passphrase is given for key commercial: the key gets"),
        "{made}"
    );
    for line in ["customer add c --name C", "product add p --name P"] {
        world.line(&format!("--home second {line}")).assert(0);
    }
    world.write("root-only", "root pass\n");
    world.line(&format!("--home second {issue} --passphrase-file root-only")).assert(0);
    world.refused(
        &format!("--home second {issue} --edition trial --passphrase-file root-only"),
        5,
        "bad_passphrase",
    );
    world.input(b"\nsecond\n");
    world.refused("init third --vendor B --new-passphrase-file -", 2, "usage");
    world.write("empty", "\n");
    world.refused(&format!("{issue} --passphrase-file empty"), 2, "usage");
    world.refused(&format!("{issue} --passphrase-file none"), 5, "io");
    world.write("binary", [0xff, 0xfe]);
    world.refused(&format!("{issue} --passphrase-file binary"), 2, "usage");
}

#[test]
fn init_without_a_passphrase_creates_nothing() {
    let world = World::new();
    assert!(world.refused("init --vendor A", 2, "needs_answer").contains("--no-passphrase"));
    assert!(!world.path("keys").exists() && !world.path("licentia.toml").exists());
    world.refused("init new/home --vendor A", 2, "needs_answer");
    world.env("LICENTIA_NOW", "2026-01-01T00:00:00Z");
    world.refused("init new/home --vendor A --no-passphrase", 2, "usage");
    assert!(!world.path("new").exists());
}

#[test]
fn init_never_overwrites_a_home() {
    let world = World::with_home();
    let before = world.everything();
    assert_snapshot!(world.refused("init --vendor B --no-passphrase", 1, "exists"), @". already contains licentia.toml | choose another folder; init never overwrites a home");
    assert_eq!(world.everything(), before);
    let world = World::new();
    std::fs::create_dir(world.path("keys")).expect("made");
    world.refused("init --vendor B --no-passphrase", 1, "exists");
}

#[test]
fn init_refuses_unusable_folders() {
    let world = World::new();
    world.refused("init /proc/nowhere --vendor B --no-passphrase", 5, "io");
    world.write("file", "");
    world.refused("init file --vendor B --no-passphrase", 5, "io");
    world.refused("init --vendor B --no-passphrase --issuer acme", 2, "usage");
    world.refused("init", 2, "usage");
    assert!(
        world
            .run(&["init", "--vendor", "株式会社", "--no-passphrase"])
            .assert(2)
            .err
            .contains("--issuer")
    );
    world.env("LICENTIA_NOW", "2026-01-01T00:00:00Z");
    assert!(world.refused("init --vendor B --no-passphrase", 2, "usage").contains("LICENTIA_NOW"));
    world.env("LICENTIA_NOW", "yesterday");
    world.refused("init --vendor B --no-passphrase --test", 2, "usage");
    assert!(!world.path("keys").exists() && !world.path("licentia.toml").exists());
}

#[test]
fn a_dry_run_creates_nothing() {
    let world = World::new();
    assert_snapshot!(world.run(&["init", "new", "--vendor", "Acme AB", "--dry-run"]), @"
    exit 0
    --- err
    Would create a home for Acme AB in new
    ");
    assert!(!world.path("new").exists());
}
