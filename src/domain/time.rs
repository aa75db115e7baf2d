//! Days, instants and durations. Licenses count in whole days in UTC; a year is a calendar year.

use std::fmt;
use std::str::FromStr;

pub use jiff::Timestamp;
use jiff::civil;
pub use licentia_runtime::Date;

use crate::domain::Error;

/// Returns the day of an instant, in UTC.
pub fn day_of(instant: Timestamp) -> Date {
    let date = instant.to_zoned(jiff::tz::TimeZone::UTC).date();
    from_civil(date).unwrap_or_else(|| Date::new(1, 1, 1).expect("1 January of year 1 is a day"))
}

/// Reads a day, `YYYY-MM-DD`.
///
/// # Errors
///
/// `usage`
pub fn parse_day(text: &str) -> Result<Date, Error> {
    Date::parse(text).ok_or_else(|| {
        let shaped = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
        let message = if shaped {
            format!("{text} is not a day of the calendar")
        } else {
            format!("{text:?} is not a date")
        };
        Error::usage(message).advice("write a date as YYYY-MM-DD, like 2027-03-31")
    })
}

/// Reads an instant in RFC 3339, with a year of four digits. Fractions of a second are dropped.
///
/// # Errors
///
/// `usage`
pub fn parse_instant(text: &str) -> Result<Timestamp, Error> {
    let read: Option<Timestamp> = text.parse().ok();
    read.map(whole_second).filter(|instant| is_rfc3339(*instant)).ok_or_else(|| {
        Error::usage(format!("{text:?} is not an instant"))
            .advice("write an instant like 2026-11-21T09:30:00Z")
    })
}

/// Reads an instant, or a date as 00:00 UTC of the day.
///
/// # Errors
///
/// `usage`
pub fn parse_instant_or_day(text: &str) -> Result<Timestamp, Error> {
    if text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2 {
        return parse_instant(&format!("{}T00:00:00Z", parse_day(text)?));
    }
    parse_instant(text).map_err(|_| {
        Error::usage(format!("{text:?} is neither a date nor an instant"))
            .advice("write a date like 2026-11-21, or an instant like 2026-11-21T09:30:00Z")
    })
}

/// Drops the fraction of a second: files and the database count in seconds.
pub fn whole_second(instant: Timestamp) -> Timestamp {
    Timestamp::from_second(instant.as_second()).unwrap_or(instant)
}

/// Returns whether the year of an instant has four digits, as RFC 3339 writes it.
fn is_rfc3339(instant: Timestamp) -> bool {
    instant.to_zoned(jiff::tz::TimeZone::UTC).year() >= 0
}

/// Returns the last instant of the calendar, to the second.
pub fn last_instant() -> Timestamp {
    whole_second(Timestamp::MAX)
}

/// Returns the stored form of an instant, RFC 3339, from seconds since 1970; `None` outside the
/// years 0 to 9999.
pub fn stored_instant(seconds: i64) -> Option<String> {
    let instant = Timestamp::from_second(seconds).ok()?;
    is_rfc3339(instant).then(|| instant.to_string())
}

/// Returns an instant in RFC 3339 from seconds since 1970; `None` outside the years -9999 to 9999.
pub fn instant_of(seconds: i64) -> Option<String> {
    Timestamp::from_second(seconds).ok().map(|instant| instant.to_string())
}

/// Returns the day that is a number of days later, or earlier for a negative number; `None` outside
/// the years 1 to 9999.
pub fn plus_days(day: Date, days: i64) -> Option<Date> {
    civil_of(day).checked_add(jiff::Span::new().try_days(days).ok()?).ok().and_then(from_civil)
}

/// Returns the instant that is a number of days of 86,400 s later.
pub fn after_days(now: Timestamp, days: u32) -> Timestamp {
    Timestamp::from_second(now.as_second() + i64::from(days) * 86_400)
        .unwrap_or_else(|_| last_instant())
}

/// Returns the instant that is a number of days of 86,400 s earlier.
pub fn days_before(now: Timestamp, days: u32) -> Timestamp {
    Timestamp::from_second(now.as_second() - i64::from(days) * 86_400).unwrap_or(Timestamp::MIN)
}

fn civil_of(day: Date) -> civil::Date {
    let (year, month, of_month) = day.parts();
    civil::Date::new(year, month.cast_signed(), of_month.cast_signed()).unwrap_or(civil::Date::ZERO)
}

fn from_civil(date: civil::Date) -> Option<Date> {
    Date::new(date.year(), date.month().cast_unsigned(), date.day().cast_unsigned())
}

/// A calendar duration: `30d`, `6w`, `3mo`, `2y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Days. A week is seven days.
    Days(u32),
    /// Months. A year is twelve months.
    Months(u32),
}

impl Span {
    /// Returns the day after this duration; `None` outside the calendar. If the last month does not
    /// have the day, the result is the first day of the next month (29 February + 1 year = 1
    /// March), so that a customer does not lose a paid day.
    pub fn after(self, day: Date) -> Option<Date> {
        let months = match self {
            Span::Days(days) => return plus_days(day, i64::from(days)),
            Span::Months(months) => months,
        };
        let (year, month, of_month) = day.parts();
        let whole = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let first =
            |whole: i64| (i16::try_from(whole / 12).ok(), u8::try_from(whole % 12 + 1).ok());
        let (Some(year), Some(month)) = first(whole) else { return None };
        Date::new(year, month, of_month).or_else(|| {
            let (year, month) = first(whole + 1);
            Date::new(year?, month?, 1)
        })
    }
}

impl FromStr for Span {
    type Err = Error;

    fn from_str(text: &str) -> Result<Span, Error> {
        let (count, unit) = split(text)?;
        let fit = |per: u32| {
            count
                .checked_mul(per)
                .ok_or_else(|| Error::usage(format!("the duration {text} is too long")))
        };
        match unit {
            "d" => Ok(Span::Days(count)),
            "w" => Ok(Span::Days(fit(7)?)),
            "mo" => Ok(Span::Months(count)),
            "y" => Ok(Span::Months(fit(12)?)),
            _ => Err(not_a_duration(text, "30d, 6w, 3mo or 2y")),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Months(months) if months % 12 == 0 => write!(f, "{}y", months / 12),
            Span::Months(months) => write!(f, "{months}mo"),
            Span::Days(days) => write!(f, "{days}d"),
        }
    }
}

/// A number of days, written `30d` or `6w`. Months and years would be ambiguous in a stored number
/// of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub u32);

/// The maximum number of days: a hundred years.
const MOST_DAYS: u32 = 36_525;

impl FromStr for Days {
    type Err = Error;

    fn from_str(text: &str) -> Result<Days, Error> {
        let (count, unit) = split(text)?;
        let days = match unit {
            "d" => Some(count),
            "w" => count.checked_mul(7),
            _ => return Err(not_a_duration(text, "30d or 6w")),
        };
        let days = days.filter(|days| *days <= MOST_DAYS);
        days.map(Days).ok_or_else(|| {
            Error::usage(format!(
                "the duration {text} is too long; at most {MOST_DAYS} days are allowed"
            ))
        })
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}d", self.0)
    }
}

/// The maximum number of seconds of a short duration: a year of 366 days.
const MOST_SECONDS: u32 = 366 * 86_400;

/// Reads a short duration and returns its seconds: `90s`, `15min`, `8h`, `2d`, `1w`.
///
/// # Errors
///
/// `usage` for another unit, for a duration of zero, and for more than a year.
pub fn seconds_of(text: &str) -> Result<u32, Error> {
    let (count, unit) = split(text)?;
    let each = match unit {
        "s" => 1,
        "min" => 60,
        "h" => 3600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        _ => return Err(not_a_duration(text, "90s, 15min or 8h")),
    };
    match count.checked_mul(each).filter(|seconds| *seconds <= MOST_SECONDS) {
        None => Err(Error::usage(format!(
            "the duration {text} is too long; at most 366 days are allowed"
        ))),
        Some(0) => Err(Error::usage(format!("the duration {text} is zero"))
            .advice("write a duration like 90s, 15min or 8h")),
        Some(seconds) => Ok(seconds),
    }
}

fn split(text: &str) -> Result<(u32, &str), Error> {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let count = text.strip_suffix(unit).unwrap_or(text);
    if unit == "m" {
        return Err(Error::usage(format!("the unit m in {text} is ambiguous: minutes or months"))
            .advice(format!("write {count}min or {count}mo")));
    }
    if count.is_empty() {
        return Err(not_a_duration(text, "30d, 6w, 3mo or 2y"));
    }
    count
        .parse()
        .map(|count| (count, unit))
        .map_err(|_| Error::usage(format!("the duration {text} is too long")))
}

fn not_a_duration(text: &str, like: &str) -> Error {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let problem = if is_number { "has no unit" } else { "is not a valid duration" };
    Error::usage(format!("{text:?} {problem}")).advice(format!("write a duration like {like}"))
}

/// Returns the last full day before an end.
pub fn last_day(ends: Date) -> Option<Date> {
    plus_days(ends, -1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        parse_day(text).expect("a day")
    }

    #[test]
    fn a_day_that_the_month_lacks_is_the_first_of_the_next() {
        for (from, span, to) in [
            ("2028-02-29", "1y", "2029-03-01"),
            ("2028-02-29", "4y", "2032-02-29"),
            ("2026-01-31", "1mo", "2026-03-01"),
            ("2026-10-31", "1mo", "2026-12-01"),
            ("2026-12-31", "2mo", "2027-03-01"),
            ("2026-11-21", "1y", "2027-11-21"),
            ("2026-12-01", "1mo", "2027-01-01"),
            ("2026-11-21", "6w", "2027-01-02"),
            ("2026-02-28", "1d", "2026-03-01"),
        ] {
            assert_eq!(
                span.parse::<Span>().expect("a span").after(day(from)),
                Some(day(to)),
                "{from} + {span}"
            );
        }
        assert_eq!(Span::Months(12 * 8000).after(day("2026-01-01")), None);
        assert_eq!(Span::Days(u32::MAX).after(day("2026-01-01")), None);
    }

    #[test]
    fn a_bare_m_and_other_units_are_refused() {
        for text in ["5m", "", "d", "-1d", "1.5d", "1 d", "1h", "99999999999d", "4294967295w", "1D"]
        {
            assert!(text.parse::<Span>().is_err(), "{text:?}");
        }
        let refused = "5m".parse::<Span>().expect_err("refused").remedy.expect("a remedy");
        assert!(refused.as_advice().is_some_and(|text| text.contains("5mo")), "{refused:?}");
        for text in ["3mo", "1y", "36526d", "5m"] {
            assert!(text.parse::<Days>().is_err(), "{text:?}");
        }
        assert_eq!("6w".parse(), Ok(Days(42)));
    }

    #[test]
    fn short_durations_are_seconds() {
        for (text, seconds) in
            [("90s", 90), ("15min", 900), ("8h", 28_800), ("2d", 172_800), ("1w", 604_800)]
        {
            assert_eq!(seconds_of(text), Ok(seconds));
        }
        for text in ["", "15", "15m", "0s", "1y", "3mo", "367d", "4294967295h", "-1s", "1.5h"] {
            assert!(seconds_of(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_date_is_the_beginning_of_its_day() {
        for (text, instant) in [
            ("2026-11-21", "2026-11-21T00:00:00Z"),
            ("2026-11-21T09:30:00Z", "2026-11-21T09:30:00Z"),
            ("2026-11-21T09:30:00+02:00", "2026-11-21T07:30:00Z"),
        ] {
            assert_eq!(
                parse_instant_or_day(text).map(|instant| instant.to_string()),
                Ok(instant.to_owned())
            );
        }
        for text in ["2026-02-30", "2026-11", "yesterday", "", "21-11-2026"] {
            assert!(parse_instant_or_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_instant_is_of_one_day_in_utc() {
        let instant = parse_instant("2026-11-21T23:59:59.9-01:00").expect("an instant");
        assert_eq!(
            (instant.to_string().as_str(), day_of(instant)),
            ("2026-11-22T00:59:59Z", day("2026-11-22"))
        );
        assert!(parse_instant("2026-11-21").is_err() && parse_instant("now").is_err());
    }
}
