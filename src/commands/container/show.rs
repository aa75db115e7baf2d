//! `container show`: shows a container on one screen.

use crate::cli::container;
use crate::cli::context::{CommandContext, Home};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::container::{Container, ContainerState};
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::container::answer::{ContainerAnswer, ContainerDetails, HeldSeats, RecoveredFrom};
use crate::ops::container::context::current;
use crate::ops::error::Result;
use crate::ops::license::online_check::is_refused;
use crate::ops::lookup;

/// Show a container
///
/// Shows the licenses in the container, the last update and receipt, and the age of the credential.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  licentia container show K-4T9WX\n  licentia container show \
        K-4T9WX-C0MR7 --json")]
pub struct Args {
    /// Container serial or a unique prefix
    #[arg(value_name = "CONTAINER")]
    container: container::ContainerArgument,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let home = context.home()?;
    let container = container::find(home.reader(), &args.container)?;
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".into());
    let mut fields = vec![
        ("serial", container.serial.to_string()),
        ("kind", container.kind.as_str().to_owned()),
        ("state", state(&container)),
        ("customer", container.customer.to_string()),
        ("user", optional(container.user.as_ref().map(ToString::to_string))),
        ("label", optional(container.label.as_ref().map(ToString::to_string))),
    ];
    fields.extend(container.hardware.as_ref().map(|hardware| ("hardware", hardware.to_string())));
    if !container.properties.is_empty() {
        fields.push((
            "properties",
            container.properties.keys().cloned().collect::<Vec<_>>().join(", "),
        ));
    }
    fields.extend(container.kid().map(|key| ("key", key)));
    if let Some(suspicion) =
        container.suspicion.as_ref().filter(|_| container.state() != ContainerState::Suspect)
    {
        fields.push(("suspect", format!("since {}: {}", suspicion.at, suspicion.description())));
    }
    if let Some(context_file) = &container.context {
        fields
            .push(("managed by", format!("the first home (adopted from context {context_file})")));
    }
    fields.push(("counter", counters(&container)));
    if let Some(context_file) =
        current(home.reader(), &container)?.filter(|_| container.context.is_none())
    {
        fields.push((
            "context",
            format!(
                "written at {}; an update that builds on the context can be imported while the \
                 container is unchanged",
                context_file.issued_at
            ),
        ));
    }
    fields.extend(unconfirmed(&container).map(|object| ("unconfirmed", object)));
    let credential = home.reader().find_credential_in_force(&container.serial)?;
    if let Some(username) = &container.username {
        let opens = match (&credential, &container.credential) {
            (Some(serial), Some((generation, at))) => {
                let refused = is_refused(
                    home.reader(),
                    &lookup::credential(home.reader(), &serial.parse()?)?,
                )?;
                let refused = if refused { ", refused: the signing key was revoked" } else { "" };
                format!(
                    "{serial}, generation {generation}, {}, user name {username}{refused}",
                    age(at, home.now)?
                )
            }
            _ => format!("none in force: the container cannot be opened; user name {username}"),
        };
        fields.push(("credential", opens));
    }
    fields.extend([
        ("reference", optional(container.reference.as_ref().map(ToString::to_string))),
        ("created", container.created_at.clone()),
    ]);
    let (lines, contents) = contents(&home, &container)?;
    fields.extend(lines.into_iter().map(|line| ("license", line)));
    let gone = home.reader().list_recovered_from(&container.serial)?;
    fields.extend(gone.iter().map(|(license, to)| ("recovered", format!("{license} into {to}"))));
    let recovered = gone.into_iter().map(|(license, to)| RecoveredFrom { license, to }).collect();
    let container = ContainerAnswer::of(&container);
    Ok(Outcome::one(ContainerDetails { container, recovered, credential, contents }, fields))
}

fn state(container: &Container) -> String {
    match (container.state(), &container.block, &container.retired_at) {
        (ContainerState::Retired, _, Some(at)) => format!("retired since {at}"),
        (_, Some(block), _) => {
            let later = (block.enforced_at > block.at)
                .then(|| format!(" (in the status list from {})", block.enforced_at));
            format!("blocked since {}{}{}", block.at, block.why(), later.unwrap_or_default())
        }
        (ContainerState::Suspect, ..) => {
            let why = container
                .suspicion
                .as_ref()
                .map(|suspicion| format!(" since {}: {}", suspicion.at, suspicion.description()));
            format!("suspect{}", why.unwrap_or_default())
        }
        (ContainerState::Lost, ..) => {
            format!(
                "lost since {}: the licenses were recovered",
                container.lost_at.as_deref().unwrap_or_default()
            )
        }
        (ContainerState::Resync, ..) if container.key.is_some() => {
            "resync: the database was restored; the next receipt sets the counter".to_owned()
        }
        (ContainerState::Resync, ..) => {
            format!(
                "resync: the database was restored; `licentia container confirm {} --reason \
                 REASON` sets the counter",
                container.serial
            )
        }
        (state, ..) => state.as_str().to_owned(),
    }
}

fn counters(container: &Container) -> String {
    let issued = container.issued.map_or_else(
        || "no update written".to_owned(),
        |issued| format!("update {issued} written"),
    );
    match (container.kind.is_hardware(), container.confirmed) {
        (false, _) => format!("{}, {issued}", container.counter),
        (true, Some(confirmed)) => {
            format!("{}, {issued}, {confirmed} confirmed", container.counter)
        }
        (true, None) => format!("{}, {issued}, none confirmed", container.counter),
    }
}

/// Returns the changes that the hardware has not confirmed.
fn unconfirmed(container: &Container) -> Option<String> {
    if !container.kind.is_hardware()
        || container.confirmed == Some(container.counter)
        || container.retired_at.is_some()
        || container.lost_at.is_some()
    {
        return None;
    }
    let (serial, from) = (&container.serial, container.confirmed.unwrap_or(0) + 1);
    let changes = if from == container.counter {
        format!("change {from}")
    } else {
        format!("changes {from} to {}", container.counter)
    };
    Some(match container.issued {
        Some(issued) if issued == container.counter => {
            let confirmation = super::shared::confirmation(container).unwrap_or_default();
            format!("{changes}: {confirmation}")
        }
        _ => {
            format!("{changes}: `licentia container update {serial} --out FILE` writes the update")
        }
    })
}

/// Returns `34 days old`.
fn age(at: &str, now: Timestamp) -> Result<String> {
    let days = (now.as_second() - parse_instant(at)?.as_second()).max(0) / 86_400;
    Ok(if days == 0 {
        "issued today".to_owned()
    } else {
        format!("{} old", count_of(usize::try_from(days).unwrap_or(usize::MAX), "day"))
    })
}

/// Returns the licenses whose seats the container holds, for people and for JSON.
fn contents(home: &Home, container: &Container) -> Result<(Vec<String>, Vec<HeldSeats>)> {
    let (mut lines, mut contents) = (Vec::new(), Vec::new());
    for serial in home.reader().list_held_in(&container.serial)? {
        let license = lookup::license(home.reader(), &serial.parse()?, home.now)?;
        let state = license.state(home.now).as_str();
        for activation in
            license.held().filter(|activation| activation.is_in(container.serial.as_str()))
        {
            let moves_to = activation
                .pending_removal
                .as_ref()
                .and_then(|pending_removal| pending_removal.moves_to.as_ref());
            let place = match (activation.is_live(), moves_to) {
                (true, _) => state.to_owned(),
                (false, None) => format!("{state}, pending removal"),
                (false, Some(to)) => format!("{state}, pending removal, moves to {to}"),
            };
            let (seats, revision) = (count_of(activation.seats as usize, "seat"), license.revision);
            lines.push(format!(
                "{serial} {}, revision {revision}, {seats}, {place}",
                license.entitlement.product
            ));
            contents.push(HeldSeats::of(&license, activation, home.now));
        }
    }
    if lines.is_empty() {
        lines.push("none".to_owned());
    }
    Ok((lines, contents))
}
