//! A home for the real program, for tests that need several processes.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder in which the real program runs without any environment variable.
pub struct ProgramHome(tempfile::TempDir);

impl ProgramHome {
    /// Creates an empty folder.
    pub fn empty() -> ProgramHome {
        ProgramHome(tempfile::tempdir().expect("a folder"))
    }

    /// Creates a test home with plain keys, a product `p` and a customer `c`.
    pub fn new() -> ProgramHome {
        let home = ProgramHome::empty();
        home.ok(&["init", "--vendor", "Acme", "--test", "--no-passphrase"]);
        home.ok(&["product", "add", "p", "--name", "P"]);
        home.ok(&["customer", "add", "c", "--name", "C"]);
        home
    }

    /// Returns a path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Returns a command that runs the program in the folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_licentia"));
        command.args(args).current_dir(self.0.path()).env_clear().stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Output {
        let output = self.command(args).output().expect("started");
        let words: Vec<OsString> = ["licentia"].iter().chain(args).map(OsString::from).collect();
        super::answers::check(&words, &output.stdout, &String::from_utf8_lossy(&output.stderr));
        output
    }

    /// Runs the program with a standard output that has no reader.
    pub fn closed(&self, args: &[&str]) -> Output {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = self.command(args);
        let child = command.stdout(writer).stderr(Stdio::piped()).spawn().expect("started");
        child.wait_with_output().expect("ended")
    }

    /// Runs a command that must succeed.
    pub fn ok(&self, args: &[&str]) -> Output {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        output
    }
}
