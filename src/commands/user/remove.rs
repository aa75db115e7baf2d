//! `user remove`: a user who is registered to no license.

use anyhow::Result;

use super::super::desk::{Desk, Home};
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
    carry_out(args, &user, &mut home)?;
    let done = if desk.is_dry() { "Would remove" } else { "Removed" };
    Ok(Outcome::done(format!("{done} {what}")).with(super::object(&user)))
}

fn carry_out(args: &Args, confirmed: &User, home: &mut Home) -> Result<()> {
    let work = home.begin()?;
    let user = decide(work.tx.books(), args)?;
    check_same("user", confirmed == &user)?;
    work.tx.delete_user(&user)?;
    work.commit(&Change::new("user.remove", format!("{}/{}", user.customer, user.username), super::object(&user)))
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
