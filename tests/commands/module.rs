use insta::assert_snapshot;

use crate::world::World;

#[test]
fn a_module_is_renamed_and_moved_in_the_tree() {
    let world = World::with_catalogue();
    assert_snapshot!(world.ok(&["module", "edit", "work-management", "REPORTS", "--name", "Reports and more", "--parent", "calculator.pro"]), @"
    exit 0
    --- err
    Changed module reports of product work-management
    name: reports → Reports and more
    parent: none → calculator.pro
    ");
    assert_snapshot!(world.line("module list work-management"), @"
    exit 0
    --- out
    work-management (Work)
    └── calculator  Calculator
        └── calculator.pro
            └── reports  Reports and more
    ");
    assert_snapshot!(world.line("module edit work-management reports --parent none --name none --dry-run"), @"
    exit 0
    --- err
    Would change module reports of product work-management
    name: Reports and more → reports
    parent: calculator.pro → none
    ");
    world.line("module edit work-management reports --parent none --name none").assert(0);
    assert_eq!(world.json("module edit work-management reports --parent none")["changed"], false);
    for (line, status, code) in [
        ("module edit work-management reports", 2, "usage"),
        ("module edit work-management nothing --name X", 3, "not_found"),
        ("module edit work-management reports --parent nothing", 3, "not_found"),
        ("module edit work-management calculator --parent calculator.pro", 2, "usage"),
        ("module edit work-management calculator --parent calculator", 2, "usage"),
        ("module edit other reports --name X", 3, "not_found"),
    ] {
        world.refused(line, status, code);
    }
    // A license has it alone: it can't come under a parent that the license lacks.
    world.line("license issue --customer nordwind --product work-management --modules reports").assert(0);
    assert_snapshot!(world.refused("module edit work-management reports --parent calculator", 1, "in_use"), @"module reports cannot be moved under calculator: 1 license (L-PA8KG-P3E22) have it without | add a new module under that parent instead");
    world.line("module edit work-management reports --name Reports").assert(0);
    world.line("module add work-management extra").assert(0);
    world.line("product edit work-management --modules reports,extra").assert(0);
    assert_snapshot!(world.refused("module edit work-management extra --parent calculator", 1, "in_use"), @"the terms of product work-management would not fit: module extra needs its parent calculator | `licentia product edit work-management --modules …` changes them");
}

#[test]
fn a_module_that_somebody_has_stays() {
    let world = World::with_catalogue();
    world.line("license issue --customer nordwind --product work-management --modules calculator,calculator.pro").assert(0);
    assert_snapshot!(world.refused("module remove work-management calculator --yes", 1, "in_use"), @"module calculator cannot be removed, being used by 1 license (L-PA8KG-P3E22), 1 module (calculator.pro) | what a license grants stays; a module nobody shall buy may be renamed");
    world.line("module add work-management extra").assert(0);
    world.line("product edit work-management --modules extra").assert(0);
    assert!(world.refused("module remove work-management extra --yes", 1, "in_use").contains("the terms of work-management"));
    world.refused("module remove work-management reports", 2, "needs_answer");
    let before = world.everything();
    world.line("module remove work-management reports --dry-run").assert(0);
    world.types(&["n"]);
    world.refused("module remove work-management reports", 1, "declined");
    assert_eq!(world.everything(), before);
    world.types(&["y"]);
    assert_snapshot!(world.line("module remove work-management reports"), @"
    exit 0
    --- err
    module reports of product work-management: no license grants it
    Removed module reports of product work-management
    ");
    world.refused("module show work-management reports", 3, "not_found");
    // Its code is free again.
    world.line("module add work-management reports --parent calculator").assert(0);
    assert_eq!(world.json("audit list --action module.remove")[0]["subject"], "work-management/reports");
}

#[test]
fn who_buys_it_meanwhile_keeps_it() {
    let world = World::with_catalogue();
    let path = world.path("licentia.db");
    world.line("license issue --customer nordwind --product work-management").assert(0);
    world.person(move |_| {
        let other = rusqlite::Connection::open(&path).expect("opened");
        other
            .execute_batch(
                "INSERT INTO license_module (license_id, place, module_id) SELECT 1, 0, id FROM module WHERE code = 'reports'",
            )
            .expect("written");
        "y".into()
    });
    world.refused("module remove work-management reports", 1, "in_use");
}
