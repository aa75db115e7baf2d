//! The records of licenses and activations, for the audit entries of a change.

use crate::domain::audit::record::{ActivationRecord, LicenseRecord};
use crate::domain::license::License;
use crate::domain::license::activation::Activation;
use crate::domain::time::Timestamp;
use crate::store::{Result, Transaction};

impl Transaction<'_> {
    /// Records a license and all its activations, which may be unchanged.
    pub fn record_all(&self, license: &License) {
        self.record(&LicenseRecord::of(license));
        self.record_activations(license, license.activations.iter());
    }

    /// Records activations, each with the others of its container and generation.
    pub(super) fn record_activations<'a>(
        &self,
        license: &License,
        activations: impl Iterator<Item = &'a Activation>,
    ) {
        for activation in activations {
            let group = ActivationRecord::group_of(license, activation);
            self.records.borrow_mut().add_all(&group);
        }
    }

    /// Reads a license and records it.
    pub(super) fn record_license(&self, serial: &str) -> Result<()> {
        if let Some(license) = self.reader().find_license(serial, Timestamp::UNIX_EPOCH)? {
            self.record(&LicenseRecord::of(&license));
        }
        Ok(())
    }
}
