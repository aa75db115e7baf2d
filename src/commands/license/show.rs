//! `license show`

use licentia_runtime::Model;

use crate::cli::context::{CommandContext, Emitted};
use crate::cli::license::{LicenseArgument, find};
use crate::cli::outcome::{Outcome, count_of, some_of};
use crate::cli::render::Format;
use crate::domain::license::License;
use crate::domain::license::activation::ActivationState;
use crate::domain::license::prerequisite::Coverage;
use crate::domain::license::state::LicenseAction;
use crate::domain::time::Timestamp;
use crate::domain::time::last_day;
use crate::ops::error::Result;
use crate::ops::license::answer::{ShownLicense, SupersededFile, base_missing, seats_free};
use crate::ops::license::prerequisite::missing_prerequisites;

/// Show a license
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia license show L-7K3MQ\n  licentia license show \
        ref:ORDER-123 --json")]
pub struct Args {
    /// License serial, a unique prefix, or ref:REFERENCE
    #[arg(value_name = "LICENSE")]
    license: LicenseArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let license = find(home.reader(), &args.license, home.now)?;
    license.check(LicenseAction::Show, home.now)?;
    let entitlement = &license.entitlement;
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let list =
        |words: Vec<String>| if words.is_empty() { "-".to_owned() } else { words.join(", ") };
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    let mut fields = vec![
        ("serial", license.serial.to_string()),
        ("state", state(&license, home.now)),
        ("customer", entitlement.customer.to_string()),
        ("company", optional(entitlement.company.as_ref().map(ToString::to_string))),
        ("product", entitlement.product.to_string()),
        ("modules", list(entitlement.modules.iter().map(ToString::to_string).collect())),
        ("edition", entitlement.edition.as_str().to_owned()),
        ("model", entitlement.model.as_str().to_owned()),
        (
            "seats",
            if license.status.is_final() {
                entitlement.seats.to_string()
            } else {
                format!(
                    "{} ({} allocated, {} unallocated)",
                    entitlement.seats,
                    license.seats_placed(),
                    seats_free(&license)
                )
            },
        ),
        ("assigned", assigned(&license)),
        ("sessions", sessions(&license)),
        ("first day", entitlement.starts.to_string()),
        ("last day", optional(entitlement.ends.and_then(last_day).map(|day| day.to_string()))),
        ("grace", days(entitlement.grace_days)),
        ("checkpoint", optional(entitlement.checkpoint_days.map(days))),
        (
            "offline",
            list(
                [
                    entitlement.offline_days.map(days),
                    entitlement.offline_starts.map(|starts| format!("{starts} starts")),
                ]
                .into_iter()
                .flatten()
                .collect(),
            ),
        ),
        ("enforcement", entitlement.enforcement.as_str().to_owned()),
        ("hosts per user", optional(entitlement.hosts_per_user.map(|hosts| hosts.to_string()))),
    ];
    // A term without its own label is shown by its name, if the license has it.
    let others = entitlement.flags().into_iter().filter(|(name, _)| !LABELLED.contains(name));
    fields.extend(others.filter_map(|(name, value)| Some((name, value?))));
    fields.extend([
        (
            "attributes",
            list(
                entitlement
                    .attributes
                    .iter()
                    .map(|(key, value)| format!("{key}={value}"))
                    .collect(),
            ),
        ),
        ("revision", license.revision.to_string()),
        ("reference", optional(license.reference.as_ref().map(ToString::to_string))),
        ("issued", license.created_at.clone()),
    ]);
    let missing_prerequisites =
        missing_prerequisites(home.reader(), &license, Coverage::Each, home.now)?;
    for missing in &missing_prerequisites {
        let who = "only administrators of the customer may start sessions";
        fields.push(("missing base", format!("{}: {} ({who})", missing.product, missing.reason)));
    }
    if license.adopted {
        fields
            .push(("managed by", "another home; this home can only return the license".to_owned()));
    }
    for (label, other) in [("replaces", &license.replaces), ("replaced by", &license.replaced_by)] {
        fields.extend(other.clone().map(|other| (label, other)));
    }
    for activation in &license.activations {
        let seats = count_of(activation.seats as usize, "seat");
        let place = match &activation.container {
            None => "delivered unbound".to_owned(),
            Some(place) => format!("{} ({}), {seats}", place.serial, place.kind.as_str()),
        };
        let moves = activation
            .pending_removal
            .as_ref()
            .and_then(|pending_removal| pending_removal.moves_to.as_ref());
        match (&activation.ended_at, &activation.file) {
            (Some(at), _) => {
                let ended = ended(&license, activation.state, at);
                fields.push(("ended", format!("{place}, {ended} at {at}")));
            }
            (None, _) if !activation.is_live() => {
                let to = moves.map_or_else(String::new, |to| format!(", moving to {to}"));
                fields.push(("returning", format!("{place}{to}, pending removal")));
            }
            (None, Some(file)) => {
                let until = file
                    .expires_at
                    .as_deref()
                    .map_or_else(|| "no end".to_owned(), |end| format!("valid until {end}"));
                fields.push(("file", format!("{place}, {until}, id {}", file.jti)));
            }
            (None, None) => {}
        }
    }
    let older = home.reader().list_older_files(&license.serial, home.now)?;
    for file in &older {
        let ends = file.ends_at.as_ref().or(file.expires_at.as_ref());
        let until = ends.map_or_else(|| "no end".to_owned(), |at| format!("valid until {at}"));
        fields
            .push(("older file", format!("revision {}, {until}, id {}", file.revision, file.jti)));
    }
    let shown = ShownLicense {
        license: super::shared::shown(&license, &home, &Emitted::Nowhere, context.format()),
        base_missing: base_missing(&missing_prerequisites),
        older_files: (context.format() != Format::Csv)
            .then(|| older.iter().map(SupersededFile::of).collect()),
    };
    Ok(Outcome::one(shown, fields))
}

/// The terms that have labels of their own in the table.
const LABELLED: &[&str] = &[
    "model",
    "seats",
    "modules",
    "starts",
    "ends",
    "checkpoint",
    "grace",
    "offline-days",
    "offline-starts",
    "enforcement",
    "hosts-per-user",
];

/// Returns `suspended since …: the invoice is overdue`.
fn state(license: &License, now: Timestamp) -> String {
    let since = license.state_since.as_ref().map(|at| format!(" since {at}")).unwrap_or_default();
    let why = license.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("{}{since}{why}", license.state(now).as_str())
}

/// Returns the participle for the end of a delivery. A final status of the license withdraws its
/// deliveries at the same instant, and is the cause that a person asks for.
fn ended(license: &License, state: ActivationState, at: &str) -> &'static str {
    let is_cause = license.status.is_final()
        && state == ActivationState::Withdrawn
        && license.state_since.as_deref() == Some(at);
    if is_cause { license.status.as_str() } else { state.as_str() }
}

/// Returns the assigned users and the number of unassigned seats.
fn assigned(license: &License) -> String {
    let entitlement = &license.entitlement;
    let users: Vec<String> = entitlement.users.iter().map(ToString::to_string).collect();
    let names = if users.is_empty() { String::new() } else { format!(": {}", some_of(&users)) };
    match entitlement.model {
        Model::Named => {
            format!(
                "{} of {}, {} unassigned{names}",
                users.len(),
                count_of(entitlement.seats as usize, "seat"),
                license.free()
            )
        }
        Model::Floating if users.is_empty() && license.status.is_final() => "-".to_owned(),
        Model::Floating if users.is_empty() => "none: open to all users".to_owned(),
        Model::Floating | Model::Device => format!("{}{names}", count_of(users.len(), "user")),
    }
}

/// Returns the numbers of seats in use and of idle seats.
fn sessions(license: &License) -> String {
    match license.entitlement.model {
        _ if license.status.is_final() => "-".to_owned(),
        Model::Device => "-".to_owned(),
        Model::Named | Model::Floating => {
            let seats = license.seats_for_sessions();
            if seats == 0 {
                return "none: all seats are in devices and dongles".to_owned();
            }
            let elsewhere = license.entitlement.seats.saturating_sub(seats);
            let elsewhere = match elsewhere {
                0 => String::new(),
                1 => " (1 seat is in a device or a dongle)".to_owned(),
                many => format!(" ({many} seats are in devices or dongles)"),
            };
            format!(
                "{} of {}, {} idle{elsewhere}",
                license.sessions,
                count_of(seats as usize, "seat"),
                seats.saturating_sub(license.sessions)
            )
        }
    }
}
