//! Blocks of containers: block and unblock.

use crate::domain::audit::NewEntry;
use crate::domain::audit::container::{BlockDetail, UnblockDetail};
use crate::domain::container::BLOCKED;
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::time::{Days, Timestamp};
use crate::ops::container::change::ContainerChange;
use crate::ops::container::stale::find_stale;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to block a container.
#[derive(Clone, Debug)]
pub struct BlockContainer {
    /// The serial.
    pub container: Serial,
    /// The reason, for the vendor.
    pub reason: Name,
    /// The days until the status list ends the files of the container; `None` for an immediate end.
    pub enforce_after: Option<Days>,
}

impl UseCase for BlockContainer {
    type Plan = ContainerChange;
    type Unchanged = ();
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ContainerChange, ()>> {
        let before = lookup::container(reader, &self.container)?;
        let mut after = before.clone();
        after.block(BLOCKED, &self.reason, self.enforce_after, now)?;
        let enforced_at = after.block.as_ref().map(|block| block.enforced_at.as_str());
        let detail = BlockDetail {
            reason: &self.reason,
            blocked: BLOCKED,
            block_enforced_at: enforced_at,
            licenses: &after.licenses,
        };
        let entry = NewEntry::of("container.block", after.serial.as_str(), &detail);
        let stale = find_stale(reader, &after)?;
        let change = ContainerChange::new(before, after, entry);
        Ok(Decision::Change(ContainerChange { stale, ..change }))
    }
}

/// A request to unblock a container, or to use a lost container that was found.
#[derive(Clone, Debug)]
pub struct UnblockContainer {
    /// The serial.
    pub container: Serial,
    /// The reason, for the audit log.
    pub reason: Name,
    /// The signing of the entry.
    pub signing: SigningRequest,
}

impl UseCase for UnblockContainer {
    type Plan = ContainerChange;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, now: Timestamp) -> Result<Decision<ContainerChange, ()>> {
        let before = lookup::container(reader, &self.container)?;
        let mut after = before.clone();
        after.unblock()?;
        let detail = UnblockDetail {
            reason: &self.reason,
            blocked_at: before.block.as_ref().map(|block| block.at.as_str()),
            lost_at: before.lost_at.as_deref(),
            licenses: &after.licenses,
        };
        let entry = NewEntry::of("container.unblock", after.serial.as_str(), &detail);
        let stale = find_stale(reader, &after)?;
        let recovered = reader.list_recovered_from(&after.serial)?;
        let keys = Some(EntryKeys::of_container(reader, &after, &self.signing, now)?);
        let change = ContainerChange::new(before, after, entry);
        Ok(Decision::Change(ContainerChange { stale, recovered, keys, ..change }))
    }
}
