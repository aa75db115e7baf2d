//! `customer list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::customer::Customer;
use crate::domain::name::Slug;
use crate::ops::answer::Columns as _;
use crate::ops::customer::answer::CustomerAnswer;
use crate::ops::error::Result;
use crate::ops::lookup;

/// List the customers, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia customer list --all --format csv")]
pub struct Args {
    /// Include retired customers
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let after: Option<Slug> = args.page.after.as_deref().map(str::parse).transpose()?;
    after.as_ref().map(|code| lookup::customer(home.reader(), code)).transpose()?;
    let (all, limit) = (args.all, args.page.limit);
    let thing = move |customer: Customer| {
        let email = customer.email.as_ref().map_or("-", |email| email.as_str());
        let reference = customer.reference.as_ref().map_or("-", |reference| reference.as_str());
        let retired = all.then(|| customer.retired_at.clone().unwrap_or_else(|| "-".into()));
        let row = [customer.code.as_str(), customer.name.as_str(), email, reference];
        (CustomerAnswer::of(&customer), row.map(str::to_owned).into_iter().chain(retired).collect())
    };
    let columns: &[&str] = if args.all {
        &["code", "name", "email", "reference", "retired"]
    } else {
        &["code", "name", "email", "reference"]
    };
    Ok(Outcome::list(
        columns,
        CustomerAnswer::COLUMNS,
        "no customers; `licentia customer add` adds a customer, --all includes retired customers",
        move |take| {
            home.reader()
                .list_customers(after.as_ref(), all, limit, &mut |customer| take(thing(customer)))
        },
    ))
}
