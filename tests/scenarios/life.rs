//! The life cycle of a license, with a moving clock. Each scenario is taken from a requirements
//! document.

use serde_json::{Value, json};

use crate::env::{Ran, TestEnvironment};

/// A customer's computer with the files that the vendor sent, and without a home.
struct Customer {
    env: TestEnvironment,
    root: String,
}

impl Customer {
    /// Creates a customer of a vendor, with the key set and the root key that the application
    /// trusts.
    fn of(vendor: &TestEnvironment) -> Customer {
        let env = TestEnvironment::new();
        vendor.line("key publish --out acme.keyset --force").assert(0);
        env.write("acme.keyset", vendor.read("acme.keyset"));
        let keys = vendor.json("key list");
        Customer { env, root: keys[0]["kid"].as_str().expect("a thumbprint").to_owned() }
    }

    fn gets(&self, vendor: &TestEnvironment, name: &str) {
        self.env.write(name, vendor.read(name));
    }

    /// Returns the verdict of the application about a file: `good`, or the code.
    fn runs(&self, name: &str, user: &str, at: &str) -> String {
        let line = format!(
            "verify {name} --keyset acme.keyset --root {} --allow-test --user {user} --at {at} \
             --json",
            self.root
        );
        let report: Value = self.env.line(&line).json();
        report[0]["code"].as_str().unwrap_or("good").to_owned()
    }

    fn modules(&self, name: &str) -> Vec<String> {
        let claims = self.env.json(&format!("inspect {name}"))[0]["claims"].clone();
        let modules = claims["modules"].as_array().cloned().unwrap_or_default();
        modules
            .iter()
            .map(|module| module["code"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}

fn text(value: &Value, member: &str) -> String {
    value[member].as_str().unwrap_or_else(|| panic!("no {member} in {value}")).to_owned()
}

fn refusal(ran: &Ran) -> Value {
    let last = ran.err.lines().last().expect("a refusal");
    serde_json::from_str::<Value>(last).expect("an object")["error"].clone()
}

/// Runs a scenario of a functional test. A license file with one module is verified offline, then
/// online. The vendor changes the modules, the version and the username. The next online check
/// returns the new file, and the application continues with it.
#[test]
fn an_online_check_returns_the_changed_license() {
    let vendor = TestEnvironment::with_catalogue();
    vendor
        .line(
            "license issue --customer nordwind --product work-management --model named --seats 1 --users anna --modules calculator \
             --set version=1.0 --term 1y --reference ORDER-1 --out license.lic",
        )
        .assert(0);
    let customer = Customer::of(&vendor);
    customer.gets(&vendor, "license.lic");
    // Steps 1 and 2: the offline check, with the granted modules.
    assert_eq!(customer.runs("license.lic", "anna", "2026-11-22T08:00:00Z"), "good");
    assert_eq!(customer.modules("license.lic"), ["calculator"]);
    // Step 3: the online check.
    vendor.at("2026-11-22T08:00:00Z");
    assert_eq!(vendor.json("license check license.lic")["valid"], true);
    // The vendor changes the license.
    vendor.at("2026-12-01T09:00:00Z");
    vendor
        .line(
            "license edit ref:ORDER-1 --add-modules reports --remove-modules calculator --set \
        version=1.1",
        )
        .assert(0);
    vendor.line("user edit nordwind anna --username anna.ek").assert(0);
    // The next online check finds the file genuine and in force, but not current, and returns the
    // newest file.
    let checked = vendor.line("license check license.lic --out newest.lic --json").assert(4).json();
    assert_eq!(
        (&checked["genuine"], &checked["current"], &checked["in_force"], &checked["code"]),
        (&true.into(), &false.into(), &true.into(), &"superseded".into())
    );
    assert_eq!((&checked["revision"], &checked["current_revision"]), (&1.into(), &3.into()));
    customer.gets(&vendor, "newest.lic");
    assert_eq!(customer.runs("newest.lic", "anna.ek", "2026-12-01T10:00:00Z"), "good");
    assert_eq!(customer.runs("newest.lic", "anna", "2026-12-01T10:00:00Z"), "not_assigned");
    assert_eq!(customer.modules("newest.lic"), ["reports"]);
    assert_eq!(
        customer.env.json("inspect newest.lic")[0]["claims"]["attributes"]["version"],
        "1.1"
    );
    assert_eq!(vendor.json("license check newest.lic")["valid"], true);
    // Offline the older file is good until its own end. The status list ends it 30 days after the
    // reduction.
    assert_eq!(customer.runs("license.lic", "anna", "2027-01-10T00:00:00Z"), "good");
    vendor.at("2026-12-31T08:59:59Z");
    assert_eq!(vendor.line("license check license.lic --json").json()["code"], "superseded");
    vendor.at("2026-12-31T09:00:00Z");
    assert_eq!(vendor.line("license check license.lic --json").json()["code"], "revoked");
}

/// Checks a license with 10 seats and 100 assigned users: the 11th user is refused with the holders
/// of the seats, and a user can end a session of a crashed computer to start another.
#[test]
fn the_eleventh_of_a_hundred_users_is_refused() {
    let vendor = TestEnvironment::with_home();
    vendor.line("product add gravity-base --name Base --kind base --allow-login").assert(0);
    vendor.line("product add work-management --name Work --requires gravity-base").assert(0);
    vendor.line("customer add nordwind --name Nordwind").assert(0);
    let users: Vec<String> = (1..=100).map(|n| format!("user-{n}")).collect();
    for user in &users {
        vendor.line(&format!("user add nordwind {user}")).assert(0);
    }
    vendor.line("user add nordwind admin --admin").assert(0);
    let issue = "license issue --customer nordwind --term 1y --unbound";
    vendor
        .line(&format!(
            "{issue} --product work-management --seats 10 --reference POOL --users {}",
            users.join(",")
        ))
        .assert(0);
    // Without the base license only an administrator may start a session, and this one has no seat.
    vendor.refused("session start ref:POOL --user user-1", 1, "base_missing");
    vendor.refused("session start ref:POOL --user admin", 1, "not_assigned");
    vendor.line(&format!("{issue} --product gravity-base --reference BASE")).assert(0);
    let sessions: Vec<String> = (1..=10)
        .map(|n| {
            text(
                &vendor.json(&format!(
                    "session start ref:POOL --user user-{n} --host pc-{n} --ttl 1h"
                )),
                "serial",
            )
        })
        .collect();
    let shown = vendor.json("license show ref:POOL");
    assert_eq!(
        (&shown["assigned"], &shown["sessions"], &shown["free"]),
        (&100.into(), &10.into(), &0.into())
    );
    let refused = refusal(&vendor.line("session start ref:POOL --user user-11 --json").assert(1));
    assert_eq!(refused["code"], "no_seat");
    assert_eq!(refused["holders"].as_array().map(Vec::len), Some(10));
    assert_eq!(refused["own_sessions"], json!([]));
    // The refusal lists the user's own session. The user ends it and starts another.
    vendor.at("2026-11-21T10:30:00Z");
    let refused = refusal(
        &vendor.line("session start ref:POOL --user user-3 --host laptop --json").assert(1),
    );
    let own = text(&refused["own_sessions"][0], "serial");
    assert_eq!((&own, text(&refused["own_sessions"][0], "host").as_str()), (&sessions[2], "pc-3"));
    vendor.line(&format!("session end {own}")).assert(0);
    vendor.line("session start ref:POOL --user user-3 --host laptop --ttl 1h").assert(0);
    vendor.refused("session start ref:POOL --user user-11", 1, "no_seat");
    // The administrator ends a session with two minutes of notice.
    vendor.ok(&["session", "end", &sessions[0], "--after", "2min", "--reason", "maintenance"]);
    vendor.at("2026-11-21T10:31:00Z");
    let warned = vendor.line(&format!("session touch {}", sessions[0])).assert(0);
    assert!(warned.err.contains("ends at 2026-11-21T10:32:00Z: maintenance"), "{warned}");
    vendor.at("2026-11-21T10:32:00Z");
    assert!(
        vendor
            .refused(&format!("session touch {}", sessions[0]), 1, "wrong_state")
            .contains("maintenance")
    );
    vendor.line("session start ref:POOL --user user-11").assert(0);
    // Sessions without a touch are stale after an hour, and their seats are free.
    vendor.at("2026-11-21T11:00:00Z");
    vendor.line("session start ref:POOL --user user-12").assert(0);
    assert_eq!(
        vendor.json("session prune").as_array().map(Vec::len),
        Some(9),
        "eight sessions at sites, and one of 15 minutes"
    );
    vendor.line("audit verify").assert(0);
}

/// Checks the change from a trial to a sold product: the users keep their assignments and sessions,
/// and the trial's file ends. A trial seat and a commercial seat never count at the same time.
#[test]
fn a_trial_becomes_a_sale_and_loses_nothing() {
    let vendor = TestEnvironment::with_catalogue();
    vendor.line("product add base --name Base --kind base --allow-login").assert(0);
    vendor.line("product edit work-management --requires base").assert(0);
    vendor.line("user add nordwind cleo").assert(0);
    vendor
        .line(
            "license issue --customer nordwind --product work-management --edition trial --model named --seats 3 --users anna,bo \
             --modules calculator --term 30d --reference TRIAL --out trial.lic",
        )
        .assert(0);
    // A trial needs no base license.
    let session = text(&vendor.json("session start ref:TRIAL --user bo --ttl 8h"), "serial");
    vendor.line("assignment add ref:TRIAL cleo --out trial-2.lic").assert(0);
    let customer = Customer::of(&vendor);
    for name in ["trial.lic", "trial-2.lic"] {
        customer.gets(&vendor, name);
    }
    assert_eq!(customer.runs("trial-2.lic", "cleo", "2026-12-20T23:59:59Z"), "good");
    assert_eq!(customer.runs("trial-2.lic", "cleo", "2026-12-21T00:00:00Z"), "expired");
    // The customer buys the base product first. Otherwise the command warns that it is missing.
    vendor.at("2026-11-21T14:00:00Z");
    let dry = vendor
        .line("license switch ref:TRIAL --edition commercial --term 1y --seats 10 --dry-run")
        .assert(0);
    assert!(dry.err.contains("warning: no usable base license of product base"), "{dry}");
    vendor.line("license issue --customer nordwind --product base --term 1y --unbound").assert(0);
    let switch = "license switch ref:TRIAL --edition commercial --term 1y --seats 10 --reference \
        ORDER-7 --out sold.lic";
    let sold = vendor.json(switch);
    assert_eq!(
        (&sold["users"], &sold["modules"][0]["code"]),
        (&json!(["anna", "bo", "cleo"]), &"calculator".into())
    );
    assert_eq!(
        (&sold["seats"], &sold["edition"], &sold["base_missing"]),
        (&10.into(), &"commercial".into(), &json!([]))
    );
    assert_eq!(vendor.json(&format!("session touch {session}"))["license"], sold["serial"]);
    customer.gets(&vendor, "sold.lic");
    assert_eq!(customer.runs("sold.lic", "cleo", "2027-11-20T23:59:59Z"), "good");
    assert_eq!(vendor.line("license check trial-2.lic --json").assert(4).json()["code"], "revoked");
    // A repeated command of a script that did not receive the answer.
    let again = vendor.json(switch);
    assert_eq!((&again["created"], &again["serial"]), (&false.into(), &sold["serial"]));
    assert_eq!(vendor.count("SELECT count(*) FROM license WHERE edition = 'commercial'"), 2);
    let actions: Vec<String> = vendor
        .json("audit list --subject ref:TRIAL")
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| text(it, "action"))
        .collect();
    assert_eq!(actions, ["license.issue", "session.start", "assignment.add", "license.switch"]);
}

/// Checks a limit of two computers per user: a third computer is refused with the names of the two,
/// and works after the user has left one of them. A downloaded file does not count as a computer.
#[test]
fn an_activation_limit_of_two_computers() {
    let vendor = TestEnvironment::with_catalogue();
    vendor
        .line(
            "license issue --customer nordwind --product other --model named --seats 10 --users anna,bo --hosts-per-user 2 --term 1y \
             --reference DESKTOP --out desktop.lic",
        )
        .assert(0);
    let start = |user: &str, host: &str| {
        format!("session start ref:DESKTOP --user {user} --host {host} --ttl 1d")
    };
    let office = text(&vendor.json(&start("anna", "office")), "serial");
    vendor.line(&start("anna", "laptop")).assert(0);
    vendor.line("license export ref:DESKTOP --out home.lic").assert(0);
    let refused = refusal(&vendor.line(&format!("{} --json", start("anna", "home"))).assert(1));
    assert_eq!(
        (&refused["code"], &refused["hosts"]),
        (&"host_limit".into(), &json!(["office", "laptop"]))
    );
    vendor.line(&start("anna", "OFFICE")).assert(0);
    vendor.line(&start("bo", "home")).assert(0);
    // The user ends both sessions at the office.
    let own = vendor.json("session list --user anna");
    let at_office = own
        .as_array()
        .expect("a list")
        .iter()
        .filter(|it| text(it, "host").eq_ignore_ascii_case("office"));
    let at_office: Vec<String> = at_office.map(|it| text(it, "serial")).collect();
    assert!(at_office.contains(&office) && at_office.len() == 2);
    for session in at_office {
        vendor.line(&format!("session end {session}")).assert(0);
    }
    vendor.line(&start("anna", "home")).assert(0);
    vendor.refused(&start("anna", "office"), 1, "host_limit");
    // A computer without a touch for a day holds no seat.
    vendor.at("2026-11-22T10:00:00Z");
    vendor.line(&start("anna", "office")).assert(0);
}

/// Checks a checkpoint license: it has no end, and each of its files has one. A daily job renews it
/// twice. Without another renewal the last file expires.
#[test]
fn a_checkpoint_license_is_renewed_twice_and_runs_out() {
    let vendor = TestEnvironment::with_catalogue();
    vendor
        .line(
            "license issue --customer nordwind --product other --seats 5 --checkpoint 90d \
            --reference CHECK --out c1.lic",
        )
        .assert(0);
    let customer = Customer::of(&vendor);
    customer.gets(&vendor, "c1.lic");
    let serial = text(&vendor.json("license show ref:CHECK"), "serial");
    let written = std::cell::RefCell::new(Vec::new());
    let day = |day: &str| {
        vendor.at(&format!("{day}T06:00:00Z"));
        let renewed = vendor.json("license renew --due --within 7d --out-dir renewed");
        let new =
            renewed.as_array().expect("a list").iter().filter(|it| it["repeated"] == false).count();
        if new > 0 {
            let name = format!("c{}.lic", written.borrow().len() + 2);
            vendor.write(&name, vendor.read(&format!("renewed/{serial}.lic")));
            std::fs::remove_dir_all(vendor.path("renewed")).expect("sent");
            written.borrow_mut().push(name);
        }
        new
    };
    assert_eq!(
        ["2026-11-22", "2027-02-10", "2027-02-12", "2027-02-13", "2027-02-14", "2027-02-15"]
            .map(day),
        [0, 0, 0, 1, 0, 0]
    );
    assert_eq!(["2027-05-06", "2027-05-07", "2027-05-08"].map(day), [0, 1, 0]);
    assert_eq!(*written.borrow(), ["c2.lic", "c3.lic"]);
    for name in ["c2.lic", "c3.lic"] {
        customer.gets(&vendor, name);
    }
    let runs = |name: &str, at: &str| customer.runs(name, "anna", at);
    assert_eq!(runs("c1.lic", "2027-02-19T09:59:59Z"), "good");
    assert_eq!(runs("c1.lic", "2027-02-19T10:00:00Z"), "expired");
    assert_eq!(runs("c2.lic", "2027-02-19T10:00:00Z"), "good");
    assert_eq!(runs("c2.lic", "2027-05-14T06:00:00Z"), "expired");
    assert_eq!(runs("c3.lic", "2027-05-14T06:00:00Z"), "good");
    // The license has no end, but a file that is not renewed has one.
    vendor.line("license withdraw ref:CHECK --reason left --yes").assert(0);
    assert_eq!(day("2027-08-01"), 0);
    assert_eq!(runs("c3.lic", "2027-08-05T05:59:59Z"), "good");
    assert_eq!(runs("c3.lic", "2027-08-05T06:00:00Z"), "expired");
    let checked = vendor.line("license check c3.lic --json").assert(4).json();
    assert_eq!((&checked["genuine"], &checked["code"]), (&true.into(), &"revoked".into()));
}
