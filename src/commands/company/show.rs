//! `company show`

use anyhow::Result;

use super::super::desk::Desk;
use super::super::outcome::Outcome;
use crate::domain::name::Code;
use crate::ops::known;

/// Show a company
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company show nordwind north")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// The company's code
    code: Code,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let customer = known::customer(home.books(), &args.customer)?;
    let company = known::company(home.books(), &customer.code, &args.code)?;
    let fields = vec![
        ("customer", format!("{} ({})", customer.code, customer.name)),
        ("code", company.code.to_string()),
        ("name", company.name.to_string()),
        ("added", company.created_at.clone()),
    ];
    Ok(Outcome::one(super::object(&company), fields))
}
