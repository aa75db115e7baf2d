//! `explain`: the entries of a code.

use crate::env::TestEnvironment;

/// Returns the page of all codes.
fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reference/codes.md");
    std::fs::read_to_string(path).expect("the page")
}

#[test]
fn the_entries_of_a_code_are_those_of_the_page() {
    let env = TestEnvironment::new();
    let ran = env.line("explain not_assigned").assert(0);
    let text = String::from_utf8(ran.out.clone()).expect("text");
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["### Error `not_assigned`", "### Verdict `not_assigned`"]);
    let page = page();
    for entry in text.split("\n### ") {
        assert!(page.contains(entry.trim_end()), "{entry}");
    }
    let answer = env.json("explain clock-behind");
    assert_eq!(answer[0]["kind"], "error");
    assert_eq!(
        (&answer[0]["code"], &answer[0]["exit_status"]),
        (&"clock_behind".into(), &1.into())
    );
    assert_eq!(answer.as_array().map(Vec::len), Some(1));
}

#[test]
fn codes_are_suggested_for_an_unknown_word() {
    let env = TestEnvironment::new();
    let hint = env.refused("explain not_asigned", 3, "not_found");
    assert!(hint.contains("did you mean not_assigned"), "{hint}");
    let hint = env.refused("explain xyz", 3, "not_found");
    assert!(hint.contains("--verbose"), "{hint}");
}

#[test]
fn an_error_on_a_terminal_names_the_command_that_explains_it() {
    let env = TestEnvironment::with_catalogue();
    let line = "license issue --customer nordwind --product work-management --reference A";
    env.line(line).assert(0);
    let other = format!("{line} --seats 5");
    let last = |err: &str| err.lines().last().unwrap_or_default().to_owned();
    env.width(100);
    let ran = env.line(&other).assert(1);
    assert_eq!(last(&ran.err), "For more: licentia explain conflict", "{ran}");
    let ran = env.line("license show --nothing").assert(2);
    assert!(!ran.err.contains("For more"), "{ran}");
    let ran = env.line(&format!("{other} --json")).assert(1);
    assert!(!ran.err.contains("For more"), "{ran}");
}
