//! The updates for the containers of a recovery.

use licentia_runtime::Edition;

use crate::domain::container::Container;
use crate::domain::key::Purpose;
use crate::domain::name::Slug;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::container::file::ContainerFile;
use crate::ops::container::update::{Next, NextUpdate, UpdatePlan, next};
use crate::ops::error::Result;
use crate::ops::execute::{FileKind, PlannedFile, SigningPhase, UnitOfWork};
use crate::ops::key::choose::{KeyNeed, NamedKeys};
use crate::ops::license::plan::{LicensePlan, Step};
use crate::store::{Reader, SignedUpdate};

/// The updates of the containers of a change.
#[derive(Clone, Debug)]
pub struct Updates {
    need: KeyNeed,
    /// True if a new update must be signed.
    is_signed: bool,
    updates: Vec<Update>,
}

/// The update of one container.
#[derive(Clone, Debug)]
enum Update {
    /// The newest update, which is up to date.
    Same(Box<Container>, SignedUpdate),
    /// A new update.
    New(Box<UpdatePlan>),
}

impl Updates {
    /// Decides whether an update of the containers must be signed.
    ///
    /// # Errors
    ///
    /// The rules that refuse an update.
    pub fn plan(
        reader: Reader<'_>,
        licenses: &LicensePlan,
        recipients: &[&Container],
        key_names: &[Slug],
        now: Timestamp,
    ) -> Result<Updates> {
        let mut is_signed = false;
        for container in recipients.iter().filter(|container| container.kind.is_hardware()) {
            let is_touched =
                |step: &Step| step.changed_containers().contains(container.serial.as_str());
            let is_changed = licenses
                .container
                .as_ref()
                .is_some_and(|after| after.serial == container.serial && after != *container);
            is_signed |= licenses.steps.iter().any(is_touched)
                || is_changed
                || matches!(next(reader, container, now)?, Next::New(_));
        }
        let need = KeyNeed::Signing {
            edition: Edition::Commercial,
            kind: "update",
            purpose: Purpose::recovery(),
            named: NamedKeys::or_default(key_names),
        };
        Ok(Updates { need, is_signed, updates: Vec::new() })
    }

    /// Returns the need of the key that signs the updates; `None` if none is signed.
    pub fn need(&self) -> Option<KeyNeed> {
        self.is_signed.then(|| self.need.clone())
    }

    /// Decides the updates of the containers after the change, and generates the ids of the new
    /// ones.
    ///
    /// # Errors
    ///
    /// The faults of the database, `key_missing`.
    pub fn write(&mut self, unit: &mut UnitOfWork<'_>, recipients: &[&Container]) -> Result<()> {
        for container in recipients.iter().filter(|container| container.kind.is_hardware()) {
            let next = UpdatePlan::next(unit.tx.reader(), container, &self.need, unit.now)?;
            self.updates.push(match next {
                NextUpdate::Same(update) => {
                    Update::Same(Box::new(Container::clone(container)), update)
                }
                NextUpdate::New(mut plan) => {
                    plan.identify(unit)?;
                    Update::New(plan)
                }
            });
        }
        Ok(())
    }

    /// Signs the new updates, with the license files that were signed before. `licenses` is the
    /// part of the change that has compared its licenses.
    ///
    /// # Errors
    ///
    /// `wrong_state` if the licenses do not fit into an update; the faults of the database.
    pub fn sign(&mut self, signing: &mut SigningPhase<'_>, licenses: &LicensePlan) -> Result<()> {
        let own = licenses.steps.iter().map(|step| step.after.serial.as_str()).collect();
        for update in &mut self.updates {
            if let Update::New(plan) = update {
                plan.complete(signing, &own)?;
            }
        }
        Ok(())
    }

    /// Returns the updates with their containers.
    pub fn signed(&self) -> impl Iterator<Item = (&Container, &SignedUpdate)> {
        self.updates.iter().map(|update| match update {
            Update::Same(container, update) => (&**container, update),
            Update::New(plan) => (&plan.container, &plan.update),
        })
    }

    /// Returns the counter of the update of a container.
    pub fn counter_of(&self, serial: &Serial) -> Option<u64> {
        self.signed().find(|(own, _)| own.serial == *serial).map(|(_, update)| update.counter)
    }

    /// Returns the files of the updates.
    pub fn files(&self) -> Vec<PlannedFile> {
        let output = |(container, update): (&Container, &SignedUpdate)| {
            ContainerFile::from(update).output(FileKind::Update, &container.serial)
        };
        self.signed().map(output).collect()
    }
}
