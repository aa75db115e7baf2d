//! The real world. `main` builds it; tests build their own.

use std::io;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::{Host, Person};

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
        width: io::stdout().is_terminal().then(|| dialoguer::console::Term::stdout().size().1),
        // About 160 ms a guess and 16 MiB, and the most that openssl 3.0 and Node open.
        key_cost: (14, 8, 5),
    })
}

struct Terminal;

impl Person for Terminal {
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>> {
        let asked = dialoguer::Password::new().with_prompt(prompt).allow_empty_password(true).interact();
        asked.map(Zeroizing::new).map_err(|error| match error {
            dialoguer::Error::IO(error) => error,
        })
    }
}
