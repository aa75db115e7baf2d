//! Use cases of customers.

pub mod answer;

use std::convert::Infallible;

use crate::domain::customer::Customer;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Email, Name, Reference, Slug};
use crate::domain::retirement::retire;
use crate::domain::time::{Timestamp, day_of};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::lookup;
use crate::ops::record::{Add, Addable, Auditable, Edit, Editable, Retirable, Retire};
use crate::store::{Reader, Transaction};

impl Auditable for Customer {
    fn subject(&self) -> String {
        self.code.to_string()
    }
}

impl Addable for Customer {
    const ACTION: &'static str = "customer.add";

    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.insert_customer(self)?)
    }
}

impl Editable for Customer {
    const ACTION: &'static str = "customer.edit";

    fn update(&self, _before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_customer(self)?)
    }
}

impl Retirable for Customer {
    const RETIRE: &'static str = "customer.retire";
    const UNRETIRE: &'static str = "customer.unretire";

    fn retired_at(&self) -> Option<&str> {
        self.retired_at.as_deref()
    }
}

/// A request to add a customer. Unchanged if there is a customer with this code.
#[derive(Clone, Debug)]
pub struct AddCustomer {
    /// The code.
    pub code: Slug,
    /// The name.
    pub name: Name,
    /// The e-mail address.
    pub email: Option<Email>,
    /// The number in another system.
    pub reference: Option<Reference>,
}

impl UseCase for AddCustomer {
    type Plan = Add<Customer>;
    type Unchanged = Customer;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Add<Customer>, Customer>> {
        if let Some(found) = reader.find_customer(&self.code)? {
            return Ok(Decision::Unchanged(found));
        }
        Ok(Decision::Change(Add(Customer {
            code: self.code.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            reference: self.reference.clone(),
            retired_at: None,
            created_at: now.to_string(),
        })))
    }
}

/// A request to change a customer. Omitted values stay.
#[derive(Clone, Debug)]
pub struct EditCustomer {
    /// The code.
    pub code: Slug,
    /// The new name.
    pub name: Option<Name>,
    /// The new e-mail address, or its removal.
    pub email: Option<OrNone<Email>>,
    /// The new number in another system, or its removal.
    pub reference: Option<OrNone<Reference>>,
}

impl UseCase for EditCustomer {
    type Plan = Edit<Customer>;
    type Unchanged = Customer;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Edit<Customer>, Customer>> {
        let before = lookup::customer(reader, &self.code)?;
        let mut after = before.clone();
        after.name = self.name.clone().unwrap_or(after.name);
        after.email = self.email.clone().map_or(after.email, OrNone::value);
        after.reference = self.reference.clone().map_or(after.reference, OrNone::value);
        Ok(Edit::decide(before, after))
    }
}

/// A request to retire a customer, or to undo the retirement.
#[derive(Clone, Debug)]
pub struct RetireCustomer {
    /// The code.
    pub code: Slug,
    /// True to undo the retirement.
    pub undo: bool,
}

impl UseCase for RetireCustomer {
    type Plan = Retire<Customer>;
    type Unchanged = Infallible;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Retire<Customer>, Infallible>> {
        let before = lookup::customer(reader, &self.code)?;
        let mut after = before.clone();
        let name = format!("customer {}", before.code);
        retire(&name, &mut after.retired_at, &now.to_string(), self.undo)?;
        let today = day_of(now).to_string();
        let (licenses, running) = reader.count_licenses(None, Some(&before.code), &today)?;
        let required_by = Vec::new();
        Ok(Decision::Change(Retire { before, after, licenses, running, required_by }))
    }
}
