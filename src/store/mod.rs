//! The database: all SQL. [`Reader`] reads, [`Transaction`] writes. [`Transaction::commit`] refuses
//! a change without an audit entry; [`Transaction::commit_unaudited`] is for changes that have
//! none. Writers take the lock when they begin, and wait for it for at most ten seconds.

mod audit;
mod comparison;
mod container;
mod counters;
mod credential;
mod customer;
mod error;
mod key;
mod license;
#[cfg(test)]
mod license_columns;
mod license_list;
mod license_record;
mod migrate;
mod open;
mod product;
mod recovery;
mod reference;
mod restore;
mod search;
mod session;
mod status;
#[cfg(test)]
mod step_count;
mod ticket;
mod token_rows;
mod vendor;

use std::cell::{Cell, RefCell};

use rusqlite::{Connection, Row, ToSql, TransactionBehavior};

pub use audit::{AuditFilter, AuditOrder, AuditStep};
pub use comparison::{
    ActivationColumns, CatalogueTable, CredentialColumns, EntryRow, FileRow, LicenseColumns,
    RecordLine, RecordedEntries, RecordedEntry, ReferenceRow, SubjectTable,
};
pub use container::{Carried, ContainerFilter, SignedContext, SignedUpdate};
pub use counters::WrongValue;
pub use credential::{CredentialFile, CredentialFilter};
pub use error::Fault;
pub use key::{SignedFiles, SignedKeySet};
pub use license_list::LicenseFilter;
pub use open::SchemaCheck;
pub use recovery::{RecoveryFilter, StoredGrant};
pub use restore::FileIds;
pub use search::Hit;
pub use session::{Assignment, AssignmentFilter, SessionFilter};
pub use status::{SignedStatus, StoppedFile};
pub use ticket::TicketFilter;
pub use token_rows::{TokenKind, TokenMembers, TokenRow};

use crate::domain::audit::record::{Records, RowFacts};
use crate::domain::audit::{Author, LogHash, NewEntry};
use crate::domain::serial::Serial;
use crate::domain::{Error, Random};

/// The result of an access to the database.
pub type Result<T> = std::result::Result<T, Fault>;

/// An open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

/// A state of the database, to read. Other processes may write at the same time.
#[derive(Debug)]
pub struct Snapshot<'a> {
    transaction: rusqlite::Transaction<'a>,
}

impl Snapshot<'_> {
    /// Returns the reader of this state.
    pub fn reader(&self) -> Reader<'_> {
        Reader { connection: &self.transaction }
    }
}

/// A read access to the current state of the database.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    connection: &'a Connection,
}

/// A write access to the database, which ends with [`Transaction::commit`]. A dropped transaction
/// changes nothing.
#[derive(Debug)]
pub struct Transaction<'a> {
    transaction: rusqlite::Transaction<'a>,
    is_audited: Cell<bool>,
    /// True after the last audit entry.
    is_log_complete: Cell<bool>,
    records: RefCell<Records>,
}

impl Store {
    /// Returns a reader of the database.
    pub fn reader(&self) -> Reader<'_> {
        Reader { connection: &self.connection }
    }

    /// Begins a read transaction. Writers do not wait for it.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn snapshot(&mut self) -> Result<Snapshot<'_>> {
        Ok(Snapshot { transaction: self.connection.transaction()? })
    }

    /// Begins a write transaction. Other writers wait.
    ///
    /// # Errors
    ///
    /// `busy` after ten seconds.
    pub fn begin(&mut self) -> Result<Transaction<'_>> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Transaction {
            transaction,
            is_audited: Cell::new(false),
            is_log_complete: Cell::new(false),
            records: RefCell::default(),
        })
    }
}

/// A callback that receives the rows of a list. An error ends the list.
pub type Take<'a, T, E> = &'a mut dyn FnMut(T) -> std::result::Result<(), E>;

/// A callback that receives the rows of a list, or the fault of a row.
pub type TakeRow<'a, T, E> = &'a mut dyn FnMut(Result<T>) -> std::result::Result<(), E>;

/// Returns all rows of a short list.
pub fn gather<T>(list: impl FnOnce(Take<'_, T, Fault>) -> Result<()>) -> Result<Vec<T>> {
    let mut rows = Vec::new();
    list(&mut |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

impl Reader<'_> {
    /// Reads rows one at a time, because a list may be larger than the memory.
    fn each<T, E: From<Fault>>(
        &self,
        sql: &'static str,
        values: &[(&str, &dyn ToSql)],
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        take: Take<'_, T, E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.connection.prepare_cached(sql).map_err(Fault::from)?;
        let mut rows = statement.query(values).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            take(read(row).map_err(Fault::from)?)?;
        }
        Ok(())
    }

    /// Reads rows one at a time. A row that cannot be read does not end the list.
    fn each_readable<T, E: From<Fault>>(
        &self,
        sql: &'static str,
        values: &[(&str, &dyn ToSql)],
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        take: TakeRow<'_, T, E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.connection.prepare_cached(sql).map_err(Fault::from)?;
        let mut rows = statement.query(values).map_err(Fault::from)?;
        while let Some(row) = rows.next().map_err(Fault::from)? {
            take(read(row).map_err(Fault::from))?;
        }
        Ok(())
    }

    /// Returns the rows that a query selects.
    fn gather_rows<T>(
        &self,
        sql: &'static str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = self.connection.prepare_cached(sql)?;
        let rows = rows.query_map([], |row| read(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number that a query selects.
    fn number(&self, sql: &'static str, values: &[(&str, &dyn ToSql)]) -> Result<u64> {
        Ok(self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Returns the text column that a query selects, such as serials or codes.
    fn texts(&self, sql: &'static str, values: &[(&str, &dyn ToSql)]) -> Result<Vec<String>> {
        let mut rows = self.connection.prepare_cached(sql)?;
        let rows = rows.query_map(values, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Transaction<'_> {
    /// Returns a reader of the database with the changes of the transaction.
    pub fn reader(&self) -> Reader<'_> {
        Reader { connection: &self.transaction }
    }

    /// Writes one row. Checks that it was written, because a foreign trigger may suppress a row
    /// without an error.
    fn write(&self, sql: &'static str, values: &[(&str, &dyn ToSql)]) -> Result<()> {
        match self.transaction.prepare_cached(sql)?.execute(values)? {
            1 => Ok(()),
            rows => {
                Err(Fault::Corrupt(format!("a statement wrote {rows} rows where one was meant")))
            }
        }
    }

    /// Inserts one row and returns its id. The statement ends in `RETURNING id`.
    fn insert(&self, sql: &'static str, values: &[(&str, &dyn ToSql)]) -> Result<i64> {
        let mut statement = self.transaction.prepare_cached(sql)?;
        optional(statement.query_row(values, |row| row.get(0)))?.ok_or_else(|| {
            Fault::Corrupt("a statement wrote 0 rows where one was meant".to_owned())
        })
    }

    /// Records a row that the change wrote, for the audit entry.
    pub fn record<R: RowFacts>(&self, record: &R) {
        self.records.borrow_mut().add(record);
    }

    /// Returns whether the change has written a row, whose record is not in the log yet.
    pub fn has_recorded(&self, table: &'static str, key: &str) -> bool {
        self.records.borrow().has(table, key)
    }

    /// Returns the records of the rows that were written since the last call.
    pub fn take_records(&self) -> Records {
        self.records.take()
    }

    /// Appends an audit entry of the change, with its personal values.
    ///
    /// # Errors
    ///
    /// `Fault::AuditedLate` after [`Transaction::complete_log`]; the faults of the database.
    pub fn append(
        &self,
        change: &NewEntry,
        author: &Author,
        at: &str,
        random: &mut Random<'_>,
    ) -> Result<()> {
        if self.is_log_complete.get() {
            return Err(Fault::AuditedLate);
        }
        self.append_audit(change, author, at, random)?;
        self.is_audited.set(true);
        Ok(())
    }

    /// Ends the audit entries of the transaction, and returns the hash of the last one, which the
    /// files of the transaction carry.
    ///
    /// # Errors
    ///
    /// `Fault::Unaudited` for a change without an audit entry; the faults of the database.
    pub fn complete_log(&self) -> Result<LogHash> {
        if !self.is_audited.get() {
            return Err(Fault::Unaudited);
        }
        self.is_log_complete.set(true);
        Ok(LogHash::of_last(self.reader().audit_head()?.1))
    }

    /// Commits a change without an audit entry. Only the touch of a session may do so.
    pub fn commit_unaudited(self) -> Result<()> {
        Ok(self.transaction.commit()?)
    }

    /// Writes any number of rows.
    fn write_all(&self, sql: &'static str, values: &[(&str, &dyn ToSql)]) -> Result<usize> {
        Ok(self.transaction.prepare_cached(sql)?.execute(values)?)
    }

    /// Commits the change with its audit entries.
    ///
    /// # Errors
    ///
    /// `Fault::Unaudited` for a change without an audit entry; the faults of the database.
    pub fn commit(self) -> Result<()> {
        if !self.is_audited.get() {
            return Err(Fault::Unaudited);
        }
        Ok(self.transaction.commit()?)
    }
}

/// The number of rows below which a list is short: it is read and sorted without a noticeable
/// delay. Before a list begins, the rows of each filter are counted in its index up to this number,
/// and the filter with the fewest rows selects the index.
const FEW: u64 = 10_000;

/// The filter that leaves the fewest rows.
struct Fewest {
    by: &'static str,
    rows: u64,
}

impl Fewest {
    /// Returns the case without a filter, which leaves all rows.
    fn all() -> Fewest {
        Fewest { by: "all", rows: u64::MAX }
    }

    /// Selects a filter that leaves fewer rows. Among filters with the same number of rows, the
    /// first wins.
    fn offer(&mut self, by: &'static str, rows: u64) {
        if rows < self.rows {
            *self = Fewest { by, rows };
        }
    }
}

/// Returns the limit of a list for a `LIMIT` clause. Without a limit, this is the largest number,
/// because dialects of SQL have different words for no limit.
fn at_most(limit: Option<u32>) -> i64 {
    limit.map_or(i64::MAX, i64::from)
}

/// Returns the first row, or `None` without a row.
fn optional<T>(found: rusqlite::Result<T>) -> Result<Option<T>> {
    match found {
        Ok(row) => Ok(Some(row)),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Parses a stored JSON text or word. An error means that another program wrote it.
fn stored<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
    })
}

/// Parses a stored word of an enumeration.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    stored(&serde_json::Value::from(text).to_string())
}

/// Parses a stored serial.
fn serial(row: &Row<'_>, column: usize) -> rusqlite::Result<Serial> {
    row.get::<_, String>(column)?.parse().map_err(|error: Error| {
        rusqlite::Error::FromSqlConversionFailure(
            column,
            rusqlite::types::Type::Text,
            error.message.into(),
        )
    })
}

/// Returns a value as JSON text.
fn json(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
