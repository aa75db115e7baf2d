//! `user edit`: changes a user. A new user name is stated by the next revision of the user's named
//! licenses.

use crate::cli::arguments::yes_or_no;
use crate::cli::change::{
    Changed, SigningMany, changed, execute, impact_lines, with_files, with_sessions,
};
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::outcome::{EditOutcome, Outcome, check_any_change};
use crate::domain::customer::User;
use crate::domain::license::terms::OrNone;
use crate::domain::name::{Email, Name, Slug, Username};
use crate::ops::answer::WrittenFile;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::user::answer::{EditedUserAnswer, LicenseChanges, RevisedLicense, UserAnswer};
use crate::ops::user::{EditUser, EditedUser};

/// Change a user
///
/// A new user name creates the next revision of each named license of the user, and a new file if
/// the license is delivered.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia user edit nordwind anna --username anna.ek --email anna.ek@nordwind.example
  licentia user edit nordwind bo --company none --admin=no")]
pub struct Args {
    /// Customer code
    customer: Slug,
    /// User name
    username: Username,
    /// New user name
    #[arg(long = "username", value_name = "USERNAME", id = "new_username")]
    new: Option<Username>,
    /// Name of the person; none clears it
    #[arg(long, value_name = "NAME")]
    name: Option<OrNone<Name>>,
    /// E-mail address; none clears it
    #[arg(long, value_name = "ADDRESS")]
    email: Option<OrNone<Email>>,
    /// Company code of the user; none clears it
    #[arg(long, value_name = "CODE")]
    company: Option<OrNone<Slug>>,
    /// Administrator, who can start sessions even while a required base license is missing [yes,
    /// no]
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no, num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    admin: Option<bool>,
    #[command(flatten)]
    signing: SigningMany,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let is_given =
        args.new.is_some() || args.name.is_some() || args.email.is_some() || args.company.is_some();
    check_any_change(is_given || args.admin.is_some())?;
    let out = args.signing.out();
    let options = Options { out: Some(&out), ..Options::default() };
    let (execution, written) = execute(context, &mut home, &options, &request(args))?;
    Ok(match execution {
        Execution::Unchanged(user) => edited(&user, &user, None, context),
        Execution::DryRun(plan) => {
            let EditedUser { before, after } = &plan.payload;
            let lines = impact_lines(&plan);
            let changed = changed(plan.steps.clone(), &written);
            let changes = LicenseChanges { licenses: revised(&changed), sessions: Vec::new() };
            let outcome = edited(before, after, Some(changes), context);
            lines.into_iter().fold(outcome, Outcome::with_message)
        }
        Execution::Applied(plan) => {
            let EditedUser { before, after } = plan.payload;
            let changed = changed(plan.steps, &written);
            let steps = changed.iter().map(|(step, _)| step);
            let sessions = steps.clone().flat_map(|step| &step.sessions);
            let sessions = sessions.map(|session| session.serial.to_string()).collect();
            let changes = LicenseChanges { licenses: revised(&changed), sessions };
            let outcome = edited(&before, &after, Some(changes), context);
            let outcome = changed.iter().fold(outcome, with_change);
            with_sessions(outcome, steps)
        }
    })
}

fn request(args: &Args) -> EditUser {
    EditUser {
        customer: args.customer.clone(),
        username: args.username.clone(),
        new_username: args.new.clone(),
        name: args.name.clone(),
        email: args.email.clone(),
        company: args.company.clone(),
        admin: args.admin,
        signing: args.signing.request(),
    }
}

/// Returns the answer about the user, with the changes of licenses that follow from the edit.
fn edited(
    before: &User,
    after: &User,
    changes: Option<LicenseChanges>,
    context: &CommandContext<'_>,
) -> Outcome {
    let object = format!("user {} of customer {}", before.username, before.customer);
    let edited = EditOutcome::of(&UserAnswer::of(before), UserAnswer::of(after));
    edited.outcome_with(&object, context.is_dry(), |record| EditedUserAnswer { record, changes })
}

/// Adds the sentences about a license that has another revision.
fn with_change(outcome: Outcome, (step, emitted): &Changed) -> Outcome {
    let (serial, revision) = (&step.after.serial, step.after.revision);
    let outcome = if step.signs() {
        outcome.with_message(format!("License {serial} now has revision {revision}"))
    } else {
        outcome
    };
    with_files(outcome, step, emitted)
}

/// Returns the licenses that have another revision.
fn revised(changed: &[Changed]) -> Vec<RevisedLicense> {
    let license = |(step, emitted): &Changed| RevisedLicense {
        serial: step.after.serial.to_string(),
        revision: step.after.revision,
        file: emitted.path().map(|path| WrittenFile { path: Some(path) }),
    };
    changed.iter().map(license).collect()
}
