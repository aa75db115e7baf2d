//! Rights to use a product.

mod export;
mod issue;
mod list;
mod show;

use std::str::FromStr;

use anyhow::Result;
use clap::Subcommand;
use serde_json::{Value, json};

use super::args::last_day;
use super::desk::{Desk, Emitted};
use super::outcome::Outcome;
use crate::domain::activation::File;
use crate::domain::license::License;
use crate::domain::name::Reference;
use crate::domain::serial::{Kind, Wanted};
use crate::domain::time::Timestamp;
use crate::domain::{Code as Why, Refusal};
use crate::store::Books;

#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(alias = "add")]
    Issue(Box<issue::Args>),
    List(list::Args),
    Show(show::Args),
    Export(export::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Issue(args) => issue::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
            Verb::Export(args) => export::run(args, desk),
        }
    }
}

/// A license, as somebody names it: a serial, a beginning of one, or `ref:` and a reference.
#[derive(Clone, Debug)]
enum Named {
    Serial(Wanted),
    Reference(Reference),
}

impl FromStr for Named {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Named, Refusal> {
        if let Some(reference) = text.strip_prefix("ref:") {
            return reference.parse().map(Named::Reference);
        }
        let wanted: Wanted = text.parse()?;
        let kind = match &wanted {
            Wanted::Whole(serial) => serial.kind(),
            Wanted::Beginning { kind, .. } => *kind,
        };
        if kind != Kind::License {
            return Err(
                Refusal::usage(format!("{text} names a {}, not a license", kind.noun())).hint("a license's serial begins with L")
            );
        }
        Ok(Named::Serial(wanted))
    }
}

/// The license that was named, for a verb that only reads.
fn find(books: Books<'_>, named: &Named) -> Result<License> {
    let hint = "`licentia license list` shows the licenses";
    let missing = |what: String| Refusal::new(Why::NotFound, what).hint(hint);
    let serial = match named {
        Named::Serial(Wanted::Whole(serial)) => serial.to_string(),
        Named::Serial(Wanted::Beginning { text, .. }) => match books.list_serials(text)?.as_slice() {
            [] => return Err(missing(format!("there is no license whose serial begins with {text}")).into()),
            [one] => one.clone(),
            several => {
                let refusal = Refusal::new(Why::Ambiguous, format!("several serials begin with {text}: {}", several.join(", ")));
                return Err(refusal.hint("type more of it").into());
            }
        },
        Named::Reference(reference) => {
            books.find_serial(reference)?.ok_or_else(|| missing(format!("there is no license with reference {reference}")))?
        }
    };
    Ok(books.find_license(&serial)?.ok_or_else(|| missing(format!("there is no license {serial}")))?)
}

/// A license for machines. `written` is where its file went.
fn object(license: &License, now: Timestamp, written: &Emitted) -> Value {
    let right = &license.right;
    let file = |file: &File| json!({"path": written.path(), "jti": file.jti, "kid": file.kid, "expires_at": file.expires_at});
    let activations: Vec<Value> = license
        .activations
        .iter()
        .map(|activation| {
            json!({
                "container": activation.container, "seats": activation.seats, "generation": activation.generation,
                "state": activation.state.as_str(), "file": activation.file.as_ref().map(file),
            })
        })
        .collect();
    let modules: Vec<Value> = right
        .modules
        .iter()
        .map(|grant| json!({"code": grant.code.as_str(), "value": grant.value, "ends": grant.ends}))
        .collect();
    let users: Vec<&str> = right.users.iter().map(|user| user.as_str()).collect();
    json!({
        "serial": license.serial.as_str(), "product": right.product.as_str(), "customer": right.customer.as_str(),
        "company": right.company.as_ref().map(|code| code.as_str()), "edition": right.edition.as_str(), "model": right.model.as_str(),
        "seats": right.seats, "seats_placed": license.seats_placed(), "seats_free": right.seats - license.seats_placed(),
        "assigned": users.len(), "users": users, "revision": license.revision, "state": license.state(now).as_str(),
        "starts": right.starts, "ends": right.ends, "last_day": right.ends.and_then(last_day), "checkpoint_days": right.checkpoint_days,
        "grace_days": right.grace_days, "offline_days": right.offline_days, "offline_starts": right.offline_starts,
        "enforcement": right.enforcement.as_str(), "hosts_per_user": right.hosts_per_user, "modules": modules, "attributes": right.attributes,
        "reference": license.reference.as_ref().map(|reference| reference.as_str()), "replaces": license.replaces,
        "created_at": license.created_at, "activations": activations,
        "file": license.file().map(file),
    })
}

/// A license in a spreadsheet: what it is, then the flags of `license issue`.
const CSV: &[&str] = &[
    "serial",
    "state",
    "customer",
    "product",
    "company",
    "edition",
    "users",
    "model",
    "seats",
    "modules",
    "starts",
    "ends",
    "checkpoint",
    "grace",
    "offline-days",
    "offline-starts",
    "enforcement",
    "hosts-per-user",
    "set",
    "reference",
];

/// The same license, as the flags take it.
fn flags(license: &License, now: Timestamp) -> Value {
    let right = &license.right;
    let days = |days: Option<u32>| days.map(|days| format!("{days}d"));
    let words = |words: Vec<String>| Some(words.join(",")).filter(|words| !words.is_empty());
    json!({
        "serial": license.serial.as_str(), "state": license.state(now).as_str(), "customer": right.customer.as_str(),
        "product": right.product.as_str(), "company": right.company.as_ref().map(|code| code.as_str()), "edition": right.edition.as_str(),
        "users": words(right.users.iter().map(ToString::to_string).collect()), "model": right.model.as_str(), "seats": right.seats,
        "modules": words(right.modules.iter().map(ToString::to_string).collect()), "starts": right.starts, "ends": right.ends,
        "checkpoint": days(right.checkpoint_days), "grace": days(Some(right.grace_days)), "offline_days": right.offline_days,
        "offline_starts": right.offline_starts, "enforcement": right.enforcement.as_str(), "hosts_per_user": right.hosts_per_user,
        "set": (!right.attributes.is_empty()).then(|| json!(right.attributes)),
        "reference": license.reference.as_ref().map(|reference| reference.as_str()),
    })
}

/// `10 seats, last day 2027-11-20`
fn summary(license: &License) -> String {
    let seats = if license.right.seats == 1 { "1 seat".to_owned() } else { format!("{} seats", license.right.seats) };
    match license.right.ends.and_then(last_day) {
        Some(day) => format!("{seats}, last day {day}"),
        None => format!("{seats}, no end"),
    }
}
