//! Use cases of products.

pub mod add;
pub mod answer;
pub mod apply;
pub mod catalogue;
pub mod edit;
pub mod retire;
#[cfg(test)]
mod tests;

use licentia_runtime::ProductKind;

use crate::domain::name::Slug;
use crate::domain::product::{Product, needs};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::record::{Addable, Auditable, Editable, Retirable};
use crate::store::{Reader, Transaction};

impl Auditable for Product {
    fn subject(&self) -> String {
        self.code.to_string()
    }
}

impl Addable for Product {
    const ACTION: &'static str = "product.add";

    fn insert(&mut self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.insert_product(self)?)
    }
}

impl Editable for Product {
    const ACTION: &'static str = "product.edit";

    fn update(&self, before: &Self, tx: &Transaction<'_>) -> Result<()> {
        Ok(tx.set_product(before, self)?)
    }
}

impl Retirable for Product {
    const RETIRE: &'static str = "product.retire";
    const UNRETIRE: &'static str = "product.unretire";

    fn retired_at(&self) -> Option<&str> {
        self.retired_at.as_deref()
    }
}

/// Returns the required base products in the spelling and order of the catalogue.
///
/// # Errors
///
/// `not_found`, `wrong_kind` for an application, `wrong_state` for a retired product that was not
/// required `before`, `usage` for a product that is named twice or that would require itself.
fn required(reader: Reader<'_>, own: &Slug, codes: &[Slug], before: &[Slug]) -> Result<Vec<Slug>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let all = reader.list_products(None, true, None)?;
    let mut requires: Vec<Slug> = Vec::new();
    for code in codes {
        let base = required_base(&all, own, code, before)?;
        if requires.contains(&base) {
            return Err(Error::usage(format!("product {base} is required twice")).into());
        }
        requires.push(base);
    }
    // Another order is no change.
    requires.sort_by_key(|code| all.iter().position(|product| product.code == *code));
    Ok(requires)
}

/// Returns the code of a required base product.
fn required_base(all: &[Product], own: &Slug, code: &Slug, before: &[Slug]) -> Result<Slug, Error> {
    let find = |code: &Slug| all.iter().find(|product| product.code.is(code));
    let base = find(code).ok_or_else(|| {
        Error::new(ErrorCode::NotFound, format!("there is no base product {code}"))
            .remedy(Remedy::AddBase)
    })?;
    let code = &base.code;
    if base.kind != ProductKind::Base {
        let message =
            format!("product {code} is an application; only base products can be required");
        return Err(Error::new(ErrorCode::WrongKind, message));
    }
    if base.retired_at.is_some() && !before.contains(code) {
        return Err(Error::new(ErrorCode::WrongState, format!("product {code} is retired"))
            .remedy(Remedy::Unretire { noun: Noun::Product, code: code.to_string() }));
    }
    if code == own {
        return Err(Error::usage(format!("product {code} cannot require itself")));
    }
    if needs(|code| find(code).map(|product| product.requires.as_slice()), code, own) {
        let message = format!("product {own} would require itself through product {code}");
        return Err(Error::usage(message));
    }
    Ok(code.clone())
}
