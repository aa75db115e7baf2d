use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_product_is_added_listed_and_shown() {
    let world = World::with_home();
    world.ok(&["product", "add", "gravity-base", "--name", "Gravity Base", "--kind", "base"]);
    assert_snapshot!(world.ok(&[
        "product", "add", "work-management", "--name", "Work Management", "--allow-login", "--requires", "gravity-base", "--containers", "cloud,device",
        "--renew-url", "https://acme.example/renew", "--term", "1y", "--grace", "14d", "--set", "support=gold",
    ]), @"
    exit 0
    --- err
    Added product work-management (Work Management)
    ");
    assert_snapshot!(world.line("product list"), @"
    exit 0
    --- out
    CODE             NAME             KIND         REQUIRES
    gravity-base     Gravity Base     base
    work-management  Work Management  application  gravity-base
    ");
    assert_snapshot!(world.line("product show WORK-management"), @r#"
    exit 0
    --- out
    code        work-management
    name        Work Management
    kind        application
    log-in      a license lets users log in
    requires    gravity-base
    containers  cloud, device
    renewal     https://acme.example/renew
    terms       ends 1y, grace 14d, set {"support":"gold"}
    modules     0
    added       2026-11-21T10:00:00Z
    "#);
    assert_snapshot!(format!("{:#}", world.json("product show work-management")), @r#"
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
      "created_at": "2026-11-21T10:00:00Z",
      "modules": 0
    }
    "#);
    assert_eq!(world.json("product list --limit 1 --after gravity-base")[0]["code"], "work-management");
}

#[test]
fn products_that_are_refused() {
    let world = World::with_catalogue();
    let before = world.everything();
    for (line, status, code, says) in [
        ("product add WORK-MANAGEMENT --name X", 1, "exists", "there is a product work-management already"),
        ("product add p --name X --requires none-such", 3, "not_found", "no product none-such"),
        ("product add p --name X --requires other", 1, "wrong_kind", "only base products"),
        ("product add p --name X --kind gold", 2, "usage", "one of base, application"),
        ("product add p --name X --containers usb", 2, "usage", "cloud, device or dongle"),
        ("product add p --name X --modules m", 2, "usage", "has no modules yet"),
        ("product add p --name X --seats 0", 2, "usage", "not a number of seats"),
        ("product add p --name X --renew-url here", 2, "usage", "not a URI"),
        ("product add -p --name X", 2, "usage", ""),
        ("product add p,q --name X", 2, "usage", "not a code"),
        ("product add p", 2, "usage", "--name"),
        ("product show nothing", 3, "not_found", "product list"),
        ("module add nothing m", 3, "not_found", "no product nothing"),
        ("module add other EXPORT", 1, "exists", "there is a module export of product other already"),
        ("module add other m --parent calculator", 3, "not_found", "no module calculator to be the parent"),
        ("module list nothing", 3, "not_found", "no product nothing"),
        ("module show other nothing", 3, "not_found", "no module nothing"),
    ] {
        let refusal = world.refused(line, status, code);
        assert!(refusal.contains(says), "{line}: {refusal}");
    }
    world.ok(&["product", "add", "base", "--name", "Base", "--kind", "base", "--dry-run"]);
    assert_eq!(world.everything(), before);
}

#[test]
fn modules_are_a_tree() {
    let world = World::with_catalogue();
    assert_snapshot!(world.line("module add work-management calculator.pro.tax --parent calculator.pro"), @"
    exit 0
    --- err
    Added module calculator.pro.tax to product work-management under calculator.pro
    ");
    assert_snapshot!(world.line("module list work-management"), @"
    exit 0
    --- out
    work-management (Work)
    ├── calculator  Calculator
    │   └── calculator.pro
    │       └── calculator.pro.tax
    └── reports
    ");
    assert_snapshot!(world.line("module show work-management calculator"), @"
    exit 0
    --- out
    product   work-management
    code      calculator
    name      Calculator
    parent    -
    children  calculator.pro
    added     2026-11-21T10:00:00Z
    ");
    let tree = world.json("module list work-management");
    let places: Vec<_> =
        tree.as_array().expect("a list").iter().map(|module| (module["code"].as_str(), module["depth"].as_u64())).collect();
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
fn adding_what_is_there_can_be_a_success() {
    let world = World::with_catalogue();
    let before = world.everything();
    for line in [
        "product add other --name X --if-missing",
        "module add other export --if-missing",
        "customer add nordwind --name X --if-missing",
        "company add nordwind north --name X --if-missing",
        "user add nordwind anna --if-missing",
    ] {
        assert_eq!(world.json(line)["created"], false, "{line}");
    }
    assert_eq!(world.everything(), before);
    assert_eq!(world.json("customer add new --name New --if-missing")["created"], true);
}
