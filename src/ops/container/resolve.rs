//! The end of a container's suspicion: an administrator knows why its receipts contradicted the
//! database.

use crate::domain::audit::NewEntry;
use crate::domain::audit::container::ResolveDetail;
use crate::domain::audit::difference::Values;
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::container::change::ContainerChange;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to resolve a suspect container.
#[derive(Clone, Debug)]
pub struct ResolveContainer {
    /// The serial.
    pub container: Serial,
    /// The reason, for the audit log.
    pub reason: Name,
    /// The signing of the entry.
    pub signing: SigningRequest,
}

impl UseCase for ResolveContainer {
    type Plan = ContainerChange;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ContainerChange, ()>> {
        let before = lookup::container(reader, &self.container)?;
        let mut after = before.clone();
        after.resolve()?;
        let detail = ResolveDetail {
            reason: &self.reason,
            suspicion: before.suspicion.as_ref(),
            counter: Values { from: before.counter, to: after.counter },
        };
        let entry = NewEntry::of("container.resolve", after.serial.as_str(), &detail);
        let keys = Some(EntryKeys::of_container(reader, &after, &self.signing, now)?);
        let change = ContainerChange::new(before, after, entry);
        Ok(Decision::Change(ContainerChange { keys, ..change }))
    }
}
