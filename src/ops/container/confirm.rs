//! The use case `container confirm`: a person states that a dongle without a key has its newest
//! update.

use std::convert::Infallible;

use crate::domain::audit::NewEntry;
use crate::domain::audit::container_contents::Confirmed;
use crate::domain::audit::difference::Values;
use crate::domain::name::Name;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::ops::container::settle::{Emptied, Proof, settle};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::entry_keys::EntryKeys;
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to confirm a container without a proof.
#[derive(Clone, Debug)]
pub struct ConfirmContainer {
    /// The serial.
    pub container: Serial,
    /// The reason.
    pub reason: Name,
    /// True if seats arrive in the containers to which they move.
    pub arrives: bool,
    /// The signing of the files that arrive elsewhere.
    pub signing: SigningRequest,
}

impl UseCase for ConfirmContainer {
    type Plan = LicensePlan<Emptied>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Emptied>, Infallible>> {
        let serial = &self.container;
        let mut container = lookup::container(reader, serial)?;
        let from = container.confirmed;
        container.confirm()?;
        let to = container.confirmed;
        let proof = Proof { counter: to, arrives: self.arrives, is_proven: false };
        let settled = settle(reader, serial, &proof, now)?;
        let reason = &self.reason;
        let detail = Confirmed { confirmed_counter: Values { from, to }, reason, proven: false };
        let entry = NewEntry::of("container.confirm", serial.as_str(), &detail);
        let keys = EntryKeys::of_container(reader, &container, &self.signing, now)?;
        let plan = self.signing.apply(settled.plan(container, vec![entry]));
        Ok(Decision::Change(LicensePlan { grants: keys.editions(), ..plan }))
    }
}
