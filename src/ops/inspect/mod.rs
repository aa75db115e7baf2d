//! Contents of signed texts, not verified: the answers.

pub mod answer;
