//! `company add`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::customer::Company;
use crate::domain::name::{Code, Name};
use crate::ops::lookup;

/// Add a company to a customer
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia company add nordwind north --name 'Nordwind North'")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// The company's code, unique in the customer
    code: Code,
    /// Its name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// Succeed without a change if the customer has a company with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let created_at = home.now.to_string();
    let work = command.begin(&mut home)?;
    let customer = lookup::customer(work.tx.reader(), &args.customer)?;
    if let Some(found) = work.tx.reader().find_company(&customer.code, &args.code)? {
        return Ok(Outcome::there_already(
            &format!("a company {} of customer {}", found.code, customer.code),
            crate::commands::company::object(&found),
            args.if_missing,
        )?);
    }
    let company = Company {
        customer: customer.code.clone(),
        code: args.code.clone(),
        name: args.name.clone(),
        created_at,
    };
    work.tx.insert_company(&company)?;
    let object = crate::commands::company::object(&company);
    work.commit(&Change::new(
        "company.add",
        format!("{}/{}", customer.code, company.code),
        object.clone(),
    ))?;
    Ok(Outcome::added(
        &format!("company {} ({}) to customer {}", company.code, company.name, customer.code),
        object,
        command.is_dry(),
    ))
}
