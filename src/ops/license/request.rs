//! The common part of the requests about licenses: the signing of their files.

use crate::domain::key::Purpose;
use crate::domain::name::Slug;
use crate::ops::license::plan::LicensePlan;

/// The keys and the purpose of the files of a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigningRequest {
    /// The keys that the user named, one for each edition.
    pub key_names: Vec<Slug>,
    /// The purpose that the user stated.
    pub purpose: Option<Purpose>,
}

impl SigningRequest {
    /// Returns a request that names keys and no purpose.
    pub fn with_keys(key_names: &[Slug]) -> SigningRequest {
        SigningRequest { key_names: key_names.to_vec(), purpose: None }
    }

    /// Returns a plan with the requested keys and purpose.
    pub fn apply<P>(&self, plan: LicensePlan<P>) -> LicensePlan<P> {
        let purpose = self.purpose.clone().unwrap_or_else(Purpose::issue);
        LicensePlan { key_names: self.key_names.clone(), purpose, ..plan }
    }
}
