//! Any claims of licenses with a valid signature. The reader must not panic, and an accepted
//! license must satisfy the policy.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, commercial, keys, sign};
use licentia_runtime::{Edition, KeySet, Policy};

static KEYS: LazyLock<KeySet> = LazyLock::new(keys);

fuzz_target!(|payload: &[u8]| {
    let text = sign(&commercial(), "licentia-license+jwt", payload);
    if let Ok(license) =
        KEYS.license(text.as_bytes(), &Policy::at(NOW).product("work-management").user("anna"))
    {
        let claims = license.claims();
        assert!(
            claims.product.code == "work-management"
                && claims.container.is_none()
                && claims.edition == Edition::Commercial
        );
        assert!(claims.test && claims.seats > 0 && claims.fmt == 1 && claims.nbf <= NOW + 600);
        let _ = license.grants("calculator", i64::MAX);
    }
});
