//! Licenses: from what was asked for to what is sold, and what state a license is in.

use std::collections::BTreeMap;

use licentia_runtime::{Edition, Enforcement, Model};

use super::activation::{Activation, File};
use super::module::{self, Grant, Module};
use super::name::{Code, Reference, Username};
use super::product::Product;
use super::serial::Serial;
use super::terms::{Clear, End, Terms, settings};
use super::time::{Date, Timestamp, day_of, plus_days};
use super::{Code as Why, Refusal};

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

/// A license of the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// Its serial.
    pub serial: Serial,
    /// What it gives.
    pub right: Right,
    /// Rises with every change of terms.
    pub revision: u32,
    /// The order it came from.
    pub reference: Option<Reference>,
    /// The serial of the license that it replaces.
    pub replaces: Option<String>,
    /// What was done to it.
    pub standing: Standing,
    /// Where its seats are.
    pub activations: Vec<Activation>,
    /// When it was issued, RFC 3339.
    pub created_at: String,
}

/// What was done to a license, as it is stored. The verbs that end one add their words here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has ended it.
    Open,
}

impl Standing {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Standing::Open => "open",
        }
    }
}

/// The state that people and scripts see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Past its end day. Computed, never stored.
    Expired,
    /// Nothing is placed or delivered.
    Parked,
    /// In use, or from its first day on.
    Active,
}

impl State {
    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Expired => "expired",
            State::Parked => "parked",
            State::Active => "active",
        }
    }
}

impl License {
    /// The first that fits of expired, parked, active.
    pub fn state(&self, now: Timestamp) -> State {
        let today = day_of(now);
        match self.standing {
            Standing::Open if self.right.ends.is_some_and(|end| end <= today) => State::Expired,
            Standing::Open if self.activations.is_empty() => State::Parked,
            Standing::Open => State::Active,
        }
    }

    /// The newest file of its only placement; a license in several places has several.
    pub fn file(&self) -> Option<&File> {
        match self.activations.as_slice() {
            [only] => only.file.as_ref(),
            _ => None,
        }
    }

    /// The seats that are in a container or delivered.
    pub fn seats_placed(&self) -> u32 {
        self.activations.iter().map(|activation| activation.seats).sum()
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
/// `usage` for terms that contradict each other, `no_seat` for more users than seats, and what [`module::fit`] refuses.
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
        return Err(Refusal::usage(format!("the license would end on {end}, before it starts on {starts}"))
            .hint("--ends is the day on which it ends at 00:00 UTC; --last-day is the last full day"));
    }
    let (model, seats) = (terms.model.unwrap_or(Model::Floating), terms.seats.map_or(1, |seats| seats.0));
    check_users(&users, model, seats)?;
    let grants = terms.modules.and_then(Clear::value).unwrap_or_default().0;
    if let Some(late) = grants.iter().find(|grant| grant.ends.is_some_and(|end| end <= starts)) {
        return Err(Refusal::usage(format!("module {} would end before the license starts on {starts}", late.code)));
    }
    let days = |value: Option<Clear<super::time::Days>>| value.and_then(Clear::value).map(|days| days.0);
    let checkpoint_days = days(terms.checkpoint);
    let grace_days = days(terms.grace).unwrap_or(0);
    // Two days short of the calendar's end, so that the instant can be written in any zone.
    if ends.is_some_and(|end| plus_days(end, i64::from(grace_days) + 2).is_none()) {
        return Err(Refusal::usage("the end and its days of grace go beyond the calendar"));
    }
    let number = |value: Option<Clear<super::terms::Count>>| value.and_then(Clear::value).map(|count| count.0);
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

fn check_users(users: &[Username], model: Model, seats: u32) -> Result<(), Refusal> {
    if let Some(twice) = users.iter().enumerate().find(|(place, user)| users[..*place].contains(user)) {
        return Err(Refusal::usage(format!("user {} is named twice", twice.1)));
    }
    if model == Model::Named && users.len() > seats as usize {
        return Err(Refusal::new(Why::NoSeat, format!("{} users for {seats} seats of a named license", users.len()))
            .hint(format!("name fewer users, or sell more seats: --seats {}", users.len())));
    }
    Ok(())
}

/// The hard end of a file signed at `iat`: the earlier of end day plus grace, and issue plus checkpoint.
pub fn hard_end(right: &Right, iat: i64) -> Option<i64> {
    let end = right.ends.map(|day| day.midnight() + i64::from(right.grace_days) * 86_400);
    let checkpoint = right.checkpoint_days.map(|days| iat + i64::from(days) * 86_400);
    end.into_iter().chain(checkpoint).min()
}

#[cfg(test)]
mod tests {
    use licentia_runtime::ProductKind;

    use super::*;
    use crate::domain::name::Name;
    use crate::domain::time::parse_instant;

    fn decided(terms: &str, users: &[&str]) -> Result<Right, Refusal> {
        let product = Product {
            code: Code::stored("p".into()),
            name: Name::stored("P".into()),
            kind: ProductKind::Application,
            allow_login: false,
            requires: Vec::new(),
            containers: Vec::new(),
            renew_url: None,
            terms: Terms::default(),
            retired_at: None,
            created_at: String::new(),
        };
        let request = Request {
            edition: Edition::Commercial,
            terms: serde_json::from_str(terms).expect("terms"),
            users: users.iter().map(|user| Username::stored((*user).into())).collect(),
        };
        decide(request, &product, &[], &Code::stored("c".into()), None, parse_instant("2026-11-21T10:00:00Z").expect("now"))
    }

    #[test]
    fn what_was_omitted_gets_its_default() {
        let right = decided("{}", &[]).expect("a right");
        assert_eq!(
            (right.model, right.seats, right.starts.to_string(), right.ends),
            (Model::Floating, 1, "2026-11-21".into(), None)
        );
        assert_eq!((right.enforcement, right.grace_days, right.checkpoint_days), (Enforcement::Block, 0, None));
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
            assert!(refusal.code == Why::Usage && refusal.message.contains(says), "{terms}: {refusal:?}");
        }
    }

    #[test]
    fn a_named_license_has_a_seat_for_each_of_its_users() {
        assert!(decided(r#"{"model":"named","seats":"2"}"#, &["a", "b"]).is_ok());
        assert_eq!(decided(r#"{"model":"named"}"#, &["a", "b"]).map_err(|refusal| refusal.code), Err(Why::NoSeat));
        assert!(decided(r#"{"model":"floating"}"#, &["a", "b"]).is_ok());
        assert_eq!(decided("{}", &["a", "a"]).map_err(|refusal| refusal.code), Err(Why::Usage));
    }

    #[test]
    fn the_hard_end_is_the_earlier_one() {
        let issued = 1_795_219_200; // 2026-11-21T00:00:00Z
        let hard = |terms: &str| hard_end(&decided(terms, &[]).expect("a right"), issued);
        assert_eq!(hard("{}"), None);
        assert_eq!(hard(r#"{"checkpoint":"90d"}"#), Some(issued + 90 * 86_400));
        assert_eq!(hard(r#"{"ends":"2027-11-21","grace":"14d"}"#), Some(issued + 379 * 86_400));
        assert_eq!(hard(r#"{"ends":"2027-11-21","grace":"14d","checkpoint":"90d"}"#), Some(1_802_995_200));
    }
}
