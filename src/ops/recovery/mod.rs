//! Use cases of recoveries.

pub mod issue;
