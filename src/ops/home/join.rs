//! A second site of a vendor. It gets the vendor's keys from the key set of the first home, and
//! signs with the private keys that are imported there.

use licentia_runtime::{KeyRecord, KeySetClaims, thumbprint};

use crate::domain::Error;
use crate::domain::audit::NewEntry;
use crate::domain::audit::vendor::JoinedVendor;
use crate::domain::key::{Key, Limits, ROOT};
use crate::domain::name::Slug;
use crate::domain::time::{Timestamp, stored_instant};
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::execute::{InitialPlan, Plan, UnitOfWork};
use crate::store::SignedKeySet;

/// A plan that fills the database of a second site.
#[derive(Debug)]
pub struct JoinVendor {
    /// The vendor.
    pub vendor: Vendor,
    /// The claims of the key set.
    pub claims: KeySetClaims,
    /// The token of the key set.
    pub text: String,
}

impl Plan for JoinVendor {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let at = unit.now.to_string();
        self.vendor.created_at.clone_from(&at);
        unit.tx.insert_vendor(&self.vendor)?;
        let root = &self.claims.root.x;
        let (name, kid) = (Slug::stored(ROOT.to_owned()), thumbprint(root));
        unit.tx.insert_key(&Key::new(name, &kid, root, None, Limits::default(), &at))?;
        for record in &self.claims.keys {
            unit.tx.insert_key(&key_of(record, &at)?)?;
        }
        Ok(unit.tx.insert_keyset(&key_set_of(&self.claims, &self.text)?)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let root = thumbprint(&self.claims.root.x);
        let detail = JoinedVendor::of(&self.vendor, &root, self.claims.version);
        vec![NewEntry::of("vendor.init", self.vendor.name.as_str(), &detail)]
    }
}

impl InitialPlan for JoinVendor {}

/// Returns the record of a key that another home published.
///
/// # Errors
///
/// `usage` for a name that no key may have, and for a time outside the calendar.
pub fn key_of(record: &KeyRecord, at: &str) -> Result<Key, Error> {
    let name: Slug = record.name.parse()?;
    let instants = [record.not_after, record.retired_at, record.revoked_at];
    if let Some(outside) = instants.into_iter().flatten().find(|at| stored_instant(*at).is_none()) {
        return Err(Error::usage(format!(
            "key {name} has an instant outside the calendar: {outside}"
        )));
    }
    let limits =
        Limits { scope: record.scope.clone(), not_after: record.not_after, ..Limits::default() };
    let key = Key::new(name, &record.kid, &record.x, Some(record.edition), limits, at);
    Ok(Key {
        state: record.state,
        retired_at: record.retired_at,
        revoked_at: record.revoked_at,
        ..key
    })
}

/// Returns the record of a key set that another home signed.
///
/// # Errors
///
/// A time outside the calendar.
pub fn key_set_of(claims: &KeySetClaims, text: &str) -> Result<SignedKeySet> {
    Ok(SignedKeySet {
        version: claims.version,
        kid: thumbprint(&claims.root.x),
        jti: claims.jti.clone(),
        issued_at: Timestamp::from_second(claims.iat)?.to_string(),
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ErrorCode;
    use crate::ops::test_front_end::TestHome;

    #[test]
    fn a_key_with_an_instant_outside_the_calendar_is_refused() {
        let mut record = TestHome::new().own_keys().claims().keys[0].clone();
        assert!(key_of(&record, "2026-11-21T10:00:00Z").is_ok());
        record.not_after = Some(i64::MAX);
        let error = key_of(&record, "2026-11-21T10:00:00Z").expect_err("an error");
        assert_eq!(error.code, ErrorCode::Usage);
    }
}
