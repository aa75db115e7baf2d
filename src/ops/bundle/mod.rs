//! Bundles of tokens: the answers.

pub mod answer;
