//! The terms of a license as somebody wrote them: flags, a product's defaults, settings. Whatever
//! was omitted stays omitted, so that two requests can be compared as typed; [`Terms::over`] lays
//! one over another.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use licentia_runtime::{Enforcement, Model};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::domain::Refusal;
use crate::domain::module::{Grants, Module, fit};
use crate::domain::name::{Code, is_unprintable};
use crate::domain::time::{Date, Days, Span, parse_day};

/// Terms, each perhaps omitted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Terms {
    /// What a seat is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<Model>,
    /// How many seats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Seats>,
    /// Which modules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modules: Option<Clear<Grants>>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<Day>,
    /// The end day, or how long from the first day.
    #[serde(skip_serializing_if = "Option::is_none", alias = "term")]
    pub ends: Option<Clear<End>>,
    /// Days after which each file ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkpoint: Option<Clear<Days>>,
    /// Days after the end in which applications still work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grace: Option<Clear<Days>>,
    /// Most days without a newer proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offline_days: Option<Clear<Count>>,
    /// Most starts without a newer proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offline_starts: Option<Clear<Count>>,
    /// What applications do when it has run out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enforcement: Option<Enforcement>,
    /// Most computers of one user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hosts_per_user: Option<Clear<Count>>,
    /// Settings of the application, added up over all layers.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, String>,
}

impl Terms {
    /// These terms, and where they are silent the others.
    #[must_use]
    pub fn over(self, below: Terms) -> Terms {
        let mut set = below.set;
        set.extend(self.set);
        Terms {
            model: self.model.or(below.model),
            seats: self.seats.or(below.seats),
            modules: self.modules.or(below.modules),
            starts: self.starts.or(below.starts),
            ends: self.ends.or(below.ends),
            checkpoint: self.checkpoint.or(below.checkpoint),
            grace: self.grace.or(below.grace),
            offline_days: self.offline_days.or(below.offline_days),
            offline_starts: self.offline_starts.or(below.offline_starts),
            enforcement: self.enforcement.or(below.enforcement),
            hosts_per_user: self.hosts_per_user.or(below.hosts_per_user),
            set,
        }
    }
}

/// A change of terms: terms in the place of those that were stated, and terms that are stated no
/// longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsEdit {
    /// The terms that are stated.
    pub stated: Terms,
    /// The names of the terms that are dropped, so that the layer below counts: `grace`, `set
    /// support`.
    pub dropped: Vec<String>,
}

impl TermsEdit {
    /// Returns terms with this change.
    #[must_use]
    pub fn apply(&self, before: Terms) -> Terms {
        let mut below = before;
        for name in &self.dropped {
            below.remove(name);
        }
        self.stated.clone().over(below)
    }
}

impl Terms {
    /// Drops a term by its name: `grace`, `set support`.
    fn remove(&mut self, name: &str) {
        match name {
            "model" => self.model = None,
            "seats" => self.seats = None,
            "modules" => self.modules = None,
            "starts" => self.starts = None,
            "ends" => self.ends = None,
            "checkpoint" => self.checkpoint = None,
            "grace" => self.grace = None,
            "offline-days" => self.offline_days = None,
            "offline-starts" => self.offline_starts = None,
            "enforcement" => self.enforcement = None,
            "hosts-per-user" => self.hosts_per_user = None,
            name => {
                if let Some(key) = name.strip_prefix("set ") {
                    self.set.remove(key);
                }
            }
        }
    }
}

/// The word that clears a value from a layer below.
const NONE: &str = "none";

impl Terms {
    /// Checks what no license could have, whatever it is laid over: so that a product's terms are
    /// refused where they are written, not where somebody sells it.
    ///
    /// # Errors
    ///
    /// `usage` for a checkpoint of no days, an end before the start, a setting that is none.
    pub fn check(&self) -> Result<(), Refusal> {
        self.wrong().map_or(Ok(()), |(_, refusal)| Err(refusal))
    }

    /// Writes the codes of their modules as the product's tree does.
    ///
    /// # Errors
    ///
    /// What [`fit`] refuses.
    pub fn fit_modules(&mut self, product: &Code, tree: &[Module]) -> Result<(), Refusal> {
        if let Some(Clear::Value(grants)) = &mut self.modules {
            grants.0 = fit(grants.0.clone(), product, tree)?;
        }
        Ok(())
    }

    /// What [`Terms::check`] refuses, and the term that it is about.
    pub fn wrong(&self) -> Option<(&'static str, Refusal)> {
        if self.checkpoint == Some(Clear::Value(Days(0))) {
            let refusal = Refusal::usage("a checkpoint of no days")
                .hint("a day is the least: --checkpoint 1d");
            return Some(("checkpoint", refusal));
        }
        if let Some(Clear::Value(End::Term(span))) = &self.ends {
            let starts = self.starts.map(|day| day.0).or(Date::new(2100, 1, 1));
            let ends = starts.and_then(|starts| span.after(starts));
            if ends.is_none_or(|ends| Some(ends) <= starts) {
                let refusal = Refusal::usage(format!("a license cannot last {span}"))
                    .hint("like 30d, 3mo, 1y; none for no end");
                return Some(("ends", refusal));
            }
        }
        if let (Some(Day(starts)), Some(Clear::Value(End::Day(ends)))) = (self.starts, &self.ends)
            && *ends <= starts
        {
            let refusal = Refusal::usage(format!(
                "the license would end on {ends}, before it starts on {starts}"
            ))
            .hint(
                "--ends is the day on which it ends at 00:00 UTC; --last-day is the last full day",
            );
            return Some(("ends", refusal));
        }
        self.set.iter().find_map(|(key, value)| Some(("set", check_setting(key, value).err()?)))
    }
}

/// The settings that are left when all layers are one: without those that `none` clears.
pub fn settings(set: BTreeMap<String, String>) -> BTreeMap<String, String> {
    set.into_iter().filter(|(_, value)| value != NONE).collect()
}

/// Checks a setting of the application: `KEY=VALUE` of a flag, or a line of TOML.
///
/// # Errors
///
/// `usage` for a key that is not 1 to 64 plain characters, or a value of more than 1000 bytes or
/// with control characters.
pub fn check_setting(key: &str, value: &str) -> Result<(), Refusal> {
    let wrong = |why: &str| {
        Refusal::usage(format!("setting {key:?} {why}"))
            .hint("a setting is written KEY=VALUE, like support=gold")
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if key.is_empty() || key.len() > 64 || !key.chars().all(plain) {
        return Err(wrong(
            "has no plain key of 1 to 64 letters, digits, dots, dashes or underscores",
        ));
    }
    if value.len() > 1000 || value.contains(is_unprintable) {
        return Err(wrong("has a value with a control character, or of more than 1000 bytes"));
    }
    Ok(())
}

/// A value, or the word `none` that clears one from a layer below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clear<T> {
    /// `none`
    Nothing,
    /// A value.
    Value(T),
}

impl<T> Clear<T> {
    /// The value, if it is one.
    pub fn value(self) -> Option<T> {
        match self {
            Clear::Nothing => None,
            Clear::Value(value) => Some(value),
        }
    }
}

impl<T: FromStr<Err = Refusal>> FromStr for Clear<T> {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if text == NONE { Ok(Clear::Nothing) } else { text.parse().map(Clear::Value) }
    }
}

impl<T: fmt::Display> fmt::Display for Clear<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clear::Nothing => f.write_str(NONE),
            Clear::Value(value) => value.fmt(f),
        }
    }
}

/// A count of seats, 1 to a thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats(pub u32);

impl FromStr for Seats {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        count(text, "seats").map(Seats)
    }
}

/// A count of at least one: starts, days, computers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u32);

impl FromStr for Count {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        count(text, "things").map(Count)
    }
}

const MOST: u32 = 1_000_000_000;

fn count(text: &str, of: &str) -> Result<u32, Refusal> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && (1..=MOST).contains(number));
    number.ok_or_else(|| {
        Refusal::usage(format!("{text:?} is not a number of {of}"))
            .hint(format!("a whole number from 1 to {MOST}"))
    })
}

/// A day, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl FromStr for Day {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        parse_day(text).map(Day)
    }
}

/// Where a license ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At 00:00 UTC of this day.
    Day(Date),
    /// So long after its first day.
    Term(Span),
}

impl FromStr for End {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if text.contains('-') { parse_day(text).map(End::Day) } else { text.parse().map(End::Term) }
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

/// Reads what is written as text through [`FromStr`], so that a flag, a stored term and a line of
/// TOML mean the same; a plain number of TOML will do too.
fn from_text<'de, T: FromStr<Err = Refusal>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Text<T>(PhantomData<T>);
    impl<T: FromStr<Err = Refusal>> de::Visitor<'_> for Text<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|refusal: Refusal| match refusal.hint {
                Some(hint) => E::custom(format_args!("{}: {hint}", refusal.message)),
                None => E::custom(refusal.message),
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

impl<T: fmt::Display> Serialize for Clear<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: FromStr<Err = Refusal>> Deserialize<'de> for Clear<T> {
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
        assert_eq!(terms.offline_days, Some(Clear::Nothing));
        assert_eq!(serde_json::to_string(&terms).expect("text"), text);
        assert!(serde_json::from_str::<Terms>(r#"{"seat":"1"}"#).is_err());
    }

    #[test]
    fn the_upper_layer_wins_and_none_clears() {
        let flags = Terms {
            ends: Some(Clear::Nothing),
            set: [("a".into(), "1".into())].into(),
            ..Terms::default()
        };
        let product = Terms {
            ends: Some(Clear::Value(End::Term(Span::Months(12)))),
            seats: Some(Seats(5)),
            set: [("a".into(), "2".into()), ("b".into(), "3".into())].into(),
            ..Terms::default()
        };
        let laid = flags.over(product);
        assert_eq!((laid.ends, laid.seats), (Some(Clear::Nothing), Some(Seats(5))));
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
    fn a_setting_that_is_none_is_cleared() {
        let set = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(settings(set(&[("a", "1"), ("b", "none")])), set(&[("a", "1")]));
        let terms = Terms { set: set(&[("a", "none")]), ..Terms::default() };
        let below = Terms { set: set(&[("a", "1"), ("b", "2")]), ..Terms::default() };
        assert_eq!(settings(terms.over(below).set), set(&[("b", "2")]));
    }
}
