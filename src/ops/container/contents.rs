//! The comparison of the content of an update or a context with the signed files and the log. A
//! signed token vouches for the container, and for the licenses that are in it.

use std::collections::BTreeSet;

use crate::domain::license::License;
use crate::domain::serial::Serial;
use crate::ops::audit::evidence::Evidence;
use crate::ops::error::Result;
use crate::ops::execute::{HomeSnapshot, SigningPhase};
use crate::ops::license::plan::Parties;
use crate::ops::license::signed_file::check_carried;
use crate::ops::lookup;
use crate::store::Carried;

/// Compares a container and the licenses that its token will carry.
///
/// # Errors
///
/// `tampered`, `wrong_state`
pub fn check_contents(
    home: HomeSnapshot<'_>,
    container: &Serial,
    carried: &[Carried],
) -> Result<()> {
    let evidence = Evidence::open(home.reader, home.vendor, home.now)?;
    let row = lookup::container(home.reader, container)?;
    for carried in carried {
        check_carried(carried, container, &evidence.keys, home.now)?;
        let license = check_license(&evidence, carried)?;
        evidence.check_container(&row, Some(&license))?;
    }
    if carried.is_empty() {
        evidence.check_container(&row, None)?;
    }
    Ok(())
}

/// Compares the licenses that a token will carry which another change signs. The change has
/// compared its container and the licenses in `own` before it wrote them.
///
/// # Errors
///
/// `tampered`, `wrong_state`
pub fn check_others(
    signing: &SigningPhase<'_>,
    container: &Serial,
    carried: &[Carried],
    own: &BTreeSet<&str>,
) -> Result<()> {
    let evidence = Evidence::open(signing.tx.reader(), signing.vendor, signing.now)?;
    for carried in carried {
        check_carried(carried, container, &evidence.keys, signing.now)?;
        if !own.contains(carried.license.as_str()) {
            check_license(&evidence, carried)?;
        }
    }
    Ok(())
}

fn check_license(evidence: &Evidence<'_>, carried: &Carried) -> Result<License> {
    let license = lookup::license(evidence.reader, &carried.license.parse()?, evidence.now)?;
    let parties = Parties::of(evidence.reader, &license.entitlement)?;
    evidence.check_license(&license, parties.records(evidence.vendor))?;
    Ok(license)
}
