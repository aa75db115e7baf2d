//! Records that somebody named: found, or the refusal that there is none, with where to look.

use anyhow::Result;

use crate::domain::customer::{Company, Customer, User};
use crate::domain::name::{Code, Username};
use crate::domain::product::Product;
use crate::domain::{Code as Why, Refusal};
use crate::store::Books;

fn missing(message: String, hint: String) -> Refusal {
    Refusal::new(Why::NotFound, message).hint(hint)
}

/// The product with this code.
pub fn product(books: Books<'_>, code: &Code) -> Result<Product> {
    let found = books.find_product(code)?;
    Ok(found
        .ok_or_else(|| missing(format!("there is no product {code}"), "`licentia product list` shows the products".into()))?)
}

/// The customer with this code.
pub fn customer(books: Books<'_>, code: &Code) -> Result<Customer> {
    let found = books.find_customer(code)?;
    Ok(found
        .ok_or_else(|| missing(format!("there is no customer {code}"), "`licentia customer list` shows the customers".into()))?)
}

/// The customer's company with this code.
pub fn company(books: Books<'_>, customer: &Code, code: &Code) -> Result<Company> {
    let found = books.find_company(customer, code)?;
    let hint = || format!("`licentia company list {customer}` shows its companies");
    Ok(found.ok_or_else(|| missing(format!("customer {customer} has no company {code}"), hint()))?)
}

/// The customer's user with this name.
pub fn user(books: Books<'_>, customer: &Code, username: &Username) -> Result<User> {
    let found = books.find_user(customer, username)?;
    let hint = || format!("`licentia user list {customer}` shows its users");
    Ok(found.ok_or_else(|| missing(format!("customer {customer} has no user {username}"), hint()))?)
}
