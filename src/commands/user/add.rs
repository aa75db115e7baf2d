//! `user add`

use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;
use crate::domain::name::{Email, Name, Slug, Username};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::user::AddUser;
use crate::ops::user::answer::UserAnswer;

/// Add a user to a customer
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user add nordwind anna --name 'Anna Ek' --email \
        anna@nordwind.example --admin")]
pub struct Args {
    /// The customer's code
    customer: Slug,
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
    company: Option<Slug>,
    /// The user manages the customer's licenses
    #[arg(long)]
    admin: bool,
    /// Succeed without a change if the customer has a user with this name
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let add = AddUser {
        customer: args.customer.clone(),
        username: args.username.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        company: args.company.clone(),
        admin: args.admin,
    };
    let (execution, _) = command.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let what = format!("a user {} of customer {}", found.username, found.customer);
            Ok(Outcome::there_already(&what, UserAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(user: &User, is_dry: bool) -> Outcome {
    let what = format!("user {} to customer {}", user.username, user.customer);
    Outcome::added(&what, UserAnswer::of(user), is_dry)
}
