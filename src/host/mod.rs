//! The interface to the system: clock, entropy, terminal, files, environment. Every difference
//! between a terminal, a CI job and a test is in this layer. The layer contains nothing about
//! licenses.

pub mod files;
pub mod output_files;
pub mod pending;
mod real;
pub mod settings;
pub mod staged_file;
pub mod streamed_file;
mod temporary_file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use zeroize::Zeroizing;

pub use real::{fit, real};

/// The environment of a command.
pub struct Host {
    /// Clock.
    pub clock: Box<dyn Fn() -> Timestamp>,
    /// Source of random bytes.
    pub entropy: Entropy,
    /// Standard output, for data.
    pub out: Box<dyn Write>,
    /// Standard error, for messages.
    pub err: Box<dyn Write>,
    /// Standard input.
    pub input: Box<dyn Read>,
    /// Person at the terminal, if there is one.
    pub person: Option<Box<dyn Person>>,
    /// Arguments, starting with the name of the program.
    pub args: Vec<OsString>,
    /// Environment variables.
    pub env: BTreeMap<String, OsString>,
    /// Folder from which relative paths start.
    pub folder: PathBuf,
    /// Name of the user in the operating system.
    pub os_user: String,
    /// Width of the terminal on standard output, in columns.
    pub width: Option<u16>,
    /// True if standard error is a terminal.
    pub err_is_terminal: bool,
    /// Colors of data and messages, set after the arguments are read.
    pub color: Paint,
    /// Function that is called at points where a killed process matters, such as between a commit
    /// and a rename. Used by tests only.
    pub point: Box<dyn Fn(&str)>,
    /// Cost of the key derivation for a new private key: log2 N, r and p of scrypt (RFC 7914).
    pub key_cost: (u8, u32, u32),
}

/// The streams that are colored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// Data on standard output.
    pub out: bool,
    /// Messages on standard error.
    pub err: bool,
}

/// A function that fills a slice with random bytes. The first argument names the purpose, which
/// only tests use.
pub type Entropy = Box<dyn FnMut(&'static str, &mut [u8])>;

/// A person who answers prompts. An interrupted prompt ends the program or returns
/// [`io::ErrorKind::Interrupted`].
pub trait Person {
    /// Asks for a secret, which is not shown while it is typed.
    fn secret(&mut self, prompt: &str) -> io::Result<Zeroizing<String>>;
    /// Asks for a line of text. The Tab key completes the input with `words`.
    fn text(&mut self, prompt: &str, words: &[String]) -> io::Result<String>;
}

impl Host {
    /// Resolves a path relative to the folder of the command.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// Returns an environment variable. An empty variable counts as unset.
    pub fn var(&self, name: &str) -> Option<&OsString> {
        self.env.get(name).filter(|value| !value.is_empty())
    }
}
