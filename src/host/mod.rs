//! The doors to the outside: clock, entropy, terminal, files, environment. Everything that differs
//! between a person's terminal, a CI job and a test comes in here and nowhere else. The room knows
//! nothing of licenses.

pub mod files;
pub mod output_files;
pub mod pending;
mod real;
pub mod settings;
pub mod staged_file;
mod temporary_file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use zeroize::Zeroizing;

pub use real::{fit, real};

/// The world as a command sees it.
pub struct Host {
    /// The time.
    pub clock: Box<dyn Fn() -> Timestamp>,
    /// Fills bytes with unpredictable ones.
    pub entropy: Entropy,
    /// Where data goes.
    pub out: Box<dyn Write>,
    /// Where everything else goes.
    pub err: Box<dyn Write>,
    /// Where data comes from.
    pub input: Box<dyn Read>,
    /// The person at the terminal, if there is one.
    pub person: Option<Box<dyn Person>>,
    /// The arguments, the program's name first.
    pub args: Vec<OsString>,
    /// Environment variables.
    pub env: BTreeMap<String, OsString>,
    /// What relative paths start from.
    pub folder: PathBuf,
    /// The system's user.
    pub os_user: String,
    /// The width of the terminal that data goes to, in columns.
    pub width: Option<u16>,
    /// Whether messages go to a terminal.
    pub err_is_terminal: bool,
    /// Whether data and messages are coloured; the counter decides it once the arguments are read.
    pub color: Paint,
    /// Told where it would matter to be killed, such as between a commit and a rename. Only a test
    /// listens.
    pub point: Box<dyn Fn(&str)>,
    /// How costly a guess at a new key's passphrase is made: scrypt's log2 N, r, p.
    pub key_cost: (u8, u32, u32),
}

/// What is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// Data on standard output.
    pub out: bool,
    /// Messages on standard error.
    pub err: bool,
}

/// Fills bytes with unpredictable ones. The first argument names the purpose, which only tests look
/// at.
pub type Entropy = Box<dyn FnMut(&'static str, &mut [u8])>;

/// Somebody who can be asked. Whoever leaves a question ends the program, or answers
/// [`io::ErrorKind::Interrupted`].
pub trait Person {
    /// Asks for a secret, which is not shown while it is typed.
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>>;
    /// Asks for a line of text. `words` complete what is typed.
    fn text(&mut self, prompt: &str, words: &[String]) -> io::Result<String>;
}

impl Host {
    /// A path as the person means it.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// An environment variable; empty is as good as unset.
    pub fn var(&self, name: &str) -> Option<&OsString> {
        self.env.get(name).filter(|value| !value.is_empty())
    }
}
