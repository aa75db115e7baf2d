//! `user remove`: removes a user with the assignments and sessions.

use crate::cli::change::{
    SigningMany, affected_licenses, changed, execute, impact_lines, with_files,
};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::customer::User;
use crate::domain::name::{Slug, Username};
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::impact::Impact;
use crate::ops::license::plan::LicensePlan;
use crate::ops::user::RemoveUser;
use crate::ops::user::answer::{RemovedUser, UserAnswer};

/// Remove a user
///
/// The sessions of the user end, and the assignments of the user are removed. The change creates
/// the next revision of each named license of the user, and a new file if the license is delivered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user remove nordwind bo")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// User name
    username: Username,
    #[command(flatten)]
    signing: SigningMany,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let out = args.signing.out();
    let request = RemoveUser {
        customer: args.customer.clone(),
        username: args.username.clone(),
        signing: args.signing.request(),
    };
    let action = |impact: &Impact| {
        let user = impact.users().next();
        format!("remove {}", user.map(object).unwrap_or_default())
    };
    let options = Options { action_of: Some(&action), out: Some(&out), ..Options::default() };
    let (execution, written) = execute(context, &mut home, &options, &request)?;
    Ok(match execution {
        Execution::DryRun(plan) => {
            let message = format!("Would remove {}", object(&plan.payload));
            answer(message, &plan.payload, &plan)
        }
        Execution::Applied(plan) => {
            let message = format!("Removed {}", object(&plan.payload));
            let licenses = LicensePlan::of(plan.steps);
            let outcome = answer(message, &plan.payload, &licenses);
            changed(licenses.steps, &written)
                .iter()
                .fold(outcome, |outcome, (step, emitted)| with_files(outcome, step, emitted))
        }
        Execution::Unchanged(never) => match never {},
    })
}

fn object(user: &User) -> String {
    format!("user {} of customer {}", user.username, user.customer)
}

fn answer<P>(message: String, user: &User, plan: &LicensePlan<P>) -> Outcome {
    let answer = RemovedUser { user: UserAnswer::of(user), hit: affected_licenses(plan) };
    impact_lines(plan).into_iter().fold(Outcome::done(message).with(answer), Outcome::with_message)
}
