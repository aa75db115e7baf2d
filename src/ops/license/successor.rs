//! The use cases `license switch` and `license replace`: a successor in the other edition, or in
//! the same edition. The successor takes over users, placements and sessions, so that the customer
//! can continue to work.

use licentia_runtime::Edition;
use serde_json::json;

use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::license::entitlement::{Entitlement, Request, decide};
use crate::domain::license::state::{LicenseAction, LifecycleStatus};
use crate::domain::license::terms::{Day, OrNone, Terms, TermsEdit};
use crate::domain::module::{Grants, Module};
use crate::domain::name::Reference;
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::retirement::check_not_retired;
use crate::domain::serial::Serial;
use crate::domain::session::Session;
use crate::domain::time::{Timestamp, day_of};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::Result;
use crate::ops::execute::UseCase;
use crate::ops::license::plan::{Decision, LicensePlan, Parties, Step, UnchangedLicense};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::terms::{changed, in_catalogue_words};
use crate::ops::lookup;
use crate::ops::reference::{IdempotencyReference, find};
use crate::ops::session::unusable;
use crate::store::Reader;

/// A request for a successor of a license. The successor of a switch starts today, the successor of
/// a replacement on the first day of its predecessor. Unchanged if an earlier request was equal.
#[derive(Clone, Debug)]
pub struct SucceedLicense {
    /// The serial of the predecessor.
    pub license: Serial,
    /// The other edition; `None` for a replacement in the same edition.
    pub edition: Option<Edition>,
    /// The terms in which the successor differs.
    pub terms: TermsEdit,
    /// The default terms of the home, which the terms of the product override.
    pub defaults: Terms,
    /// The idempotency reference.
    pub reference: Option<Reference>,
    /// The signing of the files.
    pub signing: SigningRequest,
}

impl UseCase for SucceedLicense {
    type Plan = LicensePlan;
    type Unchanged = UnchangedLicense;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision> {
        let before = lookup::license(reader, &self.license, now)?;
        let parties = Parties::of(reader, &before.entitlement)?;
        let modules = reader.list_modules(&parties.product.code)?;
        let idempotency = self.idempotency(&modules)?;
        if let Some(license) = find(idempotency.as_ref(), reader, now)? {
            return Ok(license.into());
        }
        self.check(&before, &parties, now)?;
        let entitlement = self.entitlement(&before, &parties, &modules, now)?;
        // The rules for seats in use are those of a revision.
        before.revise(entitlement.clone())?;
        let mut successor = successor(&before, entitlement, now);
        let sessions = Sessions::of(reader, &successor, &self.license, now)?;
        let lost = u32::try_from(sessions.ended.len()).unwrap_or(0);
        successor.sessions = successor.sessions.saturating_sub(lost);
        let action = self.action();
        let successor = Step::new(action, successor, parties.clone());
        let successor = Step { taken_over: sessions.taken_over, ..successor };
        let after = before.stand(LifecycleStatus::Replaced, None, now);
        let mut predecessor = Step::of(action, before, after, parties, now).ending(sessions.ended);
        predecessor.after.sessions = 0;
        let plan = LicensePlan::of(vec![successor, predecessor]).under(idempotency);
        Ok(self.signing.apply(plan).granting().into())
    }
}

impl SucceedLicense {
    fn action(&self) -> &'static str {
        if self.edition.is_some() { "license.switch" } else { "license.replace" }
    }

    fn idempotency(&self, modules: &[Module]) -> Result<Option<IdempotencyReference>> {
        let family = if self.edition.is_some() { "switch" } else { "replace" };
        let terms = in_catalogue_words(self.terms.stated.clone(), modules);
        let request = json!({
            "license": self.license.as_str(), "edition": self.edition, "terms": terms,
            "inherit": self.terms.dropped,
        });
        IdempotencyReference::of(family, self.reference.as_ref(), &request)
    }

    /// Checks that the license can have this successor.
    ///
    /// # Errors
    ///
    /// `wrong_state` for the license, its product or its customer; `usage` for an expired license
    /// whose successor has no end of its own.
    fn check(&self, before: &License, parties: &Parties, now: Timestamp) -> Result<(), Error> {
        let Some(edition) = self.edition else { return before.check(LicenseAction::Replace, now) };
        before.check(LicenseAction::Switch, now)?;
        let serial = &before.serial;
        if edition == before.entitlement.edition {
            let message = format!("license {serial} is already a {} license", edition.as_str());
            return Err(Error::new(ErrorCode::WrongState, message)
                .remedy(Remedy::EditOrReplace { license: serial.to_string() }));
        }
        let Parties { product, customer } = parties;
        check_not_retired(Noun::Product, product.code.as_str(), product.retired_at.as_deref())?;
        check_not_retired(Noun::Customer, customer.code.as_str(), customer.retired_at.as_deref())?;
        let is_over = before.entitlement.ends.is_some_and(|end| end <= day_of(now));
        let is_end_stated = self.terms.stated.ends.is_some()
            || self.terms.dropped.iter().any(|name| name == "ends");
        if is_over && !is_end_stated {
            let message = format!("license {serial} has ended; its successor needs a new end");
            return Err(Error::usage(message).remedy(Remedy::StateEnd));
        }
        Ok(())
    }

    fn entitlement(
        &self,
        before: &License,
        parties: &Parties,
        modules: &[Module],
        now: Timestamp,
    ) -> Result<Entitlement, Error> {
        let (entitlement, product) = (&before.entitlement, &parties.product);
        let mut own = entitlement.terms();
        if self.edition.is_some() {
            let starts = entitlement.starts.max(day_of(now));
            own.starts = Some(Day(starts));
            // A module whose end has passed grants nothing that the customer could lose.
            let granted = entitlement
                .modules
                .iter()
                .filter(|grant| grant.ends.is_none_or(|end| end > starts));
            own.modules = Some(OrNone::Value(Grants(granted.cloned().collect())));
        }
        let terms = changed(own, &self.terms, product.terms.clone().over(self.defaults.clone()));
        let edition = self.edition.unwrap_or(entitlement.edition);
        let wanted = Request { edition, terms, users: entitlement.users.clone() };
        decide(wanted, product, modules, &entitlement.customer, entitlement.company.as_ref(), now)
    }
}

/// Returns the successor of a license, with its users, placements and sessions.
fn successor(before: &License, entitlement: Entitlement, now: Timestamp) -> License {
    let mut successor = License {
        replaces: Some(before.serial.to_string()),
        sessions: before.sessions,
        recovery: before.recovery.clone(),
        // A successor of a suspended license is suspended too.
        status: before.status,
        reason: before.reason.clone(),
        state_since: before.state_since.clone(),
        ..License::new(entitlement, None, now)
    };
    // The successor has the same places. An unbound file has all seats of the successor.
    for held in before.held() {
        let seats = held.container.as_ref().map_or(successor.entitlement.seats, |_| held.seats);
        let activation = Activation { seats, generation: 1, file: None, ..held.clone() };
        successor.add_activation(activation);
    }
    successor
}

/// The live sessions of a predecessor.
struct Sessions {
    /// The sessions that continue under the successor.
    taken_over: Vec<Serial>,
    /// The sessions that end.
    ended: Vec<Session>,
}

impl Sessions {
    fn of(
        reader: Reader<'_>,
        successor: &License,
        predecessor: &Serial,
        now: Timestamp,
    ) -> Result<Sessions> {
        let mut sessions = Sessions { taken_over: Vec::new(), ended: Vec::new() };
        let seats = successor.seats_for_sessions() as usize;
        for session in reader.list_live(predecessor, now)? {
            let user = reader.find_user(&session.customer, &session.user)?;
            let has_seat = sessions.taken_over.len() < seats;
            match user.map_or(Some("removed"), |user| unusable(successor, &user, now)) {
                // After a clock was set back, there may be more live sessions than seats.
                None if !has_seat => sessions.ended.push(session.because("no seat")),
                None => sessions.taken_over.push(session.serial),
                Some(reason) => sessions.ended.push(session.because(reason)),
            }
        }
        Ok(sessions)
    }
}
