//! `container` for computers and for dongles that have a key: the verbs of the vendor, and the
//! program of the administrator.

use serde_json::Value;

use crate::env::computer::{Computer, copy, sign};
use crate::env::home::{
    HomeWithContainers, count_accepted_licenses, create_device_container, deliver_update, root,
};

#[test]
fn a_device_is_created_from_its_request() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    let line = format!(
        "request --folder press --root {} --test --privileged --out press.ctx",
        root(&home)
    );
    insta::assert_snapshot!(computer.line(&line), @"
    exit 0
    --- out
    Properties of this computer: board_serial, cpu_model, disk_serial, mac, machine_id, product_serial, product_uuid
    Key of the container: 4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw
    Wrote press.ctx. Next: send the request to the vendor
    ");
    let create = "container create --customer nordwind --kind device --request press.ctx --label \
        Press --reference M";
    insta::assert_snapshot!(home.line(&format!("{create} --dry-run")), @r#"
    exit 0
    --- err
    Would create a container: device, customer nordwind, label "Press", 0 licenses, active
    "#);
    insta::assert_snapshot!(home.line(create), @r#"
    exit 0
    --- err
    Created container K-8PMJ3-GNN72: device, customer nordwind, label "Press", 0 licenses, active
    "#);
    insta::assert_snapshot!(home.line(create), @r#"
    exit 0
    --- err
    Container K-8PMJ3-GNN72 was already created for reference M: device, customer nordwind, label "Press", 0 licenses, active
    "#);
    assert_eq!(
        home.json(
            "container create --customer nordwind --kind device --request press.ctx --if-missing"
        )["created"],
        false
    );
    insta::assert_snapshot!(home.line("container show @M"), @"
    exit 0
    --- out
    serial       K-8PMJ3-GNN72
    kind         device
    state        active
    customer     nordwind
    user         -
    label        Press
    properties   board_serial, cpu_model, disk_serial, mac, machine_id, product_serial, product_uuid
    key          4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw
    counter      1, no update written, none confirmed
    unconfirmed  change 1: `licentia container update K-8PMJ3-GNN72 --out FILE` writes the update
    reference    M
    created      2026-11-21T10:00:00Z
    license      none
    ");
    let object = home.json("container show @M");
    assert_eq!(object["properties"].as_array().map(Vec::len), Some(7));
    assert_eq!(object["key"], computer.json("show --folder press")["key"]);
    home.issue("L", "--model device --seats 2 --term 1y --container @M --out l.lic");
    assert_eq!(home.placements("L"), "M 1 live; 1 free, active, r1");
    insta::assert_snapshot!(home.line("inspect l.lic").text().lines().skip_while(|line| !line.contains("container")).take(20).collect::<Vec<_>>().join("\n"), @"
    container
      serial: K-8PMJ3-GNN72
      kind: device
      generation: 1
      match
        properties
          board_serial: Juyas_ZWuijbCRMugLKMEw
          disk_serial: LJisCPIoT0o_91E6Y9204g
          mac: o4NbRRfZIMHzz_muJh7Y5g
          machine_id: fgBI4t0pIOaDOft0p3zLHA
          product_serial: 7U_UIJ0p53tdP5-H9Z3g2A
          product_uuid: -8Az5hr3bmekPxmKteGPGA
        minimum: 4
        key: 4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw
    term
      starts: 2026-11-21
      ends: 2027-11-21
      grace_days: 0
    enforcement: block
    status
    ");
    insta::assert_snapshot!(home.line("container update @M --out press.upd"), @"
    exit 0
    --- err
    Signed update 2 of container K-8PMJ3-GNN72
    Wrote press.upd
    Next: `licentia container receive FILE` with the receipt of the customer
    ");
    insta::assert_snapshot!(computer.line("apply --folder press press.upd"), @"
    exit 0
    --- out
    Applied update 2 to container K-8PMJ3-GNN72: 1 license
    ");
    insta::assert_snapshot!(computer.line("apply --folder press press.upd"), @"
    exit 0
    --- err
    warning: no change: container K-8PMJ3-GNN72 already has update 2, and the file is not newer (already_applied)
    ");
    insta::assert_snapshot!(computer.line("show --folder press"), @"
    exit 0
    --- out
    Container K-8PMJ3-GNN72, update 2
    Key 4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw, root key of the vendor C0CbAmmZ9hqYUL7jMd2_nxX4hb7Jx1sHORdWl347abw (test)
      L-XY9KB-PT3MW Work, 1 seat, expires 2027-11-21T00:00:00Z: valid on this computer
    ");
    insta::assert_snapshot!(computer.line("receipt --folder press --out r.ctx"), @"
    exit 0
    --- out
    Receipt of container K-8PMJ3-GNN72, update 2: 1 license
    Wrote r.ctx. Next: send the receipt to the vendor
    ");
    insta::assert_snapshot!(home.line("container receive r.ctx --dry-run"), @"
    exit 0
    --- err
    Would import the receipt of container K-8PMJ3-GNN72: counter 2
    ");
    insta::assert_snapshot!(home.line("container receive r.ctx"), @"
    exit 0
    --- err
    Imported the receipt of container K-8PMJ3-GNN72: counter 2
    ");
    insta::assert_snapshot!(home.line("container receive r.ctx"), @"
    exit 0
    --- err
    No change: the receipt of container K-8PMJ3-GNN72 (counter 2) was already imported
    ");
    insta::assert_snapshot!(format!("{:#}", home.json("container receive r.ctx")), @r#"
    {
      "container": "K-8PMJ3-GNN72",
      "counter": 2,
      "outdated": false,
      "state": "active",
      "repeated": true,
      "confirmed_counter": 2,
      "desired_counter": 2,
      "blocked": null,
      "suspicion": null,
      "matches": true,
      "settled": [],
      "stranded": [],
      "warnings": []
    }
    "#);
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
    home.line("verify press.ctx press.upd").assert(0);
    assert_eq!(home.line("verify r.ctx --json").assert(4).json()[0]["code"], "unknown_key");
}

#[test]
fn an_invalid_request_is_refused() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    let root = root(&home);
    let other = Computer::new(&home.env, 2);
    let make = |flags: &str, out: &str| {
        other.line(&format!("request --folder {out} {flags} --out {out}.ctx")).assert(0)
    };
    make("--test --root GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA", "theirs");
    make(&format!("--root {root}"), "live");
    make(&format!("--test --root {root} --hardware 3-99"), "stick");
    home.issue("L", "--seats 1 --unbound --out l.lic");
    let text = home.env.read("press.ctx");
    home.env.write("cut.ctx", &text[..text.len() / 2]);
    home.env.write("changed.ctx", text.replacen('.', ".A", 1));
    let device = "container create --customer nordwind --kind device";
    let mut errors = Vec::new();
    for (line, status, code) in [
        (device.to_owned(), 2, "usage"),
        (format!("{device} --request press.ctx"), 1, "exists"),
        // A request that was sent for another customer.
        (
            "container create --customer sued --kind device --request press.ctx".to_owned(),
            1,
            "exists",
        ),
        (
            "container create --customer sued --kind device --request press.ctx --if-missing"
                .to_owned(),
            1,
            "exists",
        ),
        (format!("{device} --request theirs.ctx"), 4, "wrong_issuer"),
        (format!("{device} --request live.ctx"), 4, "test_file"),
        (format!("{device} --request stick.ctx"), 1, "wrong_kind"),
        (format!("{device} --request cut.ctx"), 4, "malformed"),
        (format!("{device} --request changed.ctx"), 4, "malformed"),
        (format!("{device} --request l.lic"), 4, "wrong_type"),
        (format!("{device} --request none.ctx"), 5, "io"),
        (format!("{device} --request press.ctx --hardware 3-1"), 2, "usage"),
        (format!("{device} --request press.ctx --out x.cred"), 2, "usage"),
        (
            "container create --customer nordwind --kind cloud --request press.ctx".to_owned(),
            2,
            "usage",
        ),
        (
            "container create --customer nordwind --kind dongle --hardware 3-1 --request press.ctx"
                .to_owned(),
            1,
            "wrong_kind",
        ),
        (
            "container create --customer nordwind --kind dongle --hardware 3-1 --request stick.ctx"
                .to_owned(),
            2,
            "usage",
        ),
    ] {
        let before = home.env.everything();
        errors.push(format!("{line}\n    {}", home.refused(&line, status, code)));
        assert!(before == home.env.everything(), "{line}");
    }
    insta::assert_snapshot!(errors.join("\n").replace(&root, "[ROOT]"), @r#"
    container create --customer nordwind --kind device
        --request is missing: a device is identified by its request | `licentia-container request --folder DIR --root [ROOT] --test --out FILE` writes the request on the customer's computer
    container create --customer nordwind --kind device --request press.ctx
        the key of this request already belongs to container K-8PMJ3-GNN72 of customer nordwind | write an update file to change the licenses of the container; for another container, create a request in another folder
    container create --customer sued --kind device --request press.ctx
        the key of this request already belongs to container K-8PMJ3-GNN72 of customer nordwind | write an update file to change the licenses of the container; for another container, create a request in another folder
    container create --customer sued --kind device --request press.ctx --if-missing
        the key of this request already belongs to container K-8PMJ3-GNN72 of customer nordwind | write an update file to change the licenses of the container; for another container, create a request in another folder
    container create --customer nordwind --kind device --request theirs.ctx
        theirs.ctx: the container trusts root key "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA"; the first root key of the vendor is [ROOT] | the file belongs to another vendor or home, or was written for another vendor
    container create --customer nordwind --kind device --request live.ctx
        live.ctx: the request is from a live container, and the vendor's home is a test home | use only test files or only live files; `licentia-container request` creates a live container in a new folder, and with --test a test container
    container create --customer nordwind --kind device --request stick.ctx
        the request is from a dongle, but --kind is device | create a dongle: --kind dongle --hardware 3-99
    container create --customer nordwind --kind device --request cut.ctx
        cut.ctx: not a valid signed file: a part is missing | the file was cut, changed or forged; ask the sender for the file as an attachment
    container create --customer nordwind --kind device --request changed.ctx
        changed.ctx: the payload is not a JSON object | the file was cut, changed or forged; ask the sender for the file as an attachment
    container create --customer nordwind --kind device --request l.lic
        l.lic: the file is a license file; a request is required | ask the sender for a file of the required kind
    container create --customer nordwind --kind device --request none.ctx
        cannot read [DIR]/none.ctx: no such file or folder | 
    container create --customer nordwind --kind device --request press.ctx --hardware 3-1
        a device has no hardware serial: the request identifies the computer | omit --hardware, or create a dongle: --kind dongle
    container create --customer nordwind --kind device --request press.ctx --out x.cred
        a device has no credential | omit --out, --out-dir, --key and --encrypt-…
    container create --customer nordwind --kind cloud --request press.ctx
        a cloud container has no request | omit --request, or create a device: --kind device
    container create --customer nordwind --kind dongle --hardware 3-1 --request press.ctx
        the request is from a device, but --kind is dongle | create a device with --kind device; `licentia-container request --hardware SERIAL` writes the request of a dongle
    container create --customer nordwind --kind dongle --hardware 3-1 --request stick.ctx
        the request is from dongle 3-99, but --hardware is 3-1 | use --hardware 3-99, or the request of dongle 3-1
    "#);
}

#[test]
fn a_known_computer_is_reported() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    // A computer after a new installation: another machine ID, another folder, another key.
    computer.part("etc/machine-id", "ffff0000ffff0000ffff0000ffff0000");
    computer
        .line(&format!(
            "request --folder again --root {} --test --privileged --out again.ctx",
            root(&home)
        ))
        .assert(0);
    let ran = home
        .line(
            "container create --customer nordwind --kind device --request again.ctx --reference N",
        )
        .assert(0);
    assert!(
        ran.err.contains(&format!(
            "the computer is similar to the computer of container {} of customer nordwind, \"Press\"",
            home.serial("M")
        )),
        "{ran}"
    );
    // Another computer of the same model does not match.
    let other = Computer::new(&home.env, 2);
    other
        .line(&format!(
            "request --folder other --root {} --test --privileged --out other.ctx",
            root(&home)
        ))
        .assert(0);
    let ran = home
        .line("container create --customer nordwind --kind device --request other.ctx")
        .assert(0);
    assert!(!ran.err.contains("warning"), "{ran}");
}

#[test]
fn an_invalid_receipt_is_refused() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    let text = home.env.read("receipt.ctx");
    home.env.write("cut.ctx", &text[..text.len() / 2]);
    home.env.write("two.ctx", format!("{text}\n\n{text}"));
    // A key of another container: the folder consists of two folders.
    let other = Computer::new(&home.env, 2);
    other
        .line(&format!("request --folder other --root {} --test --out other.ctx", root(&home)))
        .assert(0);
    home.line("container create --customer sued --kind device --request other.ctx --reference N")
        .assert(0);
    let forged = licentia_runtime::inspect::unverified(&text).expect("a text").claims;
    let mut errors = Vec::new();
    for (line, status, code) in [
        ("container receive press.ctx", 4, "wrong_type"),
        ("container receive press.upd", 4, "wrong_type"),
        ("container receive cut.ctx", 4, "malformed"),
        ("container receive two.ctx", 2, "usage"),
        ("container receive none.ctx", 5, "io"),
        ("container confirm @M --reason really", 1, "wrong_kind"),
        ("container resolve @M --reason nothing", 1, "wrong_state"),
        ("container resolve @K --reason nothing", 1, "wrong_state"),
        ("container recycle @M --yes", 1, "wrong_kind"),
        ("container retire @M --yes", 1, "in_use"),
    ] {
        let before = home.env.everything();
        errors.push(format!("{line}\n    {}", home.refused(line, status, code)));
        assert!(before == home.env.everything(), "{line}");
    }
    assert_eq!(forged["sub"], home.serial("M"));
    insta::assert_snapshot!(errors.join("\n"), @"
    container receive press.ctx
        press.ctx: the file is a request; a receipt is required | ask the sender for a file of the required kind
    container receive press.upd
        press.upd: the file is an update; a receipt is required | ask the sender for a file of the required kind
    container receive cut.ctx
        cut.ctx: not a valid signed file: a part is missing | the file was cut, changed or forged; ask the sender for the file as an attachment
    container receive two.ctx
        two.ctx contains 2 contexts; 1 is required | write each token to a file of its own
    container receive none.ctx
        cannot read [DIR]/none.ctx: no such file or folder | 
    container confirm @M --reason really
        container K-8PMJ3-GNN72 has a key and cannot be confirmed by a person: its receipt is the proof | `licentia container receive FILE` imports the receipt
    container resolve @M --reason nothing
        container K-8PMJ3-GNN72 is not suspect: there is nothing to resolve | `licentia container show K-8PMJ3-GNN72` shows the state of the container
    container resolve @K --reason nothing
        container K-5ADW4-1WQ6R is not suspect: there is nothing to resolve | `licentia container show K-5ADW4-1WQ6R` shows the state of the container
    container recycle @M --yes
        container K-8PMJ3-GNN72 is a device; only dongles can be recycled | `licentia container retire K-8PMJ3-GNN72` retires the container
    container retire @M --yes
        container K-8PMJ3-GNN72 contains 1 license | return the licenses first: `licentia license return L-XY9KB-PT3MW --container K-8PMJ3-GNN72`
    ");
    // A receipt of a retired container is refused.
    home.line("license return ref:L --container @M").assert(0);
    deliver_update(&home, &computer);
    home.line("container retire @M --yes").assert(0);
    computer.line("receipt --folder press --out late.ctx").assert(0);
    home.refused("container receive late.ctx", 1, "wrong_state");
}

/// Copies the database.
fn keep(home: &HomeWithContainers, name: &str) {
    std::fs::copy(home.env.path("licentia.db"), home.env.path(name)).expect("copied");
}

/// Restores a copy of the database, and accepts it for the key that knows a newer one.
fn put_back(home: &HomeWithContainers, name: &str) {
    let _ = std::fs::remove_file(home.env.path("licentia.db-wal"));
    std::fs::copy(home.env.path(name), home.env.path("licentia.db")).expect("copied");
    home.line("doctor --accept key:commercial --reason restored --yes").assert(0);
}

#[test]
fn a_receipt_that_contradicts_the_database_makes_the_container_suspect() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    keep(&home, "before.db");
    // A counter that this database never issued: another home of the vendor issued it, or the
    // database was restored without the state `resync`.
    home.issue("B", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    put_back(&home, "before.db");
    let never = home.json("container receive receipt.ctx");
    assert_eq!(
        (never["state"].as_str(), never["suspicion"]["why"].as_str()),
        (Some("suspect"), Some("never_issued"))
    );
    let seen = home.json("container show @M");
    assert_eq!(
        (seen["confirmed_counter"].as_u64(), seen["suspicion"]["seen"].as_u64()),
        (Some(2), Some(3))
    );
    // Other content under a counter that was issued.
    put_back(&home, "before.db");
    home.issue("C", "--seats 2 --term 1y --container @M");
    home.line("container update @M --out other.upd").assert(0);
    let other = home.json("container receive receipt.ctx");
    assert_eq!(
        (other["state"].as_str(), other["suspicion"]["why"].as_str()),
        (Some("suspect"), Some("other_content"))
    );
    // A good receipt does not clear the suspicion, and frees no seats.
    home.line("license return ref:A --container @M").assert(0);
    assert_eq!(home.placements("A"), "M 2 returning; 0 free, parked, r1");
    assert!(home.refused("container update @M", 1, "suspect").contains("resolve"));
    assert_eq!(home.json("container resolve @M --reason two-homes")["counter"], 5);
    let received = deliver_update(&home, &computer);
    assert_eq!(
        (received["counter"].as_u64(), received["state"].as_str()),
        (Some(5), Some("active"))
    );
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
}

#[test]
fn after_a_restore_the_next_receipt_sets_the_counter() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    home.issue("B", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license return ref:A --container @M").assert(0);
    keep(&home, "before.db");
    deliver_update(&home, &computer);
    home.issue("C", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    // The copy of the database is older than the proof of removal.
    put_back(&home, "before.db");
    home.env.record_containers(
        "resync = 1",
        &serde_json::json!({"resync": true}),
        "kind <> 'cloud'",
    );
    assert_eq!(home.json("container list --state resync").as_array().map(Vec::len), Some(3));
    computer.line("receipt --folder press --out now.ctx").assert(0);
    let received = home.json("container receive now.ctx");
    assert_eq!(
        (received["state"].as_str(), received["outdated"].as_bool()),
        (Some("active"), Some(true))
    );
    // The counter belongs to the history before the restore, so that it proves no removal.
    assert_eq!(home.placements("A"), "M 2 returning; 0 free, parked, r1");
    // A repeated receipt raises no suspicion and proves no removal.
    computer.line("receipt --folder press --out same.ctx").assert(0);
    let same = home.json("container receive same.ctx");
    assert_eq!(
        (same["state"].as_str(), same["settled"].as_array().map(Vec::len)),
        (Some("active"), Some(0))
    );
    assert_eq!(home.placements("A"), "M 2 returning; 0 free, parked, r1");
    let received = deliver_update(&home, &computer);
    assert_eq!(
        (received["state"].as_str(), received["outdated"].as_bool()),
        (Some("active"), Some(false))
    );
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
}

#[test]
fn a_dongle_with_a_key_signs_its_receipts() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    computer
        .line(&format!(
            "request --folder stick --root {} --test --hardware 3-99 --out stick.ctx",
            root(&home)
        ))
        .assert(0);
    home.line(
        "container create --customer nordwind --kind dongle --hardware 3-99 --request \
        stick.ctx --reference M",
    )
    .assert(0);
    home.issue("L", "--seats 2 --term 1y --container @M");
    home.line("container update @M --out stick.upd").assert(0);
    computer.line("apply --folder stick stick.upd").assert(0);
    // The dongle works on another computer. A copy of its folder does not, because the application
    // reads the serial of the hardware.
    let other = Computer::new(&home.env, 2);
    assert_eq!(count_accepted_licenses(&home, &other, "stick"), Ok(1));
    home.line("license return ref:L --container @M").assert(0);
    home.line("container update @M --out stick.upd --force").assert(0);
    other.line("apply --folder stick stick.upd").assert(0);
    other.line("receipt --folder stick --out r.ctx").assert(0);
    assert_eq!(home.json("container receive r.ctx")["state"], "active");
    assert_eq!(home.placements("L"), "; 2 free, parked, r1");
    home.refused("container confirm @M --reason really", 1, "wrong_kind");
}

#[test]
fn a_blocked_container_works_again_after_it_is_unblocked() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("container block @M --reason stolen").assert(0);
    home.line("container update @M --out block.upd").assert(0);
    insta::assert_snapshot!(computer.line("apply --folder press block.upd"), @"
    exit 0
    --- out
    Applied update 3 to container K-8PMJ3-GNN72: 1 license
    Container K-8PMJ3-GNN72 is blocked by the vendor (blocked). Next: ask the vendor for the reason
    ");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Err("blocked".to_owned()));
    assert_eq!(computer.json("show --folder press")["blocked"], "blocked");
    computer.line("receipt --folder press --out r.ctx").assert(0);
    assert_eq!(home.json("container receive r.ctx")["state"], "blocked");
    // The confirmed block is an attempt in the log, so that the vendor can call the customer.
    let attempts = home.json("container attempts @M");
    assert_eq!(
        (attempts.as_array().map(Vec::len), attempts[0]["action"].as_str()),
        (Some(1), Some("receipt"))
    );
    home.line("container unblock @M --reason found").assert(0);
    assert_eq!(deliver_update(&home, &computer)["state"], "active");
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
}

#[test]
fn a_changed_or_copied_container_folder_is_detected() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    let keep = || copy(&home.env.path("press"), &home.env.path("kept"));
    let put_back = || copy(&home.env.path("kept"), &home.env.path("press"));
    keep();
    let mut errors = Vec::new();
    let mut try_all = |about: &str, status: u8, code: &str| {
        for verb in ["show --folder press", "receipt --folder press --out x.ctx"] {
            errors.push(format!("{about}, {verb}\n    {}", computer.refused(verb, status, code)));
        }
    };
    // Edited state files: a changed update, a changed root key, invalid JSON.
    let state = home.env.read("press/container.json");
    home.env.write("press/container.json", state.replacen("update\": \"eyJ", "update\": \"eyK", 1));
    try_all("an edited update", 5, "corrupt");
    // The next update repairs the folder.
    computer.line("apply --folder press press.upd").assert(0);
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
    put_back();
    home.env.write(
        "press/container.json",
        state.replace(&root(&home), "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA"),
    );
    try_all("another root", 5, "corrupt");
    put_back();
    home.env.write("press/container.json", &state[..state.len() / 2]);
    try_all("half a state", 5, "corrupt");
    put_back();
    home.env.write(
        "press/container.json",
        state.replacen("\"test\": true,", "\"test\": true, \"counter\": 99,", 1),
    );
    try_all("an unknown member", 5, "corrupt");
    put_back();
    // Folders without a key or without a state.
    std::fs::remove_file(home.env.path("press/key.jwk")).expect("removed");
    try_all("without its key", 5, "key_missing");
    let request = format!(
        "request --folder press --root {} --test --privileged --out again.ctx --force",
        root(&home)
    );
    assert!(computer.refused(&request, 5, "key_missing").contains("backup"));
    put_back();
    std::fs::remove_file(home.env.path("press/container.json")).expect("removed");
    try_all("without its state", 5, "corrupt");
    computer.line(&request).assert(0);
    computer.line("apply --folder press press.upd").assert(0);
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(1));
    put_back();
    let key = home.env.read("press/key.jwk");
    home.env.write("press/key.jwk", key.replacen("\"d\": \"", "\"d\": \"A", 1));
    try_all("a key that was changed", 5, "corrupt");
    assert!(!message_has_secret(&computer, &key));
    put_back();
    // A copy of the folder on another computer: the key is there, the properties differ.
    let other = Computer::new(&home.env, 2);
    assert_eq!(count_accepted_licenses(&home, &other, "press"), Err("wrong_container".to_owned()));
    assert!(other.line("show --folder press").assert(0).text().contains("(wrong_container)"));
    other.line("receipt --folder press --out copy.ctx").assert(0);
    assert_eq!(home.json("container receive copy.ctx")["matches"], false);
    // The key of another container with the state of this container.
    other
        .line(&format!("request --folder other --root {} --test --out other.ctx", root(&home)))
        .assert(0);
    std::fs::copy(home.env.path("other/key.jwk"), home.env.path("press/key.jwk")).expect("copied");
    try_all("another container's key", 5, "corrupt");
    insta::assert_snapshot!(errors.join("\n").replace(&root(&home), "[ROOT]"), @"
    an edited update, show --folder press
        [DIR]/press/container.json was changed by another program: the header cannot be read: invalid unicode code point at line 1 column 3 | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    an edited update, receipt --folder press --out x.ctx
        [DIR]/press/container.json was changed by another program: the header cannot be read: invalid unicode code point at line 1 column 3 | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    another root, show --folder press
        [DIR]/press/container.json was changed by another program: the key set in the update is refused: the root key of the key set is [ROOT]; the trusted root key is GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    another root, receipt --folder press --out x.ctx
        [DIR]/press/container.json was changed by another program: the key set in the update is refused: the root key of the key set is [ROOT]; the trusted root key is GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    half a state, show --folder press
        [DIR]/press/container.json cannot be read: EOF while parsing a string at line 6 column 1588 | restore the file from a backup; or delete the file, run `licentia-container request` with the same --folder, and apply the newest update of the vendor
    half a state, receipt --folder press --out x.ctx
        [DIR]/press/container.json cannot be read: EOF while parsing a string at line 6 column 1588 | restore the file from a backup; or delete the file, run `licentia-container request` with the same --folder, and apply the newest update of the vendor
    an unknown member, show --folder press
        [DIR]/press/container.json cannot be read: unknown field `counter`, expected one of `fmt`, `root`, `test`, `hardware`, `keyset`, `update`, `status`, `previous` at line 4 column 25 | restore the file from a backup; or delete the file, run `licentia-container request` with the same --folder, and apply the newest update of the vendor
    an unknown member, receipt --folder press --out x.ctx
        [DIR]/press/container.json cannot be read: unknown field `counter`, expected one of `fmt`, `root`, `test`, `hardware`, `keyset`, `update`, `status`, `previous` at line 4 column 25 | restore the file from a backup; or delete the file, run `licentia-container request` with the same --folder, and apply the newest update of the vendor
    without its key, show --folder press
        the private key of the container is missing: [DIR]/press/key.jwk does not exist | restore the file from a backup of this folder; without a backup, ask the vendor to recover the licenses into a new container
    without its key, receipt --folder press --out x.ctx
        the private key of the container is missing: [DIR]/press/key.jwk does not exist | restore the file from a backup of this folder; without a backup, ask the vendor to recover the licenses into a new container
    without its state, show --folder press
        the state of the container is missing: [DIR]/press/container.json does not exist | run `licentia-container request` with the same --folder, which creates the file, and apply the newest update of the vendor
    without its state, receipt --folder press --out x.ctx
        the state of the container is missing: [DIR]/press/container.json does not exist | run `licentia-container request` with the same --folder, which creates the file, and apply the newest update of the vendor
    a key that was changed, show --folder press
        [DIR]/press/key.jwk cannot be read: the private key is not an Ed25519 key | restore the file from a backup of this folder; without a backup, ask the vendor to recover the licenses into a new container
    a key that was changed, receipt --folder press --out x.ctx
        [DIR]/press/key.jwk cannot be read: the private key is not an Ed25519 key | restore the file from a backup of this folder; without a backup, ask the vendor to recover the licenses into a new container
    another container's key, show --folder press
        [DIR]/press/container.json was changed by another program: the update is for container K-8PMJ3-GNN72 with key 4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw, and the key of this container is n2dP9_D-qWJ1UJ7_V8sJjYKI1iCBXl3-IXzRVNbOr7k | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    another container's key, receipt --folder press --out x.ctx
        [DIR]/press/container.json was changed by another program: the update is for container K-8PMJ3-GNN72 with key 4UlF9LE5ukJUD90VL6L3s4RYXf4JjVjD8MlD7FO25Gw, and the key of this container is n2dP9_D-qWJ1UJ7_V8sJjYKI1iCBXl3-IXzRVNbOr7k | apply the newest update of the vendor again; if the update is refused too, delete the file and run `licentia-container request` with the same --folder
    ");
}

/// Returns whether the message about a damaged key file contains a part of the key.
fn message_has_secret(computer: &Computer<'_>, key: &str) -> bool {
    let jwk: Value = serde_json::from_str(key).expect("JSON");
    let secret = jwk["d"].as_str().expect("a secret");
    computer.line("show --folder press").err.contains(&secret[..8])
}

#[test]
fn an_invalid_update_changes_nothing() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    let other = Computer::new(&home.env, 2);
    other
        .line(&format!("request --folder other --root {} --test --out other.ctx", root(&home)))
        .assert(0);
    home.line(
        "container create --customer nordwind --kind device --request other.ctx --reference N",
    )
    .assert(0);
    home.line("container update @N --out other.upd").assert(0);
    home.line("container update @D --out dongle.upd").assert(0);
    home.line("license extend ref:L --by 1mo").assert(0);
    home.line("container update @M --out next.upd").assert(0);
    let text = home.env.read("next.upd");
    home.env.write("cut.upd", &text[..text.len() / 2]);
    home.env.write("forged.upd", format!("{}AAAA", &text[..text.len() - 4]));
    let state = home.env.read("press/container.json");
    let mut errors = Vec::new();
    for (file, status, code) in [
        ("other.upd", 4, "wrong_container"),
        ("dongle.upd", 4, "wrong_container"),
        ("cut.upd", 4, "malformed"),
        ("forged.upd", 4, "bad_signature"),
        ("press.ctx", 4, "wrong_type"),
        ("none.upd", 5, "io"),
    ] {
        errors.push(format!(
            "{file}: {}",
            computer.refused(&format!("apply --folder press {file}"), status, code)
        ));
        assert_eq!(state, home.env.read("press/container.json"), "{file}");
    }
    let key = |name: &str| {
        computer.json(&format!("show --folder {name}"))["key"].as_str().expect("a key").to_owned()
    };
    insta::assert_snapshot!(errors.join("\n").replace(&key("press"), "[KEY]").replace(&key("other"), "[OTHER]"), @"
    other.upd: the update is for container K-2REVN-GM27H, and this container is K-8PMJ3-GNN72 | use the file that the vendor wrote for this container
    dongle.upd: the update is for container K-178KF-GBK8E, which has no key | use the file that the vendor wrote for this container
    cut.upd: not a valid signed file: a part is missing | the file was cut, changed or forged; ask the sender for the file as an attachment
    forged.upd: the signature does not match: the file was changed, cut or forged | the file was cut, changed or forged; ask the sender for the file as an attachment
    press.ctx: the file is a request, a receipt or a context; an update is required | ask the sender for a file of the required kind
    none.upd: cannot read none.upd: no such file |
    ");
    computer.line("apply --folder press next.upd").assert(0);
}

#[test]
fn an_interrupted_apply_leaves_a_complete_container() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    copy(&home.env.path("press"), &home.env.path("kept"));
    home.issue("B", "--seats 2 --term 1y --container @M");
    home.line("container update @M --out next.upd").assert(0);
    let (mut old, mut new) = (0, 0);
    for stop in 0.. {
        copy(&home.env.path("kept"), &home.env.path("press"));
        computer.stops.set(Some(stop));
        let ran = computer.line("apply --folder press next.upd --json");
        computer.stops.set(None);
        // The folder stays readable, and holds the old update or the new one.
        match computer.json("show --folder press")["counter"].as_u64() {
            Some(2) => old += 1,
            Some(3) => new += 1,
            other => panic!("stopped after {stop}: at {other:?}"),
        }
        if ran.status == 0 {
            break;
        }
        assert_eq!(ran.status, 5, "{ran}");
        assert!(ran.err.contains("the disk is full"), "{ran}");
        // The next command completes the step.
        computer.line("apply --folder press next.upd").assert(0);
        assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(2));
    }
    assert_eq!((old, new), (3, 2), "{:?}", computer.steps.borrow());
}

#[test]
fn an_interrupted_request_or_receipt_leaves_a_complete_container() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    let request = format!(
        "request --folder press --root {} --test --privileged --out press.ctx --force",
        root(&home)
    );
    for stop in 0.. {
        let _ = std::fs::remove_dir_all(home.env.path("press"));
        computer.stops.set(Some(stop));
        let ran = computer.line(&request);
        computer.stops.set(None);
        computer.line(&request).assert(0);
        if ran.status == 0 {
            assert_eq!(stop, 10, "{:?}", computer.steps.borrow());
            break;
        }
    }
    home.line(
        "container create --customer nordwind --kind device --request press.ctx --reference M",
    )
    .assert(0);
    home.issue("A", "--seats 2 --term 1y --container @M");
    home.line("container update @M --out press.upd").assert(0);
    computer.line("apply --folder press press.upd").assert(0);
    let mut previous = 0;
    for stop in 0.. {
        computer.stops.set(Some(stop));
        let ran = computer.line("receipt --folder press --out r.ctx --force");
        computer.stops.set(None);
        if ran.status == 0 {
            break;
        }
        // The state contains every receipt that was written or may have been written.
        let state: Value =
            serde_json::from_str(&home.env.read("press/container.json")).expect("JSON");
        let now = state["previous"].as_array().expect("a list").len();
        assert!(now >= previous, "{state}");
        previous = now;
    }
    assert_eq!(home.json("container receive r.ctx")["state"], "active");
}

#[test]
fn the_program_explains_its_errors() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    let root = root(&home);
    computer
        .line(&format!("request --folder press --root {root} --test --out press.ctx"))
        .assert(0);
    home.line("key publish --out acme.keyset").assert(0);
    let mut errors = Vec::new();
    for (line, status, code) in [
        ("show", 2, "usage"),
        ("dance --folder press", 2, "usage"),
        ("show --folder none", 3, "not_found"),
        ("apply --folder none press.ctx", 3, "not_found"),
        ("receipt --folder press --out r.ctx", 1, "wrong_state"),
        ("request --folder press --test --out a.ctx", 2, "usage"),
        ("request --folder press --test --out a.ctx --root abc", 2, "usage"),
        (
            "request --folder press --test --out a.ctx --root \
             GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA",
            1,
            "exists",
        ),
        (&*format!("request --folder press --out a.ctx --root {root}"), 1, "exists"),
        (
            &*format!("request --folder press --test --out a.ctx --root {root} --hardware 3-1"),
            1,
            "exists",
        ),
        (
            &*format!(
                "request --folder new --test --out a.ctx --root {root} --hardware 3-1 --privileged"
            ),
            2,
            "usage",
        ),
        (
            &*format!("request --folder press --test --out press.ctx --root {root}"),
            5,
            "would_overwrite",
        ),
        (&*format!("request --folder press --test --out - --root {root}"), 2, "usage"),
        ("request --folder new --out a.ctx --keyset acme.keyset", 4, "test_file"),
        (
            "request --folder new --test --out a.ctx --keyset acme.keyset --root \
             GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA",
            2,
            "usage",
        ),
        ("request --folder new --test --out a.ctx --keyset press.ctx", 4, "wrong_type"),
        ("request --folder new --test --out a.ctx --keyset none.keyset", 5, "io"),
    ] {
        errors.push(format!("{line}\n    {}", computer.refused(line, status, code)));
        assert!(!home.env.path("new").exists(), "{line}");
    }
    computer.line("request --folder new --test --out a.ctx --keyset acme.keyset").assert(0);
    insta::assert_snapshot!(errors.join("\n").replace(&root, "[ROOT]"), @"
    show
        the following required arguments were not provided: --folder <DIR> | `licentia-container --help` lists the commands
    dance --folder press
        unrecognized subcommand 'dance' | `licentia-container --help` lists the commands
    show --folder none
        there is no container in [DIR]/none | `licentia-container request --folder DIR --root THUMBPRINT --out FILE` creates a container
    apply --folder none press.ctx
        there is no container in [DIR]/none | `licentia-container request --folder DIR --root THUMBPRINT --out FILE` creates a container
    receipt --folder press --out r.ctx
        no update was applied to the container in [DIR]/press | send the request to the vendor, and apply the update from the vendor
    request --folder press --test --out a.ctx
        the following required arguments were not provided: --root <THUMBPRINT> | `licentia-container --help` lists the commands
    request --folder press --test --out a.ctx --root abc
        invalid value 'abc' for '--root <THUMBPRINT>': a thumbprint has 43 characters of A-Z, a-z, 0-9, - and _ | `licentia-container --help` lists the commands
    request --folder press --test --out a.ctx --root GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA
        [DIR]/press is already the container of another vendor, with root key [ROOT] | choose another folder
    request --folder press --out a.ctx --root [ROOT]
        [DIR]/press is already a test container, and --test is missing | choose another folder
    request --folder press --test --out a.ctx --root [ROOT] --hardware 3-1
        [DIR]/press is already the container of a computer | choose another folder
    request --folder new --test --out a.ctx --root [ROOT] --hardware 3-1 --privileged
        the argument '--hardware <SERIAL>' cannot be used with '--privileged' | `licentia-container --help` lists the commands
    request --folder press --test --out press.ctx --root [ROOT]
        press.ctx already exists | --force overwrites an existing file
    request --folder press --test --out - --root [ROOT]
        --out - and --json both write to standard output | give --out FILE with --json
    request --folder new --out a.ctx --keyset acme.keyset
        the key set is a test file; a live key set is required | use only test files or only live files; `licentia-container request` creates a live container in a new folder, and with --test a test container
    request --folder new --test --out a.ctx --keyset acme.keyset --root GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA
        the first root key of the key set is [ROOT], not GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA | give only --root, or only --keyset if the vendor changed the root key
    request --folder new --test --out a.ctx --keyset press.ctx
        the file is a request, a receipt or a context; a key set is required | ask the sender for a file of the required kind
    request --folder new --test --out a.ctx --keyset none.keyset
        cannot read none.keyset: no such file |
    ");
    insta::assert_snapshot!(computer.line("help"), @"
    exit 0
    --- out
    Manage the license container of this computer

    A container is a folder with a key pair; the private key never leaves the folder. A request
    registers the container with the vendor, an update from the vendor sets the contents of the
    container, and a receipt reports the contents to the vendor. All three are files that can be sent by
    mail.

    Usage: licentia-container [OPTIONS] <COMMAND>

    Commands:
      request  Create the container if it does not exist, and write a request for the vendor
      apply    Apply an update from the vendor, completely or not at all
      receipt  Write a receipt, which reports the contents of the container to the vendor
      show     Show the container and its licenses, and check that they are valid on this computer
      help     Print this message or the help of the given subcommand(s)

    Options:
          --json
              Print one JSON document

      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Exit status: 0 success, 1 refused by a rule, 2 wrong usage, 3 not found, 4 invalid file, 5 system
    error (file, disk), 70 defect of the program.
    ");
    // `LICENTIA_NOW` applies to test folders alone.
    computer.set_now("2027-01-01T00:00:00Z");
    computer.line("show --folder press").assert(0);
    computer
        .line(&format!("request --folder later --root {root} --test --out later.ctx"))
        .assert(0);
    assert!(
        computer
            .refused(&format!("request --folder live --root {root} --out live.ctx"), 2, "usage")
            .contains("LICENTIA_NOW")
    );
    computer.refused("show --folder none", 3, "not_found");
    computer.set_now("tomorrow");
    assert!(computer.refused("show --folder press", 2, "usage").contains("not an instant"));
}

#[test]
fn privileged_properties_are_left_out_by_default() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    let secret = computer.path("sys/class/dmi/id/product_uuid");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o400)).expect("changed");
    let names = |flags: &str, folder: &str| {
        let line = format!(
            "request --folder {folder} --root {} --test --out {folder}.ctx {flags}",
            root(&home)
        );
        computer.json(&line)["properties"].to_string()
    };
    assert!(
        !names("", "a").contains("product_uuid")
            && names("--privileged", "b").contains("product_uuid")
    );
    // A computer without any readable property is refused.
    let bare = Computer::bare(&home.env, 9);
    let line = format!("request --folder c --root {} --test --out c.ctx", root(&home));
    assert!(
        bare.refused(&line, 3, "not_found").contains("no property that identifies this computer")
    );
    assert!(!home.env.path("c").exists());
}

#[test]
fn a_restored_database_frees_nothing_for_a_counter_of_another_history() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 10 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license move ref:L --from @M --to @K --seats 5").assert(0);
    home.line("container update @M --out moved.upd").assert(0);
    computer.line("apply --folder press moved.upd").assert(0);
    keep(&home, "before.db");
    computer.line("receipt --folder press --out moved.ctx").assert(0);
    home.line("container receive moved.ctx").assert(0);
    // All ten seats return to the computer. Then the database is restored to an earlier copy.
    home.line("license move ref:L --from @K --to @M").assert(0);
    deliver_update(&home, &computer);
    put_back(&home, "before.db");
    home.env.record_containers(
        "resync = 1",
        &serde_json::json!({"resync": true}),
        "kind <> 'cloud'",
    );
    home.line("license extend ref:L --by 1mo").assert(0);
    home.line("container update @M --out own.upd").assert(0);
    for name in ["one", "two", "three"] {
        computer.line(&format!("receipt --folder press --out {name}.ctx")).assert(0);
        let received = home.json(&format!("container receive {name}.ctx"));
        assert_eq!(
            (received["state"].as_str(), received["settled"].as_array().map(Vec::len)),
            (Some("active"), Some(0)),
            "{name}"
        );
        // Ten seats are on the computer. None of them may be in another place, although this
        // database wrote an update with that counter, too.
        assert_eq!(home.placements("L"), "M 5 live, M 5 returning; 0 free, active, r3", "{name}");
    }
    deliver_update(&home, &computer);
    assert_eq!(home.placements("L"), "M 5 live, K 5 live; 0 free, active, r3");
}

#[test]
fn nothing_is_issued_to_a_suspect_container() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M --out a.lic");
    deliver_update(&home, &computer);
    copy(&home.env.path("press"), &home.env.path("backup"));
    home.issue("B", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    copy(&home.env.path("backup"), &home.env.path("press"));
    computer.line("receipt --folder press --out back.ctx").assert(0);
    let would = home.line("container receive back.ctx --dry-run").assert(0).err;
    assert!(would.contains("would become suspect"), "{would}");
    assert_eq!(home.json("container receive back.ctx")["state"], "suspect");
    let mut errors = Vec::new();
    for line in [
        "license extend ref:A --by 1mo --out x.lic",
        "license edit ref:A --seats 3 --out x.lic",
        "license export ref:A --out x.lic",
        "license check a.lic --out x.lic",
        "bundle --license ref:A --out x.licentia",
        "bundle --container @M --out x.licentia",
        "license issue --customer nordwind --product work-management --container @M",
    ] {
        let before = home.env.everything();
        errors.push(format!("{line}\n    {}", home.refused(line, 1, "suspect")));
        assert!(before == home.env.everything(), "{line}");
    }
    insta::assert_snapshot!(errors.join("\n"), @"
    license extend ref:A --by 1mo --out x.lic
        container K-8PMJ3-GNN72 is suspect: its receipts contradict the database | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    license edit ref:A --seats 3 --out x.lic
        container K-8PMJ3-GNN72 is suspect: its receipts contradict the database | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    license export ref:A --out x.lic
        container K-8PMJ3-GNN72 is suspect: its receipts contradict the database | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    license check a.lic --out x.lic
        container K-8PMJ3-GNN72 is suspect: its receipts contradict the database | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    bundle --license ref:A --out x.licentia
        container K-8PMJ3-GNN72 is suspect: its receipts contradict the database | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    bundle --container @M --out x.licentia
        container K-8PMJ3-GNN72 has been suspect since 2026-11-21T10:00:00Z: the receipt states counter 2, which is lower than the confirmed counter: the folder was restored from a backup or copied | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    license issue --customer nordwind --product work-management --container @M
        container K-8PMJ3-GNN72 has been suspect since 2026-11-21T10:00:00Z: the receipt states counter 2, which is lower than the confirmed counter: the folder was restored from a backup or copied | no file is issued to the container until the cause is known and `licentia container resolve K-8PMJ3-GNN72 --reason REASON` is run
    ");
    // The license in the database can be changed. The file is not written into the folder.
    let ran = home.line("license extend ref:A --by 1mo --out-dir files").assert(0);
    assert!(
        ran.err.contains("is not written") && !home.env.path("files/").join("x").exists(),
        "{ran}"
    );
    // The block reaches a container at a higher counter, and the container holds nothing
    // afterwards.
    home.line("container block @M --reason stolen").assert(0);
    assert!(home.line("container show @M").text().contains("suspect"), "both are shown");
    home.line("container update @M --out stop.upd").assert(0);
    let stopped = computer.json("apply --folder press stop.upd");
    assert_eq!(
        (stopped["blocked"].as_str(), stopped["licenses"].as_array().map(Vec::len)),
        (Some("blocked"), Some(0))
    );
}

#[test]
fn a_forged_receipt_frees_no_seats() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license return ref:A --container @M").assert(0);
    home.line("container update @M --out gone.upd").assert(0);
    let claims = licentia_runtime::inspect::unverified(&home.env.read("receipt.ctx"))
        .expect("a text")
        .claims;
    let forge = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut claims = Value::Object(claims.clone());
        claims["jti"] = name.into();
        change(&mut claims);
        home.env.write(name, sign(&home.env.path("press"), &claims));
        home.json(&format!("container receive {name}"))
    };
    // A receipt that denies the license at the counter at which the container still holds it.
    let empty = forge("empty", &|claims| claims["licenses"] = serde_json::json!([]));
    assert_eq!(empty["suspicion"]["why"], "other_content");
    // A counter that leaves no room for another.
    let far = forge("far", &|claims| claims["counter"] = (1u64 << 53).into());
    assert_eq!(far["suspicion"]["why"], "never_issued");
    assert_eq!(home.placements("A"), "M 2 returning; 0 free, parked, r1");
    home.line("container resolve @M --reason played").assert(0);
    assert_eq!(deliver_update(&home, &computer)["state"], "active");
    assert_eq!(home.placements("A"), "; 2 free, parked, r1");
    // The same receipt after a restore.
    home.env.record_containers(
        "resync = 1",
        &serde_json::json!({"resync": true}),
        "kind = 'device'",
    );
    assert_eq!(
        forge("further", &|claims| claims["counter"] = (1u64 << 53).into())["state"],
        "suspect"
    );
    for (name, member, value) in [
        ("odd", "jti", "\u{1b}[2K".into()),
        ("long", "jti", "x".repeat(65).into()),
        ("before", "previous", serde_json::json!(["x".repeat(65)])),
        ("serial", "sub", "K-\n".into()),
    ] {
        let mut claims = Value::Object(claims.clone());
        claims[member] = value;
        home.env.write(name, sign(&home.env.path("press"), &claims));
        let ran = home.line(&format!("container receive {name} --json"));
        assert!(ran.status == 4 || name == "serial" && ran.status == 3, "{name}: {ran}");
    }
}

#[test]
fn seats_of_a_suspended_license_can_leave_hardware() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 10 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license suspend ref:L --reason unpaid").assert(0);
    deliver_update(&home, &computer);
    home.line("license return ref:L --container @M --seats 4").assert(0);
    deliver_update(&home, &computer);
    assert_eq!(home.placements("L"), "M 6 live; 4 free, suspended, r2");
}

#[test]
fn a_device_is_retired_after_its_last_update() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 2 --term 1y --container @M");
    deliver_update(&home, &computer);
    home.line("license withdraw ref:L --reason fraud --yes").assert(0);
    assert!(home.refused("container retire @M --yes", 1, "in_use").contains("container update"));
    deliver_update(&home, &computer);
    assert_eq!(count_accepted_licenses(&home, &computer, "press"), Ok(0));
    home.line("container retire @M --yes").assert(0);
    // A folder belongs to one container: its key is not accepted for another.
    let message = home.refused(
        "container create --customer nordwind --kind device --request press.ctx",
        1,
        "exists",
    );
    assert!(message.contains("is retired"), "{message}");
}

#[test]
fn a_computer_is_identified_by_more_than_its_model() {
    let home = HomeWithContainers::new();
    let bare = Computer::bare(&home.env, 3);
    bare.part("proc/cpuinfo", "model name\t: Intel(R) Core(TM) i7\n");
    let line = format!("request --folder c --root {} --test --out c.ctx", root(&home));
    bare.refused(&line, 3, "not_found");
    bare.part("etc/machine-id", "aaaa0000aaaa0000aaaa0000aaaa0000");
    bare.line(&line).assert(0);
    home.line("container create --customer nordwind --kind device --request c.ctx --reference M")
        .assert(0);
    home.issue("L", "--seats 1 --term 1y --container @M");
    home.line("container update @M --out c.upd").assert(0);
    bare.line("apply --folder c c.upd").assert(0);
    assert_eq!(count_accepted_licenses(&home, &bare, "c"), Ok(1));
    // Another computer of the same model does not match.
    bare.part("etc/machine-id", "bbbb0000bbbb0000bbbb0000bbbb0000");
    assert_eq!(count_accepted_licenses(&home, &bare, "c"), Err("wrong_container".to_owned()));
}

#[test]
fn a_command_overwrites_no_file_of_the_container_and_no_other_file() {
    let home = HomeWithContainers::new();
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("L", "--seats 1 --term 1y --container @M");
    deliver_update(&home, &computer);
    for target in ["press/key.jwk", "press/container.json", "press/../press/key.jwk"] {
        let line = format!("receipt --folder press --out {target} --force");
        assert!(
            computer.refused(&line, 5, "would_overwrite").contains("a file of the container"),
            "{target}"
        );
    }
    home.env.write("r.ctx.new", "another file");
    computer.line("receipt --folder press --out r.ctx").assert(0);
    assert_eq!(home.env.read("r.ctx.new"), "another file");
    // A bundle is accepted where a file is accepted.
    home.line("license extend ref:L --by 1mo").assert(0);
    home.line("container update @M --out next.upd").assert(0);
    home.line("key publish --out acme.keyset").assert(0);
    home.env.write(
        "both.licentia",
        format!("{}\n\n{}\n", home.env.read("acme.keyset"), home.env.read("next.upd")),
    );
    assert_eq!(computer.json("apply --folder press both.licentia")["applied"], true);
    home.env.write("twice.licentia", format!("{0}\n\n{0}\n", home.env.read("next.upd")));
    computer.refused("apply --folder press twice.licentia", 4, "malformed");
    // A damaged key set in the folder does not permit an older update.
    let state: Value = serde_json::from_str(&home.env.read("press/container.json")).expect("JSON");
    let mut spoilt = state.clone();
    spoilt["keyset"] = "eyJ.eyJ.AAAA".into();
    home.env.write("press/container.json", spoilt.to_string());
    assert_eq!(computer.json("apply --folder press press.upd")["applied"], false);
}

#[test]
fn unused_hardware_can_be_retired_and_a_confirmation_ends_a_resync() {
    let home = HomeWithContainers::new();
    home.line("container update @D --out d.upd").assert(0);
    home.line("container block @D --reason stolen").assert(0);
    home.line("container retire @D --yes").assert(0);
    // A dongle that has held a license can be retired after an update has removed the license.
    home.issue("L", "--seats 1 --term 1y --container @E");
    home.line("container update @E --out e.upd").assert(0);
    home.line("container confirm @E --reason installed").assert(0);
    home.line("license withdraw ref:L --reason fraud --yes").assert(0);
    home.refused("container retire @E --yes", 1, "in_use");
    home.line("container update @E --out e2.upd").assert(0);
    home.line("container confirm @E --reason told").assert(0);
    home.env.record_containers(
        "resync = 1",
        &serde_json::json!({"resync": true}),
        "reference = 'E'",
    );
    assert!(home.line("container show @E").text().contains("container confirm"));
    assert_eq!(home.json("container confirm @E --reason looked")["state"], "active");
    home.line("container retire @E --yes").assert(0);
}
