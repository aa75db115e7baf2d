//! `customer show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::customer::answer::{CustomerAnswer, CustomerDetails};
use crate::ops::error::Result;
use crate::ops::lookup;

/// Show a customer
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer show nordwind")]
pub struct Args {
    /// Customer code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let customer = lookup::customer(home.reader(), &args.code)?;
    let companies: Vec<String> = home
        .reader()
        .list_companies(&customer.code)?
        .into_iter()
        .map(|company| company.code.to_string())
        .collect();
    let users = home.reader().count_users(&customer.code)?;
    let mut fields = vec![
        ("code", customer.code.to_string()),
        ("name", customer.name.to_string()),
        ("e-mail", customer.email.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("reference", customer.reference.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("companies", if companies.is_empty() { "-".into() } else { companies.join(", ") }),
        ("users", users.to_string()),
        ("added", customer.created_at.clone()),
    ];
    if let Some(at) = &customer.retired_at {
        fields.push(("retired", at.clone()));
    }
    let answer = CustomerDetails { customer: CustomerAnswer::of(&customer), companies, users };
    Ok(Outcome::one(answer, fields))
}
