//! The command context, which is passed to every verb: the host, the global options and, on
//! request, the home. It finds the home, opens the database, reads the clock, unlocks keys, and
//! writes emitted files.

use std::io::Write;
use std::path::{Path, PathBuf};

use licentia_runtime::{Kind, inspect, texts};
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::cli::arguments::{Globals, Out};
use crate::cli::key_files::{KeyFiles, anchor_path};
use crate::cli::render;
use crate::cli::render::{Format, Manner};
use crate::domain::audit::{Author, ProcessName};
use crate::domain::key::Key;
use crate::domain::license::terms::Terms;
use crate::domain::time::{Timestamp, parse_instant, whole_second};
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode, Warning, WarningCode};
use crate::host::files;
use crate::host::files::{Access, Existing};
use crate::host::output_files;
use crate::host::output_files::OutputTarget;
use crate::host::streamed_file;
use crate::host::{Host, Person, settings};
use crate::ops::error::{Context as _, Failure, Result};
use crate::signing::{Passphrase, Signer};
use crate::store::{Reader, SchemaCheck, Store};

/// The name of the settings file. A folder with this file is a home.
pub const SETTINGS: &str = "licentia.toml";
/// The name of the database file in a home.
pub const DATABASE: &str = "licentia.db";
/// The name of the folder of private keys in a home.
pub const KEYS: &str = "keys";

/// The command context, which is passed to every verb.
pub struct CommandContext<'a> {
    /// The operating system: streams, files, clock and environment.
    pub host: &'a mut Host,
    /// The global options.
    pub globals: Globals,
    /// The passphrases that unlock keys, after they were read: standard input can be read only
    /// once.
    pub unlocking: Option<Vec<Passphrase>>,
    /// The unlocked keys. A command asks for the passphrase of a key only once.
    pub unlocked: Vec<Signer>,
    /// The thumbprints of the keys about whose missing anchor file a warning was shown.
    pub unanchored: Vec<String>,
    /// The name of the process in audit entries, unless `LICENTIA_PROCESS` names another.
    process: ProcessName,
    input_is_read: bool,
    preferred: Option<Format>,
    warnings: Vec<Warning>,
}

/// The preferences of a home. Facts are in the database.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The output format of data.
    pub format: Option<Format>,
    /// The defaults for new licenses, below those of the product.
    pub license: Terms,
}

/// An open home.
#[derive(Debug)]
pub struct Home {
    /// The folder of the home.
    pub folder: PathBuf,
    /// The vendor that owns the home.
    pub vendor: Vendor,
    /// The preferences of the home.
    pub settings: Settings,
    /// The instant at which this command opened the home; after an execution, the instant of the
    /// change, which is read under the lock.
    pub now: Timestamp,
    /// The database.
    pub store: Store,
    /// The author of the audit entries.
    pub author: Author,
    /// The files of the private keys.
    pub key_files: KeyFiles,
}

impl Home {
    /// Returns the reader of the database.
    pub fn reader(&self) -> Reader<'_> {
        self.store.reader()
    }

    /// Returns the path of a private key, even if the file is missing. For a root key, `--root-key`
    /// has priority.
    pub fn key_file(&self, key: &Key) -> PathBuf {
        self.key_files.path(key)
    }

    /// Returns whether the file of a private key exists.
    pub fn has_key(&self, key: &Key) -> bool {
        self.key_files.has(key)
    }

    /// Refuses to sign in a live home whose clock is behind the database. A file with an earlier
    /// date could outlive its revocation.
    pub fn check_clock(&self) -> Result<()> {
        crate::ops::execute::check_clock(self.reader(), &self.vendor, self.now)
    }
}

impl<'a> CommandContext<'a> {
    /// Returns the context of one command.
    pub fn new(host: &'a mut Host, globals: Globals) -> CommandContext<'a> {
        CommandContext {
            host,
            globals,
            unlocking: None,
            unlocked: Vec::new(),
            unanchored: Vec::new(),
            process: ProcessName::program(),
            input_is_read: false,
            preferred: None,
            warnings: Vec::new(),
        }
    }

    /// Returns the output format: the requested one, else that of the home.
    pub fn format(&self) -> Format {
        if self.globals.json {
            Format::Json
        } else {
            self.globals.format.or(self.preferred).unwrap_or_default()
        }
    }

    /// Returns the output options of the answer.
    pub fn manner(&self) -> Manner {
        Manner { format: self.format(), quiet: self.globals.quiet, verbose: self.globals.verbose }
    }

    /// Shows a warning on standard error at once. The answer for machines repeats it.
    pub fn warn(&mut self, code: WarningCode, message: impl Into<String>) {
        let warning = Warning::new(code, message);
        render::warn(self.host, &warning.message);
        self.warnings.push(warning);
    }

    /// Takes the warnings that were shown.
    pub fn warnings(&mut self) -> Vec<Warning> {
        std::mem::take(&mut self.warnings)
    }

    /// Shows a person at a prompt that the typed value is wrong. JSON does not contain this
    /// warning, because the prompt is repeated.
    pub fn print_warning(&mut self, line: &str) {
        render::warn(self.host, line);
    }

    /// Prints a detail on standard error if `--verbose` is given.
    pub fn detail(&mut self, line: &str) {
        if self.globals.verbose {
            render::note(self.host, &format!("detail: {line}"));
        }
    }

    /// Returns the person at the terminal; `None` without a terminal or with `--no-input`.
    pub fn person(&mut self) -> Option<&mut (dyn Person + 'static)> {
        self.host.person.as_deref_mut().filter(|_| !self.globals.no_input)
    }

    /// Prompts for a value; returns an empty text without a terminal.
    pub fn prompt(&mut self, prompt: &str, words: &[String]) -> Result<String> {
        self.person()
            .map_or_else(|| Ok(String::new()), |person| person.text(prompt, words))
            .map_err(prompt_error)
    }

    /// Confirms an action such as "retire key ci", after it prints the impact. An empty answer
    /// declines. A dry run confirms nothing.
    ///
    /// # Errors
    ///
    /// `needs_answer` without a terminal and without --yes, `declined` for every answer but yes.
    pub fn confirm(&mut self, impact: &[String], act: &str) -> Result<()> {
        if self.globals.yes || self.is_dry() {
            return Ok(());
        }
        if self.person().is_none() {
            return Err(Error::new(
                ErrorCode::NeedsAnswer,
                format!("cannot {act}: a confirmation is required, and there is no terminal"),
            )
            .hint("--yes confirms the change; --dry-run shows the affected records")
            .into());
        }
        impact.iter().for_each(|line| render::note(self.host, line));
        let question = format!(
            "{}{}? [y/N]",
            act.get(..1).unwrap_or_default().to_uppercase(),
            act.get(1..).unwrap_or_default()
        );
        let answer = self.prompt(&question, &[])?;
        if matches!(answer.to_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(Error::new(ErrorCode::Declined, "not confirmed: nothing was changed").into())
        }
    }

    /// Returns whether the command is a dry run.
    pub fn is_dry(&self) -> bool {
        self.globals.dry_run
    }

    /// Marks the command as the daily check. Call it before the home is opened.
    pub fn run_as_maintenance(&mut self) {
        self.process = ProcessName::maintenance();
    }

    /// Returns the name of the process in audit entries.
    fn process(&self) -> Result<ProcessName> {
        match self.host.var("LICENTIA_PROCESS") {
            None => Ok(self.process.clone()),
            Some(name) => name.to_string_lossy().parse().context("LICENTIA_PROCESS"),
        }
    }

    /// Returns the author of audit entries.
    pub fn author(&self) -> Result<Author> {
        let from_env =
            || self.host.var("LICENTIA_ACTOR").map(|name| name.to_string_lossy().into_owned());
        let actor = self
            .globals
            .actor
            .clone()
            .or_else(from_env)
            .unwrap_or_else(|| self.host.os_user.clone());
        let actor: crate::domain::name::Name = actor.parse().context("the actor")?;
        Ok(Author {
            actor: actor.to_string(),
            os_user: self.host.os_user.clone(),
            process: self.process()?.to_string(),
        })
    }

    /// Opens the home and checks its integrity.
    pub fn home(&mut self) -> Result<Home> {
        let folder = self.find_home()?;
        self.open(&folder, SchemaCheck::Required)
    }

    /// Opens the home even if its database is damaged, for the verbs that look for damage.
    pub fn damaged_home(&mut self) -> Result<Home> {
        let folder = self.find_home()?;
        self.open(&folder, SchemaCheck::Skipped)
    }

    /// Opens the home if there is one. With `needed`, a home that cannot be opened is an error.
    pub fn home_if_any(&mut self, needed: bool) -> Result<Option<Home>> {
        let named = self.globals.home.is_some() || self.host.var("LICENTIA_HOME").is_some();
        let found = match self.find_home() {
            Ok(folder) => self.open(&folder, SchemaCheck::Required),
            Err(_) if !named => return Ok(None),
            Err(error) => Err(error.into()),
        };
        match found {
            Err(error) if !needed => {
                self.warn(
                    WarningCode::HomeNotUsed,
                    format!("the home is not used: {}", error.text()),
                );
                Ok(None)
            }
            found => found.map(Some),
        }
    }

    fn open(&mut self, folder: &Path, trust: SchemaCheck) -> Result<Home> {
        let settings: Settings = settings::read(&folder.join(SETTINGS))?;
        let path = folder.join(DATABASE);
        if !files::exists(&path) {
            return Err(not_a_home(folder, &format!("the folder has no {DATABASE}")).into());
        }
        let store = Store::open(&path, trust).with_context(|| path.display().to_string())?;
        let vendor = store.reader().find_vendor().with_context(|| path.display().to_string())?;
        let now = self.now(vendor.test)?;
        self.preferred = settings.format;
        let kind = if vendor.test { "test home" } else { "home" };
        self.detail(&format!("{kind} of {} in {}", vendor.name, folder.display()));
        let root = self.globals.root_key.as_ref().map(|path| self.host.path(path));
        let key_files = KeyFiles::new(folder.join(KEYS), root);
        Ok(Home {
            folder: folder.to_owned(),
            vendor,
            settings,
            now,
            store,
            author: self.author()?,
            key_files,
        })
    }

    fn find_home(&self) -> Result<PathBuf, Error> {
        let named =
            self.globals.home.clone().or_else(|| self.host.var("LICENTIA_HOME").map(PathBuf::from));
        if let Some(named) = named {
            let folder = self.host.path(&named);
            let is_home = files::exists(&folder.join(SETTINGS));
            return if is_home {
                Ok(folder)
            } else {
                Err(not_a_home(&named, &format!("the folder has no {SETTINGS}")))
            };
        }
        let upwards =
            self.host.folder.ancestors().find(|folder| files::exists(&folder.join(SETTINGS)));
        let data = self
            .host
            .var("XDG_DATA_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(PathBuf::from(self.host.var("HOME")?).join(".local/share")));
        let data = data
            .map(|data| data.join("licentia"))
            .filter(|folder| files::exists(&folder.join(SETTINGS)));
        upwards.map(Path::to_owned).or(data).ok_or_else(|| {
            not_a_home(
                &self.host.folder,
                &format!("neither this folder nor a parent folder has a {SETTINGS}"),
            )
        })
    }

    /// Returns the current time. `LICENTIA_NOW` replaces it in test homes only, so that a variable
    /// cannot date a file of a live home.
    pub fn now(&self, test: bool) -> Result<Timestamp, Error> {
        match self.host.var("LICENTIA_NOW") {
            None => Ok(whole_second((self.host.clock)())),
            Some(instant) if test => parse_instant(&instant.to_string_lossy()),
            Some(_) => Err(Error::usage("LICENTIA_NOW is set, but this home is not a test home")
                .hint("unset LICENTIA_NOW; only test homes accept it")),
        }
    }

    /// Reads a complete file; `-` is standard input.
    ///
    /// # Errors
    ///
    /// `usage` for a file of more than `most` bytes: a part of it could be mistaken for the whole.
    pub fn read_whole(&mut self, path: &Path, most: usize) -> Result<Vec<u8>> {
        let bytes = self.read(path, most)?;
        if bytes.len() > most {
            let reason =
                format!("{} is too large; at most {} MiB are allowed", called(path), most >> 20);
            return Err(Error::usage(reason).hint("divide the file").into());
        }
        Ok(bytes)
    }

    /// Reads a file, at most one byte more than `most`, so that the caller can detect a file that
    /// is too large; `-` is standard input.
    pub fn read(&mut self, path: &Path, most: usize) -> Result<Vec<u8>> {
        if path == Path::new("-") {
            if std::mem::replace(&mut self.input_is_read, true) {
                return Err(Error::usage(
                    "standard input can be read only once, but two inputs name it",
                )
                .hint("name a file for one of the inputs")
                .into());
            }
            return files::read_from(&mut self.host.input, most)
                .context("cannot read standard input");
        }
        Ok(files::read(&self.host.path(path), most)?)
    }

    /// Refuses standard output for both a file and a JSON document.
    pub fn check_standard_out(&self, out: &Out) -> Result<()> {
        if out.is_standard() && self.format() != Format::Table {
            return Err(Error::usage(
                "--out - cannot be used with --json or --format csv: both write to standard output",
            )
            .hint("name a file: --out FILE")
            .into());
        }
        Ok(())
    }

    /// Refuses a target that is a file of a home, even with `--force`.
    pub fn check_target(&self, path: &Path) -> Result<(), Error> {
        self.check_target_as(path, path)
    }

    /// Refuses such a target. The error names the path as it was typed.
    fn check_target_as(&self, path: &Path, typed: &Path) -> Result<(), Error> {
        let target = files::resolved(&self.host.path(path));
        let is_home = |folder: Option<&Path>| {
            folder.is_some_and(|folder| files::exists(&folder.join(SETTINGS)))
        };
        let (folder, name) = (
            target.parent(),
            target.file_name().and_then(|name| name.to_str()).unwrap_or_default(),
        );
        let is_part =
            is_home(folder) && (name == SETTINGS || name == KEYS || name.starts_with(DATABASE));
        let is_key =
            folder.is_some_and(|folder| folder.ends_with(KEYS) && is_home(folder.parent()));
        let is_root =
            self.globals.root_key.as_ref().map(|root| self.host.path(root)).is_some_and(|root| {
                files::is_same(&root, &target) || files::resolved(&anchor_path(&root)) == target
            });
        if is_part || is_key || is_root {
            return Err(Error::new(
                ErrorCode::WouldOverwrite,
                format!("{} is a file of a home and cannot be overwritten", typed.display()),
            )
            .hint("name a path outside the home"));
        }
        Ok(())
    }

    /// Checks that an emitted file can be written, before any other work. `text` is the content of
    /// the file, if it is known.
    pub fn check_out(&self, out: &Out, text: Option<&str>) -> Result<()> {
        self.check_standard_out(out)?;
        match (&out.out, &out.out_dir) {
            _ if out.is_standard() => Ok(()),
            (Some(path), _) => {
                self.check_target(path)?;
                Ok(files::check(&self.host.path(path), text.map(str::as_bytes), existing(out))?)
            }
            (None, Some(folder)) => {
                self.check_target_as(&folder.join("L-.lic"), folder)?;
                Ok(files::check_folder(&self.host.path(folder))?)
            }
            (None, None) => Ok(()),
        }
    }

    /// Checks that a file of a known name can be written into the output folder, as
    /// [`CommandContext::check_out`] does.
    pub fn check_in_folder(&self, out: &Out, name: &str, text: Option<&str>) -> Result<()> {
        let Some(folder) = out.out_dir.as_ref().filter(|_| out.out.is_none()) else {
            return Ok(());
        };
        let path = folder.join(name);
        self.check_target(&path)?;
        if files::exists(&self.host.path(&path)) {
            files::check(&self.host.path(&path), text.map(str::as_bytes), existing(out))?;
        }
        Ok(())
    }

    /// Returns the place of an emitted file, and makes the folder of `--out-dir`.
    ///
    /// # Errors
    ///
    /// The folder cannot be made.
    pub fn place(&self, out: &Out, name: &str) -> Result<FilePlace> {
        Ok(match (&out.out, &out.out_dir) {
            _ if out.is_standard() => FilePlace::Standard,
            (Some(path), _) => FilePlace::Path(path.clone()),
            (None, Some(folder)) => {
                files::make_folder(&self.host.path(folder))?;
                FilePlace::Path(folder.join(name))
            }
            (None, None) => FilePlace::Nowhere,
        })
    }

    /// Returns the target of a path, as the options say.
    pub fn output_target(&self, path: &Path, out: &Out, access: Access) -> OutputTarget {
        OutputTarget { path: self.host.path(path), access, existing: existing(out) }
    }

    /// Writes a file that exists already as a record, such as an export: reserved, written, synced
    /// and renamed at once.
    ///
    /// # Errors
    ///
    /// `would_overwrite`, `io`.
    pub fn write_file(
        &self,
        out: &Out,
        name: &str,
        content: &[u8],
        access: Access,
    ) -> Result<Emitted> {
        let path = match self.place(out, name)? {
            FilePlace::Standard => return Ok(Emitted::Standard(content.to_vec())),
            FilePlace::Nowhere => return Ok(Emitted::Nowhere),
            FilePlace::Path(path) => path,
        };
        output_files::write(&self.host.path(&path), content, access, existing(out))?;
        Ok(Emitted::File(path))
    }
}

/// Writes a file whose content is made while it is written.
///
/// # Errors
///
/// The errors of `fill`; `would_overwrite`, `io`.
pub fn write_stream(
    target: &OutputTarget,
    fill: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    streamed_file::write_stream(target, |file| match fill(file) {
        Err(Failure::Stream(error)) => Err(files::failed("write", &target.path)(error).into()),
        filled => filled,
    })
}

/// The place of an emitted file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilePlace {
    /// A path, as the user typed it.
    Path(PathBuf),
    /// Standard output.
    Standard,
    /// No place was named.
    Nowhere,
}

/// The place of a file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Emitted {
    /// A file.
    File(PathBuf),
    /// Files of a license, each with its container.
    Files(Vec<(Option<String>, PathBuf)>),
    /// Standard output, with the bytes to print.
    Standard(Vec<u8>),
    /// No place: the command line names no target.
    Nowhere,
}

impl Emitted {
    /// Returns the place of a license's files, each with its container.
    pub fn of(mut files: Vec<(Option<String>, PathBuf)>) -> Emitted {
        match files.as_mut_slice() {
            [] => Emitted::Nowhere,
            [(None, path)] => Emitted::File(std::mem::take(path)),
            _ => Emitted::Files(files),
        }
    }

    /// Returns the path of the file, for JSON.
    pub fn path(&self) -> Option<String> {
        match self {
            Emitted::File(path) => Some(path.display().to_string()),
            Emitted::Files(_) | Emitted::Standard(_) | Emitted::Nowhere => None,
        }
    }

    /// Returns the path of a license's file for a container, for JSON.
    pub fn path_for(&self, container: Option<&str>) -> Option<String> {
        match self {
            Emitted::Files(files) => files
                .iter()
                .find(|(own, _)| own.as_deref() == container)
                .map(|(_, path)| path.display().to_string()),
            other => other.path(),
        }
    }

    /// Returns the paths of all files.
    pub fn paths(&self) -> Vec<String> {
        match self {
            Emitted::Files(files) => {
                files.iter().map(|(_, path)| path.display().to_string()).collect()
            }
            other => other.path().into_iter().collect(),
        }
    }
}

/// Returns the texts in a file that claim to be of a kind; the whole file as one text if there is
/// none. The texts may contain a secret.
pub fn texts_of(raw: &[u8], kind: Kind) -> Vec<Zeroizing<String>> {
    let all: Vec<Zeroizing<String>> = texts(raw)
        .unwrap_or_default()
        .into_iter()
        .map(|text| Zeroizing::new(text.into_owned()))
        .collect();
    let is_of_kind = |text: &&Zeroizing<String>| {
        inspect::unverified(text).is_ok_and(|read| read.kind == Some(kind))
    };
    let of_kind: Vec<_> = all.iter().filter(is_of_kind).cloned().collect();
    match (of_kind.is_empty(), all.len()) {
        (false, _) => of_kind,
        (true, 1) => all,
        (true, _) => vec![Zeroizing::new(String::from_utf8_lossy(raw).into_owned())],
    }
}

/// Returns the name of an input file for people.
pub fn called(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() }
}

/// Returns the error of a prompt: `declined` for an interrupted prompt, else `io`.
pub fn prompt_error(error: std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::Interrupted {
        return Error::new(ErrorCode::Declined, "interrupted: nothing was changed").into();
    }
    Failure::from(error).within("cannot read the answer from the terminal")
}

fn existing(out: &Out) -> Existing {
    if out.force { Existing::Replace } else { Existing::Keep }
}

fn not_a_home(folder: &Path, why: &str) -> Error {
    Error::new(ErrorCode::NotAHome, format!("{} is not a home: {why}", folder.display()))
        .hint("`licentia init --vendor NAME` creates a home; --home or LICENTIA_HOME names another")
}
