//! The inputs for signing and storing a token. The plans of an execution use them, and verbs
//! without a use case.

use crate::domain::Error;
use crate::domain::time::Timestamp;
use crate::domain::vendor::Vendor;
use crate::ops::execute::SigningPhase;
use crate::ops::key::choose::KeyNeed;
use crate::signing::TokenSigner;
use crate::store::Transaction;

/// The inputs for signing and storing a token.
#[derive(Clone, Copy)]
pub struct Materials<'a> {
    /// The transaction.
    pub tx: &'a Transaction<'a>,
    /// The vendor of the home.
    pub vendor: &'a Vendor,
    /// The unlocked key, with the hash that the token carries.
    pub signer: TokenSigner<'a>,
    /// The instant of the change.
    pub now: Timestamp,
}

impl<'a> SigningPhase<'a> {
    /// Returns the materials for the token of a need.
    ///
    /// # Errors
    ///
    /// `key_missing` if the key was not unlocked.
    pub fn materials(&self, need: &KeyNeed) -> Result<Materials<'a>, Error> {
        let SigningPhase { tx, vendor, now, .. } = *self;
        Ok(Materials { tx, vendor, signer: self.signer(need)?, now })
    }
}
