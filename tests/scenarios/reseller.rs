//! A reseller gets 50 tickets in a CSV file, and the customers of the reseller redeem them. The
//! vendor does not see the holders of the codes. Support works by telephone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::env::TestEnvironment;

const CATALOGUE: &str = r#"
[product.monitor]
name = "Monitor"

[product.monitor.terms]
term = "1y"
grace = "14d"
modules = ["basis", "basis.alarm"]

[product.monitor.module]
basis = { name = "Grundfunktionen" }
"basis.alarm" = { parent = "basis", name = "Alarm" }
"#;

/// Reads CSV output as rows with named columns, one row per ticket.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = csv.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let head = lines.next().expect("a header");
    lines.map(|row| head.iter().cloned().zip(row).collect()).collect()
}

fn tried(env: &TestEnvironment) -> usize {
    env.json("audit list --action ticket.refuse").as_array().expect("a list").len()
}

#[test]
fn customers_of_a_reseller_redeem_fifty_tickets() {
    let vendor = TestEnvironment::with_home();
    vendor.write("catalogue.toml", CATALOGUE);
    vendor.line("product apply catalogue.toml --yes").assert(0);
    // The customers come from a list of the reseller.
    let mut csv = "code,name,reference\n".to_owned();
    for number in 1..=50 {
        let _ = writeln!(csv, "kunde-{number:02},Kunde {number},R-{number:02}");
    }
    vendor.write("customers.csv", &csv);
    assert_eq!(vendor.json("customer import customers.csv")["added"], 50);
    for number in 1..=50 {
        let line = format!(
            "license issue --customer kunde-{number:02} --product monitor --seats 3 --reference \
             PO-{number:02}"
        );
        vendor.line(&line).assert(0);
    }
    // One command writes the CSV file for the reseller. The vendor keeps no code.
    let named: Vec<String> = (1..=50).map(|number| format!("ref:PO-{number:02}")).collect();
    let line = format!(
        "ticket create --each --unbound-allowed --expires 2027-03-01 --format csv --license {}",
        named.join(",")
    );
    let tickets = vendor.line(&line).assert(0);
    let tickets = rows(&tickets.text());
    let codes: Vec<&str> = tickets.iter().map(|row| row["code"].as_str()).collect();
    assert_eq!(
        (codes.len(), vendor.json("ticket list --state open").as_array().map(Vec::len)),
        (50, Some(50))
    );
    assert!(codes.iter().all(|code| code.len() == 29), "25 characters in five groups");

    // In January, 40 tickets are redeemed. The portal passes the code on standard input, and mails
    // the file.
    vendor.at("2027-01-15T09:00:00Z");
    let keys = vendor.json("key list");
    let root = keys[0]["kid"].as_str().expect("a thumbprint").to_owned();
    vendor.line("key publish --out acme.keyset").assert(0);
    for (number, code) in codes.iter().enumerate().take(40) {
        vendor.input(code.as_bytes());
        let redeemed = vendor.json("ticket redeem - --unbound --out-dir mail");
        let license = &redeemed["activated"][0];
        assert_eq!(license["customer"], format!("kunde-{:02}", number + 1));
        // The customer's computer has the application and the file, and no home.
        let customer = TestEnvironment::new();
        customer.write("acme.keyset", vendor.read("acme.keyset"));
        customer.write("a.lic", vendor.read(license["file"]["path"].as_str().expect("a file")));
        let checked = customer.line(&format!(
            "verify a.lic --keyset acme.keyset --root {root} --allow-test --at \
                2027-01-15T10:00:00Z --json"
        ));
        assert_eq!(checked.json()[0]["valid"], true, "{checked}");
    }
    assert_eq!(vendor.json("ticket list --state used").as_array().map(Vec::len), Some(40));

    // A second redemption is refused. The hint names the command that exports the file again.
    vendor.input(codes[7].as_bytes());
    let twice = vendor.refused("ticket redeem - --unbound", 1, "wrong_state");
    assert!(twice.contains("licentia license export"), "{twice}");
    // A customer reads the 41st code aloud, and one letter is misheard.
    let misheard: String = codes[40]
        .chars()
        .enumerate()
        .map(|(place, c)| if place == 3 { if c == 'M' { 'N' } else { 'M' } } else { c })
        .collect();
    vendor.refused(&format!("ticket redeem {misheard} --unbound"), 2, "usage");
    vendor
        .line(&format!("ticket redeem {} --unbound", codes[40].to_lowercase().replace('-', " ")))
        .assert(0);
    // The 42nd code is lost. Support finds the customer by the number at the reseller, and creates
    // another code.
    let found = vendor.json("find R-42");
    assert_eq!((&found[0]["kind"], &found[0]["id"]), (&"customer".into(), &"kunde-42".into()));
    let lost = vendor.json("ticket list --customer kunde-42")[0]["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    let fresh = vendor.line(&format!("ticket reissue {lost}")).assert(0).text();
    vendor.refused(&format!("ticket redeem {} --unbound", codes[41]), 3, "not_found");
    vendor.line(&format!("ticket redeem {} --unbound", fresh.trim())).assert(0);
    // Five tickets that the reseller did not sell are cancelled.
    for row in &tickets[45..] {
        vendor.line(&format!("ticket cancel {}", row["serial"])).assert(0);
    }
    vendor.refused(&format!("ticket redeem {} --unbound", codes[49]), 1, "wrong_state");
    // In March, three tickets expire without a redemption.
    vendor.at("2027-03-01T00:00:00Z");
    assert_eq!(vendor.json("ticket list --state expired").as_array().map(Vec::len), Some(3));
    let late = vendor.refused(&format!("ticket redeem {} --unbound", codes[43]), 1, "wrong_state");
    assert!(late.contains("expired at 2027-03-01T00:00:00Z"), "{late}");

    // Each license is active once at most, each failed attempt is recorded, and no code is stored.
    let delivered = vendor.json("license list --state active").as_array().map(Vec::len);
    assert_eq!((delivered, tried(&vendor)), (Some(42), 5));
    let parked: Vec<Value> =
        vendor.json("license list --state parked").as_array().cloned().expect("a list");
    assert_eq!(parked.len(), 8);
    let everything = vendor.everything()
        + &vendor.line("audit list --json").text()
        + &vendor.line("ticket list --all --json").text();
    for code in codes.iter().copied().chain([fresh.trim(), &misheard]) {
        assert!(
            !everything.contains(code) && !everything.contains(&code.replace('-', "")),
            "a code is stored"
        );
    }
    vendor.line("audit verify").assert(0);
}
