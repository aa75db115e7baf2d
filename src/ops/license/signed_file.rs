//! The comparison of a license in the database with its signed files. A row is not trusted: a
//! person who can write the database file can change it, but cannot sign. The signed file of each
//! live activation states what a key holder granted.

use std::fmt::Display;

use licentia_runtime::inspect::unverified;
use licentia_runtime::{Binding, COMMON, KeySet, LicenseClaims, Policy, VerdictCode};
use serde_json::{Map, Value};

use crate::domain::audit::statement::{MemberDifference, differences_in_clear};
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, File};
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::{Listed, Vendor};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::key::key_set::verified_keys;
use crate::ops::license::plan::Parties;
use crate::signing;
use crate::signing::license::LicenseRecords;
use crate::store::{Carried, FileIds, Reader};

/// The members of the claims that are not compared with the license and its activation: those of
/// the file itself, and `nbf` and `exp`, which follow from `term` and `iat`. Every other member is
/// compared, also one that a later version adds.
const OF_THE_FILE: [&str; 9] =
    ["iss", "jti", "iat", "nbf", "exp", "fmt", "test", "revision", "status"];

/// The members of inner claims that change without a new file: names, prerequisites, the kind of a
/// product.
const CHANGING: [(&str, &str); 5] = [
    ("product", "name"),
    ("product", "kind"),
    ("product", "allow_login"),
    ("product", "requires"),
    ("customer", "name"),
];

/// The members of the `match` claim that are stored in the container.
const MATCHED: [&str; 3] = ["properties", "hardware", "key"];

/// Compares a license with the signed file of each live activation.
///
/// # Errors
///
/// `tampered` for a file that is missing or has no valid signature, and for a member that differs.
pub fn check(
    license: &License,
    records: LicenseRecords<'_>,
    keys: &KeySet,
    now: Timestamp,
) -> Result<()> {
    for activation in license.live() {
        // Without its file, a row could state anything.
        let file = activation.file.as_ref().ok_or_else(|| missing(license, activation))?;
        let claims = check_row(&license.serial, file, keys, now)?;
        check_members(license, activation, &claims, records)?;
    }
    Ok(())
}

/// Returns whether a signed file of a license, which may have been ended, states the terms and all
/// seats of the license.
pub fn covers(
    license: &License,
    records: LicenseRecords<'_>,
    keys: &KeySet,
    now: Timestamp,
) -> bool {
    stated(license, records, keys, now).any(|claims| license.entitlement.seats <= claims.seats)
}

/// Returns whether a signed file of a license states its terms, for some of its seats.
pub fn states_terms(
    license: &License,
    records: LicenseRecords<'_>,
    keys: &KeySet,
    now: Timestamp,
) -> bool {
    stated(license, records, keys, now).next().is_some()
}

/// Returns the claims of the signed files that state the terms of a license.
fn stated<'a>(
    license: &'a License,
    records: LicenseRecords<'a>,
    keys: &'a KeySet,
    now: Timestamp,
) -> impl Iterator<Item = LicenseClaims> + 'a {
    license.activations.iter().filter_map(move |activation| {
        let file = activation.file.as_ref()?;
        let claims = check_row(&license.serial, file, keys, now).ok()?;
        check_members(license, activation, &claims, records).ok()?;
        Some(claims)
    })
}

/// Compares a license whose files are handed out with all its signed files. The file of an ended
/// activation is compared with its own row only.
///
/// # Errors
///
/// `tampered` as for [`check`].
pub fn check_stored(
    reader: Reader<'_>,
    license: &License,
    vendor: &Vendor,
    now: Timestamp,
) -> Result<()> {
    let parties = Parties::of(reader, &license.entitlement)?;
    let keys = verified_keys(reader, vendor, now)?;
    check(license, parties.records(vendor), &keys, now)?;
    let ended = license.activations.iter().filter(|activation| !activation.is_live());
    for file in ended.filter_map(|activation| activation.file.as_ref()) {
        check_row(&license.serial, file, &keys, now)?;
    }
    Ok(())
}

/// Checks the license file that a container carries: its signature, its license, its container.
///
/// # Errors
///
/// `tampered`
pub fn check_carried(
    carried: &Carried,
    container: &Serial,
    keys: &KeySet,
    now: Timestamp,
) -> Result<()> {
    let claims = verified(&carried.license, &carried.text, keys, now)?.1;
    let place = claims.container.as_ref().map_or("none", |container| &container.serial);
    if (claims.sub.as_str(), place) == (&carried.license, container.as_str()) {
        return Ok(());
    }
    let message = format!(
        "the stored file of license {} in container {container} was changed: it is the file of \
         license {} in container {place}",
        carried.license, claims.sub
    );
    Err(tampered(message).into())
}

/// Returns the URI of the status list and the index in a stored file of a license.
///
/// # Errors
///
/// `tampered` for a file that is not valid, and for another file than that of the row.
pub fn listed(
    serial: &str,
    jti: &str,
    text: &str,
    keys: &KeySet,
    now: Timestamp,
) -> Result<Listed> {
    let claims = verified(serial, text, keys, now)?.1;
    if (claims.sub.as_str(), claims.jti.as_str()) != (serial, jti) {
        let message = format!(
            "the stored file {jti} of license {serial} was changed: it is file {} of license {}",
            claims.jti, claims.sub
        );
        return Err(tampered(message).into());
    }
    Ok(claims.status.map_or_else(Listed::default, |status| {
        let list = status.status_list;
        Listed { list: 0, uri: list.uri, idx: list.idx }
    }))
}

/// Returns the stored files of the live activations whose rows have other ids than their tokens:
/// the id in the row and the ids of the token. The token must be of the same license and container.
pub fn list_ids(license: &License, keys: &KeySet, now: Timestamp) -> Vec<(FileIds, FileIds)> {
    let ids = |activation: &Activation| {
        let file = activation.file.as_ref()?;
        let (kid, claims) = verified(&license.serial, &file.text, keys, now).ok()?;
        let place = claims.container.as_ref().map(|container| container.serial.as_str());
        let is_own = claims.sub.as_str() == license.serial.as_str();
        if !is_own || place != activation.container() {
            return None;
        }
        let stored =
            FileIds { jti: file.jti.clone(), kid: file.kid.clone(), revision: file.revision };
        let signed = FileIds { jti: claims.jti, kid, revision: claims.revision };
        (stored != signed).then_some((stored, signed))
    };
    license.live().filter_map(ids).collect()
}

/// Verifies the signature of a stored file. Returns the thumbprint of its key, and its claims.
fn verified(
    serial: impl Display,
    text: &str,
    keys: &KeySet,
    now: Timestamp,
) -> Result<(String, LicenseClaims)> {
    let policy = Policy::at(now.as_second()).binding(Binding::Unchecked);
    if let Err(verdict) = keys.license(text.as_bytes(), &policy)
        && !is_of_a_signed_file(verdict.code)
    {
        let message = format!("the stored file of license {serial} was changed: {verdict}");
        return Err(tampered(message).into());
    }
    let read = unverified(text)?;
    let kid = read.header.get("kid").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok((kid, serde_json::from_value(Value::Object(read.claims))?))
}

/// Compares a stored file with its own row. Returns the claims of the file.
///
/// # Errors
///
/// `tampered` for a file without a valid signature, and for a row with other values.
pub fn check_row(
    serial: &Serial,
    file: &File,
    keys: &KeySet,
    now: Timestamp,
) -> Result<LicenseClaims> {
    let (kid, claims) = verified(serial, &file.text, keys, now)?;
    let row = (file.jti.as_str(), file.kid.as_str(), file.revision);
    let token = (claims.jti.as_str(), kid.as_str(), claims.revision);
    if row == token {
        return Ok(claims);
    }
    let message = format!(
        "the stored file of license {serial} was changed: the database has file {} of key {} with \
         revision {}, but the token is file {} of key {} with revision {}",
        row.0, row.1, row.2, token.0, token.1, token.2
    );
    Err(repairable(serial, message).into())
}

/// Compares a license and an activation with the claims of their signed file.
///
/// # Errors
///
/// `tampered` for a member that differs.
pub fn check_members(
    license: &License,
    activation: &Activation,
    claims: &LicenseClaims,
    records: LicenseRecords<'_>,
) -> Result<()> {
    let found = member_differences(license, activation, claims, records)?;
    let Some(MemberDifference { member, stored, stated }) = found.into_iter().next() else {
        return Ok(());
    };
    let message = format!(
        "license {} was changed in the database: {member} is {stored}, but the signed file has \
         {stated}",
        license.serial
    );
    Err(repairable(&license.serial, message).into())
}

/// Returns the members in which a license and an activation differ from the claims of their signed
/// file.
fn member_differences(
    license: &License,
    activation: &Activation,
    claims: &LicenseClaims,
    records: LicenseRecords<'_>,
) -> Result<Vec<MemberDifference>> {
    let status = claims.status.as_ref().map(|status| &status.status_list);
    let listed = Listed {
        list: 0,
        uri: status.map(|list| list.uri.clone()).unwrap_or_default(),
        idx: status.map(|list| list.idx).unwrap_or_default(),
    };
    let (jti, iat) = (&claims.jti, claims.iat);
    let stored = signing::license::claims(license, Some(activation), records, jti, iat, &listed);
    let (stored, signed) = (members(&stored)?, members(claims)?);
    Ok(differences_in_clear(&stored, &signed))
}

/// Returns the members in which a license differs from the signed file of each live activation,
/// with the id of the file. A file without a valid signature states nothing.
///
/// # Errors
///
/// The faults of the database.
pub fn list_differences(
    license: &License,
    records: LicenseRecords<'_>,
    keys: &KeySet,
    now: Timestamp,
) -> Result<Vec<(String, MemberDifference)>> {
    let mut found = Vec::new();
    for activation in license.live() {
        let Some(file) = &activation.file else { continue };
        let Ok((kid, claims)) = verified(&license.serial, &file.text, keys, now) else { continue };
        let of_row = [
            ("jti", file.jti.as_str().into(), claims.jti.as_str().into()),
            ("kid", file.kid.as_str().into(), kid.as_str().into()),
            ("revision", file.revision.into(), claims.revision.into()),
        ];
        let of_row = of_row.into_iter().filter(|(_, stored, signed)| stored != signed);
        let of_row = of_row.map(|(member, stored, stated): (&str, Value, Value)| {
            MemberDifference { member: format!("file {member}"), stored, stated }
        });
        let of_terms = member_differences(license, activation, &claims, records)?;
        found.extend(of_row.chain(of_terms).map(|difference| (claims.jti.clone(), difference)));
    }
    Ok(found)
}

/// Returns whether a verdict concerns a file whose signature is valid.
pub fn is_of_a_signed_file(code: VerdictCode) -> bool {
    matches!(
        code,
        VerdictCode::Expired
            | VerdictCode::NotYetValid
            | VerdictCode::RevokedKey
            | VerdictCode::RetiredKey
            | VerdictCode::KeyExpired
    )
}

/// Returns the compared members of claims.
fn members(claims: &LicenseClaims) -> Result<Map<String, Value>> {
    let Value::Object(mut members) = serde_json::to_value(claims)? else {
        return Ok(Map::new());
    };
    members.retain(|member, _| !OF_THE_FILE.contains(&member.as_str()));
    for (member, inner) in CHANGING {
        if let Some(claim) = members.get_mut(member).and_then(Value::as_object_mut) {
            claim.remove(inner);
        }
    }
    if let Some(matched) = members.get_mut("container").and_then(|it| it.get_mut("match"))
        && let Some(matched) = matched.as_object_mut()
    {
        matched.retain(|member, _| MATCHED.contains(&member.as_str()));
        // The policy decides whether a file states a property that many computers share.
        if let Some(properties) = matched.get_mut("properties").and_then(Value::as_object_mut) {
            properties.retain(|name, _| !COMMON.contains(&name.as_str()));
        }
    }
    Ok(members)
}

/// Returns the error for a live activation without a file.
pub fn missing(license: &License, activation: &Activation) -> Error {
    let place = activation.container().unwrap_or("none");
    tampered(format!(
        "the database was changed: license {} is delivered (container {place}), but its file is \
         missing",
        license.serial
    ))
}

/// Returns the error for a license whose row can get the values of its file again.
fn repairable(serial: &Serial, message: String) -> Error {
    let subject = serial.to_string();
    Error::new(ErrorCode::Tampered, message).remedy(Remedy::RepairRecord { subject })
}

fn tampered(message: String) -> Error {
    Error::new(ErrorCode::Tampered, message)
        .advice("no file was signed or written; compare the database with a backup")
}

#[cfg(test)]
mod tests {
    use licentia_runtime::{Enforcement, Model};

    use super::*;
    use crate::domain::license::tests::now;
    use crate::ops::license::issue::IssueLicense;
    use crate::ops::license::placement::PlacementTarget;
    use crate::ops::test_front_end::{TestHome, code_of, issue};

    #[test]
    fn a_license_that_differs_from_its_file_is_refused() {
        let mut home = TestHome::new();
        let target = Some(PlacementTarget::Unbound);
        let plan = home.apply(&IssueLicense { target, ..issue() });
        let license = &plan.steps[0].after;
        let check =
            |license: &License| check_stored(home.store.reader(), license, home.vendor(), now());
        check(license).expect("the license of the file");
        type Edit = fn(&mut License);
        let edits: [Edit; 7] = [
            |license| license.reference_hash = Some("x".repeat(22)),
            |license| license.activations[0].seats += 1,
            |license| license.entitlement.grace_days += 1,
            |license| license.entitlement.ends = None,
            |license| license.entitlement.model = Model::Named,
            |license| license.entitlement.enforcement = Enforcement::Log,
            |license| drop(license.entitlement.attributes.insert("a".into(), "b".into())),
        ];
        for (place, edit) in edits.iter().enumerate() {
            let mut edited = license.clone();
            edit(&mut edited);
            let error = check(&edited).expect_err("an edited license");
            assert_eq!(code_of(&error), ErrorCode::Tampered, "edit {place}");
        }
    }
}
