use insta::assert_snapshot;
use proptest::prelude::*;

use crate::env::TestEnvironment;

#[test]
fn a_module_is_renamed_and_moved_in_the_tree() {
    let env = TestEnvironment::with_catalogue();
    assert_snapshot!(env.ok(&["module", "edit", "work-management", "REPORTS", "--name", "Reports and more", "--parent", "calculator.pro"]), @"
    exit 0
    --- err
    Changed module reports of product work-management
    name: reports → Reports and more
    parent: none → calculator.pro
    ");
    assert_snapshot!(env.line("module list work-management"), @"
    exit 0
    --- out
    work-management (Work)
    └── calculator  Calculator
        └── calculator.pro
            └── reports  Reports and more
    ");
    assert_snapshot!(env.line("module edit work-management reports --parent none --name none --dry-run"), @"
    exit 0
    --- err
    Would change module reports of product work-management
    name: Reports and more → reports
    parent: calculator.pro → none
    ");
    env.line("module edit work-management reports --parent none --name none").assert(0);
    assert_eq!(env.json("module edit work-management reports --parent none")["changed"], false);
    for (line, status, code) in [
        ("module edit work-management reports", 2, "usage"),
        ("module edit work-management nothing --name X", 3, "not_found"),
        ("module edit work-management reports --parent nothing", 3, "not_found"),
        ("module edit work-management calculator --parent calculator.pro", 2, "usage"),
        ("module edit work-management calculator --parent calculator", 2, "usage"),
        ("module edit other reports --name X", 3, "not_found"),
    ] {
        env.refused(line, status, code);
    }
    // A license grants the module alone, so the module cannot move under a parent that the license
    // lacks.
    env.line("license issue --customer nordwind --product work-management --modules reports")
        .assert(0);
    assert_snapshot!(env.refused("module edit work-management reports --parent calculator", 1, "in_use"), @"module reports cannot be moved under calculator: module calculator is missing in 1 license (L-XY9KB-PT3MW) | add a new module under module calculator instead");
    env.line("module edit work-management reports --name Reports").assert(0);
    env.line("module add work-management extra").assert(0);
    env.line("product edit work-management --modules reports,extra").assert(0);
    assert_snapshot!(env.refused("module edit work-management extra --parent calculator", 1, "in_use"), @"the change contradicts the terms of product work-management: module extra requires its parent calculator | `licentia product edit work-management --modules CODE` changes the modules in the terms of the product");
}

#[test]
fn a_module_can_move_under_a_module_that_its_licenses_have() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product work-management --modules \
        calculator,reports",
    )
    .assert(0);
    env.line("module edit work-management reports --parent calculator").assert(0);
    env.line("module edit work-management reports --parent none").assert(0);
    env.line("module edit work-management reports --parent calculator").assert(0);
    env.line("module edit work-management reports --parent none").assert(0);
    // A module with a later end than its new parent cannot move under it.
    env.line(
        "license issue --customer nordwind --product work-management --modules \
        calculator@2027-01-01,reports",
    )
    .assert(0);
    env.refused("module edit work-management reports --parent calculator", 1, "in_use");
}

#[test]
fn a_module_in_use_is_not_removed() {
    let env = TestEnvironment::with_catalogue();
    env.line(
        "license issue --customer nordwind --product work-management --modules \
        calculator,calculator.pro",
    )
    .assert(0);
    assert_snapshot!(env.refused("module remove work-management calculator --yes", 1, "in_use"), @"module calculator is used by 1 license (L-XY9KB-PT3MW), 1 module (calculator.pro) and cannot be removed | a module that a license grants cannot be removed");
    env.line("module add work-management extra").assert(0);
    env.line("product edit work-management --modules extra").assert(0);
    assert!(
        env.refused("module remove work-management extra --yes", 1, "in_use")
            .contains("the modules of product work-management")
    );
    env.refused("module remove work-management reports", 2, "needs_answer");
    let before = env.everything();
    env.line("module remove work-management reports --dry-run").assert(0);
    env.types(&["n"]);
    env.refused("module remove work-management reports", 1, "declined");
    assert_eq!(env.everything(), before);
    env.types(&["y"]);
    assert_snapshot!(env.line("module remove work-management reports"), @"
    exit 0
    --- err
    module reports of product work-management: granted by no license
    Removed module reports of product work-management
    ");
    env.refused("module show work-management reports", 3, "not_found");
    // The code of the module is free again.
    env.line("module add work-management reports --parent calculator").assert(0);
    assert_eq!(
        env.json("audit list --action module.remove")[0]["subject"],
        "work-management/reports"
    );
}

#[test]
fn a_module_that_is_sold_during_the_confirmation_stays() {
    let env = TestEnvironment::with_catalogue();
    env.tampers();
    let path = env.path("licentia.db");
    env.line("license issue --customer nordwind --product work-management").assert(0);
    env.person(move |_| {
        let other = rusqlite::Connection::open(&path).expect("opened");
        other
            .execute_batch(
                "INSERT INTO license_module (license_id, place, module_id) SELECT 1, 0, id FROM \
                 module WHERE code = 'reports'",
            )
            .expect("written");
        "y".into()
    });
    env.refused("module remove work-management reports", 1, "in_use");
}

/// A command of the test about modules.
#[derive(Clone, Debug)]
enum Step {
    Add(usize, Option<usize>),
    Move(usize, Option<usize>),
    Remove(usize),
    Sell(Vec<usize>),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let module = 0..6usize;
    let step = prop_oneof![
        1 => (module.clone(), prop::option::of(module.clone())).prop_map(|(code, parent)| Step::Add(code, parent)),
        3 => (module.clone(), prop::option::of(module.clone())).prop_map(|(code, parent)| Step::Move(code, parent)),
        1 => module.clone().prop_map(Step::Remove),
        2 => prop::collection::vec(module, 1..4).prop_map(Step::Sell),
    ];
    prop::collection::vec(step, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Checks that the modules stay a tree and that each license with a module has its parent,
    /// after any commands that add, move, remove and sell modules.
    #[test]
    fn modules_stay_a_tree_and_licenses_stay_complete(steps in steps()) {
        let env = TestEnvironment::with_home();
        env.line("product add p --name P").assert(0);
        env.line("customer add c --name C").assert(0);
        (0..6).for_each(|code| drop(env.line(&format!("module add p m{code}")).assert(0)));
        for step in &steps {
            let parent = |parent: &Option<usize>| parent.map_or("none".to_owned(), |parent| format!("m{parent}"));
            let ran = match step {
                Step::Add(code, None) => env.line(&format!("module add p m{code}")),
                Step::Add(code, above) => env.line(&format!("module add p m{code} --parent {}", parent(above))),
                Step::Move(code, above) => env.line(&format!("module edit p m{code} --parent \
                    {}", parent(above))),
                Step::Remove(code) => env.line(&format!("module remove p m{code} --yes")),
                Step::Sell(codes) => {
                    let codes: Vec<String> = codes.iter().map(|code| format!("m{code}")).collect();
                    env.line(&format!("license issue --customer c --product p --modules {}", codes.join(",")))
                }
            };
            prop_assert!(ran.status <= 3, "{step:?}: {ran}");
        }
        let modules = env.json("module list p");
        let modules = modules.as_array().expect("a list");
        prop_assert_eq!(i64::try_from(modules.len()).expect("few"), env.count("SELECT count(*) FROM module"));
        for module in modules.iter().filter(|module| !module["parent"].is_null()) {
            let above = modules.iter().find(|other| other["code"] == module["parent"]).expect("the parent exists");
            prop_assert_eq!(module["depth"].as_u64(), above["depth"].as_u64().map(|depth| depth + 1));
        }
        for license in env.json("license list").as_array().expect("a list") {
            let granted: Vec<_> = license["modules"].as_array().expect("modules").iter().map(|grant| grant["code"].clone()).collect();
            for code in &granted {
                let module = modules.iter().find(|module| module["code"] == *code).expect("a sold module stays");
                prop_assert!(module["parent"].is_null() || granted.contains(&module["parent"]), "{license}");
            }
        }
        env.line("audit verify").assert(0);
    }
}

#[test]
fn an_edit_to_the_shown_name_changes_nothing() {
    let env = TestEnvironment::with_catalogue();
    env.line("module add other plain").assert(0);
    let before = env.everything();
    // The name of a module without a name is its code.
    for line in ["module edit other plain --name plain", "module edit other plain --name none"] {
        assert!(env.line(line).assert(0).err.starts_with("No change: "), "{line}");
        assert_eq!(env.everything(), before, "{line}");
    }
}
