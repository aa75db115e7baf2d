//! The missing prerequisites of a license.

use crate::domain::license::License;
use crate::domain::license::prerequisite::{self, Coverage, MissingPrerequisite, covers};
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
pub fn missing_prerequisites(
    reader: Reader<'_>,
    license: &License,
    coverage: Coverage,
    now: Timestamp,
) -> Result<Vec<MissingPrerequisite>> {
    let product = lookup::product(reader, &license.entitlement.product)?;
    missing_prerequisites_of(reader, license, &product, coverage, now)
}

/// Returns the missing prerequisites of a license whose product was already read.
///
/// # Errors
///
/// The faults of the database.
pub fn missing_prerequisites_of(
    reader: Reader<'_>,
    license: &License,
    product: &Product,
    coverage: Coverage,
    now: Timestamp,
) -> Result<Vec<MissingPrerequisite>> {
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
            if covers(license, coverage, &own, now) {
                break;
            }
        }
    }
    Ok(prerequisite::missing_prerequisites(license, coverage, &product.requires, &bases, now))
}
