//! The use case `recovery reverse`: a mistaken recovery is undone, before a receipt has confirmed
//! the new container.

use crate::domain::audit::NewEntry;
use crate::domain::audit::license::ArrivalNote;
use crate::domain::audit::recovery_issue::ReversedRecovery;
use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::license::state::LicenseAction;
use crate::domain::name::{Name, Slug};
use crate::domain::recovery::{Old, Recovery};
use crate::domain::remedy::{Noun, Remedy};
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::container::stale::find_stale;
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, FileKind, HomeSnapshot, Needs, Plan, PlannedFile, SigningPhase,
    UnitOfWork, UseCase,
};
use crate::ops::license::apply::file_name;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::placement::{open, place_of, taken};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::lookup;
use crate::ops::recovery::updates::Updates;
use crate::store::{Reader, RecoveryFilter, gather};

/// A request to reverse a recovery.
#[derive(Clone, Debug)]
pub struct ReverseRecovery {
    /// The recovery's serial.
    pub recovery: Serial,
    /// The reason, for the audit log.
    pub reason: Name,
    /// The keys that the user named.
    pub key_names: Vec<Slug>,
}

/// The effects of a reversal.
#[derive(Clone, Debug)]
pub struct ReversePlan {
    /// The recovery before the change.
    pub recovery: Recovery,
    /// The old container, which gets the licenses back.
    pub from: Container,
    /// The new container, which loses the licenses.
    pub to: Container,
    /// The changes of the licenses and of the old container.
    pub licenses: LicensePlan,
    /// The updates for both containers.
    pub updates: Updates,
    reason: Name,
}

impl UseCase for ReverseRecovery {
    type Plan = ReversePlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ReversePlan, ()>> {
        let recovery = lookup::recovery(reader, &self.recovery)?;
        let from = lookup::container(reader, &recovery.from.parse()?)?;
        let to = lookup::container(reader, &recovery.to.parse()?)?;
        let plan = decide(reader, &recovery, from.clone(), &to, now)?;
        let licenses = LicensePlan { key_names: self.key_names.clone(), ..plan }.granting();
        let updates = Updates::plan(reader, &licenses, &[&from, &to], &self.key_names, now)?;
        let reason = self.reason.clone();
        Ok(Decision::Change(ReversePlan { recovery, from, to, licenses, updates, reason }))
    }
}

impl Plan for ReversePlan {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        let evidence = Evidence::open(home.reader, home.vendor, home.now)?;
        for step in &self.licenses.steps {
            evidence.check_container(&self.from, Some(&step.after))?;
            evidence.check_recovery(&self.recovery, &step.after)?;
        }
        Ok(())
    }

    fn needs(&self) -> Needs {
        let mut needs = self.licenses.needs();
        needs.keys.extend(self.updates.need());
        needs
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.licenses.check_scope(vendor, keys, now)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.licenses.write(unit)?;
        let reader = unit.tx.reader();
        let from = lookup::container(reader, &self.from.serial)?;
        let to = lookup::container(reader, &self.to.serial)?;
        self.licenses.stale = Vec::new();
        for container in [&from, &to] {
            let stale = find_stale(reader, container)?;
            self.licenses.stale.extend(stale.map(|stale| stale.to_string()));
        }
        self.updates.write(unit, &[&from, &to])?;
        let (serial, at) = (&self.recovery.serial, unit.now.to_string());
        Ok(unit.tx.set_recovery_reversed(serial, &at, self.reason.as_str())?)
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let mut entries = self.licenses.entries(now);
        let detail = ReversedRecovery::of(&self.recovery, &self.reason);
        entries.push(NewEntry::of("recovery.reverse", self.recovery.serial.as_str(), &detail));
        entries
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.licenses.sign(signing)?;
        self.updates.sign(signing, &self.licenses)
    }

    fn files(&self) -> Vec<PlannedFile> {
        let licenses = self.licenses.steps.iter().flat_map(|step| self.license_files(step));
        licenses.chain(self.updates.files()).collect()
    }
}

impl ReversePlan {
    /// Returns the recovery after the change.
    pub fn reversed(&self, now: Timestamp) -> Recovery {
        let reversed = Some((now.to_string(), self.reason.to_string()));
        Recovery { reversed, ..self.recovery.clone() }
    }

    /// Returns the new files of a license for both containers.
    fn license_files(&self, step: &Step) -> Vec<PlannedFile> {
        let license = &step.after;
        let is_alone = license.live().count() == 1;
        let is_here = |serial: &Serial, it: &crate::domain::license::activation::Activation| {
            it.is_in(serial.as_str())
        };
        let fresh = step.fresh().into_iter();
        let fresh =
            fresh.filter(|it| is_here(&self.from.serial, it) || is_here(&self.to.serial, it));
        fresh
            .map(|activation| PlannedFile {
                kind: FileKind::License,
                subject: Some(license.serial.to_string()),
                container: activation.container().map(str::to_owned),
                name: Some(file_name(license, activation, is_alone)),
                content: step.signed_text(activation).map(|text| text.as_bytes().to_vec()),
                withheld: None,
            })
            .collect()
    }
}

/// Decides the reversal of a recovery: its licenses return to the old container, which can be used
/// again.
///
/// # Errors
///
/// `wrong_state` if the recovery was already reversed, if the new container has confirmed its
/// update, if a license is no longer in the new container, or if another recovery stopped the old
/// container. `RecordedError` for a container that a person blocked.
fn decide(
    reader: Reader<'_>,
    recovery: &Recovery,
    from: Container,
    to: &Container,
    now: Timestamp,
) -> Result<LicensePlan> {
    let serial = &recovery.serial;
    if let Some((at, _)) = &recovery.reversed {
        let message = format!("recovery {serial} was already reversed at {at}");
        return Err(Error::new(ErrorCode::WrongState, message)
            .remedy(Remedy::Show {
                noun: Noun::Recovery,
                id: serial.to_string(),
                facts: "the reversal",
            })
            .into());
    }
    if to.kind.is_hardware()
        && to.confirmed.is_some_and(|confirmed| confirmed >= recovery.to_counter)
    {
        let message = format!(
            "container {} has confirmed the licenses of recovery {serial}; the recovery can no \
             longer be reversed",
            to.serial
        );
        return Err(Error::new(ErrorCode::WrongState, message)
            .remedy(Remedy::MoveBack {
                from: to.serial.to_string(),
                to: from.serial.to_string(),
                is_blocked: from.block.is_some(),
            })
            .into());
    }
    if to.is_stopped_by_hand() {
        open(reader, &to.serial, "recover")?;
    }
    from.check_kept("used")?;
    from.check_not_suspect()?;
    if from.is_stopped_by_hand() {
        open(reader, &from.serial, "recover")?;
    }
    if let Some(other) = stopped_by(reader, &from)?.filter(|other| other.serial != *serial) {
        let state = from.state().as_str();
        let message =
            format!("container {} is {state} because of recovery {}", from.serial, other.serial);
        return Err(Error::new(ErrorCode::WrongState, message)
            .remedy(Remedy::ReverseFirst { recovery: other.serial.to_string() })
            .into());
    }
    let mut parties = PartiesReader::new(reader);
    let mut steps = Vec::new();
    for recovered in &recovery.licenses {
        let before = lookup::license(reader, &recovered.license.parse()?, now)?;
        before.check(LicenseAction::Recover, now)?;
        let mut after = before.clone();
        // Other seats in the new container stay there.
        let seats = after.take_out(to.serial.as_str(), recovered.seats, now)?;
        after.place(&place_of(&from), Some(seats))?;
        let step = taken(&mut parties, "license.recover", before, after, "recovered", now)?;
        steps.push(step.noting(|note| {
            note.from = Some(to.serial.to_string());
            note.to = Some(ArrivalNote::Container(from.serial.to_string()));
            note.seats = Some(seats);
            note.reverses = Some(serial.to_string());
        }));
    }
    let mut container = from;
    let counted =
        steps.iter().any(|step| step.changed_containers().contains(container.serial.as_str()));
    if container.block.is_some() || container.lost_at.is_some() {
        let counter = container.counter;
        container.unblock()?;
        if counted {
            container.counter = counter;
        }
    }
    Ok(LicensePlan {
        container: Some(container),
        purpose: Purpose::recovery(),
        ..LicensePlan::of(steps)
    })
}

/// Returns the recovery that blocked a container or gave it up as lost: the first one since that
/// instant.
fn stopped_by(reader: Reader<'_>, container: &Container) -> Result<Option<Recovery>> {
    let since = match (&container.block, &container.lost_at) {
        (Some(block), _) => (block.at.as_str(), Old::Block),
        (None, Some(at)) => (at.as_str(), Old::Nothing),
        (None, None) => return Ok(None),
    };
    let filter = RecoveryFilter {
        container: Some(container.serial.to_string()),
        ..RecoveryFilter::default()
    };
    let all = gather(|take| reader.list_recoveries(&filter, take))?;
    let is_one = |it: &Recovery| {
        it.from == container.serial.as_str()
            && it.reversed.is_none()
            && it.old == since.1
            && it.created_at.as_str() >= since.0
    };
    Ok(all.into_iter().find(is_one))
}
