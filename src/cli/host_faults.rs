//! The faults of files and settings as errors: the code, and the correction on the command line.

use crate::domain::{Error, ErrorCode};
use crate::host::{files, settings};
use crate::ops::error::Failure;

impl From<files::Fault> for Error {
    fn from(fault: files::Fault) -> Error {
        let message = fault.to_string();
        match fault {
            files::Fault::Exists(_) => {
                Error::new(ErrorCode::WouldOverwrite, message).hint("--force overwrites the file")
            }
            files::Fault::Failed { .. } => Error::new(ErrorCode::Io, message),
        }
    }
}

impl From<files::Fault> for Failure {
    fn from(fault: files::Fault) -> Failure {
        Failure::Rule(fault.into())
    }
}

impl From<settings::Fault> for Failure {
    fn from(fault: settings::Fault) -> Failure {
        let message = fault.to_string();
        Failure::Rule(match fault {
            settings::Fault::File(_) => Error::new(ErrorCode::Io, message),
            settings::Fault::Syntax { .. } => Error::usage(message)
                .advice("correct or remove the line; every setting has a default"),
        })
    }
}
