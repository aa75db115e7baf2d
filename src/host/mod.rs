//! The doors to the outside: clock, entropy, terminal, files, environment. Everything that differs between a person's
//! terminal, a CI job and a test comes in here and nowhere else. The room knows nothing of licenses.

pub mod files;
mod real;
pub mod settings;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use zeroize::Zeroizing;

pub use real::real;

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
    /// How costly a guess at a new key's passphrase is made: scrypt's log2 N, r, p.
    pub key_cost: (u8, u32, u32),
}

/// What fills bytes with unpredictable ones.
pub type Entropy = Box<dyn FnMut(&mut [u8])>;

/// Somebody who can be asked.
pub trait Person {
    /// Asks for a secret, which is not shown while it is typed.
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>>;
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
