//! `user edit`: also another user name. Files that were delivered keep the old one.

use anyhow::Result;

use super::super::args::yes_or_no;
use super::super::desk::Desk;
use super::super::outcome::{Edited, Outcome, check_named, count_of, some_of};
use crate::domain::audit::Change;
use crate::domain::name::{Code, Email, Name, Username};
use crate::domain::terms::Clear;
use crate::domain::{Code as Why, Refusal};
use crate::ops::known;

/// Change a user
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia user edit nordwind anna --username anna.ek --email anna.ek@nordwind.example
  licentia user edit nordwind bo --company none --admin=no")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with
    username: Username,
    /// Another user name
    #[arg(long = "username", value_name = "USERNAME", id = "new_username")]
    new: Option<Username>,
    /// The person's name, or none
    #[arg(long, value_name = "NAME")]
    name: Option<Clear<Name>>,
    /// Where to write to, or none
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Clear<Email>>,
    /// The company that the user belongs to, or none
    #[arg(long, value_name = "CODE")]
    company: Option<Clear<Code>>,
    /// Whether the user manages the customer's licenses [yes, no]
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    admin: Option<bool>,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let named = args.new.is_some() || args.name.is_some() || args.email.is_some() || args.company.is_some();
    check_named(named || args.admin.is_some())?;
    let work = home.begin()?;
    let books = work.tx.books();
    let customer = known::customer(books, &args.customer)?;
    let before = known::user(books, &customer.code, &args.username)?;
    let mut after = before.clone();
    after.name = args.name.clone().map_or(after.name, Clear::value);
    after.email = args.email.clone().map_or(after.email, Clear::value);
    after.admin = args.admin.unwrap_or(after.admin);
    if let Some(company) = &args.company {
        after.company = match company {
            Clear::Nothing => None,
            Clear::Value(code) => Some(known::company(books, &customer.code, code)?.code),
        };
    }
    if let Some(new) = &args.new {
        let other = books.find_user(&customer.code, new)?.filter(|other| other.username != before.username);
        if let Some(other) = other {
            let why = format!("there is a user {} of customer {} already", other.username, customer.code);
            return Err(Refusal::new(Why::Exists, why).hint("take another user name").into());
        }
        after.username = new.clone();
    }
    let renamed = after.username != before.username;
    let naming = if renamed { books.list_naming(&customer.code, &before.username)? } else { Vec::new() };
    let edited = Edited::of(&super::object(&before), super::object(&after));
    if !edited.is_nothing() {
        work.tx.set_user(&before.username, &after)?;
        work.commit(&Change::new("user.edit", format!("{}/{}", customer.code, before.username), edited.detail()))?;
    }
    let outcome = edited.outcome(&format!("user {} of customer {}", before.username, customer.code), desk.is_dry());
    if naming.is_empty() {
        return Ok(outcome);
    }
    Ok(outcome.warn(format!(
        "the delivered files of {} still name {}: {}",
        count_of(naming.len(), "named license"),
        before.username,
        some_of(&naming)
    )))
}
