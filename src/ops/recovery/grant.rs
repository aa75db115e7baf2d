//! The grant of recoveries beyond the policy, for a license or for each license in a container.

use serde_json::json;

use crate::domain::audit::NewEntry;
use crate::domain::audit::recovery::GrantDetail;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::{Name, Reference};
use crate::domain::recovery::{Grant, Scope};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, HomeSnapshot, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::ops::recovery::quota::Quota;
use crate::ops::reference::IdempotencyReference;
use crate::store::Reader;

/// A request to grant recoveries. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct GrantRecoveries {
    /// The license, or the container of the licenses.
    pub of: Recoverable,
    /// The scope; `None` for [`Scope::Any`].
    pub scope: Option<Scope>,
    /// The number of recoveries of each license; `None` for one.
    pub count: Option<u32>,
    /// The reason.
    pub reason: Name,
    /// The idempotency reference, such as a case number.
    pub reference: Option<Reference>,
    /// The signing of the entries.
    pub signing: SigningRequest,
}

/// A license, or the licenses in a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recoverable {
    /// The license with this serial.
    License(Serial),
    /// The licenses in the container with this serial.
    Container(Serial),
}

impl Recoverable {
    /// Returns the serial.
    pub fn serial(&self) -> &Serial {
        match self {
            Recoverable::License(serial) | Recoverable::Container(serial) => serial,
        }
    }

    /// Returns the serials of the licenses.
    ///
    /// # Errors
    ///
    /// `not_placed` for a container without licenses.
    fn licenses(&self, reader: Reader<'_>) -> Result<Vec<Serial>> {
        let container = match self {
            Recoverable::License(serial) => return Ok(vec![serial.clone()]),
            Recoverable::Container(serial) => lookup::container(reader, serial)?,
        };
        if container.licenses.is_empty() {
            return Err(holds_none(&container.serial).into());
        }
        Ok(container.licenses.iter().map(|serial| serial.parse()).collect::<Result<_, Error>>()?)
    }
}

fn holds_none(container: &Serial) -> Error {
    let message = format!("container {container} contains no license");
    Error::new(ErrorCode::NotPlaced, message).advice("name a license")
}

impl UseCase for GrantRecoveries {
    type Plan = NewGrants;
    type Unchanged = Vec<Quota>;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<NewGrants, Vec<Quota>>> {
        let idempotency = self.idempotency()?;
        if let Some(idempotency) = &idempotency
            && idempotency.subject(reader)?.is_some()
        {
            // The licenses of the first request: the container may contain others now.
            let granted = reader.list_granted(idempotency.reference())?;
            let quota = |serial| Quota::of(reader, lookup::license(reader, serial, now)?);
            return Ok(Decision::Unchanged(granted.iter().map(quota).collect::<Result<_>>()?));
        }
        let licenses = self.of.licenses(reader)?;
        let grants = licenses.into_iter().map(|license| self.grant(reader, license, now));
        let grants: Vec<NewGrant> = grants.collect::<Result<_>>()?;
        let licenses = grants.iter().map(|new| new.quota.license.clone()).collect();
        let keys = EntryKeys::of(reader, licenses, &self.signing)?;
        Ok(Decision::Change(NewGrants { grants, idempotency, keys }))
    }
}

impl GrantRecoveries {
    /// Returns the form of the request that is compared under its reference.
    fn idempotency(&self) -> Result<Option<IdempotencyReference>> {
        let request = json!({
            "of": self.of.serial().as_str(), "scope": self.scope, "count": self.count,
            "reason": self.reason.as_str(),
        });
        IdempotencyReference::of("recovery grant", self.reference.as_ref(), &request)
    }

    /// Returns the scope of the grant.
    pub fn scope(&self) -> Scope {
        self.scope.unwrap_or(Scope::Any)
    }

    /// Returns the number of recoveries of each license.
    pub fn count(&self) -> u32 {
        self.count.unwrap_or(1)
    }

    /// Returns the grant of a license.
    ///
    /// # Errors
    ///
    /// `wrong_state` for a license that was ended.
    fn grant(&self, reader: Reader<'_>, license: Serial, now: Timestamp) -> Result<NewGrant> {
        let found = lookup::license(reader, &license, now)?;
        found.check(LicenseAction::Recover, now)?;
        let (scope, count, reason) = (self.scope(), self.count(), self.reason.clone());
        let grant = Grant { license, scope, count, reason };
        let mut quota = Quota::of(reader, found)?;
        quota.add_grant(&grant, now);
        Ok(NewGrant { grant, quota })
    }
}

/// A plan that inserts grants.
#[derive(Clone, Debug)]
pub struct NewGrants {
    /// The grants, in the order of the licenses.
    pub grants: Vec<NewGrant>,
    idempotency: Option<IdempotencyReference>,
    keys: EntryKeys,
}

/// A new grant.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// The grant.
    pub grant: Grant,
    /// The recoveries that the license has left, including the grant.
    pub quota: Quota,
}

impl NewGrants {
    fn reference(&self) -> Option<&str> {
        self.idempotency.as_ref().map(IdempotencyReference::reference)
    }
}

impl Plan for NewGrants {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        let evidence = self.keys.check_evidence(home)?;
        for NewGrant { quota, .. } in &self.grants {
            let product = lookup::product(home.reader, &quota.license.entitlement.product)?;
            evidence.check_policy(&product)?;
            evidence.check_quota(&quota.license)?;
        }
        Ok(())
    }

    fn needs(&self) -> Needs {
        self.keys.needs()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.check_scope(vendor, keys, now)
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.count(signing)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let at = unit.now.to_string();
        for new in &self.grants {
            unit.tx.insert_grant(&new.grant, self.reference(), &at)?;
        }
        if let (Some(idempotency), Some(first)) = (&self.idempotency, self.grants.first()) {
            idempotency.keep(unit.tx, first.grant.license.as_str(), unit.now)?;
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let entry = |NewGrant { grant, .. }: &NewGrant| {
            let detail = GrantDetail::of(grant, self.reference());
            NewEntry::of("recovery.grant", grant.license.as_str(), &detail)
        };
        self.grants.iter().map(entry).collect()
    }
}
