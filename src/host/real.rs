//! The host of a real process. Tests build their own hosts.

use std::io;

use dialoguer::Completion;
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::host::{Host, Paint, Person};

/// Returns the host of this process: its arguments, environment, user and terminal.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads clock, environment, folder and entropy"
)]
pub fn real() -> io::Result<Host> {
    use std::io::IsTerminal as _;
    let person: Option<Box<dyn Person>> =
        (io::stdin().is_terminal() && io::stderr().is_terminal()).then(|| Box::new(Terminal) as _);
    Ok(Host {
        clock: Box::new(Timestamp::now),
        entropy: Box::new(|_, bytes| getrandom::fill(bytes).expect("the system has entropy")),
        out: Box::new(io::BufWriter::new(io::stdout())),
        err: Box::new(io::stderr()),
        input: Box::new(io::stdin()),
        person,
        args: std::env::args_os().collect(),
        env: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
            .collect(),
        folder: std::env::current_dir()?,
        os_user: whoami::username().unwrap_or_else(|_| "unknown".into()),
        err_is_terminal: io::stderr().is_terminal(),
        width: io::stdout().is_terminal().then(|| dialoguer::console::Term::stdout().size().1),
        color: Paint::default(),
        point: Box::new(|_| ()),
        // About 160 ms and 16 MiB for each attempt, and the maximum that OpenSSL 3.0 and Node
        // accept.
        key_cost: (14, 8, 5),
    })
}

struct Terminal;

impl Person for Terminal {
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>> {
        let asked =
            dialoguer::Password::new().with_prompt(prompt).allow_empty_password(true).interact();
        asked.map(Zeroizing::new).map_err(io_error)
    }

    // The choice is typed. A list with a cursor would hide the typed text, and pressing Enter after
    // typing a code would select the highlighted line.
    fn text(&mut self, prompt: &str, words: &[String]) -> io::Result<String> {
        let words = Words(words);
        let input = dialoguer::Input::<String>::new()
            .with_prompt(prompt)
            .allow_empty(true)
            .completion_with(&words);
        input.interact_text().map(|typed| typed.trim().to_owned()).map_err(io_error)
    }
}

/// Truncates a line to a number of columns.
pub fn fit(line: &str, columns: u16) -> String {
    dialoguer::console::truncate_str(line, usize::from(columns), "…").into_owned()
}

fn io_error(error: dialoguer::Error) -> io::Error {
    match error {
        dialoguer::Error::IO(error) => error,
    }
}

/// The completion of the Tab key: the common beginning of all words that match the input. A comma
/// begins a new word.
struct Words<'a>(&'a [String]);

impl Completion for Words<'_> {
    fn get(&self, typed: &str) -> Option<String> {
        let (before, last) = typed
            .rsplit_once(',')
            .map_or(("", typed), |(before, last)| (&typed[..=before.len()], last));
        let fits = |word: &&String| {
            word.get(..last.len()).is_some_and(|start| start.eq_ignore_ascii_case(last))
        };
        let mut fitting = self.0.iter().filter(fits);
        let mut common = fitting.next()?.as_str();
        for word in fitting {
            let same = common
                .char_indices()
                .zip(word.chars())
                .take_while(|((_, a), b)| a.eq_ignore_ascii_case(b));
            let end = same.last().map_or(0, |((place, c), _)| place + c.len_utf8());
            common = &common[..end];
        }
        (common.len() > last.len()).then(|| format!("{before}{common}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tabulator_key_goes_as_far_as_is_clear() {
        let words = ["acme-north", "acme", "nordwind", "nordsee", "Łódź"].map(str::to_owned);
        let words = Words(&words);
        for (typed, completed) in [
            ("ac", Some("acme")),
            ("acme", None),
            ("acme-", Some("acme-north")),
            ("N", Some("nord")),
            ("nordw", Some("nordwind")),
            ("acme,nords", Some("acme,nordsee")),
            ("x", None),
            ("Ł", Some("Łódź")),
            ("", None),
        ] {
            assert_eq!(words.get(typed).as_deref(), completed, "{typed}");
        }
    }
}
