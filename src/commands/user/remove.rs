//! `user remove`: his assignments and his sessions end with him.

use anyhow::Result;

use crate::cli::change::{Done, SigningMany, Way, carry_out, hit, hit_object, tell_files};
use crate::cli::context::CommandContext;
use crate::cli::outcome::Outcome;
use crate::domain::audit::Change;
use crate::domain::name::{Code, Username};
use crate::ops::license::plan::Plan;
use crate::ops::{lookup, user};

/// Remove a user
///
/// His sessions end, and no license is assigned to him any more: each named one has its next revision, with a fresh file where
/// one was delivered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia user remove nordwind bo")]
pub struct Args {
    /// The customer's code
    customer: Code,
    /// What the user logs in with
    username: Username,
    #[command(flatten)]
    signing: SigningMany,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let out = args.signing.out();
    let customer = lookup::customer(home.reader(), &args.customer)?;
    let user = lookup::user(home.reader(), &customer.code, &args.username)?;
    let what = format!("user {} of customer {}", user.username, user.customer);
    let (subject, object) =
        (format!("{}/{}", user.customer, user.username), crate::commands::user::object(&user));
    let way = Way { act: Some(format!("remove {what}")), ..args.signing.way(&out) };
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let user = lookup::user(reader, &customer.code, &args.username)?;
        let entry =
            Change::new("user.remove", subject.clone(), crate::commands::user::object(&user));
        Ok(Plan { entries: vec![entry], ..user::remove(reader, &user, now)? }.into())
    })?;
    let mut object = object;
    Ok(match done {
        Done::Would(plan) => {
            object["hit"] = hit_object(&plan);
            let outcome = Outcome::done(format!("Would remove {what}")).with(object);
            hit(&plan).into_iter().fold(outcome, Outcome::say)
        }
        Done::Did(steps, _) => {
            let plan = Plan::of(steps.iter().map(|(step, _)| step.clone()).collect());
            object["hit"] = hit_object(&plan);
            let outcome = Outcome::done(format!("Removed {what}")).with(object);
            let outcome = hit(&plan).into_iter().fold(outcome, Outcome::say);
            steps
                .iter()
                .fold(outcome, |outcome, (step, emitted)| tell_files(outcome, step, emitted))
        }
        Done::Repeated(..) => Outcome::default(),
    })
}
