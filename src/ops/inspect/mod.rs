//! Contents of tokens, not verified: the answers.

pub mod answer;
