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
    /// Customer code
    customer: Slug,
    /// User name, unique for the customer
    username: Username,
    /// Name of the person
    #[arg(long, value_name = "NAME")]
    name: Option<Name>,
    /// E-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<Email>,
    /// Company code of the user
    #[arg(long, value_name = "CODE")]
    company: Option<Slug>,
    /// Make the user an administrator, who can start sessions even while a required base license is
    /// missing
    #[arg(long)]
    admin: bool,
    /// Succeed without a change if the customer has a user with this name
    #[arg(long)]
    if_missing: bool,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let add = AddUser {
        customer: args.customer.clone(),
        username: args.username.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        company: args.company.clone(),
        admin: args.admin,
    };
    let (execution, _) = context.execute(&mut home, &Options::default(), &add)?;
    match execution {
        Execution::Unchanged(found) => {
            let object = format!("user {} of customer {}", found.username, found.customer);
            Ok(Outcome::already_exists(&object, UserAnswer::of(&found), args.if_missing)?)
        }
        Execution::DryRun(plan) => Ok(added(&plan.0, true)),
        Execution::Applied(plan) => Ok(added(&plan.0, false)),
    }
}

fn added(user: &User, is_dry: bool) -> Outcome {
    let object = format!("user {} to customer {}", user.username, user.customer);
    Outcome::added(&object, UserAnswer::of(user), is_dry)
}
