use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_customer_with_companies_and_users() {
    let env = TestEnvironment::with_home();
    assert_snapshot!(env.ok(&["customer", "add", "nordwind", "--name", "Nordwind AB", "--email", "it@nordwind.example", "--reference", "CRM-7"]), @"
    exit 0
    --- err
    Added customer nordwind (Nordwind AB)
    ");
    env.ok(&["customer", "add", "kita", "--name", "北株式会社"]);
    assert_snapshot!(env.line("customer list"), @"
    exit 0
    --- out
    CODE      NAME         EMAIL                REFERENCE
    nordwind  Nordwind AB  it@nordwind.example  CRM-7
    kita      北株式会社   -                    -
    ");
    assert_snapshot!(env.ok(&["company", "add", "nordwind", "north", "--name", "Nordwind North"]), @"
    exit 0
    --- err
    Added company north (Nordwind North) to customer nordwind
    ");
    assert_snapshot!(env.ok(&["user", "add", "nordwind", "anna", "--name", "Anna Ek", "--email", "anna@nordwind.example", "--company", "north", "--admin"]), @"
    exit 0
    --- err
    Added user anna to customer nordwind
    ");
    env.line("user add nordwind bo").assert(0);
    assert_snapshot!(env.line("customer show nordwind"), @"
    exit 0
    --- out
    code       nordwind
    name       Nordwind AB
    e-mail     it@nordwind.example
    reference  CRM-7
    companies  north
    users      2
    added      2026-11-21T10:00:00Z
    ");
    assert_snapshot!(env.line("company list nordwind"), @"
    exit 0
    --- out
    CODE   NAME
    north  Nordwind North
    ");
    assert_snapshot!(env.line("company show nordwind north"), @"
    exit 0
    --- out
    customer  nordwind (Nordwind AB)
    code      north
    name      Nordwind North
    added     2026-11-21T10:00:00Z
    ");
    assert_snapshot!(env.line("user list nordwind"), @"
    exit 0
    --- out
    USERNAME  NAME     EMAIL                  COMPANY  ADMIN
    anna      Anna Ek  anna@nordwind.example  north    yes
    bo        -        -                      -        no
    ");
    assert_snapshot!(env.line("user show nordwind anna"), @"
    exit 0
    --- out
    customer       nordwind (Nordwind AB)
    username       anna
    name           Anna Ek
    e-mail         anna@nordwind.example
    company        north
    administrator  yes
    added          2026-11-21T10:00:00Z
    licenses       -
    ");
    assert_snapshot!(env.json("user list nordwind --limit 1 --after anna"), @r#"[{"customer":"nordwind","username":"bo","name":null,"email":null,"company":null,"admin":false,"created_at":"2026-11-21T10:00:00Z"}]"#);
    assert_snapshot!(env.json("company list nordwind"), @r#"[{"customer":"nordwind","code":"north","name":"Nordwind North","created_at":"2026-11-21T10:00:00Z"}]"#);
    assert_snapshot!(env.json("customer list --limit 1"), @r#"[{"code":"nordwind","name":"Nordwind AB","email":"it@nordwind.example","reference":"CRM-7","retired_at":null,"created_at":"2026-11-21T10:00:00Z"}]"#);
    assert_snapshot!(env.line("user list kita"), @"
    exit 0
    --- err
    no users; `licentia user add CUSTOMER USERNAME` adds a user
    ");
}

#[test]
fn invalid_customers_companies_and_users_are_refused() {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add other --name Other").assert(0);
    let before = env.everything();
    for (line, status, code, says) in [
        (
            "customer add Nordwind --name X",
            1,
            "exists",
            "customer nordwind (Nordwind) already exists",
        ),
        ("customer add x --name X --email unknown", 2, "usage", "not an e-mail address"),
        ("customer add x", 2, "usage", "--name"),
        ("customer show unknown", 3, "not_found", "customer list"),
        ("company add unknown x --name X", 3, "not_found", "no customer unknown"),
        (
            "company add nordwind NORTH --name X",
            1,
            "exists",
            "company north of customer nordwind already exists",
        ),
        ("company show nordwind x", 3, "not_found", "no company x"),
        ("company list unknown", 3, "not_found", "no customer unknown"),
        ("user add nordwind ANNA", 1, "exists", "user anna of customer nordwind already exists"),
        ("user add nordwind carl --company x", 3, "not_found", "no company x"),
        (
            "user add other dora --company north",
            3,
            "not_found",
            "customer other has no company north",
        ),
        ("user add nordwind a,b", 2, "usage", "commas"),
        ("user show nordwind carl", 3, "not_found", "no user carl"),
        ("user list unknown", 3, "not_found", "no customer unknown"),
    ] {
        let refusal = env.refused(line, status, code);
        assert!(refusal.contains(says), "{line}: {refusal}");
    }
    for name in ["a\tb", "a\u{1b}[31mb", "\u{202e}evil", ""] {
        env.run(&["customer", "add", "x", "--name", name]).assert(2);
        env.run(&["user", "add", "nordwind", "x", "--name", name]).assert(2);
    }
    for line in [
        "customer add x --name X --dry-run",
        "company add nordwind x --name X --dry-run",
        "user add nordwind x --dry-run",
    ] {
        assert!(env.line(line).assert(0).err.starts_with("Would add"), "{line}");
    }
    assert_eq!(env.everything(), before);
}

/// Checks that a dry run takes no lock: it finishes at once while another process writes.
#[test]
fn a_dry_run_of_the_catalogue_and_of_customers_does_not_wait_for_a_writer() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product work-management --company north";
    env.line(&format!("{issue} --unbound --reference R")).assert(0);
    env.line("session start ref:R --user anna").assert(0);
    env.line("company add nordwind south --name South").assert(0);
    env.write("c.csv", "code,name\nnordwind,Nordwind AB\nost,Ost\n");
    env.write("u.csv", "customer,username,company\nnordwind,anna,south\nnordwind,cleo,\n");
    env.write(
        "c.toml",
        "[product.work-management]\nname = \"Work 2\"\n[product.new]\nname = \"New\"\n",
    );
    let before = env.everything();
    let writer = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    writer.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let started = std::time::Instant::now();
    for line in [
        "customer add ost --name Ost",
        "customer edit nordwind --name Other",
        "customer retire nordwind",
        "customer import c.csv",
        "company add nordwind west --name West",
        "company edit nordwind north --name Other",
        "company remove nordwind south",
        "user add nordwind cleo",
        "user import u.csv",
        "product add new --name New",
        "product edit other --name Other2",
        "product retire other",
        "product apply c.toml",
        "product apply c.toml --prune",
        "module add other import",
        "module edit other export --name Export",
        "module remove other export",
    ] {
        assert_eq!(env.json(&format!("{line} --dry-run"))["dry_run"], true, "{line}");
    }
    // A command that waits for the lock takes ten seconds.
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    writer.execute_batch("ROLLBACK").expect("unlocked");
    assert_eq!(env.everything(), before);
}
