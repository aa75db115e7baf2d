//! `ticket`: codes with a limited number of uses, and the record of failed attempts.

use serde_json::Value;

use crate::env::TestEnvironment;

/// Creates a home with three licenses of nordwind and one of sued, not delivered.
fn env() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add sued --name Süd").assert(0);
    for (customer, reference) in
        [("nordwind", "A"), ("nordwind", "B"), ("nordwind", "C"), ("sued", "S")]
    {
        let line = format!(
            "license issue --customer {customer} --product work-management --seats 5 --reference \
             {reference}"
        );
        env.line(&line).assert(0);
    }
    env
}

fn code(ticket: &Value) -> String {
    ticket["code"].as_str().unwrap_or_else(|| panic!("no code in {ticket}")).to_owned()
}

fn state(env: &TestEnvironment, reference: &str) -> String {
    env.json(&format!("license show ref:{reference}"))["state"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_code_is_shown_once_and_activates_all_its_licenses() {
    let env = env();
    let ran = env
        .line(
            "ticket create --license ref:A --license ref:B --unbound-allowed --expires \
            2027-01-01 --uses 1",
        )
        .assert(0);
    insta::assert_snapshot!(ran, @"
    exit 0
    --- out
    WSBTJ-HMGV7-EXPSQ-PRE0W-RAA52
    --- err
    Created ticket T-X4VD0-AM2H1: 2 licenses of customer nordwind (L-XY9KB-PT3MW, L-A3MVS-A9VF2), 1 use, expires at 2027-01-01T00:00:00Z
    The code is shown only once
    ");
    let code = ran.text().trim().to_owned();
    assert!(
        code.replace('-', "").len() >= 20
            && code.chars().all(|c| "0123456789ABCDEFGHJKMNPQRSTVWXYZ-".contains(c))
    );
    let shown = env.line("ticket list --json").assert(0);
    let serial = shown.json()[0]["serial"].as_str().expect("a serial").to_owned();
    insta::assert_snapshot!(env.line(&format!("ticket show {}", &serial[..6])), @"
    exit 0
    --- out
    serial     T-X4VD0-AM2H1
    state      open
    customer   nordwind
    licenses   L-XY9KB-PT3MW, L-A3MVS-A9VF2
    used       0 of 1
    unbound    allowed
    expires    2027-01-01T00:00:00Z
    reference  -
    created    2026-11-21T10:00:00Z
    ");
    insta::assert_snapshot!(env.line(&format!("ticket redeem {code} --unbound --out-dir out --dry-run")), @"
    exit 0
    --- err
    Would redeem ticket T-X4VD0-AM2H1 (use 1 of 1)
    license L-XY9KB-PT3MW: work-management for nordwind, 5 floating seats
    license L-A3MVS-A9VF2: work-management for nordwind, 5 floating seats
    ");
    assert_eq!(state(&env, "A"), "parked");
    // Letter case, dashes and spaces do not matter.
    env.input(format!("{}\n", code.to_lowercase().replace('-', " ")).as_bytes());
    insta::assert_snapshot!(env.line("ticket redeem - --unbound --out-dir out"), @"
    exit 0
    --- err
    Redeemed ticket T-X4VD0-AM2H1 (use 1 of 1)
    Activated license L-XY9KB-PT3MW (5 seats delivered unbound)
    Wrote out/L-XY9KB-PT3MW.lic
    Activated license L-A3MVS-A9VF2 (5 seats delivered unbound)
    Wrote out/L-A3MVS-A9VF2.lic
    ");
    assert_eq!(
        (state(&env, "A"), state(&env, "B"), state(&env, "C")),
        ("active".into(), "active".into(), "parked".into())
    );
    let files = std::fs::read_dir(env.path("out")).expect("the files").count();
    assert_eq!(files, 2);
    let again =
        env.refused(&format!("ticket redeem {code} --unbound --out-dir out"), 1, "wrong_state");
    assert!(again.contains("is used up (1 of 1)") && again.contains("license export"), "{again}");
    insta::assert_snapshot!(env.line("ticket list"), @"
    exit 0
    --- out
    SERIAL         CUSTOMER  LICENSES                      USED    EXPIRES               STATE
    T-X4VD0-AM2H1  nordwind  L-XY9KB-PT3MW, L-A3MVS-A9VF2  1 of 1  2027-01-01T00:00:00Z  used
    ");
}

#[test]
fn failed_attempts_are_recorded_without_their_code() {
    let env = env();
    let used = code(&env.json("ticket create --license ref:A --unbound-allowed"));
    env.line(&format!("ticket redeem {used} --unbound")).assert(0);
    let expired =
        code(&env.json("ticket create --license ref:B --unbound-allowed --expires 2026-12-01"));
    let cancelled = env.json("ticket create --license ref:B --unbound-allowed");
    env.line(&format!("ticket cancel {}", cancelled["serial"].as_str().unwrap_or_default()))
        .assert(0);
    let reissued = env.json("ticket create --license ref:B --unbound-allowed");
    let serial = reissued["serial"].as_str().expect("a serial").to_owned();
    let fresh = code(&env.json(&format!("ticket reissue {serial}")));
    let mut mistyped = fresh.clone().into_bytes();
    mistyped[0] = if mistyped[0] == b'7' { b'8' } else { b'7' };
    let mistyped = String::from_utf8(mistyped).expect("text");
    env.at("2026-12-01T00:00:00Z");
    let entries =
        || env.json("audit list --action ticket.refuse").as_array().expect("a list").len();
    let tries = [
        (used.as_str(), 1, "wrong_state"),
        (&expired, 1, "wrong_state"),
        (&code(&cancelled), 1, "wrong_state"),
        (&code(&reissued), 3, "not_found"),
        (&mistyped, 2, "usage"),
        ("ABCDE", 2, "usage"),
    ];
    for (place, (typed, status, why)) in tries.into_iter().enumerate() {
        let before = env.everything();
        let message = env.refused(
            &format!("ticket redeem {typed} --unbound --out-dir out --dry-run"),
            status,
            why,
        );
        assert_eq!(env.everything(), before, "a dry run writes nothing");
        assert_eq!(
            env.refused(&format!("ticket redeem {typed} --unbound --out-dir out"), status, why),
            message
        );
        assert_eq!(entries(), place + 1, "{typed}");
        assert!(!message.contains(typed), "{message}");
    }
    // No code is in the database or in an output, with or without its dashes.
    let everything = env.everything()
        + &env.line("audit list --json").text()
        + &env.line("ticket list --all --json").text();
    for secret in [&used, &expired, &code(&cancelled), &code(&reissued), &fresh, &mistyped] {
        assert!(
            !everything.contains(secret.as_str()) && !everything.contains(&secret.replace('-', ""))
        );
    }
    assert_eq!(state(&env, "B"), "parked");
    env.line("audit verify").assert(0);
    env.line(&format!("ticket redeem {fresh} --unbound")).assert(0);
}

#[test]
fn the_licenses_of_a_ticket_are_checked() {
    let env = env();
    let serial =
        env.json("ticket create --license ref:A")["serial"].as_str().expect("a serial").to_owned();
    let code = code(&env.json(&format!("ticket reissue {serial}")));
    let before = env.everything();
    for (line, status, why, says) in [
        (
            "ticket create --license ref:A,ref:S",
            1,
            "wrong_customer",
            "all licenses of a ticket must belong to one customer",
        ),
        ("ticket create --license ref:A ref:A", 2, "usage", "named twice"),
        ("ticket create --license ref:A --license ref:A --each", 2, "usage", "named twice"),
        (
            "ticket create --license ref:A --expires 2026-11-21",
            2,
            "usage",
            "the end of the ticket is in the past",
        ),
        ("ticket create --license ref:A --uses 0", 2, "usage", "not a valid number"),
        ("ticket create --license ref:NO", 3, "not_found", "ref"),
        ("ticket create --license ref:A --each --reference R", 2, "usage", "--each"),
        ("ticket create", 2, "usage", "--license"),
        ("ticket show T-00000", 3, "not_found", "ticket list"),
        ("ticket show L-00000", 2, "usage", "not the serial of a ticket"),
        ("ticket cancel T-0000", 2, "usage", "needs the complete serial"),
        ("ticket list --state parked", 2, "usage", "one of open, used, expired, cancelled"),
        (&format!("ticket redeem {code}"), 2, "usage", "--unbound"),
        (&format!("ticket redeem {code} --unbound"), 1, "wrong_kind", "into containers only"),
    ] {
        let message = env.refused(line, status, why);
        assert!(message.contains(says), "{line}: {message}");
    }
    assert_eq!(env.everything(), before);
    // A license that was ended gets no ticket. A ticket with a suspended license activates none of
    // its licenses.
    let open = self::code(&env.json("ticket create --license ref:B,ref:C --unbound-allowed"));
    env.line("license suspend ref:C").assert(0);
    env.refused(&format!("ticket redeem {open} --unbound"), 1, "wrong_state");
    assert_eq!(
        (state(&env, "B"), env.count("SELECT count(*) FROM activation")),
        ("parked".into(), 0),
        "all or none"
    );
    env.line("license reinstate ref:C").assert(0);
    env.line("license activate ref:B --unbound").assert(0);
    env.refused(&format!("ticket redeem {open} --unbound"), 1, "no_seat");
    env.line("license return ref:B --unbound").assert(0);
    env.line(&format!("ticket redeem {open} --unbound")).assert(0);
    env.line("license revoke ref:A --reason x --yes").assert(0);
    env.refused("ticket create --license ref:A", 1, "wrong_state");
}

/// Checks that an error does not repeat a code that was typed in the place of another value.
#[test]
fn no_error_repeats_a_code() {
    let env = env();
    let code = code(&env.json("ticket create --license ref:A"));
    let serial = env.json("ticket list")[0]["serial"].as_str().expect("a serial").to_owned();
    let plain = code.replace('-', "");
    for typed in [&code, &plain, &code.to_lowercase(), &format!("T{}", &code[1..])] {
        for line in [
            "ticket show C",
            "ticket cancel C",
            "ticket reissue C",
            "license show C",
            "ticket C",
            "ticket list C",
            "C",
            "ticket redeem --unbound=C",
            "ticket create --license C",
            "ticket redeem C --unbound --out-dir --force",
            "find --limit C x",
            "customer show C",
            "ticket redeem C --unbound --key C",
        ] {
            let line = line.replace('C', typed);
            for json in ["", " --json"] {
                let ran = env.line(&format!("{line}{json}"));
                let message = (ran.text() + &ran.err).to_uppercase().replace('-', "");
                assert!(!message.contains(&typed.to_uppercase().replace('-', "")), "{line}: {ran}");
            }
        }
    }
    // The JSON of a list of mistakes does not repeat the code, either.
    env.write("i.csv", format!("code,name,email\nx,y,{code}\n"));
    env.write("c.toml", format!("[product.\"{code}\"]\nkind = \"{code}\"\n"));
    for line in ["customer import i.csv --json", "product apply c.toml --yes --json"] {
        let ran = env.line(line);
        assert!(ran.status == 2 && !ran.err.contains(&code), "{line}: {ran}");
    }
    for gap in [" ", "\u{2013}"] {
        let ran = env.run(&["license", "list", "--customer", &code.replace('-', gap)]);
        assert!(ran.status == 2 && !ran.err.contains(&code[24..]), "{ran}");
    }
    assert!(
        env.refused(&format!("ticket redeem {serial} --unbound"), 2, "usage")
            .contains("the value is a serial")
    );
    assert!(
        env.refused(&format!("ticket show {code}"), 2, "usage").contains("too long to be a serial")
    );
    // Dashes and blanks from an e-mail are accepted.
    let mailed = format!("\u{feff}{}\u{a0}\n", code.replace('-', "\u{2013}"));
    env.input(mailed.as_bytes());
    env.refused("ticket redeem - --unbound", 1, "wrong_kind");
}

#[test]
fn a_reference_gives_no_second_code() {
    let env = env();
    let line = "ticket create --license ref:A --unbound-allowed --reference ORDER";
    let first = env.json(line);
    assert_eq!((first["created"].as_bool(), first["code"].is_string()), (Some(true), true));
    let before = env.everything();
    let again = env.line(&format!("{line} --json")).assert(0);
    let object = again.json();
    assert_eq!(
        (&object["serial"], object["created"].as_bool(), &object["code"]),
        (&first["serial"], Some(false), &Value::Null)
    );
    assert!(
        object["hint"].as_str().is_some_and(|hint| hint.contains("ticket reissue"))
            && again.err.contains("ticket reissue")
    );
    let message = env.refused(
        "ticket create --license ref:A --unbound-allowed --uses 1 --reference ORDER",
        1,
        "conflict",
    );
    assert!(
        message.contains("(different values: uses)") && message.contains("ticket show"),
        "{message}"
    );
    assert_eq!(env.everything(), before);
    env.line(&format!("ticket cancel {}", first["serial"].as_str().unwrap_or_default())).assert(0);
    env.refused(line, 1, "reference_ended");
    // The hint depends on the state: a used ticket gets no other code, and a license that was ended
    // gets no ticket.
    let used = env.json("ticket create --license ref:B,ref:C --unbound-allowed --reference USED");
    env.line(&format!("ticket redeem {} --unbound", code(&used))).assert(0);
    let again = env.json("ticket create --license ref:C,ref:B --unbound-allowed --reference USED");
    assert!(
        again["hint"]
            .as_str()
            .is_some_and(|hint| hint.contains("is used and cannot be given another code")),
        "{again}"
    );
    let open = env.json("ticket create --license ref:S --reference OPEN");
    env.line("license revoke ref:S --reason x --yes").assert(0);
    env.refused("ticket create --license ref:S --reference OPEN", 1, "reference_ended");
    env.refused(
        &format!("ticket reissue {}", open["serial"].as_str().unwrap_or_default()),
        1,
        "wrong_state",
    );
    // The columns of the CSV output do not depend on the answer.
    let head = |line: &str| {
        env.line(&format!("{line} --format csv"))
            .assert(0)
            .text()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let columns = head("ticket create --license ref:B --reference NEW");
    assert_eq!(columns, head("ticket create --license ref:B --reference NEW"));
    assert_eq!(columns, head("ticket create --license ref:B --dry-run"));
}

#[test]
fn tickets_have_several_uses_and_are_created_together() {
    let env = env();
    let twice = code(&env.json("ticket create --license ref:A --unbound-allowed --uses 2"));
    for used in 1..=2 {
        let redeemed = env.json(&format!("ticket redeem {twice} --unbound --out-dir out --force"));
        assert_eq!(
            (redeemed["used"].as_i64(), redeemed["activated"][0]["seats_placed"].as_i64()),
            (Some(used), Some(5))
        );
        assert!(
            redeemed["activated"][0]["file"]["path"]
                .as_str()
                .is_some_and(|path| path.starts_with("out/L-")),
            "{redeemed}"
        );
        env.line("license return ref:A --unbound").assert(0);
    }
    env.refused(&format!("ticket redeem {twice} --unbound"), 1, "wrong_state");
    let csv = env
        .line("ticket create --each --license ref:A,ref:B,ref:S --unbound-allowed --format csv")
        .assert(0);
    let lines: Vec<String> = csv.text().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("code,serial,customer,licenses,"));
    for line in &lines[1..] {
        let code = line.split(',').next().expect("a code");
        env.line(&format!("ticket redeem {code} --unbound")).assert(0);
    }
    assert_eq!(env.json("ticket list --customer sued").as_array().map(Vec::len), Some(1));
    assert_eq!(env.json("ticket list --license ref:A").as_array().map(Vec::len), Some(2));
    assert_eq!(env.json("ticket list --state used").as_array().map(Vec::len), Some(4));
    let all = env.json("ticket list");
    let after = all[1]["serial"].as_str().expect("a serial");
    assert_eq!(
        env.json(&format!("ticket list --after {after} --limit 1"))[0]["serial"],
        all[2]["serial"]
    );
    let would = env.json("ticket create --license ref:A --dry-run");
    assert_eq!(
        (&would["code"], would["dry_run"].as_bool(), &would["serial"]),
        (&Value::Null, Some(true), &Value::Null)
    );
}

#[test]
fn the_database_refuses_to_reset_a_ticket() {
    let env = env();
    let used = code(&env.json("ticket create --license ref:A --unbound-allowed"));
    env.line(&format!("ticket redeem {used} --unbound")).assert(0);
    let connection = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    for sql in [
        "UPDATE ticket SET used = 0",
        "UPDATE ticket SET used = 2",
        "UPDATE ticket SET uses = 5",
        "DELETE FROM ticket",
        "DELETE FROM ticket_license",
        "UPDATE ticket_license SET license_id = 2",
    ] {
        assert!(connection.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn a_ticket_must_end_within_the_calendar() {
    let env = env();
    insta::assert_snapshot!(env.refused("ticket create --license ref:A --expires 9999-12-31", 2, "usage"), @"--expires 9999-12-31 is after the end of the calendar | omit --expires for a ticket without an end");
    env.line("ticket create --license ref:A --expires 9999-12-30").assert(0);
}
