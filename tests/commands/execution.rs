//! The execution of changes: a dry run takes no lock, and a change has one instant.

use crate::env::home::HomeWithContainers;

/// Creates a home with a license `A` in dongle `D`, a ticket of a license `B`, and two sessions of
/// `F`, one of which is stale. Returns the serials of the ticket and of the other session.
fn home() -> (HomeWithContainers, String, String) {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1").assert(0);
    home.issue("A", "--seats 5 --container @D");
    home.issue("B", "--seats 1");
    home.issue("F", "--seats 3 --unbound");
    let ticket = home.json("ticket create --license ref:B");
    home.line("session start ref:F --user anna --ttl 1min").assert(0);
    home.env.at("2026-11-21T10:02:00Z");
    let session = home.json("session start ref:F --user bo");
    let serial = |object: &serde_json::Value| object["serial"].as_str().expect("it").to_owned();
    (home, serial(&ticket), serial(&session))
}

/// Checks that dry runs finish while another process holds the lock. A command that waits for the
/// lock fails after ten seconds.
#[test]
fn dry_runs_take_no_lock() {
    let (home, ticket, session) = home();
    let before = home.env.everything();
    let other = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    for line in [
        "ticket create --license ref:A,ref:B --reference T",
        "ticket create --license ref:A,ref:B --each",
        &format!("ticket cancel {ticket}"),
        &format!("ticket reissue {ticket}"),
        "status publish",
        "status publish --out-dir lists",
        "audit anchor",
        "recovery grant ref:A --reason x",
        "recovery grant @D --reason x --scope same --count 2 --reference G",
        "recovery policy work-management --any-initial 2",
        "recovery policy ref:A --any-initial 2",
        "session start ref:F --user anna",
        &format!("session touch {session}"),
        &format!("session end {session}"),
        "session prune",
    ] {
        let ran = home.line(&format!("{line} --dry-run")).assert(0);
        assert!(!ran.err.is_empty(), "{line}: {ran}");
    }
    other.execute_batch("ROLLBACK").expect("unlocked");
    assert_eq!(home.env.everything(), before);
}

/// Checks that a record has the instant of its audit entry, which is read under the lock. The clock
/// advances each time it is read.
#[test]
fn a_record_has_the_instant_of_its_audit_entry() {
    let (home, ticket, session) = home();
    home.env.ticks(1);
    for (line, action, of_record) in [
        ("ticket create --license ref:A", "ticket.create", "max(created_at) FROM ticket"),
        (&format!("ticket cancel {ticket}"), "ticket.cancel", "max(cancelled_at) FROM ticket"),
        ("status publish --out 1.status", "status.publish", "max(issued_at) FROM status_token"),
        (
            "recovery grant ref:A --reason x --reference R",
            "recovery.grant",
            "created_at FROM recovery_grant",
        ),
        ("session start ref:F --user anna", "session.start", "max(started_at) FROM session"),
        (&format!("session end {session}"), "session.end", "max(ended_at) FROM session"),
    ] {
        home.line(line).assert(0);
        let at =
            format!("SELECT at FROM audit WHERE action = '{action}' ORDER BY seq DESC LIMIT 1");
        let of_record = home.env.text(&format!("SELECT {of_record}"));
        assert_eq!(of_record, home.env.text(&at), "{line}");
    }
    let at = "SELECT created_at FROM reference WHERE reference = 'R'";
    assert_eq!(home.env.text(at), home.env.text("SELECT created_at FROM recovery_grant"));
}
