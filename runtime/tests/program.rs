//! The program `licentia-container` as a process: exit status, pipes, file modes, concurrent runs.

#![expect(
    clippy::disallowed_methods,
    reason = "the tests stand outside and look at the files that the program leaves"
)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ROOT: &str = "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA";

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_licentia-container"));
    command
        .current_dir(folder)
        .env_remove("RUST_BACKTRACE")
        .env_remove("LICENTIA_NOW")
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, line: &str) -> Output {
    program(folder).args(line.split(' ')).output().expect("started")
}

fn request(out: &str) -> String {
    format!("request --folder acme --root {ROOT} --test --out {out}")
}

#[test]
fn a_request_of_this_very_computer() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = run(folder.path(), &request("-"));
    assert_eq!(ran.status.code(), Some(0), "{ran:?}");
    let text = String::from_utf8(ran.stdout).expect("text");
    assert!(
        text.starts_with("eyJ") && !text.contains('\n') && text.split('.').count() == 3,
        "{text}"
    );
    let mode = |name: &str| {
        folder.path().join("acme").join(name).metadata().expect("there").permissions().mode()
            & 0o777
    };
    assert_eq!(
        (mode("key.jwk") & 0o077, mode("container.json") & 0o022),
        (0, 0),
        "the key is for its owner alone"
    );
    let secret = std::fs::read_to_string(folder.path().join("acme/key.jwk")).expect("read");
    assert!(!text.contains(
        secret.split("\"d\": \"").nth(1).expect("a secret").split('"').next().expect("a secret")
    ));
    // Concurrent requests for the same folder have the same key.
    let started: Vec<_> = (0..6)
        .map(|number| {
            program(folder.path())
                .args(request(&format!("{number}.ctx")).split(' '))
                .stdout(Stdio::null())
                .spawn()
                .expect("started")
        })
        .collect();
    for mut child in started {
        assert!(child.wait().expect("ended").success());
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("acme/key.jwk")).expect("read"), secret);
    let key = |text: &str| {
        let claims = licentia_runtime::inspect::unverified(text).expect("a text").claims;
        claims["container"]["key"]["x"].as_str().expect("a key").to_owned()
    };
    for number in 0..6 {
        let other =
            std::fs::read_to_string(folder.path().join(format!("{number}.ctx"))).expect("read");
        assert_eq!(key(&other), key(&text));
    }
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("listed")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left.len(), 7, "nothing is left over: {left:?}");
}

#[test]
fn each_fault_has_its_status_and_says_what_helps() {
    let folder = tempfile::tempdir().expect("a folder");
    for (line, status, says) in [
        ("show --folder none", 3, "hint: `licentia-container request"),
        ("show", 2, "--folder"),
        ("apply --folder none none.upd", 5, "no such file"),
        ("--version", 0, ""),
        ("request --folder acme --root short --out a.ctx", 2, "43 characters"),
    ] {
        let ran = run(folder.path(), line);
        let err = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(ran.status.code() == Some(status) && err.contains(says), "{line}: {ran:?}");
    }
    // If the folder cannot be created, no file is written.
    std::fs::write(folder.path().join("acme"), "a file").expect("written");
    let ran = run(folder.path(), &request("a.ctx"));
    assert_eq!(ran.status.code(), Some(5), "{ran:?}");
    assert!(!folder.path().join("a.ctx").exists());
}

#[test]
fn a_closed_pipe_ends_quietly_and_a_full_device_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &request("a.ctx"));
    let mut child = program(folder.path())
        .args(["show", "--folder", "acme"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    assert!(child.wait().expect("ended").success());
    let ran = run(folder.path(), &request("/dev/full"));
    assert!(
        ran.status.code() == Some(5)
            && String::from_utf8_lossy(&ran.stderr).contains("the disk is full"),
        "{ran:?}"
    );
    assert!(run(folder.path(), &request("/dev/null")).status.success());
}
