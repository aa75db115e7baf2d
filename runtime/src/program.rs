//! The program `licentia-container` for the customer's administrator: request, apply, receipt,
//! show. Data goes to standard output, messages go to standard error. The environment is an
//! argument, so that a test controls it.

#![cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "members of JSON objects, which are created if they are missing"
    )
)]

use std::ffi::OsString;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser, Subcommand};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::code::{VerdictCode, VerifyError};
use crate::container::{Applied, Disk, Fault, Folder, Linux, Machine, Order, System};
use crate::jws;
use crate::keyset::KeySet;
use crate::license::{Binding, Policy};

/// A function that fills a slice with random bytes.
pub type Random = Box<dyn FnMut(&mut [u8])>;

/// The environment of a command: arguments, clock, files and streams.
pub struct Host {
    /// Arguments, starting with the name of the program.
    pub args: Vec<OsString>,
    /// Clock, in seconds since 1970.
    pub clock: Box<dyn Fn() -> i64>,
    /// Value of `LICENTIA_NOW`, which replaces the clock for test folders.
    pub now: Option<OsString>,
    /// Function that fills a slice with random bytes.
    pub entropy: Random,
    /// Folder from which relative paths start.
    pub folder: PathBuf,
    /// File system.
    pub disk: Box<dyn Disk>,
    /// Properties of the computer.
    pub machine: Box<dyn Machine>,
    /// Standard input.
    pub input: Box<dyn io::Read>,
    /// Standard output, for data.
    pub out: Box<dyn Write>,
    /// Standard error, for messages.
    pub err: Box<dyn Write>,
}

impl Host {
    /// Returns the environment of this process.
    ///
    /// # Errors
    ///
    /// The current folder cannot be read.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads clock, environment, folder and entropy"
    )]
    #[expect(clippy::expect_used, reason = "a system without entropy has no keys either")]
    pub fn real() -> io::Result<Host> {
        Ok(Host {
            args: std::env::args_os().collect(),
            clock: Box::new(|| Timestamp::now().as_second()),
            now: std::env::var_os("LICENTIA_NOW").filter(|now| !now.is_empty()),
            entropy: Box::new(|bytes| getrandom::fill(bytes).expect("the system has entropy")),
            folder: std::env::current_dir()?,
            disk: Box::new(System),
            machine: Box::new(Linux::default()),
            input: Box::new(io::stdin()),
            out: Box::new(io::stdout()),
            err: Box::new(io::stderr()),
        })
    }
}

/// Manage the license container of this computer
///
/// A container is a folder with a key pair; the private key never leaves the folder. A request
/// registers the container with the vendor, an update from the vendor sets the contents of the
/// container, and a receipt reports the contents to the vendor. All three are files that can be
/// sent by mail.
#[derive(Debug, Parser)]
#[command(
    name = "licentia-container",
    version,
    subcommand_required = true,
    arg_required_else_help = true
)]
#[command(after_help = "Exit status: 0 success, 1 refused by a rule, 2 wrong usage, 3 not found, \
        4 invalid file, 5 system error (file, disk), 70 defect of the program.")]
struct Cli {
    /// Print one JSON document
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Create the container if it does not exist, and write a request for the vendor
    ///
    /// The request contains salted hashes of properties of this computer, such as the machine id
    /// and the serial of the first disk, and the public key of a key pair that is
    /// created here. The request contains only properties that every user of this computer may
    /// read, unless --privileged is given.
    #[command(after_help = "Example:\n  licentia-container request --folder /var/lib/acme --root \
            GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA --out press.ctx")]
    Request {
        #[command(flatten)]
        folder: FolderArg,
        /// Thumbprint of the vendor's root key, as printed in the vendor's manual
        #[arg(long, value_name = "THUMBPRINT", required_unless_present = "keyset", value_parser = thumbprint)]
        root: Option<String>,
        /// Key set file of the vendor, instead of --root; required after a change of the root key
        #[arg(long, value_name = "FILE")]
        keyset: Option<PathBuf>,
        /// Create a container of a test vendor, which accepts only test files
        #[arg(long)]
        test: bool,
        /// Hardware serial of the dongle on which the folder is
        #[arg(long, value_name = "SERIAL")]
        hardware: Option<String>,
        /// Include properties that not every user may read; the application must run as a user who
        /// may read them
        #[arg(long, conflicts_with = "hardware")]
        privileged: bool,
        #[command(flatten)]
        out: Out,
    },
    /// Apply an update from the vendor, completely or not at all
    #[command(
        after_help = "Example:\n  licentia-container apply --folder /var/lib/acme K-4T9WX-C0MR7.upd"
    )]
    Apply {
        #[command(flatten)]
        folder: FolderArg,
        /// Update file; - for standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write a receipt, which reports the contents of the container to the vendor
    #[command(after_help = "Example:\n  licentia-container receipt --folder /var/lib/acme --out \
            press-receipt.ctx")]
    Receipt {
        #[command(flatten)]
        folder: FolderArg,
        #[command(flatten)]
        out: Out,
    },
    /// Show the container and its licenses, and check that they are valid on this computer
    #[command(after_help = "Example:\n  licentia-container show --folder /var/lib/acme")]
    Show {
        #[command(flatten)]
        folder: FolderArg,
    },
}

#[derive(Debug, clap::Args)]
struct FolderArg {
    /// Folder of the container
    #[arg(long = "folder", value_name = "DIR")]
    dir: PathBuf,
}

#[derive(Debug, clap::Args)]
struct Out {
    /// Output file; - for standard output
    #[arg(long = "out", value_name = "FILE")]
    to: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

fn thumbprint(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.len() == 43 && text.chars().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("a thumbprint has 43 characters of A-Z, a-z, 0-9, - and _".to_owned())
    }
}

/// Returns the arguments of the program, for the man pages.
pub fn command() -> clap::Command {
    Cli::command()
}

/// The answer of a command: lines of text, warnings, and a JSON object.
struct Answer {
    messages: Vec<String>,
    warned: Vec<String>,
    object: Value,
    text: Option<String>,
}

/// The reason why a command failed.
enum No {
    Fault(Fault),
    Other { code: &'static str, exit: u8, message: String, hint: Option<String> },
}

impl From<Fault> for No {
    fn from(fault: Fault) -> No {
        No::Fault(fault)
    }
}

impl From<VerifyError> for No {
    fn from(error: VerifyError) -> No {
        No::Fault(error.into())
    }
}

fn usage(message: impl Into<String>, hint: &str) -> No {
    No::Other { code: "usage", exit: 2, message: message.into(), hint: Some(hint.to_owned()) }
}

/// Runs one command and returns its exit status.
pub fn run(host: &mut Host) -> u8 {
    let args = std::mem::take(&mut host.args);
    let json = args.iter().any(|arg| arg == "--json");
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return misread(host, &error, json),
    };
    match answer(host, &cli) {
        Ok(answer) => print(host, &answer, cli.json),
        Err(no) => refuse(host, no, cli.json),
    }
}

fn misread(host: &mut Host, error: &clap::Error, json: bool) -> u8 {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return finish(host.out.write_all(text.as_bytes()));
    }
    if json {
        let lines = text
            .trim_start_matches("error: ")
            .lines()
            .map(str::trim)
            .take_while(|line| !line.is_empty());
        let message = lines.collect::<Vec<_>>().join(" ");
        return refuse(
            host,
            usage(message, "`licentia-container --help` lists the commands"),
            true,
        );
    }
    let _ = host.err.write_all(text.as_bytes());
    2
}

/// Returns the exit status after a write to standard output. A closed pipe is not an error.
fn finish(written: io::Result<()>) -> u8 {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 5,
        _ => 0,
    }
}

fn print(host: &mut Host, answer: &Answer, json: bool) -> u8 {
    for line in &answer.warned {
        let _ = writeln!(host.err, "warning: {line}");
    }
    let text = match &answer.text {
        Some(text) => text.clone(),
        None if json => format!("{:#}\n", answer.object),
        None => answer.messages.iter().map(|line| format!("{line}\n")).collect(),
    };
    finish(host.out.write_all(text.as_bytes()).and_then(|()| host.out.flush()))
}

fn refuse(host: &mut Host, no: No, json: bool) -> u8 {
    let (code, exit, message, hint) = match no {
        No::Fault(fault) => {
            (fault.code(), fault.exit(), fault.to_string(), fault.hint().map(str::to_owned))
        }
        No::Other { code, exit, message, hint } => (code, exit, message, hint),
    };
    let message = crate::code::printable(message);
    let text = if json {
        format!("{}\n", json!({"error": {"code": code, "message": message, "hint": hint}}))
    } else {
        let hint = hint.map(|hint| format!("hint: {hint}\n")).unwrap_or_default();
        format!("error: {message} ({code})\n{hint}")
    };
    let _ = host.err.write_all(text.as_bytes());
    exit
}

fn answer(host: &mut Host, cli: &Cli) -> Result<Answer, No> {
    match &cli.verb {
        Verb::Request { folder, root, keyset, test, hardware, privileged, out } => {
            check_out(host, &folder.dir, out, cli.json)?;
            let now = now(host, *test)?;
            let keyset = keyset.as_ref().map(|path| read(host, path)).transpose()?;
            let keyset = keyset
                .map(|bytes| jws::clean(&bytes).map(std::borrow::Cow::into_owned))
                .transpose()?;
            let first =
                keyset.as_ref().map(|text| KeySet::first_root(text.as_bytes())).transpose()?;
            let root = match (root, &first) {
                (Some(root), Some(first)) if root != first => {
                    let message =
                        format!("the first root key of the key set is {first}, not {root}");
                    return Err(usage(
                        message,
                        "give only --root, or only --keyset if the vendor changed the root key",
                    ));
                }
                (Some(root), _) | (None, Some(root)) => root.clone(),
                (None, None) => {
                    return Err(usage(
                        "no root key is given",
                        "give the root key of the vendor with --root THUMBPRINT",
                    ));
                }
            };
            if hardware.as_deref().is_some_and(|serial| serial.trim().is_empty()) {
                return Err(usage(
                    "the hardware serial is empty",
                    "give the serial that the manufacturer stored in the dongle",
                ));
            }
            let found = host.machine.properties(!privileged);
            let order = Order {
                root: &root,
                keyset: keyset.as_deref(),
                test: *test,
                hardware: hardware.as_deref().map(str::trim),
            };
            let path = host.folder.join(&folder.dir);
            let text =
                Folder::request(&*host.disk, &path, &order, &found, now, &mut *host.entropy)?;
            let opened = Folder::open(&*host.disk, &path, now)?;
            let names: Vec<String> = if hardware.is_some() {
                Vec::new()
            } else {
                opened.found(&found).properties.into_keys().collect()
            };
            let known = match hardware {
                Some(hardware) => format!("Hardware serial of the dongle: {hardware}"),
                None => format!("Properties of this computer: {}", names.join(", ")),
            };
            let messages = vec![known, format!("Key of the container: {}", opened.kid())];
            let object = json!({"folder": shown(&folder.dir), "root": root, "key": opened.kid(), "properties": names, "hardware": hardware, "test": test});
            emit(host, out, &text, messages, object, "send the request to the vendor")
        }
        Verb::Apply { folder, file } => {
            let path = host.folder.join(&folder.dir);
            let now = now(host, is_test(host, &path))?;
            let raw = read(host, file)?;
            let (opened, applied) = Folder::apply(&*host.disk, &path, &raw, now)?;
            let (serial, at) = (
                opened.serial().unwrap_or_default().to_owned(),
                opened.counter().unwrap_or_default(),
            );
            let holds = count(opened.licenses().len(), "license");
            let mut object = object(&folder.dir, &opened);
            object["applied"] = (applied == Applied::Now).into();
            object["warning"] = if applied == Applied::Now {
                Value::Null
            } else {
                VerdictCode::AlreadyApplied.as_str().into()
            };
            let (mut messages, warned) = match applied {
                Applied::Now => (
                    vec![format!("Applied update {at} to container {serial}: {holds}")],
                    Vec::new(),
                ),
                Applied::Already { at } => {
                    let warned = format!(
                        "no change: container {serial} already has update {at}, and the file is \
                         not newer (already_applied)"
                    );
                    (Vec::new(), vec![warned])
                }
            };
            messages.extend(opened.blocked().map(|code| {
                format!(
                    "Container {serial} is blocked by the vendor ({code}). Next: ask the vendor for \
                     the reason"
                )
            }));
            Ok(Answer { messages, warned, object, text: None })
        }
        Verb::Receipt { folder, out } => {
            check_out(host, &folder.dir, out, cli.json)?;
            let path = host.folder.join(&folder.dir);
            let now = now(host, is_test(host, &path))?;
            let found = host.machine.properties(false);
            let text = Folder::receipt(&*host.disk, &path, &found, now, &mut *host.entropy)?;
            let opened = Folder::open(&*host.disk, &path, now)?;
            let (serial, at) =
                (opened.serial().unwrap_or_default(), opened.counter().unwrap_or_default());
            let messages = vec![format!(
                "Receipt of container {serial}, update {at}: {}",
                count(opened.licenses().len(), "license")
            )];
            let object = object(&folder.dir, &opened);
            emit(host, out, &text, messages, object, "send the receipt to the vendor")
        }
        Verb::Show { folder } => {
            let path = host.folder.join(&folder.dir);
            let now = now(host, is_test(host, &path))?;
            let opened = Folder::open(&*host.disk, &path, now)?;
            Ok(show(host, &folder.dir, &opened, now))
        }
    }
}

/// Returns the instant of the command. Only a test folder accepts `LICENTIA_NOW`.
fn now(host: &Host, test: bool) -> Result<i64, No> {
    match &host.now {
        None => Ok((host.clock)()),
        Some(instant) if test => {
            let text = instant.to_string_lossy();
            let read = text.parse::<Timestamp>();
            read.map(Timestamp::as_second).map_err(|_| {
                usage(
                    format!("LICENTIA_NOW is {text:?}, which is not an instant"),
                    "set LICENTIA_NOW to an instant such as 2026-11-21T10:00:00Z",
                )
            })
        }
        Some(_) => Err(usage(
            "LICENTIA_NOW is set, and the container is not a test container",
            "unset LICENTIA_NOW; only a container that was created with --test uses LICENTIA_NOW",
        )),
    }
}

/// Returns true if the folder is a test folder, or is missing. Opening the folder later checks it
/// completely.
fn is_test(host: &Host, path: &Path) -> bool {
    let stored = host.disk.read(&path.join(crate::container::STATE), crate::container::MOST);
    stored.map_or(true, |stored| {
        serde_json::from_slice::<Value>(&stored).is_ok_and(|stored| stored["test"] == true)
    })
}

fn read(host: &mut Host, path: &Path) -> Result<Vec<u8>, No> {
    let at = host.folder.join(path);
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let most = u64::try_from(jws::MAX_BUNDLE).unwrap_or(u64::MAX).saturating_add(1);
        (&mut host.input).take(most).read_to_end(&mut bytes).map(|_| bytes)
    } else {
        host.disk.read(&at, jws::MAX_BUNDLE)
    };
    bytes.map_err(|error| {
        let why = if error.kind() == io::ErrorKind::NotFound {
            "no such file".to_owned()
        } else {
            error.to_string()
        };
        No::Other {
            code: "io",
            exit: 5,
            message: format!("cannot read {}: {why}", shown(path)),
            hint: None,
        }
    })
}

/// Checks that the output file can be written, before any change.
fn check_out(host: &Host, folder: &Path, out: &Out, json: bool) -> Result<(), No> {
    if out.to == Path::new("-") {
        let both = || {
            usage("--out - and --json both write to standard output", "give --out FILE with --json")
        };
        return if json { Err(both()) } else { Ok(()) };
    }
    let at = host.folder.join(&out.to);
    let above = |path: &Path| path.parent().and_then(|above| above.canonicalize().ok());
    let own = [crate::container::KEY, crate::container::STATE]
        .map(|name| host.folder.join(folder).join(name));
    if own.iter().any(|own| {
        own.file_name() == at.file_name() && above(own).is_some() && above(own) == above(&at)
    }) {
        let message =
            format!("{} is a file of the container and cannot be overwritten", shown(&out.to));
        return Err(No::Other {
            code: "would_overwrite",
            exit: 5,
            message,
            hint: Some("choose another file for --out".to_owned()),
        });
    }
    if at.is_dir() || !out.force && at.is_file() {
        let (state, hint) = if at.is_dir() {
            ("is a folder", "give --out FILE")
        } else {
            ("already exists", "--force overwrites an existing file")
        };
        let message = format!("{} {state}", shown(&out.to));
        return Err(No::Other {
            code: "would_overwrite",
            exit: 5,
            message,
            hint: Some(hint.to_owned()),
        });
    }
    Ok(())
}

fn emit(
    host: &mut Host,
    out: &Out,
    text: &str,
    mut messages: Vec<String>,
    mut object: Value,
    then: &str,
) -> Result<Answer, No> {
    if out.to == Path::new("-") {
        return Ok(Answer {
            messages: Vec::new(),
            warned: Vec::new(),
            object,
            text: Some(text.to_owned()),
        });
    }
    let at = host.folder.join(&out.to);
    host.disk.put(&at, text.as_bytes(), out.force).map_err(|error| {
        let full = error.kind() == io::ErrorKind::StorageFull;
        let why = if full { "the disk is full".to_owned() } else { error.to_string() };
        No::Other {
            code: "io",
            exit: 5,
            message: format!("cannot write {}: {why}", shown(&out.to)),
            hint: Some("the container is intact; repeat the command".to_owned()),
        }
    })?;
    messages.push(format!("Wrote {}. Next: {then}", shown(&out.to)));
    object["file"] = json!({"path": shown(&out.to)});
    Ok(Answer { messages, warned: Vec::new(), object, text: None })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn object(path: &Path, folder: &Folder) -> Value {
    json!({
        "folder": shown(path), "container": folder.serial(), "counter": folder.counter(),
        "blocked": folder.blocked(),
        "key": folder.kid(), "root": folder.root(), "hardware": folder.hardware(),
        "test": folder.is_test(),
        "licenses": folder.licenses().iter().map(|license| license.claims().sub.clone()).collect::<Vec<_>>(),
    })
}

fn show(host: &Host, path: &Path, folder: &Folder, now: i64) -> Answer {
    let device = folder.found(&host.machine.properties(false));
    let mut messages = vec![match (folder.serial(), folder.counter()) {
        (Some(serial), Some(counter)) => format!("Container {serial}, update {counter}"),
        _ => "New container without an update".to_owned(),
    }];
    let kind = if folder.is_test() { " (test)" } else { "" };
    messages.push(format!("Key {}, root key of the vendor {}{kind}", folder.kid(), folder.root()));
    messages.extend(
        folder.hardware().map(|hardware| format!("Hardware serial of the dongle: {hardware}")),
    );
    messages.extend(folder.blocked().map(|code| format!("Blocked by the vendor ({code})")));
    let policy = Policy::at(now).binding(Binding::Device(&device)).statuses(folder.statuses());
    let mut licenses = Vec::new();
    for (license, text) in folder.licenses().iter().zip(folder.texts()) {
        let claims = license.claims();
        let judged = folder.keys().map(|keys| keys.license(text.as_bytes(), &policy));
        let (code, message) = match judged {
            _ if folder.blocked().is_some() => {
                (Some(VerdictCode::Blocked.as_str()), "the container is blocked".to_owned())
            }
            Some(Ok(good)) => match good.warnings().first() {
                Some(warning) => (Some(warning.code.as_str()), warning.message.clone()),
                None => (None, "valid on this computer".to_owned()),
            },
            Some(Err(error)) => (Some(error.code.as_str()), error.message),
            None => (None, String::new()),
        };
        let ends =
            claims.exp.and_then(|exp| Timestamp::from_second(exp).ok()).map(|exp| exp.to_string());
        messages.push(format!(
            "  {} {}, {}, {}: {}",
            claims.sub,
            claims.product.name,
            count(usize::try_from(claims.seats).unwrap_or(usize::MAX), "seat"),
            ends.as_ref().map_or("no end".to_owned(), |ends| format!("expires {ends}")),
            code.map_or_else(|| message.clone(), |code| format!("{message} ({code})"))
        ));
        licenses.push(json!({
            "serial": claims.sub, "product": claims.product.code, "revision": claims.revision,
            "seats": claims.seats,
            "expires_at": ends, "code": code, "message": message,
        }));
    }
    let mut object = object(path, folder);
    object["licenses"] = licenses.into();
    object["properties"] = device.properties.keys().cloned().collect::<Vec<_>>().into();
    let messages = messages.iter().map(|line| crate::code::printable(line.clone())).collect();
    Answer { messages, warned: Vec::new(), object, text: None }
}
