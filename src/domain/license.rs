//! Licenses: from what was asked for to what is sold, and what state a license is in.

use std::collections::BTreeMap;

use licentia_runtime::{Edition, Enforcement, Model};

use super::activation::{self, Activation, File};
use super::customer::User;
use super::module::{self, Grant, Grants, Module};
use super::name::{Code, Reference, Username};
use super::product::Product;
use super::serial::{Kind, Serial};
use super::state::{Standing, State, Verb, permits};
use super::terms::{Clear, Count, Day, End, Seats, Terms, settings};
use super::time::{Date, Days, Span, Timestamp, day_of, plus_days};
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
    /// The serial of the license that replaces it.
    pub replaced_by: Option<String>,
    /// What was done to it.
    pub standing: Standing,
    /// Why it is not open, in somebody's words.
    pub reason: Option<String>,
    /// Since when it is not open, RFC 3339.
    pub state_since: Option<String>,
    /// Where its seats are, and were.
    pub activations: Vec<Activation>,
    /// How many sessions were live when it was read.
    pub sessions: u32,
    /// When it was issued, RFC 3339.
    pub created_at: String,
}

impl License {
    /// A new license, parked, under a serial that means nothing until it is written.
    pub fn new(right: Right, reference: Option<Reference>, now: Timestamp) -> License {
        License {
            serial: Serial::random(Kind::License, &mut |bytes: &mut [u8]| bytes.fill(0)),
            right,
            revision: 1,
            reference,
            replaces: None,
            replaced_by: None,
            standing: Standing::Open,
            reason: None,
            state_since: None,
            activations: Vec::new(),
            sessions: 0,
            created_at: now.to_string(),
        }
    }

    /// The first that fits of the states.
    pub fn state(&self, now: Timestamp) -> State {
        let is_over = self.right.ends.is_some_and(|end| end <= day_of(now));
        State::of(self.standing, is_over, self.live().next().is_some())
    }

    /// Refuses a verb that does not work in the state of the license.
    ///
    /// # Errors
    ///
    /// `wrong_state`
    pub fn check(&self, verb: Verb, now: Timestamp) -> Result<(), Refusal> {
        let (state, serial) = (self.state(now), &self.serial);
        if permits(state, verb) {
            return Ok(());
        }
        let message = match verb.passive() {
            passive if passive == state.as_str() => format!("license {serial} is already {passive}"),
            passive => format!("license {serial} is {} and cannot be {passive}", state.as_str()),
        };
        let hint = match (state, &self.replaced_by) {
            (State::Replaced, Some(successor)) => format!("its successor is {successor}"),
            (state, _) if state.is_final() => "that is final; `licentia license issue` sells another one".to_owned(),
            (State::Suspended, _) => format!("`licentia license reinstate {serial}` lets it go on"),
            (State::Expired, _) if verb != Verb::Reinstate => {
                format!("`licentia license extend {serial} --by 1y` gives it a later end")
            }
            _ => format!("`licentia license show {serial}` shows its state"),
        };
        Err(Refusal::new(Why::WrongState, message).hint(hint))
    }

    /// The placements and deliveries in use.
    pub fn live(&self) -> impl Iterator<Item = &Activation> {
        self.activations.iter().filter(|activation| activation.is_live())
    }

    /// The newest file of its only placement; a license in several places has several.
    pub fn file(&self) -> Option<&File> {
        let mut live = self.live();
        match (live.next(), live.next()) {
            (Some(only), None) => only.file.as_ref(),
            _ => None,
        }
    }

    /// The seats that are in a container or delivered.
    pub fn seats_placed(&self) -> u32 {
        self.live().map(|activation| activation.seats).sum()
    }

    /// How many users are registered to it.
    pub fn assigned(&self) -> u32 {
        u32::try_from(self.right.users.len()).unwrap_or(u32::MAX)
    }

    /// The seats that nobody has: of a named license those without a user, of a floating one those without a session, of
    /// one for devices those in no device. Nothing of a license that was ended.
    pub fn free(&self) -> u32 {
        let taken = match self.right.model {
            Model::Named => self.assigned(),
            Model::Floating => self.sessions,
            Model::Device => self.seats_placed(),
        };
        if self.standing.is_final() { 0 } else { self.right.seats.saturating_sub(taken) }
    }

    /// The seats that sessions may hold: those that are not in devices and dongles.
    pub fn seats_for_sessions(&self) -> u32 {
        let placed: u32 =
            self.live().filter(|activation| activation.container.is_some()).map(|activation| activation.seats).sum();
        self.right.seats.saturating_sub(placed)
    }

    /// The next revision, with other terms. An unbound delivery follows the license's seats.
    ///
    /// # Errors
    ///
    /// `no_seat` for fewer seats than are in use, `in_use` for sessions of a license that would have none.
    pub fn revise(&self, right: Right) -> Result<License, Refusal> {
        if right.model == Model::Device && self.sessions > 0 {
            return Err(Refusal::new(Why::InUse, format!("{} sessions of license {} are live", self.sessions, self.serial))
                .hint("a license for devices has no sessions; end them first"));
        }
        if right.seats < self.sessions {
            let (live, seats) = (self.sessions, right.seats);
            let message = format!("{live} sessions of license {} are live, and seats would be {seats}", self.serial);
            return Err(Refusal::new(Why::NoSeat, message)
                .hint(format!("`licentia session list --license {}` shows them; end some first", self.serial)));
        }
        let mut after = License { right, revision: self.revision + 1, ..self.clone() };
        for delivery in after.activations.iter_mut().filter(|activation| activation.is_live() && activation.container.is_none()) {
            delivery.seats = after.right.seats;
        }
        Ok(after)
    }

    /// The license with other users registered. Only a named one states them in its file, so only there it is the next revision.
    ///
    /// # Errors
    ///
    /// `no_seat` for more users than a named license has seats.
    pub fn assign(&self, users: Vec<Username>) -> Result<License, Refusal> {
        let mut right = Right { users, ..self.right.clone() };
        right.users.sort();
        if right.model == Model::Named && right.users.len() > right.seats as usize {
            let holders: Vec<&str> = self.right.users.iter().map(Username::as_str).collect();
            let taken = format!("{} of {} seats of license {} are assigned", holders.len(), right.seats, self.serial);
            let message = if holders.is_empty() { taken } else { format!("{taken}, to {}", holders.join(", ")) };
            return Err(Refusal::new(Why::NoSeat, message)
                .hint(format!("`licentia assignment move {} FROM TO` gives a seat to another user", self.serial)));
        }
        match right.model {
            Model::Named => self.revise(right),
            Model::Floating | Model::Device => Ok(License { right, ..self.clone() }),
        }
    }

    /// The license as it stands after its standing was changed. What ends it ends its placements.
    pub fn stand(&self, standing: Standing, reason: Option<&str>, now: Timestamp) -> License {
        let mut after = License {
            standing,
            reason: reason.map(str::to_owned),
            state_since: (standing != Standing::Open).then(|| now.to_string()),
            ..self.clone()
        };
        if standing.is_final() {
            after.end_placements(activation::State::Withdrawn, now);
        }
        if standing == Standing::Deleted {
            after.right.users.clear();
        }
        after
    }

    /// Ends what is placed or delivered.
    pub fn end_placements(&mut self, state: activation::State, now: Timestamp) {
        for activation in self.activations.iter_mut().filter(|activation| activation.is_live()) {
            (activation.state, activation.ended_at) = (state, Some(now.to_string()));
        }
    }

    /// Delivers all seats in a file bound to nothing.
    ///
    /// # Errors
    ///
    /// `no_seat` where it is delivered already.
    pub fn deliver(&mut self) -> Result<(), Refusal> {
        if self.live().next().is_some() {
            let message = format!("all {} seats of license {} are delivered unbound already", self.right.seats, self.serial);
            return Err(Refusal::new(Why::NoSeat, message)
                .hint(format!("`licentia license export {}` writes its file again", self.serial)));
        }
        let generation = self.activations.iter().map(|activation| activation.generation).max().unwrap_or(0) + 1;
        let (seats, state) = (self.right.seats, activation::State::Live);
        self.activations.push(Activation { container: None, seats, generation, state, ended_at: None, file: None });
        Ok(())
    }

    /// Whether a user may work with it: who is registered, or at a floating license without any, everybody at the customer,
    /// or in the company that holds it.
    pub fn is_open_to(&self, user: &User) -> bool {
        let right = &self.right;
        let all = right.users.is_empty() && right.model == Model::Floating;
        let in_company = right.company.is_none() || right.company == user.company;
        right.users.contains(&user.username) || all && in_company
    }
}

/// From where an extension counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum From {
    /// From the end.
    End,
    /// From today.
    Today,
    /// From the later of both, so that neither an early nor a late renewal costs anybody a day.
    #[default]
    Later,
}

/// A later end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// So long after.
    By(Span, From),
    /// This end day.
    Day(Date),
}

impl License {
    /// The next revision, with a later end. A later end revives an expired license.
    ///
    /// # Errors
    ///
    /// `wrong_kind` for a license without an end, `usage` for an end that is not later.
    pub fn extend(&self, until: Until, now: Timestamp) -> Result<License, Refusal> {
        let Some(end) = self.right.ends else {
            return Err(Refusal::new(Why::WrongKind, format!("license {} has no end that could be later", self.serial))
                .hint(format!("`licentia license edit {} --ends DATE` gives it one", self.serial)));
        };
        let ends = match until {
            Until::Day(day) => day,
            Until::By(span, from) => {
                let from = match from {
                    From::End => end,
                    From::Today => day_of(now),
                    From::Later => end.max(day_of(now)),
                };
                span.after(from).ok_or_else(|| Refusal::usage(format!("{span} from {from} goes beyond the calendar")))?
            }
        };
        if ends <= end {
            return Err(Refusal::usage(format!("license {} ends on {end}, and {ends} is not later", self.serial))
                .hint(format!("`licentia license edit {} --ends {ends}` shortens it", self.serial)));
        }
        check_calendar(Some(ends), self.right.grace_days)?;
        self.revise(Right { ends: Some(ends), ..self.right.clone() })
    }
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
            checkpoint: Some(self.checkpoint_days.map_or(Clear::Nothing, |days| Clear::Value(Days(days)))),
            grace: Some(Clear::Value(Days(self.grace_days))),
            offline_days: Some(number(self.offline_days)),
            offline_starts: Some(number(self.offline_starts)),
            enforcement: Some(self.enforcement),
            hosts_per_user: Some(number(self.hosts_per_user)),
            set: self.attributes.clone(),
        }
    }

    /// Whether this allows anything that the other does not: seats, modules, users, days. Then an older file that states it
    /// has to end before its own time.
    pub fn gives_more_than(&self, other: &Right) -> bool {
        let ends_later = |own: Option<Date>, other: Option<Date>| match (own, other) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(own), Some(other)) => own > other,
        };
        let is_looser = |own: Option<u32>, other: Option<u32>| other.is_some_and(|other| own.is_none_or(|own| own > other));
        let more_of = |grant: &Grant| {
            let there = other.modules.iter().find(|there| there.code == grant.code);
            there.is_none_or(|there| {
                let more = there.value.is_some_and(|value| grant.value.is_none_or(|own| own > value));
                more || ends_later(grant.ends, there.ends)
            })
        };
        let ends = |right: &Right| right.ends.and_then(|end| plus_days(end, i64::from(right.grace_days)));
        let users = self.model == Model::Named && self.users.iter().any(|user| !other.users.contains(user));
        self.seats > other.seats
            || self.model != other.model
            || self.modules.iter().any(more_of)
            || users
            || self.starts < other.starts
            || ends_later(ends(self), ends(other))
            || is_looser(self.checkpoint_days, other.checkpoint_days)
            || is_looser(self.offline_days, other.offline_days)
            || is_looser(self.offline_starts, other.offline_starts)
            || self.enforcement != Enforcement::Block && other.enforcement == Enforcement::Block
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
fn check_calendar(ends: Option<Date>, grace_days: u32) -> Result<(), Refusal> {
    if ends.is_some_and(|end| plus_days(end, i64::from(grace_days) + 2).is_none()) {
        return Err(Refusal::usage("the end and its days of grace go beyond the calendar"));
    }
    Ok(())
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
