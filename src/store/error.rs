//! What can go wrong with the database file, told apart by what would help.

use rusqlite::ErrorCode;

/// An access to the books that failed.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another process kept the write lock for ten seconds.
    #[error("another process is writing to the books")]
    Busy,
    /// The file is damaged, or no database.
    #[error("the database is damaged or is not a database: {0}")]
    Corrupt(String),
    /// Made by another program.
    #[error("the database was not made by licentia")]
    Foreign,
    /// Made by a newer version.
    #[error("the database has schema version {found}, this program knows {known}")]
    Newer {
        /// The file's.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// A trigger that protects the books is gone or changed, or one is there that is not ours.
    #[error(
        "trigger {0} is not as licentia made it: somebody changed the database behind its back"
    )]
    Unprotected(String),
    /// A change without an audit entry, which is a defect of this program.
    #[error("a change without an audit entry is not committed")]
    Unaudited,
    /// The disk is full.
    #[error("the disk is full: nothing was changed")]
    Full,
    /// The file can't be opened, read or written.
    #[error("the database cannot be accessed: {0}")]
    Io(String),
    /// A statement that should have worked did not.
    #[error("a database statement failed")]
    Statement(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        let Some(code) = error.sqlite_error_code() else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..) => Fault::Corrupt(error.to_string()),
                other => Fault::Statement(other),
            };
        };
        match code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fault::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Fault::Corrupt(error.to_string())
            }
            ErrorCode::DiskFull => Fault::Full,
            ErrorCode::ReadOnly
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::SystemIoFailure => Fault::Io(error.to_string()),
            // A table or column that somebody dropped.
            ErrorCode::Unknown if error.to_string().starts_with("no such ") => {
                Fault::Corrupt(error.to_string())
            }
            _ => Fault::Statement(error),
        }
    }
}
