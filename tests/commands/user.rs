use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_user_has_the_permitted_licenses() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind";
    env.line(&format!(
        "{issue} --product work-management --model named --seats 3 --users anna,bo \
            --term 1y --unbound"
    ))
    .assert(0);
    env.line(&format!("{issue} --product other --seats 2")).assert(0);
    env.line(&format!("{issue} --product other --company north")).assert(0);
    env.line(&format!("{issue} --product other --users bo")).assert(0);
    assert_snapshot!(env.line("user show nordwind anna"), @"
    exit 0
    --- out
    customer       nordwind (Nordwind)
    username       anna
    name           -
    e-mail         -
    company        north
    administrator  yes
    added          2026-11-21T10:00:00Z
    license        L-XY9KB-PT3MW work-management (named, assigned): 2 of 3 seats assigned, 1 unassigned, last day 2027-11-20, active
    license        L-A3MVS-A9VF2 other (floating, open to all users): 2 seats, 0 users assigned, 0 in use, 2 idle, no end, parked
    license        L-RMJGF-B86A5 other (floating, open to all users): 1 seat, 0 users assigned, 0 in use, 1 idle, no end, parked
    ");
    let serials = |user: &str| {
        let user = env.json(&format!("user show nordwind {user}"));
        user["licenses"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|license| license["registered"] == true)
            .collect::<Vec<_>>()
    };
    assert_eq!(serials("anna"), [true, false, false]);
    assert_eq!(serials("bo"), [true, false, true]);
    assert_snapshot!(env.json("user show nordwind bo")["licenses"][0], @r#"{"serial":"L-XY9KB-PT3MW","product":"work-management","model":"named","seats":3,"assigned":2,"sessions":0,"free":1,"registered":true,"last_day":"2027-11-20","state":"active"}"#);
}

#[test]
fn a_user_is_changed_and_renamed() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.ok(&["user", "edit", "nordwind", "ANNA", "--name", "Anna Ek", "--company", "none", "--admin=no"]), @"
    exit 0
    --- err
    Changed user anna of customer nordwind
    name: none → Anna Ek
    company: north → none
    admin: yes → no
    ");
    env.line(
        "license issue --customer nordwind --product other --model named --users anna \
        --unbound --reference R",
    )
    .assert(0);
    assert_snapshot!(env.line("user edit nordwind anna --username anna.ek"), @"
    exit 0
    --- err
    Changed user anna of customer nordwind
    username: anna → anna.ek
    License L-XY9KB-PT3MW now has revision 2
    Status lists that are published on 2026-12-21 or later mark the older files as invalid
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the new file
    ");
    assert_eq!(env.json("license show ref:R")["users"][0], "anna.ek");
    // The same command is a repetition, although the user has another username now.
    let again = env.json(
        "license issue --customer nordwind --product other --model named --users ANNA \
            --unbound --reference R",
    );
    assert_eq!(again["created"], false);
    env.refused(
        "license issue --customer nordwind --product other --model named --users bo --unbound \
         --reference R",
        1,
        "conflict",
    );
    env.refused(
        "license issue --customer nordwind --product other --model named --users anna --unbound",
        3,
        "not_found",
    );
    env.refused("user show nordwind anna", 3, "not_found");
    env.line("user edit nordwind anna.ek --username Anna.Ek").assert(0);
    env.line("user edit nordwind anna.ek --admin --name none --email a@b.example --company north")
        .assert(0);
    assert_eq!(env.json("user show nordwind anna.ek")["admin"], true);
    for (line, status, code) in [
        ("user edit nordwind anna.ek", 2, "usage"),
        ("user edit nordwind anna.ek --username bo", 1, "exists"),
        ("user edit nordwind anna.ek --username a,b", 2, "usage"),
        ("user edit nordwind anna.ek --company south", 3, "not_found"),
        ("user edit nordwind anna.ek --admin=perhaps", 2, "usage"),
        ("user edit nordwind unknown --name X", 3, "not_found"),
        ("user edit unknown anna --name X", 3, "not_found"),
    ] {
        env.refused(line, status, code);
    }
}

#[test]
fn a_company_in_use_is_not_removed() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --users bo --company north")
        .assert(0);
    assert_snapshot!(env.refused("company remove nordwind north --yes", 1, "in_use"), @"company north is used by 1 license (L-XY9KB-PT3MW), 1 user (anna) and cannot be removed | change the company of these licenses first; the company of an ended license cannot be changed");
    env.line("company add nordwind south --name South").assert(0);
    env.line("user add nordwind cleo --name Cleo --company south").assert(0);
    assert!(
        env.refused("company remove nordwind south --yes", 1, "in_use").contains("1 user (cleo)")
    );
    assert_snapshot!(env.ok(&["company", "edit", "nordwind", "south", "--name", "Far South"]), @"
    exit 0
    --- err
    Changed company south of customer nordwind
    name: South → Far South
    ");
    assert_eq!(env.json("company edit nordwind south --name South")["changed"], true);
    env.refused("company edit nordwind nothing --name X", 3, "not_found");
    let before = env.everything();
    env.line("user remove nordwind cleo --dry-run").assert(0);
    env.refused("user remove nordwind cleo", 2, "needs_answer");
    env.types(&["n"]);
    env.refused("user remove nordwind cleo", 1, "declined");
    assert_eq!(env.everything(), before);
    assert_snapshot!(env.line("user remove nordwind cleo --yes"), @"
    exit 0
    --- err
    Removed user cleo of customer nordwind
    ");
    assert_snapshot!(env.line("company remove nordwind south --yes"), @"
    exit 0
    --- err
    Removed company south of customer nordwind
    ");
    env.refused("user remove nordwind cleo --yes", 3, "not_found");
    env.refused("company remove nordwind south --yes", 3, "not_found");
    env.line("audit verify").assert(0);
}

#[test]
fn a_mistyped_code_gets_a_suggestion() {
    let env = TestEnvironment::with_catalogue();
    for (line, near) in [
        ("customer show nordwnd", "did you mean nordwind?"),
        ("product show work-managment", "did you mean work-management?"),
        ("module show work-management calculater", "did you mean calculator?"),
        ("user show nordwind ana", "did you mean anna?"),
        ("company show nordwind nort", "did you mean north?"),
        ("key show comercial", "did you mean commercial?"),
        (
            "license issue --customer nordwind --product work-management --modules calculator.por",
            "did you mean calculator.pro?",
        ),
    ] {
        let message = env.refused(line, 3, "not_found");
        assert!(message.contains(near), "{line}: {message}");
    }
    assert!(!env.refused("customer show zzz", 3, "not_found").contains("did you mean"));
}

#[test]
fn a_record_that_changes_during_the_confirmation_stays() {
    for (confirmed, meanwhile) in [
        ("user remove nordwind cleo", "user edit nordwind cleo --name Another"),
        ("company remove nordwind south", "company edit nordwind south --name Another"),
        ("module remove other export", "module edit other export --name Another"),
    ] {
        let env = TestEnvironment::with_catalogue();
        env.line("user add nordwind cleo --name Cleo").assert(0);
        env.line("company add nordwind south --name South").assert(0);
        let home = env.path("");
        env.person(move |_| {
            let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
            let ran = other
                .args(meanwhile.split(' '))
                .arg("--quiet")
                .current_dir(&home)
                .env_clear()
                .status();
            assert!(ran.expect("started").success());
            "y".into()
        });
        let message = env.refused(confirmed, 1, "changed_meanwhile");
        assert!(
            message.contains("changed after it was shown")
                || message.contains("changed after the confirmation"),
            "{message}"
        );
        env.line(&format!("{confirmed} --yes")).assert(0);
    }
}

#[test]
fn a_user_without_files_is_removed_without_output() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --model named --users bo";
    env.line(&format!("{issue} --reference PARKED")).assert(0);
    env.line(&format!("{issue} --reference REVOKED --unbound")).assert(0);
    env.line("license revoke ref:REVOKED --reason X --yes").assert(0);
    let renamed = env.json("user edit nordwind bo --username bob --out-dir new");
    assert_eq!(renamed["licenses"].as_array().map(Vec::len), Some(1));
    env.line("user remove nordwind bob --out-dir new --yes").assert(0);
    assert!(
        !env.path("new").exists()
            || std::fs::read_dir(env.path("new")).expect("listed").count() == 0
    );
    assert_eq!(env.json("license show ref:PARKED")["users"], serde_json::json!([]));
}

#[test]
fn a_change_of_company_reports_the_sessions_that_end() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product other --company north --unbound \
        --reference N",
    )
    .assert(0);
    env.line(
        "license issue --customer nordwind --product other --model named --users anna \
        --unbound --reference A",
    )
    .assert(0);
    let session = env.json("session start ref:N --user anna")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    let dry = env.line("user edit nordwind anna --username anna.ek --dry-run").assert(0);
    assert!(!dry.err.contains("no longer assigned"), "{dry}");
    let moved = env.line("user edit nordwind anna --company none --out-dir new").assert(0);
    assert!(moved.err.contains(&format!("Sessions that end: {session}")), "{moved}");
    assert!(!env.path("new").exists(), "nothing was signed");
    env.line("user edit nordwind anna --company north").assert(0);
    let session = env.json("session start ref:N --user anna")["serial"].clone();
    assert_eq!(
        env.json("user edit nordwind anna --company none")["sessions"],
        serde_json::json!([session])
    );
}
