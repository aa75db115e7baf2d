//! A person has examined a record that was edited in the database, and vouches for it with a key
//! without limits. The ordinary commands work again on the record.

use serde_json::{Value, json};

use crate::env::home::HomeWithContainers;

/// Returns a home with a license that is not delivered, one in a container, an unbound one, an
/// ended one, a ticket, a grant and a policy.
fn home() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    home.issue("PARKED", "--seats 5 --term 1y");
    home.issue("PLACED", "--seats 5 --term 1y --container @K");
    home.issue("UNBOUND", "--seats 5 --term 1y --unbound");
    home.issue("TRIAL", "--edition trial --term 10d --container @K");
    home.issue("ENDED", "--seats 5 --term 1y");
    for line in [
        "license revoke ref:ENDED --reason fraud --yes",
        "ticket create --license ref:PARKED --unbound-allowed --reference T",
        "recovery grant ref:PARKED --reason goodwill",
        "recovery policy work-management --any-initial 1",
        "container create --customer nordwind --kind cloud --reference N --out n.cred",
        "container block @N --reason lost",
    ] {
        home.line(line).assert(0);
    }
    home
}

/// Accepts a record with --yes, and returns the answer.
fn accepted(home: &HomeWithContainers, subject: &str) -> Value {
    let dry = home.json(&format!("doctor --accept {subject} --reason seen --dry-run --yes"));
    assert_eq!(dry["accepted"], json!(true));
    let answer = home.json(&format!("doctor --accept {subject} --reason seen --yes"));
    assert_eq!(answer["differences"], dry["differences"]);
    let again = home.json(&format!("doctor --accept {subject} --reason seen --yes"));
    assert_eq!(again["accepted"], json!(false), "{again}");
    answer
}

fn differences(answer: &Value) -> Vec<(String, Value, Value)> {
    let all = answer["differences"].as_array().expect("a list").iter();
    let mut all: Vec<_> = all
        .map(|it| {
            let member = it["member"].as_str().expect("a member").to_owned();
            (member, it["database"].clone(), it["stated"].clone())
        })
        .collect();
    all.dedup();
    all
}

#[test]
fn the_accepted_values_of_a_license_are_its_next_revision() {
    for reference in ["PARKED", "PLACED", "UNBOUND"] {
        let home = home();
        let serial = home.serial(reference);
        let before = home.json(&format!("license show {serial}"));
        let sql =
            |days| format!("UPDATE license SET grace_days = {days} WHERE serial = '{serial}'");
        for with_entry in [false, true] {
            if with_entry {
                home.env.forge(&sql(12), "license", &serial, &json!({"grace_days": 12}));
            } else {
                home.env.sql_without_triggers(&sql(9));
            }
            home.refused(&format!("license extend {serial} --by 1y"), 4, "tampered");
            let answer = accepted(&home, &serial);
            if !with_entry {
                let found = differences(&answer);
                assert!(
                    found.contains(&("grace_days".to_owned(), json!(9), json!(0))),
                    "{found:?}"
                );
            }
            home.line(&format!("license extend {serial} --by 1y")).assert(0);
        }
        let after = home.json(&format!("license show {serial}"));
        let revision = |license: &Value| license["revision"].as_u64().expect("a revision");
        assert_eq!(revision(&after), revision(&before) + 4);
        if reference != "PARKED" {
            home.line(&format!("license export {serial} --out-dir out")).assert(0);
        }
        home.line("audit verify").assert(0);
        let entry = &home.json("audit list --action doctor.accept")[0];
        assert_eq!(entry["signed_by"], json!(["commercial"]));
        assert_eq!(entry["detail"]["reason"], json!("seen"));
        assert_eq!(entry["detail"]["accepted"][0]["database"], json!(9));
        // Another edit is found again.
        home.env.sql_without_triggers(&sql(13));
        home.refused(&format!("license extend {serial} --by 1y"), 4, "tampered");
    }
}

#[test]
fn activations_of_a_license_are_accepted_with_it() {
    let home = home();
    let serial = home.serial("PLACED");
    home.env.sql_without_triggers(&format!(
        "UPDATE activation SET seats = 3
         WHERE license_id = (SELECT id FROM license WHERE serial = '{serial}')"
    ));
    let answer = accepted(&home, &serial);
    assert!(differences(&answer).contains(&("seats".to_owned(), json!(3), json!(5))), "{answer}");
    home.line(&format!("license activate {serial} --container @K")).assert(0);
    home.line(&format!("license export {serial} --out-dir out")).assert(0);
}

#[test]
fn a_trial_license_is_accepted_with_the_keys_of_both_editions() {
    let home = home();
    let serial = home.serial("TRIAL");
    home.env.sql_without_triggers(&format!(
        "UPDATE license SET grace_days = 9 WHERE serial = '{serial}'"
    ));
    accepted(&home, &serial);
    let entry = &home.json("audit list --action doctor.accept")[0];
    assert_eq!(entry["signed_by"], json!(["commercial", "trial"]));
    home.line(&format!("license edit {serial} --grace 1d")).assert(0);
}

#[test]
fn an_ended_license_stays_ended_and_keeps_its_terms() {
    let home = home();
    let serial = home.serial("ENDED");
    let sql = format!("UPDATE license SET reason = 'x' WHERE serial = '{serial}'");
    home.env.sql_without_triggers(&sql);
    let answer = accepted(&home, &serial);
    assert_eq!(differences(&answer), [("reason".to_owned(), json!("x"), json!("fraud"))]);
    let license = home.json(&format!("license show {serial}"));
    assert_eq!((&license["state"], &license["revision"]), (&json!("revoked"), &json!(1)));
}

#[test]
fn other_records_are_accepted_and_used_again() {
    let home = home();
    let (license, container) = (home.serial("PARKED"), home.serial("N"));
    let ticket = home.env.text("SELECT serial FROM ticket");
    home.env.sql_without_triggers(&format!(
        "UPDATE ticket SET uses = 9;
         UPDATE recovery_grant SET count = 7;
         UPDATE product SET recovery = replace(recovery, '1', '9') WHERE code = 'work-management';
         UPDATE container SET blocked = NULL, block_reason = NULL, blocked_at = NULL,
                              block_enforced_at = NULL WHERE serial = '{container}'"
    ));
    for (subject, member, database, stated) in [
        (ticket.as_str(), "uses", json!(9), json!(1)),
        ("grant:1", "count", json!(7), json!(1)),
        (container.as_str(), "blocked", json!(null), json!("blocked")),
    ] {
        let answer = accepted(&home, subject);
        let found = differences(&answer);
        assert!(found.contains(&(member.to_owned(), database, stated)), "{found:?}");
    }
    let answer = accepted(&home, "product:work-management");
    assert_eq!(differences(&answer)[0].0, "recovery");
    home.line(&format!("license activate {license} --container {container}")).assert(0);
    home.line(&format!("recovery grant {license} --reason more")).assert(0);
    home.line("audit verify").assert(0);
    let subjects: Vec<Value> = home
        .json("audit list --action doctor.accept")
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| entry["subject"].clone())
        .collect();
    let expected = [&ticket, &license, &container, "work-management"].map(|it| json!(it));
    assert_eq!(subjects, expected);
}

/// A thief of a revoked key can have written its entries, so a person must vouch for the license.
#[test]
fn a_license_that_only_a_revoked_key_signed_is_accepted() {
    let home = home();
    home.line("key create old --edition commercial").assert(0);
    home.issue("OLD", "--seats 5 --term 1y --key old");
    home.line("key revoke old --reason stolen --yes").assert(0);
    home.refused("license extend ref:OLD --by 1y", 1, "wrong_state");
    let answer = accepted(&home, &home.serial("OLD"));
    assert_eq!(answer["differences"], json!([]));
    assert!(answer["problem"].as_str().is_some_and(|text| text.contains("is revoked")));
    home.line("license extend ref:OLD --by 1y").assert(0);
}

#[test]
fn an_acceptance_needs_an_answer_a_reason_and_a_key_without_limits() {
    let home = home();
    let serial = home.serial("PARKED");
    home.line("key create ci --edition commercial --max-seats 500").assert(0);
    home.env.sql_without_triggers(&format!(
        "UPDATE license SET grace_days = 9 WHERE serial = '{serial}'"
    ));
    let before = home.env.everything();
    let accept = format!("doctor --accept {serial} --reason seen");
    home.refused(&accept, 2, "needs_answer");
    home.refused(&format!("doctor --accept {serial}"), 2, "usage");
    home.refused(&format!("{accept} --yes --key ci"), 1, "out_of_scope");
    home.refused(&format!("{accept} --yes --key trial"), 1, "edition_mismatch");
    home.refused("doctor --accept L-7K3MQ-9X2D9 --reason x --yes", 3, "not_found");
    home.refused("doctor --accept grant:99 --reason x --yes", 3, "not_found");
    for subject in ["user:1", "grant:x", "work-management", "commercial"] {
        let message = home.refused(&format!("doctor --accept {subject} --reason x"), 2, "usage");
        assert!(message.contains("product:CODE"), "{message}");
    }
    assert_eq!(home.env.everything(), before);
    home.env.types(&["n"]);
    home.refused(&accept, 1, "declined");
    home.env.types(&["y"]);
    let ran = home.line(&accept).assert(0);
    assert!(ran.err.contains("grace_days is 9 in the database, and 0 in entry"), "{ran}");
}
