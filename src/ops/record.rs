//! Plans that add, edit or remove one record that has no token: companies, customers, users, products, modules.

use anyhow::Result;
use serde::Serialize;

use crate::domain::audit::{Change, Difference};
use crate::domain::name::{count_of, some_of};
use crate::domain::time::Timestamp;
use crate::domain::{Code as ErrorCode, Refusal};
use crate::ops::execute::{Plan, UnitOfWork};
use crate::ops::impact::{Affected, AffectedRecord, Impact};
use crate::store::Transaction;

/// A record of the database that the generic plans write. Its JSON is the audit detail.
pub trait Record: Serialize {
    /// The audit actions that add, edit and remove it.
    const ACTIONS: Actions;

    /// Returns the subject of its audit entries: `nordwind/north`.
    fn subject(&self) -> String;

    /// Inserts the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn insert(&self, tx: &Transaction<'_>) -> Result<()>;

    /// Updates the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn update(&self, before: &Self, tx: &Transaction<'_>) -> Result<()>;

    /// Deletes the row.
    ///
    /// # Errors
    ///
    /// The faults of the database.
    fn delete(&self, tx: &Transaction<'_>) -> Result<()>;
}

/// The audit actions of a record.
#[derive(Clone, Copy, Debug)]
pub struct Actions {
    /// `noun.add`
    pub add: &'static str,
    /// `noun.edit`
    pub edit: &'static str,
    /// `noun.remove`
    pub remove: &'static str,
}

/// A plan that inserts a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Add<T>(pub T);

impl<T: Record> Plan for Add<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.0.insert(unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<Change> {
        vec![Change::of(T::ACTIONS.add, self.0.subject(), &self.0)]
    }
}

/// A plan that updates a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit<T> {
    /// The record before the change.
    pub before: T,
    /// The record after the change.
    pub after: T,
    /// The audit action, where it is not the record's usual one (`product.retire`).
    pub action: &'static str,
}

impl<T: Record> Edit<T> {
    /// Returns a plan with the usual audit action.
    pub fn of(before: T, after: T) -> Edit<T> {
        Edit { before, after, action: T::ACTIONS.edit }
    }
}

impl<T: Record> Plan for Edit<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.after.update(&self.before, unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<Change> {
        let difference = Difference::between(&self.before, &self.after);
        vec![Change::new(self.action, self.before.subject(), difference.detail())]
    }
}

/// A plan that deletes a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove<T> {
    /// The record.
    pub record: T,
    /// The noun and the facts that a person sees before they confirm.
    pub affected: AffectedRecord,
}

impl<T: Record> Plan for Remove<T> {
    fn impact(&self) -> Impact {
        Impact::of(Affected::Record(self.affected.clone()))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.record.delete(unit.tx)
    }

    fn entries(&self, _now: Timestamp) -> Vec<Change> {
        vec![Change::of(T::ACTIONS.remove, self.record.subject(), &self.record)]
    }
}

/// The records that refer to a record.
#[derive(Clone, Debug)]
pub struct Uses {
    /// The noun of the records.
    pub noun: &'static str,
    /// Their codes or serials.
    pub ids: Vec<String>,
    /// A step that helps.
    pub hint: &'static str,
}

/// Refuses to remove a record that others refer to. The error names them, with the hint of the first kind.
///
/// # Errors
///
/// `in_use`.
pub fn check_unused(what: &str, uses: Vec<Uses>) -> Result<(), Refusal> {
    let uses: Vec<Uses> = uses.into_iter().filter(|uses| !uses.ids.is_empty()).collect();
    let Some(first) = uses.first() else { return Ok(()) };
    let words: Vec<String> = uses
        .iter()
        .map(|uses| format!("{} ({})", count_of(uses.ids.len(), uses.noun), some_of(&uses.ids)))
        .collect();
    let message = format!("{what} cannot be removed, being used by {}", words.join(", "));
    Err(Refusal::new(ErrorCode::InUse, message).hint(first.hint))
}
