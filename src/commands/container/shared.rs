//! Arguments and rendering that the verbs of `container` share.

use anyhow::{Error, Result};
use serde_json::{Value, json};

use crate::cli::change::tell_sessions;
use crate::cli::container::object;
use crate::cli::context::Home;
use crate::cli::impact;
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::container::Container;
use crate::domain::license::License;
use crate::domain::name::Code as KeyName;
use crate::domain::{Code as Why, Refusal, WarningCode};
use crate::ops::answer::AffectedLicenseAnswer;
use crate::ops::container::adopt::Imported;
use crate::ops::container::settle::Emptied;
use crate::ops::execute::Plan as _;
use crate::ops::impact::Impact;
use crate::ops::license::plan::{Plan, Step};
use crate::ops::lookup;

/// What becomes of seats that were to go on to another container.
#[derive(Debug, clap::Args)]
pub(super) struct Arrival {
    /// Let nothing arrive elsewhere: seats that were to go on are free, and no key is needed
    #[arg(long, conflicts_with = "key")]
    pub(super) strand: bool,
    /// A key that signs what arrives elsewhere, one for each edition [default: those named like the
    /// editions]
    #[arg(long, value_name = "NAME")]
    pub(super) key: Vec<KeyName>,
}

/// The columns of a container in a spreadsheet.
pub(super) const CSV: &[&str] = &[
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
pub(super) const LEARN: &str = "Applications learn of it with the next published status list";

/// How it goes on after a change of what a container shall hold.
pub(super) fn next(serial: &str) -> String {
    format!("`licentia container update {serial} --out FILE` writes the update that tells it")
}

/// Where what arrives elsewhere cannot be signed, what only leaves is proven all the same.
pub(super) fn with_way_out(error: Error) -> Error {
    match error.downcast::<Refusal>() {
        Ok(refusal) if matches!(refusal.code, Why::KeyMissing | Why::OutOfScope) => {
            let hint = refusal.hint.clone().map(|hint| format!("{hint}; ")).unwrap_or_default();
            refusal
                .hint(format!(
                    "{hint}--strand lets nothing arrive elsewhere, and needs no key: \
                    those seats are free then"
                ))
                .into()
        }
        Ok(refusal) => refusal.into(),
        Err(error) => error,
    }
}

/// A container from which licenses were removed, for an answer.
pub(super) struct Removal {
    /// The sentence.
    pub(super) said: String,
    /// The container, and the seats that could not arrive elsewhere.
    pub(super) emptied: Emptied,
    /// The licenses.
    pub(super) steps: Vec<Step>,
    /// The impact, for a dry run.
    pub(super) impact: Option<Impact>,
}

impl Removal {
    /// Returns the removal of a dry run.
    pub(super) fn planned(said: String, plan: Plan<Emptied>) -> Removal {
        let impact = Some(plan.impact());
        let mut emptied = plan.payload;
        if emptied.container.retired_at.is_some() {
            emptied.container.licenses.clear();
        }
        Removal { said, emptied, steps: plan.steps, impact }
    }

    /// Returns the removal of an applied plan, with the container as it is stored.
    pub(super) fn applied(said: String, plan: Plan<Emptied>, home: &Home) -> Result<Removal> {
        let container = lookup::container(home.reader(), &plan.payload.container.serial)?;
        let emptied = Emptied { container, ..plan.payload };
        Ok(Removal { said, emptied, steps: plan.steps, impact: None })
    }
}

/// The answer of a verb that took licenses out of a container.
pub(super) fn emptied(removal: Removal) -> Outcome {
    let Removal { said, emptied: Emptied { container, stranded }, steps, impact } = removal;
    let mut outcome = Outcome::done(said);
    let mut object = object(&container);
    if let Some(impact) = &impact {
        outcome = impact::lines(impact).into_iter().fold(outcome, Outcome::say);
        object["hit"] =
            serde_json::to_value(AffectedLicenseAnswer::all(impact)).unwrap_or_default();
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
    stranded.iter().fold(outcome, |outcome, it| {
        let seats = count_of(it.seats as usize, "seat");
        outcome.warn(
            WarningCode::SeatsNotMoved,
            format!(
                "license {}: {seats} free instead of in container {}: {}",
                it.license, it.to, it.why
            ),
        )
    })
}

/// The answer of a verb that took over the contents of a container from another site. `word` is the
/// beginning of the sentence.
pub(super) fn came(word: &str, container: &Container, found: &Imported, steps: &[Step]) -> Outcome {
    let mut object = object(container);
    (object["added"], object["taken"]) = (json!(found.added), json!(found.taken));
    let (serial, counter) = (&found.container.serial, found.container.counter);
    let outcome = Outcome::done(format!("{word} container {serial}: it is at {counter}"));
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
    tell_sessions(outcome.with(object), steps)
}

/// How many seats of a license are free that were not.
pub(super) fn freed(step: &Step) -> u32 {
    let before = step.before.as_ref().map_or(0, License::seats_placed);
    before.saturating_sub(step.after.seats_placed())
}
