//! Entries of all codes, and the page of them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use licentia_runtime::VerdictCode;

use crate::cli::explanation::entry::Explanation;
use crate::cli::explanation::errors::of_error;
use crate::cli::explanation::findings::of_finding;
use crate::cli::explanation::verdicts::{is_warning, of_superseded, of_verdict};
use crate::domain::ErrorCode;
use crate::domain::finding::FindingCode;
use crate::ops::explain::answer::{ExplainedCode, Subject};

/// The exit status of a command that refuses a file, or finds a changed database.
const INVALID: u8 = 4;

/// The exit status of `check` while an item is open.
const OPEN: u8 = 1;

/// The width of the text.
const WIDTH: usize = 80;

/// The sections of the page: subject, heading, introduction.
const SECTIONS: [(Subject, &str, &str); 4] = [
    (
        Subject::Error,
        "Errors of commands",
        "A command that fails prints the error on standard error. With `--json` the last line of \
         standard error is an object with the member `error.code`. The program \
         `licentia-container` uses the same codes.",
    ),
    (
        Subject::Verdict,
        "Verdicts on files",
        "The verifier refuses a file with a verdict. `licentia verify` and `licentia inspect` \
         print the verdict, the crate `licentia-runtime` returns the verdict, and commands that \
         read a file report the verdict as an error. With `enforcement` `warn` or `log`, a license \
         that is `expired` is accepted with a warning of this code.",
    ),
    (Subject::Warning, "Warnings of the verifier", "A file with a warning is accepted."),
    (
        Subject::Finding,
        "Findings of `licentia check`",
        "`licentia check` lists findings, and ends with exit status 1 while there is a finding, or 4 \
         if one of them is `tampered`.",
    ),
];

/// Returns all codes, each once, in the order of the alphabet.
pub fn codes() -> BTreeSet<&'static str> {
    all().into_iter().map(|entry| entry.code).collect()
}

/// Returns the codes that resemble a word, the most similar first.
pub fn similar(word: &str, most: usize) -> Vec<&'static str> {
    const SIMILAR: f64 = 0.8;
    let likeness = |code| (strsim::jaro_winkler(word, code), code);
    let mut near: Vec<(f64, &str)> =
        codes().into_iter().map(likeness).filter(|(likeness, _)| *likeness >= SIMILAR).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(most).map(|(_, code)| code).collect()
}

/// Returns the entries of a code: none for an unknown code, several where an error, a verdict and a
/// finding share it.
pub fn entries(code: &str) -> Vec<ExplainedCode> {
    all().into_iter().filter(|entry| entry.code == code).collect()
}

/// Returns the text of an entry, in Markdown.
pub fn text(entry: &ExplainedCode) -> String {
    let ExplainedCode { subject, code, exit_status, meaning, causes, action } = entry;
    let mut text = format!("### {} `{code}`\n\n", subject.heading());
    if *exit_status != 0 {
        let _ = writeln!(text, "Exit status: {exit_status}\n");
    }
    text += &wrapped(meaning, "", "");
    text += "\nUsual causes:\n\n";
    causes.iter().for_each(|cause| text += &wrapped(cause, "- ", "  "));
    text.push('\n');
    text += &wrapped(action, "Action: ", "");
    text
}

/// Returns `docs/reference/codes.md`.
pub fn page() -> String {
    let mut page = String::from(
        "# Codes\n\nScripts match on codes: a code is never renamed. `licentia explain CODE` \
         prints the entries of a\ncode. An error, a verdict and a finding can share a code; each \
         has its own entry.\n\nThe codes of the warnings of commands are in \
         [json.md](json.md#warningcode).\n",
    );
    let all = all();
    for (subject, heading, introduction) in SECTIONS {
        let _ = write!(page, "\n## {heading}\n\n{}", wrapped(introduction, "", ""));
        for entry in all.iter().filter(|entry| entry.subject == subject) {
            let _ = write!(page, "\n{}", text(entry));
        }
    }
    page
}

/// Returns all entries in the order of the sections and of the enums.
fn all() -> Vec<ExplainedCode> {
    let errors = ErrorCode::ALL
        .iter()
        .map(|code| entry(Subject::Error, code.as_str(), code.exit(), of_error(*code)));
    let verdicts = VerdictCode::ALL.iter().filter_map(|code| {
        let explanation = of_verdict(*code)?;
        Some(if is_warning(*code) {
            entry(Subject::Warning, code.as_str(), 0, explanation)
        } else {
            entry(Subject::Verdict, code.as_str(), INVALID, explanation)
        })
    });
    let findings = FindingCode::ALL.iter().map(|code| {
        let exit_status = if *code == FindingCode::Tampered { INVALID } else { OPEN };
        entry(Subject::Finding, code.as_str(), exit_status, of_finding(*code))
    });
    // The verifier does not know newer revisions, so this code is not one of its verdicts.
    let superseded = entry(Subject::Verdict, "superseded", INVALID, of_superseded());
    errors.chain(verdicts).chain([superseded]).chain(findings).collect()
}

fn entry(
    subject: Subject,
    code: &'static str,
    exit_status: u8,
    explanation: Explanation,
) -> ExplainedCode {
    let Explanation { meaning, causes, action } = explanation;
    ExplainedCode { subject, code, exit_status, meaning, causes, action }
}

/// Returns a paragraph in lines of at most [`WIDTH`] characters. A word is never divided, and
/// neither is a command between backquotes.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let mut lines = String::new();
    let mut line = first.to_owned();
    let mut is_begun = false;
    for word in words(text) {
        let length = line.chars().count() + usize::from(is_begun) + word.chars().count();
        if is_begun && length > WIDTH {
            lines += &line;
            lines.push('\n');
            line = others.to_owned();
        } else if is_begun {
            line.push(' ');
        }
        line += &word;
        is_begun = true;
    }
    lines + &line + "\n"
}

/// Returns the words of a text. A part between backquotes is a part of one word.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_code = false;
    for letter in text.chars() {
        is_code ^= letter == '`';
        match words.last_mut() {
            Some(word) if is_code || letter != ' ' => word.push(letter),
            _ => words.push(String::new()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_an_explanation() {
        for verdict in VerdictCode::ALL {
            assert!(of_verdict(*verdict).is_some(), "{verdict} has no explanation");
        }
        for entry in all() {
            let texts = [&entry.meaning, &entry.action];
            for text in texts.into_iter().chain(entry.causes) {
                let code = entry.code;
                assert!(text.ends_with('.'), "{code}: {text}");
                assert!(text.chars().next().is_some_and(|it| it.is_uppercase() || it == '`'));
                assert_eq!(text.matches('`').count() % 2, 0, "{code}: {text}");
            }
            assert!(!entry.causes.is_empty(), "{} has no cause", entry.code);
        }
    }

    #[test]
    fn an_error_a_verdict_and_a_finding_share_a_code() {
        let subjects = |code: &str| -> Vec<Subject> {
            entries(code).into_iter().map(|entry| entry.subject).collect()
        };
        assert_eq!(subjects("not_assigned"), [Subject::Error, Subject::Verdict]);
        assert_eq!(subjects("suspect"), [Subject::Error, Subject::Finding]);
        assert_eq!(subjects("stale_status"), [Subject::Warning, Subject::Finding]);
        assert!(subjects("no_such_code").is_empty());
    }

    #[test]
    fn lines_are_wrapped_between_words_and_commands() {
        let long = format!("Type `licentia {} --yes` now.", "x".repeat(70));
        assert_eq!(wrapped(&long, "- ", "  ").lines().count(), 3);
        assert_eq!(wrapped("One two.", "- ", "  "), "- One two.\n");
        let page = page();
        let is_long = |line: &&str| line.chars().count() > 100;
        assert_eq!(page.lines().find(is_long), None);
    }
}
