//! The errors of a container's folder: a stable code, a message and a hint.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::code::Refusal;
use crate::container::disk::KEY;

/// The hint for a lost private key.
const LOST: &str = "put the file back from a backup of this folder; without it ask the vendor to \
    recover the licenses into a new folder";

/// The reason why an operation failed. The folder is unchanged.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// A file is refused. The code is one of [`Code`](crate::Code).
    Refused(Refusal),
    /// The folder has no container.
    NotThere(PathBuf),
    /// The folder has no private key.
    KeyMissing(PathBuf),
    /// The folder has a private key and no state.
    StateMissing(PathBuf),
    /// A file of the folder cannot be read. The string gives the reason.
    Corrupt(PathBuf, String),
    /// The stored update is refused: the file was edited.
    Edited(PathBuf, Refusal),
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
            Fault::Refused(refusal) => refusal.code.as_str(),
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
                    "the container's key is for its owner alone: `chgrp` and `chmod 640` let the \
                     account of the application read it",
                )
            }
            Fault::Refused(refusal) => refusal.code.hint(),
            Fault::Io(..) => None,
            Fault::NotThere(_) => Some("`licentia-container request --folder DIR …` makes one"),
            Fault::KeyMissing(_) => Some(LOST),
            Fault::StateMissing(_) => Some(
                "`licentia-container request` with the same --folder makes it again; then apply \
                 the vendor's newest update",
            ),
            Fault::Corrupt(path, _) if path.ends_with(KEY) => Some(LOST),
            Fault::Corrupt(..) => Some(
                "put the file back from a backup; or remove it, begin with `licentia-container \
                 request`, and apply the vendor's newest update",
            ),
            Fault::Edited(..) => Some(
                "apply the vendor's newest update again; where that is refused too, remove the \
                 file and begin with `licentia-container request`",
            ),
            Fault::Exists(..) => Some("take another folder"),
            Fault::NoUpdate(_) => {
                Some("send the request to the vendor, and apply the update that comes back")
            }
            Fault::Nothing => Some("run it as a user who may read /etc/machine-id and /sys"),
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Refused(refusal)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Refused(refusal) => f.write_str(&refusal.message),
            Fault::NotThere(path) => write!(f, "there is no container in {}", path.display()),
            Fault::KeyMissing(path) => {
                write!(f, "the container's private key is gone: {} is not there", path.display())
            }
            Fault::StateMissing(path) => {
                write!(f, "the container's state is gone: {} is not there", path.display())
            }
            Fault::Corrupt(path, why) => write!(f, "{} cannot be read: {why}", path.display()),
            Fault::Edited(path, refusal) => {
                write!(f, "{} was changed by hand: {}", path.display(), refusal.message)
            }
            Fault::Exists(path, what) => write!(f, "{} is {what} already", path.display()),
            Fault::NoUpdate(path) => {
                write!(f, "the container in {} has taken no update yet", path.display())
            }
            Fault::Nothing => {
                f.write_str("nothing can be read of this computer by which it would be known again")
            }
            Fault::Io(path, error) if error.kind() == io::ErrorKind::StorageFull => {
                write!(f, "{}: the disk is full", path.display())
            }
            Fault::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Fault {}
