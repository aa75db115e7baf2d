//! `customer import` and `user import`: all rows of a CSV file, or none.

use crate::env::TestEnvironment;

#[test]
fn an_import_adds_and_changes_customers() {
    let env = TestEnvironment::with_catalogue();
    env.write(
        "c.csv",
        "\u{feff}code,name,email,reference\nnordwind,Nordwind \
         AB,it@nordwind.example,4711\nsued,\"Süd, GmbH\",,\nwest,West,a@west.example,none\n",
    );
    let before = env.everything();
    insta::assert_snapshot!(env.line("customer import c.csv --dry-run"), @"
    exit 0
    --- err
    ~ customer nordwind: name: Nordwind → Nordwind AB; email: none → it@nordwind.example; reference: none → 4711
    + customer sued (Süd, GmbH)
    + customer west (West)
    Would import c.csv: 2 customers added, 1 changed, 0 unchanged
    ");
    assert_eq!(env.everything(), before);
    insta::assert_snapshot!(env.line("customer import c.csv"), @"
    exit 0
    --- err
    Imported c.csv: 2 customers added, 1 changed, 0 unchanged
    ");
    insta::assert_snapshot!(env.line("customer import c.csv"), @"
    exit 0
    --- err
    No change: the database already has 3 customers of c.csv
    ");
    // An empty cell and a missing column change nothing. The value `none` clears a value.
    env.write("d.csv", "reference,code\n,nordwind\nnone,NORDWIND2\n");
    assert!(
        env.refused("customer import d.csv", 2, "usage")
            .contains("line 3: name: a new customer needs a name")
    );
    env.write("d.csv", "email;code\nnone;NordWind\n;sued\n");
    let done = env.json("customer import d.csv");
    assert_eq!(
        (&done["added"], &done["changed"], &done["unchanged"]),
        (&0.into(), &1.into(), &1.into())
    );
    let shown = env.json("customer show nordwind");
    assert_eq!(
        (shown["email"].is_null(), shown["reference"].as_str(), shown["name"].as_str()),
        (true, Some("4711"), Some("Nordwind AB"))
    );
    // The output of a list is valid input of an import.
    env.write("all.csv", env.line("customer list --format csv").assert(0).text());
    assert_eq!(env.json("customer import all.csv")["unchanged"], 3);
    env.input(b"code,name\nost,Ost\n");
    insta::assert_snapshot!(env.line("customer import -"), @"
    exit 0
    --- err
    Imported standard input: 1 customer added, 0 changed, 0 unchanged
    ");
    let entries = env.json("audit list --action customer.edit");
    assert_eq!(entries.as_array().map(Vec::len), Some(2));
    env.line("audit verify").assert(0);
}

#[test]
fn an_import_adds_and_changes_users() {
    let env = TestEnvironment::with_catalogue();
    env.line("company add nordwind south --name South").assert(0);
    let issue = "license issue --customer nordwind --product work-management --seats 5 --unbound \
        --reference R";
    env.line(&format!("{issue} --company north")).assert(0);
    let session = env.json("session start ref:R --user anna")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    env.write(
        "u.csv",
        "customer,username,name,email,company,admin\nnordwind,Anna,Anna \
         Ek,anna@nordwind.example,south,no\nnordwind,cleo,,,north,yes\nnordwind,bo,,,,\n",
    );
    let before = env.everything();
    let would = env.line("user import u.csv --dry-run").assert(0);
    assert!(would.err.contains(&session), "the sessions that end are reported: {would}");
    insta::assert_snapshot!(would.err.replace(&session, "S-…"), @"
    ~ user anna of customer nordwind: name: none → Anna Ek; email: none → anna@nordwind.example; company: north → south; admin: yes → no
        license L-XY9KB-PT3MW: work-management for nordwind, 5 floating seats, delivered
          ends session S-… of anna (started at 2026-11-21T10:00:00Z)
    + user cleo of customer nordwind
    Would import u.csv: 1 user added, 1 changed, 1 unchanged
    Sessions that end: S-…
    ");
    assert_eq!(env.everything(), before);
    let done = env.json("user import u.csv");
    assert_eq!(
        (&done["added"], &done["changed"], &done["unchanged"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(done["sessions"][0], session.as_str());
    assert_eq!(env.json(&format!("session show {session}"))["state"], "ended");
    assert_eq!(env.json("user show nordwind anna")["company"], "south");
    env.refused(&format!("session touch {session}"), 1, "wrong_state");
    env.write("all.csv", env.line("user list nordwind --format csv").assert(0).text());
    assert_eq!(env.json("user import all.csv")["unchanged"], 3);
    env.line("audit verify").assert(0);
}

/// Checks that the session of each user ends once, although both users are on a license that ran
/// out.
#[test]
fn users_who_change_companies_together_end_each_session_once() {
    let env = TestEnvironment::with_catalogue();
    env.line("company add nordwind south --name South").assert(0);
    env.line("user edit nordwind bo --company north").assert(0);
    let issue = "license issue --customer nordwind --product work-management --seats 5 --unbound";
    env.line(&format!("{issue} --company north --term 1d --reference R")).assert(0);
    for user in ["anna", "bo"] {
        env.line(&format!("session start ref:R --user {user} --ttl 3d")).assert(0);
    }
    env.at("2026-11-22T10:00:00Z");
    env.write("u.csv", "customer,username,company\nnordwind,anna,south\nnordwind,bo,south\n");
    let would = env.json("user import u.csv --dry-run");
    let done = env.json("user import u.csv");
    assert_eq!(done["sessions"], would["sessions"]);
    assert_eq!(done["sessions"].as_array().map(Vec::len), Some(2));
    let ends = env.json("audit list --action session.end");
    assert_eq!(ends.as_array().map(Vec::len), Some(2), "{ends}");
    assert_eq!(ends[0]["detail"]["reason"], "not in force");
    assert_eq!(env.count("SELECT count(*) FROM session WHERE ended_at IS NULL"), 0);
    env.line("audit verify").assert(0);
}

/// Checks that two mistakes of one line are in the order of its columns.
#[test]
fn mistakes_of_one_line_are_in_the_order_of_its_columns() {
    let env = TestEnvironment::with_home();
    env.input(b"code,name,email\nx,,no\n");
    insta::assert_snapshot!(env.line("customer import -"), @r#"
    exit 2
    --- err
    error: standard input has 2 mistakes; no change was made:
      line 2: name: a new customer needs a name
      line 2: email: "no" is not an e-mail address (write an e-mail address like anna@nordwind.example)
    "#);
}

#[test]
fn an_import_reports_all_mistakes_with_their_lines() {
    let env = TestEnvironment::with_catalogue();
    let before = env.everything();
    env.input(
        b"customer,username,name,email,company,admin\nnordwnd,a,,,,\n,b,,,,\nnordwind,c \
            d,x,not,gone,maybe\nnordwind,good,,,north,yes\n\nnordwind,GOOD,,,,\nnordwind,\"e\nf\",,,,\nnordwind,short\n",
    );
    insta::assert_snapshot!(env.line("user import -"), @r#"
    exit 2
    --- err
    error: standard input has 9 mistakes; no change was made:
      line 2: customer: there is no customer nordwnd (did you mean nordwind? `licentia customer list` shows the customers)
      line 3: customer: the customer is missing
      line 4: username: "c d" is not a user name (a user name has no spaces, no commas and no invisible characters)
      line 4: email: "not" is not an e-mail address (write an e-mail address like anna@nordwind.example)
      line 4: admin: "maybe" is neither yes nor no
      line 4: company: customer nordwind has no company gone (`licentia company list nordwind` shows the companies of nordwind)
      line 7: username: user GOOD of customer nordwind is already in line 5
      line 8: username: the user name contains the control character U+000A
      line 10: the row has 2 cells, and the header has 6
    "#);
    env.input(b"code,name,email\na b,A,x@y.z\nnew,,\nx,X,no\nX,Again,\n");
    insta::assert_snapshot!(env.line("customer import - --json"), @r#"
    exit 2
    --- err
    {"error":{"code":"usage","message":"standard input has 4 mistakes; no change was made:\n  line 2: code: \"a b\" is not a code (a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management)\n  line 3: name: a new customer needs a name\n  line 4: email: \"no\" is not an e-mail address (write an e-mail address like anna@nordwind.example)\n  line 5: code: customer X is already in line 4","hint":null,"errors":[{"line":2,"key":"code","code":"usage","message":"\"a b\" is not a code","hint":"a code has 1 to 64 letters, digits, dots, dashes or underscores, and begins with a letter or digit, like work-management"},{"line":3,"key":"name","code":"usage","message":"a new customer needs a name","hint":null},{"line":4,"key":"email","code":"usage","message":"\"no\" is not an e-mail address","hint":"write an e-mail address like anna@nordwind.example"},{"line":5,"key":"code","code":"usage","message":"customer X is already in line 4","hint":null}]}}
    "#);
    for (text, says) in [
        ("", "no header"),
        ("name,email\nA,b@c.d\n", "column code is missing"),
        ("code,nmae\n", "did you mean name?"),
        ("code,code\n", "twice"),
    ] {
        env.input(text.as_bytes());
        assert!(env.refused("customer import -", 2, "usage").contains(says), "{text:?}");
    }
    env.input(b"code,name\na,\xe4\n");
    assert!(env.refused("customer import -", 2, "usage").contains("UTF-8"));
    env.refused("customer import missing.csv", 5, "io");
    env.input(b"code,name\n");
    assert_eq!(env.json("customer import -")["unchanged"], 0);
    assert_eq!(env.everything(), before);
}

#[test]
fn names_that_differ_in_letter_case_are_imported_unchanged() {
    let env = TestEnvironment::with_catalogue();
    env.line("user add nordwind Ärne").assert(0);
    env.line("user add nordwind ärne").assert(0);
    env.write("all.csv", env.line("user list nordwind --format csv").assert(0).text());
    assert_eq!(env.json("user import all.csv")["unchanged"], 4);
    // Without the closing quote the rest of the file would be one value.
    for text in ["code,name\na,\"A\nb,B\n", "code,name\na,\"A"] {
        env.input(text.as_bytes());
        assert!(
            env.refused("customer import -", 2, "usage")
                .contains("line 2: a quotation mark is not closed"),
            "{text:?}"
        );
    }
    env.input(b"\n\ncode;name\na;A\n");
    assert_eq!(env.json("customer import - --dry-run")["added"], 1);
    env.input(b"code,name\na,none\n");
    assert!(env.refused("customer import -", 2, "usage").contains("the word none is not a name"));
    // The message lists the first mistakes, the JSON lists all of them.
    let rows: String = (0..200).map(|row| format!("gone-{row},u{row}\n")).collect();
    env.input(format!("customer,username\n{rows}").as_bytes());
    let ran = env.line("user import - --json");
    let error: serde_json::Value =
        serde_json::from_str(ran.err.lines().last().unwrap_or_default()).expect("an error");
    assert_eq!(error["error"]["errors"].as_array().map(Vec::len), Some(200));
    assert!(error["error"]["message"].as_str().is_some_and(|message| message.contains("150 more")));
}

#[test]
fn ten_thousand_rows_are_one_change() {
    let env = TestEnvironment::with_home();
    let rows: String = (0..10_000)
        .map(|row| format!("c{row},Customer {row},c{row}@example.org,{row}\n"))
        .collect();
    env.write("c.csv", format!("code,name,email,reference\n{rows}"));
    let done = env.line("customer import c.csv --quiet").assert(0);
    assert!(done.err.is_empty() && done.out.is_empty());
    assert_eq!(env.count("SELECT count(*) FROM customer"), 10_000);
    // A long list is printed in parts, with one header and with columns that do not become
    // narrower.
    let listed = env.line("customer list").assert(0).text();
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(
        (lines.len(), lines[0].starts_with("CODE"), lines[10_000].starts_with("c9999 ")),
        (10_001, true, true)
    );
    assert!(lines.iter().all(|line| !line.trim().is_empty()));
    assert_eq!(listed.matches("CODE").count(), 1);
    let all = env.json("customer list");
    assert_eq!(all.as_array().map(Vec::len), Some(10_000));
    assert_eq!(env.line("customer list --format csv").assert(0).text().lines().count(), 10_001);
    env.write(
        "d.csv",
        format!(
            "code,name\n{}",
            rows.lines()
                .map(|row| format!("{},\n", row.split(',').next().unwrap_or_default()))
                .collect::<String>()
        ),
    );
    assert_eq!(env.json("customer import d.csv")["unchanged"], 10_000);
    env.line("audit verify").assert(0);
}
