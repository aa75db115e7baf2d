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
use crate::ops::lookup;
use crate::store::Reader;

/// A request to resolve a suspect container.
#[derive(Clone, Debug)]
pub struct ResolveContainer {
    /// The serial.
    pub container: Serial,
    /// The reason, for the audit log.
    pub reason: Name,
}

impl UseCase for ResolveContainer {
    type Plan = ContainerChange;
    type Unchanged = ();
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<ContainerChange, ()>> {
        let before = lookup::container(reader, &self.container)?;
        let mut after = before.clone();
        after.resolve()?;
        let detail = ResolveDetail {
            reason: &self.reason,
            suspicion: before.suspicion.as_ref(),
            counter: Values { from: before.counter, to: after.counter },
        };
        let entry = NewEntry::of("container.resolve", after.serial.as_str(), &detail);
        Ok(Decision::Change(ContainerChange::new(before, after, entry)))
    }
}
