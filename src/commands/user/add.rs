//! `user add`

use anyhow::Result;

use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::customer::User;
use crate::domain::name::{Code, Email, Name, Username};
use crate::ops::lookup;

/// Add a user to a customer
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  licentia user add nordwind anna --name 'Anna Ek' --email anna@nordwind.example --admin"
)]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with, unique in the customer
    username: Username,
    /// The person's name
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// Where to write to
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Email>,
    /// The company that the user belongs to
    #[arg(long, value_name = "CODE")]
    company: Option<Code>,
    /// The user manages the customer's licenses
    #[arg(long)]
    admin: bool,
    /// Succeed without a change if the customer has a user with this name
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let created_at = home.now.to_string();
    let work = command.begin(&mut home)?;
    let reader = work.tx.reader();
    let customer = lookup::customer(reader, &args.customer)?;
    if let Some(found) = reader.find_user(&customer.code, &args.username)? {
        return Ok(Outcome::there_already(
            &format!("a user {} of customer {}", found.username, customer.code),
            crate::commands::user::object(&found),
            args.if_missing,
        )?);
    }
    let company = args
        .company
        .as_ref()
        .map(|code| lookup::company(reader, &customer.code, code))
        .transpose()?;
    let user = User {
        customer: customer.code.clone(),
        username: args.username.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        company: company.map(|company| company.code),
        admin: args.admin,
        created_at,
    };
    work.tx.insert_user(&user)?;
    let object = crate::commands::user::object(&user);
    work.commit(&Change::new(
        "user.add",
        format!("{}/{}", customer.code, user.username),
        object.clone(),
    ))?;
    Ok(Outcome::added(
        &format!("user {} to customer {}", user.username, customer.code),
        object,
        command.is_dry(),
    ))
}
