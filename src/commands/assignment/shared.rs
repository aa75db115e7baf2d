//! Arguments and rendering that the verbs of `assignment` share.

use licentia_runtime::Model;

use crate::cli::change::{ChangeOutcome, Signing, execute_on_license, with_files, with_sessions};
use crate::cli::context::{CommandContext, Emitted};
use crate::cli::license::{LicenseArgument, find_to_change, form};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::domain::WarningCode;
use crate::domain::license::License;
use crate::domain::name::Username;
use crate::ops::assignment::{AssignmentChange, ChangeAssignments};
use crate::ops::error::Result;
use crate::ops::license::answer::ReassignedLicense;
use crate::ops::license::plan::Step;

/// Assigns other users. Returns the answer with their names.
pub(super) fn change(
    context: &mut CommandContext<'_>,
    named: &LicenseArgument,
    signing: &Signing,
    change: AssignmentChange,
) -> Result<Outcome> {
    let mut home = context.home()?;
    let serial = find_to_change(context, &home, named)?;
    let is_addition = matches!(change, AssignmentChange::Add { .. });
    let request = ChangeAssignments { license: serial.clone(), change, signing: signing.request() };
    let done = execute_on_license(context, &mut home, &signing.options(), &request)?;
    let is_repeated = matches!(done, ChangeOutcome::Unchanged(..));
    let (mut outcome, license, before, emitted) = match done {
        ChangeOutcome::DryRun(plan) => {
            let Some(step) = plan.steps.into_iter().next() else { return Ok(Outcome::default()) };
            (message(true, &step), step.after, step.before, Emitted::Nowhere)
        }
        ChangeOutcome::Unchanged(license, emitted) => (
            Outcome::done(format!("No change: the users are already assigned to license {serial}")),
            *license,
            None,
            emitted,
        ),
        ChangeOutcome::Applied(steps) => {
            let Some((step, emitted)) = steps.into_iter().next() else {
                return Ok(Outcome::default());
            };
            let outcome = with_files(message(false, &step), &step, &emitted);
            (outcome, step.after, step.before, emitted)
        }
    };
    let names = |of: &License, other: &License| -> Vec<String> {
        let here =
            of.entitlement.users.iter().filter(|user| !other.entitlement.users.contains(user));
        here.map(ToString::to_string).collect()
    };
    let before = before.unwrap_or_else(|| license.clone());
    if let (true, Some(path)) = (is_repeated, emitted.path()) {
        outcome = outcome.with_message(format!("Wrote {path}"));
    }
    let answer = ReassignedLicense {
        license: form(&license, home.now, &emitted, context.format()),
        added: names(&license, &before),
        removed: names(&before, &license),
        created: is_addition.then(|| !context.is_dry() && license != before),
    };
    outcome = match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        Emitted::File(_) | Emitted::Files(_) | Emitted::Nowhere => outcome.with(answer),
    };
    Ok(warn_of_opening(outcome, &before, &license))
}

/// Warns of the first assignment and of the last removal: a floating license without users is open
/// to all users of its customer.
pub(super) fn warn_of_opening(outcome: Outcome, before: &License, after: &License) -> Outcome {
    let entitlement = &after.entitlement;
    match (entitlement.model, before.entitlement.users.is_empty(), entitlement.users.is_empty()) {
        (Model::Floating, true, false) => outcome.warn(
            WarningCode::AssignedOnly,
            format!("from now on, only assigned users can use license {}", after.serial),
        ),
        (Model::Floating, false, true) => outcome.warn(
            WarningCode::OpenToAll,
            format!(
                "license {} has no assigned users and is open to all users of customer {}",
                after.serial, entitlement.customer
            ),
        ),
        _ => outcome,
    }
}

/// Returns the sentences about the users who are assigned, and who no longer are.
pub(super) fn message(dry: bool, step: &Step) -> Outcome {
    let Some(before) = &step.before else { return Outcome::default() };
    let names = |of: &[Username], other: &[Username]| -> Vec<String> {
        of.iter().filter(|user| !other.contains(user)).map(ToString::to_string).collect()
    };
    let (was, is) = (&before.entitlement.users, &step.after.entitlement.users);
    let (serial, added, removed) = (&step.after.serial, names(is, was), names(was, is));
    let adds = if dry { "Would assign" } else { "Assigned" };
    let sentence = match (added.is_empty(), removed.is_empty()) {
        (false, false) => format!(
            "{adds} {} to license {serial} in place of {}",
            some_of(&added),
            some_of(&removed)
        ),
        (false, true) => format!("{adds} {} to license {serial}", some_of(&added)),
        (true, _) if dry => format!("Would remove {} from license {serial}", some_of(&removed)),
        (true, _) => format!("Removed {} from license {serial}", some_of(&removed)),
    };
    let free = match step.after.entitlement.model {
        Model::Named => format!(
            " ({} of {} assigned, {} unassigned)",
            is.len(),
            count_of(step.after.entitlement.seats as usize, "seat"),
            step.after.free()
        ),
        Model::Floating | Model::Device => String::new(),
    };
    with_sessions(Outcome::done(format!("{sentence}{free}")), [step])
}
