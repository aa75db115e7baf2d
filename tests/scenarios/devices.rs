//! Computers in use: lost updates, repeated receipts, a folder from a backup, replaced parts.

use serde_json::Value;

use crate::env::computer::{Computer, copy};
use crate::env::home::{
    HomeWithContainers, count_accepted_licenses, create_device_container, deliver_update, root,
};

fn summary(received: &Value) -> String {
    format!(
        "at {}, {}, {}{}",
        received["counter"],
        received["state"].as_str().unwrap_or_default(),
        if received["outdated"] == true { "outdated" } else { "up to date" },
        if received["repeated"] == true { ", heard before" } else { "" },
    )
}

#[test]
fn a_third_update_replaces_two_lost_ones() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    assert_eq!(summary(&deliver_update(&home, &computer)), "at 2, active, up to date");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
    for name in ["B", "C"] {
        home.issue(name, "--seats 1 --term 1y --container @M");
        home.line(&format!("container update @M --out lost-{name}.upd")).assert(0);
    }
    home.line("license return ref:A --container @M").assert(0);
    assert_eq!(home.placements("A"), "M 2 returning; 0 free, parked, r1");
    assert_eq!(summary(&deliver_update(&home, &computer)), "at 5, active, up to date");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(2));
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
    // A lost update arrives late. It is older and has no effect.
    let late = computer.json("apply --folder press lost-B.upd");
    assert_eq!(
        (late["applied"].as_bool(), late["warning"].as_str(), late["counter"].as_u64()),
        (Some(false), Some("already_applied"), Some(5))
    );
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(2));
    home.line("audit verify").assert(0);
}

#[test]
fn returned_seats_are_free_after_the_receipt() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 5 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license move ref:L --from @M --to @K --seats 3").assert(0);
    assert_eq!(home.placements("L"), "M 2 live, M 3 returning; 0 free, active, r2");
    home.line("container update @M --out press.upd --force").assert(0);
    // A receipt from before the update does not prove the removal.
    computer.line("receipt --folder press --out before.ctx").assert(0);
    assert_eq!(summary(&home.json("container receive before.ctx")), "at 2, active, outdated");
    assert_eq!(home.placements("L"), "M 2 live, M 3 returning; 0 free, active, r2");
    computer.line("apply --folder press press.upd").assert(0);
    computer.line("receipt --folder press --out after.ctx").assert(0);
    let received = home.json("container receive after.ctx");
    assert_eq!(summary(&received), "at 3, active, up to date");
    assert_eq!(received["settled"][0]["arrived"][0]["seats"], 3);
    assert_eq!(home.placements("L"), "M 2 live, K 3 live; 0 free, active, r2");
    assert!(
        home.refused("container confirm @M --reason really", 1, "wrong_kind").contains("has a key")
    );
}

#[test]
fn a_repeated_old_receipt_changes_nothing() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    std::fs::copy(home.env.path("receipt.ctx"), home.env.path("old.ctx")).expect("copied");
    computer.line("receipt --folder press --out never-sent.ctx").assert(0);
    home.issue("N", "--seats 2 --term 1y --container @M");
    assert_eq!(summary(&deliver_update(&home, &computer)), "at 3, active, up to date");
    // A receipt that was imported, and a receipt that is only listed in a later receipt.
    for name in ["old.ctx", "never-sent.ctx"] {
        let before = home.env.everything();
        assert_eq!(
            summary(&home.json(&format!("container receive {name}"))),
            "at 2, active, outdated, heard before"
        );
        assert!(before == home.env.everything(), "{name}");
    }
}

#[test]
fn a_folder_from_an_old_backup_is_suspect_until_resolved() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    copy(&home.env.path("press"), &home.env.path("backup"));
    home.issue("B", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license return ref:A --container @M").assert(0);
    deliver_update(&home, &computer);
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
    copy(&home.env.path("backup"), &home.env.path("press"));
    computer.line("receipt --folder press --out back.ctx").assert(0);
    let received = home.json("container receive back.ctx");
    assert_eq!(
        (summary(&received).as_str(), received["suspicion"]["why"].as_str()),
        ("at 2, suspect, outdated", Some("set_back"))
    );
    assert_eq!(home.json("container list --state suspect")[0]["serial"], home.serial("M"));
    for line in [
        "container update @M --out x.upd",
        "license activate ref:A --container @M",
        "license move ref:A --from @K --to @M",
    ] {
        assert!(home.refused(line, 1, "suspect").contains("restored from a backup"), "{line}");
    }
    // No seat is allocated twice.
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
    let resolved = home.json("container resolve @M --reason backup");
    assert_eq!(
        (resolved["state"].as_str(), resolved["counter"].as_u64()),
        (Some("active"), Some(5))
    );
    assert!(
        home.refused("container resolve @M --reason again", 1, "wrong_state")
            .contains("not suspect")
    );
    assert_eq!(summary(&deliver_update(&home, &computer)), "at 5, active, up to date");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
}

#[test]
fn a_computer_matches_with_a_new_network_card_but_not_with_a_new_board() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M --out l.lic");
    deliver_update(&home, &computer);
    computer.part("sys/class/net/eth0/address", "3c:52:82:99:99:99\n");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
    let request = format!(
        "request --folder new --root {} --test --privileged --out now.ctx --force",
        root(&home)
    );
    computer.line(&request).assert(0);
    // The same computer without the key of the container.
    let judged = home.line("verify l.lic --request now.ctx --json").assert(4).json();
    assert_eq!(judged[0]["code"], "wrong_container");
    let own = format!(
        "request --folder press --root {} --test --privileged --out own.ctx --force",
        root(&home)
    );
    computer.line(&own).assert(0);
    assert_eq!(home.json("verify l.lic --request own.ctx")[0]["valid"], true);
    for (part, text) in [
        ("board_serial", "BS-other"),
        ("product_serial", "PS-other"),
        ("product_uuid", "other-uuid"),
    ] {
        computer.part(&format!("sys/class/dmi/id/{part}"), text);
    }
    assert_eq!(
        count_accepted_licenses(&home, &computer, "press"),
        Err("wrong_container".to_owned())
    );
    computer.line(&own).assert(0);
    let judged = home.line("verify l.lic --request own.ctx --json").assert(4).json();
    assert_eq!(judged[0]["code"], "wrong_container");
    // The vendor sees the change in the next receipt.
    computer.line("receipt --folder press --out r.ctx").assert(0);
    let received = home.json("container receive r.ctx");
    assert_eq!(
        (received["matches"].as_bool(), received["state"].as_str()),
        (Some(false), Some("active"))
    );
}
