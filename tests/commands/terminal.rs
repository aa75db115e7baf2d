//! Prompts and output on a terminal, CSV output, and output for scripts.

use insta::assert_snapshot;

use crate::env::{CTRL_C, TestEnvironment};

#[test]
fn missing_values_are_asked_for_with_choices() {
    let env = TestEnvironment::with_catalogue();
    env.types(&["nordwind", "work-management", "calculator.pro,reports"]);
    let ran = env.line("license issue --seats 3 --unbound").assert(0);
    assert!(
        ran.err.contains(
            "Command without prompts: licentia license issue --seats 3 \
        --unbound --customer=nordwind --product=work-management \
        --modules=calculator.pro,reports,calculator\n"
        ),
        "{ran}"
    );
    let modules = env.json("license list")[0]["modules"].as_array().map(Vec::len);
    assert_eq!(modules, Some(3), "the parent is added");
    // The command does not ask for values that it was given.
    env.types(&["other", ""]);
    env.line("license issue --customer nordwind").assert(0);
    env.person(|prompt| panic!("asked {prompt}"));
    env.line("license issue --customer nordwind --product other").assert(0);
}

#[test]
fn only_an_exact_code_is_accepted() {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add nordwind-north --name North").assert(0);
    env.line("customer retire acme").assert(3);
    env.types(&[
        "nord",
        "NORDWIND",
        "work-managment",
        "work-management",
        "calculater",
        "calculator.pro=5@2027-01-01",
        "",
    ]);
    assert_snapshot!(env.line("license issue"), @"
    exit 0
    --- err
      nordwind        Nordwind
      nordwind-north  North
    warning: there is no customer nord
    hint: did you mean nordwind? `licentia customer list` shows the customers
      work-management  Work
      other            Other
    warning: there is no product work-managment
    hint: did you mean work-management? `licentia product list` shows the products
      calculator        Calculator
        calculator.pro
      reports
    warning: product work-management has no module calculater
    hint: did you mean calculator? `licentia module list work-management` shows the modules of work-management
    Command without prompts: licentia license issue --customer=NORDWIND --product=work-management --modules=calculator.pro=5@2027-01-01,calculator
    Issued license L-XY9KB-PT3MW for customer nordwind: work-management, commercial, 1 seat, no end
    Not delivered yet. Next: `licentia license activate L-XY9KB-PT3MW --unbound --out FILE`
    ");
    assert_eq!(env.json("license list")[0]["customer"], "nordwind");
    // A retired customer can be shown, but gets no license.
    env.line("customer retire nordwind-north").assert(0);
    env.types(&["nordwind-north"]);
    env.line("customer show").assert(0);
    env.types(&["nordwind-north", CTRL_C]);
    assert!(
        env.line("license issue").assert(1).err.contains("customer nordwind-north was retired at")
    );
}

#[test]
fn more_customers_than_are_shown_can_be_named() {
    let env = TestEnvironment::with_catalogue();
    env.sql(
        "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2500)
         INSERT INTO customer (code, name, created_at)
         SELECT 'c' || n, 'Customer ' || n, '2026-11-21T10:00:00Z' FROM number",
    );
    env.types(&["c99999", "c2499", ""]);
    let ran = env.line("license issue --product work-management").assert(0);
    assert!(
        ran.err.contains("… and many more") && ran.err.contains("there is no customer c99999"),
        "{ran}"
    );
    assert_eq!(env.json("license list")[0]["customer"], "c2499");
}

#[test]
fn each_noun_offers_existing_records() {
    let env = TestEnvironment::with_catalogue();
    for (line, answers, done) in [
        ("customer add", &["acme", "Acme Ltd"][..], "Added customer acme (Acme Ltd)"),
        ("company add", &["nordwind", "south", "South"], "Added company south"),
        ("company edit", &["nordwind", "south", "Far South"], "Changed company south"),
        ("company remove", &["nordwind", "south", "y"], "Removed company south"),
        ("user add", &["nordwind", "cleo"], "Added user cleo"),
        ("user remove", &["nordwind", "cleo", "y"], "Removed user cleo"),
        ("product add", &["third", "Third"], "Added product third"),
        ("product retire", &["third"], "Retired product third"),
        ("product retire --undo", &["third"], "Resumed sales of product third"),
        ("module add", &["third", "x"], "Added module x"),
        ("module remove", &["third", "x", "y"], "Removed module x"),
        ("key create --no-passphrase", &["ci", "trial"], "Added trial key ci"),
        ("key retire", &["ci", "y"], "Retired key ci"),
        ("key revoke", &["ci", "it was seen elsewhere", "y"], "Revoked key ci"),
    ] {
        env.types(answers);
        let ran = env.line(line).assert(0);
        assert!(ran.err.contains(done), "{line}: {ran}");
    }
}

#[test]
fn an_invalid_answer_is_asked_for_again() {
    let env = TestEnvironment::with_home();
    env.types(&["not a code", "", "acme", "Acme"]);
    assert_snapshot!(env.line("customer add"), @r#"
    exit 0
    --- err
    warning: "not a code" is not a code
    hint: a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management
    warning: "" is not a code
    hint: a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management
    Command without prompts: licentia customer add acme --name=Acme
    Added customer acme (Acme)
    "#);
    env.types(&["nordwind"]);
    env.line("customer add --name=Nordwind --").assert(0);
    env.types(&["-dash", "--", "dash"]);
    env.line("customer add --name=Dash").assert(0);
}

#[test]
fn a_cancelled_prompt_changes_nothing() {
    let env = TestEnvironment::with_catalogue();
    let before = env.everything();
    env.types(&["nordwind", CTRL_C]);
    env.refused("license issue", 1, "declined");
    env.types(&[CTRL_C]);
    env.refused("customer add", 1, "declined");
    env.types(&[CTRL_C]);
    env.refused("user remove nordwind anna", 1, "declined");
    assert_eq!(env.everything(), before);
}

#[test]
fn without_a_person_there_are_no_prompts() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.line("license issue --product other"), @"
    exit 2
    --- err
    error: missing: --customer <CODE>
    hint: `licentia license issue --help` lists the options
    ");
    env.person(|prompt| panic!("asked {prompt}"));
    env.refused("license issue --no-input", 2, "usage");
    env.person(|prompt| panic!("asked {prompt}"));
    env.refused("user remove nordwind anna --no-input", 2, "needs_answer");
    env.person(|prompt| panic!("asked {prompt}"));
    env.line("user remove nordwind anna --yes").assert(0);
    let empty = TestEnvironment::with_home();
    empty.person(|prompt| panic!("asked {prompt}"));
    assert_snapshot!(empty.line("license issue"), @"
    exit 3
    --- err
    error: there is no customer yet
    hint: `licentia customer add` adds a customer
    ");
    // An edit without a value asks for nothing.
    for line in ["user edit", "customer edit", "product edit", "module edit other"] {
        env.person(|prompt| panic!("asked {prompt}"));
        env.refused(line, 2, "usage");
    }
    env.types(&["nordwind"]);
    env.line("customer edit --name N").assert(0);
    let nowhere = TestEnvironment::new();
    nowhere.person(|prompt| panic!("asked {prompt}"));
    nowhere.refused("license issue", 5, "not_a_home");
}

#[test]
fn csv_has_the_flags_as_columns() {
    let env = TestEnvironment::with_catalogue();
    env.ok(&[
        "customer",
        "add",
        "acme",
        "--name",
        "Acme, \"the\" Ltd",
        "--email",
        "a@acme.example",
    ]);
    env.line(
        "license issue --customer nordwind --product work-management --modules \
        calculator,calculator.pro=5 --seats 3 --users anna,bo --term 1y --grace 14d --set \
        support=gold --reference R",
    )
    .assert(0);
    for (line, columns) in [
        ("customer list", "code,name,email,reference"),
        ("user list nordwind", "customer,username,name,email,company,admin"),
        ("company list nordwind", "customer,code,name"),
        (
            "product list",
            "code,name,kind,allow-login,requires,containers,renew-url,terms,retired_at",
        ),
        ("module list work-management", "product,code,name,parent"),
        (
            "key list",
            "name,kid,role,edition,state,scope,not_after,files_signed,private_key_present",
        ),
        ("audit list", "seq,at,nonce,actor,os_user,process,action,subject,signed-by,detail,hash"),
        (
            "license list --state expired",
            "serial,state,customer,product,company,edition,users,model,seats,modules,starts,ends,checkpoint,grace,offline-days,offline-starts,enforcement,hosts-per-user,set,reference",
        ),
    ] {
        let text = env.line(&format!("{line} --format csv")).assert(0).text();
        assert_eq!(text.lines().next(), Some(columns), "{line}");
    }
    assert_snapshot!(env.line("customer list --format csv"), @r#"
    exit 0
    --- out
    code,name,email,reference
    nordwind,Nordwind,,
    acme,"Acme, ""the"" Ltd",a@acme.example,
    "#);
    assert_snapshot!(env.line("user list nordwind --format csv"), @"
    exit 0
    --- out
    customer,username,name,email,company,admin
    nordwind,anna,,,north,true
    nordwind,bo,,,,false
    ");
    assert_snapshot!(env.line("license list --format csv"), @r#"
    exit 0
    --- out
    serial,state,customer,product,company,edition,users,model,seats,modules,starts,ends,checkpoint,grace,offline-days,offline-starts,enforcement,hosts-per-user,set,reference
    L-XY9KB-PT3MW,parked,nordwind,work-management,,commercial,"anna,bo",floating,3,"calculator,calculator.pro=5",2026-11-21,2027-11-21,,14d,,,block,,"{""support"":""gold""}",R
    "#);
    assert_snapshot!(env.line("customer show nordwind --format csv"), @"
    exit 0
    --- out
    code,name,email,reference,retired_at,created_at,companies,users
    nordwind,Nordwind,,,,2026-11-21T10:00:00Z,north,2
    ");
    env.refused("license export ref:R --out - --format csv --json", 2, "usage");
    assert!(
        env.line("license issue --customer nordwind --product other --out - --format csv")
            .assert(2)
            .err
            .contains("both write to standard output")
    );
}

#[test]
fn only_terminals_get_colors() {
    let env = TestEnvironment::with_catalogue();
    let colored = |line: &str| {
        let ran = env.line(line);
        (ran.text().contains('\u{1b}'), ran.err.contains('\u{1b}'))
    };
    assert_eq!(colored("customer list"), (false, false));
    assert_eq!(colored("customer list --color always"), (true, false));
    assert_eq!(colored("customer show unknown --color always"), (false, true));
    env.width(100);
    assert_eq!(colored("customer list"), (true, false));
    assert_eq!(colored("customer show unknown"), (false, true));
    assert_eq!(colored("customer show unknown --color never"), (false, false));
    assert_eq!(colored("customer list --json"), (false, false));
    assert_eq!(colored("customer list --format csv"), (false, false));
    assert_eq!(colored("nonsense"), (false, true));
    assert_eq!(colored("nonsense --color never"), (false, false));
    assert_eq!(colored("nonsense --color=never"), (false, false));
    env.set_var("NO_COLOR", "1");
    assert_eq!(colored("customer list"), (false, false));
    assert_eq!(colored("customer list --color always"), (true, false));
    env.unset("NO_COLOR");
    env.set_var("TERM", "dumb");
    assert_eq!(colored("customer show unknown"), (false, false));
    env.refused("customer list --color blue", 2, "usage");
}

#[test]
fn verbose_names_the_home_the_key_and_the_code() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.line("license issue --customer nordwind --product other --unbound -v"), @"
    exit 0
    --- err
    detail: test home of Acme AB in [DIR]
    detail: key commercial (_RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY) from [DIR]/keys/commercial.pem
    Issued license L-XY9KB-PT3MW for customer nordwind: other, commercial, 1 seat, no end
    Next: `licentia license export L-XY9KB-PT3MW --out FILE` writes the license file
    ");
    for line in ["-v customer show", "license list --limit x --verbose"] {
        assert!(env.line(line).assert(2).err.ends_with("code: usage\n"), "{line}");
    }
    assert_snapshot!(env.line("customer show unknown --verbose"), @"
    exit 3
    --- err
    detail: test home of Acme AB in [DIR]
    error: there is no customer unknown
    hint: `licentia customer list` shows the customers
    code: not_found
    ");
    env.refused("customer list -v -q", 2, "usage");
    env.refused("-v customer list -q", 2, "usage");
    env.refused("--json customer list --format csv", 2, "usage");
    assert!(!env.line("customer list --json -v").assert(0).text().contains("detail"));
}

#[test]
fn the_help_groups_the_nouns_by_role() {
    let env = TestEnvironment::new();
    assert_snapshot!(env.line("help"), @"
    exit 0
    --- out
    Manage software licenses and sign license files

    One SQLite database and one folder of keys: products, customers, licenses, and signed files that
    applications check offline.

    Usage: licentia [OPTIONS] <COMMAND>

    First steps:
      quickstart  Create a demonstration home and show each step
      init        Create a home: database, root key, signing keys and first key set

    Sales and support:
      find        Find customers, users, licenses, tickets and more by a part of their names
      license     Licenses: issue, deliver, change and end them
      container   Containers for seats: cloud containers, devices and dongles
      credential  Credentials that open cloud containers
      recovery    Recovery of the licenses of lost containers: quotas, policies and new files
      bundle      Write several signed files as one file
      ticket      Secret codes that let their holders activate licenses
      assignment  Assignments of users to licenses
      session     Sessions: seats that are in use
      customer    Customers: buyers of licenses
      company     Companies: parts of a customer that can hold licenses
      user        Users: persons at a customer

    Product management:
      product     Products, their terms and their modules
      module      Features of a product, in a tree

    Administration of keys and records:
      key         Signing keys and the key set that applications trust
      status      Status lists: ended and suspended licenses and files, for applications
      check       Report the problems that need attention
      audit       Audit log of all changes
      doctor      Complete interrupted work and remove leftover files

    File verification:
      verify      Verify files as the licensed application does
      inspect     Show the content of a file without verifying it

    Help and shell integration:
      explain     Explain a code of an error, a verdict, a warning of the verifier or a finding
      completions Print the completions for a shell
      man         Write the man pages into a folder

    Global options (-h lists the common ones, --help lists all):
          --home <DIR>
              Home folder, with licentia.toml, licentia.db and keys/ [default: LICENTIA_HOME, else the
              nearest parent folder with a licentia.toml, else the user's data folder]

          --format <FORMAT>
              Output format of data [default: the format in licentia.toml, else table]

              Possible values:
              - table: A table for people
              - json:  One JSON document
              - csv:   CSV: a header line, then one line for each record

          --json
              Same as --format json

          --dry-run
              Show the changes without making them. The exit status is that of the real run, apart from
              keys, passphrases and confirmations, which are not needed

          --yes
              Answer yes to every confirmation

          --no-input
              Never prompt; a missing value is an error

          --actor <NAME>
              Author name for the audit log [default: LICENTIA_ACTOR, else the system user]

          --passphrase-file <FILE>
              File with the passphrases that unlock keys, one per line [default:
              LICENTIA_PASSPHRASE_FILE; LICENTIA_PASSPHRASE is the passphrase itself]

          --new-passphrase-file <FILE>
              File with the passphrases for new keys, one per line [default:
              LICENTIA_NEW_PASSPHRASE_FILE; LICENTIA_NEW_PASSPHRASE is the passphrase itself]

          --root-key <FILE>
              File with the private root key, if it is not in the home (for example on a USB drive)

          --color <WHEN>
              Color of messages; auto means never if NO_COLOR is set [default: auto]

              Possible values:
              - auto:   Color on a terminal, unless NO_COLOR is set or TERM is dumb
              - always: Always color
              - never:  Never color

      -q, --quiet
              Suppress success messages

      -v, --verbose
              Print the home and the keys that are used, and the code of an error

      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    `licentia NOUN` lists the verbs of a noun; `licentia NOUN VERB --help` describes a verb.

    `licentia quickstart` creates a demonstration in a new folder and asks no questions.
    ");
    let long = env.line("--help").assert(0).text();
    for option in [
        "--home",
        "--format",
        "--dry-run",
        "--passphrase-file",
        "--root-key",
        "--color",
        "--verbose",
    ] {
        assert!(long.contains(option), "{option}");
    }
}

#[test]
fn unknown_verbs_and_wrong_booleans_have_hints() {
    let env = TestEnvironment::with_catalogue();
    let hint = |line: &str| env.refused(line, 2, "usage");
    assert!(hint("user edit nordwind bo --admin no").contains("--admin=no"));
    assert!(hint("user xyz").contains("`licentia user` lists the verbs"));
    assert!(hint("xyz").contains("`licentia --help` lists the commands"));
}

#[test]
fn lists_have_pages_and_mark_retired_records() {
    let env = TestEnvironment::with_catalogue();
    for code in ["b", "c"] {
        env.line(&format!("company add nordwind {code} --name {code}")).assert(0);
    }
    let codes = |line: &str| {
        env.json(line)
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| it["code"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("company list nordwind --after north --limit 1"), ["b"]);
    assert_eq!(codes("company list nordwind --after c"), [""; 0]);
    env.refused("company list nordwind --after x", 3, "not_found");
    assert_eq!(env.json("key list --after root --limit 1")[0]["name"], "commercial");
    env.refused("key list --after x", 3, "not_found");
    env.line("customer retire nordwind").assert(0);
    assert!(env.line("customer list").err.contains("--all includes retired customers"));
    assert!(env.line("customer list --all").text().contains("RETIRED"));
    assert!(env.line("product list --all").text().contains("RETIRED"));
    assert_eq!(env.json("audit list --subject NORDWIND").as_array().map(Vec::len), Some(2));
}
