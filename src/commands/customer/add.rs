//! `customer add`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::customer::Customer;
use crate::domain::name::{Code, Email, Name, Reference};

/// Add a customer
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia customer add nordwind --name 'Nordwind AB' --email it@nordwind.example"
)]
pub struct Args {
    /// The code, for machines
    code: Code,
    /// The name, for people
    #[arg(long, value_name = "NAME")]
    name: Name,
    /// Where to write to
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Email>,
    /// The number in another system
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    /// Succeed without a change if there is a customer with this code
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let created_at = home.now.to_string();
    let work = command.begin(&mut home)?;
    if let Some(found) = work.tx.reader().find_customer(&args.code)? {
        return Ok(Outcome::there_already(
            &format!("a customer {} ({})", found.code, found.name),
            crate::commands::customer::object(&found),
            args.if_missing,
        )?);
    }
    let customer = Customer {
        code: args.code.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        reference: args.reference.clone(),
        retired_at: None,
        created_at,
    };
    work.tx.insert_customer(&customer)?;
    let object = crate::commands::customer::object(&customer);
    work.commit(&Change::new("customer.add", customer.code.as_str(), object.clone()))?;
    Ok(Outcome::added(
        &format!("customer {} ({})", customer.code, customer.name),
        object,
        command.is_dry(),
    ))
}
