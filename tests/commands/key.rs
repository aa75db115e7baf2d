use insta::assert_snapshot;

use crate::world::World;

#[test]
fn keys_are_listed_and_shown() {
    let world = World::with_catalogue();
    world.line("license issue --customer nordwind --product other --edition trial --unbound").assert(0);
    std::fs::remove_file(world.path("keys/root.pem")).expect("removed");
    assert_snapshot!(world.line("key list"), @"
    exit 0
    --- out
    NAME        EDITION     STATE   SIGNS     SIGNED  PRIVATE  KID
    root        -           active  key sets  1       away     pgCi1QI1j9Q707FGUCIGrWm6wO99JdI3vQQy3fEKvTI
    commercial  commercial  active  all       0       here     AKmn0CQddkMVQswfkjtmYA895qGRqTPt3w9xFPn6cd4
    trial       trial       active  license   1       here     QkXuVGizrThQp3xnxhyrZDdQpmsjRstRKL1vhz--sW8
    ");
    assert_snapshot!(world.line("key show trial"), @"
    exit 0
    --- out
    name          trial
    kid           QkXuVGizrThQp3xnxhyrZDdQpmsjRstRKL1vhz--sW8
    role          signing
    edition       trial
    state         active
    signs         license
    good until    -
    files signed  1
    private part  [DIR]/keys/trial.pem
    made          2026-11-21T10:00:00Z
    ");
    let keys = world.json("key list");
    let present: Vec<_> = keys.as_array().expect("a list").iter().map(|key| key["private_key_present"].as_bool()).collect();
    assert_eq!(present, [Some(false), Some(true), Some(true)]);
    assert_snapshot!(format!("{:#}", keys[2]), @r#"
    {
      "name": "trial",
      "kid": "QkXuVGizrThQp3xnxhyrZDdQpmsjRstRKL1vhz--sW8",
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
    assert_snapshot!(world.refused("key show nobody", 3, "not_found"), @"there is no key nobody | `licentia key list` shows the keys");
}

#[test]
fn the_key_set_is_published_as_it_was_signed() {
    let world = World::with_home();
    let text = world.line("key publish").assert(0).text();
    assert!(text.starts_with("eyJ") && !text.ends_with('\n'), "exactly the token");
    assert_snapshot!(world.line("key publish --out acme.keyset"), @"
    exit 0
    --- err
    Wrote version 1 of the key set to acme.keyset
    ");
    assert_eq!(world.read("acme.keyset"), text);
    world.line("key publish --out acme.keyset").assert(0);
    world.write("acme.keyset", "other");
    world.refused("key publish --out acme.keyset", 5, "would_overwrite");
    world.line("key publish --out acme.keyset --force").assert(0);
    assert_eq!(world.read("acme.keyset"), text);
    assert_eq!(world.json("key publish")["text"], text);
    assert_eq!(world.json("key publish --out again.keyset")["file"]["path"], "again.keyset");
    world.refused("key publish --out -", 2, "usage");
    world.line("key publish --out dry.keyset --dry-run").assert(0);
    assert!(!world.path("dry.keyset").exists());
}

#[test]
fn strangers_get_a_plain_jwk_set() {
    let world = World::with_home();
    let set: serde_json::Value = world.line("key publish --jwks").assert(0).json();
    let commercial = world.json("key show commercial");
    assert_eq!(set["keys"].as_array().map(Vec::len), Some(1));
    let members: Vec<_> = set["keys"][0].as_object().expect("a key").keys().cloned().collect();
    assert_eq!(members, ["kty", "crv", "x", "kid"]);
    assert_eq!(set["keys"][0]["kid"], commercial["kid"]);
    let trial: serde_json::Value = world.line("key publish --jwks --edition trial").assert(0).json();
    assert_eq!(trial["keys"][0]["kid"], world.json("key show trial")["kid"]);
}

#[test]
fn a_key_file_that_is_missing_cut_exchanged_or_open_to_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::with_catalogue();
    let issue = "license issue --customer nordwind --product other --unbound";
    let good = world.read("keys/commercial.pem");
    let before = world.everything();
    world.write("keys/commercial.pem", &good[..good.len() / 2]);
    assert_snapshot!(world.refused(issue, 5, "corrupt"), @"[DIR]/keys/commercial.pem: it is not a private key file, or it was cut | put the key's own file back from a backup");
    world.write("keys/commercial.pem", world.read("keys/trial.pem"));
    assert!(world.refused(issue, 5, "key_missing").contains("holds another key"));
    world.write("keys/commercial.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIHAHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwdH\n-----END PRIVATE KEY-----\n");
    assert!(world.refused(issue, 5, "key_missing").contains("another algorithm"));
    world.write("keys/commercial.pem", [0xff; 100]);
    world.refused(issue, 5, "corrupt");
    world.write("keys/commercial.pem", &good);
    assert_eq!(world.everything(), before, "nothing was issued");
    std::fs::set_permissions(world.path("keys/commercial.pem"), std::fs::Permissions::from_mode(0o644)).expect("changed");
    assert!(
        world.line(issue).assert(0).err.contains("warning: [DIR]/keys/commercial.pem can be read by others: chmod 600 it")
            || world.line(issue).err.contains("can be read by others")
    );
    std::fs::remove_file(world.path("keys/commercial.pem")).expect("removed");
    assert_snapshot!(world.refused(issue, 5, "key_missing"), @"the private part of key commercial is not here | put its file at keys/commercial.pem in the home; `licentia key list` shows which keys are here");
    assert!(
        world
            .refused(&format!("{issue} --key commercial"), 5, "key_missing")
            .contains("the private part of key commercial is not here")
    );
    world.line(&format!("{issue} --dry-run")).assert(0);
    world.line("license list").assert(0);
}
