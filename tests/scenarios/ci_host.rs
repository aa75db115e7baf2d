//! A build host that issues trials at night. It has the file of one key with limits, and the
//! passphrase in a file. With that key it can sign trials within the limits and nothing else. A
//! copy of the key does not permit more.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};

use crate::env::TestEnvironment;

const HOUR: i64 = 3_600;

/// Creates a live home with the key of the build host. The other private keys are moved away.
fn host() -> TestEnvironment {
    let env = TestEnvironment::new();
    env.write("officer", "the root's\nthe commercial one's\nthe trial one's\n");
    env.write("ci-passphrase", "the build host's\n");
    env.ok(&[
        "init",
        "--vendor",
        "Acme AB",
        "--issuer",
        "https://acme.example/licensing",
        "--new-passphrase-file",
        "officer",
    ]);
    for line in [
        "product add work-management --name Work",
        "product add gold --name Gold",
        "customer add nightly --name Nightly",
        "key create ci --edition trial --products work-management --max-term 14d --max-seats 5 \
         --max-files 3 --purposes nightly --passphrase-file officer --new-passphrase-file \
         ci-passphrase",
        "key publish --out acme.keyset",
    ] {
        env.line(line).assert(0);
    }
    for name in ["root", "commercial", "trial"] {
        std::fs::remove_file(env.path(&format!("keys/{name}.pem"))).expect("taken away");
    }
    std::fs::remove_file(env.path("officer")).expect("taken away");
    env.set_var("LICENTIA_PASSPHRASE_FILE", "ci-passphrase");
    env.set_var("LICENTIA_ACTOR", "ci");
    env
}

#[test]
fn a_scoped_key_issues_a_trial_and_signs_nothing_else() {
    let env = host();
    let trial = "license issue --customer nightly --product work-management --key ci --purpose \
        nightly --term 10d --no-input";
    // A repeated build gets the same license.
    let first = env.json(&format!("{trial} --reference BUILD-1 --out build-1.lic"));
    let again = env.json(&format!("{trial} --reference BUILD-1 --out build-1.lic"));
    assert_eq!(
        (first["edition"].clone(), first["created"].clone(), again["created"].clone()),
        ("trial".into(), true.into(), false.into())
    );
    assert_eq!(first["serial"], again["serial"]);
    env.line("verify build-1.lic --keyset acme.keyset --product work-management").assert(0);

    let all = "license issue --customer nightly --unbound --no-input";
    for (line, status, code) in [
        // Licenses outside the limits of the key.
        (format!("{trial} --seats 6 --unbound"), 1, "out_of_scope"),
        (format!("{trial} --grace 5d --unbound"), 1, "out_of_scope"),
        (format!("{trial} --enforcement log --unbound"), 1, "out_of_scope"),
        (
            format!("{all} --product work-management --key ci --purpose nightly --term 15d"),
            1,
            "out_of_scope",
        ),
        (
            format!("{all} --product work-management --key ci --purpose nightly --ends none"),
            1,
            "out_of_scope",
        ),
        (format!("{all} --product work-management --key ci --term 10d"), 1, "out_of_scope"),
        (format!("{all} --product gold --key ci --purpose nightly --term 10d"), 1, "out_of_scope"),
        (
            format!(
                "{all} --product work-management --key ci --purpose nightly --term 10d --edition \
                 commercial"
            ),
            1,
            "edition_mismatch",
        ),
        // Commands that need the missing private keys.
        (format!("{all} --product work-management --term 10d"), 5, "key_missing"),
        (format!("{all} --product work-management --term 10d --edition trial"), 5, "key_missing"),
        (format!("{all} --product work-management --term 10d --key commercial"), 5, "key_missing"),
        (
            "key create mine --edition commercial --no-passphrase --no-input".into(),
            5,
            "key_missing",
        ),
        (
            "key import mine keys/ci.pem --edition commercial --no-passphrase --no-input".into(),
            1,
            "exists",
        ),
        ("key retire commercial --yes --no-input".into(), 5, "key_missing"),
        ("key revoke commercial --reason spite --yes --no-input".into(), 5, "key_missing"),
        ("key export commercial --private --out mine.pem".into(), 5, "key_missing"),
        ("key passphrase commercial --no-passphrase --no-input".into(), 5, "key_missing"),
        ("key passphrase root --no-passphrase --no-input".into(), 5, "key_missing"),
        (
            "key create mine --edition commercial --no-passphrase --root-key keys/ci.pem".into(),
            5,
            "key_missing",
        ),
    ] {
        let before = env.everything();
        env.refused(&line, status, code);
        assert_eq!(env.everything(), before, "{line}");
    }
    // The key signs a limited number of files.
    env.line(&format!("{trial} --reference BUILD-2 --unbound")).assert(0);
    env.line(&format!("{trial} --reference BUILD-3 --unbound")).assert(0);
    env.refused(&format!("{trial} --reference BUILD-4 --unbound"), 1, "out_of_scope");
    let entries = env.json("audit list --action license.issue");
    assert_eq!(entries.as_array().map(Vec::len), Some(3));
    assert!(
        entries
            .as_array()
            .into_iter()
            .flatten()
            .all(|entry| entry["actor"] == "ci" && entry["os_user"] == "tester")
    );
    env.line("audit verify").assert(0);
}

/// Checks that applications refuse files outside the limits, even if the holder of a copied key
/// signs them without licentia.
#[test]
fn a_stolen_scoped_key_forges_nothing_beyond_its_scope() {
    let env = host();
    env.line(
        "license issue --customer nightly --product work-management --key ci --purpose \
            nightly --term 10d --out good.lic",
    )
    .assert(0);
    env.line("key export ci --private --as jwk --out stolen.jwk").assert(0);
    let jwk: Value = serde_json::from_str(&env.read("stolen.jwk")).expect("a key");
    let secret: [u8; 32] = URL_SAFE_NO_PAD
        .decode(jwk["d"].as_str().expect("d"))
        .expect("base64url")
        .try_into()
        .expect("32 bytes");
    let key = SigningKey::from_bytes(&secret);
    let good = env.json("inspect good.lic")[0]["claims"].clone();
    let forge = |change: &dyn Fn(&mut Value)| {
        let mut claims = good.clone();
        change(&mut claims);
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let head = json!({"alg": "EdDSA", "kid": jwk["kid"], "typ": "licentia-license+jwt"});
        let signed = format!("{}.{}", part(&head), part(&claims));
        env.write(
            "forged.lic",
            format!("{signed}.{}", URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()).to_bytes())),
        );
        let report = env.line("verify forged.lic --keyset acme.keyset --json").json();
        report[0]["code"].as_str().unwrap_or("good").to_owned()
    };
    let iat = good["iat"].as_i64().expect("a number");
    assert_eq!(forge(&|_| ()), "good", "an unchanged license is good");
    assert_eq!(forge(&|claims| claims["edition"] = "commercial".into()), "edition_mismatch");
    assert_eq!(forge(&|claims| claims["product"]["code"] = "gold".into()), "out_of_scope");
    assert_eq!(forge(&|claims| claims["seats"] = 6.into()), "out_of_scope");
    assert_eq!(forge(&|claims| claims["exp"] = (iat + 15 * 24 * HOUR).into()), "out_of_scope");
    assert_eq!(
        forge(&|claims| drop(claims.as_object_mut().expect("claims").remove("exp"))),
        "out_of_scope"
    );
    assert_eq!(forge(&|claims| claims["enforcement"] = "log".into()), "out_of_scope");
    // A license from the future is refused, except within a day of the present.
    assert_eq!(
        forge(&|claims| (claims["iat"], claims["exp"]) =
            ((iat + 25 * HOUR).into(), (iat + 25 * HOUR + HOUR).into())),
        "not_yet_valid"
    );
}
