//! `company list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::name::Slug;
use crate::ops::answer::Columns as _;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::error::Result;
use crate::ops::lookup;

/// List the companies of a customer, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company list nordwind")]
pub struct Args {
    /// Customer code
    customer: Slug,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let customer = lookup::customer(home.reader(), &args.customer)?;
    let after: Option<Slug> = args.page.after.as_deref().map(str::parse).transpose()?;
    let after =
        after.map(|code| lookup::company(home.reader(), &customer.code, &code)).transpose()?;
    let companies = home.reader().list_companies(&customer.code)?;
    let things =
        Page::following(companies, after.as_ref()).take(args.page.limit()).map(|company| {
            let row = vec![company.code.to_string(), company.name.to_string()];
            (CompanyAnswer::of(&company), row)
        });
    Ok(Outcome::many(
        &["code", "name"],
        CompanyAnswer::COLUMNS,
        "no companies; `licentia company add CUSTOMER CODE --name NAME` adds a company",
        things.collect(),
    ))
}
