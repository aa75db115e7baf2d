//! The real program on a pseudo-terminal: prompts, typed answers and printed output.

use std::process::{Command, Stdio};

use rexpect::process::WaitStatus;
use rexpect::session::{PtySession, spawn_command};

use crate::env::program::ProgramHome;

/// The timeout in milliseconds. It includes a real key derivation on a slow machine.
const PATIENCE: u64 = 30_000;

fn licentia(home: &ProgramHome, args: &[&str]) -> PtySession {
    let mut command = home.command(args);
    command.env("TERM", "xterm").stdin(Stdio::inherit());
    spawn_command(command, Some(PATIENCE)).expect("started on a pseudo-terminal")
}

/// Types keys without the end of the line.
fn press(session: &mut PtySession, keys: &str) {
    session.send(keys).expect("pressed");
    session.flush().expect("pressed");
}

/// Returns all output until the end, and the exit status.
fn end(mut session: PtySession) -> (String, i32) {
    let rest = session.exp_eof().expect("it ends");
    match session.process().wait().expect("it ended") {
        WaitStatus::Exited(_, status) => (rest, status),
        other => panic!("{other:?} after {rest}"),
    }
}

fn catalogue() -> ProgramHome {
    let home = ProgramHome::empty();
    for args in [
        &["init", "--vendor", "Acme", "--test", "--no-passphrase"][..],
        &["product", "add", "gravity", "--name", "Gravity"],
        &["product", "add", "work", "--name", "Work Management"],
        &["module", "add", "work", "calculator"],
        &["module", "add", "work", "calculator.pro", "--parent", "calculator"],
        &["module", "add", "work", "reports"],
        &["customer", "add", "acme", "--name", "Acme"],
        &["customer", "add", "kita", "--name", "北株式会社"],
        &["customer", "add", "nordwind", "--name", "Nordwind AB"],
    ] {
        home.ok(args);
    }
    home
}

/// Waits for as long as a person does. The terminal discards keys that are typed while it turns off
/// the echo.
fn wait() {
    std::thread::sleep(std::time::Duration::from_millis(300));
}

/// Types a secret.
fn secretly(session: &mut PtySession, typed: &str) {
    wait();
    session.send_line(typed).expect("typed");
}

#[test]
fn passphrases_are_typed_twice_when_made_and_three_times_at_most_when_used() {
    let home = ProgramHome::empty();
    let mut init = licentia(&home, &["init", "--vendor", "Acme"]);
    for (name, typed) in [("root", "one"), ("commercial", "two"), ("trial", "three")] {
        init.exp_string(&format!("New passphrase of key {name}")).expect("asked");
        secretly(&mut init, typed);
        init.exp_string(&format!("Repeat the passphrase of key {name}")).expect("asked again");
        if name == "root" {
            secretly(&mut init, "another");
            init.exp_string("the two passphrases differ").expect("printed");
            init.exp_string("New passphrase of key root").expect("asked");
            secretly(&mut init, typed);
            init.exp_string("Repeat the passphrase").expect("asked again");
        }
        secretly(&mut init, typed);
    }
    let (rest, status) = end(init);
    assert!(status == 0 && rest.contains("Created a home") && !rest.contains("three"), "{rest}");
    home.ok(&["product", "add", "p", "--name", "P"]);
    home.ok(&["customer", "add", "c", "--name", "C"]);

    let issue = ["license", "issue", "--customer", "c", "--product", "p", "--unbound"];
    let mut wrong = licentia(&home, &issue);
    for left in (0..3).rev() {
        wrong.exp_string("Passphrase of key commercial: ").expect("asked");
        secretly(&mut wrong, "guess");
        // The terminal draws the line again without the typed text, so the test waits for the text
        // that follows it.
        if left > 0 {
            wrong.exp_string("try again").expect("printed");
        }
    }
    let (rest, status) = end(wrong);
    assert!(
        status == 5 && rest.contains("does not decrypt the private key file"),
        "{status} {rest}"
    );
    let mut right = licentia(&home, &issue);
    right.exp_string("Passphrase of key commercial").expect("asked");
    secretly(&mut right, "guess");
    right.exp_string("try again").expect("printed");
    right.exp_string("Passphrase of key commercial").expect("asked");
    secretly(&mut right, "two");
    let (rest, status) = end(right);
    assert!(status == 0 && rest.contains("Issued license"), "{status} {rest}");
}

#[test]
fn missing_values_are_chosen_from_existing_records() {
    let home = catalogue();
    home.ok(&["customer", "add", "nordwind-north", "--name", "Nordwind Norr"]);
    let mut issue = licentia(&home, &["license", "issue", "--unbound"]);
    issue.exp_string("nordwind-north  Nordwind Norr").expect("shown");
    issue.exp_string("Customer code:").expect("asked");
    // The Tab key completes up to the first ambiguous character. Only an exact code is accepted.
    press(&mut issue, "no\t");
    issue.exp_string("nordwind").expect("completed");
    press(&mut issue, "\r");
    issue.exp_string("Product code:").expect("asked");
    press(&mut issue, "wor\t\r");
    issue.exp_string("calculator.pro").expect("shown");
    issue.exp_string("Modules, separated").expect("asked");
    press(&mut issue, "reports,calculator.\t=5\r");
    let (rest, status) = end(issue);
    assert_eq!(status, 0, "{rest}");
    assert!(
        rest.contains(
            "--customer=nordwind --product=work --modules=reports,calculator.pro=5,calculator"
        ),
        "{rest}"
    );
    assert!(rest.contains("Issued license L-"), "{rest}");
}

#[test]
fn the_impact_is_shown_and_the_default_is_no() {
    let home = catalogue();
    let remove = ["module", "remove", "work", "reports"];
    for (typed, status, says) in
        [("", 1, "not confirmed"), ("no", 1, "not confirmed"), ("y", 0, "Removed module reports")]
    {
        let mut session = licentia(&home, &remove);
        session.exp_string("granted by no license").expect("shown");
        session.exp_string("Remove module reports of product work? [y/N]").expect("asked");
        press(&mut session, &format!("{typed}\r"));
        let (rest, ended) = end(session);
        assert!(ended == status && rest.contains(says), "{typed:?}: {ended} {rest}");
    }
}

/// Checks that an interrupted prompt changes nothing. The process ends by the signal, and the shell
/// restores the terminal.
#[test]
fn an_interrupted_prompt_changes_nothing() {
    let home = catalogue();
    for (args, asked) in [
        (&["license", "issue"][..], "Customer code:"),
        (&["module", "remove", "work", "reports"], "[y/N]"),
        (&["key", "passphrase", "commercial"], "New passphrase"),
    ] {
        // A shell lets processes in the background ignore the signal. A process on a terminal
        // receives it.
        let mut command = Command::new("env");
        command.args([
            "--ignore-environment",
            "--default-signal=INT",
            "TERM=xterm",
            env!("CARGO_BIN_EXE_licentia"),
        ]);
        command.args(args).current_dir(home.path(""));
        let mut session =
            spawn_command(command, Some(PATIENCE)).expect("started on a pseudo-terminal");
        session.exp_string(asked).expect("asked");
        wait();
        session.send_control('c').expect("interrupted");
        let rest = session.exp_eof().expect("it ends");
        assert!(!rest.contains("\x1b[?25l"), "the cursor was hidden: {rest:?}");
        match session.process().wait().expect("it ended") {
            WaitStatus::Signaled(_, signal, _) => assert_eq!(signal as i32, 2, "{args:?}"),
            WaitStatus::Exited(_, 1) => {
                assert!(rest.contains("nothing was changed"), "{args:?}: {rest}");
            }
            other => panic!("{args:?}: {other:?} after {rest}"),
        }
    }
    home.ok(&["module", "show", "work", "reports"]);
}

#[test]
fn on_a_terminal_tables_have_a_header_and_messages_have_a_color() {
    let home = catalogue();
    let (text, status) = end(licentia(&home, &["customer", "list"]));
    assert!(status == 0 && text.contains("\x1b[1mCODE"), "{text:?}");
    let (text, status) = end(licentia(&home, &["customer", "show", "unknown"]));
    assert!(
        status == 3 && text.contains("\x1b[1m\x1b[31merror:\x1b[0m there is no customer unknown"),
        "{text:?}"
    );
}
