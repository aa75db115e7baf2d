//! Records that somebody named: found, or the refusal that there is none, with what may have been
//! meant and where to look.

use anyhow::Result;

use crate::domain::container::Container;
use crate::domain::credential::Credential;
use crate::domain::customer::{Company, Customer, User};
use crate::domain::license::License;
use crate::domain::module::{Module, find as find_module};
use crate::domain::name::{Code, Username, did_you_mean};
use crate::domain::product::Product;
use crate::domain::recovery::Recovery;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::ticket::Ticket;
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::store::{Reader, gather};

/// How many codes are compared with one that is not there.
const COMPARED: u32 = 50_000;

fn missing(message: String, hint: String) -> anyhow::Error {
    Refusal::new(Why::NotFound, message).hint(hint).into()
}

/// The license with this serial.
pub fn license(reader: Reader<'_>, serial: &Serial, now: Timestamp) -> Result<License> {
    let hint = "`licentia license list` shows the licenses";
    reader
        .find_license(serial.as_str(), now)?
        .ok_or_else(|| missing(format!("there is no license {serial}"), hint.into()))
}

/// The session with this serial.
pub fn session(reader: Reader<'_>, serial: &Serial) -> Result<Session> {
    let hint = "`licentia session list` shows the sessions";
    reader
        .find_session(serial.as_str())?
        .ok_or_else(|| missing(format!("there is no session {serial}"), hint.into()))
}

/// The ticket with this serial.
pub fn ticket(reader: Reader<'_>, serial: &Serial) -> Result<Ticket> {
    let hint = "`licentia ticket list` shows the tickets";
    reader
        .find_ticket(serial.as_str())?
        .ok_or_else(|| missing(format!("there is no ticket {serial}"), hint.into()))
}

/// The container with this serial.
pub fn container(reader: Reader<'_>, serial: &Serial) -> Result<Container> {
    let hint = "`licentia container list` shows the containers";
    reader
        .find_container(serial.as_str())?
        .ok_or_else(|| missing(format!("there is no container {serial}"), hint.into()))
}

/// The recovery with this serial.
pub fn recovery(reader: Reader<'_>, serial: &Serial) -> Result<Recovery> {
    let hint = "`licentia recovery list` shows the recoveries";
    reader
        .find_recovery(serial.as_str())?
        .ok_or_else(|| missing(format!("there is no recovery {serial}"), hint.into()))
}

/// The credential with this serial.
pub fn credential(reader: Reader<'_>, serial: &Serial) -> Result<Credential> {
    let hint = "`licentia credential list` shows the credentials";
    reader
        .find_credential(serial.as_str())?
        .ok_or_else(|| missing(format!("there is no credential {serial}"), hint.into()))
}

/// The product with this code.
pub fn product(reader: Reader<'_>, code: &Code) -> Result<Product> {
    if let Some(found) = reader.find_product(code)? {
        return Ok(found);
    }
    let there = reader.list_products(None, true, None)?;
    let there = there.iter().map(|product| product.code.as_str());
    let hint = did_you_mean(code.as_str(), there, "`licentia product list` shows the products");
    Err(missing(format!("there is no product {code}"), hint))
}

/// The product's module with this code, and all of them.
pub fn module(reader: Reader<'_>, product: &Code, code: &Code) -> Result<(Module, Vec<Module>)> {
    let tree = reader.list_modules(product)?;
    Ok((find_module(&tree, product, code)?.clone(), tree))
}

/// The customer with this code.
pub fn customer(reader: Reader<'_>, code: &Code) -> Result<Customer> {
    match reader.find_customer(code)? {
        Some(found) => Ok(found),
        None => Err(no_customer(reader, code)?.into()),
    }
}

/// Returns the error for a code that no customer has, with the code that was probably meant.
///
/// # Errors
///
/// The faults of the database.
pub fn no_customer(reader: Reader<'_>, code: &Code) -> Result<Refusal> {
    let there = reader.list_customer_codes(COMPARED)?;
    let hint = did_you_mean(
        code.as_str(),
        there.iter().map(String::as_str),
        "`licentia customer list` shows the customers",
    );
    Ok(Refusal::new(Why::NotFound, format!("there is no customer {code}")).hint(hint))
}

/// The customer's company with this code.
pub fn company(reader: Reader<'_>, customer: &Code, code: &Code) -> Result<Company> {
    if let Some(found) = reader.find_company(customer, code)? {
        return Ok(found);
    }
    let there = reader.list_companies(customer)?;
    let there = there.iter().map(|company| company.code.as_str());
    let hint = did_you_mean(
        code.as_str(),
        there,
        &format!("`licentia company list {customer}` shows its companies"),
    );
    Err(missing(format!("customer {customer} has no company {code}"), hint))
}

/// The customer's user with this name.
pub fn user(reader: Reader<'_>, customer: &Code, username: &Username) -> Result<User> {
    if let Some(found) = reader.find_user(customer, username)? {
        return Ok(found);
    }
    let there = gather(|take| reader.list_users(customer, None, Some(COMPARED), take))?;
    let there = there.iter().map(|user| user.username.as_str());
    let hint = did_you_mean(
        username.as_str(),
        there,
        &format!("`licentia user list {customer}` shows its users"),
    );
    Err(missing(format!("customer {customer} has no user {username}"), hint))
}
