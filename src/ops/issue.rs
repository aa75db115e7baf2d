//! Issuing a license: deciding what is sold, and writing it with its signed text.

use anyhow::Result;
use licentia_runtime::Edition;
use serde::Serialize;

use crate::domain::activation::{Activation, File, State};
use crate::domain::customer::Customer;
use crate::domain::key::{Key, Purpose, within_scope};
use crate::domain::license::{License, Request, Right, Standing, decide as decide_right};
use crate::domain::module::{Grants, Module};
use crate::domain::name::{Code, Reference, Username};
use crate::domain::product::Product;
use crate::domain::retirement::check_sold;
use crate::domain::serial::{Kind, Serial};
use crate::domain::terms::{Clear, Terms};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Code as Why, Random, Refusal};
use crate::ops::known;
use crate::seal::license::Around;
use crate::seal::{self, Signer};
use crate::store::{Books, Tx};

/// The verb family under which references to issued licenses are kept.
const FAMILY: &str = "issue";

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
    /// Delivered in a file bound to nothing.
    pub unbound: bool,
    /// The order it comes from.
    pub reference: Option<Reference>,
}

/// What issuing comes to.
#[derive(Clone, Debug)]
pub enum Decision {
    /// A new license.
    New(Box<Plan>),
    /// The reference was used for the same request: this is its license.
    Repeated(Box<License>),
}

/// A license about to be issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it gives.
    pub right: Right,
    /// The product, for the file.
    pub product: Product,
    /// The customer, for the file.
    pub customer: Customer,
    /// The request as it is compared with another under the same reference.
    request: String,
    reference: Option<Reference>,
    purpose: Purpose,
    unbound: bool,
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
    terms: &'a Terms,
}

/// Decides an order against the books.
///
/// # Errors
///
/// `not_found` for an unknown customer, company, user, product or module; `conflict` for a reference used for something
/// else; what the rules of a license refuse.
pub fn decide(books: Books<'_>, order: &Order, settings: &Terms, now: Timestamp) -> Result<Decision> {
    let customer = known::customer(books, &order.customer)?;
    let product = known::product(books, &order.product)?;
    let company = order.company.as_ref().map(|code| known::company(books, &customer.code, code)).transpose()?;
    let tree = books.list_modules(&product.code)?;
    let request = serde_json::to_string(&Compared {
        customer: customer.code.as_str(),
        product: product.code.as_str(),
        company: company.as_ref().map(|company| company.code.as_str()),
        edition: order.edition,
        users: as_compared(&order.users),
        purpose: order.purpose.as_ref(),
        terms: &in_catalogue_words(order.terms.clone(), &tree),
    })?;
    if let Some(license) = find_repeated(books, order, &request)? {
        return Ok(Decision::Repeated(Box::new(license)));
    }
    check_sold("product", product.code.as_str(), product.retired_at.as_deref())?;
    check_sold("customer", customer.code.as_str(), customer.retired_at.as_deref())?;
    // In the order of the books, so that the file and the books agree.
    let mut users: Vec<Username> =
        order.users.iter().map(|name| Ok(known::user(books, &customer.code, name)?.username)).collect::<Result<_>>()?;
    users.sort();
    let terms = order.terms.clone().over(product.terms.clone()).over(settings.clone());
    let asked = Request { edition: order.edition, terms, users };
    let right = decide_right(asked, &product, &tree, &customer.code, company.as_ref().map(|company| &company.code), now)?;
    let (reference, unbound) = (order.reference.clone(), order.unbound);
    let purpose = order.purpose.clone().unwrap_or_else(Purpose::issue);
    Ok(Decision::New(Box::new(Plan { right, product, customer, request, reference, purpose, unbound })))
}

/// User names in one spelling and order. They are not looked up: a user who was renamed since does not make it another
/// request.
fn as_compared(users: &[Username]) -> Vec<String> {
    let mut users: Vec<String> = users.iter().map(|name| name.as_str().to_ascii_lowercase()).collect();
    users.sort();
    users
}

/// Codes as the catalogue writes them, in one order: a request is the same however its modules are spelled and sorted.
fn in_catalogue_words(mut terms: Terms, tree: &[Module]) -> Terms {
    if let Some(Clear::Value(Grants(grants))) = &mut terms.modules {
        for grant in grants.iter_mut() {
            let known = tree.iter().find(|module| module.code.as_str().eq_ignore_ascii_case(grant.code.as_str()));
            grant.code = known.map_or(&grant.code, |module| &module.code).clone();
        }
        grants.sort_by(|a, b| a.code.cmp(&b.code));
    }
    terms
}

fn find_repeated(books: Books<'_>, order: &Order, request: &str) -> Result<Option<License>> {
    let Some(reference) = &order.reference else { return Ok(None) };
    let Some((earlier, serial)) = books.find_reference(FAMILY, reference)? else { return Ok(None) };
    let conflict = |differs: &str| {
        Refusal::new(
            Why::Conflict,
            format!("reference {reference} was used for another request ({differs}): it is license {serial}"),
        )
        .hint(format!("`licentia license show {serial}` shows it; take another reference for another order"))
    };
    if earlier != request {
        return Err(conflict(&differences(&earlier, request)).into());
    }
    let license = books.find_license(&serial)?;
    // Whether a file is wanted stays aside, but a wanted one that there is not must not pass for written.
    if order.unbound && license.as_ref().is_some_and(|license| license.activations.is_empty()) {
        return Err(conflict("it is parked and has no file").into());
    }
    Ok(license)
}

/// Which members of two requests are not the same.
fn differences(earlier: &str, request: &str) -> String {
    let members = |text: &str| -> serde_json::Map<String, serde_json::Value> {
        let mut members: serde_json::Map<_, _> = serde_json::from_str(text).unwrap_or_default();
        if let Some(serde_json::Value::Object(terms)) = members.remove("terms") {
            members.extend(terms);
        }
        members
    };
    let (earlier, request) = (members(earlier), members(request));
    let mut names: Vec<&str> = earlier
        .keys()
        .chain(request.keys())
        .filter(|name| earlier.get(*name) != request.get(*name))
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

impl Plan {
    /// Whether a text is signed now.
    pub fn is_delivered(&self) -> bool {
        self.unbound
    }

    /// Checks the file against the scope of the key that shall sign it, before anybody is asked for a passphrase.
    pub fn check_scope(&self, vendor: &Vendor, key: &Key, now: Timestamp) -> Result<(), Refusal> {
        let claims = seal::license::claims(&self.preview(now), self.around(vendor), "", now.as_second(), (1, 0));
        within_scope(key, &claims, &self.purpose)
    }

    /// The license as it would be, under a serial that means nothing.
    pub fn preview(&self, now: Timestamp) -> License {
        self.license(Serial::random(Kind::License, &mut |bytes: &mut [u8]| bytes.fill(0)), now)
    }

    /// Writes the license, and its signed text where it is delivered.
    ///
    /// # Errors
    ///
    /// `key_missing` where it is delivered and nobody is there to sign: no license is live without its file.
    pub fn carry_out(
        self,
        tx: &Tx<'_>,
        vendor: &Vendor,
        signer: Option<&Signer>,
        random: &mut Random<'_>,
        now: Timestamp,
    ) -> Result<License> {
        let signer = match (self.unbound, signer) {
            (true, None) => {
                return Err(Refusal::new(Why::KeyMissing, "a delivered license needs a key to sign its file").into());
            }
            (true, signer) => signer,
            (false, _) => None,
        };
        let serial = loop {
            let serial = Serial::random(Kind::License, random);
            if tx.books().find_license(serial.as_str())?.is_none() {
                break serial;
            }
        };
        let mut license = self.license(serial, now);
        tx.insert_license(&license)?;
        if let Some(signer) = signer {
            let (jti, status) = (jti(now, random), tx.insert_status(random)?);
            let claims = seal::license::claims(&license, self.around(vendor), &jti, now.as_second(), status);
            let expires_at = claims.exp.and_then(|exp| Timestamp::from_second(exp).ok()).map(|instant| instant.to_string());
            let text = seal::license::sign(signer, &claims);
            let file = File { jti, kid: signer.kid().to_owned(), issued_at: now.to_string(), expires_at, text };
            tx.insert_file(&license, 1, &file, status)?;
            for activation in &mut license.activations {
                activation.file = Some(file.clone());
            }
        }
        if let Some(reference) = &self.reference {
            tx.insert_reference(FAMILY, reference, &self.request, license.serial.as_str(), &now.to_string())?;
        }
        Ok(license)
    }

    fn license(&self, serial: Serial, now: Timestamp) -> License {
        let seats = self.right.seats;
        let delivery = Activation { container: None, seats, generation: 1, state: State::Live, file: None };
        License {
            serial,
            right: self.right.clone(),
            revision: 1,
            reference: self.reference.clone(),
            replaces: None,
            standing: Standing::Open,
            activations: if self.unbound { vec![delivery] } else { Vec::new() },
            created_at: now.to_string(),
        }
    }

    fn around<'a>(&'a self, vendor: &'a Vendor) -> Around<'a> {
        Around { vendor, product: &self.product, customer: &self.customer }
    }
}

/// A file's own id: a UUID of version 7 (RFC 9562), so that ids sort by time.
pub fn jti(now: Timestamp, random: &mut Random<'_>) -> String {
    let mut bytes = [0; 10];
    random(&mut bytes);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().to_string()
}
