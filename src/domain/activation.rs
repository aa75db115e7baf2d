//! Activations: seats of a license placed in a container, or delivered unbound.

use serde::Deserialize;

/// Seats of a license that are somewhere, or were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// The container's serial; `None` for an unbound delivery.
    pub container: Option<String>,
    /// How many seats.
    pub seats: u32,
    /// Counts the activations of this license in this container.
    pub generation: u32,
    /// Where it is in its life.
    pub state: State,
    /// Since when its seats are free again, RFC 3339.
    pub ended_at: Option<String>,
    /// Its newest file.
    pub file: Option<File>,
}

/// The life of an activation. The other states of the model come with the containers that lead to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Its seats are in use.
    Live,
    /// The customer gave it back.
    Returned,
    /// The vendor ended it, or the whole license.
    Withdrawn,
}

impl State {
    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Live => "live",
            State::Returned => "returned",
            State::Withdrawn => "withdrawn",
        }
    }
}

impl Activation {
    /// Whether its seats are in use.
    pub fn is_live(&self) -> bool {
        self.state == State::Live
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
