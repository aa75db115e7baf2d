//! Interrupted work and accepted differences: the use cases and the answers.

pub mod accept;
pub mod answer;
