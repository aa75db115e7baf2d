//! The operations that grant rights require a key, even if they write no file. Operations that take
//! rights away, dry runs and repeated references require none.

use serde_json::{Value, json};

use crate::env::home::HomeWithContainers;
use crate::env::text;

/// Returns a home with a license in each state that the operations below need.
fn home() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    for (reference, options) in [
        ("OPEN", "--seats 2 --term 1y"),
        ("BOUND", "--seats 2 --term 1y --container @K"),
        ("DONGLE", "--seats 2 --term 1y --container @D"),
        ("STOPPED", "--seats 2 --term 1y"),
        ("NAMED", "--model named --seats 2"),
    ] {
        home.issue(reference, options);
    }
    for line in [
        "license suspend ref:STOPPED --reason unpaid",
        "recovery policy work-management --any-initial 1",
        "license return ref:DONGLE --container @D --seats 1",
        "container update @D --out d.upd",
        "container create --customer nordwind --kind cloud --reference N --out n.cred",
        "container block @N --reason lost",
        "ticket create --license ref:OPEN --unbound-allowed --reference T",
        "recovery grant ref:OPEN --reason goodwill --reference G",
        "license extend ref:OPEN --by 1y --reference X",
    ] {
        home.line(line).assert(0);
    }
    home
}

/// Returns the serial of the ticket.
fn ticket(home: &HomeWithContainers) -> String {
    home.env.text("SELECT serial FROM ticket")
}

/// Moves the private keys of the home away.
fn without_keys(home: &HomeWithContainers) {
    std::fs::rename(home.env.path("keys"), home.env.path("away")).expect("moved");
    std::fs::create_dir(home.env.path("keys")).expect("created");
}

/// The operations that grant rights and write no file.
const GRANTS: [&str; 14] = [
    "license issue --customer nordwind --product work-management --term 1y",
    "license edit ref:OPEN --seats 3",
    "license edit ref:OPEN --seats 1",
    "license extend ref:OPEN --by 1y",
    "license switch ref:OPEN --edition trial --term 30d",
    "license replace ref:OPEN --seats 3",
    "license reinstate ref:STOPPED",
    "container unblock @N --reason found",
    "container confirm @D --reason seen",
    "recovery grant ref:OPEN --reason goodwill",
    "recovery policy work-management --any-initial 2",
    "recovery policy ref:OPEN --any-initial 2",
    "ticket create --license ref:OPEN",
    "product apply policy.toml --yes",
];

const POLICY: &str = "[product.work-management]\nname = 'Work'\nrecovery.any-initial = 3\n";

#[test]
fn operations_that_grant_rights_require_a_key() {
    let home = home();
    home.env.write("policy.toml", POLICY);
    let reissue = format!("ticket reissue {}", ticket(&home));
    let grants: Vec<&str> = GRANTS.into_iter().chain([reissue.as_str()]).collect();
    without_keys(&home);
    let before = home.env.everything();
    for line in &grants {
        let message = home.refused(line, 5, "key_missing");
        assert!(message.contains("is not in this home"), "{line}: {message}");
        assert_eq!(home.env.everything(), before, "{line}");
        home.line(&format!("{line} --dry-run")).assert(0);
    }
    std::fs::remove_dir_all(home.env.path("keys")).expect("removed");
    std::fs::rename(home.env.path("away"), home.env.path("keys")).expect("moved");
    for line in &grants {
        let anchors = home.env.count("SELECT count(*) FROM audit_anchor");
        let entries = home.env.count("SELECT count(*) FROM audit");
        // A license that was switched or replaced is ended, so each line is tried alone.
        let copy = home.env.copy();
        let env = crate::env::TestEnvironment::copied(&copy);
        let one = HomeWithContainers { env };
        one.line(line).assert(0);
        assert!(one.env.count("SELECT count(*) FROM audit_anchor") > anchors, "{line}");
        let signed = one.env.count("SELECT sum(last_seq - first_seq + 1) FROM audit_anchor");
        let signed_before =
            home.env.count("SELECT sum(last_seq - first_seq + 1) FROM audit_anchor");
        let written = one.env.count("SELECT count(*) FROM audit") - entries;
        assert!(written > 0 && signed - signed_before >= written, "{line}");
        one.line("audit verify").assert(0);
    }
}

#[test]
fn operations_that_take_rights_away_require_no_key() {
    let home = home();
    let serial = ticket(&home);
    without_keys(&home);
    for line in [
        "customer add other --name Other",
        "product add more --name More",
        "user add nordwind cy",
        "assignment add ref:NAMED anna",
        "assignment remove ref:NAMED anna",
        "session start ref:BOUND --user anna",
        "license suspend ref:OPEN --reason unpaid",
        "license return ref:BOUND --container @K",
        "license withdraw ref:DONGLE --reason r --yes",
        "license revoke ref:NAMED --reason r --yes",
        "license delete ref:STOPPED --yes",
        "container block @K --reason stolen",
        &format!("ticket cancel {serial} --yes"),
        // Repeated references.
        "license extend ref:OPEN --by 1y --reference X",
        "recovery grant ref:OPEN --reason goodwill --reference G",
    ] {
        home.line(line).assert(0);
    }
}

#[test]
fn a_sales_key_signs_entries_and_no_file() {
    let home = HomeWithContainers::new();
    home.line("key create sales --kinds anchor").assert(0);
    let issue = "license issue --customer nordwind --product work-management --key sales";
    home.line(&format!("{issue} --reference R")).assert(0);
    home.line("license edit ref:R --seats 4 --key sales").assert(0);
    home.refused(&format!("{issue} --unbound"), 1, "out_of_scope");
    home.refused("license activate ref:R --unbound --key sales", 1, "out_of_scope");
    home.refused("status publish --out-dir s --key sales", 1, "out_of_scope");
    assert_eq!(home.env.count("SELECT files_signed FROM key WHERE name = 'sales'"), 2);
    // A person decides before another key signs the first file.
    let serial = home.serial("R");
    let before = home.env.everything();
    let message = home.refused("license activate ref:R --unbound --out r.lic", 2, "needs_answer");
    assert!(message.contains(&format!("sign the files of license {serial}")), "{message}");
    home.refused("license activate ref:R --container @K", 2, "needs_answer");
    assert_eq!(home.env.everything(), before);
    let activate = "license activate ref:R --container @K --seats 1";
    home.line(&format!("{activate} --dry-run")).assert(0);
    home.line("ticket create --license ref:R --key sales --reference T").assert(0);
    home.line(&format!("{activate} --yes")).assert(0);
    // The signed file states the terms now.
    home.line("license activate ref:R --container @K --seats 1").assert(0);
    home.line(
        "license issue --customer nordwind --product work-management --reference R2 --key sales",
    )
    .assert(0);
    // The key is the only one of this computer.
    for name in ["commercial", "trial"] {
        std::fs::remove_file(home.env.path(&format!("keys/{name}.pem"))).expect("removed");
    }
    home.line("license edit ref:R2 --seats 5").assert(0);
    home.refused("license edit ref:R2 --seats 6 --key trial", 1, "edition_mismatch");
}

#[test]
fn the_list_of_entries_names_the_keys_that_signed_them() {
    let home = HomeWithContainers::new();
    home.line("key create sales --kinds anchor").assert(0);
    assert!(home.line("key show sales").assert(0).text().contains("audit entries"));
    home.issue("R", "--seats 2 --term 1y --key sales");
    home.line("license suspend ref:R --reason unpaid").assert(0);
    home.issue("S", "--edition trial --term 10d --unbound");
    let signers = |line: &str| -> Vec<(String, Value)> {
        let entries = home.json(line);
        let entries = entries.as_array().expect("a list").iter();
        entries.map(|entry| (text(&entry["action"]), entry["signed_by"].clone())).collect()
    };
    assert_eq!(
        signers("audit list --last 3"),
        [
            ("license.issue".to_owned(), json!(["sales"])),
            ("license.suspend".to_owned(), json!([])),
            ("license.issue".to_owned(), json!(["trial"])),
        ]
    );
    let listed = home.line("audit list --last 2").assert(0).text();
    assert!(listed.contains("SIGNED BY") && listed.contains(" trial "), "{listed}");
    let csv = home.line("audit list --last 1 --format csv").assert(0).text();
    assert!(csv.starts_with("seq,") && csv.contains(",signed-by,") && csv.contains(",trial,"));
    // An entry between two signed ranges has no signature.
    let unsigned = home.env.count(
        "SELECT count(*) FROM audit WHERE NOT EXISTS
           (SELECT 1 FROM audit_anchor WHERE audit.seq BETWEEN first_seq AND last_seq)",
    );
    let all = signers("audit list");
    let listed = all.iter().filter(|(_, keys)| *keys == json!([])).count();
    assert_eq!(i64::try_from(listed), Ok(unsigned));
}

#[test]
fn the_limits_of_a_key_hold_for_entries() {
    let home = HomeWithContainers::new();
    home.line("key create ci --edition commercial --max-seats 5 --max-term 30d --max-files 2")
        .assert(0);
    let issue = "license issue --customer nordwind --product work-management --key ci --term 14d";
    home.refused(&format!("{issue} --seats 6"), 1, "out_of_scope");
    home.line(&format!("{issue} --seats 5 --reference A")).assert(0);
    home.refused("license edit ref:A --seats 6 --key ci", 1, "out_of_scope");
    home.refused("license extend ref:A --by 1y --key ci", 1, "out_of_scope");
    home.refused("recovery policy work-management --any-initial 9 --key ci", 1, "out_of_scope");
    home.line("ticket create --license ref:A --key ci").assert(0);
    let message = home.refused("ticket create --license ref:A --key ci", 1, "out_of_scope");
    assert!(message.contains("the maximum number of signed files (2) is reached"), "{message}");
}
