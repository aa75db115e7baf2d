//! Any claims of key sets with a valid signature of the pinned root key. The reader must not panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licentia_fuzz::{NOW, kid, root, sign};
use licentia_runtime::{KeySet, Policy, Trust};

fuzz_target!(|payload: &[u8]| {
    let root = root();
    let text = sign(&root, "licentia-keyset+jwt", payload);
    if let Ok(keys) = KeySet::open(text.as_bytes(), &Trust::new(&kid(&root), NOW).allow_test()) {
        assert!(keys.claims().version > 0);
        assert_eq!(KeySet::first_root(text.as_bytes()).ok().as_ref(), keys.roots().first());
        let _ = keys.license(
            include_bytes!("../../runtime/tests/vectors/license-valid.lic"),
            &Policy::at(NOW),
        );
    }
});
