//! What verification costs beside the signature check that it contains: `runtime` over `bare` is the ratio of the limits.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use criterion::{Criterion, criterion_group, criterion_main};
use ed25519_dalek::{Signature, VerifyingKey};
use licentia_runtime::{KeySet, Policy, Trust, inspect};

const KEYSET: &str = include_str!("../tests/vectors/demo.keyset");
const LICENSE: &str = include_str!("../tests/vectors/license-valid.lic");
const NOW: i64 = 1_795_305_600;

fn verify(criterion: &mut Criterion) {
    let set = inspect::unverified(KEYSET).expect("a text");
    let keys = KeySet::open(KEYSET.as_bytes(), &Trust::new(set.header["kid"].as_str().expect("a kid"), NOW).allow_test())
        .expect("a key set");
    let x = keys.claims().keys[0].x.clone();
    let key: [u8; 32] = URL_SAFE_NO_PAD.decode(x).expect("base64url").try_into().expect("32 bytes");
    let key = VerifyingKey::from_bytes(&key).expect("a key");
    let (signed, signature) = LICENSE.rsplit_once('.').expect("three parts");
    let signature = Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature).expect("base64url")).expect("64 bytes");

    let mut group = criterion.benchmark_group("verify");
    group.bench_function("bare", |bench| bench.iter(|| key.verify_strict(signed.as_bytes(), &signature)));
    group.bench_function("runtime", |bench| {
        bench.iter(|| keys.license(LICENSE.as_bytes(), &Policy::at(NOW).product("work-management")));
    });
    group.finish();
}

criterion_group!(benches, verify);
criterion_main!(benches);
