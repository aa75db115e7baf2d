//! `credential`: credentials of cloud containers. The secret of a credential is in its file alone.

use licentia_runtime::inspect;
use serde_json::Value;

use crate::env::home::HomeWithContainers;

#[test]
fn a_new_credential_ends_the_previous_one() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @K --out l.lic");
    insta::assert_snapshot!(home.line("credential check k.cred"), @"
    exit 0
    --- out
    k.cred: valid: credential F-BA1BN-2H22H opens container K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.line("credential rotate @K --out k2.cred --dry-run"), @"
    exit 0
    --- err
    Would create credential generation 2 of container K-5ADW4-1WQ6R
    Credential F-BA1BN-2H22H would no longer open the container
    ");
    insta::assert_snapshot!(home.line("credential rotate @K --out k2.cred"), @"
    exit 0
    --- err
    Created credential F-X11PJ-T9R6P of container K-5ADW4-1WQ6R, generation 2
    Credential F-BA1BN-2H22H no longer opens the container
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Wrote k2.cred
    Only this file contains the secret. If the file is lost, run `licentia credential rotate K-5ADW4-1WQ6R --out FILE`
    ");
    insta::assert_snapshot!(home.line("credential check k.cred --json"), @r#"
    exit 4
    --- out
    {
      "valid": false,
      "code": "revoked",
      "message": "credential F-BA1BN-2H22H was rotated at 2026-11-21T10:00:00Z; generation 2 is in force",
      "serial": "F-BA1BN-2H22H",
      "container": "K-5ADW4-1WQ6R",
      "generation": 1,
      "current_generation": 2,
      "warnings": []
    }
    "#);
    insta::assert_snapshot!(home.line("credential check k2.cred --json"), @r#"
    exit 0
    --- out
    {
      "valid": true,
      "code": null,
      "message": "credential F-X11PJ-T9R6P opens container K-5ADW4-1WQ6R",
      "serial": "F-X11PJ-T9R6P",
      "container": "K-5ADW4-1WQ6R",
      "generation": 2,
      "current_generation": 2,
      "warnings": []
    }
    "#);
    insta::assert_snapshot!(home.line("credential list"), @"
    exit 0
    --- out
    SERIAL         CONTAINER      CUSTOMER  USER NAME          GENERATION  ISSUED                STATE
    F-F40FE-S52YG  K-K1QR5-6VJZJ  sued      sued-wankfft5      1           2026-11-21T10:00:00Z  active
    F-X11PJ-T9R6P  K-5ADW4-1WQ6R  nordwind  nordwind-wj8p3gg0  2           2026-11-21T10:00:00Z  active
    ");
    insta::assert_snapshot!(home.line("credential list --container @K --all --format csv"), @"
    exit 0
    --- out
    serial,container,customer,username,generation,state,issued-at,ended-at
    F-BA1BN-2H22H,K-5ADW4-1WQ6R,nordwind,nordwind-wj8p3gg0,1,rotated,2026-11-21T10:00:00Z,2026-11-21T10:00:00Z
    F-X11PJ-T9R6P,K-5ADW4-1WQ6R,nordwind,nordwind-wj8p3gg0,2,active,2026-11-21T10:00:00Z,
    ");
    let newest = home.json("credential list --container @K")[0]["serial"]
        .as_str()
        .expect("a serial")
        .to_owned();
    insta::assert_snapshot!(home.line(&format!("credential show {}", &newest[..6])), @"
    exit 0
    --- out
    serial      F-X11PJ-T9R6P
    state       active
    container   K-5ADW4-1WQ6R
    customer    nordwind
    user name   nordwind-wj8p3gg0
    generation  2
    issued      2026-11-21T10:00:00Z
    file        id 01a1fd8c-6900-79ef-ba84-684b66e45e6e, key _RDz4ialNKBqMWV3qQwOK7KM90gKUt8QjQnEeUVqryY
    ");
    insta::assert_snapshot!(home.line("container show @K"), @"
    exit 0
    --- out
    serial      K-5ADW4-1WQ6R
    kind        cloud
    state       active
    customer    nordwind
    user        anna
    label       Kontor
    counter     2, no update written
    credential  F-X11PJ-T9R6P, generation 2, issued today, user name nordwind-wj8p3gg0
    reference   K
    created     2026-11-21T10:00:00Z
    license     L-XY9KB-PT3MW work-management, revision 1, 2 seats, active
    ");
    // The license is still good.
    assert_eq!(home.line("license check l.lic").status, 0);
    let claims = inspect::unverified(&home.env.read("k2.cred")).expect("a text").claims;
    assert_eq!(
        (claims["generation"].as_u64(), claims["secret"].as_str().map(str::len)),
        (Some(2), Some(43))
    );
}

#[test]
fn a_revoked_credential_closes_its_container_until_the_next_one() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @K --out l.lic");
    insta::assert_snapshot!(home.refused("credential revoke @K --no-input", 2, "needs_answer"), @"cannot revoke the credential of container K-5ADW4-1WQ6R: a confirmation is required, and there is no terminal | --yes confirms the change; --dry-run shows the affected records");
    insta::assert_snapshot!(home.line("credential revoke @K --dry-run"), @"
    exit 0
    --- err
    Would revoke credential F-BA1BN-2H22H: no credential would open container K-5ADW4-1WQ6R
    ");
    insta::assert_snapshot!(home.line("credential revoke @K --yes"), @"
    exit 0
    --- err
    Revoked credential F-BA1BN-2H22H: no credential opens container K-5ADW4-1WQ6R
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    ");
    insta::assert_snapshot!(home.refused("credential revoke @K --yes", 1, "wrong_state"), @"container K-5ADW4-1WQ6R has no credential in force | `licentia credential list --container K-5ADW4-1WQ6R --all` shows the earlier credentials");
    insta::assert_snapshot!(home.line("credential check k.cred"), @"
    exit 4
    --- out
    k.cred: NOT VALID: credential F-BA1BN-2H22H was revoked at 2026-11-21T10:00:00Z (revoked)
    ");
    insta::assert_snapshot!(home.line("license check l.lic"), @"
    exit 4
    --- out
    l.lic: NOT VALID: no credential opens container K-5ADW4-1WQ6R: the credential was revoked (no_credential)
      ok  genuine   license L-XY9KB-PT3MW of work-management for nordwind
      ok  current   revision 1 of 1
      NO  in force
    ");
    insta::assert_snapshot!(home.refused("credential revoke @D --yes", 1, "wrong_kind"), @"container K-178KF-GBK8E is a dongle and has no credential | only cloud containers have credentials");
    insta::assert_snapshot!(home.refused("credential rotate @D", 1, "wrong_kind"), @"container K-178KF-GBK8E is a dongle and has no credential | only cloud containers have credentials");
    insta::assert_snapshot!(home.refused("credential show F-11111-1111Z", 3, "not_found"), @"there is no credential F-11111-1111Z | `licentia credential list` shows the credentials");
    home.line("credential rotate @K --out k2.cred").assert(0);
    assert_eq!(
        (home.line("credential check k2.cred").status, home.line("license check l.lic").status),
        (0, 0)
    );
    assert_eq!(home.json("credential list --container @K")[0]["generation"], 2);
}

#[test]
fn a_credential_that_was_not_issued_opens_nothing() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --container @K --out l.lic");
    insta::assert_snapshot!(home.line("credential check l.lic"), @"
    exit 4
    --- out
    l.lic: NOT VALID: the file is a license file; a credential is required (wrong_type)
    ");
    home.env.write("rubbish", "not a credential");
    insta::assert_snapshot!(home.line("credential check rubbish --json"), @r#"
    exit 4
    --- out
    {
      "valid": false,
      "code": "malformed",
      "message": "not a valid signed file: three parts separated by dots are required",
      "serial": null,
      "container": null,
      "generation": null,
      "current_generation": null,
      "warnings": []
    }
    "#);
    insta::assert_snapshot!(home.refused("credential check missing", 5, "io"), @"cannot read [DIR]/missing: no such file or folder |");
    let mut text = home.env.read("k.cred");
    text.replace_range(
        text.len() - 3..text.len() - 2,
        if text.as_bytes()[text.len() - 3] == b'A' { "B" } else { "A" },
    );
    home.env.write("forged", &text);
    assert_eq!(
        home.line("credential check forged --json").assert(4).json()["code"],
        "bad_signature"
    );
    // A genuine credential of an earlier copy of the home, which this database did not issue.
    let other = HomeWithContainers::new();
    other.line("credential rotate @K --out later.cred").assert(0);
    home.env.write("later.cred", other.env.read("later.cred"));
    assert_eq!(
        home.line("credential check later.cred --json").assert(4).json()["code"],
        "not_issued"
    );
}

#[test]
fn an_encrypted_credential_is_opened_by_its_recipient() {
    let home = HomeWithContainers::new();
    let identity = age::x25519::Identity::generate();
    let line =
        format!("credential rotate @K --encrypt-to {} --out-dir sent --json", identity.to_public());
    let path = home.json(line.trim_end_matches(" --json"))["file"]["path"]
        .as_str()
        .expect("a path")
        .to_owned();
    assert!(path.ends_with(".cred.age"), "{path}");
    let encrypted = std::fs::read(home.env.path(&path)).expect("read");
    assert!(encrypted.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
    let opened = age::decrypt(&identity, &encrypted).expect("opened");
    home.env.write("open.cred", &opened);
    assert_eq!(home.line("credential check open.cred").status, 0);
    assert!(age::decrypt(&age::x25519::Identity::generate(), &encrypted).is_err());
    insta::assert_snapshot!(home.refused(&format!("credential check {path}"), 2, "usage").replace(&path, "[FILE]"), @"[FILE] is encrypted | decrypt the file first: `age -d FILE | licentia credential check -`");
    // Encryption for a passphrase from a file, or typed by a person.
    home.env.write("pass", "correct horse\n");
    home.line("credential rotate @K --encrypt-passphrase-file pass --out p.age").assert(0);
    let open = |name: &str, passphrase: &str| {
        let identity = age::scrypt::Identity::new(passphrase.to_owned().into());
        age::decrypt(&identity, &std::fs::read(home.env.path(name)).expect("read"))
    };
    assert!(open("p.age", "correct horse").is_ok() && open("p.age", "wrong horse").is_err());
    home.env.types(&["", "staple", "stable", "staple", "staple"]);
    home.line("credential rotate @K --encrypt --out q.age").assert(0);
    assert!(open("q.age", "staple").is_ok());
    for (line, code) in [
        ("credential rotate @K --encrypt --out r.age --no-input", "needs_answer"),
        ("credential rotate @K --encrypt-to age1nonsense --out r.age", "usage"),
        ("credential rotate @K --encrypt-to age1nonsense --encrypt --out r.age", "usage"),
    ] {
        home.refused(line, 2, code);
    }
    assert!(!home.env.path("r.age").exists());
    assert_eq!(home.json("credential list --container @K")[0]["generation"], 4);
}

#[test]
fn a_credential_is_not_encrypted_with_the_passphrase_of_a_key() {
    let env = crate::env::TestEnvironment::new();
    env.write("ours", "root\nsigning\ntrial\n");
    env.line("init --vendor Acme --test --new-passphrase-file ours").assert(0);
    env.line("customer add nordwind --name Nordwind").assert(0);
    env.write("signing", "signing\n");
    env.write("theirs", "theirs\n");
    let create = "container create --customer nordwind --kind cloud --passphrase-file ours --out \
        k.age --encrypt-passphrase-file";
    for ours in ["ours", "root", "trial"] {
        env.write("root", "root \n");
        env.write("trial", "\u{feff}trial\n");
        env.refused(&format!("{create} {ours}"), 2, "usage");
    }
    env.refused(&format!("{create} root --dry-run"), 2, "usage");
    insta::assert_snapshot!(env.refused(&format!("{create} signing"), 2, "usage"), @"the passphrase of the credential is a passphrase of this home's keys, which the customer must not know | choose a passphrase that the customer may know");
    env.line(&format!("{create} theirs")).assert(0);
}

#[test]
fn a_cloud_license_needs_its_credential() {
    let home = HomeWithContainers::new();
    home.issue("L", "--seats 2 --term 1y --container @K --out l.lic");
    home.issue("D", "--seats 2 --container @D --out d.lic");
    home.issue("U", "--seats 2 --out u.lic");
    let code = |line: &str| home.line(&format!("{line} --json")).json()[0]["code"].clone();
    assert_eq!(code("verify l.lic"), Value::Null);
    assert_eq!(code("verify l.lic --credential k.cred"), Value::Null);
    assert_eq!(code("verify u.lic --credential k.cred"), Value::Null);
    assert_eq!(code("verify l.lic --credential s.cred"), "wrong_container");
    // Bindings of other kinds are not checked: a dongle's license does not need the credential.
    assert_eq!(code("verify d.lic --credential k.cred"), Value::Null);
    assert_eq!(code("verify s.cred k.cred k.cred"), Value::Null);
    let all = home.json("verify s.cred k.cred l.lic");
    assert_eq!((&all[2]["valid"], &all[2]["kind"]), (&Value::from(true), &Value::from("license")));
    // Of several credentials of a container, one that opens it is enough, in any order. A
    // credential of another container has no effect.
    let mut broken = home.env.read("k.cred");
    let last = broken.pop().map(|c| if c == 'A' { 'Q' } else { 'A' }).expect("a character");
    broken.push(last);
    home.env.write("broken.cred", &broken);
    assert_eq!(code("verify l.lic broken.cred k.cred"), Value::Null);
    assert_eq!(code("verify l.lic broken.cred"), "no_credential");
    assert_eq!(code("verify l.lic s.cred"), Value::Null);
    home.env.write("two.cred", format!("{broken}\n\n{}", home.env.read("k.cred")));
    let ran = home.line("verify l.lic --credential two.cred --json").assert(4).json();
    assert_eq!((&ran[0]["valid"], &ran[1]["valid"]), (&Value::from(true), &Value::from(false)));
    // The report contains a named credential that opens nothing, although the license is good.
    let ran = home.line("verify u.lic --credential l.lic --json").assert(4).json();
    assert_eq!(
        (&ran[0]["valid"], &ran[1]["code"], &ran[1]["path"]),
        (&Value::from(true), &Value::from("wrong_type"), &Value::from("l.lic"))
    );
    home.env.write("cut.cred", &home.env.read("k.cred")[..200]);
    assert_eq!(code("verify l.lic --credential cut.cred"), "no_credential");
    insta::assert_snapshot!(home.line("verify l.lic --credential cut.cred --json").assert(4).json()[0]["message"].as_str().unwrap_or_default(), @"the license is bound to cloud container K-5ADW4-1WQ6R and requires a credential of the container; the given credential is refused: not a valid signed file: a part is missing");
    insta::assert_snapshot!(home.line("verify l.lic").assert(0).text().lines().find(|line| line.contains("binding")).unwrap_or_default(), @"  -   binding    skipped: bound to cloud container K-5ADW4-1WQ6R, and no credential is given");
    // A bundle contains the credential.
    insta::assert_snapshot!(home.line("bundle --container @K --with-credential k.cred --out k.licentia"), @"
    exit 0
    --- err
    Wrote a bundle of 3 signed files to k.licentia
    ");
    let all = home.json("verify k.licentia");
    let kinds: Vec<&str> =
        all.as_array().expect("a list").iter().filter_map(|it| it["kind"].as_str()).collect();
    assert_eq!(kinds, ["keyset", "license", "credential"]);
    assert!(
        all[1]["checks"]
            .as_array()
            .expect("checks")
            .iter()
            .any(|check| check["name"] == "binding" && check["ok"] == true)
    );
    assert_eq!(home.line("credential check k.licentia").status, 0);
    insta::assert_snapshot!(home.refused("bundle --container @K --with-credential s.cred --out x", 1, "wrong_kind"), @"the credential in s.cred opens container K-K1QR5-6VJZJ, not container K-5ADW4-1WQ6R | `licentia credential list --container K-5ADW4-1WQ6R` shows the credentials of the container");
    insta::assert_snapshot!(home.refused("bundle --container @K --with-credential l.lic --out x", 2, "usage"), @"l.lic does not contain exactly one credential | name a credential file; decrypt an encrypted file first: `age -d FILE`");
    home.line("credential rotate @K --out k2.cred").assert(0);
    insta::assert_snapshot!(home.refused("bundle --container @K --with-credential k.cred --out x", 1, "wrong_state"), @"the credential in k.cred opens no container: credential F-BA1BN-2H22H was rotated at 2026-11-21T10:00:00Z; generation 2 is in force (revoked) | use the file of generation 2; if the file is lost, `licentia credential rotate K-5ADW4-1WQ6R --out FILE` creates generation 3");
    insta::assert_snapshot!(home.refused("bundle --container @K --json", 2, "usage"), @"--json is used more than once | use the option only once");
    insta::assert_snapshot!(home.refused("bundle --out x", 2, "usage"), @"missing: --license <LICENSE>... or --container <CONTAINER> | `licentia bundle --help` lists the options");
    insta::assert_snapshot!(home.line("bundle --license ref:U --license ref:D --out two.licentia --json"), @r#"
    exit 0
    --- out
    {
      "texts": 3,
      "licenses": [
        "L-RMJGF-B86A5",
        "L-A3MVS-A9VF2"
      ],
      "container": null,
      "credential": false,
      "file": {
        "path": "two.licentia"
      },
      "warnings": []
    }
    "#);
    home.issue("P", "--seats 1");
    insta::assert_snapshot!(home.refused("bundle --license ref:P --out x", 1, "not_placed"), @"license L-NAY8N-SYKP8 is not delivered (parked) and has no file | `licentia license activate L-NAY8N-SYKP8 --unbound --out FILE` delivers the license");
    home.line("license suspend ref:U").assert(0);
    insta::assert_snapshot!(home.refused("bundle --license ref:U --out x", 1, "wrong_state"), @"license L-RMJGF-B86A5 is suspended and cannot be bundled | `licentia license reinstate L-RMJGF-B86A5` ends the suspension");
    home.line("key create spare --edition commercial").assert(0);
    home.issue("R", "--seats 1 --key spare --container @K");
    home.line("key revoke spare --reason leaked --yes").assert(0);
    insta::assert_snapshot!(home.line("bundle --container @K --out z"), @"
    exit 0
    --- err
    Wrote a bundle of 2 signed files to z
    warning: license L-4G21X-9AF78 is not in the bundle: its signing key was revoked
    ");
    insta::assert_snapshot!(home.refused("bundle --license ref:R --out x", 1, "wrong_state"), @"the signing key of license L-4G21X-9AF78 was revoked: applications refuse its file | extend, edit or renew the license to sign it with another key");
    home.line("license suspend ref:L").assert(0);
    insta::assert_snapshot!(home.line("bundle --container @K --out y"), @"
    exit 0
    --- err
    Wrote a bundle of 1 signed file to y
    warning: license L-XY9KB-PT3MW is suspended and not in the bundle
    warning: license L-4G21X-9AF78 is not in the bundle: its signing key was revoked
    warning: the bundle contains no license
    ");
}

#[test]
fn no_error_repeats_a_signed_text_or_an_identity() {
    let home = HomeWithContainers::new();
    let text = home.env.read("k.cred");
    for line in [
        "customer import k.cred",
        "user import k.cred",
        &format!("customer show {text}"),
        &format!("license issue --customer nordwind --product {text}"),
        &format!("credential rotate @K --key {text}"),
        &format!("ticket redeem {text} --unbound"),
        &format!("find {text}"),
        &format!("verify {text}"),
        &format!("verify {}", &text[..text.rfind('.').expect("three parts")]),
        &format!("container show {}", text.split('.').nth(1).expect("three parts")),
        "credential rotate @K --out r.cred --encrypt-to AGE-SECRET-KEY-1MG7LTMHQQQQ",
        "credential rotate @K --out r.cred --encrypt-to age1x --encrypt-to \
         AGE-SECRET-KEY-1MG7LTMHQQQQ --dry-run",
    ] {
        for format in ["", " --json"] {
            let ran = home.line(&format!("{line}{format}"));
            let output = format!("{}{}", ran.text(), ran.err);
            assert!(
                !output.contains(&text[40..140]) && !output.contains("LTMH"),
                "{line}: {output}"
            );
        }
    }
    insta::assert_snapshot!(home.line("credential rotate @K --out r.cred --encrypt-to AGE-SECRET-KEY-1MG7LTMHQQQQ"), @"
    exit 2
    --- err
    error: recipient 1 is not a recipient of age
    hint: a recipient begins with age1; its owner gets the recipient of an identity file with `age-keygen -y FILE`
    ");
    insta::assert_snapshot!(home.line("customer import k.cred").err.lines().nth(1).unwrap_or_default(), @r#"  line 1: …: unknown column "…" (the columns are code,name,email,reference)"#);
}

#[test]
fn a_credential_whose_key_was_revoked_opens_nothing() {
    let home = HomeWithContainers::new();
    home.line("key create spare --edition commercial").assert(0);
    home.line("credential rotate @K --key spare --out k2.cred").assert(0);
    home.issue("L", "--seats 2 --key commercial --container @K --out l.lic");
    insta::assert_snapshot!(home.line("key revoke spare --reason leaked --yes").err, @"
    Revoked key spare
    The key has signed 1 file, no license files
    Credentials in force for containers: K-5ADW4-1WQ6R
    Applications refuse all of these files when they have the next key set
    Signed version 3 of the key set. Next: `licentia key publish --out FILE` writes the key set for applications
    ");
    assert_eq!(
        home.line("credential check k2.cred --json").assert(4).json()["code"],
        "revoked_key"
    );
    assert_eq!(home.line("license check l.lic --json").assert(4).json()["code"], "no_credential");
    assert!(home.line("container show @K").text().contains("refused: the signing key was revoked"));
    home.line("credential rotate @K --key commercial --out k3.cred").assert(0);
    assert_eq!(home.line("license check l.lic").status, 0);
}

#[test]
fn a_credential_is_written_to_its_target_or_kept() {
    let home = HomeWithContainers::new();
    insta::assert_snapshot!(home.refused("credential rotate @K --out-dir keys", 5, "would_overwrite"), @"keys is a file of a home and cannot be overwritten | name a path outside the home");
    insta::assert_snapshot!(home.refused("credential rotate @K --out nowhere/k.cred", 5, "io"), @"cannot write [DIR]/nowhere/k.cred: no such file or folder |");
    insta::assert_snapshot!(home.refused("bundle --license ref:X --with-credential k.cred --out b", 2, "usage"), @"--with-credential requires --container | name the container that the credential opens: --container CONTAINER");
    let odd = std::os::unix::ffi::OsStringExt::from_vec(b"n\xff.cred".to_vec());
    let line = home.typed("credential rotate @K --out");
    let args: Vec<std::ffi::OsString> = line.split(' ').map(Into::into).chain([odd]).collect();
    assert_eq!(home.env.run_os(args).status, 2);
    assert_eq!(home.json("credential list --container @K")[0]["generation"], 1);
    // A device accepts the credential, and the message names the command that creates another.
    insta::assert_snapshot!(home.line("credential rotate @K --out /dev/null"), @"
    exit 0
    --- err
    warning: credential F-S13DS-5J0XH is recorded; if the file does not arrive, `licentia credential rotate K-5ADW4-1WQ6R --out FILE` creates another credential
    Created credential F-S13DS-5J0XH of container K-5ADW4-1WQ6R, generation 2
    Credential F-BA1BN-2H22H no longer opens the container
    Next: `licentia status publish --out-dir DIR --force` publishes the change to applications
    Wrote /dev/null
    Only this file contains the secret. If the file is lost, run `licentia credential rotate K-5ADW4-1WQ6R --out FILE`
    ");
    for name in ["k.cred.age", "l.cred.age"] {
        home.env.write("theirs", "theirs\n");
        home.line(&format!("credential rotate @K --encrypt-passphrase-file theirs --out {name}"))
            .assert(0);
        for verb in ["verify", "inspect", "license check"] {
            let ran = home.line(&format!("{verb} {name}")).assert(4);
            assert!(format!("{}{}", ran.text(), ran.err).contains("encrypted with age"), "{ran}");
        }
    }
}

#[test]
fn the_database_permits_only_the_end_and_the_completion_of_a_credential() {
    let home = HomeWithContainers::new();
    home.line("credential rotate @K --out k2.cred").assert(0);
    let database = rusqlite::Connection::open(home.env.path("licentia.db")).expect("opened");
    for (change, message) in [
        ("target = 'elsewhere'", "a credential keeps what it is"),
        ("staged = 'other'", "a credential keeps what it is"),
        ("staged_length = 1", "a credential keeps what it is"),
        ("missing = x'00'", "the missing bytes of a credential never change"),
        ("file_hash = secret_hash", "a credential keeps what it is"),
        ("generation = 7", "a credential keeps what it is"),
    ] {
        let sql = format!("UPDATE credential SET {change} WHERE ended_at IS NULL");
        let refused = database.execute(&sql, []).expect_err(change).to_string();
        assert!(refused.contains(message), "{refused}");
    }
    for change in ["ended_at = '2027-01-01T00:00:00Z'", "ended_at = NULL, ended_as = NULL"] {
        let sql = format!("UPDATE credential SET {change} WHERE ended_at IS NOT NULL");
        let refused = database.execute(&sql, []).expect_err(change).to_string();
        assert!(refused.contains("a credential is ended once"), "{refused}");
    }
    assert_eq!(database.execute("UPDATE credential SET missing = NULL", []), Ok(3));
}
