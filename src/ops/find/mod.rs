//! Searches: the answers.

pub mod answer;
