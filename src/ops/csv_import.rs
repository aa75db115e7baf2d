//! CSV imports of customers and users. A row adds or changes a record, an omitted record stays, and
//! all diagnostics of a file are found at once.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::domain::audit::NewEntry;
use crate::domain::audit::personal::Personal;
use crate::domain::audit::session::EndDetail;
use crate::domain::csv_import::{CsvFile, Row};
use crate::domain::customer::{Customer, User};
use crate::domain::diagnostic::{Diagnostic, refuse};
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Email, Name, Reference, Slug, Username};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Failure, Result};
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::record::{Addable, Editable, added_entry, edited_entry};
use crate::ops::{lookup, user};
use crate::store::Reader;

/// The columns of customers; the first is required.
const CUSTOMER_COLUMNS: &[&str] = &["code", "name", "email", "reference"];
/// The columns of users; the first two are required.
const USER_COLUMNS: &[&str] = &["customer", "username", "name", "email", "company", "admin"];

/// The largest number of unknown customers for which the code that was probably meant is searched.
/// More searches would hold the lock for minutes.
const MAX_GUESSES: usize = 10;

/// The records of a CSV file that change.
#[derive(Clone, Debug, PartialEq)]
pub struct Import<T> {
    /// The changes, in the order of the rows.
    pub changes: Vec<RecordChange<T>>,
    /// The number of rows that change nothing.
    pub unchanged: usize,
}

/// A record that is added or edited.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange<T> {
    /// The record before the change; `None` for a new one.
    pub before: Option<T>,
    /// The record after the change.
    pub after: T,
    /// The changes of licenses that follow: the sessions of a user who changes companies end.
    pub licenses: Option<LicensePlan>,
}

impl<T: PartialEq> Import<T> {
    /// Decides the changes of records. The result is unchanged, with the number of rows, if no
    /// record changes.
    fn decide(records: Vec<RecordChange<T>>) -> Decision<Import<T>, usize> {
        let rows = records.len();
        let is_change = |change: &RecordChange<T>| change.before.as_ref() != Some(&change.after);
        let changes: Vec<RecordChange<T>> = records.into_iter().filter(is_change).collect();
        if changes.is_empty() {
            return Decision::Unchanged(rows);
        }
        let unchanged = rows - changes.len();
        Decision::Change(Import { changes, unchanged })
    }
}

impl<T> RecordChange<T> {
    /// Returns a change without changes of licenses.
    fn new(before: Option<T>, after: T) -> RecordChange<T> {
        RecordChange { before, after, licenses: None }
    }

    /// Returns the steps of the licenses.
    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.licenses.iter().flat_map(|plan| &plan.steps)
    }

    /// Returns the serials of the sessions that end.
    pub fn sessions(&self) -> impl Iterator<Item = &Serial> {
        self.steps().flat_map(|step| &step.sessions).map(|session| &session.serial)
    }
}

impl<T: Addable + Editable> RecordChange<T> {
    /// Returns the audit entry of the record.
    pub fn entry(&self) -> NewEntry {
        match &self.before {
            None => added_entry(&self.after),
            Some(before) => edited_entry(before, &self.after),
        }
    }

    /// Returns the audit entries of the record and of the sessions that end.
    fn entries(&self) -> impl Iterator<Item = NewEntry> {
        let sessions = self.steps().flat_map(|step| &step.sessions);
        let ends = sessions.map(|session| {
            let (license, reason) =
                (session.license.as_str(), session.reason.as_deref().map(Personal));
            let detail = EndDetail { license, user: &session.user, reason, ended_at: None };
            NewEntry::of("session.end", session.serial.as_str(), &detail)
        });
        std::iter::once(self.entry()).chain(ends)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        match (&self.before, &self.licenses) {
            (None, _) => self.after.insert(unit.tx),
            (Some(before), None) => self.after.update(before, unit.tx),
            // The plan of the licenses writes the user too.
            (Some(_), Some(plan)) => plan.clone().write_unsigned(unit),
        }
    }
}

impl<T: Addable + Editable> Plan for Import<T> {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.changes.iter_mut().try_for_each(|change| change.write(unit))
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        self.changes.iter().flat_map(RecordChange::entries).collect()
    }
}

/// A request to import customers. Unchanged, with the number of rows, if no customer changes.
#[derive(Clone, Debug)]
pub struct ImportCustomers {
    file: String,
    diagnostics: Vec<Diagnostic>,
    rows: Vec<CustomerRow>,
}

/// A row of customers. Omitted cells are `None`.
#[derive(Clone, Debug)]
struct CustomerRow {
    line: usize,
    code: Option<Slug>,
    name: Option<Name>,
    email: Option<OrNone<Email>>,
    reference: Option<OrNone<Reference>>,
    diagnostics: Vec<Diagnostic>,
}

impl ImportCustomers {
    /// Reads a CSV file. Its diagnostics are reported with those that need the database.
    pub fn read(file: String, bytes: &[u8]) -> ImportCustomers {
        let mut csv_file = CsvFile::read(bytes, CUSTOMER_COLUMNS, 1);
        let diagnostics = std::mem::take(&mut csv_file.diagnostics);
        let rows = std::mem::take(&mut csv_file.rows);
        let rows = rows.iter().map(|row| CustomerRow::read(&mut csv_file, row)).collect();
        ImportCustomers { file, diagnostics, rows }
    }
}

impl CustomerRow {
    fn read(csv_file: &mut CsvFile, row: &Row) -> CustomerRow {
        CustomerRow {
            line: row.line,
            code: csv_file.needed(row, "code"),
            name: csv_file.cell(row, "name"),
            email: csv_file.cell(row, "email"),
            reference: csv_file.cell(row, "reference"),
            diagnostics: std::mem::take(&mut csv_file.diagnostics),
        }
    }

    /// Returns the diagnostic for a new customer without a name.
    fn missing_name(&self, is_new: bool) -> Option<Diagnostic> {
        let has_name = self.name.is_some()
            || self.diagnostics.iter().any(|diagnostic| diagnostic.key == "name");
        (is_new && self.code.is_some() && !has_name)
            .then(|| diagnostic(self.line, "name", Error::usage("a new customer needs a name")))
    }

    /// Returns the customer before and after the import; `None` for a row without a code or a new
    /// customer without a name.
    fn change(&self, before: Option<Customer>, now: Timestamp) -> Option<RecordChange<Customer>> {
        let mut after = match &before {
            Some(before) => before.clone(),
            None => Customer {
                code: self.code.clone()?,
                name: self.name.clone()?,
                email: None,
                reference: None,
                retired_at: None,
                created_at: now.to_string(),
            },
        };
        after.name = self.name.clone().unwrap_or(after.name);
        after.email = self.email.clone().map_or(after.email, OrNone::value);
        after.reference = self.reference.clone().map_or(after.reference, OrNone::value);
        Some(RecordChange::new(before, after))
    }
}

impl UseCase for ImportCustomers {
    type Plan = Import<Customer>;
    type Unchanged = usize;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<Import<Customer>, usize>> {
        let (mut changes, mut named) = (Vec::new(), Named::default());
        let mut diagnostics = self.diagnostics.clone();
        for row in &self.rows {
            let before = match &row.code {
                Some(code) => reader.find_customer(code)?,
                None => None,
            };
            diagnostics.extend(row.missing_name(before.is_none()));
            diagnostics.extend(row.diagnostics.iter().cloned());
            if let Some(code) = &row.code {
                diagnostics.extend(named.repeated(row.line, "code", &format!("customer {code}")));
            }
            changes.extend(row.change(before, now));
        }
        check(&self.file, diagnostics)?;
        Ok(Import::decide(changes))
    }
}

/// A request to import users. Unchanged, with the number of rows, if no user changes.
#[derive(Clone, Debug)]
pub struct ImportUsers {
    file: String,
    diagnostics: Vec<Diagnostic>,
    rows: Vec<UserRow>,
}

/// A row of users. Omitted cells are `None`.
#[derive(Clone, Debug)]
struct UserRow {
    line: usize,
    customer: Option<Slug>,
    username: Option<Username>,
    name: Option<OrNone<Name>>,
    email: Option<OrNone<Email>>,
    company: Option<OrNone<Slug>>,
    admin: Option<YesNo>,
    diagnostics: Vec<Diagnostic>,
}

impl ImportUsers {
    /// Reads a CSV file. Its diagnostics are reported with those that need the database.
    pub fn read(file: String, bytes: &[u8]) -> ImportUsers {
        let mut csv_file = CsvFile::read(bytes, USER_COLUMNS, 2);
        let diagnostics = std::mem::take(&mut csv_file.diagnostics);
        let rows = std::mem::take(&mut csv_file.rows);
        let rows = rows.iter().map(|row| UserRow::read(&mut csv_file, row)).collect();
        ImportUsers { file, diagnostics, rows }
    }
}

impl UserRow {
    fn read(csv_file: &mut CsvFile, row: &Row) -> UserRow {
        UserRow {
            line: row.line,
            customer: csv_file.needed(row, "customer"),
            username: csv_file.needed(row, "username"),
            name: csv_file.cell(row, "name"),
            email: csv_file.cell(row, "email"),
            company: csv_file.cell(row, "company"),
            admin: csv_file.cell(row, "admin"),
            diagnostics: std::mem::take(&mut csv_file.diagnostics),
        }
    }

    /// Returns the codes of the customer and the company in the spelling of the database; `None`
    /// for an unknown customer.
    fn find_holder(
        &self,
        lookups: &mut Lookups<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Holder>> {
        let Some(customer) = &self.customer else { return Ok(None) };
        let customer = match lookups.customer(customer)? {
            Ok(customer) => customer,
            Err(error) => {
                diagnostics.push(diagnostic(self.line, "customer", error));
                return Ok(None);
            }
        };
        let company = match &self.company {
            None => None,
            Some(OrNone::None) => Some(OrNone::None),
            Some(OrNone::Value(code)) => match lookups.company(&customer, code)? {
                Ok(company) => Some(OrNone::Value(company)),
                Err(error) => {
                    diagnostics.push(diagnostic(self.line, "company", error));
                    None
                }
            },
        };
        Ok(Some(Holder { customer, company }))
    }

    /// Returns the user before and after the import.
    fn change(
        &self,
        holder: Holder,
        username: &Username,
        before: Option<User>,
        now: Timestamp,
    ) -> RecordChange<User> {
        let Holder { customer, company } = holder;
        let mut after = before.clone().unwrap_or_else(|| User {
            id: None,
            customer,
            username: username.clone(),
            name: None,
            email: None,
            company: None,
            admin: false,
            created_at: now.to_string(),
        });
        after.name = self.name.clone().map_or(after.name, OrNone::value);
        after.email = self.email.clone().map_or(after.email, OrNone::value);
        after.company = company.map_or(after.company, OrNone::value);
        after.admin = self.admin.map_or(after.admin, |YesNo(admin)| admin);
        RecordChange::new(before, after)
    }
}

/// The customer of a user, and the company if the row states one.
struct Holder {
    customer: Slug,
    company: Option<OrNone<Slug>>,
}

impl UseCase for ImportUsers {
    type Plan = Import<User>;
    type Unchanged = usize;
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<Import<User>, usize>> {
        let (mut changes, mut named) = (Vec::new(), Named::default());
        let (mut lookups, mut diagnostics) = (Lookups::new(reader), self.diagnostics.clone());
        for row in &self.rows {
            diagnostics.extend(row.diagnostics.iter().cloned());
            let holder = row.find_holder(&mut lookups, &mut diagnostics)?;
            let (Some(holder), Some(username)) = (holder, &row.username) else { continue };
            let customer = &holder.customer;
            let name = format!("user {username} of customer {customer}");
            diagnostics.extend(named.repeated(row.line, "username", &name));
            let before = reader.find_user(customer, username)?;
            changes.push(row.change(holder, username, before, now));
        }
        check(&self.file, diagnostics)?;
        let mut decision = Import::decide(changes);
        if let Decision::Change(import) = &mut decision {
            add_license_changes(reader, &mut import.changes, now)?;
        }
        Ok(decision)
    }
}

/// Adds the changes of licenses that follow from the edits of users. A session ends once, even if
/// the plans of several users end it.
fn add_license_changes(
    reader: Reader<'_>,
    changes: &mut [RecordChange<User>],
    now: Timestamp,
) -> Result<()> {
    let mut ended = BTreeSet::new();
    for change in changes {
        let Some(before) = &change.before else { continue };
        let plan = user::edit(reader, before, change.after.clone(), now)?;
        let steps = plan.steps.into_iter().filter_map(|step| step_once(step, &mut ended)).collect();
        let plan = LicensePlan { steps, ..plan };
        change.licenses = Some(plan).filter(|plan| !plan.steps.is_empty());
    }
    Ok(())
}

/// Returns a step with the sessions that no earlier step ends; `None` if there are none.
fn step_once(step: Step, ended: &mut BTreeSet<Serial>) -> Option<Step> {
    let mut sessions = step.sessions.clone();
    sessions.retain(|session| ended.insert(session.serial.clone()));
    (!sessions.is_empty()).then(|| step.ending(sessions))
}

/// The words `yes` and `no` of a cell.
#[derive(Clone, Copy, Debug)]
struct YesNo(bool);

impl FromStr for YesNo {
    type Err = Error;

    fn from_str(text: &str) -> Result<YesNo, Error> {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "true" => Ok(YesNo(true)),
            "no" | "false" => Ok(YesNo(false)),
            _ => Err(Error::usage(format!("{text:?} is neither yes nor no"))),
        }
    }
}

/// The line of each record that a file names, to find records that are named twice.
#[derive(Default)]
struct Named(BTreeMap<String, usize>);

impl Named {
    /// Returns the diagnostic for a record that an earlier line names.
    fn repeated(&mut self, line: usize, column: &str, record: &str) -> Option<Diagnostic> {
        let earlier = self.0.insert(record.to_ascii_lowercase(), line)?;
        let error = Error::usage(format!("{record} is already in line {earlier}"));
        Some(diagnostic(line, column, error))
    }
}

fn diagnostic(line: usize, column: &str, error: Error) -> Diagnostic {
    Diagnostic { line, key: column.to_owned(), error }
}

/// Refuses a file with diagnostics.
fn check(file: &str, diagnostics: Vec<Diagnostic>) -> Result<(), Error> {
    if diagnostics.is_empty() { Ok(()) } else { Err(refuse(file, diagnostics)) }
}

/// A code in the spelling of the database, or the error for a missing record.
type Found = Result<Slug, Error>;

/// The customers and companies of a file, each looked up once.
struct Lookups<'a> {
    reader: Reader<'a>,
    customers: BTreeMap<String, Found>,
    companies: BTreeMap<(Slug, Slug), Found>,
    guesses: usize,
}

impl<'a> Lookups<'a> {
    fn new(reader: Reader<'a>) -> Lookups<'a> {
        let (customers, companies) = (BTreeMap::new(), BTreeMap::new());
        Lookups { reader, customers, companies, guesses: 0 }
    }

    fn customer(&mut self, code: &Slug) -> Result<Found> {
        let reader = self.reader;
        let new = match self.customers.entry(code.as_str().to_ascii_lowercase()) {
            Entry::Occupied(known) => return Ok(known.get().clone()),
            Entry::Vacant(new) => new,
        };
        let found = match reader.find_customer(code)? {
            Some(customer) => Ok(customer.code),
            None if self.guesses < MAX_GUESSES => {
                self.guesses += 1;
                Err(lookup::no_customer(reader, code)?)
            }
            None => Err(Error::new(ErrorCode::NotFound, format!("there is no customer {code}"))),
        };
        Ok(new.insert(found).clone())
    }

    fn company(&mut self, customer: &Slug, code: &Slug) -> Result<Found> {
        Ok(match self.companies.entry((customer.clone(), code.clone())) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => {
                let found = not_found(lookup::company(self.reader, customer, code))?;
                new.insert(found.map(|company| company.code)).clone()
            }
        })
    }
}

/// Separates the error for a missing record from other errors.
fn not_found<T>(found: Result<T>) -> Result<Result<T, Error>> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(Failure::Rule(error)) if error.code == ErrorCode::NotFound => Ok(Err(error)),
        Err(error) => Err(error),
    }
}
