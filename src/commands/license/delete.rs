//! `license delete`: deletes a license, or all licenses of a customer and an edition. Their rows
//! and history stay.

use licentia_runtime::Edition;

use crate::cli::arguments::edition;
use crate::cli::change::{execute, impact_lines};
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::front_end::Options;
use crate::cli::license::LicenseArgument;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS, count_of};
use crate::domain::Error;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::Slug;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::impact::Impact;
use crate::ops::license::answer::ChangedLicense;
use crate::ops::license::life_cycle::{DeleteLicenses, NothingToDelete};
use crate::ops::license::plan::Step;

/// Delete a license, or all licenses of a customer and an edition
///
/// The users are no longer assigned, the sessions end, and the status list marks the files as
/// invalid. `license show` and the audit log still have the license.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license delete L-7K3MQ-9X2D9
  licentia license delete --customer nordwind --edition trial --yes")]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE", conflicts_with_all = ["customer", "edition"])]
    license: Option<LicenseArgument>,
    /// Customer code; deletes all licenses of the customer and the edition
    #[arg(long, value_name = "CODE", requires = "edition")]
    customer: Option<Slug>,
    /// Edition of the licenses: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition, requires = "customer")]
    edition: Option<Edition>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    match (&args.license, &args.customer, args.edition) {
        (_, Some(customer), Some(edition)) => all(customer, edition, context),
        (Some(license), ..) => {
            let words = super::shared::Words {
                did: "Deleted",
                would: "delete",
                already: "is already deleted",
            };
            let change = super::shared::StatusChange::taking(LifecycleStatus::Deleted, None);
            super::shared::set_status(context, license, change, &words)
        }
        _ => Err(Error::usage("a license, or --customer and --edition, is required")
            .hint(
                "`licentia license delete LICENSE`, or `licentia license delete --customer CODE \
                 --edition EDITION`",
            )
            .into()),
    }
}

fn all(customer: &Slug, edition: Edition, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let format = context.format();
    let request = DeleteLicenses { customer: customer.clone(), edition };
    let what = |count: usize, customer: &Slug| {
        let licenses = count_of(count, &format!("{} license", edition.as_str()));
        format!("{licenses} of customer {customer}")
    };
    let action = |impact: &Impact| {
        let customer = impact.licenses().next().map_or(customer, |license| &license.customer);
        format!("delete {}", what(impact.licenses().count(), customer))
    };
    let options = Options { action_of: Some(&action), ..Options::default() };
    let (execution, written) = execute(context, &mut home, &options, &request)?;
    Ok(match execution {
        Execution::Unchanged(NothingToDelete(customer)) => {
            let nothing =
                format!("No change: customer {customer} has no {} license", edition.as_str());
            super::shared::many(Outcome::done(nothing), Vec::new(), format)
        }
        Execution::DryRun(plan) => {
            let message = format!("Would delete {}", what(plan.steps.len(), &plan.payload));
            let outcome =
                impact_lines(&plan).into_iter().fold(Outcome::done(message), Outcome::with_message);
            let object = |step: &Step| {
                let license = super::shared::shown(&step.after, &home, &Emitted::Nowhere, format);
                ChangedLicense::planned(license)
            };
            super::shared::many(outcome, plan.steps.iter().map(object).collect(), format)
        }
        Execution::Applied(plan) => {
            let message = format!("Deleted {}", what(plan.steps.len(), &plan.payload));
            let outcome = super::shared::with_ended_sessions(Outcome::done(message), &plan.steps)
                .with_message(PUBLISH_STATUS);
            let object = |step: &Step| {
                let emitted = written.of_license(step.after.serial.as_str());
                let license = super::shared::shown(&step.after, &home, &emitted, format);
                ChangedLicense::done(license, false)
            };
            super::shared::many(outcome, plan.steps.iter().map(object).collect(), format)
        }
    })
}
