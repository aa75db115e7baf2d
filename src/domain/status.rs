//! What a status list says of a file: computed from the books when the list is published, never
//! toggled.

pub use licentia_runtime::{Entries, Entry};
use serde::Deserialize;

use crate::domain::license::activation::ActivationState;
use crate::domain::license::state::LifecycleStatus;
use crate::domain::serial::Serial;

/// Seconds after which an application should look for a newer list.
pub const TTL: u64 = 86_400;
/// Days for which a list is good.
pub const GOOD_FOR: u32 = 30;

/// A file that a list knows, with what decides about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Of which license, or which credential.
    pub serial: Serial,
    /// Its own id.
    pub jti: String,
    /// The container that it is for.
    pub container: Option<String>,
    /// Its revision, or its generation.
    pub revision: u32,
    /// Its list's number, and its index there.
    pub listed: (i64, u32),
    /// When it was signed, RFC 3339.
    pub issued_at: String,
    /// What decides.
    pub facts: Facts,
}

/// What decides about an entry. Instants are RFC 3339 in UTC to the second, which sort as texts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Facts {
    /// Of a license's file what was done to the license; of a credential's nothing.
    pub status: Option<LifecycleStatus>,
    /// What became of the activation, where it is a license's.
    pub state: Option<ActivationState>,
    /// Since when the activation, or the credential, is ended.
    pub ended_at: Option<String>,
    /// Since when a later file ends it.
    pub ends_at: Option<String>,
    /// Since when its container is stopped, and from when on the list says so.
    pub blocked: Option<(String, String)>,
}

impl Facts {
    /// The entry at an instant: 1 for what was ended, for what a later file ended, and for what is
    /// in a stopped container once that is enforced; until then what was recovered out of it stays
    /// as it was. 2 for what is suspended.
    pub fn entry(&self, now: &str) -> Entry {
        let is_past = |instant: &Option<String>| instant.as_deref().is_some_and(|at| at <= now);
        let is_enforced = self.blocked.as_ref().is_some_and(|(_, from)| from.as_str() <= now);
        // What was ended before the block was told already, and what is ended for another reason
        // gives nothing away.
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
    fn what_ends_an_entry_and_what_does_not_yet() {
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
            // It was told before the block was decided, or for another reason.
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
            // A credential.
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
