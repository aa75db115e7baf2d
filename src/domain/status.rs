//! Entries of a status list. They are computed from the database when a list is published, and
//! never stored.

pub use licentia_runtime::{Entries, Entry};
use serde::Deserialize;

use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::serial::Serial;

/// The number of seconds after which an application looks for a newer list.
pub const TTL: u64 = 86_400;
/// The number of days for which a list is valid.
pub const GOOD_FOR: u32 = 30;

/// A file in a status list, with the facts that decide its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The serial of the license or the credential.
    pub serial: Serial,
    /// The id of the file.
    pub jti: String,
    /// The serial of the container.
    pub container: Option<String>,
    /// The generation of the activation; `None` for a credential.
    pub generation: Option<u32>,
    /// The revision of the license, or the generation of the credential.
    pub revision: u32,
    /// The number of the list, and the index in the list.
    pub listed: (i64, u32),
    /// The instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The facts that decide the entry.
    pub facts: Facts,
}

/// The facts that decide an entry. Instants are RFC 3339 in UTC to the second, so that they sort as
/// texts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Facts {
    /// The stored state of the license; `None` for a credential.
    pub status: Option<LifecycleStatus>,
    /// The state of the activation; `None` for a credential.
    pub state: Option<ActivationState>,
    /// The instant of the end of the activation or the credential.
    pub ended_at: Option<String>,
    /// The instant at which a newer file ends this one.
    pub ends_at: Option<String>,
    /// The instant of the block of the container, and the instant from which the list contains it.
    pub blocked: Option<(String, String)>,
}

impl Facts {
    /// Returns the entry at an instant. A file is invalid if its activation or credential ended, if
    /// a newer file ended it, or if the block of its container is enforced. Until a block is
    /// enforced, the recovery that caused it does not change the entry. A file of a suspended
    /// license is suspended.
    pub fn entry(&self, now: &str) -> Entry {
        let is_past = |instant: &Option<String>| instant.as_deref().is_some_and(|at| at <= now);
        let is_enforced = self.blocked.as_ref().is_some_and(|(_, from)| from.as_str() <= now);
        // Lists before the block already contain an earlier end. An end for another reason does not
        // reveal the block.
        let is_quiet = self.state == Some(ActivationState::Recovered)
            && !self.status.is_some_and(LifecycleStatus::is_final)
            && self.blocked.as_ref().is_some_and(|(at, from)| {
                from.as_str() > now && Some(at) <= self.ended_at.as_ref()
            });
        if is_past(&self.ends_at) || is_enforced || is_past(&self.ended_at) && !is_quiet {
            Entry::Invalid
        } else if self.status == Some(LifecycleStatus::Suspended) {
            Entry::Suspended
        } else {
            Entry::Valid
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-21T10:00:00Z";
    const BEFORE: &str = "2026-11-20T10:00:00Z";
    const LATER: &str = "2026-12-05T10:00:00Z";

    fn live() -> Facts {
        Facts {
            status: Some(LifecycleStatus::Open),
            state: Some(ActivationState::Live),
            ended_at: None,
            ends_at: None,
            blocked: None,
        }
    }

    #[test]
    fn an_entry_is_invalid_from_its_end_on() {
        let ended =
            |state, at: &str| Facts { state: Some(state), ended_at: Some(at.to_owned()), ..live() };
        let blocked = |from: &str| Some((BEFORE.to_owned(), from.to_owned()));
        for (facts, expected) in [
            (live(), Entry::Valid),
            (Facts { status: Some(LifecycleStatus::Suspended), ..live() }, Entry::Suspended),
            (
                Facts {
                    status: Some(LifecycleStatus::Suspended),
                    ends_at: Some(BEFORE.into()),
                    ..live()
                },
                Entry::Invalid,
            ),
            (Facts { ends_at: Some(LATER.into()), ..live() }, Entry::Valid),
            (Facts { ends_at: Some(NOW.into()), ..live() }, Entry::Invalid),
            (Facts { state: Some(ActivationState::Returning), ..live() }, Entry::Valid),
            (ended(ActivationState::Returned, NOW), Entry::Invalid),
            (ended(ActivationState::Recovered, NOW), Entry::Invalid),
            (
                Facts {
                    status: Some(LifecycleStatus::Suspended),
                    blocked: blocked(LATER),
                    ..ended(ActivationState::Recovered, BEFORE)
                },
                Entry::Suspended,
            ),
            (
                Facts {
                    status: Some(LifecycleStatus::Revoked),
                    blocked: blocked(LATER),
                    ..ended(ActivationState::Recovered, BEFORE)
                },
                Entry::Invalid,
            ),
            (Facts { blocked: blocked(NOW), ..live() }, Entry::Invalid),
            (Facts { blocked: blocked(LATER), ..live() }, Entry::Valid),
            (
                Facts { blocked: blocked(LATER), ..ended(ActivationState::Recovered, BEFORE) },
                Entry::Valid,
            ),
            // Ended before the block, or for another reason.
            (
                Facts {
                    blocked: blocked(LATER),
                    ..ended(ActivationState::Recovered, "2026-11-19T10:00:00Z")
                },
                Entry::Invalid,
            ),
            (
                Facts { blocked: blocked(LATER), ..ended(ActivationState::Returned, BEFORE) },
                Entry::Invalid,
            ),
            (
                Facts {
                    blocked: blocked(LATER),
                    ends_at: Some(BEFORE.into()),
                    ..ended(ActivationState::Recovered, BEFORE)
                },
                Entry::Invalid,
            ),
            (
                Facts { blocked: blocked(NOW), ..ended(ActivationState::Recovered, BEFORE) },
                Entry::Invalid,
            ),
            // The end of a credential.
            (
                Facts {
                    status: None,
                    state: None,
                    ended_at: Some(NOW.into()),
                    ends_at: None,
                    blocked: None,
                },
                Entry::Invalid,
            ),
        ] {
            assert_eq!(facts.entry(NOW), expected, "{facts:?}");
        }
    }
}
