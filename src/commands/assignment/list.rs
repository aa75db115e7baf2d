//! `assignment list`

use anyhow::Result;
use serde_json::json;

use super::super::args::Page;
use super::super::desk::Desk;
use super::super::outcome::Outcome;
use super::super::record::{Named, find};
use crate::domain::Refusal;
use crate::domain::name::{Code, Username};
use crate::ops::known;

/// List who is registered to which license
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia assignment list --license L-7K3MQ-9X2D9\n  licentia assignment list --customer nordwind --user anna --json"
)]
pub struct Args {
    /// Only of this license
    #[arg(long, value_name = "LICENSE", conflicts_with = "customer")]
    license: Option<Named>,
    /// Only of this customer
    #[arg(long, value_name = "CODE")]
    customer: Option<Code>,
    /// Only this user
    #[arg(long, value_name = "USERNAME", requires = "customer")]
    user: Option<Username>,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let books = home.books();
    let license = args.license.as_ref().map(|named| find(books, named, home.now)).transpose()?;
    let customer = args.customer.as_ref().map(|code| known::customer(books, code)).transpose()?.map(|customer| customer.code);
    let user = match (&customer, &args.user) {
        (Some(customer), Some(user)) => Some(known::user(books, customer, user)?.username),
        _ => None,
    };
    let mut all = match license {
        Some(license) => books.list_assignments_of(&license.serial)?,
        None => books.list_assignments(customer.as_ref(), user.as_ref())?,
    };
    if let Some(after) = &args.page.after {
        let is_last = |it: &crate::store::Assignment| format!("{}/{}", it.license, it.user).eq_ignore_ascii_case(after);
        let place = all.iter().position(is_last).ok_or_else(|| {
            Refusal::usage(format!("--after: there is no assignment {after:?} in this list"))
                .hint("name the last one that you have, as LICENSE/USERNAME")
        })?;
        all.drain(..=place);
    }
    let mut things = Vec::new();
    for assignment in all.into_iter().take(args.page.most()) {
        let Some(license) = books.find_license(&assignment.license, home.now)? else { continue };
        let (right, state) = (&license.right, license.state(home.now).as_str());
        let object = json!({
            "license": assignment.license, "customer": assignment.customer, "user": assignment.user,
            "product": right.product.as_str(), "model": right.model.as_str(), "state": state, "created_at": assignment.created_at,
        });
        let row = [
            assignment.license.as_str(),
            &assignment.customer,
            &assignment.user,
            right.product.as_str(),
            right.model.as_str(),
            state,
            &assignment.created_at,
        ];
        things.push((object, row.map(str::to_owned).to_vec()));
    }
    Ok(Outcome::many(
        &["license", "customer", "user", "product", "model", "state", "since"],
        &["license", "customer", "user", "product", "model", "state", "created-at"],
        "nobody is assigned; `licentia assignment add` assigns a license",
        things,
    ))
}
