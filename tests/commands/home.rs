use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_home_is_found_by_flag_variable_upwards_and_in_the_data_folder() {
    let env = TestEnvironment::new();
    let init = |dir: &str, vendor: &str| {
        env.ok(&["init", dir, "--vendor", vendor, "--test", "--no-passphrase"])
    };
    init("flag", "Flag");
    init("env", "Env");
    init("data/licentia", "Data");
    let vendor = |line: &str| {
        env.json(&format!("audit list --limit 1 {line}"))[0]["subject"]
            .as_str()
            .expect("a name")
            .to_owned()
    };
    env.set_var("HOME", env.path("empty").to_str().expect("UTF-8"));
    env.refused("audit list", 5, "not_a_home");
    env.set_var("XDG_DATA_HOME", env.path("data").to_str().expect("UTF-8"));
    assert_eq!(vendor(""), "Data");
    env.set_var("LICENTIA_HOME", "env");
    assert_eq!(vendor(""), "Env");
    assert_eq!(vendor("--home flag"), "Flag");
    env.unset("LICENTIA_HOME");
    init(".", "Here");
    assert_eq!(vendor(""), "Here");
}

#[test]
fn a_folder_without_a_home_is_refused() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.refused("license list", 5, "not_a_home"), @"[DIR] is not a home: neither this folder nor a parent folder has a licentia.toml | `licentia init --vendor NAME` creates a home; --home or LICENTIA_HOME names another");
    assert_snapshot!(env.refused("license list --home nowhere", 5, "not_a_home"), @"nowhere is not a home: the folder has no licentia.toml | `licentia init --vendor NAME` creates a home; --home or LICENTIA_HOME names another");
    env.write("licentia.toml", "");
    assert_snapshot!(env.refused("license list", 5, "not_a_home"), @"[DIR] is not a home: the folder has no licentia.db | `licentia init --vendor NAME` creates a home; --home or LICENTIA_HOME names another");
}

#[test]
fn foreign_incomplete_and_newer_databases_are_refused() {
    let env = TestEnvironment::with_home();
    env.sql("PRAGMA user_version = 99");
    assert_snapshot!(env.refused("license list", 5, "newer_database"), @"[DIR]/licentia.db: the database has schema version 99; this program supports versions up to 1 | use the version of licentia that wrote the database, or a newer version");
    env.sql("PRAGMA user_version = 1; PRAGMA application_id = 1");
    assert_snapshot!(env.refused("license list", 5, "corrupt"), @"[DIR]/licentia.db: the database was not created by licentia | is this the right folder? --home DIR names another home");
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(env.path(&format!("licentia.db{ending}")));
    }
    env.write("licentia.db", vec![b'x'; 8192]);
    assert_snapshot!(env.refused("license list", 5, "corrupt"), @"[DIR]/licentia.db: the database is damaged or is not a database: file is not a database | restore the home from a backup; the damaged file is not changed");
    env.write("licentia.db", "");
    env.refused("license list", 5, "corrupt");
}

#[test]
fn a_foreign_database_and_a_dropped_table_are_reported() {
    let env = TestEnvironment::with_home();
    env.tampers();
    let other = rusqlite::Connection::open(env.path("other.db")).expect("made");
    other.execute_batch("CREATE TABLE t (x)").expect("made");
    drop(other);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(env.path(&format!("licentia.db{ending}")));
    }
    std::fs::rename(env.path("other.db"), env.path("licentia.db")).expect("moved");
    assert!(
        env.refused("license list", 5, "corrupt")
            .contains("was not created by licentia | is this the right folder?")
    );
    let env = TestEnvironment::with_catalogue();
    env.sql("DROP TABLE product_requires");
    let refused = env.refused("product list", 4, "tampered");
    assert!(refused.contains("table product_requires"), "{refused}");
    env.sql("DROP TABLE audit");
    assert!(env.refused("audit verify", 5, "corrupt").contains("no such table"));
}

#[test]
fn a_foreign_trigger_hides_no_audit_entry() {
    let env = TestEnvironment::with_home();
    env.sql("CREATE TRIGGER more BEFORE INSERT ON audit BEGIN SELECT raise(ignore); END");
    assert!(env.refused("customer add c --name C", 4, "tampered").contains("trigger more"));
    assert!(env.refused("audit verify", 4, "tampered").contains("trigger more"));
}

#[test]
fn the_preferred_format_applies_to_errors_too() {
    let env = TestEnvironment::with_home();
    env.write("licentia.toml", "format = \"json\"\n");
    let err = env.line("customer show unknown").assert(3).err;
    assert!(err.starts_with("{\"error\""), "{err}");
    assert!(env.line("customer show unknown --format table").assert(3).err.starts_with("error: "));
}

#[test]
fn a_folder_left_by_a_killed_init_is_named() {
    let env = TestEnvironment::new();
    std::fs::create_dir(env.path(".licentia-stage-x")).expect("made");
    let ran = env.ok(&["init", "--vendor", "Acme", "--test", "--no-passphrase"]);
    assert!(
        ran.err.contains("warning: ") && ran.err.contains("may contain keys: remove the folder"),
        "{ran}"
    );
}

#[test]
fn a_damaged_page_is_reported_as_corrupt() {
    let env = TestEnvironment::with_catalogue();
    env.sql("PRAGMA wal_checkpoint(truncate)");
    let mut bytes = std::fs::read(env.path("licentia.db")).expect("read");
    let pages = bytes.len() / 4096;
    for page in 1..pages {
        bytes[page * 4096..page * 4096 + 64].fill(0xee);
    }
    env.write("licentia.db", &bytes);
    for line in ["customer list", "license list", "audit list", "customer add x --name X"] {
        env.refused(line, 5, "corrupt");
    }
}

#[test]
fn a_home_without_its_triggers_permits_only_checks() {
    let env = TestEnvironment::with_home();
    env.sql("DROP TRIGGER audit_delete_forbidden");
    assert_snapshot!(env.refused("license list", 4, "tampered"), @"[DIR]/licentia.db: trigger audit_delete_forbidden of the database was changed by another program | `licentia audit verify` shows which part of the audit log is unchanged");
    env.refused("audit verify", 4, "tampered");
    assert_eq!(env.line("doctor --json").assert(1).json()["warnings"][0]["code"], "unprotected");
}

#[test]
fn a_command_waits_for_another_writer_and_then_fails() {
    let env = TestEnvironment::with_home();
    let other = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    assert_snapshot!(env.refused("customer add c --name C", 5, "busy"), @"another process is writing to the database | nothing was changed; repeat the command when the other command has ended");
    env.line("customer list").assert(0);
    other.execute_batch("ROLLBACK").expect("unlocked");
    env.line("customer add c --name C").assert(0);
}

#[test]
fn settings_select_the_format_and_default_terms() {
    let env = TestEnvironment::with_catalogue();
    env.write(
        "licentia.toml",
        "format = \"json\"\n[license]\nseats = 7\nterm = \"1y\"\ngrace = \
         \"2w\"\n[license.set]\nsupport = \"gold\"\n",
    );
    let license =
        env.line("license issue --customer nordwind --product work-management").assert(0).json();
    assert_eq!(
        (license["seats"].as_u64(), license["ends"].as_str(), license["grace_days"].as_u64()),
        (Some(7), Some("2027-11-21"), Some(14))
    );
    assert_eq!(license["attributes"]["support"], "gold");
    assert!(env.line("customer list --format table").assert(0).text().starts_with("CODE"));
    for (text, says) in [
        ("format = \"table\"\ncolour = 1\n", "line 2"),
        ("[license]\nseats = 0\n", "line 2"),
        ("[license]\nterm = \"5m\"\n", "minutes or months"),
        ("[license]\nseat = 5\n", "unknown field"),
        ("format = \"yaml\"\n", "line 1"),
        ("format = \n", "line 1"),
    ] {
        env.write("licentia.toml", text);
        let refusal = env.refused("customer list", 2, "usage");
        assert!(refusal.contains(says), "{text}: {refusal}");
    }
    env.write("licentia.toml", [0xff]);
    env.refused("customer list", 2, "usage");
}

#[test]
fn the_time_can_be_set_in_test_homes_only() {
    let env = TestEnvironment::with_home();
    env.set_var("LICENTIA_NOW", "2030-01-01T00:00:00Z");
    assert_eq!(env.json("customer add c --name C")["created_at"], "2030-01-01T00:00:00Z");
    env.set_var("LICENTIA_NOW", "2020-01-01T00:00:00+01:00");
    assert_eq!(env.json("customer add d --name D")["created_at"], "2019-12-31T23:00:00Z");
    env.set_var("LICENTIA_NOW", "soon");
    env.refused("customer list", 2, "usage");
    env.unset("LICENTIA_NOW");
    let env = TestEnvironment::new();
    env.ok(&["init", "--vendor", "Acme", "--no-passphrase"]);
    env.set_var("LICENTIA_NOW", "2030-01-01T00:00:00Z");
    assert_snapshot!(env.refused("customer list", 2, "usage"), @"LICENTIA_NOW is set, but this home is not a test home | unset LICENTIA_NOW; only test homes accept it");
}

#[test]
fn a_live_home_signs_nothing_while_its_clock_is_behind() {
    let env = TestEnvironment::new();
    env.ok(&["init", "--vendor", "Acme", "--no-passphrase"]);
    env.line("customer add c --name C").assert(0);
    env.line("product add p --name P").assert(0);
    env.at("2026-11-21T09:55:00Z");
    env.line("license issue --customer c --product p --unbound").assert(0);
    env.at("2026-11-21T09:49:59Z");
    assert_snapshot!(env.refused("license issue --customer c --product p --unbound", 1, "clock_behind"), @"the clock shows 2026-11-21T09:49:59Z, but the database was last changed at 2026-11-21T10:00:00Z | set the clock of this computer; no file is signed while the clock is behind");
    // A later change that signs nothing does not move the clock of the database back.
    env.line("customer add d --name D").assert(0);
    env.refused("license issue --customer c --product p --unbound", 1, "clock_behind");
    env.refused("key retire trial --yes", 1, "clock_behind");
    env.line("license list").assert(0);
}

#[test]
fn errors_of_the_command_line_have_hints() {
    let env = TestEnvironment::with_catalogue();
    let errors: Vec<String> = [
        "licens list",
        "license lst",
        "license list --custmer x",
        "license issue",
        "license issue --customer",
        "license show",
        "license list --format yaml",
        "license list --json --format table",
        "license list --customer a --customer b",
        "key publish --edition trial",
        "audit list --since monday",
        "license list --limit x",
        "completions tcsh",
    ]
    .iter()
    .map(|line| env.line(line).assert(2).err)
    .collect();
    assert_snapshot!(errors.join("\n"), @r#"
    error: unknown command "licens"
    hint: did you mean license?

    error: unknown command "lst"
    hint: did you mean list?

    error: unknown argument --custmer
    hint: did you mean --customer?

    error: missing: --customer <CODE>, --product <CODE>
    hint: `licentia license issue --help` lists the options

    error: --customer needs a value
    hint: `licentia NOUN VERB --help` lists the options of a command

    error: missing: <LICENSE>
    hint: `licentia license show --help` lists the options

    error: --format: "yaml" is not a valid value
    hint: choose one of table, json, csv

    {"error":{"code":"usage","message":"--json and --format cannot be used together","hint":"omit one of the options"}}

    error: --customer is used more than once
    hint: use the option only once

    error: missing: --jwks
    hint: `licentia key publish --help` lists the options

    error: --since: "monday" is neither a date nor an instant
    hint: write a date like 2026-11-21, or an instant like 2026-11-21T09:30:00Z

    error: --limit: "x" is not a whole number
    hint: `licentia NOUN VERB --help` lists the options of a command

    error: <SHELL>: "tcsh" is not a valid value
    hint: choose one of bash, elvish, fish, powershell, zsh
    "#);
}

#[test]
fn a_noun_alone_lists_its_verbs() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.line("module"), @"
    exit 0
    --- out
    Features of a product, in a tree

    Usage: licentia module [OPTIONS] <VERB>

    Verbs:
      add     Add a module to a product
      edit    Change a module
      list    List the modules of a product as a tree
      show    Show a module
      remove  Remove a module that no license grants
      help    Print this message or the help of the given subcommand(s)

    Options:
      -h, --help     Print help (see more with '--help')
      -V, --version  Print version
    ");
    assert!(env.line("").assert(0).text().contains("quickstart"));
    assert!(env.line("--version").assert(0).text().starts_with("licentia 0."));
    assert!(env.line("license issue --help").assert(0).text().contains("--checkpoint <DURATION>"));
}

#[test]
fn the_audit_log_records_the_actor() {
    let env = TestEnvironment::with_home();
    env.line("customer add a --name A --actor anna").assert(0);
    env.set_var("LICENTIA_ACTOR", "ci");
    env.line("customer add b --name B").assert(0);
    env.unset("LICENTIA_ACTOR");
    env.line("customer add c --name C").assert(0);
    let log = env.json("audit list --after 1");
    let actors: Vec<_> = log
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| (entry["actor"].as_str(), entry["os_user"].as_str()))
        .collect();
    assert_eq!(
        actors,
        [
            (Some("anna"), Some("tester")),
            (Some("ci"), Some("tester")),
            (Some("tester"), Some("tester"))
        ]
    );
    assert!(
        env.run(&["customer", "add", "d", "--name", "D", "--actor", "a\nb"])
            .assert(2)
            .err
            .contains("control character")
    );
}

#[test]
fn quiet_hides_messages_and_keeps_warnings() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --quiet";
    assert_eq!(env.line(&format!("{issue} --out a.lic")).assert(0).err, "");
    let past = env.line(&format!("{issue} --starts 2020-01-01 --ends 2021-01-01")).assert(0);
    assert!(
        past.err.starts_with("warning: the last day of license L-")
            && past.err.ends_with(" is in the past\n"),
        "{past}"
    );
    assert_eq!(env.line("customer add x --name X -q").assert(0).err, "");
    assert!(env.line("customer show unknown -q").assert(3).err.starts_with("error: "));
}
