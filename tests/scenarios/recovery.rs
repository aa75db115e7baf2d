//! Recoveries in support: lost, stolen and reinstalled computers, quotas over several years, blocks
//! and status lists.

use licentia_runtime::container::{Folder, Machine as _, System};
use licentia_runtime::{Binding, KeySet, Policy, Statuses, Trust};
use serde_json::Value;

use crate::env::computer::{Computer, copy};
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update, root};
use crate::env::text;

/// Sets the recovery policy: one recovery at the start, and one more after every two years.
fn seed(home: &HomeWithContainers) {
    home.line("recovery policy work-management --any-initial 1 --any-every 2y").assert(0);
}

/// Converts an instant to seconds since 1970.
fn seconds(instant: &str) -> i64 {
    instant.parse::<jiff::Timestamp>().expect("an instant").as_second()
}

/// Returns the verdicts of an application about the licenses in the folder on a computer at an
/// instant, with the status list of its release: an error code, or `good`.
fn finds(
    home: &HomeWithContainers,
    computer: &Computer<'_>,
    folder: &str,
    (list, at): (Option<&str>, &str),
) -> Vec<String> {
    let now = seconds(at);
    let opened = match Folder::open(&System, &home.env.path(folder), now) {
        Ok(opened) => opened,
        Err(fault) => return vec![fault.code().to_owned()],
    };
    let device = match opened.device(&computer.machine().properties(false)) {
        Ok(device) => device,
        Err(fault) => return vec![fault.code().to_owned()],
    };
    let pin = root(home);
    let keyset = opened.keyset().expect("a key set").to_owned();
    let keys =
        KeySet::open(keyset.as_bytes(), &Trust::new(&pin, now).allow_test()).expect("the vendor's");
    let mut statuses: Statuses = opened.statuses().clone();
    if let Some(list) = list {
        statuses.add(keys.status_list(home.env.read(list).as_bytes(), now).expect("a list"));
    }
    let policy = Policy::at(now)
        .product("work-management")
        .binding(Binding::Device(&device))
        .statuses(&statuses);
    let judged = opened.texts().iter().map(|text| match keys.license(text.as_bytes(), &policy) {
        Ok(_) => "good".to_owned(),
        Err(refusal) => refusal.code.to_string(),
    });
    judged.collect()
}

/// Returns the code of the verdict about a license in the cloud with its credential and a status
/// list, or null for a good license.
fn in_the_cloud(home: &HomeWithContainers, license: &str, credential: &str, list: &str) -> Value {
    let ran =
        home.line(&format!("verify {license} --credential {credential} --status {list} --json"));
    ran.json()[0]["code"].clone()
}

/// Returns the file of a kind that a recovery wrote.
fn file(recovery: &Value, kind: &str) -> String {
    let files = recovery["files"].as_array().expect("files");
    let found = files
        .iter()
        .find(|file| file["kind"] == kind)
        .unwrap_or_else(|| panic!("no {kind} in {recovery}"));
    found["path"].as_str().expect("a path").to_owned()
}

#[test]
fn six_years_with_one_recovery_at_the_start_and_one_more_after_every_two() {
    let home = HomeWithContainers::new();
    seed(&home);
    home.issue("A", "--seats 1 --container @K");
    let mut place = home.serial("K");
    let mut output = Vec::new();
    for (at, expected) in [
        ("2027-03-01T09:00:00Z", 0),
        // The first recovery is used. The next one is due two years after the first activation.
        ("2027-09-01T09:00:00Z", 1),
        ("2028-11-21T09:59:59Z", 1),
        ("2028-11-21T10:00:00Z", 0),
        ("2030-11-20T00:00:00Z", 1),
        // Unused recoveries accumulate: two are available after the third period.
        ("2032-11-21T10:00:00Z", 0),
        ("2032-11-22T10:00:00Z", 0),
        ("2032-11-23T10:00:00Z", 1),
    ] {
        home.env.at(at);
        let line = format!(
            "recovery issue --from {place} --to-cloud --reason lost --out-dir out --force --json"
        );
        let ran = home.line(&line).assert(expected);
        if expected == 0 {
            place = text(&ran.json()["to"]);
            output.push(format!("{at}: recovered"));
        } else {
            let error: Value =
                serde_json::from_str(ran.err.lines().last().expect("a line")).expect("an object");
            assert_eq!(error["error"]["code"], "no_quota", "{at}");
            let message = text(&error["error"]["message"]).replace(&home.serial("A"), "A");
            output.push(format!("{at}: {message}"));
        }
    }
    insta::assert_snapshot!(output.join("\n"), @"
    2027-03-01T09:00:00Z: recovered
    2027-09-01T09:00:00Z: license A has no recovery left for any container: 1 of 1 recoveries used, and the next recovery is available on 2028-11-21
    2028-11-21T09:59:59Z: license A has no recovery left for any container: 1 of 1 recoveries used, and the next recovery is available on 2028-11-21
    2028-11-21T10:00:00Z: recovered
    2030-11-20T00:00:00Z: license A has no recovery left for any container: 2 of 2 recoveries used, and the next recovery is available on 2030-11-21
    2032-11-21T10:00:00Z: recovered
    2032-11-22T10:00:00Z: recovered
    2032-11-23T10:00:00Z: license A has no recovery left for any container: 4 of 4 recoveries used, and the next recovery is available on 2034-11-21
    ");
    let quota = home.json("recovery quota ref:A");
    assert_eq!(quota["scopes"]["any"]["used"], 4);
    assert_eq!(home.placements("A"), "? 1 live; 0 free, active, r1");
    home.line("audit verify").assert(0);
}

#[test]
fn a_stolen_laptop_is_recovered_blocked_found_and_unblocked_and_one_copy_lives() {
    let home = HomeWithContainers::new();
    seed(&home);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    home.line("status publish --out before.status").assert(0);
    let now = "2026-11-21T10:00:00Z";
    assert_eq!(finds(&home, &computer, "press", (Some("before.status"), now)), ["good"]);

    home.env.at("2026-11-22T08:00:00Z");
    let recovery =
        home.json("recovery issue --from @M --to-cloud --user anna --reason stolen --out-dir out");
    home.line("status publish --out stolen.status").assert(0);
    let now = "2026-11-22T08:00:00Z";
    let (license, credential) = (file(&recovery, "license"), file(&recovery, "credential"));
    // The release of the application with the newest list refuses the license on the stolen laptop.
    // The update blocks the container.
    assert_eq!(finds(&home, &computer, "press", (Some("stolen.status"), now)), ["revoked"]);
    assert_eq!(in_the_cloud(&home, &license, &credential, "stolen.status"), Value::Null);
    let stopped = text(&home.json("container show @M")["state"]);
    assert_eq!(
        (stopped.as_str(), home.placements("A").as_str()),
        ("blocked", "? 1 live; 0 free, active, r1")
    );

    // The laptop is found with its licenses, and its folder is copied.
    copy(&home.env.path("press"), &home.env.path("copy"));
    computer.line(&format!("apply --folder press {}", file(&recovery, "update"))).assert(0);
    assert_eq!(finds(&home, &computer, "press", (None, now)), ["blocked"]);
    home.env.at("2026-11-25T08:00:00Z");
    let now = "2026-11-25T08:00:00Z";
    insta::assert_snapshot!(home.line("container unblock @M --reason found").err.replace(&home.serial("M"), "M").replace(&home.serial("A"), "A").replace(&text(&recovery["to"]), "CLOUD"), @"
    Unblocked container M
    No longer in the container (recovered): A into CLOUD
    The container has no seats
    Next: `licentia container update M --out FILE` writes the new update; `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    home.line("status publish --out found.status").assert(0);
    home.line("container update @M --out press.upd --force").assert(0);
    computer.line("apply --folder press press.upd").assert(0);
    // The laptop works again and holds no license. Newer status lists end the licenses in the copy.
    assert_eq!(finds(&home, &computer, "press", (Some("found.status"), now)), [""; 0]);
    assert_eq!(finds(&home, &computer, "copy", (Some("found.status"), now)), ["revoked"]);
    assert_eq!(in_the_cloud(&home, &license, &credential, "found.status"), Value::Null);
    assert_eq!(home.placements("A"), "? 1 live; 0 free, active, r1");

    // A move brings the license back to the laptop and ends the file in the cloud.
    home.line(&format!("license move ref:A --from {} --to @M", text(&recovery["to"]))).assert(0);
    home.line("container update @M --out press.upd --force").assert(0);
    computer.line("apply --folder press press.upd").assert(0);
    home.env.at("2026-11-25T09:00:00Z");
    home.line("status publish --out moved.status").assert(0);
    assert_eq!(
        finds(&home, &computer, "press", (Some("moved.status"), "2026-11-25T09:00:00Z")),
        ["good"]
    );
    assert_eq!(
        finds(&home, &computer, "copy", (Some("moved.status"), "2026-11-25T09:00:00Z")),
        ["revoked"]
    );
    assert_eq!(in_the_cloud(&home, &license, &credential, "moved.status"), "revoked");
}

#[test]
fn a_reinstalled_computer_is_recovered_by_the_quota_for_the_same_computer() {
    let home = HomeWithContainers::new();
    seed(&home);
    home.line(
        "recovery policy work-management --same-initial 2 --match-required board_serial \
        --match-minimum 3",
    )
    .assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    // Another computer uses the quota for any container.
    let other = Computer::new(&home.env, 2);
    let request = |computer: &Computer<'_>, folder: &str| {
        let line = format!(
            "request --folder {folder} --root {} --test --privileged --out {folder}.ctx",
            root(&home)
        );
        computer.line(&line).assert(0);
    };
    request(&other, "second");
    let first =
        home.json("recovery issue --from @M --to-request second.ctx --reason broken --out-dir one");
    assert_eq!(first["licenses"][0]["scope"], "any");
    other
        .line(&format!("apply --folder second {}", update_of(&first, &text(&first["to"]))))
        .assert(0);
    // The disk is formatted: the folder and its key are lost; the board and most other parts are
    // unchanged.
    other.part("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    other.part("sys/block/nvme0n1/device/serial", "DISK-NEW\n");
    request(&other, "third");
    let from = text(&first["to"]);
    let quota = home.json("recovery quota ref:A");
    assert_eq!(
        (&quota["scopes"]["any"]["available"], &quota["scopes"]["same"]["available"]),
        (&0.into(), &2.into())
    );
    let again = home.json(&format!(
        "recovery issue --from {from} --to-request third.ctx --reason reinstalled --out-dir two"
    ));
    assert_eq!(again["licenses"][0]["scope"], "same");
    other
        .line(&format!("apply --folder third {}", update_of(&again, &text(&again["to"]))))
        .assert(0);
    assert_eq!(finds(&home, &other, "third", (None, "2026-11-21T10:00:00Z")), ["good"]);
    // Another board is another computer, for which no recovery is left.
    other.part("sys/class/dmi/id/board_serial", "BS-NEW\n");
    request(&other, "fourth");
    let refused = home.refused(
        &format!(
            "recovery issue --from {} --to-request fourth.ctx --reason broken",
            text(&again["to"])
        ),
        1,
        "no_quota",
    );
    assert!(
        refused.contains("1 of 1 recoveries used") && !refused.contains("same computer"),
        "{refused}"
    );
    let quota = home.json("recovery quota ref:A");
    assert_eq!(
        (&quota["scopes"]["any"]["used"], &quota["scopes"]["same"]["used"]),
        (&1.into(), &1.into())
    );
}

/// Returns the update that a recovery wrote for a container.
fn update_of(recovery: &Value, container: &str) -> String {
    let files = recovery["files"].as_array().expect("files");
    let own = files.iter().find(|file| file["kind"] == "update" && file["serial"] == container);
    text(&own.unwrap_or_else(|| panic!("no update of {container} in {recovery}"))["path"])
}

#[test]
fn of_three_licenses_one_has_no_recovery_left() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1").assert(0);
    for name in ["A", "B", "C"] {
        home.issue(name, "--seats 1 --container @D");
    }
    home.line("recovery policy ref:B --any-initial 0").assert(0);
    home.line("container update @D --out d.upd").assert(0);
    let before = home.env.everything();
    // Without `--partial` the recovery is refused as a whole.
    let names = |output: &str| {
        ["A", "B", "C", "D"]
            .iter()
            .fold(output.to_owned(), |output, name| output.replace(&home.serial(name), name))
    };
    insta::assert_snapshot!(names(&home.refused("recovery issue --from @D --to @K --reason lost", 1, "no_quota")), @"license B has no recovery left for any container: the policy allows no recovery | `licentia recovery grant B --reason REASON` allows one recovery; --partial recovers 2 licenses without a grant");
    home.refused("recovery issue --from @D --to @K --reason lost --dry-run", 1, "no_quota");
    assert_eq!(home.env.everything(), before);
    // With `--partial` the old container is not blocked, because it keeps a license.
    let partial = home
        .line("recovery issue --from @D --to @K --reason lost --partial --out-dir out")
        .assert(0);
    insta::assert_snapshot!(names(&partial.err).replace(&home.serial("K"), "K").lines().filter(|line| !line.starts_with("Wrote")).collect::<Vec<_>>().join("\n").replace(&text(&home.json("recovery list")[0]["serial"]), "R"), @"
    Recovered 2 licenses of container D into K (recovery R)
      license A: work-management for nordwind, 1 seat, uses 1 recovery for any container
      license C: work-management for nordwind, 1 seat, uses 1 recovery for any container
      license B remains in container D: no recovery is left
    Old container D also contains other licenses: only the recovered licenses are withdrawn; --block blocks the container
    The next status list contains the change (`licentia status publish --out-dir DIR --force`)
    ");
    assert_eq!(home.json("container show @D")["state"], "active");
    assert_eq!(home.json("recovery list")[0]["old_action"], "withdraw");
    let output: Vec<String> = home
        .licenses_in(&format!("out/{}.upd", home.serial("D")))
        .into_iter()
        .map(|(serial, ..)| serial)
        .collect();
    assert_eq!(output, [home.serial("B")]);
    // After a grant the rest is recovered, and the empty container is blocked.
    home.line("recovery grant ref:B --reason goodwill").assert(0);
    let rest = home.json("recovery issue --from @D --to @K --reason lost --out-dir rest");
    assert_eq!(
        (&rest["old_action"], &rest["licenses"][0]["scope"]),
        (&"block".into(), &"any".into())
    );
    assert_eq!(home.json("container show @D")["state"], "blocked");
    for name in ["A", "B", "C"] {
        assert_eq!(home.placements(name), "K 1 live; 0 free, active, r1");
        assert_eq!(
            home.json(&format!("recovery quota ref:{name}"))["scopes"]["any"]["available"],
            0
        );
    }
}

#[test]
fn a_checkpoint_license_on_a_lost_computer_expires() {
    let home = HomeWithContainers::new();
    seed(&home);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --checkpoint 90d --container @M");
    deliver_update(&home, &computer);
    let recovery = home.json("recovery issue --from @M --to-cloud --reason lost --out-dir out");
    // The lost computer gets neither an update nor a list.
    assert_eq!(finds(&home, &computer, "press", (None, "2027-02-19T09:59:59Z")), ["good"]);
    assert_eq!(finds(&home, &computer, "press", (None, "2027-02-19T10:00:00Z")), ["expired"]);
    // The license in the cloud is renewed and stays good.
    home.env.at("2027-02-10T10:00:00Z");
    home.line("license renew --due --within 30d --out-dir due").assert(0);
    home.line("status publish --out 1.status").assert(0);
    home.env.at("2027-02-20T10:00:00Z");
    let license = format!("due/{}.lic", home.serial("A"));
    assert_eq!(
        in_the_cloud(&home, &license, &file(&recovery, "credential"), "1.status"),
        Value::Null
    );
}

#[test]
fn a_blocked_container_gets_no_other_license() {
    let home = HomeWithContainers::new();
    seed(&home);
    home.line("customer edit nordwind --email it@nordwind.example").assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    home.issue("B", "--seats 1");
    home.line("recovery issue --from @M --to-cloud --reason lost --out-dir out").assert(0);
    home.env.at("2026-12-01T09:00:00Z");
    // The customer buys another license for the lost computer. The activation is refused and
    // recorded, and the answer contains the update with the block.
    let ran = home.line("license activate ref:B --container @M --json").assert(1);
    let error: Value =
        serde_json::from_str(ran.err.lines().last().expect("a line")).expect("an object");
    assert_eq!(error["error"]["code"], "blocked");
    home.env.write("answer.upd", text(&error["error"]["update"]["text"]));
    computer.line("apply --folder press answer.upd").assert(0);
    assert_eq!(finds(&home, &computer, "press", (None, "2026-12-01T09:00:00Z")), ["blocked"]);
    home.refused("recovery issue --from @M --to-cloud --reason lost", 1, "blocked");
    // A receipt that confirms the block shows that the container is in use.
    computer.line("receipt --folder press --out receipt.ctx --force").assert(0);
    home.line("container receive receipt.ctx").assert(0);
    let attempts = home.json("container attempts @M");
    let output: Vec<String> = attempts
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{} {} {}", text(&it["at"]), text(&it["action"]), text(&it["contact"])))
        .collect();
    assert_eq!(
        output,
        [
            "2026-12-01T09:00:00Z activate it@nordwind.example",
            "2026-12-01T09:00:00Z recover it@nordwind.example",
            "2026-12-01T09:00:00Z receipt it@nordwind.example",
        ]
    );
    // The update contains a code, and no text that the vendor recorded.
    assert!(!inspected(&home, "answer.upd").contains("lost"), "a code, not the reason");
}

fn inspected(home: &HomeWithContainers, file: &str) -> String {
    home.line(&format!("inspect {file}")).text()
}

#[test]
fn a_delayed_block_is_in_the_list_that_is_published_after_its_day() {
    let home = HomeWithContainers::new();
    seed(&home);
    home.line("recovery policy work-management --enforce-after 14d").assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    home.line("recovery issue --from @M --to-cloud --reason lost --out-dir out").assert(0);
    let mut seen = Vec::new();
    for (place, at) in [
        "2026-11-21T11:00:00Z",
        "2026-12-05T09:59:59Z",
        "2026-12-05T10:00:00Z",
        "2026-12-06T10:00:00Z",
    ]
    .iter()
    .enumerate()
    {
        home.env.at(at);
        home.line(&format!("status publish --out {place}.status")).assert(0);
        seen.push((
            finds(&home, &computer, "press", (Some(&format!("{place}.status")), at)).join(","),
            home.json("status list")[0]["invalid"].clone(),
        ));
    }
    let seen: Vec<(&str, i64)> = seen
        .iter()
        .map(|(found, count)| (found.as_str(), count.as_i64().expect("a number")))
        .collect();
    assert_eq!(seen, [("good", 0), ("good", 0), ("revoked", 1), ("revoked", 1)]);
    // The update contains the block from the first day.
    let update = format!("out/{}.upd", home.serial("M"));
    computer.line(&format!("apply --folder press {update}")).assert(0);
    assert_eq!(finds(&home, &computer, "press", (None, "2026-11-21T11:00:00Z")), ["blocked"]);
}
