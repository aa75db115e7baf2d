//! What a license gives: from what was asked for to what is sold, every default applied and every
//! rule kept.

use std::collections::BTreeMap;

use licentia_runtime::{Edition, Enforcement, Model};

use crate::domain::license::terms::{Clear, Count, Day, End, Seats, Terms, settings};
use crate::domain::module;
use crate::domain::module::{Grant, Grants, Module};
use crate::domain::name::{Code, Username};
use crate::domain::product::Product;
use crate::domain::time::{Date, Days, Timestamp, day_of, plus_days};
use crate::domain::{Code as Why, Refusal};

/// What a license gives, decided: every default applied, every rule kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// The product's code.
    pub product: Code,
    /// The customer's code.
    pub customer: Code,
    /// The company's code.
    pub company: Option<Code>,
    /// Commercial or trial.
    pub edition: Edition,
    /// What a seat is.
    pub model: Model,
    /// How many.
    pub seats: u32,
    /// Who is registered to it.
    pub users: Vec<Username>,
    /// The features granted.
    pub modules: Vec<Grant>,
    /// Usable from 00:00 UTC of this day.
    pub starts: Date,
    /// Usable until 00:00 UTC of this day.
    pub ends: Option<Date>,
    /// Days after which each file ends.
    pub checkpoint_days: Option<u32>,
    /// Days after the end in which applications still work.
    pub grace_days: u32,
    /// Most days without a newer proof.
    pub offline_days: Option<u32>,
    /// Most starts without a newer proof.
    pub offline_starts: Option<u32>,
    /// What applications do when it has run out.
    pub enforcement: Enforcement,
    /// Most computers of one user.
    pub hosts_per_user: Option<u32>,
    /// Settings of the application.
    pub attributes: BTreeMap<String, String>,
}

impl Right {
    /// The same as terms, each said: what an edit is laid over.
    pub fn terms(&self) -> Terms {
        fn number(value: Option<u32>) -> Clear<Count> {
            value.map_or(Clear::Nothing, |number| Clear::Value(Count(number)))
        }
        Terms {
            model: Some(self.model),
            seats: Some(Seats(self.seats)),
            modules: Some(Clear::Value(Grants(self.modules.clone()))),
            starts: Some(Day(self.starts)),
            ends: Some(self.ends.map_or(Clear::Nothing, |day| Clear::Value(End::Day(day)))),
            checkpoint: Some(
                self.checkpoint_days.map_or(Clear::Nothing, |days| Clear::Value(Days(days))),
            ),
            grace: Some(Clear::Value(Days(self.grace_days))),
            offline_days: Some(number(self.offline_days)),
            offline_starts: Some(number(self.offline_starts)),
            enforcement: Some(self.enforcement),
            hosts_per_user: Some(number(self.hosts_per_user)),
            set: self.attributes.clone(),
        }
    }

    /// Whether this allows anything that the other does not: seats, modules, users, days, settings.
    /// Then an older file that states it has to end before its own time.
    pub fn gives_more_than(&self, other: &Right) -> bool {
        let ends_later = |own: Option<Date>, other: Option<Date>| match (own, other) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(own), Some(other)) => own > other,
        };
        let is_looser = |own: Option<u32>, other: Option<u32>| {
            other.is_some_and(|other| own.is_none_or(|own| own > other))
        };
        let more_of = |grant: &Grant| {
            let there = other.modules.iter().find(|there| there.code == grant.code);
            there.is_none_or(|there| {
                let more =
                    there.value.is_some_and(|value| grant.value.is_none_or(|own| own > value));
                more || ends_later(grant.ends, there.ends)
            })
        };
        let softness = |way: Enforcement| match way {
            Enforcement::Block => 0,
            Enforcement::Warn => 1,
            Enforcement::Log => 2,
        };
        let ends =
            |right: &Right| right.ends.and_then(|end| plus_days(end, i64::from(right.grace_days)));
        let users =
            self.model == Model::Named && self.users.iter().any(|user| !other.users.contains(user));
        self.seats > other.seats
            || self.model != other.model
            || self.modules.iter().any(more_of)
            || users
            || self.starts < other.starts
            || ends_later(self.ends, other.ends)
            || ends_later(ends(self), ends(other))
            || other.company.is_some() && self.company != other.company
            || self.attributes.keys().any(|key| !other.attributes.contains_key(key))
            || is_looser(self.checkpoint_days, other.checkpoint_days)
            || is_looser(self.offline_days, other.offline_days)
            || is_looser(self.offline_starts, other.offline_starts)
            || softness(self.enforcement) > softness(other.enforcement)
    }
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Resolved: that of the key, else commercial.
    pub edition: Edition,
    /// The terms as typed, laid over the product's and the settings'.
    pub terms: Terms,
    /// Who shall be registered to it.
    pub users: Vec<Username>,
}

/// Decides what a license gives.
///
/// # Errors
///
/// `usage` for terms that contradict each other, `no_seat` for more users than seats, and what
/// [`module::fit`] refuses.
pub fn decide(
    request: Request,
    product: &Product,
    tree: &[Module],
    customer: &Code,
    company: Option<&Code>,
    now: Timestamp,
) -> Result<Right, Refusal> {
    let Request { edition, terms, users } = request;
    terms.check()?;
    let starts = terms.starts.map_or_else(|| day_of(now), |day| day.0);
    let ends = match terms.ends.and_then(Clear::value) {
        None => None,
        Some(End::Day(day)) => Some(day),
        Some(End::Term(span)) => Some(span.after(starts).ok_or_else(|| {
            Refusal::usage(format!("{span} from {starts} goes beyond the calendar"))
                .hint("leave the end out for a license without one")
        })?),
    };
    if let Some(end) = ends.filter(|end| *end <= starts) {
        return Err(Refusal::usage(format!(
            "the license would end on {end}, before it starts on {starts}"
        ))
        .hint("--ends is the day on which it ends at 00:00 UTC; --last-day is the last full day"));
    }
    let (model, seats) =
        (terms.model.unwrap_or(Model::Floating), terms.seats.map_or(1, |seats| seats.0));
    check_users(&users, model, seats)?;
    let grants = terms.modules.and_then(Clear::value).unwrap_or_default().0;
    if let Some(late) = grants.iter().find(|grant| grant.ends.is_some_and(|end| end <= starts)) {
        return Err(Refusal::usage(format!(
            "module {} would end before the license starts on {starts}",
            late.code
        ))
        .hint("leave it out, or give it a later end: --modules names all that are granted"));
    }
    let days = |value: Option<Clear<Days>>| value.and_then(Clear::value).map(|days| days.0);
    let checkpoint_days = days(terms.checkpoint);
    let grace_days = days(terms.grace).unwrap_or(0);
    check_calendar(ends, grace_days)?;
    let number = |value: Option<Clear<Count>>| value.and_then(Clear::value).map(|count| count.0);
    Ok(Right {
        product: product.code.clone(),
        customer: customer.clone(),
        company: company.cloned(),
        edition,
        model,
        seats,
        users,
        modules: module::fit(grants, &product.code, tree)?,
        starts,
        ends,
        checkpoint_days,
        grace_days,
        offline_days: number(terms.offline_days),
        offline_starts: number(terms.offline_starts),
        enforcement: terms.enforcement.unwrap_or(Enforcement::Block),
        hosts_per_user: number(terms.hosts_per_user),
        attributes: settings(terms.set),
    })
}

/// Two days short of the calendar's end, so that the instant can be written in any zone.
pub(crate) fn check_calendar(ends: Option<Date>, grace_days: u32) -> Result<(), Refusal> {
    if ends.is_some_and(|end| plus_days(end, i64::from(grace_days) + 2).is_none()) {
        return Err(Refusal::usage("the end and its days of grace go beyond the calendar"));
    }
    Ok(())
}

fn check_users(users: &[Username], model: Model, seats: u32) -> Result<(), Refusal> {
    if let Some(twice) =
        users.iter().enumerate().find(|(place, user)| users[..*place].contains(user))
    {
        return Err(Refusal::usage(format!("user {} is named twice", twice.1)));
    }
    if model == Model::Named && users.len() > seats as usize {
        return Err(Refusal::new(
            Why::NoSeat,
            format!("{} users for {seats} seats of a named license", users.len()),
        )
        .hint(format!("name fewer users, or sell more seats: --seats {}", users.len())));
    }
    Ok(())
}

/// The hard end of a file signed at `iat`: the earlier of end day plus grace, and issue plus
/// checkpoint.
pub fn hard_end(right: &Right, iat: i64) -> Option<i64> {
    let end = right.ends.map(|day| day.midnight() + i64::from(right.grace_days) * 86_400);
    let checkpoint = right.checkpoint_days.map(|days| iat + i64::from(days) * 86_400);
    end.into_iter().chain(checkpoint).min()
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::domain::name::Name;
    use crate::domain::time::parse_instant;

    fn decided(terms: &str, users: &[&str]) -> Result<Right, Refusal> {
        let product =
            Product::bare(Code::stored("p".into()), Name::stored("P".into()), String::new());
        let request = Request {
            edition: Edition::Commercial,
            terms: serde_json::from_str(terms).expect("terms"),
            users: users.iter().map(|user| Username::stored((*user).into())).collect(),
        };
        decide(
            request,
            &product,
            &[],
            &Code::stored("c".into()),
            None,
            parse_instant("2026-11-21T10:00:00Z").expect("now"),
        )
    }

    #[test]
    fn what_was_omitted_gets_its_default() {
        let right = decided("{}", &[]).expect("a right");
        assert_eq!(
            (right.model, right.seats, right.starts.to_string(), right.ends),
            (Model::Floating, 1, "2026-11-21".into(), None)
        );
        assert_eq!(
            (right.enforcement, right.grace_days, right.checkpoint_days),
            (Enforcement::Block, 0, None)
        );
    }

    #[test]
    fn terms_that_contradict_each_other_are_refused() {
        for (terms, says) in [
            (r#"{"ends":"2026-11-21"}"#, "before it starts"),
            (r#"{"starts":"2027-01-01","ends":"2026-12-31"}"#, "before it starts"),
            (r#"{"term":"0d"}"#, "cannot last 0d"),
            (r#"{"term":"9000y"}"#, "cannot last 9000y"),
            (r#"{"starts":"9990-01-01","term":"20y"}"#, "cannot last 20y"),
            (r#"{"ends":"9999-12-31","grace":"2d"}"#, "beyond the calendar"),
            (r#"{"ends":"9999-12-31"}"#, "beyond the calendar"),
            (r#"{"set":{"a b":"c"}}"#, "no plain key"),
            (r#"{"set":{"a":"\u0007"}}"#, "control character"),
            (r#"{"checkpoint":"0d"}"#, "no days"),
            (r#"{"modules":"m@2026-11-21"}"#, "before the license starts"),
        ] {
            let refusal = decided(terms, &[]).expect_err(terms);
            assert!(
                refusal.code == Why::Usage && refusal.message.contains(says),
                "{terms}: {refusal:?}"
            );
        }
    }

    #[test]
    fn a_named_license_has_a_seat_for_each_of_its_users() {
        assert!(decided(r#"{"model":"named","seats":"2"}"#, &["a", "b"]).is_ok());
        assert_eq!(
            decided(r#"{"model":"named"}"#, &["a", "b"]).map_err(|refusal| refusal.code),
            Err(Why::NoSeat)
        );
        assert!(decided(r#"{"model":"floating"}"#, &["a", "b"]).is_ok());
        assert_eq!(decided("{}", &["a", "a"]).map_err(|refusal| refusal.code), Err(Why::Usage));
    }

    #[test]
    fn whatever_an_older_file_gives_beyond_the_next_is_seen() {
        let of = |terms: &str, users: &[&str]| {
            let mut right = decided(terms, users).expect("a right");
            // The catalogue of this test has no modules.
            right.modules = serde_json::from_str::<Terms>(terms)
                .expect("terms")
                .set
                .remove("m")
                .map(|grants| grants.parse::<Grants>().expect("grants").0)
                .unwrap_or_default();
            right
        };
        // The first gives more than the second, and not the other way round.
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
        // An earlier end takes away, however many days of grace come with it.
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
        held.company = Some(Code::stored("north".into()));
        assert!(of("{}", &[]).gives_more_than(&held) && !held.gives_more_than(&of("{}", &[])));
    }

    #[test]
    fn the_hard_end_is_the_earlier_one() {
        let issued = 1_795_219_200; // 2026-11-21T00:00:00Z
        let hard = |terms: &str| hard_end(&decided(terms, &[]).expect("a right"), issued);
        assert_eq!(hard("{}"), None);
        assert_eq!(hard(r#"{"checkpoint":"90d"}"#), Some(issued + 90 * 86_400));
        assert_eq!(hard(r#"{"ends":"2027-11-21","grace":"14d"}"#), Some(issued + 379 * 86_400));
        assert_eq!(
            hard(r#"{"ends":"2027-11-21","grace":"14d","checkpoint":"90d"}"#),
            Some(1_802_995_200)
        );
    }
}
