//! Any claims of receipts with the signature of a known container, and of states with a valid
//! signature. The reader must not panic, and an accepted context must belong to one container.
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, check_own, commercial, container, keys, kid, root, sign, x};
use licentia_runtime::{Context, Held, KeySet, Policy, Purpose, Trust, Vendor, examine};

static KEYS: LazyLock<(KeySet, Vec<String>, String)> =
    LazyLock::new(|| (keys(), keys().roots(), kid(&root())));

fuzz_target!(|payload: &[u8]| {
    let (keys, roots, pin) = &*KEYS;
    let text = sign(&container(), "licentia-context+jwt", payload);
    for test in [true, false] {
        let vendor = Vendor { roots, test, now: NOW };
        if let Ok(receipt) = Context::receipt(text.as_bytes(), &x(&container()), &vendor) {
            let claims = receipt.claims();
            check_own(claims, &vendor);
            let is_of_one = claims.sub.as_ref().is_some_and(|serial| !serial.is_empty());
            assert!(
                is_of_one
                    && claims.purpose == Purpose::Receipt
                    && claims.counter > 0
                    && receipt.licenses().is_empty()
            );
            assert!(receipt.held().len() <= claims.licenses.len());
            assert_eq!(
                Context::claimed(text.as_bytes()).ok(),
                Some((Purpose::Receipt, claims.sub.clone()))
            );
        }
        assert!(Context::receipt(text.as_bytes(), &x(&commercial()), &vendor).is_err());
    }
    let text = sign(&commercial(), "licentia-context+jwt", payload);
    let state = keys.state(text.as_bytes(), NOW);
    if let Ok(state) = &state {
        let claims = state.claims();
        assert!(
            claims.purpose == Purpose::State
                && claims.container.kind == "cloud"
                && claims.counter > 0
                && claims.test
        );
        assert!(claims.licenses.iter().all(|held| matches!(held, Held::Text(_))));
        let indexes = &claims.status.as_ref().expect("reserved indexes").idx;
        assert!(
            indexes.len() <= 64 && indexes.iter().collect::<BTreeSet<_>>().len() == indexes.len()
        );
        let serials: BTreeSet<&str> =
            state.licenses().iter().map(|license| license.claims().sub.as_str()).collect();
        assert!(
            state.licenses().len() == claims.licenses.len()
                && serials.len() == claims.licenses.len()
        );
        for license in state.licenses() {
            assert_eq!(
                license.claims().container.as_ref().map(|container| &container.serial),
                claims.sub.as_ref()
            );
        }
    }
    let report =
        examine(text.as_bytes(), Some(keys), &Trust::new(pin, NOW).allow_test(), &Policy::at(NOW));
    assert_eq!(report.verdict.is_ok(), state.is_ok());
});
