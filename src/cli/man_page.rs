//! Man pages (troff, man(7)), made from clap's definition of a command line.

use std::fmt::Write as _;

use clap::{Arg, Command};

/// A program whose man pages are made.
#[derive(Clone, Copy, Debug)]
pub struct Manual {
    /// Section of the pages: 1 or 8.
    pub section: u8,
    /// Exit statuses, each with its meaning.
    pub exit_statuses: &'static [(&'static str, &'static str)],
    /// Environment variables, each with its meaning.
    pub environment: &'static [(&'static str, &'static str)],
    /// Files, each with its content.
    pub files: &'static [(&'static str, &'static str)],
    /// Pages of other programs.
    pub see_also: &'static [&'static str],
}

/// The manual of `licentia`.
pub const LICENTIA: Manual = Manual {
    section: 1,
    exit_statuses: &[
        ("0", "The command succeeded."),
        ("1", "A rule refused the request, check has a finding, or doctor found a problem."),
        ("2", "Wrong usage: an argument, a setting or a line of an input file is not understood."),
        ("3", "A record was not found."),
        ("4", "A signed file or the audit log is not valid."),
        ("5", "A fault of the system: a file, a permission, a full disk, a lock or a passphrase."),
        ("70", "A defect of licentia."),
    ],
    environment: &[
        ("LICENTIA_HOME", "Folder of the home, if --home is not given."),
        ("LICENTIA_ACTOR", "Name of the author in the audit log, if --actor is not given."),
        ("LICENTIA_PROCESS", "Name of the program or job that runs the command, in the audit log."),
        ("LICENTIA_PASSPHRASE", "Passphrase that unlocks private keys."),
        (
            "LICENTIA_PASSPHRASE_FILE",
            "File with passphrases that unlock private keys, one per line.",
        ),
        ("LICENTIA_NEW_PASSPHRASE", "Passphrase for new private keys."),
        ("LICENTIA_NEW_PASSPHRASE_FILE", "File with passphrases for new private keys."),
        ("LICENTIA_NOW", "Instant (RFC 3339) that replaces the clock. Only test homes accept it."),
        ("NO_COLOR", "If set, messages have no colors, unless --color is always."),
        ("TERM", "The value dumb has the same effect as NO_COLOR."),
        (
            "XDG_DATA_HOME, HOME",
            "Parent of the default home: $XDG_DATA_HOME/licentia, else \
             $HOME/.local/share/licentia.",
        ),
    ],
    files: &[
        ("licentia.toml", "Preferences of the home. The file marks the folder as a home."),
        ("licentia.db", "Database (SQLite)."),
        ("keys/NAME.pem", "Private key NAME, as PKCS#8. keys/root.pem is the root key."),
    ],
    see_also: &["licentia-container(8)"],
};

/// The manual of `licentia-container`.
pub const CONTAINER: Manual = Manual {
    section: 8,
    exit_statuses: &[
        ("0", "The command succeeded."),
        ("1", "A rule refused the request."),
        ("2", "Wrong usage."),
        ("3", "The container was not found."),
        ("4", "A signed file is not valid."),
        ("5", "A fault of the system: a file, a permission or a full disk."),
        ("70", "A defect of licentia-container."),
    ],
    environment: &[(
        "LICENTIA_NOW",
        "Instant (RFC 3339) that replaces the clock. Only folders that were created with --test \
         accept it.",
    )],
    files: &[
        ("key.jwk", "Private key of the container (JWK). Only its owner may read it."),
        (
            "container.json",
            "State of the container: root, key set, newest update (counter and licenses), status lists.",
        ),
    ],
    see_also: &["licentia(1)"],
};

/// The heading that marks the options of all commands.
const GLOBAL: &str = "Global options";

/// Returns the name and the text of the page of a command and of each command below it. The
/// definition must be built.
pub fn pages(command: &Command, manual: &Manual) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    add(command, &[], manual, &mut pages);
    pages
}

fn add(command: &Command, above: &[&Command], manual: &Manual, pages: &mut Vec<(String, String)>) {
    let name = format!("{}.{}", name_of(command), manual.section);
    pages.push((name, page(command, above, manual)));
    let path: Vec<&Command> = above.iter().copied().chain([command]).collect();
    verbs(command).for_each(|below| add(below, &path, manual, pages));
}

fn page(command: &Command, above: &[&Command], manual: &Manual) -> String {
    let name = name_of(command);
    let program = above.first().map_or_else(|| name_of(command), |top| name_of(top));
    let mut page = format!(
        ".TH {} {} \"\" {} \"{}\"\n.nh\n.ad l\n",
        escaped(&name.to_uppercase()),
        manual.section,
        escaped(&program),
        if manual.section == 8 { "System Administration" } else { "User Commands" }
    );
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(page, ".SH NAME\n{} \\- {}\n", escaped(&name), escaped(&one_line(&about)));
    page += ".SH SYNOPSIS\n";
    synopsis(command, &mut page);
    page += ".SH DESCRIPTION\n";
    let (notes, examples) = notes_and_examples(command);
    let long = command.get_long_about().map_or(about, ToString::to_string);
    let paragraphs: Vec<String> =
        long.split("\n\n").map(one_line).chain(notes).filter(|it| !it.is_empty()).collect();
    for (place, paragraph) in paragraphs.iter().enumerate() {
        if place > 0 {
            page += ".PP\n";
        }
        let _ = writeln!(page, "{}", filled(&sentence(paragraph)));
    }
    if verbs(command).next().is_some() {
        page += ".SH COMMANDS\n";
        for verb in verbs(command) {
            let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
            let reference = format!("{}({})", name_of(verb), manual.section);
            definition(&bold(&reference), &sentence(&one_line(&about)), &mut page);
        }
    }
    options(command, above.is_empty(), &mut page);
    section("EXIT STATUS", manual.exit_statuses, &mut page);
    section("ENVIRONMENT", manual.environment, &mut page);
    section("FILES", manual.files, &mut page);
    if !examples.is_empty() {
        page += ".SH EXAMPLES\n.nf\n";
        examples.iter().for_each(|line| page += &format!("{}\n", text(line)));
        page += ".fi\n";
    }
    page += ".SH SEE ALSO\n";
    page += &see_also(command, above, manual);
    page
}

/// Writes the form of the command: its name and its arguments. The options in the section of the
/// global options are one word.
fn synopsis(command: &Command, page: &mut String) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut parts = vec![bold(name)];
    let has_section = command.get_arguments().any(|arg| arg.get_help_heading() == Some(GLOBAL));
    let is_listed = |arg: &Arg| !is_global(arg) || arg.get_id() != "help" && !has_section;
    let own = || command.get_arguments().filter(|arg| is_shown(arg) && is_listed(arg));
    let mut usages: Vec<(bool, String)> = own()
        .filter(|arg| !arg.is_positional())
        .map(|arg| (arg.is_required_set(), usage(arg)))
        .collect();
    usages.sort_by_key(|(is_required, _)| !is_required);
    parts.extend(usages.into_iter().map(|(is_required, usage)| bracketed(is_required, usage)));
    parts.extend(own().filter(|arg| arg.is_positional()).map(|arg| {
        let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1)
            || matches!(arg.get_action(), clap::ArgAction::Append);
        let dots = if many { " ..." } else { "" };
        bracketed(arg.is_required_set(), format!("{}{dots}", value_of(arg)))
    }));
    if has_section {
        parts.push("[\\fIGLOBAL OPTIONS\\fR]".to_owned());
    }
    if verbs(command).next().is_some() {
        parts.push("\\fICOMMAND\\fR".to_owned());
    }
    let _ = writeln!(page, "{}", parts.join("\n"));
}

fn bracketed(is_required: bool, usage: String) -> String {
    if is_required { usage } else { format!("[{usage}]") }
}

fn usage(arg: &Arg) -> String {
    let long = arg.get_long().map(|long| bold(&format!("--{long}")));
    let short = || arg.get_short().map(|short| bold(&format!("-{short}")));
    let flag = long.or_else(short).unwrap_or_default();
    if arg.get_action().takes_values() { format!("{flag} {}", value_of(arg)) } else { flag }
}

/// Writes the options in sections by their headings, those of all commands last.
fn options(command: &Command, is_top: bool, page: &mut String) {
    let is_version = |arg: &Arg| is_top && arg.get_id() == "version";
    let shown: Vec<&Arg> =
        command.get_arguments().filter(|arg| is_shown(arg) || is_version(arg)).collect();
    let mut headings: Vec<Option<&str>> = vec![None];
    for arg in &shown {
        if !headings.contains(&arg.get_help_heading()) {
            headings.push(arg.get_help_heading());
        }
    }
    headings.sort_by_key(|heading| *heading == Some(GLOBAL));
    let is_empty =
        |heading: &Option<&str>| !shown.iter().any(|it| it.get_help_heading() == *heading);
    headings.retain(|heading| !is_empty(heading));
    if headings.is_empty() {
        return;
    }
    page.push_str(".SH OPTIONS\n");
    for heading in headings {
        if let Some(heading) = heading {
            let _ = writeln!(page, ".SS {}", text(heading));
        }
        shown.iter().filter(|arg| arg.get_help_heading() == heading).for_each(|arg| {
            definition(&term(arg), &description(arg), page);
        });
    }
}

/// Returns the names and the value of an argument.
fn term(arg: &Arg) -> String {
    if arg.is_positional() {
        return value_of(arg);
    }
    let short = arg.get_short().map(|short| bold(&format!("-{short}")));
    let long = arg.get_long().map(|long| bold(&format!("--{long}")));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let names = names.join(", ");
    if arg.get_action().takes_values() { format!("{names} {}", value_of(arg)) } else { names }
}

/// Returns the help of an argument with its values.
fn description(arg: &Arg) -> String {
    if arg.get_id() == "help" {
        return "Print the help of the command.".to_owned();
    }
    let help = arg.get_long_help().or_else(|| arg.get_help());
    let mut text = sentence(&one_line(&help.map(ToString::to_string).unwrap_or_default()));
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set() && arg.get_action().takes_values())
        .map(|value| match value.get_help() {
            Some(help) => format!("{} ({help})", value.get_name()),
            None => value.get_name().to_owned(),
        })
        .collect();
    if !values.is_empty() {
        let _ = write!(text, " Values: {}.", values.join(", "));
    }
    let is_stated = text.contains("[default");
    let defaults: Vec<_> = arg.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    if !defaults.is_empty() && !is_stated && arg.get_action().takes_values() {
        let _ = write!(text, " Default: {}.", defaults.join(", "));
    }
    text
}

fn see_also(command: &Command, above: &[&Command], manual: &Manual) -> String {
    let mut references: Vec<String> = Vec::new();
    let reference = |command: &Command| format!("{}({})", name_of(command), manual.section);
    references.extend(above.iter().map(|command| reference(command)));
    if let [_, .., noun] = above {
        let others = verbs(noun).filter(|verb| verb.get_name() != command.get_name());
        references.extend(others.map(reference));
    }
    if above.is_empty() {
        references.extend(manual.see_also.iter().map(ToString::to_string));
    }
    let references: Vec<String> = references.iter().map(|it| bold(it)).collect();
    references.join(",\n") + "\n"
}

/// Returns the paragraphs and the examples of the text after the help.
fn notes_and_examples(command: &Command) -> (Vec<String>, Vec<String>) {
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let is_example = |line: &&str| line.starts_with("  ");
    let examples = help.lines().filter(is_example).map(|line| line.trim().to_owned()).collect();
    let notes = help
        .lines()
        .filter(|line| !is_example(line) && !matches!(line.trim(), "Example:" | "Examples:"))
        .filter(|line| !line.starts_with("Exit status:"))
        .map(str::to_owned)
        .collect();
    (notes, examples)
}

fn section(heading: &str, entries: &[(&str, &str)], page: &mut String) {
    let _ = writeln!(page, ".SH {}", text(heading));
    entries.iter().for_each(|(name, meaning)| definition(&bold(name), meaning, page));
}

/// Writes a paragraph under a term that is marked up already.
fn definition(term: &str, meaning: &str, page: &mut String) {
    let _ = writeln!(page, ".TP\n{term}\n{}", filled(meaning));
}

fn verbs(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|it| it.get_name() != "help" && !it.is_hide_set())
}

fn is_shown(arg: &Arg) -> bool {
    !arg.is_hide_set() && arg.get_id() != "version"
}

fn is_global(arg: &Arg) -> bool {
    arg.is_global_set() || arg.get_id() == "help" || arg.get_id() == "version"
}

fn name_of(command: &Command) -> String {
    command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned()
}

/// Returns the placeholders of the values of an argument.
fn value_of(arg: &Arg) -> String {
    let names: Vec<String> = match arg.get_value_names() {
        Some(names) => names.iter().map(|name| italic(name)).collect(),
        None => vec![italic(&arg.get_id().as_str().to_uppercase())],
    };
    names.join(" ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a text with a full stop at its end.
fn sentence(text: &str) -> String {
    if text.is_empty() || text.ends_with(['.', ':', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn bold(text: &str) -> String {
    format!("\\fB{}\\fR", escaped(text))
}

fn italic(text: &str) -> String {
    format!("\\fI{}\\fR", escaped(text))
}

/// Returns a line of text that begins no request.
fn text(text: &str) -> String {
    let escaped = escaped(text);
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

/// The width of a line of the source.
const WIDTH: usize = 78;

/// Returns a paragraph in lines of the source.
fn filled(paragraph: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace().map(escaped) {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < WIDTH => {
                line.push(' ');
                line.push_str(&word);
            }
            _ if word.starts_with('.') => lines.push(format!("\\&{word}")),
            _ => lines.push(word),
        }
    }
    lines.join("\n")
}

/// Returns a text in which no character has a meaning for troff, and which can be copied from the
/// formatted page.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\e"),
            '-' => out.push_str("\\-"),
            '\'' => out.push_str("\\(aq"),
            '`' => out.push_str("\\(ga"),
            '^' => out.push_str("\\(ha"),
            '~' => out.push_str("\\(ti"),
            '"' => out.push_str("\\(dq"),
            '…' => out.push_str("..."),
            '–' => out.push_str("\\(en"),
            '→' => out.push_str("\\(->"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(global: Option<Arg>) -> Command {
        let issue = Command::new("issue")
            .about("Issue a license")
            .arg(Arg::new("customer").long("customer").value_name("CODE").required(true))
            .arg(Arg::new("file").value_name("FILE").num_args(0..))
            .arg(Arg::new("secret").long("secret").hide(true))
            .after_help("Example:\n  tool issue --customer 'a b'");
        let mut tool = Command::new("tool").about("Tool").subcommand(issue).args(global);
        tool.build();
        tool
    }

    #[test]
    fn a_page_has_arguments_and_examples_that_can_be_copied() {
        let pages = pages(&sample(None), &LICENTIA);
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["tool.1", "tool-issue.1"]);
        let page = &pages[1].1;
        assert!(
            page.contains("\\fB\\-\\-customer\\fR \\fICODE\\fR\n[\\fIFILE\\fR ...]\n"),
            "{page}"
        );
        assert!(page.contains(".nf\ntool issue \\-\\-customer \\(aqa b\\(aq\n.fi\n"), "{page}");
        assert!(page.contains(".SH SEE ALSO\n\\fBtool(1)\\fR\n"), "{page}");
        assert!(!page.contains("secret") && !page.contains("help(1)"), "{page}");
    }

    #[test]
    fn a_synopsis_names_the_section_of_the_global_options_or_each_option() {
        let synopsis_with = |heading: Option<&'static str>| {
            let json = Arg::new("json").long("json").global(true);
            let json = json.action(clap::ArgAction::SetTrue).help_heading(heading);
            pages(&sample(Some(json)), &CONTAINER).remove(1).1
        };
        let page = synopsis_with(Some(GLOBAL));
        assert!(page.contains("[\\fIGLOBAL OPTIONS\\fR]"), "{page}");
        assert!(page.contains(".SS Global options") && !page.contains("[\\fB\\-\\-json"), "{page}");
        let page = synopsis_with(None);
        assert!(page.contains("[\\fB\\-\\-json\\fR]") && !page.contains("GLOBAL"), "{page}");
    }

    #[test]
    fn no_character_of_a_text_is_a_request() {
        assert_eq!(text(".TH 'x' \\"), "\\&.TH \\(aqx\\(aq \\e");
        assert_eq!(text("'a"), "\\(aqa");
    }
}
