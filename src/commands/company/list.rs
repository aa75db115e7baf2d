//! `company list`

use anyhow::Result;

use super::super::desk::Desk;
use super::super::outcome::Outcome;
use crate::domain::name::Code;
use crate::ops::known;

/// List a customer's companies, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company list nordwind")]
pub struct Args {
    /// The customer's code
    customer: Code,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let customer = known::customer(home.books(), &args.customer)?;
    let things = home.books().list_companies(&customer.code)?.into_iter().map(|company| {
        let row = vec![company.code.to_string(), company.name.to_string()];
        (super::object(&company), row)
    });
    Ok(Outcome::many(
        &["code", "name"],
        &["customer", "code", "name"],
        "no companies; `licentia company add` adds one",
        things.collect(),
    ))
}
