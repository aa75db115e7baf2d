//! A home of any number of licenses, for measurements: through `ops`, as `license issue` does it, but many in one
//! transaction with one audit entry. Behind the feature `fill`; `bench/fill.rs` is its front door.

use std::path::Path;

use anyhow::{Context as _, Result};
use licentia_runtime::Edition;

use crate::domain::audit::{Author, Change};
use crate::domain::customer::{Customer, User};
use crate::domain::license::terms::Terms;
use crate::domain::name::Code;
use crate::domain::time::{Timestamp, whole_second};
use crate::host::{Host, files};
use crate::ops::execute::UseCase as _;
use crate::ops::license::issue::IssueLicense;
use crate::ops::license::placement::Target;
use crate::ops::license::plan::{Decision, Step};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::r#return::ReturnLicense;
use crate::signing;
use crate::store::{Store, Transaction, Trust};

/// Licenses of one customer.
const EACH: u64 = 100;
/// The most bytes of a key file.
const MOST_KEY: usize = 64 << 10;

/// Users of one customer.
const USERS: u64 = 10;
/// What names are made of, so that they are as different as names are.
const SYLLABLES: [&str; 20] = [
    "an", "ber", "da", "ek", "fro", "gar", "hol", "is", "ka", "lund", "mar", "nor", "or", "pet",
    "ros", "sol", "tal", "ull", "vik", "win",
];

/// A name of three or four syllables, another for each number.
fn name(number: u64) -> String {
    let mut rest = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let mut name = String::new();
    for _ in 0..3 + number % 2 {
        name += usize::try_from(rest % 20)
            .ok()
            .and_then(|place| SYLLABLES.get(place))
            .copied()
            .unwrap_or_default();
        rest /= 20;
    }
    name
}

/// A customer with its users.
fn insert_customer(tx: &Transaction<'_>, code: &Code, number: u64, now: Timestamp) -> Result<()> {
    let domain = name(number);
    tx.insert_customer(&Customer {
        code: code.clone(),
        name: format!("{domain} AB {number}").parse()?,
        email: Some(format!("it@{domain}.example").parse()?),
        reference: Some(format!("K{number}").parse()?),
        retired_at: None,
        created_at: now.to_string(),
    })?;
    for user in 0..USERS {
        let person = name(number * USERS + user + 7);
        tx.insert_user(&User {
            customer: code.clone(),
            username: format!("{person}{user}").parse()?,
            name: Some(format!("{person} {}", name(user + number)).parse()?),
            email: Some(format!("{person}{user}@{domain}.example").parse()?),
            company: None,
            admin: user == 0,
            created_at: now.to_string(),
        })?;
    }
    Ok(())
}

fn returned(issued: &Step) -> ReturnLicense {
    ReturnLicense {
        license: issued.after.serial.clone(),
        source: Target::Unbound,
        seats: None,
        signing: SigningRequest::default(),
    }
}

/// Issues `count` licenses of a product in a home of plain keys, delivered unbound, to new customers of 100 licenses and 10 users each;
/// `chunk` of them in a transaction; of each `ended` licenses one is returned at once, of 0 none. `tell` hears how many there are after each.
///
/// # Errors
///
/// What `license issue` refuses; what is committed stays.
pub fn fill(
    host: &mut Host,
    home: &Path,
    product: &str,
    (count, chunk, ended): (u64, u64, u64),
    mut tell: impl FnMut(u64),
) -> Result<()> {
    let mut store = Store::open(&home.join("licentia.db"), Trust::Protected)?;
    let vendor = store.reader().find_vendor()?;
    let key = files::read(&home.join("keys/commercial.pem"), MOST_KEY)?;
    let signers = [(
        Edition::Commercial,
        signing::unlock(str::from_utf8(&key).context("the key file is text")?, &[])?,
    )];
    let product: Code = product.parse()?;
    let terms: Terms = serde_json::from_str(r#"{"seats":"10","ends":"1y","grace":"14d"}"#)?;
    let author =
        Author { actor: "fill".into(), os_user: host.os_user.clone(), process: "licentia-fill" };
    let first = store.reader().list_customer_codes(u32::MAX)?.len() as u64;
    let mut done = 0;
    while done < count {
        let now: Timestamp = whole_second((host.clock)());
        let (end, tx) = ((done + chunk).min(count), store.begin()?);
        for number in done..end {
            let customer: Code = format!("customer-{}", first + number / EACH).parse()?;
            if number % EACH == 0 {
                insert_customer(&tx, &customer, first + number / EACH, now)?;
            }
            let order = IssueLicense {
                customer,
                product: product.clone(),
                company: None,
                edition: Some(Edition::Commercial),
                users: Vec::new(),
                terms: terms.clone(),
                defaults: Terms::default(),
                target: Some(Target::Unbound),
                reference: Some(format!("FILL-{first}-{number}").parse()?),
                signing: SigningRequest::default(),
            };
            if let Decision::Change(plan) = order.plan(tx.reader(), now)? {
                let steps = plan.carry_out(&tx, &vendor, &signers, &mut *host.entropy, now)?;
                if ended > 0
                    && number % ended == 0
                    && let Some(first) = steps.first()
                    && let Decision::Change(back) = returned(first).plan(tx.reader(), now)?
                {
                    back.carry_out(&tx, &vendor, &signers, &mut *host.entropy, now)?;
                }
            }
        }
        let detail = serde_json::json!({"licenses": end - done, "product": product.as_str()});
        tx.append(&Change::new("license.issue", "fill", detail), &author, &now.to_string())?;
        tx.commit()?;
        done = end;
        tell(done);
    }
    store.close()?;
    Ok(())
}
