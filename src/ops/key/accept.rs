//! The acceptance of a key set at a second site: new keys, and keys that sign no more files.

use licentia_runtime::{KeySet, KeySetClaims, KeyState, thumbprint};

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::AcceptedKeySet;
use crate::domain::key::{Key, ROOT, find_any};
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Context as _, Result};
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::home::join::{key_of, key_set_of};
use crate::ops::key::key_set::trust;
use crate::store::Reader;

/// A request to accept a key set of the vendor's first home. Unchanged if this version was already
/// accepted.
#[derive(Clone, Debug)]
pub struct AcceptKeySet {
    /// The token.
    pub text: String,
    /// The file, as the user named it.
    pub source: String,
}

/// Refuses a home that has its own root key.
///
/// # Errors
///
/// `wrong_state`.
pub fn check_joined(vendor: &Vendor) -> Result<(), Error> {
    if vendor.joined {
        return Ok(());
    }
    let message = "this home has its own root key and accepts no key set of another home";
    Err(Error::new(ErrorCode::WrongState, message).remedy(Remedy::AcceptElsewhere))
}

impl UseCase for AcceptKeySet {
    type Plan = AcceptPlan;
    type Unchanged = u64;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<AcceptPlan, u64>> {
        let vendor = reader.find_vendor()?;
        check_joined(&vendor)?;
        let keys = reader.list_keys()?;
        let root = find_any(&keys, ROOT)?;
        let own = reader.find_keyset()?.context("the site has no key set")?;
        let trust = trust(&vendor, &root.kid, now);
        let seen =
            KeySet::open(own.text.as_bytes(), &trust).context("the key set of this site")?.seen();
        let next = KeySet::open(self.text.as_bytes(), &trust.clone().not_older_than(seen))
            .with_context(|| self.source.clone())?;
        let claims = next.claims();
        if claims.iss != vendor.issuer.as_str() || claims.test != vendor.test {
            let word = |test: bool| if test { "test" } else { "live" };
            let message = if claims.iss == vendor.issuer.as_str() {
                format!(
                    "{} is the key set of a {} home; this home is a {} home",
                    self.source,
                    word(claims.test),
                    word(vendor.test)
                )
            } else {
                format!(
                    "{} is a key set of the issuer {}; the issuer of this home is {}",
                    self.source, claims.iss, vendor.issuer
                )
            };
            return Err(Error::new(ErrorCode::Conflict, message).into());
        }
        if claims.version == own.version {
            return Ok(Decision::Unchanged(own.version));
        }
        let text = self.text.clone();
        let mut plan = AcceptPlan::new(vendor, own.version, claims.clone(), text);
        plan.compare(&keys, now)?;
        Ok(Decision::Change(plan))
    }
}

/// A plan that accepts a key set.
#[derive(Clone, Debug)]
pub struct AcceptPlan {
    /// The accepted version.
    pub version: u64,
    /// The previous version.
    pub was: u64,
    /// The keys that sign no more files.
    pub ended: Vec<Key>,
    new: Vec<Key>,
    changed: Vec<Key>,
    made_names: Vec<String>,
    ended_names: Vec<String>,
    vendor: Vendor,
    claims: KeySetClaims,
    text: String,
}

impl AcceptPlan {
    fn new(vendor: Vendor, was: u64, claims: KeySetClaims, text: String) -> AcceptPlan {
        AcceptPlan {
            version: claims.version,
            was,
            ended: Vec::new(),
            new: Vec::new(),
            changed: Vec::new(),
            made_names: Vec::new(),
            ended_names: Vec::new(),
            vendor,
            claims,
            text,
        }
    }

    /// Compares the keys of the key set with those of this home.
    ///
    /// # Errors
    ///
    /// `wrong_state` for another root key, `conflict` for a name that another key has here.
    fn compare(&mut self, keys: &[Key], now: Timestamp) -> Result<()> {
        let root = thumbprint(&self.claims.root.x);
        if !keys.iter().any(|key| key.name.as_str() == ROOT && key.kid == root) {
            let message = format!("the vendor has a new root key with the thumbprint {root}");
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(Remedy::JoinAgain)
                .into());
        }
        for record in &self.claims.keys {
            let next = key_of(record, &now.to_string())?;
            match keys.iter().find(|key| key.kid == record.kid) {
                Some(key) if has_same_state(key, &next) => {}
                Some(key) => {
                    let (state, at) = (next.state, (next.retired_at, next.revoked_at));
                    let changed = Key { state, retired_at: at.0, revoked_at: at.1, ..key.clone() };
                    if state != KeyState::Active {
                        self.ended_names.push(changed.name.to_string());
                        self.ended.push(changed.clone());
                    }
                    self.changed.push(changed);
                }
                None => {
                    check_name(keys, &next)?;
                    self.made_names.push(next.name.to_string());
                    self.new.push(next);
                }
            }
        }
        Ok(())
    }
}

fn has_same_state(key: &Key, next: &Key) -> bool {
    key.state == next.state
        && key.retired_at == next.retired_at
        && key.revoked_at == next.revoked_at
}

/// Refuses a key whose name another key has here.
fn check_name(keys: &[Key], next: &Key) -> Result<(), Error> {
    let Some(other) = keys.iter().find(|key| key.name.is(&next.name)) else { return Ok(()) };
    let message = format!(
        "key {} has the thumbprint {} in the key set, but the thumbprint {} at this site",
        next.name, next.kid, other.kid
    );
    Err(Error::new(ErrorCode::Conflict, message))
}

impl Plan for AcceptPlan {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        for key in &self.changed {
            unit.tx.set_key_state(key)?;
        }
        for key in &self.new {
            unit.tx.insert_key(key)?;
        }
        Ok(unit.tx.insert_keyset(&key_set_of(&self.claims, &self.text)?)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let (made, ended) = (&self.made_names[..], &self.ended_names[..]);
        let detail = AcceptedKeySet { version: self.version, made, ended };
        vec![NewEntry::of("key.accept", self.vendor.name.as_str(), &detail)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::license::tests::now;
    use crate::ops::test_front_end::{TestHome, code_of};

    /// Returns the error of a second site for a changed key set of the vendor.
    fn error(change: impl FnOnce(&mut KeySetClaims)) -> ErrorCode {
        let home = TestHome::new();
        let site = home.second_site();
        let mut claims = home.own_keys().claims().clone();
        change(&mut claims);
        let keys = site.store.reader().list_keys().expect("the keys");
        let mut plan = AcceptPlan::new(site.vendor().clone(), 1, claims, String::new());
        code_of(&plan.compare(&keys, now()).expect_err("an error"))
    }

    #[test]
    fn another_root_or_another_key_of_a_known_name_is_refused() {
        assert_eq!(error(|claims| claims.root.x = "other".into()), ErrorCode::WrongState);
        assert_eq!(error(|claims| claims.keys[0].kid = "other".into()), ErrorCode::Conflict);
    }
}
