//! Audit details of the contents of a container: confirmed by a person, received in a receipt,
//! returned with the hardware, adopted from another home, imported from a second site.

use serde::Serialize;

use crate::domain::audit::difference::Values;
use crate::domain::name::Name;

/// The detail of `container.confirm`.
#[derive(Debug, Serialize)]
pub struct Confirmed<'a> {
    /// The confirmed counter before and after.
    pub confirmed_counter: Values<Option<u64>>,
    /// The reason.
    pub reason: &'a Name,
    /// The proof of the contents: false, because a person confirms them.
    pub proven: bool,
}

/// The detail of `container.recycle`.
#[derive(Debug, Serialize)]
pub struct Recycled<'a> {
    /// The serial of the hardware, as its maker writes it.
    pub hardware: Option<&'a str>,
    /// The licenses that were returned.
    pub licenses: Vec<&'a str>,
    /// The state of the container before and after.
    pub state: Values<&'static str>,
}

/// The detail of `container.receive`.
#[derive(Debug, Serialize)]
pub struct Received<'a> {
    /// The counter that the receipt states.
    pub counter: u64,
    /// The id of the receipt.
    pub jti: &'a str,
    /// The number of licenses in the container.
    pub licenses: usize,
    /// The proof of the contents: true if the receipt proves them.
    pub proven: bool,
    /// The confirmed counter before and after.
    pub confirmed_counter: Values<Option<u64>>,
    /// The contradiction that makes the container suspect.
    pub suspicion: Option<&'a str>,
    /// The change of a database that was restored.
    pub resync: Option<Resynchronised>,
}

/// The change of a container whose database was restored.
#[derive(Debug, Serialize)]
pub struct Resynchronised {
    /// The counter before and after.
    pub counter: Values<u64>,
}

/// The detail of `container.attempt` for a blocked container that sent a receipt.
#[derive(Debug, Serialize)]
pub struct BlockedReceipt<'a> {
    /// The attempted action: `receipt`.
    pub action: &'static str,
    /// The customer's code.
    pub customer: &'a str,
    /// The code of the block.
    pub blocked: Option<&'a str>,
}

/// The detail of `container.adopt`.
#[derive(Debug, Serialize)]
pub struct Adopted<'a> {
    /// The id of the context.
    pub context: &'a str,
    /// The key that signed the context.
    pub kid: &'a str,
    /// The counter that the context states.
    pub counter: u64,
    /// The licenses that are in the container now.
    pub added: &'a [String],
    /// The licenses that are no longer in the container.
    pub taken: &'a [String],
}

/// The detail of `container.import`.
#[derive(Debug, Serialize)]
pub struct Imported<'a> {
    /// The id of the context on which the update builds.
    pub context: &'a str,
    /// The id of the update.
    pub jti: &'a str,
    /// The key that signed the update.
    pub kid: &'a str,
    /// The counter before and after.
    pub counter: Values<u64>,
    /// The licenses that are in the container now.
    pub added: &'a [String],
    /// The licenses that are no longer in the container.
    pub taken: &'a [String],
}
