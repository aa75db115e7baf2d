//! The schema, and the migrations of older databases. A migration does not change after its
//! release. Each increments `user_version` by one, and all run in one transaction.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::{Fault, Result};

/// `PRAGMA application_id` of a database of this program: "lcnt".
pub(super) const APPLICATION: i64 = 0x6c63_6e74;

/// The current schema.
pub(super) const SCHEMA: &str = include_str!("../../schema.sql");

/// Migrations from version 1 on; the first migrates version 1 to 2. Empty, because nothing was
/// released.
const STEPS: &[&str] = &[];

/// Returns the newest schema version that this program knows.
pub(super) fn version() -> i64 {
    i64::try_from(STEPS.len()).unwrap_or(i64::MAX).saturating_add(1)
}

/// Creates the schema in an empty database.
pub(super) fn create(connection: &mut Connection) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    transaction.execute_batch(SCHEMA)?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", version())?;
    transaction.commit()?;
    Ok(())
}

/// Refuses a database of another program.
pub(super) fn check_application(connection: &Connection) -> Result<()> {
    if pragma(connection, "application_id")? == APPLICATION { Ok(()) } else { Err(Fault::Foreign) }
}

/// Migrates an older database; refuses a newer one.
pub(super) fn upgrade(connection: &mut Connection) -> Result<()> {
    let (found, known) = (pragma(connection, "user_version")?, version());
    if found > known {
        return Err(Fault::Newer { found, known });
    }
    if found == known {
        return Ok(());
    }
    let done =
        usize::try_from(found).ok().and_then(|found| found.checked_sub(1)).ok_or(Fault::Foreign)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

fn pragma(connection: &Connection, name: &str) -> Result<i64> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}
