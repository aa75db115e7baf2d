//! Credential files that a killed process left without their last bytes. The database contains
//! these bytes. The file of a credential in force is completed; the file of an ended credential is
//! removed.

use crate::domain::audit::NewEntry;
use crate::domain::audit::credential::FileDetail;
use crate::domain::audit::personal::Personal;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, SigningPhase, UnitOfWork, UseCase};
use crate::ops::private_file::LeftFile;
use crate::store::{CredentialFile, Reader};

/// A request to finish the file of a credential. The front end has locked the file and verified
/// that it belongs to the credential.
#[derive(Clone, Debug)]
pub struct FinishCredential {
    /// The file.
    pub file: CredentialFile,
    /// True if another process already wrote the complete file.
    pub has_copy: bool,
}

/// The work on the file of a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishPlan {
    /// The file.
    pub file: CredentialFile,
    /// True if the file is removed, false if it is completed.
    pub is_removed: bool,
}

impl UseCase for FinishCredential {
    type Plan = FinishPlan;
    type Unchanged = ();

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<FinishPlan, ()>> {
        let serial = &self.file.serial;
        let credential = reader.find_credential(serial)?;
        let is_in_force = credential.is_some_and(|credential| credential.ended.is_none());
        let is_removed = self.has_copy || !is_in_force;
        Ok(Decision::Change(FinishPlan { file: self.file.clone(), is_removed }))
    }
}

impl Plan for FinishPlan {
    fn write(&mut self, unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(unit.tx.set_credential_finished(&self.file.serial)?)
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let action = if self.is_removed { "credential.clear" } else { "credential.finish" };
        let detail = FileDetail { path: Personal(&self.file.target) };
        vec![NewEntry::of(action, self.file.serial.as_str(), &detail)]
    }

    fn sign(&mut self, signing: &mut SigningPhase<'_>) -> Result<()> {
        let left = match self.is_removed {
            true => LeftFile::Remove,
            false => LeftFile::Complete(&self.file.missing),
        };
        signing.front_end.finish_left(left)
    }
}
