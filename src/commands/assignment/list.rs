//! `assignment list`

use crate::cli::arguments::Page;
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find};
use crate::cli::outcome::{Outcome, Row};
use crate::domain::Error;
use crate::domain::license::License;
use crate::domain::name::{Slug, Username};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::answer::Columns as _;
use crate::ops::assignment::answer::Assignment as Answer;
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::{Assignment, AssignmentFilter, Reader};

/// List the users assigned to licenses
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  licentia assignment list --license L-7K3MQ-9X2D9\n  licentia \
        assignment list --customer nordwind --user anna --json"
)]
pub struct Args {
    /// License serial or ref:REFERENCE
    #[arg(long, value_name = "LICENSE", conflicts_with = "customer")]
    license: Option<LicenseArgument>,
    /// Customer code
    #[arg(long, value_name = "CODE")]
    customer: Option<Slug>,
    /// User name
    #[arg(long, value_name = "USERNAME", requires = "customer")]
    user: Option<Username>,
    #[command(flatten)]
    page: Page,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let reader = home.reader();
    let license = args.license.as_ref().map(|named| find(reader, named, home.now)).transpose()?;
    let customer = args
        .customer
        .as_ref()
        .map(|code| lookup::customer(reader, code))
        .transpose()?
        .map(|customer| customer.code);
    let user = match (&customer, &args.user) {
        (Some(customer), Some(user)) => Some(lookup::user(reader, customer, user)?.username),
        _ => None,
    };
    let after = args.page.after.as_deref().map(|after| last(reader, after)).transpose()?;
    let filter = AssignmentFilter {
        license: license.map(|license| license.serial.to_string()),
        customer: customer.map(|customer| customer.to_string()),
        user: user.map(|user| user.to_string()),
        after,
        limit: args.page.limit,
    };
    Ok(Outcome::list(
        &["license", "customer", "user", "product", "model", "state", "since"],
        Answer::COLUMNS,
        "no assigned users; `licentia assignment add LICENSE USERNAME` assigns a user",
        move |take| {
            let (reader, now) = (home.reader(), home.now);
            // A license can have many users, which follow one another.
            let mut last: Option<License> = None;
            reader.list_assignments(&filter, &mut |assignment| {
                let license = match last
                    .take()
                    .filter(|license| license.serial.as_str() == assignment.license)
                {
                    Some(license) => license,
                    None => lookup::license(reader, &assignment.license.parse()?, now)?,
                };
                take(thing(assignment, last.insert(license), now))
            })
        },
    ))
}

/// Returns the last assignment of the previous page: `LICENSE/USERNAME`.
fn last(reader: Reader<'_>, after: &str) -> Result<Assignment> {
    let missing = || {
        Error::usage(format!("--after: there is no assignment {after:?} in this list"))
            .hint("name the last assignment of the previous page, as LICENSE/USERNAME")
    };
    let (license, user) = after.split_once('/').ok_or_else(missing)?;
    let (license, user): (Serial, Username) = (license.parse()?, user.parse()?);
    Ok(reader.find_assignment(&license, &user)?.ok_or_else(missing)?)
}

fn thing(assignment: Assignment, license: &License, now: Timestamp) -> Row<Answer> {
    let answer = Answer::of(assignment, license, now);
    let Answer { license, customer, user, product, model, state, created_at } = answer.clone();
    (answer, vec![license, customer, user, product, model, state, created_at])
}
