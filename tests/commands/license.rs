use insta::assert_snapshot;

use crate::env::TestEnvironment;

const ISSUE: &str = "license issue --customer nordwind --product work-management";

/// Checks the claims of a license file.
#[test]
fn a_license_with_all_terms() {
    let env = TestEnvironment::with_catalogue();
    let line = format!(
        "{ISSUE} --company north --model named --seats 10 --users bo,anna --modules calculator,calculator.pro=500@2027-03-01 --starts 2026-12-01 \
         --last-day 2027-11-30 --checkpoint 90d --grace 2w --offline-days 30 --offline-starts 50 --enforcement warn --hosts-per-user 2 --set support=gold \
         --set region=eu --reference ORDER-1 --out a.lic"
    );
    assert_snapshot!(env.line(&line), @"
    exit 0
    --- err
    Issued license L-XY9KB-PT3MW for customer nordwind: work-management, commercial, 10 seats, last day 2027-11-30
    Wrote a.lic
    ");
    assert_snapshot!(env.line("license show ref:ORDER-1"), @"
    exit 0
    --- out
    serial          L-XY9KB-PT3MW
    state           active
    customer        nordwind
    company         north
    product         work-management
    modules         calculator, calculator.pro=500@2027-03-01
    edition         commercial
    model           named
    seats           10 (10 allocated, 0 unallocated)
    assigned        2 of 10 seats, 8 unassigned: anna, bo
    sessions        0 of 10 seats, 10 idle
    first day       2026-12-01
    last day        2027-11-30
    grace           14 days
    checkpoint      90 days
    offline         30 days, 50 starts
    enforcement     warn
    hosts per user  2
    attributes      region=eu, support=gold
    revision        1
    reference       ORDER-1
    issued          2026-11-21T10:00:00Z
    file            delivered unbound, valid until 2027-02-19T10:00:00Z, id 01a1fd8c-6900-7bff-a811-a9c9ef626782
    ");
    assert_snapshot!(format!("{:#}", env.json("license show ref:ORDER-1")), @r#"
    {
      "serial": "L-XY9KB-PT3MW",
      "product": "work-management",
      "customer": "nordwind",
      "company": "north",
      "edition": "commercial",
      "model": "named",
      "seats": 10,
      "seats_placed": 10,
      "seats_free": 0,
      "assigned": 2,
      "users": [
        "anna",
        "bo"
      ],
      "sessions": 0,
      "free": 8,
      "revision": 1,
      "state": "active",
      "reason": null,
      "state_since": null,
      "starts": "2026-12-01",
      "ends": "2027-12-01",
      "last_day": "2027-11-30",
      "checkpoint_days": 90,
      "grace_days": 14,
      "offline_days": 30,
      "offline_starts": 50,
      "enforcement": "warn",
      "hosts_per_user": 2,
      "modules": [
        {
          "code": "calculator",
          "value": null,
          "ends": null
        },
        {
          "code": "calculator.pro",
          "value": 500,
          "ends": "2027-03-01"
        }
      ],
      "attributes": {
        "region": "eu",
        "support": "gold"
      },
      "reference": "ORDER-1",
      "replaces": null,
      "replaced_by": null,
      "adopted": false,
      "created_at": "2026-11-21T10:00:00Z",
      "activations": [
        {
          "container": null,
          "seats": 10,
          "generation": 1,
          "state": "live",
          "ended_at": null,
          "moves_to": null,
          "file": {
            "path": null,
            "jti": "01a1fd8c-6900-7bff-a811-a9c9ef626782",
            "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
            "expires_at": "2027-02-19T10:00:00Z"
          }
        }
      ],
      "file": {
        "path": null,
        "jti": "01a1fd8c-6900-7bff-a811-a9c9ef626782",
        "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
        "expires_at": "2027-02-19T10:00:00Z"
      },
      "base_missing": [],
      "older_files": [],
      "warnings": []
    }
    "#);
    assert_snapshot!(format!("{:#}", env.claims("a.lic")), @r#"
    {
      "iss": "https://acme.example/licensing",
      "sub": "L-XY9KB-PT3MW",
      "jti": "01a1fd8c-6900-7bff-a811-a9c9ef626782",
      "iat": 1795255200,
      "nbf": 1796083200,
      "exp": 1803031200,
      "fmt": 1,
      "test": true,
      "edition": "commercial",
      "revision": 1,
      "model": "named",
      "seats": 10,
      "product": {
        "code": "work-management",
        "name": "Work",
        "kind": "application",
        "allow_login": true,
        "requires": []
      },
      "modules": [
        {
          "code": "calculator"
        },
        {
          "code": "calculator.pro",
          "value": 500,
          "ends": "2027-03-01"
        }
      ],
      "customer": {
        "code": "nordwind",
        "name": "Nordwind",
        "company": "north"
      },
      "users": [
        "anna",
        "bo"
      ],
      "term": {
        "starts": "2026-12-01",
        "ends": "2027-12-01",
        "checkpoint_days": 90,
        "grace_days": 14
      },
      "offline": {
        "max_days": 30,
        "max_starts": 50
      },
      "enforcement": "warn",
      "attributes": {
        "region": "eu",
        "support": "gold"
      },
      "status": {
        "status_list": {
          "idx": 822503,
          "uri": "https://acme.example/licensing/status/1"
        }
      },
      "reference_hash": "QjHoAv2EKF2kC5bi39Mlaw",
      "log": "8pAazIL06qNDxJJ1qGcynfiOsX3zxby6Vagrwkl7rKM"
    }
    "#);
    // Four minutes before the first day are within the leeway, a day is not.
    env.line("verify a.lic --at 2026-11-30T23:56:00Z").assert(0);
    env.line("verify a.lic --at 2026-11-29T23:56:00Z").assert(4);
}

#[test]
fn omitted_terms_come_from_the_product_then_the_settings_then_the_defaults() {
    let env = TestEnvironment::with_catalogue();
    env.line("product add p --name P --term 1y --seats 5 --set a=product --set b=product")
        .assert(0);
    env.write(
        "licentia.toml",
        "[license]\nseats = 7\nmodel = \"device\"\n[license.set]\na = \
        \"settings\"\nc = \"settings\"\n",
    );
    let license =
        env.json("license issue --customer nordwind --product p --set a=flag --ends none");
    assert_eq!(
        (license["seats"].as_u64(), license["model"].as_str(), license["ends"].as_str()),
        (Some(5), Some("device"), None)
    );
    assert_eq!(
        license["attributes"],
        serde_json::json!({"a": "flag", "b": "product", "c": "settings"})
    );
    assert_eq!(
        (license["enforcement"].as_str(), license["edition"].as_str(), license["starts"].as_str()),
        (Some("block"), Some("commercial"), Some("2026-11-21"))
    );
}

#[test]
fn a_parked_license_has_no_file() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.line(&format!("{ISSUE} --seats 3")), @"
    exit 0
    --- err
    Issued license L-XY9KB-PT3MW for customer nordwind: work-management, commercial, 3 seats, no end
    Not delivered yet. Next: `licentia license activate L-XY9KB-PT3MW --unbound --out FILE`
    ");
    let license = &env.json("license list")[0];
    assert_eq!(
        (license["state"].as_str(), license["seats_placed"].as_u64(), license["file"].as_object()),
        (Some("parked"), Some(0), None)
    );
    let serial = license["serial"].as_str().expect("a serial");
    assert!(
        env.refused(&format!("license export {serial}"), 1, "not_placed")
            .contains("is not delivered (parked)")
    );
    assert_eq!(env.count("SELECT files_signed FROM key WHERE name = 'commercial'"), 1);
}

#[test]
fn export_gives_the_same_bytes_again() {
    let env = TestEnvironment::with_catalogue();
    env.line(&format!("{ISSUE} --term 1y --out a.lic --reference R")).assert(0);
    let text = env.read("a.lic");
    assert_eq!(env.line("license export ref:R").assert(0).text(), text);
    env.at("2026-12-24T00:00:00Z");
    std::fs::remove_dir_all(env.path("keys")).expect("removed");
    assert_snapshot!(env.line("license export ref:R --out b.lic"), @"
    exit 0
    --- err
    Wrote b.lic
    ");
    assert_eq!(env.read("b.lic"), text);
    assert_eq!(env.json("license export ref:R")["text"], text);
    let written = env.json("license export ref:R --out-dir new/folder");
    let path = written["file"]["path"].as_str().expect("a path").to_owned();
    assert_eq!(
        (env.read(&path), path),
        (text, format!("new/folder/{}.lic", written["serial"].as_str().expect("a serial")))
    );
    env.write("b.lic", "something else");
    env.refused("license export ref:R --out b.lic", 5, "would_overwrite");
    env.line("license export ref:R --out b.lic --force").assert(0);
    env.line("license export ref:R --out c.lic --dry-run").assert(0);
    assert!(!env.path("c.lic").exists());
}

#[test]
fn a_file_on_standard_output_is_exactly_the_token() {
    let env = TestEnvironment::with_catalogue();
    let ran = env.line(&format!("{ISSUE} --out -")).assert(0);
    assert!(
        ran.text().starts_with("eyJ")
            && !ran.text().contains('\n')
            && ran.err.starts_with("Issued license L-"),
        "{ran}"
    );
    assert_eq!(
        env.line(&format!("{ISSUE} --out /dev/stdout")).assert(0).text().matches('.').count(),
        2
    );
    env.refused(&format!("{ISSUE} --out -"), 2, "usage");
    env.refused(&format!("{ISSUE} --out a --out-dir b"), 2, "usage");
}

#[test]
fn a_trial_is_signed_by_the_trial_key() {
    let env = TestEnvironment::with_catalogue();
    env.line(&format!("{ISSUE} --edition trial --term 30d --out a.lic")).assert(0);
    env.line(&format!("{ISSUE} --key trial --out b.lic")).assert(0);
    for name in ["a.lic", "b.lic"] {
        assert_eq!(env.claims(name)["edition"], "trial");
        env.line(&format!("verify {name}")).assert(0);
    }
    assert_eq!(env.json("key show trial")["files_signed"], 2);
    env.refused(
        &format!("{ISSUE} --key trial --edition commercial --unbound"),
        1,
        "edition_mismatch",
    );
    env.refused(&format!("{ISSUE} --key commercial --edition trial"), 1, "edition_mismatch");
    env.refused(&format!("{ISSUE} --key root --unbound"), 1, "out_of_scope");
    env.refused(&format!("{ISSUE} --key unknown --unbound"), 3, "not_found");
}

#[test]
fn a_key_signs_within_its_scope_only() {
    let env = TestEnvironment::with_catalogue();
    let before = env.count("SELECT count(*) FROM license");
    env.line(
        "key create narrow --edition commercial --kinds license --products other --max-term 14d \
         --max-seats 2",
    )
    .assert(0);
    for (more, says) in [
        ("--product work-management --term 14d", "signs licenses for other only"),
        ("--product other --term 15d", "more than 14 days"),
        ("--product other --term 10d --grace 5d", "more than 14 days"),
        ("--product other", "no end"),
        (
            "--product other --term 14d --seats 3",
            "the license has 3 seats; the key allows at most 2",
        ),
        ("--product other --term 14d --enforcement log", "requires block"),
        ("--product other --term 14d --starts 2026-11-25", "more than 14 days"),
    ] {
        let refusal = env.refused(
            &format!("license issue --customer nordwind {more} --key narrow --unbound"),
            1,
            "out_of_scope",
        );
        assert!(refusal.contains(says), "{more}: {refusal}");
    }
    env.line("key retire commercial --yes").assert(0);
    assert!(
        env.refused(
            "license issue --customer nordwind --product other --unbound",
            5,
            "key_missing"
        )
        .contains("no active commercial key without limits")
    );
    assert_eq!(env.count("SELECT count(*) FROM license"), before);
    env.line(
        "license issue --customer nordwind --product other --term 14d --seats 2 --key \
        narrow --unbound",
    )
    .assert(0);
}

#[test]
fn invalid_licenses_are_not_issued() {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add other --name Other").assert(0);
    env.line("user add other carl").assert(0);
    env.write("taken.lic", "something else");
    let before = env.everything();
    let errors: Vec<String> = [
        ("--customer unknown --product other", 3, "not_found"),
        ("--customer nordwind --product nothing", 3, "not_found"),
        ("--customer nordwind --product other --company south", 3, "not_found"),
        ("--customer nordwind --product other --users carl", 3, "not_found"),
        ("--customer nordwind --product other --users bo,BO", 2, "usage"),
        ("--customer nordwind --product other --modules calculator", 3, "not_found"),
        ("--customer nordwind --product work-management --modules calculator.pro", 2, "usage"),
        (
            "--customer nordwind --product work-management --modules \
            calculator@2027-01-01,calculator.pro",
            2,
            "usage",
        ),
        (
            "--customer nordwind --product work-management --modules calculator,calculator",
            2,
            "usage",
        ),
        ("--customer nordwind --product work-management --modules calculator=-1", 2, "usage"),
        (
            "--customer nordwind --product work-management --modules calculator@2026-11-21",
            2,
            "usage",
        ),
        ("--customer nordwind --product other --seats 0", 2, "usage"),
        ("--customer nordwind --product other --seats 100000000000000000000", 2, "usage"),
        ("--customer nordwind --product other --seats -1", 2, "usage"),
        (
            "--customer nordwind --product other --model named --seats 1 --users anna,bo",
            1,
            "no_seat",
        ),
        ("--customer nordwind --product other --starts 2026-02-30", 2, "usage"),
        ("--customer nordwind --product other --ends 30.11.2027", 2, "usage"),
        ("--customer nordwind --product other --starts 2027-01-01 --ends 2026-12-31", 2, "usage"),
        ("--customer nordwind --product other --ends 2026-11-21", 2, "usage"),
        ("--customer nordwind --product other --term 1y --ends 2027-01-01", 2, "usage"),
        ("--customer nordwind --product other --term 5m", 2, "usage"),
        ("--customer nordwind --product other --term 9999y", 2, "usage"),
        ("--customer nordwind --product other --checkpoint 1mo", 2, "usage"),
        ("--customer nordwind --product other --checkpoint 0d", 2, "usage"),
        ("--customer nordwind --product other --grace 1y", 2, "usage"),
        ("--customer nordwind --product other --offline-days 0", 2, "usage"),
        ("--customer nordwind --product other --model gold", 2, "usage"),
        ("--customer nordwind --product other --edition gold", 2, "usage"),
        ("--customer nordwind --product other --enforcement shrug", 2, "usage"),
        ("--customer nordwind --product other --set support", 2, "usage"),
        ("--customer nordwind --product other --set a=1 --set a=2", 2, "usage"),
        ("--customer nordwind --product other --out nowhere/a.lic", 5, "io"),
        ("--customer nordwind --product other --out .", 5, "io"),
        ("--customer nordwind --product other --out taken.lic", 5, "would_overwrite"),
    ]
    .iter()
    .map(|(line, status, code)| {
        format!(
            "{line}\n    {status} {code}: {}",
            env.refused(&format!("license issue {line}"), *status, code)
        )
    })
    .collect();
    assert_eq!(env.everything(), before, "a refusal leaves everything as it was");
    assert_snapshot!(errors.join("\n"), @r#"
    --customer unknown --product other
        3 not_found: there is no customer unknown | `licentia customer list` shows the customers
    --customer nordwind --product nothing
        3 not_found: there is no product nothing | `licentia product list` shows the products
    --customer nordwind --product other --company south
        3 not_found: customer nordwind has no company south | `licentia company list nordwind` shows the companies of nordwind
    --customer nordwind --product other --users carl
        3 not_found: customer nordwind has no user carl | `licentia user list nordwind` shows the users of nordwind
    --customer nordwind --product other --users bo,BO
        2 usage: user bo is named twice | 
    --customer nordwind --product other --modules calculator
        3 not_found: product other has no module calculator | `licentia module list other` shows the modules of other
    --customer nordwind --product work-management --modules calculator.pro
        2 usage: module calculator.pro requires its parent calculator | grant the parent too: --modules calculator,calculator.pro
    --customer nordwind --product work-management --modules calculator@2027-01-01,calculator.pro
        2 usage: module calculator.pro would end later than its parent calculator | end the module no later than its parent: calculator.pro@2027-01-01
    --customer nordwind --product work-management --modules calculator,calculator
        2 usage: --modules: module calculator is named twice | `licentia NOUN VERB --help` lists the options of a command
    --customer nordwind --product work-management --modules calculator=-1
        2 usage: --modules: "-1" is not a value of a module | use a whole number from 0 to 9007199254740991, or none
    --customer nordwind --product work-management --modules calculator@2026-11-21
        2 usage: the end of module calculator (2026-11-21, 00:00 UTC) is not later than the first day of the license (2026-11-21) | omit or remove the module, or give the module a later end
    --customer nordwind --product other --seats 0
        2 usage: --seats: "0" is not a number of seats | use a whole number from 1 to 1000000000
    --customer nordwind --product other --seats 100000000000000000000
        2 usage: --seats: "100000000000000000000" is not a number of seats | use a whole number from 1 to 1000000000
    --customer nordwind --product other --seats -1
        2 usage: --seats: "-1" is not a number of seats | use a whole number from 1 to 1000000000
    --customer nordwind --product other --model named --seats 1 --users anna,bo
        1 no_seat: a named license with 1 seat is too small for 2 users | name fewer users, or issue more seats: --seats 2
    --customer nordwind --product other --starts 2026-02-30
        2 usage: --starts: 2026-02-30 is not a day of the calendar | write a date as YYYY-MM-DD, like 2027-03-31
    --customer nordwind --product other --ends 30.11.2027
        2 usage: --ends: "30.11.2027" is not a date | write a date as YYYY-MM-DD, like 2027-03-31, or none for no end
    --customer nordwind --product other --starts 2027-01-01 --ends 2026-12-31
        2 usage: the end of the license (2026-12-31, 00:00 UTC) is not later than its first day (2027-01-01) | --ends is the day on which the license ends, at 00:00 UTC; --last-day is the last full day
    --customer nordwind --product other --ends 2026-11-21
        2 usage: the end of the license (2026-11-21, 00:00 UTC) is not later than its first day (2026-11-21) | --ends is the day on which the license ends, at 00:00 UTC; --last-day is the last full day
    --customer nordwind --product other --term 1y --ends 2027-01-01
        2 usage: --term and --ends cannot be used together | omit one of the options
    --customer nordwind --product other --term 5m
        2 usage: --term: the unit m in 5m is ambiguous: minutes or months | write 5min or 5mo, or none for no end
    --customer nordwind --product other --term 9999y
        2 usage: a license cannot last 9999y | write a term like 30d, 3mo or 1y, or none for no end
    --customer nordwind --product other --checkpoint 1mo
        2 usage: --checkpoint: "1mo" is not a valid duration | write a duration like 30d or 6w, or none
    --customer nordwind --product other --checkpoint 0d
        2 usage: the checkpoint is 0 days; at least 1 day is required | the minimum is one day (1d)
    --customer nordwind --product other --grace 1y
        2 usage: --grace: "1y" is not a valid duration | write a duration like 30d or 6w, or none
    --customer nordwind --product other --offline-days 0
        2 usage: --offline-days: "0" is not a valid number | use a whole number from 1 to 1000000000, or none
    --customer nordwind --product other --model gold
        2 usage: --model: "gold" is not a model | choose one of named, floating, device
    --customer nordwind --product other --edition gold
        2 usage: --edition: "gold" is not an edition | choose one of commercial, trial
    --customer nordwind --product other --enforcement shrug
        2 usage: --enforcement: "shrug" is not an enforcement | choose one of block, warn, log
    --customer nordwind --product other --set support
        2 usage: --set: "support" is not an attribute | write an attribute as KEY=VALUE, like support=gold
    --customer nordwind --product other --set a=1 --set a=2
        2 usage: --set a is used twice, with "1" and "2" | 
    --customer nordwind --product other --out nowhere/a.lic
        5 io: cannot write [DIR]/nowhere/a.lic: no such file or folder | 
    --customer nordwind --product other --out .
        5 io: cannot write [DIR]/.: is a directory | 
    --customer nordwind --product other --out taken.lic
        5 would_overwrite: [DIR]/taken.lic already exists | --force overwrites the file
    "#);
}

#[test]
fn a_full_device_does_not_lose_the_license() {
    let env = TestEnvironment::with_catalogue();
    let refusal = env.refused(&format!("{ISSUE} --reference R --out /dev/full"), 5, "io");
    assert!(
        refusal.contains("the disk is full") && refusal.contains("license export"),
        "{refusal}"
    );
    env.line("license export ref:R --out a.lic").assert(0);
    env.line("verify a.lic").assert(0);
    env.line(&format!("{ISSUE} --out /dev/null")).assert(0);
}

#[test]
fn an_unwritable_target_is_detected_before_the_license_is_issued() {
    let env = TestEnvironment::with_catalogue();
    env.write("file", "");
    std::os::unix::fs::symlink("nothing", env.path("link")).expect("linked");
    let before = env.everything();
    for out in [
        "--out /proc/a.lic",
        "--out-dir /dev/null",
        "--out-dir file/sub",
        "--out link",
        "--out file/a.lic",
        "--out-dir /proc/x",
    ] {
        env.refused(&format!("{ISSUE} {out}"), 5, "io");
        env.refused(
            &format!(
                "{ISSUE} --dry-run {}",
                if out == "--out /proc/a.lic" || out == "--out-dir /proc/x" {
                    "--out link"
                } else {
                    out
                }
            ),
            5,
            "io",
        );
    }
    assert_eq!(env.everything(), before);
}

#[test]
fn a_parked_license_is_not_reported_as_a_file() {
    let env = TestEnvironment::with_catalogue();
    let serial = env.json(&format!("{ISSUE} --reference R"))["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    for asked in ["--out a.lic", "--unbound", "--out-dir d"] {
        assert!(
            env.refused(&format!("{ISSUE} --reference R {asked}"), 1, "conflict")
                .contains("the license is not delivered (parked) and has no file"),
            "{asked}"
        );
    }
    assert!(!env.path("a.lic").exists());
    assert_eq!(env.json(&format!("{ISSUE} --reference R"))["serial"], serial);
}

#[test]
fn the_spelling_and_order_of_modules_do_not_matter() {
    let env = TestEnvironment::with_catalogue();
    let first = env.json(&format!("{ISSUE} --modules calculator,reports --reference R"));
    for modules in ["reports,calculator", "REPORTS,Calculator"] {
        assert_eq!(
            env.json(&format!("{ISSUE} --modules {modules} --reference R"))["serial"],
            first["serial"]
        );
    }
    env.refused(&format!("{ISSUE} --modules calculator --reference R"), 1, "conflict");
}

#[test]
fn a_dry_run_has_the_exit_status_of_the_real_one() {
    let env = TestEnvironment::with_catalogue();
    env.line(&format!("{ISSUE} --out a.lic --reference R")).assert(0);
    env.write("taken", "something else");
    env.write("licentia-license-issue.1", "something else");
    for (line, code) in [
        ("key publish --out taken", "would_overwrite"),
        ("license export ref:R --out taken", "would_overwrite"),
        (&format!("{ISSUE} --reference R --out taken"), "would_overwrite"),
        ("man .", "would_overwrite"),
        ("man taken/x", "io"),
        ("init taken/x --vendor X --no-passphrase", "io"),
    ] {
        env.refused(line, 5, code);
        env.refused(&format!("{line} --dry-run"), 5, code);
    }
    env.line("man . --force --dry-run").assert(0);
    let live = TestEnvironment::new();
    live.ok(&["init", "--vendor", "Acme", "--no-passphrase"]);
    live.line("customer add c --name C").assert(0);
    live.line("product add p --name P").assert(0);
    live.at("2026-11-01T00:00:00Z");
    live.refused("license issue --customer c --product p --unbound --dry-run", 1, "clock_behind");
    live.refused("license issue --customer c --product p --dry-run", 1, "clock_behind");
    live.line("customer add d --name D").assert(0);
}

#[test]
fn an_unknown_start_of_a_list_is_refused() {
    let env = TestEnvironment::with_catalogue();
    for line in [
        "customer list --after x",
        "product list --after x",
        "user list nordwind --after x",
        "license list --after L-11111-11113",
    ] {
        env.refused(line, 3, "not_found");
    }
}

#[test]
fn a_reference_makes_repeating_safe() {
    let env = TestEnvironment::with_catalogue();
    let line = format!("{ISSUE} --seats 5 --term 1y --users bo --reference ORDER-1");
    let first = env.json(&format!("{line} --out a.lic"));
    let before = env.everything();
    env.at("2027-02-03T00:00:00Z");
    // The same command on a later day is a repetition. The file name, the key and the letter case
    // of codes do not count.
    for again in [
        line.clone(),
        format!("{line} --out a.lic"),
        format!("{line} --key commercial"),
        line.replace("nordwind", "NORDWIND"),
        format!("{line} --edition commercial"),
    ] {
        let second = env.json(&again);
        assert_eq!(
            (&second["serial"], second["created"].as_bool()),
            (&first["serial"], Some(false)),
            "{again}"
        );
    }
    assert_eq!(env.everything(), before);
    assert_snapshot!(env.line(&format!("{line} --out b.lic")).err.replace(first["serial"].as_str().expect("a serial"), "[SERIAL]"), @"
    No change: license [SERIAL] was already issued for reference ORDER-1 (5 seats, last day 2027-11-20)
    Wrote b.lic
    ");
    assert_eq!(env.read("a.lic"), env.read("b.lic"));
    env.write("c.lic", "something else");
    env.refused(&format!("{line} --out c.lic"), 5, "would_overwrite");
    // Another request under the same reference is refused, even if its result is the same.
    for other in [
        line.replace("--seats 5", "--seats 6"),
        line.replace("--term 1y", "--term 12mo --grace 1d"),
        format!("{line} --edition trial"),
        format!("{line} --starts 2026-11-21"),
        format!("{line} --company north"),
        line.replace("--users bo", ""),
        line.replace("work-management", "other"),
        format!("{line} --set a=b"),
    ] {
        assert!(
            env.refused(&other, 1, "conflict")
                .contains("reference ORDER-1 was already used for license"),
            "{other}"
        );
        env.refused(&format!("{other} --dry-run"), 1, "conflict");
    }
    assert!(
        env.refused(&line.replace("--seats 5", "--seats 6"), 1, "conflict")
            .contains("(different values: seats)")
    );
    env.run(&[
        "license",
        "issue",
        "--customer",
        "nordwind",
        "--product",
        "other",
        "--reference",
        "a\nb",
    ])
    .assert(2);
}

#[test]
fn a_dry_run_decides_and_changes_nothing() {
    let env = TestEnvironment::with_catalogue();
    std::fs::remove_dir_all(env.path("keys")).expect("removed");
    let before = env.everything();
    assert_snapshot!(env.line(&format!("{ISSUE} --seats 5 --term 1y --out a.lic --dry-run")), @"
    exit 0
    --- err
    Would issue a license for customer nordwind: work-management, commercial, 5 seats, last day 2027-11-20
    ");
    let would = env.json(&format!("{ISSUE} --seats 5 --reference R --unbound --dry-run"));
    assert_eq!(
        (would["dry_run"].as_bool(), would["serial"].as_str(), would["state"].as_str()),
        (Some(true), None, Some("active"))
    );
    env.refused(&format!("{ISSUE} --seats 0 --dry-run"), 2, "usage");
    env.refused(&format!("{ISSUE} --modules nothing --dry-run"), 3, "not_found");
    assert_eq!(env.everything(), before);
}

#[test]
fn licenses_are_found_by_serial_prefix_and_reference() {
    let env = TestEnvironment::with_catalogue();
    let serial = env.json(&format!("{ISSUE} --reference ORDER-1"))["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    for name in [
        serial.clone(),
        serial.to_lowercase(),
        serial.replace('-', ""),
        serial[..6].to_owned(),
        serial[..9].to_owned(),
        "ref:ORDER-1".into(),
    ] {
        assert_eq!(env.json(&format!("license show {name}"))["serial"], serial, "{name}");
    }
    let wrong = format!("{}{}", &serial[..12], if serial.ends_with('0') { "1" } else { "0" });
    assert!(
        env.refused(&format!("license show {wrong}"), 2, "usage")
            .contains("check character does not match")
    );
    let absent = "L-11111-11113";
    assert!(
        env.refused(&format!("license show {absent}"), 3, "not_found")
            .contains("there is no license")
    );
    env.refused("license show ref:ORDER-2", 3, "not_found");
    env.refused("license show L-0000", 3, "not_found");
    env.refused("license show L-000", 2, "usage");
    env.refused("license show ORDER-1", 2, "usage");
    env.refused("license show K-11111", 2, "usage");
    env.sql(&format!(
        "INSERT INTO license (serial, product_id, customer_id, edition, model, seats, starts, grace_days, enforcement, attributes, revision, standing, created_at, changed_at)
         SELECT '{}Z-ZZZZZ', product_id, customer_id, edition, model, seats, starts, grace_days, enforcement, attributes, revision, standing, created_at, changed_at FROM license",
        &serial[..6]
    ));
    assert!(
        env.refused(&format!("license show {}", &serial[..6]), 2, "ambiguous").contains(&serial)
    );
}

#[test]
fn licenses_are_listed() {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add other --name Other").assert(0);
    for more in
        ["--term 30d --unbound", "--seats 10 --model named", "--term 1y --edition trial --unbound"]
    {
        env.line(&format!("{ISSUE} {more}")).assert(0);
    }
    env.line("license issue --customer other --product other --term 5d").assert(0);
    assert_snapshot!(env.line("license list"), @"
    exit 0
    --- out
    SERIAL         CUSTOMER  PRODUCT          EDITION     SEATS       ASSIGNED  AVAILABLE  STATE   LAST DAY
    L-XY9KB-PT3MW  nordwind  work-management  commercial  1 floating  0         1          active  2026-12-20
    L-A3MVS-A9VF2  nordwind  work-management  commercial  10 named    0         10         parked  -
    L-RMJGF-B86A5  nordwind  work-management  trial       1 floating  0         1          active  2027-11-20
    L-NAY8N-SYKP8  other     other            commercial  1 floating  0         1          parked  2026-11-25
    ");
    let count =
        |filter: &str| env.json(&format!("license list {filter}")).as_array().map_or(0, Vec::len);
    assert_eq!(
        [
            "",
            "--customer nordwind",
            "--product OTHER",
            "--edition trial",
            "--state parked",
            "--state active",
            "--ends-before 2026-12-31",
            "--limit 2"
        ]
        .map(count),
        [4, 3, 1, 1, 2, 2, 2, 2]
    );
    env.at("2026-11-30T00:00:00Z");
    assert_eq!(count("--state expired"), 1);
    let second = env.json("license list")[1]["serial"].as_str().expect("a serial").to_owned();
    assert_eq!(count(&format!("--after {second}")), 2);
    env.refused("license list --customer unknown", 3, "not_found");
    env.refused("license list --state gold", 2, "usage");
    env.refused("license list --after L-1", 2, "usage");
    // Serials and days are not wrapped, whatever the width of the terminal.
    env.set_var("NO_COLOR", "1");
    for columns in [u16::MAX, 120, 108, 80, 60, 40, 1] {
        env.width(columns);
        let text = env.line("license list").assert(0).text();
        assert!(
            text.contains(&second) && text.contains("LAST DAY") && text.contains("2026-"),
            "{text}"
        );
        assert!(
            columns < 108 || text.lines().all(|line| line.chars().count() <= columns.into()),
            "{text}"
        );
    }
}

#[test]
fn a_license_whose_terms_change_during_a_prompt_is_not_signed() {
    let env = TestEnvironment::new();
    env.tampers();
    env.write("pass", "one\ntwo\nthree\n");
    env.ok(&["init", "--vendor", "Acme", "--new-passphrase-file", "pass"]);
    env.line("customer add c --name C").assert(0);
    env.line("product add p --name P").assert(0);
    let path = env.path("licentia.db");
    env.person(move |_| {
        let other = rusqlite::Connection::open(&path).expect("opened");
        other.execute_batch("UPDATE product SET name = 'Q' WHERE code = 'p'").expect("changed");
        "two".into()
    });
    let ran = env.line("license issue --customer c --product p --out a.lic").assert(1);
    assert!(ran.err.contains("the product or the customer changed while the command ran"), "{ran}");
    assert!(!env.path("a.lic").exists());
    assert_eq!(env.count("SELECT count(*) FROM license"), 0);
    env.person(|_| "two".into());
    env.line("license issue --customer c --product p --out a.lic").assert(0);
    // The error code for scripts.
    let path = env.path("licentia.db");
    env.person(move |_| {
        rusqlite::Connection::open(&path)
            .expect("opened")
            .execute_batch("UPDATE product SET name = 'R' WHERE code = 'p'")
            .expect("changed");
        "two".into()
    });
    env.refused("license issue --customer c --product p --unbound", 1, "changed_meanwhile");
    // A key that was retired while its passphrase was typed signs nothing.
    let path = env.path("licentia.db");
    env.person(move |_| {
        let other = rusqlite::Connection::open(&path).expect("opened");
        other
            .execute_batch(
                "UPDATE key SET state = 'retired', retired_at = '1970-01-01T00:00:00Z' WHERE name = \
                 'commercial'",
            )
            .expect("changed");
        "two".into()
    });
    assert!(
        env.refused("license issue --customer c --product p --unbound", 1, "changed_meanwhile")
            .contains("key commercial")
    );
}

#[test]
fn a_past_end_is_a_warning() {
    let env = TestEnvironment::with_catalogue();
    let ran =
        env.line(&format!("{ISSUE} --starts 2020-01-01 --ends 2021-01-01 --out a.lic")).assert(0);
    assert!(ran.err.contains("is in the past"), "{ran}");
    assert_eq!(env.json("license list")[0]["state"], "expired");
    env.line("verify a.lic").assert(4);
}
