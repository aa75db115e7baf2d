//! The counters that do not fit the rows that they count, and the faults of the database file.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::store::{Reader, Result};

/// A stored value that does not follow from the rows from which it is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongValue {
    /// The serial, code, name or number of the row.
    pub subject: String,
    /// The stored value.
    pub stored: String,
    /// The computed value.
    pub computed: String,
}

impl Reader<'_> {
    /// Lists the numbers of signed files of keys that are lower than the number of stored files.
    /// Files of other sites are not counted: their indexes are reserved, or in other lists.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_wrong_file_counts(&self) -> Result<Vec<WrongValue>> {
        self.gather_rows(
            "SELECT name AS subject, files_signed AS stored, counted AS computed
             FROM (SELECT name, files_signed,
                          (SELECT count(*) FROM file
                           WHERE file.kid = key.kid AND status_list > 0
                             AND NOT EXISTS (SELECT 1 FROM status_reserved AS reserved
                                             WHERE reserved.status_list = file.status_list
                                               AND reserved.status_idx = file.status_idx))
                          + (SELECT count(*) FROM credential WHERE credential.kid = key.kid)
                          + (SELECT count(*) FROM container_update WHERE container_update.kid = key.kid)
                          + (SELECT count(*) FROM status_token WHERE status_token.kid = key.kid)
                          AS counted
                   FROM key) AS counts
             WHERE files_signed < counted",
            read_wrong_value,
        )
    }

    /// Lists the numbers of used indexes of status lists that differ from the number of used
    /// indexes.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_wrong_index_counts(&self) -> Result<Vec<WrongValue>> {
        self.gather_rows(
            "SELECT number AS subject, taken AS stored, counted AS computed
             FROM (SELECT number, taken,
                          (SELECT count(*) FROM file
                           WHERE file.status_list = number
                             AND NOT EXISTS (SELECT 1 FROM status_reserved AS reserved
                                             WHERE reserved.status_list = file.status_list
                                               AND reserved.status_idx = file.status_idx))
                          + (SELECT count(*) FROM credential WHERE credential.status_list = number)
                          + (SELECT count(*) FROM status_reserved AS reserved
                             WHERE reserved.status_list = number)
                          AS counted
                   FROM status_list WHERE number > 0) AS counts
             WHERE taken <> counted",
            read_wrong_value,
        )
    }

    /// Lists the counters of containers that are lower than the counter of a signed text.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn list_wrong_counters(&self) -> Result<Vec<WrongValue>> {
        self.gather_rows(
            "SELECT serial AS subject, counter AS stored, signed AS computed
             FROM (SELECT serial, counter,
                          max(coalesce((SELECT max(counter) FROM container_update
                                        WHERE container_id = container.id), 0),
                              coalesce((SELECT max(counter) FROM container_context
                                        WHERE container_id = container.id), 0)) AS signed
                   FROM container) AS counters
             WHERE counter < signed",
            read_wrong_value,
        )
    }

    /// Checks the pages, the indexes, the constraints and the references of the database file.
    /// Returns the faults, at most a hundred of each kind.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn check_pages(&self) -> Result<Vec<String>> {
        let mut found = self.texts("PRAGMA integrity_check", &[])?;
        found.retain(|text| text != "ok");
        let mut rows = self.connection.prepare("PRAGMA foreign_key_check")?;
        let rows = rows.query_map([], |row| {
            let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
            let id: Option<i64> = row.get(1)?;
            let row = id.map_or_else(|| "a row".to_owned(), |id| format!("row {id}"));
            Ok(format!("{row} of table {table} refers to a missing row of table {target}"))
        })?;
        for row in rows.take(100) {
            found.push(row?);
        }
        Ok(found)
    }
}

fn read_wrong_value(row: &Row<'_>) -> rusqlite::Result<WrongValue> {
    let text = |column: &str| -> rusqlite::Result<String> {
        Ok(match row.get_ref(column)? {
            ValueRef::Integer(number) => number.to_string(),
            value => value.as_str()?.to_owned(),
        })
    };
    Ok(WrongValue {
        subject: text("subject")?,
        stored: text("stored")?,
        computed: text("computed")?,
    })
}
