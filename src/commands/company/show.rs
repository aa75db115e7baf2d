//! `company show`

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::error::Result;
use crate::ops::lookup;

/// Show a company
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company show nordwind north")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// Company code
    code: Slug,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let customer = lookup::customer(home.reader(), &args.customer)?;
    let company = lookup::company(home.reader(), &customer.code, &args.code)?;
    let fields = vec![
        ("customer", format!("{} ({})", customer.code, customer.name)),
        ("code", company.code.to_string()),
        ("name", company.name.to_string()),
        ("added", company.created_at.clone()),
    ];
    Ok(Outcome::one(CompanyAnswer::of(&company), fields))
}
