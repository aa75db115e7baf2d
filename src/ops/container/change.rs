//! Changes of the row of one container: edit, block, unblock, resolve.

use crate::domain::audit::NewEntry;
use crate::domain::container::Container;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::container::stale::StaleContext;
use crate::ops::error::Result;
use crate::ops::execute::{ChosenKeys, HomeSnapshot, Needs, Plan, SigningPhase, UnitOfWork};
use crate::ops::license::entry_keys::EntryKeys;

/// A plan that changes the row of a container.
#[derive(Clone, Debug, PartialEq)]
pub struct ContainerChange {
    /// The container before the change.
    pub before: Container,
    /// The container after the change.
    pub after: Container,
    /// The context that another site may have and that the change makes stale.
    pub stale: Option<StaleContext>,
    /// The licenses that were recovered from the container, each with its current container.
    pub recovered: Vec<(String, String)>,
    /// The audit entry.
    pub entry: NewEntry,
    /// The keys that sign the entry of a change that grants the use of the container.
    pub keys: Option<EntryKeys>,
}

impl ContainerChange {
    /// Returns a change with its audit entry.
    pub fn new(before: Container, after: Container, entry: NewEntry) -> ContainerChange {
        ContainerChange { before, after, stale: None, recovered: Vec::new(), entry, keys: None }
    }
}

impl Plan for ContainerChange {
    fn examine(&mut self, home: HomeSnapshot<'_>) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |keys| keys.check_container(home, &self.before))
    }

    fn needs(&self) -> Needs {
        self.keys.as_ref().map(EntryKeys::needs).unwrap_or_default()
    }

    fn check_scope(&self, vendor: &Vendor, keys: &ChosenKeys, now: Timestamp) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |own| own.check_scope(vendor, keys, now))
    }

    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(unit.tx.set_container(&self.after)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        vec![self.entry.clone()]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        self.keys.as_ref().map_or(Ok(()), |keys| keys.count(signing))
    }
}
