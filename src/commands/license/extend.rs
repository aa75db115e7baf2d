//! `license extend`: sets a later end. The answer shows the start of the extension and both ends,
//! so that the user sees if an early or late renewal costs the customer days.

use clap::ValueEnum;

use super::shared::Further;
use crate::cli::change::{Signing, execute_on_license};
use crate::cli::context::CommandContext;
use crate::cli::license::{LicenseArgument, find_to_change};
use crate::cli::outcome::Outcome;
use crate::cli::render::Format;
use crate::domain::license::terms::Day;
use crate::domain::license::{ExtensionStart, License, Until};
use crate::domain::name::Reference;
use crate::domain::time::last_day;
use crate::domain::time::{Span, plus_days};
use crate::domain::{Error, WarningCode};
use crate::ops::error::Result;
use crate::ops::license::answer::EndBefore;
use crate::ops::license::extend::ExtendLicense;

/// Extend the end of a license
///
/// The extension is the next revision, with a new file if one was delivered. An expired license
/// becomes valid again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia license extend L-7K3MQ-9X2D9 --by 1y --out nordwind.lic
  licentia license extend ref:ORDER-123 --by 30d --from today --reference ORDER-200
  licentia license extend L-7K3MQ-9X2D9 --last-day 2028-12-31")]
#[group(id = "until", required = true, multiple = false, args = ["by", "ends", "last_day"])]
pub struct Args {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
    /// Extension, for example 30d, 3mo, 1y
    #[arg(long, value_name = "DURATION")]
    by: Option<Span>,
    /// New end: the day on which the license ends, at 00:00 UTC
    #[arg(long, value_name = "DATE")]
    ends: Option<Day>,
    /// New last full day
    #[arg(long, value_name = "DATE")]
    last_day: Option<Day>,
    /// Day from which --by counts [default: later]
    #[arg(long, value_name = "DAY", value_enum, conflicts_with_all = ["ends", "last_day"])]
    from: Option<Start>,
    /// Idempotency reference, such as an order number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<Reference>,
    #[command(flatten)]
    signing: Signing,
}

/// The day from which an extension counts.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Start {
    /// The end of the license
    End,
    /// The current day, UTC
    Today,
    /// The later of both days
    Later,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, &args.license)?;
    let from = args.from.map(|from| match from {
        Start::End => ExtensionStart::End,
        Start::Today => ExtensionStart::Today,
        Start::Later => ExtensionStart::Later,
    });
    let until = match (args.by, args.ends, args.last_day) {
        (Some(span), ..) => Until::By(span, from),
        (_, Some(day), _) => Until::Day(day.0),
        (_, _, Some(day)) => {
            let next = plus_days(day.0, 1);
            Until::Day(next.ok_or_else(|| {
                Error::usage(format!(
                    "{} is the last day of the calendar; choose an earlier day",
                    day.0
                ))
            })?)
        }
        _ => {
            return Err(Error::usage("a new end is required")
                .hint("--by DURATION, --ends DATE or --last-day DATE")
                .into());
        }
    };
    let request = ExtendLicense {
        license: serial,
        until,
        reference: args.reference.clone(),
        signing: args.signing.request(),
    };
    let done = execute_on_license(context, &mut home, &args.signing.options(), &request)?;
    let before = done.steps().first().and_then(|step| step.before.clone());
    let words = super::shared::Words {
        did: "Extended",
        would: "extend",
        already: &super::shared::repeated("extended", args.reference.as_ref()),
    };
    let format = context.format();
    let further = Further {
        before: before.as_ref().filter(|_| format != Format::Csv).map(EndBefore::of),
        ..Further::default()
    };
    let outcome =
        super::shared::answer_with(done, &words, (&home, format), further, |before, after| {
            let day = |license: &License| {
                license
                    .entitlement
                    .ends
                    .and_then(last_day)
                    .map_or_else(|| "none".into(), |day| day.to_string())
            };
            format!(": last day {} → {}", day(before), day(after))
        });
    let Some(before) = before else { return Ok(outcome) };
    let entitlement = &before.entitlement;
    let own_end = entitlement
        .modules
        .iter()
        .filter(|grant| grant.ends.is_some())
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    Ok(if own_end.is_empty() {
        outcome
    } else {
        outcome.warn(
            WarningCode::ModulesKeepEnd,
            format!("modules with an end of their own are not extended: {}", own_end.join(", ")),
        )
    })
}
