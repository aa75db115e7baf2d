//! `company remove`: a company that has neither licenses nor users.

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, check_same, check_unused};
use crate::domain::audit::Change;
use crate::domain::customer::Company;
use crate::domain::name::Code;
use crate::ops::lookup;
use crate::store::Reader;

/// Remove a company that has neither licenses nor users
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company remove nordwind north")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// The company's code
    code: Code,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let company = decide(home.reader(), args)?;
    let what = format!("company {} of customer {}", company.code, company.customer);
    command.confirm(
        &[format!("{what} ({}): no license and no user belongs to it", company.name)],
        &format!("remove {what}"),
    )?;
    let work = command.begin(&mut home)?;
    check_same("company", decide(work.tx.reader(), args)? == company)?;
    work.tx.delete_company(&company)?;
    let (subject, object) = (
        format!("{}/{}", company.customer, company.code),
        crate::commands::company::object(&company),
    );
    work.commit(&Change::new("company.remove", subject, object.clone()))?;
    let done = if command.is_dry() { "Would remove" } else { "Removed" };
    Ok(Outcome::done(format!("{done} {what}")).with(object))
}

fn decide(reader: Reader<'_>, args: &Args) -> Result<Company> {
    let customer = lookup::customer(reader, &args.customer)?;
    let company = lookup::company(reader, &customer.code, &args.code)?;
    let members = reader.list_users_in(&customer.code, &company.code)?;
    let uses = [
        (
            "license",
            reader.list_held_by(&customer.code, &company.code)?,
            "what a license says of its holder stays",
        ),
        ("user", members, "`licentia user edit … --company none` takes a user out of it"),
    ];
    check_unused(&format!("company {}", company.code), &uses)?;
    Ok(company)
}
