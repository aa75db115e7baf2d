//! Records at the counter: how somebody names one, and how a license looks to machines and in
//! spreadsheets.

use std::str::FromStr;
use std::sync::LazyLock;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::outcome::count_of;
use crate::cli::render;
use crate::domain::license::License;
use crate::domain::license::activation::File;
use crate::domain::license::entitlement::TermMembers;
use crate::domain::license::terms::TERMS;
use crate::domain::name::Reference;
use crate::domain::serial::{Kind, Serial, Wanted};
use crate::domain::time::Timestamp;
use crate::domain::time::last_day;
use crate::domain::{Code as Why, Refusal};
use crate::ops::lookup;
use crate::store::Reader;

/// A license, as somebody names it: a serial, a beginning of one, or `ref:` and a reference.
#[derive(Clone, Debug)]
pub enum Named {
    Serial(Wanted),
    Reference(Reference),
}

impl FromStr for Named {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Named, Refusal> {
        if let Some(reference) = text.strip_prefix("ref:") {
            return reference.parse().map(Named::Reference);
        }
        Wanted::of_kind(text, Kind::License).map(Named::Serial)
    }
}

/// A record of one kind, as somebody names it: a serial, or a beginning of one. The kind is said by
/// its serials' letter.
#[derive(Clone, Debug)]
pub struct Of<const LETTER: char>(pub Wanted);

impl<const LETTER: char> FromStr for Of<LETTER> {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        Wanted::of_kind(text, Kind::from_letter(LETTER).unwrap_or(Kind::License)).map(Of)
    }
}

/// The license that was named, for a verb that only reads.
pub fn find(reader: Reader<'_>, named: &Named, now: Timestamp) -> Result<License> {
    let serial = match named {
        Named::Serial(wanted) => serial_of(wanted, |beginning| reader.list_serials(beginning))?,
        Named::Reference(reference) => {
            let serial = reader.find_serial(reference)?.ok_or_else(|| {
                Refusal::new(
                    Why::NotFound,
                    format!("there is no license with reference {reference}"),
                )
                .hint("`licentia license list` shows the licenses")
            })?;
            serial.parse()?
        }
    };
    lookup::license(reader, &serial, now)
}

/// The serial that somebody typed, or the only one that begins so. `list` gives those that do.
pub fn serial_of(
    wanted: &Wanted,
    list: impl Fn(&str) -> crate::store::Result<Vec<String>>,
) -> Result<Serial> {
    match wanted {
        Wanted::Whole(serial) => Ok(serial.clone()),
        Wanted::Beginning { kind, text } => Ok(only(list(text)?, *kind, text)?.parse()?),
    }
}

/// The one serial with a beginning.
///
/// # Errors
///
/// `not_found` where there is none, `ambiguous` where there are several.
fn only(mut serials: Vec<String>, kind: Kind, beginning: &str) -> Result<String, Refusal> {
    if serials.len() > 1 {
        let message = format!("several serials begin with {beginning}: {}", serials.join(", "));
        return Err(Refusal::new(Why::Ambiguous, message).hint("type more of it"));
    }
    let noun = kind.noun();
    serials.pop().ok_or_else(|| {
        Refusal::new(
            Why::NotFound,
            format!("there is no {noun} whose serial begins with {beginning}"),
        )
        .hint(format!("`licentia {noun} list` shows the {noun}s"))
    })
}

/// The license that was named, for a verb that changes it.
pub fn find_to_change(
    command: &mut CommandContext<'_>,
    home: &Home,
    named: &Named,
) -> Result<Serial> {
    if let Named::Serial(wanted) = named {
        check_whole(command, wanted)?;
    }
    let license = find(home.reader(), named, home.now)?;
    if let Named::Serial(wanted) = named {
        let (right, state) = (&license.right, license.state(home.now).as_str());
        let record = format!(
            "license {}: {} for {}, {}, {state}",
            license.serial,
            right.product,
            right.customer,
            summary(&license)
        );
        confirm_named(command, wanted, &record, &format!("license {}", license.serial))?;
    }
    Ok(license.serial)
}

/// A beginning of a serial is taken only from a person: a script that is off by one character must
/// not end another customer's license.
///
/// # Errors
///
/// `usage` for a beginning where nobody can be asked.
pub fn check_whole(command: &mut CommandContext<'_>, wanted: &Wanted) -> Result<(), Refusal> {
    if matches!(wanted, Wanted::Whole(_)) || command.person().is_some() {
        return Ok(());
    }
    Err(Refusal::usage("a part of a serial is enough to look, not to change")
        .hint("give the whole serial; `show` behind the noun finds it"))
}

/// Shows the record that a beginning named, and asks whether it is the one.
pub fn confirm_named(
    command: &mut CommandContext<'_>,
    wanted: &Wanted,
    record: &str,
    what: &str,
) -> Result<()> {
    if matches!(wanted, Wanted::Whole(_)) {
        return Ok(());
    }
    render::note(command.host, record);
    command.confirm(&[], &format!("go on with {what}"))
}

/// A license for machines. `written` is where its file went.
pub fn object(license: &License, now: Timestamp, written: &Emitted) -> Value {
    let right = &license.right;
    let describe = |file: &File, path: Option<String>| json!({"path": path, "jti": file.jti, "kid": file.kid, "expires_at": file.expires_at});
    let activations: Vec<Value> = license
        .activations
        .iter()
        .map(|activation| {
            json!({
                "container": activation.container(), "seats": activation.seats,
                "generation": activation.generation,
                "state": activation.state.as_str(), "ended_at": activation.ended_at,
                "moves_to": activation.leaving.as_ref().filter(|_| activation.is_held()).and_then(|leaving| leaving.moves_to.as_ref()),
                "file": activation.file.as_ref().map(|newest| describe(newest, written.path_for(activation.container()).filter(|_| activation.is_live()))),
            })
        })
        .collect();
    let mut live = license.live();
    let only = live.next().filter(|_| live.next().is_none());
    let modules: Vec<Value> = right
        .modules
        .iter()
        .map(|grant| json!({"code": grant.code.as_str(), "value": grant.value, "ends": grant.ends}))
        .collect();
    let users: Vec<&str> = right.users.iter().map(|user| user.as_str()).collect();
    let mut object = json!({
        "serial": license.serial.as_str(), "product": right.product.as_str(),
        "customer": right.customer.as_str(),
        "company": right.company.as_ref().map(|code| code.as_str()),
        "edition": right.edition.as_str(), "model": right.model.as_str(),
        "seats": right.seats, "seats_placed": license.seats_placed(),
        "seats_free": seats_free(license),
        "assigned": users.len(), "users": users, "sessions": license.sessions,
        "free": license.free(), "revision": license.revision,
        "state": license.state(now).as_str(), "reason": license.reason,
        "state_since": license.state_since,
        "starts": right.starts, "ends": right.ends, "last_day": right.ends.and_then(last_day),
    });
    let rest = json!({
        "modules": modules, "attributes": right.attributes,
        "reference": license.reference.as_ref().map(|reference| reference.as_str()),
        "replaces": license.replaces,
        "replaced_by": license.replaced_by, "adopted": license.adopted,
        "created_at": license.created_at, "activations": activations,
        "file": only.and_then(|only| only.file.as_ref().map(|file| describe(file, written.path_for(only.container())))),
    });
    let terms = serde_json::to_value(TermMembers::of(right)).unwrap_or_default();
    if let (Some(members), Value::Object(terms), Value::Object(rest)) =
        (object.as_object_mut(), terms, rest)
    {
        members.extend(terms.into_iter().chain(rest));
    }
    object
}

/// The columns of a license in CSV: its identity, then the flags of `license issue`.
pub static CSV: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let identity = ["serial", "state", "customer", "product", "company", "edition", "users"];
    let terms = TERMS.iter().map(|term| term.name);
    identity.into_iter().chain(terms).chain(["set", "reference"]).collect()
});

/// Returns a license for CSV, with its terms as the flags take them.
pub fn flags(license: &License, now: Timestamp) -> Value {
    let right = &license.right;
    let words = |words: Vec<String>| Some(words.join(",")).filter(|words| !words.is_empty());
    let mut row = json!({
        "serial": license.serial.as_str(), "state": license.state(now).as_str(),
        "customer": right.customer.as_str(),
        "product": right.product.as_str(),
        "company": right.company.as_ref().map(|code| code.as_str()),
        "edition": right.edition.as_str(),
        "users": words(right.users.iter().map(ToString::to_string).collect()),
        "set": (!right.attributes.is_empty()).then(|| json!(right.attributes)),
        "reference": license.reference.as_ref().map(|reference| reference.as_str()),
    });
    for (name, value) in right.flags() {
        row[name] = value.into();
    }
    row
}

/// The seats that are in no container and in no delivery; none of a license that was ended.
pub fn seats_free(license: &License) -> u32 {
    if license.standing.is_final() {
        0
    } else {
        license.right.seats.saturating_sub(license.seats_placed())
    }
}

/// `10 seats, last day 2027-11-20`
pub fn summary(license: &License) -> String {
    let seats = count_of(license.right.seats as usize, "seat");
    match license.right.ends.and_then(last_day) {
        Some(day) => format!("{seats}, last day {day}"),
        None => format!("{seats}, no end"),
    }
}
