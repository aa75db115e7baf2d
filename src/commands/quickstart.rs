//! `quickstart`: what a new vendor does on the first day, each command shown as it runs. It goes
//! through the front door: every step is a command line that anybody can type.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;

use crate::cli::arguments::quoted;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::{Error, ErrorCode};
use crate::host::files::{Access, Existing};
use crate::host::{Host, files, output_files};
use crate::ops::error::{Context as _, Result};

/// Show a small vendor from nothing to checked files
///
/// Makes a test home in a folder, a product with modules, a customer, a license and the key set,
/// checks the license, and shows what a one-byte change in the file gets. Each command is shown
/// before it runs; nothing is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia quickstart demo")]
pub struct Args {
    /// The folder; it must be missing or empty
    #[arg(value_name = "DIR", default_value = "licentia-demo")]
    dir: PathBuf,
}

/// Runs a command line and returns its exit status.
pub type RunCommand = fn(Vec<OsString>, &mut Host) -> u8;

pub fn run(
    args: &Args,
    run_command: RunCommand,
    command: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let folder = command.host.path(&args.dir);
    if !files::is_empty(&folder)? {
        return Err(Error::new(
            ErrorCode::WouldOverwrite,
            format!("{} is not empty", args.dir.display()),
        )
        .hint("name a new folder: licentia quickstart DIR")
        .into());
    }
    if args.dir.as_os_str().as_encoded_bytes().starts_with(b"-") {
        return Err(Error::usage("the folder's name begins with a dash")
            .hint("write it with ./ before")
            .into());
    }
    if command.format() == Format::Json {
        return Err(Error::usage("quickstart is for people, and prints no JSON")
            .hint("leave --json out")
            .into());
    }
    if command.is_dry() {
        return Ok(Outcome::done(format!("Would make a demonstration in {}", args.dir.display())));
    }
    let dir = args
        .dir
        .to_str()
        .ok_or_else(|| Error::usage("the folder's name is not UTF-8 text"))?
        .to_owned();
    let (license, keyset, changed) =
        (format!("{dir}/nordwind.lic"), format!("{dir}/acme.keyset"), format!("{dir}/changed.lic"));
    let mut walk = Walk { command, run_command, home: dir.clone() };

    walk.tell(
        "A test home: a database, a root, two signing keys, the first key set. Plain keys, because \
         this is a demonstration.",
    )?;
    walk.step(
        &[
            "init",
            &dir,
            "--vendor",
            "Acme AB",
            "--issuer",
            "https://acme.example/licensing",
            "--test",
            "--no-passphrase",
        ],
        0,
    )?;
    walk.tell("The other commands work in that home:")?;
    walk.shell(&format!("export LICENTIA_HOME={}", quoted(&dir)))?;

    walk.tell("What is sold: a product and its modules, a tree.")?;
    walk.step(
        &[
            "product",
            "add",
            "work-management",
            "--name",
            "Work Management",
            "--allow-login",
            "--grace",
            "14d",
        ],
        0,
    )?;
    walk.step(&["module", "add", "work-management", "calculator", "--name", "Calculator"], 0)?;
    walk.step(
        &[
            "module",
            "add",
            "work-management",
            "calculator.pro",
            "--parent",
            "calculator",
            "--name",
            "Calculator Pro",
        ],
        0,
    )?;
    walk.step(&["module", "add", "work-management", "reports", "--name", "Reports"], 0)?;
    walk.step(&["module", "list", "work-management"], 0)?;

    walk.tell("Who buys.")?;
    walk.step(
        &["customer", "add", "nordwind", "--name", "Nordwind AB", "--email", "it@nordwind.example"],
        0,
    )?;

    walk.tell("A license of ten seats for a year, in a signed file.")?;
    let modules = "calculator,calculator.pro=500";
    walk.step(
        &[
            "license",
            "issue",
            "--customer",
            "nordwind",
            "--product",
            "work-management",
            "--seats",
            "10",
            "--modules",
            modules,
            "--term",
            "1y",
            "--reference",
            "ORDER-1",
            "--out",
            &license,
        ],
        0,
    )?;
    walk.step(&["license", "show", "ref:ORDER-1"], 0)?;

    walk.tell(
        "The key set is what the application trusts; it pins the root's thumbprint in its source.",
    )?;
    walk.step(&["key", "publish", "--out", &keyset], 0)?;
    walk.step(&["key", "list"], 0)?;

    walk.tell("The license as the application sees it.")?;
    walk.step(&["verify", &license, "--keyset", &keyset, "--product", "work-management"], 0)?;

    walk.tell(&format!(
        "One byte of it changed: {changed} is {license} with one character of its claims flipped."
    ))?;
    walk.change(&license, &changed)?;
    walk.step(&["verify", &changed, "--keyset", &keyset], 4)?;

    walk.tell("Everything that happened is in the log, and the log is whole.")?;
    walk.step(&["audit", "list"], 0)?;
    walk.step(&["audit", "verify"], 0)?;
    walk.tell(&format!("All of this is in {dir}. `licentia --help` shows what else there is."))?;
    Ok(Outcome::default())
}

struct Walk<'a, 'b> {
    command: &'a mut CommandContext<'b>,
    run_command: RunCommand,
    home: String,
}

impl Walk<'_, '_> {
    fn tell(&mut self, text: &str) -> Result<()> {
        self.print(&format!("\n# {text}\n"))
    }

    fn shell(&mut self, line: &str) -> Result<()> {
        self.print(&format!("$ {line}\n"))
    }

    fn print(&mut self, text: &str) -> Result<()> {
        let out = &mut self.command.host.out;
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .context("cannot write to standard output")
    }

    /// Shows a command line, runs it in the demonstration's home, and shows what it says where the
    /// command was shown.
    fn step(&mut self, args: &[&str], expected: u8) -> Result<()> {
        let line: Vec<String> = args.iter().map(|word| quoted(word)).collect();
        self.shell(&format!("licentia {}", line.join(" ")))?;
        let host = &mut *self.command.host;
        let outer = host.env.clone();
        host.env.retain(|name, _| !name.starts_with("LICENTIA_"));
        host.env.insert("LICENTIA_HOME".into(), OsString::from(&self.home));
        // What a command says beside its data belongs under the command here, not on another
        // stream.
        let said = Shared::default();
        let err = std::mem::replace(&mut host.err, Box::new(said.clone()));
        let status = (self.run_command)(
            std::iter::once("licentia").chain(args.iter().copied()).map(OsString::from).collect(),
            host,
        );
        (host.env, host.err) = (outer, err);
        self.print(&said.take())?;
        if expected != 0 {
            self.print(&format!("(exit status {status})\n"))?;
        }
        if status != expected {
            return Err(Error::new(
                ErrorCode::Io,
                format!(
                    "the demonstration ended at `licentia {}` with exit status {status}",
                    args.join(" ")
                ),
            )
            .into());
        }
        Ok(())
    }

    /// Flips one character in the middle of a license's claims.
    fn change(&mut self, from: &str, to: &str) -> Result<()> {
        let host = &mut *self.command.host;
        let mut bytes = files::read(&host.path(from.as_ref()), licentia_runtime::MAX_TEXT)?;
        let dots: Vec<usize> = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b'.')
            .map(|(place, _)| place)
            .collect();
        let [first, second] = dots[..] else {
            return Err(Error::new(ErrorCode::Corrupt, "the license is not a signed text").into());
        };
        let middle = &mut bytes[first.midpoint(second)];
        *middle = if *middle == b'A' { b'B' } else { b'A' };
        Ok(output_files::write(&host.path(to.as_ref()), &bytes, Access::Public, Existing::Keep)?)
    }
}

/// A stream that is read when the command has ended.
#[derive(Clone, Default)]
struct Shared(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

impl Shared {
    fn take(&self) -> String {
        String::from_utf8_lossy(&self.0.take()).into_owned()
    }
}

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
