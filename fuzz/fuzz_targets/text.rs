//! Any bytes for every reader. A reader must not panic and must accept only the tokens of the
//! vectors.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, keys, kid, root};
use licentia_runtime::{KeySet, Policy, Trust, examine, inspect, texts};

static KEYS: LazyLock<(KeySet, String)> = LazyLock::new(|| (keys(), kid(&root())));

fuzz_target!(|bytes: &[u8]| {
    let (keys, pin) = &*KEYS;
    let trust = Trust::new(pin, NOW).allow_test();
    let report = examine(bytes, Some(keys), &trust, &Policy::at(NOW));
    assert_eq!(report.verdict.is_err(), report.checks.iter().any(|check| check.ok == Some(false)));
    let _ = texts(bytes);
    for text in inspect::find(bytes).unwrap_or_default() {
        let _ = inspect::unverified(&text);
    }
});
