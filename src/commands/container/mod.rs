//! What carries licenses: cloud containers, devices and dongles.

mod adopt;
mod attempts;
mod block;
mod confirm;
mod context;
mod create;
mod edit;
mod import;
mod list;
mod receive;
mod recycle;
mod resolve;
mod retire;
mod show;
mod unblock;
mod update;

use anyhow::{Error, Result};
use clap::Subcommand;
use serde_json::{Value, json};

use crate::cli::change::{Done, hit, hit_object, tell_sessions};
use crate::cli::container::object;
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::license::License;
use crate::domain::name::Code as KeyName;
use crate::domain::{Code as Why, Refusal};
use crate::ops::container::adopt::Imported;
use crate::ops::license::placement::Emptied;
use crate::ops::license::plan::Step;
use crate::ops::lookup;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Edit(edit::Args),
    Update(update::Args),
    Receive(receive::Args),
    Context(context::Args),
    Adopt(adopt::Args),
    Import(import::Args),
    Confirm(confirm::Args),
    Resolve(resolve::Args),
    Block(block::Args),
    Unblock(unblock::Args),
    Attempts(attempts::Args),
    Recycle(recycle::Args),
    Retire(retire::Args),
}

impl Verb {
    pub fn run(&self, command: &mut CommandContext<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, command),
            Verb::List(args) => list::run(args, command),
            Verb::Show(args) => show::run(args, command),
            Verb::Edit(args) => edit::run(args, command),
            Verb::Update(args) => update::run(args, command),
            Verb::Receive(args) => receive::run(args, command),
            Verb::Context(args) => context::run(args, command),
            Verb::Adopt(args) => adopt::run(args, command),
            Verb::Import(args) => import::run(args, command),
            Verb::Confirm(args) => confirm::run(args, command),
            Verb::Resolve(args) => resolve::run(args, command),
            Verb::Block(args) => block::run(args, command),
            Verb::Unblock(args) => unblock::run(args, command),
            Verb::Attempts(args) => attempts::run(args, command),
            Verb::Recycle(args) => recycle::run(args, command),
            Verb::Retire(args) => retire::run(args, command),
        }
    }
}

/// What becomes of seats that were to go on to another container.
#[derive(Debug, clap::Args)]
struct Arrival {
    /// Let nothing arrive elsewhere: seats that were to go on are free, and no key is needed
    #[arg(long, conflicts_with = "key")]
    strand: bool,
    /// A key that signs what arrives elsewhere, one for each edition [default: those named like the editions]
    #[arg(long, value_name = "NAME")]
    key: Vec<KeyName>,
}

/// The columns of a container in a spreadsheet.
const CSV: &[&str] = &[
    "serial",
    "kind",
    "customer",
    "user",
    "label",
    "hardware",
    "key",
    "state",
    "counter",
    "confirmed-counter",
    "credential-generation",
    "licenses",
    "reference",
    "created-at",
];

/// What is said where files were ended.
const LEARN: &str = "Applications learn of it with the next published status list";

/// How it goes on after a change of what a container shall hold.
fn next(serial: &str) -> String {
    format!("`licentia container update {serial} --out FILE` writes the update that tells it")
}

/// Where what arrives elsewhere cannot be signed, what only leaves is proven all the same.
fn with_way_out(error: Error) -> Error {
    match error.downcast::<Refusal>() {
        Ok(refusal) if matches!(refusal.code, Why::KeyMissing | Why::OutOfScope) => {
            let hint = refusal.hint.clone().map(|hint| format!("{hint}; ")).unwrap_or_default();
            refusal
                .hint(format!("{hint}--strand lets nothing arrive elsewhere, and needs no key: those seats are free then"))
                .into()
        }
        Ok(refusal) => refusal.into(),
        Err(error) => error,
    }
}

/// The answer of a verb that took licenses out of a container.
fn emptied(
    sentence: impl Fn(&str) -> String,
    words: (&str, &str),
    emptied: Emptied,
    done: Done,
    home: &Home,
) -> Result<Outcome> {
    let Emptied { mut container, stranded } = emptied;
    let (outcome, steps, hits): (Outcome, Vec<Step>, Option<Value>) = match done {
        Done::Would(plan) => {
            let hits = hit_object(&plan);
            if container.retired_at.is_some() {
                container.licenses.clear();
            }
            (
                hit(&plan).into_iter().fold(Outcome::done(sentence(words.0)), Outcome::say),
                plan.steps,
                Some(hits),
            )
        }
        Done::Did(steps, _) => {
            container = lookup::container(home.reader(), &container.serial)?;
            (
                Outcome::done(sentence(words.1)),
                steps.into_iter().map(|(step, _)| step).collect(),
                None,
            )
        }
        Done::Repeated(..) => return Ok(Outcome::default()),
    };
    let mut object = object(&container);
    if let Some(hits) = hits {
        object["hit"] = hits;
    }
    let arrived =
        |step: &Step| step.note.get("to").and_then(Value::as_array).cloned().unwrap_or_default();
    object["settled"] = steps
        .iter()
        .map(|step| json!({"license": step.after.serial.as_str(), "freed": freed(step), "arrived": arrived(step)}))
        .collect();
    object["stranded"] =
        stranded.iter().map(|it| json!({"license": it.license, "container": it.to, "seats": it.seats, "why": it.why})).collect();
    let outcome = steps.iter().fold(outcome, |outcome, step| {
        let mut said: Vec<String> = Vec::new();
        if freed(step) > 0 {
            said.push(format!("{} free again", count_of(freed(step) as usize, "seat")));
        }
        for there in arrived(step) {
            let seats = there["seats"].as_u64().unwrap_or_default();
            let seats = count_of(usize::try_from(seats).unwrap_or(usize::MAX), "seat");
            said.push(format!(
                "{seats} arrived in container {}",
                there["container"].as_str().unwrap_or_default()
            ));
        }
        outcome.say(format!("License {}: {}", step.after.serial, said.join(", ")))
    });
    let outcome = if steps.is_empty() { outcome } else { outcome.say(LEARN) };
    let outcome = tell_sessions(outcome.with(object), &steps);
    Ok(stranded.iter().fold(outcome, |outcome, it| {
        let seats = count_of(it.seats as usize, "seat");
        outcome.warn(format!(
            "license {}: {seats} free instead of in container {}: {}",
            it.license, it.to, it.why
        ))
    }))
}

/// The answer of a verb that took over what another desk says a container holds.
fn came(words: (&str, &str), found: &Imported, done: Done, home: &Home) -> Result<Outcome> {
    let serial = &found.container.serial;
    let (word, steps, mut object): (&str, Vec<Step>, Value) = match done {
        Done::Would(plan) => (words.0, plan.steps, object(&found.container)),
        Done::Did(steps, _) => {
            let now = lookup::container(home.reader(), serial)?;
            (words.1, steps.into_iter().map(|(step, _)| step).collect(), object(&now))
        }
        Done::Repeated(..) => return Ok(Outcome::default()),
    };
    (object["added"], object["taken"]) = (json!(found.added), json!(found.taken));
    let outcome =
        Outcome::done(format!("{word} container {serial}: it is at {}", found.container.counter));
    let outcome = match (found.added.as_slice(), found.taken.as_slice()) {
        ([], []) => outcome.say("It holds the same as before"),
        (added, taken) => {
            let outcome = if added.is_empty() {
                outcome
            } else {
                outcome.say(format!("Came in: {}", some_of(added)))
            };
            if taken.is_empty() {
                outcome
            } else {
                outcome.say(format!("Went out: {}", some_of(taken))).say(LEARN)
            }
        }
    };
    Ok(tell_sessions(outcome.with(object), &steps))
}

/// How many seats of a license are free that were not.
fn freed(step: &Step) -> u32 {
    let before = step.before.as_ref().map_or(0, License::seats_placed);
    before.saturating_sub(step.after.seats_placed())
}
