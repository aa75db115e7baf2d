//! Bundles of signed texts: the answers.

pub mod answer;
