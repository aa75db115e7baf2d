//! The recovery policies of a product and of a license. The values of the license take precedence.

use crate::domain::audit::NewEntry;
use crate::domain::audit::recovery::PolicyDetail;
use crate::domain::license::License;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::Slug;
use crate::domain::product::Product;
use crate::domain::recovery::{Member, Policy};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, HomeSnapshot, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to change a recovery policy. Unchanged if the policy already has these values.
#[derive(Clone, Debug)]
pub struct ChangePolicy {
    /// The owner of the policy.
    pub of: PolicyOwner,
    /// The values to set, in the form of [`Member::read`]; `None` removes a value.
    pub values: Vec<(Member, Option<String>)>,
    /// The signing of the entry.
    pub signing: SigningRequest,
}

/// The owner of a recovery policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyOwner {
    /// The product with this code.
    Product(Slug),
    /// The license with this serial.
    License(Serial),
}

impl UseCase for ChangePolicy {
    type Plan = PolicyChange;
    type Unchanged = PolicyChange;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<PolicyChange, PolicyChange>> {
        let change = match &self.of {
            PolicyOwner::Product(code) => {
                let keys = EntryKeys::of(reader, Vec::new(), &self.signing)?;
                self.of_product(lookup::product(reader, code)?, keys)
            }
            PolicyOwner::License(serial) => {
                let license = lookup::license(reader, serial, now)?;
                license.check(LicenseAction::Edit, now)?;
                let product = lookup::product(reader, &license.entitlement.product)?;
                let keys = EntryKeys::of(reader, vec![license.clone()], &self.signing)?;
                self.of_license(product, license, keys)
            }
        };
        Ok(if change.before == *change.after() {
            Decision::Unchanged(change)
        } else {
            Decision::Change(change)
        })
    }
}

impl ChangePolicy {
    fn of_product(&self, product: Product, keys: EntryKeys) -> PolicyChange {
        let after = self.applied_to(&product.recovery);
        let before = product.recovery.clone();
        let product = Product { recovery: after, ..product };
        PolicyChange { before, product, license: None, keys }
    }

    fn of_license(&self, product: Product, license: License, keys: EntryKeys) -> PolicyChange {
        let after = self.applied_to(&license.recovery);
        let before = license.recovery.clone();
        let license = Some(License { recovery: after, ..license });
        PolicyChange { before, product, license, keys }
    }

    fn applied_to(&self, before: &Policy) -> Policy {
        let mut after = before.clone();
        for (member, text) in &self.values {
            after.set(*member, text.clone());
        }
        after
    }
}

/// A plan that changes a recovery policy.
#[derive(Clone, Debug)]
pub struct PolicyChange {
    /// The policy before the change.
    pub before: Policy,
    /// The product, after a change of its policy.
    pub product: Product,
    /// The license after a change of its policy; `None` for a change of the product's policy.
    pub license: Option<License>,
    keys: EntryKeys,
}

impl PolicyChange {
    /// Returns the policy after the change.
    pub fn after(&self) -> &Policy {
        self.license.as_ref().map_or(&self.product.recovery, |license| &license.recovery)
    }
}

impl Plan for PolicyChange {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        let evidence = self.keys.check_evidence(home)?;
        if self.license.is_some() {
            return Ok(());
        }
        // The new policy has the values of the old one that the request leaves out.
        let product = Product { recovery: self.before.clone(), ..self.product.clone() };
        evidence.check_policy(&product)
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
        match &self.license {
            Some(license) => unit.tx.set_license_policy(&license.serial, &license.recovery)?,
            None => unit.tx.set_product_policy(&self.product.code, &self.product.recovery)?,
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let code = self.product.code.as_str();
        let subject = self.license.as_ref().map_or(code, |license| license.serial.as_str());
        let detail = PolicyDetail::between(&self.before, self.after());
        vec![NewEntry::of("recovery.policy", subject, &detail)]
    }
}
