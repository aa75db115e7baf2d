//! The audit detail of the retirement of a customer or a product.

use serde::Serialize;

/// The detail of `customer.retire`, `product.retire` and their reversals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RetirementDetail<'a> {
    /// The instant, RFC 3339; `None` for the undoing of a retirement.
    pub retired_at: Option<&'a str>,
}
