//! The key set: the root key signs its next version in the transaction that changes the keys.

use crate::domain::Random;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::ids::jti;
use crate::signing;
use crate::signing::Signer;
use crate::store::{Reader, SignedKeySet, Transaction};

/// Returns the version of the next key set.
///
/// # Errors
///
/// The faults of the database.
pub fn next_version(reader: Reader<'_>) -> Result<u64> {
    Ok(reader.find_keyset()?.map_or(1, |newest| newest.version + 1))
}

/// Signs the keys of the transaction as a version of the key set, and stores the token.
///
/// # Errors
///
/// The faults of the database.
pub fn certify(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    root: &Signer,
    version: u64,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<()> {
    let jti = jti(now, random);
    let keys = tx.reader().list_keys()?;
    let text = signing::keyset::sign(root, vendor, &keys, version, &jti, now.as_second());
    let (kid, issued_at) = (root.kid().to_owned(), now.to_string());
    tx.insert_keyset(&SignedKeySet { version, kid, jti, issued_at, text })?;
    Ok(())
}
