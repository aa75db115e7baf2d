//! Private output files: credentials. Such a file is on the disk before the commit, without its
//! last bytes, and is completed after the commit.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, FilePlace, Home};
use crate::domain::credential::hash;
use crate::domain::{Error, ErrorCode, WarningCode};
use crate::host::files::{self, Access, Existing};
use crate::host::output_files::{self, OutputTarget};
use crate::host::staged_file::{self, StagedFile};
use crate::ops::error::Result;
use crate::ops::private_file::{PrivateFile, StagedPath};

/// A private file that is not complete. It is removed on drop unless it is kept.
pub struct PrivateOutput {
    /// The serial of the credential.
    credential: String,
    /// The serial of the container that it opens.
    container: String,
    place: Place,
}

enum Place {
    /// A file without its tail, and its path as it was typed.
    Staged { file: StagedFile, tail: Zeroizing<Vec<u8>>, typed: PathBuf },
    /// A pipe or a device.
    Stream { path: PathBuf, content: Zeroizing<Vec<u8>>, typed: PathBuf },
    /// Standard output.
    Standard(Zeroizing<Vec<u8>>),
}

/// The target of private files.
pub struct PrivateTarget<'a> {
    /// The file or folder.
    pub out: Out,
    /// The mark of the home in the names of its staged files.
    pub tag: &'a str,
}

impl Home {
    /// Returns the mark of this home in the names of its staged files. Another home removes no file
    /// with it, not even a copy of this home in another folder.
    pub fn staging_tag(&self) -> String {
        let folder = files::resolved(&self.folder);
        let text = format!("{} {}", self.vendor.issuer, folder.display());
        data_encoding::HEXLOWER.encode(&hash(text.as_bytes())[..4])
    }
}

impl CommandContext<'_> {
    /// Stages a private file. Removes the files that killed processes left in its folder, except
    /// those that the database has under this name, for which `is_recorded` returns true.
    ///
    /// # Errors
    ///
    /// The errors of the disk.
    pub fn stage_private(
        &self,
        target: &PrivateTarget<'_>,
        file: PrivateFile,
        is_recorded: &dyn Fn(&str) -> bool,
    ) -> Result<PrivateOutput> {
        let PrivateFile { subject, container, name, content, missing, .. } = file;
        let output = |place| PrivateOutput { credential: subject, container, place };
        let typed = match self.place(&target.out, &name)? {
            FilePlace::Standard => return Ok(output(Place::Standard(content))),
            FilePlace::Path(path) => path,
            FilePlace::Nowhere => PathBuf::from(name),
        };
        let staged = self.output_target(&typed, &target.out, Access::Private);
        if staged.is_stream() {
            return Ok(output(Place::Stream { path: staged.path, content, typed }));
        }
        let staged = OutputTarget { path: files::resolved(&staged.path), ..staged };
        if let Some(folder) = staged.path.parent() {
            remove_left(folder, target.tag, is_recorded);
            output_files::remove_leftovers(folder);
        }
        let (head, tail) = content.split_at(content.len() - missing);
        let file = StagedFile::create(staged, head, target.tag)?;
        let tail = Zeroizing::new(tail.to_vec());
        Ok(output(Place::Staged { file, tail, typed }))
    }

    /// Completes a private file after the commit of its change. Returns its place.
    ///
    /// # Errors
    ///
    /// `io`; the credential is recorded all the same.
    pub fn finish_private(&mut self, output: PrivateOutput) -> Result<Emitted> {
        let PrivateOutput { credential, container, place } = output;
        let rotate = format!(
            "`licentia credential rotate {container} --out FILE` creates another credential"
        );
        let (finished, hint) = match place {
            Place::Standard(mut content) => {
                return Ok(Emitted::Standard(std::mem::take(&mut *content)));
            }
            Place::Staged { file, tail, typed } => {
                let hint = format!(
                    "`licentia doctor` completes the file when the cause is removed; {rotate}"
                );
                (file.finish(&tail).map(|()| Emitted::File(typed)), hint)
            }
            Place::Stream { path, content, typed } => {
                // A pipe blocks until it is read. A user who ends the program meanwhile must know
                // of the credential.
                self.warn(
                    WarningCode::CredentialRecorded,
                    format!(
                        "credential {credential} is recorded; if the file does not arrive, {rotate}"
                    ),
                );
                let written = output_files::write(&path, &content, Access::Private, Existing::Keep);
                (written.map(|()| Emitted::File(typed)), rotate)
            }
        };
        finished.map_err(|error| {
            let message = format!(
                "credential {credential} is recorded, but its file could not be written: {error}"
            );
            Error::new(ErrorCode::Io, message).hint(hint).into()
        })
    }
}

impl PrivateOutput {
    /// Returns the paths of the file for the database; `None` for standard output, a pipe or a
    /// device.
    ///
    /// # Errors
    ///
    /// `usage` for names that are not UTF-8: the file could not be found by its record.
    pub fn paths(&self) -> Result<Option<StagedPath>> {
        let Place::Staged { file, .. } = &self.place else { return Ok(None) };
        let (path, staged) = (file.target(), file.path().file_name());
        match (path.to_str(), staged.and_then(|name| name.to_str())) {
            (Some(path), Some(staged)) => {
                Ok(Some(StagedPath { path: path.to_owned(), staged: staged.to_owned() }))
            }
            _ => Err(Error::usage(format!("the file name {} is not UTF-8", path.display()))
                .hint("choose another file name")
                .into()),
        }
    }

    /// Returns the serial of the credential.
    pub fn credential(&self) -> &str {
        &self.credential
    }

    /// Keeps the staged file on the disk, after the commit of its change.
    pub fn keep(&mut self) {
        if let Place::Staged { file, .. } = &mut self.place {
            file.keep();
        }
    }
}

/// Removes the staged files of a home that killed processes left in a folder, unless they are
/// recorded. Returns their number.
pub fn remove_left(folder: &Path, tag: &str, is_recorded: &dyn Fn(&str) -> bool) -> usize {
    let mut is_recorded = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_none_or(is_recorded)
    };
    staged_file::remove_staged_leftovers(folder, tag, &mut is_recorded)
}
