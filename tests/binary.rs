//! Tests of the real program: exit statuses, pipes, file modes, runs without a terminal, full
//! disks.

use std::io::{Read as _, Write as _};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::env::TestEnvironment;
use crate::env::program::ProgramHome;

#[test]
fn data_and_messages_go_to_their_own_streams() {
    let home = ProgramHome::new();
    let output = home.ok(&["license", "issue", "--customer", "c", "--product", "p", "--out", "-"]);
    assert!(
        output.stdout.starts_with(b"eyJ") && output.stderr.starts_with(b"Issued license L-"),
        "{output:?}"
    );
    let output = home.run(&["license", "show", "L-00000", "--json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0));
    let error: Value = serde_json::from_slice(&output.stderr).expect("one JSON line");
    assert_eq!(error["error"]["code"], "not_found");
    assert_eq!(home.run(&["verify", "/dev/null"]).status.code(), Some(4));
    assert_eq!(home.run(&["nonsense"]).status.code(), Some(2));
}

#[test]
fn without_a_terminal_nothing_waits_for_an_answer() {
    let home = ProgramHome::empty();
    let output = home.run(&["init", "--vendor", "Acme"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--no-passphrase"), "{output:?}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let home = ProgramHome::new();
    for _ in 0..3 {
        home.ok(&["license", "issue", "--customer", "c", "--product", "p", "--unbound"]);
    }
    let mut child = home
        .command(&["license", "list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let mut messages = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut messages).expect("read");
    assert_eq!((child.wait().expect("ended").code(), messages.as_str()), (Some(0), ""));
    let mut child = home
        .command(&["quickstart"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let mut messages = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut messages).expect("read");
    assert_eq!((child.wait().expect("ended").code(), messages.as_str()), (Some(0), ""));
}

#[test]
fn a_full_standard_output_is_an_error() {
    let home = ProgramHome::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("opened");
    let output = home.command(&["customer", "list"]).stdout(full).output().expect("started");
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    // The message is printed although the file could not be written.
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("opened");
    let output = home
        .command(&["license", "issue", "--customer", "c", "--product", "p", "--out", "-"])
        .stdout(full)
        .output()
        .expect("started");
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("Issued license L-"), "{output:?}");
}

#[test]
fn a_named_pipe_is_written_through_and_never_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let home = ProgramHome::new();
    let pipe = home.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read(pipe).expect("read")
    });
    home.ok(&[
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--reference",
        "R",
        "--out",
        "pipe",
    ]);
    let text = reader.join().expect("a reader");
    assert_eq!(text, home.ok(&["license", "export", "ref:R"]).stdout);
    assert!(std::fs::symlink_metadata(&pipe).expect("there").file_type().is_fifo());
}

#[test]
fn files_on_standard_input_are_verified() {
    let home = ProgramHome::new();
    home.ok(&["license", "issue", "--customer", "c", "--product", "p", "--out", "a.lic"]);
    let text = std::fs::read(home.path("a.lic")).expect("read");
    let mut child = home
        .command(&["verify", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("started");
    child.stdin.take().expect("a pipe").write_all(&text).expect("written");
    assert_eq!(child.wait().expect("ended").code(), Some(0));
}

/// Checks the behaviour on a full disk. A limit on the size of files stands for the full disk.
#[test]
fn a_full_disk_changes_nothing() {
    let home = ProgramHome::new();
    let full = |blocks: u32, args: &str| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {args}");
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &script, env!("CARGO_BIN_EXE_licentia")])
            .current_dir(home.path(""))
            .env_clear();
        shell.output().expect("started")
    };
    let before = home.ok(&["audit", "verify", "--json"]).stdout;
    for blocks in [0, 1, 8] {
        let output = full(blocks, "customer add d --name D");
        assert_eq!(output.status.code(), Some(5), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: "), "{output:?}");
    }
    assert_eq!(home.ok(&["audit", "verify", "--json"]).stdout, before);
    // The commands of keys, too, leave the files and the database unchanged.
    std::fs::write(home.path("new"), "new\n").expect("written");
    std::fs::copy(home.path("keys/trial.pem"), home.path("keys/copy.pem")).expect("copied");
    let foreign = ProgramHome::new();
    std::fs::copy(foreign.path("keys/trial.pem"), home.path("keys/own.pem")).expect("copied");
    let keys = || {
        let mut keys: Vec<_> = std::fs::read_dir(home.path("keys"))
            .expect("listed")
            .map(|entry| entry.expect("an entry").path())
            .map(|path| (path.clone(), std::fs::read(path).expect("read")))
            .collect();
        keys.sort();
        (
            keys,
            home.ok(&["key", "list", "--json"]).stdout,
            home.ok(&["audit", "verify", "--json"]).stdout,
        )
    };
    let untouched = keys();
    for line in [
        "key passphrase trial --new-passphrase-file new",
        "key create x --edition trial",
        "key import own keys/own.pem --edition trial --new-passphrase-file new",
        "key import copy keys/own.pem --edition trial",
        "key retire trial --yes",
        "key revoke trial --reason X --yes",
        "key export trial --private --out out.pem",
    ] {
        for blocks in [0, 1, 2, 8] {
            let output = full(blocks, line);
            assert_eq!(output.status.code(), Some(5), "{line} with {blocks}: {output:?}");
            assert_eq!(keys(), untouched, "{line} with {blocks}: {output:?}");
        }
    }
    let output = full(8, "init other --vendor X --test --no-passphrase");
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    assert!(!home.path("other").exists(), "an incomplete home remains");
    home.ok(&["customer", "add", "d", "--name", "D"]);
}

#[test]
fn many_processes_work_on_one_home() {
    let home = ProgramHome::new();
    let children: Vec<_> = (0..8)
        .map(|n| {
            let reference = format!("R-{}", n % 4);
            home.command(&[
                "license",
                "issue",
                "--customer",
                "c",
                "--product",
                "p",
                "--unbound",
                "--reference",
                &reference,
                "--json",
            ])
            .stdout(Stdio::piped())
            .spawn()
            .expect("started")
        })
        .collect();
    let mut created = 0;
    for child in children {
        let output = child.wait_with_output().expect("ended");
        assert!(output.status.success(), "{output:?}");
        let license: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        created += usize::from(license["created"] == true);
    }
    assert_eq!(created, 4, "each order has one license");
    assert!(home.run(&["audit", "verify"]).status.success());
}

/// Checks that 16 parallel processes get at most 20 of 32 sessions and 20 of 32 assignments.
#[test]
fn sixteen_processes_use_exactly_the_available_seats() {
    let home = ProgramHome::new();
    for user in 0..32 {
        home.ok(&["user", "add", "c", &format!("u{user}")]);
    }
    let issue =
        ["license", "issue", "--customer", "c", "--product", "p", "--seats", "20", "--unbound"];
    home.ok(&[&issue[..], &["--reference", "POOL"]].concat());
    home.ok(&[&issue[..], &["--reference", "NAMED", "--model", "named"]].concat());
    let worker = |number: usize| {
        let mut refused = Vec::new();
        for user in [number, number + 16].map(|user| format!("u{user}")) {
            for line in [
                ["session", "start", "ref:POOL", "--user", &user, "--json"].as_slice(),
                ["assignment", "add", "ref:NAMED", &user, "--json"].as_slice(),
            ] {
                let output = home.run(line);
                if !output.status.success() {
                    let error: Value = serde_json::from_slice(&output.stderr)
                        .unwrap_or_else(|_| panic!("{output:?}"));
                    assert_eq!(
                        (output.status.code(), &error["error"]["code"]),
                        (Some(1), &"no_seat".into()),
                        "{line:?}: {output:?}"
                    );
                    refused.push(line[0].to_owned());
                }
            }
        }
        refused
    };
    let refused: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..16).map(|number| scope.spawn(move || worker(number))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("ended")).collect()
    });
    let of = |noun: &str| refused.iter().filter(|refused| *refused == noun).count();
    assert_eq!((of("session"), of("assignment")), (12, 12), "each seat is used once");
    let json =
        |line: &[&str]| -> Value { serde_json::from_slice(&home.ok(line).stdout).expect("JSON") };
    assert_eq!(json(&["session", "list", "--json"]).as_array().map(Vec::len), Some(20));
    let named = json(&["license", "show", "ref:NAMED", "--json"]);
    assert_eq!(
        (&named["assigned"], &named["free"], &named["revision"]),
        (&20.into(), &0.into(), &21.into())
    );
    home.ok(&["license", "export", "ref:NAMED", "--out", "named.lic"]);
    let checked = json(&["license", "check", "named.lic", "--json"]);
    assert_eq!((&checked["valid"], &checked["revision"]), (&true.into(), &21.into()));
    home.ok(&["audit", "verify"]);
}

/// Checks that a ticket with one use is redeemed once by processes that run at the same time.
#[test]
fn eight_processes_redeem_one_code_once() {
    let home = ProgramHome::new();
    let parked = ["license", "issue", "--customer", "c", "--product", "p", "--seats", "3"];
    for reference in ["A", "B"] {
        home.ok(&[&parked[..], &["--reference", reference]].concat());
    }
    let json =
        |line: &[&str]| -> Value { serde_json::from_slice(&home.ok(line).stdout).expect("JSON") };
    let ticket =
        json(&["ticket", "create", "--license", "ref:A", "ref:B", "--unbound-allowed", "--json"]);
    let code = ticket["code"].as_str().expect("a code");
    let worker = |number: usize| {
        let folder = format!("out-{number}");
        home.run(&["ticket", "redeem", code, "--unbound", "--out-dir", &folder]).status.code()
    };
    let ended: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..8).map(|number| scope.spawn(move || worker(number))).collect();
        workers.into_iter().map(|worker| worker.join().expect("ended")).collect()
    });
    assert_eq!(ended.iter().filter(|status| **status == Some(0)).count(), 1, "{ended:?}");
    assert_eq!(ended.iter().filter(|status| **status == Some(1)).count(), 7, "{ended:?}");
    let refused = json(&["audit", "list", "--action", "ticket.refuse", "--json"]);
    assert_eq!(refused.as_array().map(Vec::len), Some(7), "each failed attempt is recorded");
    assert_eq!(json(&["ticket", "list", "--json"])[0]["used"], 1);
    home.ok(&["audit", "verify"]);
}

/// Checks that a list whose reader closes the pipe is no error, and that a code that is shown once
/// and cannot be printed is an error.
#[test]
fn a_code_that_cannot_be_printed_is_an_error() {
    let home = ProgramHome::new();
    home.ok(&["license", "issue", "--customer", "c", "--product", "p", "--reference", "A"]);
    let output = home.closed(&["ticket", "create", "--license", "ref:A", "--json"]);
    let error: Value =
        serde_json::from_slice(&output.stderr).unwrap_or_else(|_| panic!("{output:?}"));
    assert_eq!((output.status.code(), &error["error"]["code"]), (Some(5), &"io".into()));
    let hint = error["error"]["hint"].as_str().unwrap_or_default();
    let serial = hint
        .split(['`', ' '])
        .find(|word| word.starts_with("T-"))
        .unwrap_or_else(|| panic!("{hint}"));
    home.ok(&["ticket", "reissue", serial]);
    let each =
        home.closed(&["ticket", "create", "--each", "--license", "ref:A", "--format", "csv"]);
    assert!(
        each.status.code() == Some(5)
            && String::from_utf8_lossy(&each.stderr).contains("ticket reissue"),
        "{each:?}"
    );
    assert_eq!(home.closed(&["ticket", "list"]).status.code(), Some(0));
}

/// Checks that commands without a confirmation succeed although another process changes the records
/// first.
#[test]
fn unconfirmed_commands_do_not_fail_because_of_faster_processes() {
    let home = ProgramHome::new();
    home.ok(&["user", "add", "c", "anna"]);
    let issue = [
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--seats",
        "20",
        "--starts",
        "2026-11-21",
        "--unbound",
    ];
    let at = |instant: &str, args: &[&str]| {
        let output = home.command(args).env("LICENTIA_NOW", instant).output().expect("started");
        assert!(output.status.success(), "{args:?}: {output:?}");
    };
    // Fixed instants make the test independent of the current date.
    at("2026-11-21T10:00:00Z", &[&issue[..], &["--reference", "A", "--users", "anna"]].concat());
    at(
        "2026-11-21T10:00:00Z",
        &[&issue[..], &["--reference", "CHECK", "--checkpoint", "1d"]].concat(),
    );
    let later = "2026-11-25T10:00:00Z";
    let lines: Vec<Vec<String>> = (0..6)
        .flat_map(|n| {
            let name = format!("Anna {n}");
            let (seats, folder) = (format!("{}", 20 + n), format!("due-{n}"));
            [
                vec!["user", "edit", "c", "anna", "--name", &name],
                vec!["session", "start", "ref:A", "--user", "anna"],
                vec!["license", "edit", "ref:A", "--seats", &seats],
                vec![if n % 2 == 0 {
                    "license return ref:A --unbound"
                } else {
                    "license activate ref:A --unbound"
                }],
                vec!["license", "renew", "--due", "--out-dir", &folder],
            ]
            .map(|line| {
                line.iter()
                    .flat_map(|word| {
                        if word.starts_with("Anna") {
                            vec![*word]
                        } else {
                            word.split(' ').collect()
                        }
                    })
                    .map(str::to_owned)
                    .collect()
            })
        })
        .collect();
    let children: Vec<_> = lines
        .iter()
        .map(|line| {
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            let mut command = home.command(&line);
            command
                .env("LICENTIA_NOW", later)
                .arg("--json")
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("started")
        })
        .collect();
    for (child, line) in children.into_iter().zip(&lines) {
        let output = child.wait_with_output().expect("ended");
        if !output.status.success() {
            let error: Value =
                serde_json::from_slice(&output.stderr).unwrap_or_else(|_| panic!("{output:?}"));
            let code = error["error"]["code"].as_str().unwrap_or_default().to_owned();
            // A license that is returned already, or is not delivered, is a permitted reason.
            assert!(["not_placed", "no_seat"].contains(&code.as_str()), "{line:?}: {output:?}");
        }
    }
    for n in 0..6 {
        let files = std::fs::read_dir(home.path(&format!("due-{n}"))).expect("a folder").count();
        assert_eq!(files, 1, "each run that renews has the file");
    }
    home.ok(&["audit", "verify"]);
}

/// Checks that the clock is read after the lock is taken: a touch that waited until the session had
/// run out does not take the seat of another session.
#[test]
fn a_touch_after_the_end_of_its_session_is_refused() {
    let home = ProgramHome::new();
    home.ok(&["user", "add", "c", "anna"]);
    home.ok(&[
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--unbound",
        "--reference",
        "A",
    ]);
    let output = home.ok(&["session", "start", "ref:A", "--user", "anna", "--ttl", "2s", "--json"]);
    let session: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let database = rusqlite::Connection::open(home.path("licentia.db")).expect("opened");
    database.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let touch = ["session", "touch", session["serial"].as_str().expect("a serial"), "--json"];
    let child =
        home.command(&touch).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("started");
    std::thread::sleep(std::time::Duration::from_secs(4));
    database.execute_batch("ROLLBACK").expect("released");
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("became stale"), "{output:?}");
}

/// Checks that a change has one instant, which is read under the lock: a record that waited for a
/// writer has the instant of its audit entry.
#[test]
fn a_record_that_waited_for_a_writer_has_the_instant_of_its_audit_entry() {
    let home = ProgramHome::new();
    let writer = rusqlite::Connection::open(home.path("licentia.db")).expect("opened");
    writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let started = std::time::SystemTime::now();
    let add = ["company", "add", "c", "north", "--name", "North"];
    let child = home.command(&add).stderr(Stdio::piped()).spawn().expect("started");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    writer.execute_batch("ROLLBACK").expect("released");
    let output = child.wait_with_output().expect("ended");
    assert!(output.status.success(), "{output:?}");
    let text = |sql: &str| writer.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
    let created_at = text("SELECT created_at FROM company WHERE code = 'north'");
    assert_eq!(created_at, text("SELECT at FROM audit WHERE action = 'company.add'"));
    let created_at: jiff::Timestamp = created_at.parse().expect("an instant");
    let started = jiff::Timestamp::try_from(started).expect("an instant");
    assert!(created_at.as_second() > started.as_second(), "{created_at} is before the wait");
}

#[test]
fn many_processes_never_sign_more_than_a_key_may() {
    let home = ProgramHome::new();
    home.ok(&["key", "create", "ci", "--edition", "trial", "--max-files", "3"]);
    let issue = [
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--key",
        "ci",
        "--term",
        "10d",
        "--unbound",
        "--json",
    ];
    let children: Vec<_> = (0..8)
        .map(|_| {
            home.command(&issue)
                .stderr(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()
                .expect("started")
        })
        .collect();
    let outputs: Vec<Output> =
        children.into_iter().map(|child| child.wait_with_output().expect("ended")).collect();
    assert_eq!(outputs.iter().filter(|output| output.status.success()).count(), 3, "{outputs:?}");
    for output in outputs.iter().filter(|output| !output.status.success()) {
        assert!(
            output.status.code() == Some(1)
                && String::from_utf8_lossy(&output.stderr).contains("out_of_scope"),
            "{output:?}"
        );
    }
    let key: Value =
        serde_json::from_slice(&home.ok(&["key", "show", "ci", "--json"]).stdout).expect("JSON");
    assert_eq!(key["files_signed"], 3);
}

/// Checks that one of several processes gets the last recovery, that the others are refused, and
/// that the license is in one container.
#[test]
fn parallel_processes_use_the_last_recovery_once() {
    let home = ProgramHome::new();
    home.ok(&["recovery", "policy", "p", "--any-initial", "1"]);
    let create = |hardware: &str| -> String {
        let output = home.ok(&[
            "container",
            "create",
            "--customer",
            "c",
            "--kind",
            "dongle",
            "--hardware",
            hardware,
            "--json",
        ]);
        let container: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        container["serial"].as_str().expect("a serial").to_owned()
    };
    let (old, new) = (create("H0"), ["H1", "H2", "H3", "H4"].map(create));
    home.ok(&[
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--container",
        &old,
        "--reference",
        "A",
    ]);
    let started: Vec<_> = new
        .iter()
        .map(|to| {
            let line = [
                "recovery",
                "issue",
                "--from",
                &old,
                "--to",
                to,
                "--reason",
                "lost",
                "--out-dir",
                to,
                "--json",
            ];
            home.command(&line)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("started")
        })
        .collect();
    let outputs: Vec<Output> =
        started.into_iter().map(|child| child.wait_with_output().expect("ended")).collect();
    let (won, lost): (Vec<_>, Vec<_>) = outputs.iter().partition(|output| output.status.success());
    assert_eq!((won.len(), lost.len()), (1, 3), "{outputs:?}");
    for output in lost {
        // The process that succeeded has emptied and blocked the container.
        let error: Value =
            serde_json::from_slice(&output.stderr).unwrap_or_else(|_| panic!("{output:?}"));
        let code = error["error"]["code"].as_str().unwrap_or_default();
        assert!(
            output.status.code() == Some(1) && ["blocked", "no_quota"].contains(&code),
            "{output:?}"
        );
    }
    let recovery: Value = serde_json::from_slice(&won[0].stdout).expect("JSON");
    let license: Value =
        serde_json::from_slice(&home.ok(&["license", "show", "ref:A", "--json"]).stdout)
            .expect("JSON");
    let live: Vec<&Value> = license["activations"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|it| it["state"] == "live")
        .collect();
    assert!(live.len() == 1 && live[0]["container"] == recovery["to"], "{license}");
    let quota: Value =
        serde_json::from_slice(&home.ok(&["recovery", "quota", "ref:A", "--json"]).stdout)
            .expect("JSON");
    assert_eq!(
        (&quota["scopes"]["any"]["used"], &quota["scopes"]["any"]["available"]),
        (&1.into(), &0.into())
    );
    let written = new.iter().filter(|to| home.path(to).exists()).count();
    assert_eq!(written, 1, "only the successful process wrote a file");
    home.ok(&["audit", "verify"]);
}

/// Checks the same for a container that keeps other seats, where the balance decides.
#[test]
fn parallel_processes_never_share_the_last_recovery() {
    let home = ProgramHome::new();
    home.ok(&["recovery", "policy", "p", "--any-initial", "0", "--old", "withdraw"]);
    let create = |hardware: &str| -> String {
        let output = home.ok(&[
            "container",
            "create",
            "--customer",
            "c",
            "--kind",
            "dongle",
            "--hardware",
            hardware,
            "--json",
        ]);
        let container: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        container["serial"].as_str().expect("a serial").to_owned()
    };
    let [old, one, two] = ["H0", "H1", "H2"].map(create);
    home.ok(&[
        "license",
        "issue",
        "--customer",
        "c",
        "--product",
        "p",
        "--container",
        &old,
        "--reference",
        "A",
    ]);
    home.ok(&["recovery", "grant", "ref:A", "--reason", "x"]);
    // The license is recovered back and forth several times. In each order of the processes, one
    // recovery is granted and one is used.
    let lines: Vec<[&String; 2]> =
        (0..3).flat_map(|_| [[&old, &one], [&old, &two], [&one, &two], [&two, &old]]).collect();
    let started: Vec<_> = lines
        .iter()
        .map(|[from, to]| {
            let line = ["recovery", "issue", "--from", from, "--to", to, "--reason", "lost"];
            home.command(&line)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("started")
        })
        .collect();
    let won = started
        .into_iter()
        .map(|child| child.wait_with_output().expect("ended"))
        .filter(|output| output.status.success());
    assert_eq!(won.count(), 1);
    home.ok(&["audit", "verify"]);
}

#[test]
fn secrets_are_only_in_their_key_files() {
    let home = ProgramHome::empty();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let secrets = elsewhere.path().join("passphrases");
    std::fs::write(&secrets, "correct horse\nbattery staple\n").expect("written");
    home.ok(&[
        "init",
        "--vendor",
        "Acme",
        "--new-passphrase-file",
        secrets.to_str().expect("UTF-8"),
    ]);
    for entry in std::fs::read_dir(home.path(""))
        .expect("listed")
        .chain(std::fs::read_dir(home.path("keys")).expect("listed"))
    {
        let path = entry.expect("an entry").path();
        let bytes = if path.is_file() { std::fs::read(&path).expect("read") } else { Vec::new() };
        for secret in ["correct horse", "battery staple"] {
            assert!(
                !bytes.windows(secret.len()).any(|window| window == secret.as_bytes()),
                "{}",
                path.display()
            );
        }
    }
}

/// Checks that the record of a key, its token and its audit entry have one instant, which is read
/// under the lock.
#[test]
fn a_key_that_waited_for_the_lock_has_one_instant() {
    let home = ProgramHome::new();
    let writer = rusqlite::Connection::open(home.path("licentia.db")).expect("opened");
    writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let started = jiff::Timestamp::now();
    let mut create = home.command(&["key", "create", "x", "--edition", "trial", "--quiet"]);
    let mut child = create.spawn().expect("started");
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert!(child.try_wait().expect("asked").is_none(), "the process waits for the lock");
    let released = jiff::Timestamp::now();
    writer.execute_batch("ROLLBACK").expect("unlocked");
    assert!(child.wait().expect("ended").success());
    let json =
        |line: &[&str]| -> Value { serde_json::from_slice(&home.ok(line).stdout).expect("JSON") };
    let created = json(&["key", "show", "x", "--json"])["created_at"].clone();
    let entries = json(&["audit", "list", "--action", "key.create", "--json"]);
    home.ok(&["key", "publish", "--out", "now.keyset"]);
    let claims = json(&["inspect", "now.keyset", "--json"])[0]["claims"].clone();
    let issued = jiff::Timestamp::from_second(claims["iat"].as_i64().expect("seconds"));
    assert_eq!(
        (&created, &entries[0]["at"]),
        (&entries[0]["at"], &Value::from(issued.expect("an instant").to_string()))
    );
    let at: jiff::Timestamp = created.as_str().expect("text").parse().expect("an instant");
    assert!(at.as_second() >= released.as_second() && at > started, "{at} is before {released}");
    // The other changes of keys have the instant of the lock, too.
    home.ok(&["key", "retire", "x", "--yes"]);
    let retired = json(&["key", "show", "x", "--json"])["retired_at"].clone();
    let entries = json(&["audit", "list", "--action", "key.retire", "--json"]);
    assert_eq!((&retired, &retired), (&entries[0]["at"], &entries[0]["detail"]["retired_at"]));
}

/// Checks the renewal of 100 licenses that were issued days ago, with at most 90 open files: one
/// file reserves the space for all of them.
#[test]
fn a_command_writes_more_files_than_can_be_open() {
    let env = TestEnvironment::with_catalogue();
    env.at("2026-11-21T11:00:00Z");
    for _ in 0..100 {
        env.line(
            "license issue --customer nordwind --product work-management --checkpoint 30d \
            --out-dir first",
        )
        .assert(0);
    }
    let script = "ulimit -n 90; exec \"$0\" license renew --due --within 40d --out-dir out";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_licentia")]);
    let output = shell.current_dir(env.path(".")).env_clear().output().expect("started");
    assert!(output.status.success(), "{output:?}");
    let files = std::fs::read_dir(env.path("out")).expect("listed");
    let names: Vec<_> = files.map(|file| file.expect("a file").file_name()).collect();
    let is_license = |name: &&std::ffi::OsString| name.to_string_lossy().ends_with(".lic");
    assert_eq!((names.len(), names.iter().filter(is_license).count()), (100, 100), "{names:?}");
    assert_eq!(env.count("SELECT count(*) FROM audit WHERE action = 'license.renew'"), 100);
}
