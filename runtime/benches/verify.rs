//! Measures the verification of a license (`runtime`) and its signature check alone (`bare`); the
//! limit applies to their ratio. Also measures the reading of a status list of 1,048,576 entries,
//! and the lookup of one entry (limit 1 µs).

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use criterion::{Criterion, criterion_group, criterion_main};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use licentia_runtime::{
    Entries, Entry, KeySet, Policy, Status, StatusClaims, StatusList, Statuses, Trust, inspect,
    thumbprint,
};

const KEYSET: &str = include_str!("../tests/vectors/demo.keyset");
const LICENSE: &str = include_str!("../tests/vectors/license-valid.lic");
const NOW: i64 = 1_795_305_600;

fn keys() -> KeySet {
    let set = inspect::unverified(KEYSET).expect("a text");
    let trust = Trust::new(set.header["kid"].as_str().expect("a kid"), NOW).allow_test();
    KeySet::open(KEYSET.as_bytes(), &trust).expect("a key set")
}

fn verify(criterion: &mut Criterion) {
    let keys = keys();
    let x = keys.claims().keys[0].x.clone();
    let key: [u8; 32] = URL_SAFE_NO_PAD.decode(x).expect("base64url").try_into().expect("32 bytes");
    let key = VerifyingKey::from_bytes(&key).expect("a key");
    let (signed, signature) = LICENSE.rsplit_once('.').expect("three parts");
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).expect("base64url"))
        .expect("64 bytes");

    let mut group = criterion.benchmark_group("verify");
    group.bench_function("bare", |bench| {
        bench.iter(|| key.verify_strict(signed.as_bytes(), &signature));
    });
    group.bench_function("runtime", |bench| {
        bench
            .iter(|| keys.license(LICENSE.as_bytes(), &Policy::at(NOW).product("work-management")));
    });
    group.finish();
}

const URI: &str = "https://acme.example/licensing/status/1";

/// Returns a signed list in which a tenth of the entries is set, a third of those suspended, and
/// the index of a valid entry.
fn signed_list() -> (String, u32) {
    let (mut entries, mut random) = (Entries::valid(), 1u64);
    for idx in 0..u32::try_from(entries.len()).expect("a million") {
        // Knuth's linear congruential generator: the same list in each run.
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        match (random >> 33) % 30 {
            0 => entries.set(idx, Entry::Suspended),
            1 | 2 => entries.set(idx, Entry::Invalid),
            _ => {}
        }
    }
    let valid = (700_000..).find(|idx| entries.get(*idx) == Some(0)).expect("a valid one");
    let claims = StatusClaims {
        iss: "https://acme.example/licensing".to_owned(),
        sub: URI.to_owned(),
        jti: "019aa000-0000-7000-8000-00000000000a".to_owned(),
        iat: NOW,
        exp: Some(NOW + 86_400),
        ttl: None,
        fmt: 1,
        test: true,
        status_list: entries.pack(),
    };
    let pem = include_str!("../../keys/test-commercial.pem");
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(body).expect("base64");
    let key = SigningKey::from_bytes(der[der.len() - 32..].try_into().expect("32 bytes"));
    let kid = thumbprint(&URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes()));
    let header = format!(r#"{{"alg":"EdDSA","kid":"{kid}","typ":"statuslist+jwt"}}"#);
    let payload = serde_json::to_vec(&claims).expect("JSON");
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
    let signature = key.sign(signed.as_bytes());
    (format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes())), valid)
}

fn status(criterion: &mut Criterion) {
    let (keys, (list, idx)) = (keys(), signed_list());
    let mut statuses = Statuses::new();
    statuses.add(keys.status_list(list.as_bytes(), NOW).expect("a list"));
    let status = Status { status_list: StatusList { idx, uri: URI.to_owned() } };
    assert!(statuses.check(&keys, &status, NOW).is_ok());

    let mut group = criterion.benchmark_group("status");
    group.bench_function("entry", |bench| {
        bench.iter(|| statuses.check(&keys, std::hint::black_box(&status), NOW));
    });
    group.bench_function("load", |bench| bench.iter(|| keys.status_list(list.as_bytes(), NOW)));
    group.finish();
}

criterion_group!(benches, verify, status);
criterion_main!(benches);
