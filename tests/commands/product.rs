use insta::assert_snapshot;

use crate::env::TestEnvironment;

#[test]
fn a_product_is_added_listed_and_shown() {
    let env = TestEnvironment::with_home();
    env.ok(&["product", "add", "gravity-base", "--name", "Gravity Base", "--kind", "base"]);
    assert_snapshot!(env.ok(&[
        "product", "add", "work-management", "--name", "Work Management", "--allow-login", "--requires", "gravity-base", "--containers", "cloud,device",
        "--renew-url", "https://acme.example/renew", "--term", "1y", "--grace", "14d", "--set", "support=gold",
    ]), @"
    exit 0
    --- err
    Added product work-management (Work Management)
    ");
    assert_snapshot!(env.line("product list"), @"
    exit 0
    --- out
    CODE             NAME             KIND         REQUIRES
    gravity-base     Gravity Base     base
    work-management  Work Management  application  gravity-base
    ");
    assert_snapshot!(env.line("product show WORK-management"), @r#"
    exit 0
    --- out
    code         work-management
    name         Work Management
    kind         application
    log-in       a license can be the log-in of a user
    requires     gravity-base
    containers   cloud, device
    renewal URL  https://acme.example/renew
    terms        ends 1y, grace 14d, set {"support":"gold"}
    modules      0
    added        2026-11-21T10:00:00Z
    "#);
    assert_snapshot!(format!("{:#}", env.json("product show work-management")), @r#"
    {
      "code": "work-management",
      "name": "Work Management",
      "kind": "application",
      "allow_login": true,
      "requires": [
        "gravity-base"
      ],
      "containers": [
        "cloud",
        "device"
      ],
      "renew_url": "https://acme.example/renew",
      "terms": {
        "ends": "1y",
        "grace": "14d",
        "set": {
          "support": "gold"
        }
      },
      "recovery": {},
      "retired_at": null,
      "created_at": "2026-11-21T10:00:00Z",
      "modules": 0,
      "warnings": []
    }
    "#);
    assert_eq!(
        env.json("product list --limit 1 --after gravity-base")[0]["code"],
        "work-management"
    );
}

#[test]
fn invalid_products_are_refused() {
    let env = TestEnvironment::with_catalogue();
    let before = env.everything();
    for (line, status, code, says) in [
        (
            "product add WORK-MANAGEMENT --name X",
            1,
            "exists",
            "product work-management already exists",
        ),
        (
            "product add p --name X --requires none-such",
            3,
            "not_found",
            "no base product none-such",
        ),
        ("product add p --name X --requires other", 1, "wrong_kind", "only base products"),
        ("product add p --name X --kind gold", 2, "usage", "one of base, application"),
        ("product add p --name X --containers usb", 2, "usage", "cloud, device or dongle"),
        ("product add p --name X --modules m", 2, "usage", "has no modules yet"),
        ("product add p --name X --seats 0", 2, "usage", "not a number of seats"),
        ("product add p --name X --renew-url here", 2, "usage", "is not a URL"),
        ("product add -p --name X", 2, "usage", ""),
        ("product add p,q --name X", 2, "usage", "not a code"),
        ("product add p", 2, "usage", "--name"),
        ("product show nothing", 3, "not_found", "product list"),
        ("module add nothing m", 3, "not_found", "no product nothing"),
        ("module add other EXPORT", 1, "exists", "module export of product other already exists"),
        (
            "module add other m --parent calculator",
            3,
            "not_found",
            "the parent calculator is not a module of product other",
        ),
        ("module list nothing", 3, "not_found", "no product nothing"),
        ("module show other nothing", 3, "not_found", "no module nothing"),
    ] {
        let refusal = env.refused(line, status, code);
        assert!(refusal.contains(says), "{line}: {refusal}");
    }
    env.ok(&["product", "add", "base", "--name", "Base", "--kind", "base", "--dry-run"]);
    assert_eq!(env.everything(), before);
}

#[test]
fn modules_are_a_tree() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.line("module add work-management calculator.pro.tax --parent calculator.pro"), @"
    exit 0
    --- err
    Added module calculator.pro.tax to product work-management under calculator.pro
    ");
    assert_snapshot!(env.line("module list work-management"), @"
    exit 0
    --- out
    work-management (Work)
    ├── calculator  Calculator
    │   └── calculator.pro
    │       └── calculator.pro.tax
    └── reports
    ");
    assert_snapshot!(env.line("module show work-management calculator"), @"
    exit 0
    --- out
    product   work-management
    code      calculator
    name      Calculator
    parent    -
    children  calculator.pro
    added     2026-11-21T10:00:00Z
    ");
    let tree = env.json("module list work-management");
    let places: Vec<_> = tree
        .as_array()
        .expect("a list")
        .iter()
        .map(|module| (module["code"].as_str(), module["depth"].as_u64()))
        .collect();
    assert_eq!(
        places,
        [
            (Some("calculator"), Some(0)),
            (Some("calculator.pro"), Some(1)),
            (Some("calculator.pro.tax"), Some(2)),
            (Some("reports"), Some(0))
        ]
    );
}

#[test]
fn adding_an_existing_record_can_be_a_success() {
    let env = TestEnvironment::with_catalogue();
    let before = env.everything();
    for line in [
        "product add other --name X --if-missing",
        "module add other export --if-missing",
        "customer add nordwind --name X --if-missing",
        "company add nordwind north --name X --if-missing",
        "user add nordwind anna --if-missing",
    ] {
        assert_eq!(env.json(line)["created"], false, "{line}");
    }
    assert_eq!(env.everything(), before);
    assert_eq!(env.json("customer add new --name New --if-missing")["created"], true);
}

#[test]
fn licenses_keep_their_terms_when_their_product_changes() {
    let env = TestEnvironment::with_catalogue();
    env.line("product add base --name Base --kind base").assert(0);
    env.line("license issue --customer nordwind --product other --term 30d --reference OLD")
        .assert(0);
    assert_snapshot!(env.ok(&["product", "edit", "OTHER", "--name", "Another", "--requires", "base", "--renew-url", "https://acme.example/renew", "--term", "1y", "--seats", "5", "--grace", "14d", "--set", "support=gold", "--containers", "dongle,cloud", "--allow-login"]), @"
    exit 0
    --- err
    Changed product other
    name: Other → Another
    allow login: no → yes
    requires: none → base
    containers: cloud, device, dongle → cloud, dongle
    renew url: none → https://acme.example/renew
    terms: none → seats 5, ends 1y, grace 14d, set support gold
    ");
    assert_eq!(env.json("license show ref:OLD")["grace_days"], 0);
    assert_eq!(env.json("license issue --customer nordwind --product other")["seats"], 5);
    assert_snapshot!(env.line("product edit other --term inherit --grace none --set support=inherit --requires none --renew-url none --allow-login=no --dry-run"), @"
    exit 0
    --- err
    Would change product other
    allow login: yes → no
    requires: base → none
    renew url: https://acme.example/renew → none
    terms: seats 5, ends 1y, grace 14d, set support gold → seats 5, grace none
    ");
    env.line(
        "product edit other --term inherit --grace none --set support=inherit --requires \
        none --renew-url none --allow-login=no",
    )
    .assert(0);
    assert_snapshot!(env.json("product show other")["terms"], @r#"{"seats":"5","grace":"none"}"#);
    assert_eq!(env.json("product edit other --name Another")["changed"], false);
    env.line("product edit work-management --modules CALCULATOR,calculator.pro=5").assert(0);
    assert_eq!(
        env.json("product show work-management")["terms"]["modules"],
        "calculator,calculator.pro=5"
    );
    for (line, status, code) in [
        ("product edit other", 2, "usage"),
        ("product edit nothing --name X", 3, "not_found"),
        ("product edit other --requires nothing", 3, "not_found"),
        ("product edit other --requires work-management", 1, "wrong_kind"),
        ("product edit other --requires base,none", 2, "usage"),
        ("product edit other --modules calculator", 3, "not_found"),
        ("product edit work-management --modules calculator.pro", 2, "usage"),
        ("product edit other --kind gold", 2, "usage"),
        ("product edit other --seats none", 2, "usage"),
        ("product edit base --requires base", 2, "usage"),
    ] {
        env.refused(line, status, code);
    }
    // A base product that others require stays a base product, and no product may require itself
    // through others.
    env.line("product add second --name Second --kind base --requires base").assert(0);
    env.refused("product edit base --requires second", 2, "usage");
    assert_snapshot!(env.refused("product edit base --kind application", 1, "in_use"), @"product base must remain a base product: required by second | remove the product from the --requires of these products first");
    env.line("product edit second --requires none").assert(0);
    env.line("product edit base --kind application").assert(0);
}

#[test]
fn retired_records_are_not_sold_and_can_be_reactivated() {
    let env = TestEnvironment::with_catalogue();
    let issue = "license issue --customer nordwind --product other --reference R";
    env.line(issue).assert(0);
    let before = env.everything();
    assert_snapshot!(env.line("product retire other --dry-run"), @"
    exit 0
    --- err
    Would retire product other
    1 license, 1 in force: unchanged
    ");
    assert_eq!(env.everything(), before);
    assert_snapshot!(env.line("product retire other"), @"
    exit 0
    --- err
    Retired product other
    1 license, 1 in force: unchanged
    ");
    env.line(issue).assert(0);
    assert_snapshot!(env.refused("license issue --customer nordwind --product other", 1, "wrong_state"), @"product other was retired at 2026-11-21T10:00:00Z and cannot have new licenses or containers | `licentia product retire other --undo` ends the retirement");
    assert!(!env.line("product list").text().contains("other"));
    assert!(env.line("product list --all").text().contains("other"));
    env.refused("product retire other", 1, "wrong_state");
    assert!(env.line("product show other").text().contains("retired"));
    env.line("product retire other --undo").assert(0);
    env.refused("product retire other --undo", 1, "wrong_state");
    env.line("license issue --customer nordwind --product other").assert(0);

    assert_snapshot!(env.line("customer retire nordwind"), @"
    exit 0
    --- err
    Retired customer nordwind
    2 licenses, 2 in force: unchanged
    ");
    assert!(
        env.refused("license issue --customer nordwind --product other", 1, "wrong_state")
            .contains("customer nordwind")
    );
    assert_eq!(env.json("customer list").as_array().map(Vec::len), Some(0));
    assert_eq!(env.json("customer list --all").as_array().map(Vec::len), Some(1));
    env.refused("customer retire nordwind", 1, "wrong_state");
    env.line("customer retire nordwind --undo --dry-run").assert(0);
    env.line("customer retire nordwind --undo").assert(0);
    env.refused("customer retire nordwind --undo", 1, "wrong_state");
    env.refused("customer retire unknown", 3, "not_found");
    env.refused("product retire nothing", 3, "not_found");
    env.line(issue).assert(0);
    env.line("product add base --name Base --kind base").assert(0);
    env.line("product retire base").assert(0);
    env.refused("product add next --name Next --requires base", 1, "wrong_state");
}

#[test]
fn a_customer_is_changed() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.ok(&["customer", "edit", "NORDWIND", "--name", "Nordwind Holding AB", "--email", "it@nordwind.example", "--reference", "C-1"]), @"
    exit 0
    --- err
    Changed customer nordwind
    name: Nordwind → Nordwind Holding AB
    email: none → it@nordwind.example
    reference: none → C-1
    ");
    env.line("customer edit nordwind --email none --reference none").assert(0);
    assert_eq!(env.json("customer show nordwind")["email"], serde_json::Value::Null);
    assert_eq!(env.json("customer edit nordwind --email none")["changed"], false);
    env.refused("customer edit nordwind", 2, "usage");
    env.refused("customer edit nordwind --email nowhere", 2, "usage");
    env.refused("customer edit unknown --name X", 3, "not_found");
    let entry = &env.json("audit list --action customer.edit")[0]["detail"];
    assert_snapshot!(entry["name"], @r#"{"from":"Nordwind","to":"Nordwind Holding AB"}"#);
}

#[test]
fn none_and_inherit_mean_the_same_for_every_term() {
    let env = TestEnvironment::with_home();
    env.line("customer add c --name C").assert(0);
    env.line("product add p --name P --term 1y --set support=gold --set tier=a").assert(0);
    let ends = || env.json("license issue --customer c --product p")["ends"].clone();
    assert_eq!(ends(), "2027-11-21");
    for (flag, there) in [
        ("--term none", true),
        ("--last-day 2026-12-31", false),
        ("--last-day none", true),
        ("--ends none", true),
    ] {
        env.line(&format!("product edit p {flag}")).assert(0);
        assert_eq!(ends().is_null(), there, "{flag}");
    }
    for flag in ["--term inherit", "--last-day inherit", "--ends inherit"] {
        env.line("product edit p --term 1y").assert(0);
        env.line(&format!("product edit p {flag}")).assert(0);
        assert!(env.json("product show p")["terms"].get("ends").is_none(), "{flag}");
    }
    // A license can clear an attribute of its product, or inherit it.
    let attributes = |flags: &str| {
        env.json(&format!("license issue --customer c --product p {flags}"))["attributes"]
            .to_string()
    };
    assert_eq!(attributes(""), r#"{"support":"gold","tier":"a"}"#);
    assert_eq!(attributes("--set support=none"), r#"{"tier":"a"}"#);
    assert_eq!(
        attributes("--set support=inherit --set tier=b"),
        r#"{"support":"gold","tier":"b"}"#
    );
    for flags in ["--model", "--seats", "--starts", "--enforcement"] {
        env.line(&format!("product edit p {flags} inherit")).assert(0);
        env.refused(&format!("product edit p {flags} none"), 2, "usage");
    }
    for flags in [
        "--checkpoint",
        "--grace",
        "--offline-days",
        "--offline-starts",
        "--hosts-per-user",
        "--modules",
    ] {
        env.line(&format!("product edit p {flags} inherit")).assert(0);
        env.line(&format!("product edit p {flags} none")).assert(0);
    }
    env.line("license issue --customer c --product p").assert(0);
}

#[test]
fn invalid_terms_of_a_product_are_refused() {
    let env = TestEnvironment::with_home();
    for terms in [
        "--checkpoint 0d",
        "--term 0d",
        "--term 9999y",
        "--starts 2027-01-01 --ends 2026-01-01",
        "--starts 2027-01-01 --last-day 2026-12-31",
    ] {
        env.refused(&format!("product add p --name P {terms}"), 2, "usage");
    }
    env.line("product add p --name P --starts 2027-01-01").assert(0);
    env.refused("product edit p --ends 2026-01-01", 2, "usage");
}

#[test]
fn the_order_of_required_products_does_not_matter() {
    let env = TestEnvironment::with_home();
    for line in [
        "product add base --name B --kind base",
        "product add base2 --name B --kind base",
        "product add app --name A --requires base2,base",
    ] {
        env.line(line).assert(0);
    }
    assert_eq!(env.json("product edit app --requires base2,base")["changed"], false);
    // A retired product can stay in the list of required products.
    env.line("product retire base2").assert(0);
    env.line("product add base3 --name B --kind base").assert(0);
    assert_eq!(
        env.json("product edit app --requires base3,base2,base")["requires"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
    env.refused("product add next --name N --requires base2", 1, "wrong_state");
    let url = "https://acme.example/renew/?product=app#now";
    assert_eq!(env.json(&format!("product edit app --renew-url {url}"))["renew_url"], url);
    env.refused("product edit app --renew-url acme.example", 2, "usage");
}

#[test]
fn the_json_of_a_dry_run_is_marked() {
    let env = TestEnvironment::with_catalogue();
    env.line("license issue --customer nordwind --product other --unbound --reference R").assert(0);
    for line in [
        "product retire other",
        "product edit other --name X",
        "product add x --name X",
        "customer retire nordwind",
        "customer edit nordwind --name X",
        "user edit nordwind bo --name X",
        "user remove nordwind bo",
        "company remove nordwind north",
        "company edit nordwind north --name X",
        "module remove other export",
        "module edit other export --name X",
        "license issue --customer nordwind --product other",
        "license export ref:R --out x.lic",
        "key create x --edition trial",
        "key import x keys/trial.pem --edition trial",
        "key retire trial",
        "key revoke trial --reason X",
        "key passphrase trial",
        "key export trial --out x.pem",
        "man pages",
        "init elsewhere --vendor X",
    ] {
        let before = env.everything();
        let ran = env.line(&format!("{line} --dry-run --json"));
        if ran.status == 0 {
            assert_eq!(ran.json()["dry_run"], true, "{line}: {ran}");
        } else {
            // The user of the company north is the reason of the refusal.
            assert!(
                line.starts_with("company remove") || line.starts_with("key import"),
                "{line}: {ran}"
            );
        }
        assert_eq!(env.everything(), before, "{line}");
    }
    assert_eq!(env.json("product retire other --dry-run")["hit"]["licenses"], 1);
    assert_eq!(env.json("customer retire nordwind --dry-run")["hit"]["running"], 1);
}
