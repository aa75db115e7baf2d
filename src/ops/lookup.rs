//! Lookups of records that a user names. The error for a missing record suggests a similar name and
//! a command that lists the records.

use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::customer::{Company, Customer, User};
use crate::domain::license::License;
use crate::domain::module::{Module, find as find_module};
use crate::domain::name::{Slug, Username, did_you_mean};
use crate::domain::product::Product;
use crate::domain::recovery::Recovery;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Failure, Result};
use crate::store::{Reader, gather};

/// The maximum number of codes that are compared with an unknown one.
const COMPARED: u32 = 50_000;

fn missing(message: String, remedy: Remedy) -> Failure {
    Error::new(ErrorCode::NotFound, message).remedy(remedy).into()
}

/// Returns the error for an unknown serial.
fn no_record(noun: Noun, serial: &Serial) -> Failure {
    missing(format!("there is no {} {serial}", noun.as_str()), Remedy::List { noun })
}

/// Returns the license with this serial.
pub fn license(reader: Reader<'_>, serial: &Serial, now: Timestamp) -> Result<License> {
    reader.find_license(serial.as_str(), now)?.ok_or_else(|| no_record(Noun::License, serial))
}

/// Returns the session with this serial.
pub fn session(reader: Reader<'_>, serial: &Serial) -> Result<Session> {
    reader.find_session(serial.as_str())?.ok_or_else(|| no_record(Noun::Session, serial))
}

/// Returns the ticket with this serial.
pub fn ticket(reader: Reader<'_>, serial: &Serial) -> Result<Ticket> {
    reader.find_ticket(serial.as_str())?.ok_or_else(|| no_record(Noun::Ticket, serial))
}

/// Returns the container with this serial.
pub fn container(reader: Reader<'_>, serial: &Serial) -> Result<Container> {
    reader.find_container(serial.as_str())?.ok_or_else(|| no_record(Noun::Container, serial))
}

/// Returns the recovery with this serial.
pub fn recovery(reader: Reader<'_>, serial: &Serial) -> Result<Recovery> {
    reader.find_recovery(serial.as_str())?.ok_or_else(|| no_record(Noun::Recovery, serial))
}

/// Returns the credential with this serial.
pub fn credential(reader: Reader<'_>, serial: &Serial) -> Result<Credential> {
    reader.find_credential(serial.as_str())?.ok_or_else(|| no_record(Noun::Credential, serial))
}

/// Returns the product with this code.
pub fn product(reader: Reader<'_>, code: &Slug) -> Result<Product> {
    if let Some(found) = reader.find_product(code)? {
        return Ok(found);
    }
    let existing = reader.list_products(None, true, None)?;
    let existing = existing.iter().map(|product| product.code.as_str());
    let remedy = did_you_mean(code.as_str(), existing, Remedy::List { noun: Noun::Product });
    Err(missing(format!("there is no product {code}"), remedy))
}

/// Returns the module of a product with this code, and all modules of the product.
pub fn module(reader: Reader<'_>, product: &Slug, code: &Slug) -> Result<(Module, Vec<Module>)> {
    let tree = reader.list_modules(product)?;
    Ok((find_module(&tree, product, code)?.clone(), tree))
}

/// Returns the customer with this code.
pub fn customer(reader: Reader<'_>, code: &Slug) -> Result<Customer> {
    match reader.find_customer(code)? {
        Some(found) => Ok(found),
        None => Err(no_customer(reader, code)?.into()),
    }
}

/// Returns the error for an unknown customer, with a suggestion of a similar code.
///
/// # Errors
///
/// The faults of the database.
pub fn no_customer(reader: Reader<'_>, code: &Slug) -> Result<Error> {
    let existing = reader.list_customer_codes(COMPARED)?;
    let existing = existing.iter().map(String::as_str);
    let remedy = did_you_mean(code.as_str(), existing, Remedy::List { noun: Noun::Customer });
    Ok(Error::new(ErrorCode::NotFound, format!("there is no customer {code}")).remedy(remedy))
}

/// Returns the company of a customer with this code.
pub fn company(reader: Reader<'_>, customer: &Slug, code: &Slug) -> Result<Company> {
    if let Some(found) = reader.find_company(customer, code)? {
        return Ok(found);
    }
    let existing = reader.list_companies(customer)?;
    let existing = existing.iter().map(|company| company.code.as_str());
    let list = Remedy::ListOf { noun: Noun::Company, owner: customer.to_string() };
    let remedy = did_you_mean(code.as_str(), existing, list);
    Err(missing(format!("customer {customer} has no company {code}"), remedy))
}

/// Returns the user of a customer with this name.
pub fn user(reader: Reader<'_>, customer: &Slug, username: &Username) -> Result<User> {
    if let Some(found) = reader.find_user(customer, username)? {
        return Ok(found);
    }
    let existing = gather(|take| reader.list_users(customer, None, Some(COMPARED), take))?;
    let existing = existing.iter().map(|user| user.username.as_str());
    let list = Remedy::ListOf { noun: Noun::User, owner: customer.to_string() };
    let remedy = did_you_mean(username.as_str(), existing, list);
    Err(missing(format!("customer {customer} has no user {username}"), remedy))
}
