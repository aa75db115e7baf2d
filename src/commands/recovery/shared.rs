//! Arguments and rendering that the verbs of `recovery` share.

use std::path::PathBuf;

use clap::Args;

use crate::cli::arguments::Out;
use crate::cli::front_end::{Written, WrittenFiles};
use crate::cli::license::{Of, serial_of};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::container::Container;
use crate::domain::name::Slug;
use crate::domain::product::ContainerKind;
use crate::domain::recovery::{Old, Recovered, Recovery, Scope};
use crate::domain::serial::Serial;
use crate::ops::error::Result;
use crate::ops::execute::FileKind;
use crate::ops::license::plan::Step;
use crate::ops::lookup;
use crate::ops::recovery::answer::RecoveryFile;
use crate::store::Reader;

/// A recovery argument: a serial, or a prefix of one.
pub(super) type RecoveryArgument = Of<'R'>;

/// Returns the recovery that an argument names.
pub(super) fn find(reader: Reader<'_>, Of(wanted): &RecoveryArgument) -> Result<Recovery> {
    lookup::recovery(
        reader,
        &serial_of(wanted, |beginning| reader.list_recovery_serials(beginning))?,
    )
}

/// The signing keys, and the target of the files.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct RecoverySigning {
    /// Signing key, one for each edition [default: the key with the edition's name, else the only
    /// key that may sign]
    #[arg(long, value_name = "NAME")]
    pub(super) key: Vec<Slug>,
    /// Output folder, created if missing; each file is named after its serial
    #[arg(long, value_name = "DIR")]
    pub(super) out_dir: Option<PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    pub(super) force: bool,
}

impl RecoverySigning {
    /// Returns the target of the files.
    pub(super) fn out(&self) -> Out {
        Out { out: None, out_dir: self.out_dir.clone(), force: self.force }
    }
}

/// Returns the command that writes the files of a recovery again.
pub(super) fn again(recovery: &Serial) -> String {
    format!("Next: `licentia recovery export {recovery} --out-dir DIR` writes the files")
}

/// Returns the written files.
pub(super) fn written_files(written: &WrittenFiles) -> Vec<RecoveryFile> {
    let file = |file: &Written| RecoveryFile {
        path: file.emitted.path(),
        kind: file.kind.noun(),
        serial: Some(file.subject.clone()),
    };
    written.0.iter().map(file).collect()
}

/// Returns whether a recovery created the container with a credential, which cannot be written
/// again.
pub(super) fn has_credential(recovery: &Recovery, to: &Container) -> bool {
    to.kind == ContainerKind::Cloud && to.created_at == recovery.created_at
}

/// Adds the sentences about the written files, or the command that writes them.
pub(super) fn with_files(
    mut outcome: Outcome,
    recovery: &Recovery,
    files: &[RecoveryFile],
    again: &str,
) -> Outcome {
    for file in files {
        let place = match file.serial.as_deref() {
            Some(serial) if serial == recovery.from => ", for the old container",
            Some(serial) if serial == recovery.to => ", for the new container",
            _ => "",
        };
        let path = file.path.as_deref().unwrap_or_default();
        outcome = outcome.with_message(format!("Wrote {path}{place}"));
    }
    if files.iter().any(|file| file.kind != FileKind::Credential.noun()) {
        return outcome;
    }
    outcome.with_message(again)
}

/// Returns the recovery that a license used: `uses 1 recovery for any container`.
pub(super) fn called(scope: Option<Scope>) -> &'static str {
    match scope {
        Some(Scope::Any) => "uses 1 recovery for any container",
        Some(Scope::Same) => "uses 1 recovery for the same computer",
        None => "uses no recovery, because the hardware was returned",
    }
}

/// Returns the treatment of the old container in words.
pub(super) fn old_words(old: Old, kind: ContainerKind, container: &str) -> String {
    match (old, kind.is_hardware()) {
        (Old::Block, true) => format!(
            "Old container {container} is blocked: its next update contains the block, attempts to \
             use the container are refused and recorded, and the status list marks its old files \
             as invalid"
        ),
        (Old::Block, false) => format!(
            "Old container {container} is blocked: attempts to use the container are refused and \
             recorded, and the status list marks its old files as invalid"
        ),
        (Old::Withdraw, true) => format!(
            "The next update of old container {container} withdraws the recovered licenses, and \
             the status list marks their old files as invalid"
        ),
        (Old::Withdraw, false) => format!(
            "The recovered licenses are withdrawn from old container {container}, and the status \
             list marks their old files as invalid"
        ),
        (Old::Nothing, _) => format!(
            "Old container {container} is marked as lost: no update is written, and the status \
             list marks its old files as invalid"
        ),
    }
}

/// The licenses that an argument selects: one license, or those in a container.
#[derive(Clone, Debug)]
pub(super) enum GrantTarget {
    License(crate::cli::license::LicenseArgument),
    Container(crate::cli::container::ContainerArgument),
}

impl std::str::FromStr for GrantTarget {
    type Err = crate::domain::Error;
    fn from_str(text: &str) -> Result<GrantTarget, Self::Err> {
        let is_container = text.trim_start().starts_with(['K', 'k']);
        if is_container {
            text.parse().map(GrantTarget::Container)
        } else {
            text.parse().map(GrantTarget::License)
        }
    }
}

/// Returns `2 licenses`.
pub(super) fn licenses(count: usize) -> String {
    count_of(count, "license")
}

/// Returns the steps of licenses that move from one container to another.
pub(super) fn moving<'a>(
    steps: &'a [Step],
    licenses: &'a [Recovered],
) -> impl Iterator<Item = (&'a Step, &'a Recovered)> {
    licenses.iter().filter_map(|license| {
        Some((steps.iter().find(|step| step.after.serial.as_str() == license.license)?, license))
    })
}
