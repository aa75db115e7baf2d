//! Record arguments, and the forms of a license for JSON and CSV.

use std::str::FromStr;

use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::outcome::count_of;
use crate::cli::render;
use crate::cli::render::Format;
use crate::domain::license::License;
use crate::domain::name::Reference;
use crate::domain::serial::{Kind, Serial, Wanted};
use crate::domain::time::Timestamp;
use crate::domain::time::last_day;
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::license::answer::{LicenseAnswer, LicenseForm, LicenseRow};
use crate::ops::lookup;
use crate::store::Reader;

/// A license argument: a serial, a prefix of one, or `ref:` and a reference.
#[derive(Clone, Debug)]
pub enum LicenseArgument {
    Serial(Wanted),
    Reference(Reference),
}

impl FromStr for LicenseArgument {
    type Err = Error;

    fn from_str(text: &str) -> Result<LicenseArgument, Error> {
        if let Some(reference) = text.strip_prefix("ref:") {
            return reference.parse().map(LicenseArgument::Reference);
        }
        Wanted::of_kind(text, Kind::License).map(LicenseArgument::Serial)
    }
}

/// A record argument of one kind: a serial, or a prefix of one. The letter of the serial states the
/// kind.
#[derive(Clone, Debug)]
pub struct Of<const LETTER: char>(pub Wanted);

impl<const LETTER: char> FromStr for Of<LETTER> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Wanted::of_kind(text, Kind::from_letter(LETTER).unwrap_or(Kind::License)).map(Of)
    }
}

/// Returns the license that an argument names, for a verb that only reads.
pub fn find(reader: Reader<'_>, named: &LicenseArgument, now: Timestamp) -> Result<License> {
    let serial = match named {
        LicenseArgument::Serial(wanted) => {
            serial_of(wanted, |beginning| reader.list_serials(beginning))?
        }
        LicenseArgument::Reference(reference) => {
            let serial = reader.find_serial(reference)?.ok_or_else(|| {
                Error::new(
                    ErrorCode::NotFound,
                    format!("there is no license with reference {reference}"),
                )
                .hint("`licentia license list` shows the licenses")
            })?;
            serial.parse()?
        }
    };
    lookup::license(reader, &serial, now)
}

/// Returns the serial that was typed, or the only serial with a typed prefix. `list` returns the
/// serials with the prefix.
pub fn serial_of(
    wanted: &Wanted,
    list: impl Fn(&str) -> crate::store::Result<Vec<String>>,
) -> Result<Serial> {
    match wanted {
        Wanted::Whole(serial) => Ok(serial.clone()),
        Wanted::Beginning { kind, text } => Ok(only(list(text)?, *kind, text)?.parse()?),
    }
}

/// Returns the only serial with a prefix.
///
/// # Errors
///
/// `not_found` if there is none, `ambiguous` if there are several.
fn only(mut serials: Vec<String>, kind: Kind, beginning: &str) -> Result<String, Error> {
    if serials.len() > 1 {
        let message = format!("several serials begin with {beginning}: {}", serials.join(", "));
        return Err(Error::new(ErrorCode::Ambiguous, message).hint("type more of it"));
    }
    let noun = kind.noun();
    serials.pop().ok_or_else(|| {
        Error::new(
            ErrorCode::NotFound,
            format!("there is no {noun} whose serial begins with {beginning}"),
        )
        .hint(format!("`licentia {noun} list` shows the {noun}s"))
    })
}

/// Returns the license that an argument names, for a verb that changes the license.
pub fn find_to_change(
    command: &mut CommandContext<'_>,
    home: &Home,
    named: &LicenseArgument,
) -> Result<Serial> {
    if let LicenseArgument::Serial(wanted) = named {
        check_whole(command, wanted)?;
    }
    let license = find(home.reader(), named, home.now)?;
    if let LicenseArgument::Serial(wanted) = named {
        let (entitlement, state) = (&license.entitlement, license.state(home.now).as_str());
        let record = format!(
            "license {}: {} for {}, {}, {state}",
            license.serial,
            entitlement.product,
            entitlement.customer,
            summary(&license)
        );
        confirm_named(command, wanted, &record, &format!("license {}", license.serial))?;
    }
    Ok(license.serial)
}

/// Refuses a prefix of a serial without a terminal: a script that is off by one character must not
/// end the license of another customer.
///
/// # Errors
///
/// `usage` for a prefix without a terminal.
pub fn check_whole(command: &mut CommandContext<'_>, wanted: &Wanted) -> Result<(), Error> {
    if matches!(wanted, Wanted::Whole(_)) || command.person().is_some() {
        return Ok(());
    }
    Err(Error::usage("a part of a serial is enough to look, not to change")
        .hint("give the whole serial; `show` behind the noun finds it"))
}

/// Shows the record that a prefix names, and confirms it.
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

/// Returns a license in the form of a format. `written` has the paths of its files.
pub fn form(license: &License, now: Timestamp, written: &Emitted, format: Format) -> LicenseForm {
    match format {
        Format::Csv => LicenseForm::Csv(Box::new(LicenseRow::of(license, now))),
        Format::Table | Format::Json => LicenseForm::Json(Box::new(answer(license, now, written))),
    }
}

/// Returns a license for JSON. `written` has the paths of its files.
pub fn answer(license: &License, now: Timestamp, written: &Emitted) -> LicenseAnswer {
    LicenseAnswer::of(license, now, |container| written.path_for(container))
}

/// Returns `10 seats, last day 2027-11-20`.
pub fn summary(license: &License) -> String {
    let seats = count_of(license.entitlement.seats as usize, "seat");
    match license.entitlement.ends.and_then(last_day) {
        Some(day) => format!("{seats}, last day {day}"),
        None => format!("{seats}, no end"),
    }
}
