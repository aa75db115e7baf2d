//! The terms of a license: their table, and their text forms in flags, in the defaults of a product
//! and in settings. An omitted term stays omitted, so that two requests can be compared as typed.
//! [`Terms::over`] combines two layers.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use licentia_runtime::{Enforcement, Model};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::Error;
use crate::domain::module::{Grants, Module, fit};
use crate::domain::name::{Slug, is_unprintable};
use crate::domain::remedy::Remedy;
use crate::domain::time::{Date, Days, Span, parse_day};

/// The table of the terms: the name, types, flag and comparison of each term are declared here;
/// `schema.sql`, the statements of `store` and the claims repeat its column. The macro passes the
/// table to another macro, which expands one item for each row: [`Terms`] and [`TERMS`] here, the
/// fields and rules of `Entitlement` in `entitlement.rs`.
///
/// The parts of a row:
///
/// ```text
/// /// Meaning                        documentation of the fields
/// "grace"                            name: flag, CSV column, key in a catalogue; after `|` another
///                                    name of the key
///     grace: OrNone<Days>             field of `Terms`, and the type that reads it as text;
///                                    `OrNone` accepts `none`, which clears a lower layer
///     => grace_days: u32 {           field of `Entitlement`, column of the table `license`, and member
///                                    in JSON, with its type; `TermValue` has the default
///     flag("DURATION", "Days after …"),  value name and help of the flag
///     more(never),                   comparison of two values, which is true if the first
///                                    gives more: a function of `entitlement.rs`
///     file(|claims| claims.term…),   value that a license file states
/// }
/// ```
///
/// Every term is inherited in the same way: the uppermost layer that states it counts (license,
/// product, home). The terms of the section `separate` have their own places in the answers; the
/// terms of the section `listed` follow each other, in the order of the table. A new term is a row
/// of the section `listed`.
///
/// The attributes for the application (`set`) are added up over all layers, so they are not a row.
/// Two rows have additional rules: `modules`, whose column is the table `license_module`, and
/// `ends`, for which there are three flags.
#[rustfmt::skip] // rustfmt would shift the texts that continue on the next line.
macro_rules! with_terms {
    ($expand:ident) => {
        $expand! {
            separate {
                /// Meaning of a seat.
                "model" model: Model => model: Model {
                    flag(
                        "MODEL",
                        "Meaning of a seat: named (an assigned user), floating (a session), device \
                         (a computer or dongle) [default of a new license: floating]"
                    ),
                    more(differs),
                    file(|claims| claims.model),
                }
                /// Number of seats.
                "seats" seats: Seats => seats: u32 {
                    flag("N", "Number of seats [default of a new license: 1]"),
                    more(larger),
                    file(|claims| claims.seats),
                }
                /// Granted modules.
                "modules" modules: OrNone<Grants> => modules: Vec<Grant> {
                    flag(
                        "CODE[=VALUE][@END],…",
                        "Codes of all granted modules, separated by commas; VALUE is a limit of \
                         the module, END is the day on which the module ends, at 00:00 UTC"
                    ),
                    more(grants_more),
                    file(|claims| claims.modules.iter().map(Grant::of_file).collect()),
                }
                /// First day, from 00:00 UTC.
                "starts" starts: Day => starts: Date {
                    flag("DATE", "First day [default of a new license: today, UTC]"),
                    more(earlier),
                    file(|claims| claims.term.starts),
                }
                /// End, at 00:00 UTC of the day.
                "ends" | "term" ends: OrNone<End> => ends: Option<Date> {
                    flag("DATE", "Day on which the license ends, at 00:00 UTC; none for no end"),
                    more(later),
                    file(|claims| claims.term.ends),
                }
            }
            listed {
                /// Days after which each file ends.
                "checkpoint" checkpoint: OrNone<Days> => checkpoint_days: Option<u32> {
                    flag("DURATION", "Duration after which each file ends and must be renewed, for \
                                  example 90d"),
                    more(looser),
                    file(|claims| claims.term.checkpoint_days),
                }
                /// Days after the end in which applications still work.
                "grace" grace: OrNone<Days> => grace_days: u32 {
                    flag(
                        "DURATION",
                        "Duration after the end in which applications still work, with a warning, \
                         for example 14d [default of a new license: 0d]"
                    ),
                    more(never), // Compared together with the end.
                    file(|claims| claims.term.grace_days),
                }
                /// Maximum number of days without a newer file.
                "offline-days" offline_days: OrNone<Count> => offline_days: Option<u32> {
                    flag("N", "Maximum number of days that applications work without a newer file"),
                    more(looser),
                    file(|claims| claims.offline.as_ref()?.max_days),
                }
                /// Maximum number of starts without a newer file.
                "offline-starts" offline_starts: OrNone<Count> => offline_starts: Option<u32> {
                    flag("N", "Maximum number of application starts without a newer file"),
                    more(looser),
                    file(|claims| claims.offline.as_ref()?.max_starts),
                }
                /// Behavior of an application whose license has run out.
                "enforcement" enforcement: Enforcement => enforcement: Enforcement {
                    flag(
                        "WAY",
                        "Behavior of applications after the end: block, warn or log [default of a \
                         new license: block]"
                    ),
                    more(softer),
                    file(|claims| claims.enforcement),
                }
                /// Maximum number of computers of one user.
                "hosts-per-user" hosts_per_user: OrNone<Count> => hosts_per_user: Option<u32> {
                    flag("N", "Maximum number of computers of one user"),
                    more(never), // No file states it: the sessions are counted at home.
                    file(|_| None),
                }
            }
        }
    };
}
pub(crate) use with_terms;

/// Expands the table to [`Terms`] and [`TERMS`].
macro_rules! define_terms {
    (separate { $($separate:tt)* } listed { $($listed:tt)* }) => {
        define_terms! { $($separate)* $($listed)* }
    };
    ($(
        #[doc = $meaning:literal]
        $name:literal $(| $alias:literal)? $field:ident: $typed:ty => $column:ident: $stored:ty {
            flag($value_name:literal, $help:literal),
            more($more:ident),
            file($file:expr),
        }
    )*) => {
        /// Terms, any of them omitted.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Terms {
            $(
                #[doc = $meaning]
                #[serde(rename = $name, skip_serializing_if = "Option::is_none")]
                $(#[serde(alias = $alias)])?
                pub $field: Option<$typed>,
            )*
            /// Attributes for the application (`--set`). Each layer adds its own.
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            pub set: BTreeMap<String, String>,
        }

        impl Terms {
            /// Returns these terms, with those of the layer below in the place of omitted ones.
            #[must_use]
            pub fn over(self, below: Terms) -> Terms {
                let mut set = below.set;
                set.extend(self.set);
                Terms { $($field: self.$field.or(below.$field),)* set }
            }

            /// Sets a term by its name, with a typed value.
            ///
            /// # Errors
            ///
            /// `usage` for a value that cannot be read, and for an unknown name.
            pub fn state(&mut self, name: &str, text: &str) -> Result<(), Error> {
                match name {
                    $($name => self.$field = Some(<$typed as TermText>::read(text)?),)*
                    _ => return Err(Error::usage(format!("unknown term {name:?}"))),
                }
                Ok(())
            }

            /// Omits a term by its name: `grace`, `set support`.
            fn remove(&mut self, name: &str) {
                match name {
                    $($name => self.$field = None,)*
                    name => {
                        if let Some(key) = name.strip_prefix("set ") {
                            self.set.remove(key);
                        }
                    }
                }
            }
        }

        /// The rows of the table, in their order.
        pub const TERMS: &[Term] = &[$(
            Term {
                name: $name,
                aliases: &[$($alias)?],
                #[cfg(test)]
                column: stringify!($column),
                value_name: $value_name,
                help: $help,
                words: <$typed as TermText>::WORDS,
                check: |text| <$typed as TermText>::read(text).map(drop),
            },
        )*];
    };
}
with_terms!(define_terms);

/// A row of the table, without its types.
#[derive(Debug)]
pub struct Term {
    /// The name of the flag, of the CSV column and of the key in a catalogue.
    pub name: &'static str,
    /// The other names of the key in a catalogue and in settings.
    pub aliases: &'static [&'static str],
    /// The name of the column in the table `license` and of the member in JSON.
    #[cfg(test)]
    pub column: &'static str,
    /// The name of the value in help.
    pub value_name: &'static str,
    /// The help of the flag.
    pub help: &'static str,
    /// The possible words of a term; empty for other values.
    pub words: &'static [&'static str],
    /// The check of a typed value.
    pub check: fn(&str) -> Result<(), Error>,
}

/// A type that reads a typed term.
pub trait TermText: Sized {
    /// The possible words of the type; empty for other values.
    const WORDS: &'static [&'static str] = &[];

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// `usage`, with the possible values.
    fn read(text: &str) -> Result<Self, Error>;
}

impl<T: FromStr<Err = Error>> TermText for OrNone<T> {
    fn read(text: &str) -> Result<Self, Error> {
        text.parse().map_err(|error| or_none(error, ""))
    }
}

impl TermText for Seats {
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl TermText for Day {
    fn read(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl TermText for Model {
    const WORDS: &'static [&'static str] =
        &[Model::Named.as_str(), Model::Floating.as_str(), Model::Device.as_str()];

    fn read(text: &str) -> Result<Self, Error> {
        read_word(text, "a model", [Model::Named, Model::Floating, Model::Device], Self::WORDS)
    }
}

impl TermText for Enforcement {
    const WORDS: &'static [&'static str] =
        &[Enforcement::Block.as_str(), Enforcement::Warn.as_str(), Enforcement::Log.as_str()];

    fn read(text: &str) -> Result<Self, Error> {
        let all = [Enforcement::Block, Enforcement::Warn, Enforcement::Log];
        read_word(text, "an enforcement", all, Self::WORDS)
    }
}

/// Reads one of the possible words of a term.
fn read_word<T, const N: usize>(
    text: &str,
    noun: &str,
    all: [T; N],
    words: &[&str],
) -> Result<T, Error> {
    let found = all.into_iter().zip(words).find(|(_, word)| **word == text);
    found.map(|(value, _)| value).ok_or_else(|| {
        Error::usage(format!("{text:?} is not {noun}"))
            .advice(format!("choose one of {}", words.join(", ")))
    })
}

/// A change of terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsEdit {
    /// The terms with a new value.
    pub stated: Terms,
    /// The names of the terms to omit, so that the layer below counts: `grace`, `set support`.
    pub dropped: Vec<String>,
}

impl TermsEdit {
    /// Returns the terms after this change.
    #[must_use]
    pub fn apply(&self, before: Terms) -> Terms {
        let mut below = before;
        for name in &self.dropped {
            below.remove(name);
        }
        self.stated.clone().over(below)
    }
}

/// The word that clears a value from a layer below.
pub const NONE: &str = "none";

impl Terms {
    /// Refuses terms that no license can have, in any combination with other layers. Therefore
    /// wrong terms of a product are refused when they are written, not when a license is issued.
    ///
    /// # Errors
    ///
    /// `usage` for a checkpoint of 0 days, for an end before the start, and for an invalid setting.
    pub fn check(&self) -> Result<(), Error> {
        self.wrong().map_or(Ok(()), |(_, error)| Err(error))
    }

    /// Replaces the module codes by their spelling in the module tree of the product.
    ///
    /// # Errors
    ///
    /// The errors of [`fit`].
    pub fn fit_modules(&mut self, product: &Slug, modules: &[Module]) -> Result<(), Error> {
        if let Some(OrNone::Value(grants)) = &mut self.modules {
            grants.0 = fit(grants.0.clone(), product, modules)?;
        }
        Ok(())
    }

    /// Returns the error of [`Terms::check`] with the name of its term.
    pub fn wrong(&self) -> Option<(&'static str, Error)> {
        if self.checkpoint == Some(OrNone::Value(Days(0))) {
            let error = Error::usage("the checkpoint is 0 days; at least 1 day is required")
                .remedy(Remedy::LongerCheckpoint);
            return Some(("checkpoint", error));
        }
        if let Some(OrNone::Value(End::Term(span))) = &self.ends {
            let starts = self.starts.map(|day| day.0).or(Date::new(2100, 1, 1));
            let ends = starts.and_then(|starts| span.after(starts));
            if ends.is_none_or(|ends| Some(ends) <= starts) {
                let error = Error::usage(format!("a license cannot last {span}"))
                    .advice("write a term like 30d, 3mo or 1y, or none for no end");
                return Some(("ends", error));
            }
        }
        if let (Some(Day(starts)), Some(OrNone::Value(End::Day(ends)))) = (self.starts, &self.ends)
            && *ends <= starts
        {
            return Some(("ends", ends_too_early(*ends, starts)));
        }
        self.set.iter().find_map(|(key, value)| Some(("set", check_attribute(key, value).err()?)))
    }
}

/// Returns the error for a license that would end before it starts.
pub(super) fn ends_too_early(ends: Date, starts: Date) -> Error {
    Error::usage(format!(
        "the end of the license ({ends}, 00:00 UTC) is not later than its first day ({starts})"
    ))
    .remedy(Remedy::EndIsExclusive)
}

/// Returns the settings of all layers without those that `none` clears.
pub fn attributes_of(set: BTreeMap<String, String>) -> BTreeMap<String, String> {
    set.into_iter().filter(|(_, value)| value != NONE).collect()
}

/// Checks a setting of the application: `KEY=VALUE` of a flag, or a line of TOML.
///
/// # Errors
///
/// `usage` for a key that is not 1 to 64 letters, digits, dots, dashes or underscores, and for a
/// value of more than 1000 bytes or with control characters.
pub fn check_attribute(key: &str, value: &str) -> Result<(), Error> {
    let wrong = |why: &str| {
        Error::usage(format!("attribute {key:?} {why}"))
            .advice("write an attribute as KEY=VALUE, like support=gold")
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if key.is_empty() || key.len() > 64 || !key.chars().all(plain) {
        return Err(wrong(
            "has an invalid key: 1 to 64 letters, digits, dots, dashes and underscores are allowed",
        ));
    }
    if value.len() > 1000 || value.contains(is_unprintable) {
        return Err(wrong(
            "has an invalid value: at most 1000 bytes without control characters are allowed",
        ));
    }
    Ok(())
}

/// A value, or the word `none`, which clears a value of a lower layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrNone<T> {
    /// The word `none`.
    None,
    /// A value.
    Value(T),
}

impl<T> OrNone<T> {
    /// Returns the value; `None` for `none`.
    pub fn value(self) -> Option<T> {
        match self {
            OrNone::None => None,
            OrNone::Value(value) => Some(value),
        }
    }
}

impl<T: FromStr<Err = Error>> FromStr for OrNone<T> {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        if text == NONE { Ok(OrNone::None) } else { text.parse().map(OrNone::Value) }
    }
}

impl<T: fmt::Display> fmt::Display for OrNone<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OrNone::None => f.write_str(NONE),
            OrNone::Value(value) => value.fmt(f),
        }
    }
}

/// A number of seats, 1 to 1,000,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats(pub u32);

impl FromStr for Seats {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        count(text, "a number of seats").map(Seats)
    }
}

/// A maximum number (of days, starts or computers), 1 to 1,000,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u32);

impl FromStr for Count {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        count(text, "a valid number").map(Count)
    }
}

const MAX_COUNT: u32 = 1_000_000_000;

fn count(text: &str, noun: &str) -> Result<u32, Error> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && (1..=MAX_COUNT).contains(number));
    number.ok_or_else(|| {
        Error::usage(format!("{text:?} is not {noun}"))
            .advice(format!("use a whole number from 1 to {MAX_COUNT}"))
    })
}

/// A day, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl FromStr for Day {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        parse_day(text).map(Day)
    }
}

/// Adds the word for no end to the advice of an error about an end.
pub fn or_no_end(error: Error) -> Error {
    or_none(error, " for no end")
}

/// Adds the word that clears a value to the advice of an error about the value, with its meaning.
fn or_none(error: Error, meaning: &str) -> Error {
    match error.remedy.as_deref().and_then(Remedy::as_advice) {
        Some(advice) if !advice.contains(NONE) => {
            let advice = format!("{advice}, or {NONE}{meaning}");
            error.advice(advice)
        }
        _ => error,
    }
}

/// The end of a license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A day: the license ends at 00:00 UTC.
    Day(Date),
    /// A duration from the first day.
    Term(Span),
}

impl FromStr for End {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        let end = if text.contains('-') {
            parse_day(text).map(End::Day)
        } else {
            text.parse().map(End::Term)
        };
        end.map_err(or_no_end)
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Day(day) => day.fmt(f),
            End::Term(span) => span.fmt(f),
        }
    }
}

macro_rules! shown_as {
    ($($name:ident)*) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )* };
}
shown_as!(Seats Count Day);

/// Reads a text by [`FromStr`], so that a flag, a stored term and a line of TOML have the same
/// meaning. An integer of TOML is read too.
fn from_text<'de, T: FromStr<Err = Error>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Text<T>(PhantomData<T>);
    impl<T: FromStr<Err = Error>> de::Visitor<'_> for Text<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|error: Error| {
                match error.remedy.as_deref().and_then(Remedy::as_advice) {
                    Some(advice) => E::custom(format_args!("{}: {advice}", error.message)),
                    None => E::custom(error.message),
                }
            })
        }
        fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
        fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
    }
    deserializer.deserialize_any(Text(PhantomData))
}

macro_rules! as_text {
    ($($name:ty),*) => { $(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                from_text(deserializer)
            }
        }
    )* };
}
as_text!(Seats, Day);

impl<T: fmt::Display> Serialize for OrNone<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: FromStr<Err = Error>> Deserialize<'de> for OrNone<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_a_sane_whole_number() {
        assert_eq!("10".parse(), Ok(Seats(10)));
        for text in ["0", "-1", "+1", "1.5", "", "ten", "100000000000000000000", "1000000001"] {
            assert!(text.parse::<Seats>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn terms_keep_what_was_omitted_and_read_back_the_same() {
        let text = r#"{"seats":"10","modules":"calculator.pro=500@2027-03-01","ends":"1y","grace":"14d","offline-days":"none","set":{"support":"gold"}}"#;
        let terms: Terms = serde_json::from_str(text).expect("terms");
        assert_eq!(terms.model, None);
        assert_eq!(terms.offline_days, Some(OrNone::None));
        assert_eq!(serde_json::to_string(&terms).expect("text"), text);
        assert!(serde_json::from_str::<Terms>(r#"{"seat":"1"}"#).is_err());
    }

    #[test]
    fn the_upper_layer_wins_and_none_clears() {
        let flags = Terms {
            ends: Some(OrNone::None),
            set: [("a".into(), "1".into())].into(),
            ..Terms::default()
        };
        let product = Terms {
            ends: Some(OrNone::Value(End::Term(Span::Months(12)))),
            seats: Some(Seats(5)),
            set: [("a".into(), "2".into()), ("b".into(), "3".into())].into(),
            ..Terms::default()
        };
        let laid = flags.over(product);
        assert_eq!((laid.ends, laid.seats), (Some(OrNone::None), Some(Seats(5))));
        assert_eq!(
            laid.set,
            [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "3".to_owned())].into()
        );
    }

    #[test]
    fn an_edit_states_drops_and_keeps_terms() {
        let text = r#"{"model":"named","seats":"2","modules":"m","starts":"2027-01-01","ends":"1y",
            "checkpoint":"9d","grace":"1d","offline-days":"3","offline-starts":"4",
            "enforcement":"warn","hosts-per-user":"5","set":{"a":"b"}}"#;
        let before: Terms = serde_json::from_str(text).expect("terms");
        let names = serde_json::to_value(&before).expect("members");
        let names = names.as_object().expect("members").keys().filter(|name| *name != "set");
        let dropped: Vec<String> = names.cloned().chain(["set a".to_owned()]).collect();
        let all = TermsEdit { stated: Terms::default(), dropped };
        assert_eq!(all.apply(before.clone()), Terms::default(), "each term can be dropped");
        let stated = Terms { seats: Some(Seats(7)), ..Terms::default() };
        let edit = TermsEdit { stated, dropped: vec!["grace".into()] };
        let after = Terms { seats: Some(Seats(7)), grace: None, ..before.clone() };
        assert_eq!(edit.apply(before), after);
    }

    #[test]
    fn a_term_is_read_alike_from_a_flag_and_from_json() {
        for term in TERMS {
            let text = match (term.name, term.words) {
                ("modules", _) => "m=5",
                ("starts" | "ends", _) => "2027-01-01",
                ("checkpoint" | "grace", _) => "9d",
                (_, [word, ..]) => word,
                _ => "7",
            };
            let mut stated = Terms::default();
            stated.state(term.name, text).expect(text);
            let json = format!("{{\"{}\":\"{text}\"}}", term.name);
            assert_eq!(serde_json::to_string(&stated).expect("text"), json);
            assert_eq!(serde_json::from_str::<Terms>(&json).expect("terms"), stated);
            assert!((term.check)(text).is_ok() && (term.check)("?").is_err(), "{}", term.name);
            stated.remove(term.name);
            assert_eq!(stated, Terms::default());
        }
        assert!(Terms::default().state("seat", "1").is_err());
    }

    #[test]
    fn a_setting_that_is_none_is_cleared() {
        let set = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(attributes_of(set(&[("a", "1"), ("b", "none")])), set(&[("a", "1")]));
        let terms = Terms { set: set(&[("a", "none")]), ..Terms::default() };
        let below = Terms { set: set(&[("a", "1"), ("b", "2")]), ..Terms::default() };
        assert_eq!(attributes_of(terms.over(below).set), set(&[("b", "2")]));
    }
}
