//! What a license lacks beside it, as the books are now.

use crate::domain::license::License;
use crate::domain::license::prerequisite::{Beside, Lack, covers, lacking};
use crate::domain::product::Product;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// Returns the base products that a license requires and that its customer has no usable license of
/// beside it.
///
/// # Errors
///
/// The faults of the database.
pub fn lacks(
    reader: Reader<'_>,
    license: &License,
    beside: Beside,
    now: Timestamp,
) -> Result<Vec<Lack>> {
    let product = lookup::product(reader, &license.entitlement.product)?;
    lacks_of(reader, license, &product, beside, now)
}

/// Returns the same of a license whose product was looked up.
///
/// # Errors
///
/// The faults of the database.
pub fn lacks_of(
    reader: Reader<'_>,
    license: &License,
    product: &Product,
    beside: Beside,
    now: Timestamp,
) -> Result<Vec<Lack>> {
    let entitlement = &license.entitlement;
    let mut bases = Vec::new();
    for code in &product.requires {
        // The newest first: of a license that was renewed by a successor it is the one that counts.
        for serial in
            reader.list_bases(&entitlement.customer, code, entitlement.edition.as_str())?
        {
            let Some(base) = reader.find_license(&serial, now)? else { continue };
            bases.push(base);
            let own: Vec<&License> =
                bases.iter().filter(|base| base.entitlement.product == *code).collect();
            if covers(license, beside, &own, now) {
                break;
            }
        }
    }
    Ok(lacking(license, beside, &product.requires, &bases, now))
}
