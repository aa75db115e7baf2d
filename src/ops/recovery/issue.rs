//! The use case `recovery issue`: the licenses of a lost container are issued again in another one.
//! The quota is counted in the transaction that uses it.

use std::collections::BTreeSet;

use licentia_runtime::Edition;
use serde_json::{Value, json};

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::IssueDetail;
use crate::domain::audit::license::ArrivalNote;
use crate::domain::audit::recovery_issue::{IssuedRecovery, SignedUpdateDetail, StoppedContainer};
use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::name::{Name, Slug, Username};
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Old, Recovered, Recovery};
use crate::domain::remedy::Remedy;
use crate::domain::serial::{Kind, Serial};
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::domain::{Error, ErrorCode};
use crate::ops::audit::evidence::Evidence;
use crate::ops::container::Request;
use crate::ops::container::create::{ContainerOrder, insert};
use crate::ops::container::stale::find_stale;
use crate::ops::credential::issue::NewCredential;
use crate::ops::error::Result;
use crate::ops::execute::{
    ChosenKeys, Decision, FileKind, HomeSnapshot, Needs, Plan, PlannedFile, SigningPhase,
    UnitOfWork, UseCase,
};
use crate::ops::ids::unused;
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::license::apply::file_name;
use crate::ops::license::parties::PartiesReader;
use crate::ops::license::plan::{LicensePlan, Step};
use crate::ops::lookup;
use crate::ops::recovery::quota::Quota;
use crate::ops::recovery::selection::{Destination, RecoveryOrder, check_target, decide, source};
use crate::ops::recovery::updates::Updates;
use crate::ops::reference::IdempotencyReference;
use crate::store::Reader;

/// A request to issue the licenses of a lost container again. Unchanged if an earlier request was
/// equal.
#[derive(Clone, Debug)]
pub struct IssueRecovery {
    /// The facts of the recovery.
    pub order: RecoveryOrder,
    /// The container into which the licenses go.
    pub target: RecoveryTarget,
    /// The keys that the user named.
    pub key_names: Vec<Slug>,
}

/// The container into which licenses are recovered.
#[derive(Clone, Debug)]
pub enum RecoveryTarget {
    /// An existing container.
    Existing(Serial),
    /// A new cloud container; `None` for the user of the lost container.
    Cloud(Option<Username>),
    /// A new device or dongle.
    Hardware {
        /// The kind.
        kind: ContainerKind,
        /// The serial of a dongle.
        hardware: Option<Name>,
        /// The first request of the new container.
        request: Option<Request>,
    },
}

impl RecoveryTarget {
    /// Returns the form of the target that is compared under a reference.
    fn compared(&self) -> Value {
        match self {
            RecoveryTarget::Existing(serial) => json!({"container": serial.as_str()}),
            RecoveryTarget::Cloud(user) => {
                json!({"cloud": user.as_ref().map(|user| user.as_str().to_lowercase())})
            }
            RecoveryTarget::Hardware { request: Some(request), .. } => json!({"key": request.key}),
            RecoveryTarget::Hardware { .. } => json!({"cloud": null}),
        }
    }

    /// Returns the request for a new container, which has the customer, user and label of the lost
    /// container.
    fn order(&self, from: &Container) -> Option<ContainerOrder> {
        let (kind, user, hardware, request) = match self {
            RecoveryTarget::Existing(_) => return None,
            RecoveryTarget::Cloud(user) => {
                (ContainerKind::Cloud, user.clone().or_else(|| from.user.clone()), None, None)
            }
            RecoveryTarget::Hardware { kind, hardware, request } => {
                (*kind, from.user.clone(), hardware.clone(), request.clone())
            }
        };
        Some(ContainerOrder {
            customer: from.customer.clone(),
            kind,
            user,
            label: from.label.clone(),
            hardware,
            request,
            reference: None,
        })
    }
}

/// The effects of a recovery.
#[derive(Clone, Debug)]
pub struct RecoveryPlan {
    /// The changes of the licenses and of the lost container.
    pub licenses: LicensePlan,
    /// The lost container before the change.
    pub from: Container,
    /// The container into which the licenses go.
    pub to: Destination,
    /// The recovery. Its serial is empty until it is written.
    pub recovery: Recovery,
    /// The quotas of the recovered licenses before the change.
    pub quotas: Vec<Quota>,
    /// The licenses that stay, because no recovery is left for them.
    pub kept: Vec<String>,
    /// The licenses with a pending removal from the lost container, whose seats are unallocated
    /// now.
    pub freed: Vec<String>,
    /// True if the treatment of the lost container is milder than its policy, because it still
    /// contains other licenses.
    pub softened: bool,
    /// The credential of a new cloud container.
    pub credential: Option<NewCredential>,
    /// The updates for both containers.
    pub updates: Updates,
    idempotency: Option<IdempotencyReference>,
}

impl UseCase for IssueRecovery {
    type Plan = RecoveryPlan;
    type Unchanged = Recovery;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<RecoveryPlan, Recovery>> {
        let order = &self.order;
        let idempotency = order.idempotency(&self.target.compared())?;
        if let Some(recovery) = earlier(reader, idempotency.as_ref())? {
            return Ok(Decision::Unchanged(recovery));
        }
        let mut parties_reader = PartiesReader::new(reader);
        let from = source(reader, order)?;
        let to = self.destination(&mut parties_reader, &from, now)?;
        let draft = decide(&mut parties_reader, order, &from, &to, now)?;
        let licenses = LicensePlan { key_names: self.key_names.clone(), ..draft.plan };
        let recipients: Vec<&Container> = if needs_update(draft.old, &from) {
            vec![&from, to.container()]
        } else {
            vec![to.container()]
        };
        let updates = Updates::plan(reader, &licenses, &recipients, &self.key_names, now)?;
        let credential = self.credential(&mut parties_reader, &to)?;
        let recovery = self.recovery(&from, to.container(), &draft.licenses, draft.old, now);
        Ok(Decision::Change(RecoveryPlan {
            licenses,
            from,
            to,
            recovery,
            quotas: draft.quotas,
            kept: draft.kept,
            freed: draft.freed,
            softened: draft.softened,
            credential,
            updates,
            idempotency,
        }))
    }
}

impl IssueRecovery {
    fn destination(
        &self,
        parties_reader: &mut PartiesReader<'_>,
        from: &Container,
        now: Timestamp,
    ) -> Result<Destination> {
        let reader = parties_reader.reader;
        Ok(match (&self.target, self.target.order(from)) {
            (_, Some(order)) => {
                check_new(reader, from, &order)?;
                Destination::New(order.decide(
                    reader,
                    parties_reader.customer(&order.customer)?,
                    now,
                )?)
            }
            (RecoveryTarget::Existing(serial), None) => {
                Destination::Existing(check_target(reader, from, serial)?)
            }
            (RecoveryTarget::Cloud(_) | RecoveryTarget::Hardware { .. }, None) => {
                Destination::New(Container::clone(from))
            }
        })
    }

    fn credential(
        &self,
        parties_reader: &mut PartiesReader<'_>,
        to: &Destination,
    ) -> Result<Option<NewCredential>> {
        let Destination::New(container) = to else { return Ok(None) };
        if container.kind != ContainerKind::Cloud {
            return Ok(None);
        }
        let need = KeyNeed::Signing {
            edition: Edition::Commercial,
            kind: "credential",
            purpose: Purpose::recovery(),
            named: NamedKeys::or_default(&self.key_names),
        };
        let customer = parties_reader.customer(&container.customer)?.clone();
        Ok(Some(NewCredential::plan(container, customer, 1, &need)))
    }

    /// Returns the recovery before it is written.
    fn recovery(
        &self,
        from: &Container,
        to: &Container,
        licenses: &[Recovered],
        old: Old,
        now: Timestamp,
    ) -> Recovery {
        Recovery {
            serial: Serial::random(Kind::Recovery, &mut |_, bytes: &mut [u8]| bytes.fill(0)),
            customer: from.customer.clone(),
            from: from.serial.to_string(),
            to: to.serial.to_string(),
            reason: self.order.reason,
            note: self.order.note.clone(),
            returned: self.order.returned,
            licenses: licenses.to_vec(),
            old,
            to_counter: 0,
            updates: (None, None),
            reference: self.order.reference.clone(),
            created_at: now.to_string(),
            reversed: None,
        }
    }
}

impl Plan for RecoveryPlan {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        let evidence = Evidence::open(home.reader, home.vendor, home.now)?;
        let mut products = BTreeSet::new();
        for Step { after, product, .. } in &self.licenses.steps {
            // The same keys may grant something to all licenses of a product and an edition.
            if products.insert((after.entitlement.edition, product.code.as_str())) {
                evidence.check_container(&self.from, Some(after))?;
                evidence.check_policy(product)?;
            }
            evidence.check_quota(after)?;
        }
        Ok(())
    }

    fn needs(&self) -> Needs {
        let mut needs = self.licenses.needs();
        needs.keys.extend(self.updates.need());
        if let Some(credential) = &self.credential {
            let own = credential.needs();
            needs.keys.extend(own.keys);
            needs.envelope = own.envelope;
        }
        needs
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.licenses.check_scope(vendor, keys, now)
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        self.write_destination(unit)?;
        self.licenses.write(unit)?;
        let from = lookup::container(unit.tx.reader(), &self.from.serial)?;
        let to = lookup::container(unit.tx.reader(), &self.to.container().serial)?;
        // The plan of the licenses includes the contexts of containers whose licenses change.
        let is_touched = |container: &Container| {
            let steps = &self.licenses.steps;
            steps.iter().any(|step| step.changed_containers().contains(container.serial.as_str()))
        };
        for container in [&from, &to].into_iter().filter(|container| !is_touched(container)) {
            let stale = find_stale(unit.tx.reader(), container)?;
            self.licenses.stale.extend(stale.map(|stale| stale.to_string()));
        }
        let needs_update = needs_update(self.recovery.old, &self.from);
        let recipients: Vec<&Container> = if needs_update { vec![&from, &to] } else { vec![&to] };
        self.updates.write(unit, &recipients)?;
        self.write_recovery(unit, &from, &to)
    }

    fn entries(&self, now: Timestamp) -> Vec<NewEntry> {
        let mut entries = Vec::new();
        if let Destination::New(container) = &self.to {
            entries.push(NewEntry::of("container.create", container.serial.as_str(), container));
        }
        entries.extend(self.credential.iter().map(|new| {
            let credential = &new.credential;
            NewEntry::of(
                "credential.issue",
                credential.serial.as_str(),
                &IssueDetail::of(credential),
            )
        }));
        entries.extend(self.licenses.entries(now));
        let recovery = &self.recovery;
        let updates = self.updates.signed().map(|(container, update)| SignedUpdateDetail {
            container: container.serial.as_str(),
            counter: update.counter,
            jti: &update.jti,
            kid: &update.kid,
        });
        let detail = IssuedRecovery::of(recovery, &self.kept, &self.freed, updates.collect());
        entries.push(NewEntry::of("recovery.issue", recovery.serial.as_str(), &detail));
        entries.extend(self.stopped());
        entries
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        if let Some(new) = &self.credential {
            new.sign(signing, self.to.container())?;
        }
        self.licenses.sign(signing)?;
        self.updates.sign(signing, &self.licenses)
    }

    fn files(&self) -> Vec<PlannedFile> {
        let to = self.to.container();
        let parties_reader = (!self.to.is_new() || self.is_written()).then_some(to.serial.as_str());
        let licenses =
            self.licenses.steps.iter().filter_map(|step| license_file(step, to, parties_reader));
        licenses.chain(self.updates.files()).collect()
    }
}

impl RecoveryPlan {
    /// Inserts the new container, and places the licenses in it.
    fn write_destination(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        let Destination::New(container) = &mut self.to else { return Ok(()) };
        let placeholder = container.serial.to_string();
        insert(unit.tx, container, unit.random)?;
        if let Some(new) = &mut self.credential {
            new.write(unit, container)?;
            let credential = &new.credential;
            container.credential = Some((credential.generation, credential.issued_at.clone()));
        }
        let serial = container.serial.to_string();
        for step in &mut self.licenses.steps {
            step.after.rename_container(&placeholder, &serial);
            if step.note.to == Some(ArrivalNote::Container(placeholder.clone())) {
                step.note.to = Some(ArrivalNote::Container(serial.clone()));
            }
        }
        self.recovery.to = serial;
        Ok(())
    }

    fn write_recovery(
        &mut self,
        unit: &mut UnitOfWork<'_>,
        from: &Container,
        to: &Container,
    ) -> Result<()> {
        let reader = unit.tx.reader();
        let recovery = &mut self.recovery;
        recovery.serial = unused(Kind::Recovery, unit.random, |serial| {
            Ok(reader.find_recovery(serial.as_str())?.is_some())
        })?;
        for license in &mut recovery.licenses {
            let step = self.licenses.steps.iter();
            let step = step.clone().find(|step| step.after.serial.as_str() == license.license);
            license.jti = step.and_then(|step| fresh_in(step, &to.serial));
        }
        recovery.to_counter = to.counter;
        recovery.updates =
            (self.updates.counter_of(&from.serial), self.updates.counter_of(&to.serial));
        unit.tx.insert_recovery(recovery)?;
        if let Some(idempotency) = &self.idempotency {
            idempotency.keep(unit.tx, recovery.serial.as_str(), unit.now)?;
        }
        Ok(())
    }

    fn is_written(&self) -> bool {
        self.recovery.licenses.iter().any(|license| license.jti.is_some())
            || self.updates.signed().next().is_some()
    }

    /// Returns the audit entry of a lost container that the recovery blocks or gives up.
    fn stopped(&self) -> Option<NewEntry> {
        let after = self.licenses.container.as_ref()?;
        if after.state() == self.from.state() {
            return None;
        }
        let action = if after.block.is_some() { "container.block" } else { "container.lose" };
        let detail = StoppedContainer::of(&self.recovery, &self.from, after);
        Some(NewEntry::of(action, after.serial.as_str(), &detail))
    }

    /// Returns the suspended licenses, whose files are not written.
    pub fn held_back(&self) -> Vec<String> {
        let to = self.to.container().serial.as_str();
        let is_held = |step: &&Step| {
            step.after.status == LifecycleStatus::Suspended
                && step.fresh().iter().any(|activation| activation.is_in(to))
        };
        self.licenses.steps.iter().filter(is_held).map(|it| it.after.serial.to_string()).collect()
    }
}

/// Returns the file of a recovered license for its new container; `None` for a suspended license.
/// `parties_reader` is the serial of the container, if it has one.
fn license_file(step: &Step, to: &Container, parties_reader: Option<&str>) -> Option<PlannedFile> {
    let license = &step.after;
    if license.status == LifecycleStatus::Suspended {
        return None;
    }
    let fresh = step.fresh();
    let activation = fresh.into_iter().find(|activation| activation.is_in(to.serial.as_str()))?;
    let is_alone = license.live().count() == 1;
    let has_name = is_alone || parties_reader.is_some();
    let text = step.signed_text(activation);
    Some(PlannedFile {
        kind: FileKind::License,
        subject: Some(license.serial.to_string()),
        container: activation.container().map(str::to_owned),
        name: has_name.then(|| file_name(license, activation, is_alone)),
        content: text.map(|text| text.as_bytes().to_vec()),
        withheld: None,
    })
}

/// Returns whether the lost container gets an update. A change of a cloud container needs none.
pub fn needs_update(old: Old, from: &Container) -> bool {
    from.kind.is_hardware() && old != Old::Nothing
}

/// Returns the id of the file that a step creates for a container.
fn fresh_in(step: &Step, container: &Serial) -> Option<String> {
    let fresh = step.fresh();
    let activation = fresh.into_iter().find(|it| it.is_in(container.as_str()))?;
    activation.file.as_ref().map(|file| file.jti.clone())
}

/// Refuses a request whose key is known. Its container already exists and may be the lost one,
/// which is then not lost.
fn check_new(reader: Reader<'_>, old: &Container, new: &ContainerOrder) -> Result<()> {
    let Some(request) = &new.request else { return Ok(()) };
    let Some((serial, owner)) = reader.find_container_key(&request.key)? else {
        return Ok(());
    };
    let existing = lookup::container(reader, &serial.parse()?)?;
    let (message, remedy) = if existing.serial == old.serial {
        (
            format!(
                "the request is from container {serial} itself; its folder and its key still exist"
            ),
            Remedy::UpdateInstead { container: serial.to_string() },
        )
    } else if existing.customer.is(&old.customer) && existing.retired_at.is_none() {
        (
            format!(
                "the request is from container {serial} of customer {owner}, which already exists"
            ),
            Remedy::NameTarget { container: serial.to_string() },
        )
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorCode::Exists, message).remedy(remedy).into())
}

/// Returns the recovery of an earlier, equal request.
///
/// # Errors
///
/// `conflict` if the earlier request was another one, `reference_ended` if the recovery was
/// reversed since.
fn earlier(
    reader: Reader<'_>,
    idempotency: Option<&IdempotencyReference>,
) -> Result<Option<Recovery>> {
    let Some(idempotency) = idempotency else { return Ok(None) };
    let Some(serial) = idempotency.subject(reader)? else { return Ok(None) };
    let recovery = lookup::recovery(reader, &serial.parse()?)?;
    if let Some((at, _)) = &recovery.reversed {
        let message = format!(
            "reference {} was used for recovery {serial}, which was reversed at {at}",
            idempotency.reference()
        );
        return Err(Error::new(ErrorCode::ReferenceEnded, message)
            .advice("use a new reference for a new recovery")
            .into());
    }
    Ok(Some(recovery))
}
