//! Opening: every connection has the same settings, and each is looked at after it was set, because SQLite passes over a
//! setting that it does not take.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{Fault, Result, Store, migrate};

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a database without its triggers is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// No: for all work.
    Protected,
    /// Yes: for the verbs that look for such damage.
    Anything,
}

impl Store {
    /// Makes a database where there is none.
    pub fn create(path: &Path) -> Result<Store> {
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        configure(&connection)?;
        migrate::create(&mut connection)?;
        Ok(Store { connection })
    }

    /// Opens a home's database.
    pub fn open(path: &Path, trust: Trust) -> Result<Store> {
        let mut connection = connect(path, OpenFlags::empty())?;
        configure(&connection)?;
        migrate::upgrade(&mut connection)?;
        if trust == Trust::Protected {
            protected(&connection)?;
        }
        Ok(Store { connection })
    }

    /// Closes the database. The last to close empties the write-ahead log into the one file; a failure of that is told.
    pub fn close(self) -> Result<()> {
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that opens the database")]
fn connect(path: &Path, more: OpenFlags) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE | more;
    Ok(Connection::open_with_flags(path, flags)?)
}

fn configure(connection: &Connection) -> Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    for (name, value) in [("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0)] {
        connection.pragma_update(None, name, value)?;
        let found: i64 = connection.pragma_query_value(None, name, |row| row.get(0))?;
        if found != value {
            return Err(Fault::Io(format!("{name} cannot be set: it is {found}")));
        }
    }
    let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if journal != "wal" {
        return Err(Fault::Corrupt(format!("its journal is {journal:?} where licentia's is a write-ahead log")));
    }
    Ok(())
}

/// Every trigger of the schema is there, to the letter.
fn protected(connection: &Connection) -> Result<()> {
    let mut found = connection.prepare_cached("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let found: Vec<(String, String)> =
        found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (name, sql) in triggers() {
        if !found.iter().any(|(there, text)| there == name && text == sql) {
            return Err(Fault::Unprotected(name.to_owned()));
        }
    }
    Ok(())
}

/// The triggers of `schema.sql`: name and text, as `sqlite_schema` keeps them.
fn triggers() -> impl Iterator<Item = (&'static str, &'static str)> {
    migrate::SCHEMA.match_indices("CREATE TRIGGER ").filter_map(|(at, head)| {
        let text = migrate::SCHEMA.get(at..)?;
        let sql = text.get(..text.find("END;")? + 3)?;
        Some((sql.get(head.len()..)?.split_whitespace().next()?, sql))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Fault;

    fn fresh() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("licentia.db");
        Store::create(&path).expect("a database").close().expect("closed");
        (folder, path)
    }

    fn behind_our_back(path: &Path, sql: &str) {
        connect(path, OpenFlags::empty()).expect("opened").execute_batch(sql).expect(sql);
    }

    #[test]
    fn a_database_without_a_trigger_opens_only_to_look_for_damage() {
        let names: Vec<_> = triggers().map(|(name, _)| name).collect();
        assert_eq!(names.len(), migrate::SCHEMA.matches("CREATE TRIGGER").count());
        for name in names {
            let (_folder, path) = fresh();
            behind_our_back(&path, &format!("DROP TRIGGER {name}"));
            assert!(matches!(Store::open(&path, Trust::Protected), Err(Fault::Unprotected(lacks)) if lacks == name), "{name}");
            assert!(Store::open(&path, Trust::Anything).is_ok(), "{name}");
        }
        let (_folder, path) = fresh();
        behind_our_back(&path, "DROP TRIGGER audit_stays; CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT 1; END");
        assert!(matches!(Store::open(&path, Trust::Protected), Err(Fault::Unprotected(_))));
    }

    #[test]
    fn foreign_newer_and_damaged_databases_are_told_apart() {
        let (_folder, path) = fresh();
        behind_our_back(&path, "PRAGMA user_version = 99");
        assert!(matches!(Store::open(&path, Trust::Anything), Err(Fault::Newer { found: 99, known: 1 })));
        behind_our_back(&path, "PRAGMA application_id = 7");
        assert!(matches!(Store::open(&path, Trust::Anything), Err(Fault::Foreign)));
        let (_folder, path) = fresh();
        #[expect(clippy::disallowed_methods, reason = "damage is done behind the back of host/files.rs")]
        std::fs::write(&path, "not a database, but long enough to look at").expect("written");
        assert!(matches!(Store::open(&path, Trust::Protected), Err(Fault::Corrupt(_))));
        assert!(matches!(Store::open(&path.with_extension("none"), Trust::Protected), Err(Fault::Io(_))));
    }

    #[test]
    fn a_full_disk_changes_nothing() {
        let (_folder, path) = fresh();
        let mut store = Store::open(&path, Trust::Protected).expect("opened");
        let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).expect("pages");
        store
            .connection
            .pragma_update(None, "max_page_count", pages)
            .or_else(|error| match error {
                rusqlite::Error::ExecuteReturnedResults => Ok(()),
                other => Err(other),
            })
            .expect("limited");
        let tx = store.begin().expect("begun");
        let change = crate::domain::audit::Change::new("test.fill", "x".repeat(100_000), serde_json::Value::Null);
        let author = crate::domain::audit::Author { actor: "a".into(), os_user: "b".into(), process: "test" };
        assert!(matches!(tx.commit(&change, &author, "2026-11-21T00:00:00Z"), Err(Fault::Full)));
        assert_eq!(store.books().audit_head().expect("head").0, 0);
    }
}
