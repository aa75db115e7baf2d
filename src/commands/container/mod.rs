//! What carries licenses: cloud containers and dongles.

mod attempts;
mod block;
mod confirm;
mod create;
mod edit;
mod list;
mod recycle;
mod retire;
mod show;
mod unblock;
mod update;

use anyhow::Result;
use clap::Subcommand;
use serde_json::Value;

use super::change::{Done, hit, hit_object, tell_sessions};
use super::desk::Desk;
use super::outcome::{Outcome, count_of};
use super::place::object;
use crate::domain::license::License;
use crate::ops::change::Step;
use crate::ops::place::Emptied;

#[derive(Debug, Subcommand)]
pub enum Verb {
    Create(Box<create::Args>),
    List(list::Args),
    Show(show::Args),
    Edit(edit::Args),
    Update(update::Args),
    Confirm(confirm::Args),
    Block(block::Args),
    Unblock(unblock::Args),
    Attempts(attempts::Args),
    Recycle(recycle::Args),
    Retire(retire::Args),
}

impl Verb {
    pub fn run(&self, desk: &mut Desk<'_>) -> Result<Outcome> {
        match self {
            Verb::Create(args) => create::run(args, desk),
            Verb::List(args) => list::run(args, desk),
            Verb::Show(args) => show::run(args, desk),
            Verb::Edit(args) => edit::run(args, desk),
            Verb::Update(args) => update::run(args, desk),
            Verb::Confirm(args) => confirm::run(args, desk),
            Verb::Block(args) => block::run(args, desk),
            Verb::Unblock(args) => unblock::run(args, desk),
            Verb::Attempts(args) => attempts::run(args, desk),
            Verb::Recycle(args) => recycle::run(args, desk),
            Verb::Retire(args) => retire::run(args, desk),
        }
    }
}

/// The columns of a container in a spreadsheet.
const CSV: &[&str] = &[
    "serial",
    "kind",
    "customer",
    "user",
    "label",
    "hardware",
    "state",
    "counter",
    "confirmed-counter",
    "credential-generation",
    "licenses",
    "reference",
    "created-at",
];

/// How it goes on after a change of what a container shall hold.
fn next(serial: &str) -> String {
    format!("`licentia container update {serial} --out FILE` writes the update that tells it")
}

/// The answer of a verb that took licenses out of a container.
fn emptied(sentence: impl Fn(&str) -> String, words: (&str, &str), emptied: &Emptied, done: Done) -> Outcome {
    let mut object: Value = object(&emptied.container);
    let (outcome, steps): (Outcome, Vec<Step>) = match done {
        Done::Would(plan) => {
            object["hit"] = hit_object(&plan);
            (hit(&plan).into_iter().fold(Outcome::done(sentence(words.0)), Outcome::say), plan.steps)
        }
        Done::Did(steps) => (Outcome::done(sentence(words.1)), steps.into_iter().map(|(step, _)| step).collect()),
        Done::Repeated(..) => return Outcome::default(),
    };
    object["settled"] = steps.iter().map(|step| step.after.serial.as_str()).collect();
    let outcome = steps.iter().fold(outcome, |outcome, step| {
        let before = step.before.as_ref().map_or(0, License::seats_placed);
        let to = step.note.get("to").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let mut said: Vec<String> = to.map(|to| format!("arrived in container {to}")).collect();
        let free = before.saturating_sub(step.after.seats_placed());
        if free > 0 {
            said.insert(0, format!("{} free again", count_of(free as usize, "seat")));
        }
        outcome.say(format!("License {}: {}", step.after.serial, said.join(", ")))
    });
    let outcome = tell_sessions(outcome.with(object), &steps);
    emptied.stranded.iter().fold(outcome, |outcome, why| outcome.warn(format!("{why}: its seats are free")))
}
