//! `ticket redeem`: what the holder of a code gets. A try with a code that is worth nothing is written down, without the code.

use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::change::{Done, SigningMany, Way, carry_out, hit, tell_files};
use crate::cli::container::Destination;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::license;
use crate::cli::outcome::{Outcome, count_of};
use crate::commands::ticket::object;
use crate::domain::audit::Change;
use crate::domain::license::License;
use crate::domain::ticket::Ticket;
use crate::ops::license::placement::Target;
use crate::ops::ticket::{Worthless, redeem};

/// Activate the licenses of a ticket
///
/// All of them or none, into a container or in files that are bound to nothing but the customer. Case, dashes and spaces of the code don't matter.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia ticket redeem Z3K7Q-M9X2D-A4R8T-0WYHF-5BNC0 --unbound --out-dir files
  licentia ticket redeem Z3K7Q-M9X2D-A4R8T-0WYHF-5BNC0 --container K-4T9WX-C0MR7
  licentia ticket redeem - --unbound --out-dir files --json < code.txt")]
pub struct Args {
    /// The code; - reads it from standard input
    #[arg(value_name = "CODE", required = true, num_args = 1..)]
    code: Vec<Typed>,
    #[command(flatten)]
    to: Destination,
    #[command(flatten)]
    signing: SigningMany,
}

/// A part of a code, as it was typed. No Debug shows it.
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

/// The most bytes of a code on standard input.
const MOST: usize = 4096;

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let code = match args.code.as_slice() {
        [Typed(dash)] if dash == "-" => {
            String::from_utf8_lossy(&command.read(Path::new("-"), MOST)?).into_owned()
        }
        parts => parts.iter().map(|part| part.0.as_str()).collect(),
    };
    let out = args.signing.out();
    let to = args.to.target(command, &home)?;
    let way = Way { only: Some(&to), ..args.signing.way(&out) };
    let redeemed: RefCell<Option<Ticket>> = RefCell::default();
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let (ticket, decision) = redeem(reader, &code, &to, now)?;
        redeemed.replace(Some(ticket));
        Ok(decision)
    });
    let done = match done {
        Ok(done) => done,
        Err(error) => return Err(noted(command, &mut home, &to, error)?),
    };
    let Some(ticket) = redeemed.into_inner() else { return Ok(Outcome::default()) };
    Ok(told(done, &ticket, &to, &home))
}

/// Writes down that somebody tried a code that is worth nothing. Returns what he is told.
fn noted(
    command: &mut CommandContext<'_>,
    home: &mut Home,
    to: &Target,
    error: anyhow::Error,
) -> Result<anyhow::Error> {
    let worthless = match error.downcast::<Worthless>() {
        Ok(worthless) => worthless,
        Err(error) => return Ok(error),
    };
    let subject = worthless.ticket.as_ref().map_or("unknown", |serial| serial.as_str());
    let detail = json!({"code": worthless.refusal.code.as_str(), "why": worthless.refusal.message, "unbound": *to == Target::Unbound, "container": to.container()});
    command.begin(home)?.commit(&Change::new("ticket.refuse", subject, detail))?;
    Ok(worthless.refusal.into())
}

fn told(done: Done, ticket: &Ticket, to: &Target, home: &Home) -> Outcome {
    let mut object = object(ticket, home.now);
    let uses = format!("use {} of {}", ticket.used, ticket.uses);
    let (mut activated, mut outcome): (Vec<Value>, Outcome);
    match done {
        Done::Would(plan) => {
            outcome = Outcome::done(format!("Would redeem ticket {} ({uses})", ticket.serial));
            activated = plan
                .steps
                .iter()
                .map(|step| license::object(&step.after, home.now, &Emitted::Nowhere))
                .collect();
            outcome = hit(&plan).into_iter().fold(outcome, Outcome::say);
        }
        Done::Did(steps, _) => {
            outcome = Outcome::done(format!("Redeemed ticket {} ({uses})", ticket.serial));
            activated = Vec::with_capacity(steps.len());
            for (step, emitted) in &steps {
                let placed = step.after.seats_placed()
                    - step.before.as_ref().map_or(0, License::seats_placed);
                let seats = count_of(placed as usize, "seat");
                let place = to.container().map_or_else(
                    || "delivered unbound".to_owned(),
                    |it| format!("placed in container {it}"),
                );
                outcome = outcome
                    .say(format!("Activated license {} ({seats} {place})", step.after.serial));
                outcome = tell_files(outcome, step, emitted);
                activated.push(license::object(&step.after, home.now, emitted));
            }
        }
        Done::Repeated(..) => return Outcome::default(),
    }
    object["activated"] = activated.into();
    outcome.with(object)
}
