//! The README's tour, typed as it stands there, so that it can't go stale.

use crate::world::World;

/// The words of a line, as a shell splits them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut open, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.extend(Some(std::mem::take(&mut open)).filter(|word| !word.is_empty())),
            other => open.push(other),
        }
    }
    words.extend(Some(open).filter(|word| !word.is_empty()));
    words
}

#[test]
fn the_tour_of_the_readme_can_be_typed() {
    let readme = include_str!("../../README.md").replace("\\\n", " ");
    let commands: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
    let world = World::new();
    let mut run = 0;
    for command in commands {
        let words = words(command);
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["cd", folder] => world.env("LICENTIA_HOME", folder),
            ["licentia", args @ ..] => {
                world.person(|prompt| if prompt.contains("root") { "one" } else { "two" }.into());
                let ran = world.run(args).assert(0);
                run += 1;
                if args.starts_with(&["module", "list"]) {
                    assert!(readme.contains(ran.text().trim_end()), "the README shows another tree: {ran}");
                }
            }
            other => panic!("the README has a command that nobody runs: {other:?}"),
        }
    }
    assert!(run >= 11, "{run} commands were run");
}
