//! Known answers: one case a file in `tests/vectors/`, each a text, the circumstances and the
//! verdict expected. The cases are forged here with the published test keys, so that a reader sees
//! what is wrong with each; the files are what other verifiers check themselves against, and a test
//! fails where the two differ (`LICENTIA_VECTORS=write` writes them).

#![expect(clippy::disallowed_methods, reason = "a test of files reads and writes them")]
#![expect(clippy::panic, reason = "a test fails by it")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use licentia_runtime::container::{Applied, Fault, Folder, System};
use licentia_runtime::{
    Binding, Context, Device, Document, KeySet, Kind, Policy, Statuses, Trust, Update, Vendor,
    VerdictCode, VerifyError, Warning, examine, thumbprint,
};
use serde_json::{Value, json};

#[path = "forge/containers.rs"]
mod containers;
#[path = "forge/statuses.rs"]
mod statuses;

/// 2026-11-22T00:00:00Z
const NOW: i64 = 1_795_305_600;
/// 2026-11-21T00:00:00Z
const ISSUED: i64 = 1_795_219_200;
const DAY: i64 = 86_400;

struct Key {
    pair: SigningKey,
    x: String,
    kid: String,
}

impl Key {
    fn new(secret: [u8; 32]) -> Key {
        let pair = SigningKey::from_bytes(&secret);
        let x = URL_SAFE_NO_PAD.encode(pair.verifying_key().as_bytes());
        let kid = thumbprint(&x);
        Key { pair, x, kid }
    }

    fn published(name: &str) -> Key {
        let path = format!("{}/../keys/test-{name}.pem", env!("CARGO_MANIFEST_DIR"));
        let pem = std::fs::read_to_string(path).expect("a published key");
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let der = STANDARD.decode(body).expect("base64");
        Key::new(der[der.len() - 32..].try_into().expect("32 bytes"))
    }

    fn jwk(&self) -> Value {
        json!({"kty": "OKP", "crv": "Ed25519", "x": self.x})
    }

    fn header(&self, typ: &str) -> Value {
        json!({"alg": "EdDSA", "kid": self.kid, "typ": typ})
    }

    fn sign(&self, typ: &str, claims: &Value) -> String {
        self.sign_raw(&self.header(typ).to_string(), &claims.to_string())
    }

    fn sign_raw(&self, header: &str, payload: &str) -> String {
        let signed =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let signature = self.pair.sign(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}

struct Forge {
    root: Key,
    commercial: Key,
    trial: Key,
    /// A root that followed the first.
    next: Key,
    /// An unknown key.
    thief: Key,
}

const LICENSE: &str = "licentia-license+jwt";
const CREDENTIAL: &str = "licentia-credential+jwt";
const UPDATE: &str = "licentia-update+jwt";
const CONTEXT: &str = "licentia-context+jwt";
const KEYSET: &str = "licentia-keyset+jwt";
const ROOT: &str = "licentia-root+jwt";

impl Forge {
    fn new() -> Forge {
        let [root, commercial, trial] = ["root", "commercial", "trial"].map(Key::published);
        Forge { root, commercial, trial, next: Key::new([1; 32]), thief: Key::new([2; 32]) }
    }

    fn record(&self, key: &Key, name: &str, edition: &str) -> Value {
        json!({"kid": key.kid, "kty": "OKP", "crv": "Ed25519", "x": key.x, "name": name, "edition": edition, "state": "active", "scope": {}})
    }

    fn keyset_claims(&self) -> Value {
        let mut trial = self.record(&self.trial, "trial", "trial");
        trial["scope"] = json!({"kinds": ["license"]});
        json!({
            "iss": "https://acme.example/licensing", "jti": "019aa000-0000-7000-8000-000000000001",
            "iat": ISSUED, "fmt": 1, "test": true,
            "version": 2, "root": self.root.jwk(), "transitions": [],
            "keys": [self.record(&self.commercial, "commercial", "commercial"), trial],
        })
    }

    fn keyset(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.keyset_claims();
        change(&mut claims);
        self.root.sign(KEYSET, &claims)
    }

    fn license_claims(&self) -> Value {
        json!({
            "iss": "https://acme.example/licensing", "sub": "L-11111-11113",
            "jti": "019aa000-0000-7000-8000-000000000002",
            "iat": ISSUED, "nbf": ISSUED, "exp": ISSUED + 379 * DAY, "fmt": 1, "test": true,
            "edition": "commercial", "revision": 1,
            "model": "floating", "seats": 10,
            "product": {"code": "work-management", "name": "Work Management", "kind": "application", "allow_login": true, "requires": []},
            "modules": [{"code": "calculator"}, {"code": "calculator.pro", "value": 500, "ends": "2027-03-01"}],
            "customer": {"code": "nordwind", "name": "Nordwind AB"},
            "term": {"starts": "2026-11-21", "ends": "2027-11-21", "grace_days": 14},
            "enforcement": "block", "attributes": {"support": "gold"},
            "status": {"status_list": {"idx": 417, "uri": "https://acme.example/licensing/status/1"}},
        })
    }

    fn license(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.license_claims();
        change(&mut claims);
        self.commercial.sign(LICENSE, &claims)
    }

    fn credential_claims(&self) -> Value {
        json!({
            "iss": "https://acme.example/licensing", "sub": "nordwind-0a1b2c3d",
            "jti": "019aa000-0000-7000-8000-000000000005",
            "iat": ISSUED, "fmt": 1, "test": true, "serial": "F-11111-1111Z", "generation": 1,
            "container": {"serial": CLOUD, "kind": "cloud"},
            "customer": {"code": "nordwind", "name": "Nordwind AB"},
            "label": "Kontor", "secret": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "status": {"status_list": {"idx": 418, "uri": "https://acme.example/licensing/status/1"}},
        })
    }

    fn credential(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.credential_claims();
        change(&mut claims);
        self.commercial.sign(CREDENTIAL, &claims)
    }

    fn update_claims(&self) -> Value {
        json!({
            "iss": "https://acme.example/licensing", "sub": CLOUD,
            "jti": "019aa000-0000-7000-8000-000000000006", "iat": ISSUED,
            "fmt": 1, "test": true, "counter": 7, "licenses": [in_container(self, CLOUD, "cloud")],
            "blocked": null,
            "keyset": self.keyset(|_| ()),
        })
    }

    fn update(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.update_claims();
        change(&mut claims);
        self.commercial.sign(UPDATE, &claims)
    }

    fn root_change(&self, change: impl FnOnce(&mut Value)) -> Value {
        let mut claims = json!({
            "iss": "https://acme.example/licensing", "jti": "019aa000-0000-7000-8000-000000000003",
            "iat": ISSUED, "fmt": 1, "test": true,
            "old": self.root.jwk(), "new": self.next.jwk(), "from_version": 2,
        });
        change(&mut claims);
        json!({"by_old": self.root.sign(ROOT, &claims), "by_new": self.next.sign(ROOT, &claims)})
    }

    /// A key set by the next root, with its way there.
    fn keyset_of_next(&self, transitions: Value) -> String {
        let mut claims = self.keyset_claims();
        claims["root"] = self.next.jwk();
        claims["transitions"] = transitions;
        self.next.sign(KEYSET, &claims)
    }
}

/// One case. `circumstances` differ from the usual: now, the published root, test files taken,
/// nothing else asked; docs/verify/ says what each is.
fn case(
    text: &str,
    circumstances: &Value,
    verdict: Option<VerdictCode>,
    warning: Option<VerdictCode>,
    about: &str,
) -> Value {
    let mut usual = json!({"now": NOW, "allow_test": true, "root": Key::published("root").kid, "keyset": null, "product": null, "user": null, "unbound": false, "credential": null, "dongle": null});
    for (name, value) in circumstances.as_object().expect("an object") {
        usual[name] = value.clone();
    }
    json!({
        "about": about, "level": "full", "circumstances": usual,
        "verdict": {"valid": verdict.is_none(), "code": verdict.map(VerdictCode::as_str), "warning": warning.map(VerdictCode::as_str)},
        "text": text,
    })
}

fn cases() -> BTreeMap<String, Value> {
    let forge = Forge::new();
    let mut cases = BTreeMap::new();
    license_cases(&forge, &mut cases);
    keyset_cases(&forge, &mut cases);
    credential_cases(&forge, &mut cases);
    update_cases(&forge, &mut cases);
    containers::request_cases(&forge, &mut cases);
    containers::receipt_cases(&forge, &mut cases);
    containers::state_cases(&forge, &mut cases);
    containers::device_cases(&forge, &mut cases);
    containers::folder_cases(&forge, &mut cases);
    statuses::list_cases(&forge, &mut cases);
    statuses::beside_cases(&forge, &mut cases);
    statuses::update_cases(&forge, &mut cases);
    statuses::folder_cases(&forge, &mut cases);
    for (name, case) in &mut cases {
        if is_basic(name, case) {
            case["level"] = json!("basic");
        }
    }
    cases
}

/// Returns whether a verifier that is built from docs/verify/README.md and a JOSE library must give
/// the verdict of a case: a license is expected, and the verdict depends on no container.
fn is_basic(name: &str, case: &Value) -> bool {
    let around = &case["circumstances"];
    let expects_license = match around.get("expect") {
        Some(kind) => kind == "license",
        None => name.starts_with("license-"),
    };
    let has_container = ["credential", "dongle", "device"]
        .iter()
        .any(|name| around.get(*name).is_some_and(|value| !value.is_null()));
    // An application refuses a bound license; a tool that checks no container accepts it.
    let is_unchecked =
        around["unbound"] == false && is_bound(case["text"].as_str().expect("a text"));
    expects_license && !has_container && !is_unchecked
}

/// Returns whether a text is of a license that is bound to a container.
fn is_bound(text: &str) -> bool {
    let mut parts = text
        .split('.')
        .map(|part| serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(part).ok()?).ok());
    let (header, payload) = (parts.next().flatten(), parts.next().flatten());
    header.is_some_and(|header| header["typ"] == LICENSE)
        && payload.is_some_and(|claims| claims.get("container").is_some())
}

/// A license of a cloud container, and one of a dongle.
fn in_container(forge: &Forge, serial: &str, kind: &str) -> String {
    forge.license(|claims| {
        claims["container"] = json!({"serial": serial, "kind": kind, "generation": 1});
        if kind == "dongle" {
            claims["container"]["match"] = json!({"hardware": "3-4711829"});
        }
    })
}

const CLOUD: &str = "K-11111-11112";

/// What opens a cloud container, and what is good beside it only.
fn credential_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let good = forge.credential(|_| ());
    let mut add =
        |name: &str, about: &str, text: String, more: Value, code: Option<VerdictCode>| {
            let mut circumstances = json!({"keyset": set});
            for (name, value) in more.as_object().expect("an object") {
                circumstances[name] = value.clone();
            }
            let clash =
                cases.insert(name.to_owned(), case(&text, &circumstances, code, None, about));
            assert!(clash.is_none(), "{name} stands twice");
        };
    let none = || json!({});
    for (name, about, claim, value) in informing() {
        let text = forge.credential(|c| c[claim] = value.clone());
        add(&format!("credential-{name}"), about, text, none(), None);
    }
    add("credential-valid", "what opens a cloud container", good.clone(), none(), None);
    add(
        "credential-valid-until-tomorrow",
        "one with an end of its own",
        forge.credential(|claims| claims["exp"] = json!(NOW + DAY)),
        none(),
        None,
    );
    let (signed, signature) = good.rsplit_once('.').expect("three parts");
    let next = forge.credential(|claims| claims["generation"] = json!(2));
    let changed = format!("{}.{signature}", next.rsplit_once('.').expect("three parts").0);
    add(
        "credential-changed-payload",
        "the claims of one under the signature of another",
        changed,
        none(),
        Some(VerdictCode::BadSignature),
    );
    let cut = format!("{signed}.{}", &signature[..40]);
    add(
        "credential-cut-signature",
        "cut in its signature",
        cut,
        none(),
        Some(VerdictCode::BadSignature),
    );
    let by = |key: &Key| key.sign(CREDENTIAL, &forge.credential_claims());
    add(
        "credential-by-trial",
        "signed by a trial key, which signs licenses only",
        by(&forge.trial),
        none(),
        Some(VerdictCode::EditionMismatch),
    );
    add(
        "credential-by-thief",
        "signed by an unknown key",
        by(&forge.thief),
        none(),
        Some(VerdictCode::UnknownKey),
    );
    add(
        "credential-by-root",
        "signed by the root, which signs key sets only",
        by(&forge.root),
        none(),
        Some(VerdictCode::UnknownKey),
    );
    let scoped =
        |scope: Value| json!({"keyset": forge.keyset(|set| set["keys"][0]["scope"] = scope)});
    add(
        "credential-kind-outside-scope",
        "its key signs licenses only",
        good.clone(),
        scoped(json!({"kinds": ["license"]})),
        Some(VerdictCode::OutOfScope),
    );
    add(
        "credential-kind-in-scope",
        "its key may sign it",
        good.clone(),
        scoped(json!({"kinds": ["license", "credential"]})),
        None,
    );
    add(
        "credential-no-end",
        "without an end under a key with a longest term",
        good.clone(),
        scoped(json!({"max_term_days": 30})),
        Some(VerdictCode::OutOfScope),
    );
    add(
        "credential-end-too-far",
        "a day longer than its key allows",
        forge.credential(|claims| claims["exp"] = json!(ISSUED + 31 * DAY)),
        scoped(json!({"max_term_days": 30})),
        Some(VerdictCode::OutOfScope),
    );
    let revoked = json!({"keyset": forge.keyset(|set| set["keys"][0]["state"] = json!("revoked"))});
    add(
        "credential-revoked-key",
        "its key was revoked",
        good.clone(),
        revoked,
        Some(VerdictCode::RevokedKey),
    );
    let retired = json!({"keyset": forge.keyset(|set| {
        set["keys"][0]["state"] = json!("retired");
        set["keys"][0]["retired_at"] = json!(ISSUED - 1);
    })});
    add(
        "credential-retired-key",
        "its key was retired before it signed",
        good.clone(),
        retired,
        Some(VerdictCode::RetiredKey),
    );
    for (name, about, member, value, code) in [
        ("expired", "past its own end", "exp", json!(NOW), VerdictCode::Expired),
        (
            "issued-in-future",
            "issued more than a day ahead",
            "iat",
            json!(NOW + DAY + 1),
            VerdictCode::NotYetValid,
        ),
        (
            "wrong-issuer",
            "of another issuer",
            "iss",
            json!("https://other.example"),
            VerdictCode::WrongIssuer,
        ),
        ("higher-format", "of a later format", "fmt", json!(2), VerdictCode::Unsupported),
        (
            "live-under-test",
            "a live one under a test key set",
            "test",
            json!(false),
            VerdictCode::TestFile,
        ),
        (
            "short-secret",
            "with a secret of 42 characters",
            "secret",
            json!("a".repeat(42)),
            VerdictCode::Malformed,
        ),
        (
            "odd-secret",
            "with a secret that is not base64url",
            "secret",
            json!("+".repeat(43)),
            VerdictCode::Malformed,
        ),
        ("no-generation", "of generation 0", "generation", json!(0), VerdictCode::Malformed),
        ("no-user-name", "without a user name", "sub", json!(""), VerdictCode::Malformed),
        ("no-serial", "without a serial", "serial", json!(""), VerdictCode::Malformed),
        (
            "for-a-dongle",
            "for a container that needs none",
            "container",
            json!({"serial": CLOUD, "kind": "dongle"}),
            VerdictCode::Malformed,
        ),
        (
            "text-as-generation",
            "with a generation in words",
            "generation",
            json!("one"),
            VerdictCode::Malformed,
        ),
    ] {
        add(
            &format!("credential-{name}"),
            about,
            forge.credential(|claims| claims[member] = value),
            none(),
            Some(code),
        );
    }
    let repeated = format!(
        "{},\"secret\":\"{}\"}}",
        forge.credential_claims().to_string().trim_end_matches('}'),
        "b".repeat(43)
    );
    let repeated =
        forge.commercial.sign_raw(&forge.commercial.header(CREDENTIAL).to_string(), &repeated);
    add(
        "credential-two-secrets",
        "with a member that stands twice",
        repeated,
        none(),
        Some(VerdictCode::Malformed),
    );
    add(
        "credential-is-a-license",
        "a license where a credential is expected",
        forge.license(|_| ()),
        json!({"expect": "credential"}),
        Some(VerdictCode::WrongType),
    );
    add(
        "license-is-a-credential",
        "a credential where a license is expected",
        good.clone(),
        json!({"expect": "license"}),
        Some(VerdictCode::WrongType),
    );

    // Licenses, and where they stand.
    let cloud = in_container(forge, CLOUD, "cloud");
    let beside = |credential: String| json!({"credential": credential});
    add(
        "license-cloud-beside-credential",
        "in the cloud, beside its credential",
        cloud.clone(),
        beside(good.clone()),
        None,
    );
    add(
        "license-cloud-alone",
        "in the cloud, without a credential",
        cloud.clone(),
        json!({"unbound": true}),
        Some(VerdictCode::NoCredential),
    );
    add(
        "license-unbound-beside-credential",
        "bound to nothing, beside a credential",
        forge.license(|_| ()),
        beside(good.clone()),
        None,
    );
    let other =
        |member: &str, value: Value| forge.credential(|claims| claims["container"][member] = value);
    add(
        "license-cloud-beside-another",
        "beside the credential of another container",
        cloud.clone(),
        beside(other("serial", json!("K-22222-22224"))),
        Some(VerdictCode::WrongContainer),
    );
    add(
        "license-cloud-beside-one-that-ends",
        "beside a credential that ends in a moment",
        cloud.clone(),
        beside(forge.credential(|claims| claims["exp"] = json!(NOW + 1))),
        None,
    );
    let foreign = forge.credential(|claims| claims["customer"]["code"] = json!("sued"));
    add(
        "license-cloud-beside-a-strangers",
        "beside a credential of another customer",
        cloud.clone(),
        beside(foreign),
        Some(VerdictCode::WrongContainer),
    );
    let dongle = in_container(forge, "K-33333-33336", "dongle");
    add(
        "license-dongle-beside-credential",
        "of a dongle, beside a credential",
        dongle.clone(),
        beside(good.clone()),
        Some(VerdictCode::WrongContainer),
    );
    add(
        "license-dongle-in-it",
        "in the dongle that it is bound to",
        dongle.clone(),
        json!({"dongle": "3-4711829"}),
        None,
    );
    add(
        "license-dongle-in-another",
        "in another dongle",
        dongle.clone(),
        json!({"dongle": "3-4711830"}),
        Some(VerdictCode::WrongContainer),
    );
    add(
        "license-dongle-alone",
        "of a dongle, where there is none",
        dongle,
        json!({"unbound": true}),
        Some(VerdictCode::WrongContainer),
    );
    add(
        "license-cloud-in-a-dongle",
        "in the cloud, where a dongle is",
        cloud,
        json!({"dongle": "3-4711829"}),
        Some(VerdictCode::NoCredential),
    );
    let unmatched = forge.license(|claims| {
        claims["container"] = json!({"serial": CLOUD, "kind": "dongle", "generation": 1});
    });
    add(
        "license-dongle-without-hardware",
        "of a dongle that it does not name",
        unmatched,
        json!({"dongle": ""}),
        Some(VerdictCode::WrongContainer),
    );
}

/// The whole of what a container shall hold, good as a whole or not at all.
fn update_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let mut add =
        |name: &str, about: &str, text: String, more: Value, code: Option<VerdictCode>| {
            let mut circumstances = json!({});
            for (name, value) in more.as_object().expect("an object") {
                circumstances[name] = value.clone();
            }
            let clash = cases
                .insert(format!("update-{name}"), case(&text, &circumstances, code, None, about));
            assert!(clash.is_none(), "{name} stands twice");
        };
    let none = || json!({});
    let one = |license: String| forge.update(|claims| claims["licenses"] = json!([license]));
    add("valid", "with a license and its own key set", forge.update(|_| ()), none(), None);
    add(
        "valid-empty",
        "for a container that shall hold nothing",
        forge.update(|claims| claims["licenses"] = json!([])),
        none(),
        None,
    );
    add(
        "valid-blocked",
        "for a container that is blocked",
        forge.update(|claims| claims["blocked"] = json!("blocked")),
        none(),
        None,
    );
    for (name, about, claim, value) in informing() {
        add(name, about, forge.update(|c| c[claim] = value.clone()), none(), None);
    }
    let over = |more: &dyn Fn(&mut Value)| {
        forge.license(|claims| {
            claims["container"] = json!({"serial": CLOUD, "kind": "cloud", "generation": 1});
            more(claims);
        })
    };
    add(
        "valid-expired-license",
        "with a license that has run out: the container keeps it",
        one(over(&|it| it["exp"] = json!(NOW - 1))),
        none(),
        None,
    );
    add(
        "valid-later-license",
        "with a license that begins next month",
        one(over(&|it| it["nbf"] = json!(NOW + 30 * DAY))),
        none(),
        None,
    );
    let without =
        forge.update(|claims| drop(claims.as_object_mut().expect("an object").remove("keyset")));
    add(
        "valid-set-at-hand",
        "without a key set, where one is at hand",
        without.clone(),
        json!({"keyset": set}),
        None,
    );
    add(
        "no-set",
        "without a key set, and none is at hand",
        without,
        none(),
        Some(VerdictCode::UnknownKey),
    );
    let newer = forge.keyset(|set| {
        set["version"] = json!(3);
        set["keys"][0]["state"] = json!("revoked");
    });
    add(
        "older-set-is-ignored",
        "its key was revoked in a newer key set that is at hand",
        forge.update(|_| ()),
        json!({"keyset": newer}),
        Some(VerdictCode::RevokedKey),
    );
    let brings = |text: String| forge.update(|claims| claims["keyset"] = json!(text));
    add(
        "newer-set-counts",
        "it brings the key set in which its key was revoked",
        brings(newer),
        json!({"keyset": set}),
        Some(VerdictCode::RevokedKey),
    );
    let thiefs = forge.thief.sign(KEYSET, &{
        let mut claims = forge.keyset_claims();
        claims["root"] = forge.thief.jwk();
        claims
    });
    add(
        "set-of-a-thief",
        "it brings a key set under another root",
        brings(thiefs.clone()),
        none(),
        Some(VerdictCode::UnknownKey),
    );
    add(
        "set-of-a-thief-beside-ours",
        "the same where a good one is at hand",
        brings(thiefs),
        json!({"keyset": set}),
        Some(VerdictCode::UnknownKey),
    );
    add(
        "set-is-a-license",
        "it brings a license as key set",
        brings(forge.license(|_| ())),
        none(),
        Some(VerdictCode::WrongType),
    );
    let by = |key: &Key| key.sign(UPDATE, &forge.update_claims());
    add(
        "by-trial",
        "signed by a trial key",
        by(&forge.trial),
        none(),
        Some(VerdictCode::EditionMismatch),
    );
    add(
        "by-thief",
        "signed by an unknown key",
        by(&forge.thief),
        none(),
        Some(VerdictCode::UnknownKey),
    );
    let good = forge.update(|_| ());
    let [header, payload, signature] = good.split('.').collect::<Vec<_>>()[..] else {
        unreachable!("three parts")
    };
    let raised = forge.update(|claims| claims["counter"] = json!(8));
    let raised = raised.split('.').nth(1).expect("three parts");
    add(
        "raised-counter",
        "a higher counter under the signature of a lower one",
        format!("{header}.{raised}.{signature}"),
        none(),
        Some(VerdictCode::BadSignature),
    );
    add(
        "cut",
        "cut in the middle",
        format!("{header}.{}", &payload[..40]),
        none(),
        Some(VerdictCode::Malformed),
    );
    for (name, about, member, value, code) in [
        ("counter-zero", "of counter 0", "counter", json!(0), VerdictCode::Malformed),
        (
            "huge-counter",
            "of a counter that not every reader keeps",
            "counter",
            json!((1u64 << 53) + 1),
            VerdictCode::Malformed,
        ),
        ("negative-counter", "of a counter below 0", "counter", json!(-1), VerdictCode::Malformed),
        ("no-container", "for no container", "sub", json!(""), VerdictCode::Malformed),
        (
            "wrong-issuer",
            "of another issuer",
            "iss",
            json!("https://other.example"),
            VerdictCode::WrongIssuer,
        ),
        ("higher-format", "of a later format", "fmt", json!(2), VerdictCode::Unsupported),
        (
            "live-under-test",
            "a live one under a test key set",
            "test",
            json!(false),
            VerdictCode::TestFile,
        ),
        (
            "issued-in-future",
            "issued more than a day ahead",
            "iat",
            json!(NOW + DAY + 1),
            VerdictCode::NotYetValid,
        ),
        (
            "words-as-licenses",
            "with words where licenses are",
            "licenses",
            json!(["not a license"]),
            VerdictCode::Malformed,
        ),
        (
            "license-as-object",
            "with claims where texts are",
            "licenses",
            json!([{"sub": "L-11111-11113"}]),
            VerdictCode::Malformed,
        ),
    ] {
        add(name, about, forge.update(|claims| claims[member] = value), none(), Some(code));
    }
    // One bad license spoils it all.
    let own = over(&|_| ());
    let twice = forge
        .update(|claims| claims["licenses"] = json!([own, over(&|it| it["revision"] = json!(2))]));
    add(
        "license-twice",
        "with the same license twice",
        twice,
        none(),
        Some(VerdictCode::Malformed),
    );
    add(
        "unbound-license",
        "with a license that is bound to nothing",
        one(forge.license(|_| ())),
        none(),
        Some(VerdictCode::WrongContainer),
    );
    add(
        "license-of-another",
        "with a license of another container",
        one(in_container(forge, "K-22222-22224", "cloud")),
        none(),
        Some(VerdictCode::WrongContainer),
    );
    let forged = {
        let (signed, signature) = own.rsplit_once('.').expect("three parts");
        let other = forge.license(|_| ());
        assert_ne!(other.rsplit_once('.').map(|it| it.1), Some(signature));
        format!("{signed}.{}", other.rsplit_once('.').expect("three parts").1)
    };
    let spoiled = forge.update(|claims| {
        claims["licenses"] = json!([over(&|it| it["sub"] = json!("L-22222-22225")), forged]);
    });
    add(
        "one-bad-license",
        "with a good license and a forged one",
        spoiled,
        none(),
        Some(VerdictCode::BadSignature),
    );
    let trial = forge.trial.sign(LICENSE, &{
        let mut claims = forge.license_claims();
        claims["container"] = json!({"serial": CLOUD, "kind": "cloud", "generation": 1});
        claims
    });
    add(
        "license-by-trial",
        "with a commercial license under a trial key",
        one(trial),
        none(),
        Some(VerdictCode::EditionMismatch),
    );
    add(
        "credential-as-license",
        "with a credential where a license is",
        one(forge.credential(|_| ())),
        none(),
        Some(VerdictCode::WrongType),
    );
}

#[expect(clippy::too_many_lines, reason = "a list of cases, one paragraph each")]
fn license_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let with = |more: Value| {
        let mut circumstances = json!({"keyset": set});
        for (name, value) in more.as_object().expect("an object") {
            circumstances[name] = value.clone();
        }
        circumstances
    };
    let none = || with(json!({}));
    let mut add = |name: &str,
                   about: &str,
                   text: String,
                   circumstances: Value,
                   code: Option<VerdictCode>,
                   warning: Option<VerdictCode>| {
        let clash = cases
            .insert(format!("license-{name}"), case(&text, &circumstances, code, warning, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    let good = forge.license(|_| ());
    let claims = forge.license_claims().to_string();
    let [header, payload, signature] = good.split('.').collect::<Vec<_>>()[..] else {
        unreachable!("three parts")
    };

    // Good ones.
    add("valid", "a plain license", good.clone(), none(), None, None);
    add(
        "valid-ed25519",
        "alg Ed25519 is read too",
        forge.commercial.sign_raw(
            &json!({"alg": "Ed25519", "kid": forge.commercial.kid, "typ": LICENSE}).to_string(),
            &claims,
        ),
        none(),
        None,
        None,
    );
    add(
        "valid-header-order",
        "header members in another order",
        forge.commercial.sign_raw(
            &format!(r#"{{"typ":"{LICENSE}","alg":"EdDSA","kid":"{}"}}"#, forge.commercial.kid),
            &claims,
        ),
        none(),
        None,
        None,
    );
    add(
        "valid-unknown-claim",
        "an unknown claim is ignored",
        forge.license(|c| c["colour"] = "blue".into()),
        none(),
        None,
        None,
    );
    for (name, about, claim, value) in informing() {
        add(name, about, forge.license(|c| c[claim] = value.clone()), none(), None, None);
    }
    for (name, about, value) in [
        ("valid-reference-hash", "with the hash of its order", json!("YWJjZGVmZ2hpamtsbW5vcA")),
        ("valid-reference-hash-later", "with a hash in a form that is not known", json!([1, {}])),
    ] {
        let text = forge.license(|c| c["reference_hash"] = value.clone());
        add(name, about, text, none(), None, None);
    }
    let raw = |from: &str, to: &str| {
        assert!(claims.contains(from), "{from}");
        let header = forge.commercial.header(LICENSE).to_string();
        forge.commercial.sign_raw(&header, &claims.replacen(from, to, 1))
    };
    let nested = |arrays: usize| {
        let (open, close) = ("[".repeat(arrays), "]".repeat(arrays));
        raw("{", &format!(r#"{{"colour":{open}{close},"#))
    };
    add("valid-nested", "an unknown claim, nested 127 deep", nested(126), none(), None, None);
    add(
        "valid-surrogate-pair",
        "a character that is written as a surrogate pair",
        raw(r#":"gold""#, r#":"\ud83d\ude00""#),
        none(),
        None,
        None,
    );
    add(
        "valid-no-end",
        "a license without an end",
        forge.license(|c| {
            c.as_object_mut().expect("claims").remove("exp");
            c["term"] = json!({"starts": "2026-11-21", "grace_days": 0});
        }),
        none(),
        None,
        None,
    );
    add(
        "valid-nbf-leeway",
        "nine minutes before its first day",
        forge.license(|c| c["nbf"] = (NOW + 540).into()),
        none(),
        None,
        None,
    );
    add(
        "valid-iat-leeway",
        "issued by a clock that is hours ahead",
        forge.license(|c| c["iat"] = (NOW + 80_000).into()),
        none(),
        None,
        None,
    );
    add(
        "valid-product",
        "the product asked for",
        good.clone(),
        with(json!({"product": "work-management"})),
        None,
        None,
    );
    add(
        "valid-user",
        "a floating license is for every user",
        good.clone(),
        with(json!({"user": "anna"})),
        None,
        None,
    );
    add(
        "valid-named-user",
        "a user it is assigned to",
        forge.license(|c| {
            c["model"] = "named".into();
            c["users"] = json!(["anna", "bo"]);
        }),
        with(json!({"user": "bo"})),
        None,
        None,
    );
    add(
        "valid-grace",
        "past its end day, within its grace",
        good.clone(),
        with(json!({"now": ISSUED + 370 * DAY})),
        None,
        Some(VerdictCode::Grace),
    );
    add(
        "valid-trial",
        "a trial license by the trial key",
        forge.trial.sign(LICENSE, &{
            let mut c = forge.license_claims();
            c["edition"] = "trial".into();
            c
        }),
        none(),
        None,
        None,
    );
    add(
        "valid-expired-warn",
        "enforcement warn softens the end",
        forge.license(|c| c["enforcement"] = "warn".into()),
        with(json!({"now": ISSUED + 400 * DAY})),
        None,
        Some(VerdictCode::Expired),
    );
    add(
        "valid-expired-log",
        "enforcement log softens the end",
        forge.license(|c| c["enforcement"] = "log".into()),
        with(json!({"now": ISSUED + 400 * DAY})),
        None,
        Some(VerdictCode::Expired),
    );
    add(
        "valid-mail",
        "wrapped, quoted and quoted-printable by a mail program",
        mangled(&good),
        none(),
        None,
        None,
    );
    add(
        "valid-bound-unchecked",
        "bound to a container, nothing asked about it",
        forge.license(|c| {
            c["container"] = json!({"serial": "K-11111-1111X", "kind": "device", "generation": 1});
        }),
        none(),
        None,
        None,
    );
    let retired = forge.keyset(|set| {
        set["keys"][0]["state"] = "retired".into();
        set["keys"][0]["retired_at"] = ISSUED.into();
    });
    add(
        "valid-retired-key",
        "signed when its key was still active",
        good.clone(),
        json!({"keyset": retired}),
        None,
        None,
    );
    let short = |revoked_at: i64| {
        forge.keyset(|set| {
            set["keys"][0]["state"] = "revoked".into();
            set["keys"][0]["revoked_at"] = revoked_at.into();
            set["keys"][0]["scope"] = json!({"max_term_days": 400});
        })
    };
    add(
        "valid-revoked-later",
        "signed before the revocation of a key with a longest term",
        good.clone(),
        json!({"keyset": short(ISSUED + 1)}),
        None,
        None,
    );

    // Shape.
    for (name, about, text) in [
        ("empty", "nothing", String::new()),
        ("one-part", "no dot", header.to_owned()),
        ("two-parts", "the signature is missing", format!("{header}.{payload}")),
        ("four-parts", "a part too many", format!("{good}.AA")),
        ("empty-header", "an empty header", format!(".{payload}.{signature}")),
        ("padding", "base64url with padding", format!("{header}=.{payload}.{signature}")),
        (
            "standard-base64",
            "base64 with + and /",
            format!("{header}.{payload}.+/{}", &signature[2..]),
        ),
        (
            "trailing-bits",
            "base64url that is not canonical: unused bits are set",
            trailing_bits(&good),
        ),
        (
            "not-json",
            "a payload that is not JSON",
            forge.commercial.sign_raw(&forge.commercial.header(LICENSE).to_string(), "hello"),
        ),
        (
            "array",
            "a payload that is an array",
            forge.commercial.sign_raw(&forge.commercial.header(LICENSE).to_string(), "[]"),
        ),
        (
            "repeated-claim",
            "a claim that stands twice",
            forge.commercial.sign_raw(
                &forge.commercial.header(LICENSE).to_string(),
                &claims.replacen('{', r#"{"seats":1000,"#, 1),
            ),
        ),
        (
            "repeated-nested",
            "a member that stands twice, deep inside",
            forge.commercial.sign_raw(
                &forge.commercial.header(LICENSE).to_string(),
                &claims.replace(r#""support":"gold""#, r#""support":"gold","support":"none""#),
            ),
        ),
        (
            "repeated-escaped",
            "the same member, once written with an escape",
            forge.commercial.sign_raw(
                &forge.commercial.header(LICENSE).to_string(),
                &claims.replacen('{', r#"{"\u0073eats":1000,"#, 1),
            ),
        ),
        (
            "repeated-header",
            "a header member that stands twice",
            forge.commercial.sign_raw(
                &format!(
                    r#"{{"alg":"EdDSA","alg":"EdDSA","kid":"{}","typ":"{LICENSE}"}}"#,
                    forge.commercial.kid
                ),
                &claims,
            ),
        ),
        (
            "minus-zero",
            "a whole number that is written -0",
            raw(r#""grace_days":14"#, r#""grace_days":-0"#),
        ),
        (
            "huge-time",
            "an end that does not fit into 64 bits with sign",
            raw(r#""exp":1827964800"#, r#""exp":9223372036854775808"#),
        ),
        ("half-surrogate", "half of a surrogate pair", raw(r#":"gold""#, r#":"\ud83d""#)),
        ("nested-too-deep", "objects and arrays 128 deep", nested(127)),
        (
            "no-alg",
            "a header without alg",
            forge.commercial.sign_raw(
                &json!({"kid": forge.commercial.kid, "typ": LICENSE}).to_string(),
                &claims,
            ),
        ),
        (
            "no-kid",
            "a header without kid",
            forge
                .commercial
                .sign_raw(&json!({"alg": "EdDSA", "typ": LICENSE}).to_string(), &claims),
        ),
        (
            "no-typ",
            "a header without typ",
            forge.commercial.sign_raw(
                &json!({"alg": "EdDSA", "kid": forge.commercial.kid}).to_string(),
                &claims,
            ),
        ),
        (
            "no-seats",
            "a claim is missing",
            forge.license(|c| {
                c.as_object_mut().expect("claims").remove("seats");
            }),
        ),
        ("zero-seats", "no seat", forge.license(|c| c["seats"] = 0.into())),
        (
            "negative-seats",
            "a negative number of seats",
            forge.license(|c| c["seats"] = (-1).into()),
        ),
        ("fractional-seats", "half a seat", forge.license(|c| c["seats"] = 1.5.into())),
        ("text-seats", "seats as text", forge.license(|c| c["seats"] = "10".into())),
        (
            "huge-seats",
            "more seats than a number holds",
            forge.license(|c| c["seats"] = 100_000_000_000_000_000_000_f64.into()),
        ),
        ("zero-revision", "no revision", forge.license(|c| c["revision"] = 0.into())),
        (
            "no-such-day",
            "an end on 30 February",
            forge.license(|c| c["term"]["ends"] = "2027-02-30".into()),
        ),
        (
            "no-such-edition",
            "an edition that there is not",
            forge.license(|c| c["edition"] = "gold".into()),
        ),
        (
            "no-such-enforcement",
            "an enforcement that there is not",
            forge.license(|c| c["enforcement"] = "shrug".into()),
        ),
        (
            "float-exp",
            "an end with a fraction",
            forge.license(|c| c["exp"] = 1_828_000_000.5.into()),
        ),
        ("no-serial", "an empty serial", forge.license(|c| c["sub"] = "".into())),
        ("format-zero", "a format before the first", forge.license(|c| c["fmt"] = 0.into())),
        (
            "test-as-text",
            "a test mark that is no boolean",
            forge.license(|c| c["test"] = "true".into()),
        ),
    ] {
        add(name, about, text, none(), Some(VerdictCode::Malformed), None);
    }
    add(
        "too-large",
        "more than 1 MiB",
        forge.license(|c| c["attributes"]["filler"] = "x".repeat(800_000).into()),
        none(),
        Some(VerdictCode::TooLarge),
        None,
    );

    // Header.
    let headers = |member: &str, value: Value| {
        let mut header = forge.commercial.header(LICENSE);
        header[member] = value;
        forge.commercial.sign_raw(&header.to_string(), &claims)
    };
    for alg in ["none", "None", "HS256", "ES256", "RS256", "eddsa", "Ed448", ""] {
        let name = if alg.is_empty() {
            "empty".to_owned()
        } else {
            alg.bytes()
                .map(|b| {
                    if b.is_ascii_uppercase() {
                        format!("_{}", char::from(b.to_ascii_lowercase()))
                    } else {
                        char::from(b).to_string()
                    }
                })
                .collect()
        };
        add(
            &format!("alg-{name}"),
            "another algorithm",
            headers("alg", alg.into()),
            none(),
            Some(VerdictCode::Unsupported),
            None,
        );
    }
    add(
        "alg-none-unsigned",
        "no algorithm and no signature",
        format!(
            "{}.{payload}.",
            URL_SAFE_NO_PAD.encode(
                json!({"alg": "none", "kid": forge.commercial.kid, "typ": LICENSE}).to_string()
            )
        ),
        none(),
        Some(VerdictCode::Unsupported),
        None,
    );
    for (member, value) in [
        ("crit", json!(["exp"])),
        ("b64", json!(true)),
        ("jwk", forge.thief.jwk()),
        ("jku", json!("https://thief.example/keys")),
        ("x5c", json!(["AA"])),
        ("x5u", json!("https://thief.example/cert")),
        ("cty", json!("text")),
    ] {
        add(
            &format!("header-{member}"),
            "a header member that is not taken",
            headers(member, value),
            none(),
            Some(VerdictCode::Unsupported),
            None,
        );
    }
    for (name, typ) in [
        ("jwt", "JWT"),
        ("credential-case", "LICENTIA-LICENSE+JWT"),
        ("prefix", "application/licentia-license+jwt"),
    ] {
        add(
            &format!("typ-{name}"),
            "a type that is none of ours",
            headers("typ", typ.into()),
            none(),
            Some(VerdictCode::WrongType),
            None,
        );
    }
    add(
        "typ-credential",
        "a credential where a license is expected",
        headers("typ", "licentia-credential+jwt".into()),
        with(json!({"expect": "license"})),
        Some(VerdictCode::WrongType),
        None,
    );
    add(
        "typ-keyset",
        "a license that says it is a key set",
        headers("typ", KEYSET.into()),
        with(json!({"expect": "license"})),
        Some(VerdictCode::WrongType),
        None,
    );

    // Key and signature.
    add(
        "unknown-key",
        "signed by an unknown key",
        forge.thief.sign(LICENSE, &forge.license_claims()),
        none(),
        Some(VerdictCode::UnknownKey),
        None,
    );
    add(
        "root-key",
        "signed by the root",
        forge.root.sign(LICENSE, &forge.license_claims()),
        none(),
        Some(VerdictCode::UnknownKey),
        None,
    );
    add(
        "kid-of-another",
        "the thief names the vendor's key",
        forge.thief.sign_raw(&forge.commercial.header(LICENSE).to_string(), &claims),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "changed-payload",
        "ten seats made a hundred",
        format!(
            "{header}.{}.{signature}",
            URL_SAFE_NO_PAD.encode(claims.replace(r#""seats":10"#, r#""seats":100"#))
        ),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "changed-header",
        "another order of the header under the same signature",
        format!(
            "{}.{payload}.{signature}",
            URL_SAFE_NO_PAD.encode(format!(
                r#"{{"typ":"{LICENSE}","alg":"EdDSA","kid":"{}"}}"#,
                forge.commercial.kid
            ))
        ),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "cut-signature",
        "a signature of 63 bytes",
        format!(
            "{header}.{payload}.{}",
            URL_SAFE_NO_PAD.encode(&URL_SAFE_NO_PAD.decode(signature).expect("base64url")[..63])
        ),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "no-signature",
        "an empty signature",
        format!("{header}.{payload}."),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "zero-signature",
        "a signature of zeros",
        format!("{header}.{payload}.{}", URL_SAFE_NO_PAD.encode([0; 64])),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "malleable-signature",
        "the same signature with the group's order added to s",
        malleable(&good),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "json-signed-again",
        "the same claims written with other white space",
        forge.license(|_| ()).replace(
            payload,
            &URL_SAFE_NO_PAD.encode(format!(" {claims}").trim_start().replace(":10,", ": 10,")),
        ),
        none(),
        Some(VerdictCode::BadSignature),
        None,
    );

    // Claims against the key set.
    add(
        "higher-format",
        "a format that is still to come",
        forge.license(|c| c["fmt"] = 2.into()),
        none(),
        Some(VerdictCode::Unsupported),
        None,
    );
    add(
        "higher-format-other-shape",
        "a later format of another shape",
        forge.license(|c| {
            c["fmt"] = 9.into();
            c["seats"] = json!({"named": 5});
        }),
        none(),
        Some(VerdictCode::Unsupported),
        None,
    );
    add(
        "wrong-issuer",
        "another issuer",
        forge.license(|c| c["iss"] = "https://other.example".into()),
        none(),
        Some(VerdictCode::WrongIssuer),
        None,
    );
    add(
        "issuer-slash",
        "the issuer with a slash at its end",
        forge.license(|c| c["iss"] = "https://acme.example/licensing/".into()),
        none(),
        Some(VerdictCode::WrongIssuer),
        None,
    );
    add(
        "live-under-test",
        "a live license under a test key set",
        forge.license(|c| {
            c.as_object_mut().expect("claims").remove("test");
        }),
        none(),
        Some(VerdictCode::TestFile),
        None,
    );
    let live = forge.keyset(|set| {
        set.as_object_mut().expect("claims").remove("test");
    });
    add(
        "test-under-live",
        "a test license under a live key set",
        good.clone(),
        json!({"keyset": live, "allow_test": false}),
        Some(VerdictCode::TestFile),
        None,
    );
    add(
        "test-under-live-allowed",
        "even where test key sets are taken",
        good.clone(),
        json!({"keyset": live}),
        Some(VerdictCode::TestFile),
        None,
    );

    // The key.
    add(
        "edition-trial",
        "a trial license by the commercial key",
        forge.license(|c| c["edition"] = "trial".into()),
        none(),
        Some(VerdictCode::EditionMismatch),
        None,
    );
    add(
        "edition-commercial",
        "a commercial license by the trial key",
        forge.trial.sign(LICENSE, &forge.license_claims()),
        none(),
        Some(VerdictCode::EditionMismatch),
        None,
    );
    let key = |change: &dyn Fn(&mut Value)| json!({"keyset": forge.keyset(|set| change(&mut set["keys"][0]))});
    add(
        "revoked-key",
        "a revoked key",
        good.clone(),
        key(&|k| k["state"] = "revoked".into()),
        Some(VerdictCode::RevokedKey),
        None,
    );
    add(
        "revoked-key-earlier-iat",
        "a thief writes iat himself: an earlier one helps nothing",
        good.clone(),
        key(&|k| {
            k["state"] = "revoked".into();
            k["revoked_at"] = (ISSUED + DAY).into();
        }),
        Some(VerdictCode::RevokedKey),
        None,
    );
    add(
        "revoked-since",
        "signed after the revocation of a key with a longest term",
        good.clone(),
        json!({"keyset": short(ISSUED)}),
        Some(VerdictCode::RevokedKey),
        None,
    );
    add(
        "retired-key",
        "signed after its key was retired",
        good.clone(),
        key(&|k| {
            k["state"] = "retired".into();
            k["retired_at"] = (ISSUED - 1).into();
        }),
        Some(VerdictCode::RetiredKey),
        None,
    );
    add(
        "retired-then-revoked",
        "a revocation takes back nothing that retiring refused",
        good.clone(),
        key(&|k| {
            k["state"] = "revoked".into();
            k["retired_at"] = (ISSUED - 1).into();
            k["revoked_at"] = (ISSUED + 1).into();
            k["scope"] = json!({"max_term_days": 400});
        }),
        Some(VerdictCode::RetiredKey),
        None,
    );
    add(
        "key-expired",
        "signed after its key's last day",
        good.clone(),
        key(&|k| k["not_after"] = (ISSUED - 1).into()),
        Some(VerdictCode::KeyExpired),
        None,
    );
    add(
        "key-not-yet",
        "signed before its key's first day",
        good.clone(),
        key(&|k| k["not_before"] = (ISSUED + 1).into()),
        Some(VerdictCode::KeyExpired),
        None,
    );

    // Scope.
    for (name, about, scope) in [
        ("kinds", "a key that signs no licenses", json!({"kinds": ["status"]})),
        ("no-kinds", "a key that signs nothing", json!({"kinds": []})),
        ("products", "a key for another product", json!({"products": ["other"]})),
        ("seats", "a seat more than the key allows", json!({"max_seats": 9})),
        ("term", "a day longer than the key allows, grace included", json!({"max_term_days": 378})),
    ] {
        add(
            &format!("scope-{name}"),
            about,
            good.clone(),
            key(&|k| k["scope"] = scope.clone()),
            Some(VerdictCode::OutOfScope),
            None,
        );
    }
    let term = key(&|k| k["scope"] = json!({"max_term_days": 400}));
    add(
        "scope-no-end",
        "no end under a key with a longest term",
        forge.license(|c| {
            c.as_object_mut().expect("claims").remove("exp");
        }),
        term.clone(),
        Some(VerdictCode::OutOfScope),
        None,
    );
    add(
        "scope-soft",
        "a soft enforcement under a key with a longest term",
        forge.license(|c| c["enforcement"] = "warn".into()),
        term.clone(),
        Some(VerdictCode::OutOfScope),
        None,
    );
    add(
        "scope-early-iat",
        "an issue long past under a key with a longest term",
        forge.license(|c| c["iat"] = (ISSUED - 30 * DAY).into()),
        term.clone(),
        Some(VerdictCode::OutOfScope),
        None,
    );
    add(
        "valid-scope",
        "at every limit of the scope",
        good.clone(),
        key(&|k| {
            k["scope"] = json!({"kinds": ["license"], "products": ["work-management"], "max_seats": 10, "max_term_days": 379});
        }),
        None,
        None,
    );

    // Times.
    add(
        "not-yet",
        "before its first day",
        good.clone(),
        with(json!({"now": ISSUED - 601})),
        Some(VerdictCode::NotYetValid),
        None,
    );
    add(
        "issued-in-future",
        "issued more than a day ahead",
        forge.license(|c| {
            c["iat"] = (NOW + DAY + 1).into();
        }),
        none(),
        Some(VerdictCode::NotYetValid),
        None,
    );
    add(
        "expired",
        "at the second of its hard end",
        good.clone(),
        with(json!({"now": ISSUED + 379 * DAY})),
        Some(VerdictCode::Expired),
        None,
    );
    add(
        "expired-warn-wrong-product",
        "a soft end does not soften a wrong product",
        forge.license(|c| c["enforcement"] = "warn".into()),
        with(json!({"now": ISSUED + 400 * DAY, "product": "other"})),
        Some(VerdictCode::WrongProduct),
        None,
    );
    add(
        "expired-warn-bound",
        "a soft end does not soften a wrong container",
        forge.license(|c| {
            c["enforcement"] = "warn".into();
            c["container"] = json!({"serial": "K-11111-1111X", "kind": "device"});
        }),
        with(json!({"now": ISSUED + 400 * DAY, "unbound": true})),
        Some(VerdictCode::WrongContainer),
        None,
    );
    add(
        "not-yet-warn",
        "enforcement does not soften the first day",
        forge.license(|c| c["enforcement"] = "warn".into()),
        with(json!({"now": ISSUED - DAY})),
        Some(VerdictCode::NotYetValid),
        None,
    );

    add(
        "expired-warn-bound-unchecked",
        "enforcement is not read from a file whose binding was not checked",
        forge.license(|c| {
            c["enforcement"] = "warn".into();
            c["container"] = json!({"serial": "K-11111-1111X", "kind": "device"});
        }),
        with(json!({"now": ISSUED + 400 * DAY})),
        Some(VerdictCode::Expired),
        None,
    );

    // Binding.
    add(
        "bound",
        "bound to a container where none is expected",
        forge.license(|c| {
            c["container"] = json!({"serial": "K-11111-1111X", "kind": "device", "generation": 1});
        }),
        with(json!({"unbound": true})),
        Some(VerdictCode::WrongContainer),
        None,
    );
    add(
        "wrong-product",
        "another product",
        good.clone(),
        with(json!({"product": "other"})),
        Some(VerdictCode::WrongProduct),
        None,
    );
    add(
        "product-prefix",
        "a product whose code begins like it",
        good.clone(),
        with(json!({"product": "work"})),
        Some(VerdictCode::WrongProduct),
        None,
    );
    add(
        "not-assigned",
        "a user it is not assigned to",
        forge.license(|c| {
            c["model"] = "named".into();
            c["users"] = json!(["anna"]);
        }),
        with(json!({"user": "bo"})),
        Some(VerdictCode::NotAssigned),
        None,
    );
    add(
        "assigned-to-no-user",
        "a named license without users",
        forge.license(|c| {
            c["model"] = "named".into();
            c["users"] = json!([]);
        }),
        with(json!({"user": "anna"})),
        Some(VerdictCode::NotAssigned),
        None,
    );
    add(
        "named-without-users",
        "a named license without a list of users",
        forge.license(|c| c["model"] = "named".into()),
        with(json!({"user": "anna"})),
        Some(VerdictCode::NotAssigned),
        None,
    );
    add("no-keyset", "no key set at hand", good, json!({}), Some(VerdictCode::UnknownKey), None);
}

/// The forms of the claim `log`, which never decides about a file: name, meaning, claim, value.
pub fn informing() -> [(&'static str, &'static str, &'static str, Value); 3] {
    let hash = "KkDXU61za_6B6EE_wmROG-rux1IfXfqUveXQgJ320qw";
    [
        ("valid-log", "with the hash of the audit log", "log", json!(hash)),
        ("valid-log-malformed", "with a hash of the audit log that is none", "log", json!("+ /")),
        ("valid-log-later", "with a later form of the hash", "log", json!({"sha512": [1, null]})),
    ]
}

fn keyset_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let mut add = |name: &str,
                   about: &str,
                   text: String,
                   circumstances: Value,
                   code: Option<VerdictCode>,
                   warning: Option<VerdictCode>| {
        let clash = cases
            .insert(format!("keyset-{name}"), case(&text, &circumstances, code, warning, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    let good = forge.keyset(|_| ());
    for (name, about, claim, value) in informing() {
        add(name, about, forge.keyset(|c| c[claim] = value.clone()), json!({}), None, None);
    }
    let change = forge.root_change(|_| ());
    add("valid", "a key set by the pinned root", good.clone(), json!({}), None, None);
    add(
        "valid-stale",
        "past its own end",
        forge.keyset(|set| set["exp"] = NOW.into()),
        json!({}),
        None,
        Some(VerdictCode::StaleKeyset),
    );
    add(
        "valid-transition",
        "by a root that the pinned one named its successor",
        forge.keyset_of_next(json!([change])),
        json!({}),
        None,
        None,
    );
    add(
        "valid-new-pin",
        "the successor is pinned, its way there does not matter",
        forge.keyset_of_next(json!([change])),
        json!({"root": forge.next.kid}),
        None,
        None,
    );
    add(
        "valid-before-change",
        "by the old root, before the version from which the new one signs",
        forge.keyset(|set| {
            set["transitions"] = json!([forge.root_change(|c| c["from_version"] = 3.into())]);
        }),
        json!({}),
        None,
        None,
    );

    for (name, about, text) in [
        ("other-root", "another vendor's root", {
            let mut c = forge.keyset_claims();
            c["root"] = forge.thief.jwk();
            forge.thief.sign(KEYSET, &c)
        }),
        ("claims-root", "names the pinned root, is signed by another", {
            let c = forge.keyset_claims();
            forge.thief.sign(KEYSET, &c)
        }),
        ("next-without-change", "a successor that was not named", forge.keyset_of_next(json!([]))),
        (
            "old-root-after-change",
            "by the old root, although the new one signs from this version on",
            forge.keyset(|set| set["transitions"] = json!([change])),
        ),
        (
            "change-too-early",
            "by the new root, before the version from which it signs",
            forge.keyset_of_next(json!([forge.root_change(|c| c["from_version"] = 3.into())])),
        ),
    ] {
        add(name, about, text, json!({}), Some(VerdictCode::UnknownKey), None);
    }
    let thief_change = {
        let claims = json!({"iss": "https://acme.example/licensing", "jti": "x", "iat": ISSUED, "fmt": 1, "old": forge.root.jwk(), "new": forge.next.jwk(), "from_version": 1});
        let forged =
            forge.thief.sign_raw(&forge.root.header(ROOT).to_string(), &claims.to_string());
        json!([{"by_old": forged, "by_new": forge.next.sign(ROOT, &claims)}])
    };
    add(
        "change-not-by-old",
        "a change of root that the old one did not sign",
        forge.keyset_of_next(thief_change),
        json!({}),
        Some(VerdictCode::BadSignature),
        None,
    );
    let differ = json!([{"by_old": change["by_old"], "by_new": forge.root_change(|c| c["from_version"] = 1.into())["by_new"]}]);
    add(
        "change-texts-differ",
        "a change of root whose two texts say different things",
        forge.keyset_of_next(differ),
        json!({}),
        Some(VerdictCode::Malformed),
        None,
    );
    let wrong_type = json!([{"by_old": forge.root.sign(LICENSE, &json!({})), "by_new": forge.next.sign(LICENSE, &json!({}))}]);
    add(
        "change-wrong-type",
        "a change of root of another type",
        forge.keyset_of_next(wrong_type),
        json!({}),
        Some(VerdictCode::WrongType),
        None,
    );
    add(
        "bad-signature",
        "signed by another key under the root's kid",
        forge
            .thief
            .sign_raw(&forge.root.header(KEYSET).to_string(), &forge.keyset_claims().to_string()),
        json!({}),
        Some(VerdictCode::BadSignature),
        None,
    );
    add(
        "test",
        "a test key set where none is taken",
        good.clone(),
        json!({"allow_test": false}),
        Some(VerdictCode::TestFile),
        None,
    );
    add(
        "license",
        "a license where a key set is expected",
        forge.license(|_| ()),
        json!({"expect": "keyset"}),
        Some(VerdictCode::WrongType),
        None,
    );
    add(
        "higher-format",
        "a format that is still to come",
        forge.keyset(|set| set["fmt"] = 2.into()),
        json!({}),
        Some(VerdictCode::Unsupported),
        None,
    );
    add(
        "issued-in-future",
        "issued more than a day ahead",
        forge.keyset(|set| set["iat"] = (NOW + DAY + 1).into()),
        json!({}),
        Some(VerdictCode::NotYetValid),
        None,
    );
    let other_iss = forge
        .keyset_of_next(json!([forge.root_change(|c| c["iss"] = "https://other.example".into())]));
    add(
        "change-wrong-issuer",
        "a change of root of another issuer",
        other_iss,
        json!({}),
        Some(VerdictCode::WrongIssuer),
        None,
    );
    add(
        "rolled-back",
        "older than one seen",
        good.clone(),
        json!({"seen": {"version": 3, "digest": "AA"}}),
        Some(VerdictCode::RolledBack),
        None,
    );
    add(
        "rolled-sideways",
        "the version of one seen, with other bytes",
        good,
        json!({"seen": {"version": 2, "digest": "AA"}}),
        Some(VerdictCode::RolledBack),
        None,
    );
    for (name, about, text) in [
        (
            "kid-not-thumbprint",
            "a kid that is not its key's thumbprint",
            forge.keyset(|set| set["keys"][0]["kid"] = forge.thief.kid.clone().into()),
        ),
        (
            "kid-twice",
            "a key that stands twice",
            forge.keyset(|set| set["keys"][1] = set["keys"][0].clone()),
        ),
        (
            "root-as-key",
            "the root among the signing keys",
            forge.keyset(|set| set["keys"][0] = forge.record(&forge.root, "root", "commercial")),
        ),
        (
            "weak-key",
            "a key of small order, for which any signature fits",
            forge.keyset(|set| {
                let weak = format!("AQ{}", "A".repeat(41));
                set["keys"][0]["kid"] = thumbprint(&weak).into();
                set["keys"][0]["x"] = weak.into();
            }),
        ),
        (
            "not-a-point",
            "a key that is no point of the curve",
            forge.keyset(|set| {
                let none = format!("Ag{}", "A".repeat(41));
                set["keys"][0]["kid"] = thumbprint(&none).into();
                set["keys"][0]["x"] = none.into();
            }),
        ),
        (
            "other-curve",
            "a key of another curve",
            forge.keyset(|set| set["keys"][0]["crv"] = "X25519".into()),
        ),
        (
            "retired-without-day",
            "a retired key without a day",
            forge.keyset(|set| set["keys"][0]["state"] = "retired".into()),
        ),
        (
            "no-such-state",
            "a state that there is not",
            forge.keyset(|set| set["keys"][0]["state"] = "asleep".into()),
        ),
        (
            "version-zero",
            "a version before the first",
            forge.keyset(|set| set["version"] = 0.into()),
        ),
        (
            "root-other-curve",
            "a root that says it is of another curve",
            forge.keyset(|set| set["root"]["crv"] = "P-256".into()),
        ),
        (
            "no-version",
            "no version",
            forge.keyset(|set| {
                set.as_object_mut().expect("claims").remove("version");
            }),
        ),
        (
            "negative-version",
            "a negative version",
            forge.keyset(|set| set["version"] = (-1).into()),
        ),
    ] {
        add(name, about, text, json!({}), Some(VerdictCode::Malformed), None);
    }
}

/// What a mail program makes of a text: lines of 60, quoted, quoted-printable, a mark of byte
/// order, CRLF.
fn mangled(text: &str) -> String {
    let lines: Vec<&str> =
        text.as_bytes().chunks(60).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("\u{feff}> {}\r\n", lines.join("=\r\n> \u{200b}"))
}

/// Sets an unused bit at the end of the signature.
fn trailing_bits(text: &str) -> String {
    let (head, last) = text.split_at(text.len() - 1);
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let place = alphabet.find(last).expect("base64url");
    format!("{head}{}", &alphabet[place + 1..place + 2])
}

/// Adds the order of the group to s: the same point, another signature.
fn malleable(text: &str) -> String {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let (signed, signature) = text.rsplit_once('.').expect("three parts");
    let mut bytes = URL_SAFE_NO_PAD.decode(signature).expect("base64url");
    let mut carry = 0u16;
    for (byte, add) in bytes[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        *byte = u8::try_from(sum & 0xff).expect("a byte");
        carry = sum >> 8;
    }
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The warnings of a file that is accepted, or why it is refused.
type Verdict = Result<Vec<VerdictCode>, VerdictCode>;

fn verdict<T>(found: Result<T, VerifyError>, warnings: impl FnOnce(&T) -> &[Warning]) -> Verdict {
    found
        .map(|file| warnings(&file).iter().map(|warning| warning.code).collect())
        .map_err(|error| error.code)
}

/// What becomes of an update in a container's folder: whether it is taken, and whether the
/// application may start then, which asks the lists there of each license.
fn applied(text: &[u8], folder: &Value, now: i64) -> Verdict {
    let dir = tempfile::tempdir().expect("a folder");
    std::fs::write(dir.path().join("key.jwk"), folder["key"].to_string()).expect("written");
    let mut state = json!({"fmt": 1, "root": folder["root"], "test": true, "update": folder["update"], "previous": []});
    if let Some(lists) = folder.get("status") {
        state["status"] = lists.clone();
    }
    std::fs::write(dir.path().join("container.json"), state.to_string()).expect("written");
    let code = |fault: Fault| match fault {
        Fault::Refused(error) => error.code,
        other => panic!("{other}"),
    };
    let (opened, applied) = Folder::apply(&System, dir.path(), text, now).map_err(code)?;
    opened.device(&[]).map_err(code)?;
    let mut warnings: Vec<VerdictCode> =
        (applied != Applied::Now).then_some(VerdictCode::AlreadyApplied).into_iter().collect();
    let policy = Policy::at(now).binding(Binding::Unchecked).statuses(opened.statuses());
    let keys = opened.keys().expect("a key set");
    for text in opened.texts() {
        warnings
            .extend(verdict(keys.license(text.as_bytes(), &policy), |license| license.warnings())?);
    }
    Ok(warnings)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

#[test]
fn the_files_are_the_cases() {
    let mut files: BTreeMap<PathBuf, String> = cases()
        .into_iter()
        .map(|(name, case)| (folder().join(format!("{name}.json")), format!("{case:#}\n")))
        .collect();
    let forge = Forge::new();
    files.insert(folder().join("demo.keyset"), forge.keyset(|_| ()));
    files.insert(folder().join("license-valid.lic"), forge.license(|_| ()));
    let there: Vec<PathBuf> = std::fs::read_dir(folder())
        .map(|entries| entries.map(|entry| entry.expect("an entry").path()).collect())
        .unwrap_or_default();
    if std::env::var_os("LICENTIA_VECTORS").is_some_and(|way| way == "write") {
        there.iter().for_each(|path| std::fs::remove_file(path).expect("removed"));
        files.iter().for_each(|(path, text)| std::fs::write(path, text).expect("written"));
        return;
    }
    let extra: Vec<_> = there.iter().filter(|path| !files.contains_key(*path)).collect();
    assert!(extra.is_empty(), "no case makes these files: {extra:?}");
    for (path, text) in &files {
        let stored = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            stored == *text,
            "{} is stale: LICENTIA_VECTORS=write cargo test -p licentia-runtime --test vectors \
             the_files",
            path.display()
        );
    }
}

#[test]
fn every_file_gets_the_verdict_that_it_states() {
    let (mut accepted, mut refused, mut basic) = (0, 0, 0);
    for entry in std::fs::read_dir(folder()).expect("the vectors") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let case: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).expect("read")).expect("JSON");
        let (text, around, verdict) =
            (case["text"].as_str().expect("a text"), &case["circumstances"], &case["verdict"]);
        let found = judge(text.as_bytes(), around);
        let code = verdict["code"].as_str();
        // Only where there are several warnings are they a list, and the first of them stands alone
        // too.
        let warnings: Vec<&str> = match verdict.get("warnings") {
            Some(several) => {
                several.as_array().expect("a list").iter().filter_map(Value::as_str).collect()
            }
            None => verdict["warning"].as_str().into_iter().collect(),
        };
        assert_eq!(warnings.first().copied(), verdict["warning"].as_str(), "{}", path.display());
        let found = match &found {
            Ok(warnings) => (None, warnings.iter().map(|code| code.as_str()).collect()),
            Err(error) => (Some(error.as_str()), Vec::new()),
        };
        assert_eq!(found, (code, warnings), "{}: {}", path.display(), case["about"]);
        assert_eq!(verdict["valid"], code.is_none(), "{}", path.display());
        if code.is_none() {
            accepted += 1;
        } else {
            refused += 1;
        }
        match case["level"].as_str() {
            Some("basic") => basic += 1,
            level => assert_eq!(level, Some("full"), "{}", path.display()),
        }
    }
    assert!(basic >= 150, "{basic} vectors of level basic");
    assert!(accepted >= 20 && refused >= 3 * accepted, "{accepted} accepted, {refused} refused");
}

/// The status lists at hand, in the order in which they come. One that is refused is none.
fn at_hand(keys: &KeySet, lists: &Value, now: i64) -> Statuses {
    let mut statuses = Statuses::new();
    let texts = lists.as_array().expect("texts").iter().map(|text| text.as_str().expect("a text"));
    for list in texts.filter_map(|text| keys.status_list(text.as_bytes(), now).ok()) {
        statuses.add(list);
    }
    statuses
}

/// The verdict of both doors, which must be the same: the one that tells each check, and the silent
/// one.
fn judge(text: &[u8], around: &Value) -> Verdict {
    let now = around["now"].as_i64().expect("now");
    let root = around["root"].as_str().expect("a root");
    let mut trust = Trust::new(root, now);
    if around["allow_test"] == true {
        trust = trust.allow_test();
    }
    let keys = around["keyset"].as_str().map(|set| {
        KeySet::open(set.as_bytes(), &trust).expect("the key set of a license's case is good")
    });
    if let Some(seen) = around.get("seen") {
        trust = trust.not_older_than(licentia_runtime::Seen {
            version: seen["version"].as_u64().expect("a version"),
            digest: [0; 32],
        });
    }
    let beside = around["credential"].as_str().map(|text| {
        let keys = keys.as_ref().expect("a key set");
        keys.credential(text.as_bytes(), now).expect("the credential beside a license is good")
    });
    if let Some(folder) = around.get("folder") {
        return applied(text, folder, now);
    }
    let lists =
        around.get("status").map(|lists| at_hand(keys.as_ref().expect("a key set"), lists, now));
    let device = around.get("device").map(|device| Device {
        properties: serde_json::from_value(device["properties"].clone()).expect("properties"),
        hardware: device["hardware"].as_str().map(str::to_owned),
        key: device["key"].as_str().map(str::to_owned),
    });
    let mut policy = Policy::at(now);
    if let Some(device) = &device {
        policy = policy.binding(Binding::Device(device));
    }
    policy = match (&beside, around["dongle"].as_str()) {
        (Some(credential), _) => policy.binding(Binding::Credential(credential)),
        (None, Some(hardware)) => policy.binding(Binding::Dongle(hardware)),
        (None, None) if around["unbound"] == true || device.is_some() => policy,
        (None, None) => policy.binding(Binding::Unchecked),
    };
    if let Some(product) = around["product"].as_str() {
        policy = policy.product(product);
    }
    if let Some(user) = around["user"].as_str() {
        policy = policy.user(user);
    }
    if let Some(lists) = &lists {
        policy = policy.statuses(lists);
    }
    let silent = |keys: &KeySet| verdict(keys.license(text, &policy), |license| license.warnings());
    let opens = |keys: &KeySet| {
        let found = lists.as_ref().map_or_else(
            || keys.credential(text, now),
            |lists| keys.listed_credential(text, lists, now),
        );
        verdict(found, |credential| credential.warnings())
    };
    let names = |keys: &KeySet| verdict(keys.status_list(text, now), |list| list.warnings());
    let holds = || verdict(Update::open(text, keys.as_ref(), &trust), |_| &[]);
    let open = || verdict(KeySet::open(text, &trust), |set| set.warnings());
    let roots = keys.as_ref().map_or_else(Vec::new, KeySet::roots);
    let vendor =
        Vendor { roots: &roots, test: keys.as_ref().is_none_or(|keys| keys.claims().test), now };
    match around.get("expect").and_then(Value::as_str) {
        Some("receipt") => {
            let key = around["container_key"].as_str().expect("a key");
            return verdict(Context::receipt(text, key, &vendor), |_| &[]);
        }
        Some("license") => return silent(keys.as_ref().expect("a key set")),
        Some("keyset") => return open(),
        Some("update") => return holds(),
        Some("credential") => return opens(keys.as_ref().expect("a key set")),
        Some("status") => return names(keys.as_ref().expect("a key set")),
        _ => {}
    }
    let report = examine(text, keys.as_ref(), &trust, &policy);
    let told = verdict(report.verdict.clone(), |document| document.warnings());
    let last = report.checks.iter().rfind(|check| check.ok.is_some()).expect("a check was made");
    assert_eq!(
        last.ok,
        Some(told.is_ok()),
        "the last check made is the one that decides: {last:?}"
    );
    match (&report.verdict, &keys) {
        (Ok(Document::KeySet(_)), _) => assert_eq!(open(), told),
        _ if report.kind == Some(Kind::Update) => assert_eq!(holds(), told),
        (_, Some(keys)) if report.kind == Some(Kind::Context) => {
            let asks = verdict(Context::request(text, &vendor), |_| &[]);
            let states = verdict(keys.state(text, now), |_| &[]);
            assert!(
                asks == told || states == told || told == Err(VerdictCode::UnknownKey),
                "{asks:?} {states:?} {told:?}"
            );
        }
        (_, Some(keys)) if report.kind == Some(Kind::Credential) => assert_eq!(opens(keys), told),
        (_, Some(keys)) if report.kind == Some(Kind::StatusList) => assert_eq!(names(keys), told),
        (_, Some(keys)) => assert_eq!(silent(keys), told),
        _ => {}
    }
    told
}
