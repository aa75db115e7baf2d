//! `user show`

use licentia_runtime::Model;

use crate::cli::context::CommandContext;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::name::{Slug, Username};
use crate::domain::time::last_day;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::user::answer::{UsableLicense, UserAnswer, UserDetails};

/// Show a user and the licenses that the user may use
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user show nordwind anna")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// User name
    username: Username,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let customer = lookup::customer(home.reader(), &args.customer)?;
    let user = lookup::user(home.reader(), &customer.code, &args.username)?;
    let mut fields = vec![
        ("customer", format!("{} ({})", customer.code, customer.name)),
        ("username", user.username.to_string()),
        ("name", user.name.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("e-mail", user.email.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("company", user.company.as_ref().map_or_else(|| "-".into(), ToString::to_string)),
        ("administrator", if user.admin { "yes" } else { "no" }.to_owned()),
        ("added", user.created_at.clone()),
    ];
    let mut licenses = Vec::new();
    for serial in home.reader().list_licenses_of(&customer.code, &user.username)? {
        let Some(license) = home.reader().find_license(&serial, home.now)? else { continue };
        let entitlement = &license.entitlement;
        let free = license.free();
        let (last, state) = (entitlement.ends.and_then(last_day), license.state(home.now));
        let registered = entitlement.users.contains(&user.username);
        let until = last.map_or_else(|| "no end".to_owned(), |day| format!("last day {day}"));
        let how = if registered { "assigned" } else { "open to all users" };
        let seats = count_of(entitlement.seats as usize, "seat");
        let users = count_of(entitlement.users.len(), "user");
        let taken = match entitlement.model {
            Model::Named => {
                format!("{} of {seats} assigned, {free} unassigned", entitlement.users.len())
            }
            Model::Floating => {
                format!("{seats}, {users} assigned, {} in use, {free} idle", license.sessions)
            }
            Model::Device => format!("{seats}, {users} assigned, {free} unallocated"),
        };
        fields.push((
            "license",
            format!(
                "{serial} {} ({}, {how}): {taken}, {until}, {}",
                entitlement.product,
                entitlement.model.as_str(),
                state.as_str()
            ),
        ));
        licenses.push(UsableLicense::of(&license, &user.username, home.now));
    }
    if licenses.is_empty() {
        fields.push(("licenses", "-".into()));
    }
    Ok(Outcome::one(UserDetails { user: UserAnswer::of(&user), licenses }, fields))
}
