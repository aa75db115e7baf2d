//! The life cycle of a license: revisions, states, successors, checkpoints.

use insta::assert_snapshot;
use serde_json::Value;

use crate::env::TestEnvironment;

/// Creates a home with a license `ref:R` of ten named seats, delivered to anna and bo.
fn sold() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env
        .line(
            "license issue --customer nordwind --product work-management --model named --seats 10 --users anna,bo \
             --modules calculator --term 1y --reference R --out r1.lic",
        )
        .assert(0);
    env
}

fn serial(env: &TestEnvironment, named: &str) -> String {
    env.json(&format!("license show {named}"))["serial"].as_str().expect("a serial").to_owned()
}

/// Returns the instants at which the status entries end the license's files, the oldest file first.
fn ends(env: &TestEnvironment) -> Vec<Option<String>> {
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let mut rows = connection.prepare("SELECT ends_at FROM file ORDER BY id").expect("prepared");
    rows.query_map([], |row| row.get(0)).expect("read").map(|row| row.expect("a row")).collect()
}

#[test]
fn an_edit_is_the_next_revision_with_a_fresh_file() {
    let env = sold();
    assert_snapshot!(env.line("license edit ref:R --seats 12 --add-modules calculator.pro=5,reports --set support=gold --out r2.lic"), @"
    exit 0
    --- err
    Changed license L-XY9KB-PT3MW
    seats: 10 → 12
    revision: 1 → 2
    modules: calculator → calculator,calculator.pro=5,reports
    attributes: none → support gold
    Wrote r2.lic
    ");
    let new = env.claims("r2.lic");
    assert_eq!(
        (&new["revision"], &new["seats"], &new["sub"]),
        (&2.into(), &12.into(), &env.claims("r1.lic")["sub"])
    );
    assert_eq!(new["modules"][1]["value"], 5);
    assert_ne!(new["status"], env.claims("r1.lic")["status"]);
    assert_eq!(ends(&env), [None, None], "an extension ends no file");
    // A reduction ends the older files in 30 days, or on the given day, or not at all. The end
    // never moves to a later day.
    env.line("license edit ref:R --remove-modules reports --keep-old").assert(0);
    assert_eq!(ends(&env), [None, None, None]);
    assert_snapshot!(env.line("license edit ref:R --seats 11 --json"), @r#"
    exit 0
    --- out
    {
      "serial": "L-XY9KB-PT3MW",
      "product": "work-management",
      "customer": "nordwind",
      "company": null,
      "edition": "commercial",
      "model": "named",
      "seats": 11,
      "seats_placed": 11,
      "seats_free": 0,
      "assigned": 2,
      "users": [
        "anna",
        "bo"
      ],
      "sessions": 0,
      "free": 9,
      "revision": 4,
      "state": "active",
      "reason": null,
      "state_since": null,
      "starts": "2026-11-21",
      "ends": "2027-11-21",
      "last_day": "2027-11-20",
      "checkpoint_days": null,
      "grace_days": 0,
      "offline_days": null,
      "offline_starts": null,
      "enforcement": "block",
      "hosts_per_user": null,
      "modules": [
        {
          "code": "calculator",
          "value": null,
          "ends": null
        },
        {
          "code": "calculator.pro",
          "value": 5,
          "ends": null
        }
      ],
      "attributes": {
        "support": "gold"
      },
      "reference": "R",
      "replaces": null,
      "replaced_by": null,
      "adopted": false,
      "created_at": "2026-11-21T10:00:00Z",
      "activations": [
        {
          "container": null,
          "seats": 11,
          "generation": 1,
          "state": "live",
          "ended_at": null,
          "moves_to": null,
          "file": {
            "path": null,
            "jti": "01a1fd8c-6900-79ef-ba84-684b66e45e6e",
            "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
            "expires_at": "2027-11-21T00:00:00Z"
          }
        }
      ],
      "file": {
        "path": null,
        "jti": "01a1fd8c-6900-79ef-ba84-684b66e45e6e",
        "kid": "_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY",
        "expires_at": "2027-11-21T00:00:00Z"
      },
      "repeated": false,
      "changed": true,
      "warnings": []
    }
    "#);
    let soon = Some("2026-12-21T10:00:00Z".to_owned());
    assert_eq!(ends(&env), [soon.clone(), soon.clone(), soon.clone(), None]);
    env.line("license edit ref:R --seats 9 --end-old 1w").assert(0);
    let sooner = Some("2026-11-28T10:00:00Z".to_owned());
    assert_eq!(ends(&env), [sooner.clone(), sooner.clone(), sooner.clone(), sooner.clone(), None]);
    env.line("license edit ref:R --seats 8").assert(0);
    assert_eq!(ends(&env), [sooner.clone(), sooner.clone(), sooner.clone(), sooner, soon, None]);
    // An edit without a change succeeds and writes nothing.
    let before = env.everything();
    let same = env.json("license edit ref:R --seats 8 --modules calculator,calculator.pro=5");
    assert_eq!((&same["changed"], &same["revision"]), (&false.into(), &6.into()));
    env.line("license edit ref:R --seats 3 --dry-run").assert(0);
    assert_eq!(env.everything(), before);
}

#[test]
fn terms_are_changed_cleared_and_inherited() {
    let env = sold();
    env.line(
        "product edit work-management --grace 14d --enforcement warn --set support=silver \
        --set region=eu",
    )
    .assert(0);
    let edit = |flags: &str| env.json(&format!("license edit ref:R {flags}"));
    assert_eq!(edit("--grace inherit")["grace_days"], 14);
    let inherited = edit("--set support=inherit --enforcement inherit");
    assert_eq!(
        (&inherited["attributes"]["support"], &inherited["enforcement"]),
        (&"silver".into(), &"warn".into())
    );
    assert_eq!(
        inherited["attributes"].as_object().map(serde_json::Map::len),
        Some(1),
        "the command names only this setting"
    );
    assert_eq!(edit("--set support=none --ends none")["attributes"], serde_json::json!({}));
    let all = edit(
        "--model floating --starts 2026-12-01 --last-day 2027-06-30 --checkpoint 90d --grace none --offline-days 30 --offline-starts 5 \
         --enforcement block --hosts-per-user 2 --modules none --company north --set a=b",
    );
    for (member, value) in [
        ("model", "\"floating\""),
        ("starts", "\"2026-12-01\""),
        ("ends", "\"2027-07-01\""),
        ("checkpoint_days", "90"),
        ("grace_days", "0"),
        ("offline_days", "30"),
        ("offline_starts", "5"),
        ("enforcement", "\"block\""),
        ("hosts_per_user", "2"),
        ("modules", "[]"),
        ("company", "\"north\""),
        ("attributes", "{\"a\":\"b\"}"),
    ] {
        assert_eq!(all[member].to_string(), value, "{member}");
    }
    assert_eq!(edit("--company none --checkpoint none")["company"], Value::Null);
    for (flags, status, code) in [
        ("", 2, "usage"),
        ("--seats 0", 2, "usage"),
        ("--model named --seats 1", 1, "no_seat"),
        ("--add-modules calculator.pro", 2, "usage"),
        ("--add-modules nothing", 3, "not_found"),
        ("--remove-modules reports", 3, "not_found"),
        ("--modules reports --add-modules calculator", 2, "usage"),
        ("--company south", 3, "not_found"),
        ("--ends 2026-12-01", 2, "usage"),
        ("--end-old 3mo --seats 1", 2, "usage"),
        ("--end-old 3d --keep-old --seats 1", 2, "usage"),
        ("--seats 3 --key trial", 1, "edition_mismatch"),
    ] {
        env.refused(&format!("license edit ref:R {flags}"), status, code);
    }
    env.line("license issue --customer nordwind --product other --reference P").assert(0);
    assert_snapshot!(env.refused("license edit ref:P --seats 2 --out p.lic", 1, "not_placed"), @"license L-A3MVS-A9VF2 is not delivered (parked) and has no file | `licentia license activate L-A3MVS-A9VF2 --unbound --out FILE` delivers the license");
    assert_eq!(
        env.json("license edit ref:P --seats 2")["revision"],
        2,
        "a license that is not delivered has revisions, too"
    );
}

#[test]
fn an_extension_shows_the_end_before_and_after() {
    let env = sold();
    assert_snapshot!(env.line("license extend ref:R --by 3mo --out r2.lic"), @"
    exit 0
    --- err
    Extended license L-XY9KB-PT3MW: last day 2027-11-20 → 2028-02-20
    Wrote r2.lic
    ");
    let json = env.json("license extend ref:R --by 1y --reference O-2");
    assert_eq!(
        (&json["before"]["last_day"], &json["last_day"], &json["revision"]),
        (&"2028-02-20".into(), &"2029-02-20".into(), &3.into())
    );
    let again = env.json("license extend ref:R --by 12mo --reference O-2");
    assert_eq!((&again["repeated"], &again["last_day"]), (&true.into(), &"2029-02-20".into()));
    env.refused("license extend ref:R --by 2y --reference O-2", 1, "conflict");
    env.refused("license extend ref:R --by 1y --from end --reference O-2", 1, "conflict");
    // The start of an extension.
    env.at("2030-01-01T00:00:00Z");
    assert_eq!(env.json("license show ref:R")["state"], "expired");
    let until =
        |flags: &str| env.json(&format!("license extend ref:R {flags} --dry-run"))["ends"].clone();
    assert_eq!(until("--by 1y"), "2031-01-01");
    assert_eq!(until("--by 1y --from today"), "2031-01-01");
    assert_eq!(until("--by 1y --from end"), "2030-02-21");
    assert_eq!(until("--by 1y --from later"), "2031-01-01");
    assert_eq!(until("--last-day 2030-12-31"), "2031-01-01");
    assert_eq!(
        env.json("license extend ref:R --by 1y")["state"],
        "active",
        "a later end revives an expired license"
    );
    for (flags, status, code) in [
        ("--by 1d --from today", 1, "wrong_state"),
        ("--ends 2031-01-01", 1, "wrong_state"),
        ("", 2, "usage"),
        ("--by 1y --ends 2040-01-01", 2, "usage"),
        ("--ends 2040-01-01 --from end", 2, "usage"),
        ("--by 5m", 2, "usage"),
        ("--by 9000y", 2, "usage"),
        ("--ends 9999-12-31", 2, "usage"),
    ] {
        env.refused(&format!("license extend ref:R {flags}"), status, code);
    }
    env.line("license edit ref:R --ends none").assert(0);
    assert_snapshot!(env.refused("license extend ref:R --by 1y", 1, "wrong_kind"), @"license L-XY9KB-PT3MW has no end and cannot be extended | `licentia license edit L-XY9KB-PT3MW --last-day DATE` sets an end");
    env.line("license edit ref:R --add-modules reports@2031-01-01 --ends 2032-01-01").assert(0);
    let warned = env.line("license extend ref:R --by 1y").assert(0);
    assert!(
        warned.err.contains(
            "warning: modules with an end of their own are not extended: reports@2031-01-01"
        ),
        "{warned}"
    );
}

/// The states, and the command lines that bring a new license into each state.
const STATES: [(&str, &[&str]); 8] = [
    ("deleted", &["license delete ref:R --yes"]),
    ("revoked", &["license revoke ref:R --reason X --yes"]),
    ("replaced", &["license replace ref:R"]),
    ("withdrawn", &["license withdraw ref:R --reason X --yes"]),
    ("suspended", &["license suspend ref:R"]),
    ("expired", &[]),
    ("parked", &["license return ref:R --unbound"]),
    ("active", &[]),
];

#[test]
fn every_verb_in_every_state_through_the_command_line() {
    // The columns are the states above. `+` stands for success, any other word for the error code.
    // `-` stands for `wrong_state`.
    const TABLE: [(&str, &str); 17] = [
        ("license show ref:R", "+ + + + + + + +"),
        ("license export ref:R --out x.lic", "+ + + + + + not_placed +"),
        ("license edit ref:R --seats 20", "- - - - + + + +"),
        ("license extend ref:R --by 2y", "- - - - + + + +"),
        ("assignment add ref:R cleo", "- - - - + + + +"),
        ("assignment remove ref:R anna", "- - - - + + + +"),
        ("assignment move ref:R anna cleo", "- - - - + + + +"),
        ("license activate ref:R --unbound", "- - - - - - + no_seat"),
        ("license renew ref:R", "- - - - - - not_placed +"),
        ("session start ref:R --user anna", "- - - - - - not_placed +"),
        ("license return ref:R --unbound", "- - - - + + not_placed +"),
        ("license switch ref:R --edition trial --term 1y", "- - - - + + + +"),
        ("license replace ref:R --ends none", "- - - - + + + +"),
        ("license suspend ref:R", "- - - - - + + +"),
        ("license reinstate ref:R", "- - - - + - - -"),
        ("license withdraw ref:R --reason X --yes", "- - - - + + + +"),
        ("license revoke ref:R --reason X --yes", "- - - - + + + +"),
    ];
    for (column, (state, way)) in STATES.iter().enumerate() {
        for (line, marks) in
            TABLE.iter().chain(&[("license delete ref:R --yes", "+ + + + + + + +")])
        {
            let env = TestEnvironment::with_catalogue();
            env.line("user add nordwind cleo").assert(0);
            env
                .line(
                    "license issue --customer nordwind --product work-management --model named --seats 10 --users anna,bo --term 1y \
                     --checkpoint 30d --reference R --unbound",
                )
                .assert(0);
            way.iter().for_each(|line| drop(env.line(line).assert(0)));
            env.at(if *state == "expired" {
                "2028-01-01T00:00:00Z"
            } else {
                "2026-12-01T00:00:00Z"
            });
            assert_eq!(env.json("license show ref:R")["state"], *state);
            match marks.split(' ').nth(column).expect("a mark") {
                "+" => drop(env.line(line).assert(0)),
                code => {
                    let before = env.everything();
                    let message =
                        env.refused(line, 1, if code == "-" { "wrong_state" } else { code });
                    assert!(message.contains("L-") && !message.ends_with(" | "), "{message}");
                    assert_eq!(
                        env.everything(),
                        before,
                        "{line} of a {state} license was refused and changed something"
                    );
                }
            }
        }
    }
}

#[test]
fn verbs_that_end_a_license_ask_for_confirmation() {
    let env = sold();
    let serial = serial(&env, "ref:R");
    let session = env.json("session start ref:R --user anna --host pc-1")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    let before = env.everything();
    for line in [
        "license revoke ref:R --reason fraud",
        "license withdraw ref:R --reason fraud",
        "license delete ref:R",
        "license delete --customer nordwind --edition commercial",
    ] {
        env.refused(line, 2, "needs_answer");
        env.types(&["n"]);
        env.refused(line, 1, "declined");
        env.line(&format!("{line} --dry-run")).assert(0);
        assert_eq!(env.everything(), before, "{line}");
    }
    env.types(&["y"]);
    assert_snapshot!(env.line("license revoke ref:R --reason fraud"), @"
    exit 0
    --- err
    license L-XY9KB-PT3MW: work-management for nordwind, 10 named seats, delivered
      assigned to anna, bo
      ends session S-PPG1W-7D8WK of anna at pc-1 (started at 2026-11-21T10:00:00Z)
    Revoked license L-XY9KB-PT3MW
    Sessions that end: S-PPG1W-7D8WK
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_snapshot!(env.line("license show ref:R").text().lines().take(2).collect::<Vec<_>>().join("\n"), @"
    serial          L-XY9KB-PT3MW
    state           revoked since 2026-11-21T10:00:00Z: fraud
    ");
    assert!(env.refused(&format!("session touch {session}"), 1, "wrong_state").contains("revoked"));
    let shown = env.json("license show ref:R");
    assert_eq!(
        (&shown["seats_placed"], &shown["activations"][0]["state"], &shown["file"]),
        (&0.into(), &"withdrawn".into(), &Value::Null)
    );
    // The last file of the license can still be exported.
    let ran = env.line("license export ref:R --out old.lic").assert(0);
    assert!(ran.err.contains(&format!("warning: license {serial} is revoked")), "{ran}");
    assert_eq!(env.read("old.lic"), env.read("r1.lic"));
    assert_snapshot!(env.refused("license revoke ref:R --reason again --yes", 1, "wrong_state"), @"license L-XY9KB-PT3MW is already revoked (since 2026-11-21T10:00:00Z: fraud) | nothing to do");
    assert_snapshot!(env.refused("license extend ref:R --by 1y", 1, "wrong_state"), @"license L-XY9KB-PT3MW is revoked (since 2026-11-21T10:00:00Z: fraud) and cannot be extended | the license cannot be used again; `licentia license issue --customer CODE --product CODE` issues a new license");
    // The reference of a license that has ended does not create another license.
    let again = "license issue --customer nordwind --product work-management --model named --seats \
        10 --users anna,bo --modules calculator --term 1y --reference R";
    assert_snapshot!(env.refused(again, 1, "reference_ended"), @"reference R was used for license L-XY9KB-PT3MW, which is revoked | use a new reference for a new order");
}

#[test]
fn a_reinstated_license_keeps_its_placements() {
    let env = sold();
    assert_snapshot!(env.ok(&["license", "suspend", "ref:R", "--reason", "invoice 4711 is overdue"]), @"
    exit 0
    --- err
    Suspended license L-XY9KB-PT3MW
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_snapshot!(env.line("license check r1.lic"), @"
    exit 4
    --- out
    r1.lic: NOT VALID: license L-XY9KB-PT3MW is suspended (suspended)
      ok  genuine   license L-XY9KB-PT3MW of work-management for nordwind
      ok  current   revision 1 of 1
      NO  in force
    ");
    assert_snapshot!(env.refused("license suspend ref:R", 1, "wrong_state"), @"license L-XY9KB-PT3MW is already suspended (since 2026-11-21T10:00:00Z: invoice 4711 is overdue) | `licentia license reinstate L-XY9KB-PT3MW` ends the suspension");
    env.line("license edit ref:R --seats 11 --out r2.lic").assert(0);
    assert_snapshot!(env.line("license reinstate ref:R"), @"
    exit 0
    --- err
    Reinstated license L-XY9KB-PT3MW: the license is active again
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    env.line("license check r2.lic").assert(0);
    assert_eq!(env.json("license show ref:R")["reason"], Value::Null);
}

#[test]
fn all_of_an_edition_are_deleted_at_once() {
    let env = sold();
    for _ in 0..3 {
        env.line(
            "license issue --customer nordwind --product other --edition trial --term 30d \
            --users bo --unbound",
        )
        .assert(0);
    }
    let trial = env.json("license list --edition trial")[0]["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    env.line(&format!("session start {trial} --user bo")).assert(0);
    let session = env.json("session list")[0]["serial"].as_str().expect("a serial").to_owned();
    assert_snapshot!(env.line("license delete --customer nordwind --edition trial --dry-run"), @"
    exit 0
    --- err
    Would delete 3 trial licenses of customer nordwind
    license L-A3MVS-A9VF2: other for nordwind, 1 floating seat, delivered
      no longer assigned: bo
      ends session S-PPG1W-7D8WK of bo (started at 2026-11-21T10:00:00Z)
    license L-RMJGF-B86A5: other for nordwind, 1 floating seat, delivered
      no longer assigned: bo
    license L-NAY8N-SYKP8: other for nordwind, 1 floating seat, delivered
      no longer assigned: bo
    ");
    let deleted = env.json("license delete --customer nordwind --edition trial --yes");
    assert_eq!(deleted.as_array().map(Vec::len), Some(3));
    assert_eq!(
        (&deleted[0]["state"], &deleted[0]["users"]),
        (&"deleted".into(), &serde_json::json!([]))
    );
    assert!(env.refused(&format!("session touch {session}"), 1, "wrong_state").contains("deleted"));
    // A deleted license is not in the lists, but it is in the database.
    assert_eq!(env.json("license list").as_array().map(Vec::len), Some(1));
    assert_eq!(env.json("license list --all").as_array().map(Vec::len), Some(4));
    assert_eq!(env.json("license list --state deleted").as_array().map(Vec::len), Some(3));
    assert_eq!(
        env.json("license delete --customer nordwind --edition trial --yes"),
        serde_json::json!([])
    );
    assert_eq!(env.json(&format!("license delete {trial} --yes"))["repeated"], true);
    for line in [
        "license delete --customer nordwind --yes",
        "license delete --edition trial --yes",
        "license delete --yes",
    ] {
        env.refused(line, 2, "usage");
    }
    env.refused("license delete --customer unknown --edition trial --yes", 3, "not_found");
}

#[test]
fn a_delivery_is_returned_and_activated_again() {
    let env = sold();
    env.line("session start ref:R --user bo").assert(0);
    assert_snapshot!(env.line("license return ref:R --unbound"), @"
    exit 0
    --- err
    Returned license L-XY9KB-PT3MW: the license is parked
    Sessions that end: S-PPG1W-7D8WK
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    let checked = env.line("license check r1.lic --out newest.lic --json").assert(4).json();
    assert_eq!(
        (&checked["genuine"], &checked["current"], &checked["code"], &checked["file"]),
        (&true.into(), &false.into(), &"revoked".into(), &Value::Null)
    );
    assert!(!env.path("newest.lic").exists(), "a license that has ended has no newest file");
    assert_snapshot!(env.refused("license return ref:R --unbound", 1, "not_placed"), @"license L-XY9KB-PT3MW is not delivered and cannot be returned | `licentia license show L-XY9KB-PT3MW` shows the earlier activations of the license");
    assert_snapshot!(env.refused("license export ref:R", 1, "not_placed"), @"license L-XY9KB-PT3MW is not delivered (parked) and has no file | `licentia license activate L-XY9KB-PT3MW --unbound --out FILE` delivers the license");
    let first = env.json("license activate ref:R --unbound --reference A-1 --out a.lic");
    assert_eq!(
        (
            &first["repeated"],
            &first["activations"][1]["generation"],
            &first["activations"][0]["state"]
        ),
        (&false.into(), &2.into(), &"returned".into())
    );
    assert_eq!(
        env.json("license activate ref:R --unbound --reference A-1 --out a.lic")["repeated"],
        true
    );
    assert_snapshot!(env.refused("license activate ref:R --unbound", 1, "no_seat"), @"license L-XY9KB-PT3MW is already delivered unbound, with all its seats (10 seats) | `licentia license export L-XY9KB-PT3MW --out FILE` writes the file again");
    env.line("license check a.lic").assert(0);
    env.line("license return ref:R --unbound").assert(0);
    env.refused("license activate ref:R --unbound --reference A-1", 1, "conflict");
    env.refused("license activate ref:R", 2, "usage");
    env.refused("license return ref:R", 2, "usage");
    assert_snapshot!(env.line("audit list --subject ref:R"), @"
    exit 0
    --- out
    SEQ  AT                    ACTOR   ACTION            SUBJECT        SIGNED BY   DETAIL
    12   2026-11-21T10:00:00Z  tester  license.issue     L-XY9KB-PT3MW  commercial  serial=L-XY9KB-PT3MW product=work-management customer=nordwi…
    13   2026-11-21T10:00:00Z  tester  session.start     S-PPG1W-7D8WK  -           serial=S-PPG1W-7D8WK license=L-XY9KB-PT3MW customer=nordwind…
    14   2026-11-21T10:00:00Z  tester  license.return    L-XY9KB-PT3MW  -           state=active→parked seats_placed=10→0
    15   2026-11-21T10:00:00Z  tester  session.end       S-PPG1W-7D8WK  -           license=L-XY9KB-PT3MW user=bo reason=returned
    16   2026-11-21T10:00:00Z  tester  license.activate  L-XY9KB-PT3MW  commercial  state=parked→active seats_placed=0→10 reference=A-1
    17   2026-11-21T10:00:00Z  tester  license.return    L-XY9KB-PT3MW  -           state=active→parked seats_placed=10→0
    ");
}

#[test]
fn a_successor_keeps_assignments_and_sessions() {
    let env = TestEnvironment::with_catalogue();
    env
        .line(
            "license issue --customer nordwind --product work-management --edition trial --seats 2 --users anna,bo --modules calculator \
             --term 30d --reference T --out trial.lic",
        )
        .assert(0);
    let trial = serial(&env, "ref:T");
    let session =
        env.json("session start ref:T --user bo")["serial"].as_str().expect("a serial").to_owned();
    env.at("2026-12-01T10:00:00Z");
    env.line(&format!("session touch {session}")).assert(1);
    let session = env.json("session start ref:T --user bo --ttl 1d")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    let before = env.everything();
    let dry = env.json("license switch ref:T --edition commercial --term 1y --seats 5 --dry-run");
    assert_eq!((&dry["serial"], &dry["edition"]), (&Value::Null, &"commercial".into()));
    assert_eq!(env.everything(), before);
    let sold = env.json(
        "license switch ref:T --edition commercial --term 1y --seats 5 \
        --reference O-1 --out sold.lic",
    );
    for (member, value) in [
        ("created", "true"),
        ("edition", "\"commercial\""),
        ("users", "[\"anna\",\"bo\"]"),
        ("seats", "5"),
        ("starts", "\"2026-12-01\""),
        ("last_day", "\"2027-11-30\""),
        ("replaces", &format!("\"{trial}\"")),
        ("sessions", "1"),
        ("reference", "null"),
    ] {
        assert_eq!(sold[member].to_string(), value, "{member}");
    }
    let again =
        env.json("license switch ref:T --edition commercial --term 12mo --seats 5 --reference O-1");
    assert_eq!((&again["created"], &again["serial"]), (&false.into(), &sold["serial"]));
    env.refused(
        "license switch ref:T --edition commercial --term 1y --seats 6 --reference O-1",
        1,
        "conflict",
    );
    assert_eq!(
        env.json(&format!("session touch {session}"))["license"],
        sold["serial"],
        "no session ends"
    );
    assert_eq!(env.json("license show ref:T")["replaced_by"], sold["serial"]);
    env.line("verify sold.lic").assert(0);
    assert_eq!(env.line("license check trial.lic --json").assert(4).json()["code"], "revoked");
    let sold = sold["serial"].as_str().expect("a serial").to_owned();
    assert!(
        env.refused("license extend ref:T --by 1y", 1, "wrong_state")
            .contains(&format!("`licentia license show {sold}` shows the successor"))
    );
    // `license replace` keeps the values that the command does not name, including the first and
    // the last day.
    env.at("2027-01-01T00:00:00Z");
    let next = env.json(&format!("license replace {sold} --seats 7 --reference O-2"));
    assert_eq!(
        (&next["starts"], &next["last_day"], &next["seats"]),
        (&"2026-12-01".into(), &"2027-11-30".into(), &7.into())
    );
    env.refused(&format!("license replace {sold} --reference O-3"), 1, "wrong_state");
    env.refused(
        "license switch ref:T --edition commercial --term 1y --seats 5 --reference O-1",
        1,
        "reference_ended",
    );
    let next = next["serial"].as_str().expect("a serial").to_owned();
    env.refused(&format!("license switch {next} --edition commercial"), 1, "wrong_state");
    env.refused(&format!("license switch {next}"), 2, "usage");
    for user in ["anna", "bo"] {
        env.line(&format!("session start {next} --user {user}")).assert(0);
    }
    assert_snapshot!(env.refused(&format!("license replace {next} --seats 1"), 1, "no_seat").replace(&next, "[NEXT]"), @"license [NEXT] has 2 live sessions, and only 1 seat would remain for sessions | `licentia session list --license [NEXT]` shows the sessions; end some of them first");
    env.refused(&format!("license replace {next} --model device"), 1, "in_use");
    env.line("product retire work-management").assert(0);
    env.refused(&format!("license switch {next} --edition trial"), 1, "wrong_state");
    env.line("audit verify").assert(0);
}

#[test]
fn a_switch_that_keeps_the_trials_end_warns() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product other --edition trial --term 30d \
        --reference T",
    )
    .assert(0);
    assert_snapshot!(env.line("license switch ref:T --edition commercial"), @"
    exit 0
    --- err
    Switched license L-XY9KB-PT3MW: the successor is L-A3MVS-A9VF2 (1 seat, last day 2026-12-20)
    warning: the last day of the predecessor, 2026-12-20, is unchanged in the successor: --term or --ends sets a different end
    ");
    env.line(
        "license issue --customer nordwind --product other --edition trial --term 30d \
        --reference U",
    )
    .assert(0);
    env.at("2027-01-01T00:00:00Z");
    env.refused("license switch ref:U --edition commercial", 2, "usage");
    env.line("license switch ref:U --edition commercial --ends none").assert(0);
}

#[test]
fn a_checkpoint_license_is_renewed_once_a_day() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --checkpoint 90d";
    env.line(&format!("{issue} --reference C --out c1.lic")).assert(0);
    assert_eq!(
        env.json("license renew ref:C --out c1.lic")["repeated"],
        true,
        "the file is not a day old"
    );
    env.at("2027-01-20T10:00:00Z");
    assert_snapshot!(env.line("license renew ref:C --out c2.lic --reference N-1"), @"
    exit 0
    --- err
    Renewed license L-XY9KB-PT3MW: file valid until 2027-04-20T10:00:00Z
    Wrote c2.lic
    ");
    assert_eq!(env.json("license renew ref:C --out c2.lic")["repeated"], true);
    assert_eq!(env.claims("c2.lic")["revision"], 2);
    assert_eq!(ends(&env), [None, None], "a renewal ends no file");
    env.at("2027-02-20T10:00:00Z");
    assert_eq!(
        env.json("license renew ref:C --out c2.lic --reference N-1")["revision"],
        2,
        "the same request has the same file"
    );
    assert_eq!(env.json("license renew ref:C")["revision"], 3);
    // The last file ends with the license.
    env.line(&format!("{issue} --last-day 2027-03-31 --reference D --unbound")).assert(0);
    env.at("2027-03-10T10:00:00Z");
    assert_eq!(env.json("license renew ref:D")["repeated"], true);
    env.line("license issue --customer nordwind --product other --unbound --reference E").assert(0);
    assert_snapshot!(env.refused("license renew ref:E", 1, "wrong_kind"), @"license L-RMJGF-B86A5 has no checkpoint; its file is valid until the license ends | `licentia license extend L-RMJGF-B86A5 --by 1y` extends the license");
    for line in [
        "license renew",
        "license renew ref:C --due",
        "license renew ref:C --within 3d",
        "license renew --due --out x.lic",
    ] {
        env.refused(line, 2, "usage");
    }
}

#[test]
fn all_due_licenses_are_renewed_once_a_day() {
    let env = TestEnvironment::with_catalogue();
    let issue = |edition: &str, reference: &str, more: &str| {
        env.line(&format!(
            "license issue --customer nordwind --product other --edition {edition} --unbound \
                 --reference {reference} {more}"
        ))
        .assert(0);
    };
    issue("commercial", "A", "--checkpoint 30d");
    issue("trial", "B", "--checkpoint 30d --term 1y");
    issue("commercial", "LATER", "--checkpoint 90d");
    issue("commercial", "LAST", "--checkpoint 30d --term 25d");
    issue("commercial", "PLAIN", "--term 25d");
    issue("commercial", "STOPPED", "--checkpoint 30d");
    env.line("license suspend ref:STOPPED").assert(0);
    env.line("license issue --customer nordwind --product other --checkpoint 30d").assert(0);
    assert_eq!(env.json("license renew --due --within 7d"), serde_json::json!([]));
    env.at("2026-12-14T10:00:01Z");
    let before = env.everything();
    let dry = env.json("license renew --due --within 7d --out-dir out --dry-run");
    assert_eq!(dry.as_array().map(Vec::len), Some(2));
    assert_eq!(env.everything(), before);
    let first = env.json("license renew --due --within 7d --out-dir out");
    let serials: Vec<&str> = first
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["serial"].as_str().expect("a serial"))
        .collect();
    assert_eq!(serials, [serial(&env, "ref:A"), serial(&env, "ref:B")]);
    assert_eq!((&first[0]["revision"], &first[0]["repeated"]), (&2.into(), &false.into()));
    let bytes = |serial: &str| env.read(&format!("out/{serial}.lic"));
    let written: Vec<String> = serials.iter().map(|serial| bytes(serial)).collect();
    // An interrupted run can be repeated within the day, into any folder.
    std::fs::remove_file(env.path(&format!("out/{}.lic", serials[0]))).expect("removed");
    env.at("2026-12-15T09:00:00Z");
    let files = env.count("SELECT count(*) FROM file");
    let again = env.json("license renew --due --within 7d --out-dir out");
    assert_eq!(again.as_array().map(Vec::len), Some(2));
    assert_eq!(again[0]["repeated"], true);
    assert_eq!(serials.iter().map(|serial| bytes(serial)).collect::<Vec<_>>(), written);
    assert_eq!(env.count("SELECT count(*) FROM file"), files);
    env.at("2026-12-16T10:00:02Z");
    assert_eq!(env.json("license renew --due --within 7d --out-dir out"), serde_json::json!([]));
    assert_snapshot!(env.line("license renew --due"), @"
    exit 0
    --- err
    Renewed 2 licenses
    L-XY9KB-PT3MW: file valid until 2027-01-15T10:00:02Z
    L-A3MVS-A9VF2: file valid until 2027-01-15T10:00:02Z
    ");
}

#[test]
fn a_file_is_checked_against_the_database() {
    let env = sold();
    let check = |name: &str, status: u8| {
        let checked = env.line(&format!("license check {name} --json")).assert(status).json();
        let is = |member: &str| checked[member] == true;
        let code = checked["code"].as_str().unwrap_or("-").to_owned();
        assert_eq!(is("valid"), status == 0, "{checked}");
        (is("genuine"), is("current"), is("in_force"), code)
    };
    let answer =
        |genuine, current, in_force, code: &str| (genuine, current, in_force, code.to_owned());
    assert_snapshot!(env.line("license check r1.lic"), @"
    exit 0
    --- out
    r1.lic: valid: the file is the newest file of license L-XY9KB-PT3MW
      ok  genuine   license L-XY9KB-PT3MW of work-management for nordwind
      ok  current   revision 1 of 1
      ok  in force
    ");
    assert_eq!(check("r1.lic", 0), answer(true, true, true, "-"));
    env.line("license edit ref:R --seats 5 --grace 10d --end-old 7d --out r2.lic").assert(0);
    assert_eq!(check("r1.lic", 4), answer(true, false, true, "superseded"));
    assert_eq!(check("r2.lic", 0), answer(true, true, true, "-"));
    // `license check` returns the newest file for every file of the license. It overwrites a file
    // only with `--force`.
    env.line("license check r1.lic --out newest.lic").assert(4);
    assert_eq!(env.read("newest.lic"), env.read("r2.lic"));
    let asked = env.line("license check r1.lic --out newest.lic --json").assert(4).json();
    assert_eq!(asked["file"]["path"], "newest.lic");
    env.refused("license check r1.lic --out r1.lic", 5, "would_overwrite");
    env.refused("license check r1.lic --out - ", 2, "usage");
    env.input(&std::fs::read(env.path("r1.lic")).expect("read"));
    let piped = env.line("license check - --out -").assert(4);
    assert_eq!(piped.text(), env.read("r2.lic"));
    env.line("license check r1.lic --out r1.lic --force").assert(4);
    assert_eq!(check("r1.lic", 0), answer(true, true, true, "-"));
    env.line("license export ref:R --out r2-again.lic").assert(0);
    // The files at later instants.
    env.line("license edit ref:R --seats 4 --end-old 7d --out r3.lic").assert(0);
    env.at("2026-11-29T00:00:00Z");
    assert_eq!(check("r2.lic", 4), answer(true, false, false, "revoked"));
    env.at("2027-11-21T00:00:00Z");
    assert_eq!(check("r3.lic", 0), answer(true, true, true, "grace"));
    env.at("2027-12-01T00:00:00Z");
    assert_eq!(check("r3.lic", 4), answer(true, true, false, "expired"));
    env.at("2026-12-01T00:00:00Z");
    env.line("license edit ref:R --starts 2027-01-01 --out r4.lic").assert(0);
    assert_eq!(check("r4.lic", 4), answer(true, true, false, "not_yet_valid"));
    // Files of another vendor, and damaged files.
    let text = env.read("r4.lic");
    let place = text.len() - 10;
    let other = if text.as_bytes()[place] == b'A' { "B" } else { "A" };
    env.write("cut.lic", format!("{}{other}{}", &text[..place], &text[place + 1..]));
    env.write("empty.lic", "");
    assert_eq!(check("cut.lic", 4), answer(false, false, false, "bad_signature"));
    assert_eq!(check("empty.lic", 4), answer(false, false, false, "malformed"));
    env.line("key publish --out k.keyset").assert(0);
    assert_eq!(check("k.keyset", 4), answer(false, false, false, "wrong_type"));
    let other = TestEnvironment::with_catalogue();
    other.line("license issue --customer nordwind --product other --out other.lic").assert(0);
    env.write("other.lic", other.read("other.lic"));
    env.refused("license check nowhere.lic", 5, "io");
    env.write("two.licentia", format!("{}\n\n{}\n", env.read("r3.lic"), text));
    env.refused("license check two.licentia", 2, "usage");
    env.write("with-keys.licentia", format!("{}\n\n{}\n", env.read("k.keyset"), text));
    assert_eq!(check("with-keys.licentia", 4), answer(true, true, false, "not_yet_valid"));
}

#[test]
fn a_file_that_was_not_issued_suggests_a_stolen_key() {
    // The file is issued by one copy of the home, and is unknown to the other copy.
    let env = sold();
    let database = std::fs::read(env.path("licentia.db")).expect("read");
    env.line("license issue --customer nordwind --product other --out later.lic").assert(0);
    env.line("license issue --customer nordwind --product other --term 1d --out short.lic")
        .assert(0);
    std::fs::write(env.path("licentia.db"), database).expect("written");
    for aside in ["licentia.db-wal", "licentia.db-shm"] {
        drop(std::fs::remove_file(env.path(aside)));
    }
    assert_snapshot!(env.line("license check later.lic"), @"
    exit 4
    --- out
    later.lic: NOT VALID: the signature of the file is valid, but the database does not contain the file: the private key may be stolen, or the database was restored from an old backup (not_issued)
      NO  genuine
      NO  current
      NO  in force
    ");
    env.at("2026-12-01T00:00:00Z");
    assert_eq!(env.line("license check short.lic --json").assert(4).json()["code"], "not_issued");
    env.line("key revoke commercial --reason stolen --yes").assert(0);
    let own = env.line("license check r1.lic --json").assert(4).json();
    assert_eq!(
        (&own["genuine"], &own["in_force"], &own["code"]),
        (&true.into(), &false.into(), &"revoked_key".into())
    );
}

#[test]
fn a_part_of_a_serial_changes_nothing_without_a_person() {
    let env = sold();
    let part = serial(&env, "ref:R")[..7].to_owned();
    let before = env.everything();
    for line in [
        format!("license edit {part} --seats 3"),
        format!("license revoke {part} --reason X --yes"),
        format!("assignment add {part} bo"),
        format!("session start {part} --user anna"),
    ] {
        env.refused(&line, 2, "usage");
    }
    env.types(&["n"]);
    env.refused(&format!("license edit {part} --seats 20"), 1, "declined");
    assert_eq!(env.everything(), before);
    env.types(&["y"]);
    assert_snapshot!(env.line(&format!("license edit {part} --seats 20")), @"
    exit 0
    --- err
    license L-XY9KB-PT3MW: work-management for nordwind, 10 seats, last day 2027-11-20, active
    Changed license L-XY9KB-PT3MW
    seats: 10 → 20
    revision: 1 → 2
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the new file
    ");
    env.refused("license edit L-ZZZZ --seats 20", 2, "usage");
    env.types(&[]);
    env.refused("license edit L-ZZZZ --seats 20", 3, "not_found");
    env.refused("license edit S-11111-11113 --seats 20", 2, "usage");
}

#[test]
fn a_license_names_its_missing_base() {
    let env = TestEnvironment::with_catalogue();
    env.line("product add base --name Base --kind base --allow-login").assert(0);
    env.line("product edit work-management --requires base").assert(0);
    let issue = "license issue --customer nordwind --product work-management";
    assert_snapshot!(env.line(&format!("{issue} --out a.lic --reference A")), @"
    exit 0
    --- err
    Issued license L-XY9KB-PT3MW for customer nordwind: work-management, commercial, 1 seat, no end
    Wrote a.lic
    warning: no usable base license of product base: customer nordwind has no commercial license of the base product; only administrators of the customer may start sessions
    ");
    assert_eq!(
        env.json(&format!("{issue} --reference A --unbound"))["base_missing"],
        serde_json::json!(["base"])
    );
    let trial = env.json(&format!("{issue} --edition trial --reference T --unbound"));
    assert_eq!(trial["base_missing"], serde_json::json!([]), "a trial needs no base");
    let lacks = || {
        let shown = env.line("license show ref:A").text();
        shown
            .lines()
            .find_map(|line| line.strip_prefix("missing base "))
            .map(|rest| rest.trim().to_owned())
            .unwrap_or_default()
    };
    let base = "license issue --customer nordwind --product base";
    env.line(&format!("{base} --edition trial --unbound")).assert(0);
    assert_snapshot!(lacks(), @"base: customer nordwind has no commercial license of the base product (only administrators of the customer may start sessions)");
    env.line(&format!("{base} --starts 2026-12-01 --term 1y --reference B")).assert(0);
    assert!(lacks().contains("is not delivered (parked)"));
    env.line("license activate ref:B --unbound").assert(0);
    assert!(lacks().contains("starts on 2026-12-01"));
    env.refused("session start ref:A --user bo", 1, "base_missing");
    env.line("session start ref:A --user anna").assert(0);
    env.at("2026-12-01T00:00:00Z");
    assert_eq!(lacks(), "");
    let session =
        env.json("session start ref:A --user bo")["serial"].as_str().expect("a serial").to_owned();
    env.line("license suspend ref:B").assert(0);
    assert!(lacks().contains("is suspended"));
    env.refused(&format!("session touch {session}"), 1, "base_missing");
    env.line("license reinstate ref:B").assert(0);
    env.line(&format!("session touch {session}")).assert(0);
    env.at("2027-12-01T00:00:00Z");
    assert!(lacks().contains("is expired"));
    assert_eq!(env.json("license show ref:A")["base_missing"], serde_json::json!(["base"]));
}

#[test]
fn a_reference_records_an_unneeded_renewal() {
    let env = TestEnvironment::with_catalogue();
    for reference in ["A", "B"] {
        env.line(&format!(
            "license issue --customer nordwind --product other --checkpoint 30d --reference \
                 {reference} --unbound"
        ))
        .assert(0);
    }
    let renew = |license: &str| format!("license renew ref:{license} --reference N");
    let first = env.json(&renew("A"));
    assert_eq!((&first["revision"], &first["repeated"]), (&1.into(), &true.into()));
    env.at("2026-12-10T10:00:00Z");
    let again = env.json(&renew("A"));
    assert_eq!((&again["revision"], &again["repeated"]), (&1.into(), &true.into()));
    env.refused(&renew("B"), 1, "conflict");
    env.line("license revoke ref:A --reason X --yes").assert(0);
    env.refused(&renew("A"), 1, "reference_ended");
}

#[test]
fn targets_are_checked_before_due_licenses_are_signed() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --checkpoint 10d";
    env.line(&format!("{issue} --reference A --out-dir due")).assert(0);
    env.line(&format!("{issue} --reference B --unbound")).assert(0);
    env.line(&format!("{issue} --edition trial --reference T --unbound")).assert(0);
    env.at("2026-11-28T10:00:00Z");
    env.line("license renew ref:A").assert(0);
    let before = env.everything();
    for more in [" --dry-run", ""] {
        env.refused(&format!("license renew --due --out-dir due{more}"), 5, "would_overwrite");
        assert_eq!(env.everything(), before);
    }
    // A host with one key renews the licenses of that key.
    std::fs::remove_file(env.path("keys/trial.pem")).expect("removed");
    env.refused("license renew --due", 5, "key_missing");
    let renewed = env.json("license renew --due --key commercial --out-dir due --force");
    let editions: Vec<&str> = renewed
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["edition"].as_str().expect("text"))
        .collect();
    assert_eq!(editions, ["commercial", "commercial"]);
    env.refused("license renew --due --key unknown", 3, "not_found");
    // The target of a known license is checked in a dry run, too.
    for more in [" --dry-run", ""] {
        env.refused(
            &format!("license edit ref:A --seats 2 --out-dir due{more}"),
            5,
            "would_overwrite",
        );
    }
}

#[test]
fn a_file_of_a_revoked_key_is_renewed_at_once() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product other --checkpoint 30d --reference A \
        --out a.lic",
    )
    .assert(0);
    env.line("key revoke commercial --reason leaked --yes").assert(0);
    env.line("key create second --edition commercial").assert(0);
    assert_eq!(env.json("license renew ref:A --out b.lic")["revision"], 2);
    env.line("license check b.lic").assert(0);
}

#[test]
fn an_inherited_value_differs_from_an_omitted_one() {
    let env = sold();
    env.line("product edit work-management --seats 7").assert(0);
    assert_eq!(env.json("license replace ref:R --reference N")["seats"], 10);
    env.refused("license replace ref:R --seats inherit --reference N", 1, "conflict");
    env.refused("license replace ref:R --set a=inherit --reference N", 1, "conflict");
    assert_eq!(env.json("license replace ref:R --reference N")["created"], false);
}

#[test]
fn older_files_can_be_ended_sooner_afterwards() {
    let env = sold();
    env.line("license edit ref:R --seats 5").assert(0);
    assert_eq!(ends(&env), [Some("2026-12-21T10:00:00Z".to_owned()), None]);
    assert_snapshot!(env.line("license edit ref:R --end-old 1d"), @"
    exit 0
    --- err
    Changed license L-XY9KB-PT3MW
    Status lists that are published on 2026-11-22 or later mark the older files as invalid
    ");
    assert_eq!(ends(&env), [Some("2026-11-22T10:00:00Z".to_owned()), None]);
    assert_eq!(env.json("license show ref:R")["revision"], 2);
    env.line("license edit ref:R --seats 5 --end-old 9d").assert(0);
    assert_eq!(ends(&env), [Some("2026-11-22T10:00:00Z".to_owned()), None], "an end stays");
    env.refused("license edit ref:R --keep-old", 2, "usage");
}

#[test]
fn a_successor_is_suspended_as_its_predecessor_was() {
    let env = sold();
    env.line("license suspend ref:R --reason overdue").assert(0);
    let ran = env.line("license replace ref:R --seats 20 --json").assert(0);
    let next = ran.json();
    assert_eq!((&next["state"], &next["reason"]), (&"suspended".into(), &"overdue".into()));
    assert!(ran.err.contains("is suspended, like its predecessor"), "{ran}");
    let next = next["serial"].as_str().expect("a serial").to_owned();
    env.line(&format!("license reinstate {next}")).assert(0);
    // A deleted license keeps the reason of its end.
    env.line(&format!("license revoke {next} --reason fraud --yes")).assert(0);
    env.line(&format!("license delete {next} --yes")).assert(0);
    assert_eq!(env.json(&format!("license show {next}"))["reason"], "fraud");
}

#[test]
fn a_check_reports_the_file_that_it_writes() {
    let env = sold();
    env.line("license return ref:R --unbound").assert(0);
    let ran = env.line("license check r1.lic --out -").assert(4);
    assert!(
        ran.out.is_empty()
            && ran.err.contains("NOT VALID")
            && ran.err.contains("nothing was written"),
        "{ran}"
    );
    let ran = env.line("license check r1.lic --out none.lic").assert(4);
    assert!(ran.err.contains("nothing was written"), "{ran}");
    env.line("license activate ref:R --unbound --out r2.lic").assert(0);
    // A clock that is behind the home's own key set is no reason to refuse a file.
    env.at("2026-11-19T10:00:00Z");
    let early = env.line("license check r2.lic --json").assert(4).json();
    assert_eq!((&early["genuine"], &early["code"]), (&true.into(), &"not_yet_valid".into()));
    env.at("2026-11-21T10:00:00Z");
    env.line("license edit ref:R --starts 2026-12-01 --out r3.lic").assert(0);
    env.line("license edit ref:R --starts 2026-11-01").assert(0);
    let older = env.line("license check r3.lic --json").assert(4).json();
    assert_eq!((&older["in_force"], &older["code"]), (&false.into(), &"not_yet_valid".into()));
}

#[test]
fn a_named_key_must_fit_although_nothing_is_signed() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --reference P").assert(0);
    for (key, status, code) in [("unknown", 3, "not_found"), ("trial", 1, "edition_mismatch")] {
        env.refused(&format!("license edit ref:P --seats 2 --key {key}"), status, code);
    }
    env.line("license edit ref:P --seats 2 --key commercial").assert(0);
}

#[test]
fn a_key_with_limits_signs_revisions_within_them() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "key create ci --edition commercial --max-seats 5 --purposes nightly --max-term 30d \
        --max-files 3",
    )
    .assert(0);
    let signing = "--key ci --purpose nightly";
    env.line(&format!(
        "license issue --customer nordwind --product other --term 10d --reference R \
            {signing} --unbound"
    ))
    .assert(0);
    let before = env.everything();
    for line in [
        format!("license edit ref:R --seats 6 {signing}"),
        "license edit ref:R --seats 4 --key ci".to_owned(),
        format!("license edit ref:R --ends none {signing}"),
        format!("license extend ref:R --by 30d {signing}"),
        format!("license replace ref:R --seats 6 {signing}"),
    ] {
        for more in ["", " --dry-run"] {
            env.refused(&format!("{line}{more}"), 1, "out_of_scope");
        }
    }
    assert_eq!(env.everything(), before);
    env.line(&format!("license edit ref:R --seats 5 {signing}")).assert(0);
    env.line(&format!("license extend ref:R --by 5d {signing}")).assert(0);
    assert!(
        env.refused(&format!("license extend ref:R --by 1d {signing}"), 1, "out_of_scope")
            .contains("the maximum number of signed files (3) is reached")
    );
}

#[test]
fn a_checkpoint_license_of_any_length_is_renewed_in_time() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --unbound";
    // The last file is good until the end of the grace period.
    env.line(&format!("{issue} --ends 2026-12-12 --grace 14d --checkpoint 30d --reference GRACE"))
        .assert(0);
    env.at("2026-12-10T10:00:00Z");
    let renewed = env.json("license renew --due --within 7d");
    assert_eq!(
        (&renewed[0]["reference"], &renewed[0]["file"]["expires_at"]),
        (&"GRACE".into(), &"2026-12-26T00:00:00Z".into())
    );
    env.at("2026-12-12T10:00:00Z");
    assert_eq!(
        env.json("license renew --due --within 7d"),
        serde_json::json!([]),
        "an expired license is not renewed"
    );
    // The file of a one-day checkpoint can be renewed before it ends.
    env.line(&format!("{issue} --checkpoint 1d --reference DAY")).assert(0);
    env.at("2026-12-12T21:59:59Z");
    assert_eq!(env.json("license renew ref:DAY")["revision"], 1);
    env.at("2026-12-12T22:00:00Z");
    assert_eq!(env.json("license renew ref:DAY")["revision"], 2);
    // The command warns about a file that ends before the license starts.
    let early = env
        .line(&format!("{issue} --starts 2027-06-01 --checkpoint 30d --reference LATER"))
        .assert(0);
    assert!(
        early.err.contains(
            "ends at 2027-01-11T22:00:00Z, before the first day of the license, 2027-06-01"
        ),
        "{early}"
    );
    let edited = env.line("license edit ref:LATER --seats 2").assert(0);
    assert!(edited.err.contains("before the first day of the license"), "{edited}");
}

#[test]
fn an_expired_module_does_not_prevent_a_switch() {
    let env = TestEnvironment::with_catalogue();
    let modules = "calculator,calculator.pro=5@2026-12-01,reports@2027-06-01";
    let issue = "license issue --customer nordwind --product work-management --edition trial";
    env.line(&format!("{issue} --modules {modules} --reference T --unbound")).assert(0);
    env.at("2026-12-05T10:00:00Z");
    let switched = env.line("license switch ref:T --edition commercial --term 1y --json").assert(0);
    assert!(
        switched.err.contains(
            "warning: the successor does not have these modules, which have ended: \
             calculator.pro=5@2026-12-01"
        ),
        "{switched}"
    );
    let codes: Vec<String> = switched.json()["modules"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|module| module["code"].to_string())
        .collect();
    assert_eq!(codes, ["\"calculator\"", "\"reports\""]);
}

#[test]
fn older_files_in_force_are_shown() {
    let env = sold();
    env.line("license edit ref:R --seats 5").assert(0);
    env.line("license edit ref:R --seats 6").assert(0);
    let older = env.json("license show ref:R")["older_files"].clone();
    let ends: Vec<&Value> =
        older.as_array().expect("a list").iter().map(|file| &file["ends_at"]).collect();
    assert_eq!(ends, [&Value::from("2026-12-21T10:00:00Z"), &Value::Null]);
    let text = env.line("license show ref:R").text();
    assert!(
        text.contains("older file      revision 1, valid until 2026-12-21T10:00:00Z"),
        "{text}"
    );
    env.at("2026-12-21T10:00:00Z");
    assert_eq!(env.json("license show ref:R")["older_files"].as_array().map(Vec::len), Some(1));
    // Without an older file nothing is ended.
    let env = sold();
    let before = env.everything();
    assert_eq!(env.json("license edit ref:R --end-old 5d")["changed"], false);
    assert_eq!(env.everything(), before);
}

#[test]
fn a_verb_without_a_license_names_its_options() {
    let env = TestEnvironment::with_catalogue();
    for (line, hint) in [
        ("license renew", "or --due is required"),
        ("license delete --yes", "--customer and --edition"),
    ] {
        let message = env.refused(line, 2, "usage");
        assert!(message.contains("a license") && message.contains(hint), "{message}");
    }
}
