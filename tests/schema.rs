//! The schema: every table and column says why it is there, and what a new home has is what `schema.sql` says.

use crate::world::World;

const SCHEMA: &str = include_str!("../schema.sql");

#[test]
fn a_new_home_has_exactly_the_schema() {
    let world = World::with_home();
    let fresh = rusqlite::Connection::open_in_memory().expect("opened");
    fresh.execute_batch(SCHEMA).expect("the schema runs");
    let of = |connection: &rusqlite::Connection| -> Vec<String> {
        let mut rows = connection.prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name").expect("prepared");
        rows.query_map([], |row| row.get(0)).expect("read").map(|sql| sql.expect("text")).collect()
    };
    let home = rusqlite::Connection::open(world.path("licentia.db")).expect("opened");
    assert_eq!(of(&home), of(&fresh));
    let number = |name: &str| home.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect("a number");
    assert_eq!((number("user_version"), number("application_id")), (1, i64::from(u32::from_be_bytes(*b"lcnt"))));
}

#[test]
fn every_table_is_strict_and_says_why_it_is_there() {
    let mut tables = 0;
    let lines: Vec<&str> = SCHEMA.lines().collect();
    for (place, line) in lines.iter().enumerate() {
        let Some(name) = line.strip_prefix("CREATE TABLE ").and_then(|rest| rest.split(' ').next()) else { continue };
        tables += 1;
        assert!(place > 0 && lines[place - 1].starts_with("-- "), "table {name} has no comment");
        let end = lines[place..].iter().find(|line| line.starts_with(')')).expect("an end");
        assert!(end.contains("STRICT"), "table {name} is not strict");
    }
    assert!(tables >= 16, "{tables} tables were seen");
}

#[test]
fn no_query_reads_a_whole_table_to_find_one_row() {
    let world = World::with_catalogue();
    let home = rusqlite::Connection::open(world.path("licentia.db")).expect("opened");
    for sql in [
        "SELECT 1 FROM license WHERE serial = 'L-1'",
        "SELECT 1 FROM license WHERE reference = 'R'",
        "SELECT 1 FROM license WHERE serial >= 'L-1' AND serial < 'L-2'",
        "SELECT 1 FROM file WHERE status_list = 1 AND status_idx = 7",
        "SELECT max(id) FROM file WHERE activation_id = 7",
        "SELECT 1 FROM activation WHERE license_id = 7",
        "SELECT 1 FROM assignment WHERE license_id = 7",
        "SELECT 1 FROM license_module WHERE license_id = 7",
        "SELECT 1 FROM audit ORDER BY seq DESC LIMIT 1",
        "SELECT 1 FROM audit WHERE subject = 'L-1' COLLATE NOCASE",
        "SELECT 1 FROM audit WHERE license = 'L-1' COLLATE NOCASE",
        "SELECT 1 FROM license WHERE replaces = 'L-1'",
        "SELECT 1 FROM license WHERE customer_id = 1 AND product_id = 1 AND edition = 'trial' AND standing <> 'deleted' ORDER BY id DESC",
        "SELECT 1 FROM license WHERE customer_id = 1 AND edition = 'trial'",
        "SELECT 1 FROM session WHERE serial = 'S-1'",
        "SELECT count(*) FROM session WHERE license_id = 7 AND expires_at > '2026' AND (ended_at IS NULL OR ended_at > '2026')",
        "SELECT 1 FROM session WHERE ended_at IS NULL AND expires_at <= '2026' UNION ALL SELECT 1 FROM session WHERE ended_at > '2026'",
        "SELECT 1 FROM session WHERE user_id = 7",
        "SELECT 1 FROM assignment WHERE user_id = 7",
        "SELECT 1 FROM file WHERE activation_id = 7 AND revision < 3",
        "SELECT 1 FROM file WHERE jti = 'x'",
        "SELECT 1 FROM customer WHERE code = 'c'",
        "SELECT 1 FROM user WHERE customer_id = 1 AND username = 'u'",
    ] {
        let mut plan = home.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
        let steps: Vec<String> =
            plan.query_map([], |row| row.get::<_, String>(3)).expect(sql).map(|step| step.expect("a step")).collect();
        let whole = steps.iter().any(|step| step.starts_with("SCAN") && !sql.contains("LIMIT 1"));
        assert!(!whole, "{sql}: {steps:?}");
    }
}
