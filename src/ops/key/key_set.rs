//! Certifying: the next version of the key set, signed by the root in the transaction that changes the keys.

use anyhow::Result;

use crate::domain::Random;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::ids::jti;
use crate::signing;
use crate::signing::Signer;
use crate::store::{SignedKeySet, Transaction};

/// Signs the keys as the transaction has them, and keeps the text. Returns the version.
pub fn certify(
    tx: &Transaction<'_>,
    vendor: &Vendor,
    root: &Signer,
    random: &mut Random<'_>,
    now: Timestamp,
) -> Result<u64> {
    let version = tx.reader().find_keyset()?.map_or(1, |newest| newest.version + 1);
    let jti = jti(now, random);
    let text = signing::keyset::sign(
        root,
        vendor,
        &tx.reader().list_keys()?,
        version,
        &jti,
        now.as_second(),
    );
    tx.insert_keyset(&SignedKeySet {
        version,
        kid: root.kid().to_owned(),
        jti,
        issued_at: now.to_string(),
        text,
    })?;
    Ok(version)
}
