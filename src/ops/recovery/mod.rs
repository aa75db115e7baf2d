//! Use cases of recoveries.

pub mod grant;
pub mod issue;
pub mod policy;
