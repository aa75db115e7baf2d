//! Use cases of keys.

pub mod key_set;
