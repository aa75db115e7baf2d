//! `user list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;
use crate::domain::name::{Slug, Username};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::ops::user::answer::UserAnswer;

/// List the users of a customer, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user list nordwind --format csv")]
pub struct Args {
    /// Customer code
    customer: Slug,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let customer = lookup::customer(home.reader(), &args.customer)?;
    let after: Option<Username> = args.page.after.as_deref().map(str::parse).transpose()?;
    after
        .as_ref()
        .map(|username| lookup::user(home.reader(), &customer.code, username))
        .transpose()?;
    let limit = args.page.limit;
    let thing = |user: User| {
        let name = user.name.as_ref().map_or("-", |name| name.as_str());
        let email = user.email.as_ref().map_or("-", |email| email.as_str());
        let company = user.company.as_ref().map_or("-", |code| code.as_str());
        let row =
            [user.username.as_str(), name, email, company, if user.admin { "yes" } else { "no" }];
        (UserAnswer::of(&user), row.map(str::to_owned).to_vec())
    };
    Ok(Outcome::list(
        &["username", "name", "email", "company", "admin"],
        UserAnswer::COLUMNS,
        "no users; `licentia user add CUSTOMER USERNAME` adds a user",
        move |take| {
            home.reader()
                .list_users(&customer.code, after.as_ref(), limit, &mut |user| take(thing(user)))
        },
    ))
}
