//! `ticket redeem`: activates the licenses of a code. An attempt with an invalid code is recorded,
//! without the code.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::cli::change::{Changed, SigningMany, changed, execute, impact_lines, with_files};
use crate::cli::container::Destination;
use crate::cli::context::CommandContext;
use crate::cli::front_end::Options;
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::license::License;
use crate::domain::ticket::Ticket;
use crate::ops::error::Result;
use crate::ops::execute::Execution;
use crate::ops::license::placement::PlacementTarget;
use crate::ops::ticket::answer::{RedeemedTicket, TicketAnswer};
use crate::ops::ticket::redeem::RedeemTicket;

/// Activate the licenses of a ticket
///
/// Activates all licenses or none, in a container or in unbound files.
/// Case, dashes and spaces of the code are ignored.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia ticket redeem Z3K7Q-M9X2D-A4R8T-0WYHF-5BNC0 --unbound --out-dir files
  licentia ticket redeem Z3K7Q-M9X2D-A4R8T-0WYHF-5BNC0 --container K-4T9WX-C0MR7
  licentia ticket redeem - --unbound --out-dir files --json < code.txt")]
pub struct Args {
    /// Ticket code; - is standard input
    #[arg(value_name = "CODE", required = true, num_args = 1..)]
    code: Vec<Typed>,
    #[command(flatten)]
    to: Destination,
    #[command(flatten)]
    signing: SigningMany,
}

/// A part of a code, as it was typed. `Debug` does not print it.
#[derive(Clone)]
struct Typed(String);

impl FromStr for Typed {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Typed, Self::Err> {
        Ok(Typed(text.to_owned()))
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// The largest size of a code on standard input, in bytes.
const MAX_BYTES: usize = 4096;

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let code = match args.code.as_slice() {
        [Typed(dash)] if dash == "-" => {
            String::from_utf8_lossy(&context.read(Path::new("-"), MAX_BYTES)?).into_owned()
        }
        parts => parts.iter().map(|part| part.0.as_str()).collect(),
    };
    let out = args.signing.out();
    let to = args.to.target(context, &home)?;
    let request = RedeemTicket { code, target: to.clone(), signing: args.signing.request() };
    let options = Options { out: Some(&out), ..Options::default() };
    let (execution, written) = execute(context, &mut home, &options, &request)?;
    let now = home.now;
    let (outcome, ticket, changed) = match execution {
        Execution::DryRun(plan) => {
            let message = format!("Would redeem ticket {}", used(&plan.payload));
            let outcome =
                impact_lines(&plan).into_iter().fold(Outcome::done(message), Outcome::with_message);
            (outcome, plan.payload, changed(plan.steps, &written))
        }
        Execution::Applied(plan) => {
            let changed = changed(plan.steps, &written);
            let outcome = Outcome::done(format!("Redeemed ticket {}", used(&plan.payload)));
            let outcome =
                changed.iter().fold(outcome, |outcome, one| with_change(outcome, one, &to));
            (outcome, plan.payload, changed)
        }
        Execution::Unchanged(never) => match never {},
    };
    let activated =
        changed.iter().map(|(step, emitted)| license::answer(&step.after, now, emitted));
    let activated = activated.collect();
    Ok(outcome.with(RedeemedTicket { ticket: TicketAnswer::of(&ticket, now), activated }))
}

/// Returns the serial of a ticket and how often it is used.
fn used(ticket: &Ticket) -> String {
    format!("{} (use {} of {})", ticket.serial, ticket.used, ticket.uses)
}

/// Adds the sentences about a license that was activated.
fn with_change(outcome: Outcome, (step, emitted): &Changed, to: &PlacementTarget) -> Outcome {
    let before = step.before.as_ref().map_or(0, License::seats_placed);
    let seats = count_of((step.after.seats_placed() - before) as usize, "seat");
    let place = to.container().map_or_else(
        || "delivered unbound".to_owned(),
        |it| format!("allocated to container {it}"),
    );
    let outcome =
        outcome.with_message(format!("Activated license {} ({seats} {place})", step.after.serial));
    with_files(outcome, step, emitted)
}
