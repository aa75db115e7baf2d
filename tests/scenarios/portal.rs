//! A web portal in which customers recover licenses alone: `docs/portal.sh`, with the real program
//! and without a terminal.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::env::computer::Computer;
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update, root};

/// Runs the script of the portal, which recovers a container of a customer.
fn portal(home: &HomeWithContainers, line: &str) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/portal.sh");
    let programs =
        Path::new(env!("CARGO_BIN_EXE_licentia")).parent().expect("a folder").display().to_string();
    let system = std::env::var("PATH").expect("a path");
    Command::new("sh")
        .arg(script)
        .args(home.typed(line).split(' '))
        .current_dir(home.env.path(""))
        .env_clear()
        .env("PATH", format!("{programs}:{system}"))
        .env("LICENTIA_HOME", home.env.path(""))
        .env("LICENTIA_NOW", "2026-11-22T10:00:00Z")
        .stdin(Stdio::null())
        .output()
        .expect("started")
}

/// Returns the exit status and the text for the customer.
fn answer(output: &Output) -> (i32, String) {
    let status = output.status.code().unwrap_or(-1);
    (status, String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[test]
fn a_portal_recovers_grants_one_more_and_then_refuses() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1").assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    home.issue("B", "--seats 2 --container @M");
    deliver_update(&home, &computer);
    let mut place = home.serial("M");
    let (mut seen, mut others) = (Vec::new(), Vec::new());
    for (number, folder) in [(2, "second"), (3, "third"), (4, "fourth")] {
        let other = Computer::new(&home.env, number);
        other
            .line(&format!(
                "request --folder {folder} --root {} --test --privileged --out {folder}.ctx",
                root(&home)
            ))
            .assert(0);
        let output = portal(
            &home,
            &format!("nordwind {place} {folder}.ctx lost CASE-{number} out-{number}"),
        );
        seen.push(answer(&output));
        if !output.status.success() {
            assert!(String::from_utf8_lossy(&output.stderr).contains("no_quota"), "{output:?}");
            others.push(output);
            continue;
        }
        // A repeated call recovers nothing more, and exports the same files.
        std::fs::remove_dir_all(home.env.path(&format!("out-{number}"))).expect("removed");
        assert_eq!(
            answer(&portal(
                &home,
                &format!("nordwind {place} {folder}.ctx lost CASE-{number} out-{number}")
            )),
            seen[seen.len() - 1]
        );
        let all = home.json("recovery list");
        let recovery: &Value = all.as_array().expect("a list").last().expect("a recovery");
        assert_eq!(
            (&recovery["from"], &recovery["reference"]),
            (&place.as_str().into(), &format!("CASE-{number}").into())
        );
        place = recovery["to"].as_str().expect("a serial").to_owned();
        other.set_now("2026-11-22T10:00:00Z");
        other.line(&format!("apply --folder {folder} out-{number}/{place}.upd")).assert(0);
        assert_eq!(
            other.line(&format!("show --folder {folder} --json")).json()["licenses"]
                .as_array()
                .map(Vec::len),
            Some(2)
        );
    }
    insta::assert_snapshot!(format!("{seen:#?}"), @r#"
    [
        (
            0,
            "Recovered. Take the update with licentia-container apply.",
        ),
        (
            0,
            "Recovered. Take the update with licentia-container apply.",
        ),
        (
            1,
            "No recovery is left. Please call us: your case is CASE-4.",
        ),
    ]
    "#);
    assert_eq!(others.len(), 1);
    // The log contains the author and the reason of each grant. A refused recovery grants nothing.
    let grants = home.json("audit list --action recovery.grant");
    let by: Vec<String> = grants
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{}: {}", it["actor"], it["detail"]["reason"]))
        .collect();
    assert_eq!(by, ["\"portal\": \"portal, case CASE-3\"", "\"portal\": \"portal, case CASE-3\""]);
    assert_eq!(home.json("recovery list").as_array().map(Vec::len), Some(2));
    // The portal does not reveal containers of other customers, and does not recover a container
    // that a person has blocked.
    assert_eq!(
        answer(&portal(&home, "sued @M second.ctx lost CASE-9 out-9")),
        (1, "There is no such container.".into())
    );
    assert_eq!(
        answer(&portal(&home, "unknown @M second.ctx lost CASE-9 out-9")),
        (1, "There is no such container.".into())
    );
    home.line(&format!("container block {place} --reason fraud")).assert(0);
    let output = portal(&home, &format!("nordwind {place} fourth.ctx lost CASE-10 out-10"));
    assert_eq!(
        answer(&output),
        (1, "This cannot be recovered here. Please call us: your case is CASE-10.".into())
    );
    assert!(
        !String::from_utf8_lossy(&output.stdout).contains("fraud"),
        "the customer does not see the reason"
    );
    assert_eq!(
        answer(&portal(&home, &format!("nordwind {place} missing.ctx lost CASE-11 out-11"))).0,
        5
    );
    assert_eq!(answer(&portal(&home, "nordwind")).0, 2);
    home.line("audit verify").assert(0);
}
