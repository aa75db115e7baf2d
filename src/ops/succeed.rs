//! Successors: a license sold in the other edition, or anew. The successor takes over users, placements and sessions, so that
//! nothing is lost that the customer set up; the predecessor is replaced.

use anyhow::Result;
use licentia_runtime::Edition;
use serde_json::json;

use crate::domain::license::{License, Request, decide};
use crate::domain::name::Reference;
use crate::domain::retirement::check_sold;
use crate::domain::serial::Serial;
use crate::domain::state::{Standing, Verb};
use crate::domain::terms::{Day, Terms};
use crate::domain::time::{Timestamp, day_of};
use crate::domain::{Code as Why, Refusal};
use crate::ops::change::{Decision, Plan, Step};
use crate::ops::issue::in_catalogue_words;
use crate::ops::known;
use crate::ops::repeat::Asked;
use crate::ops::revise::{Lay, find, laid};
use crate::store::Books;

/// What is wanted of a successor.
pub struct Heir<'a> {
    /// The other edition; `None` to replace in the same.
    pub edition: Option<Edition>,
    /// What it shall have otherwise than its predecessor.
    pub lay: Lay<'a>,
    /// The terms as they were typed, to compare.
    pub typed: Terms,
    /// Where it comes from.
    pub reference: Option<&'a Reference>,
}

/// A successor. A switched license begins today, a replaced one when its predecessor did; what is not said is as it was.
///
/// # Errors
///
/// `wrong_state` where it is of that edition already, what the rules of a license refuse.
pub fn succeed(books: Books<'_>, serial: &Serial, heir: &Heir<'_>, settings: &Terms, now: Timestamp) -> Result<Decision> {
    let before = known::license(books, serial, now)?;
    let product = known::product(books, &before.right.product)?;
    let tree = books.list_modules(&product.code)?;
    let (verb, family, action) = match heir.edition {
        Some(_) => (Verb::Switch, "switch", "license.switch"),
        None => (Verb::Replace, "replace", "license.replace"),
    };
    let typed = in_catalogue_words(heir.typed.clone(), &tree);
    let request = json!({"license": serial.as_str(), "edition": heir.edition, "terms": typed});
    let asked = Asked::of(family, heir.reference, &request)?;
    if let Some(license) = find(asked.as_ref(), books, now)? {
        return Ok(Decision::Repeated(Box::new(license)));
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
        let customer = known::customer(books, &before.right.customer)?;
        check_sold("customer", customer.code.as_str(), customer.retired_at.as_deref())?;
    }
    let mut own = before.right.terms();
    if heir.edition.is_some() {
        own.starts = own.starts.map(|day| Day(day.0.max(day_of(now))));
    }
    let terms = laid(own, heir.lay, product.terms.clone().over(settings.clone()))?;
    let wanted = Request { edition, terms, users: before.right.users.clone() };
    let right = decide(wanted, &product, &tree, &before.right.customer, before.right.company.as_ref(), now)?;
    // The rules for what is in use are those of a revision.
    before.revise(right.clone())?;
    let mut successor = License::new(right, None, now);
    successor.replaces = Some(serial.to_string());
    successor.sessions = before.sessions;
    if before.live().next().is_some() {
        successor.deliver()?;
    }
    let taken_over = books.list_live(serial, now)?.into_iter().map(|session| session.serial).collect();
    let successor = Step { taken_over, ..Step::new(books, action, successor)? };
    let mut after = before.stand(Standing::Replaced, None, now);
    after.sessions = 0;
    let predecessor = Step::of(books, action, before, after, now)?;
    Ok(Decision::New(Box::new(Plan { asked, ..Plan::of(vec![successor, predecessor]) })))
}
