//! A licensed application: a calculator that multiplies only if the module `calculator.pro` is
//! granted.
//!
//! `cargo run -p licentia-runtime --example calculator -- runtime/tests/vectors/demo.keyset
//! runtime/tests/vectors/license-valid.lic 6 7`
#![expect(clippy::disallowed_methods, reason = "an application reads its own files and clock")]
#![expect(clippy::print_stdout, reason = "that is what it is for")]

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use licentia_runtime::{KeySet, Policy, Trust};

/// The thumbprint of the vendor's root key, compiled into the program. A key set beside the program
/// must lead to this root key.
const PIN: &str = "GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [key_set, license, a, b] = args.as_slice() else {
        return Err("usage: calculator KEYSET LICENSE A B".into());
    };
    let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?;

    // The example's license is signed with the published test keys. A release must not use
    // `allow_test`.
    let keys = KeySet::open(&std::fs::read(key_set)?, &Trust::new(PIN, now).allow_test())?;
    let license =
        keys.license(&std::fs::read(license)?, &Policy::at(now).product("work-management"))?;
    for warning in license.warnings() {
        println!("note: {}", warning.message);
    }
    let (a, b): (i64, i64) = (a.parse()?, b.parse()?);
    if license.grants("calculator", now) {
        println!("{a} + {b} = {}", a.saturating_add(b));
    }
    if license.grants("calculator.pro", now) {
        println!("{a} * {b} = {}", a.saturating_mul(b));
    }
    Ok(())
}
