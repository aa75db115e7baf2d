//! Plans that add, edit, retire or remove one record without a token: companies, customers, users,
//! products, modules.

use serde::Serialize;

use crate::domain::audit::retirement::RetirementDetail;
use crate::domain::audit::{Difference, NewEntry};
use crate::domain::name::{count_of, some_of};
use crate::domain::remedy::Remedy;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork};
use crate::ops::impact::{Affected, AffectedRecord, Impact};
use crate::store::Transaction;

/// A record of the database that the generic plans write. Its JSON form is the audit detail.
pub trait Auditable: Serialize {
    /// Returns the subject of the record in audit entries: `nordwind/north`.
    fn subject(&self) -> String;
}

/// A record that can be added.
pub trait Addable: Auditable {
    /// The audit action: `company.add`.
    const ACTION: &'static str;

    /// Inserts the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()>;
}

/// A record that can be edited.
pub trait Editable: Auditable {
    /// The audit action: `company.edit`.
    const ACTION: &'static str;

    /// Updates the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn update(&self, before: &Self, tx: &Transaction<'_>) -> Result<()>;
}

/// A record that can be removed.
pub trait Removable: Auditable {
    /// The audit action: `company.remove`.
    const ACTION: &'static str;

    /// Deletes the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn delete(&self, tx: &Transaction<'_>) -> Result<()>;
}

/// A record that can be retired: it stays in the database, and no new license is issued for it.
pub trait Retirable: Editable {
    /// The audit action of a retirement.
    const RETIRE: &'static str;
    /// The audit action that undoes a retirement.
    const UNRETIRE: &'static str;

    /// Returns the instant of the retirement, RFC 3339.
    fn retired_at(&self) -> Option<&str>;
}

/// A plan that inserts a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Add<T>(pub T);

impl<T: Addable> Plan for Add<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.0.insert(unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        vec![added_entry(&self.0)]
    }
}

/// A plan that updates a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit<T> {
    /// The record before the change.
    pub before: T,
    /// The record after the change.
    pub after: T,
}

impl<T: Editable> Edit<T> {
    /// Returns the edit of a record; the record itself if no member of its audit detail changes.
    pub fn decide(before: T, after: T) -> Decision<Edit<T>, T> {
        if Difference::between(&before, &after).is_empty() {
            Decision::Unchanged(after)
        } else {
            Decision::Change(Edit { before, after })
        }
    }
}

impl<T: Editable> Plan for Edit<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.after.update(&self.before, unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        vec![edited_entry(&self.before, &self.after)]
    }
}

/// A plan that retires a record, or undoes the retirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Retire<T> {
    /// The record before the change.
    pub before: T,
    /// The record after the change.
    pub after: T,
    /// The number of licenses of the record.
    pub licenses: usize,
    /// The number of these licenses that have not ended.
    pub running: usize,
    /// The codes of the products that require a product.
    pub required_by: Vec<String>,
}

impl<T: Retirable> Plan for Retire<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.after.update(&self.before, unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        vec![retired_entry(&self.after)]
    }
}

/// A plan that deletes a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove<T> {
    /// The record.
    pub record: T,
    /// The noun and the facts that a person sees before they confirm the removal.
    pub affected: AffectedRecord,
}

impl<T: Removable> Plan for Remove<T> {
    fn impact(&self) -> Impact {
        Impact::of(Affected::RemovedRecord(self.affected.clone()))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.record.delete(unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        vec![removed_entry(&self.record)]
    }
}

/// Returns the audit entry of an added record.
pub fn added_entry<T: Addable>(record: &T) -> NewEntry {
    NewEntry::of(T::ACTION, record.subject(), record)
}

/// Returns the audit entry of an edited record, which contains the changed members.
pub fn edited_entry<T: Editable>(before: &T, after: &T) -> NewEntry {
    let detail = Difference::between(before, after).detail();
    NewEntry::new(T::ACTION, before.subject(), detail)
}

/// Returns the audit entry of a record that was retired, or whose retirement was undone.
pub fn retired_entry<T: Retirable>(after: &T) -> NewEntry {
    let retired_at = after.retired_at();
    let action = if retired_at.is_some() { T::RETIRE } else { T::UNRETIRE };
    NewEntry::of(action, after.subject(), &RetirementDetail { retired_at })
}

/// Returns the audit entry of a removed record.
pub fn removed_entry<T: Removable>(record: &T) -> NewEntry {
    NewEntry::of(T::ACTION, record.subject(), record)
}

/// The records that refer to a record.
#[derive(Clone, Debug)]
pub struct Uses {
    /// The noun of the records.
    pub noun: &'static str,
    /// The codes or serials of the records.
    pub ids: Vec<String>,
    /// The suggested correction.
    pub remedy: Remedy,
}

/// Refuses to remove a record that other records refer to. The error contains their codes and the
/// remedy of the first kind.
///
/// # Errors
///
/// `in_use`.
pub fn check_unused(object: &str, uses: Vec<Uses>) -> Result<(), Error> {
    let uses: Vec<Uses> = uses.into_iter().filter(|uses| !uses.ids.is_empty()).collect();
    let Some(remedy) = uses.first().map(|uses| uses.remedy.clone()) else { return Ok(()) };
    let words: Vec<String> = uses
        .iter()
        .map(|uses| format!("{} ({})", count_of(uses.ids.len(), uses.noun), some_of(&uses.ids)))
        .collect();
    let message = format!("{object} is used by {} and cannot be removed", words.join(", "));
    Err(Error::new(ErrorCode::InUse, message).remedy(remedy))
}
