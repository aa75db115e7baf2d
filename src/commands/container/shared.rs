//! Arguments and rendering that the verbs of `container` share.

use crate::cli::change::with_sessions;
use crate::cli::context::Home;
use crate::cli::impact;
use crate::cli::outcome::{Outcome, PUBLISH_STATUS, count_of, some_of};
use crate::cli::remedy;
use crate::domain::container::Container;
use crate::domain::name::Slug;
use crate::domain::{ErrorCode, WarningCode};
use crate::ops::answer::{AffectedLicenseAnswer, Answer};
use crate::ops::container::adopt::Imported;
use crate::ops::container::answer::{
    ArrivedSeats, ContainerAnswer, ImportedContainer, SettledContainer, SettledLicense,
    StrandedSeats,
};
use crate::ops::container::settle::Emptied;
use crate::ops::error::{Failure, Result};
use crate::ops::execute::Plan as _;
use crate::ops::impact::Impact;
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::lookup;

/// The treatment of seats that move to another container.
#[derive(Debug, clap::Args)]
pub(super) struct Arrival {
    /// Do not complete a pending move to another container: its seats become unallocated, and no
    /// key is needed
    #[arg(long, conflicts_with = "key")]
    pub(super) strand: bool,
    /// Signing key for the seats that move to another container, one for each edition [default: the
    /// keys with the editions' names]
    #[arg(long, value_name = "NAME")]
    pub(super) key: Vec<Slug>,
}

/// Returns the next command after a change of the content of a container.
pub(super) fn next_update(serial: &str) -> String {
    format!("Next: `licentia container update {serial} --out FILE` writes the new update")
}

/// Returns the next commands after a change of the content of a container that ended files.
pub(super) fn next_update_and_status(serial: &str) -> String {
    format!(
        "{}; `licentia status publish --out-dir DIR --force` publishes the change to applications",
        next_update(serial)
    )
}

/// Returns the command that confirms the newest update of hardware; `None` for a cloud container.
pub(super) fn confirmation(container: &Container) -> Option<String> {
    container.kind.is_hardware().then(|| match container.key {
        Some(_) => "`licentia container receive FILE` with the receipt of the customer".to_owned(),
        None => format!(
            "`licentia container confirm {} --reason REASON` after the dongle has the update",
            container.serial
        ),
    })
}

/// Adds the option `--strand` to the hint of an error about a key that cannot sign the seats that
/// move to another container.
pub(super) fn with_way_out(error: Failure) -> Failure {
    error.map_rule(|rule_error| {
        if !matches!(rule_error.code, ErrorCode::KeyMissing | ErrorCode::OutOfScope) {
            return rule_error;
        }
        let before = rule_error.remedy.as_deref().map(remedy::render);
        let hint = before.map(|hint| format!("{hint}; ")).unwrap_or_default();
        rule_error.hint(format!(
            "{hint}--strand needs no key: the seats become unallocated instead of moving to \
             another container"
        ))
    })
}

/// A container from which licenses were removed, for an answer.
pub(super) struct Removal {
    /// The sentence.
    pub(super) message: String,
    /// The container, and the seats that could not arrive elsewhere.
    pub(super) emptied: Emptied,
    /// The licenses.
    pub(super) steps: Vec<Step>,
    /// The impact, for a dry run.
    pub(super) impact: Option<Impact>,
}

impl Removal {
    /// Returns the removal of a dry run.
    pub(super) fn planned(message: String, plan: LicensePlan<Emptied>) -> Removal {
        let impact = Some(plan.impact());
        let mut emptied = plan.payload;
        if emptied.container.retired_at.is_some() {
            emptied.container.licenses.clear();
        }
        Removal { message, emptied, steps: plan.steps, impact }
    }

    /// Returns the removal of an applied plan, with the container as it is stored.
    pub(super) fn applied(
        message: String,
        plan: LicensePlan<Emptied>,
        home: &Home,
    ) -> Result<Removal> {
        let container = lookup::container(home.reader(), &plan.payload.container.serial)?;
        let emptied = Emptied { container, ..plan.payload };
        Ok(Removal { message, emptied, steps: plan.steps, impact: None })
    }
}

/// Returns the answer of a verb that removed licenses from a container.
pub(super) fn emptied(removal: Removal) -> Outcome {
    emptied_with(removal, |answer| answer)
}

/// Returns the answer of a verb that removed licenses from a container, in another form.
pub(super) fn emptied_with<A: Answer>(
    removal: Removal,
    form: impl FnOnce(SettledContainer) -> A,
) -> Outcome {
    let Removal { message, emptied: Emptied { container, stranded }, steps, impact } = removal;
    let answer = SettledContainer {
        container: ContainerAnswer::of(&container),
        hit: impact.as_ref().map(AffectedLicenseAnswer::all),
        settled: steps.iter().map(SettledLicense::of).collect(),
        stranded: stranded.iter().map(StrandedSeats::of).collect(),
    };
    let lines = impact.as_ref().map(impact::lines).unwrap_or_default();
    let outcome = lines.into_iter().fold(Outcome::done(message), Outcome::with_message);
    let outcome = answer.settled.iter().fold(outcome, |outcome, settled| {
        let mut message: Vec<String> = Vec::new();
        if settled.freed > 0 {
            message.push(format!("{} unallocated", count_of(settled.freed as usize, "seat")));
        }
        for ArrivedSeats { container, seats } in &settled.arrived {
            let seats = count_of(*seats as usize, "seat");
            message.push(format!("{seats} placed in container {container}"));
        }
        outcome.with_message(format!("License {}: {}", settled.license, message.join(", ")))
    });
    let is_published_next = impact.is_none() && !steps.is_empty();
    let outcome = if is_published_next { outcome.with_message(PUBLISH_STATUS) } else { outcome };
    let outcome = with_sessions(outcome.with(form(answer)), &steps);
    stranded.iter().fold(outcome, |outcome, it| {
        let seats = count_of(it.seats as usize, "seat");
        outcome.warn(
            WarningCode::SeatsNotMoved,
            format!(
                "license {}: {seats} not placed in container {} and now unallocated: {}",
                it.license, it.to, it.reason
            ),
        )
    })
}

/// The answer of a verb that took over the contents of a container from another site. `word` is the
/// beginning of the sentence.
pub(super) fn came(word: &str, container: &Container, found: &Imported, steps: &[Step]) -> Outcome {
    let answer = ImportedContainer {
        container: ContainerAnswer::of(container),
        added: found.added.clone(),
        taken: found.taken.clone(),
    };
    let (serial, counter) = (&found.container.serial, found.container.counter);
    let outcome = Outcome::done(format!("{word} container {serial}: counter {counter}"));
    let outcome = match (found.added.as_slice(), found.taken.as_slice()) {
        ([], []) => outcome.with_message("The content of the container is unchanged"),
        (added, taken) => {
            let outcome = if added.is_empty() {
                outcome
            } else {
                outcome.with_message(format!("Added licenses: {}", some_of(added)))
            };
            if taken.is_empty() {
                outcome
            } else {
                outcome
                    .with_message(format!("Removed licenses: {}", some_of(taken)))
                    .with_message(PUBLISH_STATUS)
            }
        }
    };
    with_sessions(outcome.with(answer), steps)
}
