//! Issuing a license: deciding what is sold.

use anyhow::Result;
use licentia_runtime::Edition;
use serde::Serialize;

use crate::domain::key::Purpose;
use crate::domain::license::License;
use crate::domain::license::entitlement::{Request, decide as decide_right};
use crate::domain::license::terms::{Clear, Terms};
use crate::domain::module::{Grants, Module};
use crate::domain::name::{Code, Reference, Username};
use crate::domain::retirement::check_sold;
use crate::domain::time::Timestamp;
use crate::ops::license::placement::{Target, put};
use crate::ops::license::plan::{Decision, Plan, Step};
use crate::ops::lookup;
use crate::ops::reference::Asked;
use crate::store::Reader;

/// What somebody asks for, as typed.
#[derive(Clone, Debug)]
pub struct Order {
    /// For whom.
    pub customer: Code,
    /// Of what.
    pub product: Code,
    /// For which part of the customer.
    pub company: Option<Code>,
    /// Resolved: that of the key, else commercial.
    pub edition: Edition,
    /// Registered to it.
    pub users: Vec<Username>,
    /// The terms as typed.
    pub terms: Terms,
    /// What it is signed for, where somebody said it.
    pub purpose: Option<Purpose>,
    /// Where it is placed or delivered; parked where nothing is said.
    pub to: Option<Target>,
    /// The order it comes from.
    pub reference: Option<Reference>,
}

/// The request as it is compared: what was omitted stays omitted; the file's name, the key and the actor stay aside.
#[derive(Serialize)]
struct Compared<'a> {
    customer: &'a str,
    product: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<&'a str>,
    edition: Edition,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    users: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a Purpose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container: Option<&'a str>,
    terms: &'a Terms,
}

/// Decides an order against the books.
///
/// # Errors
///
/// `not_found` for an unknown customer, company, user, product or module; `conflict` for a reference used for something
/// else; what the rules of a license refuse.
pub fn decide(
    reader: Reader<'_>,
    order: &Order,
    settings: &Terms,
    now: Timestamp,
) -> Result<Decision> {
    let customer = lookup::customer(reader, &order.customer)?;
    let product = lookup::product(reader, &order.product)?;
    let company = order
        .company
        .as_ref()
        .map(|code| lookup::company(reader, &customer.code, code))
        .transpose()?;
    let tree = reader.list_modules(&product.code)?;
    let asked = Asked::of(
        "issue",
        order.reference.as_ref(),
        &Compared {
            customer: customer.code.as_str(),
            product: product.code.as_str(),
            company: company.as_ref().map(|company| company.code.as_str()),
            edition: order.edition,
            users: as_compared(&order.users),
            purpose: order.purpose.as_ref(),
            container: order.to.as_ref().and_then(Target::container),
            terms: &in_catalogue_words(order.terms.clone(), &tree),
        },
    )?;
    if let Some(asked) = &asked
        && let Some(license) = asked.find(reader, now)?
    {
        if let Some(to) = &order.to {
            to.check_open(reader, "issue")?;
        }
        // Whether a file is wanted stays aside, but a wanted one that there is not must not pass for written.
        match &order.to {
            Some(to) if !to.holds(&license) => {
                let why = if license.live().next().is_none() {
                    "it is parked and has no file"
                } else {
                    "it is elsewhere"
                };
                return Err(asked.conflict(why, license.serial.as_str()).into());
            }
            _ => {}
        }
        return Ok(Decision::Unchanged(Box::new(license)));
    }
    check_sold("product", product.code.as_str(), product.retired_at.as_deref())?;
    check_sold("customer", customer.code.as_str(), customer.retired_at.as_deref())?;
    // In the order of the books, so that the file and the books agree.
    let mut users: Vec<Username> = order
        .users
        .iter()
        .map(|name| Ok(lookup::user(reader, &customer.code, name)?.username))
        .collect::<Result<_>>()?;
    users.sort();
    let terms = order.terms.clone().over(product.terms.clone()).over(settings.clone());
    let wanted = Request { edition: order.edition, terms, users };
    let right = decide_right(
        wanted,
        &product,
        &tree,
        &customer.code,
        company.as_ref().map(|company| &company.code),
        now,
    )?;
    let mut license = License::new(right, order.reference.clone(), now);
    if let Some(to) = &order.to {
        put(reader, &mut license, to, None, "issue")?;
    }
    let purpose = order.purpose.clone().unwrap_or_else(Purpose::issue);
    Ok(Plan { asked, purpose, ..Plan::of(vec![Step::new(reader, "license.issue", license)?]) }
        .into())
}

/// User names in one spelling and order. They are not looked up: a user who was renamed since does not make it another
/// request.
fn as_compared(users: &[Username]) -> Vec<String> {
    let mut users: Vec<String> =
        users.iter().map(|name| name.as_str().to_ascii_lowercase()).collect();
    users.sort();
    users
}

/// Codes as the catalogue writes them, in one order: a request is the same however its modules are spelled and sorted.
pub(crate) fn in_catalogue_words(mut terms: Terms, tree: &[Module]) -> Terms {
    if let Some(Clear::Value(Grants(grants))) = &mut terms.modules {
        for grant in grants.iter_mut() {
            let known = tree.iter().find(|module| module.code.is(&grant.code));
            grant.code = known.map_or(&grant.code, |module| &module.code).clone();
        }
        grants.sort_by(|a, b| a.code.cmp(&b.code));
    }
    terms
}
