//! The repair of a record that was edited in the database: its rows get the values of the log and
//! of the signed files again. A repair grants nothing: the record is compared with the log, as
//! before a signature, at the end of the transaction. It needs a key only if the newest statement
//! of the log is forged, because a signed entry must follow it.

use std::str::FromStr;

use serde_json::Value;

use crate::domain::Error;
use crate::domain::audit::NewEntry;
use crate::domain::audit::doctor::{REPAIR, RepairedRow, Source};
use crate::domain::audit::record::{ActivationRecord, LicenseRecord, facts_in_clear};
use crate::domain::audit::statement::{MemberDifference, Row, differences_in_clear};
use crate::domain::license::License;
use crate::domain::license::activation::ActivationId;
use crate::domain::module::Grant;
use crate::domain::name::{Slug, Username};
use crate::domain::recovery::Policy;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::audit::evidence::Evidence;
use crate::ops::audit::granted::GrantedRows;
use crate::ops::doctor::examine::{
    Examination, FORMS, OwnRow, RecordDifference, StoredRecord, Subject,
};
use crate::ops::error::{Context as _, Failure, Result};
use crate::ops::execute::{
    Basis, ChosenKeys, Decision, Needs, Plan, SigningPhase, UnitOfWork, UseCase,
};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::plan::Parties;
use crate::ops::license::request::SigningRequest;
use crate::ops::license::signed_file;
use crate::store::{FileIds, Reader, Transaction};

/// The subject of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepairedSubject {
    /// The rows of all keys: `keys`.
    Keys,
    /// A record.
    Record(Subject),
}

impl FromStr for RepairedSubject {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text == "keys" {
            return Ok(RepairedSubject::Keys);
        }
        text.parse().map(RepairedSubject::Record).map_err(|_| {
            let message = format!("{text:?} is not a subject that can be repaired");
            Error::usage(message)
                .advice(format!("a subject is {FORMS}, or keys for the rows of all keys"))
        })
    }
}

/// A request to repair a record. Unchanged for a record without a fault.
#[derive(Clone, Debug)]
pub struct RepairRecord {
    /// The record.
    pub subject: Subject,
    /// The signing of the entry, if a forged entry must be followed by a signed one.
    pub signing: SigningRequest,
}

impl UseCase for RepairRecord {
    type Plan = RepairedRecord;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RepairedRecord, ()>> {
        let record = StoredRecord::find(reader, &self.subject, now)?;
        let vendor = reader.find_vendor()?;
        let evidence = Evidence::open(reader, &vendor, now)?;
        let licenses = record.licenses(reader, now)?;
        let Some(Examination { problem, .. }) = record.examine(&evidence, &licenses)? else {
            return Ok(Decision::Unchanged(()));
        };
        let mut repair = Repair::default();
        repair.find(&record, &licenses, &evidence)?;
        let keys = match repair.is_forged {
            false => None,
            true => {
                let licenses = match &record {
                    StoredRecord::License(license, _) => vec![(**license).clone()],
                    _ => licenses,
                };
                Some(EntryKeys::of(reader, licenses, &self.signing)?.with_full_key())
            }
        };
        let Repair { writes, differences, not_restored, .. } = repair;
        let examination = Examination { problem, differences, not_restored };
        let subject = self.subject.clone();
        Ok(Decision::Change(RepairedRecord { subject, examination, record, writes, keys }))
    }

    fn basis(&self, plan: &RepairedRecord) -> Basis {
        let differences = plan.examination.differences.iter().map(ToString::to_string);
        Basis { name: "the record", facts: differences.collect() }
    }
}

/// A plan that repairs a record.
#[derive(Clone, Debug)]
pub struct RepairedRecord {
    /// The record.
    pub subject: Subject,
    /// The fault of the record, and the members that get other values.
    pub examination: Examination,
    record: StoredRecord,
    writes: Vec<Write>,
    keys: Option<EntryKeys>,
}

/// A row that gets its values again.
#[derive(Clone, Debug)]
enum Write {
    License(Row),
    Activation(ActivationId, Row),
    File(String, FileIds),
    Container(Row),
    Ticket(Row),
    Policy(Slug, Row),
    Grant(i64, Row),
}

/// The parts of a repair.
#[derive(Default)]
struct Repair {
    writes: Vec<Write>,
    differences: Vec<RecordDifference>,
    not_restored: Vec<String>,
    is_forged: bool,
}

impl Repair {
    fn find(
        &mut self,
        record: &StoredRecord,
        licenses: &[License],
        evidence: &Evidence<'_>,
    ) -> Result<()> {
        if let StoredRecord::License(license, parties) = record {
            return self.license(license, parties, evidence);
        }
        let Some(row) = self.row(record, licenses.first(), evidence)? else { return Ok(()) };
        self.writes.push(match record {
            StoredRecord::License(..) => Write::License(row),
            StoredRecord::Container(_) => {
                // The record has hashes of the key and of the properties.
                let is_hashed = |it: &&RecordDifference| {
                    ["key", "properties"].contains(&it.difference.member.as_str())
                };
                if let Some(difference) = self.differences.iter().find(is_hashed) {
                    return Err(cannot(difference.to_string()).into());
                }
                Write::Container(row)
            }
            StoredRecord::Ticket(_) => Write::Ticket(row),
            StoredRecord::Policy(product) => Write::Policy(product.code.clone(), row),
            StoredRecord::Grant(number, _) => Write::Grant(*number, row),
        });
        Ok(())
    }

    /// Finds the granted state of the row of a record, for one of the licenses to which it grants
    /// something.
    fn row(
        &mut self,
        record: &StoredRecord,
        license: Option<&License>,
        evidence: &Evidence<'_>,
    ) -> Result<Option<Row>> {
        let (OwnRow { table, subject, row }, called) =
            (record.own_row(), record.subject().called());
        let granted = evidence.find_granted_row(table, subject, &row, license)?;
        let granted = granted.ok_or_else(|| not_stated(&called))?;
        if granted.rows.len() != 1 {
            return Err(other_rows(&called, 1, &granted).into());
        }
        Ok(self.pair(&called, &[row], &granted).pop())
    }

    fn license(
        &mut self,
        license: &License,
        parties: &Parties,
        evidence: &Evidence<'_>,
    ) -> Result<()> {
        let called = format!("license {}", license.serial);
        let records = parties.records(evidence.vendor);
        let (own, groups) = evidence.find_granted_license(license, records)?;
        let own = own.ok_or_else(|| not_stated(&called))?;
        let row = facts_in_clear(&LicenseRecord::of(license));
        let rows = self.pair(&called, &[row], &own);
        self.writes.extend(rows.into_iter().map(Write::License));
        let mut known = Vec::new();
        for (activation, granted) in license.activations.iter().zip(groups) {
            let place = (activation.container(), activation.generation);
            if known.contains(&place) {
                continue;
            }
            known.push(place);
            let place = activation.container().unwrap_or("no container");
            let called = format!("activation of {called} ({place})");
            let granted = granted.ok_or_else(|| not_stated(&called))?;
            let group = ActivationRecord::group_of(license, activation);
            let rows: Vec<Row> = group.iter().map(facts_in_clear).collect();
            if rows.len() != granted.rows.len() {
                return Err(other_rows(&called, rows.len(), &granted).into());
            }
            let is_same = |it: &&crate::domain::license::activation::Activation| {
                (it.container(), it.generation) == (activation.container(), activation.generation)
            };
            let ids: Vec<ActivationId> =
                license.activations.iter().filter(is_same).map(|it| it.id).collect();
            let rows = self.pair(&called, &rows, &granted);
            let writes = ids.into_iter().zip(rows).map(|(id, row)| Write::Activation(id, row));
            self.writes.extend(writes);
        }
        for (stored, ids) in signed_file::list_ids(license, &evidence.keys, evidence.now) {
            let source = Source::File(ids.jti.clone());
            let values: [(&str, Value, Value); 3] = [
                ("jti", stored.jti.as_str().into(), ids.jti.as_str().into()),
                ("kid", stored.kid.as_str().into(), ids.kid.as_str().into()),
                ("revision", stored.revision.into(), ids.revision.into()),
            ];
            for (member, stored, stated) in values.into_iter().filter(|(_, a, b)| a != b) {
                let member = member.to_owned();
                self.differences.push(RecordDifference {
                    record: format!("file of {called}"),
                    difference: MemberDifference { member, stored, stated },
                    source: source.clone(),
                });
            }
            self.writes.push(Write::File(stored.jti, ids));
        }
        Ok(())
    }

    /// Returns the granted rows, with the own values of the database in place of erased ones. Adds
    /// the members that change.
    fn pair(&mut self, called: &str, rows: &[Row], granted: &GrantedRows) -> Vec<Row> {
        self.is_forged |= !granted.is_newest;
        let mut restored = granted.rows.clone();
        for (row, stated) in rows.iter().zip(&mut restored) {
            for member in &granted.erased {
                self.not_restored.push(format!(
                    "{member} of {called}: the value was erased in the audit log, so it stays as \
                     it is in the database"
                ));
                match row.get(member) {
                    Some(value) => drop(stated.insert(member.clone(), value.clone())),
                    None => drop(stated.remove(member)),
                }
            }
            let found = differences_in_clear(row, stated);
            self.differences.extend(found.into_iter().map(|difference| RecordDifference {
                record: called.to_owned(),
                difference,
                source: Source::Entry(granted.seq),
            }));
        }
        restored
    }
}

fn not_stated(called: &str) -> Error {
    cannot(format!("the audit log has no record of {called}"))
}

fn other_rows(called: &str, stored: usize, granted: &GrantedRows) -> Error {
    cannot(format!(
        "the number of rows of {called} is {stored}, but entry {} of the audit log has {}",
        granted.seq,
        granted.rows.len()
    ))
}

/// Returns the error for a record that the log cannot restore.
fn cannot(message: String) -> Error {
    Error::new(crate::domain::ErrorCode::Tampered, message)
        .advice("no change was made; the log cannot restore the record: use a backup")
}

impl Plan for RepairedRecord {
    fn needs(&self) -> Needs {
        self.keys.as_ref().map(EntryKeys::needs).unwrap_or_default()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |own| own.check_scope(vendor, keys, now))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let at = unit.now.to_string();
        unit.tx.without_triggers(|tx| {
            self.writes.iter().try_for_each(|write| write.apply(tx, &at))?;
            if let StoredRecord::License(license, _) = &self.record {
                tx.restore_placement(&license.serial)?;
            }
            Ok::<_, Failure>(())
        })?;
        let reader = unit.tx.reader();
        let repaired = StoredRecord::find(reader, &self.subject, unit.now)?;
        let evidence = Evidence::open(reader, unit.vendor, unit.now)?;
        let mut left = Repair::default();
        left.find(&repaired, &repaired.licenses(reader, unit.now)?, &evidence)?;
        if let Some(difference) = left.differences.first() {
            return Err(cannot(difference.to_string()).into());
        }
        // The label of a container is in the index of `find`, which a trigger maintains.
        match &repaired {
            StoredRecord::Container(container) => unit.tx.set_container(container)?,
            // A record of a grant is a grant of its own, so it must be signed.
            StoredRecord::Grant(..) if self.keys.is_none() => {}
            record => record.record(unit.tx),
        }
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let differences = self.examination.differences.iter().map(|it| it.note()).collect();
        let (subject, grant) = self.record.entry_subject();
        vec![NewEntry::of(REPAIR, subject, &RepairedRow { grant, kid: None, differences })]
    }

    /// Compares the repaired record, as before a signature.
    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let reader = signing.tx.reader();
        let repaired = StoredRecord::find(reader, &self.subject, signing.now)?;
        let evidence = Evidence::open(reader, signing.vendor, signing.now)?;
        let licenses = repaired.licenses(reader, signing.now)?;
        repaired.check(&evidence, &licenses).map_err(|failure| {
            failure.map_rule(|error| cannot(format!("not all values are known: {}", error.message)))
        })?;
        self.keys.as_ref().map_or(Ok(()), |keys| keys.count(signing))
    }
}

impl Write {
    fn apply(&self, tx: &Transaction<'_>, at: &str) -> Result<()> {
        match self {
            Write::License(row) => restore_license(tx, row, at),
            Write::Activation(id, row) => Ok(tx.restore_activation(*id, row)?),
            Write::File(stored, ids) => Ok(tx.restore_file(stored, ids)?),
            Write::Container(row) => Ok(tx.restore_container(row)?),
            Write::Ticket(row) => Ok(tx.restore_ticket(row)?),
            Write::Policy(code, row) => {
                let policy = row.get("recovery").cloned().unwrap_or_default();
                let policy: Policy = serde_json::from_value(policy)?;
                Ok(tx.set_product_policy(code, &policy)?)
            }
            Write::Grant(id, row) => Ok(tx.restore_grant(*id, row)?),
        }
    }
}

fn restore_license(tx: &Transaction<'_>, row: &Row, at: &str) -> Result<()> {
    let text = |member: &str| row.get(member).and_then(Value::as_str);
    let list = |member: &str| {
        let items = row.get(member).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<String>>()
    };
    let serial = text("serial").context("a record without its serial")?.parse()?;
    let customer = Slug::stored(text("customer").unwrap_or_default().to_owned());
    let users: Vec<Username> = list("users").into_iter().map(Username::stored).collect();
    let reader = tx.reader();
    for user in &users {
        if reader.find_user(&customer, user)?.is_none() {
            let message = format!("user {user} of license {serial} is not in the database");
            return Err(cannot(message).into());
        }
    }
    let grants: Vec<Grant> =
        list("modules").iter().map(|grant| grant.parse()).collect::<Result<_, Error>>()?;
    tx.restore_license(row, at)?;
    tx.restore_modules(&serial, &grants)?;
    Ok(tx.restore_users(&serial, &users, at)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ErrorCode;
    use crate::ops::license::issue::IssueLicense;
    use crate::ops::license::placement::PlacementTarget;
    use crate::ops::test_front_end::{TestHome, issue};

    #[test]
    fn a_row_that_was_added_is_not_repaired() {
        let mut home = TestHome::new();
        let target = Some(PlacementTarget::Unbound);
        let plan = home.apply(&IssueLicense { target, ..issue() });
        let subject = Subject::License(plan.steps[0].after.serial.clone());
        let repair = RepairRecord { subject, signing: SigningRequest::default() };
        home.unchanged(&repair);
        home.store.run_sql(
            "INSERT INTO activation (license_id, customer_id, seats, generation, state, created_at, ended_at)
             SELECT license_id, customer_id, 1, generation, 'returned', created_at, created_at FROM activation",
        );
        assert_eq!(home.error(&repair), ErrorCode::Tampered);
    }

    #[test]
    fn the_rows_of_keys_are_a_subject_of_their_own() {
        assert_eq!("keys".parse(), Ok(RepairedSubject::Keys));
        assert_eq!("grant:3".parse(), Ok(RepairedSubject::Record(Subject::Grant(3))));
        for text in ["key:ci", "ci", ""] {
            let error = text.parse::<RepairedSubject>().expect_err(text);
            assert_eq!(error.code, ErrorCode::Usage, "{text}");
        }
    }
}
