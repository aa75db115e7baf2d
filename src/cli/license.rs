//! Record arguments, and the forms of a license for JSON and CSV.

use std::str::FromStr;

use crate::cli::arguments::quoted;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::outcome::count_of;
use crate::cli::render;
use crate::cli::render::Format;
use crate::domain::license::License;
use crate::domain::name::Reference;
use crate::domain::remedy::Remedy;
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
        let is_number = text.chars().next().and_then(Kind::from_letter).is_none();
        let read = read_serial(text, Kind::License).map(LicenseArgument::Serial);
        // A text that begins with no letter of a serial is probably an order number. A ticket code
        // is not repeated.
        read.map_err(|error| match text.parse::<Reference>() {
            Ok(_) if is_number && error.remedy.as_deref() != Some(&Remedy::RedeemCode) => {
                let word = quoted(&format!("ref:{text}"));
                error.hint(format!("for the license with the reference {text}, write {word}"))
            }
            _ => error,
        })
    }
}

/// A record argument of one kind: a serial, or a prefix of one. The letter of the serial states the
/// kind.
#[derive(Clone, Debug)]
pub struct Of<const LETTER: char>(pub Wanted);

impl<const LETTER: char> FromStr for Of<LETTER> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        read_serial(text, Kind::from_letter(LETTER).unwrap_or(Kind::License)).map(Of)
    }
}

/// Reads a serial or a prefix of one kind. A name such as `Laptop` can look like a prefix of a
/// serial of another kind, and is not reported as one.
fn read_serial(text: &str, kind: Kind) -> Result<Wanted, Error> {
    let (noun, word) = (kind.noun(), quoted(text));
    let other = |hint: String| Error::usage(format!("{text:?} is not a {noun} serial")).hint(hint);
    if let Some(reference) = text.strip_prefix("ref:") {
        let reference = quoted(reference);
        return Err(other(format!("`licentia find {reference}` searches references and serials")));
    }
    let is_name = !matches!(text.chars().nth(1), None | Some('-'));
    Wanted::of_kind(text, kind).map_err(|error| match text.parse() {
        Ok(Wanted::Beginning { kind: typed, .. }) if is_name && typed != kind => {
            other(format!("`licentia find {word}` searches names and serials"))
        }
        _ => error,
    })
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
                    format!("there is no license with the reference {reference}"),
                )
                .hint(format!(
                    "`licentia find {}` also finds the references of extensions, successors and \
                     recoveries",
                    quoted(reference.as_str())
                ))
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
        return Err(
            Error::new(ErrorCode::Ambiguous, message).hint("type more characters of the serial")
        );
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
    context: &mut CommandContext<'_>,
    home: &Home,
    named: &LicenseArgument,
) -> Result<Serial> {
    if let LicenseArgument::Serial(wanted) = named {
        check_whole(context, wanted)?;
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
        confirm_named(context, wanted, &record, &format!("license {}", license.serial))?;
    }
    Ok(license.serial)
}

/// Refuses a prefix of a serial without a terminal: a script that is off by one character must not
/// end the license of another customer.
///
/// # Errors
///
/// `usage` for a prefix without a terminal.
pub fn check_whole(context: &mut CommandContext<'_>, wanted: &Wanted) -> Result<(), Error> {
    if context.person().is_some() {
        return Ok(());
    }
    let Wanted::Beginning { kind, text } = wanted else { return Ok(()) };
    let noun = kind.noun();
    Err(Error::usage(format!("serial {text} is incomplete: a change needs the complete serial"))
        .hint(format!("`licentia {noun} show {text}` shows the complete serial")))
}

/// Shows the record that a prefix names, and confirms it.
pub fn confirm_named(
    context: &mut CommandContext<'_>,
    wanted: &Wanted,
    record: &str,
    object: &str,
) -> Result<()> {
    if matches!(wanted, Wanted::Whole(_)) {
        return Ok(());
    }
    render::note(context.host, record);
    context.confirm(&[], &format!("continue with {object}"))
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
