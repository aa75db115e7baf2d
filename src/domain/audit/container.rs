//! Audit details of containers. The detail of a new container is the container, that of an edit its
//! changed members.

use serde::Serialize;

use crate::domain::audit::difference::Values;
use crate::domain::container::suspicion::Suspicion;
use crate::domain::name::Name;

/// The detail of `container.block`.
#[derive(Debug, Serialize)]
pub struct BlockDetail<'a> {
    /// The reason, for the vendor.
    pub reason: &'a Name,
    /// The code for the customer.
    pub blocked: &'a str,
    /// The instant from which the status list ends its files, RFC 3339.
    pub block_enforced_at: Option<&'a str>,
    /// The licenses in the container.
    pub licenses: &'a [String],
}

/// The detail of `container.unblock`.
#[derive(Debug, Serialize)]
pub struct UnblockDetail<'a> {
    /// The reason, for the vendor.
    pub reason: &'a Name,
    /// The instant of the block, RFC 3339; null for a lost container that was found.
    pub blocked_at: Option<&'a str>,
    /// The instant of the loss, RFC 3339.
    pub lost_at: Option<&'a str>,
    /// The licenses in the container.
    pub licenses: &'a [String],
}

/// The detail of `container.resolve`.
#[derive(Debug, Serialize)]
pub struct ResolveDetail<'a> {
    /// The reason, for the vendor.
    pub reason: &'a Name,
    /// The suspicion that ends.
    pub suspicion: Option<&'a Suspicion>,
    /// The counter before and after.
    pub counter: Values<u64>,
}

/// The detail of `container.update`.
#[derive(Debug, Serialize)]
pub struct UpdateDetail<'a> {
    /// The counter of the update.
    pub counter: u64,
    /// The licenses in the container.
    pub licenses: &'a [String],
    /// The code of the block.
    pub blocked: Option<&'a str>,
    /// The time setting: true if the update contains the instant of the vendor.
    pub time: bool,
    /// The id of the update.
    pub jti: &'a str,
    /// The key that signed it.
    pub kid: &'a str,
    /// The licenses of the container that are not in the update.
    pub left_out: &'a [String],
}

/// The detail of `container.context`.
#[derive(Debug, Serialize)]
pub struct ContextDetail<'a> {
    /// The counter of the context.
    pub counter: u64,
    /// The licenses in the container.
    pub licenses: &'a [String],
    /// The id of the context.
    pub jti: &'a str,
    /// The key that signed it.
    pub kid: &'a str,
    /// The licenses of the container that are not in the context.
    pub left_out: &'a [String],
}

/// The detail of `container.attempt`: an attempt to use a blocked container.
#[derive(Debug, Serialize)]
pub struct AttemptDetail<'a> {
    /// The attempted action: `activate`, `return`, `move`, `redeem`, `issue`, `recover`.
    pub action: &'static str,
    /// The customer code.
    pub customer: &'a str,
    /// The code of the block.
    pub blocked: Option<&'a str>,
}
