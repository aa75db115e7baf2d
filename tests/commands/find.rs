//! `find`: a search for a part of a name, a serial or a reference finds the record.

use crate::env::TestEnvironment;

fn env() -> TestEnvironment {
    let env = TestEnvironment::with_catalogue();
    env.line("customer add sued --name Süd --email post@sued.example --reference K-4711").assert(0);
    env.ok(&[
        "user",
        "edit",
        "nordwind",
        "anna",
        "--name",
        "Änna Müller",
        "--email",
        "Anna@Nordwind.example",
    ]);
    env.line(
        "license issue --customer nordwind --product work-management --seats 5 --term 1y \
        --reference ORDER-1",
    )
    .assert(0);
    env.ok(&["customer", "add", "w1", "--name", "North  Windmill"]);
    env.ok(&["customer", "add", "w2", "--name", "Acme\u{a0}Boats (QX)"]);
    env.line("customer add jp --name 日本").assert(0);
    env.line("customer add oil --name Öl-011").assert(0);
    env.line("license issue --customer nordwind --product other --reference ORDER-12").assert(0);
    env.line("license issue --customer sued --product other --reference ORDER-2").assert(0);
    env.line("ticket create --license ref:ORDER-1 --reference TICKET-7").assert(0);
    env.line("license extend ref:ORDER-1 --by 1y --reference LATER-8").assert(0);
    env
}

fn found(env: &TestEnvironment, text: &str) -> Vec<String> {
    let hits = env.ok(&["find", text, "--json"]).json();
    let word =
        |hit: &serde_json::Value, member: &str| hit[member].as_str().unwrap_or("-").to_owned();
    let hits = hits.as_array().expect("a list").clone();
    hits.iter().map(|hit| format!("{} {}", word(hit, "kind"), word(hit, "id"))).collect()
}

#[test]
fn any_part_of_a_name_finds_its_record() {
    let env = env();
    insta::assert_snapshot!(env.line("find order"), @"
    exit 0
    --- out
    KIND     ID             CUSTOMER  LABEL
    license  L-XY9KB-PT3MW  nordwind  work-management, 5 seats, last day 2028-11-20, reference ORDER-1, parked
    license  L-A3MVS-A9VF2  nordwind  other, 1 seat, no end, reference ORDER-12, parked
    license  L-RMJGF-B86A5  sued      other, 1 seat, no end, reference ORDER-2, parked
    ");
    insta::assert_snapshot!(env.line("find nordwind --json"), @r#"
    exit 0
    --- out
    [
      {
        "kind": "customer",
        "id": "nordwind",
        "customer": "nordwind",
        "label": "Nordwind"
      },
      {
        "kind": "user",
        "id": "anna",
        "customer": "nordwind",
        "label": "Änna Müller, Anna@Nordwind.example, company north, administrator"
      }
    ]
    "#);
    for (text, finds) in [
        ("NORDW", vec!["customer nordwind", "user anna"]),
        ("muller", vec!["user anna"]),
        ("änna mü", vec!["user anna"]),
        ("sud", vec!["customer sued"]),
        ("ost@su", vec!["customer sued"]),
        ("4711", vec!["customer sued"]),
        ("north", vec!["customer w1", "company north"]),
        ("calculator.pro", vec!["module work-management/calculator.pro"]),
        ("TICKET-7", vec!["ticket T-"]),
        ("LATER", vec!["reference LATER-8"]),
        ("bo", vec!["user bo", "customer w2"]),
        ("Mü", vec!["user anna"]),
        ("日本", vec!["customer jp"]),
        ("k-", vec!["customer sued"]),
        ("oil", vec!["customer oil"]),
        ("North  Windmill", vec!["customer w1"]),
        ("windmill north", vec!["customer w1"]),
        ("acme boats", vec!["customer w2"]),
        ("qx", vec!["customer w2"]),
        ("(QX)", vec!["customer w2"]),
        ("order-1", vec!["license L-", "license L-"]),
        ("ref:ORDER-2", vec!["license L-"]),
        ("#order-2.", vec!["license L-"]),
        ("nordwind  north", vec![]),
        ("nothing like it", vec![]),
        ("\" OR text", vec![]),
        ("a* NOT b", vec![]),
    ] {
        let hits = found(&env, text);
        let fits = hits.len() == finds.len()
            && hits.iter().zip(&finds).all(|(hit, find)| hit.starts_with(*find));
        assert!(fits, "{text:?} found {hits:?}");
    }
    env.ok(&["find", "anna", "müll"]);
    env.refused("find", 2, "usage");
    assert_eq!(env.run(&["find", "\0"]).status, 2);
    assert_eq!(found(&env, "anna\0müll"), ["user anna"]);
    env.ok(&["find", "nordwind", "--limit", "1"]);
    let cut = env.ok(&["find", "nordwind", "--limit", "1", "--json"]);
    assert!(
        cut.err.contains("there are more than 1 result")
            && cut.json().as_array().is_some_and(|hits| hits.len() == 1)
    );
}

#[test]
fn a_serial_is_found_by_its_parts_and_with_a_typing_error() {
    let env = env();
    let serial =
        env.json("license show ref:ORDER-1")["serial"].as_str().expect("a serial").to_owned();
    let plain = serial.replace('-', "");
    for part in [
        &serial[..],
        &plain,
        &plain.to_lowercase(),
        &plain[3..8],
        &serial[4..10],
        &plain[1..].replace('0', "O").replace('1', "l"),
    ] {
        assert_eq!(found(&env, part), [format!("license {serial}")], "{part}");
    }
    let mut wrong = serial.clone().into_bytes();
    wrong[4] = if wrong[4] == b'7' { b'8' } else { b'7' };
    let mut swapped = serial.clone().into_bytes();
    swapped.swap(2, 3);
    let mut short = serial.clone().into_bytes();
    short.remove(9);
    let texts = [wrong, swapped, short, [b"T", &serial.as_bytes()[1..]].concat()];
    for text in texts.map(|bytes| String::from_utf8(bytes).expect("text")) {
        let ran = env.ok(&["find", &text, "--json"]);
        assert_eq!(ran.text().trim(), "[]");
        assert!(
            ran.err.contains(&format!("did you mean {serial}? license of customer nordwind")),
            "{text}: {ran}"
        );
    }
    insta::assert_snapshot!(env.line("find L-00000-00000"), @"
    exit 0
    --- err
    no records found
    ");
}

/// Checks that the triggers keep the search index equal to the tables after renames and removals.
#[test]
fn renamed_and_removed_records_are_searched_correctly() {
    let env = env();
    env.line("user edit nordwind bo --username bertil --email b@x.example").assert(0);
    env.line("customer edit sued --name Osten --email none").assert(0);
    env.line("product edit other --name Anderes").assert(0);
    env.line("company edit nordwind north --name Norden").assert(0);
    env.line("module edit other export --name Ausfuhr").assert(0);
    for (text, finds) in [
        ("bertil", vec!["user bertil"]),
        ("b@x.ex", vec!["user bertil"]),
        ("osten", vec!["customer sued"]),
        ("post@", vec![]),
        ("anderes", vec!["product other"]),
        ("norden", vec!["company north"]),
        ("ausfuhr", vec!["module other/export"]),
    ] {
        assert_eq!(found(&env, text), finds, "{text}");
    }
    env.line("user remove nordwind bertil --yes").assert(0);
    env.line("module remove work-management reports --yes").assert(0);
    env.line("company add nordwind east --name Eastern").assert(0);
    env.line("company remove nordwind east --yes").assert(0);
    for text in ["bertil", "reports", "eastern"] {
        assert_eq!(found(&env, text), Vec::<String>::new(), "{text}");
    }
    // A search index that is rebuilt from the tables has the same rows.
    let rows = "SELECT count(*) FROM search";
    let records = "SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM company) + (SELECT count(*) FROM customer_user) + (SELECT count(*) FROM product)
        + (SELECT count(*) FROM module) + (SELECT count(*) FROM ticket) + (SELECT count(*) FROM license)
        + (SELECT count(*) FROM reference WHERE family NOT IN ('issue', 'ticket create'))";
    assert_eq!(env.count(rows), env.count(records));
}

#[test]
fn a_license_that_was_deleted_is_found_with_its_state() {
    let env = env();
    env.line("license delete ref:ORDER-2 --yes").assert(0);
    let hit = &env.json("find ORDER-2")[0];
    assert!(hit["label"].as_str().is_some_and(|label| label.ends_with("deleted")), "{hit}");
    env.line("customer retire sued").assert(0);
    assert!(
        env.json("find sued")[0]["label"].as_str().is_some_and(|label| label.ends_with("retired"))
    );
}
