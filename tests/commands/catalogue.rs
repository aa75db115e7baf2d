//! `product apply` and `product export`: the catalogue as a file.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::env::TestEnvironment;

const FILE: &str = r#"# what we sell
[product.monitor]
name = "Monitor"
kind = "base"
allow-login = true

[product.work-management]
name = "Work \"Management\""
requires = ["MONITOR"]
containers = ["device", "cloud"]
renew-url = "https://acme.example/renew"

[product.work-management.terms]
term = "1y"
grace = "14d"
seats = 5
modules = ["calculator", "calculator.pro=500"]
set = { support = "gold" }

[product.work-management.module]
calculator = { name = "Calculator" }
"calculator.pro" = { parent = "Calculator", name = "Pro" }
reports = {}
"#;

/// Creates a home in which the file was applied.
fn applied() -> TestEnvironment {
    let env = TestEnvironment::with_home();
    env.write("c.toml", FILE);
    env.line("product apply c.toml --yes").assert(0);
    env
}

#[test]
fn a_second_apply_changes_nothing() {
    let env = TestEnvironment::with_home();
    env.write("c.toml", FILE);
    let before = env.everything();
    insta::assert_snapshot!(env.line("product apply c.toml --dry-run"), @r#"
    exit 0
    --- err
    + product monitor (Monitor), base
        allow login: no → yes
    + product work-management (Work "Management"), application
        requires: none → monitor
        containers: cloud, device, dongle → cloud, device
        renew url: none → https://acme.example/renew
        seats: none → 5
        modules: none → calculator,calculator.pro=500
        ends: none → 1y
        grace: none → 14d
        set support: none → gold
        + module calculator (Calculator)
          + module calculator.pro (Pro) under calculator
        + module reports
    Would apply c.toml: 2 products added, 3 modules added
    "#);
    insta::assert_snapshot!(env.line("product apply c.toml"), @"
    exit 2
    --- err
    error: cannot apply c.toml: a confirmation is required, and there is no terminal
    hint: --yes confirms the change; --dry-run shows the affected records
    ");
    assert_eq!(env.everything(), before);
    let done = env.json("product apply c.toml --yes");
    assert_eq!(
        (done["changed"].as_bool(), done["changes"].as_array().map(Vec::len)),
        (Some(true), Some(5))
    );
    let applied = env.everything();
    insta::assert_snapshot!(env.line("product apply c.toml"), @"
    exit 0
    --- err
    No change: the catalogue already has the values of c.toml
    ");
    let nothing = env.json("product apply c.toml --prune");
    assert_eq!(
        (nothing["changed"].as_bool(), nothing["changes"].as_array().map(Vec::len)),
        (Some(false), Some(0))
    );
    assert_eq!(env.everything(), applied, "a second run writes nothing");
    let entries = env.json("audit list --action product.apply");
    assert_eq!(entries[0]["action"], "product.apply");
    env.line("audit verify").assert(0);
}

#[test]
fn omitted_records_stay_without_prune() {
    let env = applied();
    env.line("product add old --name Old").assert(0);
    env.write(
        "d.toml",
        "[product.work-management]\nrenew-url = \"none\"\n[product.work-management.terms]\ngrace = \"inherit\"\nseats = 10\n\
         [product.work-management.module]\n\"calculator.pro\" = { parent = \"none\" }\nreports = { name = \"Berichte\" }\n\
         \"reports.daily\" = { parent = \"reports\" }\n",
    );
    insta::assert_snapshot!(env.line("product apply d.toml --yes"), @r#"
    exit 0
    --- err
    ~ product work-management (Work "Management"), application
        renew url: https://acme.example/renew → none
        seats: 5 → 10
        grace: 14d → none
        ~ module calculator.pro: parent: calculator → none
        ~ module reports: name: none → Berichte
          + module reports.daily under reports
    Applied d.toml: 1 product changed, 1 module added, 2 modules changed
    "#);
    let shown = env.json("product show work-management");
    assert_eq!(
        (shown["requires"][0].as_str(), shown["terms"]["ends"].as_str()),
        (Some("monitor"), Some("1y"))
    );
    env.write(
        "e.toml",
        "[product.work-management]\nkind = \
         \"application\"\n[product.work-management.module]\ncalculator = {}\nreports = {}\n",
    );
    insta::assert_snapshot!(env.line("product apply e.toml --prune --yes"), @r#"
    exit 0
    --- err
    - product monitor (Monitor), base
        retired: no → yes
        0 licenses, 0 in force: unchanged
        required by work-management
    ~ product work-management (Work "Management"), application
        requires: monitor → none
        containers: cloud, device → cloud, device, dongle
        seats: 10 → none
        modules: calculator,calculator.pro=500 → none
        ends: 1y → none
        set support: gold → none
        ~ module calculator: name: Calculator → none
        ~ module reports: name: Berichte → none
          - module reports.daily: no license grants it
        - module calculator.pro (Pro): no license grants it
    - product old (Old), application
        retired: no → yes
        0 licenses, 0 in force: unchanged
    Applied e.toml: 1 product changed, 2 products retired, 2 modules changed, 2 modules removed
    "#);
    let shown = env.json("product show work-management");
    assert_eq!(
        (&shown["terms"], shown["requires"].as_array().map(Vec::len)),
        (&serde_json::json!({}), Some(0))
    );
    assert_eq!(shown["name"], "Work \"Management\"", "a name stays");
    assert!(
        env.json("product list").as_array().is_some_and(|all| all.len() == 1),
        "the others are retired"
    );
    assert_eq!(env.json("product apply e.toml --prune")["changed"], false);
}

#[test]
fn an_export_of_an_applied_file_is_identical() {
    let env = applied();
    env.line("product add old --name Alt").assert(0);
    env.line("product retire old").assert(0);
    let text = env.line("product export -").assert(0).text();
    insta::assert_snapshot!(text, @r#"
    # The catalogue. `licentia product export` writes this file, `licentia product apply` reads it.

    [product.monitor]
    name = "Monitor"
    kind = "base"
    allow-login = true
    requires = []
    containers = ["cloud", "device", "dongle"]
    renew-url = "none"
    retired = false

    [product.work-management]
    name = "Work \"Management\""
    kind = "application"
    allow-login = false
    requires = ["monitor"]
    containers = ["cloud", "device"]
    renew-url = "https://acme.example/renew"
    retired = false

    [product.work-management.terms]
    seats = 5
    modules = ["calculator", "calculator.pro=500"]
    term = "1y"
    grace = "14d"
    set = { support = "gold" }

    [product.work-management.module]
    calculator = { name = "Calculator" }
    "calculator.pro" = { parent = "calculator", name = "Pro" }
    reports = {}

    [product.old]
    name = "Alt"
    kind = "application"
    allow-login = false
    requires = []
    containers = ["cloud", "device", "dongle"]
    renew-url = "none"
    retired = true
    "#);
    insta::assert_snapshot!(env.line("product export e.toml"), @"
    exit 0
    --- err
    Wrote 3 products and 3 modules to e.toml
    ");
    assert_eq!(env.read("e.toml"), text);
    env.line("product export e.toml").assert(0);
    env.line("product apply e.toml --prune").assert(0);
    env.refused("product export c.toml", 5, "would_overwrite");
    env.refused("product export -", 2, "usage");
    let other = TestEnvironment::with_home();
    other.write("e.toml", &text);
    other.line("product apply e.toml --yes").assert(0);
    assert_eq!(other.line("product export -").assert(0).text(), text);
}

#[test]
fn all_mistakes_of_a_file_are_reported_together() {
    let env = applied();
    env.line("customer add n --name N").assert(0);
    env.line("license issue --customer n --product work-management --reference R").assert(0);
    let before = env.line("product export -").text() + &env.line("audit list --json").text();
    env.write(
        "bad.toml",
        "colour = 3\n[product.work-management]\nnam = \"x\"\nkind = \"thing\"\nallow-login = \"yes\"\nrequires = [\"gone\"]\ncontainers = []\n\
         renew-url = 7\n[product.work-management.terms]\ngrace = \"5m\"\nterm = \"1y\"\nends = \"2027-01-01\"\nseats = 0\nmodel = \"x\"\n\
         modules = [\"a b\"]\n[product.work-management.terms.set]\n\"a b\" = \"c\"\n[product.work-management.module]\nx = \"X\"\n\
         y = { parrent = \"x\" }\n\"a b\" = {}\nREPORTS = {}\nreports = {}\n[product.new]\n[product.monitor]\nkind = \"application\"\n",
    );
    insta::assert_snapshot!(env.line("product apply bad.toml --yes"), @r#"
    exit 2
    --- err
    error: bad.toml has 18 mistakes; no change was made:
      line 1: colour: unknown key "colour" (the known keys are product)
      line 3: product.work-management.nam: unknown key "nam" (did you mean name? the known keys are name, kind, allow-login, requires, containers, renew-url, retired, terms, recovery, module)
      line 4: product.work-management.kind: "thing" is not a kind of product (choose base or application)
      line 5: product.work-management.allow-login: the value is a string; true or false is required
      line 6: product.work-management.requires: there is no base product gone (declare the product with kind = "base")
      line 7: product.work-management.containers: the list of containers is empty (list at least one of cloud, device and dongle, or omit the key)
      line 8: product.work-management.renew-url: "7" is not a URL (write a URL like https://acme.example/renew)
      line 10: product.work-management.terms.grace: the unit m in 5m is ambiguous: minutes or months: write 5min or 5mo
      line 12: product.work-management.terms.ends: the end is declared twice (use either ends or term)
      line 13: product.work-management.terms.seats: "0" is not a number of seats: use a whole number from 1 to 1000000000
      line 14: product.work-management.terms.model: "x" is not a value of model (choose one of named, floating, device)
      line 15: product.work-management.terms.modules: "a b" is not a code (write a module as CODE, CODE=VALUE or CODE=VALUE@END)
      line 17: product.work-management.terms.set."a b": attribute "a b" has an invalid key: 1 to 64 letters, digits, dots, dashes and underscores are allowed (write an attribute as KEY=VALUE, like support=gold)
      line 19: product.work-management.module.x: the value is a string; a table is required (write the table as [product.work-management.module.x])
      line 20: product.work-management.module.y.parrent: unknown key "parrent" (did you mean parent? the known keys are name, parent)
      line 21: product.work-management.module."a b": "a b" is not a code (a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management)
      line 23: product.work-management.module.reports: module reports is declared twice (codes do not distinguish upper and lower case)
      line 24: product.new.name: a new product needs a name (add name = "…")
    "#);
    env.write(
        "worse.toml",
        "[product.work-management]\nrequires = [\"work-management\"]\n[product.work-management.module]\na = { parent = \"b\" }\n\
         b = { parent = \"a\" }\nc = { parent = \"zz\" }\ncalculator = { parent = \"neu\" }\nneu = {}\n",
    );
    insta::assert_snapshot!(env.line("product apply worse.toml --yes"), @"
    exit 2
    --- err
    error: worse.toml has 6 mistakes; no change was made:
      line 1: product.work-management.terms.modules: module calculator requires its parent neu (grant the parent too: neu,calculator,calculator.pro=500)
      line 2: product.work-management.requires: product work-management cannot require itself
      line 4: product.work-management.module.a.parent: module a cannot have the parent b, which is the same module or one of its descendants (choose a parent that is not a descendant of the module, or none)
      line 5: product.work-management.module.b.parent: module b cannot have the parent a, which is the same module or one of its descendants (choose a parent that is not a descendant of the module, or none)
      line 6: product.work-management.module.c.parent: the parent zz is not a module of product work-management (declare the module)
      line 7: product.work-management.module.calculator.parent: module calculator cannot be moved under neu: module neu is missing in 1 license (L-XY9KB-PT3MW) (declare a new module under module neu instead)
    ");
    env.write(
        "prune.toml",
        "[product.work-management.module]\nreports = { parent = \"calculator\" }\n",
    );
    insta::assert_snapshot!(env.line("product apply prune.toml --prune --yes"), @"
    exit 1
    --- err
    error: prune.toml has 3 mistakes; no change was made:
      line 1: product.work-management.module: module calculator is granted by 1 license (L-XY9KB-PT3MW) and cannot be removed (declare the module)
      line 1: product.work-management.module: module calculator.pro is granted by 1 license (L-XY9KB-PT3MW) and cannot be removed (declare the module)
      line 2: product.work-management.module.reports.parent: the parent calculator is not a module of product work-management (the file does not declare the parent module, so --prune removes the module)
    ");
    env.write("broken.toml", "x = [1,\n[product.\n");
    let output = env.refused("product apply broken.toml --yes", 2, "usage");
    assert!(output.contains("line 2"), "{output}");
    env.write("latin.toml", b"[product.a]\nname = \"\xe4\"\n");
    assert!(env.refused("product apply latin.toml --yes", 2, "usage").contains("UTF-8"));
    env.refused("product apply missing.toml --yes", 5, "io");
    let errors: serde_json::Value = serde_json::from_str(
        env.line("product apply worse.toml --yes --json").err.lines().last().unwrap_or_default(),
    )
    .expect("an error");
    let all: Vec<(i64, &str)> = errors["error"]["errors"]
        .as_array()
        .expect("a list of all mistakes")
        .iter()
        .map(|error| {
            (error["line"].as_i64().unwrap_or_default(), error["key"].as_str().unwrap_or_default())
        })
        .collect();
    assert!(all.contains(&(2, "product.work-management.requires")) && all.len() == 6, "{all:?}");
    let after = env.line("product export -").text() + &env.line("audit list --json").text();
    assert_eq!(after, before, "nothing was changed");
}

/// Checks that a file has the effect of the single verbs: the same spelling and the same audit
/// entries.
#[test]
fn a_file_obeys_the_rules_of_the_verbs() {
    let env = TestEnvironment::with_home();
    let apply = |text: &str, flags: &str| {
        env.write("f.toml", text);
        env.line(&format!("product apply f.toml --yes {flags}"))
    };
    apply(
        "[product.c]\nname = \"C\"\nterms.modules = [\"BASE\", \
        \"Base.Pro=5\"]\n[product.c.module]\nbase = {}\n\"base.pro\" = { parent = \"BASE\" }\n",
        "",
    )
    .assert(0);
    assert_eq!(env.json("product show c")["terms"]["modules"], "base,base.pro=5");
    assert!(
        apply("[product.c.terms]\nmodules = \"BASE,base.PRO=5\"\n", "")
            .assert(0)
            .err
            .contains("No change")
    );
    env.refused("module remove c base.pro --yes", 1, "in_use");
    // A base product that another product requires remains a base product, although the file omits
    // it.
    env.line("product add core --name Core --kind base").assert(0);
    env.line("product add app --name App --requires core").assert(0);
    let output = apply("[product.core]\nname = \"Core\"\n", "--prune").assert(1).err;
    assert!(
        output.contains(
            "line 1: product.core.kind: product core must remain a base product: required by app"
        ),
        "{output}"
    );
    // A product that a file retires has the audit entry of `product retire`, and the warning names
    // the products that require it.
    let output = apply("[product.core]\nretired = true\n", "").assert(0).err;
    assert!(output.contains("required by app") && output.contains("1 product retired"), "{output}");
    apply("[product.core]\nretired = false\n", "").assert(0);
    for action in ["product.retire", "product.unretire"] {
        assert_eq!(
            env.json(&format!("audit list --action {action}")).as_array().map(Vec::len),
            Some(1),
            "{action}"
        );
    }
    let output =
        apply("[product.new]\nname = \"New\"\nrequires = [\"core\"]\n", "--prune").assert(1).err;
    assert!(output.contains("so --prune retires the product"), "{output}");
    let output =
        apply("[product.p]\nname = \"P\"\nkind = \"base\"\nrequires = [\"p\"]\n", "").assert(2).err;
    assert!(output.contains("cannot require itself") && output.contains("1 mistake"), "{output}");
    let output = apply("[product.new]\nname = \"New\"\nrequires = \"core\"\n", "").assert(2).err;
    assert!(output.contains("a list is required"), "{output}");
    let circle = "[product.p]\nname = \"P\"\nkind = \"base\"\nrequires = [\"q\"]\n\
                  [product.q]\nname = \"Q\"\nkind = \"base\"\nrequires = [\"p\"]\n";
    let output = apply(circle, "").assert(2).err;
    assert!(output.contains("would require itself through product q"), "{output}");
    let output =
        apply("[product.c]\n[product.c.terms]\nseats = 1\ncheckpoint = \"0d\"\n", "").assert(2).err;
    assert!(
        output.contains("line 4: product.c.terms.checkpoint: the checkpoint is 0 days"),
        "{output}"
    );
    let output = apply("# nothing\n", "--prune").assert(2).err;
    assert!(output.contains("all products would be retired"), "{output}");
    let output = apply(
        "[product.core]\nkind = \"Base\"\n[product.z]\nname = \"Z\"\nrequires = [\"core\"]\n",
        "",
    )
    .assert(2)
    .err;
    assert!(output.contains("1 mistake") && output.contains("line 2"), "{output}");
    env.refused("module add c x --name none", 2, "usage");
}

#[test]
fn the_value_none_differs_from_an_omitted_term() {
    let env = TestEnvironment::with_home();
    env.line("product add p --name P --grace none --term 1y --set a=none").assert(0);
    env.write(
        "f.toml",
        "[product.p.terms]\ngrace = \"inherit\"\nterm = \"none\"\nset = { a = \"inherit\" }\n",
    );
    insta::assert_snapshot!(env.line("product apply f.toml --yes"), @"
    exit 0
    --- err
    ~ product p (P), application
        ends: 1y → none
        grace: none → none
        set a: none → none
    Applied f.toml: 1 product changed
    ");
}

/// Checks that a retired base product that others still require is exported and imported into
/// another home.
#[test]
fn a_retired_base_product_is_imported_into_another_home() {
    let env = TestEnvironment::with_home();
    for line in [
        "product add m --name M --kind base",
        "product add n --name N --requires m",
        "product retire m",
    ] {
        env.line(line).assert(0);
    }
    let text = env.line("product export -").assert(0).text();
    let other = TestEnvironment::with_home();
    other.write("e.toml", &text);
    other.line("product apply e.toml --yes").assert(0);
    assert_eq!(other.line("product export -").assert(0).text(), text);
}

#[test]
fn a_long_chain_is_applied_and_a_large_file_is_refused() {
    let env = TestEnvironment::with_home();
    let mut text = "[product.p]\nname = \"P\"\n[product.p.module]\nm0 = {}\n".to_owned();
    for number in 1..1000 {
        let _ = writeln!(text, "m{number} = {{ parent = \"m{}\" }}", number - 1);
    }
    env.write("c.toml", &text);
    assert_eq!(
        env.json("product apply c.toml --yes")["changes"].as_array().map(Vec::len),
        Some(1001)
    );
    assert_eq!(env.json("product apply c.toml")["changed"], false);
    env.write(
        "c.toml",
        format!("{text}m0 = {{ parent = \"m999\" }}\n").replacen("m0 = {}\n", "", 1),
    );
    assert_eq!(
        env.refused("product apply c.toml --yes", 2, "usage")
            .matches("is the same module or one of its descendants")
            .count(),
        50
    );
    env.write(
        "large.toml",
        format!("[product.a]\nname = \"A\"\n{}\n[product.b]\nname = \"B\"\n", "#".repeat(17 << 20)),
    );
    assert!(env.refused("product apply large.toml --yes", 2, "usage").contains("at most 16 MiB"));
}

#[test]
fn a_catalogue_that_changes_during_the_confirmation_is_not_applied() {
    let env = applied();
    env.write("d.toml", "[product.monitor]\nname = \"Monitor 2\"\n");
    let path = env.path("licentia.db");
    env.person(move |prompt| {
        assert!(prompt.starts_with("Apply d.toml?"), "{prompt}");
        let behind = rusqlite::Connection::open(&path).expect("opened");
        behind
            .execute("UPDATE product SET name = 'Other' WHERE code = 'monitor'", [])
            .expect("changed");
        "yes".to_owned()
    });
    let ran = env.line("product apply d.toml --json");
    assert!(ran.status == 1 && ran.err.contains("changed_meanwhile"), "{ran}");
    env.types(&["n"]);
    assert!(env.line("product apply d.toml --json").err.contains("declined"));
    env.types(&["y"]);
    insta::assert_snapshot!(env.line("product apply d.toml"), @"
    exit 0
    --- err
    ~ product monitor (Monitor 2), base
        name: Other → Monitor 2
    Applied d.toml: 1 product changed
    ");
}

/// Returns a catalogue with 300 modules in four levels.
fn large(renamed: usize) -> String {
    let mut text = "[product.monitor]\nname = \"Monitor\"\n[product.monitor.module]\n".to_owned();
    let mut parents: Vec<(String, usize)> = vec![(String::new(), 0)];
    for number in 0..300 {
        // Every fourth module can be a parent, down to the third level.
        let (parent, depth) = parents[number * 7 % parents.len()].clone();
        let code =
            if parent.is_empty() { format!("m{number}") } else { format!("{parent}.m{number}") };
        let name =
            if number == renamed { "Another".to_owned() } else { format!("Function {number}") };
        let parent =
            if parent.is_empty() { String::new() } else { format!(", parent = \"{parent}\"") };
        let _ = writeln!(text, "\"{code}\" = {{ name = \"{name}\"{parent} }}");
        if depth < 3 && (number % 4 == 0 || depth + 1 > parents.len()) {
            parents.push((code, depth + 1));
        }
    }
    text
}

#[test]
fn three_hundred_modules_four_deep_are_applied_changed_and_applied_again() {
    let env = TestEnvironment::with_home();
    env.write("c.toml", large(usize::MAX));
    let first = env.json("product apply c.toml --yes");
    assert_eq!(first["changes"].as_array().map(Vec::len), Some(301));
    let tree = env.json("module list monitor");
    let deepest =
        tree.as_array().expect("a tree").iter().filter_map(|module| module["depth"].as_i64()).max();
    assert_eq!((tree.as_array().map(Vec::len), deepest), (Some(300), Some(3)), "four levels");
    assert_eq!(env.json("product apply c.toml")["changed"], false);
    env.write("c.toml", large(123));
    let changed = env.line("product apply c.toml --yes").assert(0);
    assert!(
        changed.err.contains("name: Function 123 → Another")
            && changed.err.contains("c.toml: 1 module changed")
    );
    assert_eq!(env.json("product apply c.toml --prune")["changed"], false);
    let exported = env.line("product export -").assert(0).text();
    env.write("e.toml", &exported);
    assert_eq!(env.json("product apply e.toml --prune")["changed"], false);
    let fresh = TestEnvironment::with_home();
    fresh.write("e.toml", &exported);
    fresh.line("product apply e.toml --yes").assert(0);
    assert_eq!(fresh.line("product export -").assert(0).text(), exported);
    env.line("audit verify").assert(0);
}

/// Generates a random catalogue file with up to three products.
fn catalogue() -> impl Strategy<Value = String> {
    let name = "[a-zA-Z\"\\\\'äß日 .#=\\[\\]{}]{0,12}x";
    let term = prop::sample::select(vec![
        "seats = 7",
        "seats = \"8\"",
        "term = \"2y\"",
        "ends = 2030-01-01",
        "ends = \"none\"",
        "grace = \"14d\"",
        "grace = \"none\"",
        "checkpoint = \"6w\"",
        "model = \"named\"",
        "enforcement = \"warn\"",
        "offline-days = 30",
        "hosts-per-user = \"none\"",
        "set = { \"a.b\" = \"c d\", x = \"\\\"\" }",
        "modules = [\"m0\"]",
        "modules = \"none\"",
    ]);
    let product = (
        name,
        prop::collection::vec(term, 0..4),
        0..6usize,
        any::<(bool, bool, bool)>(),
        0..4usize,
    )
        .prop_map(|(name, terms, modules, (base, login, retired), kinds)| {
            let kinds =
                ["", "\"cloud\"", "\"dongle\", \"device\"", "\"device\", \"cloud\", \"dongle\""]
                    [kinds];
            let mut text = format!(
                "name = {}\nallow-login = {login}\nretired = {retired}\n",
                serde_json::json!(name)
            );
            text += if base { "kind = \"base\"\n" } else { "" };
            text +=
                &if kinds.is_empty() { String::new() } else { format!("containers = [{kinds}]\n") };
            let mut seen: Vec<&str> = Vec::new();
            let terms: Vec<&str> = terms
                .into_iter()
                .filter(|term| {
                    let key = term.split(' ').next().unwrap_or_default().replace("term", "ends");
                    let is_new = !seen.iter().any(|other| {
                        other.split(' ').next().unwrap_or_default().replace("term", "ends") == key
                    });
                    seen.push(term);
                    is_new && (modules > 0 || !term.starts_with("modules = ["))
                })
                .collect();
            (text, terms.join("\n"), modules)
        });
    prop::collection::vec(product, 1..4).prop_map(|products| {
        let mut text = String::new();
        for (place, (product, terms, modules)) in products.into_iter().enumerate() {
            let _ = write!(
                text,
                "[product.\"p.{place}\"]\n{product}[product.\"p.{place}\".terms]\n{terms}\n[product.\"p.{place}\".module]\n"
            );
            for number in 0..modules {
                let parent = if number % 3 == 0 { String::new() } else { format!("parent = \"m{}\"", number - 1) };
                let _ = writeln!(text, "m{number} = {{ {parent} }}");
            }
        }
        text
    })
}

#[test]
fn any_applied_catalogue_is_exported_unchanged() {
    let mut runner =
        TestRunner::new(Config { cases: 48, failure_persistence: None, ..Config::default() });
    let judge = |(first, second): (String, String)| {
        let env = TestEnvironment::with_home();
        for file in [&first, &second] {
            env.write("c.toml", file);
            env.line("product apply c.toml --yes --quiet").assert(0);
            let again = env.json("product apply c.toml");
            assert_eq!(again["changed"], false, "{file}");
            let exported = env.line("product export -").assert(0).text();
            env.write("e.toml", &exported);
            assert_eq!(env.json("product apply e.toml --prune")["changed"], false, "{exported}");
            assert_eq!(env.line("product export -").assert(0).text(), exported);
        }
        // With `--prune` the result is equal to the second file.
        env.line("product apply c.toml --prune --yes --quiet").assert(0);
        assert_eq!(env.json("product apply c.toml --prune")["changed"], false, "{first}\n{second}");
        env.line("audit verify").assert(0);
        Ok(())
    };
    runner.run(&(catalogue(), catalogue()), judge).expect("each export is equal to its import");
}

#[test]
fn any_catalogue_file_is_read_or_refused() {
    let env = applied();
    let mut runner =
        TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
    let words = prop::sample::select(vec![
        "[product.a]\n",
        "[product]\n",
        "a = 1\n",
        "name = \"x\"\n",
        "[product.a.terms]\n",
        "[product.a.module]\n",
        "x = {}\n",
        "[[product]]\n",
        "product = 3\n",
        "y = { parent = \"x\" }\n",
        "x = { parent = \"y\" }\n",
        "seats = 1\n",
        "seats = [1]\n",
        "modules = [[1]]\n",
        "set = 1\n",
        "requires = [\"a\"]\n",
        "requires = [{}]\n",
        "ends = 1979-05-27T07:32:00Z\n",
        "grace = 1.5\n",
        "\u{0}",
        "\"",
        "{",
        "]",
        "\u{feff}",
        "'''\n",
        "terms = {seats = 99999999999999999999}\n",
        "[product.\"\"]\n",
        "kind = \"base\"\n",
        "name = 0x1F\n",
        "allow-login = inf\n",
    ]);
    runner
        .run(&prop::collection::vec(words, 0..12), |words| {
            env.write("c.toml", words.concat());
            let ran = env.line("product apply c.toml --dry-run");
            assert!(matches!(ran.status, 0..=3), "{words:?}: {ran}");
            Ok(())
        })
        .expect("no file causes an internal error");
}
