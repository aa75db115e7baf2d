//! A count of the steps that SQLite takes, for the tests that limit them.

use std::cell::Cell;

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use crate::store::Store;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

impl Store {
    /// Starts to count the steps of this database: each statement that starts, and each row that a
    /// statement returns. The statements of the full-text index are among them. The statements of a
    /// trigger are not: they are part of the step that fires it. `sqlite3_step` is called at most
    /// as often. The count is one for each thread.
    pub(crate) fn count_steps(&mut self) {
        STEPS.set(0);
        let events = TraceEventCodes::SQLITE_TRACE_STMT | TraceEventCodes::SQLITE_TRACE_ROW;
        self.connection.trace_v2(events, Some(count)).expect("a traced connection");
    }

    /// Returns the number of steps since the count was started.
    pub(crate) fn steps(&self) -> u64 {
        STEPS.get()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "SQLite's trace hands over its events")]
fn count(event: TraceEvent<'_>) {
    let is_step = match event {
        // SQLite reports the start of a trigger as a comment, and the start of a nested statement
        // too.
        TraceEvent::Stmt(_, sql) => !sql.trim_start_matches("-- ").starts_with("TRIGGER "),
        TraceEvent::Row(_) => true,
        _ => false,
    };
    if is_step {
        STEPS.set(STEPS.get() + 1);
    }
}
