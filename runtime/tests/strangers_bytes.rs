//! Whatever a stranger sends: no panic, and nothing that was not signed is accepted.

use licentia_runtime::{Binding, Context, KeySet, Policy, Trust, Update, Vendor, examine, inspect, texts};
use proptest::prelude::*;

const KEYSET: &str = include_str!("vectors/demo.keyset");
const LICENSE: &str = include_str!("vectors/license-valid.lic");
const NOW: i64 = 1_795_305_600;

/// The text of a vector.
fn vector(case: &str) -> String {
    let case: serde_json::Value = serde_json::from_str(case).expect("JSON");
    case["text"].as_str().expect("a text").to_owned()
}

fn credential() -> String {
    vector(include_str!("vectors/credential-valid.json"))
}

fn update() -> String {
    vector(include_str!("vectors/update-valid.json"))
}

fn request() -> Context {
    let text = vector(include_str!("vectors/request-valid.json"));
    Context::request(text.as_bytes(), &Vendor { roots: &keys().roots(), test: true, now: NOW }).expect("a request")
}

fn pin() -> String {
    let set = inspect::unverified(KEYSET).expect("a text");
    set.header["kid"].as_str().expect("a kid").to_owned()
}

fn keys() -> KeySet {
    KeySet::open(KEYSET.as_bytes(), &Trust::new(&pin(), NOW).allow_test()).expect("the vectors' key set")
}

fn everything(bytes: &[u8]) {
    let (pin, keys) = (pin(), keys());
    let trust = Trust::new(&pin, NOW).allow_test();
    for binding in [Binding::Unbound, Binding::Unchecked] {
        let _ = examine(bytes, Some(&keys), &trust, &Policy::at(NOW).binding(binding).user("anna").product("p"));
    }
    let _ = KeySet::open(bytes, &trust);
    let _ = keys.credential(bytes, NOW);
    for keys in [None, Some(&keys)] {
        let _ = Update::open(bytes, keys, &trust);
    }
    let (roots, key) = (keys.roots(), request().claims().container.key.clone().expect("a key").x);
    let vendor = Vendor { roots: &roots, test: true, now: NOW };
    let _ = (Context::request(bytes, &vendor), Context::receipt(bytes, &key, &vendor), keys.state(bytes, NOW));
    let _ = (Context::claimed(bytes), KeySet::first_root(bytes));
    let _ = texts(bytes);
    for text in inspect::find(bytes).unwrap_or_default() {
        let _ = inspect::unverified(&text);
    }
}

/// A place in the text, and another character of base64url to stand there.
fn changes() -> impl Strategy<Value = (usize, char)> {
    (
        0..LICENSE.len(),
        prop::sample::select("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".chars().collect::<Vec<_>>()),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        everything(&bytes);
    }

    #[test]
    fn no_text_of_three_parts_panics(header in ".{0,80}", payload in ".{0,400}", signature in "[A-Za-z0-9_-]{0,90}") {
        use base64::Engine as _;
        let part = |text: &str| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text);
        everything(format!("{}.{}.{signature}", part(&header), part(&payload)).as_bytes());
    }

    #[test]
    fn a_changed_character_is_refused((place, other) in changes()) {
        let mut changed: Vec<char> = LICENSE.chars().collect();
        prop_assume!(changed[place] != other);
        changed[place] = other;
        let changed: String = changed.into_iter().collect();
        prop_assert!(keys().license(changed.as_bytes(), &Policy::at(NOW)).is_err());
        everything(changed.as_bytes());
    }

    #[test]
    fn a_changed_credential_or_update_is_refused(place in any::<prop::sample::Index>(), (_, other) in changes()) {
        let (keys, pin) = (keys(), pin());
        for (text, is_update) in [(credential(), false), (update(), true)] {
            let mut changed: Vec<char> = text.chars().collect();
            let place = place.index(changed.len());
            if changed[place] == other {
                continue;
            }
            changed[place] = other;
            let changed: String = changed.into_iter().collect();
            let trust = Trust::new(&pin, NOW).allow_test();
            let refused = if is_update {
                Update::open(changed.as_bytes(), Some(&keys), &trust).is_err() && Update::open(changed.as_bytes(), None, &trust).is_err()
            } else {
                keys.credential(changed.as_bytes(), NOW).is_err()
            };
            prop_assert!(refused, "{place} of {text}");
            everything(changed.as_bytes());
        }
    }

    #[test]
    fn a_changed_request_or_receipt_is_refused(place in any::<prop::sample::Index>(), (_, other) in changes()) {
        let (roots, key) = (keys().roots(), request().claims().container.key.clone().expect("a key").x);
        let vendor = Vendor { roots: &roots, test: true, now: NOW };
        for case in [include_str!("vectors/request-valid.json"), include_str!("vectors/receipt-valid.json")] {
            let mut changed: Vec<char> = vector(case).chars().collect();
            let place = place.index(changed.len());
            if changed[place] == other {
                continue;
            }
            changed[place] = other;
            let changed: String = changed.into_iter().collect();
            prop_assert!(Context::request(changed.as_bytes(), &vendor).is_err(), "{place}");
            prop_assert!(Context::receipt(changed.as_bytes(), &key, &vendor).is_err(), "{place}");
            everything(changed.as_bytes());
        }
    }

    #[test]
    fn a_cut_or_lengthened_text_is_refused(cut in 0..LICENSE.len(), more in "[A-Za-z0-9_.-]{1,20}") {
        let (cut, longer) = (&LICENSE[..cut], format!("{LICENSE}{more}"));
        prop_assert!(keys().license(cut.as_bytes(), &Policy::at(NOW)).is_err(), "cut at {}", cut.len());
        prop_assert!(keys().license(longer.as_bytes(), &Policy::at(NOW)).is_err(), "lengthened");
    }

    #[test]
    fn whatever_mail_adds_the_license_reads(
        width in 20usize..200, quote in "(> ?){0,3}", soft in any::<bool>(), ending in prop::sample::select(vec!["\n", "\r\n"]),
        blanks in "[ \t\u{a0}\u{200b}\u{feff}]{0,4}",
    ) {
        let lines: Vec<String> = LICENSE.as_bytes().chunks(width).map(|line| format!("{quote}{blanks}{}{}", std::str::from_utf8(line).expect("ASCII"), if soft { "=" } else { "" })).collect();
        let mailed = format!("{ending}{}{ending}", lines.join(ending));
        prop_assert!(keys().license(mailed.as_bytes(), &Policy::at(NOW)).is_ok(), "{mailed}");
        let whole = texts(mailed.as_bytes()).expect("texts");
        prop_assert_eq!(whole, [LICENSE]);
        let found = inspect::find(format!("From: a@b\nSubject: your license\n\nHello,\nhere it is:\n\n{mailed}\n\nBest regards\nAnna\n").as_bytes());
        prop_assert_eq!(found.expect("found"), [LICENSE]);
    }
}

#[test]
fn a_mail_with_an_attachment_is_inspected() {
    use base64::Engine as _;
    let attached = base64::engine::general_purpose::STANDARD.encode(LICENSE);
    let wrapped: Vec<&str> = attached.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    let mail = format!(
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee attached.\n\n--x\nContent-Transfer-Encoding: base64\n\n{}\n\n--x--\n",
        wrapped.join("\n")
    );
    assert_eq!(inspect::find(mail.as_bytes()).expect("found"), [LICENSE]);
    // The boundary right behind, and something in the head that looks like a token.
    let tight = format!("X-Token: eyJhbGciOi.x\n\n{}\n--x--\n", wrapped.join("\n"));
    assert_eq!(inspect::find(tight.as_bytes()).expect("found"), [LICENSE]);
    assert!(inspect::find(b"Hello, where is my license?").is_err());
}

#[test]
fn many_lines_take_no_longer_than_their_number() {
    // Was quadratic: two million lines took half a minute.
    let hostile = format!("eyJ\n{}", "a\n".repeat(2_000_000));
    assert!(inspect::find(hostile.as_bytes()).is_err());
    let dotted = format!("eyJ\n{}", "a.\n".repeat(1_000_000));
    let _ = inspect::find(dotted.as_bytes());
}

#[test]
fn a_message_moves_no_cursor() {
    use base64::Engine as _;
    let part = |text: &str| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text);
    let header = r#"{"alg":"EdDSA","kid":"\u001b[2K\r\u202evalid","typ":"licentia-license+jwt"}"#;
    let text = format!("{}.{}.AAAA", part(header), part("{}"));
    let pin = pin();
    let report = examine(text.as_bytes(), Some(&keys()), &Trust::new(&pin, NOW).allow_test(), &Policy::at(NOW));
    let told: String = report
        .checks
        .iter()
        .map(|check| check.detail.clone())
        .chain(report.verdict.err().map(|refusal| refusal.message))
        .collect();
    assert!(told.contains("[2K") && !told.contains(['\u{1b}', '\r', '\u{202e}']), "{told:?}");
}
