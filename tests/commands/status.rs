//! `status`: the entries of the lists, their publication, and their effect on applications.

use insta::assert_snapshot;
use licentia_runtime::{KeySet, StatusToken, Trust};
use serde_json::{Value, json};

use crate::env::computer::Computer;
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update, root};
use crate::env::text;

/// Reads a published list, as an application does.
fn read(home: &HomeWithContainers, file: &str) -> StatusToken {
    let keyset = home.line("key publish").text();
    let (pin, now) = (root(home), 1_830_000_000);
    let keys = KeySet::open(keyset.trim().as_bytes(), &Trust::new(&pin, now).allow_test())
        .expect("a key set");
    keys.status_list(home.env.read(file).as_bytes(), now).expect("a list")
}

/// Returns the code with which `verify` refuses a file with a list, or an empty text, and the
/// detail of the status check.
fn verdict(home: &HomeWithContainers, line: &str) -> (String, String) {
    let report = home.line(&format!("verify {line} --json")).json()[0].clone();
    let status = report["checks"]
        .as_array()
        .expect("checks")
        .iter()
        .find(|check| check["name"] == "status")
        .cloned()
        .unwrap_or_default();
    (text(&report["code"]), text(&status["detail"]))
}

#[test]
fn each_published_list_is_newer_and_matches_the_database() {
    let home = HomeWithContainers::new();
    // The first list exists before the first file.
    let empty = HomeWithContainers { env: crate::env::TestEnvironment::with_catalogue() };
    assert_snapshot!(empty.line("status list"), @"
    exit 0
    --- err
    no status lists; `licentia status publish --out-dir DIR --force` publishes the first
    ");
    assert_snapshot!(empty.line("status publish --dry-run"), @"
    exit 0
    --- err
    Would publish the first status list, which has no entries
    ");
    assert_snapshot!(empty.line("status publish --out 1.status"), @"
    exit 0
    --- err
    Published status list https://acme.example/licensing/status/1: 0 invalid, 0 suspended; 0 changes since the previous list
    Wrote 1.status
    ");
    assert_eq!(read(&empty, "1.status").entries().len(), 1_048_576);
    for name in ["A", "B", "C"] {
        home.issue(name, "--seats 2 --unbound --out-dir out");
    }
    home.line("status publish --out 1.status").assert(0);
    home.line("license suspend ref:A").assert(0);
    assert_snapshot!(home.line("license revoke ref:B --reason x --yes").err.replace(&home.serial("B"), "B"), @"
    Revoked license B
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    assert_snapshot!(home.line("status list").text(), @"
    LIST  URI                                      FILES  INVALID  SUSPENDED  PUBLISHED             EXPIRES               UNPUBLISHED  STATE
    1     https://acme.example/licensing/status/1  5      1        1          2026-11-21T10:00:00Z  2026-12-21T10:00:00Z  2            published
    ");
    let before = home.env.everything();
    assert_snapshot!(home.line("status publish --out 2.status --dry-run").err, @"Would publish status list https://acme.example/licensing/status/1: 1 invalid, 1 suspended; 2 changes since the previous list");
    assert_eq!(home.env.everything(), before);
    // A list that is published within the same second has a later instant, so that applications
    // accept it as newer.
    home.line("status publish --out 2.status").assert(0);
    home.line("license reinstate ref:A").assert(0);
    assert_snapshot!(home.line("status publish --out 3.status").err, @"
    Published status list https://acme.example/licensing/status/1: 1 invalid, 0 suspended; 1 change since the previous list
    Wrote 3.status
    ");
    let iats = ["1.status", "2.status", "3.status"].map(|file| read(&home, file).claims().iat);
    assert!(iats[0] < iats[1] && iats[1] < iats[2], "{iats:?}");
    let object = home.json("status list")[0].clone();
    assert_eq!(
        (&object["invalid"], &object["suspended"], &object["unpublished"], &object["state"]),
        (&1.into(), &0.into(), &0.into(), &"published".into())
    );
    let claims = read(&home, "3.status").claims().clone();
    assert_eq!(
        (claims.sub.as_str(), claims.exp.map(|exp| exp - claims.iat), claims.ttl),
        ("https://acme.example/licensing/status/1", Some(30 * 86_400), Some(86_400))
    );
    // Without `--out` the list is on standard output, and no file is overwritten.
    assert!(home.line("status publish").assert(0).text().starts_with("eyJ"));
    home.refused("status publish --out 3.status", 5, "would_overwrite");
    home.refused("status publish --out - --json", 2, "usage");
    home.refused("status publish --key trial", 1, "edition_mismatch");
    home.line("status publish --out-dir lists").assert(0);
    assert!(home.env.path("lists/1.status").exists());
    home.line("audit verify").assert(0);
    assert_eq!(home.json("audit list --action status.publish").as_array().map(Vec::len), Some(5));
}

#[test]
fn applications_refuse_licenses_by_a_list() {
    let home = HomeWithContainers::new();
    for name in ["A", "B", "C"] {
        home.issue(name, "--seats 2 --unbound --out-dir out");
    }
    let file = |name: &str| format!("out/{}.lic", home.serial(name));
    home.line("license suspend ref:B").assert(0);
    home.line("license withdraw ref:C --reason x --yes").assert(0);
    home.line("status publish --out 1.status").assert(0);
    let code = |line: String| verdict(&home, &line).0;
    assert_eq!(verdict(&home, &file("A")), (String::new(), "skipped: no status list given".into()));
    assert_eq!(code(format!("{} --status 1.status", file("A"))), "");
    assert_eq!(code(format!("{} --status 1.status", file("B"))), "suspended");
    assert_eq!(code(format!("{} --status 1.status", file("C"))), "revoked");
    // A bundle that contains the list has the same verdict.
    let bundle = format!("{}\n\n{}\n", home.env.read(&file("C")), home.env.read("1.status"));
    home.env.write("bundle.licentia", bundle);
    let reports = home.line("verify bundle.licentia --json").json();
    assert_eq!(
        (&reports[0]["code"], &reports[1]["valid"], &reports[1]["kind"]),
        (&"revoked".into(), &true.into(), &"status".into())
    );
    // A stale list leads to a warning, and its invalid entries stay invalid.
    let later = "--at 2026-12-21T10:00:00Z";
    assert_eq!(code(format!("{} --status 1.status {later}", file("A"))), "stale_status");
    assert_eq!(code(format!("{} --status 1.status {later}", file("C"))), "revoked");
    assert_eq!(code(format!("1.status {later}")), "stale_status");
    // The report contains a named file that is no list, although the license is good.
    let ran = home.line(&format!("verify {} --status {} --json", file("A"), file("B"))).assert(4);
    assert_eq!(ran.json()[1]["code"], "wrong_type");
    assert_snapshot!(home.line(&format!("verify {} --status 1.status", file("C"))).text().replace(&home.serial("C"), "C").replace(&home.json("key list")[0]["kid"].as_str().expect("a kid").to_owned(), "KID"), @"
    out/C.lic: NOT VALID: the vendor ended the file, as the status list states (revoked)
      ok  size       1074 bytes
      ok  shape      three canonical base64url parts, a supported header
      ok  type       a license file
      ok  key        commercial (_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY)
      ok  signature  valid
      ok  claims     license C of https://acme.example/licensing
      ok  edition    commercial, same as the key
      ok  key state  active, valid at the time of signing
      ok  scope      within the limits of the key
      ok  times      within its term
      -   binding    skipped: not bound to a container
      -   user       skipped: no --user given
      -   product    skipped: no --product given
      NO  status     the vendor ended the file, as the status list states
    ");
    assert!(home.line("inspect 1.status").text().contains("a file of kind status"));
}

/// Publishes a list. Returns each file of a license with its status in `status show` and in the
/// list.
fn both(home: &HomeWithContainers, license: &str, list: &str) -> Vec<(String, u8)> {
    home.line(&format!("status publish --out {list}")).assert(0);
    let list = read(home, list);
    let rows = home.json(&format!("status show ref:{license}"));
    let entry = |row: &Value| {
        let idx = row["idx"].as_u64().and_then(|idx| u32::try_from(idx).ok()).expect("an index");
        (text(&row["status"]), list.entries().get(idx).expect("an entry"))
    };
    rows.as_array().expect("a list").iter().map(entry).collect()
}

#[test]
fn a_delayed_block_delays_no_other_status() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 9 --enforce-after 14d").assert(0);
    for name in ["A", "B", "C", "F"] {
        home.issue(name, "--seats 1 --container @D");
    }
    home.line("license suspend ref:A").assert(0);
    assert_eq!(both(&home, "A", "1.status"), [("suspended".to_owned(), 2)]);
    home.line("recovery issue --from @D --to @K --reason lost").assert(0);
    // A file that was suspended stays suspended, and a later suspension holds for both files.
    home.line("license suspend ref:B").assert(0);
    let (valid, suspended, invalid) =
        (("valid".to_owned(), 0), ("suspended".to_owned(), 2), ("invalid".to_owned(), 1));
    assert_eq!(both(&home, "A", "2.status"), [suspended.clone(), suspended.clone()]);
    assert_eq!(both(&home, "B", "3.status"), [suspended.clone(), suspended]);
    // A file that is ended for another reason than the block is ended at once.
    home.line("license revoke ref:C --reason fraud --yes").assert(0);
    assert_eq!(both(&home, "C", "4.status"), [invalid.clone(), invalid.clone()]);
    assert_eq!(both(&home, "F", "5.status"), [valid.clone(), valid.clone()]);
    home.env.at("2026-12-05T10:00:00Z");
    assert_eq!(both(&home, "F", "6.status"), [invalid, valid]);
}

#[test]
fn each_entry_has_the_status_of_its_file() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 9").assert(0);
    // An older file that grants more ends in 30 days, or at once with `--end-old 0d`. A partial
    // return ends the older file.
    home.issue("A", "--seats 3 --unbound");
    home.line("license edit ref:A --seats 2").assert(0);
    home.line("license edit ref:A --seats 1 --end-old 0d").assert(0);
    home.issue("B", "--seats 3 --container @K");
    home.line("license return ref:B --container @K --seats 1").assert(0);
    home.line("credential rotate @K --out two.cred").assert(0);
    home.issue("C", "--seats 1 --container @D");
    home.line("license return ref:C --container @D").assert(0);
    let shown = |of: &str, at: &str| -> String {
        let rows = home.json(&format!("status show {of}{at}"));
        rows.as_array()
            .expect("a list")
            .iter()
            .map(|it| format!("{} {}", it["revision"], text(&it["status"])))
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(shown("ref:A", ""), "1 invalid, 2 invalid, 3 valid");
    assert_eq!(shown("ref:B", ""), "1 invalid, 2 valid");
    assert_eq!(shown("ref:C", ""), "1 valid", "the removal from the dongle is not proven");
    let credentials = home.json("credential list --container @K --all");
    let all: Vec<String> = credentials
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| shown(&text(&it["serial"]), ""))
        .collect();
    assert_eq!(all, ["1 invalid", "2 valid"]);
    home.line("container block @K --reason x --enforce-after 7d").assert(0);
    assert_eq!(
        (shown("ref:B", ""), shown("ref:B", " --at 2026-11-28T10:00:00Z")),
        ("1 invalid, 2 valid".into(), "1 invalid, 2 invalid".into())
    );
    home.line("license suspend ref:C").assert(0);
    assert_eq!(shown("ref:C", ""), "1 suspended");
    // The published state at an instant.
    home.line("status publish --out 1.status").assert(0);
    home.env.at("2026-11-29T10:00:00Z");
    let row = home.json("status show ref:B --at 2026-11-22T10:00:00Z")[1].clone();
    assert_eq!(
        (&row["published"], &row["published_at"], &row["status"]),
        (&"valid".into(), &"2026-11-21T10:00:00Z".into(), &"valid".into())
    );
    let row = home.json("status show ref:B --at 2026-11-20T10:00:00Z")[1].clone();
    assert_eq!((&row["published"], &row["published_at"]), (&Value::Null, &Value::Null));
    home.line("status publish --out 2.status").assert(0);
    // The list has the entries of `status show`.
    let list = read(&home, "2.status");
    let mut seen = 0;
    for of in ["ref:A", "ref:B", "ref:C", "@K", "@D"] {
        for row in home.json(&format!("status show {of}")).as_array().expect("a list") {
            let idx = u32::try_from(row["idx"].as_u64().expect("an index")).expect("an index");
            let value = match row["status"].as_str() {
                Some("valid") => 0,
                Some("invalid") => 1,
                Some("suspended") => 2,
                other => panic!("{other:?}"),
            };
            assert_eq!(list.entries().get(idx), Some(value), "{row}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
    home.refused("status show L-11111", 3, "not_found");
    home.refused("status show T-11111", 2, "usage");
}

#[test]
fn a_full_list_opens_the_next_and_both_are_published() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 1 --unbound");
    home.env.sql("UPDATE status_list SET taken = 917504 WHERE number = 1");
    home.issue("B", "--seats 1 --unbound");
    home.line("license revoke ref:A --reason x --yes").assert(0);
    home.line("license revoke ref:B --reason x --yes").assert(0);
    home.refused("status publish --out 1.status", 2, "usage");
    let published = home.json("status publish --out-dir lists");
    let lists: Vec<(String, i64)> = published
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (text(&it["uri"]), it["invalid"].as_i64().expect("a number")))
        .collect();
    assert_eq!(
        lists,
        [
            ("https://acme.example/licensing/status/1".to_owned(), 1),
            ("https://acme.example/licensing/status/2".to_owned(), 1)
        ]
    );
    assert_ne!(read(&home, "lists/1.status").entries(), read(&home, "lists/2.status").entries());
}

#[test]
fn an_update_brings_the_newest_lists_and_a_computer_keeps_them() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    let counter = || home.json("container show @M")["counter"].as_i64().expect("a number");
    let before = counter();
    assert_eq!(home.update("press.upd").statuses().iter().count(), 0);
    // A newer list is a change for the container.
    home.line("status publish --out 1.status").assert(0);
    home.line("container update @M --out two.upd").assert(0);
    assert_eq!((counter(), home.update("two.upd").statuses().iter().count()), (before + 1, 1));
    home.line("container update @M --out same.upd").assert(0);
    assert_eq!(home.env.read("two.upd"), home.env.read("same.upd"));
    computer.line("apply --folder press two.upd").assert(0);
    let stored: Value = serde_json::from_str(&home.env.read("press/container.json")).expect("JSON");
    assert_eq!(stored["status"], json!([home.env.read("1.status")]));
    assert!(computer.line("show --folder press").text().contains("valid on this computer"));
    // A list that is stale on the computer is a warning.
    home.env.at("2026-12-22T10:00:00Z");
    assert!(computer.line("show --folder press").text().contains("stale_status"));
    // A list of a revoked key is left out of the update, because the computer would refuse the
    // update. The list before it is in the update.
    home.line("key create other --edition commercial --no-passphrase").assert(0);
    home.line("status publish --key other --out other.status").assert(0);
    home.line("key revoke other --reason x --yes").assert(0);
    home.line("container update @M --out without.upd").assert(0);
    assert_eq!(home.update("without.upd").statuses().iter().count(), 1);
    computer.line("apply --folder press without.upd").assert(0);
    let stored: Value = serde_json::from_str(&home.env.read("press/container.json")).expect("JSON");
    assert_eq!(stored["status"], json!([home.env.read("1.status")]));
    // The update takes out a suspended license.
    home.line("license suspend ref:A").assert(0);
    home.line("status publish --out 2.status").assert(0);
    home.line("container update @M --out three.upd").assert(0);
    assert_eq!(home.update("three.upd").licenses().len(), 0);
    // `show` reports an edited list.
    home.line("license reinstate ref:A").assert(0);
    home.line("container update @M --out four.upd").assert(0);
    computer.line("apply --folder press four.upd").assert(0);
    let list = home.env.read("2.status");
    let signature = &list[list.len() - 40..list.len() - 20];
    let edited = home.env.read("press/container.json").replace(signature, "AAAAAAAAAAAAAAAAAAAA");
    home.env.write("press/container.json", edited);
    computer.line("show --folder press").assert(5);
    home.line("container update @M --time --out five.upd").assert(0);
    computer.line("apply --folder press five.upd").assert(0);
    computer.line("show --folder press").assert(0);
}
