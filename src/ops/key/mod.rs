//! Use cases of keys.

pub mod choose;
pub mod key_set;
