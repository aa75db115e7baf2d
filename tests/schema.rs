//! The schema: every table and column states its purpose, and a new home has the tables of
//! `schema.sql`.

use crate::env::TestEnvironment;

const SCHEMA: &str = include_str!("../schema.sql");

#[test]
fn a_new_home_has_exactly_the_schema() {
    let env = TestEnvironment::with_home();
    let fresh = rusqlite::Connection::open_in_memory().expect("opened");
    fresh.execute_batch(SCHEMA).expect("the schema runs");
    let of = |connection: &rusqlite::Connection| -> Vec<String> {
        let mut rows = connection
            .prepare("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name")
            .expect("prepared");
        rows.query_map([], |row| row.get(0)).expect("read").map(|sql| sql.expect("text")).collect()
    };
    let home = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    assert_eq!(of(&home), of(&fresh));
    let number = |name: &str| {
        home.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect("a number")
    };
    assert_eq!(
        (number("user_version"), number("application_id")),
        (1, i64::from(u32::from_be_bytes(*b"lcnt")))
    );
}

#[test]
fn every_table_is_strict_and_has_a_comment() {
    let mut tables = 0;
    let lines: Vec<&str> = SCHEMA.lines().collect();
    for (place, line) in lines.iter().enumerate() {
        let Some(name) = line.strip_prefix("CREATE TABLE ").and_then(|rest| rest.split(' ').next())
        else {
            continue;
        };
        tables += 1;
        assert!(place > 0 && lines[place - 1].starts_with("-- "), "table {name} has no comment");
        let end = lines[place..].iter().find(|line| line.starts_with(')')).expect("an end");
        assert!(end.contains("STRICT"), "table {name} is not strict");
    }
    assert!(tables >= 16, "{tables} tables were seen");
}

#[test]
fn no_query_of_the_rules_reads_a_whole_table() {
    let env = TestEnvironment::with_catalogue();
    let home = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
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
        "SELECT 1 FROM audit_person WHERE number = 1 AND value = 'anna'",
        "SELECT 1 FROM audit_person WHERE seq = 7",
        "SELECT name FROM audit_anchor JOIN key ON key.kid = audit_anchor.kid WHERE last_seq = \
         (SELECT min(last_seq) FROM audit_anchor WHERE last_seq >= 7) AND first_seq <= 7",
        "SELECT 1 FROM audit WHERE license = 'L-1' COLLATE NOCASE",
        "SELECT 1 FROM audit WHERE kid = 'k' AND action IN ('key.export', 'key.retire', \
         'key.destroy')",
        "SELECT 1 FROM license WHERE replaces = 'L-1'",
        "SELECT 1 FROM license WHERE customer_id = 1 AND product_id = 1 AND edition = 'trial' AND \
         standing <> 'deleted' ORDER BY id DESC",
        "SELECT 1 FROM license WHERE customer_id = 1 AND edition = 'trial'",
        "SELECT 1 FROM session WHERE serial = 'S-1'",
        "SELECT count(*) FROM session WHERE license_id = 7 AND expires_at > '2026' AND ended_at IS \
         NULL",
        "SELECT count(*) FROM session WHERE license_id = 7 AND expires_at > '2026' AND ended_at > \
         '2026'",
        "SELECT 1 FROM session WHERE ended_at IS NULL AND expires_at <= '2026' UNION ALL SELECT 1 \
         FROM session WHERE ended_at > '2026'",
        "SELECT 1 FROM session WHERE user_id = 7",
        "SELECT 1 FROM assignment WHERE user_id = 7",
        "SELECT 1 FROM file WHERE activation_id = 7 AND revision < 3",
        "SELECT 1 FROM file WHERE jti = 'x'",
        "SELECT 1 FROM customer WHERE code = 'c'",
        "SELECT 1 FROM customer_user WHERE customer_id = 1 AND username = 'u'",
    ] {
        let mut plan = home.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
        let steps: Vec<String> = plan
            .query_map([], |row| row.get::<_, String>(3))
            .expect(sql)
            .map(|step| step.expect("a step"))
            .collect();
        let whole = steps.iter().any(|step| step.starts_with("SCAN") && !sql.contains("LIMIT 1"));
        assert!(!whole, "{sql}: {steps:?}");
    }
}

/// Returns every SELECT of the store, with the function that contains it.
fn queries() -> Vec<(String, String)> {
    literals(|sql| {
        (sql.starts_with("SELECT ") || sql.starts_with("WITH ")) && sql.contains(" FROM ")
    })
}

/// Returns the selected string literals of the store, with the functions that contain them.
fn literals(is_wanted: fn(&str) -> bool) -> Vec<(String, String)> {
    struct Found(String, Vec<(String, String)>, fn(&str) -> bool);
    impl<'a> syn::visit::Visit<'a> for Found {
        fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
            self.0 = item.sig.ident.to_string();
            syn::visit::visit_impl_item_fn(self, item);
        }
        fn visit_lit_str(&mut self, text: &'a syn::LitStr) {
            let sql = text.value();
            if (self.2)(&sql) {
                self.1.push((self.0.clone(), sql));
            }
        }
    }
    let mut found = Found(String::new(), Vec::new(), is_wanted);
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store"))
        .expect("the store")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("read");
        let text = text.split("#[cfg(test)]").next().expect("a text");
        syn::visit::Visit::visit_file(&mut found, &syn::parse_file(text).expect("parsed"));
    }
    found.1
}

/// Functions whose query reads all live sessions of a license, and the two steps of its plan:
/// sessions without an end, and sessions with an end in the future.
const COUNTED: &[&str] = &["find_license", "count_earlier", "list_oldest", "list_live"];
const LIVE: [&str; 2] = [
    "SEARCH session USING COVERING INDEX session_open_of (license_id=? AND expires_at>?)",
    "SEARCH session USING COVERING INDEX session_ended_of (license_id=? AND ended_at>?)",
];

/// Returns the conditions of the triggers that refuse a statement: the name, and the condition as a
/// query.
fn questions_of_triggers() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for text in SCHEMA.split("CREATE TRIGGER ").skip(1) {
        let (text, _) = text.split_once("END;").expect("an end");
        let (head, body) = text.split_once("BEGIN").expect("a body");
        let name = head.split_whitespace().next().expect("a name");
        let asked = body.trim().strip_prefix("SELECT CASE").map(|rest| format!("CASE{rest}"));
        let when = head.split_once("WHEN ").map(|(_, when)| when.to_owned());
        for asked in [when, asked].into_iter().flatten() {
            let sql = asked.replace("NEW.", ":new_").replace("OLD.", ":old_");
            let mut parts = sql.split("RAISE(ABORT, '");
            let first = parts.next().expect("a part").to_owned();
            let sql = parts.fold(first, |sql, part| {
                let (_, rest) = part.split_once("')").expect("the end of a message");
                format!("{sql}1{rest}")
            });
            found.push((name.to_owned(), format!("SELECT {sql}")));
        }
    }
    found
}

#[test]
fn live_sessions_are_counted_in_an_index_alone() {
    let env = TestEnvironment::with_home();
    let home = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let plan = |sql: &str| -> Vec<String> {
        let mut plan = home.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
        let mut rows = plan.raw_query();
        let mut steps = Vec::new();
        while let Some(row) = rows.next().expect(sql) {
            steps.push(row.get(3).expect("a step"));
        }
        steps
    };
    let queries = queries();
    for function in COUNTED {
        let (_, sql) = queries.iter().find(|(name, _)| name == function).expect(function);
        let steps = plan(sql);
        for live in LIVE {
            assert!(steps.iter().any(|step| step == live), "{function}: {steps:?}");
        }
    }
    // The triggers count sessions, too, and have no plans of their own. No trigger reads a whole
    // table.
    let mut counts = 0;
    for (name, sql) in questions_of_triggers() {
        let steps = plan(&sql);
        let is_whole = |step: &&String| step.starts_with("SCAN ") && *step != "SCAN CONSTANT ROW";
        let whole = steps.iter().find(is_whole);
        assert_eq!(whole, None, "{name}: {steps:?}");
        let of_sessions = steps.iter().filter(|step| step.contains(" session "));
        let of_sessions: Vec<&String> = of_sessions.collect();
        if !of_sessions.is_empty() {
            assert_eq!(of_sessions, LIVE, "{name}: {steps:?}");
            counts += 1;
        }
    }
    assert_eq!(counts, 3, "triggers that count the live sessions");
    // The query of a user's own sessions does not read sessions that have ended.
    let (_, sql) = queries.iter().find(|(name, _)| name == "list_own").expect("a query");
    let steps = plan(sql);
    for index in ["session_by_user (user_id=?", "session_by_removed (username=?"] {
        let step = format!("SEARCH session USING INDEX {index} AND license_id=? AND expires_at>?)");
        assert!(steps.contains(&step), "{steps:?}");
    }
}

#[test]
fn the_database_itself_counts_the_seats_that_sessions_hold() {
    let env = TestEnvironment::with_catalogue();
    let license = "license issue --customer nordwind --product other --reference R --unbound";
    env.line(&format!("{license} --seats 2")).assert(0);
    env.line("session start ref:R --user anna").assert(0);
    let second = env.json("session start ref:R --user bo");
    let home = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let insert = |serial: &str| {
        home.execute(
            "INSERT INTO session (serial, license_id, customer_id, user_id, started_at, last_seen, ttl, expires_at)
             SELECT :serial, license_id, customer_id, user_id, started_at, last_seen, ttl, expires_at
             FROM session ORDER BY id LIMIT 1",
            [serial],
        )
    };
    let refused = |serial: &str| {
        let error = insert(serial).expect_err(serial).to_string();
        assert!(error.contains("no seat is sold twice"), "{error}");
    };
    refused("S-00000-00001");
    // A session holds its seat until its end.
    let second = second["serial"].as_str().expect("a serial");
    env.line(&format!("session end {second} --after 2min")).assert(0);
    refused("S-00000-00002");
    env.line(&format!("session end {second}")).assert(0);
    insert("S-00000-00003").expect("a free seat");
    refused("S-00000-00004");
}

const WHOLE_LOG: &str = "the health report compares the whole log";
const COMPARED: &str = "the health report compares all rows";

/// The queries that read a whole table or index, with the reason.
const WHOLE: &[(&str, &str, &str)] = &[
    ("list_entry_rows", "SCAN audit", WHOLE_LOG),
    ("list_entry_rows", "SCAN audit_person", WHOLE_LOG),
    ("list_anchors_and_hashes", "SCAN audit_anchor", WHOLE_LOG),
    ("list_record_lines", "SCAN audit_record", WHOLE_LOG),
    ("list_license_columns", "SCAN license", COMPARED),
    ("count_compared", "SCAN license", COMPARED),
    ("subjects", "SCAN license", COMPARED),
    ("subjects", "SCAN container", COMPARED),
    ("subjects", "SCAN ticket", COMPARED),
    ("subjects", "SCAN credential", COMPARED),
    ("subjects", "SCAN recovery", COMPARED),
    ("subjects", "SCAN key", COMPARED),
    ("subjects", "SCAN product", COMPARED),
    ("list_codes", "SCAN product", COMPARED),
    ("list_codes", "SCAN customer", COMPARED),
    ("list_reference_rows", "SCAN reference", COMPARED),
    ("list_grant_rows", "SCAN recovery_grant", COMPARED),
    ("count_properties", "SCAN container_property", COMPARED),
    ("list_token_rows", "SCAN keyset", COMPARED),
    ("list_token_rows", "SCAN status_token", COMPARED),
    ("list_token_rows", "SCAN container_update", COMPARED),
    ("list_token_rows", "SCAN container_context", COMPARED),
    ("list_token_rows", "SCAN container_receipt", COMPARED),
    ("list_wrong_file_counts", "SCAN key", COMPARED),
    ("list_wrong_counters", "SCAN container", COMPARED),
    ("audit_head", "SCAN audit", "it reads only the newest row"),
    ("walk_audit", "SCAN audit", "it reads the whole chain"),
    ("walk_audit", "SCAN audit_anchor", "it reads all anchors"),
    ("list_audit_texts", "SCAN audit", "it reads the whole chain"),
    ("list_anchors", "SCAN audit_anchor", "it reads all anchors"),
    ("list_customer_codes", "SCAN customer", "it reads a limited number for a suggestion"),
    ("list_keys", "SCAN key", "a vendor has few keys"),
    ("is_key_used", "SCAN keyset", "it runs only for a key that the key set does not have"),
    ("is_key_used", "SCAN audit_anchor", "it runs only for a key that the key set does not have"),
    ("find_keyset", "SCAN keyset", "it reads only the newest row"),
    (
        "list_due",
        "SCAN license USING INDEX license_by_checkpoint",
        "the index contains only licenses with a checkpoint",
    ),
    (
        "list_sessions",
        "SCAN session USING INDEX session_open",
        "the index contains only open sessions",
    ),
    ("close", "SCAN sqlite_schema", "the schema itself"),
    ("list_credential_files", "SCAN credential", "`doctor` checks every credential"),
    ("list_found", "SCAN search VIRTUAL TABLE INDEX", "this is a lookup in the search index"),
    ("list_requiring", "SCAN product", "a vendor has few products"),
    ("find_vendor", "SCAN vendor", "the table has one row"),
    ("list_like", "SCAN wanted", "the properties of one request"),
    ("find_ledger", "SCAN chain", "it reads a license and its predecessors"),
    ("list_predecessors", "SCAN chain", "it reads a license and its predecessors"),
    (
        "list_entries",
        "SCAN license USING COVERING INDEX license_suspended",
        "the index contains only suspended licenses",
    ),
    ("list_entries", "SCAN container USING", "the index contains only blocked containers"),
    (
        "list_entries",
        "SCAN credential USING COVERING INDEX credential_ended",
        "the index contains only ended credentials",
    ),
    ("list_entries", "SCAN container_context USING", "the index contains only imported contexts"),
    ("list_entries", "SCAN activation USING", "the index contains only ended placements"),
];

/// Returns whether a step reads a subquery, by its name.
fn is_subquery(sql: &str, step: &str) -> bool {
    let name = step.strip_prefix("SCAN ").unwrap_or_default();
    sql.match_indices(&format!(") AS {name}"))
        .any(|(at, found)| !sql[at + found.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

/// The queries that sort all results before they return the first, with the reason why the number
/// of results is small.
const SORTED: &[(&str, &str)] = &[
    ("list_keys", "a vendor has few keys"),
    ("list_assigned_to", "the licenses of one user"),
    ("list_older_files", "the files of one license"),
    ("list_assigned", "the users of one license"),
    ("find_product", "the records of one product"),
    ("list_products", "the records of one product"),
    ("list_licenses_granting_without", "it runs only if a module moves"),
    ("list_file_rows", "the files of one license"),
    ("list_live", "the live sessions of one license"),
    ("list_own", "the live sessions of one user of one license"),
    ("list_oldest", "the live sessions of one license, after a refusal"),
    ("list_stale", "the stale sessions, which are ended at once"),
    ("list_licenses", "the licenses of a short period"),
    ("list_sessions", "the open sessions, or the sessions of one license, user or customer"),
    ("list_assignments", "the users of one license"),
    ("find_container", "the licenses in one container"),
    ("list_carried", "the licenses in one container"),
    ("list_credentials", "the credentials of one container or customer"),
    ("list_like", "the few computers with a common hash"),
    ("list_lists_named_in", "the licenses in one container"),
    ("list_status_rows", "the ids of the lists of one number"),
];

#[test]
fn every_query_of_the_store_has_an_index() {
    let env = TestEnvironment::with_catalogue();
    let home = rusqlite::Connection::open(env.path("licentia.db")).expect("opened");
    let queries = queries();
    assert!(queries.len() >= 50, "{} queries were seen", queries.len());
    let (mut whole, mut sorted) = (Vec::new(), Vec::new());
    for (function, sql) in &queries {
        let mut plan = home.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
        let mut rows = plan.raw_query();
        while let Some(row) = rows.next().expect(sql) {
            let step: String = row.get(3).expect("a step");
            if step.starts_with("SCAN ") && step != "SCAN CONSTANT ROW" && !is_subquery(sql, &step)
            {
                let lawful =
                    WHOLE.iter().find(|(name, scan, _)| name == function && step.starts_with(scan));
                whole.push(lawful.unwrap_or_else(|| panic!("{function}: {step}\n{sql}")).0);
            }
            // An index that SQLite builds for one query reads the whole table each time, and so
            // does the source of the index.
            assert!(
                !step.contains("AUTOMATIC") && !step.starts_with("BLOOM FILTER"),
                "{function}: {step}\n{sql}"
            );
            if step.starts_with("USE TEMP B-TREE") {
                let lawful = SORTED.iter().find(|(name, _)| name == function);
                sorted.push(lawful.unwrap_or_else(|| panic!("{function}: {step}\n{sql}")).0);
            }
        }
    }
    // Every exception is needed.
    for (name, ..) in WHOLE {
        assert!(whole.contains(name), "{name} reads no whole table or index");
    }
    for (name, _) in SORTED {
        assert!(sorted.contains(name), "{name} sorts nothing");
    }
}

/// Returns the SQL statements of the store, with the functions that contain them.
fn statements() -> Vec<(String, String)> {
    literals(|sql| {
        let verbs = ["SELECT ", "WITH ", "INSERT ", "UPDATE ", "DELETE "];
        verbs.iter().any(|verb| sql.starts_with(verb))
    })
}

/// The words that PostgreSQL reserves (appendix C of its documentation) and that an SQL statement
/// of this program could use as a name. The list includes `new` and `old`, which name the rows of a
/// trigger.
const RESERVED: &[&str] = &[
    "all",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "authorization",
    "binary",
    "both",
    "case",
    "cast",
    "check",
    "collate",
    "collation",
    "column",
    "concurrently",
    "constraint",
    "create",
    "cross",
    "current_date",
    "current_role",
    "current_time",
    "current_timestamp",
    "current_user",
    "default",
    "deferrable",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
    "false",
    "fetch",
    "for",
    "foreign",
    "freeze",
    "from",
    "full",
    "grant",
    "group",
    "having",
    "ilike",
    "in",
    "initially",
    "inner",
    "intersect",
    "into",
    "is",
    "isnull",
    "join",
    "lateral",
    "leading",
    "left",
    "like",
    "limit",
    "localtime",
    "localtimestamp",
    "natural",
    "new",
    "not",
    "notnull",
    "null",
    "offset",
    "old",
    "on",
    "only",
    "or",
    "order",
    "outer",
    "overlaps",
    "placing",
    "primary",
    "references",
    "returning",
    "right",
    "select",
    "session_user",
    "similar",
    "some",
    "symmetric",
    "table",
    "tablesample",
    "then",
    "to",
    "trailing",
    "true",
    "union",
    "unique",
    "user",
    "using",
    "variadic",
    "verbose",
    "when",
    "where",
    "window",
    "with",
];

/// The constructs of SQLite that the statements need, with the reason.
const SQLITE_ALONE: &[(&str, &str)] = &[
    ("INDEXED BY ", "the database has no statistics, and each of these lists has one index"),
    (" MATCH ", "the index of `find` is a table of SQLite's full-text search"),
    ("CROSS JOIN ", "SQLite keeps the order of these tables"),
    ("json_group_array(", "lists of a record are read with it; PostgreSQL has json_agg"),
    ("json_each(", "lists are parameters as JSON; PostgreSQL has jsonb_array_elements_text"),
    (" COLLATE ", "upper and lower case are the same by a collation of SQLite's"),
];

/// The constructs that no statement may use: PostgreSQL does not support them, and SQL has a
/// replacement.
const FORBIDDEN: &[&str] = &[
    "LIMIT -1",
    ", -1)",
    "IFNULL(",
    "ifnull(",
    " GLOB ",
    "INSERT OR ",
    "REPLACE INTO ",
    "strftime(",
    "datetime(",
    "julianday(",
    "iif(",
    "last_insert_rowid(",
];

#[test]
fn statements_are_valid_in_postgresql_too() {
    let statements = statements();
    assert!(statements.len() >= 150, "{} statements were seen", statements.len());
    let booleans: Vec<&str> = SCHEMA
        .match_indices(" IN (0, 1))")
        .filter_map(|(at, _)| SCHEMA[..at].rsplit('(').next())
        .collect();
    assert!(booleans.contains(&"resync") && booleans.contains(&"adopted"), "{booleans:?}");
    let schema = ("schema.sql".to_owned(), SCHEMA.to_owned());
    for (function, sql) in &statements {
        for forbidden in FORBIDDEN {
            assert!(!sql.contains(forbidden), "{function}: {forbidden:?} in {sql}");
        }
    }
    for (function, sql) in statements.iter().chain([&schema]) {
        for (at, _) in sql.match_indices(" AS ") {
            let alias = word_at(&sql[at + 4..]);
            assert!(!RESERVED.contains(&alias.as_str()), "{function}: alias {alias}");
        }
        for (at, _) in sql.match_indices("FROM (").chain(sql.match_indices("JOIN (")) {
            let rest = after_bracket(&sql[at + 5..]);
            assert!(rest.trim_start().starts_with("AS "), "{function}: no name before {rest:?}");
        }
        for boolean in &booleans {
            for number in ["= 1", "= 0"] {
                let compared = sql
                    .match_indices(&format!("{boolean} {number}"))
                    .any(|(at, _)| !sql[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
                assert!(!compared, "{function}: {boolean} {number}");
            }
        }
    }
    for (construct, reason) in SQLITE_ALONE {
        let is_used = statements.iter().any(|(_, sql)| sql.contains(construct));
        assert!(is_used, "{construct:?} is not used: {reason}");
    }
    let home = rusqlite::Connection::open_in_memory().expect("opened");
    home.execute_batch(SCHEMA).expect("the schema runs");
    let mut names = home
        .prepare(
            "SELECT tables.name FROM sqlite_schema AS tables WHERE tables.type IN ('table', 'view')
             UNION SELECT columns.name
             FROM sqlite_schema AS tables JOIN pragma_table_xinfo(tables.name) AS columns",
        )
        .expect("prepared");
    let names = names.query_map([], |row| row.get::<_, String>(0)).expect("read");
    for name in names.map(|name| name.expect("a name")) {
        assert!(!RESERVED.contains(&name.as_str()), "{name} is a reserved word");
    }
}

/// Returns the word at the beginning of a text.
fn word_at(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>().to_lowercase()
}

/// Returns the text after the closing bracket of the bracket at the beginning.
fn after_bracket(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}
