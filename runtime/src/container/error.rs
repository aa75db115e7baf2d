//! The errors of a container's folder: a stable code, a message and a hint.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::code::VerifyError;
use crate::container::disk::KEY;

/// The hint for a lost private key.
const LOST: &str = "restore the file from a backup of this folder; without a backup, ask the vendor \
    to recover the licenses into a new container";

/// The reason why an operation failed. The folder is unchanged.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// A file is refused. The code is one of [`VerdictCode`](crate::VerdictCode).
    Refused(VerifyError),
    /// The folder has no container.
    NotThere(PathBuf),
    /// The folder has no private key.
    KeyMissing(PathBuf),
    /// The folder has a private key and no state.
    StateMissing(PathBuf),
    /// A file of the folder cannot be read. The string gives the reason.
    Corrupt(PathBuf, String),
    /// The stored update is refused: the file was edited.
    Edited(PathBuf, VerifyError),
    /// The folder already has a container of another vendor or kind, which the string describes.
    Exists(PathBuf, String),
    /// No update was applied yet.
    NoUpdate(PathBuf),
    /// No property identifies the computer.
    Nothing,
    /// An operation on this path failed.
    Io(PathBuf, io::Error),
}

impl Fault {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Fault {
        let path = path.to_owned();
        move |error| Fault::Io(path, error)
    }

    /// Returns the stable code, for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Refused(error) => error.code.as_str(),
            Fault::NotThere(_) | Fault::Nothing => "not_found",
            Fault::KeyMissing(_) => "key_missing",
            Fault::StateMissing(_) | Fault::Corrupt(..) | Fault::Edited(..) => "corrupt",
            Fault::Exists(..) => "exists",
            Fault::NoUpdate(_) => "wrong_state",
            Fault::Io(..) => "io",
        }
    }

    /// Returns the exit status: 1 for a violated rule, 3 for not found, 4 for an invalid file, 5
    /// for an error of the system.
    pub fn exit(&self) -> u8 {
        match self {
            Fault::Refused(_) => 4,
            Fault::NotThere(_) | Fault::Nothing => 3,
            Fault::Exists(..) | Fault::NoUpdate(_) => 1,
            Fault::KeyMissing(_)
            | Fault::StateMissing(_)
            | Fault::Corrupt(..)
            | Fault::Edited(..)
            | Fault::Io(..) => 5,
        }
    }

    /// Returns a hint that helps to correct the error.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Fault::Io(path, error)
                if error.kind() == io::ErrorKind::PermissionDenied && path.ends_with(KEY) =>
            {
                Some(
                    "only the owner can read the key of the container; `chgrp GROUP key.jwk` and \
                     `chmod 640 key.jwk` let the account of the application read the key",
                )
            }
            Fault::Refused(verdict) => verdict.code.hint(),
            Fault::Io(..) => None,
            Fault::NotThere(_) => Some(
                "`licentia-container request --folder DIR --root THUMBPRINT --out FILE` creates a \
                 container",
            ),
            Fault::KeyMissing(_) => Some(LOST),
            Fault::StateMissing(_) => Some(
                "run `licentia-container request` with the same --folder, which creates the file, \
                 and apply the newest update of the vendor",
            ),
            Fault::Corrupt(path, _) if path.ends_with(KEY) => Some(LOST),
            Fault::Corrupt(..) => Some(
                "restore the file from a backup; or delete the file, run `licentia-container \
                 request` with the same --folder, and apply the newest update of the vendor",
            ),
            Fault::Edited(..) => Some(
                "apply the newest update of the vendor again; if the update is refused too, delete \
                 the file and run `licentia-container request` with the same --folder",
            ),
            Fault::Exists(..) => Some("choose another folder"),
            Fault::NoUpdate(_) => {
                Some("send the request to the vendor, and apply the update from the vendor")
            }
            Fault::Nothing => {
                Some("run the command as a user who may read /etc/machine-id and /sys")
            }
        }
    }
}

impl From<VerifyError> for Fault {
    fn from(error: VerifyError) -> Fault {
        Fault::Refused(error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Refused(verdict) => f.write_str(&verdict.message),
            Fault::NotThere(path) => write!(f, "there is no container in {}", path.display()),
            Fault::KeyMissing(path) => {
                write!(
                    f,
                    "the private key of the container is missing: {} does not exist",
                    path.display()
                )
            }
            Fault::StateMissing(path) => {
                write!(
                    f,
                    "the state of the container is missing: {} does not exist",
                    path.display()
                )
            }
            Fault::Corrupt(path, why) => write!(f, "{} cannot be read: {why}", path.display()),
            Fault::Edited(path, verdict) => {
                write!(f, "{} was changed by another program: {}", path.display(), verdict.message)
            }
            Fault::Exists(path, object) => write!(f, "{} is already {object}", path.display()),
            Fault::NoUpdate(path) => {
                write!(f, "no update was applied to the container in {}", path.display())
            }
            Fault::Nothing => f.write_str("no property that identifies this computer can be read"),
            Fault::Io(path, error) if error.kind() == io::ErrorKind::StorageFull => {
                write!(f, "cannot write {}: the disk is full", path.display())
            }
            Fault::Io(path, error) => write!(f, "cannot access {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Fault {}
