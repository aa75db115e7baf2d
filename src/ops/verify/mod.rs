//! Verification of files: the answers.

pub mod answer;
