//! `user remove`: a user who is registered to no license.

use anyhow::Result;

use super::super::desk::Desk;
use super::super::outcome::{Outcome, check_same, check_unused};
use crate::domain::audit::Change;
use crate::domain::customer::User;
use crate::domain::name::{Code, Username};
use crate::ops::known;
use crate::store::Books;

/// Remove a user who is registered to no license
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user remove nordwind bo")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with
    username: Username,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let mut home = desk.home()?;
    let user = decide(home.books(), args)?;
    let what = format!("user {} of customer {}", user.username, user.customer);
    let name = user.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    desk.confirm(&[format!("{what}{name}: registered to no license")], &format!("remove {what}"))?;
    let work = home.begin()?;
    check_same("user", decide(work.tx.books(), args)? == user)?;
    work.tx.delete_user(&user)?;
    let (subject, object) = (format!("{}/{}", user.customer, user.username), super::object(&user));
    work.commit(&Change::new("user.remove", subject, object.clone()))?;
    let done = if desk.is_dry() { "Would remove" } else { "Removed" };
    Ok(Outcome::done(format!("{done} {what}")).with(object))
}

fn decide(books: Books<'_>, args: &Args) -> Result<User> {
    let customer = known::customer(books, &args.customer)?;
    let user = known::user(books, &customer.code, &args.username)?;
    let uses = [(
        "license",
        books.list_assigned_to(&customer.code, &user.username)?,
        "who is registered to a license stays; `licentia user edit` changes a name",
    )];
    check_unused(&format!("user {}", user.username), &uses)?;
    Ok(user)
}
