//! The keys that sign an audit entry which grants something to licenses and writes no license file:
//! a ticket, a grant, an unblocked container.

use licentia_runtime::Edition;

use crate::domain::container::Container;
use crate::domain::key::{ENTRY, Key, Purpose, within_scope_of_entry};
use crate::domain::license::License;
use crate::domain::name::Slug;
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::execute::{ChosenKeys, HomeSnapshot, Needs, SigningPhase};
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::license::plan::Parties;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::signing;
use crate::store::Reader;

/// The licenses to which an entry grants something, and the request for the keys that sign it: one
/// key for each edition of the licenses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntryKeys {
    licenses: Vec<Grantee>,
    signing: SigningRequest,
    /// True if a commercial key without limits signs, too.
    has_full_key: bool,
}

/// A license with its product and customer.
#[derive(Clone, Debug, PartialEq)]
struct Grantee {
    license: License,
    parties: Parties,
}

impl EntryKeys {
    /// Returns the keys for licenses. Without a license, a commercial key signs.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn of(
        reader: Reader<'_>,
        licenses: Vec<License>,
        signing: &SigningRequest,
    ) -> Result<EntryKeys> {
        let grantee = |license: License| {
            let parties = Parties::of(reader, &license.entitlement)?;
            Ok(Grantee { license, parties })
        };
        let licenses = licenses.into_iter().map(grantee).collect::<Result<_>>()?;
        Ok(EntryKeys { licenses, signing: signing.clone(), has_full_key: false })
    }

    /// Returns the keys, and a commercial key without limits.
    #[must_use]
    pub fn with_full_key(self) -> EntryKeys {
        EntryKeys { has_full_key: true, ..self }
    }

    /// Returns the keys for the licenses in a container.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn of_container(
        reader: Reader<'_>,
        container: &Container,
        signing: &SigningRequest,
        now: Timestamp,
    ) -> Result<EntryKeys> {
        let license = |serial: &String| lookup::license(reader, &serial.parse()?, now);
        let licenses = container.licenses.iter().map(license).collect::<Result<_>>()?;
        EntryKeys::of(reader, licenses, signing)
    }

    /// Returns the editions of the licenses.
    pub fn editions(&self) -> Vec<Edition> {
        let mut editions: Vec<Edition> =
            self.licenses.iter().map(|it| it.license.entitlement.edition).collect();
        if editions.is_empty() || self.has_full_key {
            editions.push(Edition::Commercial);
        }
        editions.sort();
        editions.dedup();
        editions
    }

    /// Returns the needs of the change.
    pub fn needs(&self) -> Needs {
        let keys = self.editions().into_iter().map(|edition| self.need(edition));
        Needs { keys: keys.collect(), ..Needs::default() }
    }

    fn need(&self, edition: Edition) -> KeyNeed {
        entry_need(edition, self.purpose(), &self.signing.key_names)
    }

    fn purpose(&self) -> Purpose {
        self.signing.purpose.clone().unwrap_or_else(Purpose::issue)
    }

    /// Checks the licenses against the scopes of the keys, as if their files were signed.
    ///
    /// # Errors
    ///
    /// `out_of_scope`
    pub fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        let keys = keys.keys();
        for Grantee { license, parties } in &self.licenses {
            let edition = license.entitlement.edition;
            let Some(key) = keys.iter().find(|key| key.edition == Some(edition)) else { continue };
            let records = parties.records(vendor);
            let (iat, listed) = (now.as_second(), Listed::default());
            let claims = signing::license::claims(license, None, records, "", iat, &listed);
            within_scope_of_entry(key, &claims, &self.purpose())?;
        }
        if self.has_full_key {
            check_full_key(&keys)?;
        }
        if self.licenses.is_empty() {
            keys.iter().try_for_each(check_without_limits)?;
        }
        Ok(())
    }

    /// Compares the licenses with their signed files and the log. Returns the evidence, for further
    /// rows of the change.
    ///
    /// # Errors
    ///
    /// `tampered`
    pub fn check_evidence<'a>(&self, home: HomeSnapshot<'a>) -> Result<Evidence<'a>> {
        let evidence = Evidence::open(home.reader, home.vendor, home.now)?;
        for Grantee { license, parties } in &self.licenses {
            evidence.check_license(license, parties.records(home.vendor))?;
        }
        Ok(evidence)
    }

    /// Compares a container, whose use is granted to its licenses, with the log.
    ///
    /// # Errors
    ///
    /// `tampered`
    pub fn check_container(&self, home: HomeSnapshot<'_>, container: &Container) -> Result<()> {
        let evidence = self.check_evidence(home)?;
        if self.licenses.is_empty() {
            return evidence.check_container(container, None).map(drop);
        }
        self.licenses
            .iter()
            .try_for_each(|it| evidence.check_container(container, Some(&it.license)).map(drop))
    }

    /// Compares a ticket with the log.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    pub fn check_ticket(&self, home: HomeSnapshot<'_>, ticket: &Ticket) -> Result<()> {
        let evidence = self.check_evidence(home)?;
        self.licenses.iter().try_for_each(|it| evidence.check_ticket(ticket, &it.license))
    }

    /// Counts one file for each key.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn count(&self, signing: &SigningPhase<'_>) -> Result<()> {
        self.editions().into_iter().try_for_each(|edition| {
            let kid = signing.signers.get(&self.need(edition))?.kid();
            Ok(signing.tx.set_signed(kid)?)
        })
    }
}

/// Returns the need of the key that signs an entry about licenses of an edition.
pub fn entry_need(edition: Edition, purpose: Purpose, key_names: &[Slug]) -> KeyNeed {
    KeyNeed::Signing { edition, kind: ENTRY, purpose, named: NamedKeys::exactly(key_names) }
}

/// Refuses commercial keys with limits for an entry in which a person vouches for a row.
///
/// # Errors
///
/// `out_of_scope`
pub fn check_full_key(keys: &[Key]) -> Result<(), Error> {
    let mut commercial = keys.iter().filter(|key| key.edition == Some(Edition::Commercial));
    match commercial.find(|key| !key.is_without_limits()) {
        None => Ok(()),
        Some(key) => {
            let message = format!(
                "the acceptance requires a commercial key without limits, and key {} has limits",
                key.name
            );
            Err(Error::new(ErrorCode::OutOfScope, message).advice("use a key without limits"))
        }
    }
}

/// Refuses a key with limits for an entry that concerns no license, such as the policy of a
/// product.
fn check_without_limits(key: &Key) -> Result<(), Error> {
    if key.is_without_limits() {
        return Ok(());
    }
    let message = format!(
        "the entry concerns no single license, and key {} has limits that can only be checked for \
         licenses",
        key.name
    );
    Err(Error::new(ErrorCode::OutOfScope, message).advice("use a key without limits"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::key::Limits;

    #[test]
    fn a_key_with_limits_signs_no_entry_about_a_product() {
        let key = |max_files| {
            let limits = Limits { max_files, ..Limits::default() };
            let name = Slug::stored("ci".into());
            Key::new(name, "kid", "x", Some(Edition::Commercial), limits, "")
        };
        assert_eq!(check_without_limits(&key(None)), Ok(()));
        let error = check_without_limits(&key(Some(5))).expect_err("a key with limits");
        assert_eq!(error.code, ErrorCode::OutOfScope);
    }
}
