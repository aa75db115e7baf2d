//! Interrupted work and accepted differences: the use cases and the answers.

pub mod accept;
pub mod accept_record;
pub mod answer;
pub mod examine;
pub mod repair;
pub mod repair_keys;
