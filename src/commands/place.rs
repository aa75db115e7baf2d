//! Where licenses go: how a container is named at the counter, and how it looks to machines.

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use super::desk::{Desk, Home};
use super::outcome::count_of;
use super::record::{Of, check_whole, confirm_named, serial_of};
use crate::domain::container::Container;
use crate::domain::serial::Serial;
use crate::ops::known;
use crate::ops::place::Target;
use crate::store::Books;

/// A container, as somebody names it: a serial, or a beginning of one.
pub type Named = Of<'K'>;

/// The container that was named, for a verb that only reads.
pub fn find(books: Books<'_>, Of(wanted): &Named) -> Result<Container> {
    known::container(books, &serial_of(wanted, |beginning| books.list_container_serials(beginning))?)
}

/// The container that was named, for a verb that changes it, or what is in it.
pub fn find_to_change(desk: &mut Desk<'_>, home: &Home, named: &Named) -> Result<Serial> {
    let Of(wanted) = named;
    check_whole(desk, wanted)?;
    let container = find(home.books(), named)?;
    let record = format!("container {}: {}", container.serial, brief(&container));
    confirm_named(desk, wanted, &record, &format!("container {}", container.serial))?;
    Ok(container.serial)
}

/// `cloud of nordwind, anna's, "Hamburg", 2 licenses, active`
pub fn brief(container: &Container) -> String {
    let user = container.user.as_ref().map(|user| format!(", {user}'s")).unwrap_or_default();
    let label = container.label.as_ref().map(|label| format!(", {:?}", label.as_str())).unwrap_or_default();
    let hardware = container.hardware.as_ref().map(|hardware| format!(", hardware {hardware}")).unwrap_or_default();
    let licenses = count_of(container.licenses.len(), "license");
    let (kind, state) = (container.kind.as_str(), container.state().as_str());
    format!("{kind} of {}{user}{label}{hardware}, {licenses}, {state}", container.customer)
}

/// Where a license goes, or comes from: one of the two has to be said.
#[derive(Clone, Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Destination {
    /// The container
    #[arg(long, value_name = "CONTAINER")]
    container: Option<Named>,
    /// A file bound to no container
    #[arg(long)]
    unbound: bool,
}

impl Destination {
    /// What was named.
    pub fn target(&self, desk: &mut Desk<'_>, home: &Home) -> Result<Target> {
        match &self.container {
            Some(named) => Ok(Target::Container(find_to_change(desk, home, named)?)),
            None => Ok(Target::Unbound),
        }
    }
}

/// A container for machines.
pub fn object(container: &Container) -> Value {
    let block = container.block.as_ref();
    json!({
        "serial": container.serial.as_str(), "kind": container.kind.as_str(), "customer": container.customer.as_str(),
        "user": container.user.as_ref().map(|user| user.as_str()), "label": container.label.as_ref().map(|label| label.as_str()),
        "hardware": container.hardware.as_ref().map(|hardware| hardware.as_str()), "username": container.username,
        "state": container.state().as_str(), "counter": container.counter, "confirmed_counter": container.confirmed,
        "issued_counter": container.issued, "credential_generation": container.credential.as_ref().map(|(generation, _)| generation),
        "credential_issued_at": container.credential.as_ref().map(|(_, at)| at), "licenses": container.licenses,
        "blocked": block.map(|block| &block.code), "block_reason": block.map(|block| &block.reason),
        "blocked_at": block.map(|block| &block.at), "block_enforced_at": block.map(|block| &block.enforced_at),
        "retired_at": container.retired_at, "reference": container.reference.as_ref().map(|reference| reference.as_str()),
        "created_at": container.created_at,
    })
}
