//! The cases of containers: what they say of themselves, what a vendor says of them, licenses on
//! computers, updates in folders.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use licentia_runtime::{Salt, VerdictCode};
use serde_json::{Value, json};

use super::{CLOUD, CONTEXT, DAY, Forge, ISSUED, Key, NOW, case, in_container, informing};

pub const DEVICE: &str = "K-11111-1111X";

/// The key of a container.
pub fn own_key() -> Key {
    Key::new([3; 32])
}

/// What a computer is known by to the vendor of the vectors.
fn properties(values: &[(&'static str, &[&str])]) -> Value {
    let read = values
        .iter()
        .map(|(name, values)| (*name, values.iter().map(|value| (*value).to_owned()).collect()));
    json!(Salt::of_root(&Key::published("root").kid).properties(read))
}

const CARDS: &[&str] = &["3c:52:82:00:00:01", "3c:52:82:00:00:02"];

pub fn computer() -> Value {
    properties(&[
        ("machine_id", &["3d1219c7c4c5404aaa1f6d2a48adfda4"]),
        ("board_serial", &["PF3XK1AB"]),
        ("mac", CARDS),
    ])
}

fn request_claims(forge: &Forge) -> Value {
    json!({
        "root": forge.root.kid, "jti": "019aa000-0000-7000-8000-000000000007", "iat": ISSUED,
        "fmt": 1, "test": true,
        "purpose": "request", "counter": 0,
        "container": {"kind": "device", "properties": computer(), "key": own_key().jwk()},
        "licenses": [], "blocked": null,
    })
}

pub fn request_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let (own, set) = (own_key(), forge.keyset(|_| ()));
    let mut add = |name: &str, about: &str, text: String, code: Option<VerdictCode>| {
        let clash = cases.insert(
            format!("request-{name}"),
            case(&text, &json!({"keyset": set}), code, None, about),
        );
        assert!(clash.is_none(), "{name} stands twice");
    };
    let by = |change: &dyn Fn(&mut Value)| {
        let mut claims = request_claims(forge);
        change(&mut claims);
        own.sign(CONTEXT, &claims)
    };
    let good = by(&|_| ());
    let dongle = |claims: &mut Value| {
        claims["container"] =
            json!({"kind": "dongle", "hardware": "3-4711829", "key": own_key().jwk()});
    };
    add("valid", "the first request of a computer", good.clone(), None);
    add("valid-dongle", "of a dongle with a key", by(&dongle), None);
    add(
        "valid-again",
        "of a computer that is a container already",
        by(&|claims| claims["sub"] = json!(DEVICE)),
        None,
    );
    let (signed, signature) = good.rsplit_once('.').expect("three parts");
    let next = by(&|claims| claims["counter"] = json!(1));
    let changed = format!("{}.{signature}", next.rsplit_once('.').expect("three parts").0);
    add(
        "changed",
        "the claims of one under the signature of another",
        changed,
        Some(VerdictCode::BadSignature),
    );
    add(
        "cut",
        "cut in its signature",
        format!("{signed}.{}", &signature[..40]),
        Some(VerdictCode::BadSignature),
    );
    let others = |claims: &mut Value| claims["container"]["key"] = Key::new([4; 32]).jwk();
    add(
        "other-key",
        "with a key that is not the one that signed it",
        by(&others),
        Some(VerdictCode::UnknownKey),
    );
    let forged =
        forge.thief.sign_raw(&own.header(CONTEXT).to_string(), &request_claims(forge).to_string());
    add(
        "forged",
        "signed by another key under the kid of its own",
        forged,
        Some(VerdictCode::BadSignature),
    );
    add(
        "by-vendor",
        "signed by a vendor's key",
        forge.commercial.sign(CONTEXT, &request_claims(forge)),
        Some(VerdictCode::UnknownKey),
    );
    let many = |count: usize| -> Value {
        (0..count)
            .map(|n| (format!("p{n}"), json!("A".repeat(22))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let thousand: Vec<String> = vec!["A".repeat(22); 1000];
    let container = |change: &'static str, value: Value| {
        move |claims: &mut Value| claims["container"][change] = value.clone()
    };
    let model = properties(&[("cpu_model", &["Intel(R) Core(TM) i7"])]);
    for (name, about, text, code) in [
        (
            "model-alone",
            "with the model of its processor alone",
            by(&container("properties", model)),
            VerdictCode::Malformed,
        ),
        (
            "long-id",
            "with an id that is none",
            by(&|claims| claims["jti"] = json!("x".repeat(65))),
            VerdictCode::Malformed,
        ),
        ("no-key", "without a key", by(&container("key", Value::Null)), VerdictCode::Malformed),
        (
            "weak-key",
            "with a key of small order",
            by(&container(
                "key",
                json!({"kty": "OKP", "crv": "Ed25519", "x": format!("AQ{}", "A".repeat(41))}),
            )),
            VerdictCode::UnknownKey,
        ),
        (
            "other-curve",
            "with a key of another curve",
            by(&container("key", json!({"kty": "OKP", "crv": "X25519", "x": own.x}))),
            VerdictCode::Malformed,
        ),
        (
            "no-property",
            "with no property",
            by(&container("properties", json!({}))),
            VerdictCode::Malformed,
        ),
        (
            "thousand-properties",
            "with a thousand properties",
            by(&container("properties", many(1000))),
            VerdictCode::Malformed,
        ),
        (
            "most-properties",
            "with one property too many",
            by(&container("properties", many(33))),
            VerdictCode::Malformed,
        ),
        (
            "thousand-hashes",
            "with a property of a thousand hashes",
            by(&container("properties", json!({"mac": thousand}))),
            VerdictCode::Malformed,
        ),
        (
            "no-hashes",
            "with a property without a hash",
            by(&container("properties", json!({"mac": []}))),
            VerdictCode::Malformed,
        ),
        (
            "odd-hash",
            "with a property in clear",
            by(&container("properties", json!({"mac": "3c:52:82:00:00:01"}))),
            VerdictCode::Malformed,
        ),
        (
            "odd-name",
            "with a property whose name is none",
            by(&container("properties", json!({"../mac": "A".repeat(22)}))),
            VerdictCode::Malformed,
        ),
        (
            "cloud",
            "of a cloud container",
            by(&container("kind", json!("cloud"))),
            VerdictCode::Malformed,
        ),
        (
            "dongle-without-serial",
            "of a dongle without a serial",
            by(&container("kind", json!("dongle"))),
            VerdictCode::Malformed,
        ),
        (
            "device-with-serial",
            "of a computer with a dongle's serial",
            by(&container("hardware", json!("3-4711829"))),
            VerdictCode::Malformed,
        ),
        (
            "other-root",
            "of a container that trusts another vendor",
            by(&|claims| claims["root"] = json!(forge.thief.kid)),
            VerdictCode::WrongIssuer,
        ),
        (
            "no-root",
            "of a container without a trusted root",
            by(&|claims| {
                claims.as_object_mut().expect("an object").remove("root");
            }),
            VerdictCode::WrongIssuer,
        ),
        (
            "with-issuer",
            "that says it is a vendor's",
            by(&|claims| claims["iss"] = json!("https://acme.example/licensing")),
            VerdictCode::WrongIssuer,
        ),
        (
            "live-under-test",
            "of a live folder for a test vendor",
            by(&|claims| claims["test"] = json!(false)),
            VerdictCode::TestFile,
        ),
        (
            "issued-in-future",
            "issued more than a day ahead",
            by(&|claims| claims["iat"] = json!(NOW + DAY + 1)),
            VerdictCode::NotYetValid,
        ),
        (
            "higher-format",
            "of a later format",
            by(&|claims| claims["fmt"] = json!(2)),
            VerdictCode::Unsupported,
        ),
        ("no-id", "without an id", by(&|claims| claims["jti"] = json!("")), VerdictCode::Malformed),
        (
            "odd-purpose",
            "for a purpose that there is not",
            by(&|claims| claims["purpose"] = json!("wish")),
            VerdictCode::Malformed,
        ),
        (
            "with-texts",
            "with the texts of licenses",
            by(&|claims| claims["licenses"] = json!(["eyJ"])),
            VerdictCode::Malformed,
        ),
        (
            "with-indexes",
            "with status indexes",
            by(&|claims| claims["status"] = json!({"uri": "x", "idx": [1]})),
            VerdictCode::Malformed,
        ),
        (
            "huge-counter",
            "with a counter that not every reader keeps",
            by(&|claims| claims["counter"] = json!((1u64 << 53) + 1)),
            VerdictCode::Malformed,
        ),
        (
            "negative-counter",
            "with a negative counter",
            by(&|claims| claims["counter"] = json!(-1)),
            VerdictCode::Malformed,
        ),
    ] {
        add(name, about, text, Some(code));
    }
    let twice =
        format!("{},\"counter\":5}}", request_claims(forge).to_string().trim_end_matches('}'));
    let twice = own.sign_raw(&own.header(CONTEXT).to_string(), &twice);
    add("two-counters", "with a member that stands twice", twice, Some(VerdictCode::Malformed));
}

fn receipt_claims(forge: &Forge) -> Value {
    let mut claims = request_claims(forge);
    claims["sub"] = json!(DEVICE);
    claims["purpose"] = json!("receipt");
    claims["counter"] = json!(7);
    claims["licenses"] = json!([{"serial": "L-11111-11113", "revision": 1, "generation": 1, "jti": "019aa000-0000-7000-8000-000000000002"}]);
    claims["previous"] = json!(["019aa000-0000-7000-8000-000000000008"]);
    claims
}

pub fn receipt_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let (own, set) = (own_key(), forge.keyset(|_| ()));
    let mut add =
        |name: &str, about: &str, text: String, key: Option<&str>, code: Option<VerdictCode>| {
            let around =
                json!({"keyset": set, "container_key": key, "expect": key.map(|_| "receipt")});
            let clash =
                cases.insert(format!("receipt-{name}"), case(&text, &around, code, None, about));
            assert!(clash.is_none(), "{name} stands twice");
        };
    let by = |change: &dyn Fn(&mut Value)| {
        let mut claims = receipt_claims(forge);
        change(&mut claims);
        own.sign(CONTEXT, &claims)
    };
    let good = by(&|_| ());
    let x = Some(own.x.as_str());
    add("valid", "what a container says that it holds", good.clone(), x, None);
    add(
        "valid-blocked",
        "of one that was stopped",
        by(&|claims| claims["blocked"] = json!("blocked")),
        x,
        None,
    );
    add(
        "without-database",
        "whose key only the database of the vendor has",
        good.clone(),
        None,
        Some(VerdictCode::UnknownKey),
    );
    add(
        "of-another",
        "signed by another container's key",
        good.clone(),
        Some(&Key::new([4; 32]).x),
        Some(VerdictCode::UnknownKey),
    );
    let bare = by(&|claims| claims["container"]["properties"] = json!({}));
    add("valid-bare", "of a computer of which nothing can be read any more", bare, x, None);
    let carries = by(&|claims| claims["container"]["key"] = forge.root.jwk());
    add(
        "carries-another-key",
        "with another key than the one that signed it",
        carries,
        x,
        Some(VerdictCode::UnknownKey),
    );
    let bare = by(&|claims| claims["container"]["key"] = Value::Null);
    add("carries-no-key", "without the key that signed it", bare, x, Some(VerdictCode::UnknownKey));
    let forged =
        forge.thief.sign_raw(&own.header(CONTEXT).to_string(), &receipt_claims(forge).to_string());
    add(
        "forged",
        "signed by another key under the kid of its own",
        forged,
        x,
        Some(VerdictCode::BadSignature),
    );
    add(
        "is-a-request",
        "a request where a receipt is expected",
        own.sign(CONTEXT, &request_claims(forge)),
        x,
        Some(VerdictCode::WrongType),
    );
    add(
        "is-a-license",
        "a license where a receipt is expected",
        forge.license(|_| ()),
        x,
        Some(VerdictCode::WrongType),
    );
    let many: Vec<String> = (0..17).map(|n| format!("r{n}")).collect();
    for (name, about, member, value, code) in [
        ("no-container", "of no container", "sub", Value::Null, VerdictCode::Malformed),
        ("counter-zero", "before the first update", "counter", json!(0), VerdictCode::Malformed),
        (
            "seventeen-before",
            "that names seventeen before it",
            "previous",
            json!(many),
            VerdictCode::Malformed,
        ),
        ("with-texts", "with a license's text", "licenses", json!(["eyJ"]), VerdictCode::Malformed),
        (
            "half-a-license",
            "with a license of which something is lacking",
            "licenses",
            json!([{"serial": "L-11111-11113"}]),
            VerdictCode::Malformed,
        ),
        (
            "other-root",
            "of a container that trusts another vendor",
            "root",
            json!(forge.thief.kid),
            VerdictCode::WrongIssuer,
        ),
        (
            "live-under-test",
            "of a live folder for a test vendor",
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
    ] {
        add(name, about, by(&|claims| claims[member] = value.clone()), x, Some(code));
    }
}

fn state_claims(forge: &Forge) -> Value {
    json!({
        "iss": "https://acme.example/licensing", "sub": CLOUD,
        "jti": "019aa000-0000-7000-8000-000000000009", "iat": ISSUED, "fmt": 1,
        "test": true, "purpose": "state", "counter": 7, "container": {"kind": "cloud"},
        "licenses": [in_container(forge, CLOUD, "cloud")], "blocked": null,
        "status": {"uri": "https://acme.example/licensing/status/1", "idx": [3, 1, 2]},
    })
}

pub fn state_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let set = forge.keyset(|_| ());
    let mut add =
        |name: &str, about: &str, text: String, more: Value, code: Option<VerdictCode>| {
            let mut around = json!({"keyset": set});
            for (name, value) in more.as_object().expect("an object") {
                around[name] = value.clone();
            }
            let clash =
                cases.insert(format!("state-{name}"), case(&text, &around, code, None, about));
            assert!(clash.is_none(), "{name} stands twice");
        };
    let by = |change: &dyn Fn(&mut Value)| {
        let mut claims = state_claims(forge);
        change(&mut claims);
        forge.commercial.sign(CONTEXT, &claims)
    };
    let none = || json!({});
    add("valid", "what a vendor says of a cloud container", by(&|_| ()), none(), None);
    for (name, about, claim, value) in informing() {
        add(name, about, by(&|c| c[claim] = value.clone()), none(), None);
    }
    add(
        "valid-empty",
        "of one with nothing in it",
        by(&|claims| claims["licenses"] = json!([])),
        none(),
        None,
    );
    add(
        "by-trial",
        "signed by a trial key",
        forge.trial.sign(CONTEXT, &state_claims(forge)),
        none(),
        Some(VerdictCode::EditionMismatch),
    );
    add(
        "by-thief",
        "signed by an unknown key",
        forge.thief.sign(CONTEXT, &state_claims(forge)),
        none(),
        Some(VerdictCode::UnknownKey),
    );
    let scoped = json!({"keyset": forge.keyset(|set| set["keys"][0]["scope"] = json!({"kinds": ["license"]}))});
    add(
        "kind-outside-scope",
        "its key signs licenses only",
        by(&|_| ()),
        scoped,
        Some(VerdictCode::OutOfScope),
    );
    let indexes =
        |idx: Vec<u32>| json!({"uri": "https://acme.example/licensing/status/1", "idx": idx});
    let bad = in_container(forge, CLOUD, "cloud").replace('.', ".A");
    for (name, about, member, value, code) in [
        (
            "wrong-issuer",
            "of another issuer",
            "iss",
            json!("https://other.example"),
            VerdictCode::WrongIssuer,
        ),
        ("no-issuer", "of no issuer", "iss", Value::Null, VerdictCode::Malformed),
        ("no-container", "of no container", "sub", Value::Null, VerdictCode::Malformed),
        (
            "counter-zero",
            "with a counter before the first",
            "counter",
            json!(0),
            VerdictCode::Malformed,
        ),
        (
            "huge-counter",
            "with a counter that not every reader keeps",
            "counter",
            json!((1u64 << 53) + 1),
            VerdictCode::Malformed,
        ),
        (
            "of-a-device",
            "of a computer, which speaks for itself",
            "container",
            json!({"kind": "device"}),
            VerdictCode::Malformed,
        ),
        ("no-indexes", "that reserves nothing", "status", Value::Null, VerdictCode::Malformed),
        (
            "index-twice",
            "that reserves an index twice",
            "status",
            indexes(vec![1, 1]),
            VerdictCode::Malformed,
        ),
        (
            "too-many-indexes",
            "that reserves more than 64",
            "status",
            indexes((0..65).collect()),
            VerdictCode::Malformed,
        ),
        (
            "license-without-text",
            "that names a license without its text",
            "licenses",
            json!([{"serial": "L-1", "revision": 1, "generation": 1, "jti": "x"}]),
            VerdictCode::Malformed,
        ),
        (
            "bad-license",
            "with a license that was changed",
            "licenses",
            json!([bad]),
            VerdictCode::BadSignature,
        ),
        (
            "license-of-another",
            "with a license of another container",
            "licenses",
            json!([in_container(forge, DEVICE, "cloud")]),
            VerdictCode::WrongContainer,
        ),
        (
            "issued-in-future",
            "issued more than a day ahead",
            "iat",
            json!(NOW + DAY + 1),
            VerdictCode::NotYetValid,
        ),
    ] {
        add(name, about, by(&|claims| claims[member] = value.clone()), none(), Some(code));
    }
}

/// A license of a computer, or of a dongle with a key.
pub fn on_device(forge: &Forge, kind: &str, matching: &Value) -> String {
    forge.license(|claims| {
        claims["container"] =
            json!({"serial": DEVICE, "kind": kind, "generation": 1, "match": matching});
    })
}

pub fn device_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let (set, kid) = (forge.keyset(|_| ()), own_key().kid);
    let mut add =
        |name: &str, about: &str, text: String, device: Value, code: Option<VerdictCode>| {
            let around = json!({"keyset": set, "device": device});
            let clash = cases
                .insert(format!("license-device-{name}"), case(&text, &around, code, None, about));
            assert!(clash.is_none(), "{name} stands twice");
        };
    let rule = |required: Value, minimum: u32, key: Value| json!({"properties": computer(), "required": required, "minimum": minimum, "key": key});
    let usual = on_device(forge, "device", &rule(json!(["board_serial"]), 2, json!(kid)));
    let here = |properties: Value| json!({"properties": properties, "hardware": null, "key": kid});
    let wrong = Some(VerdictCode::WrongContainer);
    add("fits", "on its computer", usual.clone(), here(computer()), None);
    let card = properties(&[
        ("machine_id", &["3d1219c7c4c5404aaa1f6d2a48adfda4"]),
        ("board_serial", &["PF3XK1AB"]),
        ("mac", &["3c:52:82:00:00:09"]),
    ]);
    add("other-card", "after its network card was changed", usual.clone(), here(card), None);
    let one = properties(&[("board_serial", &["pf3xk1ab"]), ("mac", &["3c:52:82:00:00:02"])]);
    add("card-in-common", "with one of two cards in common", usual.clone(), here(one), None);
    let few = properties(&[("board_serial", &["PF3XK1AB"])]);
    add("too-few", "where too few properties fit", usual.clone(), here(few), wrong);
    let board = properties(&[
        ("machine_id", &["3d1219c7c4c5404aaa1f6d2a48adfda4"]),
        ("board_serial", &["other"]),
        ("mac", CARDS),
    ]);
    add("other-board", "where a required property is another", usual.clone(), here(board), wrong);
    add("nothing", "where nothing was found", usual.clone(), here(json!({})), wrong);
    add(
        "no-key",
        "with the properties and without the key",
        usual.clone(),
        json!({"properties": computer(), "hardware": null, "key": null}),
        wrong,
    );
    add(
        "other-key",
        "with another container's key",
        usual.clone(),
        json!({"properties": computer(), "hardware": null, "key": Key::new([4; 32]).kid}),
        wrong,
    );
    let never = on_device(forge, "device", &rule(json!(["disk_serial"]), 1, Value::Null));
    add(
        "requires-what-it-lacks",
        "that requires a property which it does not state",
        never,
        here(computer()),
        wrong,
    );
    let empty = on_device(forge, "device", &json!({}));
    add("compares-nothing", "that says nothing of its computer", empty, here(computer()), wrong);
    let zero = on_device(forge, "device", &json!({"properties": {}, "minimum": 0}));
    add("compares-no-property", "for a computer without properties", zero, here(computer()), wrong);
    let bare = forge.license(|claims| {
        claims["container"] = json!({"serial": DEVICE, "kind": "device", "generation": 1});
    });
    add("without-match", "without anything to compare", bare, here(computer()), wrong);
    let cloud = in_container(forge, CLOUD, "cloud");
    add(
        "is-cloud",
        "of a cloud container on a computer",
        cloud,
        here(computer()),
        Some(VerdictCode::NoCredential),
    );
    let dongle = on_device(forge, "dongle", &json!({"hardware": "3-4711829", "key": kid}));
    let stick =
        |hardware: Value, key: Value| json!({"properties": {}, "hardware": hardware, "key": key});
    add(
        "dongle-fits",
        "on its dongle, whose key is there",
        dongle.clone(),
        stick(json!("3-4711829"), json!(kid)),
        None,
    );
    add(
        "dongle-without-key",
        "on a dongle with the serial and without the key",
        dongle.clone(),
        stick(json!("3-4711829"), Value::Null),
        wrong,
    );
    add(
        "dongle-other",
        "on another dongle",
        dongle.clone(),
        stick(json!("3-4711830"), json!(kid)),
        wrong,
    );
    add("dongle-on-computer", "of a dongle on a computer", dongle, here(computer()), wrong);
    let on_dongle = case(
        &on_device(forge, "dongle", &json!({"hardware": "3-4711829", "key": kid})),
        &json!({"keyset": set, "dongle": "3-4711829"}),
        wrong,
        None,
        "of a dongle with a key, where only its serial was read",
    );
    cases.insert("license-device-dongle-serial-only".to_owned(), on_dongle);
}

/// Updates as a container's folder takes them.
pub fn folder_cases(forge: &Forge, cases: &mut BTreeMap<String, Value>) {
    let own = own_key();
    let private = json!({"kty": "OKP", "crv": "Ed25519", "x": own.x, "d": URL_SAFE_NO_PAD.encode(own.pair.to_bytes())});
    let by = |change: &dyn Fn(&mut Value)| {
        forge.update(|claims| {
            claims["sub"] = json!(DEVICE);
            claims["key"] = json!(own.kid);
            claims["licenses"] = json!([on_device(
                forge,
                "device",
                &json!({"properties": computer(), "minimum": 2, "key": own.kid})
            )]);
            change(claims);
        })
    };
    let at = by(&|_| ());
    let mut add = |name: &str,
                   about: &str,
                   text: String,
                   at: Option<&String>,
                   code: Option<VerdictCode>,
                   warning: Option<VerdictCode>| {
        let around = json!({"folder": {"key": private, "root": forge.root.kid, "update": at}});
        let clash =
            cases.insert(format!("container-{name}"), case(&text, &around, code, warning, about));
        assert!(clash.is_none(), "{name} stands twice");
    };
    add("takes-first", "the first update of a container", at.clone(), None, None, None);
    add(
        "takes-next",
        "a later one",
        by(&|claims| claims["counter"] = json!(8)),
        Some(&at),
        None,
        None,
    );
    add(
        "takes-much-later",
        "one after others that were lost",
        by(&|claims| claims["counter"] = json!(99)),
        Some(&at),
        None,
        None,
    );
    let already = Some(VerdictCode::AlreadyApplied);
    add("same-again", "the same update again", at.clone(), Some(&at), None, already);
    add(
        "older",
        "an older one",
        by(&|claims| claims["counter"] = json!(6)),
        Some(&at),
        None,
        already,
    );
    add(
        "same-counter",
        "another of the same counter",
        by(&|claims| claims["licenses"] = json!([])),
        Some(&at),
        None,
        already,
    );
    add(
        "blocked",
        "one that says that the vendor stopped it",
        by(&|claims| {
            claims["counter"] = json!(8);
            claims["blocked"] = json!("blocked");
        }),
        Some(&at),
        Some(VerdictCode::Blocked),
        None,
    );
    let wrong = Some(VerdictCode::WrongContainer);
    add(
        "other-key",
        "for another container's key",
        by(&|claims| claims["key"] = json!(Key::new([4; 32]).kid)),
        None,
        wrong,
        None,
    );
    add(
        "no-key",
        "for a container without a key",
        by(&|claims| {
            claims.as_object_mut().expect("claims").remove("key");
        }),
        None,
        wrong,
        None,
    );
    let renamed = by(&|claims| {
        claims["sub"] = json!(CLOUD);
        claims["counter"] = json!(8);
        claims["licenses"] = json!([]);
    });
    add(
        "other-container",
        "of another container with the same key",
        renamed,
        Some(&at),
        wrong,
        None,
    );
    let ten = |bad: usize| {
        let texts: Vec<String> = (0..10).map(|n| {
            let text = forge.license(|claims| {
                claims["sub"] = json!(format!("L-{n}"));
                claims["container"] = json!({"serial": DEVICE, "kind": "device", "generation": 1, "match": {"properties": computer(), "minimum": 2, "key": own.kid}});
            });
            if n == bad { format!("{}{}", &text[..text.len() - 4], "AAAA") } else { text }
        }).collect();
        by(&|claims| claims["licenses"] = json!(texts))
    };
    add("ten-licenses", "with ten licenses", ten(10), None, None, None);
    add(
        "one-bad-of-ten",
        "with one bad license among ten",
        ten(6),
        None,
        Some(VerdictCode::BadSignature),
        None,
    );
    let good = by(&|_| ());
    add(
        "cut",
        "cut in the middle",
        good[..good.len() / 2].to_owned(),
        Some(&at),
        Some(VerdictCode::Malformed),
        None,
    );
    add(
        "is-a-license",
        "a license in place of an update",
        forge.license(|_| ()),
        Some(&at),
        Some(VerdictCode::WrongType),
        None,
    );
}
