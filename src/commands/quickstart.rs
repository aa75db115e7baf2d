//! `quickstart`: a demonstration of the first steps of a vendor. Each step is a command line that
//! is printed and run, so that the demonstration shows exactly what a user can type.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::arguments::quoted;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::{Error, ErrorCode};
use crate::host::files::{Access, Existing};
use crate::host::{Host, files, output_files};
use crate::ops::error::{Context as _, Result};

/// Create a demonstration home and show each step
///
/// Creates a test home with a product, modules, a customer, a license and a key set. Verifies the
/// license, and a copy of it with one changed character. Prints each command before it runs the
/// command. Asks no questions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia quickstart\n  licentia quickstart demo")]
pub struct Args {
    /// Folder, missing or empty [default: licentia-demo; if it is not empty, licentia-demo-2 and so
    /// on]
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The folder if the command line names none.
const FOLDER: &str = "licentia-demo";

/// The largest number that is appended to the name of a folder.
const MAX_NUMBER: u32 = 999;

/// Runs a command line and returns its exit status.
pub type RunCommand = fn(Vec<OsString>, &mut Host) -> u8;

pub fn run(
    args: &Args,
    run_command: RunCommand,
    context: &mut CommandContext<'_>,
) -> Result<Outcome> {
    let dir = folder(args.dir.as_deref(), context.host)?;
    if dir.as_os_str().as_encoded_bytes().starts_with(b"-") {
        return Err(Error::usage(format!(
            "the name of folder {} begins with a dash",
            dir.display()
        ))
        .hint(format!("`licentia quickstart {}`", quoted(&format!("./{}", dir.display()))))
        .into());
    }
    if context.format() == Format::Json {
        return Err(Error::usage("quickstart has no JSON output").hint("omit --json").into());
    }
    if context.is_dry() {
        return Ok(Outcome::done(format!("Would create a demonstration in {}", dir.display())));
    }
    let dir = dir
        .to_str()
        .ok_or_else(|| Error::usage("the name of the folder is not valid UTF-8"))?
        .to_owned();
    let (license, keyset, changed) =
        (format!("{dir}/nordwind.lic"), format!("{dir}/acme.keyset"), format!("{dir}/changed.lic"));
    let mut walk = Walk { context, run_command, home: dir.clone() };

    walk.comment(
        "A test home: a folder with a database, a root key, two signing keys and a key set. The \
         keys have no passphrase, because this is a demonstration.",
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
    walk.comment("The following commands use this home:")?;
    walk.shell(&format!("export LICENTIA_HOME={}", quoted(&dir)))?;

    walk.comment("A product and its modules. Modules form a tree.")?;
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

    walk.comment("A customer.")?;
    walk.step(
        &["customer", "add", "nordwind", "--name", "Nordwind AB", "--email", "it@nordwind.example"],
        0,
    )?;

    walk.comment("A license of ten seats for one year, in a signed file.")?;
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

    walk.comment(
        "The key set: the public keys that applications trust. An application contains the \
         thumbprint of the root key.",
    )?;
    walk.step(&["key", "publish", "--out", &keyset], 0)?;
    walk.step(&["key", "list"], 0)?;

    walk.comment("The license, verified as an application does it.")?;
    walk.step(&["verify", &license, "--keyset", &keyset, "--product", "work-management"], 0)?;

    walk.comment(&format!(
        "A changed license: {changed} is {license} with one changed character in its claims."
    ))?;
    walk.change(&license, &changed)?;
    walk.step(&["verify", &changed, "--keyset", &keyset], 4)?;

    walk.comment("The audit log: an entry for each change. The chain of its hashes is complete.")?;
    walk.step(&["audit", "list"], 0)?;
    walk.step(&["audit", "verify"], 0)?;
    walk.comment(&format!(
        "The demonstration is in {dir}; the folder can be deleted. Next: `licentia --help` lists \
         all commands."
    ))?;
    Ok(Outcome::default())
}

/// Returns the folder of the demonstration: the named one, else a free one.
///
/// # Errors
///
/// `would_overwrite` for a folder that is not empty.
fn folder(named: Option<&Path>, host: &Host) -> Result<PathBuf> {
    let name = named.unwrap_or(Path::new(FOLDER));
    if named.is_some() && files::is_empty(&host.path(name))? {
        return Ok(name.to_owned());
    }
    match free_folder(name, host) {
        Some(free) if named.is_none() => Ok(free),
        free => {
            let other = free.map_or("DIR".into(), |free| quoted(&free.display().to_string()));
            let message = format!("{} is not empty", name.display());
            Err(Error::new(ErrorCode::WouldOverwrite, message)
                .hint(format!("`licentia quickstart {other}` uses a new folder"))
                .into())
        }
    }
}

/// Returns the first of `NAME`, `NAME-2`, `NAME-3`, … that is missing or empty.
fn free_folder(name: &Path, host: &Host) -> Option<PathBuf> {
    let last = name.file_name()?;
    let numbered = (2..=MAX_NUMBER).map(|number| {
        let mut last = last.to_owned();
        last.push(format!("-{number}"));
        name.with_file_name(last)
    });
    // A file with the name cannot be used as a folder.
    let is_free = |folder: &PathBuf| files::is_empty(&host.path(folder)).unwrap_or(false);
    std::iter::once(name.to_owned()).chain(numbered).find(is_free)
}

struct Walk<'a, 'b> {
    context: &'a mut CommandContext<'b>,
    run_command: RunCommand,
    home: String,
}

impl Walk<'_, '_> {
    fn comment(&mut self, text: &str) -> Result<()> {
        self.print(&format!("\n# {text}\n"))
    }

    fn shell(&mut self, line: &str) -> Result<()> {
        self.print(&format!("$ {line}\n"))
    }

    fn print(&mut self, text: &str) -> Result<()> {
        let out = &mut self.context.host.out;
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .context("cannot write to standard output")
    }

    /// Prints a command line, runs it in the home of the demonstration, and prints its output.
    fn step(&mut self, args: &[&str], expected: u8) -> Result<()> {
        let line: Vec<String> = args.iter().map(|word| quoted(word)).collect();
        self.shell(&format!("licentia {}", line.join(" ")))?;
        let host = &mut *self.context.host;
        let outer = host.env.clone();
        host.env.retain(|name, _| !name.starts_with("LICENTIA_"));
        host.env.insert("LICENTIA_HOME".into(), OsString::from(&self.home));
        // Messages are printed under the command, on standard output.
        let message = Shared::default();
        let err = std::mem::replace(&mut host.err, Box::new(message.clone()));
        let status = (self.run_command)(
            std::iter::once("licentia").chain(args.iter().copied()).map(OsString::from).collect(),
            host,
        );
        (host.env, host.err) = (outer, err);
        self.print(&message.take())?;
        if expected != 0 {
            self.print(&format!("(exit status {status})\n"))?;
        }
        if status != expected {
            return Err(Error::new(
                ErrorCode::Io,
                format!(
                    "the demonstration failed: `licentia {}` ended with exit status {status}",
                    args.join(" ")
                ),
            )
            .into());
        }
        Ok(())
    }

    /// Writes a copy of a license with one changed character in the middle of its claims.
    fn change(&mut self, from: &str, to: &str) -> Result<()> {
        let host = &mut *self.context.host;
        let mut bytes = files::read(&host.path(from.as_ref()), licentia_runtime::MAX_TEXT)?;
        let dots: Vec<usize> = bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b'.')
            .map(|(place, _)| place)
            .collect();
        let [first, second] = dots[..] else {
            return Err(Error::new(
                ErrorCode::Corrupt,
                "the license is not a token of three parts",
            )
            .into());
        };
        let middle = &mut bytes[first.midpoint(second)];
        *middle = if *middle == b'A' { b'B' } else { b'A' };
        Ok(output_files::write(&host.path(to.as_ref()), &bytes, Access::Public, Existing::Keep)?)
    }
}

/// A stream whose content is read after the command has ended.
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
