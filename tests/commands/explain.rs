//! `explain`: the entries of a code.

use crate::env::World;

/// Returns the page of all codes.
fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reference/codes.md");
    std::fs::read_to_string(path).expect("the page")
}

#[test]
fn the_entries_of_a_code_are_those_of_the_page() {
    let world = World::new();
    let ran = world.line("explain not_assigned").assert(0);
    let text = String::from_utf8(ran.out.clone()).expect("text");
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["### Error `not_assigned`", "### Verdict `not_assigned`"]);
    let page = page();
    for entry in text.split("\n### ") {
        assert!(page.contains(entry.trim_end()), "{entry}");
    }
    let answer = world.json("explain clock-behind");
    assert_eq!(answer[0]["kind"], "error");
    assert_eq!(
        (&answer[0]["code"], &answer[0]["exit_status"]),
        (&"clock_behind".into(), &1.into())
    );
    assert_eq!(answer.as_array().map(Vec::len), Some(1));
}

#[test]
fn codes_are_suggested_for_an_unknown_word() {
    let world = World::new();
    let hint = world.refused("explain not_asigned", 3, "not_found");
    assert!(hint.contains("did you mean not_assigned"), "{hint}");
    let hint = world.refused("explain xyz", 3, "not_found");
    assert!(hint.contains("--verbose"), "{hint}");
}

#[test]
fn an_error_on_a_terminal_names_the_command_that_explains_it() {
    let world = World::with_catalogue();
    let line = "license issue --customer nordwind --product work-management --reference A";
    world.line(line).assert(0);
    let other = format!("{line} --seats 5");
    let last = |err: &str| err.lines().last().unwrap_or_default().to_owned();
    world.width(100);
    let ran = world.line(&other).assert(1);
    assert_eq!(last(&ran.err), "For more: licentia explain conflict", "{ran}");
    let ran = world.line("license show --nothing").assert(2);
    assert!(!ran.err.contains("For more"), "{ran}");
    let ran = world.line(&format!("{other} --json")).assert(1);
    assert!(!ran.err.contains("For more"), "{ran}");
}
