//! Containers in use: a stolen credential, a dongle without a network, a returned dongle, and the
//! places of a secret.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use licentia_runtime::{Binding, KeySet, Policy, Trust, inspect};

use crate::env::home::HomeWithContainers;

/// Checks a license with the files of an application, as the application does at its start, with
/// the runtime alone.
fn starts(
    home: &HomeWithContainers,
    license: &str,
    credential: Option<&str>,
) -> Result<(), String> {
    let root = home.json("key list --all")[0]["kid"].as_str().expect("a thumbprint").to_owned();
    let now = 1_795_305_600;
    home.line("key publish --out app.keyset --force").assert(0);
    let keys =
        KeySet::open(home.env.read("app.keyset").as_bytes(), &Trust::new(&root, now).allow_test())
            .map_err(|refusal| refusal.code.to_string())?;
    let opened = credential
        .map(|name| keys.credential(home.env.read(name).as_bytes(), now))
        .transpose()
        .map_err(|refusal| refusal.code.to_string())?;
    let binding = opened.as_ref().map_or(Binding::Unbound, Binding::Credential);
    let policy = Policy::at(now).product("work-management").binding(binding);
    keys.license(home.env.read(license).as_bytes(), &policy)
        .map(drop)
        .map_err(|refusal| refusal.code.to_string())
}

#[test]
fn a_stolen_credential_is_rotated_and_the_licenses_still_run() {
    let home = HomeWithContainers::new();
    home.issue("A", "--seats 5 --term 1y --container @K --out a.lic");
    home.issue("B", "--seats 1 --term 1y --container @K --out b.lic");
    for license in ["a.lic", "b.lic"] {
        assert_eq!(starts(&home, license, Some("k.cred")), Ok(()));
        assert_eq!(starts(&home, license, None), Err("no_credential".to_owned()));
        assert_eq!(starts(&home, license, Some("s.cred")), Err("wrong_container".to_owned()));
    }
    let session = home.json("session start ref:A --user anna")["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    // A laptop is stolen with its credential. Support rotates the credential.
    home.line("find anna").assert(0);
    home.line("credential rotate @K --encrypt-passphrase-file theirs --out new.cred.age").assert(5);
    home.env.write("theirs", "the number on her badge\n");
    home.line("credential rotate @K --encrypt-passphrase-file theirs --out new.cred.age").assert(0);
    let encrypted = std::fs::read(home.env.path("new.cred.age")).expect("read");
    let identity = age::scrypt::Identity::new("the number on her badge".to_owned().into());
    home.env.write("new.cred", age::decrypt(&identity, &encrypted).expect("opened"));
    // The old credential is revoked. The licenses and the sessions are not affected.
    assert_eq!(home.line("credential check k.cred --json").assert(4).json()["code"], "revoked");
    assert_eq!(home.line("credential check new.cred").status, 0);
    for license in ["a.lic", "b.lic"] {
        assert_eq!(home.line(&format!("license check {license}")).status, 0);
        assert_eq!(starts(&home, license, Some("new.cred")), Ok(()));
    }
    home.line(&format!("session touch {session}")).assert(0);
    let revisions =
        ["A", "B"].map(|name| home.json(&format!("license show ref:{name}"))["revision"].clone());
    assert_eq!(revisions, [1, 1]);
    home.line("audit verify").assert(0);
}

#[test]
fn licenses_go_from_the_cloud_to_a_dongle_and_are_parked_in_between() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 6 --term 1y --container @K");
    // The computer of the dongle has no network, so the seats return to the vendor first.
    home.line("license return ref:L --container @K").assert(0);
    assert_eq!(home.placements("L"), "; 6 free, parked, r1");
    assert_eq!(home.json("license list --state parked")[0]["reference"], "L");
    // A week later the dongle is present.
    home.env.at("2026-11-28T09:00:00Z");
    home.line("license activate ref:L --container @D --seats 4").assert(0);
    home.line("container update @D --out press.upd").assert(0);
    assert_eq!(home.licenses_in("press.upd").iter().map(|it| it.2).collect::<Vec<_>>(), [4]);
    home.line("container confirm @D --reason installed").assert(0);
    // In spring two seats move back to the cloud, after the confirmation of the dongle.
    home.env.at("2027-03-01T09:00:00Z");
    home.line("license move ref:L --from @D --to @K --seats 2").assert(0);
    assert_eq!(home.placements("L"), "D 2 live, D 2 returning; 2 free, active, r2");
    home.refused("license activate ref:L --container @K --seats 3", 1, "no_seat");
    home.line("container update @D --out press2.upd").assert(0);
    home.line("container confirm @D --reason installed").assert(0);
    assert_eq!(home.placements("L"), "D 2 live, K 2 live; 2 free, active, r3");
    // The remaining seats are allocated, and their files are exported.
    home.line("license activate ref:L --container @K").assert(0);
    assert_eq!(home.placements("L"), "D 2 live, K 4 live; 0 free, active, r4");
    home.line("license export ref:L --out-dir files").assert(0);
    home.line("audit verify").assert(0);
}

#[test]
fn a_dongle_is_sent_back_recycled_and_sold_again() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 3 --term 1y --container @D --out old.lic");
    home.line("container update @D --out old.upd").assert(0);
    home.line("container confirm @D --reason installed").assert(0);
    // The vendor holds the dongle, so that no proof of removal is needed.
    home.line("container recycle @D --yes").assert(0);
    assert_eq!(home.placements("L"), "; 3 free, parked, r1");
    assert_eq!(home.line("license check old.lic --json").assert(4).json()["code"], "revoked");
    home.line("license activate ref:L --container @K").assert(0);
    // The same hardware becomes another container of another customer.
    home.line("container create --customer sued --kind dongle --hardware 3-4711829 --reference N")
        .assert(0);
    home.line(
        "license issue --customer sued --product work-management --reference T --seats 2 \
        --container @N --out new.lic",
    )
    .assert(0);
    home.line("container update @N --out new.upd").assert(0);
    assert_eq!(home.licenses_in("new.upd").len(), 1);
    let (old, new) = (home.update("old.upd"), home.update("new.upd"));
    assert_ne!(old.claims().sub, new.claims().sub);
    let hardware = |license: &licentia_runtime::License| {
        license.claims().container.clone().and_then(|it| it.matching).and_then(|it| it.hardware)
    };
    assert_eq!(
        new.licenses().iter().map(hardware).collect::<Vec<_>>(),
        [Some("3-4711829".to_owned())]
    );
    let keys = new.keys();
    let policy = |hardware| Policy::at(1_795_305_600).binding(Binding::Dongle(hardware));
    assert!(keys.license(home.env.read("new.lic").as_bytes(), &policy("3-4711829")).is_ok());
    assert!(keys.license(home.env.read("new.lic").as_bytes(), &policy("3-4711830")).is_err());
}

#[test]
fn a_container_of_one_customer_never_takes_anothers_license() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 3 --container @K");
    home.line("license issue --customer sued --product work-management --reference T --seats 2")
        .assert(0);
    let code = home.json("ticket create --license ref:T --unbound-allowed")["code"]
        .as_str()
        .expect("a code")
        .to_owned();
    for line in [
        "license activate ref:T --container @K",
        "license activate ref:T --container @D",
        "license move ref:L --from @K --to @S",
        "license issue --customer sued --product work-management --container @E",
        &format!("ticket redeem {code} --container @K"),
    ] {
        let before = home.env.everything();
        home.refused(line, 1, "wrong_customer");
        assert!(before == home.env.everything(), "{line}");
    }
    home.line(&format!("ticket redeem {code} --container @S")).assert(0);
    assert_eq!(home.placements("T"), "S 2 live; 0 free, active, r1");
}

/// Returns whether bytes contain a secret: as text, as its 32 bytes, or within a text that is
/// encoded in base64 or base64url at any offset.
fn holds(bytes: &[u8], secret: &str) -> bool {
    let contains = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let raw = URL_SAFE_NO_PAD.decode(secret).expect("base64url");
    let aligned = |shift: usize, encode: &dyn Fn(&[u8]) -> String| {
        let padded = [vec![0; shift], secret.as_bytes().to_vec()].concat();
        // The first and the last character also depend on the neighboring bytes.
        let text = encode(&padded);
        text[(shift * 8).div_ceil(6)..text.len() - 1].to_owned()
    };
    contains(secret.as_bytes())
        || contains(&raw)
        || (0..3).any(|shift| contains(aligned(shift, &|it| URL_SAFE_NO_PAD.encode(it)).as_bytes()))
        || (0..3).any(|shift| contains(aligned(shift, &|it| STANDARD_NO_PAD.encode(it)).as_bytes()))
}

#[test]
fn the_search_for_a_secret_finds_every_encoding() {
    let secret = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    for before in ["", "x", "xy", "{\"secret\":\"", "{\"a\":1,\"secret\":\""] {
        let text = format!("{before}{secret}\"}}");
        assert!(
            holds(text.as_bytes(), secret)
                && holds(URL_SAFE_NO_PAD.encode(&text).as_bytes(), secret),
            "{before}"
        );
        assert!(holds(STANDARD_NO_PAD.encode(&text).as_bytes(), secret), "{before}");
    }
    assert!(
        holds(&URL_SAFE_NO_PAD.decode(secret).expect("bytes"), secret)
            && !holds(b"something else", secret)
    );
}

#[test]
fn a_secret_is_only_in_its_file() {
    let home = HomeWithContainers::new();
    // An open reader keeps the write-ahead log from being merged into the database.
    let reader = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    let _: i64 =
        reader.query_row("SELECT count(*) FROM audit", [], |row| row.get(0)).expect("read");
    reader.execute_batch("BEGIN; SELECT 1 FROM audit").expect("a snapshot is held");
    home.issue("L", "--seats 2 --term 1y --container @K");
    let mut outputs: Vec<u8> = Vec::new();
    let mut run = |line: &str| {
        let ran = home.line(line);
        outputs.extend(&ran.out);
        outputs.extend(ran.err.as_bytes());
        ran.status
    };
    let mut files = vec!["k.cred".to_owned(), "s.cred".to_owned()];
    for number in 1..4 {
        assert_eq!(run(&format!("credential rotate @K --out r{number}.cred -v")), 0);
        files.push(format!("r{number}.cred"));
    }
    for format in ["", " --json"] {
        assert_eq!(run(&format!("credential rotate @S --out q{}.cred{format}", format.len())), 0);
        files.push(format!("q{}.cred", format.len()));
        for line in [
            "container create --customer sued --kind cloud --reference S --out s.cred",
            "container show @K",
            "container list --all",
            "container update @K --out k.upd --force",
            "container update @K --time --out -",
            "container attempts",
            "credential list --all",
            "credential check r3.cred",
            "credential check r1.cred",
            "inspect r3.cred",
            "inspect bundle.licentia",
            "verify r3.cred",
            "verify r3.cred --credential r2.cred",
            "bundle --container @K --with-credential r3.cred --out bundle.licentia --force",
            "bundle --container @K --with-credential r1.cred --out other.licentia",
            "audit list",
            "audit verify",
            "doctor",
            "find nordwind",
            "license show ref:L",
            "license list",
            "credential revoke @S --yes",
        ] {
            run(&format!("{line}{format}"));
        }
    }
    // Errors do not contain the secret, either.
    home.env.write("broken.cred", home.env.read("r3.cred").replace('.', ".x"));
    for line in [
        "credential check broken.cred",
        "inspect broken.cred",
        "verify broken.cred",
        "license check r3.cred",
        "verify r3.cred --product x",
    ] {
        run(line);
        run(&format!("{line} --json"));
    }
    let secret = |name: &String| {
        let claims = inspect::unverified(&home.env.read(name)).expect("a text").claims;
        claims["secret"].as_str().expect("a secret").to_owned()
    };
    let secrets: Vec<String> = files.iter().map(secret).collect();
    assert_eq!(
        secrets.iter().collect::<std::collections::BTreeSet<_>>().len(),
        7,
        "each credential has its own secret"
    );
    let mut searched = 0;
    for entry in std::fs::read_dir(home.env.path("")).expect("listed") {
        let path = entry.expect("an entry").path();
        let name =
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = if path.is_file() { std::fs::read(&path).expect("read") } else { continue };
        searched += usize::from(name.starts_with("licentia.db"));
        for (file, secret) in files.iter().zip(&secrets) {
            let may = *file == name || name == "broken.cred" || name == "bundle.licentia";
            assert!(may || !holds(&bytes, secret), "{name} holds the secret of {file}");
            assert!(
                !may || name != *file || holds(&bytes, secret),
                "{name} does not hold its own secret"
            );
        }
    }
    assert_eq!(searched, 3, "the database, its log and its index are searched");
    assert!(std::fs::metadata(home.env.path("licentia.db-wal")).expect("a log").len() > 100_000);
    assert!(outputs.len() > 10_000);
    for secret in &secrets {
        assert!(!holds(&outputs, secret), "an output holds a secret");
    }
    let log = home.line("audit list --json").assert(0).out;
    assert!(secrets.iter().all(|secret| !holds(&log, secret)));
}
