//! The audit details of recoveries that are issued and reversed.

use serde::Serialize;

use crate::domain::container::Container;
use crate::domain::name::{Name, Reference};
use crate::domain::recovery::{Old, Reason, Recovery, Scope};

/// A recovery with its licenses and the updates of its containers.
#[derive(Debug, Serialize)]
pub struct IssuedRecovery<'a> {
    from: &'a str,
    to: &'a str,
    reason: Reason,
    note: Option<&'a Name>,
    returned: bool,
    old_action: Old,
    licenses: Vec<RecoveredLicense<'a>>,
    kept: &'a [String],
    freed: &'a [String],
    reference: Option<&'a Reference>,
    updates: Vec<SignedUpdateDetail<'a>>,
}

#[derive(Debug, Serialize)]
struct RecoveredLicense<'a> {
    serial: &'a str,
    scope: Option<Scope>,
}

/// The update of a container.
#[derive(Debug, Serialize)]
pub struct SignedUpdateDetail<'a> {
    /// The container's serial.
    pub container: &'a str,
    /// The counter.
    pub counter: u64,
    /// The id of the token.
    pub jti: &'a str,
    /// The key that signed it.
    pub kid: &'a str,
}

impl<'a> IssuedRecovery<'a> {
    /// Returns the detail of a recovery.
    pub fn of(
        recovery: &'a Recovery,
        kept: &'a [String],
        freed: &'a [String],
        updates: Vec<SignedUpdateDetail<'a>>,
    ) -> IssuedRecovery<'a> {
        let licenses = recovery.licenses.iter();
        IssuedRecovery {
            from: &recovery.from,
            to: &recovery.to,
            reason: recovery.reason,
            note: recovery.note.as_ref(),
            returned: recovery.returned,
            old_action: recovery.old,
            licenses: licenses
                .map(|it| RecoveredLicense { serial: &it.license, scope: it.scope })
                .collect(),
            kept,
            freed,
            reference: recovery.reference.as_ref(),
            updates,
        }
    }
}

/// An old container that is blocked or lost with a recovery.
#[derive(Debug, Serialize)]
pub struct StoppedContainer<'a> {
    recovery: &'a str,
    blocked: Option<&'a str>,
    block_enforced_at: Option<&'a str>,
    state: StateChange,
}

#[derive(Debug, Serialize)]
struct StateChange {
    from: &'static str,
    to: &'static str,
}

impl<'a> StoppedContainer<'a> {
    /// Returns the detail of a container before and after a recovery.
    pub fn of(
        recovery: &'a Recovery,
        before: &Container,
        after: &'a Container,
    ) -> StoppedContainer<'a> {
        let block = after.block.as_ref();
        StoppedContainer {
            recovery: recovery.serial.as_str(),
            blocked: block.map(|block| block.code.as_str()),
            block_enforced_at: block.map(|block| block.enforced_at.as_str()),
            state: StateChange { from: before.state().as_str(), to: after.state().as_str() },
        }
    }
}

/// A recovery that is reversed.
#[derive(Debug, Serialize)]
pub struct ReversedRecovery<'a> {
    from: &'a str,
    to: &'a str,
    reason: &'a Name,
    licenses: Vec<&'a str>,
}

impl<'a> ReversedRecovery<'a> {
    /// Returns the detail of a reversal.
    pub fn of(recovery: &'a Recovery, reason: &'a Name) -> ReversedRecovery<'a> {
        let licenses = recovery.licenses.iter().map(|it| it.license.as_str()).collect();
        ReversedRecovery { from: &recovery.from, to: &recovery.to, reason, licenses }
    }
}
