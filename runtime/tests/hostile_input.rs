//! Hostile input causes no panic, and unsigned content is not accepted.

use std::io::Write as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use licentia_runtime::{
    Binding, Context, Entries, Entry, KeySet, ListedStatus, MAX_ENTRIES, Packed, Policy, Status,
    StatusList, StatusToken, Statuses, Trust, Update, Vendor, VerdictCode, examine, inspect, texts,
    thumbprint,
};
use proptest::prelude::*;

const KEYSET: &str = include_str!("vectors/demo.keyset");
const LICENSE: &str = include_str!("vectors/license-valid.lic");
const NOW: i64 = 1_795_305_600;

/// Returns the token of a vector.
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

fn list() -> String {
    vector(include_str!("vectors/status-valid.json"))
}

/// The status list of the vectors.
static STATUSES: LazyLock<Statuses> = LazyLock::new(|| {
    let mut statuses = Statuses::new();
    statuses.add(keys().status_list(list().as_bytes(), NOW).expect("a list"));
    statuses
});

/// Returns a status list with any payload and a valid signature of the published test key.
fn signed_list(payload: &str) -> String {
    let body: String = include_str!("../../keys/test-commercial.pem")
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let der = STANDARD.decode(body).expect("base64");
    let key = SigningKey::from_bytes(der[der.len() - 32..].try_into().expect("32 bytes"));
    let kid = thumbprint(&URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()));
    let header = format!(r#"{{"alg":"EdDSA","kid":"{kid}","typ":"statuslist+jwt"}}"#);
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()).to_bytes()))
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(bytes).and_then(|()| zlib.finish()).expect("zipped")
}

/// Returns false if accepted entries exceed a limit or contradict themselves.
fn is_sound(entries: &Entries) -> bool {
    let (len, bits) = (entries.len(), entries.bits());
    let last = u32::try_from(len).expect("a number of entries");
    let within = matches!(bits, 1 | 2 | 4 | 8) && len * usize::from(bits) <= MAX_ENTRIES * 8;
    let ends = entries.get(last).is_none() && entries.get(u32::MAX).is_none();
    within
        && ends
        && (len == 0 || entries.get(last - 1).is_some())
        && Entries::unpack(&entries.pack()).as_ref() == Ok(entries)
}

/// Returns false if the lookup of a file differs from the entries of its list.
fn agrees(token: &StatusToken, idx: u32) -> bool {
    let mut statuses = Statuses::new();
    statuses.add(token.clone());
    let status = Status { status_list: StatusList { idx, uri: token.claims().sub.clone() } };
    match (token.entries().get(idx).map(Entry::of), statuses.check(&keys(), &status, NOW)) {
        (None, Err(error)) => error.code == VerdictCode::OutOfRange,
        (Some(Entry::Suspended), Err(error)) => error.code == VerdictCode::Suspended,
        (Some(Entry::Invalid), Err(error)) => error.code == VerdictCode::Revoked,
        (Some(Entry::Valid), Ok(ListedStatus::Good)) => token.warnings().is_empty(),
        (Some(Entry::Valid), Ok(ListedStatus::Stale(_))) => !token.warnings().is_empty(),
        _ => false,
    }
}

fn request() -> Context {
    let text = vector(include_str!("vectors/request-valid.json"));
    Context::request(text.as_bytes(), &Vendor { roots: &keys().roots(), test: true, now: NOW })
        .expect("a request")
}

fn pin() -> String {
    let set = inspect::unverified(KEYSET).expect("a text");
    set.header["kid"].as_str().expect("a kid").to_owned()
}

fn keys() -> KeySet {
    KeySet::open(KEYSET.as_bytes(), &Trust::new(&pin(), NOW).allow_test())
        .expect("the vectors' key set")
}

fn everything(bytes: &[u8]) {
    let (pin, keys) = (pin(), keys());
    let trust = Trust::new(&pin, NOW).allow_test();
    for binding in [Binding::Unbound, Binding::Unchecked] {
        let policy = Policy::at(NOW).binding(binding).user("anna").product("p");
        let _ = examine(bytes, Some(&keys), &trust, &policy);
        let _ = examine(bytes, Some(&keys), &trust, &policy.statuses(&STATUSES));
    }
    let _ = KeySet::open(bytes, &trust);
    let _ = (keys.credential(bytes, NOW), keys.listed_credential(bytes, &STATUSES, NOW));
    let _ = keys.status_list(bytes, NOW);
    for keys in [None, Some(&keys)] {
        let _ = Update::open(bytes, keys, &trust);
    }
    let (roots, key) = (keys.roots(), request().claims().container.key.clone().expect("a key").x);
    let vendor = Vendor { roots: &roots, test: true, now: NOW };
    let _ = (
        Context::request(bytes, &vendor),
        Context::receipt(bytes, &key, &vendor),
        keys.state(bytes, NOW),
    );
    let _ = (Context::claimed(bytes), KeySet::first_root(bytes));
    let _ = texts(bytes);
    for text in inspect::find(bytes).unwrap_or_default() {
        let _ = inspect::unverified(&text);
    }
}

/// Generates a position in the license and another base64url character for that position.
fn changes() -> impl Strategy<Value = (usize, char)> {
    (
        0..LICENSE.len(),
        prop::sample::select(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
                .chars()
                .collect::<Vec<_>>(),
        ),
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
        let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
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
    fn a_changed_status_list_is_refused(place in any::<prop::sample::Index>(), (_, other) in changes()) {
        let mut changed: Vec<char> = list().chars().collect();
        let place = place.index(changed.len());
        prop_assume!(changed[place] != other);
        changed[place] = other;
        let changed: String = changed.into_iter().collect();
        prop_assert!(keys().status_list(changed.as_bytes(), NOW).is_err(), "{place}");
        everything(changed.as_bytes());
    }

    #[test]
    fn any_entries_are_refused_or_valid(
        bits in any::<u8>(), text in "[A-Za-z0-9_=+/-]{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..400),
        place in any::<prop::sample::Index>(), other in any::<u8>(),
    ) {
        let mut broken = zipped(&bytes);
        let place = place.index(broken.len());
        broken[place] = other;
        for bits in [bits, 1, 2, 4, 8] {
            for lst in [text.clone(), URL_SAFE_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(&broken)] {
                if let Ok(entries) = Entries::unpack(&Packed { bits, lst }) {
                    prop_assert!(is_sound(&entries));
                }
            }
            let whole = Entries::unpack(&Packed { bits, lst: URL_SAFE_NO_PAD.encode(zipped(&bytes)) });
            prop_assert_eq!(whole.is_ok(), matches!(bits, 1 | 2 | 4 | 8));
            if let Ok(entries) = whole {
                prop_assert!(is_sound(&entries));
                prop_assert_eq!(entries.len(), bytes.len() * 8 / usize::from(bits));
            }
        }
    }

    #[test]
    fn any_signed_list_is_refused_or_consistent(
        bits in prop_oneof![Just(1i64), Just(2), Just(4), Just(8), -300i64..300], bytes in prop::collection::vec(any::<u8>(), 0..200),
        cut in prop::option::of(any::<prop::sample::Index>()), sub in ".{0,20}", iat in prop_oneof![Just(NOW), any::<i64>()],
        exp in prop::option::of(any::<i64>()), idx in prop_oneof![0u32..2000, any::<u32>()],
    ) {
        let mut packed = zipped(&bytes);
        if let Some(cut) = cut {
            packed.truncate(cut.index(packed.len()));
        }
        let payload = serde_json::json!({
            "iss": "https://acme.example/licensing", "sub": sub, "jti": "1", "iat": iat, "exp": exp,
            "fmt": 1, "test": true,
            "status_list": {"bits": bits, "lst": URL_SAFE_NO_PAD.encode(&packed)},
        });
        let text = signed_list(&payload.to_string());
        let found = keys().status_list(text.as_bytes(), NOW);
        let is_good = matches!(bits, 1 | 2 | 4 | 8) && cut.is_none() && !sub.is_empty() && iat <= NOW + 86_400;
        prop_assert_eq!(found.is_ok(), is_good);
        if let Ok(token) = found {
            prop_assert!(is_sound(token.entries()) && agrees(&token, idx));
        }
        everything(text.as_bytes());
    }

    #[test]
    fn of_two_lists_the_newer_counts(first in 0i64..4, second in 0i64..4, values in (0u8..4, 0u8..4)) {
        let by = |iat: i64, value: u8| {
            let lst = URL_SAFE_NO_PAD.encode(zipped(&[value]));
            let payload = serde_json::json!({
                "iss": "https://acme.example/licensing", "sub": "uri", "jti": "1", "iat": NOW - iat,
                "fmt": 1, "test": true,
                "status_list": {"bits": 2, "lst": lst},
            });
            keys().status_list(signed_list(&payload.to_string()).as_bytes(), NOW).expect("a list")
        };
        let mut statuses = Statuses::new();
        prop_assert!(statuses.add(by(first, values.0)));
        // A list of the same instant is not newer.
        prop_assert_eq!(statuses.add(by(second, values.1)), second < first);
        let kept = if second < first { values.1 } else { values.0 };
        prop_assert_eq!(statuses.newest(&keys(), "uri").and_then(|token| token.entries().get(0)), Some(kept));
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
    fn a_license_is_readable_with_the_additions_of_mail_programs(
        width in 20usize..200, quote in "(> ?){0,3}", soft in any::<bool>(), ending in prop::sample::select(vec!["\n", "\r\n"]),
        blanks in "[ \t\u{a0}\u{200b}\u{feff}]{0,4}",
    ) {
        let lines: Vec<String> = LICENSE.as_bytes().chunks(width).map(|line| format!("{quote}{blanks}{}{}", std::str::from_utf8(line).expect("ASCII"), if soft { "=" } else { "" })).collect();
        let mailed = format!("{ending}{}{ending}", lines.join(ending));
        prop_assert!(keys().license(mailed.as_bytes(), &Policy::at(NOW)).is_ok(), "{mailed}");
        let whole = texts(mailed.as_bytes()).expect("texts");
        prop_assert_eq!(whole, [LICENSE]);
        let found = inspect::find(format!("From: a@b\nSubject: your license\n\nHello,\nhere it \
            is:\n\n{mailed}\n\nBest regards\nAnna\n").as_bytes());
        prop_assert_eq!(found.expect("found"), [LICENSE]);
    }
}

#[test]
fn a_mail_with_an_attachment_is_inspected() {
    let attached = STANDARD.encode(LICENSE);
    let wrapped: Vec<&str> = attached
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).expect("ASCII"))
        .collect();
    let mail = format!(
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee \
         attached.\n\n--x\nContent-Transfer-Encoding: base64\n\n{}\n\n--x--\n",
        wrapped.join("\n")
    );
    assert_eq!(inspect::find(mail.as_bytes()).expect("found"), [LICENSE]);
    // The boundary follows directly, and a header line resembles a token.
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
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let header = r#"{"alg":"EdDSA","kid":"\u001b[2K\r\u202evalid","typ":"licentia-license+jwt"}"#;
    let text = format!("{}.{}.AAAA", part(header), part("{}"));
    let pin = pin();
    let report = examine(
        text.as_bytes(),
        Some(&keys()),
        &Trust::new(&pin, NOW).allow_test(),
        &Policy::at(NOW),
    );
    let told: String = report
        .checks
        .iter()
        .map(|check| check.detail.clone())
        .chain(report.verdict.err().map(|error| error.message))
        .collect();
    assert!(told.contains("[2K") && !told.contains(['\u{1b}', '\r', '\u{202e}']), "{told:?}");
}
