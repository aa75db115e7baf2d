//! Activations: seats of a license placed in a container, or delivered unbound.

use std::collections::{BTreeMap, HashMap};

use licentia_runtime::Properties;
use serde::Deserialize;

use crate::domain::Error;
use crate::domain::container::suspicion::suspect;
use crate::domain::product::ContainerKind;
use crate::domain::remedy::Remedy;

/// The identity of an activation. It is internal: answers, audit entries and files identify an
/// activation by its license, its container and its generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivationId {
    /// The id of its row in the database.
    Stored(i64),
    /// The number of an activation that a plan adds to its license, until the plan is applied.
    New(u32),
}

/// The stored ids of the new activations of a license, once they are written.
pub type StoredIds = BTreeMap<ActivationId, ActivationId>;

/// Seats of a license that are somewhere, or were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// Its identity; `License::add_activation` assigns it.
    pub id: ActivationId,
    /// Where; `None` for an unbound delivery.
    pub container: Option<Place>,
    /// How many seats.
    pub seats: u32,
    /// Counts the activations of this license in this container.
    pub generation: u32,
    /// Where it is in its life.
    pub state: ActivationState,
    /// What becomes of seats that are to leave hardware, once that is proven.
    pub pending_removal: Option<PendingRemoval>,
    /// Since when its seats are free again, RFC 3339.
    pub ended_at: Option<String>,
    /// Its newest file.
    pub file: Option<File>,
}

/// The container that seats are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The container's serial.
    pub serial: String,
    /// What it is.
    pub kind: ContainerKind,
    /// A dongle's hardware serial.
    pub hardware: Option<String>,
    /// Of one that another home keeps: the id of the context that it was adopted from.
    pub context: Option<String>,
    /// The thumbprint of its key; cloud containers have none, and not every dongle.
    pub key: Option<String>,
    /// What a computer is known by.
    pub properties: Properties,
    /// Whether it is stopped.
    pub blocked: bool,
    /// Whether its receipts contradict the books: nothing more is issued to it.
    pub suspect: bool,
}

/// What becomes of seats that are to leave hardware.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingRemoval {
    /// [`ActivationState::Returned`] or [`ActivationState::Withdrawn`].
    pub ends_as: ActivationState,
    /// The counter at which the container has them no more.
    pub gone_at: u64,
    /// The serial of the container that they go to then.
    pub moves_to: Option<String>,
}

/// The life of an activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActivationState {
    /// Its seats are in use.
    Live,
    /// It is to leave hardware, and that is not proven yet: its seats are not free.
    Returning,
    /// The customer gave it back.
    Returned,
    /// The vendor ended it, or the whole license.
    Withdrawn,
    /// It was issued again into another container, because this one was lost.
    Recovered,
}

impl ActivationState {
    /// As it stands in JSON.
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

/// An activation after a change of its license, and the same activation before the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// As it was; `None` for an activation that the change adds.
    pub before: Option<&'a Activation>,
    /// As it is then.
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

    /// Whether it is in use.
    pub fn is_live(&self) -> bool {
        self.state == ActivationState::Live
    }

    /// Whether its seats are not free: it is in use, or not proven to be gone.
    pub fn is_held(&self) -> bool {
        matches!(self.state, ActivationState::Live | ActivationState::Returning)
    }

    /// Whether it is in this container.
    pub fn is_in(&self, container: &str) -> bool {
        self.container.as_ref().is_some_and(|place| place.serial == container)
    }

    /// Returns the remedy that proves that its seats have left hardware. `waiting` names the seats
    /// that are waited for.
    pub fn proof(&self, waiting: Option<String>) -> Remedy {
        let place = self.container.as_ref();
        Remedy::ProveRemoval {
            container: place.map(|place| place.serial.clone()),
            has_key: place.is_some_and(|place| place.key.is_some()),
            waiting,
        }
    }

    /// Refuses to hand out a file for a container whose receipts are not believed.
    ///
    /// # Errors
    ///
    /// `suspect`
    pub fn check_believed(&self) -> Result<(), Error> {
        match self.container.as_ref().filter(|place| place.suspect) {
            Some(place) => Err(suspect(&place.serial, ": its receipts contradict the books")),
            None => Ok(()),
        }
    }

    /// The container's serial; `None` for an unbound delivery.
    pub fn container(&self) -> Option<&str> {
        self.container.as_ref().map(|place| place.serial.as_str())
    }
}

/// A signed text as the books keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its own id.
    pub jti: String,
    /// The key that signed it.
    pub kid: String,
    /// The revision of the license that it states.
    pub revision: u32,
    /// When it was signed, RFC 3339.
    pub issued_at: String,
    /// Its hard end, RFC 3339.
    pub expires_at: Option<String>,
    /// Of a superseded file that gives more than the next one: when its status entry ends it, RFC
    /// 3339.
    pub ends_at: Option<String>,
    /// The exact bytes.
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
