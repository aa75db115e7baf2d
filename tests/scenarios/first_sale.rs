//! The first sale of a vendor with a live home, and the application of a customer who has two
//! files.

use crate::env::TestEnvironment;

#[test]
fn from_nothing_to_a_license_that_runs_out() {
    let vendor = TestEnvironment::new();
    vendor.write("passphrases", "the root's\nthe commercial one's\nthe trial one's\n");
    vendor.ok(&[
        "init",
        "--vendor",
        "Acme AB",
        "--issuer",
        "https://acme.example/licensing",
        "--new-passphrase-file",
        "passphrases",
    ]);
    let root = vendor.json("key show root")["kid"].as_str().expect("a kid").to_owned();
    // The root key is moved to a USB drive. The commands below do not need it.
    std::fs::remove_file(vendor.path("keys/root.pem")).expect("moved");
    for line in [
        "product add gravity-base --name Base --kind base",
        "product add work-management --name Work --requires gravity-base --term 1y --grace 14d",
        "module add work-management calculator",
        "customer add nordwind --name Nordwind",
        "key publish --out acme.keyset",
    ] {
        vendor.line(line).assert(0);
    }
    // A trial and a sale, each under its order number. Each command runs twice.
    let pass = "--passphrase-file passphrases";
    for _ in 0..2 {
        vendor
            .line(&format!(
                "license issue --customer nordwind --product work-management \
            --edition trial --term 30d --reference T-1 --out trial.lic {pass}"
            ))
            .assert(0);
        vendor
            .line(&format!(
                "license issue --customer nordwind --product work-management --seats \
            10 --modules calculator --reference O-1 --out sold.lic {pass}"
            ))
            .assert(0);
    }
    assert_eq!(vendor.count("SELECT count(*) FROM license"), 2);
    vendor.line("audit verify").assert(0);

    let customer = TestEnvironment::new();
    for name in ["trial.lic", "sold.lic", "acme.keyset"] {
        customer.write(name, vendor.read(name));
    }
    let verify = |name: &str, at: &str, status: u8| {
        let report = customer
            .line(&format!(
                "verify {name} --keyset acme.keyset --root {root} --product \
                work-management --at {at} --json"
            ))
            .assert(status)
            .json();
        report[0]["code"].as_str().unwrap_or("good").to_owned()
    };
    assert_eq!(verify("trial.lic", "2026-12-01T00:00:00Z", 0), "good");
    assert_eq!(verify("trial.lic", "2026-12-22T00:00:00Z", 0), "grace");
    assert_eq!(verify("trial.lic", "2027-01-04T00:00:00Z", 4), "expired");
    assert_eq!(verify("sold.lic", "2027-11-20T23:59:59Z", 0), "good");
    assert_eq!(verify("sold.lic", "2027-12-04T23:59:59Z", 0), "grace");
    assert_eq!(verify("sold.lic", "2027-12-05T00:00:00Z", 4), "expired");
}
