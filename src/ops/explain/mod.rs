//! Explanations of codes: the answers.

pub mod answer;
