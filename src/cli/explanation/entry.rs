//! The form of an explanation.

/// The explanation of a code.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The meaning, in sentences.
    pub meaning: &'static str,
    /// The usual causes, each a sentence.
    pub causes: &'static [&'static str],
    /// The action to take, in sentences.
    pub action: &'static str,
}

/// Returns an explanation.
pub const fn explained(
    meaning: &'static str,
    causes: &'static [&'static str],
    action: &'static str,
) -> Explanation {
    Explanation { meaning, causes, action }
}
