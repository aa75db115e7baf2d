//! Audit details of redeemed tickets. None contains the code or its hash.

use serde::Serialize;

use crate::domain::audit::difference::Values;

/// The detail of `ticket.redeem`.
#[derive(Debug, Serialize)]
pub struct Redeemed<'a> {
    /// The number of times that the ticket was redeemed, before and after.
    pub used: Values<u32>,
    /// The licenses that were activated.
    pub licenses: &'a [String],
    /// The form of the delivery: true for files that are bound to no container.
    pub unbound: bool,
    /// The container in which the licenses were placed.
    pub container: Option<&'a str>,
}

/// The detail of `ticket.refuse`: a code that cannot be redeemed.
#[derive(Debug, Serialize)]
pub struct RefusedCode<'a> {
    /// The error code.
    pub code: &'static str,
    /// The error message.
    pub why: &'a str,
    /// The requested form of the delivery: true for files that are bound to no container.
    pub unbound: bool,
    /// The container in which the licenses were to be placed.
    pub container: Option<&'a str>,
}
