//! The acceptance of a record that differs from the log: a person has examined the difference and
//! vouches for the row. An entry that a key without limits signs records the row.

use crate::domain::audit::NewEntry;
use crate::domain::audit::doctor::{ACCEPT, AcceptedRow};
use crate::domain::audit::personal::Personal;
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::audit::evidence::Evidence;
use crate::ops::doctor::examine::{Examination, StoredRecord, Subject};
use crate::ops::error::Result;
use crate::ops::execute::{
    Basis, ChosenKeys, Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to accept the row of a container, a ticket, a policy or a grant. Unchanged for a row
/// without a fault.
#[derive(Clone, Debug)]
pub struct AcceptRow {
    /// The record.
    pub subject: Subject,
    /// The reason.
    pub reason: Name,
    /// The signing of the entry.
    pub signing: SigningRequest,
}

impl UseCase for AcceptRow {
    type Plan = AcceptedRecord;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<AcceptedRecord, ()>> {
        let record = StoredRecord::find(reader, &self.subject, now)?;
        let vendor = reader.find_vendor()?;
        let evidence = Evidence::open(reader, &vendor, now)?;
        let licenses = record.licenses(reader, now)?;
        let Some(examination) = record.examine(&evidence, &licenses)? else {
            return Ok(Decision::Unchanged(()));
        };
        let keys = EntryKeys::of(reader, licenses, &self.signing)?.with_full_key();
        let reason = self.reason.clone();
        Ok(Decision::Change(AcceptedRecord { record, examination, keys, reason }))
    }

    fn basis(&self, plan: &AcceptedRecord) -> Basis {
        plan.examination.basis()
    }
}

/// A plan that accepts a row.
#[derive(Clone, Debug)]
pub struct AcceptedRecord {
    /// The faults of the record.
    pub examination: Examination,
    record: StoredRecord,
    keys: EntryKeys,
    reason: Name,
}

impl Plan for AcceptedRecord {
    fn needs(&self) -> Needs {
        self.keys.needs()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.check_scope(vendor, keys, now)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.record.record(unit.tx);
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let (subject, grant) = self.record.entry_subject();
        let differences = self.examination.differences.iter().map(|it| it.note()).collect();
        let detail = AcceptedRow { grant, differences, reason: &self.reason };
        vec![NewEntry::of(ACCEPT, subject, &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.count(signing)
    }
}

/// A request to accept a license. Its values become its next revision, and delivered files are
/// signed again. Unchanged for a license without a fault.
#[derive(Clone, Debug)]
pub struct AcceptLicense {
    /// The serial.
    pub license: Serial,
    /// The reason.
    pub reason: Name,
    /// The signing of the files and of the entry.
    pub signing: SigningRequest,
}

impl UseCase for AcceptLicense {
    type Plan = LicensePlan<Examination>;
    type Unchanged = ();

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Examination>, ()>> {
        let before = lookup::license(reader, &self.license, now)?;
        let record = StoredRecord::find(reader, &Subject::License(self.license.clone()), now)?;
        let StoredRecord::License(_, parties) = &record else {
            return Ok(Decision::Unchanged(()));
        };
        let vendor = reader.find_vendor()?;
        let evidence = Evidence::open(reader, &vendor, now)?;
        let Some(examination) = record.examine(&evidence, &[])? else {
            return Ok(Decision::Unchanged(()));
        };
        let mut after = before.clone();
        // An ended license keeps its terms, and no file of it is signed.
        if !before.status.is_final() {
            after.next_revision();
        }
        let notes = examination.differences.iter().map(|it| it.note()).collect();
        let step = Step::of(ACCEPT, before, after, (**parties).clone(), now).noting(|note| {
            note.accepted = Some(notes);
            note.reason = Some(Personal(self.reason.to_string()));
        });
        let plan = self.signing.apply(LicensePlan::of(vec![step])).granting().with_full_key();
        Ok(Decision::Change(plan.with(examination)))
    }

    fn basis(&self, plan: &LicensePlan<Examination>) -> Basis {
        plan.payload.basis()
    }
}
