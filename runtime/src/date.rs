//! Calendar days in UTC. Licenses count in days; only the start of a day is an instant.

#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        reason = "numbers of four digits fit, whatever is done to them"
    )
)]

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const DAY: i64 = 86_400;

/// A day of the proleptic Gregorian calendar, years 1 to 9999, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the day, or `None` if the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=last).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// Parses a day in exactly the form `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0i16, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'))
            })
        };
        let (month, day) = (number(&[m1, m2])?, number(&[d1, d2])?);
        Date::new(number(&[y1, y2, y3, y4])?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Returns the year (1 to 9999), month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Returns the day before this one. The first day that a date can have returns itself.
    pub(crate) fn previous(self) -> Date {
        let Date { year, month, day } = self;
        let last_of = |year, month| (28..=31).rev().find_map(|day| Date::new(year, month, day));
        let previous = match (month, day) {
            (1, 1) => last_of(year - 1, 12),
            (_, 1) => last_of(year, month - 1),
            _ => Date::new(year, month, day - 1),
        };
        previous.unwrap_or(self)
    }

    /// Returns 00:00 UTC of the day, in seconds since 1970.
    pub fn midnight(self) -> i64 {
        // The year starts in March, so that the leap day is the last day of a year.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        (365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
            - 719_468)
            * DAY
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day as YYYY-MM-DD")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).ok_or_else(|| E::custom("not a day of the calendar"))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn midnights_fall_where_the_calendar_has_them() {
        for (text, seconds) in [
            ("1970-01-01", 0),
            ("2000-02-29", 951_782_400),
            ("2000-03-01", 951_868_800),
            ("2026-11-21", 1_795_219_200),
            ("2027-03-01", 1_803_859_200),
            ("1969-12-31", -86_400),
            ("9999-12-31", 253_402_214_400),
        ] {
            let date = Date::parse(text).expect("a day");
            assert_eq!((date.midnight(), date.to_string().as_str()), (seconds, text));
        }
    }

    #[test]
    fn the_previous_day_can_be_in_the_previous_month_or_year() {
        for (text, previous) in [
            ("2026-11-21", "2026-11-20"),
            ("2028-03-01", "2028-02-29"),
            ("2026-03-01", "2026-02-28"),
            ("2026-05-01", "2026-04-30"),
            ("2027-01-01", "2026-12-31"),
            ("0001-01-01", "0001-01-01"),
        ] {
            let date = Date::parse(text).expect("a day");
            assert_eq!(date.previous().to_string(), previous, "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_no_days() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "0000-01-01",
            "2026-1-1",
            "20261121",
            "+026-01-01",
            "",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
