//! The export of a private key. It is recorded before the copy is written, because a recorded copy
//! without a file is less harmful than an unrecorded copy.

use crate::domain::audit::NewEntry;
use crate::domain::audit::key::KeyExport;
use crate::domain::audit::personal::Personal;
use crate::domain::key::Key;
use crate::domain::time::Timestamp;
use crate::ops::error::Result;
use crate::ops::execute::{Decision, Plan, UnitOfWork, UseCase};
use crate::ops::key::history::{EXPORT, STANDARD};
use crate::ops::key::unchanged;
use crate::store::Reader;

/// A request to record the export of a private key.
#[derive(Clone, Debug)]
pub struct ExportKey {
    /// The key in the state that the user saw.
    pub key: Key,
    /// The path of the copy; `None` for standard output.
    pub to: Option<String>,
}

impl UseCase for ExportKey {
    type Plan = ExportPlan;
    type Unchanged = ();
    const IS_PLANNED_ONCE: bool = true;

    fn plan(&self, reader: Reader<'_>, _now: Timestamp) -> Result<Decision<ExportPlan, ()>> {
        let key = unchanged(reader, &self.key)?;
        Ok(Decision::Change(ExportPlan { key, to: self.to.clone() }))
    }
}

/// A plan that records an export.
#[derive(Clone, Debug)]
pub struct ExportPlan {
    key: Key,
    to: Option<String>,
}

impl Plan for ExportPlan {
    fn write(&mut self, _unit: &mut UnitOfWork<'_>) -> Result<()> {
        Ok(())
    }

    fn entries(&self, _now: Timestamp) -> Vec<NewEntry> {
        let to = self.to.as_deref().unwrap_or(STANDARD);
        let detail = KeyExport { kid: &self.key.kid, to: Personal(to) };
        vec![NewEntry::of(EXPORT, self.key.name.as_str(), &detail)]
    }
}
