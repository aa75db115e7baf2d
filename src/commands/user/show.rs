//! `user show`

use anyhow::Result;

use super::super::desk::Desk;
use super::super::outcome::Outcome;
use crate::domain::name::{Code, Username};
use crate::ops::known;

/// Show a user
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with
    username: Username,
}

pub fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome> {
    let home = desk.home()?;
    let customer = known::customer(home.books(), &args.customer)?;
    let user = known::user(home.books(), &customer.code, &args.username)?;
    let fields = vec![
        ("customer", format!("{} ({})", customer.code, customer.name)),
        ("username", user.username.to_string()),
        ("name", user.name.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("e-mail", user.email.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("company", user.company.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("administrator", if user.admin { "yes" } else { "no" }.to_owned()),
        ("added", user.created_at.clone()),
    ];
    Ok(Outcome::one(super::object(&user), fields))
}
