//! Interrupted work: the answers.

pub mod answer;
