use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::env::TestEnvironment;

fn sold(terms: &str) -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    for user in ["cleo", "dan"] {
        env.line(&format!("user add nordwind {user}")).assert(0);
    }
    env.line(&format!("license issue --customer nordwind --product other --reference R {terms}"))
        .assert(0);
    env
}

fn users(env: &TestEnvironment, name: &str) -> Value {
    env.json(&format!("inspect {name}"))[0]["claims"]["users"].clone()
}

#[test]
fn a_named_license_has_a_seat_for_each_assigned_user() {
    let env = sold("--model named --seats 2 --users anna --out r1.lic");
    assert_snapshot!(env.line("assignment add ref:R BO --out r2.lic"), @"
    exit 0
    --- err
    Assigned bo to license L-XY9KB-PT3MW (2 of 2 seats assigned, 0 unassigned)
    Wrote r2.lic
    ");
    assert_eq!(
        (users(&env, "r1.lic"), users(&env, "r2.lic")),
        (json!(["anna"]), json!(["anna", "bo"]))
    );
    assert_snapshot!(env.refused("assignment add ref:R cleo", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 seats, too few for 3 users (assigned: anna, bo) | `licentia assignment move L-XY9KB-PT3MW FROM TO` gives the seat of one user to another user");
    assert_snapshot!(env.line("assignment move ref:R bo cleo --out r3.lic"), @"
    exit 0
    --- err
    Assigned cleo to license L-XY9KB-PT3MW in place of bo (2 of 2 seats assigned, 0 unassigned)
    Status lists that are published on 2026-12-21 or later mark the older files as invalid
    Wrote r3.lic
    ");
    assert_eq!(users(&env, "r3.lic"), json!(["anna", "cleo"]));
    assert_eq!(env.count("SELECT count(*) FROM file WHERE ends_at = '2026-12-21T10:00:00Z'"), 2);
    assert_snapshot!(env.line("assignment remove ref:R anna cleo --out r4.lic"), @"
    exit 0
    --- err
    Removed anna, cleo from license L-XY9KB-PT3MW (0 of 2 seats assigned, 2 unassigned)
    Status lists that are published on 2026-12-21 or later mark the older files as invalid
    Wrote r4.lic
    ");
    assert_eq!(users(&env, "r4.lic"), json!([]));
    let added = env.json("assignment add ref:R anna dan");
    for (member, value) in [
        ("revision", "5"),
        ("assigned", "2"),
        ("free", "0"),
        ("added", "[\"anna\",\"dan\"]"),
        ("removed", "[]"),
    ] {
        assert_eq!(added[member].to_string(), value, "{member}");
    }
    // A command assigns all users or none.
    let before = env.everything();
    for (line, status, code) in [
        ("assignment add ref:R anna", 1, "exists"),
        ("assignment add ref:R cleo bo", 1, "no_seat"),
        ("assignment add ref:R unknown", 3, "not_found"),
        ("assignment add ref:R", 2, "usage"),
        ("assignment remove ref:R anna bo", 1, "not_assigned"),
        ("assignment remove ref:R unknown", 3, "not_found"),
        ("assignment move ref:R bo cleo", 1, "not_assigned"),
        ("assignment move ref:R anna dan", 1, "exists"),
        ("assignment move ref:R anna unknown", 3, "not_found"),
        ("assignment move ref:R anna", 2, "usage"),
        ("assignment move ref:R anna ANNA", 2, "usage"),
        ("assignment add ref:R cleo CLEO", 2, "usage"),
        ("assignment add ref:NONE anna", 3, "not_found"),
    ] {
        env.refused(line, status, code);
        assert_eq!(env.everything(), before, "{line}");
    }
    let there = env.json("assignment add ref:R dan anna --if-missing");
    assert_eq!((&there["created"], &there["revision"]), (&false.into(), &5.into()));
    env.line("assignment move ref:R anna bo --dry-run").assert(0);
    assert_eq!(env.everything(), before);
}

#[test]
fn a_floating_license_without_assignments_is_open_to_all_users() {
    let env = sold("--seats 1 --out r1.lic");
    assert_snapshot!(env.line("assignment add ref:R anna bo cleo --out r1.lic"), @"
    exit 0
    --- err
    Assigned anna, bo, cleo to license L-XY9KB-PT3MW
    Wrote r1.lic
    warning: from now on, only assigned users can use license L-XY9KB-PT3MW
    ");
    assert_eq!(env.json("license show ref:R")["revision"], 1, "its file names no user");
    env.refused("session start ref:R --user dan", 1, "not_assigned");
    let session = env.json("session start ref:R --user cleo")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    assert_snapshot!(env.line("assignment remove ref:R cleo bo"), @"
    exit 0
    --- err
    Removed bo, cleo from license L-XY9KB-PT3MW
    Sessions that end: S-PPG1W-7D8WK
    ");
    assert!(
        env.refused(&format!("session touch {session}"), 1, "wrong_state").contains("unassigned")
    );
    let session = env.json("session start ref:R --user anna")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    assert_snapshot!(env.line("assignment remove ref:R anna"), @"
    exit 0
    --- err
    Removed anna from license L-XY9KB-PT3MW
    warning: license L-XY9KB-PT3MW has no assigned users and is open to all users of customer nordwind
    ");
    env.line(&format!("session touch {session}")).assert(0);
}

#[test]
fn assignments_are_listed() {
    let env = sold("--model named --seats 5 --users bo,anna --unbound");
    env.line(
        "license issue --customer nordwind --product work-management --users anna \
        --reference S",
    )
    .assert(0);
    env.line("customer add acme --name Acme").assert(0);
    env.line("user add acme anna").assert(0);
    env.line("license issue --customer acme --product other --users anna").assert(0);
    assert_snapshot!(env.line("assignment list"), @"
    exit 0
    --- out
    LICENSE        CUSTOMER  USER  PRODUCT          MODEL     STATE   SINCE
    L-XY9KB-PT3MW  nordwind  anna  other            named     active  2026-11-21T10:00:00Z
    L-XY9KB-PT3MW  nordwind  bo    other            named     active  2026-11-21T10:00:00Z
    L-A3MVS-A9VF2  nordwind  anna  work-management  floating  parked  2026-11-21T10:00:00Z
    L-RMJGF-B86A5  acme      anna  other            floating  parked  2026-11-21T10:00:00Z
    ");
    let count =
        |flags: &str| env.json(&format!("assignment list {flags}")).as_array().map_or(0, Vec::len);
    assert_eq!(
        [
            "--license ref:R",
            "--customer nordwind",
            "--customer nordwind --user ANNA",
            "--customer acme",
            "--limit 1"
        ]
        .map(count),
        [2, 3, 2, 1, 1]
    );
    let first = &env.json("assignment list --limit 1")[0];
    assert_snapshot!(first.to_string(), @r#"{"license":"L-XY9KB-PT3MW","customer":"nordwind","user":"anna","product":"other","model":"named","state":"active","created_at":"2026-11-21T10:00:00Z"}"#);
    let last = format!(
        "{}/{}",
        first["license"].as_str().expect("a serial"),
        first["user"].as_str().expect("a name")
    );
    assert_eq!(count(&format!("--after {last}")), 3);
    for (line, status, code) in [
        ("assignment list --user anna", 2, "usage"),
        ("assignment list --license ref:R --customer nordwind", 2, "usage"),
        ("assignment list --customer unknown", 3, "not_found"),
        ("assignment list --customer acme --user bo", 3, "not_found"),
        ("assignment list --license ref:NONE", 3, "not_found"),
        ("assignment list --after L-1/anna", 2, "usage"),
    ] {
        env.refused(line, status, code);
    }
    assert!(
        env.line("assignment list --format csv")
            .assert(0)
            .text()
            .starts_with("license,customer,user,product,model,state,created-at\n")
    );
    env.line("license delete ref:S --yes").assert(0);
    assert_eq!(count("--customer nordwind"), 2, "deleting drops assignments");
}

#[test]
fn a_warning_is_a_member_of_the_answer_with_a_stable_code() {
    let env = sold("--seats 1 --out r1.lic");
    let ran = env.line("assignment add ref:R anna --json").assert(0);
    let warning = "from now on, only assigned users can use license L-XY9KB-PT3MW";
    assert_eq!(ran.err, format!("warning: {warning}\n"));
    assert_eq!(
        ran.json()["warnings"],
        serde_json::json!([{"code": "assigned_only", "message": warning}])
    );
    let answer = ran.json();
    let members = answer.as_object().expect("an object");
    assert_eq!(members.keys().next_back().map(String::as_str), Some("warnings"));
}
