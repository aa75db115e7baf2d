//! Faults of the database, one variant for each remedy.

use rusqlite::ErrorCode;

/// A fault of an access to the database.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Lock timeout: another process held the write lock for ten seconds.
    #[error("another process is writing to the database")]
    Busy,
    /// A damaged file, or a file that is not a database.
    #[error("the database is damaged or is not a database: {0}")]
    Corrupt(String),
    /// A database of another program.
    #[error("the database was not created by licentia")]
    Foreign,
    /// A database of a newer version of this program.
    #[error(
        "the database has schema version {found}; this program supports versions up to {known}"
    )]
    Newer {
        /// Schema version of the file.
        found: i64,
        /// Schema version of this program.
        known: i64,
    },
    /// A missing, changed or additional table, index, trigger or view. Triggers and constraints
    /// protect the records. The text has the kind and the name.
    #[error("{0} of the database was changed by another program")]
    Unprotected(String),
    /// A change without an audit entry, which is a defect of this program.
    #[error("a change without an audit entry is not committed")]
    Unaudited,
    /// An audit entry after the files of its transaction were signed, which is a defect of this
    /// program.
    #[error("an audit entry is not appended after the files of its change are signed")]
    AuditedLate,
    /// A full disk.
    #[error("the disk is full; no change was made")]
    Full,
    /// A file that cannot be opened, read or written.
    #[error("the database cannot be accessed: {0}")]
    Io(String),
    /// An unexpected error of a statement.
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
            // A table or column is missing.
            ErrorCode::Unknown if error.to_string().starts_with("no such ") => {
                Fault::Corrupt(error.to_string())
            }
            _ => Fault::Statement(error),
        }
    }
}
