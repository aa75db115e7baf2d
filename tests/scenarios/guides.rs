//! The guides: the README's tour and the pages of `docs/`. Each `$` line of a console block is run
//! in the test environment, and its output is compared with the page. `...` stands for omitted
//! lines. The output of a command without output in the page is not compared.
//! `LICENTIA_GENERATE=write cargo test guides` writes the outputs into the pages.

use std::path::Path;

use crate::env::TestEnvironment;
use crate::env::computer::Computer;

/// Splits a line into words, as a shell does.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut open, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    for c in line.chars() {
        match c {
            '\'' => (quoted, begun) = (!quoted, true),
            ' ' if !quoted => {
                if begun {
                    words.push(std::mem::take(&mut open));
                }
                begun = false;
            }
            other => {
                open.push(other);
                begun = true;
            }
        }
    }
    words.extend(begun.then_some(open));
    words
}

/// A shell with the commands of the guides. It has no `cd`: all commands of a guide run in one
/// folder, so a path that works here also works for a reader who types the guide.
struct Shell {
    env: TestEnvironment,
    /// True if a person types the passphrases.
    attended: bool,
    status: u8,
    run: usize,
}

impl Shell {
    /// Runs a line and returns its output in the order of a terminal: data first, then messages.
    fn line(&mut self, line: &str) -> String {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["export", setting] => {
                let (name, value) = setting.split_once('=').expect("NAME=VALUE");
                self.env.set_var(name, value);
            }
            ["unset", name] => self.env.unset(name),
            ["printf", text, ">", file] => self.env.write(file, text.replace("\\n", "\n")),
            ["mv", from, to] => {
                std::fs::rename(self.env.path(from), self.env.path(to)).expect("moved");
            }
            ["mkdir", folder] => std::fs::create_dir(self.env.path(folder)).expect("made"),
            ["echo", "$?"] => return format!("{}\n", self.status),
            ["licentia-container", args @ ..] => {
                let computer = Computer::new(&self.env, 1);
                self.run += 1;
                computer.random.set(u64::try_from(self.run).expect("a number") << 40);
                let ran = computer.run(args);
                self.status = ran.status;
                return format!("{}{}", ran.text(), ran.err)
                    .replace("[DIR]/", "")
                    .replace("[DIR]", "");
            }
            ["licentia", args @ ..] => {
                if self.attended {
                    self.env.person(|prompt| {
                        if prompt.contains("root") { "one" } else { "two" }.into()
                    });
                }
                let ran = self.env.run(args);
                (self.status, self.run) = (ran.status, self.run + 1);
                return format!("{}{}", ran.text(), ran.err)
                    .replace(&self.env.path("").display().to_string(), "")
                    .replace("[DIR]/", "");
            }
            other => panic!("no shell command of the guides: {other:?}"),
        }
        self.status = 0;
        String::new()
    }
}

/// Returns whether the output is that of the page, in which `...` stands for any lines.
fn fits(page: &[&str], shown: &[&str]) -> bool {
    match page {
        [] => shown.is_empty(),
        ["...", rest @ ..] => (0..=shown.len()).any(|skip| fits(rest, &shown[skip..])),
        [first, rest @ ..] => shown.first() == Some(first) && fits(rest, &shown[1..]),
    }
}

/// Returns the serials, thumbprints and ticket codes of a line, in their order.
fn ids(line: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let words = line.split(move |c| !is_part(c));
    let is_id = |word: &&str| {
        let groups: Vec<usize> = word.split('-').map(str::len).collect();
        word.len() == 43 || groups == [1, 5, 5] || groups == [5; 5]
    };
    words.filter(is_id).map(str::to_owned).collect()
}

/// Returns the IDs of the page that differ from those of the output, with their new values. Only
/// lines that are otherwise equal are compared.
fn new_ids(page: &[&str], shown: &[&str]) -> Vec<(String, String)> {
    let without =
        |line: &str| ids(line).iter().fold(line.to_owned(), |line, id| line.replace(id, "…"));
    let mut shown = shown.iter();
    let mut pairs = Vec::new();
    for line in page.iter().filter(|line| **line != "...") {
        let mut rest = shown.clone();
        if let Some(same) = rest.find(|other| without(other) == without(line)) {
            shown = rest;
            pairs.extend(ids(line).into_iter().zip(ids(same)).filter(|(old, new)| old != new));
        }
    }
    pairs
}

/// Replaces the IDs in a line of the page with their new values.
fn renamed(line: &str, ids: &[(String, String)]) -> String {
    ids.iter().fold(line.to_owned(), |line, (old, new)| line.replace(old.as_str(), new))
}

/// Runs the commands of a page. Returns the page with the current outputs, and the number of
/// commands.
fn walk(page: &str, attended: bool, known: &mut Vec<(String, String)>) -> (String, usize) {
    let mut shell = Shell { env: TestEnvironment::new(), attended, status: 0, run: 0 };
    let (mut written, mut console) = (Vec::new(), false);
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        let line = &*renamed(line, known);
        written.push(line.to_owned());
        if line.starts_with("```") {
            console = line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| console) else { continue };
        let mut command = command.to_owned();
        while command.ends_with('\\') {
            let more = lines.next().expect("the line goes on");
            let more = renamed(more, known);
            written.push(more.clone());
            command = format!("{} {}", command.trim_end_matches('\\'), more.trim_start());
        }
        let mut output = Vec::new();
        while let Some(line) =
            lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```"))
        {
            output.push(line);
        }
        let shown = shell.line(&command);
        let shown: Vec<&str> = shown.lines().collect();
        let asks_status = lines.peek().is_some_and(|next| *next == "$ echo $?");
        assert!(
            shell.status == 0 || asks_status || command.starts_with("echo"),
            "{command}: exit {}\n{shown:#?}",
            shell.status
        );
        if writes() {
            known.extend(new_ids(&output, &shown));
        }
        let output: Vec<String> = output.iter().map(|line| renamed(line, known)).collect();
        let output: Vec<&str> = output.iter().map(String::as_str).collect();
        let is_same = output.is_empty() || fits(&output, &shown);
        if writes() && !is_same {
            written.extend(shown.iter().map(ToString::to_string));
        } else {
            assert!(is_same, "{command}\nthe page has {output:#?}\nthe program says {shown:#?}");
            written.extend(output.iter().map(ToString::to_string));
        }
    }
    (written.join("\n") + "\n", shell.run)
}

fn writes() -> bool {
    std::env::var_os("LICENTIA_GENERATE").is_some_and(|way| way == "write")
}

#[test]
fn the_commands_of_the_guides_work_as_printed() {
    // The new values of IDs are valid for the pages that follow, because the keys are the same on
    // each page.
    let mut known: Vec<(String, String)> = Vec::new();
    for (name, attended, least) in [
        ("README.md", true, 11),
        ("docs/staff.md", false, 30),
        ("docs/ci.md", false, 12),
        ("docs/containers.md", false, 30),
        ("docs/recovery.md", false, 25),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let page = std::fs::read_to_string(&path).expect("read");
        known.retain(|(old, _)| old.len() == 43);
        let (today, run) = walk(&page, attended, &mut known);
        assert!(run >= least, "{name}: {run} commands were run");
        if writes() {
            std::fs::write(&path, today).expect("written");
        }
    }
}
