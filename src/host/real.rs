//! The real world. `main` builds it; tests build their own.

use std::io;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::{Host, Paint, Person};

/// The machine, the user and the terminal that the program was started on.
#[expect(clippy::disallowed_methods, reason = "the one place that reads clock, environment, folder and entropy")]
pub fn real() -> io::Result<Host> {
    use std::io::IsTerminal as _;
    let person: Option<Box<dyn Person>> =
        (io::stdin().is_terminal() && io::stderr().is_terminal()).then(|| Box::new(Terminal) as _);
    Ok(Host {
        clock: Box::new(Timestamp::now),
        entropy: Box::new(|bytes| getrandom::fill(bytes).expect("the system has entropy")),
        out: Box::new(io::BufWriter::new(io::stdout())),
        err: Box::new(io::stderr()),
        input: Box::new(io::stdin()),
        person,
        args: std::env::args_os().collect(),
        env: std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect(),
        folder: std::env::current_dir()?,
        os_user: whoami::username().unwrap_or_else(|_| "unknown".into()),
        err_is_terminal: io::stderr().is_terminal(),
        width: io::stdout().is_terminal().then(|| dialoguer::console::Term::stdout().size().1),
        color: Paint::default(),
        // About 160 ms a guess and 16 MiB, and the most that openssl 3.0 and Node open.
        key_cost: (14, 8, 5),
    })
}

struct Terminal;

impl Person for Terminal {
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>> {
        let asked = dialoguer::Password::new().with_prompt(prompt).allow_empty_password(true).interact();
        asked.map(Zeroizing::new).map_err(io_error)
    }

    fn text(&mut self, prompt: &str) -> io::Result<String> {
        dialoguer::Input::new().with_prompt(prompt).allow_empty(true).interact_text().map_err(io_error)
    }

    fn confirm(&mut self, prompt: &str) -> io::Result<bool> {
        bring_the_cursor_back();
        let asked = dialoguer::Confirm::new().with_prompt(prompt).default(false).interact_opt();
        asked.map(|answer| answer == Some(true)).map_err(io_error)
    }

    fn choose(&mut self, prompt: &str, items: &[String]) -> io::Result<Option<usize>> {
        bring_the_cursor_back();
        dialoguer::FuzzySelect::new().with_prompt(prompt).items(items).default(0).max_length(12).interact_opt().map_err(io_error)
    }

    fn pick(&mut self, prompt: &str, items: &[String]) -> io::Result<Option<Vec<usize>>> {
        bring_the_cursor_back();
        dialoguer::MultiSelect::new().with_prompt(prompt).items(items).max_length(20).interact_opt().map_err(io_error)
    }
}

fn io_error(error: dialoguer::Error) -> io::Error {
    match error {
        dialoguer::Error::IO(error) if error.kind() == io::ErrorKind::Interrupted => interrupted(),
        dialoguer::Error::IO(error) => error,
    }
}

/// A choice hides the cursor; whoever interrupts it shall not have to look for it.
fn bring_the_cursor_back() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    // Where no handler can be set, the cursor stays hidden, which harms nobody.
    ONCE.call_once(|| drop(ctrlc::set_handler(|| interrupted())));
}

/// Ends the program as the signal would have, with the status that shells give it. Nothing is under way while a person is
/// asked, and what is begun later is a transaction.
fn interrupted() -> ! {
    // A terminal that is gone needs no cursor.
    let _ = dialoguer::console::Term::stderr().show_cursor();
    #[expect(clippy::exit, clippy::disallowed_methods, reason = "a signal has no other way")]
    std::process::exit(130)
}
