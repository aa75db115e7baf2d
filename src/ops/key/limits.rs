//! The requested limits of a new key.

use licentia_runtime::Edition;

use crate::domain::Error;
use crate::domain::key::Limits;
use crate::domain::name::Slug;
use crate::domain::time::{Timestamp, instant_of};
use crate::ops::error::Result;
use crate::ops::lookup;
use crate::store::Reader;

/// The requested limits of a key.
#[derive(Clone, Debug, Default)]
pub struct RequestedLimits {
    /// The limits without the products.
    pub limits: Limits,
    /// The codes of the products, in any case.
    pub products: Vec<Slug>,
}

impl RequestedLimits {
    /// Returns whether the request has any limit.
    pub fn is_any(&self) -> bool {
        self.limits != Limits::default() || !self.products.is_empty()
    }

    /// Returns the limits of a key of an edition. The product codes have the spelling of the
    /// database, because verifiers compare them exactly.
    ///
    /// # Errors
    ///
    /// `not_found` for a product, `edition_mismatch`, `usage`.
    pub fn settled(&self, reader: Reader<'_>, edition: Edition) -> Result<Limits> {
        let mut limits = self.limits.clone();
        if !self.products.is_empty() {
            let code = |code| Ok(lookup::product(reader, code)?.code.to_string());
            limits.scope.products = Some(self.products.iter().map(code).collect::<Result<_>>()?);
        }
        Ok(limits.settled(edition)?)
    }
}

/// Refuses limits whose last day has passed: the key could sign nothing.
///
/// # Errors
///
/// `usage`.
pub fn check_days(limits: &Limits, now: Timestamp) -> Result<(), Error> {
    if let Some(until) = limits.not_after.filter(|until| *until < now.as_second()) {
        let until = instant_of(until).unwrap_or_default();
        return Err(Error::usage(format!("the end of the key is in the past: {until}")));
    }
    Ok(())
}
