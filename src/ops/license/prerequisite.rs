//! The missing prerequisites of a license.

use crate::domain::license::License;
use crate::domain::license::prerequisite::{Beside, Lack, covers, lacking};
use crate::domain::product::Product;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// Returns the base products that a license requires and for which its customer has no usable
/// license.
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

/// Returns the missing prerequisites of a license whose product was already read.
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
        // The newest license first: it counts if a successor renewed the license.
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
