use insta::assert_snapshot;

use crate::env::TestEnvironment;

/// Creates a vendor's home, and a customer's computer that has only files.
fn delivered() -> (TestEnvironment, TestEnvironment, String) {
    let home = TestEnvironment::with_catalogue();
    home.line(
        "license issue --customer nordwind --product work-management --model named --seats 3 \
        --users anna --term 30d --grace 10d --out a.lic",
    )
    .assert(0);
    home.line("key publish --out acme.keyset").assert(0);
    let away = TestEnvironment::new();
    away.write("a.lic", home.read("a.lic"));
    away.write("acme.keyset", home.read("acme.keyset"));
    let root = home.json("key show root")["kid"].as_str().expect("a kid").to_owned();
    (home, away, root)
}

#[test]
fn a_license_is_checked_in_order() {
    let (home, _, _) = delivered();
    assert_snapshot!(home.line("verify a.lic acme.keyset"), @"
    exit 0
    --- out
    a.lic: valid, status not checked: license L-XY9KB-PT3MW: Work for Nordwind, 3 seats
      ok  size       1087 bytes
      ok  shape      three canonical base64url parts, a supported header
      ok  type       a license file
      ok  key        commercial (_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY)
      ok  signature  valid
      ok  claims     license L-XY9KB-PT3MW of https://acme.example/licensing
      ok  edition    commercial, same as the key
      ok  key state  active, valid at the time of signing
      ok  scope      within the limits of the key
      ok  times      within its term
      -   binding    skipped: not bound to a container
      -   user       skipped: no --user given
      -   product    skipped: no --product given
      -   status     skipped: no status list given
      -   base       skipped: other licenses are not checked
      -   offline    skipped: the verifier stores no state
    acme.keyset: valid: key set version 1 of https://acme.example/licensing
      ok  size       1167 bytes
      ok  shape      three canonical base64url parts, key C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw
      ok  type       a key set
      ok  key        the root key is the pinned key or its successor
      ok  signature  valid
      ok  claims     version 1 of https://acme.example/licensing, 2 keys
    ");
    let report = &home.json("verify a.lic --product work-management --user anna")[0];
    assert_eq!(
        (report["valid"].as_bool(), report["kind"].as_str(), report["expires_at"].as_str()),
        (Some(true), Some("license"), Some("2026-12-31T00:00:00Z"))
    );
    let skipped: Vec<_> = report["checks"]
        .as_array()
        .expect("checks")
        .iter()
        .filter(|check| check["ok"].is_null())
        .map(|check| check["name"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(skipped, ["binding", "status", "base", "offline"]);
}

#[test]
fn verify_needs_no_home() {
    let (_, away, root) = delivered();
    assert_snapshot!(away.refused("verify a.lic --keyset acme.keyset", 2, "usage"), @"no trusted root key: neither --root nor a home is given | --root THUMBPRINT names the root key of the vendor, --home DIR a home");
    let line = format!("verify a.lic --keyset acme.keyset --root {root}");
    // Outside its home, a test license needs `--allow-test`.
    let code = |line: &str| {
        away.line(&format!("{line} --json")).assert(4).json()[0]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(code(&line), "test_file");
    away.line(&format!("{line} --allow-test")).assert(0);
    assert_eq!(
        code(&format!("verify a.lic --keyset acme.keyset --allow-test --root {}", "A".repeat(43))),
        "unknown_key"
    );
    away.refused("verify a.lic --keyset acme.keyset --root abc", 2, "usage");
    away.refused(&format!("{line} --keyset nothing"), 2, "usage");
    away.refused(&format!("verify nothing --root {root}"), 5, "io");
    away.refused(&format!("verify a.lic --keyset nothing --root {root}"), 5, "io");
    // Without a key set, the key of a license is unknown.
    let report =
        away.line(&format!("verify a.lic --root {root} --allow-test --json")).assert(4).json();
    assert_eq!(report[0]["code"], "unknown_key");
    // A bundle contains the key set, in any position.
    away.write("b.licentia", format!("{}\n\n{}\n", away.read("a.lic"), away.read("acme.keyset")));
    let report = away.json(&format!("verify b.licentia --root {root} --allow-test"));
    assert_eq!(
        (report[0]["path"].as_str(), report[1]["kind"].as_str()),
        (Some("b.licentia#1"), Some("keyset"))
    );
    away.input(away.read("b.licentia").as_bytes());
    away.line(&format!("verify - --root {root} --allow-test")).assert(0);
    away.set_var("LICENTIA_NOW", "2026-11-22T00:00:00Z");
    away.refused(&format!("verify a.lic --root {root}"), 2, "usage");
}

#[test]
fn verdicts_have_codes_and_exit_status_4() {
    let (home, _, _) = delivered();
    let code = |line: &str, status: u8| {
        let report = home.line(&format!("{line} --json")).assert(status).json();
        (
            report[0]["valid"].as_bool() == Some(true),
            report[0]["code"].as_str().unwrap_or("-").to_owned(),
        )
    };
    assert_eq!(code("verify a.lic --at 2026-12-20T23:59:59Z", 0), (true, "-".into()));
    assert_eq!(code("verify a.lic --at 2026-12-21T00:00:00Z", 0), (true, "grace".into()));
    assert_eq!(code("verify a.lic --at 2026-12-31T00:00:00Z", 4), (false, "expired".into()));
    assert_eq!(code("verify a.lic --at 2026-11-20T00:00:00Z", 4), (false, "not_yet_valid".into()));
    assert_eq!(code("verify a.lic --product other", 4), (false, "wrong_product".into()));
    assert_eq!(code("verify a.lic --user bo", 4), (false, "not_assigned".into()));
    home.at("2027-06-01T00:00:00Z");
    assert_eq!(code("verify a.lic", 4), (false, "expired".into()));
    let text = home.read("a.lic");
    let flipped = text.replacen(&text[300..301], if &text[300..301] == "A" { "B" } else { "A" }, 1);
    home.write("flipped.lic", flipped);
    assert!(!code("verify flipped.lic", 4).0);
    for bad in ["", "hello", "a.b.c", "....", "\u{0}"] {
        home.write("bad.lic", bad);
        assert_eq!(code("verify bad.lic", 4), (false, "malformed".into()), "{bad:?}");
    }
    home.write("bad.lic", [0xff, 0xfe]);
    assert_eq!(code("verify bad.lic", 4), (false, "malformed".into()));
    home.write("large.lic", vec![b'a'; (1 << 20) + 1]);
    assert_eq!(code("verify large.lic", 4), (false, "too_large".into()));
    // A bad file among good files.
    let report = home.line("verify acme.keyset bad.lic --json").assert(4).json();
    assert_eq!(
        (report[0]["valid"].as_bool(), report[1]["valid"].as_bool()),
        (Some(true), Some(false))
    );
}

#[test]
fn another_vendors_files_are_refused() {
    let (home, _, _) = delivered();
    let thief = TestEnvironment::seeded(1);
    // Another seed makes other keys.
    thief.line("init elsewhere --vendor X --test --no-passphrase").assert(0);
    thief.ok(&[
        "init",
        "--vendor",
        "Acme AB",
        "--issuer",
        "https://acme.example/licensing",
        "--test",
        "--no-passphrase",
    ]);
    thief.line("customer add nordwind --name Nordwind").assert(0);
    thief.line("product add work-management --name Work").assert(0);
    thief
        .line(
            "license issue --customer nordwind --product work-management --seats 1000 --out b.lic",
        )
        .assert(0);
    thief.line("key publish --out thief.keyset").assert(0);
    home.write("b.lic", thief.read("b.lic"));
    home.write("thief.keyset", thief.read("thief.keyset"));
    let report = home.line("verify b.lic thief.keyset --json").assert(4).json();
    assert_eq!(
        (report[0]["code"].as_str(), report[1]["code"].as_str()),
        (Some("unknown_key"), Some("unknown_key"))
    );
    let report = home.line("verify b.lic --keyset thief.keyset --json").assert(4).json();
    assert!(
        report[0]["code"] == "unknown_key"
            && report[0]["message"]
                .as_str()
                .is_some_and(|message| message.starts_with("the key set is refused"))
    );
}

#[test]
fn verify_ignores_an_unusable_home() {
    let (home, away, root) = delivered();
    let line = format!("verify a.lic --allow-test --keyset acme.keyset --root {root}");
    away.write("licentia.toml", "colour = 1\n");
    assert!(away.line(&line).assert(0).err.starts_with("warning: the home is not used: "));
    away.refused("verify a.lic --keyset acme.keyset --allow-test", 2, "usage");
    // A bundle is accepted as a key set, and the newest key set in it counts.
    home.write("b.licentia", format!("{}\n\n{}\n", home.read("a.lic"), home.read("acme.keyset")));
    home.line("verify a.lic --keyset b.licentia").assert(0);
    home.write("none", "hello");
    let report = home.line("verify a.lic acme.keyset --keyset none --json").assert(4).json();
    assert_eq!(
        (report[0]["code"].as_str(), report[1]["valid"].as_bool()),
        (Some("malformed"), Some(true))
    );
    // The home's own key set with the thumbprint of another root key.
    let report =
        home.line(&format!("verify a.lic --root {} --json", "A".repeat(43))).assert(4).json();
    assert!(
        report[0]["message"]
            .as_str()
            .is_some_and(|message| message.contains("the trusted root key is AAAA")),
        "{report}"
    );
}
