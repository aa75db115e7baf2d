//! The use case `container recycle`: the vendor has the dongle, so that all its licenses are
//! returned and the hardware can become another container.

use std::convert::Infallible;

use crate::domain::audit::NewEntry;
use crate::domain::audit::container_contents::Recycled;
use crate::domain::audit::difference::Values;
use crate::domain::container::Container;
use crate::domain::name::Name;
use crate::domain::product::ContainerKind;
use crate::domain::remedy::Remedy;
use crate::domain::serial::Serial;
use crate::domain::time::Timestamp;
use crate::domain::{Error, ErrorCode};
use crate::ops::container::settle::{Emptied, Proof, Settled, settle};
use crate::ops::error::Result;
use crate::ops::execute::{Decision, UseCase};
use crate::ops::license::plan::LicensePlan;
use crate::ops::license::request::SigningRequest;
use crate::ops::lookup;
use crate::store::Reader;

/// A request to take back a dongle and retire its container.
#[derive(Clone, Debug)]
pub struct RecycleContainer {
    /// The serial.
    pub container: Serial,
    /// True if seats arrive in the containers to which they move.
    pub arrives: bool,
    /// The signing of the files that arrive elsewhere.
    pub signing: SigningRequest,
}

impl UseCase for RecycleContainer {
    type Plan = LicensePlan<Emptied>;
    type Unchanged = Infallible;

    fn plan(
        &self,
        reader: Reader<'_>,
        now: Timestamp,
    ) -> Result<Decision<LicensePlan<Emptied>, Infallible>> {
        let serial = &self.container;
        let mut container = lookup::container(reader, serial)?;
        container.check_kept("recycled")?;
        check_dongle(&container)?;
        container.check_not_awaited(&reader.list_coming_to(serial)?)?;
        let proof = Proof { counter: None, arrives: self.arrives, is_proven: true };
        let settled = settle(reader, serial, &proof, now)?;
        let entry = entry(&container, &settled);
        container.retired_at = Some(now.to_string());
        Ok(Decision::Change(self.signing.apply(settled.plan(container, vec![entry]))))
    }
}

/// Refuses a container that is not a dongle.
fn check_dongle(container: &Container) -> Result<(), Error> {
    if container.kind == ContainerKind::Dongle {
        return Ok(());
    }
    let (serial, kind) = (&container.serial, container.kind.called());
    let message = format!("container {serial} is {kind}; only dongles can be recycled");
    Err(Error::new(ErrorCode::WrongKind, message)
        .remedy(Remedy::RetireContainer { container: serial.to_string() }))
}

fn entry(container: &Container, settled: &Settled) -> NewEntry {
    let detail = Recycled {
        hardware: container.hardware.as_ref().map(Name::as_str),
        licenses: settled.licenses(),
        state: Values { from: container.state().as_str(), to: "retired" },
    };
    NewEntry::of("container.recycle", container.serial.as_str(), &detail)
}
