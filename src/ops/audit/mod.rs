//! The audit log: the answers.

pub mod answer;
