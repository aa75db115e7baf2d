//! The comparison of counters with the rows that they count, and of the database file with itself.

use crate::ops::error::Result;
use crate::ops::health::comparison::difference::Differences;
use crate::store::{Reader, WrongValue};

/// Compares the counters.
///
/// # Errors
///
/// The faults of the database.
pub fn compare_counters(reader: Reader<'_>, differences: &Differences) -> Result<()> {
    let add = |kind: &'static str, member: &str, wrong: Vec<WrongValue>| {
        for WrongValue { subject, stored, computed } in wrong {
            let problem = format!(
                "{kind} {subject} was changed in the database: {member} is {stored}, but its \
                 records give {computed}"
            );
            differences.add_next(kind, &subject, problem);
        }
    };
    add("key", "files_signed", reader.list_wrong_file_counts()?);
    add("status", "taken", reader.list_wrong_index_counts()?);
    add("container", "counter", reader.list_wrong_counters()?);
    Ok(())
}

/// Compares the pages, the indexes and the references of the database file.
///
/// # Errors
///
/// The faults of the database.
pub fn compare_pages(reader: Reader<'_>, differences: &Differences) -> Result<()> {
    for problem in reader.check_pages()? {
        differences.add_next("database", "pages", problem);
    }
    Ok(())
}
