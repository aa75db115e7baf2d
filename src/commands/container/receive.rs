//! `container receive`: what a container with a key says that it holds.

use std::cell::RefCell;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Value, json};

use crate::cli::change::{Way, carry_out};
use crate::cli::container::read_receipt;
use crate::cli::context::CommandContext;
use crate::cli::outcome::{Data, Outcome};
use crate::commands::container::{Arrival, emptied, next, with_way_out};
use crate::ops::container::receive::{Received, Verdict, receive};

/// Take a receipt that a container sent
///
/// It proves what the container holds: what left it is free then, and what was to go to another container arrives there. One that
/// was received before changes nothing. One that contradicts the books makes the container suspect: nothing more is issued to it
/// until `licentia container resolve`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia container receive press-receipt.ctx")]
pub struct Args {
    /// The receipt's file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    arrival: Arrival,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = command.home()?;
    let (container, context, text) = read_receipt(command, &home, &args.file)?;
    let serial = container.serial;
    let way = Way { keys: &args.arrival.key, ..Way::default() };
    let received: RefCell<Option<Received>> = RefCell::default();
    let done = carry_out(command, &mut home, &way, &|reader, now| {
        let (found, plan) = receive(reader, &serial, (&context, &text), !args.arrival.strand, now)?;
        received.replace(Some(found));
        Ok(plan.into())
    })
    .map_err(with_way_out)?;
    let Some(received) = received.into_inner() else { return Ok(Outcome::default()) };
    let Received { verdict, counter, fits, emptied: then } = received;
    let (at, suspicion) = (
        then.container.counter,
        then.container.suspicion.as_ref().map(|suspicion| suspicion.told()),
    );
    let sentence = |word: &str| match &verdict {
        Verdict::Known => format!("Container {serial} said so before: it was at {counter}"),
        Verdict::Suspect(_) if word.starts_with("Would") => {
            format!("Container {serial} would be suspect")
        }
        Verdict::Suspect(_) => format!("Container {serial} is suspect"),
        Verdict::Believed | Verdict::Unmoved | Verdict::Resynchronised => {
            format!("{word} container {serial}: it is at {counter}")
        }
    };
    let is_outdated = counter < at;
    let repeated = verdict == Verdict::Known;
    let mut outcome =
        emptied(sentence, ("Would take the receipt of", "Took the receipt of"), then, done, &home)?;
    if let Data::One { object, .. } = &mut outcome.data {
        let mut of = |name: &str| object.get_mut(name).map(Value::take).unwrap_or_default();
        *object = json!({
            "container": serial.as_str(), "counter": counter, "outdated": is_outdated, "state": of("state"), "repeated": repeated,
            "confirmed_counter": of("confirmed_counter"), "desired_counter": of("counter"), "blocked": of("blocked"),
            "suspicion": of("suspicion"), "matches": fits, "settled": of("settled"), "stranded": of("stranded"),
        });
    }
    let outcome = match (&verdict, suspicion) {
        (Verdict::Known, _) => outcome.say("Nothing was changed"),
        (_, Some(why)) => outcome
            .warn(why)
            .say(format!("Nothing more is issued to it: `licentia container resolve {serial} --reason …` once you know why")),
        (Verdict::Resynchronised, None) => outcome
            .say(format!("Its next state is {at}: what left it is proven by the next update that it takes"))
            .say(next(serial.as_str())),
        (_, None) if is_outdated => outcome.say(format!("It is behind: it shall be at {at}")).say(next(serial.as_str())),
        (_, None) => outcome,
    };
    Ok(match fits {
        Some(false) => {
            outcome.warn("the computer is not like the one that the container was made for: its licenses do not work there")
        }
        _ => outcome,
    })
}
