//! The command line as the front end of an execution: it confirms on the terminal, unlocks keys,
//! and writes the files where the options say.

use std::cell::Cell;

use zeroize::Zeroizing;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, FilePlace, Home};
use crate::cli::credential::CredentialFileOptions;
use crate::cli::impact;
use crate::cli::key_files::{KeyFileOptions, KeyFileWork, KeyFiles};
use crate::cli::private_output::{PrivateOutput, PrivateTarget};
use crate::domain::WarningCode;
use crate::domain::audit::Author;
use crate::domain::key::Key;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode, Random};
use crate::host::files::Access;
use crate::host::output_files::{OutputFiles, WriteError};
use crate::host::staged_file::StagedFile;
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{Execution, Executor, FileKind, FrontEnd, Mode, PlannedFile, UseCase};
use crate::ops::impact::Impact;
use crate::ops::key::private_key::PrivateKeyFiles;
use crate::ops::private_file::{LeftFile, PrivateFile, StagedPath};
use crate::ops::session::touch::touch;
use crate::signing::Signer;
use crate::signing::envelope::Envelope;

/// The options of a verb that changes the database.
#[derive(Default)]
pub struct Options<'a> {
    /// The action to confirm, such as `retire key ci`; `None` for a change without a confirmation.
    pub action: Option<String>,
    /// Returns the action to confirm, where it depends on the impact.
    pub action_of: Option<&'a dyn Fn(&Impact) -> String>,
    /// The target of the files.
    pub out: Option<&'a Out>,
    /// The options of a credential's file.
    pub emission: Option<&'a CredentialFileOptions>,
    /// The options of a private key file.
    pub key_file: Option<KeyFileOptions<'a>>,
}

/// An emitted file and its place.
#[derive(Debug)]
pub struct Written {
    /// The kind.
    pub kind: FileKind,
    /// The serial of the record.
    pub subject: String,
    /// The container of a license's file.
    pub container: Option<String>,
    /// The place.
    pub emitted: Emitted,
}

/// The files that an execution emitted.
#[derive(Debug, Default)]
pub struct WrittenFiles(pub Vec<Written>);

impl WrittenFiles {
    /// Returns the files of a license: one, several with their containers, or none.
    pub fn of_license(&self, serial: &str) -> Emitted {
        let own =
            self.0.iter().filter(|file| file.kind == FileKind::License && file.subject == serial);
        let own: Vec<&Written> = own.collect();
        match own.as_slice() {
            [] => Emitted::Nowhere,
            [file] if file.container.is_none() || !matches!(file.emitted, Emitted::File(_)) => {
                file.emitted.clone()
            }
            files => Emitted::Files(
                files
                    .iter()
                    .filter_map(|file| match &file.emitted {
                        Emitted::File(path) => Some((file.container.clone(), path.clone())),
                        _ => None,
                    })
                    .collect(),
            ),
        }
    }

    /// Returns the place of the file of a kind; nowhere if there is none.
    pub fn of_kind(&self, kind: FileKind) -> Emitted {
        let found = self.0.iter().find(|file| file.kind == kind);
        found.map_or(Emitted::Nowhere, |file| file.emitted.clone())
    }

    /// Returns the place of the file of a kind and a record; nowhere if there is none.
    pub fn of_subject(&self, kind: FileKind, subject: &str) -> Emitted {
        let found = self.0.iter().find(|file| file.kind == kind && file.subject == subject);
        found.map_or(Emitted::Nowhere, |file| file.emitted.clone())
    }
}

/// The front end of one execution.
pub(super) struct CommandFrontEnd<'a, 'h> {
    pub(super) context: &'a mut CommandContext<'h>,
    pub(super) options: &'a Options<'a>,
    pub(super) key_files: &'a KeyFiles,
    pub(super) vendor: &'a Vendor,
    pub(super) key_file: KeyFileWork,
    author: &'a Author,
    /// The instant that was read last: that of the change, once it is applied.
    instant: Cell<Timestamp>,
    /// The mark of the home in the names of staged credentials; empty for a change without one.
    tag: String,
    /// The private file that a killed process left, locked.
    leftover: Option<StagedFile>,
    private: Vec<PrivateOutput>,
    outputs: OutputFiles,
    written: WrittenFiles,
}

impl CommandContext<'_> {
    /// Executes a request with the options of a verb. Returns the result with the files that
    /// were written; afterwards, `home.now` is the instant of the change, for the answer.
    ///
    /// # Errors
    ///
    /// The errors of [`Executor::execute`].
    pub fn execute<U: UseCase>(
        &mut self,
        home: &mut Home,
        options: &Options<'_>,
        use_case: &U,
    ) -> Result<(Execution<U>, WrittenFiles)> {
        let outs = [options.out, options.emission.map(|emission| &emission.out)];
        outs.into_iter().flatten().try_for_each(|out| self.check_standard_out(out))?;
        self.run(home, options, None, |executor| executor.execute(use_case))
    }

    /// Executes a request about the private file that a killed process left. The caller has locked
    /// the file.
    ///
    /// # Errors
    ///
    /// The errors of [`Executor::execute`].
    pub fn execute_on_left_file<U: UseCase>(
        &mut self,
        home: &mut Home,
        leftover: StagedFile,
        use_case: &U,
    ) -> Result<Execution<U>> {
        let options = Options::default();
        let (execution, _) =
            self.run(home, &options, Some(leftover), |executor| executor.execute(use_case))?;
        Ok(execution)
    }

    /// Touches a session. `home.now` is the instant of the touch afterwards.
    ///
    /// # Errors
    ///
    /// The errors of [`touch`].
    pub fn touch(&mut self, home: &mut Home, session: &Serial) -> Result<Session> {
        let options = Options::default();
        let (session, _) = self.run(home, &options, None, |executor| touch(executor, session))?;
        Ok(session)
    }

    /// Executes a series of requests with one unlock. Returns the number of changes.
    ///
    /// # Errors
    ///
    /// The errors of [`Executor::series`].
    #[cfg(feature = "fill")]
    pub fn series<U: UseCase>(
        &mut self,
        home: &mut Home,
        next: crate::ops::execute::Next<'_, U>,
    ) -> Result<u64> {
        let options = Options::default();
        let (count, _) = self.run(home, &options, None, |executor| executor.series(next))?;
        Ok(count)
    }

    fn run<T>(
        &mut self,
        home: &mut Home,
        options: &Options<'_>,
        leftover: Option<StagedFile>,
        run: impl FnOnce(&mut Executor<'_>) -> Result<T>,
    ) -> Result<(T, WrittenFiles)> {
        let mode = if self.is_dry() { Mode::DryRun } else { Mode::Apply };
        let tag = options.emission.map(|_| home.staging_tag()).unwrap_or_default();
        let mut front_end = CommandFrontEnd {
            context: self,
            options,
            key_files: &home.key_files,
            vendor: &home.vendor,
            key_file: KeyFileWork::default(),
            author: &home.author,
            instant: Cell::new(home.now),
            tag,
            leftover,
            private: Vec::new(),
            outputs: OutputFiles::new(),
            written: WrittenFiles::default(),
        };
        let outcome = run(&mut Executor {
            store: &mut home.store,
            vendor: &home.vendor,
            front_end: &mut front_end,
            mode,
        });
        let outcome = outcome.inspect_err(|_| {
            if let Ok(keys) = home.store.reader().list_keys() {
                front_end.key_file.discard(&keys);
            }
        })?;
        let (instant, written) = (front_end.instant.get(), front_end.written);
        home.now = instant;
        Ok((outcome, written))
    }
}

impl CommandFrontEnd<'_, '_> {
    fn asked_out(&self) -> Option<&Out> {
        self.options.out.filter(|out| out.is_asked())
    }

    /// Returns the error for the file that could not be written.
    fn unwritten(&self, error: &WriteError) -> Error {
        let is_failed = |file: &&Written| match &file.emitted {
            Emitted::File(path) => error.failed.as_ref() == Some(&self.context.host.path(path)),
            _ => false,
        };
        let failed = self.written.0.iter().find(is_failed).or(self.written.0.last());
        let (kind, subject) = failed
            .map_or((FileKind::License, String::new()), |file| (file.kind, file.subject.clone()));
        unwritten(kind, &subject, &error.fault.to_string())
    }
}

impl FrontEnd for CommandFrontEnd<'_, '_> {
    fn now(&self) -> Result<Timestamp> {
        let now = self.context.now(self.vendor.test)?;
        self.instant.set(now);
        Ok(now)
    }

    #[cfg(feature = "fill")]
    fn milliseconds(&self) -> i64 {
        (self.context.host.clock)().as_millisecond()
    }

    fn author(&self) -> &Author {
        self.author
    }

    fn entropy(&mut self) -> &mut Random<'static> {
        &mut *self.context.host.entropy
    }

    fn wants_files(&self) -> bool {
        self.asked_out().is_some()
    }

    fn check_files(&mut self, files: &[PlannedFile]) -> Result<()> {
        if let Some(emission) = self.options.emission {
            self.context.check_out(&emission.out(), None)?;
        }
        let Some(out) = self.options.out else { return Ok(()) };
        let mut unchanged = None;
        for file in files {
            check_one_for_each(files, file, out)?;
            if let Some(error) = &file.withheld {
                if out.out.is_some() {
                    return Err(error.clone().into());
                }
                if out.out_dir.is_some() {
                    let subject = file.subject.as_deref().unwrap_or_default();
                    let noun = file.kind.noun();
                    self.context.warn(
                        WarningCode::FileLeftOut,
                        format!("the file of {noun} {subject} is not written: {error}"),
                    );
                }
                continue;
            }
            let text = file.content.as_deref().and_then(|content| str::from_utf8(content).ok());
            unchanged = unchanged.or(text);
            if let Some(name) = &file.name {
                self.context.check_in_folder(out, name, text)?;
            }
        }
        self.context.check_out(out, unchanged)
    }

    fn confirm(&mut self, impact: &Impact) -> Result<bool> {
        let options = self.options;
        let action_of = || options.action_of.map(|action| action(impact));
        let action = options.action.clone().or_else(action_of);
        let lines = match &action {
            Some(_) => impact::lines(impact),
            None => impact::sale_lines(impact),
        };
        let Some(action) = action.or_else(|| impact::sale_action(impact)) else { return Ok(false) };
        self.context.confirm(&lines, &action)?;
        Ok(!self.context.globals.yes)
    }

    fn has_key(&self, key: &Key) -> bool {
        self.key_files.has(key)
    }

    fn signer(&mut self, key: &Key) -> Result<Signer> {
        self.context.unlock_file(self.key_files, self.vendor, key)
    }

    fn envelope(&mut self, keys: &[Key]) -> Result<Option<Envelope>> {
        let Some(emission) = self.options.emission else { return Ok(None) };
        emission.envelope(self.context, self.key_files, keys)
    }

    fn private_keys(&mut self) -> Option<&mut dyn PrivateKeyFiles> {
        Some(self)
    }

    fn stage(
        &mut self,
        file: PrivateFile,
        is_recorded: &dyn Fn(&str) -> bool,
    ) -> Result<Option<StagedPath>> {
        let emission = self.options.emission.context("a credential without a target")?;
        let target = PrivateTarget { out: emission.out(), tag: &self.tag };
        let output = self.context.stage_private(&target, file, is_recorded)?;
        let paths = output.paths()?;
        self.private.push(output);
        Ok(paths)
    }

    fn finish_left(&mut self, leftover: LeftFile<'_>) -> Result<()> {
        let file = self.leftover.take().context("a file that was not opened")?;
        match leftover {
            LeftFile::Complete(tail) => file.finish(tail)?,
            LeftFile::Remove => file.remove()?,
        }
        Ok(())
    }

    fn reserve(&mut self, files: Vec<PlannedFile>) -> Result<()> {
        let Some(out) = self.asked_out().cloned() else { return Ok(()) };
        for file in files.into_iter().filter(|file| file.withheld.is_none()) {
            let Some(content) = file.content else { continue };
            let name = file.name.unwrap_or_default();
            let emitted = match self.context.place(&out, &name)? {
                FilePlace::Nowhere => continue,
                FilePlace::Standard => Emitted::Standard(content),
                FilePlace::Path(path) => {
                    let target = self.context.output_target(&path, &out, Access::Public);
                    self.outputs.add(target, Zeroizing::new(content))?;
                    Emitted::File(path)
                }
            };
            let (kind, container) = (file.kind, file.container);
            let subject = file.subject.unwrap_or_default();
            self.written.0.push(Written { kind, subject, container, emitted });
        }
        Ok(self.outputs.reserve()?)
    }

    fn write(&mut self) -> Result<()> {
        self.key_file.finish()?;
        // From now on their records depend on them, even if another file cannot be written.
        self.private.iter_mut().for_each(PrivateOutput::keep);
        for output in std::mem::take(&mut self.private) {
            let subject = output.credential().to_owned();
            let emitted = self.context.finish_private(output)?;
            let kind = FileKind::Credential;
            self.written.0.push(Written { kind, subject, container: None, emitted });
        }
        let outputs = std::mem::take(&mut self.outputs);
        outputs.write().map_err(|error| self.unwritten(&error).into())
    }

    fn point(&self, name: &str) {
        (self.context.host.point)(name);
    }
}

/// Refuses one file name for several files of a license.
fn check_one_for_each(files: &[PlannedFile], file: &PlannedFile, out: &Out) -> Result<(), Error> {
    // The status lists are the files of one home.
    let is_of_same = |other: &&PlannedFile| {
        other.kind == file.kind
            && (other.subject == file.subject || file.kind == FileKind::StatusList)
    };
    let count = files.iter().filter(is_of_same).count();
    if out.out.is_none() || count <= 1 {
        return Ok(());
    }
    if file.kind == FileKind::StatusList {
        let message = format!("there are {count} status lists, but --out names one file");
        return Err(Error::usage(message).hint("name a folder with --out-dir DIR"));
    }
    let subject = file.subject.as_deref().unwrap_or_default();
    let message = format!(
        "license {subject} has {count} files, one for each container, and --out names one file"
    );
    Err(Error::usage(message).hint("name a folder with --out-dir DIR"))
}

/// Returns the error for a file that could not be written although its change is recorded.
fn unwritten(kind: FileKind, subject: &str, error: &str) -> Error {
    let again = match kind {
        FileKind::License => {
            format!("`licentia license export {subject} --out FILE` writes the file again")
        }
        FileKind::Update => {
            format!("`licentia container update {subject} --out FILE` writes the file again")
        }
        FileKind::Context => {
            format!("`licentia container context {subject} --out FILE` writes the file again")
        }
        FileKind::StatusList => {
            "`licentia status publish --out-dir DIR --force` writes newer lists".to_owned()
        }
        FileKind::Anchor => "`licentia audit anchor --out FILE` signs a newer anchor".to_owned(),
        FileKind::Credential => "`licentia doctor` completes the file".to_owned(),
    };
    let noun = kind.noun();
    let message =
        format!("{noun} {subject} is recorded, but its file could not be written: {error}");
    Error::new(ErrorCode::Io, message).hint(again)
}
