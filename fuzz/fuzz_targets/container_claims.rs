//! Any claims of credentials and updates with a valid signature. The reader must not panic, and an
//! accepted file must belong to one container.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, commercial, keys, kid, root, sign};
use licentia_runtime::{Binding, KeySet, Policy, Trust, Update};

static KEYS: LazyLock<(KeySet, String)> = LazyLock::new(|| (keys(), kid(&root())));

fuzz_target!(|payload: &[u8]| {
    let (keys, pin) = &*KEYS;
    let credential = sign(&commercial(), "licentia-credential+jwt", payload);
    if let Ok(credential) = keys.credential(credential.as_bytes(), NOW) {
        let claims = credential.claims();
        assert!(
            claims.container.kind == "cloud"
                && claims.secret.0.len() == 43
                && claims.generation > 0
                && claims.test
        );
        let license = include_bytes!("../../runtime/tests/vectors/license-valid.lic");
        assert!(
            keys.license(license, &Policy::at(NOW).binding(Binding::Credential(&credential)))
                .is_ok()
        );
    }
    let update = sign(&commercial(), "licentia-update+jwt", payload);
    for keys in [None, Some(keys)] {
        if let Ok(update) =
            Update::open(update.as_bytes(), keys, &Trust::new(pin, NOW).allow_test())
        {
            let claims = update.claims();
            assert!(
                claims.counter > 0
                    && claims.test
                    && claims.licenses.len() == update.licenses().len()
            );
            for license in update.licenses() {
                let container =
                    license.claims().container.as_ref().map(|container| container.serial.as_str());
                assert_eq!(container, Some(claims.sub.as_str()));
            }
        }
    }
});
