//! The examination of one record: its differences from the log and from its signed files.

use std::fmt;
use std::str::FromStr;

use crate::domain::audit::doctor::{DifferenceNote, Source};
use crate::domain::audit::record::{
    ContainerRecord, GrantRecord, LicenseRecord, PolicyRecord, TicketRecord, facts_in_clear,
};
use crate::domain::audit::statement::{
    ACTIVATION, CONTAINER, GRANT, LICENSE, MemberDifference, POLICY, Row, TICKET, Table,
    differences,
};
use crate::domain::container::Container;
use crate::domain::license::License;
use crate::domain::name::Slug;
use crate::domain::product::Product;
use crate::domain::serial::{Kind, Serial};
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::{Evidence, groups_of};
use crate::ops::error::Result;
use crate::ops::execute::Basis;
use crate::ops::license::plan::Parties;
use crate::ops::license::signed_file;
use crate::ops::lookup;
use crate::store::{Reader, StoredGrant, Transaction};

/// The name of a record that can be examined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A license, by its serial.
    License(Serial),
    /// A container, by its serial.
    Container(Serial),
    /// A ticket, by its serial.
    Ticket(Serial),
    /// The recovery policy of a product: `product:CODE`.
    Policy(Slug),
    /// A grant of recoveries, by the number of its row: `grant:N`.
    Grant(i64),
}

/// The forms of a subject, for people.
pub const FORMS: &str = "the serial of a license, container or ticket, product:CODE for the \
                         recovery policy of a product, or grant:N for a grant of recoveries";

impl FromStr for Subject {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            Some(("product", code)) => return Ok(Subject::Policy(code.parse()?)),
            Some(("grant", number)) => {
                if let Ok(number) = number.parse() {
                    return Ok(Subject::Grant(number));
                }
            }
            _ => {}
        }
        let serial: Option<Serial> = text.parse().ok();
        match serial.map(|serial| (serial.kind(), serial)) {
            Some((Kind::License, serial)) => Ok(Subject::License(serial)),
            Some((Kind::Container, serial)) => Ok(Subject::Container(serial)),
            Some((Kind::Ticket, serial)) => Ok(Subject::Ticket(serial)),
            _ => Err(Error::usage(format!("{text:?} is not the name of a record"))
                .advice(format!("a record is {FORMS}"))),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::License(serial) | Subject::Container(serial) | Subject::Ticket(serial) => {
                serial.fmt(f)
            }
            Subject::Policy(code) => write!(f, "product:{code}"),
            Subject::Grant(number) => write!(f, "grant:{number}"),
        }
    }
}

impl Subject {
    /// Returns the record in the words of a sentence: `license L-…`.
    pub fn called(&self) -> String {
        match self {
            Subject::License(serial) | Subject::Container(serial) | Subject::Ticket(serial) => {
                format!("{} {serial}", serial.noun())
            }
            Subject::Policy(code) => format!("the recovery policy of product {code}"),
            Subject::Grant(number) => format!("recovery grant {number}"),
        }
    }
}

/// The faults of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Examination {
    /// The fault with which a command refuses the record.
    pub problem: String,
    /// The members that differ.
    pub differences: Vec<RecordDifference>,
    /// The values that a repair cannot restore, for people.
    pub not_restored: Vec<String>,
}

impl Examination {
    /// Returns the facts that must not change after a person confirmed them.
    pub fn basis(&self) -> Basis {
        let differences = self.differences.iter().map(ToString::to_string);
        let facts = differences.chain([self.problem.clone()]).collect();
        Basis { name: "the record", facts }
    }

    /// Returns the differences for people, one line each; the fault if no member differs.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.differences.iter().map(ToString::to_string).collect();
        if lines.is_empty() {
            lines.push(self.problem.clone());
        }
        lines.extend(self.not_restored.iter().map(|text| format!("not restored: {text}")));
        lines
    }
}

/// A member of a record that differs from the log or from a signed file.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordDifference {
    /// The record: `license L-…`, `activation of license L-… in container K-…`.
    pub record: String,
    /// The member with both values.
    pub difference: MemberDifference,
    /// The source of the stated value.
    pub source: Source,
}

impl RecordDifference {
    /// Returns the note for the audit log.
    pub fn note(&self) -> DifferenceNote {
        DifferenceNote::of(&self.record, &self.difference, &self.source)
    }
}

impl fmt::Display for RecordDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MemberDifference { member, stored, stated } = &self.difference;
        write!(f, "{}: {member} is {stored} in the database, and {stated} in ", self.record)?;
        match &self.source {
            Source::Entry(seq) => write!(f, "entry {seq} of the audit log"),
            Source::File(jti) => write!(f, "the signed file {jti}"),
            Source::KeySet(version) => write!(f, "version {version} of the key set"),
        }
    }
}

/// A record in the database.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredRecord {
    /// A license, with its product and customer.
    License(Box<License>, Box<Parties>),
    /// A container.
    Container(Box<Container>),
    /// A ticket.
    Ticket(Box<Ticket>),
    /// The recovery policy of a product.
    Policy(Box<Product>),
    /// A grant of recoveries.
    Grant(i64, Box<StoredGrant>),
}

impl StoredRecord {
    /// Reads the record of a subject.
    ///
    /// # Errors
    ///
    /// `not_found`
    pub fn find(reader: Reader<'_>, subject: &Subject, now: Timestamp) -> Result<StoredRecord> {
        Ok(match subject {
            Subject::License(serial) => {
                let license = lookup::license(reader, serial, now)?;
                let parties = Parties::of(reader, &license.entitlement)?;
                StoredRecord::License(Box::new(license), Box::new(parties))
            }
            Subject::Container(serial) => {
                StoredRecord::Container(Box::new(lookup::container(reader, serial)?))
            }
            Subject::Ticket(serial) => {
                StoredRecord::Ticket(Box::new(lookup::ticket(reader, serial)?))
            }
            Subject::Policy(code) => StoredRecord::Policy(Box::new(lookup::product(reader, code)?)),
            Subject::Grant(number) => {
                let grant = reader.find_grant(*number)?.ok_or_else(|| {
                    let message = format!("there is no recovery grant {number}");
                    Error::new(ErrorCode::NotFound, message)
                        .advice("name the grant by the number of its row")
                })?;
                StoredRecord::Grant(*number, Box::new(grant))
            }
        })
    }

    /// Returns the licenses to which the record grants something; empty for a license itself and
    /// for the policy of a product.
    ///
    /// # Errors
    ///
    /// `not_found`
    pub fn licenses(&self, reader: Reader<'_>, now: Timestamp) -> Result<Vec<License>> {
        let license = |serial: &str| lookup::license(reader, &serial.parse()?, now);
        match self {
            StoredRecord::License(..) | StoredRecord::Policy(_) => Ok(Vec::new()),
            StoredRecord::Container(container) => {
                container.licenses.iter().map(|serial| license(serial)).collect()
            }
            StoredRecord::Ticket(ticket) => {
                ticket.licenses.iter().map(|serial| license(serial)).collect()
            }
            StoredRecord::Grant(_, grant) => Ok(vec![license(grant.grant.license.as_str())?]),
        }
    }

    /// Examines the record; `None` for a record without a fault.
    ///
    /// # Errors
    ///
    /// `tampered` if there is no key set of the root key.
    pub fn examine(
        &self,
        evidence: &Evidence<'_>,
        licenses: &[License],
    ) -> Result<Option<Examination>> {
        let Some(problem) = problem(self.check(evidence, licenses))? else { return Ok(None) };
        let differences = self.list_differences(evidence)?;
        Ok(Some(Examination { problem, differences, not_restored: Vec::new() }))
    }

    /// Returns the name of the record.
    pub fn subject(&self) -> Subject {
        match self {
            StoredRecord::License(license, _) => Subject::License(license.serial.clone()),
            StoredRecord::Container(container) => Subject::Container(container.serial.clone()),
            StoredRecord::Ticket(ticket) => Subject::Ticket(ticket.serial.clone()),
            StoredRecord::Policy(product) => Subject::Policy(product.code.clone()),
            StoredRecord::Grant(number, _) => Subject::Grant(*number),
        }
    }

    /// Returns the subject of its audit entries, and the number of a grant.
    pub fn entry_subject(&self) -> (&str, Option<i64>) {
        match self {
            StoredRecord::License(license, _) => (license.serial.as_str(), None),
            StoredRecord::Container(container) => (container.serial.as_str(), None),
            StoredRecord::Ticket(ticket) => (ticket.serial.as_str(), None),
            StoredRecord::Policy(product) => (product.code.as_str(), None),
            StoredRecord::Grant(number, grant) => (grant.grant.license.as_str(), Some(*number)),
        }
    }

    /// Compares the record as a command does that grants something on its basis.
    ///
    /// # Errors
    ///
    /// `tampered`, `wrong_state`
    pub fn check(&self, evidence: &Evidence<'_>, licenses: &[License]) -> Result<()> {
        match self {
            StoredRecord::License(license, parties) => {
                evidence.check_license(license, parties.records(evidence.vendor)).map(drop)
            }
            StoredRecord::Container(container) if licenses.is_empty() => {
                evidence.check_container(container, None).map(drop)
            }
            StoredRecord::Container(container) => licenses.iter().try_for_each(|license| {
                evidence.check_container(container, Some(license)).map(drop)
            }),
            StoredRecord::Ticket(ticket) => {
                licenses.iter().try_for_each(|license| evidence.check_ticket(ticket, license))
            }
            StoredRecord::Policy(product) => evidence.check_policy(product),
            StoredRecord::Grant(_, grant) => {
                licenses.iter().try_for_each(|license| evidence.check_grant(grant, license))
            }
        }
    }

    /// Returns the row of the record, for a license without its activations.
    pub fn own_row(&self) -> OwnRow<'_> {
        let (table, row) = match self {
            StoredRecord::License(license, _) => {
                (&LICENSE, facts_in_clear(&LicenseRecord::of(license)))
            }
            StoredRecord::Container(container) => {
                (&CONTAINER, facts_in_clear(&ContainerRecord::of(container)))
            }
            StoredRecord::Ticket(ticket) => (&TICKET, facts_in_clear(&TicketRecord::of(ticket))),
            StoredRecord::Policy(product) => (&POLICY, facts_in_clear(&policy_of(product))),
            StoredRecord::Grant(_, grant) => (&GRANT, facts_in_clear(&record_of(grant))),
        };
        OwnRow { table, subject: self.entry_subject().0, row }
    }

    /// Records the row in the audit entry of the change, a license with all its activations.
    pub fn record(&self, tx: &Transaction<'_>) {
        match self {
            StoredRecord::License(license, _) => tx.record_all(license),
            StoredRecord::Container(container) => tx.record(&ContainerRecord::of(container)),
            StoredRecord::Ticket(ticket) => tx.record(&TicketRecord::of(ticket)),
            StoredRecord::Policy(product) => tx.record(&policy_of(product)),
            StoredRecord::Grant(_, grant) => tx.record(&record_of(grant)),
        }
    }

    fn list_differences(&self, evidence: &Evidence<'_>) -> Result<Vec<RecordDifference>> {
        let reader = evidence.reader;
        let (OwnRow { table, subject, row }, called) = (self.own_row(), self.subject().called());
        let mut found =
            of_group(reader, table, subject, called.trim_start_matches("the "), &[row])?;
        let StoredRecord::License(license, parties) = self else { return Ok(found) };
        for rows in groups_of(license) {
            let place = rows.first().and_then(|row| row.get("container")?.as_str());
            let place = place.map_or_else(|| "unbound".to_owned(), |serial| format!("in {serial}"));
            let record = format!("activation of {called} ({place})");
            found.extend(of_group(reader, &ACTIVATION, subject, &record, &rows)?);
        }
        let (keys, now, records) = (&evidence.keys, evidence.now, parties.records(evidence.vendor));
        let of_files = signed_file::list_differences(license, records, keys, now)?;
        found.extend(of_files.into_iter().map(|(jti, difference)| RecordDifference {
            record: called.clone(),
            difference,
            source: Source::File(jti),
        }));
        Ok(found)
    }
}

/// The row of a record as its audit entries state it.
pub struct OwnRow<'a> {
    /// The table of the record.
    pub table: &'static Table,
    /// The subject of the record.
    pub subject: &'a str,
    /// The row, in clear.
    pub row: Row,
}

/// Returns the record of the recovery policy of a product.
fn policy_of(product: &Product) -> PolicyRecord<'_> {
    PolicyRecord { product: product.code.as_str(), recovery: &product.recovery }
}

/// Returns the record of a grant.
fn record_of(stored: &StoredGrant) -> GrantRecord<'_> {
    GrantRecord::of(&stored.grant, stored.reference.as_deref(), &stored.created_at)
}

/// Returns the fault of a record with which a check refuses it; `None` for a record without one.
fn problem(checked: Result<()>) -> Result<Option<String>> {
    let Err(failure) = checked else { return Ok(None) };
    match failure.rule() {
        Some(error) if matches!(error.code, ErrorCode::Tampered | ErrorCode::WrongState) => {
            Ok(Some(error.message.clone()))
        }
        _ => Err(failure),
    }
}

/// Compares a group of rows with one identity with its newest statement.
fn of_group(
    reader: Reader<'_>,
    table: &Table,
    subject: &str,
    record: &str,
    rows: &[Row],
) -> Result<Vec<RecordDifference>> {
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    for seq in reader.list_recorded(table.name, subject)? {
        let Some((entry, values)) = reader.find_statement(seq)? else { continue };
        let stated = table.rows_of(&entry, subject).into_iter();
        let mut stated: Vec<&Row> = stated.filter(|row| table.is_same_row(row, first)).collect();
        if stated.is_empty() {
            continue;
        }
        let number = stated.len();
        let mut changed: Vec<&Row> = Vec::new();
        for row in rows {
            let equal = stated.iter().position(|it| differences(row, it, &values).next().is_none());
            match equal {
                Some(place) => drop(stated.remove(place)),
                None => changed.push(row),
            }
        }
        let mut found: Vec<MemberDifference> = changed
            .into_iter()
            .zip(stated)
            .flat_map(|(row, stated)| differences(row, stated, &values).collect::<Vec<_>>())
            .collect();
        if rows.len() != number {
            let member = "number of rows".to_owned();
            let (stored, stated) = (rows.len().into(), number.into());
            found.push(MemberDifference { member, stored, stated });
        }
        let difference = |difference| RecordDifference {
            record: record.to_owned(),
            difference,
            source: Source::Entry(seq),
        };
        return Ok(found.into_iter().map(difference).collect());
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_printed_as_it_was_typed() {
        for text in ["product:calc", "grant:7"] {
            assert_eq!(text.parse::<Subject>().expect(text).to_string(), text);
        }
        for text in ["", "calc", "grant:", "grant:x", "key:ci", "product:", "L-7K3MQ-9X2D0"] {
            let error = text.parse::<Subject>().expect_err(text);
            assert_eq!(error.code, ErrorCode::Usage, "{text}");
        }
    }
}
