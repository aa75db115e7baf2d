//! Use cases of companies: the parts of a customer that hold licenses of their own.

pub mod answer;

use std::convert::Infallible;

use crate::domain::customer::Company;
use crate::domain::name::{Name, Slug};
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::impact::AffectedRecord;
use crate::ops::lookup;
use crate::ops::record::{
    Add, Addable, Auditable, Edit, Editable, Removable, Remove, Uses, check_unused,
};
use crate::store::{Reader, Transaction};

impl Auditable for Company {
    fn subject(&self) -> String {
        format!("{}/{}", self.customer, self.code)
    }
}

impl Addable for Company {
    const ACTION: &'static str = "company.add";

    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.insert_company(self)?)
    }
}

impl Editable for Company {
    const ACTION: &'static str = "company.edit";

    fn update(&self, _before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_company(self)?)
    }
}

impl Removable for Company {
    const ACTION: &'static str = "company.remove";

    fn delete(&self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.delete_company(self)?)
    }
}

/// A request to add a company to a customer. Unchanged if the customer has a company with this
/// code.
#[derive(Clone, Debug)]
pub struct AddCompany {
    /// The customer's code.
    pub customer: Slug,
    /// The company's code.
    pub code: Slug,
    /// The name.
    pub name: Name,
}

impl UseCase for AddCompany {
    type Plan = Add<Company>;
    type Unchanged = Company;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<Add<Company>, Company>> {
        let customer = lookup::customer(reader, &self.customer)?.code;
        if let Some(found) = reader.find_company(&customer, &self.code)? {
            return Ok(Decision::Unchanged(found));
        }
        let (code, name) = (self.code.clone(), self.name.clone());
        Ok(Decision::Change(Add(Company { customer, code, name, created_at: now.to_string() })))
    }
}

/// A request to change the name of a company.
#[derive(Clone, Debug)]
pub struct EditCompany {
    /// The customer's code.
    pub customer: Slug,
    /// The company's code.
    pub code: Slug,
    /// The new name.
    pub name: Name,
}

impl UseCase for EditCompany {
    type Plan = Edit<Company>;
    type Unchanged = Company;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Edit<Company>, Company>> {
        let customer = lookup::customer(reader, &self.customer)?;
        let before = lookup::company(reader, &customer.code, &self.code)?;
        let after = Company { name: self.name.clone(), ..before.clone() };
        Ok(Edit::decide(before, after))
    }
}

/// A request to remove a company that has neither licenses nor users.
#[derive(Clone, Debug)]
pub struct RemoveCompany {
    /// The customer's code.
    pub customer: Slug,
    /// The company's code.
    pub code: Slug,
}

impl UseCase for RemoveCompany {
    type Plan = Remove<Company>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        _now: Timestamp,
    ) -> Result<Decision<Remove<Company>, Infallible>> {
        let customer = lookup::customer(reader, &self.customer)?;
        let company = lookup::company(reader, &customer.code, &self.code)?;
        let licenses = reader.list_licenses_of_company(&customer.code, &company.code)?;
        let users = reader.list_users_of_company(&customer.code, &company.code)?;
        let remedy = Remedy::LeaveCompany {
            customer: customer.code.to_string(),
            user: users.first().cloned().unwrap_or_default(),
        };
        check_unused(
            &format!("company {}", company.code),
            vec![
                Uses {
                    noun: "license",
                    ids: licenses,
                    remedy: Remedy::advice(
                        "change the company of these licenses first; the company of an ended \
                         license cannot be changed",
                    ),
                },
                Uses { noun: "user", ids: users, remedy },
            ],
        )?;
        let fact = format!(
            "company {} of customer {} ({}): used by no license and no user",
            company.code, company.customer, company.name
        );
        let affected = AffectedRecord { noun: "company", id: company.subject(), facts: vec![fact] };
        Ok(Decision::Change(Remove { record: company, affected }))
    }
}
