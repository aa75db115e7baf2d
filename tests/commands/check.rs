//! `check`: findings, and findings that no longer exist.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::env::home::HomeWithContainers;

fn codes(home: &HomeWithContainers, more: &str) -> Vec<String> {
    let ran = home.line(&format!("check --json{more}"));
    let items = ran.json()["items"].as_array().expect("items").clone();
    assert_eq!(ran.status, u8::from(!items.is_empty()), "{ran}");
    items.iter().map(|item| item["code"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn findings_are_reported_and_nothing_changes() {
    let home = HomeWithContainers::new();
    assert_snapshot!(home.line("check"), @"
    exit 0
    --- out
    no problems
    ");
    let report =
        |compared: bool| json!({"items": [], "further": 0, "compared": compared, "warnings": []});
    assert_eq!(home.json("check"), report(true));
    assert_eq!(home.json("check --quick"), report(false));
    home.issue("A", "--seats 1 --term 10d --unbound");
    home.issue("B", "--seats 1 --term 40d");
    home.issue("C", "--seats 1 --term 1y --unbound");
    home.line("license revoke ref:C --reason x --yes").assert(0);
    home.line("status publish --out 1.status").assert(0);
    assert_eq!(codes(&home, ""), ["ends_soon"]);
    assert_eq!(codes(&home, " --within 60d"), ["ends_soon", "ends_soon"]);
    assert_eq!(codes(&home, " --within 5d"), [""; 0]);
    home.line("license withdraw ref:A --reason x --yes").assert(0);
    assert_eq!(codes(&home, ""), ["unpublished"]);
    home.env.record_containers(
        "suspicion = '{\"why\":\"set_back\",\"seen\":1,\"at\":\"2026-11-21T10:00:00Z\"}'",
        &serde_json::json!({"suspicion": {"why":"set_back","seen":1,"at":"2026-11-21T10:00:00Z"}}),
        "reference = 'D'",
    );
    home.env.at("2026-12-15T10:00:00Z");
    let before = home.env.everything();
    let output = home.line("check --within 30d");
    assert_snapshot!(format!("{output}").replace(&home.serial("D"), "D").replace(&home.serial("B"), "B"), @"
    exit 1
    --- out
    status https://acme.example/licensing/status/1: 1 unpublished change; `licentia status publish --out-dir DIR --force` writes the status lists; then put them where applications get them (unpublished)
    status https://acme.example/licensing/status/1: the published list ends at 2026-12-21T10:00:00Z; `licentia status publish --out-dir DIR --force` writes the status lists; then put them where applications get them (stale_status, due 2026-12-21)
    container D: suspect since 2026-11-21T10:00:00Z: the receipt states counter 1, which is lower than the confirmed counter: the folder was restored from a backup or copied; when the cause is known: `licentia container resolve D --reason REASON` (suspect)
    license B: work-management for customer nordwind: last day 2026-12-30; `licentia license extend B --by 1y` extends the license (ends_soon)
    ");
    assert_eq!(home.env.everything(), before);
    let items = home.line("check --json").json()["items"].clone();
    let stale = items
        .as_array()
        .expect("items")
        .iter()
        .find(|item| item["code"] == "stale_status")
        .cloned()
        .unwrap_or(Value::Null);
    assert_eq!(
        (&stale["due_at"], &stale["kind"]),
        (&"2026-12-21T10:00:00Z".into(), &"status".into())
    );
    home.env.at("2026-12-22T10:00:00Z");
    assert!(home.line("check").text().contains("the published list ended at"));
    home.line("status publish --out 2.status").assert(0);
    home.line("container resolve @D --reason x").assert(0);
    assert_eq!(codes(&home, " --within 1d"), [""; 0]);
    // A status list that no application accepts counts as a missing list.
    home.line("key create other --edition commercial --no-passphrase").assert(0);
    home.line("status publish --key other --out 3.status").assert(0);
    home.line("key revoke other --reason x --yes").assert(0);
    assert_eq!(codes(&home, " --within 1d"), ["revoked_key"]);
    home.refused("check --within 1mo", 2, "usage");
}
