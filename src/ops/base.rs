//! What a license lacks beside it, as the books are now.

use anyhow::Result;

use crate::domain::base::{Lack, lacking};
use crate::domain::license::License;
use crate::domain::time::Timestamp;
use crate::ops::known;
use crate::store::Books;

/// The base products that a license requires and that its customer has no usable license of.
pub fn lacks(books: Books<'_>, license: &License, now: Timestamp) -> Result<Vec<Lack>> {
    let right = &license.right;
    let product = known::product(books, &right.product)?;
    let mut bases = Vec::new();
    for code in &product.requires {
        for serial in books.list_of_product(&right.customer, code)? {
            bases.extend(books.find_license(&serial, now)?);
        }
    }
    Ok(lacking(right.edition, &product.requires, &bases, now))
}
