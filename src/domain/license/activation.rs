//! Activations: seats of a license that are placed in a container or delivered unbound.

use std::collections::{BTreeMap, HashMap};

use licentia_runtime::Properties;
use serde::Deserialize;

use crate::domain::Error;
use crate::domain::container::suspicion::suspect;
use crate::domain::product::ContainerKind;
use crate::domain::remedy::Remedy;

/// The identity of an activation. It is internal: answers, audit entries and files identify an
/// activation by license, container and generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivationId {
    /// The id of the row in the database.
    Stored(i64),
    /// The number of an activation that a plan adds to the license, until the plan is applied.
    New(u32),
}

/// The stored ids of the new activations of a license.
pub type StoredIds = BTreeMap<ActivationId, ActivationId>;

/// Seats of a license in one place, now or earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The identity, which `License::add_activation` assigns.
    pub id: ActivationId,
    /// The container; `None` for an unbound delivery.
    pub container: Option<Place>,
    /// The number of seats.
    pub seats: u32,
    /// The number of the activation among those of this license in this container: 1, 2, …
    pub generation: u32,
    /// The state.
    pub state: ActivationState,
    /// The effects of a pending removal from hardware.
    pub pending_removal: Option<PendingRemoval>,
    /// The instant since which the seats are free, RFC 3339.
    pub ended_at: Option<String>,
    /// The newest file.
    pub file: Option<File>,
}

/// The container of an activation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The serial.
    pub serial: String,
    /// The kind.
    pub kind: ContainerKind,
    /// The hardware serial of a dongle.
    pub hardware: Option<String>,
    /// The id of the context of an adopted container, which another home keeps.
    pub context: Option<String>,
    /// The thumbprint of the key. Cloud containers and some dongles have none.
    pub key: Option<String>,
    /// The properties that identify a computer.
    pub properties: Properties,
    /// The mark of a blocked container.
    pub blocked: bool,
    /// The mark of a suspect container, whose receipts contradict the database. No file is issued
    /// to it.
    pub suspect: bool,
}

/// The effects of a pending removal from hardware, once the removal is proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingRemoval {
    /// [`ActivationState::Returned`] or [`ActivationState::Withdrawn`].
    pub ends_as: ActivationState,
    /// The counter at which the container no longer contains the seats.
    pub gone_at: u64,
    /// The serial of the container to which the seats go.
    pub moves_to: Option<String>,
}

/// The state of an activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActivationState {
    /// The seats are in the container or file.
    Live,
    /// The removal from hardware is pending. The seats are not free.
    Returning,
    /// Returned by the customer.
    Returned,
    /// Ended by the vendor, alone or with the whole license.
    Withdrawn,
    /// Issued again into another container after the loss of this one.
    Recovered,
}

impl ActivationState {
    /// Returns the word for JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            ActivationState::Live => "live",
            ActivationState::Returning => "returning",
            ActivationState::Returned => "returned",
            ActivationState::Withdrawn => "withdrawn",
            ActivationState::Recovered => "recovered",
        }
    }
}

/// An activation before and after a change of its license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The activation before the change; `None` for an activation that the change adds.
    pub before: Option<&'a Activation>,
    /// The activation after the change.
    pub after: &'a Activation,
}

impl Pair<'_> {
    /// Returns whether the change takes seats from the activation.
    pub fn has_fewer_seats(&self) -> bool {
        self.before.is_some_and(|before| self.after.seats < before.seats)
    }

    /// Returns whether the change adds seats to an activation that was there before.
    pub fn has_more_seats(&self) -> bool {
        self.before.is_some_and(|before| self.after.seats > before.seats)
    }
}

/// Pairs the activations after a change with those before it by their ids, in the order of `after`.
pub fn pairs<'a>(
    before: &'a [Activation],
    after: &'a [Activation],
) -> impl Iterator<Item = Pair<'a>> {
    let known: HashMap<ActivationId, &Activation> = before.iter().map(|it| (it.id, it)).collect();
    after.iter().map(move |after| Pair { before: known.get(&after.id).copied(), after })
}

impl Activation {
    /// Creates an activation in use that has no file yet. `License::add_activation` assigns its id.
    pub fn new(container: Option<Place>, seats: u32, generation: u32) -> Activation {
        Activation {
            id: ActivationId::New(0),
            container,
            seats,
            generation,
            state: ActivationState::Live,
            pending_removal: None,
            ended_at: None,
            file: None,
        }
    }

    /// Returns whether the activation is live.
    pub fn is_live(&self) -> bool {
        self.state == ActivationState::Live
    }

    /// Returns whether the seats are allocated: live, or with a pending removal.
    pub fn is_held(&self) -> bool {
        matches!(self.state, ActivationState::Live | ActivationState::Returning)
    }

    /// Returns whether the activation is in a container.
    pub fn is_in(&self, container: &str) -> bool {
        self.container.as_ref().is_some_and(|place| place.serial == container)
    }

    /// Returns the remedy that proves the removal of its seats from hardware. `waiting` describes
    /// the seats.
    pub fn proof(&self, waiting: Option<String>) -> Remedy {
        let place = self.container.as_ref();
        Remedy::ProveRemoval {
            container: place.map(|place| place.serial.clone()),
            has_key: place.is_some_and(|place| place.key.is_some()),
            waiting,
        }
    }

    /// Refuses a file for a suspect container.
    ///
    /// # Errors
    ///
    /// `suspect`
    pub fn check_not_suspect(&self) -> Result<(), Error> {
        match self.container.as_ref().filter(|place| place.suspect) {
            Some(place) => {
                Err(suspect(&place.serial, "is suspect: its receipts contradict the database"))
            }
            None => Ok(()),
        }
    }

    /// Returns the serial of the container; `None` for an unbound delivery.
    pub fn container(&self) -> Option<&str> {
        self.container.as_ref().map(|place| place.serial.as_str())
    }
}

/// A token of a license in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The id of the token.
    pub jti: String,
    /// The thumbprint of the key that signed it.
    pub kid: String,
    /// The revision of the license that it states.
    pub revision: u32,
    /// The instant of the signature, RFC 3339.
    pub issued_at: String,
    /// The hard end, RFC 3339.
    pub expires_at: Option<String>,
    /// The instant at which a status entry ends a superseded file that gives more than its
    /// successor, RFC 3339.
    pub ends_at: Option<String>,
    /// The exact bytes of the token.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activation(id: ActivationId, seats: u32) -> Activation {
        Activation { id, ..Activation::new(None, seats, 1) }
    }

    #[test]
    fn activations_are_paired_by_id_in_any_order() {
        use ActivationId::{New, Stored};
        let before = [activation(Stored(4), 1), activation(Stored(7), 2), activation(Stored(9), 3)];
        let after = [
            activation(Stored(9), 1),
            activation(New(0), 5),
            activation(Stored(7), 4),
            activation(Stored(4), 1),
        ];
        let found: Vec<_> = pairs(&before, &after).collect();
        let ids: Vec<_> = found.iter().map(|it| (it.before.map(|it| it.id), it.after.id)).collect();
        let expected = [Stored(9), New(0), Stored(7), Stored(4)]
            .map(|id| (matches!(id, Stored(_)).then_some(id), id));
        assert_eq!(ids, expected);
        let seats: Vec<_> =
            found.iter().map(|it| (it.has_fewer_seats(), it.has_more_seats())).collect();
        assert_eq!(seats, [(true, false), (false, false), (false, true), (false, false)]);
    }
}
