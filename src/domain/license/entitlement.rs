//! The entitlement of a license: the terms of a request with the defaults, checked against the
//! rules.

use std::collections::BTreeMap;

use licentia_runtime::{Edition, Enforcement, LicenseClaims, Model};
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::license::terms::{
    Count, Day, End, NONE, OrNone, Seats, TERMS, Terms, attributes_of, ends_too_early, with_terms,
};
use crate::domain::module;
use crate::domain::module::{Grant, Grants, Module};
use crate::domain::name::{Slug, Username, count_of};
use crate::domain::product::Product;
use crate::domain::remedy::Remedy;
use crate::domain::time::{Date, Days, Timestamp, day_of, plus_days};
use crate::domain::{Error, ErrorCode};

/// Expands the table of terms to [`Entitlement`] and its rules.
macro_rules! define_entitlement {
    (separate { $($separate:tt)* } listed { $($listed:tt)* }) => {
        define_entitlement! { rows: $($separate)* $($listed)* }
        define_entitlement! { members: $($listed)* }
    };
    (rows: $(
        #[doc = $meaning:literal]
        $name:literal $(| $alias:literal)? $field:ident: $typed:ty => $column:ident: $stored:ty {
            flag($value_name:literal, $help:literal),
            more($more:ident),
            file($file:expr),
        }
    )*) => {
        /// The content of a license grant, complete and checked.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Entitlement {
            /// Product code.
            pub product: Slug,
            /// Customer code.
            pub customer: Slug,
            /// Code of the company that holds the license.
            pub company: Option<Slug>,
            /// Commercial or trial.
            pub edition: Edition,
            /// Assigned users.
            pub users: Vec<Username>,
            $(
                #[doc = $meaning]
                pub $column: $stored,
            )*
            /// Attributes for the application.
            pub attributes: BTreeMap<String, String>,
        }

        impl Entitlement {
            /// Returns the terms, none omitted, as the lower layer of an edit.
            pub fn terms(&self) -> Terms {
                Terms {
                    $($field: Some(TermValue::typed(&self.$column)),)*
                    set: self.attributes.clone(),
                }
            }

            /// Returns the entitlement that the terms of a request give.
            fn of_terms(request: Request, parties: EntitlementParties<'_>, starts: Date)
            -> Result<Entitlement, Error> {
                let EntitlementParties { product, modules, customer, company } = parties;
                let (terms, facts) = (request.terms, Facts { starts, product: &product.code, modules });
                Ok(Entitlement {
                    product: product.code.clone(),
                    customer: customer.clone(),
                    company: company.cloned(),
                    edition: request.edition,
                    users: request.users,
                    $($column: TermValue::decide(terms.$field, &facts)?,)*
                    attributes: attributes_of(terms.set),
                })
            }

            /// Returns the entitlement that a license file states, with the codes as the file
            /// spells them.
            pub fn of_file(claims: &LicenseClaims) -> Entitlement {
                $(let $column: fn(&LicenseClaims) -> $stored = $file;)*
                Entitlement {
                    product: Slug::stored(claims.product.code.clone()),
                    customer: Slug::stored(claims.customer.code.clone()),
                    company: claims.customer.company.clone().map(Slug::stored),
                    edition: claims.edition,
                    users: claims.users.iter().flatten().cloned().map(Username::stored).collect(),
                    $($column: $column(claims),)*
                    attributes: claims.attributes.clone(),
                }
            }

            /// Returns whether a term, compared alone, gives more than the same term of the other
            /// entitlement.
            fn has_a_term_that_gives_more(&self, other: &Entitlement) -> bool {
                $($more(&self.$column, &other.$column) ||)* false
            }
        }
    };
    (members: $(
        #[doc = $meaning:literal]
        $name:literal $(| $alias:literal)? $field:ident: $typed:ty => $column:ident: $stored:ty {
            flag($value_name:literal, $help:literal),
            more($more:ident),
            file($file:expr),
        }
    )*) => {
        /// The JSON members of the terms of the second section of the table, in every answer and
        /// audit entry.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        pub struct TermMembers {
            $(
                #[doc = $meaning]
                pub $column: <$stored as TermMember>::Json,
            )*
        }

        impl TermMembers {
            /// Returns the members of an entitlement.
            pub fn of(entitlement: &Entitlement) -> TermMembers {
                TermMembers { $($column: entitlement.$column.json(),)* }
            }
        }
    };
}
with_terms!(define_entitlement);

/// A typed value of a term, and the value `S` that a license stores for it.
trait TermValue<S>: Sized {
    /// Returns the stored value of a typed value, or the default of an omitted term.
    ///
    /// # Errors
    ///
    /// `usage` for a value that no license can have.
    fn decide(typed: Option<Self>, facts: &Facts<'_>) -> Result<S, Error>;

    /// Returns the typed value that gives a stored value.
    fn typed(stored: &S) -> Self;
}

/// The facts that a term may depend on.
struct Facts<'a> {
    /// The first day of the license.
    starts: Date,
    /// The code of the product.
    product: &'a Slug,
    /// The modules of the product.
    modules: &'a [Module],
}

impl TermValue<Model> for Model {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<Model, Error> {
        Ok(typed.unwrap_or(Model::Floating))
    }

    fn typed(stored: &Model) -> Self {
        *stored
    }
}

impl TermValue<Enforcement> for Enforcement {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<Enforcement, Error> {
        Ok(typed.unwrap_or(Enforcement::Block))
    }

    fn typed(stored: &Enforcement) -> Self {
        *stored
    }
}

impl TermValue<u32> for Seats {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<u32, Error> {
        Ok(typed.map_or(1, |seats| seats.0))
    }

    fn typed(stored: &u32) -> Self {
        Seats(*stored)
    }
}

impl TermValue<Option<u32>> for OrNone<Count> {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<Option<u32>, Error> {
        Ok(typed.and_then(OrNone::value).map(|count| count.0))
    }

    fn typed(stored: &Option<u32>) -> Self {
        stored.map_or(OrNone::None, |number| OrNone::Value(Count(number)))
    }
}

impl TermValue<Option<u32>> for OrNone<Days> {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<Option<u32>, Error> {
        Ok(typed.and_then(OrNone::value).map(|days| days.0))
    }

    fn typed(stored: &Option<u32>) -> Self {
        stored.map_or(OrNone::None, |days| OrNone::Value(Days(days)))
    }
}

impl TermValue<u32> for OrNone<Days> {
    fn decide(typed: Option<Self>, _: &Facts<'_>) -> Result<u32, Error> {
        Ok(typed.and_then(OrNone::value).map_or(0, |days| days.0))
    }

    fn typed(stored: &u32) -> Self {
        OrNone::Value(Days(*stored))
    }
}

impl TermValue<Date> for Day {
    fn decide(typed: Option<Self>, facts: &Facts<'_>) -> Result<Date, Error> {
        Ok(typed.map_or(facts.starts, |day| day.0))
    }

    fn typed(stored: &Date) -> Self {
        Day(*stored)
    }
}

/// The end: a day, or a duration from the first day.
impl TermValue<Option<Date>> for OrNone<End> {
    fn decide(typed: Option<Self>, facts: &Facts<'_>) -> Result<Option<Date>, Error> {
        let starts = facts.starts;
        let ends = match typed.and_then(OrNone::value) {
            None => None,
            Some(End::Day(day)) => Some(day),
            Some(End::Term(span)) => Some(span.after(starts).ok_or_else(|| {
                Error::usage(format!(
                    "{span} after {starts} is later than the last day of the calendar (9999-12-31)"
                ))
                .advice("omit the end for a license without an end")
            })?),
        };
        match ends.filter(|end| *end <= starts) {
            None => Ok(ends),
            Some(end) => Err(ends_too_early(end, starts)),
        }
    }

    fn typed(stored: &Option<Date>) -> Self {
        stored.map_or(OrNone::None, |day| OrNone::Value(End::Day(day)))
    }
}

/// The modules, which must fit into the tree of the product.
impl TermValue<Vec<Grant>> for OrNone<Grants> {
    fn decide(typed: Option<Self>, facts: &Facts<'_>) -> Result<Vec<Grant>, Error> {
        let Facts { starts, product, modules } = *facts;
        let grants = typed.and_then(OrNone::value).unwrap_or_default().0;
        let early = grants.iter().find_map(|grant| {
            let end = grant.ends.filter(|end| *end <= starts)?;
            Some((&grant.code, end))
        });
        if let Some((code, end)) = early {
            return Err(Error::usage(format!(
                "the end of module {code} ({end}, 00:00 UTC) is not later than the first day of \
                 the license ({starts})"
            ))
            .remedy(Remedy::LaterModuleEnd));
        }
        module::fit(grants, product, modules)
    }

    fn typed(stored: &Vec<Grant>) -> Self {
        OrNone::Value(Grants(stored.clone()))
    }
}

/// A stored value of a term, as JSON.
pub trait TermMember {
    /// The type in JSON.
    type Json: Serialize + JsonSchema;

    /// Returns the value for JSON.
    fn json(&self) -> Self::Json;
}

impl TermMember for u32 {
    type Json = u32;

    fn json(&self) -> u32 {
        *self
    }
}

impl TermMember for Option<u32> {
    type Json = Option<u32>;

    fn json(&self) -> Option<u32> {
        *self
    }
}

impl TermMember for Enforcement {
    type Json = &'static str;

    fn json(&self) -> &'static str {
        self.as_str()
    }
}

/// Returns false: a term without a comparison of its own. The functions below are the comparisons
/// of the table. Each returns whether the first value gives more than the second.
fn never<T: ?Sized>(_: &T, _: &T) -> bool {
    false
}

fn differs<T: PartialEq>(own: &T, other: &T) -> bool {
    own != other
}

fn larger<T: PartialOrd>(own: &T, other: &T) -> bool {
    own > other
}

fn earlier(own: &Date, other: &Date) -> bool {
    own < other
}

/// Returns whether an end is later. `None`, no end, is later than any day.
fn later(own: &Option<Date>, other: &Option<Date>) -> bool {
    other.is_some_and(|other| own.is_none_or(|own| own > other))
}

/// Returns whether a limit is looser. `None`, no limit, is looser than any limit.
fn looser(own: &Option<u32>, other: &Option<u32>) -> bool {
    other.is_some_and(|other| own.is_none_or(|own| own > other))
}

fn softer(own: &Enforcement, other: &Enforcement) -> bool {
    let softness = |way: &Enforcement| match way {
        Enforcement::Block => 0,
        Enforcement::Warn => 1,
        Enforcement::Log => 2,
    };
    softness(own) > softness(other)
}

fn grants_more(own: &[Grant], other: &[Grant]) -> bool {
    own.iter().any(|grant| {
        let existing = other.iter().find(|existing| existing.code == grant.code);
        existing.is_none_or(|existing| {
            let more =
                existing.value.is_some_and(|value| grant.value.is_none_or(|own| own > value));
            more || later(&grant.ends, &existing.ends)
        })
    })
}

impl Entitlement {
    /// Returns whether this entitlement allows anything that the other does not: seats, modules,
    /// users, days, settings. If so, a status entry must end an older file with this entitlement
    /// early.
    pub fn gives_more_than(&self, other: &Entitlement) -> bool {
        let with_grace = |entitlement: &Entitlement| {
            entitlement.ends.and_then(|end| plus_days(end, i64::from(entitlement.grace_days)))
        };
        let users =
            self.model == Model::Named && self.users.iter().any(|user| !other.users.contains(user));
        self.has_a_term_that_gives_more(other)
            || users
            || later(&with_grace(self), &with_grace(other))
            || other.company.is_some() && self.company != other.company
            || self.attributes.keys().any(|key| !other.attributes.contains_key(key))
    }

    /// Returns the values of the flags, each `None` if the license has no value.
    pub fn flags(&self) -> Vec<(&'static str, Option<String>)> {
        let typed = serde_json::to_value(self.terms()).unwrap_or_default();
        let value = |name: &str| {
            let text = typed[name].as_str().filter(|text| !matches!(*text, NONE | ""));
            text.map(str::to_owned)
        };
        TERMS.iter().map(|term| (term.name, value(term.name))).collect()
    }
}

/// A request for a license.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The edition: that of the key, or commercial.
    pub edition: Edition,
    /// The terms as typed, over those of the product and of the settings.
    pub terms: Terms,
    /// The users to assign.
    pub users: Vec<Username>,
}

/// The product and the customer of a license.
#[derive(Clone, Copy)]
struct EntitlementParties<'a> {
    product: &'a Product,
    modules: &'a [Module],
    customer: &'a Slug,
    company: Option<&'a Slug>,
}

/// Decides the entitlement of a license.
///
/// # Errors
///
/// `usage` for terms that contradict each other, `no_seat` for more users than seats, and the
/// errors of [`module::fit`].
pub fn decide(
    request: Request,
    product: &Product,
    modules: &[Module],
    customer: &Slug,
    company: Option<&Slug>,
    now: Timestamp,
) -> Result<Entitlement, Error> {
    request.terms.check()?;
    let starts = request.terms.starts.map_or_else(|| day_of(now), |day| day.0);
    let parties = EntitlementParties { product, modules, customer, company };
    let entitlement = Entitlement::of_terms(request, parties, starts)?;
    check_users(&entitlement.users, entitlement.model, entitlement.seats)?;
    check_calendar(entitlement.ends, entitlement.grace_days)?;
    Ok(entitlement)
}

/// Checks that the end is at least two days before the last day of the calendar, so that the
/// instant can be written in any time zone.
///
/// # Errors
///
/// `usage`
pub(crate) fn check_calendar(ends: Option<Date>, grace_days: u32) -> Result<(), Error> {
    if ends.is_some_and(|end| plus_days(end, i64::from(grace_days) + 2).is_none()) {
        return Err(Error::usage(
            "the end plus the days of grace is later than the last day of the calendar \
             (9999-12-31)",
        ));
    }
    Ok(())
}

fn check_users(users: &[Username], model: Model, seats: u32) -> Result<(), Error> {
    if let Some(twice) =
        users.iter().enumerate().find(|(place, user)| users[..*place].contains(user))
    {
        return Err(Error::usage(format!("user {} is named twice", twice.1)));
    }
    if model == Model::Named && users.len() > seats as usize {
        return Err(Error::new(
            ErrorCode::NoSeat,
            format!(
                "a named license with {} is too small for {}",
                count_of(seats as usize, "seat"),
                count_of(users.len(), "user")
            ),
        )
        .remedy(Remedy::MoreSeats { users: users.len() }));
    }
    Ok(())
}

/// Returns the hard end of a file that is signed at `iat`, in seconds since 1970: the earlier one
/// of the end day plus grace and of `iat` plus checkpoint. `None` without both.
pub fn hard_end(entitlement: &Entitlement, iat: i64) -> Option<i64> {
    let end =
        entitlement.ends.map(|day| day.midnight() + i64::from(entitlement.grace_days) * 86_400);
    let checkpoint = entitlement.checkpoint_days.map(|days| iat + i64::from(days) * 86_400);
    end.into_iter().chain(checkpoint).min()
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::domain::name::Name;
    use crate::domain::time::parse_instant;

    fn decided(terms: &str, users: &[&str]) -> Result<Entitlement, Error> {
        let product =
            Product::bare(Slug::stored("p".into()), Name::stored("P".into()), String::new());
        let request = Request {
            edition: Edition::Commercial,
            terms: serde_json::from_str(terms).expect("terms"),
            users: users.iter().map(|user| Username::stored((*user).into())).collect(),
        };
        decide(
            request,
            &product,
            &[],
            &Slug::stored("c".into()),
            None,
            parse_instant("2026-11-21T10:00:00Z").expect("now"),
        )
    }

    #[test]
    fn omitted_terms_get_their_defaults() {
        let entitlement = decided("{}", &[]).expect("an entitlement");
        assert_eq!(
            (
                entitlement.model,
                entitlement.seats,
                entitlement.starts.to_string(),
                entitlement.ends
            ),
            (Model::Floating, 1, "2026-11-21".into(), None)
        );
        assert_eq!(
            (entitlement.enforcement, entitlement.grace_days, entitlement.checkpoint_days),
            (Enforcement::Block, 0, None)
        );
    }

    #[test]
    fn terms_that_contradict_each_other_are_refused() {
        for (terms, says) in [
            (r#"{"ends":"2026-11-21"}"#, "is not later than its first day"),
            (r#"{"starts":"2027-01-01","ends":"2026-12-31"}"#, "is not later than its first day"),
            (r#"{"term":"0d"}"#, "cannot last 0d"),
            (r#"{"term":"9000y"}"#, "cannot last 9000y"),
            (r#"{"starts":"9990-01-01","term":"20y"}"#, "cannot last 20y"),
            (r#"{"ends":"9999-12-31","grace":"2d"}"#, "the last day of the calendar"),
            (r#"{"ends":"9999-12-31"}"#, "the last day of the calendar"),
            (r#"{"set":{"a b":"c"}}"#, "an invalid key"),
            (r#"{"set":{"a":"\u0007"}}"#, "control characters"),
            (r#"{"checkpoint":"0d"}"#, "the checkpoint is 0 days"),
            (r#"{"modules":"m@2026-11-21"}"#, "is not later than the first day"),
        ] {
            let error = decided(terms, &[]).expect_err(terms);
            assert!(
                error.code == ErrorCode::Usage && error.message.contains(says),
                "{terms}: {error:?}"
            );
        }
    }

    #[test]
    fn a_named_license_has_a_seat_for_each_of_its_users() {
        assert!(decided(r#"{"model":"named","seats":"2"}"#, &["a", "b"]).is_ok());
        assert_eq!(
            decided(r#"{"model":"named"}"#, &["a", "b"]).map_err(|error| error.code),
            Err(ErrorCode::NoSeat)
        );
        assert!(decided(r#"{"model":"floating"}"#, &["a", "b"]).is_ok());
        assert_eq!(decided("{}", &["a", "a"]).map_err(|error| error.code), Err(ErrorCode::Usage));
    }

    #[test]
    fn each_term_that_an_older_file_grants_beyond_the_next_is_found() {
        let of = |terms: &str, users: &[&str]| {
            let mut entitlement = decided(terms, users).expect("an entitlement");
            // The catalogue of this test has no modules.
            entitlement.modules = serde_json::from_str::<Terms>(terms)
                .expect("terms")
                .set
                .remove("m")
                .map(|grants| grants.parse::<Grants>().expect("grants").0)
                .unwrap_or_default();
            entitlement
        };
        // The first entitlement of each pair gives more than the second, and the second does not
        // give more than the first.
        for (more, less) in [
            (r#"{"seats":"5"}"#, r#"{"seats":"4"}"#),
            (r#"{"ends":"2027-06-01"}"#, r#"{"ends":"2027-05-01"}"#),
            ("{}", r#"{"ends":"2027-05-01"}"#),
            (r#"{"ends":"2027-05-01","grace":"2d"}"#, r#"{"ends":"2027-05-01"}"#),
            ("{}", r#"{"starts":"2026-12-01"}"#),
            ("{}", r#"{"checkpoint":"30d"}"#),
            (r#"{"checkpoint":"60d"}"#, r#"{"checkpoint":"30d"}"#),
            ("{}", r#"{"offline-days":"3"}"#),
            (r#"{"offline-starts":"9"}"#, r#"{"offline-starts":"3"}"#),
            (r#"{"enforcement":"log"}"#, r#"{"enforcement":"warn"}"#),
            (r#"{"enforcement":"warn"}"#, r#"{"enforcement":"block"}"#),
            (r#"{"set":{"support":"gold","m":"a"}}"#, r#"{"set":{"m":"a"}}"#),
            (r#"{"set":{"m":"a,b"}}"#, r#"{"set":{"m":"a"}}"#),
            (r#"{"set":{"m":"a"}}"#, r#"{"set":{"m":"a=5"}}"#),
            (r#"{"set":{"m":"a=6"}}"#, r#"{"set":{"m":"a=5"}}"#),
            (r#"{"set":{"m":"a"}}"#, r#"{"set":{"m":"a@2027-01-01"}}"#),
        ] {
            let (more, less) = (of(more, &[]), of(less, &[]));
            assert!(more.gives_more_than(&less), "{more:?} {less:?}");
            assert!(!less.gives_more_than(&more), "{more:?} {less:?}");
            assert!(!more.gives_more_than(&more), "{more:?}");
        }
        // With an earlier end, the new terms give less for any number of days of grace.
        let (old, new) = (
            of(r#"{"ends":"2027-06-01"}"#, &[]),
            of(r#"{"ends":"2027-05-01","grace":"31d"}"#, &[]),
        );
        assert!(old.gives_more_than(&new));
        let named = |users: &[&str]| of(r#"{"model":"named","seats":"3"}"#, users);
        assert!(
            named(&["a", "b"]).gives_more_than(&named(&["a"]))
                && !named(&["a"]).gives_more_than(&named(&["a", "b"]))
        );
        let mut held = of("{}", &[]);
        held.company = Some(Slug::stored("north".into()));
        assert!(of("{}", &[]).gives_more_than(&held) && !held.gives_more_than(&of("{}", &[])));
    }

    #[test]
    fn the_hard_end_is_the_earlier_one() {
        let issued = 1_795_219_200; // 2026-11-21T00:00:00Z
        let hard = |terms: &str| hard_end(&decided(terms, &[]).expect("an entitlement"), issued);
        assert_eq!(hard("{}"), None);
        assert_eq!(hard(r#"{"checkpoint":"90d"}"#), Some(issued + 90 * 86_400));
        assert_eq!(hard(r#"{"ends":"2027-11-21","grace":"14d"}"#), Some(issued + 379 * 86_400));
        assert_eq!(
            hard(r#"{"ends":"2027-11-21","grace":"14d","checkpoint":"90d"}"#),
            Some(1_802_995_200)
        );
    }
}
