//! Arguments and rendering that the verbs of `license` share.

use std::collections::BTreeMap;

use licentia_runtime::Edition;

use crate::cli::arguments::ChangedTermsArgs;
use crate::cli::change::{
    ChangeOutcome, Signing, affected_licenses, execute_on_license, impact_lines, with_files,
    with_sessions,
};
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::Options;
use crate::cli::license::{LicenseArgument, find_to_change, form, summary};
use crate::cli::outcome::{Outcome, PUBLISH_STATUS, count_of, some_of};
use crate::cli::remedy;
use crate::cli::render::Format;
use crate::domain::WarningCode;
use crate::domain::license::License;
use crate::domain::license::activation::{Activation, Pair};
use crate::domain::license::prerequisite::{Coverage, MissingPrerequisite};
use crate::domain::license::state::LifecycleStatus;
use crate::domain::module::Grant;
use crate::domain::name::{Name, Reference};
use crate::domain::time::last_day;
use crate::domain::time::{Timestamp, day_of};
use crate::ops::answer::Columns as _;
use crate::ops::error::Result;
use crate::ops::license::answer::{
    ChangedLicense, EndBefore, IssuedLicense, LicenseForm, LicenseRow, base_missing, seats_free,
};
use crate::ops::license::life_cycle::SetLifecycleStatus;
use crate::ops::license::plan::Step;
use crate::ops::license::prerequisite::{missing_prerequisites, missing_prerequisites_of};
use crate::ops::license::request::SigningRequest;
use crate::ops::license::successor::SucceedLicense;

/// The place of seats that are in a file without a container.
const UNBOUND: &str = "delivered unbound";

/// Returns `was already extended for reference ORDER-1`.
pub(super) fn repeated(done: &str, reference: Option<&Reference>) -> String {
    let reference = reference.map(|it| format!(" for reference {it}")).unwrap_or_default();
    format!("was already {done}{reference}")
}

/// The words of an answer about one license.
pub(super) struct Words<'a> {
    /// `Extended`
    pub(super) did: &'a str,
    /// `extend`
    pub(super) would: &'a str,
    /// The state of a license that needs no change.
    pub(super) already: &'a str,
}

/// The members of an answer that some of the verbs have.
#[derive(Default)]
pub(super) struct Further {
    /// The end before an extension.
    pub(super) before: Option<EndBefore>,
    /// The codes of the missing base products, of a verb that allocates seats.
    pub(super) base_missing: Option<Vec<String>>,
}

/// Returns the answer of a verb that changed one license. `tail` follows the serial.
pub(super) fn answer(
    done: ChangeOutcome,
    words: &Words<'_>,
    home: &Home,
    format: Format,
    tail: impl Fn(&License, &License) -> String,
) -> Outcome {
    answer_with(done, words, (home, format), Further::default(), tail)
}

/// Returns such an answer with further members.
pub(super) fn answer_with(
    done: ChangeOutcome,
    words: &Words<'_>,
    (home, format): (&Home, Format),
    Further { before: end_before, base_missing }: Further,
    tail: impl Fn(&License, &License) -> String,
) -> Outcome {
    let with_further =
        |answer: ChangedLicense| ChangedLicense { before: end_before, base_missing, ..answer };
    let before = |step: &Step| step.before.clone().unwrap_or_else(|| step.after.clone());
    let sentence = |word: &str, step: &Step| {
        let tail = tail(&before(step), &step.after);
        format!("{word} license {}{tail}", step.after.serial)
    };
    match done {
        ChangeOutcome::DryRun(plan) => {
            let Some(step) = plan.steps.first() else { return Outcome::done("No change") };
            let answer =
                ChangedLicense::planned(shown(&step.after, home, &Emitted::Nowhere, format));
            let affected = (format != Format::Csv).then(|| affected_licenses(&plan));
            let outcome = Outcome::done(sentence(&format!("Would {}", words.would), step))
                .with(with_further(ChangedLicense { hit: affected, ..answer }));
            // The impact that a confirmation shows to people.
            if step.after.status.is_final() {
                impact_lines(&plan).into_iter().fold(outcome, Outcome::with_message)
            } else {
                with_ended_sessions(outcome, &plan.steps)
            }
        }
        ChangeOutcome::Unchanged(license, emitted) => {
            let answer = ChangedLicense::done(shown(&license, home, &emitted, format), true);
            let message = format!("No change: license {} {}", license.serial, words.already);
            written(Outcome::done(message).with(with_further(answer)), emitted)
        }
        ChangeOutcome::Applied(changed) => {
            let Some((step, emitted)) = changed.first() else {
                return Outcome::done("No change");
            };
            let answer = ChangedLicense::done(shown(&step.after, home, emitted, format), false);
            let steps = changed.iter().map(|(step, _)| step);
            let outcome = with_ended_sessions(Outcome::done(sentence(words.did, step)), steps)
                .with(with_further(answer));
            let outcome =
                if ends_files(step) { outcome.with_message(PUBLISH_STATUS) } else { outcome };
            let outcome = warn_of_early_end(with_files(outcome, step, emitted), &step.after);
            match emitted {
                Emitted::Standard(bytes) => outcome.with_bytes(bytes.clone()),
                Emitted::File(_) | Emitted::Files(_) | Emitted::Nowhere => outcome,
            }
        }
    }
}

/// A change of the status of a license.
pub(super) struct StatusChange {
    /// The new status.
    pub(super) status: LifecycleStatus,
    /// The reason.
    pub(super) reason: Option<String>,
    /// The signing of the entry, for a license that becomes open.
    pub(super) signing: SigningRequest,
}

impl StatusChange {
    /// Returns a change that needs no key, because it takes rights away.
    pub(super) fn taking(status: LifecycleStatus, reason: Option<&Name>) -> StatusChange {
        let reason = reason.map(ToString::to_string);
        StatusChange { status, reason, signing: SigningRequest::default() }
    }
}

/// Changes the status of a license. A final status is shown and confirmed.
pub(super) fn set_status(
    context: &mut CommandContext<'_>,
    named: &LicenseArgument,
    change: StatusChange,
    words: &Words<'_>,
) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, named)?;
    let StatusChange { status, reason, signing } = change;
    let action = status.is_final().then(|| format!("{} license {serial} permanently", words.would));
    let options = Options { action, ..Options::default() };
    let request = SetLifecycleStatus { license: serial, status, reason, signing };
    let done = execute_on_license(context, &mut home, &options, &request)?;
    let now = home.now;
    Ok(answer(done, words, &home, context.format(), |_, after| match status {
        LifecycleStatus::Open => format!(": the license is {} again", after.state(now).as_str()),
        _ => String::new(),
    }))
}

/// The arguments of `switch` and `replace`.
#[derive(Debug, clap::Args)]
pub(super) struct Successor {
    /// License serial or ref:REFERENCE (a unique prefix is enough on a terminal)
    #[arg(value_name = "LICENSE")]
    pub(super) license: LicenseArgument,
    /// Idempotency reference, such as an order number; a repeated call changes nothing
    #[arg(long, value_name = "REFERENCE")]
    pub(super) reference: Option<Reference>,
    #[command(flatten)]
    pub(super) signing: Signing,
    #[command(flatten)]
    pub(super) terms: ChangedTermsArgs,
}

impl Successor {
    /// Sells the successor, in the same edition or in the other one.
    pub(super) fn sell(
        &self,
        edition: Option<Edition>,
        lines: &Succession,
        context: &mut CommandContext<'_>,
    ) -> Result<Outcome> {
        let mut home = context.home()?;
        let serial = find_to_change(context, &home, &self.license)?;
        let request = SucceedLicense {
            license: serial,
            edition,
            terms: self.terms.0.terms_edit()?,
            defaults: home.settings.license.clone(),
            reference: self.reference.clone(),
            signing: self.signing.request(),
        };
        let done = execute_on_license(context, &mut home, &self.signing.options(), &request)?;
        succeeded(done, lines, &home, context.format())
    }
}

/// The options of a succession that differ between `switch` and `replace`.
pub(super) struct Succession {
    pub(super) did: &'static str,
    pub(super) would: &'static str,
    /// True if an option states the end; false if it is carried over.
    pub(super) end_is_said: bool,
}

/// Returns the answer of a verb that created a successor: the successor.
pub(super) fn succeeded(
    done: ChangeOutcome,
    lines: &Succession,
    home: &Home,
    format: Format,
) -> Result<Outcome> {
    let left_out = left_out(&done.steps());
    let license = match &done {
        ChangeOutcome::Unchanged(license, _) => (**license).clone(),
        ChangeOutcome::DryRun(_) | ChangeOutcome::Applied(_) => match done.steps().first() {
            Some(successor) => successor.after.clone(),
            None => return Ok(Outcome::default()),
        },
    };
    let missing_prerequisites = find_missing_prerequisites(&done, home)?;
    let issued = |license: LicenseForm, created: bool| IssuedLicense {
        license,
        created,
        hit: None,
        base_missing: base_missing(&missing_prerequisites),
    };
    let outcome = match done {
        ChangeOutcome::DryRun(plan) => {
            let [successor, old, ..] = plan.steps.as_slice() else { return Ok(Outcome::default()) };
            let heir_form =
                shown(&successor.after, home, &Emitted::Nowhere, format).without_serial();
            let affected = (format != Format::Csv).then(|| affected_licenses(&plan));
            let answer = IssuedLicense { hit: affected, ..issued(heir_form, false) };
            let message = format!(
                "Would {} license {} to a successor: {}",
                lines.would,
                old.after.serial,
                summary(&successor.after)
            );
            with_ended_sessions(Outcome::done(message), &plan.steps).with(answer)
        }
        ChangeOutcome::Unchanged(license, emitted) => {
            let answer = issued(shown(&license, home, &emitted, format), false);
            let old = license.replaces.clone().unwrap_or_default();
            let message = format!(
                "No change: license {old} {}; the successor is {}",
                repeated(&lines.did.to_lowercase(), license.reference.as_ref()),
                license.serial
            );
            written(Outcome::done(message).with(answer), emitted)
        }
        ChangeOutcome::Applied(changed) => {
            let Some((successor, emitted)) = changed.first() else { return Ok(Outcome::default()) };
            let answer = issued(shown(&successor.after, home, emitted, format), true);
            let old = successor.after.replaces.clone().unwrap_or_default();
            let message = format!(
                "{} license {old}: the successor is {} ({})",
                lines.did,
                successor.after.serial,
                summary(&successor.after)
            );
            let steps = changed.iter().map(|(step, _)| step);
            let outcome = with_ended_sessions(Outcome::done(message), steps).with(answer);
            let outcome = with_files(outcome, successor, emitted);
            let outcome = match successor.after.live().next() {
                Some(_) => outcome.with_message(PUBLISH_STATUS),
                None => outcome,
            };
            if let Emitted::Standard(bytes) = emitted {
                outcome.with_bytes(bytes.clone())
            } else {
                outcome
            }
        }
    };
    let outcome =
        warn_of_early_end(warn_of_missing_prerequisites(outcome, &missing_prerequisites), &license);
    let outcome = match left_out.is_empty() {
        false => outcome.warn(
            WarningCode::ModulesLeftOut,
            format!(
                "the successor does not have these modules, which have ended: {}",
                left_out.join(", ")
            ),
        ),
        true => outcome,
    };
    let outcome = match license.status {
        LifecycleStatus::Suspended => outcome.warn(
            WarningCode::LicenseSuspended,
            format!(
                "license {0} is suspended, like its predecessor: `licentia license reinstate {0}` \
                 resumes the license",
                license.serial
            ),
        ),
        _ => outcome,
    };
    let outcome = match license.entitlement.ends.filter(|end| *end <= day_of(home.now)) {
        Some(_) => outcome.warn(
            WarningCode::LastDayPast,
            format!("the last day of license {} is in the past", license.serial),
        ),
        None => outcome,
    };
    let carried = license.entitlement.ends.and_then(last_day).filter(|_| !lines.end_is_said);
    Ok(match carried {
        Some(day) => outcome.warn(
            WarningCode::EndInherited,
            format!(
                "the last day of the predecessor, {day}, is unchanged in the successor: --term or \
                 --ends sets a different end"
            ),
        ),
        None => outcome,
    })
}

/// Returns the modules with an end of their own that a successor no longer has.
pub(super) fn left_out(steps: &[&Step]) -> Vec<String> {
    let [successor, old, ..] = steps else { return Vec::new() };
    let is_left = |grant: &&Grant| {
        grant.ends.is_some()
            && !successor
                .after
                .entitlement
                .modules
                .iter()
                .any(|existing| existing.code == grant.code)
    };
    old.after.entitlement.modules.iter().filter(is_left).map(ToString::to_string).collect()
}

/// Returns whether the status entries of delivered files change at once. Those of files in hardware
/// change after the proof of removal.
pub(super) fn ends_files(step: &Step) -> bool {
    let Some(before) = &step.before else { return false };
    let stopped = |license: &License| license.status == LifecycleStatus::Suspended;
    let was_live = |pair: &Pair<'_>| pair.before.is_some_and(Activation::is_live);
    let is_other = stopped(&step.after) != stopped(before);
    step.pairs()
        .filter(was_live)
        .any(|pair| !pair.after.is_held() || is_other || step.moves && pair.has_fewer_seats())
}

/// Returns the places of a license: `: the license is parked`, `: 3 seats in K-…, 1 seat moving
/// from K-… to K-… (pending removal); 4 seats unallocated`.
pub(super) fn whereabouts(license: &License, now: Timestamp) -> String {
    let mut places: BTreeMap<(bool, &str, Option<&str>), u32> = BTreeMap::new();
    for activation in license.held() {
        let to = activation
            .pending_removal
            .as_ref()
            .and_then(|pending_removal| pending_removal.moves_to.as_deref());
        *places
            .entry((!activation.is_live(), activation.container().unwrap_or(UNBOUND), to))
            .or_default() += activation.seats;
    }
    if places.is_empty() {
        return format!(": the license is {}", license.state(now).as_str());
    }
    let lines = places.into_iter().map(|((leaves, place, to), seats)| {
        let seats = count_of(seats as usize, "seat");
        match (leaves, to) {
            (false, _) if place == UNBOUND => format!("{seats} {UNBOUND}"),
            (false, _) => format!("{seats} in {place}"),
            (true, None) => format!("{seats} with a pending removal from {place}"),
            (true, Some(to)) => format!("{seats} moving from {place} to {to} (pending removal)"),
        }
    });
    format!(
        ": {}; {} unallocated",
        lines.collect::<Vec<_>>().join(", "),
        count_of(seats_free(license) as usize, "seat")
    )
}

/// Returns the next step for seats that leave hardware and are not free yet.
pub(super) fn pending_removal_message(
    done: &ChangeOutcome,
    container: Option<&str>,
) -> Option<String> {
    let (steps, container) = (done.steps(), container?);
    let waits = |step: &&Step| {
        let is_new = |pair: &Pair<'_>| pair.before.is_none_or(Activation::is_live);
        let mut pending_removal =
            step.pairs().filter(|pair| is_new(pair) && pair.after.is_in(container));
        pending_removal.find_map(|Pair { after: it, .. }| {
            it.pending_removal.as_ref().filter(|_| it.is_held()).map(|pending_removal| {
                (pending_removal.moves_to.clone(), remedy::render(&it.proof(None)))
            })
        })
    };
    let (moves_to, proof) = steps.iter().find_map(waits)?;
    let object = moves_to.map_or_else(
        || "the seats are unallocated".to_owned(),
        |to| format!("the seats are in container {to}"),
    );
    Some(format!("Next: {proof}; after that, {object}"))
}

/// Returns the base products that the first license of a change lacks.
pub(super) fn find_missing_prerequisites(
    done: &ChangeOutcome,
    home: &Home,
) -> Result<Vec<MissingPrerequisite>> {
    if let ChangeOutcome::Unchanged(license, _) = done {
        return missing_prerequisites(home.reader(), license, Coverage::Each, home.now);
    }
    match done.steps().first() {
        None => Ok(Vec::new()),
        Some(step) => missing_prerequisites_of(
            home.reader(),
            &step.after,
            &step.product,
            Coverage::Each,
            home.now,
        ),
    }
}

/// Returns a license in the form of a format.
pub(super) fn shown(
    license: &License,
    home: &Home,
    emitted: &Emitted,
    format: Format,
) -> LicenseForm {
    form(license, home.now, emitted, format)
}

/// Adds a list of licenses for JSON and CSV to the outcome of a change.
pub(super) fn many(outcome: Outcome, answers: Vec<ChangedLicense>, format: Format) -> Outcome {
    if format == Format::Table { outcome } else { outcome.with_many(LicenseRow::COLUMNS, answers) }
}

/// Adds the place of a file that was written again.
pub(super) fn written(outcome: Outcome, emitted: Emitted) -> Outcome {
    match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.with_message(format!("Wrote {path}"))),
    }
}

/// Adds the sentences about sessions that end, or that continue under a successor.
pub(super) fn with_ended_sessions<'a>(
    outcome: Outcome,
    steps: impl IntoIterator<Item = &'a Step> + Clone,
) -> Outcome {
    let outcome = with_sessions(outcome, steps.clone());
    let gone: Vec<String> =
        steps.into_iter().flat_map(|step| &step.taken_over).map(ToString::to_string).collect();
    if gone.is_empty() {
        outcome
    } else {
        outcome
            .with_message(format!("Sessions that continue with the successor: {}", some_of(&gone)))
    }
}

/// Warns of a file that ends before the license begins.
pub(super) fn warn_of_early_end(outcome: Outcome, license: &License) -> Outcome {
    let starts = license.entitlement.starts;
    let first = Timestamp::from_second(starts.midnight())
        .map(|instant| instant.to_string())
        .unwrap_or_default();
    let mut ends =
        license.live().filter_map(|activation| activation.file.as_ref()?.expires_at.as_ref());
    match ends.find(|end| **end <= first) {
        Some(end) => outcome.warn(
            WarningCode::FileEndsEarly,
            format!(
                "the file of license {0} ends at {end}, before the first day of the license, \
                 {starts}: run `licentia license renew {0} --out FILE` on that day",
                license.serial
            ),
        ),
        None => outcome,
    }
}

/// Warns of missing base products.
pub(super) fn warn_of_missing_prerequisites(
    outcome: Outcome,
    missing_prerequisites: &[MissingPrerequisite],
) -> Outcome {
    missing_prerequisites.iter().fold(outcome, |outcome, missing| {
        outcome.warn(
            WarningCode::BaseMissing,
            format!(
                "no usable base license of product {}: {}; only administrators of the customer \
                 may start sessions",
                missing.product, missing.reason
            ),
        )
    })
}
