//! Activations: seats of a license placed in a container, or delivered unbound.

/// Seats of a license that are somewhere.
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
    /// Its newest file.
    pub file: Option<File>,
}

/// The life of an activation. The other states of the model come with the verbs that lead to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its seats are in use.
    Live,
}

impl State {
    /// As it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Live => "live",
        }
    }
}

/// A signed text as the books keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its own id.
    pub jti: String,
    /// The key that signed it.
    pub kid: String,
    /// When it was signed, RFC 3339.
    pub issued_at: String,
    /// Its hard end, RFC 3339.
    pub expires_at: Option<String>,
    /// The exact bytes.
    pub text: String,
}
