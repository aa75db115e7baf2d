//! The recoveries that a license has left.

use crate::domain::license::License;
use crate::domain::product::Product;
use crate::domain::recovery::quota::{Balance, Event};
use crate::domain::recovery::{Grant, Ledger, Rules, Scope};
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

fn rules(license: &License, product: &Product) -> Rules {
    license.recovery.over(&product.recovery)
}

/// The recoveries that a license has left in both scopes.
#[derive(Clone, Debug)]
pub struct Quota {
    /// The license.
    pub license: License,
    /// The recovery policy of the license.
    pub rules: Rules,
    ledger: Ledger,
}

impl Quota {
    /// Returns the quota of a license.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn of(reader: Reader<'_>, license: License) -> Result<Quota> {
        let product = lookup::product(reader, &license.entitlement.product)?;
        Quota::with(reader, license, &product)
    }

    /// Returns the quota of a license whose product was already read.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    pub fn with(reader: Reader<'_>, license: License, product: &Product) -> Result<Quota> {
        let ledger = reader.find_ledger(&license.serial)?;
        Ok(Quota { rules: rules(&license, product), ledger, license })
    }

    /// Adds a grant to the ledger.
    pub fn add_grant(&mut self, grant: &Grant, at: Timestamp) {
        self.ledger.events.push((at, grant.scope, Event::Grant(grant.count)));
    }

    /// Returns the balance in a scope.
    pub fn balance(&self, scope: Scope, now: Timestamp) -> Balance {
        self.ledger.balance(&self.rules, scope, now)
    }
}
