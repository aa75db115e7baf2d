//! The audit log: the verification of its chain and its anchors.

pub mod anchor;
pub mod answer;
pub mod evidence;
pub mod export;
pub mod file;
pub mod granted;
#[cfg(test)]
mod log_tests;
pub mod recovery_evidence;
pub mod source;
#[cfg(test)]
mod tests;

use licentia_runtime::{KeyRecord, KeySetClaims, thumbprint};

use crate::domain::audit::Walk;
use crate::domain::audit::anchor::{Anchor, EntryRange};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::key::choose;
use crate::ops::key::key_set::NewestKeySet;
use crate::signing::range;
use crate::store::{AuditStep, Reader};

/// A log whose chain and anchors are valid.
#[derive(Clone, Debug)]
pub struct VerifiedLog {
    /// The end of the chain.
    pub head: Walk,
    /// The number of anchors.
    pub anchors: u64,
}

/// Verifies the chain of the log, and each anchor with the key of the newest signed key set.
///
/// # Errors
///
/// `tampered` with the first break.
pub fn verify(reader: Reader<'_>, vendor: &Vendor, now: Timestamp) -> Result<VerifiedLog> {
    verify_with(reader, vendor, now, &mut |_, _| ())
}

/// Verifies the log as [`verify`] does, and passes each valid entry and anchor to `visit`.
///
/// # Errors
///
/// `tampered` with the first break.
pub fn verify_with(
    reader: Reader<'_>,
    vendor: &Vendor,
    now: Timestamp,
    visit: &mut dyn FnMut(AuditStep<'_>, &Walk),
) -> Result<VerifiedLog> {
    let root = choose::root(&reader.list_keys()?)?.kid.clone();
    let keys = NewestKeySet::open(reader, vendor, &root, now)?.claims;
    let mut anchors = 0;
    let walked = reader.walk_audit(&mut |step, walk| {
        if let AuditStep::Anchor(anchor) = step {
            anchors += 1;
            check_anchor(anchor, walk, &keys, vendor)?;
        }
        visit(step, walk);
        Ok(())
    })?;
    let head = walked.map_err(|broken| {
        let advice = match broken.good {
            0 => "compare the log with a backup".to_owned(),
            good => format!("compare the log with a backup; entries 1 to {good} are unchanged"),
        };
        Error::new(ErrorCode::Tampered, broken.reason).advice(advice)
    })?;
    Ok(VerifiedLog { head, anchors })
}

/// Checks an anchor at its last entry. Returns a description of the mistake.
pub(in crate::ops) fn check_anchor(
    anchor: &Anchor,
    walk: &Walk,
    keys: &KeySetClaims,
    vendor: &Vendor,
) -> Result<(), String> {
    let EntryRange { first, last, hash } = anchor.range;
    if hash != walk.hash || last != walk.seq {
        return Err(format!("entries {first} to {last} are not those that a key signed"));
    }
    match is_signed(anchor, keys, vendor) {
        true => Ok(()),
        false => Err(format!("the signature of entries {first} to {last} is not valid")),
    }
}

/// Returns whether a key of the key set signed an anchor.
fn is_signed(anchor: &Anchor, keys: &KeySetClaims, vendor: &Vendor) -> bool {
    let key = keys.keys.iter().find(|key| key.kid == anchor.kid);
    key.is_some_and(|key| is_signed_with(key, anchor, keys, vendor))
}

/// Returns whether a key of a key set, which the anchor names, signed the anchor.
fn is_signed_with(key: &KeyRecord, anchor: &Anchor, keys: &KeySetClaims, vendor: &Vendor) -> bool {
    let root = thumbprint(&keys.root.x);
    range::is_signed_by(anchor, &key.x, vendor.issuer.as_str(), &root)
}
