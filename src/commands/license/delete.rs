//! `license delete`: takes a license out of sight, or all of an edition that a customer has. Row and history stay.

use anyhow::Result;
use licentia_runtime::Edition;

use crate::cli::arguments::edition;
use crate::cli::change::{Done, Way, carry_out, hit};
use crate::cli::context::CommandContext;
use crate::cli::license::Named;
use crate::cli::outcome::{Outcome, count_of};
use crate::commands::license::{Words, many, marked, set_standing, shown, told_sessions};
use crate::domain::Refusal;
use crate::domain::license::state::Standing;
use crate::domain::name::Code;
use crate::ops::license::life_cycle::delete_all;
use crate::ops::license::plan::Plan;
use crate::ops::lookup;
use crate::store::Reader;

/// Delete a license, or all of an edition that a customer has
///
/// Its users are assigned no more, its sessions end, and its files end in the status list. `license show` and the audit log
/// still know it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license delete L-7K3MQ-9X2D9
  licentia license delete --customer nordwind --edition trial --yes")]
pub struct Args {
    /// Its serial, or ref: and its reference; a unique beginning of it on a terminal
    #[arg(value_name = "LICENSE", conflicts_with_all = ["customer", "edition"])]
    license: Option<Named>,
    /// All of this customer's, of one edition
    #[arg(long, value_name = "CODE", requires = "edition")]
    customer: Option<Code>,
    /// Which edition: commercial or trial
    #[arg(long, value_name = "EDITION", value_parser = edition, requires = "customer")]
    edition: Option<Edition>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    match (&args.license, &args.customer, args.edition) {
        (_, Some(customer), Some(edition)) => all(customer, edition, command),
        (Some(license), ..) => {
            let words = Words { did: "Deleted", would: "delete", already: "is deleted already" };
            set_standing(command, license, Standing::Deleted, None, &words)
        }
        _ => Err(Refusal::usage("no license is named")
            .hint("name one, or --customer and --edition for all of an edition")
            .into()),
    }
}

fn all(customer: &Code, edition: Edition, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let format = command.format();
    let customer = lookup::customer(home.reader(), customer)?;
    let what = |plan: &Plan| {
        let licenses = count_of(plan.steps.len(), &format!("{} license", edition.as_str()));
        format!("{licenses} of {}", customer.code)
    };
    let decide = |reader: Reader<'_>, now| delete_all(reader, &customer.code, edition, now);
    let plan = decide(home.reader(), home.now)?;
    // Where there is nothing, there is nothing to ask.
    let act = (!plan.steps.is_empty()).then(|| format!("delete {}", what(&plan)));
    let way = Way { act, ..Way::default() };
    let done = carry_out(command, &mut home, &way, &|reader, now| Ok(decide(reader, now)?.into()))?;
    Ok(match done {
        Done::Did(steps, _) if !steps.is_empty() => {
            let plan = Plan::of(steps.iter().map(|(step, _)| step.clone()).collect());
            let objects = steps
                .iter()
                .map(|(step, emitted)| marked(shown(&step.after, &home, emitted, format), false))
                .collect();
            let outcome = told_sessions(Outcome::done(format!("Deleted {}", what(&plan))), &plan);
            many(
                outcome.say("Applications learn of it with the next published status list"),
                objects,
                format,
            )
        }
        Done::Would(plan) if !plan.steps.is_empty() => {
            let outcome = hit(&plan)
                .into_iter()
                .fold(Outcome::done(format!("Would delete {}", what(&plan))), Outcome::say);
            let objects = plan
                .steps
                .iter()
                .map(|step| {
                    shown(&step.after, &home, &crate::commands::license::Emitted::Nowhere, format)
                })
                .collect();
            many(outcome, objects, format)
        }
        _ => {
            let nothing =
                format!("{} has no {} license: nothing to delete", customer.code, edition.as_str());
            many(Outcome::done(nothing), Vec::new(), format)
        }
    })
}
