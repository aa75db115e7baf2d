//! Any claims of requests with the container's own signature. The reader must not panic, and an
//! accepted request must describe one computer or dongle. The same bytes without a signature, for
//! functions that read unverified claims.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, check_own, container, keys, kid, root, sign};
use licentia_runtime::{Context, KeySet, Policy, Purpose, Trust, Vendor, examine};

static KEYS: LazyLock<(KeySet, Vec<String>, String)> =
    LazyLock::new(|| (keys(), keys().roots(), kid(&root())));

fuzz_target!(|payload: &[u8]| {
    let (keys, roots, pin) = &*KEYS;
    let text = sign(&container(), "licentia-context+jwt", payload);
    for test in [true, false] {
        let vendor = Vendor { roots, test, now: NOW };
        let request = Context::request(text.as_bytes(), &vendor);
        if let Ok(request) = &request {
            let claims = request.claims();
            check_own(claims, &vendor);
            assert!(claims.purpose == Purpose::Request && request.licenses().is_empty());
            // The request must carry the key that signed it, because nothing else proves the key.
            assert_eq!(request.device().key, Some(kid(&container())));
            assert_eq!(
                Context::claimed(text.as_bytes()).ok(),
                Some((Purpose::Request, claims.sub.clone()))
            );
        }
        if test {
            let report = examine(
                text.as_bytes(),
                Some(keys),
                &Trust::new(pin, NOW).allow_test(),
                &Policy::at(NOW),
            );
            assert_eq!(report.verdict.is_ok(), request.is_ok());
        }
        if let Ok(request) = Context::request(payload, &vendor) {
            check_own(request.claims(), &vendor);
        }
    }
    let as_set = sign(&container(), "licentia-keyset+jwt", payload);
    for bytes in [payload, text.as_bytes(), as_set.as_bytes()] {
        let _ = Context::claimed(bytes);
        assert!(KeySet::first_root(bytes).map_or(true, |root| root.len() == 43));
    }
});
