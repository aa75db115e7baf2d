//! Customers and users out of a spreadsheet: what is new, what changes, and what is wrong with it. What the spreadsheet does
//! not name stays.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use anyhow::Result;

use crate::domain::csv_import::Sheet;
use crate::domain::customer::{Company, Customer, User};
use crate::domain::license::terms::Clear;
use crate::domain::name::{Code, Email, Name, Reference, Username};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;
use crate::store::Reader;

/// A record as the books have it, and as it shall be.
pub type Change<T> = (Option<T>, T);

/// The columns of customers; the first has to be there.
pub const CUSTOMERS: &[&str] = &["code", "name", "email", "reference"];
/// The columns of users; the first two have to be there.
pub const USERS: &[&str] = &["customer", "username", "name", "email", "company", "admin"];

/// For how many wrong codes it is guessed what was meant.
const GUESSED: usize = 10;

/// `yes` or `no`, as a cell says it.
struct YesNo(bool);

impl std::str::FromStr for YesNo {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<YesNo, Refusal> {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "true" => Ok(YesNo(true)),
            "no" | "false" => Ok(YesNo(false)),
            _ => Err(Refusal::usage(format!("{text:?} is not yes or no"))),
        }
    }
}

/// The lines in which something was named, to find what is named twice.
#[derive(Default)]
struct Named(BTreeMap<String, usize>);

impl Named {
    fn check(&mut self, sheet: &mut Sheet, line: usize, column: &str, what: &str) {
        match self.0.insert(what.to_ascii_lowercase(), line) {
            None => {}
            Some(earlier) => sheet.refuse(
                line,
                column,
                Refusal::usage(format!("{what} is in line {earlier} already")),
            ),
        }
    }
}

/// Each customer of a spreadsheet. What is wrong is noted in it.
pub fn customers(
    reader: Reader<'_>,
    sheet: &mut Sheet,
    now: Timestamp,
) -> Result<Vec<Change<Customer>>> {
    let (mut changes, mut named) = (Vec::new(), Named::default());
    for row in std::mem::take(&mut sheet.rows) {
        let code: Option<Code> = sheet.needed(&row, "code");
        let before = code.as_ref().map(|code| reader.find_customer(code)).transpose()?.flatten();
        let seen = sheet.mistakes.len();
        let name: Option<Name> = sheet.cell(&row, "name");
        if code.is_some() && before.is_none() && name.is_none() && sheet.mistakes.len() == seen {
            sheet.refuse(row.line, "name", Refusal::usage("a new customer needs a name"));
        }
        let email: Option<Clear<Email>> = sheet.cell(&row, "email");
        let reference: Option<Clear<Reference>> = sheet.cell(&row, "reference");
        let Some(code) = code else { continue };
        named.check(sheet, row.line, "code", &format!("customer {code}"));
        let Some(base) = before.clone().or_else(|| {
            let (name, created_at) = (name.clone()?, now.to_string());
            Some(Customer {
                code,
                name,
                email: None,
                reference: None,
                retired_at: None,
                created_at,
            })
        }) else {
            continue;
        };
        let after = Customer {
            name: name.unwrap_or(base.name),
            email: email.map_or(base.email, Clear::value),
            reference: reference.map_or(base.reference, Clear::value),
            ..base
        };
        changes.push((before, after));
    }
    Ok(changes)
}

/// Each user of a spreadsheet. What is wrong is noted in it.
pub fn users(reader: Reader<'_>, sheet: &mut Sheet, now: Timestamp) -> Result<Vec<Change<User>>> {
    let (mut changes, mut named) = (Vec::new(), Named::default());
    let mut known = Known::default();
    for row in std::mem::take(&mut sheet.rows) {
        let (code, username): (Option<Code>, Option<Username>) =
            (sheet.needed(&row, "customer"), sheet.needed(&row, "username"));
        let name: Option<Clear<Name>> = sheet.cell(&row, "name");
        let email: Option<Clear<Email>> = sheet.cell(&row, "email");
        let company: Option<Clear<Code>> = sheet.cell(&row, "company");
        let admin: Option<YesNo> = sheet.cell(&row, "admin");
        let Some(code) = code else { continue };
        let customer = match known.customer(reader, &code)? {
            Ok(customer) => customer.code.clone(),
            Err(refusal) => {
                sheet.refuse(row.line, "customer", refusal.clone());
                continue;
            }
        };
        let company = match company {
            Some(Clear::Value(code)) => match known.company(reader, &customer, &code)? {
                Ok(company) => Some(Clear::Value(company.code.clone())),
                Err(refusal) => {
                    sheet.refuse(row.line, "company", refusal.clone());
                    None
                }
            },
            other => other,
        };
        let Some(username) = username else { continue };
        named.check(sheet, row.line, "username", &format!("user {username} of {customer}"));
        let before = reader.find_user(&customer, &username)?;
        let base = before.clone().unwrap_or_else(|| User {
            customer,
            username,
            name: None,
            email: None,
            company: None,
            admin: false,
            created_at: now.to_string(),
        });
        let after = User {
            name: name.map_or(base.name, Clear::value),
            email: email.map_or(base.email, Clear::value),
            company: company.map_or(base.company, Clear::value),
            admin: admin.map_or(base.admin, |admin| admin.0),
            ..base
        };
        changes.push((before, after));
    }
    Ok(changes)
}

/// A record, or the refusal that there is none.
type Found<T> = std::result::Result<T, Refusal>;

/// What codes stand for, each looked up once: of a customer there are many rows.
#[derive(Default)]
struct Known {
    customers: BTreeMap<String, Found<Customer>>,
    companies: BTreeMap<(Code, Code), Found<Company>>,
    misses: usize,
}

impl Known {
    fn customer(&mut self, reader: Reader<'_>, code: &Code) -> Result<&Found<Customer>> {
        Ok(match self.customers.entry(code.as_str().to_ascii_lowercase()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(match reader.find_customer(code)? {
                Some(customer) => Ok(customer),
                // What was meant is guessed for the first few: a list of wrong customers must not hold the lock for minutes.
                None if self.misses < GUESSED => {
                    self.misses += 1;
                    refused(lookup::customer(reader, code))?
                }
                None => Err(Refusal::new(Why::NotFound, format!("there is no customer {code}"))),
            }),
        })
    }

    fn company(
        &mut self,
        reader: Reader<'_>,
        customer: &Code,
        code: &Code,
    ) -> Result<&Found<Company>> {
        Ok(match self.companies.entry((customer.clone(), code.clone())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(refused(lookup::company(reader, customer, code))?),
        })
    }
}

fn refused<T>(found: Result<T>) -> Result<Found<T>> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(error) => match error.downcast::<Refusal>() {
            Ok(refusal) if refusal.code == Why::NotFound => Ok(Err(refusal)),
            Ok(refusal) => Err(refusal.into()),
            Err(error) => Err(error),
        },
    }
}
