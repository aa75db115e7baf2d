//! A home of any number of licenses, for measurements: through `ops`, as `license issue` does it, but many in one
//! transaction with one audit entry. Behind the feature `fill`; `bench/fill.rs` is its front door.

use std::path::Path;

use anyhow::{Context as _, Result};
use licentia_runtime::Edition;

use crate::domain::audit::{Author, Change};
use crate::domain::customer::Customer;
use crate::domain::name::Code;
use crate::domain::terms::Terms;
use crate::domain::time::{Timestamp, whole_second};
use crate::host::{Host, files};
use crate::ops::change::Decision;
use crate::ops::issue::{Order, decide};
use crate::seal;
use crate::store::{Store, Trust};

/// Licenses of one customer.
const EACH: u64 = 100;
/// The most bytes of a key file.
const MOST_KEY: usize = 64 << 10;

/// Issues `count` licenses of a product in a home of plain keys, delivered unbound, to new customers of 100 licenses each;
/// `chunk` of them in a transaction. `tell` hears how many there are after each.
///
/// # Errors
///
/// What `license issue` refuses; what is committed stays.
pub fn fill(host: &mut Host, home: &Path, product: &str, count: u64, chunk: u64, mut tell: impl FnMut(u64)) -> Result<()> {
    let mut store = Store::open(&home.join("licentia.db"), Trust::Protected)?;
    let vendor = store.books().find_vendor()?;
    let key = files::read(&home.join("keys/commercial.pem"), MOST_KEY)?;
    let signers = [(Edition::Commercial, seal::unlock(str::from_utf8(&key).context("the key file is text")?, &[])?)];
    let product: Code = product.parse()?;
    let terms: Terms = serde_json::from_str(r#"{"seats":"10","ends":"1y","grace":"14d"}"#)?;
    let author = Author { actor: "fill".into(), os_user: host.os_user.clone(), process: "licentia-fill" };
    let first = store.books().list_customer_codes(u32::MAX)?.len() as u64;
    let mut done = 0;
    while done < count {
        let now: Timestamp = whole_second((host.clock)());
        let (end, tx) = ((done + chunk).min(count), store.begin()?);
        for number in done..end {
            let customer: Code = format!("customer-{}", first + number / EACH).parse()?;
            if number % EACH == 0 {
                tx.insert_customer(&Customer {
                    code: customer.clone(),
                    name: format!("Customer {}", first + number / EACH).parse()?,
                    email: None,
                    reference: None,
                    retired_at: None,
                    created_at: now.to_string(),
                })?;
            }
            let order = Order {
                customer,
                product: product.clone(),
                company: None,
                edition: Edition::Commercial,
                users: Vec::new(),
                terms: terms.clone(),
                purpose: None,
                unbound: true,
                reference: Some(format!("FILL-{first}-{number}").parse()?),
            };
            if let Decision::New(plan) = decide(tx.books(), &order, &Terms::default(), now)? {
                plan.carry_out(&tx, &vendor, &signers, &mut *host.entropy, now)?;
            }
        }
        let detail = serde_json::json!({"licenses": end - done, "product": product.as_str()});
        tx.commit(&Change::new("license.issue", "fill", detail), &author, &now.to_string())?;
        done = end;
        tell(done);
    }
    store.close()?;
    Ok(())
}
