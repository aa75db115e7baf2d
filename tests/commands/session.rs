use insta::assert_snapshot;
use serde_json::Value;

use crate::env::TestEnvironment;

fn pool(terms: &str) -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    for user in ["cleo", "dan"] {
        env.line(&format!("user add nordwind {user}")).assert(0);
    }
    env.line(&format!(
        "license issue --customer nordwind --product other --reference R --unbound {terms}"
    ))
    .assert(0);
    env
}

fn start(env: &TestEnvironment, more: &str) -> String {
    env.json(&format!("session start ref:R {more}"))["serial"]
        .as_str()
        .expect("a serial")
        .to_owned()
}

/// Returns the error object of a command that fails.
fn error(env: &TestEnvironment, line: &str) -> Value {
    let ran = env.line(&format!("{line} --json")).assert(1);
    let error: Value =
        serde_json::from_str(ran.err.lines().last().expect("a line")).expect("an object");
    error["error"].clone()
}

#[test]
fn a_session_holds_a_seat_until_it_ends() {
    let env = pool("--seats 2");
    assert_snapshot!(env.line("session start ref:R --user anna --host pc-1"), @"
    exit 0
    --- err
    Started session S-PPG1W-7D8WK of user anna on license L-XY9KB-PT3MW; without a touch, the session ends at 2026-11-21T10:15:00Z
    ");
    start(&env, "--user anna --host pc-2");
    assert_snapshot!(env.refused("session start ref:R --user bo", 1, "no_seat"), @"license L-XY9KB-PT3MW has no idle seat: 2 of 2 in use by anna, anna | `licentia session list --license L-XY9KB-PT3MW` shows the sessions; the next session ends at 2026-11-21T10:15:00Z unless it is touched");
    let refused = error(&env, "session start ref:R --user anna");
    let serials = |member: &str| refused[member].as_array().map_or(0, Vec::len);
    assert_eq!((serials("holders"), serials("own_sessions")), (2, 2));
    assert_eq!((&refused["holders_count"], &refused["own_sessions_count"]), (&2.into(), &2.into()));
    assert_snapshot!(refused["own_sessions"][0].to_string(), @r#"{"serial":"S-PPG1W-7D8WK","license":"L-XY9KB-PT3MW","customer":"nordwind","user":"anna","host":"pc-1","started_at":"2026-11-21T10:00:00Z","last_seen":"2026-11-21T10:00:00Z","expires_at":"2026-11-21T10:15:00Z","state":"live","ended_at":null,"reason":null}"#);
    assert_snapshot!(refused["hint"].as_str().unwrap_or_default(), @"`licentia session end SESSION` with a session of this user makes a seat idle: S-PPG1W-7D8WK of anna at pc-1 (started at 2026-11-21T10:00:00Z); S-3A4DD-X7N33 of anna at pc-2 (started at 2026-11-21T10:00:00Z)");
    let own = refused["own_sessions"][0]["serial"].as_str().expect("a serial").to_owned();
    assert_snapshot!(env.line(&format!("session end {own}")), @"
    exit 0
    --- err
    Ended session S-PPG1W-7D8WK of user anna
    ");
    start(&env, "--user bo");
    assert_snapshot!(env.refused(&format!("session end {own}"), 1, "wrong_state"), @"session S-PPG1W-7D8WK ended at 2026-11-21T10:00:00Z | the session has already ended; nothing to do");
    let license = env.json("license show ref:R");
    assert_eq!(
        (&license["sessions"], &license["free"], &license["seats_free"]),
        (&2.into(), &0.into(), &0.into())
    );
    let before = env.everything();
    env.refused("session start ref:R --user cleo --dry-run", 1, "no_seat");
    env.line(&format!(
        "session end {} --dry-run",
        env.json("session list")[0]["serial"].as_str().expect("a serial")
    ))
    .assert(0);
    assert_eq!(env.everything(), before);
}

#[test]
fn an_error_for_lack_of_seats_names_ten_holders_of_fifty() {
    let env = pool("--seats 50");
    let serials: Vec<String> =
        (0..50).map(|number| start(&env, &format!("--user anna --host site-{number}"))).collect();
    assert_snapshot!(env.refused("session start ref:R --user bo", 1, "no_seat"), @"license L-XY9KB-PT3MW has no idle seat: 50 of 50 in use by anna, anna, anna, anna, anna, anna, anna, anna, anna, anna and 40 more | `licentia session list --license L-XY9KB-PT3MW` shows the sessions; the next session ends at 2026-11-21T10:15:00Z unless it is touched");
    let refused = error(&env, "session start ref:R --user bo");
    let named = |refused: &Value, member: &str| -> Vec<String> {
        let sessions = refused[member].as_array().expect("a list");
        sessions.iter().map(|it| it["serial"].as_str().expect("a serial").to_owned()).collect()
    };
    assert_eq!(named(&refused, "holders"), serials[..10]);
    assert_eq!(
        (&refused["holders_count"], &refused["own_sessions_count"]),
        (&50.into(), &0.into())
    );
    // The error lists the ten oldest sessions of a user with many sessions, too.
    let refused = error(&env, "session start ref:R --user anna");
    assert_eq!(named(&refused, "own_sessions"), serials[..10]);
    assert_eq!(refused["own_sessions_count"], 50);
    assert!(refused["hint"].as_str().is_some_and(|hint| hint.ends_with(" and 40 more")));
    assert!(refused.to_string().len() < 10_000, "{} bytes", refused.to_string().len());
    // The oldest sessions keep their seats. A touch counts only the sessions that are older.
    env.sql_without_triggers("UPDATE license SET seats = 20");
    env.line(&format!("session touch {}", serials[19])).assert(0);
    let refused = error(&env, &format!("session touch {}", serials[20]));
    assert_eq!((&refused["code"], &refused["holders_count"]), (&"no_seat".into(), &20.into()));
    assert_eq!(named(&refused, "holders"), serials[..10]);
}

#[test]
fn a_session_without_a_touch_runs_out() {
    let env = pool("--seats 1");
    let session = start(&env, "--user anna --ttl 90s");
    env.at("2026-11-21T10:01:29Z");
    let entries = env.count("SELECT count(*) FROM audit");
    let touched = env.json(&format!("session touch {session}"));
    assert_eq!(
        (&touched["expires_at"], &touched["last_seen"]),
        (&"2026-11-21T10:02:59Z".into(), &"2026-11-21T10:01:29Z".into())
    );
    assert_eq!(env.count("SELECT count(*) FROM audit"), entries, "a touch is not audited");
    env.line(&format!("session touch {session} --dry-run")).assert(0);
    env.at("2026-11-21T10:02:58Z");
    env.refused("session start ref:R --user bo", 1, "no_seat");
    env.at("2026-11-21T10:02:59Z");
    assert_eq!(env.json("session list --stale")[0]["state"], "stale");
    start(&env, "--user bo");
    assert_snapshot!(env.refused(&format!("session touch {session}"), 1, "wrong_state"), @"session S-PPG1W-7D8WK became stale at 2026-11-21T10:02:59Z: it was not touched for 90s | the seat of the session is idle, and other users can use it; start a new session");
    // `session prune` ends stale sessions and removes them from the list.
    assert_snapshot!(env.line("session prune --dry-run"), @"
    exit 0
    --- err
    Would prune 1 session
    S-PPG1W-7D8WK of anna (started at 2026-11-21T10:00:00Z)
    ");
    assert_snapshot!(env.line("session prune"), @"
    exit 0
    --- err
    Pruned 1 session
    S-PPG1W-7D8WK of anna (started at 2026-11-21T10:00:00Z)
    ");
    assert_eq!(env.json("session prune"), serde_json::json!([]));
    assert_eq!(env.json("session list --stale"), serde_json::json!([]));
    assert_eq!(error(&env, &format!("session touch {session}"))["reason"], "stale");
    assert_snapshot!(env.line("session list --all"), @"
    exit 0
    --- out
    SERIAL         LICENSE        USER  HOST  STARTED               LAST SEEN             UNTIL                 STATE
    S-PPG1W-7D8WK  L-XY9KB-PT3MW  anna  -     2026-11-21T10:00:00Z  2026-11-21T10:01:29Z  2026-11-21T10:02:59Z  ended
    S-3A4DD-X7N33  L-XY9KB-PT3MW  bo    -     2026-11-21T10:02:59Z  2026-11-21T10:02:59Z  2026-11-21T10:17:59Z  live
    ");
    assert_snapshot!(env.line(&format!("session show {}", &session[..7])), @"
    exit 0
    --- out
    serial        S-PPG1W-7D8WK
    state         ended
    license       L-XY9KB-PT3MW
    customer      nordwind
    user          anna
    host          -
    started       2026-11-21T10:00:00Z
    last seen     2026-11-21T10:01:29Z
    time to live  90s
    expires       2026-11-21T10:02:59Z
    ended         2026-11-21T10:02:59Z
    reason        stale
    ");
}

#[test]
fn an_administrator_ends_a_session_with_notice() {
    let env = pool("--seats 1");
    let session = start(&env, "--user anna");
    env.at("2026-11-21T10:10:00Z");
    assert_snapshot!(env.ok(&["session", "end", &session, "--after", "2min", "--reason", "the seat is needed"]), @"
    exit 0
    --- err
    Session S-PPG1W-7D8WK of user anna ends at 2026-11-21T10:12:00Z
    ");
    env.at("2026-11-21T10:11:00Z");
    assert_snapshot!(env.line(&format!("session touch {session}")), @"
    exit 0
    --- err
    Session S-PPG1W-7D8WK is live until 2026-11-21T10:12:00Z
    warning: session S-PPG1W-7D8WK ends at 2026-11-21T10:12:00Z: the seat is needed
    ");
    env.refused("session start ref:R --user bo", 1, "no_seat");
    // The end can move to an earlier instant, not to a later one.
    env.refused(&format!("session end {session} --after 5min"), 1, "wrong_state");
    env.line(&format!("session end {session} --after 30s --reason now")).assert(0);
    env.at("2026-11-21T10:11:30Z");
    assert_snapshot!(env.refused(&format!("session touch {session}"), 1, "wrong_state"), @"session S-PPG1W-7D8WK ended at 2026-11-21T10:11:30Z: now | start a new session");
    assert_eq!(error(&env, &format!("session touch {session}"))["reason"], "now");
    start(&env, "--user bo");
    assert_eq!(env.json(&format!("session show {session}"))["state"], "ended");
}

#[test]
fn the_hosts_of_a_user_are_limited() {
    let env = pool("--model named --seats 9 --users anna,bo --hosts-per-user 2");
    assert_snapshot!(env.refused("session start ref:R --user anna", 2, "usage"), @"license L-XY9KB-PT3MW allows 2 computers for each user, and the session names no computer | name the computer: --host NAME");
    let first = start(&env, "--user anna --host Tower");
    start(&env, "--user anna --host TOWER");
    start(&env, "--user anna --host laptop");
    assert_snapshot!(env.refused("session start ref:R --user anna --host home", 1, "host_limit"), @"user anna already works at Tower, laptop, and license L-XY9KB-PT3MW allows 2 computers for each user | end all sessions of the user at one computer first: S-PPG1W-7D8WK of anna at Tower (started at 2026-11-21T10:00:00Z); S-3A4DD-X7N33 of anna at TOWER (started at 2026-11-21T10:00:00Z); S-RSZ7S-5AKX8 of anna at laptop (started at 2026-11-21T10:00:00Z)");
    let refused = error(&env, "session start ref:R --user anna --host home");
    assert_eq!(
        (&refused["hosts"], refused["holders"].as_array().map(Vec::len)),
        (&serde_json::json!(["Tower", "laptop"]), Some(3))
    );
    start(&env, "--user bo --host home");
    env.line(&format!("session end {first}")).assert(0);
    env.refused("session start ref:R --user anna --host home", 1, "host_limit");
    env.at("2026-11-21T10:20:00Z");
    start(&env, "--user anna --host home");
}

#[test]
fn only_permitted_users_start_sessions() {
    let env = pool("--model named --seats 2 --users anna");
    let issue = |reference: &str, more: &str| {
        env.line(&format!(
            "license issue --customer nordwind --product other --reference {reference} {more}"
        ))
        .assert(0);
    };
    issue("PARKED", "");
    issue("DEVICE", "--model device --unbound");
    issue("LATER", "--starts 2026-12-01 --unbound");
    issue("NORTH", "--company north --unbound");
    for (line, status, code) in [
        ("ref:R --user bo", 1, "not_assigned"),
        ("ref:R --user unknown", 3, "not_found"),
        ("ref:NONE --user anna", 3, "not_found"),
        ("ref:PARKED --user anna", 1, "not_placed"),
        ("ref:DEVICE --user anna", 1, "wrong_kind"),
        ("ref:LATER --user anna", 1, "wrong_state"),
        ("ref:NORTH --user bo", 1, "not_assigned"),
        ("ref:R", 2, "usage"),
        ("ref:R --user anna --ttl 5", 2, "usage"),
        ("ref:R --user anna --ttl 0s", 2, "usage"),
        ("ref:R --user anna --ttl 2y", 2, "usage"),
        ("ref:R --user anna --ttl 15m", 2, "usage"),
        ("ref:R --user anna --host a\u{7}b", 2, "usage"),
    ] {
        let message = env.refused(&format!("session start {line}"), status, code);
        assert!(!message.ends_with(" | "), "{line} has no hint: {message}");
    }
    assert_snapshot!(env.refused("session start ref:NORTH --user bo", 1, "not_assigned"), @"license L-4G21X-9AF78 belongs to company north, and user bo does not belong to the company | `licentia user edit nordwind bo --company north` adds the user to the company");
    env.line("session start ref:NORTH --user anna").assert(0);
    for (line, status, code) in [
        ("session touch S-11111-11112", 2, "usage"),
        ("session end L-11111-11113", 2, "usage"),
        ("session show S-0000", 3, "not_found"),
        ("session touch S-0000", 2, "usage"),
        ("session list --customer unknown", 3, "not_found"),
        ("session list --license ref:NONE", 3, "not_found"),
    ] {
        env.refused(line, status, code);
    }
    env.at("2027-01-01T00:00:00Z");
    env.line("license extend ref:R --by 1y").assert(1);
    env.line("session start ref:LATER --user anna").assert(0);
}

#[test]
fn fewer_seats_than_live_sessions_are_refused() {
    let env = pool("--seats 3");
    for user in ["anna", "bo"] {
        start(&env, &format!("--user {user}"));
    }
    assert_snapshot!(env.refused("license edit ref:R --seats 1", 1, "no_seat"), @"license L-XY9KB-PT3MW has 2 live sessions, and only 1 seat would remain for sessions | `licentia session list --license L-XY9KB-PT3MW` shows the sessions; end some of them first");
    env.refused("license edit ref:R --model device", 1, "in_use");
    env.line("license edit ref:R --seats 2").assert(0);
    env.at("2026-11-21T11:00:00Z");
    env.line("license edit ref:R --seats 1").assert(0);
}

#[test]
fn removing_a_user_ends_sessions_and_frees_seats() {
    let env = pool("--model named --seats 2 --users anna,bo");
    env.line(
        "license issue --customer nordwind --product work-management --users bo --reference \
        F --unbound",
    )
    .assert(0);
    env.line(
        "license issue --customer nordwind --product work-management --reference ALL --unbound",
    )
    .assert(0);
    let named = start(&env, "--user bo");
    let open = env.json("session start ref:ALL --user bo")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    let before = env.everything();
    assert_snapshot!(env.line("user remove nordwind bo --dry-run"), @"
    exit 0
    --- err
    Would remove user bo of customer nordwind
    user bo of customer nordwind, added 2026-11-21T10:00:00Z
    license L-XY9KB-PT3MW: other for nordwind, 2 named seats, delivered
      no longer assigned: bo
      ends session S-PPG1W-7D8WK of bo (started at 2026-11-21T10:00:00Z)
    license L-A3MVS-A9VF2: work-management for nordwind, 1 floating seat, delivered
      no longer assigned: bo
      no user remains assigned: open to all users of customer nordwind
    license L-RMJGF-B86A5: work-management for nordwind, 1 floating seat, delivered
      ends session S-3A4DD-X7N33 of bo (started at 2026-11-21T10:00:00Z)
    ");
    env.refused("user remove nordwind bo", 2, "needs_answer");
    assert_eq!(env.everything(), before);
    env.types(&["y"]);
    assert_snapshot!(env.line("user remove nordwind bo --out-dir new"), @"
    exit 0
    --- err
    user bo of customer nordwind, added 2026-11-21T10:00:00Z
    license L-XY9KB-PT3MW: other for nordwind, 2 named seats, delivered
      no longer assigned: bo
      ends session S-PPG1W-7D8WK of bo (started at 2026-11-21T10:00:00Z)
    license L-A3MVS-A9VF2: work-management for nordwind, 1 floating seat, delivered
      no longer assigned: bo
      no user remains assigned: open to all users of customer nordwind
    license L-RMJGF-B86A5: work-management for nordwind, 1 floating seat, delivered
      ends session S-3A4DD-X7N33 of bo (started at 2026-11-21T10:00:00Z)
    Removed user bo of customer nordwind
    license L-XY9KB-PT3MW: other for nordwind, 2 named seats, delivered
      no longer assigned: bo
      ends session S-PPG1W-7D8WK of bo (started at 2026-11-21T10:00:00Z)
    license L-A3MVS-A9VF2: work-management for nordwind, 1 floating seat, delivered
      no longer assigned: bo
      no user remains assigned: open to all users of customer nordwind
    license L-RMJGF-B86A5: work-management for nordwind, 1 floating seat, delivered
      ends session S-3A4DD-X7N33 of bo (started at 2026-11-21T10:00:00Z)
    Status lists that are published on 2026-12-21 or later mark the older files as invalid
    Wrote new/L-XY9KB-PT3MW.lic
    ");
    for session in [named, open] {
        assert!(
            env.refused(&format!("session touch {session}"), 1, "wrong_state").contains("removed")
        );
        assert_eq!(env.json(&format!("session show {session}"))["user"], "bo");
    }
    let license = env.json("license show ref:R");
    assert_eq!(
        (&license["users"], &license["revision"], &license["free"]),
        (&serde_json::json!(["anna"]), &2.into(), &1.into())
    );
    let serial = license["serial"].as_str().expect("a serial");
    let checked = env.json(&format!("license check new/{serial}.lic"));
    assert_eq!(checked["valid"], true);
    // A new user with the same username has no sessions and no seat.
    env.line("user add nordwind bo").assert(0);
    assert_eq!(env.json("session list --user bo"), serde_json::json!([]));
    env.refused("session start ref:R --user bo", 1, "not_assigned");
    env.line("audit verify").assert(0);
}

#[test]
fn a_stale_session_of_a_removed_user_is_listed_with_the_username() {
    let env = pool("--seats 2");
    let stale = start(&env, "--user bo");
    env.at("2026-11-21T11:00:00Z");
    env.line("user remove nordwind bo --yes").assert(0);
    let listed = |line: &str| {
        env.json(line)
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| it["serial"].clone())
            .collect::<Vec<_>>()
    };
    for line in [
        "session list",
        "session list --user bo",
        "session list --user BO --stale",
        "session list --user bo --all",
    ] {
        assert_eq!(listed(line), [stale.as_str()], "{line}");
    }
    env.line("session prune").assert(0);
    assert_eq!(listed("session list --user bo"), [""; 0]);
    assert_eq!(listed("session list --user bo --all"), [stale.as_str()]);
}

#[test]
fn a_user_without_permission_holds_no_seat() {
    let env = pool("--seats 3 --term 1y");
    let ends = |session: &str, reason: &str| {
        let shown = env.json(&format!("session show {session}"));
        assert_eq!(
            (&shown["state"], &shown["reason"]),
            (&"ended".into(), &reason.into()),
            "{shown}"
        );
    };
    // Without assigned users, the license is open to all users.
    let anna = start(&env, "--user anna --ttl 30d");
    let bo = start(&env, "--user bo --ttl 30d");
    let output = env.line("assignment add ref:R bo").assert(0);
    assert!(output.err.contains(&format!("Sessions that end: {anna}")), "{output}");
    ends(&anna, "unassigned");
    env.line(&format!("session touch {bo}")).assert(0);
    env.line("assignment remove ref:R bo").assert(0);
    // With a company, only its users have seats.
    assert_eq!(
        env.json("license edit ref:R --company north")["sessions"],
        0,
        "the answer counts the remaining sessions"
    );
    ends(&bo, "unassigned");
    let anna = start(&env, "--user anna --ttl 30d");
    env.line("user edit nordwind anna --company none").assert(0);
    ends(&anna, "unassigned");
    env.line("license edit ref:R --company none").assert(0);
    // License models, and licenses that have ended or not begun.
    let bo = start(&env, "--user bo --ttl 30d");
    env.line("license edit ref:R --model named").assert(0);
    ends(&bo, "unassigned");
    env.line("license edit ref:R --model floating").assert(0);
    let bo = start(&env, "--user bo --ttl 30d");
    env.at("2026-11-25T10:00:00Z");
    env.line("license edit ref:R --ends 2026-11-23").assert(0);
    ends(&bo, "not in force");
    env.line("license extend ref:R --by 1y").assert(0);
    let bo = start(&env, "--user bo --ttl 30d");
    let next = env.json("license replace ref:R --starts 2027-01-01");
    ends(&bo, "not in force");
    assert_eq!(next["sessions"], 0);
    env.line("audit verify").assert(0);
}

#[test]
fn after_a_clock_set_back_the_oldest_sessions_keep_their_seats() {
    let env = pool("--seats 1");
    let late = {
        let first = start(&env, "--user anna");
        env.at("2026-11-21T11:00:00Z");
        let second = start(&env, "--user bo");
        env.at("2026-11-21T10:10:00Z");
        env.line(&format!("session touch {first}")).assert(0);
        second
    };
    assert_eq!(error(&env, &format!("session touch {late}"))["code"], "no_seat");
    // An edit that removes no seat succeeds, although more sessions than seats are live.
    env.line("license edit ref:R --seats 1 --grace 3d").assert(0);
    env.line("license edit ref:R --seats 2").assert(0);
}

#[test]
fn after_a_clock_set_back_the_oldest_sessions_continue_under_a_successor() {
    let env = pool("--seats 1");
    let first = start(&env, "--user anna");
    env.at("2026-11-21T11:00:00Z");
    let second = start(&env, "--user bo");
    env.at("2026-11-21T10:10:00Z");
    env.line("license replace ref:R --yes").assert(0);
    let successor = env.text("SELECT serial FROM license WHERE replaces IS NOT NULL");
    let shown = |serial: &str| env.json(&format!("session show {serial}"));
    assert_eq!(
        (&shown(&first)["license"], &shown(&first)["state"]),
        (&successor.into(), &"live".into())
    );
    assert_eq!(
        (&shown(&second)["state"], &shown(&second)["reason"]),
        (&"ended".into(), &"no seat".into())
    );
}

#[test]
fn a_new_limit_of_hosts_applies_to_later_sessions() {
    let env = pool("--model named --seats 9 --users anna");
    let first = start(&env, "--user anna --host A");
    let second = start(&env, "--user anna --host B");
    let third = start(&env, "--user anna");
    env.line("license edit ref:R --hosts-per-user 1").assert(0);
    env.line(&format!("session touch {first}")).assert(0);
    assert_eq!(error(&env, &format!("session touch {second}"))["code"], "host_limit");
    env.refused(&format!("session touch {third}"), 2, "usage");
    assert_eq!(
        error(&env, "session start ref:R --user anna --host B")["hosts"],
        serde_json::json!(["A", "B", "unknown"])
    );
}

#[test]
fn a_planned_end_keeps_its_reason() {
    let env = pool("--seats 2");
    let session = start(&env, "--user anna --ttl 90s");
    env.ok(&["session", "end", &session, "--after", "2h", "--reason", "maintenance"]);
    env.at("2026-11-21T10:05:00Z");
    let refused = error(&env, &format!("session touch {session}"));
    assert_eq!(refused["reason"], "maintenance");
    assert!(
        refused["message"].as_str().is_some_and(
            |message| message.contains("became stale") && message.contains("maintenance")
        )
    );
    env.line("session prune").assert(0);
    let pruned = env.json(&format!("session show {session}"));
    assert_eq!(
        (&pruned["reason"], &pruned["ended_at"]),
        (&"maintenance".into(), &"2026-11-21T10:01:30Z".into())
    );
    // A stale session ends at once.
    let session = start(&env, "--user anna --ttl 90s");
    env.at("2026-11-21T10:10:00Z");
    assert_eq!(
        env.json(&format!("session end {session} --after 2min"))["ended_at"],
        "2026-11-21T10:10:00Z"
    );
}

#[test]
fn a_touch_does_not_cancel_a_confirmation() {
    let env = pool("--seats 2");
    let session = start(&env, "--user anna");
    let home = env.path("");
    let touch =
        vec!["session".to_owned(), "touch".to_owned(), session.clone(), "--quiet".to_owned()];
    env.person(move |_| {
        let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
        let ran = other
            .args(&touch)
            .current_dir(&home)
            .env_clear()
            .env("LICENTIA_NOW", "2026-11-21T10:05:00Z")
            .status();
        assert!(ran.expect("started").success());
        "y".into()
    });
    env.line("license revoke ref:R --reason fraud").assert(0);
    // A session that starts during the confirmation was not shown, so that the confirmation does
    // not count.
    env.line("license issue --customer nordwind --product other --seats 2 --reference S --unbound")
        .assert(0);
    let home = env.path("");
    env.person(move |_| {
        let mut other = std::process::Command::new(env!("CARGO_BIN_EXE_licentia"));
        let start = ["session", "start", "ref:S", "--user", "bo", "--quiet"];
        let ran = other
            .args(start)
            .current_dir(&home)
            .env_clear()
            .env("LICENTIA_NOW", "2026-11-21T10:05:00Z")
            .status();
        assert!(ran.expect("started").success());
        "y".into()
    });
    env.refused("license revoke ref:S --reason fraud", 1, "changed_meanwhile");
}
