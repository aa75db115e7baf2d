//! Opening the database: all connections have the same settings. Each setting is read back, because
//! SQLite ignores unknown settings without an error.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::store::{Fault, Reader, Result, Store, migrate};

/// The time for which a writer waits for another writer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The treatment of a database whose schema was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaCheck {
    /// The database is refused. All changes use this.
    Required,
    /// The database is opened, for the verbs that report such damage.
    Skipped,
}

impl Store {
    /// Creates a database at a path without a file.
    pub fn create(path: &Path) -> Result<Store> {
        let mut connection =
            connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        configure(&connection, true)?;
        migrate::create(&mut connection)?;
        Ok(Store { connection })
    }

    /// Opens the database of a home. On a read-only disk, it is opened for reading.
    pub fn open(path: &Path, trust: SchemaCheck) -> Result<Store> {
        let store = Store::open_as(path, OpenFlags::SQLITE_OPEN_READ_WRITE, trust);
        match store {
            Err(Fault::Io(_)) if has_no_log(path) => {
                let read_only = Store::open_as(
                    &immutable(path),
                    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
                    trust,
                );
                read_only.or(store)
            }
            store => store,
        }
    }

    fn open_as(path: &Path, flags: OpenFlags, trust: SchemaCheck) -> Result<Store> {
        let mut connection = connect(path, flags)?;
        migrate::check_application(&connection)?;
        configure(&connection, !flags.contains(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
        migrate::upgrade(&mut connection)?;
        if trust == SchemaCheck::Required {
            protected(&connection)?;
        }
        Ok(Store { connection })
    }

    /// Closes the database. The last connection moves the write-ahead log into the database file,
    /// and returns the errors of that.
    pub fn close(self) -> Result<()> {
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that opens the database")]
fn connect(path: &Path, how: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        how | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE,
    )?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Returns whether the write-ahead log is missing or empty, so that the database file is complete.
fn has_no_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).map_or(true, |found| found.len() == 0)
}

/// Returns a URI that declares that no process writes the database. SQLite then reads it without a
/// write-ahead log.
fn immutable(path: &Path) -> PathBuf {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(byte);
    let encoded: String = path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .map(
            |byte| if plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") },
        )
        .collect();
    PathBuf::from(format!("file:{encoded}?immutable=1"))
}

fn configure(connection: &Connection, writes: bool) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // The query plan of a statement does not depend on its values, so a cached statement is not
    // prepared again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    // These settings need no SQL statement.
    for (name, config, value) in [
        ("foreign_keys", DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        ("trusted_schema", DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        if connection.set_db_config(config, value)? != value {
            return Err(Fault::Io(format!("{name} cannot be set: it is {}", !value)));
        }
    }
    for (name, value) in [("synchronous", 2), ("recursive_triggers", 1)] {
        connection.pragma_update(None, name, value)?;
        let found: i64 = connection.pragma_query_value(None, name, |row| row.get(0))?;
        if found != value {
            return Err(Fault::Io(format!("{name} cannot be set: it is {found}")));
        }
    }
    let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if writes && journal != "wal" {
        return Err(Fault::Corrupt(format!(
            "the journal mode is {journal:?}; a write-ahead log is required"
        )));
    }
    Ok(())
}

/// Checks that the tables, indexes, triggers and views are those of the schema, character by
/// character, and that there are no others.
fn protected(connection: &Connection) -> Result<()> {
    // SQLite itself makes the statistics, and the search table its shadow tables.
    let mut rows = connection.prepare_cached(
        "SELECT type, name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL
           AND NOT (type = 'table' AND (name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')
                                        OR name IN ('search_data', 'search_idx', 'search_content',
                                                    'search_docsize', 'search_config')))",
    )?;
    // In an unchanged database, the objects are in the order of the schema. The column is looked up
    // once, because each opening of a database reads some two hundred rows here.
    let column = rows.column_index("sql")?;
    if are_in_order(rows.query([])?, column)? {
        return Ok(());
    }
    let found: Vec<SchemaObject<String>> = rows
        .query_map([], |row| {
            Ok(SchemaObject {
                kind: row.get("type")?,
                name: row.get("name")?,
                sql: row.get("sql")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    // Collected once, because a search in the schema for each object doubles the time to open the
    // database.
    let own: Vec<SchemaObject<&str>> = objects().collect();
    let is_found = |own: &&SchemaObject<&str>| {
        found.iter().any(|found| found.name == own.name && found.sql == own.sql)
    };
    let is_own = |found: &&SchemaObject<String>| own.iter().any(|own| own.name == found.name);
    let lacking = own.iter().find(|own| !is_found(own)).map(SchemaObject::called);
    let foreign = || found.iter().find(|found| !is_own(found)).map(SchemaObject::called);
    lacking.or_else(foreign).map_or(Ok(()), |changed| Err(Fault::Unprotected(changed)))
}

/// Returns whether the objects are those of the schema, in its order. `column` has their
/// statements. Only the text between the statements is searched, so that an opening costs little.
fn are_in_order(mut found: rusqlite::Rows<'_>, column: usize) -> Result<bool> {
    let mut rest = after_comments(migrate::SCHEMA);
    while let Some(row) = found.next()? {
        let sql = row.get_ref(column)?.as_str().ok();
        let Some(next) = sql.and_then(|sql| rest.strip_prefix(sql)?.strip_prefix(";\n")) else {
            return Ok(false);
        };
        // A part of a trigger is followed by the rest of the trigger.
        let between = next.trim_start_matches('\n');
        if !(between.is_empty() || between.starts_with("CREATE ") || between.starts_with("--")) {
            return Ok(false);
        }
        rest = after_comments(between);
    }
    Ok(rest.is_empty())
}

/// Returns the text from the next statement on.
fn after_comments(mut text: &str) -> &str {
    while !text.is_empty() && !text.starts_with("CREATE ") {
        text = text.split_once('\n').map_or("", |(_, rest)| rest);
    }
    text
}

impl Reader<'_> {
    /// Checks that the tables, indexes, triggers and views are those of the schema.
    pub fn check_schema(&self) -> Result<()> {
        protected(self.connection)
    }
}

/// An object of the schema.
struct SchemaObject<T> {
    /// The kind: `table`, `index`, `trigger` or `view`.
    kind: T,
    /// The name.
    name: T,
    /// The statement that creates the object, in the form of `sqlite_schema`.
    sql: T,
}

impl<T: std::fmt::Display> SchemaObject<T> {
    /// Returns the kind and the name.
    fn called(&self) -> String {
        format!("{} {}", self.kind, self.name)
    }
}

/// Returns the objects of `schema.sql`.
fn objects() -> impl Iterator<Item = SchemaObject<&'static str>> {
    migrate::SCHEMA.match_indices("\nCREATE ").filter_map(|(at, _)| {
        let text = migrate::SCHEMA.get(at + 1..)?;
        let mut words =
            text.split(|c: char| c.is_whitespace() || c == '(').filter(|word| !word.is_empty());
        let kind = words.find(|word| !matches!(*word, "CREATE" | "UNIQUE" | "VIRTUAL"))?;
        let (kind, length) = match kind {
            "TRIGGER" => ("trigger", text.find("END;")? + 3),
            "TABLE" => ("table", text.find(";\n")?),
            "INDEX" => ("index", text.find(";\n")?),
            "VIEW" => ("view", text.find(";\n")?),
            _ => return None,
        };
        Some(SchemaObject { kind, name: words.next()?, sql: text.get(..length)? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Fault, Transaction};

    /// A store for tests of use cases.
    impl Store {
        /// Creates a database in memory.
        pub(crate) fn in_memory() -> Store {
            let mut connection = Connection::open_in_memory().expect("opened");
            configure(&connection, false).expect("configured");
            migrate::create(&mut connection).expect("a schema");
            Store { connection }
        }

        /// Begins a transaction, as another process does.
        pub(crate) fn locked(&mut self) -> Transaction<'_> {
            self.begin().expect("begun")
        }

        /// Runs a function in a transaction that is rolled back.
        pub(crate) fn trial<T>(&mut self, run: impl FnOnce(&Transaction<'_>) -> T) -> T {
            run(&self.begin().expect("begun"))
        }

        /// Runs SQL as a person who drops the triggers.
        pub(crate) fn run_sql(&mut self, sql: &str) {
            let mut names = self
                .connection
                .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                .expect("prepared");
            let names = names.query_map([], |row| row.get(0)).expect("read");
            let names: Vec<String> = names.collect::<rusqlite::Result<_>>().expect("read");
            let dropped: String =
                names.iter().map(|name| format!("DROP TRIGGER {name};")).collect();
            let sql = format!("PRAGMA foreign_keys = OFF; {dropped} {sql}");
            self.connection.execute_batch(&sql).expect("run");
        }

        /// Changes the database as another program does, without an audit entry.
        pub(crate) fn edit(&mut self, run: impl FnOnce(&Transaction<'_>)) {
            let tx = self.begin().expect("begun");
            run(&tx);
            tx.commit_unaudited().expect("committed");
        }
    }

    fn fresh() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("licentia.db");
        Store::create(&path).expect("a database").close().expect("closed");
        (folder, path)
    }

    /// Fills the random bytes of an audit entry.
    fn entropy(_: &'static str, bytes: &mut [u8]) {
        bytes.fill(7);
    }

    fn behind_our_back(path: &Path, sql: &str) {
        connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .expect("opened")
            .execute_batch(sql)
            .expect(sql);
    }

    #[test]
    fn a_database_without_a_trigger_opens_only_to_look_for_damage() {
        let names: Vec<_> =
            objects().filter(|own| own.kind == "trigger").map(|own| own.name).collect();
        assert_eq!(names.len(), migrate::SCHEMA.matches("CREATE TRIGGER").count());
        for name in names {
            let (_folder, path) = fresh();
            behind_our_back(&path, &format!("DROP TRIGGER {name}"));
            assert!(
                matches!(Store::open(&path, SchemaCheck::Required), Err(Fault::Unprotected(trigger)) if trigger == format!("trigger {name}")),
                "{name}"
            );
            assert!(Store::open(&path, SchemaCheck::Skipped).is_ok(), "{name}");
        }
        let (_folder, path) = fresh();
        behind_our_back(
            &path,
            "DROP TRIGGER audit_delete_forbidden; CREATE TRIGGER audit_delete_forbidden BEFORE DELETE ON audit BEGIN \
             SELECT 1; END",
        );
        assert!(matches!(Store::open(&path, SchemaCheck::Required), Err(Fault::Unprotected(_))));
        // An additional trigger could suppress audit entries.
        let (_folder, path) = fresh();
        behind_our_back(
            &path,
            "CREATE TRIGGER more BEFORE INSERT ON audit BEGIN SELECT raise(ignore); END",
        );
        assert!(
            matches!(Store::open(&path, SchemaCheck::Required), Err(Fault::Unprotected(more)) if more == "trigger more")
        );
        let mut store = Store::open(&path, SchemaCheck::Skipped).expect("opened");
        let change = crate::domain::audit::NewEntry::new("test.one", "x", serde_json::Value::Null);
        let author = crate::domain::audit::Author {
            actor: "a".into(),
            os_user: "b".into(),
            process: "test".into(),
        };
        let kept_out = store.begin().expect("begun").append(
            &change,
            &author,
            "2026-11-21T00:00:00Z",
            &mut entropy,
        );
        assert!(matches!(kept_out, Err(Fault::Corrupt(_))), "an entry that was not written");
    }

    #[test]
    fn a_database_that_nobody_can_write_is_read() {
        let (_folder, path) = fresh();
        assert_eq!(
            immutable(Path::new("/a b/ä%?#")),
            PathBuf::from("file:/a%20b/%C3%A4%25%3F%23?immutable=1")
        );
        let how = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let mut store =
            Store::open_as(&immutable(&path), how, SchemaCheck::Required).expect("opened");
        assert_eq!(store.reader().audit_head().expect("read").0, 0);
        let change = crate::domain::audit::NewEntry::new("test.one", "x", serde_json::Value::Null);
        let author = crate::domain::audit::Author {
            actor: "a".into(),
            os_user: "b".into(),
            process: "test".into(),
        };
        let refused = store.begin().and_then(|tx| {
            tx.append(&change, &author, "2026-11-21T00:00:00Z", &mut entropy)?;
            tx.commit()
        });
        assert!(matches!(refused, Err(Fault::Io(_))), "{refused:?}");
    }

    #[test]
    fn an_unchanged_schema_is_recognized_without_a_search() {
        let (_folder, path) = fresh();
        let store = Store::open(&path, SchemaCheck::Skipped).expect("opened");
        let are_own = |sql: &str| {
            let mut rows = store.connection.prepare(sql).expect("prepared");
            are_in_order(rows.query([]).expect("read"), 0).expect("compared")
        };
        let own = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT IN
                     ('sqlite_sequence', 'search_data', 'search_idx', 'search_content',
                      'search_docsize', 'search_config')";
        assert!(are_own(own));
        // In another order, without the last ones, and with a part of a trigger.
        assert!(!are_own(&format!("{own} ORDER BY name")));
        assert!(!are_own(&format!("{own} LIMIT 5")));
        assert!(!are_own(&own.replacen("sql", "replace(sql, 'END', '')", 1)));
    }

    #[test]
    fn each_change_of_the_schema_is_found() {
        for (sql, object) in [
            ("DROP INDEX activation_is_live_once", "index activation_is_live_once"),
            ("DROP VIEW search_text", "view search_text"),
            ("CREATE TABLE evil (id INTEGER)", "table evil"),
            ("CREATE TABLE search_evil (id INTEGER)", "table search_evil"),
            ("CREATE VIEW evil AS SELECT 1", "view evil"),
            ("CREATE INDEX evil ON license (seats)", "index evil"),
            ("ALTER TABLE license ADD COLUMN evil INTEGER", "table license"),
            (
                "PRAGMA writable_schema = ON;
                 UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'session'",
                "table session",
            ),
        ] {
            let (_folder, path) = fresh();
            behind_our_back(&path, sql);
            let found = Store::open(&path, SchemaCheck::Required).err();
            let is_found = matches!(&found, Some(Fault::Unprotected(name)) if name == object);
            assert!(is_found, "{sql}: {found:?}");
        }
        // SQLite writes its statistics into a table.
        let (_folder, path) = fresh();
        behind_our_back(&path, "ANALYZE");
        assert!(Store::open(&path, SchemaCheck::Required).is_ok());
    }

    #[test]
    fn foreign_newer_and_damaged_databases_are_told_apart() {
        let (_folder, path) = fresh();
        behind_our_back(&path, "PRAGMA user_version = 99");
        assert!(matches!(
            Store::open(&path, SchemaCheck::Skipped),
            Err(Fault::Newer { found: 99, known: 1 })
        ));
        behind_our_back(&path, "PRAGMA application_id = 7");
        assert!(matches!(Store::open(&path, SchemaCheck::Skipped), Err(Fault::Foreign)));
        let (_folder, path) = fresh();
        #[expect(
            clippy::disallowed_methods,
            reason = "damage is done behind the back of host/files.rs"
        )]
        std::fs::write(&path, "not a database, but long enough to look at").expect("written");
        assert!(matches!(Store::open(&path, SchemaCheck::Required), Err(Fault::Corrupt(_))));
        assert!(matches!(
            Store::open(&path.with_extension("none"), SchemaCheck::Required),
            Err(Fault::Io(_))
        ));
    }

    #[test]
    fn a_full_disk_changes_nothing() {
        let (_folder, path) = fresh();
        let mut store = Store::open(&path, SchemaCheck::Required).expect("opened");
        let pages: i64 = store
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .expect("pages");
        store
            .connection
            .pragma_update(None, "max_page_count", pages)
            .or_else(|error| match error {
                rusqlite::Error::ExecuteReturnedResults => Ok(()),
                other => Err(other),
            })
            .expect("limited");
        let tx = store.begin().expect("begun");
        let change = crate::domain::audit::NewEntry::new(
            "test.fill",
            "x".repeat(100_000),
            serde_json::Value::Null,
        );
        let author = crate::domain::audit::Author {
            actor: "a".into(),
            os_user: "b".into(),
            process: "test".into(),
        };
        let full = tx
            .append(&change, &author, "2026-11-21T00:00:00Z", &mut entropy)
            .and_then(|()| tx.commit());
        assert!(matches!(full, Err(Fault::Full)));
        assert_eq!(store.reader().audit_head().expect("head").0, 0);
    }
}
