//! Successors: a license sold in the other edition, or anew. The successor takes over users, placements and sessions, so that
//! nothing is lost that the customer set up; the predecessor is replaced.

use anyhow::Result;
use licentia_runtime::Edition;
use serde_json::json;

use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::license::entitlement::{Request, decide};
use crate::domain::license::state::{Standing, Verb};
use crate::domain::license::terms::{Clear, Day, Terms};
use crate::domain::module::Grants;
use crate::domain::name::Reference;
use crate::domain::retirement::check_sold;
use crate::domain::serial::Serial;
use crate::domain::time::{Timestamp, day_of};
use crate::domain::{Code as Why, Refusal};
use crate::ops::license::issue::in_catalogue_words;
use crate::ops::license::plan::{Decision, Plan, Step};
use crate::ops::license::revise::{Lay, laid};
use crate::ops::lookup;
use crate::ops::reference::{Asked, find};
use crate::ops::session::unusable;
use crate::store::Reader;

/// What is wanted of a successor.
pub struct Heir<'a> {
    /// The other edition; `None` to replace in the same.
    pub edition: Option<Edition>,
    /// What it shall have otherwise than its predecessor.
    pub lay: Lay<'a>,
    /// The terms as they were typed, to compare; and those that were to be inherited.
    pub typed: (Terms, Vec<String>),
    /// Where it comes from.
    pub reference: Option<&'a Reference>,
}

/// A successor. A switched license begins today, a replaced one when its predecessor did; what is not said is as it was.
///
/// # Errors
///
/// `wrong_state` where it is of that edition already, what the rules of a license refuse.
pub fn succeed(
    reader: Reader<'_>,
    serial: &Serial,
    heir: &Heir<'_>,
    settings: &Terms,
    now: Timestamp,
) -> Result<Decision> {
    let before = lookup::license(reader, serial, now)?;
    let product = lookup::product(reader, &before.right.product)?;
    let tree = reader.list_modules(&product.code)?;
    let (verb, family, action) = match heir.edition {
        Some(_) => (Verb::Switch, "switch", "license.switch"),
        None => (Verb::Replace, "replace", "license.replace"),
    };
    let (typed, inherited) = heir.typed.clone();
    let typed = in_catalogue_words(typed, &tree);
    let request = json!({"license": serial.as_str(), "edition": heir.edition, "terms": typed, "inherit": inherited});
    let asked = Asked::of(family, heir.reference, &request)?;
    if let Some(license) = find(asked.as_ref(), reader, now)? {
        return Ok(Decision::Unchanged(Box::new(license)));
    }
    before.check(verb, now)?;
    let edition = heir.edition.unwrap_or(before.right.edition);
    if heir.edition == Some(before.right.edition) {
        return Err(Refusal::new(Why::WrongState, format!("license {serial} is {} already", edition.as_str()))
            .hint(format!(
                "`licentia license edit {serial}` changes its terms, `licentia license replace {serial}` sells it anew"
            ))
            .into());
    }
    if heir.edition.is_some() {
        check_sold("product", product.code.as_str(), product.retired_at.as_deref())?;
        let customer = lookup::customer(reader, &before.right.customer)?;
        check_sold("customer", customer.code.as_str(), customer.retired_at.as_deref())?;
    }
    let is_over = before.right.ends.is_some_and(|end| end <= day_of(now));
    if heir.edition.is_some()
        && is_over
        && heir.typed.0.ends.is_none()
        && !heir.typed.1.iter().any(|name| name == "ends")
    {
        return Err(Refusal::usage(format!(
            "license {serial} is over: its successor needs an end of its own"
        ))
        .hint("say how long it lasts: --term 1y, --ends DATE, or --ends none")
        .into());
    }
    let mut own = before.right.terms();
    if heir.edition.is_some() {
        let starts = before.right.starts.max(day_of(now));
        own.starts = Some(Day(starts));
        // A module whose own time is over gives nothing that could be lost.
        let granted =
            before.right.modules.iter().filter(|grant| grant.ends.is_none_or(|end| end > starts));
        own.modules = Some(Clear::Value(Grants(granted.cloned().collect())));
    }
    let terms = laid(own, heir.lay, product.terms.clone().over(settings.clone()))?;
    let wanted = Request { edition, terms, users: before.right.users.clone() };
    let right = decide(
        wanted,
        &product,
        &tree,
        &before.right.customer,
        before.right.company.as_ref(),
        now,
    )?;
    // The rules for what is in use are those of a revision.
    before.revise(right.clone())?;
    let mut successor = License::new(right, None, now);
    successor.replaces = Some(serial.to_string());
    successor.sessions = before.sessions;
    successor.recovery = before.recovery.clone();
    // What stopped the one stops the other: nobody gets out of a suspension by an order.
    (successor.standing, successor.reason, successor.state_since) =
        (before.standing, before.reason.clone(), before.state_since.clone());
    // What the one has somewhere, the other has there too; of an unbound delivery all its seats.
    for held in before.held() {
        let seats = held.container.as_ref().map_or(successor.right.seats, |_| held.seats);
        let activation = Activation { seats, generation: 1, file: None, ..held.clone() };
        successor.add_activation(activation);
    }
    let (mut taken_over, mut ended) = (Vec::new(), Vec::new());
    for session in reader.list_live(serial, now)? {
        let user = reader.find_user(&session.customer, &session.user)?;
        match user.map_or(Some("removed"), |user| unusable(&successor, &user, now)) {
            None => taken_over.push(session.serial),
            Some(reason) => ended.push(session.because(reason)),
        }
    }
    successor.sessions -= u32::try_from(ended.len()).unwrap_or(0).min(successor.sessions);
    let successor = Step { taken_over, ..Step::new(reader, action, successor)? };
    let after = before.stand(Standing::Replaced, None, now);
    let mut predecessor = Step::of(reader, action, before, after, now)?.ending(ended);
    predecessor.after.sessions = 0;
    Ok(Plan::of(vec![successor, predecessor]).under(asked).into())
}
