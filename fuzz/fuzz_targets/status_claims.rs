//! Any claims and entries of status lists with a valid signature. The reader must not panic. An
//! accepted list must be within the limits, a lookup must agree with each entry, and the newest
//! list must be used.
#![no_main]

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, commercial, keys, kid, root, sign};
use licentia_runtime::{
    VerdictCode, Entries, Entry, KeySet, MAX_ENTRIES, Packed, Policy, ListedStatus, Status, StatusList,
    StatusToken, Statuses, Trust, Update, examine,
};

const LIST: &str = "statuslist+jwt";

static KEYS: LazyLock<(KeySet, String)> = LazyLock::new(|| (keys(), kid(&root())));

/// Returns claims like those of the vectors, with these entries.
fn claims(iat: i64, bits: u8, lst: &str) -> String {
    format!(
        r#"{{"iss":"https://acme.example/licensing","sub":"https://acme.example/licensing/status/1","jti":"1","iat":{iat},"fmt":1,"test":true,"status_list":{{"bits":{bits},"lst":"{lst}"}}}}"#
    )
}

/// Asserts that an accepted list is within the limits and that lookups agree with its entries.
fn check(keys: &KeySet, token: &StatusToken) {
    let (claims, entries) = (token.claims(), token.entries());
    assert!(
        !claims.sub.is_empty()
            && claims.fmt == 1
            && claims.test
            && !claims.jti.is_empty()
            && claims.iat <= NOW + 86_400
    );
    let (bits, len) = (usize::from(entries.bits()), entries.len());
    assert!(
        matches!(bits, 1 | 2 | 4 | 8)
            && len * bits <= MAX_ENTRIES * 8
            && entries.is_empty() == (len == 0)
    );
    let stale = claims.exp.is_some_and(|exp| exp <= NOW);
    assert!(
        token.warnings().iter().all(|warning| warning.code == VerdictCode::StaleStatus)
            && token.warnings().len() == usize::from(stale)
    );
    let again = Entries::unpack(&entries.pack()).expect("what was packed");
    assert!(again == *entries && again.differ(entries) == 0);
    let mut statuses = Statuses::new();
    assert!(statuses.add(token.clone()) && !statuses.add(token.clone()));
    for idx in [0, 1, 3, 417, len.saturating_sub(1), len, len + 1, 1 << 20, u32::MAX as usize] {
        let idx = u32::try_from(idx).expect("an index");
        let status = Status { status_list: StatusList { idx, uri: claims.sub.clone() } };
        let value = entries.get(idx);
        assert_eq!(value.is_some(), (idx as usize) < len);
        assert!(value.is_none_or(|value| bits == 8 || value < 1 << bits));
        match (value.map(Entry::of), statuses.check(keys, &status, NOW)) {
            (None, Err(error)) => assert_eq!(error.code, VerdictCode::OutOfRange),
            (Some(Entry::Valid), Ok(ListedStatus::Good)) => assert!(!stale),
            (Some(Entry::Valid), Ok(ListedStatus::Stale(_))) => assert!(stale),
            (Some(Entry::Suspended), Err(error)) => assert_eq!(error.code, VerdictCode::Suspended),
            (Some(Entry::Invalid), Err(error)) => assert_eq!(error.code, VerdictCode::Revoked),
            other => panic!("{idx}: {other:?}"),
        }
        let other = Status { status_list: StatusList { idx, uri: format!("{}/", claims.sub) } };
        assert_eq!(statuses.check(keys, &other, NOW), Ok(ListedStatus::Unlisted));
    }
}

fuzz_target!(|payload: &[u8]| {
    let (keys, pin) = &*KEYS;
    let trust = Trust::new(pin, NOW).allow_test();
    // The bytes as claims, as compressed data, and as entries.
    let (first, rest) = payload.split_first().map_or((0, payload), |(first, rest)| (*first, rest));
    let bits = 1 << (first & 3);
    let zipped = claims(NOW - i64::from(first), bits, &URL_SAFE_NO_PAD.encode(rest));
    for claims in [payload, zipped.as_bytes()] {
        let text = sign(&commercial(), LIST, claims);
        let found = keys.status_list(text.as_bytes(), NOW);
        let report = examine(text.as_bytes(), Some(keys), &trust, &Policy::at(NOW));
        assert_eq!(report.verdict.is_ok(), found.is_ok());
        if let Ok(token) = &found {
            check(keys, token);
        }
        let update = serde_json::json!({
            "iss": "https://acme.example/licensing", "sub": "K-11111-11112", "jti": "1", "iat": NOW, "fmt": 1, "test": true,
            "counter": 1, "licenses": [], "blocked": null, "status": [text],
        });
        let update = sign(&commercial(), "licentia-update+jwt", update.to_string().as_bytes());
        let update = Update::open(update.as_bytes(), Some(keys), &trust);
        assert_eq!(
            update.map(|update| update.statuses().iter().count()).ok(),
            found.ok().map(|_| 1)
        );
    }
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut zlib, rest).expect("zipped");
    let lst = URL_SAFE_NO_PAD.encode(zlib.finish().expect("zipped"));
    let entries = Entries::unpack(&Packed { bits, lst: lst.clone() }).expect("entries");
    let (per, mask) = (8 / usize::from(bits), u8::MAX >> (8 - bits));
    for (place, byte) in rest.iter().enumerate() {
        for nth in 0..per {
            let idx = u32::try_from(place * per + nth).expect("an index");
            assert_eq!(entries.get(idx), Some(byte >> (nth * usize::from(bits)) & mask));
        }
    }
    // An ended file stays ended with any number of bits. The newer of two lists is used in any
    // order.
    let mut ended = entries.clone();
    ended.set(u32::from(first), Entry::Suspended);
    assert!(
        ended.get(u32::from(first)).is_none_or(|value| Entry::of(value) != Entry::Valid)
            && ended.differ(&entries) <= 1
    );
    let signed = |iat: i64, lst: &str| {
        let text = sign(&commercial(), LIST, claims(iat, bits, lst).as_bytes());
        keys.status_list(text.as_bytes(), NOW).expect("a list")
    };
    let (older, newer) = (signed(NOW - 1, &ended.pack().lst), signed(NOW, &lst));
    check(keys, &newer);
    for both in [[&older, &newer], [&newer, &older]] {
        let mut statuses = Statuses::new();
        for token in both {
            statuses.add(token.clone());
        }
        assert!(
            statuses
                .newest(keys, &newer.claims().sub)
                .is_some_and(|kept| kept.claims() == newer.claims())
        );
    }
});
