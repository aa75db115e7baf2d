//! Activations: seats of a license placed in a container, or delivered unbound.

use licentia_runtime::Properties;
use serde::Deserialize;

use crate::domain::Refusal;
use crate::domain::container::removal::proof;
use crate::domain::container::suspicion::suspect;
use crate::domain::product::ContainerKind;

/// Seats of a license that are somewhere, or were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// Where; `None` for an unbound delivery.
    pub container: Option<Place>,
    /// How many seats.
    pub seats: u32,
    /// Counts the activations of this license in this container.
    pub generation: u32,
    /// Where it is in its life.
    pub state: State,
    /// What becomes of seats that are to leave hardware, once that is proven.
    pub leaving: Option<Leaving>,
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
pub struct Leaving {
    /// [`State::Returned`] or [`State::Withdrawn`].
    pub ends_as: State,
    /// The counter at which the container has them no more.
    pub gone_at: u64,
    /// The serial of the container that they go to then.
    pub moves_to: Option<String>,
}

/// The life of an activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
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

impl State {
    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Live => "live",
            State::Returning => "returning",
            State::Returned => "returned",
            State::Withdrawn => "withdrawn",
            State::Recovered => "recovered",
        }
    }
}

impl Activation {
    /// Whether it is in use.
    pub fn is_live(&self) -> bool {
        self.state == State::Live
    }

    /// Whether its seats are not free: it is in use, or not proven to be gone.
    pub fn is_held(&self) -> bool {
        matches!(self.state, State::Live | State::Returning)
    }

    /// Whether it is in this container.
    pub fn is_in(&self, container: &str) -> bool {
        self.container.as_ref().is_some_and(|place| place.serial == container)
    }

    /// What is to be done until its seats are free that are on their way back.
    pub fn proof(&self) -> String {
        let place = self.container.as_ref();
        proof(
            place.map_or("K-…", |place| &place.serial),
            place.is_some_and(|place| place.key.is_some()),
        )
    }

    /// Refuses to hand out a file for a container whose receipts are not believed.
    ///
    /// # Errors
    ///
    /// `suspect`
    pub fn check_believed(&self) -> Result<(), Refusal> {
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
    /// Of a superseded file that gives more than the next one: when its status entry ends it, RFC 3339.
    pub ends_at: Option<String>,
    /// The exact bytes.
    pub text: String,
}
