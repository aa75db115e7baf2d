//! The impact of a change as a person sees it: one line for each record, and a line for each detail.

use serde_json::{Value, json};

use crate::cli::outcome::{count_of, some_of};
use crate::ops::impact::{Affected, AffectedLicense, Impact};
use crate::store::SignedFiles;

/// Returns the lines for a person.
pub fn lines(impact: &Impact) -> Vec<String> {
    impact.affected.iter().flat_map(affected_lines).collect()
}

fn affected_lines(affected: &Affected) -> Vec<String> {
    match affected {
        Affected::Record(record) => record.facts.clone(),
        Affected::User(user) => {
            let name = user.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
            vec![format!(
                "user {} of {}{name}, added {}",
                user.username, user.customer, user.created_at
            )]
        }
        Affected::License(license) => license_lines(license),
        Affected::Files(files) => file_lines(files),
        Affected::Catalogue(change) => vec![format!("{} {}", change.action, change.subject)],
    }
}

fn license_lines(license: &AffectedLicense) -> Vec<String> {
    let place = match (license.is_delivered, license.containers.is_empty()) {
        (true, false) => format!(", in {}", some_of(&license.containers)),
        (true, true) => ", delivered".to_owned(),
        (false, _) => String::new(),
    };
    let seats = count_of(license.seats as usize, &format!("{} seat", license.model.as_str()));
    let mut lines = vec![format!(
        "license {}: {} for {}, {seats}{place}",
        license.serial, license.product, license.customer
    )];
    let names = |users: &[crate::domain::name::Username]| {
        some_of(&users.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    if !license.unassigned.is_empty() {
        lines.push(format!("  assigned no more: {}", names(&license.unassigned)));
    } else if !license.users.is_empty() && license.ends {
        lines.push(format!("  assigned to {}", names(&license.users)));
    }
    if license.opens_to_all {
        lines.push(format!("  nobody is assigned any more: open to all of {}", license.customer));
    }
    lines.extend(
        license.sessions.iter().map(|session| format!("  ends session {}", session.brief())),
    );
    lines
}

/// Returns the lines for the files of a key that is retired or revoked.
fn file_lines(signed: &SignedFiles) -> Vec<String> {
    if signed.files == 0 {
        return vec!["It has signed no files for customers".into()];
    }
    let files = count_of(usize::try_from(signed.files).unwrap_or(usize::MAX), "file");
    let mut lines = if signed.licenses.is_empty() {
        vec![format!("It has signed {files}, none of a license")]
    } else {
        let licenses = count_of(signed.licenses.len(), "license");
        let customers = count_of(signed.customers.len(), "customer");
        vec![
            format!("It has signed {files} of {licenses}: {}", some_of(&signed.licenses)),
            format!("{customers}: {}", some_of(&signed.customers)),
        ]
    };
    if !signed.containers.is_empty() {
        lines.push(format!("The credentials in force of {}", some_of(&signed.containers)));
    }
    lines
}

/// Returns the affected licenses for JSON.
pub fn licenses(impact: &Impact) -> Value {
    let object = |affected: &Affected| {
        let Affected::License(license) = affected else { return None };
        if license.is_new {
            return None;
        }
        let sessions: Vec<&str> =
            license.sessions.iter().map(|session| session.serial.as_str()).collect();
        let users: Vec<&str> = license.users.iter().map(|user| user.as_str()).collect();
        Some(json!({
            "license": license.serial, "customer": license.customer.as_str(), "users": users, "sessions": sessions,
        }))
    };
    impact.affected.iter().filter_map(object).collect()
}
