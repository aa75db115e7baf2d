//! The licenses that a recovery takes out of a lost container, and the treatment of that container.

use serde_json::{Value, json};

use crate::domain::audit::license::ArrivalNote;
use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::{Name, Reference, some_of};
use crate::domain::recovery::quota::Balance;
use crate::domain::recovery::{Old, Reason, Recovered, Scope};
use crate::domain::remedy::{Noun, RecoveryGrant, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp};
use crate::domain::{Error, ErrorCode};
use crate::ops::error::{Failure, Result};
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{open, place_of, taken};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::lookup;
use crate::ops::recovery::quota::Quota;
use crate::ops::reference::IdempotencyReference;
use crate::store::Reader;

/// The facts of a recovery that a person states.
#[derive(Clone, Debug)]
pub struct RecoveryOrder {
    /// The lost container.
    pub from: Serial,
    /// The reason.
    pub reason: Reason,
    /// The note of the vendor.
    pub note: Option<Name>,
    /// The licenses to recover; all licenses for an empty list.
    pub only: Vec<Serial>,
    /// True to recover the licenses that have a recovery left, even if others have none.
    pub partial: bool,
    /// True if the hardware was returned, so that the recovery uses no quota.
    pub returned: bool,
    /// True to block the old container, regardless of the policy.
    pub block: bool,
    /// The idempotency reference, such as a case number.
    pub reference: Option<Reference>,
}

impl RecoveryOrder {
    /// Returns the form of the request that is compared, including the target.
    pub fn idempotency(&self, to: &Value) -> Result<Option<IdempotencyReference>> {
        let mut only: Vec<&str> = self.only.iter().map(Serial::as_str).collect();
        only.sort_unstable();
        let request = json!({
            "from": self.from.as_str(), "to": to, "reason": self.reason,
            "note": self.note.as_ref().map(Name::as_str), "only": only,
            "partial": self.partial, "returned": self.returned, "block": self.block,
        });
        IdempotencyReference::of("recovery issue", self.reference.as_ref(), &request)
    }
}

/// The container into which the licenses of a plan go.
#[derive(Clone, Debug)]
pub enum Destination {
    /// A container of the database.
    Existing(Container),
    /// A new container. Its serial is empty until it is written.
    New(Container),
}

impl Destination {
    /// Returns the container.
    pub fn container(&self) -> &Container {
        match self {
            Destination::Existing(container) | Destination::New(container) => container,
        }
    }

    /// Returns whether the container is new.
    pub fn is_new(&self) -> bool {
        matches!(self, Destination::New(_))
    }
}

/// The decision about the licenses and the lost container.
pub struct Draft {
    /// The changes of the licenses and of the lost container.
    pub plan: LicensePlan,
    /// The recovered licenses.
    pub licenses: Vec<Recovered>,
    /// The quotas of the licenses before the change.
    pub quotas: Vec<Quota>,
    /// The licenses that stay, because no recovery is left for them.
    pub kept: Vec<String>,
    /// The licenses with a pending removal, whose seats are unallocated now.
    pub freed: Vec<String>,
    /// The treatment of the lost container.
    pub old: Old,
    /// True if the treatment is milder than the policy, because other licenses are left in the
    /// container.
    pub softened: bool,
}

/// Returns the container from which licenses are recovered.
///
/// # Errors
///
/// `RecordedError` for a container that a person blocked, or that a recovery blocked and emptied;
/// `suspect`; `wrong_state` for a container that is retired, lost, or kept by another home;
/// `wrong_kind` for a returned cloud container; `not_placed` for a container without licenses.
pub fn source(reader: Reader<'_>, order: &RecoveryOrder) -> Result<Container> {
    let from = lookup::container(reader, &order.from)?;
    from.check_own()?;
    from.check_kept("the source of a recovery")?;
    if from.is_stopped_by_hand() {
        open(reader, &order.from, "recover")?;
    } else if from.block.is_some() && from.licenses.is_empty() {
        let remedy = gone_to(reader, &from)?;
        open(reader, &order.from, "recover").map_err(|failure| match failure {
            Failure::Recorded(mut recorded) => {
                recorded.error = recorded.error.remedy(remedy);
                Failure::Recorded(recorded)
            }
            other => other,
        })?;
    }
    from.check_found("the source of a recovery")?;
    from.check_not_suspect()?;
    if order.returned && !from.kind.is_hardware() {
        let message = format!(
            "container {} is {}; only a computer or a dongle can be returned",
            from.serial,
            from.kind.called()
        );
        return Err(Error::new(ErrorCode::WrongKind, message).remedy(Remedy::OmitReturned).into());
    }
    if from.licenses.is_empty() {
        let message = format!("container {} contains no license to recover", from.serial);
        return Err(Error::new(ErrorCode::NotPlaced, message)
            .remedy(gone_to(reader, &from)?)
            .into());
    }
    Ok(from)
}

/// Returns the remedy that shows the licenses that were in a container.
fn gone_to(reader: Reader<'_>, from: &Container) -> Result<Remedy> {
    let gone = reader.list_recovered_from(&from.serial)?;
    Ok(match gone.last() {
        Some((license, to)) => Remedy::ShowRecovered {
            license: license.clone(),
            to: to.clone(),
            from: from.serial.to_string(),
        },
        None => Remedy::Show {
            noun: Noun::Container,
            id: from.serial.to_string(),
            facts: "the licenses and the pending removals",
        },
    })
}

/// Returns the container into which licenses are recovered.
///
/// # Errors
///
/// `RecordedError` for a blocked container; `wrong_state`, `suspect`, `wrong_customer`, `usage`
/// for the lost container itself.
pub fn check_target(reader: Reader<'_>, from: &Container, to: &Serial) -> Result<Container> {
    if *to == from.serial {
        let message = format!("container {to} is the lost container itself");
        return Err(Error::usage(message)
            .advice("name the container that must receive the licenses")
            .into());
    }
    let to = open(reader, to, "recover")?;
    to.check_own()?;
    to.check_not_suspect()?;
    if !to.customer.is(&from.customer) {
        let message = format!(
            "container {} belongs to customer {}, but container {} belongs to customer {}",
            to.serial, to.customer, from.serial, from.customer
        );
        return Err(Error::new(ErrorCode::WrongCustomer, message)
            .remedy(Remedy::ListContainersOf { customer: from.customer.to_string() })
            .into());
    }
    Ok(to)
}

/// Decides the recovered licenses, and the treatment of the lost container.
///
/// # Errors
///
/// `no_quota` if a license has no recovery left (with `partial`, if none has); `not_placed` for a
/// license that is not in the container; `wrong_state`, `wrong_kind`, `no_seat` for a license that
/// the new container cannot take.
pub fn decide(
    parties: &mut PartiesReader<'_>,
    order: &RecoveryOrder,
    from: &Container,
    target: &Destination,
    now: Timestamp,
) -> Result<Draft> {
    let (to, is_new) = (target.container(), target.is_new());
    let wanted = wanted(order, from)?;
    let reader = parties.reader;
    let (mut going, mut lacking) = (Vec::new(), Vec::new());
    for serial in &wanted {
        let license = lookup::license(reader, serial, now)?;
        license.check(LicenseAction::Recover, now)?;
        let product = parties.product(&license.entitlement.product)?;
        if is_new {
            // The serial of a new container means nothing to the user, so the message does not
            // contain it.
            product.check_kind(to.kind, "the new container")?;
        }
        to.check_takes(&license.called(), &license.entitlement.customer, product)?;
        let quota = Quota::with(reader, license, product)?;
        let scope = (!order.returned).then(|| quota.rules.scope(&from.properties, &to.properties));
        match scope
            .map(|scope| (scope, quota.balance(scope, now)))
            .filter(|(_, balance)| balance.available() == 0)
        {
            Some((scope, balance)) => {
                lacking.push((quota.license.serial.to_string(), scope, balance));
            }
            None => going.push((quota, scope)),
        }
    }
    if !lacking.is_empty() && (!order.partial || going.is_empty()) {
        return Err(no_quota(&lacking, going.len()).into());
    }
    let (mut steps, mut licenses) = (Vec::new(), Vec::new());
    for (quota, scope) in &going {
        let mut after = quota.license.clone();
        let seats = after.recover(from.serial.as_str(), now);
        after.place(&place_of(to), Some(seats))?;
        let step =
            taken(parties, "license.recover", quota.license.clone(), after, "recovered", now)?;
        steps.push(step.noting(|note| {
            note.from = Some(from.serial.to_string());
            note.to = Some(ArrivalNote::Container(to.serial.to_string()));
            note.seats = Some(seats);
            note.scope = Some(*scope);
        }));
        licenses.push(Recovered {
            license: quota.license.serial.to_string(),
            scope: *scope,
            seats,
            jti: None,
        });
    }
    let (kept, freed) = (
        lacking.iter().map(|(license, ..)| license.clone()).collect(),
        freed(parties, order, from, &mut steps, &licenses, now)?,
    );
    let left = from
        .licenses
        .iter()
        .filter(|serial| !licenses.iter().any(|it| it.license == **serial))
        .count();
    let (old, softened, quiet) = old_action(order, &going, from, left);
    let counted = steps.iter().any(|step| step.changed_containers().contains(from.serial.as_str()));
    let mut container = from.clone();
    match old {
        Old::Block if from.block.is_none() => {
            container.stop(format!("recovered: {}", order.reason), quiet, counted, now);
        }
        Old::Nothing => container.lost_at = Some(now.to_string()),
        Old::Block | Old::Withdraw => {}
    }
    let plan = LicensePlan {
        container: Some(container),
        purpose: Purpose::recovery(),
        ..LicensePlan::of(steps)
    };
    let quotas = going.into_iter().map(|(quota, _)| quota).collect();
    Ok(Draft { plan, licenses, quotas, kept, freed, old, softened })
}

/// Returns the requested licenses, oldest first.
fn wanted(order: &RecoveryOrder, from: &Container) -> Result<Vec<Serial>> {
    if let Some(foreign) =
        order.only.iter().find(|serial| !from.licenses.iter().any(|own| own == serial.as_str()))
    {
        let message = format!("license {foreign} is not in container {}", from.serial);
        return Err(Error::new(ErrorCode::NotPlaced, message)
            .advice(format!("container {} contains {}", from.serial, some_of(&from.licenses)))
            .into());
    }
    let is_asked = |serial: &&String| {
        order.only.is_empty() || order.only.iter().any(|only| only.as_str() == serial.as_str())
    };
    from.licenses.iter().filter(is_asked).map(|serial| Ok(serial.parse()?)).collect()
}

/// Ends the pending removals of the lost container, if all of its licenses are recovered. The
/// pending removal of a recovered license has already ended.
fn freed(
    parties: &mut PartiesReader<'_>,
    order: &RecoveryOrder,
    from: &Container,
    steps: &mut Vec<Step>,
    going: &[Recovered],
    now: Timestamp,
) -> Result<Vec<String>> {
    let reader = parties.reader;
    let mut freed = Vec::new();
    for serial in reader.list_held_in(&from.serial)? {
        let is_leaving = |step: &Step| {
            let mut pending_removal = step.before.iter().flat_map(|before| &before.activations);
            step.after.serial.as_str() == serial
                && pending_removal.any(|it| {
                    it.state == ActivationState::Returning && it.is_in(from.serial.as_str())
                })
        };
        if going.iter().any(|it| it.license == serial) && steps.iter().any(is_leaving) {
            freed.push(serial);
            continue;
        }
        if !order.only.is_empty() || from.licenses.contains(&serial) {
            continue;
        }
        let before = lookup::license(reader, &serial.parse()?, now)?;
        let mut after = before.clone();
        after.recover(from.serial.as_str(), now);
        let step = taken(parties, "license.return", before, after, "returned", now)?;
        steps.push(step.noting(|note| {
            note.from = Some(from.serial.to_string());
            note.proven = Some(false);
            note.lost = Some(true);
        }));
        freed.push(serial);
    }
    Ok(freed)
}

/// Returns the treatment of the lost container, whether remaining licenses make it milder than the
/// policy, and the days before the status list contains a block.
fn old_action(
    order: &RecoveryOrder,
    going: &[(Quota, Option<Scope>)],
    from: &Container,
    left: usize,
) -> (Old, bool, Days) {
    let rules = || going.iter().map(|(quota, _)| &quota.rules);
    let says = |old: Old| rules().any(|rules| rules.old == old);
    // The strictest of several policies applies, and the longest delay.
    let idempotency = if says(Old::Block) {
        Old::Block
    } else if says(Old::Withdraw) {
        Old::Withdraw
    } else {
        Old::Nothing
    };
    let quiet = rules()
        .filter(|rules| order.block || rules.old == Old::Block)
        .map(|rules| rules.enforce_after)
        .max()
        .unwrap_or(Days(0));
    if order.block || from.block.is_some() {
        return (Old::Block, false, quiet);
    }
    if left > 0 && idempotency != Old::Withdraw {
        (Old::Withdraw, true, quiet)
    } else {
        (idempotency, false, quiet)
    }
}

/// Returns the error for licenses without a recovery. It contains for each license the instant of
/// the next recovery, and the grant that allows one now.
fn no_quota(lacking: &[(String, Scope, Balance)], others: usize) -> Error {
    let recipients = |(license, scope, balance): &(String, Scope, Balance)| {
        let next = balance.next_at.map(crate::domain::time::day_of);
        let why = match (balance.used, next) {
            (0, None) => "the policy allows no recovery".to_owned(),
            (0, Some(next)) => format!("the first recovery is available on {next}"),
            (used, None) => {
                format!("{used} of {used} recoveries used, and no recovery is added later")
            }
            (used, Some(next)) => format!(
                "{used} of {used} recoveries used, and the next recovery is available on {next}"
            ),
        };
        let on = match scope {
            Scope::Any => "for any container",
            Scope::Same => "for the same computer",
        };
        format!("license {license} has no recovery left {on}: {why}")
    };
    let mut message = lacking.iter().map(recipients).collect::<Vec<_>>().join("; ");
    if lacking.iter().any(|(_, scope, _)| *scope == Scope::Same) {
        message = format!("the old and the new container are on the same computer, and {message}");
    }
    let grants = lacking
        .iter()
        .map(|(license, scope, _)| RecoveryGrant {
            license: license.to_string(),
            is_same_computer: *scope == Scope::Same,
        })
        .collect();
    let licenses: Vec<Value> = lacking
        .iter()
        .map(|(license, scope, balance)| {
            json!({"license": license, "scope": scope, "used": balance.used, "available": 0, "next_at": balance.next_at.map(|at| at.to_string())})
        })
        .collect();
    Error::new(ErrorCode::NoQuota, message)
        .remedy(Remedy::GrantRecoveries { grants, others })
        .with("licenses", licenses.into())
}
