//! What a license lacks beside it, as the books are now.

use anyhow::Result;

use crate::domain::license::License;
use crate::domain::license::prerequisite::{Beside, Lack, covers, lacking};
use crate::domain::time::Timestamp;
use crate::ops::lookup;
use crate::store::Reader;

/// The base products that a license requires and that its customer has no usable license of beside
/// it.
pub fn lacks(
    reader: Reader<'_>,
    license: &License,
    beside: Beside,
    now: Timestamp,
) -> Result<Vec<Lack>> {
    let right = &license.right;
    let product = lookup::product(reader, &right.product)?;
    let mut bases = Vec::new();
    for code in &product.requires {
        // The newest first: of a license that was renewed by a successor it is the one that counts.
        for serial in reader.list_bases(&right.customer, code, right.edition.as_str())? {
            let Some(base) = reader.find_license(&serial, now)? else { continue };
            bases.push(base);
            let own: Vec<&License> =
                bases.iter().filter(|base| base.right.product == *code).collect();
            if covers(license, beside, &own, now) {
                break;
            }
        }
    }
    Ok(lacking(license, beside, &product.requires, &bases, now))
}
