//! `recovery`: policies, balances, recoveries, and their reversal. A command that fails leaves
//! every record unchanged.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::env::computer::Computer;
use crate::env::home::{HomeWithContainers, create_device_container, deliver_update, root};
use crate::env::text;

/// Creates a home in which each license has one recovery, with two licenses in the dongle `D`.
fn dongle() -> HomeWithContainers {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1").assert(0);
    home.issue("A", "--seats 2 --term 1y --container @D");
    home.issue("B", "--seats 1 --container @D");
    home.line("container update @D --out d.upd").assert(0);
    home
}

/// Replaces the serials in a text with the references of their records.
fn named(home: &HomeWithContainers, text: &str) -> String {
    let names = ["A", "B", "C", "D", "E", "K", "L", "M", "S"];
    let there = |name: &&&str| {
        home.env.count(&format!(
            "SELECT (SELECT count(*) FROM container WHERE reference = \
            '{name}') + (SELECT count(*) FROM license WHERE reference = '{name}')"
        )) == 1
    };
    let mut text = names
        .iter()
        .filter(there)
        .fold(text.to_owned(), |text, name| text.replace(&home.serial(name), name));
    for recovery in home.json("recovery list").as_array().expect("a list") {
        text = text.replace(recovery["serial"].as_str().expect("a serial"), "R");
    }
    text
}

fn left(home: &HomeWithContainers, license: &str, scope: &str) -> i64 {
    home.json(&format!("recovery quota ref:{license}"))["scopes"][scope]["available"]
        .as_i64()
        .expect("a number")
}

/// Returns the entries of a license in the status list, file by file: `D invalid, K valid`.
fn entries(home: &HomeWithContainers, license: &str) -> String {
    let shown = home.json(&format!("status show ref:{license}"));
    let line =
        |it: &Value| format!("{} {}", named(home, &text(&it["container"])), text(&it["status"]));
    shown.as_array().expect("a list").iter().map(line).collect::<Vec<_>>().join(", ")
}

/// Runs a command that must fail and that may only write an audit entry. Returns the message with
/// references in the place of serials.
fn refused(home: &HomeWithContainers, line: &str, status: u8, code: &str) -> String {
    let without_log = |all: String| {
        all.lines().filter(|line| !line.starts_with("audit")).collect::<Vec<_>>().join("\n")
    };
    let before = without_log(home.env.everything());
    let message = home.refused(line, status, code);
    assert_eq!(without_log(home.env.everything()), before, "{line}");
    named(home, &message)
}

#[test]
fn a_policy_shows_the_origin_of_each_value() {
    let home = HomeWithContainers::new();
    home.issue("A", "");
    assert_snapshot!(home.line("recovery policy work-management").text(), @"
    any-initial     0 (default)
    any-every       none (default)
    any-cap         none (default)
    same-initial    0 (default)
    same-every      none (default)
    same-cap        none (default)
    match-required  none (default)
    match-minimum   two thirds of the properties (default)
    old             block (default)
    enforce-after   0d (default)
    ");
    assert_snapshot!(home.line("recovery policy work-management --any-initial 1 --any-every 24mo --any-cap 3 --match-required board_serial,machine_id --old withdraw --enforce-after 2w").err, @"
    Changed the recovery policy of product work-management
    any initial: inherit → 1
    any every: inherit → 2y
    any cap: inherit → 3
    match required: inherit → board_serial,machine_id
    old: inherit → withdraw
    enforce after: inherit → 14d
    Existing license files keep the old rule. The next revision of a license has the new rule
    ");
    assert_snapshot!(home.line("recovery policy work-management --any-initial 1 --old withdraw").err, @"No change: the recovery policy of product work-management already has these values");
    assert_snapshot!(named(&home, &home.line("recovery policy ref:A --any-cap none --same-initial 2 --match-minimum 4").err), @"
    Changed the recovery policy of license A
    any cap: inherit → none
    same initial: inherit → 2
    match minimum: inherit → 4
    Existing license files keep the old rule. The next revision of a license has the new rule
    ");
    assert_snapshot!(named(&home, &home.line("recovery policy ref:A").text()), @"
    any-initial     1 (product work-management)
    any-every       2y (product work-management)
    any-cap         none (license A)
    same-initial    2 (license A)
    same-every      none (default)
    same-cap        none (default)
    match-required  board_serial,machine_id (product work-management)
    match-minimum   4 (license A)
    old             withdraw (product work-management)
    enforce-after   14d (product work-management)
    ");
    let object = home.json("recovery policy ref:A");
    assert_eq!(object["policy"]["any_cap"], json!({"value": null, "from": "license"}));
    assert_eq!(object["policy"]["any_every"], json!({"value": "2y", "from": "product"}));
    assert_eq!(
        object["policy"]["match_required"],
        json!({"value": ["board_serial", "machine_id"], "from": "product"})
    );
    assert_eq!(object["policy"]["same_every"], json!({"value": null, "from": "default"}));
    home.line("recovery policy ref:A --any-cap inherit --same-initial inherit").assert(0);
    assert_eq!(
        home.json("recovery policy ref:A")["policy"]["any_cap"],
        json!({"value": 3, "from": "product"})
    );
    let before = home.env.everything();
    home.line("recovery policy ref:A --any-cap 7 --dry-run").assert(0);
    for (line, message) in [
        ("recovery policy work-management --any-initial many", "is not a number of recoveries"),
        ("recovery policy work-management --any-every 0d", "the period 0d is zero"),
        ("recovery policy work-management --any-every 5m", "minutes or months"),
        (
            "recovery policy work-management --match-required board_serail",
            "did you mean board_serial",
        ),
        ("recovery policy work-management --match-minimum 0", "is not a number of properties"),
        ("recovery policy work-management --old blok", "did you mean block"),
        ("recovery policy work-management --enforce-after 1y", "is not a valid duration"),
    ] {
        let refused = home.refused(line, 2, "usage");
        assert!(refused.contains(message), "{line}: {refused}");
    }
    home.refused("recovery policy work-managment --any-initial 1", 3, "not_found");
    home.refused("recovery policy ref:GONE --any-initial 1", 3, "not_found");
    assert_eq!(home.env.everything(), before);
    home.line("license revoke ref:A --reason x --yes").assert(0);
    home.refused("recovery policy ref:A --any-initial 1", 1, "wrong_state");
}

#[test]
fn a_catalogue_file_contains_recovery_policies() {
    let home = HomeWithContainers::new();
    home.line(
        "recovery policy work-management --any-initial 1 --any-every 2y --match-required \
        board_serial,mac --old nothing",
    )
    .assert(0);
    home.line("product export catalogue.toml").assert(0);
    let written = home.env.read("catalogue.toml");
    let section: Vec<&str> =
        written.lines().skip_while(|line| !line.contains(".recovery]")).take(5).collect();
    assert_snapshot!(section.join("\n"), @r#"
    [product.work-management.recovery]
    any-initial = 1
    any-every = "2y"
    match-required = ["board_serial", "mac"]
    old = "nothing"
    "#);
    assert_eq!(home.json("product apply catalogue.toml --yes")["changed"], false);
    let other = written
        .replace("any-initial = 1", "any-initial = 2\nsame-initial = 3")
        .replace("old = \"nothing\"", "old = \"inherit\"");
    home.env.write("catalogue.toml", other);
    assert_snapshot!(home.line("product apply catalogue.toml --yes").err, @"
    ~ product work-management (Work), application
        recovery any-initial: 1 → 2
        recovery same-initial: none → 3
        recovery old: nothing → none
    Applied catalogue.toml: 1 product changed
    ");
    let policy = &home.json("recovery policy work-management")["policy"];
    assert_eq!(
        (&policy["any_initial"]["value"], &policy["same_initial"]["value"], &policy["old"]["from"]),
        (&2.into(), &3.into(), &"default".into())
    );
    home.env.write(
        "bad.toml",
        "[product.work-management.recovery]\nany-inital = 1\nany-cap = \"many\"\nmatch-required = \
         [\"bord\"]\nold = true\n",
    );
    assert_snapshot!(home.line("product apply bad.toml --yes"), @r#"
    exit 2
    --- err
    error: bad.toml has 4 mistakes; no change was made:
      line 2: product.work-management.recovery.any-inital: unknown key "any-inital" (did you mean any-initial? the known keys are any-initial, any-every, any-cap, same-initial, same-every, same-cap, match-required, match-minimum, old, enforce-after)
      line 3: product.work-management.recovery.any-cap: "many" is not a number of recoveries (use a whole number from 0 to 1000000)
      line 4: product.work-management.recovery.match-required: "bord" is not a property of a computer (the properties are machine_id, product_uuid, product_serial, board_serial, cpu_model, disk_serial, mac)
      line 5: product.work-management.recovery.old: the value is a Boolean value; a string is required
    "#);
    // With `--prune`, a value that the file omits is removed.
    home.env.write("all.toml", "[product.work-management]\nname = \
        \"Work\"\n[product.work-management.module.calculator]\n[product.work-management.module.\"calculator.pro\"]\nparent = \"calculator\"\n[product.work-management.module.reports]\n[product.other]\nname = \"Other\"\n[product.other.module.export]\n");
    home.line("product apply all.toml --prune --yes").assert(0);
    assert_eq!(
        home.json("recovery policy work-management")["policy"]["any_initial"],
        json!({"value": 0, "from": "default"})
    );
}

#[test]
fn a_balance_is_shown_and_granted() {
    let home = dongle();
    assert_snapshot!(named(&home, &home.line("recovery quota ref:A").text()), @"
    license  A
    any      1 left (1 from the policy, 0 granted), 0 used; policy: initial 1, cap none
    same     0 left (0 from the policy, 0 granted), 0 used; policy: initial 0, cap none
    ");
    assert_snapshot!(named(&home, &home.line("recovery quota @D").text()), @"
    LICENSE        PRODUCT          LEFT (ANY)  NEXT (ANY)  LEFT (SAME)  NEXT (SAME)
    A  work-management  1           -           0            -
    B  work-management  1           -           0            -
    ");
    assert_eq!(
        home.json("recovery quota ref:B")["scopes"]["any"],
        json!({"initial": 1, "every": null, "cap": null, "earned": 1, "granted": 0, "used": 0, "lost": 0, "available": 1, "next_at": null})
    );
    assert_eq!(home.json("recovery quota @D").as_array().map(Vec::len), Some(2));
    assert_eq!(home.json("recovery quota @K"), json!([]));
    assert_snapshot!(named(&home, &home.line("recovery grant ref:A --reason goodwill --count 2").err), @"
    Granted 2 recoveries for any container to license A
      license A: 3 recoveries left for any container
    ");
    assert_snapshot!(named(&home, &home.line("recovery grant @D --scope same --reason board").err), @"
    Granted 1 recovery for the same computer to 2 licenses
      license A: 1 recovery left for the same computer
      license B: 1 recovery left for the same computer
    ");
    assert_eq!(
        (left(&home, "A", "any"), left(&home, "A", "same"), left(&home, "B", "same")),
        (3, 1, 1)
    );
    // A repeated command with the same reference grants nothing.
    let grant = "recovery grant ref:A --reason goodwill --reference CASE-1";
    assert_eq!(home.json(grant)["repeated"], false);
    let before = home.env.everything();
    assert_eq!(home.json(grant)["repeated"], true);
    assert_eq!(left(&home, "A", "any"), 4);
    assert!(
        refused(&home, "recovery grant ref:B --reason goodwill --reference CASE-1", 1, "conflict")
            .contains("of")
    );
    home.line("recovery grant ref:A --reason goodwill --dry-run").assert(0);
    refused(&home, "recovery grant @K --reason x", 1, "not_placed");
    refused(&home, "recovery grant ref:A --reason x --count 0", 2, "usage");
    refused(&home, "recovery grant ref:A --reason x --scope some", 2, "usage");
    refused(&home, "recovery grant ref:A", 2, "usage");
    assert_eq!(home.env.everything(), before);
    home.line("license revoke ref:B --reason x --yes").assert(0);
    refused(&home, "recovery grant ref:B --reason x", 1, "wrong_state");
    home.line("audit verify").assert(0);
}

#[test]
fn licenses_are_recovered_into_an_existing_container() {
    let home = dongle();
    let before = home.env.everything();
    let issue = "recovery issue --from @D --to @E --reason lost --note taxi --reference CASE-1 \
        --out-dir out";
    assert_snapshot!(named(&home, &home.line(&format!("{issue} --dry-run")).err), @"
    Would recover 2 licenses of container D into container E
      license A: work-management for nordwind, 2 seats, uses 1 recovery for any container
      license B: work-management for nordwind, 1 seat, uses 1 recovery for any container
    Old container D is blocked: its next update contains the block, attempts to use the container are refused and recorded, and the status list marks its old files as invalid
    The next status list contains the change (`licentia status publish --out-dir DIR --force`)
    ");
    let would = home.json(&format!("{issue} --dry-run"));
    assert_eq!(
        (&would["created"], &would["licenses"][0]["scope"], &would["serial"]),
        (&false.into(), &"any".into(), &Value::Null)
    );
    assert_eq!(home.env.everything(), before);
    assert_snapshot!(named(&home, &home.line(issue).err), @"
    Recovered 2 licenses of container D into E (recovery R)
      license A: work-management for nordwind, 2 seats, uses 1 recovery for any container
      license B: work-management for nordwind, 1 seat, uses 1 recovery for any container
    Old container D is blocked: its next update contains the block, attempts to use the container are refused and recorded, and the status list marks its old files as invalid
    The next status list contains the change (`licentia status publish --out-dir DIR --force`)
    Wrote out/A.lic
    Wrote out/B.lic
    Wrote out/D.upd, for the old container
    Wrote out/E.upd, for the new container
    ");
    assert_eq!(
        (home.placements("A"), home.placements("B")),
        ("E 2 live; 0 free, active, r1".to_owned(), "E 1 live; 0 free, active, r1".to_owned())
    );
    assert_eq!(home.licenses_in(&format!("out/{}.upd", home.serial("E"))).len(), 2);
    let stopped = home.update(&format!("out/{}.upd", home.serial("D")));
    assert_eq!(
        (stopped.licenses().len(), stopped.claims().blocked.as_deref()),
        (0, Some("recovered"))
    );
    assert_eq!(
        (entries(&home, "A"), left(&home, "A", "any")),
        ("D invalid, E valid".to_owned(), 0)
    );
    // A repeated command recovers nothing, and exports the same bytes.
    let after = home.env.everything();
    let again = home.json(issue);
    assert_eq!((&again["created"], &again["files"]), (&false.into(), &json!([])));
    assert_eq!(home.env.everything(), after);
    let recovery = home.json("recovery list")[0].clone();
    assert_eq!(
        (&recovery["reference"], &recovery["old_action"], &recovery["note"]),
        (&"CASE-1".into(), &"block".into(), &"taxi".into())
    );
    let serial = text(&recovery["serial"]);
    home.line(&format!("recovery export {serial} --out-dir again")).assert(0);
    for name in ["A", "B"]
        .map(|name| format!("{}.lic", home.serial(name)))
        .into_iter()
        .chain(["D", "E"].map(|name| format!("{}.upd", home.serial(name))))
    {
        assert_eq!(
            home.env.read(&format!("out/{name}")),
            home.env.read(&format!("again/{name}")),
            "{name}"
        );
    }
    assert_snapshot!(named(&home, &home.line(&format!("recovery show {serial}")).text()), @"
    serial     R
    state      done
    customer   nordwind
    from       D
    to         E
    reason     lost
    note       taxi
    returned   no
    action     block
    reference  CASE-1
    created    2026-11-21T10:00:00Z
    license    A, 2 seats, uses 1 recovery for any container
    license    B, 1 seat, uses 1 recovery for any container
    ");
    assert!(
        refused(
            &home,
            "recovery issue --from @D --to @E --reason stolen --reference CASE-1",
            1,
            "conflict"
        )
        .contains("reason")
    );
    // The command warns about a file that is no longer the newest.
    home.line("license extend ref:A --by 1y").assert(0);
    let ran = home.line(&format!("recovery export {serial} --out-dir later")).assert(0);
    assert!(ran.err.contains("is no longer the newest"), "{ran}");
    for (line, count) in [
        ("--customer nordwind", 1),
        ("--customer sued", 0),
        ("--container @D", 1),
        ("--container @E", 1),
        ("--container @K", 0),
        ("--license ref:A", 1),
        ("--limit 0", 0),
    ] {
        assert_eq!(
            home.json(&format!("recovery list {line}")).as_array().map(Vec::len),
            Some(count),
            "{line}"
        );
    }
    refused(&home, "recovery show R-11111", 3, "not_found");
    home.line("audit verify").assert(0);
}

#[test]
fn licenses_are_recovered_into_a_new_cloud_container_or_a_new_device() {
    let home = dongle();
    home.line("recovery policy work-management --any-initial 2").assert(0);
    let cloud = home
        .json("recovery issue --from @D --to-cloud --user anna --reason destroyed --out-dir out");
    let kinds = |recovery: &Value| {
        recovery["files"]
            .as_array()
            .expect("files")
            .iter()
            .map(|file| text(&file["kind"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&cloud), ["license", "license", "update", "credential"]);
    let (to, credential) = (text(&cloud["to"]), text(&cloud["files"][3]["path"]));
    let shown = home.json(&format!("container show {to}"));
    assert_eq!(
        (&shown["kind"], &shown["user"], &shown["credential"]),
        (&"cloud".into(), &"anna".into(), &cloud["credential"])
    );
    let verified = home
        .json(&format!("verify {} --credential {credential}", text(&cloud["files"][0]["path"])));
    assert_eq!(verified[0]["valid"], true);
    // Without `--out-dir` only the credential has a file, because its secret is stored nowhere
    // else.
    let computer = Computer::new(&home.env, 1);
    computer
        .line(&format!(
            "request --folder press --root {} --test --privileged --out press.ctx",
            root(&home)
        ))
        .assert(0);
    let device =
        home.json(&format!("recovery issue --from {to} --to-request press.ctx --reason lost"));
    assert_eq!(kinds(&device), [""; 0]);
    let serial = text(&device["to"]);
    let shown = home.json(&format!("container show {serial}"));
    assert_eq!(
        (&shown["kind"], &shown["state"], &shown["user"]),
        (&"device".into(), &"active".into(), &"anna".into())
    );
    home.line(&format!("recovery export {} --out-dir dev", text(&device["serial"]))).assert(0);
    computer.line(&format!("apply --folder press dev/{serial}.upd")).assert(0);
    assert_eq!(
        computer.line("show --folder press --json").json()["licenses"].as_array().map(Vec::len),
        Some(2)
    );
    // The old credential does not open the recovered license.
    home.line("status publish --out 1.status").assert(0);
    let list = home.line(&format!(
        "verify {} --credential {credential} --status 1.status --json",
        text(&cloud["files"][0]["path"])
    ));
    assert_eq!((list.status, &list.json()[0]["code"]), (4, &"no_credential".into()));
    // The new credential is encrypted for a passphrase.
    home.env.write("pass", "correct horse battery\n");
    let line = format!(
        "recovery issue --from {serial} --to-cloud --encrypt-passphrase-file pass --reason lost \
         --returned --out-dir sealed"
    );
    let encrypted = home.json(&line);
    assert!(
        text(&encrypted["files"].as_array().expect("files").last().expect("a file")["path"])
            .ends_with(".cred.age")
    );
    assert_eq!(
        encrypted["licenses"][0]["scope"],
        Value::Null,
        "returned hardware uses no recovery"
    );
    home.line("audit verify").assert(0);
}

#[test]
fn invalid_recoveries_are_refused() {
    let home = dongle();
    home.issue("C", "");
    let messages: Vec<String> = [
        ("recovery issue --from @D --to @D --reason lost", 2, "usage"),
        ("recovery issue --from @D --reason lost", 2, "usage"),
        ("recovery issue --from @D --to @E --to-cloud --reason lost", 2, "usage"),
        ("recovery issue --from @D --to @E --reason gone", 2, "usage"),
        ("recovery issue --from @D --to @E --user anna --reason lost", 2, "usage"),
        ("recovery issue --from @E --to @D --reason lost", 1, "not_placed"),
        ("recovery issue --from @D --to @S --reason lost", 1, "wrong_customer"),
        ("recovery issue --from @D --to @E --only ref:C --reason lost", 1, "not_placed"),
        ("recovery issue --from @D --to K-3Q1ZB-2M8XW --reason lost", 3, "not_found"),
        ("recovery issue --from @D --to-request nothing.ctx --reason lost", 5, "io"),
        ("recovery issue --from @D --to-cloud --user unknown --reason lost", 3, "not_found"),
        ("recovery reverse R-11111-11113 --reason x", 2, "usage"),
        ("recovery export R-8ZK2P-Q41MN --out-dir out", 3, "not_found"),
    ]
    .into_iter()
    .map(|(line, status, code)| format!("{line}\n    {}", refused(&home, line, status, code)))
    .collect();
    assert_snapshot!(messages.join("\n"), @r#"
    recovery issue --from @D --to @D --reason lost
        container D is the lost container itself | name the container that must receive the licenses
    recovery issue --from @D --reason lost
        missing: --to <CONTAINER>, --to-request <FILE> or --to-cloud | `licentia recovery issue --help` lists the options
    recovery issue --from @D --to @E --to-cloud --reason lost
        --to and --to-cloud cannot be used together | omit one of the options
    recovery issue --from @D --to @E --reason gone
        --reason: "gone" is not a reason of a recovery | choose one of lost, stolen, destroyed, defective, broken, invalid, reinstalled
    recovery issue --from @D --to @E --user anna --reason lost
        --user and the --encrypt options require a new cloud container | omit these options, or use --to-cloud
    recovery issue --from @E --to @D --reason lost
        container E contains no license to recover | `licentia container show E` shows the licenses and the pending removals
    recovery issue --from @D --to @S --reason lost
        container S belongs to customer sued, but container D belongs to customer nordwind | `licentia container list --customer nordwind` shows the containers of customer nordwind
    recovery issue --from @D --to @E --only ref:C --reason lost
        license C is not in container D | container D contains A, B
    recovery issue --from @D --to K-3Q1ZB-2M8XW --reason lost
        there is no container K-3Q1ZB-2M8XW | `licentia container list` shows the containers
    recovery issue --from @D --to-request nothing.ctx --reason lost
        cannot read [DIR]/nothing.ctx: no such file or folder | 
    recovery issue --from @D --to-cloud --user unknown --reason lost
        customer nordwind has no user unknown | `licentia user list nordwind` shows the users of nordwind
    recovery reverse R-11111-11113 --reason x
        <RECOVERY>: serial "R-11111-11113" is mistyped: its check character does not match | compare the serial character by character with the original
    recovery export R-8ZK2P-Q41MN --out-dir out
        there is no recovery R-8ZK2P-Q41MN | `licentia recovery list` shows the recoveries
    "#);
    // One license whose product does not permit the new container stops the whole recovery.
    home.line("product edit work-management --containers device,dongle").assert(0);
    assert_snapshot!(refused(&home, "recovery issue --from @D --to-cloud --reason lost", 1, "wrong_kind"), @"the new container is a cloud container, and product work-management allows only device, dongle | `licentia product edit work-management --containers KIND` allows other kinds of containers");
    home.line("product edit work-management --containers cloud,device,dongle").assert(0);
    home.issue("V", "--seats 1 --container @K");
    assert_snapshot!(refused(&home, "recovery issue --from @K --to @E --returned --reason \
        defective", 1, "wrong_kind"), @"container K is a cloud container; only a computer or a dongle can be returned | omit --returned");
    // A container that a person has blocked is not recovered, and the attempt is recorded.
    home.line("container block @D --reason fraud").assert(0);
    assert_snapshot!(refused(&home, "recovery issue --from @D --to @E --reason lost", 1, "blocked"), @"container D has been blocked since 2026-11-21T10:00:00Z: fraud | `licentia container update D --out FILE` writes the update that contains the block; `licentia container unblock D --reason REASON` ends the block");
    let attempts = home.json("container attempts @D");
    assert_eq!(attempts.as_array().map(Vec::len), Some(1));
    assert_eq!(attempts[0]["action"], "recover");
    home.line("container unblock @D --reason x").assert(0);
    home.line("container block @E --reason fraud").assert(0);
    refused(&home, "recovery issue --from @D --to @E --reason lost", 1, "blocked");
    // With no balance left, no license is recovered.
    home.line("recovery policy work-management --any-initial 0 --any-every 1y").assert(0);
    assert_snapshot!(refused(&home, "recovery issue --from @D --to @K --reason lost", 1, "no_quota"), @"license A has no recovery left for any container: the first recovery is available on 2027-11-21; license B has no recovery left for any container: the first recovery is available on 2027-11-21 | `licentia recovery grant A --reason REASON`, `licentia recovery grant B --reason REASON` allow one recovery each");
    let ran =
        home.line("recovery issue --from @D --to @K --reason lost --partial --json").assert(1);
    let error: Value =
        serde_json::from_str(ran.err.lines().last().expect("a line")).expect("an object");
    let lacking = error["error"]["licenses"].as_array().expect("licenses");
    assert_eq!(
        (lacking.len(), &lacking[0]["scope"], &lacking[0]["next_at"]),
        (2, &"any".into(), &"2027-11-21T10:00:00Z".into())
    );
}

#[test]
fn a_suspect_or_present_computer_is_not_recovered() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 1 --same-initial 1").assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    // The request comes from the container's own folder, so that nothing is lost.
    assert_snapshot!(refused(&home, "recovery issue --from @M --to-request press.ctx --reason \
        lost", 1, "exists"), @"the request is from container M itself; its folder and its key still exist | `licentia container update M --out FILE` writes the licenses of the container again; no recovery is necessary");
    // The request comes from another known container.
    computer
        .line(&format!(
            "request --folder other --root {} --test --privileged --out other.ctx",
            root(&home)
        ))
        .assert(0);
    home.line(
        "container create --customer nordwind --kind device --request other.ctx --reference B",
    )
    .assert(0);
    assert_snapshot!(refused(&home, "recovery issue --from @M --to-request other.ctx --reason \
        reinstalled", 1, "exists"), @"the request is from container B of customer nordwind, which already exists | select the container: --to B");
    // An old folder makes the container suspect. A recovery needs `container resolve` first.
    home.env.record_containers(
        "suspicion = '{\"why\":\"set_back\",\"seen\":1,\"at\":\"2026-11-21T10:00:00Z\"}'",
        &serde_json::json!({"suspicion": {"why":"set_back","seen":1,"at":"2026-11-21T10:00:00Z"}}),
        "reference = 'M'",
    );
    refused(&home, "recovery issue --from @M --to @B --reason reinstalled", 1, "suspect");
    home.line("container resolve @M --reason backup").assert(0);
    let done = home.json("recovery issue --from @M --to @B --reason reinstalled --out-dir out");
    assert_eq!(done["licenses"][0]["scope"], "same");
}

#[test]
fn the_policy_decides_about_the_old_container() {
    // `withdraw`: the old container keeps its other licenses.
    let home = dongle();
    home.line("recovery policy work-management --old withdraw").assert(0);
    let done =
        home.json("recovery issue --from @D --to @E --only ref:A --reason lost --out-dir out");
    assert_eq!(
        (&done["old_action"], home.licenses_in(&format!("out/{}.upd", home.serial("D"))).len()),
        (&"withdraw".into(), 1)
    );
    // `nothing`: the old container is lost. It gets no update and no license.
    home.line("recovery policy work-management --old nothing").assert(0);
    home.line("recovery grant ref:A --reason x").assert(0);
    let done = home.json("recovery issue --from @E --to @K --reason lost --out-dir two");
    assert_eq!(
        (&done["old_action"], &home.json("container show @E")["state"]),
        (&"nothing".into(), &"lost".into())
    );
    let kinds: Vec<String> =
        done["files"].as_array().expect("files").iter().map(|file| text(&file["kind"])).collect();
    assert_eq!(kinds, ["license"]);
    assert_eq!(entries(&home, "A"), "D invalid, E invalid, K valid");
    home.issue("C", "--seats 1");
    let messages: Vec<String> = [
        "license activate ref:C --container @E",
        "container update @E",
        "recovery issue --from @E --to @K --reason lost",
        "license move ref:B --from @D --to @E",
    ]
    .map(|line| refused(&home, line, 1, "wrong_state"))
    .into();
    assert_snapshot!(messages.join("\n"), @"
    container E is lost (its licenses were recovered at 2026-11-21T10:00:00Z) and cannot be used | if the container was found, `licentia container unblock E --reason REASON` resumes the container without the recovered licenses
    container E is lost (its licenses were recovered at 2026-11-21T10:00:00Z) and cannot be updated | if the container was found, `licentia container unblock E --reason REASON` resumes the container without the recovered licenses
    container E is lost (its licenses were recovered at 2026-11-21T10:00:00Z) and cannot be the source of a recovery | if the container was found, `licentia container unblock E --reason REASON` resumes the container without the recovered licenses
    container E is lost (its licenses were recovered at 2026-11-21T10:00:00Z) and cannot be used | if the container was found, `licentia container unblock E --reason REASON` resumes the container without the recovered licenses
    ");
    assert_eq!(home.json("container list --state lost").as_array().map(Vec::len), Some(1));
    home.line("container unblock @E --reason found").assert(0);
    assert_eq!(home.json("container show @E")["state"], "active");
    home.line("license activate ref:C --container @E").assert(0);
    // A lost container that a person blocks gets the update with the block.
    home.line("container create --customer nordwind --kind dongle --hardware 3-99 --reference M")
        .assert(0);
    home.issue("F", "--seats 1 --container @M");
    home.line("recovery policy work-management --old nothing --enforce-after 3d").assert(0);
    home.line("recovery issue --from @M --to @K --reason lost").assert(0);
    home.line("container block @M --reason theft").assert(0);
    assert_eq!(home.json("container show @M")["state"], "blocked");
    home.line("container update @M --out m.upd").assert(0);
    home.refused("license activate ref:F --container @M", 1, "blocked");
    assert_eq!(home.json("container attempts @M").as_array().map(Vec::len), Some(1));
    // A container that keeps licenses is not blocked, unless `--block` is given.
    home.line("recovery policy work-management --old block").assert(0);
    home.issue("G", "--seats 1 --container @E");
    let done = home.json("recovery issue --from @E --to @K --only ref:C --reason lost --block");
    assert_eq!(
        (&done["old_action"], &home.json("container show @E")["state"]),
        (&"block".into(), &"blocked".into())
    );
    assert_eq!(entries(&home, "C"), "E valid, K valid", "the delay holds for --block too");
    // The remaining licenses of a container that a recovery blocked can be recovered later.
    assert_eq!(home.json("recovery issue --from @E --to @K --reason lost")["old_action"], "block");
    home.refused("recovery issue --from @E --to @K --reason lost", 1, "blocked");
    home.line("audit verify").assert(0);
}

#[test]
fn a_lost_container_can_be_retired() {
    let home = dongle();
    home.line("recovery policy work-management --old nothing").assert(0);
    home.line("recovery issue --from @D --to @K --reason destroyed").assert(0);
    home.line("container retire @D --yes").assert(0);
    refused(&home, "recovery issue --from @D --to @K --reason lost", 1, "wrong_state");
}

#[test]
fn a_recovery_frees_seats_that_wait_for_removal() {
    let home = dongle();
    home.line("license return ref:A --container @D --seats 1").assert(0);
    home.issue("C", "--seats 3 --container @D");
    home.line("license return ref:C --container @D").assert(0);
    assert_eq!(
        (home.placements("A"), home.placements("C")),
        (
            "D 1 live, D 1 returning; 0 free, active, r2".to_owned(),
            "D 3 returning; 0 free, parked, r1".to_owned()
        )
    );
    let output =
        home.line("recovery issue --from @D --to @K --reason lost --dry-run").assert(0).err;
    assert!(
        named(&home, &output).contains("pending removal from container D are unallocated: A, C\n"),
        "{output}"
    );
    home.line("recovery issue --from @D --to @K --reason lost").assert(0);
    assert_eq!(
        (home.placements("A"), home.placements("C")),
        ("K 1 live; 1 free, active, r2".to_owned(), "; 3 free, parked, r1".to_owned())
    );
    // A late confirmation of a placement that has ended frees no seats.
    home.line("container confirm @D --reason late").assert(0);
    assert_eq!(home.placements("A"), "K 1 live; 1 free, active, r2");
}

#[test]
fn a_suspended_license_is_recovered_without_a_file() {
    let home = dongle();
    home.line("license suspend ref:A").assert(0);
    let ran = home.line("recovery issue --from @D --to @E --reason lost --out-dir out").assert(0);
    assert!(ran.err.contains("is suspended: its file is not written"), "{ran}");
    assert!(!home.env.path(&format!("out/{}.lic", home.serial("A"))).exists());
    assert_eq!(home.licenses_in(&format!("out/{}.upd", home.serial("E"))).len(), 1);
    assert_eq!(entries(&home, "A"), "D invalid, E suspended");
    let serial = text(&home.json("recovery list")[0]["serial"]);
    let ran = home.line(&format!("recovery export {serial} --out-dir again")).assert(0);
    assert!(
        ran.err.contains("is suspended")
            && !home.env.path(&format!("again/{}.lic", home.serial("A"))).exists()
    );
    home.line("license reinstate ref:A").assert(0);
    assert_eq!(entries(&home, "A"), "D invalid, E valid");
}

#[test]
fn a_successor_keeps_the_recovery_balance_of_its_predecessor() {
    let home = dongle();
    home.line("recovery policy ref:A --any-every 1y").assert(0);
    home.line("recovery grant ref:A --reason goodwill --count 2").assert(0);
    home.line("recovery issue --from @D --to @E --reason lost").assert(0);
    assert_eq!(left(&home, "A", "any"), 2);
    let successor =
        text(&home.json("license replace ref:A --ends none --reference HEIR")["serial"]);
    let quota = home.json(&format!("recovery quota {successor}"));
    assert_eq!(
        (
            &quota["scopes"]["any"]["available"],
            &quota["scopes"]["any"]["used"],
            &quota["scopes"]["any"]["every"]
        ),
        (&2.into(), &1.into(), &"1y".into())
    );
    home.env.at("2027-11-21T10:00:00Z");
    assert_eq!(home.json(&format!("recovery quota {successor}"))["scopes"]["any"]["available"], 3);
}

#[test]
fn a_mistaken_recovery_is_reversed() {
    let home = dongle();
    let serial = text(
        &home.json("recovery issue --from @D --to-cloud --user anna --reason lost --out-dir out")["serial"],
    );
    assert_eq!(
        (left(&home, "A", "any"), home.json("container show @D")["state"].clone()),
        (0, "blocked".into())
    );
    let before = home.env.everything();
    home.line(&format!("recovery reverse {serial} --reason found --dry-run")).assert(0);
    assert_eq!(home.env.everything(), before);
    let back = home.json(&format!("recovery reverse {serial} --reason found --out-dir back"));
    assert_eq!(
        (&back["reversed_reason"], back["files"].as_array().map(Vec::len)),
        (&"found".into(), Some(3))
    );
    assert_eq!(
        (left(&home, "A", "any"), home.json("container show @D")["state"].clone()),
        (1, "active".into())
    );
    assert_eq!(
        (home.placements("A"), home.placements("B")),
        ("D 2 live; 0 free, active, r2".to_owned(), "D 1 live; 0 free, active, r2".to_owned())
    );
    // The first files of the dongle and of the cloud container are ended. The new update of the
    // dongle contains both licenses.
    let cloud = text(&back["to"]);
    assert_eq!(entries(&home, "A").replace(&cloud, "CLOUD"), "D invalid, CLOUD invalid, D valid");
    assert_eq!(home.licenses_in(&format!("back/{}.upd", home.serial("D"))).len(), 2);
    assert_snapshot!(refused(&home, &format!("recovery reverse {serial} --reason again"), 1, "wrong_state"), @"recovery R was already reversed at 2026-11-21T10:00:00Z | `licentia recovery show R` shows the reversal");
    refused(&home, &format!("recovery export {serial} --out-dir again"), 1, "wrong_state");
    home.line("recovery grant ref:A --reason x").assert(0);
    home.line("recovery grant ref:B --reason x").assert(0);
    let issue =
        "recovery issue --from @D --to-cloud --reason lost --reference CASE-1 --out-dir case";
    let case = home.json(issue);
    let again = home.json(issue);
    assert_eq!(
        (&again["files"], &again["created"]),
        (&json!([{"path": null, "kind": "credential", "serial": null}]), &false.into())
    );
    assert!(text(&again["hint"]).contains("credential rotate"));
    home.line(&format!("recovery reverse {} --reason x", text(&case["serial"]))).assert(0);
    refused(&home, issue, 1, "reference_ended");
    // A recovery with one license that has changed since cannot be reversed at all.
    let second = text(&home.json("recovery issue --from @D --to @K --reason lost")["serial"]);
    home.line("license return ref:B --container @K").assert(0);
    assert_snapshot!(refused(&home, &format!("recovery reverse {second} --reason x"), 1, "wrong_state"), @"the seats of license B that the recovery placed in container K are no longer there: license B is not in container K | `licentia license show B` shows the containers of the license");
    home.line("audit verify").assert(0);
}

#[test]
fn a_confirmed_recovery_is_not_reversed() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 3 --same-initial 3 --old nothing")
        .assert(0);
    let computer = Computer::new(&home.env, 1);
    create_device_container(&home, &computer);
    home.issue("A", "--seats 1 --container @M");
    deliver_update(&home, &computer);
    computer
        .line(&format!(
            "request --folder new --root {} --test --privileged --out new.ctx",
            root(&home)
        ))
        .assert(0);
    let done = home
        .json("recovery issue --from @M --to-request new.ctx --reason reinstalled --out-dir out");
    let (serial, new) = (text(&done["serial"]), text(&done["to"]));
    // Before the receipt of the new container, the recovery can be reversed: the old container is
    // found.
    home.line(&format!("recovery reverse {serial} --reason found --out-dir back")).assert(0);
    assert_eq!(
        (home.json("container show @M")["state"].clone(), home.placements("A")),
        ("active".into(), "M 1 live; 0 free, active, r2".to_owned())
    );
    let done = home
        .json(&format!("recovery issue --from @M --to {new} --reason reinstalled --out-dir two"));
    computer.line(&format!("apply --folder new two/{new}.upd")).assert(0);
    computer.line("receipt --folder new --out receipt.ctx --force").assert(0);
    home.line("container receive receipt.ctx").assert(0);
    let message = refused(
        &home,
        &format!("recovery reverse {} --reason x", text(&done["serial"])),
        1,
        "wrong_state",
    );
    assert!(message.contains("has confirmed"), "{message}");
}

#[test]
fn recoveries_of_one_container_are_reversed_in_their_order() {
    let home = dongle();
    let first = text(
        &home.json("recovery issue --from @D --to @K --only ref:A --reason lost --block")["serial"],
    );
    let second = text(&home.json("recovery issue --from @D --to @K --reason lost")["serial"]);
    assert!(
        refused(&home, &format!("recovery reverse {second} --reason x"), 1, "wrong_state")
            .contains("because of recovery")
    );
    home.line(&format!("recovery reverse {first} --reason x")).assert(0);
    home.line(&format!("recovery reverse {second} --reason x")).assert(0);
    assert_eq!((left(&home, "A", "any"), left(&home, "B", "any")), (1, 1));
    // A container that a person has blocked since stays blocked.
    let third =
        text(&home.json("recovery issue --from @D --to @K --only ref:A --reason lost")["serial"]);
    home.line("container block @D --reason fraud").assert(0);
    refused(&home, &format!("recovery reverse {third} --reason x"), 1, "blocked");
    home.line("container unblock @D --reason x").assert(0);
    let fourth = text(&home.json("recovery issue --from @D --to @K --reason lost")["serial"]);
    home.line("container block @K --reason theft").assert(0);
    refused(&home, &format!("recovery reverse {fourth} --reason x"), 1, "blocked");
    assert_eq!(home.json("container attempts @K").as_array().map(Vec::len), Some(1));
}

#[test]
fn earlier_seats_of_the_new_container_stay_there_with_a_file() {
    let home = HomeWithContainers::new();
    home.line("recovery policy work-management --any-initial 9 --old withdraw").assert(0);
    home.issue("A", "--seats 5");
    home.line("license activate ref:A --container @K --seats 3").assert(0);
    home.line(
        "container create --customer nordwind --kind cloud --user anna --reference L --out l.cred",
    )
    .assert(0);
    home.line("license activate ref:A --container @L --seats 2").assert(0);
    let done = home.json("recovery issue --from @L --to @K --reason lost --out-dir out");
    let (recovery, file) = (text(&done["serial"]), format!("{}.lic", home.serial("A")));
    assert_eq!(done["files"][0]["path"], format!("out/{file}"));
    // A repeated export writes the same bytes to the same file.
    home.line(&format!("recovery export {recovery} --out-dir out")).assert(0);
    let ran =
        home.line(&format!("recovery reverse {recovery} --reason found --out-dir out")).assert(0);
    assert_eq!(home.placements("A").replace('?', "L"), "K 3 live, L 2 live; 0 free, active, r3");
    let (kept, back) = (
        format!("out/{}@{}.lic", home.serial("A"), home.serial("K")),
        format!("out/{}@{}.lic", home.serial("A"), home.serial("L")),
    );
    assert!(ran.err.contains(&kept) && ran.err.contains(&back), "{ran}");
    assert!(
        named(&home, &ran.err)
            .contains("Container K still contains seats of license A, and needs the new file"),
        "{ran}"
    );
    home.line("status publish --out 1.status").assert(0);
    let verdict = |file: &str, credential: &str| {
        home.line(&format!("verify {file} --credential {credential} --status 1.status --json"))
            .json()[0]["code"]
            .clone()
    };
    assert_eq!((verdict(&kept, "k.cred"), verdict(&back, "l.cred")), (Value::Null, Value::Null));
    assert_eq!(verdict(&format!("out/{file}"), "k.cred"), "revoked");
    // With several containers each file has its own name, in a repeated export, too.
    let done = home.json("recovery issue --from @L --to-cloud --reason lost --out-dir three");
    let name = text(&done["files"][0]["path"]);
    assert!(name.contains('@'), "{name}");
    home.line(&format!("recovery export {} --out-dir three", text(&done["serial"]))).assert(0);
    assert!(!home.env.path(&format!("three/{file}")).exists());
    // Without `--out-dir` the message names a command that writes the files.
    let output =
        home.line(&format!("recovery reverse {} --reason x", text(&done["serial"]))).assert(0).err;
    let export = output
        .split('`')
        .find(|part| part.starts_with("licentia license export"))
        .expect("a command");
    assert!(
        home.line(&export["licentia ".len()..].replace("FILE", "four.lic"))
            .assert(0)
            .err
            .contains("Wrote four.lic")
    );
}

#[test]
fn a_repeated_grant_applies_to_the_same_licenses() {
    let home = dongle();
    let grant = "recovery grant @D --reason x --reference G-1";
    assert_eq!(home.json(grant).as_array().map(Vec::len), Some(2));
    home.issue("C", "--seats 1 --container @D");
    assert_eq!(home.json(grant).as_array().map(Vec::len), Some(2));
    home.line("recovery issue --from @D --to @K --reason lost").assert(0);
    assert_eq!(home.json(grant)[0]["repeated"], true);
    assert_eq!((left(&home, "A", "any"), left(&home, "C", "any")), (1, 0));
}

#[test]
fn a_policy_applies_to_a_license_or_a_product() {
    let home = HomeWithContainers::new();
    home.issue("A", "");
    home.line("product add l-foo --name Foo").assert(0);
    assert!(
        home.line("recovery policy l-foo --any-initial 1").assert(0).err.contains("product l-foo")
    );
    let bare = home.serial("A").replace('-', "");
    assert!(
        home.line(&format!("recovery policy {bare} --any-initial 2"))
            .assert(0)
            .err
            .contains(&home.serial("A"))
    );
    home.refused("recovery policy L-11111-11111", 2, "usage");
}

#[test]
fn a_key_for_recoveries_signs_nothing_else() {
    let home = dongle();
    home.line(
        "key create site --edition commercial --purposes recovery --kinds license,update \
        --no-passphrase",
    )
    .assert(0);
    home.refused(
        "license issue --customer nordwind --product other --key site --unbound",
        1,
        "out_of_scope",
    );
    home.line("recovery issue --from @D --to @E --reason lost --key site --out-dir out").assert(0);
    let shown = home.json("key show site");
    assert_eq!(shown["files_signed"], 4, "two licenses and two updates");
    home.line("key create issues --edition commercial --purposes issue --no-passphrase").assert(0);
    home.line("recovery grant @E --reason x").assert(0);
    refused(
        &home,
        "recovery issue --from @E --to @K --reason lost --key issues",
        1,
        "out_of_scope",
    );
}

#[test]
fn a_recovery_unlocks_its_key_once() {
    let env = crate::env::TestEnvironment::new();
    env.write("passphrases", "one\ntwo\nthree\n");
    env.line("init --vendor Acme --test --new-passphrase-file passphrases").assert(0);
    env.set_var("LICENTIA_PASSPHRASE_FILE", "passphrases");
    for line in [
        "product add p --name P",
        "customer add c --name C",
        "recovery policy p --any-initial 1",
        "container create --customer c --kind dongle --hardware H --reference D",
        "license issue --customer c --product p --reference A",
    ] {
        env.line(line).assert(0);
    }
    let dongle = text(&env.json("container list")[0]["serial"]);
    env.line(&format!("license activate ref:A --container {dongle}")).assert(0);
    env.unset("LICENTIA_PASSPHRASE_FILE");
    // One passphrase unlocks the key for a license, an update and a credential.
    env.types(&["two"]);
    env.line(&format!("recovery issue --from {dongle} --to-cloud --reason lost --out-dir out"))
        .assert(0);
}
